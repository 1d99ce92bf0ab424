"""The reflection: one page about conversations, for a course, begun from what the debriefs hold.

The questions are those that courses usually ask: what fitted with what was known before and what did not,
what it did to one's interest, what is still to find out, what comes next. What was told in confidence, and
how to reach people, is never in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from infoview.content import words
from infoview.dates.day_words import full_date
from infoview.exporters.cleaning import Cleaner
from infoview.exporters.paper import fill, listed
from infoview.exporters.sharing import cleaner_for
from infoview.exporters.sound import sound
from infoview.exporters.word_file import new_document
from infoview.logbook import Logbook, first_meetings
from infoview.progress.synthesis import Talk, filled
from infoview.records.takeaways import Takeaway

SHORT = (Takeaway.PRESENT_JOB, Takeaway.SKILLS_MATCH)
"""What is taken from each of several conversations, so that they fit on one page."""
ROOM = 2600
"""Letters that fit on one page in the usual size; with more, the print is a little smaller."""
_ABBREVIATIONS = ("Dr", "Mr", "Ms", "Mrs", "Prof", "St", "a.m", "p.m", "e.g", "i.e")
"""After these a full stop ends no sentence."""
_FIRST_SENTENCE = re.compile(
    r".+?" + "".join(rf"(?<!\b{re.escape(short)})" for short in _ABBREVIATIONS) + r"[.!?](?=\s|$)", re.DOTALL
)
_ENDS = (".", "!", "?", "…", "”", '"')


@dataclass(frozen=True, slots=True)
class Answer:
    """One question of the reflection, and what the person says to it."""

    key: str
    question: str
    text: str


def questions() -> dict[str, str]:
    """Give the questions by their keys, in their order."""
    return dict(words("exports")["reflection"]["questions"])


def suggestions(logbook: Logbook, conversations: Sequence[Talk]) -> dict[str, str]:
    """Begin an answer to each question from the debriefs of some conversations; "" where they say nothing."""
    talks = sorted(conversations, key=lambda talk: talk.meeting.on or date.min)
    cleaner = Cleaner(logbook.contacts.find(), names=True)
    writer = _Writer(logbook, talks)
    makers: dict[str, Callable[[Talk], Iterator[str]]] = {
        "who": writer.who,
        "expected": writer.expected,
        "learned": writer.learned,
        "interest": writer.interest,
        "open": writer.gaps,
        "next": writer.steps,
    }
    once = _Once()
    found = {key: [listed(once(make(talk)), " ") for talk in talks] for key, make in makers.items()}
    found["open"].append(writer.untold())
    return {key: cleaner.clean(listed(parts, "\n")) for key, parts in found.items()}


def for_readers(logbook: Logbook, answers: Iterable[Answer], *, names: bool) -> list[Answer]:
    """Make the answers fit to be handed in: without names unless they may stay, and without confidences."""
    cleaner = cleaner_for(logbook, names=names)
    return [replace(answer, text=cleaner.clean(answer.text)) for answer in answers]


class _Once:
    """Lets a sentence pass the first time it comes: what stands in two boxes of a debrief is said once."""

    def __init__(self) -> None:
        self._said: set[str] = set()

    def __call__(self, sentences: Iterable[str]) -> Iterator[str]:
        for sentence in sentences:
            key = sentence.casefold()
            if key not in self._said:
                self._said.add(key)
                yield sentence


class _Writer:
    """Writes what one conversation has to say to each question."""

    def __init__(self, logbook: Logbook, talks: Sequence[Talk]) -> None:
        self._logbook = logbook
        self._talks = talks
        self._words = words("exports")["reflection"]["begin"]
        self._met = first_meetings(logbook)

    def who(self, talk: Talk) -> Iterator[str]:
        who = listed([talk.contact.name, talk.contact.title, talk.contact.organization])
        if talk.meeting.on:
            yield self._words["met"].format(who=who, day=full_date(talk.meeting.on))
        else:
            yield self._words["met_undated"].format(who=who)
        if talk.meeting.purpose.strip():
            yield self._words["purpose"].format(purpose=_whole(talk.meeting.purpose))

    def expected(self, talk: Talk) -> Iterator[str]:
        meeting = talk.meeting
        if meeting.assumption.strip():
            yield self._words["guess"].format(guess=_whole(meeting.assumption))
        if meeting.sure_before is not None and meeting.sure_after is not None:
            yield self._words["sure"].format(before=meeting.sure_before, after=meeting.sure_after)
        if meeting.surprised.strip():
            yield self._words["surprised"].format(surprised=_whole(meeting.surprised))

    def learned(self, talk: Talk) -> Iterator[str]:
        wanted = tuple(Takeaway) if len(self._talks) == 1 else SHORT
        facts = [talk.learned[takeaway].text for takeaway in wanted if takeaway in talk.learned]
        sentences = [_first_sentence(fact) for fact in facts if fact.strip()]
        if sentences and len(self._talks) > 1:
            yield f"{talk.contact.name}:"
        yield from sentences

    def interest(self, talk: Talk) -> Iterator[str]:
        yield from (
            _sentence(learned.reaction) for learned in talk.learned.values() if learned.reaction.strip()
        )
        yield from (
            _sentence(evidence.text) for evidence in self._logbook.evidence.find(meeting_id=talk.meeting.id)
        )

    def gaps(self, talk: Talk) -> Iterator[str]:
        for skill in self._logbook.skills.find(meeting_id=talk.meeting.id):
            if skill.gap.strip():
                yield self._words["gap"].format(skill=skill.name, gap=_whole(skill.gap))

    def untold(self) -> str:
        """Name what none of the conversations was about."""
        told = filled(self._talks)
        names = [
            words("takeaways")[takeaway]["name"].lower() for takeaway in Takeaway if takeaway not in told
        ]
        return self._words["untold"].format(takeaways=listed(names)) if names and self._talks else ""

    def steps(self, talk: Talk) -> Iterator[str]:
        promises = self._logbook.promises.find(order="due_on", meeting_id=talk.meeting.id, mine=True)
        for promise in promises:
            if not promise.done_on:
                yield _sentence(promise.text)
        for led in self._logbook.introductions.find(meeting_id=talk.meeting.id):
            if led.contact_id in self._met:
                continue
            yield self._words["name"].format(name=self._logbook.contacts.get(led.contact_id).name)


def _whole(text: str) -> str:
    """End what was jotted down as a sentence."""
    text = " ".join(text.split())
    return text if text.endswith(_ENDS) else f"{text}."


def _sentence(text: str) -> str:
    """Make of what was jotted down a sentence of its own."""
    whole = _whole(text)
    return whole[:1].upper() + whole[1:]


def _first_sentence(text: str) -> str:
    found = _FIRST_SENTENCE.match(text.strip())
    return _sentence(found[0] if found else text)


# --- out ------------------------------------------------------------------------------------------------


def heading(logbook: Logbook, today: date) -> str:
    """Say whose reflection it is, and of which day."""
    return listed([logbook.profile.name, full_date(today)])


def as_text(answers: Iterable[Answer], by: str) -> str:
    """Write the reflection as plain text, to be copied."""
    title = words("exports")["reflection"]["title"]
    parts = [f"{answer.question}\n{answer.text.strip()}" for answer in answers if answer.text.strip()]
    return "\n\n".join([f"{title}\n{by}", *parts]) + "\n"


def as_page(answers: Iterable[Answer], by: str) -> str:
    """Write the reflection as one page of HTML, to be printed."""
    shown = [answer for answer in answers if answer.text.strip()]
    return fill("reflection", by=by, answers=shown, long=sum(len(answer.text) for answer in shown) > ROOM)


def as_document(answers: Iterable[Answer], by: str) -> bytes:
    """Write the reflection as a Word document (.docx).

    Raises:
        InputError: What writes Word files is not there, as in a browser.
    """
    import io  # noqa: PLC0415 - as below

    document = new_document()
    from docx.shared import Cm, Pt  # noqa: PLC0415 - slow to load, and only a document needs it

    document.core_properties.author = ""
    document.styles["Normal"].font.size = Pt(11)
    for section in document.sections:
        section.top_margin = section.bottom_margin = section.left_margin = section.right_margin = Cm(2.2)
    document.add_heading(words("exports")["reflection"]["title"], level=1)
    document.add_paragraph(sound(by))
    for answer in answers:
        if answer.text.strip():
            document.add_heading(answer.question, level=2)
            for paragraph in answer.text.strip().splitlines():
                document.add_paragraph(sound(paragraph))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
