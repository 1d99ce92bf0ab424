"""The day sheet: everything for the room on one page, in print as large as the page allows.

What it says is the same on screen, on paper and in a Word file; how large the print can be, and how long the
texts, is reckoned here for a page that both A4 and US Letter have.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache

from infoview.content import words
from infoview.dates.business_days import ONE_DAY
from infoview.dates.day_words import day_in_words
from infoview.dates.zones import there
from infoview.logbook import Logbook
from infoview.questions.bank import CLOSING
from infoview.questions.running_order import closing, last_questions, opening, time_plan
from infoview.records.contacts import Contact
from infoview.records.meetings import USUAL_KIND, Meeting, MeetingQuestion, Payer
from infoview.records.profile import Profile

WIDTH, HEIGHT = 510.0, 715.0
"""The page in points inside its margins of 15 and 13 mm: as wide as A4, as high as US Letter."""
LABELS = 80.0
"""The width of the column with the headings of the facts, in points."""
LISTED = WIDTH - 24
"""The width of what stands in a list, in points."""
STAR = "★ "
SIZES = (14.0, 13.0, 12.0, 11.0)
"""Sizes of print in points, the largest that fits; eleven can still be read at arm's length."""
LEADING = 1.3
"""The height of a line, by the size of its print."""
BOLD = 1.12
"""How much wider bold print is, and headings and starred questions are bold."""
WORDS_A_SECOND = 2.5
INTRODUCTION = 3
"""Lines at most for who I am: one knows it by heart, and needs a glance."""
ROOMY, TIGHT = (26.0, 12.0), (13.0, 7.0)
"""Room to write below a starred question and below another, in points."""


@dataclass(frozen=True, slots=True)
class DaySheet:
    """What stands on the sheet, from top to bottom, and the size of its print in points.

    `facts` are headings with what stands beside them; `questions` are texts and whether they are starred, the
    starred first.
    """

    title: str
    who: str
    facts: tuple[tuple[str, str], ...]
    questions: tuple[tuple[str, bool], ...]
    closing: tuple[str, ...]
    remember: tuple[str, ...]
    size: float = SIZES[-1]


def day_sheet(logbook: Logbook, meeting: Meeting) -> DaySheet:
    """Gather what one needs in the room for a meeting, set so that it fits on one page.

    With more questions than a page can hold it grows, and nothing of them is left out.
    """
    contact, profile = logbook.contacts.get(meeting.contact_id), logbook.profile
    listed = logbook.questions.find(meeting_id=meeting.id, order="position")
    said = words("day")["sheet"]
    last = [question.text for question in listed if question.takeaway == CLOSING]
    last += [question.text for question in last_questions(listed)]
    day = day_in_words(meeting.on + ONE_DAY) if meeting.on else ""
    thanks = said["thanks_by"].format(name=contact.name, day=day) if day else ""
    return fitted(
        DaySheet(
            title=_one_line(said["title"].format(name=contact.name)),
            who=", ".join(filter(None, map(_one_line, (contact.title, contact.organization)))),
            facts=tuple(
                (said[key], _one_line(text))
                for key, text in _facts(meeting, contact, profile)
                if text.strip()
            ),
            questions=_questions(listed),
            closing=tuple(map(_one_line, (closing(meeting, profile), *last))),
            remember=(
                words("day")["remember"][meeting.kind or USUAL_KIND],
                *filter(None, [_one_line(thanks)]),
            ),
        )
    )


def fitted(sheet: DaySheet) -> DaySheet:
    """Set a sheet in the largest print in which it fits; where none does, long texts are cut short."""
    for room in (ROOMY, TIGHT):
        for size in SIZES:
            if height(sheet, size, room) <= HEIGHT:
                return replace(sheet, size=size)
    return replace(_shortened(sheet, SIZES[-1]), size=SIZES[-1])


def height(sheet: DaySheet, size: float, room: tuple[float, float]) -> float:
    """Reckon how much of the page a sheet takes, in points, with some room to write below each question."""
    line = size * LEADING
    taken = (lines(sheet.title, size * 1.5 * BOLD) * 1.5 + lines(sheet.who, size)) * line
    taken += sum(lines(text, size, WIDTH - LABELS) * line + 2 for _, text in sheet.facts)
    taken += 2 * (line * 1.1 + 14)  # the two headings, with the rules above them
    for text, starred in sheet.questions:
        breadth = size * BOLD if starred else size
        taken += lines(STAR + text, breadth, LISTED) * line + room[0 if starred else 1]
    taken += sum(lines(text, size, LISTED) * line + 2 for text in sheet.closing)
    return taken + sum(lines(text, size) for text in sheet.remember) * line + 14


