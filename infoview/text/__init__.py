"""Text: names of people, addresses on the web, and words for numbers; it knows nothing of the logbook."""
