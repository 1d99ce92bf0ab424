"""Prepare questions: the message with the questions, for somebody who answers by e-mail."""

from __future__ import annotations

from datetime import date

from infoview.dates.day_words import full_date
from infoview.logbook import Logbook
from infoview.questions.by_mail import letter
from infoview.records.meetings import Meeting
from infoview.workflow.meetings import hold
from workbook.components.actions import Action, Actions
from workbook.components.takeout import Takeout
from workbook.markup import html, prose
from workbook.pages.day_done import DayDone
from workbook.pages.fields import page_words, unfinished
from workbook.pages.meeting_chosen import current_meeting
from workbook.pages.message import preview, ways_out
from workbook.pages.page import box, show_if
from workbook.session import Session


class ByMail:
    """The questions as one message, the day they went out, and the day the answers came."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.by_mail")
        self.said = prose(html(""))
        self.text = prose(html(""))
        self.takeout = Takeout(session.guard, page_words("requests.send")["label"])
        self.day = DayDone(session, "questions.by_mail")
        self.actions = Actions(session.guard, [], self._act)
        self.view = box([self.said, self.text, self.takeout, self.day.view, self.actions])

    def draw(self, meeting: Meeting) -> None:
        """Show the message as it reads, and what comes next."""
        logbook = self._session.logbook
        contact, (subject, body) = logbook.contacts.get(meeting.contact_id), letter(logbook, meeting)
        sent = meeting.questions_sent_on
        key = "sent" if sent else "draft" if body else "empty"
        day = full_date(sent) if sent else ""
        self.said.value = html("<p>{said}</p>", said=self._words[key].format(name=contact.name, day=day))
        self.text.value = preview(contact.email or contact.name, subject, body) if body else html("")
        self.takeout.show(ways_out(subject, body, to=contact.email, sender=logbook.profile.email))
        self.day.show(unfinished(contact.id, "questions_sent", meeting.id))
        offered = ("answered", "not_sent") if sent else ("i_sent",) if body else ()
        self.actions.change_actions([Action(key, self._words[key], key != "not_sent") for key in offered])
        show_if(self.takeout, bool(body))
        for part in (self.day.view, self.actions):
            show_if(part, bool(offered))

    def _act(self, key: str) -> None:
        meeting = current_meeting(self._session)
        if meeting is None:
            return
        if key == "not_sent":
            self._session.change(lambda logbook: logbook.meetings.change(meeting.id, questions_sent_on=None))
            return

        def mark(logbook: Logbook, day: date) -> None:
            if key == "answered":
                hold(logbook, meeting, day)
            else:
                logbook.meetings.change(meeting.id, questions_sent_on=day)

        self.day.mark(mark)
        if key == "answered":
            self._session.here.choose(meeting.contact_id, meeting.id)
            self._session.here.go("debrief.learned")
