"""Write the request: choose a person, write three parts, read it as they will, send it, note the answer."""

from __future__ import annotations

from workbook.pages.page import Layout
from workbook.pages.requests.answer import Answer
from workbook.pages.requests.check import Check
from workbook.pages.requests.odds import Odds
from workbook.pages.requests.other_messages import OtherMessages
from workbook.pages.requests.person import Person
from workbook.pages.requests.send import Send
from workbook.pages.requests.write import Write

LAYOUT = Layout(
    {
        "write": ((("write", Write), ("check", Check)),),
        "send": ((("send", Send),),),
        "answer": ((("answer", Answer),), (("odds", Odds),)),
        "other_messages": ((("other_messages", OtherMessages),),),
    },
    top=((("person", Person),),),
    aside={"other_messages"},
)
