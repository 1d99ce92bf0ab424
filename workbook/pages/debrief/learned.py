"""Debrief: ten minutes, one small screen after another."""

from __future__ import annotations

from infoview.content import words
from infoview.debrief.screens import SCREENS, begin, filled, note_left, take_note_over
from infoview.logbook import Logbook
from infoview.records.meetings import Meeting
from infoview.text.plurals import number_in_words
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.markup import Html, html, prose
from workbook.pages.debrief.screens import answer, answers, asked, head, was_weighed
from workbook.pages.empty import Empty
from workbook.pages.fields import form, keep_typed, number_of, page_words, typed_so_far, unfinished
from workbook.pages.meeting_chosen import conversation
from workbook.pages.page import box, show_if
from workbook.session import Session

HALF = 3
"""Of the talk, from 1 to 5: both talked as much."""


class Learned:
    """The seven take-aways and three questions about the talk, one at a time; going back loses nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("debrief.learned")
        self.intro = prose(html(""))
        self.start = Actions(
            session.guard, [Action("begin", self._words["begin"], primary=True)], self._begin
        )
        self.jump = form(session, [self._places(set())], self._jump)
        self.head = prose(html(""))
        self.note = prose(html(""))
        self.take = Actions(session.guard, [Action("take", self._words["take"])], self._take)
        self.form = form(session, [], self._change)
        self.after = prose(html(""), "iv-note")
        self.ways = Actions(session.guard, [], self._go)
        self.empty = Empty(session, "talk")
        self.before = box([self.intro, self.start])
        self.screen = box([self.head, self.note, self.take, self.form, self.after, self.ways, self.jump])
        self.view = box([self.empty.view, self.before, self.screen])

    def draw(self) -> None:
        """Show where one is: before the first screen, or at one of the ten."""
        meeting = conversation(self._session)
        begun = bool(meeting and self._at(meeting))
        show_if(self.empty.view, meeting is None)
        show_if(self.before, meeting is not None and not begun)
        show_if(self.screen, begun)
        if meeting is None:
            return
        if begun:
            self._show(meeting, self._at(meeting))
        else:
            self.intro.value = self._introduce(meeting)

    def _at(self, meeting: Meeting) -> str:
        """Tell at which screen one was; "" before the debrief has begun."""
        kept = typed_so_far(self._session.logbook, _record(meeting)).get("screen", "")
        if kept in SCREENS:
            return kept
        written = filled(self._session.logbook, meeting)
        return next((screen for screen in SCREENS if screen not in written), SCREENS[0]) if written else ""

    def _introduce(self, meeting: Meeting) -> Html:
        notes = [
            note for note in self._session.logbook.notes.find(meeting_id=meeting.id) if note.text.strip()
        ]
        said = number_in_words(self._words["notes"], len(notes))
        return html(
            "<p>{intro}</p><p>{notes}</p>",
            intro=self._words["intro"],
            notes=said if notes else self._words["no_notes"],
        )

    def _show(self, meeting: Meeting, screen: str) -> None:
        logbook = self._session.logbook
        written = filled(logbook, meeting)
        self.jump.change_fields([self._places(written)])
        self.jump.show(f"place-{meeting.id}", {"screen": screen})
        self.head.value = self._head(meeting, screen, written)
        note = note_left(logbook, meeting.id, screen)
        label, text = self._kept(meeting, screen, note)
        self.note.value = html(
            '<div class="iv-kept"><p><strong>{label}</strong> {text}</p></div>', label=label, text=text
        )
        show_if(self.note, bool(text))
        show_if(self.take, bool(note))
        with self.form.hold_sync():
            self.form.legend = self._place(SCREENS.index(screen) + 1)
            self.form.change_fields(asked(screen, meeting))
            self.form.show(f"debrief-{screen}-{meeting.id}", answers(logbook, meeting, screen))
        said = self._after(meeting, screen)
        self.after.value = html("<p>{said}</p>", said=said)
        show_if(self.after, bool(said))
        self.ways.change_actions(self._ways(screen))

    def _head(self, meeting: Meeting, screen: str, written: set[str]) -> Html:
        """The place among the ten as a row of marks, the question, and what one had meant to ask."""
        number, shown = SCREENS.index(screen) + 1, head(screen)
        marks = [
            html(
                '<li class="{state}"{current}><span class="iv-unseen">{name}</span></li>',
                state="now" if each == screen else "done" if each in written else "open",
                current=html(' aria-current="step"') if each == screen else html(""),
                name=head(each).short,
            )
            for each in SCREENS
        ]
        about = "" if screen == "surprise" else screen
        questions = self._session.logbook.questions.find(
            meeting_id=meeting.id, takeaway=about, order="position"
        )
        return html(
            '<ol class="iv-ten" aria-label="{ten}">{marks}</ol><p class="iv-place">{place}</p>'
            '<h3 class="iv-voice">{title}</h3><p>{hint}</p>{asked}',
            ten=self._words["ten"],
            marks=marks,
            place=self._place(number),
            title=shown.title,
            hint=shown.hint,
            asked=[
                html(
                    "<p>{label} {questions}</p>",
                    label=self._words["asked"],
                    questions=[html("<q>{text}</q> ", text=question.text) for question in questions],
                )
            ]
            if questions
            else "",
        )

    def _place(self, number: int) -> str:
        left = len(SCREENS) - number + 1
        said: str = self._words["place" if left > 1 else "place_last"]
        return said.format(number=number, total=len(SCREENS), minutes=left)

    def _kept(self, meeting: Meeting, screen: str, note: str) -> tuple[str, str]:
        """Find what stands above the boxes: the words of the note pad, or the guess one went with."""
        if screen != "guess" or not was_weighed(meeting):
            return self._words["note"], note
        said = self._words["guess"]
        return said["label"], f"{meeting.assumption} {said['before'].format(before=meeting.sure_before)}"

    def _after(self, meeting: Meeting, screen: str) -> str:
        """Say what follows from the answers."""
        if screen == "surprise":
            unasked = self._session.logbook.learned.find(meeting_id=meeting.id, unasked=True)
            names = ", ".join(words("takeaways")[question.takeaway]["short"] for question in unasked)
            return self._words["unasked"].format(names=names) if names else ""
        if screen == "guess" and meeting.sure_before is not None and meeting.sure_after is not None:
            before, after = meeting.sure_before, meeting.sure_after
            key = "same" if before == after else "more" if after > before else "less"
            return str(self._words["guess"][key].format(before=before, after=after))
        if screen == "talk" and meeting.focus not in {None, HALF}:
            return str(self._words["focus_said"]["mine" if (meeting.focus or 0) < HALF else "theirs"])
        return ""

    def _places(self, written: set[str]) -> Field:
        options = [
            (
                screen,
                self._words["written" if screen in written else "open"].format(
                    number=number, name=head(screen).short
                ),
            )
            for number, screen in enumerate(SCREENS, start=1)
        ]
        return Field("screen", self._words["jump"], "choice", options=options, width="half")

    def _ways(self, screen: str) -> list[Action]:
        at = SCREENS.index(screen)
        back = [Action("back", self._words["back"].format(name=head(SCREENS[at - 1]).short))] if at else []
        if at + 1 == len(SCREENS):
            return [*back, Action("finish", self._words["finish"], primary=True)]
        onward = self._words["next"].format(name=head(SCREENS[at + 1]).short)
        return [*back, Action("next", onward, primary=True)]

    def _begin(self, _key: str) -> None:
        meeting, today = conversation(self._session), self._session.today
        if meeting:

            def step(logbook: Logbook) -> None:
                begin(logbook, meeting, today)
                keep_typed(logbook, _record(meeting), "screen", SCREENS[0])

            self._session.change(step)
            self.form.enter()

    def _go(self, way: str) -> None:
        meeting = conversation(self._session)
        if meeting is None:
            return
        if way == "finish":
            number = len(filled(self._session.logbook, meeting))
            self._session.here.go("debrief.skills")
            self._session.say(self._words["finished"].format(number=number, total=len(SCREENS)))
            return
        at = SCREENS.index(self._at(meeting)) + (1 if way == "next" else -1)
        self._move(meeting, SCREENS[at])
        self.form.enter()

    def _jump(self, record: str, _key: str, value: object) -> None:
        meeting = self._session.logbook.meetings.get(number_of(record))
        if value in SCREENS:
            self._move(meeting, str(value))

    def _move(self, meeting: Meeting, screen: str) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, _record(meeting), "screen", screen))

    def _take(self, _key: str) -> None:
        meeting, today = conversation(self._session), self._session.today
        if meeting:
            screen = self._at(meeting)
            self._session.change(lambda logbook: take_note_over(logbook, meeting.id, screen, today))

    def _change(self, record: str, key: str, value: object) -> None:
        screen, today = record.split("-")[1], self._session.today
        self._session.change(lambda logbook: answer(logbook, number_of(record), screen, key, value, today))


def _record(meeting: Meeting) -> str:
    """Name where it is kept at which screen one is."""
    return unfinished(meeting.contact_id, "debrief", meeting.id)
