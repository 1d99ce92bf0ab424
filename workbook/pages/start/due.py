"""Start: what is to be done today, and what comes after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from infoview.content import words
from infoview.dates.day_words import day_seen_from
from infoview.logbook import Logbook
from infoview.next_steps.due import Due, DueKind, DueState, due
from infoview.next_steps.first_minute import FirstQuestion, question_now
from infoview.next_steps.mark import (
    Mark,
    can_be_done_at_once,
    can_fall_through,
    cross_out,
    fall_through,
    finish,
    take_back,
)
from infoview.next_steps.suggested import SuggestedKind, Suggestion, suggested
from infoview.progress.goal import month_progress
from infoview.records.contacts import Contact
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import RequestStatus
from infoview.requests.when_to_ask import next_to_ask
from infoview.text.sentences import first_sentence
from workbook.chapters import STEPS
from workbook.components.actions import Action, Actions
from workbook.components.rows import OPEN, Group, Row, Rows
from workbook.faces import face, person_line
from workbook.markup import Html, html, prose
from workbook.pages.fields import page_words
from workbook.pages.message import choose_letter
from workbook.pages.page import Bare, box, show_if
from workbook.pages.where import LETTERS, WHERE
from workbook.pictures import ring
from workbook.session import Session

NOW = {DueState.LATE, DueState.TODAY}
THEY_WAIT = {DueKind.THANK_YOU, DueKind.PROMISE, DueKind.INTRODUCER, DueKind.ASK_AGAIN}
"""The kinds of step on whose other side somebody waits."""
SUGGESTED = {
    SuggestedKind.FIND: "contacts.ideas",
    SuggestedKind.WRITE: "requests.write",
    SuggestedKind.FINISH: "requests.write",
}
"""Where what is suggested is done."""
ABOUT_SOMEONE = {"requests", "questions", "debrief"}
"""The steps that are about one person."""
AFTER = 5
"""How many small steps are shown below the large one."""
FACES = 5
"""How many of those who wait are shown by face."""


class WhatIsDue(Bare):
    """One next step, large; what comes after it in rows, folded by week; the goal, and who waits for whom.

    What was marked here stands under "Done", where it can be taken back; the last of it also above the next
    step, until one goes elsewhere.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words, self._today = page_words("start.due"), page_words("start.today")
        self.steps: tuple[Due, ...] = ()
        self.first: Due | None = None
        self._suggestion: Suggestion | None = None
        self._marks: list[tuple[Due, Mark]] = []
        self.left = prose(html(""), "iv-left")
        self.go_on = Actions(session.guard, [Action("go_on", self._today["go_on"])], self._go_on)
        self.last = prose(html(""), "iv-left")
        self.undo = Actions(
            session.guard,
            [Action("take_back", self._words["take_back"])],
            lambda _key: self._take_back(_id(self._marks[-1][0])),
        )
        self.hero = prose(html(""))
        self.hero_actions = Actions(session.guard, [], self._act_first)
        self.rows = Rows(session.guard, self._act)
        self.beside = prose(html(""), "iv-beside")
        self.where_left = box([self.left, self.go_on], "iv-left-row")
        self.done_last = box([self.last, self.undo], "iv-left-row")
        card = box([self.hero, self.hero_actions], "iv-card")
        stack = box([self.where_left, self.done_last, card, self.rows], "iv-stack")
        self.view = box([stack, self.beside], "iv-two")
        self._offer_undo(None)
        session.here.on_go(lambda _step, _section: self._offer_undo(None))
        session.on_reopen(self._begin_anew)

    def draw(self) -> None:
        """Show the next step, what comes after it, and how things stand; the first minute comes before."""
        logbook, today = self._session.logbook, self._session.today
        is_begun = question_now(logbook) is FirstQuestion.DONE
        (self.view.remove_class if is_begun else self.view.add_class)("iv-to-come")
        self.steps = due(logbook, today)
        self.first = next((step for step in self.steps if step.state in NOW), None)
        self._suggestion = None if self.first else suggested(logbook, today)
        self._draw_left()
        self._draw_first()
        self._draw_rows()
        self.beside.value = self._beside(logbook)

    def _draw_rows(self) -> None:
        """Show five small steps; fold what comes later by its week, and what was done here."""
        others = [step for step in self.steps if step is not self.first]
        groups = [Group("after", self._today["after"], [*map(self._row, others[:AFTER])], folded=False)]
        for key, title in self._today["weeks"].items():
            steps = [step for step in others[AFTER:] if _week(step, self._session.today) == key]
            groups.append(Group(key, title, [*map(self._row, steps)]))
        done = Group("done", self._today["weeks"]["done"], [*map(self._done_row, self._done_here())])
        self.rows.show([*groups, done])

    def _draw_left(self) -> None:
        """Offer to go on where one was the last time."""
        step, part = self._session.here.left
        titles = {key: title for key, title in page_words("app.steps").items() if key in STEPS[1:]}
        show_if(self.where_left, step in titles)
        if step not in titles:
            return
        place = page_words(f"{step}.parts").get(part, titles[step])
        contact = self._session.here.contact if step in ABOUT_SOMEONE else None
        said = self._today["left_about" if contact else "left"]
        name = contact.name if contact else ""
        self.left.value = html("<p>{said}</p>", said=said.format(place=place, name=name))

    def _draw_first(self) -> None:
        """Show the next step as a sentence with its person, and what can be done about it."""
        if self.first:
            contact = self._session.logbook.contacts.first(id=self.first.contact_id or 0)
            said, more = first_sentence(self.first.sentence)
            ways = self._ways(self.first)
            shown = [Action(key, label, primary=at == 0) for at, (key, label) in enumerate(ways)]
        else:
            suggestion = self._suggestion or Suggestion(SuggestedKind.FIND)
            contact, said_of = suggestion.contact, self._today["suggested"][suggestion.kind.value]
            name = contact.name if contact else ""
            said, more = said_of["title"].format(name=name), said_of["hint"]
            shown = [Action("suggested", said_of["go"], primary=True)]
        who = person_line(contact.name, contact.title, contact.organization) if contact else html("")
        self.hero.value = html(
            '{who}<p class="iv-voice" role="heading" aria-level="3">{said}</p><p>{more}</p>',
            who=who,
            said=said,
            more=more,
        )
        self.hero_actions.change_actions(shown)

    def _beside(self, logbook: Logbook) -> Html:
        """The goal as a ring, and the people who wait, on either side."""
        month = month_progress(logbook, self._session.today)
        met = month.met + month.carried
        mine = [step.contact for step in self.steps if step.state in NOW and step.kind in THEY_WAIT]
        contacts = {contact.id: contact.name for contact in logbook.contacts.find()}
        asked = [contacts[request.contact_id] for request in logbook.requests.find(status=RequestStatus.SENT)]
        ring_said = self._today["ring"].format(met=met, goal=month.goal)
        return html(
            '<div class="iv-ring-row">{ring}<p><strong>{said}</strong><br>'
            '<span class="iv-soft">{hint}</span></p></div>'
            "{they}{you}",
            ring=ring(met, month.goal, ring_said),
            said=ring_said,
            hint=self._today["ring_hint"],
            they=self._waiting("they_wait", mine),
            you=self._waiting("you_wait", asked),
        )

    def _waiting(self, key: str, names: Sequence[str]) -> Html:
        people = list(dict.fromkeys(name for name in names if name))
        if not people:
            return html("")
        return html(
            '<h3 class="iv-small">{title}</h3>'
            '<p class="iv-faces">{faces}<span class="iv-soft">{names}</span></p>',
            title=self._today[key],
            faces=[face(name) for name in people[:FACES]],
            names=", ".join(people),
        )

    def _go_on(self, _key: str) -> None:
        self._session.here.go(self._session.here.left[0])

    def _act_first(self, key: str) -> None:
        if key == "suggested" and self._suggestion:
            if self._suggestion.contact:
                self._session.here.choose(self._suggestion.contact.id)
            self._session.here.go(SUGGESTED[self._suggestion.kind])
        elif self.first:
            self._act(key, _id(self.first))

    def _row(self, step: Due) -> Row:
        is_named = step.contact and step.contact not in step.short
        below = [step.contact if is_named else "", _day(step, self._session.today)]
        return Row(
            _id(step),
            step.short,
            " · ".join(part for part in below if part),
            step.contact,
            opens=self._leads_somewhere(step),
            actions=[way for way in self._ways(step) if way[0] != OPEN],
        )

    def _done_row(self, step: Due) -> Row:
        return Row(_id(step), step.short, "", step.contact, actions=[("take_back", self._words["take_back"])])

    def _done_here(self) -> list[Due]:
        return [step for step, _ in reversed(self._marks)]

    def _ways(self, step: Due) -> list[tuple[str, str]]:
        """What can be done about a step: open where it is done, or say that it was."""
        ways = [(OPEN, str(self._words["go"][step.kind.value]))] if self._leads_somewhere(step) else []
        if can_be_done_at_once(step) or can_fall_through(step):
            ways.append(("done", str(self._words["done"][step.kind.value])))
        return [*ways, ("cross_out", str(self._words["crossed"]["label"]))]

    def _act(self, action: str, chosen: str) -> None:
        if action == "take_back":
            self._take_back(chosen)
            return
        step = next((step for step in self.steps if _id(step) == chosen), None)
        if step is None:
            self._session.say(self._words["gone"])
            return
        if action == "done":
            self._done(step)
            return
        if action == "cross_out":
            self._cross_out(step)
            return
        there = self._somebody_there(step)
        if there:
            self._session.here.choose(there.id)
            self._session.here.go("requests.write")
            return
        meeting = self._meeting(step)
        if meeting:
            self._session.here.choose(meeting.contact_id, meeting.id)
        elif step.contact_id:
            self._session.here.choose(step.contact_id)
            if step.kind in LETTERS:
                choose_letter(self._session, step.contact_id, LETTERS[step.kind])
        self._session.here.go(WHERE[step.kind])

    def _done(self, step: Due) -> None:
        """Mark a step, and offer to take the mark back."""
        today, off = self._session.today, can_fall_through(step)
        mark = self._session.change(
            lambda logbook: fall_through(logbook, step) if off else finish(logbook, step, today)
        )
        self._marks.append((step, mark))
        self._offer_undo(step)
        self._draw_rows()
        self._session.say(self._words["called_off" if off else "marked"])

    def _cross_out(self, step: Due) -> None:
        """Leave a step undone for good, and offer to take that back."""
        self._marks.append((step, self._session.change(lambda logbook: cross_out(logbook, step))))
        self._offer_undo(step, "crossed_out")
        self._draw_rows()
        self._session.say(self._words["crossed"]["said"])

    def _take_back(self, chosen: str) -> None:
        """Leave everything as it was before a mark; one that was changed since is a mark no longer."""
        found = next((pair for pair in self._marks if _id(pair[0]) == chosen), None)
        if found is None:
            self._session.say(self._words["gone"])
            return
        self._marks.remove(found)
        self._offer_undo(None)
        self._draw_rows()
        self._session.change(lambda logbook: take_back(logbook, found[1]))
        self._session.say(self._words["taken_back"])

    def _begin_anew(self) -> None:
        """Forget what was done in another logbook."""
        self._marks.clear()
        self._offer_undo(None)

    def _offer_undo(self, step: Due | None, said: str = "last") -> None:
        """Say what was marked last, with a way to take it back; or no longer."""
        sentence = self._words[said].format(short=step.short) if step else ""
        self.last.value = html("<p>{said}</p>", said=sentence)
        for part in (self.done_last, self.undo):
            show_if(part, step is not None)

    def _somebody_there(self, step: Due) -> Contact | None:
        """Find who comes next at the same place, where the step is to ask somebody else there."""
        if step.kind is not DueKind.SOMEONE_ELSE or step.contact_id is None:
            return None
        asked = self._session.logbook.contacts.get(step.contact_id)
        turn = next_to_ask(self._session.logbook, asked, self._session.today, same_place=True)
        return turn.contact if turn else None

    def _leads_somewhere(self, step: Due) -> bool:
        """Tell whether there is a place to open: a promise came up in a talk, or nowhere."""
        return step.kind is not DueKind.PROMISE or self._meeting(step) is not None

    def _meeting(self, step: Due) -> Meeting | None:
        """Find the meeting a step belongs to, so that its debrief opens."""
        logbook, number = self._session.logbook, 0
        if step.kind is DueKind.PROMISE:
            promise = logbook.promises.first(id=step.about)
            number = (promise and promise.meeting_id) or 0
        elif step.kind in {DueKind.DEBRIEF, DueKind.THANK_YOU}:
            number = step.about
        meeting = logbook.meetings.first(id=number) if number else None
        return meeting if meeting and meeting.status is not MeetingStatus.CANCELLED else None


def _id(step: Due) -> str:
    """Name a step's row: what is due of which kind, so that a list that moved on leads nobody astray."""
    return f"{step.kind.value}-{step.about}-{step.contact_id or 0}"


def _day(step: Due, today: date) -> str:
    """Say for which day a step is; one for any time has none."""
    if step.state is DueState.ANY_TIME:
        return ""
    return (
        str(words("next_steps")["state"]["today"])
        if step.due_on == today
        else day_seen_from(today, step.due_on)
    )


def _week(step: Due, today: date) -> str:
    """Name the fold in which a step waits: weeks begin on Monday."""
    if step.state in NOW:
        return "now"
    if step.state is DueState.ANY_TIME:
        return "any-time"
    monday = today + timedelta(days=7 - today.weekday())
    if step.due_on < monday:
        return "this-week"
    return "next-week" if step.due_on < monday + timedelta(days=7) else "later"
