"""One spelling, clauses with their own denial, and the small language of patterns."""

from __future__ import annotations

import pytest

from infoview.coach.clauses import clauses_of, normal
from infoview.coach.grammar import Grammar
from infoview.coach.negation import stands_under_not
from infoview.coach.objects import POST, THEIR_POST, read_clauses
from infoview.coach.reading import Span


def sentence(text: str) -> Span:
    return Span(0, len(text), text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'd love to", "i would love to"),
        ("I can't, won't and haven't", "i can not will not and have not"),
        ("Oldport's fair", "oldport 's fair"),
        ("it's what's new", "it is what is new"),
        ("pls lmk if ur hiring", "please let me know if your hiring"),
        ("PFA my résumé", "please find attached my resume"),
        ("a 20-minute call", "a 20 minute call"),
        ("Dear [your_name]", "dear [your_name]"),
    ],
)
def test_all_spellings_become_one(text, words):
    assert normal(text) == words.split()


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("I am a nurse, but I would like to talk.", ["i am a nurse", "but i would like to talk"]),
        ("I'd love to hear how you began.", ["i would love to hear", "how you began"]),
        ("jobs, posts or internships", ["jobs posts or internships"]),
        ("One thing: could we talk?", ["one thing", "could we talk"]),
    ],
)
def test_a_sentence_is_cut_where_a_new_thought_begins(text, clauses):
    assert [" ".join(clause.words) for clause in clauses_of(sentence(text))] == clauses


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("I am not asking for a job.", "job", True),
        ("I am not asking for a job, but could you hire me?", "hire", False),
        ("I do not know whether you have openings.", "openings", False),
        ("A job is not what I am after.", "job", False),
        ("Rather than a job I want your view.", "view", True),
        ("Couldn't you use a hand?", "hand", False),
    ],
)
def test_a_not_covers_its_own_clause(text, word, denied):
    assert stands_under_not(sentence(text), text.index(word)) is denied


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("could|would you ..2 help", "Could you please help?", True),
        ("could|would you ..2 help", "Could you please now kindly help?", False),
        ("could ..4-not help", "Could you not help?", False),
        ("^ thanks", "many thanks", False),
        ("help $", "Could you help?", True),
        ("help me? find", "Help find it.", True),
        ("pass !me|on+time", "Pass on time.", False),
        ("<thanks> ..2 for", "I am grateful to you for this.", True),
    ],
)
def test_a_pattern_is_a_row_of_steps(pattern, text, fits):
    found = any(Grammar((pattern,)).first(clause) for clause in clauses_of(sentence(text)))
    assert found is fits


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Is there a job?", POST),
        ("I saw your job.", THEIR_POST),
        ("Your open positions are many.", POST),
        ("a spot on your crew", POST),
        ("a start as a deckhand", POST),
        ("the job fair", None),
        ("in my last job", None),
        ("an opening in your diary", None),
        ("the role of chance", None),
        ("the position you held", None),
    ],
)
def test_what_a_noun_stands_for_shows_by_what_stands_around_it(text, mark):
    marks = {name for clause in read_clauses(sentence(text)) for name in clause.present} & {POST, THEIR_POST}
    assert marks == ({mark} if mark else set())
