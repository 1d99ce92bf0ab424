"""Debrief: what was learned under each of the seven, names given, promises, and the thank-you note."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from infoview.changes import (
    add_name_given,
    hold,
    thank_you_for,
    write_learned,
    write_thank_you,
)
from infoview.coach import Draft, DraftKind, review
from infoview.contacts import Contact
from infoview.content import words
from infoview.day_words import day_in_words
from infoview.debriefs import Promise
from infoview.errors import InputError
from infoview.followups import FollowUp
from infoview.letters import parts
from infoview.logbook import Logbook
from infoview.meetings import Meeting, MeetingStatus
from infoview.takeaways import Takeaway
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.table import Column, Table
from workbook.components.takeout import Takeout
from workbook.markup import html, prose
from workbook.pages.fields import (
    Options,
    day_of,
    fields,
    forget_typed,
    form,
    keep_typed,
    number_of,
    page_words,
    typed_so_far,
    unfinished,
)
from workbook.pages.letter import preview, remarks, ways_out
from workbook.pages.page import Wide, box, show_if
from workbook.pages.picker import PersonPicker
from workbook.pages.questions import needs_meeting
from workbook.session import Session

TWO_PARTS = {"learned": "first_part", "next": "second_part"}
"""Which part of a follow-up holds which part of a thank-you note."""


class Conversation:
    """Which conversation the debrief is about."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("debrief.meeting")
        self.picker = PersonPicker(session)
        self.which = form(session, [self._which(())], self._choose)
        self.said = prose(html(""), "iv-note")
        self.actions = Actions(session.guard, [], self._act)
        self.view = box([self.picker.view, self.which, self.said, self.actions])

    def draw(self) -> None:
        """Say which meeting it is, and offer to mark it as held."""
        self.picker.draw()
        contact, meeting = self._session.contact, conversation(self._session)
        self._draw_which(meeting)
        planned = meeting is not None and meeting.status is MeetingStatus.PLANNED
        show_if(self.actions, contact is not None and (meeting is None or planned))
        self.said.value = html("")
        if contact is None:
            return
        if meeting is None:
            self.said.value = html("<p>{said}</p>", said=self._words["none"].format(name=contact.name))
            self.actions.change_actions([Action("add", self._words["add"], primary=True)])
            return
        self.said.value = html("<p>{said}</p>", said=self._say(meeting))
        if planned:
            held, not_yet = self._words["held"], self._words["not_yet"]
            self.actions.change_actions([Action("held", held, primary=True), Action("cancel", not_yet)])

    def _draw_which(self, meeting: Meeting | None) -> None:
        """Offer the conversations with the person chosen, where there are several."""
        meetings = conversations(self._session)
        show_if(self.which, len(meetings) > 1)
        if meeting and len(meetings) > 1:
            self.which.change_fields([self._which([(str(one.id), self._name(one)) for one in meetings])])
            self.which.show(f"which-{meeting.contact_id}", {"meeting": str(meeting.id)})

    def _which(self, options: Options) -> Field:
        return Field("meeting", self._words["which"], "choice", options=options)

    def _choose(self, record: str, _key: str, value: object) -> None:
        self._session.choose(number_of(record), int(str(value)))

    def _name(self, meeting: Meeting) -> str:
        kind = page_words("questions.meeting")["kinds"][meeting.kind.value]
        day = day_in_words(meeting.on) if meeting.on else self._words["no_day"]
        return str(self._words["on"].format(day=day, kind=kind))

    def _say(self, meeting: Meeting) -> str:
        if meeting.status is MeetingStatus.PLANNED and meeting.on and meeting.on > self._session.today:
            return str(self._words["planned_ahead"].format(day=day_in_words(meeting.on)))
        return self._name(meeting)

    def _act(self, key: str) -> None:
        contact, meeting, today = self._session.contact, conversation(self._session), self._session.today
        if key == "add" and contact:
            held = Meeting(contact.id, status=MeetingStatus.HELD, on=today)
            self._session.change(lambda logbook: logbook.meetings.add(held))
        elif key == "held" and meeting:
            self._session.change(lambda logbook: hold(logbook, meeting, today))
        elif key == "cancel" and meeting:
            self._session.change(
                lambda logbook: logbook.meetings.change(meeting.id, status=MeetingStatus.CANCELLED)
            )
            self._session.say(self._words["fell_through"])


