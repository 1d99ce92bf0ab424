"""Prepare questions: a question of one's own, with the coach reading along."""

from __future__ import annotations

from infoview.content import words
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.questions.advice import QuestionReview, review_question
from infoview.questions.running_order import add_question
from infoview.records.contacts import Contact
from infoview.records.meetings import Meeting, MeetingQuestion
from infoview.records.takeaways import OTHER, Takeaway
from infoview.text.plurals import number_in_words
from workbook.components.actions import Action, Actions
from workbook.components.remarks import Remarks
from workbook.pages.advice import remarks_from
from workbook.pages.fields import (
    fields,
    forget_typed,
    page_words,
    typed_form,
    typed_so_far,
    unfinished,
)
from workbook.pages.meeting_chosen import current_meeting
from workbook.pages.page import box, show_if
from workbook.session import Session

SHORTEST = 3
"""Words below which nobody can tell a question from a beginning of one."""
_NOTHING = QuestionReview(OTHER, asks_for_job=False, advice=())


class OwnQuestion:
    """A question in one's own words; the coach guesses what it is about, and says how to put it better."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.own")
        names = words("takeaways")
        takeaways = [
            (OTHER, self._words["something_else"]),
            *((takeaway.value, names[takeaway.value]["name"]) for takeaway in Takeaway),
        ]
        asked = fields("questions.own", {"takeaway": takeaways})
        self.form = typed_form(session, asked, self._words["legend"])
        self.advice = Remarks(session.guard)
        self.add = Actions(session.guard, [Action("add", self._words["add"], primary=True)], self._add)
        self.view = box([self.form, self.advice, self.add])

    def draw(self, contact: Contact, meeting: Meeting) -> None:
        """Show the question typed so far, what it seems to be about, and the coach's advice."""
        record = unfinished(contact.id, "own", meeting.id)
        typed = typed_so_far(self._session.logbook, record)
        text = typed.get("text", "")
        reviewed = review_question(text) if text.strip() else _NOTHING
        self.form.show(record, {"takeaway": reviewed.takeaway} | typed)
        show_if(self.advice, reviewed is not _NOTHING)
        if len(text.split()) < SHORTEST:
            self.advice.show(record, [], count="", verdict=self._words["short"])
        else:
            self._advise(record, reviewed)

    def _advise(self, record: str, reviewed: QuestionReview) -> None:
        """Say how the question could be put better, or that it is good, and what it seems to be about."""
        about = words("takeaways").get(reviewed.takeaway, {}).get("name", "")
        guessed = self._words["guessed"].format(takeaway=about) if about else self._words["no_guess"]
        remarks = remarks_from(reviewed.advice)
        verdict = number_in_words(self._words["to_change"], len(remarks))
        self.advice.show(record, remarks, count=guessed, verdict=verdict)

    def _add(self, _key: str) -> None:
        meeting = current_meeting(self._session)
        if meeting is None:
            return
        record = unfinished(meeting.contact_id, "own", meeting.id)
        typed = typed_so_far(self._session.logbook, record)
        text = " ".join(typed.get("text", "").split())
        with self.form.refusals():
            if not text:
                raise InputError(self._words["empty"], "text")
        about = typed.get("takeaway") or review_question(text).takeaway
        asked = MeetingQuestion(meeting.id, text, "" if about == OTHER else about)

        def step(logbook: Logbook) -> None:
            add_question(logbook, asked)
            forget_typed(logbook, record)

        self._session.change(step)
