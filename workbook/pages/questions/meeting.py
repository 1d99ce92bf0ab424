"""Prepare questions: when and where."""

from __future__ import annotations

from datetime import timedelta

from infoview.content import words
from infoview.dates.day_words import day_seen_from, full_date
from infoview.dates.two_clocks import both_clocks, changed_clocks
from infoview.records.contacts import Contact
from infoview.records.meetings import COSTS, DISTANT, Meeting, MeetingKind, MeetingStatus, Payer
from infoview.workflow.clocks import move_my_clock, move_their_clock, said_of
from infoview.workflow.meetings import call_off, called_off, change_meeting, plan_again
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.takeout import Takeout
from workbook.markup import Html, html, prose
from workbook.pages.fields import fields, form, number_of, page_words
from workbook.pages.meeting_chosen import current_meeting
from workbook.pages.page import box, show_if
from workbook.pages.questions.calendar_entry import calendar_entry
from workbook.session import Session

A_YEAR = timedelta(days=366)


class TheMeeting:
    """Which meeting is being prepared: whom, when and where."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.meeting")
        self.note = prose(html(""), "iv-note")
        self.plan = Actions(session.guard, [], self._plan)
        self.form = form(session, self._fields(MeetingKind.NOT_SAID), self._change, self._words["legend"])
        self.clocks = prose(html(""), "iv-note")
        self.off = Actions(session.guard, [Action("off", self._words["off"])], self._call_off)
        self.again = Actions(session.guard, [Action("again", self._words["on_again"])], self._plan_again)
        self.takeout = Takeout(session.guard, self._words["tell_calendar"])
        called_off = [self.takeout, self.again]
        self.view = box([self.note, *called_off, self.plan, self.form, self.clocks, self.off])

    def draw(self) -> None:
        """Show the meeting with the person chosen, or offer to plan one."""
        contact, meeting = self._session.here.contact, current_meeting(self._session)
        planned = meeting is not None and meeting.status is MeetingStatus.PLANNED
        show_if(self.form, meeting is not None)
        show_if(self.plan, contact is not None and not planned)
        show_if(self.off, planned)
        self.note.value = html("")
        self._draw_called_off(contact)
        if contact and not planned:
            self.note.value = html("<p>{said}</p>", said=self._say(contact, meeting))
            plan = self._words["plan"].format(name=contact.name)
            self.plan.change_actions([Action("plan", plan, primary=meeting is None)])
        show_if(self.clocks, meeting is not None)
        if contact and meeting:
            self.form.change_fields(self._fields(meeting.kind))
            values = {
                "my_city": said_of(self._session.logbook.profile),
                "their_city": said_of(contact),
            }
            own = [field["key"] for field in self.form.fields if field["key"] not in values]
            values |= {key: getattr(meeting, key) for key in own}
            self.form.show(f"meeting-{meeting.id}", values)
            self.clocks.value = self._clocks(contact, meeting)

    def _draw_called_off(self, contact: Contact | None) -> None:
        """Offer to take it back that a meeting was called off, and the file that tells the calendar."""
        off = called_off(self._session.logbook, contact.id) if contact else None
        show_if(self.again, off is not None)
        show_if(self.takeout, off is not None and off.on is not None)
        if contact and off:
            entry = calendar_entry(self._session, self._words["off_calendar"], contact, off)
            self.takeout.show([entry])

    def _say(self, contact: Contact, meeting: Meeting | None) -> str:
        """Say why no meeting is being planned: called off, over, or not thought of yet."""
        off = called_off(self._session.logbook, contact.id)
        if off is None:
            return str(self._words["past" if meeting else "none"].format(name=contact.name))
        day = day_seen_from(self._session.today, off.on) if off.on else ""
        return str(self._words["off_on" if day else "off_no_day"].format(name=contact.name, day=day))

    def _fields(self, kind: MeetingKind) -> list[Field]:
        """What is asked: who pays where it costs something, and whose clock says what at a distance."""
        needless = dict.fromkeys(("my_city", "their_city"), kind not in DISTANT)
        needless["who_pays"] = kind not in COSTS
        options = {
            "kind": [(kind.value, self._words["kinds"][kind.value]) for kind in MeetingKind],
            "who_pays": [
                ("", ""),
                *((payer.value, words("day")["payer"][payer.value]) for payer in Payer if payer),
            ],
        }
        asked = fields("questions.meeting", options)
        return [field for field in asked if not needless.get(field.key)]

    def _clocks(self, contact: Contact, meeting: Meeting) -> Html:
        """Say when it is for them, and whether the hours apart change before then."""
        here = self._session.logbook.profile.time_zone
        if meeting.on is None:
            return html("")
        if meeting.status is MeetingStatus.PLANNED and meeting.on < self._session.today:
            said = self._words["over"].format(day=full_date(meeting.on), name=contact.name)
            return html('<p role="status">{said}</p>', said=said)
        when = (meeting.on, meeting.at, here, contact.time_zone)
        far = meeting.on - self._session.today > A_YEAR
        said = (
            self._words["far"].format(day=full_date(meeting.on)) if far else "",
            both_clocks(*when, contact.name, (self._session.logbook.profile.city, contact.city)),
            changed_clocks(*when, self._session.today),
        )
        return html(
            '<div role="status">{lines}</div>',
            lines=[html("<p>{line}</p>", line=line) for line in said if line],
        )

    def _plan(self, _key: str) -> None:
        contact = self._session.here.contact
        if contact:
            self._session.change(lambda logbook: logbook.meetings.add(Meeting(contact.id)))

    def _call_off(self, _key: str) -> None:
        meeting = current_meeting(self._session)
        if meeting and meeting.status is MeetingStatus.PLANNED:
            self._session.change(lambda logbook: call_off(logbook, meeting))

    def _plan_again(self, _key: str) -> None:
        contact = self._session.here.contact
        meeting = called_off(self._session.logbook, contact.id) if contact else None
        if meeting:
            self._session.change(lambda logbook: plan_again(logbook, meeting))

    def _change(self, record: str, key: str, value: object) -> None:
        number = number_of(record)
        if key in {"my_city", "their_city"}:
            self._move_clock(number, key, str(value))
        else:
            self._session.change(lambda logbook: change_meeting(logbook, number, key, value))

    def _move_clock(self, meeting_id: int, key: str, text: str) -> None:
        """Note where one of the two clocks is; it stays with the person, for every meeting."""
        if key == "my_city":
            self._session.change_and_tell(lambda logbook: move_my_clock(logbook, text))
        else:
            contact_id = self._session.logbook.meetings.get(meeting_id).contact_id
            self._session.change_and_tell(lambda logbook: move_their_clock(logbook, contact_id, text))