class SevenTakeaways:
    """What was learned, under each of the seven."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("debrief.learned")
        names = words("takeaways")
        asked = [
            Field(
                takeaway.value,
                f"{names[takeaway.value]['name']}: {names[takeaway.value]['debrief_prompt']}",
                "long",
                names[takeaway.value]["debrief_hint"],
            )
            for takeaway in Takeaway
        ]
        self.form = form(session, asked, self._change, self._words["legend"])
        self.count = prose(html(""), "iv-note")
        self.empty = needs_talk()
        self.view = box([self.empty, self.form, self.count])

    def draw(self) -> None:
        """Show what is written so far."""
        meeting = conversation(self._session)
        show_if(self.form, meeting is not None)
        show_if(self.count, meeting is not None)
        show_if(self.empty, meeting is None)
        if meeting is None:
            return
        learned = {
            one.takeaway.value: one.text for one in self._session.logbook.learned.find(meeting_id=meeting.id)
        }
        self.form.show(f"learned-{meeting.id}", learned)
        filled = sum(bool(text.strip()) for text in learned.values())
        self.count.value = html("<p>{said}</p>", said=self._words["count"].format(number=filled))

    def _change(self, record: str, key: str, value: object) -> None:
        today = self._session.today
        self._session.change(
            lambda logbook: write_learned(logbook, number_of(record), Takeaway(key), str(value), today)
        )


class NamesGiven:
    """People they mentioned: contacts now, with who gave the name."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("debrief.names")
        self.form = form(session, fields("debrief.names"), self._type, self._words["legend"])
        self.actions = Actions(session.guard, [Action("add", self._words["add"], primary=True)], self._add)
        self.list = prose(html(""), "iv-note")
        self.empty = needs_talk()
        self.shown = box([self.form, self.actions, self.list])
        self.view = box([self.empty, self.shown])

    def draw(self) -> None:
        """Show what is typed, and the names from this conversation."""
        meeting = conversation(self._session)
        show_if(self.shown, meeting is not None)
        show_if(self.empty, meeting is None)
        if meeting is None:
            return
        logbook = self._session.logbook
        record = unfinished(meeting.contact_id, "given", meeting.id)
        typed = typed_so_far(logbook, record)
        self.form.show(record, {**typed, "may_use_name": typed.get("may_use_name") == "yes"})
        given = logbook.introductions.find(meeting_id=meeting.id)
        names = ", ".join(logbook.contacts.get(one.contact_id).name for one in given)
        self.list.value = (
            html("<p>{said}</p>", said=self._words["list"].format(names=names)) if names else html("")
        )

    def _type(self, record: str, key: str, value: object) -> None:
        text = "yes" if value is True else value or ""
        self._session.change(lambda logbook: keep_typed(logbook, record, key, text))

    def _add(self, _key: str) -> None:
        introducer, meeting = self._session.contact, conversation(self._session)
        if introducer is None or meeting is None:
            return
        record, today = unfinished(introducer.id, "given", meeting.id), self._session.today
        typed = typed_so_far(self._session.logbook, record)
        name = " ".join(typed.get("name", "").split())
        contact = Contact(name, typed.get("organization", "").strip(), why=typed.get("why", ""))
        may_use_name = typed.get("may_use_name") == "yes"

        def step(logbook: Logbook) -> Contact:
            forget_typed(logbook, record)
            return add_name_given(logbook, contact, meeting, may_use_name=may_use_name, today=today)

        with self.form.refusals():
            if not name:
                raise InputError(self._words["no_name"], "name")
            added = self._session.change(step)
        self._session.say(self._words["added"].format(name=added.name, introducer=introducer.name))


