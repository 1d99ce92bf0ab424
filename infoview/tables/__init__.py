"""The logbook as tables: the one place that says which rows and columns go out, whatever they become.

CSV files, the Excel workbook and the data frames all read these.
"""

from __future__ import annotations

from infoview.tables.columns import Column, Kind, Row, Table
from infoview.tables.conversations import (
    DIRECTIONS,
    EVIDENCE,
    MEETINGS,
    PROMISES,
    QUESTIONS,
    READING,
    SKILLS,
    TAKEAWAYS,
    THEMES,
)
from infoview.tables.messages import LETTERS, REQUESTS
from infoview.tables.people import CONTACTS, INTRODUCTIONS, TIMELINE

__all__ = ["TABLES", "Column", "Kind", "Row", "Table"]

TABLES = (
    CONTACTS,
    REQUESTS,
    MEETINGS,
    TAKEAWAYS,
    QUESTIONS,
    PROMISES,
    LETTERS,
    SKILLS,
    DIRECTIONS,
    EVIDENCE,
    THEMES,
    READING,
    INTRODUCTIONS,
    TIMELINE,
)
"""Every table, in the order in which they stand in a workbook."""
