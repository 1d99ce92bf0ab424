"""Write the request: the messages around it, one at a time."""

from __future__ import annotations

from datetime import date

from infoview.contacts.introducers import ways_in
from infoview.dates.day_words import day_seen_from
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.requests.other_messages import KINDS, choose_kind, kind_chosen, last_sent, sent_letter
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.markup import html, prose
from workbook.pages.fields import fields, form, keep_typed, page_words, typed_so_far, unfinished
from workbook.pages.page import Wide, box, show_if
from workbook.pages.picker import names_offered
from workbook.pages.requests.other_message import Message
from workbook.session import Session


class OtherMessages(Wide):
    """A message of the kind that is chosen; the one that fits where things stand is chosen beforehand."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.other_messages")
        self.choice = form(session, self._choices("", None), self._choose)
        self.note = prose(html(""), "iv-note")
        self.message = Message(session, self._send)
        self.back = Actions(session.guard, [Action("back", self._words["take_back"])], self._take_back)
        self.view = box([self.choice, self.note, self.back, self.message.view])

    def draw(self) -> None:
        """Show the message of the kind chosen."""
        contact = self._session.here.contact
        show_if(self.choice, contact is not None)
        if contact is None:
            self._put_away(page_words("app.picker")["choose"])
            return
        kind, typed = kind_chosen(self._session.logbook, contact), self._typed(contact)
        self.choice.change_fields(self._choices(kind, contact))
        self.choice.show(unfinished(contact.id, "beside", 0), {**typed, "kind": kind.value})
        through = self._through(contact, typed)
        if kind is FollowUpKind.INTRODUCTION and through is None:
            self._put_away(self._words["choose"])
            return
        self._say_last(contact, kind)
        show_if(self.message.view, True)  # noqa: FBT003 - reads as a sentence
        self.message.draw(contact, kind, through if kind is FollowUpKind.INTRODUCTION else None)

    def _put_away(self, said: str) -> None:
        show_if(self.message.view, False)  # noqa: FBT003 - reads as a sentence
        show_if(self.back, False)  # noqa: FBT003 - likewise
        show_if(self.note, True)  # noqa: FBT003 - likewise
        self.note.value = html("<p>{said}</p>", said=said)

    def _say_last(self, contact: Contact, kind: FollowUpKind) -> None:
        """Say when such a message went out already."""
        sent = last_sent(self._session.logbook, contact.id, kind)
        show_if(self.note, sent is not None)
        show_if(self.back, sent is not None and sent.sent_on == self._session.today)
        if sent and sent.sent_on:
            day = day_seen_from(self._session.today, sent.sent_on)
            said = self._words["sent_on"].format(what=self._words["kinds"][kind.value], day=day)
            self.note.value = html("<p>{said}</p>", said=said)

    def _choices(self, kind: str, contact: Contact | None) -> list[Field]:
        """What is asked before writing: the kind, and for an introduction who could give it."""
        kinds = [(kind.value, self._words["kinds"][kind.value]) for kind in KINDS]
        people = self._people(contact) if contact and kind == FollowUpKind.INTRODUCTION else []
        asked = fields(
            "requests.other_messages", {"kind": kinds, "through": [("", self._words["nobody"]), *people]}
        )
        return [field for field in asked if field.key == "kind" or kind == FollowUpKind.INTRODUCTION]

    def _people(self, contact: Contact) -> list[tuple[str, str]]:
        """Offer everybody who could introduce me, those with a reason first, and the reason with them."""
        logbook, chosen = self._session.logbook, self._typed(contact).get("through", "")
        ways = {way.contact_id: way for way in ways_in(logbook, contact) if way.contact_id}
        others = [
            other for other in logbook.contacts.find() if other.id != contact.id and other.id not in ways
        ]
        return [
            *((str(number), f"{way.name}: {way.reasons[0]}") for number, way in ways.items()),
            *names_offered(others, int(chosen) if chosen.isdecimal() else 0),
        ]

    def _typed(self, contact: Contact) -> dict[str, str]:
        return typed_so_far(self._session.logbook, unfinished(contact.id, "beside", 0))

    def _through(self, contact: Contact, typed: dict[str, str]) -> Contact | None:
        number = typed.get("through", "")
        if not number.isdigit() or int(number) == contact.id:
            return None
        return self._session.logbook.contacts.first(id=int(number))

    def _choose(self, record: str, key: str, value: object) -> None:
        contact = self._session.here.contact
        if key == "kind" and contact:
            self._session.change(lambda logbook: choose_kind(logbook, contact.id, str(value)))
        else:
            self._session.change(lambda logbook: keep_typed(logbook, record, key, value))

    def _send(self, logbook: Logbook, letter: FollowUp, day: date) -> None:
        sent_letter(logbook, letter, day)
        choose_kind(logbook, letter.contact_id, letter.kind.value)

    def _take_back(self, _key: str) -> None:
        contact = self._session.here.contact
        kind = kind_chosen(self._session.logbook, contact) if contact else None
        sent = last_sent(self._session.logbook, contact.id, kind) if contact and kind else None
        if sent:
            self._session.change(lambda logbook: logbook.follow_ups.change(sent.id, sent_on=None))
