"""Records: what a logbook holds, each a plain value with the field's own name."""
