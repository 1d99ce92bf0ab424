"""Groups: the counts of many people, so that nobody among them is given away."""
