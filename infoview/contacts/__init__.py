"""Finding contacts: the list, who is there twice, the warm way in, whom to ask first."""
