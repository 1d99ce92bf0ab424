"""Start: what this is, who is asking, and a goal."""

from __future__ import annotations

from workbook.pages.page import Layout
from workbook.pages.start.copy import Copy
from workbook.pages.start.goal import Goal
from workbook.pages.start.profile import Profile
from workbook.pages.start.welcome import Welcome

LAYOUT = Layout(
    {
        "you": ((("welcome", Welcome),), (("profile", Profile),), (("goal", Goal),)),
        "copy": ((("copy", Copy),),),
    },
    aside={"copy"},
)
