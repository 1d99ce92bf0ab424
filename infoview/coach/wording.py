"""How the draft sounds: phrases to leave out, each list in `content/coach_signs.toml`."""

from __future__ import annotations

from collections.abc import Iterator

from infoview.coach.advice import Advice, Severity
from infoview.coach.negation import is_quoted, stands_under_not
from infoview.coach.reading import Reading, Span, pattern, words_of
from infoview.coach.remark import remark
from infoview.coach.signs import find

PHRASES = (
    ("private-facts", "private", Severity.SHOULD),
    ("presumes", "presumes", Severity.SHOULD),
    ("answered-by-a-search", "searchable", Severity.SHOULD),
    ("over-30-minutes", "long_time", Severity.SHOULD),
    ("pick-your-brain", "pick_your_brain", Severity.HINT),
    ("begging", "begging", Severity.HINT),
    ("flattery", "flattery", Severity.HINT),
    ("stock-phrase", "stock_phrases", Severity.HINT),
)
# Boomerang: the reading ease of a nine-year-old is answered most; long sentences are what makes text hard.
LONGEST_AVERAGE = 22
FEWEST_SENTENCES = 2


def phrases(reading: Reading) -> Iterator[Advice]:
    """Show the first phrase of each kind that is better left out."""
    for rule, name, severity in PHRASES:
        for found in _phrases(reading, name):
            told = {"over-30-minutes": _tells_of_a_time, "answered-by-a-search": _tells_of_a_house}.get(rule)
            if told and told(found, reading):
                continue
            yield remark(rule, severity, found, phrase=found.text)
            break


def _phrases(reading: Reading, name: str) -> Iterator[Span]:
    return (
        found
        for sentence in reading.sentences
        for found in (_long_times(sentence) if name == "long_time" else find("wording", name, sentence))
        if not stands_under_not(sentence, found.start - sentence.start)
        and not is_quoted(sentence, found.start - sentence.start)
    )


_LONG_TIME = pattern(
    r"(?<!half\s)(?<!quarter\sof\s)\b(?:an|one|1|two|2|a whole|couple of|a full|1[.,]5)[- ]?hours?\b"
    r"(?! (?:away|drive|from|ride|ago))"
    r"|\b(?:3[5-9]|[4-9]\d|1\d\d)[- ]?(?:minutes?|mins?)\b(?! (?:away|drive|from|ride|ago|walk))"
    r"|\b(?:forty(?:[- ]five)?|fifty|sixty|ninety)[- ]?(?:minutes|mins?|minute)\b|\bhours? of your time\b"
    r"|\b(?:a|the) (?:whole |full )?(?:day|afternoon|morning) (?:of|with) (?:your|you)\b"
)
"""More than half an hour, in figures or in words."""


def _long_times(sentence: Span) -> Iterator[Span]:
    for found in _LONG_TIME.finditer(sentence.text):
        start = sentence.start + found.start()
        yield Span(start, start + len(found[0]), found[0], sentence.part)


_SPENT = pattern(
    r"\b(?:spent|took|lasted|waited|talked|worked|stood|sat|watched|listened|drove|lost|gave|ran|was|were|had|every|after)\b"
)


def _tells_of_a_time(found: Span, reading: Reading) -> bool:
    """Tell whether a stretch of time is one gone by: `you spent an hour at my bench`."""
    sentence = next(
        sentence for sentence in reading.sentences if sentence.start <= found.start < sentence.end
    )
    return bool(_SPENT.search(sentence.text[: found.start - sentence.start]))


_ASKED = pattern(r"\?|\b(?:wonder|know|tell|ask|curious|learn|understand|explain|hear|find out)")


def _tells_of_a_house(found: Span, reading: Reading) -> bool:
    """Tell whether what could be looked up was looked up: `I read what the museum does`."""
    sentence = next(
        sentence for sentence in reading.sentences if sentence.start <= found.start < sentence.end
    )
    return not _ASKED.search(sentence.text)


def readable(reading: Reading) -> Iterator[Advice]:
    """Ask for shorter sentences where they are long on average."""
    counts = [count for sentence in reading.sentences if (count := len(words_of(sentence.text)))]
    if len(counts) >= FEWEST_SENTENCES and sum(counts) / len(counts) > LONGEST_AVERAGE:
        longest = max(reading.sentences, key=lambda sentence: len(words_of(sentence.text)))
        yield remark("hard-to-read", Severity.HINT, longest, average=round(sum(counts) / len(counts)))
