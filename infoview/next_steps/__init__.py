"""Next steps: what is due across the whole logbook, marking it done, and how far each step has come."""
