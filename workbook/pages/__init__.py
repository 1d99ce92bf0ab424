"""The pages, one a step: which sections each has, and in which order."""

from __future__ import annotations

from workbook.pages import contacts, debrief, progress, questions, requests, start
from workbook.pages.page import Rows

ROWS: dict[str, Rows] = {
    "start": start.ROWS,
    "contacts": contacts.ROWS,
    "requests": requests.ROWS,
    "questions": questions.ROWS,
    "debrief": debrief.ROWS,
    "progress": progress.ROWS,
}
