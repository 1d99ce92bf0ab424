"""Write the request: what happens while no answer comes, day by day, and how to change it."""

from __future__ import annotations

from datetime import date

from infoview.dates.business_days import is_business_day
from infoview.dates.day_words import day_seen_from
from infoview.dates.days_off import country_from, country_name
from infoview.records.contacts import Contact
from infoview.records.requests import Request
from infoview.requests.waiting import PLANS, PlanStep, change_plan, counted_from, days_ahead, left_out
from infoview.requests.when_to_ask import next_to_ask, what_follows
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.markup import html, prose
from workbook.pages.fields import fields, form, page_words
from workbook.pages.page import box, show_if
from workbook.session import Session

OWN = ("remind_after", "reminders", "close_after", "someone_else_after")


class Plan:
    """The days on which something is to be done, and a form, opened on demand, that changes the plan."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.plan")
        self._open = False
        self.said = prose(html(""))
        self.opener = Actions(session.guard, [], self._toggle)
        self.form = form(session, self._fields("gentle"), self._change, self._words["legend"])
        self.inside = box([self.form], "iv-inside")
        self.view = box([self.said, self.opener, self.inside])

    def draw(self, contact: Contact, request: Request) -> None:
        """Lay out the days after a request that was sent."""
        plan, sent, steps = what_follows(self._session.logbook, request)
        off = days_ahead(plan, sent)
        counted = counted_from(sent, off)
        moved = "" if counted == sent.on else "after_noon" if is_business_day(sent.on, off) else "day_off"
        lines = [self._when(request, moved=moved, counted=self._day(counted))]
        lines += [self._step(step, day, contact) for step, day in steps]
        holidays = "; ".join(
            self._words["holiday"].format(day=self._day(day), name=name)
            for day, name in left_out(plan, sent).items()
        )
        self.said.value = html(
            '<ol class="iv-plan">{lines}</ol>{holidays}',
            lines=[html("<li>{line}</li>", line=line) for line in lines],
            holidays=html('<p class="iv-note">{text}</p>', text=self._words["holidays"].format(days=holidays))
            if holidays
            else "",
        )
        self.opener.change_actions([Action("open", self._words["close_form" if self._open else "open"])])
        show_if(self.inside, self._open)
        if self._open:
            self.form.change_fields(self._fields(plan.kind))
            numbers = {name: getattr(plan, name) for name in OWN}
            self.form.show("plan", {"kind": plan.kind, "country": country_name(plan.country), **numbers})

    def _day(self, day: date) -> str:
        return day_seen_from(self._session.today, day)

    def _when(self, request: Request, *, moved: str, counted: str) -> str:
        sent_on = request.sent_on
        said = self._words["sent_at" if request.sent_at else "sent"]
        text = said.format(day=self._day(sent_on) if sent_on else "", time=request.sent_at)
        return f"{text} {self._words[f'counted_{moved}'].format(day=counted)}" if moved else str(text)

    def _step(self, step: PlanStep, day: date, contact: Contact) -> str:
        said = self._step_in_words(step, self._day(day), contact)
        late = day < self._session.today
        return str(self._words["late"].format(step=said)) if late else said

    def _step_in_words(self, step: PlanStep, day: str, contact: Contact) -> str:
        if step is PlanStep.REMIND:
            return str(self._words["remind"].format(day=day))
        logbook, today = self._session.logbook, self._session.today
        is_there = step is PlanStep.SOMEONE_ELSE
        turn = next_to_ask(logbook, contact, today, same_place=True) if is_there else None
        turn = turn or next_to_ask(logbook, contact, today)
        key = step.value if turn else f"{step.value}_nobody"
        return str(self._words[key].format(day=day, name=turn.contact.name if turn else ""))

    def _fields(self, kind: str) -> list[Field]:
        """The kind of plan and the country; the numbers only where they are the person's own."""
        kinds = [(plan, self._words["kinds"][plan]) for plan in PLANS]
        asked = fields("requests.plan", {"kind": kinds})
        return [field for field in asked if field.key not in OWN or kind == "own"]

    def _toggle(self, _key: str) -> None:
        self._open = not self._open
        self._session.redraw()

    def _change(self, _record: str, key: str, value: object) -> None:
        text = country_from(str(value)) if key == "country" else str(value)
        self._session.change(lambda logbook: change_plan(logbook, key, text))
