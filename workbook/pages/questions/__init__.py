"""Prepare questions: the meeting, research, the questions and their order, the checklist, the day sheet."""

from __future__ import annotations

from workbook.pages.page import Layout, uncounted
from workbook.pages.questions.introduce import Introduce
from workbook.pages.questions.learn import Learn
from workbook.pages.questions.meeting import TheMeeting
from workbook.pages.questions.moments import Moments
from workbook.pages.questions.order import Order
from workbook.pages.questions.pad import Pad
from workbook.pages.questions.person import Person
from workbook.pages.questions.pick import Pick
from workbook.pages.questions.puzzles import Puzzles, puzzles
from workbook.pages.questions.ready import Ready
from workbook.pages.questions.research import Research
from workbook.pages.questions.sheet import Sheet

LAYOUT = Layout(
    {
        "meeting": ((("meeting", TheMeeting),), (("learn", Learn),)),
        "research": ((("research", Research),), (("puzzles", Puzzles),)),
        "questions": ((("pick", Pick), ("order", Order)),),
        "day": (
            (("sheet", Sheet),),
            (("ready", Ready),),
            (("introduce", Introduce),),
            (("moments", Moments),),
        ),
        "notes": ((("pad", Pad),),),
    },
    top=((("person", Person),),),
    folded={"puzzles": puzzles, "ready": uncounted, "introduce": uncounted, "moments": uncounted},
)
