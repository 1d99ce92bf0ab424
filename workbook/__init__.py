"""The workbook: what people see and touch."""
