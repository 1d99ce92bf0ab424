"""The calendar: days, business days and holidays, time zones, and how they are said."""
