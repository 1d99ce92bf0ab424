"""What goes out: mails, calendars, tables, cards and the whole logbook, each in a form others can read."""
