"""Preparing a meeting: reading up, the bank of questions, the list, the checklist, the day sheet."""
