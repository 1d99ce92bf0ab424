"""Agreement: what the person marked that people agree on, put into words (`content/progress.toml`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from infoview.content import words
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.progress.synthesis import EVERY, Talk, people, talks
from infoview.records.takeaways import Takeaway
from infoview.records.themes import ENOUGH, Count, Strength, Theme, Voice, count
from infoview.text.plurals import number_in_words


@dataclass(frozen=True, slots=True)
class Counted:
    """A theme with the people behind it."""

    theme: Theme
    count: Count


def counted(logbook: Logbook, direction_id: int = EVERY) -> tuple[Counted, ...]:
    """Count every theme, or those noted for one direction and for none in particular."""
    met = {talk.meeting.id: talk.contact.id for talk in reversed(talks(logbook))}
    voices: dict[int, dict[int, bool]] = defaultdict(dict)
    for voice in logbook.voices.find():
        voices[voice.theme_id][voice.meeting_id] = voice.agrees
    return tuple(
        Counted(theme, count((met[meeting_id], said[meeting_id]) for meeting_id in met if meeting_id in said))
        for theme in logbook.themes.find()
        for said in [voices[theme.id]]
        if direction_id == EVERY or theme.direction_id in {None, direction_id}
    )


def add_theme(logbook: Logbook, text: str, takeaway: Takeaway, direction_id: int = EVERY) -> Theme:
    """Note something that several people may say.

    Raises:
        InputError: There are no words.
    """
    if not text.strip():
        raise InputError(words("progress")["agreement"]["no_words"], "text")
    return logbook.themes.add(Theme(takeaway, text.strip(), direction_id or None))


def mark(logbook: Logbook, theme_id: int, meeting_id: int, *, agrees: bool | None) -> None:
    """Mark what one conversation says to a theme; None takes the mark away."""
    known = logbook.voices.first(theme_id=theme_id, meeting_id=meeting_id)
    if agrees is None:
        if known:
            logbook.voices.remove(known.id)
    elif known:
        logbook.voices.change(known.id, agrees=agrees)
    else:
        logbook.voices.add(Voice(theme_id, meeting_id, agrees))


def in_words(said: Count) -> str:
    """Say how many people stand behind a theme, and what that is worth."""
    text = words("progress")["agreement"]
    if said.strength is Strength.NOTHING:
        return str(text["nothing"])
    sentences = [
        _side(text["agree"], said.agree),
        _side(text["differ"], said.differ),
        text["worth"][said.strength.value],
        text["divided"] if said.divided else "",
    ]
    if said.missing:
        sentences.append(number_in_words(text["missing"], said.missing))
    return " ".join(sentence for sentence in sentences if sentence)


def enough_in_words(conversations: Sequence[Talk]) -> str:
    """Say whether one talked with enough people about one kind of work."""
    text, met = words("progress")["area"], len(people(conversations))
    if met >= ENOUGH:
        return str(text["enough"].format(number=met))
    missing = number_in_words(text["missing"], ENOUGH - met) if met else ""
    return f"{number_in_words(text['met'], met)} {missing}".strip()


def _side(text: dict[str, str], number: int) -> str:
    return number_in_words(text, number) if number else ""
