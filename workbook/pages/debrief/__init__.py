"""Debrief: what was learned under each of the seven, names given, promises, and the thank-you note."""

from __future__ import annotations

from workbook.pages.debrief.conversation import Conversation
from workbook.pages.debrief.learned import SevenTakeaways
from workbook.pages.debrief.names import NamesGiven
from workbook.pages.debrief.promises import Promises
from workbook.pages.debrief.thanks import Thanks
from workbook.pages.page import Layout

LAYOUT = Layout(
    {
        "learned": ((("learned", SevenTakeaways),),),
        "names": ((("names", NamesGiven),), (("promises", Promises),)),
        "thanks": ((("thanks", Thanks),),),
    },
    top=((("meeting", Conversation),),),
)
