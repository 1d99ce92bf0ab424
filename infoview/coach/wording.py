"""How the draft sounds: phrases to leave out, each list in `content/coach_signs.toml`."""

from __future__ import annotations

from collections.abc import Iterator

from infoview.coach.advice import Advice, Severity
from infoview.coach.negation import is_quoted, stands_under_not
from infoview.coach.patterns import find
from infoview.coach.reading import Reading, Span, pattern, words_of
from infoview.coach.remark import remark

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
            if rule == "over-30-minutes" and _tells_of_a_time(found, reading):
                continue
            yield remark(rule, severity, found, phrase=found.text)
            break


def _phrases(reading: Reading, name: str) -> Iterator[Span]:
    return (
        found
        for sentence in reading.sentences
        for found in find("wording", [name], sentence)
        if not stands_under_not(sentence, found.start - sentence.start)
        and not is_quoted(sentence, found.start - sentence.start)
    )


_SPENT = pattern(
    r"\b(?:spent|took|lasted|waited|talked|worked|stood|sat|watched|listened|drove|lost|gave|ran|was|were|had|every|after)\b"
)


def _tells_of_a_time(found: Span, reading: Reading) -> bool:
    """Tell whether a stretch of time is one gone by: `you spent an hour at my bench`."""
    sentence = next(one for one in reading.sentences if one.start <= found.start < one.end)
    return bool(_SPENT.search(sentence.text[: found.start - sentence.start]))


def readable(reading: Reading) -> Iterator[Advice]:
    """Ask for shorter sentences where they are long on average."""
    counts = [count for sentence in reading.sentences if (count := len(words_of(sentence.text)))]
    if len(counts) >= FEWEST_SENTENCES and sum(counts) / len(counts) > LONGEST_AVERAGE:
        longest = max(reading.sentences, key=lambda sentence: len(words_of(sentence.text)))
        yield remark("hard-to-read", Severity.HINT, longest, average=round(sum(counts) / len(counts)))
