"""Progress: one direction weighed: evidence on both sides, how sure one was, what is open, whom to ask."""

from __future__ import annotations

from collections.abc import Sequence

from infoview.contacts.status import ContactStatus
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.progress.synthesis import talks
from infoview.progress.weighing import Remark, Weighed, weigh
from infoview.records.contacts import Contact
from infoview.records.directions import Evidence
from infoview.records.meetings import MeetingStatus
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.table import Column, Table
from workbook.markup import html, prose
from workbook.pages.fields import Options, fields, form, number_of, page_words
from workbook.pages.page import Wide, box, show_if
from workbook.pages.progress.direction_view import conversations_next, open_questions, people_met, sureness
from workbook.pages.progress.looked_at import direction_weighed
from workbook.pages.small_form import SmallForm, Typed
from workbook.session import Session

MOST_OFFERED = 200
"""How many people one list can offer before it is no help any more."""
PANEL = "iv-weighed"
"""The id of the heading at which reading about a direction starts."""
WHERE = {
    ContactStatus.FOUND: "requests.write",
    ContactStatus.ASKED: "requests.answer",
    ContactStatus.SCHEDULED: "questions.ready",
    ContactStatus.BY_MAIL: "questions.order",
}
"""Where one goes on with somebody who is proposed."""


class Weighing(Wide):
    """Everything about the direction that is looked at."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.weighing")
        self.head = prose(html(""))
        self.sides = {side: self._side(side) for side in ("for", "against")}
        self.small = SmallForm(session, "progress.weighing", self._add, self._options(()))
        self.rest = prose(html(""))
        self.next = Actions(session.guard, [], self._ask)
        titled = [
            box([prose(html("<h4>{title}</h4>", title=self._words[side])), table])
            for side, table in self.sides.items()
        ]
        both = box(titled, "iv-sides")
        self.who = form(session, [self._who(())], self._choose)
        self.shown = box([self.head, both, self.small.view, self.rest, self.next, self.who])
        self.nothing = prose(html("<p>{said}</p>", said=self._words["nothing"]), "iv-note")
        self.view = box([self.nothing, self.shown])

    def _side(self, side: str) -> Table:
        """Make the list of what speaks for it, or against it."""
        return Table(
            self._session.guard,
            self._words[side],
            [Column("text", self._words["text"]), Column("name", self._words["name"])],
            self._remove,
            lambda _view: self.draw(),
            empty=self._words[f"nothing_{side}"],
        )

    def draw(self) -> None:
        """Show the direction that is chosen, or ask for one."""
        one = self._weighed()
        show_if(self.shown, one is not None)
        show_if(self.nothing, one is None)
        if one is None:
            return
        self.head.value = html(
            '<h3 id="{panel}" tabindex="-1">{name}</h3><p>{note}</p>{met}',
            panel=PANEL,
            name=one.direction.name,
            note=one.direction.note,
            met=people_met(one),
        )
        self._show_side("for", one.speak_for)
        self._show_side("against", one.speak_against)
        self._show_form(one)
        self._show_who(one)
        self.rest.value = html(
            "{sure}{open}{next}", sure=sureness(one), open=open_questions(one), next=conversations_next(one)
        )
        self.next.change_actions(
            [
                Action(
                    str(other.contact.id),
                    self._words["go"][other.status.value].format(name=other.contact.name),
                )
                for other in one.proposals
            ]
        )
        show_if(self.next, bool(one.proposals))

    def _weighed(self) -> Weighed | None:
        logbook = self._session.logbook
        chosen = direction_weighed(logbook)
        every = weigh(logbook, self._session.today) if chosen else ()
        return next((weighed for weighed in every if weighed.direction == chosen), None)

    def _show_side(self, side: str, remarks: Sequence[Remark]) -> None:
        self.sides[side].show_page(remarks, self._remark_row)

    def _remark_row(self, remark: Remark) -> dict[str, object]:
        return {
            "id": remark.evidence.id,
            "cells": {"text": remark.evidence.text, "name": remark.name or self._words["myself"]},
            "actions": [("remove", self._words["remove"])],
        }

    def _show_form(self, one: Weighed) -> None:
        met = {contact.id for contact in one.met}
        about = sorted(talks(self._session.logbook), key=lambda talk: talk.contact.id not in met)[
            :MOST_OFFERED
        ]
        options = self._options([(str(talk.meeting.id), talk.contact.name) for talk in about])
        self.small.form.change_fields(fields("progress.weighing", options))
        self.small.show(f"evidence-{one.direction.id}", {"side": "for"})

    def _options(self, conversations: Options) -> dict[str, Options]:
        return {
            "side": list(self._words["sides"].items()),
            "meeting": [("", self._words["myself"]), *conversations],
        }

    def _show_who(self, one: Weighed) -> None:
        """Offer those who stand for no direction yet, and were not met."""
        logbook = self._session.logbook
        met = {meeting.contact_id for meeting in logbook.meetings.find(status=MeetingStatus.HELD)}
        free = [
            other
            for other in logbook.contacts.find(order="name", direction_id=None, rested_on=None)
            if other.id not in met
        ][:MOST_OFFERED]
        self.who.change_fields([self._who([(str(other.id), _label(other)) for other in free])])
        self.who.show(f"who-{one.direction.id}", {})
        show_if(self.who, bool(free))

    def _who(self, contacts: Options) -> Field:
        offered = [("", self._words["nobody"]), *contacts]
        return Field("contact", self._words["who"], "choice", options=offered, width="half")

    def _choose(self, record: str, _key: str, value: object) -> None:
        if value:
            number = int(str(value))
            self._session.change(
                lambda logbook: logbook.contacts.change(number, direction_id=number_of(record))
            )

    def _add(self, logbook: Logbook, record: str, typed: Typed) -> None:
        """Note one thing for or against the direction.

        Raises:
            InputError: It has no words.
        """
        text, meeting = typed.get("text", "").strip(), typed.get("meeting", "")
        if not text:
            raise InputError(self._words["no_text"], "text")
        logbook.evidence.add(
            Evidence(
                number_of(record),
                text,
                speaks_for=typed.get("side", "for") == "for",
                meeting_id=int(meeting) if meeting.isdecimal() else None,
            )
        )

    def _remove(self, _action: str, evidence_id: str) -> None:
        self._session.change(lambda logbook: logbook.evidence.remove(int(evidence_id)))

    def _ask(self, contact_id: str) -> None:
        one = self._weighed()
        proposed = {other.contact.id: other for other in one.proposals} if one else {}
        other = proposed.get(int(contact_id))
        if other:
            self._session.here.choose(other.contact.id)
            self._session.here.go(WHERE[other.status])


def _label(contact: Contact) -> str:
    return f"{contact.name}, {contact.organization}" if contact.organization else contact.name
