"""Debrief: the thank-you note."""

from __future__ import annotations

from datetime import timedelta

from infoview.coach import DraftKind
from infoview.day_words import day_in_words
from infoview.drafts import letter_draft
from infoview.followups import FollowUp
from infoview.letters import parts
from infoview.meetings import Meeting
from infoview.thanks import thank_you_for, write_thank_you
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.takeout import Takeout
from workbook.markup import html, prose
from workbook.pages.debrief.conversation import conversation, needs_talk
from workbook.pages.fields import (
    fields,
    form,
    number_of,
    page_words,
)
from workbook.pages.letter import Coached, ways_out
from workbook.pages.page import Wide, box, show_if
from workbook.session import Session

TWO_PARTS = {"learned": "first_part", "next": "second_part"}
"""Which part of a follow-up holds which part of a thank-you note."""


class Thanks(Wide):
    """The thank-you note, in two parts, coached like the request."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("debrief.thanks")
        around = {field.key: field for field in fields("debrief.thanks")}
        two = [
            Field(TWO_PARTS[part["key"]], part["label"], "long", part["hint"], tuple(part["examples"]))
            for part in parts("thank-you")
        ]
        asked = [around["subject"], around["greeting"], *two, around["closing"]]
        self.form = form(session, asked, self._change, self._words["legend"])
        self.coached = Coached(session)
        self.note = prose(html(""), "iv-note")
        self.takeout = Takeout(session.guard, page_words("requests.send")["label"])
        self.actions = Actions(session.guard, [], self._act)
        self.empty = needs_talk()
        beside = box([self.coached.view, self.takeout, self.note, self.actions])
        self.shown = box([self.form, beside], "iv-columns")
        self.view = box([self.empty, self.shown])

    def draw(self) -> None:
        """Show the note as it is, how it reads, and when it is due."""
        contact, meeting = self._session.contact, conversation(self._session)
        show_if(self.shown, meeting is not None)
        show_if(self.empty, meeting is None)
        if contact is None or meeting is None:
            return
        note = thank_you_for(self._session.logbook, meeting)
        self.form.show(
            f"thanks-{meeting.id}", {field["key"]: getattr(note, field["key"]) for field in self.form.fields}
        )
        written = bool(note.first_part.strip() or note.second_part.strip())
        self.note.value = html("<p>{said}</p>", said=self._when(meeting, note))
        show_if(self.takeout, written)
        show_if(self.actions, written)
        if not written:
            self.coached.clear()
            return
        logbook = self._session.logbook
        draft = letter_draft(logbook, contact, DraftKind.THANK_YOU, note.subject, note.body)
        self.coached.show(contact, draft)
        self.takeout.show(ways_out(note.subject, note.body, to=contact.email, sender=logbook.profile.email))
        key, sending = "take_back" if note.sent_on else "sent", page_words("requests.send")
        label = sending["take_back"] if note.sent_on else sending["sent"]["mail"]
        self.actions.change_actions([Action(key, label, primary=not note.sent_on)])

    def _when(self, meeting: Meeting, note: FollowUp) -> str:
        if note.sent_on:
            return self._words["sent_on"].format(day=day_in_words(note.sent_on))
        due_on = (meeting.on or self._session.today) + timedelta(days=1)
        if due_on < self._session.today:
            return str(self._words["late"])
        return self._words["due"].format(day=day_in_words(due_on))

    def _change(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: write_thank_you(logbook, number_of(record), key, value))

    def _act(self, key: str) -> None:
        meeting = conversation(self._session)
        if meeting:
            day = self._session.today if key == "sent" else None
            self._session.change(lambda logbook: write_thank_you(logbook, meeting.id, "sent_on", day))