class Promises(Wide):
    """Who promised what, and by when."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("debrief.promises")
        offered = list(self._words["options"].items())
        self.form = form(
            session, fields("debrief.promises", {"mine": offered}), self._type, self._words["legend"]
        )
        self.actions = Actions(session.guard, [Action("add", self._words["add"], primary=True)], self._add)
        columns = [Column(key, label) for key, label in self._words["columns"].items()]
        self.table = Table(
            session.guard,
            self._words["caption"],
            columns,
            self._act,
            lambda _view: self.draw(),
            empty=self._words["empty"],
        )
        self.empty = needs_talk()
        self.shown = box([self.form, self.actions, self.table])
        self.view = box([self.empty, self.shown])

    def draw(self) -> None:
        """Show the promises of this conversation."""
        meeting = conversation(self._session)
        show_if(self.shown, meeting is not None)
        show_if(self.empty, meeting is None)
        if meeting is None:
            return
        record = unfinished(meeting.contact_id, "promise", meeting.id)
        self.form.show(record, {"mine": "mine", **typed_so_far(self._session.logbook, record)})
        promises = self._session.logbook.promises.find(meeting_id=meeting.id, order="due_on")
        start, size = self.table.first_row(len(promises)), self.table.page_size
        self.table.show([self._row(promise) for promise in promises[start : start + size]], len(promises))

    def _row(self, promise: Promise) -> dict[str, object]:
        if promise.done_on:
            when = self._words["done_on"].format(day=day_in_words(promise.done_on))
        elif promise.due_on:
            when = self._words["due"].format(day=day_in_words(promise.due_on))
        else:
            when = self._words["no_day"]
        state = "undo" if promise.done_on else "done"
        return {
            "id": promise.id,
            "cells": {
                "text": promise.text,
                "who": self._words["options"]["mine" if promise.mine else "theirs"],
                "when": when,
            },
            "actions": [(state, self._words[state]), ("remove", self._words["remove"])],
        }

    def _type(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, record, key, value))

    def _add(self, _key: str) -> None:
        meeting = conversation(self._session)
        if meeting is None:
            return
        record = unfinished(meeting.contact_id, "promise", meeting.id)
        with self.form.refusals():
            promise = self._promised(meeting, typed_so_far(self._session.logbook, record))

        def step(logbook: Logbook) -> None:
            logbook.promises.add(promise)
            forget_typed(logbook, record)

        self._session.change(step)

    def _promised(self, meeting: Meeting, typed: Mapping[str, str]) -> Promise:
        """Make a promise of what was typed.

        Raises:
            InputError: There are no words, or the day is none.
        """
        text = typed.get("text", "").strip()
        if not text:
            raise InputError(self._words["empty_text"], "text")
        return Promise(
            text,
            meeting_id=meeting.id,
            contact_id=meeting.contact_id,
            mine=typed.get("mine", "mine") == "mine",
            due_on=day_of(typed.get("due_on"), "due_on"),
        )

    def _act(self, action: str, promise_id: str) -> None:
        number = int(promise_id)
        if action == "remove":
            self._session.change(lambda logbook: logbook.promises.remove(number))
        else:
            day = self._session.today if action == "done" else None
            self._session.change(lambda logbook: logbook.promises.change(number, done_on=day))


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
        self.preview = prose(html(""))
        self.advice = prose(html(""))
        self.note = prose(html(""), "iv-note")
        self.takeout = Takeout(session.guard, page_words("requests.send")["label"])
        self.actions = Actions(session.guard, [], self._act)
        self.empty = needs_talk()
        beside = box([self.preview, self.advice, self.takeout, self.note, self.actions])
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
        self.preview.value = preview(
            contact.email or contact.name, note.subject, note.body if written else ""
        )
        self.advice.value = html("")
        if not written:
            return
        profile = self._session.logbook.profile
        said = review(
            Draft(
                DraftKind.THANK_YOU,
                note.subject,
                note.body,
                recipient_name=contact.name,
                recipient_organization=contact.organization,
                sender_name=profile.name,
            )
        )
        self.advice.value = remarks(said, count=self._words["words"].format(number=said.words))
        self.takeout.show(ways_out(note.subject, note.body, to=contact.email, sender=profile.email))
        key = "take_back" if note.sent_on else "sent"
        label = page_words("requests.send")[key]
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


def conversations(session: Session) -> list[Meeting]:
    """List the meetings with the person chosen that did not fall through, by their days."""
    contact = session.contact
    found = session.logbook.meetings.find(contact_id=contact.id) if contact else ()
    meetings = [meeting for meeting in found if meeting.status is not MeetingStatus.CANCELLED]
    return sorted(meetings, key=lambda meeting: meeting.on or date.max)


def conversation(session: Session) -> Meeting | None:
    """Find the conversation to write about: the one chosen, else the last one so far, else the next."""
    meetings, today = conversations(session), session.today
    chosen = [meeting for meeting in meetings if meeting.id == session.meeting_id]
    so_far = [
        meeting
        for meeting in meetings
        if meeting.status is MeetingStatus.HELD or (meeting.on and meeting.on <= today)
    ]
    return (chosen or so_far[-1:] or meetings or [None])[0]


def needs_talk() -> object:
    """What stands in a section that needs a conversation first."""
    return needs_meeting("debrief.meeting", "nothing")


ROWS = (
    (("meeting", Conversation),),
    (("learned", SevenTakeaways),),
    (("names", NamesGiven),),
    (("promises", Promises),),
    (("thanks", Thanks),),
)
