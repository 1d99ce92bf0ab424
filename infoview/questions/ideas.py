"""Question ideas: which questions to begin with for one meeting, and the reason for each.

What is known decides: what was noted and is not understood, who they are, what earlier meetings left open.
The words that tell one from the other are in `content/question_ideas.toml`. The same logbook gives the same
ideas.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from zlib import crc32

from infoview.content import words
from infoview.duplicates import first_name, fold
from infoview.logbook import Logbook
from infoview.questions.bank import CLOSING, BankQuestion, Setting, Tone, bank
from infoview.questions.research import as_question, asked, findings_for, takeaway_of
from infoview.questions.running_order import asked_before, coverage
from infoview.records.contacts import Contact
from infoview.records.meetings import Meeting, MeetingKind, MeetingStatus
from infoview.records.profile import Profile
from infoview.records.takeaways import Takeaway

MOST_PUZZLES = 2
"""Of the ideas shown first, so many at most come from puzzles."""
MOST_DIVIDED = 1
"""Likewise, from what earlier people disagreed on."""
LONGEST_QUOTE = 70
POINTS = {
    "noted": 6, "learn": 6, "guess": 6, "why": 5, "work": 4, "never_heard": 3,
    "student": 2, "changer": 2, "doctoral": 2, "returner": 2, "migrant": 2,
    "asked_others": 2, "heard_once": 1,
}  # fmt: skip
"""How much each reason counts; for a question only the best one does."""
_INFORMAL = {MeetingKind.COFFEE, MeetingKind.LUNCH, MeetingKind.WALK}
_FORMAL = {MeetingKind.OFFICE, MeetingKind.MAIL}


@dataclass(frozen=True, slots=True)
class Idea:
    """A question worth asking in one meeting; `reason` is a sentence, or "" where the question is just good.

    `takeaway` is one of the seven. `bank_id` or `finding_id` says where it comes from.
    """

    text: str
    takeaway: str
    reason: str = ""
    why: str = ""
    follow_up: str = ""
    bank_id: str = ""
    finding_id: int | None = None


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why a question is suggested: a key of `POINTS`, and what fills its sentence."""

    key: str
    said: str = ""

    @property
    def quotes(self) -> bool:
        """Whether its sentence quotes what the person typed; each such text speaks for one question only."""
        return self.key in {"noted", "learn", "guess", "why"}


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known about a meeting, read once."""

    contact: Contact
    work: str
    setting: Setting
    sayings: tuple[tuple[_Reason, frozenset[str]], ...]
    """What the person typed, each with the questions it calls for, by their ids."""
    heard: Counter[str]
    debriefs: int
    others: dict[str, str]
    """The question's id in the bank, and the one other person who was asked it."""


def ideas(logbook: Logbook, meeting: Meeting) -> tuple[Idea, ...]:
    """List good questions for a meeting that are not on its list, the best first.

    They touch the seven take-aways in turn, those first that neither the list nor any debrief holds.
    """
    contact = logbook.contacts.get(meeting.contact_id)
    known = _known(logbook, meeting, contact)
    listed = logbook.questions.find(meeting_id=meeting.id)
    done = (
        asked_before(logbook, meeting)
        | {question.text for question in listed}
        | {question.bank_id for question in listed}
    )
    offered = [
        question
        for question in bank()
        if not {question.text, question.id} & done and _suits(question, meeting, known)
    ]
    put = asked(logbook, meeting)
    puzzles = [
        idea for idea in _puzzles(logbook, contact) if idea.text not in done and idea.finding_id not in put
    ]
    divided = [idea for idea in _disagreements(logbook, contact) if idea.text not in done]
    first = (*puzzles[:MOST_PUZZLES], *divided[:MOST_DIVIDED])
    counts = Counter(coverage(listed)) + Counter(idea.takeaway for idea in first)
    rest = (*puzzles[MOST_PUZZLES:], *divided[MOST_DIVIDED:])
    return (*first, *_in_turn(offered, known, counts, meeting.id), *rest)


