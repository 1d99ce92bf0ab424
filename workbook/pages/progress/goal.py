"""Progress: how far the month's goal is."""

from __future__ import annotations

from infoview.goals import MonthlyProgress
from infoview.logbook import first_meetings
from infoview.requests import RequestStatus
from infoview.standing import month_progress
from workbook.markup import Html, html, prose
from workbook.pages.fields import page_words
from workbook.pages.page import box
from workbook.session import Session


class Goal:
    """This month's goal, in words and as a picture with a text twin."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.goal")
        self.said = prose(html(""))
        self.view = box([self.said])

    def draw(self) -> None:
        """Say how far this month is, and all the time before."""
        logbook = self._session.logbook
        month = month_progress(logbook, self._session.today)
        asked = sum(request.status is not RequestStatus.DRAFT for request in logbook.requests.find())
        self.said.value = html(
            "{picture}<p><strong>{said}</strong> {scheduled}</p><p>{ever}</p>",
            picture=_picture(month, self._words["picture"]),
            said=self._say(month),
            scheduled=self._words["scheduled"].format(scheduled=month.scheduled) if month.scheduled else "",
            ever=self._words["all_time"].format(met=len(first_meetings(logbook)), asked=asked),
        )

    def _say(self, month: MonthlyProgress) -> str:
        if not month.reached:
            return self._words["so_far"].format(met=month.met, goal=month.goal)
        key = "reached_one" if month.met == month.goal == 1 else "reached"
        return self._words[key].format(met=month.met, goal=month.goal)


def _picture(month: MonthlyProgress, described: str) -> Html:
    """One circle a person: full for met, ringed for a date to come, empty for those still to find."""
    circle = 28
    shown = max(month.goal, month.met + month.scheduled)
    kinds = ["met"] * month.met + ["scheduled"] * month.scheduled
    kinds += ["open"] * (shown - len(kinds))
    return html(
        '<svg class="iv-goal" role="img" width="{width}" height="{size}" viewBox="0 0 {width} {size}">'
        "<title>{title}</title>{circles}</svg>",
        width=circle * shown,
        size=circle,
        title=described.format(met=month.met, goal=month.goal, scheduled=month.scheduled),
        circles=[
            html('<circle class="{kind}" cx="{x}" cy="14" r="10"/>', kind=kind, x=circle * place + 14)
            for place, kind in enumerate(kinds)
        ],
    )
