"""What changes together: each change touches more than one shelf and leaves the logbook telling one story.

Each is called within one transaction; the steps of the way stand above it, the logbook below.
"""