def work_of(contact: Contact) -> str:
    """Tell a contact's field of work, as the bank names it, by the title, else by the organization; or ""."""
    for text in (contact.title, contact.organization):
        for name, signs in words("question_ideas")["work"].items():
            if _pattern(tuple(signs["words"])).search(fold(text)):
                return str(name)
    return ""


def setting_of(profile: Profile) -> Setting:
    """Tell who is asking by what they do now: the first setting whose words are there, or none."""
    for setting in Setting:
        if setting is not Setting.ANY and _pattern(tuple(words("question_ideas")[setting]["words"])).search(
            fold(profile.doing)
        ):
            return setting
    return Setting.ANY


def heard(logbook: Logbook) -> tuple[Counter[str], int]:
    """Count in how many meetings each take-away was written down, and in how many anything was."""
    written = [answer for answer in logbook.learned.find() if answer.written]
    return Counter(str(answer.takeaway) for answer in written), len({answer.meeting_id for answer in written})


def _known(logbook: Logbook, meeting: Meeting, contact: Contact) -> _Known:
    counts, debriefs = heard(logbook)
    findings = findings_for(logbook, contact)
    sayings = [_Reason("noted", finding.text) for finding in findings if not finding.puzzling]
    sayings += [_Reason("learn", meeting.purpose), _Reason("guess", meeting.assumption)]
    sayings += [_Reason("noted", meeting.research), _Reason("why", contact.why)]
    return _Known(
        contact,
        work_of(contact),
        setting_of(logbook.profile),
        tuple((saying, _cued(saying.said)) for saying in sayings if saying.said.strip()),
        counts,
        debriefs,
        _asked_one_other(logbook, contact),
    )


def _asked_one_other(logbook: Logbook, contact: Contact) -> dict[str, str]:
    """Find the bank's questions that exactly one other person was asked, and that person's name."""
    held = {
        meeting.id: meeting.contact_id
        for meeting in logbook.meetings.find(status=MeetingStatus.HELD)
        if meeting.contact_id != contact.id
    }
    askers: dict[str, set[int]] = {}
    for question in logbook.questions.find():
        if question.bank_id and question.meeting_id in held:
            askers.setdefault(question.bank_id, set()).add(held[question.meeting_id])
    return {
        name: logbook.contacts.get(next(iter(people))).name
        for name, people in askers.items()
        if len(people) == 1
    }


def _puzzles(logbook: Logbook, contact: Contact) -> Iterator[Idea]:
    """Turn what is not understood yet into questions, the newest first."""
    reason = words("question_ideas")["reasons"]["puzzle"]
    for puzzle in reversed([finding for finding in findings_for(logbook, contact) if finding.puzzling]):
        text = as_question(puzzle.text)
        yield Idea(text, takeaway_of(puzzle, text), reason, finding_id=puzzle.id)


def _disagreements(logbook: Logbook, contact: Contact) -> Iterator[Idea]:
    """Ask about what earlier people saw differently, if this contact has not spoken to it."""
    said = words("question_ideas")["reasons"]
    talked_with = {meeting.id: meeting.contact_id for meeting in logbook.meetings.find()}
    voices = [
        (voice.theme_id, talked_with[voice.meeting_id], voice.agrees) for voice in logbook.voices.find()
    ]
    for theme in logbook.themes.find():
        heard_here = {person: agrees for about, person, agrees in voices if about == theme.id}
        sides = [
            next((person for person, agrees in heard_here.items() if agrees is side), 0)
            for side in (True, False)
        ]
        if all(sides) and contact.id not in heard_here:
            one, other = (logbook.contacts.get(person).name for person in sides)
            reason = said["disagreed"].format(one=one, other=other)
            text = said["disagreement"].format(theme=theme.text.strip().rstrip("."))
            yield Idea(text, str(theme.takeaway), reason)


