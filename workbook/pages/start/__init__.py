"""Start: what this is, who is asking, and a goal."""

from __future__ import annotations

from workbook.pages.page import Layout
from workbook.pages.start.copy import YourCopy
from workbook.pages.start.goal import YourGoal
from workbook.pages.start.profile import AboutYou
from workbook.pages.start.welcome import Welcome

LAYOUT = Layout(
    {
        "you": ((("welcome", Welcome),), (("profile", AboutYou),), (("goal", YourGoal),)),
        "copy": ((("copy", YourCopy),),),
    },
    aside={"copy"},
)
