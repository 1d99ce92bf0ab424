"""Progress: what it adds up to, where to go, the goal, the people, and what to take along."""

from __future__ import annotations

from workbook.pages.page import Layout, uncounted
from workbook.pages.progress.agreed import Agreed
from workbook.pages.progress.asks import Asks
from workbook.pages.progress.blind_spots import BlindSpots
from workbook.pages.progress.chain import Chain, names_given
from workbook.pages.progress.compare import Compare
from workbook.pages.progress.counts import Counts
from workbook.pages.progress.directions import Directions
from workbook.pages.progress.everything import Everything
from workbook.pages.progress.funnel import HowFar
from workbook.pages.progress.further_reading import Reading, Studies, articles, studies
from workbook.pages.progress.goal import Goal
from workbook.pages.progress.months import Months
from workbook.pages.progress.people import People
from workbook.pages.progress.reflection import Reflection
from workbook.pages.progress.report import Report
from workbook.pages.progress.skills import Skills
from workbook.pages.progress.weighing import Weighing

LAYOUT = Layout(
    {
        "adds_up": ((("compare", Compare),), (("agreed", Agreed),), (("blind_spots", BlindSpots),)),
        "directions": ((("directions", Directions),), (("weighing", Weighing),), (("skills", Skills),)),
        "numbers": (
            (("goal", Goal),),
            (("asks", Asks),),
            (("funnel", HowFar),),
            (("months", Months),),
        ),
        "people": ((("people", People),), (("chain", Chain),)),
        "out": (
            (("report", Report),),
            (("reflection", Reflection),),
            (("everything", Everything),),
            (("counts", Counts),),
            (("reading", Reading),),
            (("studies", Studies),),
        ),
    },
    folded=dict.fromkeys(
        (
            "agreed",
            "blind_spots",
            "weighing",
            "skills",
            "asks",
            "funnel",
            "months",
            "reflection",
            "everything",
            "counts",
        ),
        uncounted,
    )
    | {"chain": names_given, "reading": articles, "studies": studies},
)
