"""Write the request: one message of another kind, written in parts, read by the coach, and taken out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.requests.other_messages import (
    hint_of,
    letter_as_draft,
    letter_for,
    offers,
    parts_of,
    write_letter,
)
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.takeout import Takeout
from workbook.markup import html, prose
from workbook.pages.day_done import DayDone
from workbook.pages.fields import fields, form, page_words, unfinished
from workbook.pages.message import Coached, ways_out
from workbook.pages.page import box, show_if
from workbook.session import Session


class Message:
    """A letter about a contact: its parts beside the way it reads.

    Args:
        session: The session.
        on_sent: Called within a change, with the letter and its day, when the person says that they sent it.
    """

    def __init__(self, session: Session, on_sent: Callable[[Logbook, FollowUp, date], None]) -> None:
        self._session = session
        self._words = page_words("requests.message")
        self._sent = on_sent
        self._letter: FollowUp | None = None
        self.form = form(session, [], self._change, self._words["legend"])
        self.coached = Coached(session)
        self.takeout = Takeout(session.guard, page_words("requests.send")["label"])
        self.actions = Actions(
            session.guard,
            [Action("sent", page_words("requests.send")["sent"], primary=True)],
            self._act,
        )
        self.day = DayDone(session, "requests.message")
        self.out = box([self.takeout, self.day.view, self.actions])
        self.hint = prose(html(""), "iv-note")
        written = box([self.form, box([self.coached.view, self.out])], "iv-columns")
        self.view = box([self.hint, written])

    def draw(
        self, contact: Contact, kind: FollowUpKind, through: Contact | None = None, *, paid: bool = False
    ) -> None:
        """Show the letter of a kind about a contact, to whoever can introduce them or to themselves."""
        logbook = self._session.logbook
        letter = self._letter = letter_for(logbook, contact, kind, through)
        self.hint.value = html("<p>{hint}</p>", hint=hint_of(kind))
        self.form.change_fields(self._fields(contact, kind))
        record = f"letter-{kind.value}-{through.id if through else 0}-to-{contact.id}"
        self.form.show(record, {field["key"]: getattr(letter, field["key"]) for field in self.form.fields})
        self.day.show(unfinished(contact.id, f"sent_{kind.value}", 0))
        show_if(self.out, letter.written)
        if not letter.written:
            self.coached.clear()
            return
        to, note = through or contact, kind is FollowUpKind.LINKEDIN_NOTE
        draft = letter_as_draft(logbook, contact, letter, through, paid=paid)
        self.coached.show(to, draft)
        items = ways_out(letter.subject, letter.body, to=to.email, sender=logbook.profile.email)
        self.takeout.show(items[:1] if note else items)

    def _fields(self, contact: Contact, kind: FollowUpKind) -> list[Field]:
        around = {field.key: field for field in fields("requests.write")}
        written = [
            Field(place, str(part["label"]), "long", str(part["hint"]), tuple(part["examples"]))
            for place, part in parts_of(kind)
        ]
        if kind is FollowUpKind.LINKEDIN_NOTE:
            return [replace(written[0], count="characters", rows=5)]
        texts = offers(self._session.logbook, contact, kind)
        first = replace(written[0], offers=texts)
        return [first, *written[1:], around["subject"], around["greeting"], around["closing"]]

    def _change(self, record: str, key: str, value: object) -> None:
        """Write into the letter the text was typed for, whatever is chosen by now."""
        _, kind, through_id, _, contact_id = record.split("-")

        def step(logbook: Logbook) -> None:
            through = logbook.contacts.first(id=int(through_id))
            contact = logbook.contacts.get(int(contact_id))
            letter = letter_for(logbook, contact, FollowUpKind(kind), through)
            write_letter(logbook, letter, key, str(value))

        self._session.change(step)

    def _act(self, _key: str) -> None:
        letter = self._letter
        if letter:
            self.day.mark(lambda logbook, day: self._sent(logbook, letter, day))