def _suits(question: BankQuestion, meeting: Meeting, known: _Known) -> bool:
    """Whether a question fits this person, this place and whoever asks; closing questions have their own."""
    tone_off = {Tone.FORMAL: _INFORMAL, Tone.INFORMAL: _FORMAL}.get(question.tone, set())
    return (
        question.takeaway != CLOSING
        and question.field in {"", known.work}
        and question.setting in {Setting.ANY, known.setting}
        and meeting.kind not in tone_off
    )


def _in_turn(
    offered: Sequence[BankQuestion], known: _Known, counts: Counter[str], salt: int
) -> Iterator[Idea]:
    """Take one question after the other, each for the take-away that has least, each saying once."""
    reasons = {question.id: tuple(_reasons(question, known)) for question in offered}
    order = [str(takeaway) for takeaway in Takeaway]
    waiting = {name: [idea for idea in offered if idea.takeaway == name] for name in order}
    used: Counter[str] = Counter()
    while any(waiting.values()):
        name = min(
            (takeaway for takeaway in order if waiting[takeaway]),
            key=lambda takeaway: (counts[takeaway], known.heard[takeaway], order.index(takeaway)),
        )
        best = max(
            waiting[name],
            key=lambda question: (
                _points(_best(reasons[question.id], used), used),
                crc32(f"{salt} {question.id}".encode()),
            ),
        )
        waiting[name].remove(best)
        counts[name] += 1
        reason = _best(reasons[best.id], used)
        if reason:
            used.update([reason.said if reason.quotes else reason.key])
        said = _sentence(reason, known) if reason else ""
        yield Idea(best.text, best.takeaway, said, best.why, best.follow_up, bank_id=best.id)


def _reasons(question: BankQuestion, known: _Known) -> Iterator[_Reason]:
    for saying, called_for in known.sayings:
        if question.id in called_for:
            yield saying
    if question.field:
        yield _Reason("work")
    if known.debriefs and not known.heard[question.takeaway]:
        yield _Reason("never_heard", question.takeaway)
    if question.setting is not Setting.ANY:
        yield _Reason(str(question.setting))
    if question.id in known.others:
        yield _Reason("asked_others", known.others[question.id])
    if known.debriefs > 1 and known.heard[question.takeaway] == 1:
        yield _Reason("heard_once", question.takeaway)


def _best(reasons: Iterable[_Reason], used: Counter[str]) -> _Reason | None:
    free = [reason for reason in reasons if not reason.quotes or not used[reason.said]]
    return max(free, key=lambda reason: _points(reason, used), default=None)


def _points(reason: _Reason | None, used: Counter[str]) -> int:
    """Count a reason; the more often one of its kind has spoken, the less it counts."""
    return max(0, POINTS[reason.key] - used[reason.key]) if reason else 0


def _sentence(reason: _Reason, known: _Known) -> str:
    said = words("question_ideas")
    return str(
        said["reasons"][reason.key].format(
            first_name=first_name(known.contact.name),
            quote=_quote(reason.said),
            takeaway=words("takeaways").get(reason.said, {}).get("short", ""),
            work=said["work"][known.work]["name"] if known.work else "",
            name=reason.said,
        )
    )


def _quote(text: str) -> str:
    """Shorten what somebody typed to a few words, at the end of one."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_QUOTE:
        return line
    return line[:LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


@cache
def _cues() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    return tuple(
        (_pattern(tuple(cue["words"])), frozenset(cue["questions"])) for cue in words("question_ideas")["cue"]
    )


def _cued(text: str) -> frozenset[str]:
    """Find the questions that go with what somebody typed."""
    folded = fold(text)
    return frozenset().union(*(ids for pattern, ids in _cues() if pattern.search(folded)))


@cache
def _pattern(signs: tuple[str, ...]) -> re.Pattern[str]:
    """Make one pattern of words; a * at the end of a word stands for any ending."""
    parts = (re.escape(fold(sign)).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for sign in signs)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")
