"""The workbook in the browser alone: the folder that any web host serves, and what runs inside it."""
