"""Writing: requests and the messages around them, the ways they go, and when it is time to ask again."""
