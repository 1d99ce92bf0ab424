"""What pages are made of: one widget a form or a list, each usable by keyboard and screen reader."""
