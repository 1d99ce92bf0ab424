"""Debrief: what was learned, skills and directions, names and promises, and the thank-you note."""

from __future__ import annotations

from workbook.pages.debrief.conversation import Conversation
from workbook.pages.debrief.directions import Directions
from workbook.pages.debrief.evidence import Evidence
from workbook.pages.debrief.job import Job
from workbook.pages.debrief.learned import Guided
from workbook.pages.debrief.names import NamesGiven
from workbook.pages.debrief.promises import Promises
from workbook.pages.debrief.skills import Skills
from workbook.pages.debrief.thanks import Thanks
from workbook.pages.page import Layout

LAYOUT = Layout(
    {
        "learned": ((("learned", Guided),),),
        "skills": ((("skills", Skills),), (("directions", Directions),), (("evidence", Evidence),)),
        "names": ((("names", NamesGiven),), (("promises", Promises),), (("job", Job),)),
        "thanks": ((("thanks", Thanks),),),
    },
    top=((("meeting", Conversation),),),
)
