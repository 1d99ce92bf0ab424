"""Start: the first minute and what is to be done today; who is asking, and a goal; the logbook as a file."""

from __future__ import annotations

from workbook.pages.page import Layout, uncounted
from workbook.pages.start.copy import Copy
from workbook.pages.start.due import WhatIsDue
from workbook.pages.start.first import First
from workbook.pages.start.goal import Goal
from workbook.pages.start.profile import Profile
from workbook.pages.start.welcome import Welcome

LAYOUT = Layout(
    {
        "today": ((("first", First),), (("due", WhatIsDue),)),
        "you": ((("profile", Profile),), (("goal", Goal),)),
        "what": ((("welcome", Welcome),),),
        "copy": ((("copy", Copy),),),
    },
    aside={"you", "what", "copy"},
    guided={"today"},
    folded={"goal": uncounted},
)
