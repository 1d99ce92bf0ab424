"""Debrief: what was learned, what it means, names and promises, the thank-you; then keeping in touch."""

from __future__ import annotations

from workbook.pages.debrief.asked import AskedOfMeSection, asked_of_me
from workbook.pages.debrief.conversation import Conversation
from workbook.pages.debrief.directions import Directions
from workbook.pages.debrief.evidence import Evidence
from workbook.pages.debrief.give_back import GiveBack
from workbook.pages.debrief.job import Job
from workbook.pages.debrief.keep_in_touch import KeepInTouch
from workbook.pages.debrief.learned import Learned
from workbook.pages.debrief.names import Names
from workbook.pages.debrief.news import News
from workbook.pages.debrief.promises import Promises, promises
from workbook.pages.debrief.skills import Skills
from workbook.pages.debrief.thanks import Thanks
from workbook.pages.debrief.update import Update
from workbook.pages.page import Layout, uncounted

LAYOUT = Layout(
    {
        "learned": ((("learned", Learned),),),
        "skills": ((("skills", Skills),), (("directions", Directions),), (("evidence", Evidence),)),
        "names": ((("names", Names),), (("promises", Promises),), (("job", Job),)),
        "thanks": ((("thanks", Thanks),),),
        "keep_in_touch": ((("keep_in_touch", KeepInTouch),),),
        "update": ((("update", Update),),),
        "news": ((("news", News),), (("give_back", GiveBack),), (("asked", AskedOfMeSection),)),
    },
    top=((("conversation", Conversation),),),
    aside=("update",),
    guided=("learned",),
    folded={
        "directions": uncounted,
        "evidence": uncounted,
        "promises": promises,
        "job": uncounted,
        "give_back": uncounted,
        "asked": asked_of_me,
    },
    without_top=("keep_in_touch", "update", "news"),
)
