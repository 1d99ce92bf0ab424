"""After a meeting: the debrief, the thank-you, and keeping in touch."""
