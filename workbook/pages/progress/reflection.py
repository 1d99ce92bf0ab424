"""Progress: one page for a course."""

from __future__ import annotations

from infoview.dates.day_words import full_date
from infoview.exporters.reflection import (
    Answer,
    as_document,
    as_page,
    as_text,
    for_readers,
    heading,
    questions,
    suggestions,
)
from infoview.exporters.word_file import MEDIA_TYPE
from infoview.logbook import Logbook
from infoview.progress.synthesis import Talk, talks
from infoview.text.plurals import number_in_words
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.takeout import Copy, Download, Paper, Takeout
from workbook.markup import html, prose
from workbook.pages.fields import forget_typed, form, keep_typed, page_words, typed_so_far, unfinished
from workbook.pages.page import box, show_if
from workbook.session import Session

CHOSEN = "reflection.conversation"
READER, NAMED = "reflection.reader", "named"
EMPTIED = "\n"
"""Kept in place of "" for a box that the person has emptied, so that it stays empty."""


class Reflection:
    """A page that begins with what the debriefs hold and becomes the person's own."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.reflection")
        self.choice = form(session, self._choices([]), self._choose)
        asked = [Field(key, question, kind="long", rows=4) for key, question in questions().items()]
        self.form = form(session, asked, self._write, self._words["legend"])
        self.room = prose(html(""), "iv-hint")
        self.takeout = Takeout(session.guard, self._words["label"])
        self.again = Actions(session.guard, [Action("again", self._words["again"])], self._begin_again)
        self.filled = box([self.choice, self.form, self.room, self.takeout, self.again])
        self.empty = prose(html("<p>{said}</p>", said=self._words["empty"]), "iv-note")
        self.view = box([self.empty, self.filled])

    def draw(self) -> None:
        """Show the page about the chosen conversation, or say when there can be one."""
        held = talks(self._session.logbook)
        show_if(self.empty, not held)
        show_if(self.filled, bool(held))
        if held:
            self._draw_page(held)

    def _draw_page(self, held: tuple[Talk, ...]) -> None:
        chosen = self._chosen(held)
        self.choice.change_fields(self._choices(held))
        reader = self._reader
        self.choice.show("reflection-choice", {"conversation": str(chosen), "reader": reader})
        answers = self._answers(held, chosen)
        self.form.show(_record(held, chosen), {answer.key: answer.text for answer in answers})
        answers = for_readers(self._session.logbook, answers, names=reader == NAMED)
        by = heading(self._session.logbook, self._session.today)
        number = sum(len(answer.text.split()) for answer in answers)
        said = number_in_words(self._words["words"], number)
        self.room.value = html("<p>{said}</p>", said=self._words["room"].format(said=said))
        self.takeout.show(
            [
                Copy("copy", self._words["copy"], as_text(answers, by)),
                Download("document", self._words["document"], lambda: self._document(answers, by)),
                Paper("print", self._words["print"], lambda: as_page(answers, by)),
            ]
        )
        show_if(self.again, bool(typed_so_far(self._session.logbook, _record(held, chosen))))

    def _answers(self, held: tuple[Talk, ...], chosen: int) -> list[Answer]:
        """Take what the person wrote, and where they have not, what their debrief holds."""
        about = [talk for talk in held if chosen in {0, talk.meeting.id}]
        begun = suggestions(self._session.logbook, about)
        written = typed_so_far(self._session.logbook, _record(held, chosen))
        return [
            Answer(key, question, written.get(key, begun[key]).removesuffix(EMPTIED))
            for key, question in questions().items()
        ]

    def _chosen(self, held: tuple[Talk, ...]) -> int:
        """Tell which conversation the page is about: the one chosen, else the latest; 0 is all of them."""
        kept = self._session.logbook.recall(CHOSEN)
        known = {str(talk.meeting.id) for talk in held} | {"0"}
        return int(kept) if kept in known else held[0].meeting.id

    def _choices(self, held: tuple[Talk, ...] | list[Talk]) -> list[Field]:
        offered = [(str(talk.meeting.id), self._label(talk)) for talk in held]
        if len(offered) > 1:
            offered.append(("0", self._words["all"]))
        options = {"conversation": offered, "reader": list(self._words["readers"].items())}
        return [
            Field(**entry, options=tuple(options[entry["key"]]))
            for entry in page_words("progress.reflection")["choose"]
        ]

    @property
    def _reader(self) -> str:
        kept = self._session.logbook.recall(READER)
        return kept if kept in self._words["readers"] else NAMED

    def _label(self, talk: Talk) -> str:
        if talk.meeting.on is None:
            return str(self._words["conversation_undated"].format(name=talk.contact.name))
        day = full_date(talk.meeting.on)
        return str(self._words["conversation"].format(name=talk.contact.name, day=day))

    def _choose(self, _record: str, key: str, value: object) -> None:
        name = READER if key == "reader" else CHOSEN
        self._session.change(lambda logbook: logbook.remember(name, str(value)))

    def _write(self, record: str, key: str, value: object) -> None:
        def keep(logbook: Logbook) -> None:
            keep_typed(logbook, record, key, str(value) or EMPTIED)

        self._session.change(keep)

    def _begin_again(self, _key: str) -> None:
        record = self.form.record
        self._session.change(lambda logbook: forget_typed(logbook, record))
        self._session.say(self._words["again_done"])

    def _document(self, answers: list[Answer], by: str) -> tuple[str, bytes, str]:
        return f"reflection-{self._session.today.isoformat()}.docx", as_document(answers, by), MEDIA_TYPE


def _record(held: tuple[Talk, ...], chosen: int) -> str:
    """Name the page's record; what is written about someone goes when they do."""
    people = {talk.meeting.id: talk.contact.id for talk in held}
    return unfinished(people[chosen], "reflection", chosen) if chosen else "reflection-0"
