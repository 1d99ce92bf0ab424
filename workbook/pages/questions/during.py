"""Prepare questions: what to keep in mind during the talk, and words to borrow."""

from __future__ import annotations

from infoview.questions.checklist import When, awkward_moments, checklist, from_last_talk
from infoview.records.meetings import Meeting
from workbook.markup import Html, html, prose
from workbook.pages.fields import page_words
from workbook.pages.meeting_chosen import current_meeting
from workbook.pages.page import box
from workbook.session import Session


class During:
    """The dos and don'ts of the talk itself, and sentences for the moments one is afraid of."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.during")
        self.said = prose(html(""))
        self.view = box([self.said])

    def draw(self) -> None:
        """Show what a meeting of this kind asks for."""
        meeting = current_meeting(self._session)
        self.said.value = (
            self._shown(meeting)
            if meeting
            else html('<p class="iv-empty">{text}</p>', text=self._words["empty"])
        )

    def _shown(self, meeting: Meeting) -> Html:
        talk = [item for item in checklist(meeting.kind) if item.when is When.TALK]
        return html(
            '{last}<h3>{mind}</h3><ul class="iv-mind">{items}</ul>'
            '<h3>{say}</h3><ul class="iv-moments">{says}</ul>',
            last=self._last_time(meeting),
            mind=self._words["mind"],
            items=[
                html("<li><strong>{text}</strong> {why}</li>", text=item.text, why=item.why) for item in talk
            ],
            say=self._words["say"],
            says=[
                html("<li><span>{moment}</span>“{words}”</li>", moment=moment.moment, words=moment.words)
                for moment in awkward_moments(meeting.kind, meeting.minutes)
            ],
        )

    def _last_time(self, meeting: Meeting) -> Html:
        """Say again what one wrote for oneself after the last talk."""
        last = from_last_talk(self._session.logbook, meeting)
        if last is None:
            return html("")
        name = self._session.logbook.contacts.get(last.contact_id).name
        return html(
            '<div class="iv-kept"><p><strong>{label}</strong> {text}</p></div>',
            label=self._words["last_time"].format(name=name),
            text=last.next_time.strip(),
        )