def lines(text: str, size: float, width: float = WIDTH) -> int:
    """Reckon how many lines a text takes, on the safe side of the usual faces without serifs."""
    taken, place = 1, 0.0
    for word in text.split():
        long = sum(map(_breadth, word)) * size
        if place and place + long > width:
            taken, place = taken + 1, 0.0
        taken += int((place + long) // width)  # a word longer than a line is broken
        place = (place + long) % width + _breadth(" ") * size
    return taken


def shorten(text: str, most: int, size: float, width: float = WIDTH) -> str:
    """Cut a text at a word, so that it takes no more than so many lines."""
    if lines(text, size, width) <= most:
        return text
    cut = text
    while cut and lines(f"{cut} …", size, width) > most:
        shorter = cut.rpartition(" ")[0]
        cut = shorter if len(shorter) > len(cut) // 2 else cut[:-1]
    return f"{cut.rstrip(' ,;:.')} …"


def speaking_seconds(text: str) -> int:
    """Reckon how long a text takes to say, at an unhurried two and a half words a second."""
    return round(len(text.split()) / WORDS_A_SECOND)


def room_left(sheet: DaySheet) -> float:
    """Reckon what a page has left for writing, in points."""
    return max(0.0, HEIGHT - height(sheet, sheet.size, (0, 0)))


@cache
def _breadth(char: str) -> float:
    """How wide a character is, by the size of its print, as in DejaVu Sans, a wide face."""
    if unicodedata.east_asian_width(char) in "WF":
        return 1.02
    if char in "MW@%mw—…":
        return 1.0
    if char in " iIjl.,;:'!|()[]/ftr-":
        return 0.41
    return 0.76 if char.isupper() else 0.63


def _shortened(sheet: DaySheet, size: float) -> DaySheet:
    """Cut what is too long: one line for names and places, two for what is said or asked."""
    beside = WIDTH - LABELS
    at_most = {words("day")["sheet"][key]: 1 for key in ("when", "where", "number", "paying", "clock")}
    return replace(
        sheet,
        title=shorten(sheet.title, 1, size * 1.5 * BOLD),
        who=shorten(sheet.who, 1, size),
        facts=tuple(
            (label, shorten(text, at_most.get(label, 2), size, beside)) for label, text in sheet.facts
        ),
        questions=tuple(
            (shorten(STAR + text, 2, size * BOLD, LISTED).removeprefix(STAR), starred)
            for text, starred in sheet.questions
        ),
        closing=tuple(shorten(text, 2, size, LISTED) for text in sheet.closing),
    )


def _facts(meeting: Meeting, contact: Contact, profile: Profile) -> Iterator[tuple[str, str]]:
    content = words("day")
    yield "when", _when(meeting, contact, profile)
    kind = words("exports")["meeting_kind"][meeting.kind]
    place = meeting.place
    yield "where", f"{place} ({kind})" if place and kind else place or kind.capitalize()
    yield "number", contact.phone if contact.phone not in meeting.place else ""
    yield "paying", content["payer"][meeting.who_pays] if meeting.who_pays is not Payer.NOT_SAID else ""
    yield "purpose", meeting.purpose
    yield "assumption", meeting.assumption
    if not meeting.is_by_mail:
        yield "clock", _by_the_clock(meeting)
        yield "begin", opening(meeting, profile)
        yield "introduce", _beginning(_one_line(profile.introduction))


def _beginning(introduction: str) -> str:
    """Take the first sentences of what I say about myself, as many as a glance takes in."""
    sentences = re.split(r"(?<=[.!?]) ", introduction)
    fitting = [" ".join(sentences[:count]) for count in range(1, len(sentences) + 1)]
    beside = WIDTH - LABELS
    whole = [text for text in fitting if lines(text, SIZES[0], beside) <= INTRODUCTION]
    return whole[-1] if whole else shorten(introduction, INTRODUCTION, SIZES[0], beside)


def _when(meeting: Meeting, contact: Contact, profile: Profile) -> str:
    """Say day, time and length, and the time on their clock where it is another."""
    said = words("day")["sheet"]
    length = said["one_minute"] if meeting.minutes == 1 else said["length"].format(minutes=meeting.minutes)
    day = f"{day_in_words(meeting.on)} {meeting.on.year}" if meeting.on else ""
    parts = [day, _span(meeting), "" if meeting.is_by_mail else length]
    theirs = there(meeting.on, meeting.at, profile.time_zone, contact.time_zone) if meeting.on else None
    if theirs and meeting.on and f"{theirs:%H:%M}" != meeting.at:
        key = "theirs" if theirs.date() == meeting.on else "theirs_on"
        day = day_in_words(theirs.date())
        parts.append(said[key].format(time=f"{theirs:%H:%M}", day=day, name=contact.name))
    return ", ".join(filter(None, parts))


def _span(meeting: Meeting) -> str:
    """Say from when to when; a time of day in words stays as it is."""
    begins = _begins(meeting)
    if not begins:
        return meeting.at
    ends = begins + timedelta(minutes=meeting.minutes)
    return str(words("day")["sheet"]["until"].format(begin=f"{begins:%H:%M}", end=f"{ends:%H:%M}"))


def _begins(meeting: Meeting) -> datetime | None:
    """Read the time of day at which a meeting begins, or None where it is not written as one."""
    try:
        return datetime.strptime(meeting.at.strip(), "%H:%M")  # noqa: DTZ007 - a clock time, no moment
    except ValueError:
        return None


def _by_the_clock(meeting: Meeting) -> str:
    """Say when to turn to what: by the time of day where one is known, else by the minutes that have gone."""
    plan, begins = time_plan(meeting, ()), _begins(meeting)
    if not plan or not plan.for_questions:
        return ""
    said, hello = words("day")["sheet"], words("running_order")["minutes"]["hello"]
    turns = {"questions": hello, "last": hello + plan.for_questions, "end": plan.whole}
    if begins:
        shown = {name: f"{begins + timedelta(minutes=minutes):%H:%M}" for name, minutes in turns.items()}
        return str(said["by_the_clock"].format(**shown))
    return str(said["by_the_minute"].format(**turns))


def _questions(listed: Sequence[MeetingQuestion]) -> tuple[tuple[str, bool], ...]:
    """Put the starred questions first, in their order; those to close with stand at the end of the sheet."""
    middle = [question for question in listed if question.takeaway != CLOSING]
    starred_first = sorted(middle, key=lambda question: not question.starred)
    return tuple((_one_line(question.text), question.starred) for question in starred_first)


def _one_line(text: str) -> str:
    return " ".join(text.split())
