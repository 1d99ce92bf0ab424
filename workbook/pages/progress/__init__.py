"""Progress: what is due, the people known by now, how far the goal is, and all of it to take along."""

from __future__ import annotations

from workbook.pages.page import Layout
from workbook.pages.progress.due import WhatIsDue
from workbook.pages.progress.everything import Everything
from workbook.pages.progress.goal import Goal
from workbook.pages.progress.people import People
from workbook.pages.progress.reflection import Reflection
from workbook.pages.progress.report import Report

LAYOUT = Layout(
    {
        "today": ((("goal", Goal),), (("due", WhatIsDue),)),
        "people": ((("people", People),),),
        "out": ((("report", Report),), (("reflection", Reflection),), (("everything", Everything),)),
    }
)
