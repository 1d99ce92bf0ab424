"""Progress: what is due, the people known by now, and how far the goal is."""

from __future__ import annotations

from workbook.pages.page import Layout
from workbook.pages.progress.due import WhatIsDue
from workbook.pages.progress.goal import Goal
from workbook.pages.progress.people import People

LAYOUT = Layout(
    {
        "today": ((("goal", Goal),), (("due", WhatIsDue),)),
        "people": ((("people", People),),),
    }
)
