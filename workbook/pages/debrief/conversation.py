"""Debrief: which conversation it is about."""

from __future__ import annotations

from infoview.dates.day_words import day_seen_from
from infoview.debrief.screens import filled
from infoview.logbook import Logbook
from infoview.records.meetings import Meeting, MeetingKind, MeetingStatus
from infoview.workflow.meetings import call_off, hold
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.markup import html, prose
from workbook.pages.fields import Options, forget_typed, form, number_of, page_words, unfinished
from workbook.pages.meeting_chosen import conversation, conversations
from workbook.pages.page import Bare, box, show_if
from workbook.pages.picker import PersonPicker
from workbook.session import Session


class Conversation(Bare):
    """Which conversation the debrief is about."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("debrief.conversation")
        self.picker = PersonPicker(session)
        self.which = form(session, [self._which(())], self._choose)
        self.said = prose(html(""), "iv-note")
        self.actions = Actions(session.guard, [], self._act)
        self.view = box([self.picker.view, self.which, self.said, self.actions])

    def draw(self) -> None:
        """Say which meeting it is, and offer to mark it as held."""
        self.picker.draw()
        contact, meeting = self._session.here.contact, conversation(self._session)
        self._draw_which(meeting)
        planned = meeting is not None and meeting.status is MeetingStatus.PLANNED
        silent = meeting is not None and not planned and not filled(self._session.logbook, meeting)
        show_if(self.actions, contact is not None and (meeting is None or planned or silent))
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
            self.actions.change_actions([Action("held", held), Action("cancel", not_yet)])
        else:
            self.actions.change_actions([Action("ahead", self._words["still_ahead"])])

    def _draw_which(self, meeting: Meeting | None) -> None:
        """Offer the conversations with the person chosen, where there are several."""
        meetings = conversations(self._session)
        show_if(self.which, len(meetings) > 1)
        if meeting and len(meetings) > 1:
            self.which.change_fields(
                [self._which([(str(meeting.id), self._name(meeting)) for meeting in meetings])]
            )
            self.which.show(f"which-{meeting.contact_id}", {"meeting": str(meeting.id)})

    def _which(self, options: Options) -> Field:
        return Field("meeting", self._words["which"], "choice", options=options)

    def _choose(self, record: str, _key: str, value: object) -> None:
        self._session.here.choose(number_of(record), int(str(value)))

    def _name(self, meeting: Meeting) -> str:
        day = day_seen_from(self._session.today, meeting.on) if meeting.on else str(self._words["no_day"])
        if meeting.kind is MeetingKind.NOT_SAID:
            return day
        kind = page_words("questions.meeting")["kinds"][meeting.kind.value]
        return str(self._words["on"].format(day=day, kind=kind[:1].lower() + kind[1:]))

    def _say(self, meeting: Meeting) -> str:
        today = self._session.today
        if meeting.status is MeetingStatus.PLANNED and meeting.on and meeting.on > today:
            return str(self._words["planned_ahead"].format(day=day_seen_from(today, meeting.on)))
        return self._name(meeting)

    def _act(self, key: str) -> None:
        contact, meeting, today = self._session.here.contact, conversation(self._session), self._session.today
        if key == "add" and contact:
            held = Meeting(contact.id, status=MeetingStatus.HELD, on=today)
            self._session.change(lambda logbook: logbook.meetings.add(held))
        elif key == "held" and meeting:
            self._session.change(lambda logbook: hold(logbook, meeting, today))
        elif key == "cancel" and meeting:
            self._session.change(lambda logbook: call_off(logbook, meeting))
            self._session.say(self._words["fell_through"])
        elif key == "ahead" and contact and meeting:

            def step(logbook: Logbook) -> None:
                logbook.meetings.change(meeting.id, status=MeetingStatus.PLANNED)
                forget_typed(logbook, unfinished(contact.id, "debrief", meeting.id))

            self._session.change(step)
            self._session.say(self._words["ahead_again"].format(name=contact.name))
