"""The pages, one folder a step and one file a section; `LAYOUT` says where each section stands."""

from __future__ import annotations

from workbook.pages import contacts, debrief, progress, questions, requests, start
from workbook.pages.page import Layout

LAYOUTS: dict[str, Layout] = {
    "start": start.LAYOUT,
    "contacts": contacts.LAYOUT,
    "requests": requests.LAYOUT,
    "questions": questions.LAYOUT,
    "debrief": debrief.LAYOUT,
    "progress": progress.LAYOUT,
}
