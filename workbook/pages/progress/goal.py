"""Progress: how far the month's goal is, and what this month is like."""

from __future__ import annotations

from datetime import date, timedelta

from infoview.logbook import Logbook, first_meetings
from infoview.progress.goal import change_month, month_progress, rest_in
from infoview.records.goals import MonthlyProgress, Pace, first_of, monday_of, month_after
from infoview.records.requests import RequestStatus
from infoview.text.plurals import number_in_words
from workbook.components.form import Field
from workbook.markup import Html, html, prose
from workbook.pages.fields import form, page_words
from workbook.pages.page import box
from workbook.session import Session

WEEKS = 6
"""How many weeks, from this one on, can be chosen for a rest."""
MOST_CIRCLES = 30
WEEK = timedelta(days=7)


class Goal:
    """This month's goal, in words and as a picture; months that differ, and weeks of rest."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.goal")
        self.said = prose(html(""))
        self.months = form(session, (), self._change_month, self._words["months_legend"])
        self.weeks = form(session, (), self._change_week, self._words["weeks_legend"])
        titles = [
            prose(html("<h3>{title}</h3><p>{hint}</p>", title=self._words[legend], hint=self._words[hint]))
            for legend, hint in (("months_legend", "months_hint"), ("weeks_legend", "weeks_hint"))
        ]
        differs = box([titles[0], self.months, titles[1], self.weeks])
        self.view = box([box([self.said, differs], "iv-side-by-side")])

    def draw(self) -> None:
        """Say how far this month is, and offer the months and weeks to come."""
        logbook, today = self._session.logbook, self._session.today
        month = month_progress(logbook, today)
        self.said.value = html(
            "{picture}<p><strong>{said}</strong> {more}</p><p>{tempo}</p><p>{ever}</p>",
            picture=_picture(month, self._words["picture"]),
            said=self._say(month),
            more=" ".join(self._more(month)),
            tempo=self._tempo(logbook),
            ever=self._ever(logbook),
        )
        self._draw_months(logbook, today)
        self._draw_weeks(logbook, today)

    def _say(self, month: MonthlyProgress) -> str:
        if month.pace is Pace.RESTING:
            return str(self._words["resting"])
        if not month.reached:
            return str(self._words["so_far"].format(met=month.met, goal=month.goal))
        key = "reached_one" if month.met == month.goal == 1 else "reached"
        return str(self._words[key].format(met=month.met, goal=month.goal))

    def _more(self, month: MonthlyProgress) -> list[str]:
        """What else there is to say: dates that are made, what was carried over, and the pace."""
        said = []
        if month.scheduled:
            said.append(self._words["scheduled"].format(scheduled=month.scheduled))
        if month.carried:
            said.append(number_in_words(self._words["carried"], month.carried))
        if month.pace in {Pace.COVERED, Pace.ON_PACE, Pace.BEHIND}:
            days = number_in_words(self._words["days"], month.days_left)
            said.append(self._words["pace"][month.pace.value].format(missing=month.missing, days=days))
        return said

    def _tempo(self, logbook: Logbook) -> str:
        """Say how often that is, for someone who explores and for someone who searches now."""
        goal = logbook.goal
        said = self._words["tempo"]["searching" if goal.searching else "exploring"]
        return str(said.format(number=number_in_words(self._words["people"], goal.per_month)))

    def _ever(self, logbook: Logbook) -> str:
        asked = sum(request.status is not RequestStatus.DRAFT for request in logbook.requests.find())
        met = number_in_words(self._words["met"], len(first_meetings(logbook)))
        return str(
            self._words["all_time"].format(met=met, asked=number_in_words(self._words["asked"], asked))
        )

    def _draw_months(self, logbook: Logbook, today: date) -> None:
        own = {month.month_on: month.people for month in logbook.month_goals.find()}
        months = (first_of(today), month_after(today))
        usual = self._words["usual"].format(number=logbook.goal.per_month)
        fields = [
            Field(
                month.isoformat(),
                self._words["month"].format(month=f"{month:%B}"),
                "number",
                usual,
                width="half",
            )
            for month in months
        ]
        self.months.change_fields(fields)
        self.months.show("month-goals", {month.isoformat(): own.get(month, "") for month in months})

    def _draw_weeks(self, logbook: Logbook, today: date) -> None:
        resting = {pause.week_on for pause in logbook.pauses.find()}
        weeks = [monday_of(today) + count * WEEK for count in range(WEEKS)]
        fields = [
            Field(
                week.isoformat(),
                self._words["week"].format(day=f"{week.day} {week:%B}"),
                "check",
                width="third",
            )
            for week in weeks
        ]
        self.weeks.change_fields(fields)
        self.weeks.show("weeks-of-rest", {week.isoformat(): week in resting for week in weeks})

    def _change_month(self, _record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: change_month(logbook, date.fromisoformat(key), value))

    def _change_week(self, _record: str, key: str, value: object) -> None:
        week, rests = date.fromisoformat(key), bool(value)
        self._session.change(lambda logbook: rest_in(logbook, week, rests=rests))


def _picture(month: MonthlyProgress, described: str) -> Html:
    """One circle a person: full for met, ringed for a date to come, empty for those still to find."""
    circle = 28
    met = month.met + month.carried
    shown = max(month.goal, met + month.scheduled)
    kinds = (["met"] * met + ["scheduled"] * month.scheduled + ["open"] * shown)[: min(shown, MOST_CIRCLES)]
    if not kinds:
        return html("")
    return html(
        '<svg class="iv-goal" role="img" width="{width}" height="{size}" viewBox="0 0 {width} {size}">'
        "<title>{title}</title>{circles}</svg>",
        width=circle * len(kinds),
        size=circle,
        title=described.format(met=month.met, goal=month.goal, scheduled=month.scheduled),
        circles=[
            html('<circle class="{kind}" cx="{x}" cy="14" r="10"/>', kind=kind, x=circle * place + 14)
            for place, kind in enumerate(kinds)
        ],
    )
