"""Prepare questions: the meeting, research, the questions and their order, the checklist, the day sheet."""

from __future__ import annotations

from workbook.pages.page import Layout, uncounted
from workbook.pages.questions.during import During
from workbook.pages.questions.introduce import Introduce
from workbook.pages.questions.meeting import TheMeeting
from workbook.pages.questions.not_understood import NotUnderstood, not_understood
from workbook.pages.questions.notes import Notes
from workbook.pages.questions.order import Order
from workbook.pages.questions.person import Person
from workbook.pages.questions.pick import Pick
from workbook.pages.questions.purpose import Purpose
from workbook.pages.questions.ready import Ready
from workbook.pages.questions.research import Research
from workbook.pages.questions.sheet import Sheet

LAYOUT = Layout(
    {
        "meeting": ((("meeting", TheMeeting),), (("purpose", Purpose),)),
        "research": ((("research", Research),), (("not_understood", NotUnderstood),)),
        "questions": ((("pick", Pick), ("order", Order)),),
        "day": (
            (("sheet", Sheet),),
            (("ready", Ready),),
            (("introduce", Introduce),),
            (("during", During),),
        ),
        "notes": ((("notes", Notes),),),
    },
    top=((("person", Person),),),
    folded={
        "not_understood": not_understood,
        "ready": uncounted,
        "introduce": uncounted,
        "during": uncounted,
    },
)
