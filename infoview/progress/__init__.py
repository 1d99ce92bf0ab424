"""Adding up: what all the conversations come to, in take-aways, directions and numbers."""
