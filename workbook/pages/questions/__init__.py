"""Prepare questions: the meeting, research, the questions and their order, the checklist, the day sheet."""

from __future__ import annotations

from workbook.pages.page import Layout
from workbook.pages.questions.checklist import Ready
from workbook.pages.questions.introduce import Introduce
from workbook.pages.questions.meeting import TheMeeting
from workbook.pages.questions.moments import Moments
from workbook.pages.questions.order import YourList
from workbook.pages.questions.pad import NotePad
from workbook.pages.questions.person import WhomYouMeet
from workbook.pages.questions.pick import PickQuestions
from workbook.pages.questions.purpose import WantToLearn
from workbook.pages.questions.puzzles import Puzzles
from workbook.pages.questions.research import Research
from workbook.pages.questions.sheet import Sheet

LAYOUT = Layout(
    {
        "meeting": ((("meeting", TheMeeting),), (("learn", WantToLearn),)),
        "research": ((("research", Research),), (("puzzles", Puzzles),)),
        "questions": ((("pick", PickQuestions), ("order", YourList)),),
        "day": (
            (("sheet", Sheet),),
            (("ready", Ready),),
            (("introduce", Introduce),),
            (("moments", Moments),),
        ),
        "notes": ((("pad", NotePad),),),
    },
    top=((("person", WhomYouMeet),),),
)
