"""Debrief: the thank-you note, by mail or by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from infoview.debrief.thanks import (
    thank_you_draft,
    thank_you_for,
    thanks_in_words,
    to_do_next,
    to_thank_for,
    write_thank_you,
)
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.workflow.contacts import introducer_of
from infoview.workflow.templates import parts
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.takeout import Takeout
from workbook.markup import Html, html, prose
from workbook.pages.day_done import DayDone
from workbook.pages.debrief.section import AboutTalk
from workbook.pages.fields import fields, form, keep_typed, number_of, page_words, typed_so_far, unfinished
from workbook.pages.meeting_chosen import conversation
from workbook.pages.message import Coached, ways_out
from workbook.pages.page import Wide, box, show_if
from workbook.session import Session

TWO_PARTS = {"learned": "first_part", "next": "second_part"}
"""Which part of a follow-up holds which part of a thank-you note."""
SHOWN = 4
"""How many lines of the debrief are shown as a reminder; more would be a wall."""


class Thanks(AboutTalk, Wide):
    """The thank-you note, in two parts beside what the debrief holds for them, coached like the request."""

    def __init__(self, session: Session) -> None:
        self._words = page_words("debrief.thanks")
        ways = list(self._words["ways"].items())
        self.note = prose(html(""), "iv-note")
        self.way = form(session, [Field("way", self._words["way"], "radios", options=ways)], self._choose)
        self.material = prose(html(""))
        self.form = form(session, self._fields(by_hand=False), self._change, self._words["legend"])
        self.coached = Coached(session)
        self.same = prose(html(""), "iv-note")
        self.takeout = Takeout(session.guard, page_words("requests.send")["label"])
        self.day = DayDone(session, "debrief.thanks")
        self.actions = Actions(session.guard, [], self._act)
        self.introducer = prose(html(""), "iv-note")
        self.tell = Actions(session.guard, [], self._tell)
        self.out = box([self.coached.view, self.same, self.takeout, self.day.view, self.actions])
        written = box([self.form, self.out], "iv-columns")
        super().__init__(session, [self.note, self.way, self.material, written, self.introducer, self.tell])

    def draw_talk(self, meeting: Meeting) -> None:
        """Show the note as it is, how it reads, and how things stand with it."""
        logbook = self._session.logbook
        contact = logbook.contacts.get(meeting.contact_id)
        by_hand = self._by_hand(meeting)
        notes = logbook.follow_ups.find(meeting_id=meeting.id, kind=FollowUpKind.THANK_YOU)
        said = thanks_in_words(meeting, contact.name, notes, self._session.today)
        self.note.value = html("<p>{said}</p>", said=said)
        self.way.show(_record(meeting), {"way": "hand" if by_hand else "mail"})
        self.material.value = self._material(meeting)
        note = thank_you_for(logbook, meeting, by_hand=by_hand)
        with self.form.hold_sync():
            self.form.change_fields(self._fields(by_hand=by_hand))
            values = {field["key"]: getattr(note, field["key"]) for field in self.form.fields}
            self.form.show(f"thanks-{'hand' if by_hand else 'mail'}-{meeting.id}", values)
        for part in (self.same, self.takeout):
            show_if(part, note.written)
        if note.written:
            self._show_written(meeting, contact, note)
        else:
            self.coached.clear()
        self.day.show(unfinished(meeting.contact_id, "thanked", meeting.id))
        show_if(self.day.view, note.written and not note.sent_on)
        self._show_actions(note, notes)
        self._show_introducer(contact, meeting)

    def _show_written(self, meeting: Meeting, contact: Contact, note: FollowUp) -> None:
        logbook = self._session.logbook
        self.coached.show(contact, thank_you_draft(logbook, contact, note), by_hand=note.by_hand)
        same = note.by_hand and thank_you_for(logbook, meeting).first_part.strip() == note.first_part.strip()
        self.same.value = html("<p>{said}</p>", said=self._words["same"]) if same else html("")
        out = ways_out(note.subject, note.body, to=contact.email, sender=logbook.profile.email)
        self.takeout.show(out[:1] if note.by_hand else out)

    def _show_actions(self, note: FollowUp, notes: Sequence[FollowUp]) -> None:
        """Offer to mark this note as sent, or to take such a mark back, even where no word of it is here."""
        said, offered = page_words("requests.send"), []
        if note.written and not note.sent_on:
            offered.append(Action("sent", said["sent"], primary=True))
        if note.sent_on:
            offered.append(Action("take_back", said["take_back"]))
        elif any(other.sent_on and other.by_hand != note.by_hand for other in notes):
            label = self._words["take_back"]["mail" if note.by_hand else "hand"]
            offered.append(Action("take_back_other", label))
        self.actions.change_actions(offered)
        show_if(self.actions, bool(offered))

    def _show_introducer(self, contact: Contact, meeting: Meeting) -> None:
        """Remember whoever led here: once we met, they would like to hear how it went."""
        met = meeting.status is MeetingStatus.HELD
        introducer = introducer_of(self._session.logbook, contact) if met else None
        show_if(self.introducer, introducer is not None)
        show_if(self.tell, introducer is not None)
        if introducer:
            names = {"introducer": introducer.name, "name": contact.name}
            self.introducer.value = html("<p>{said}</p>", said=self._words["introducer"].format(**names))
            self.tell.change_actions([Action("tell", self._words["tell"].format(**names))])

    def _material(self, meeting: Meeting) -> Html:
        """What the debrief holds for the two parts, for the eye only: the words of a letter are new ones."""
        logbook = self._session.logbook
        found = {
            "heard": to_thank_for(logbook, meeting)[:SHOWN],
            "next": to_do_next(logbook, meeting)[:SHOWN],
        }
        return html(
            '<div class="iv-kept">{lists}</div>' if any(found.values()) else "",
            lists=[
                html(
                    "<div><p><strong>{label}</strong></p><ul>{lines}</ul></div>",
                    label=self._words[key],
                    lines=[html("<li>{line}</li>", line=line) for line in lines],
                )
                for key, lines in found.items()
                if lines
            ],
        )

    def _fields(self, *, by_hand: bool) -> list[Field]:
        around = {field.key: field for field in fields("debrief.thanks")}
        two = [
            Field(TWO_PARTS[part["key"]], part["label"], "long", part["hint"], tuple(part["examples"]))
            for part in parts("thank-you")
        ]
        opening = [around["greeting"]] if by_hand else [around["subject"], around["greeting"]]
        return [*opening, *two, around["closing"]]

    def _by_hand(self, meeting: Meeting) -> bool:
        return typed_so_far(self._session.logbook, _record(meeting)).get("way") == "hand"

    def _choose(self, record: str, _key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, record, "way", value))

    def _change(self, record: str, key: str, value: object) -> None:
        by_hand = record.startswith("thanks-hand")
        self._session.change(
            lambda logbook: write_thank_you(logbook, number_of(record), key, value, by_hand=by_hand)
        )

    def _act(self, key: str) -> None:
        meeting = conversation(self._session)
        if meeting is None:
            return
        by_hand = self._by_hand(meeting) != (key == "take_back_other")

        def mark(logbook: Logbook, day: date | None) -> None:
            write_thank_you(logbook, meeting.id, "sent_on", day, by_hand=by_hand)

        if key == "sent":
            self.day.mark(mark)
        else:
            self._session.change(lambda logbook: mark(logbook, None))

    def _tell(self, _key: str) -> None:
        """Go to where the introducer is told, with them chosen."""
        contact = self._session.here.contact
        introducer = introducer_of(self._session.logbook, contact) if contact else None
        if introducer:
            self._session.here.choose(introducer.id)
            self._session.here.go("debrief.update")


def _record(meeting: Meeting) -> str:
    """Name where it is kept by which way a note is written."""
    return unfinished(meeting.contact_id, "thanks", meeting.id)
