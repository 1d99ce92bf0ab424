"""Every rule of the coach with texts it is for and texts it is not for (they stand in made/remarks.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import made
import pytest

from infoview.coach import Draft, DraftKind, review
from infoview.content import words

TEXTS = tomllib.loads((Path(made.__file__).parent / "remarks.toml").read_text(encoding="utf-8"))
GOOD = Draft(
    subject="Your talk on ballast stones",
    body=(
        "Dear Dr. Vogt,\n\n"
        "Your talk on ballast stones changed a chapter of my thesis (PhD in history, Birchwood). "
        "I am thinking about museum careers and would like to understand how a curator's year "
        "really runs.\n\n"
        "Would you have half an hour to talk, by phone or at the museum, in October? "
        "If this is a bad season, a line by e-mail would help just as much.\n\n"
        "Thank you,\nLydia Drake"
    ),
    recipient_name="Dr. Henrik Vogt",
    recipient_organization="Harbor Museum",
    sender_name="Livia Drake",
    other_names=("Inga Bruhns", "Cedar Gallery"),
    known="Curator of ships. Studied in Uppsala. Spoke at the Birchwood history day.",
)
SENTENCES = {
    "who": "I am a nurse in Birchwood and am curious about museum work.",
    "link": "I heard your talk on ballast stones in May.",
    "ask": "Would you have half an hour to talk, by phone or at the museum, in October?",
    "way_out": "If this is a bad season, a line by e-mail would help just as much.",
    "end": "\n\nThank you,\nLydia Drake",
}


def rules(draft: Draft) -> dict[str, str]:
    return {remark.rule: remark.severity.value for remark in review(draft).advice}


def with_line(line: str) -> Draft:
    return replace(GOOD, body=GOOD.body.replace("\n\nWould you", f"\n\n{line} Would you"))


def with_subject(subject: str) -> Draft:
    return replace(GOOD, subject=subject)


def with_greeting(greeting: str) -> Draft:
    return replace(GOOD, body=GOOD.body.replace("Dear Dr. Vogt,", greeting))


def request(message: str) -> Draft:
    return Draft(subject="Ropes", body="Dear Ada,\n\n" + message.format(**SENTENCES))


def introduction(blurb: str) -> Draft:
    ask = "Would you be comfortable introducing me to Nkiru Okafor, if she is open to it?"
    return Draft(
        kind=DraftKind.INTRODUCTION, body=f"Dear James,\n\n{ask}\n\n{blurb}\n\nThank you,\nLydia Drake"
    )


def whole(body: str) -> Draft:
    return Draft(subject="Ropes", body=body)


WAYS = {
    "lines": with_line,
    "subjects": with_subject,
    "greetings": with_greeting,
    "requests": request,
    "bodies": whole,
    "blurbs": introduction,
}


def drafts(which: str) -> list[object]:
    """Give a draft for each text, with the rule it is about; named by the rule and the text."""
    found = [
        pytest.param(rule, make(text), id=f"{rule}: {text}")
        for way, make in WAYS.items()
        for rule, lists in TEXTS[way].items()
        for text in lists[which]
    ]
    return found + [
        pytest.param(
            rule,
            Draft(kind=DraftKind(kind), body=f"Dear Ada,\n\n{text}\n\nLydia Drake"),
            id=f"{rule}: {text}",
        )
        for kind, table in TEXTS["kinds"].items()
        for rule, lists in table.items()
        for text in lists[which]
    ]


@pytest.mark.parametrize(("rule", "draft"), drafts("for"))
def test_a_rule_remarks_on_what_it_is_for(rule, draft):
    assert rule in rules(draft)


@pytest.mark.parametrize(("rule", "draft"), drafts("not_for"))
def test_a_rule_leaves_in_peace_what_it_is_not_for(rule, draft):
    assert rule not in rules(draft)


def test_every_rule_has_six_texts_it_is_for_and_six_it_is_not_for():
    tables = [TEXTS[way] for way in WAYS] + list(TEXTS["kinds"].values())
    short = [rule for table in tables for rule, lists in table.items() if min(map(len, lists.values())) < 6]
    assert not short


def test_the_other_rules_are_about_numbers_or_have_tables_of_their_own():
    """Facts and questions have test files of their own; what is counted is tested at its limits."""
    tables = [TEXTS[way] for way in WAYS] + list(TEXTS["kinds"].values())
    here = {rule for table in tables for rule in table}
    facts = {"asks-for-a-job", "missing-who", "missing-how-found", "missing-meeting-request", "placeholder"}
    counted = {
        *(
            "too-short",
            "too-long",
            "much-too-long",
            "far-too-long",
            "thank-you-length",
            "reused",
        ),
        *("long-reminder", "long-confirmation", "long-message", "long-blurb", "linkedin-too-long"),
        *("sent-at-night", "sent-on-a-quiet-day"),
    }
    rest = words("coach")["rules"].keys() - here - facts - counted
    assert all(rule.startswith("question-") for rule in rest)


@pytest.mark.parametrize("more", [1, 2, 5, 10, 40, 80])
def test_lines_to_pass_on_have_at_most_75_words(more):
    long = introduction('"I am a nurse and hope for a talk ' + "word " * (66 + more) + '"')
    short = introduction('"I am a nurse and hope for a talk ' + "word " * max(9, 67 - more) + '"')
    assert "long-blurb" in rules(long)
    assert "long-blurb" not in rules(short)


@pytest.mark.parametrize("kept", [1.0, 0.97, 0.95, 0.92, 0.9, 0.88])
def test_four_words_in_five_the_same_are_the_same_letter(kept):
    count = len(GOOD.body.split())
    words_kept = GOOD.body.split()[: round(count * kept)]
    other = " ".join([*words_kept, *(["otherwise"] * (count - len(words_kept)))])
    assert "reused" in rules(replace(GOOD, other_texts=(other,)))
    fresh = " ".join([*GOOD.body.split()[: count // 3], *(["otherwise"] * round(count * kept))])
    assert "reused" not in rules(replace(GOOD, other_texts=(fresh,)))


@pytest.mark.parametrize(
    ("kind", "rule", "limit"),
    [
        (DraftKind.FOLLOW_UP, "long-reminder", 49),
        (DraftKind.CONFIRMATION, "long-confirmation", 60),
    ],
)
@pytest.mark.parametrize("beyond", [1, 2, 5, 20, 100, 400])
def test_the_small_messages_stay_small(kind, rule, limit, beyond):
    long = Draft(kind=kind, body="Dear Ada,\n\n" + "word " * (limit + beyond))
    short = Draft(kind=kind, body="Dear Ada,\n\n" + "word " * max(1, limit + 1 - beyond))
    assert rule in rules(long)
    assert rule not in rules(short)


@pytest.mark.parametrize("count", [49, 40, 30, 20, 10, 5, 121, 150, 200])
def test_a_thank_you_is_neither_a_line_nor_a_letter(count):
    note = Draft(kind=DraftKind.THANK_YOU, body="Dear Ada,\n\n" + "word " * count)
    assert rules(note)["thank-you-length"] == "hint"


@pytest.mark.parametrize("count", [50, 60, 75, 90, 110, 120])
def test_a_thank_you_of_a_few_sentences_is_right(count):
    note = Draft(kind=DraftKind.THANK_YOU, body="Dear Ada,\n\n" + "word " * count)
    assert "thank-you-length" not in rules(note)


@pytest.mark.parametrize(
    ("letters", "weight"),
    [
        (300, None),
        (390, None),
        (401, "hint"),
        (500, "hint"),
        (790, "hint"),
        (801, "should"),
        (2000, "should"),
    ],
)
def test_a_linkedin_message_is_best_under_400_letters(letters, weight):
    message = Draft(kind=DraftKind.LINKEDIN_MESSAGE, body=("Dear Ada, " + "rope " * 500)[: letters - 1] + "x")
    assert rules(message).get("long-message") == weight


def test_a_linkedin_message_is_a_request_without_a_subject():
    message = replace(GOOD, kind=DraftKind.LINKEDIN_MESSAGE, subject="")
    assert rules(message) == {}


BIRCHWOOD = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("moment", "rule"),
    [
        (datetime(2026, 10, 9, 10, 0, tzinfo=BIRCHWOOD), "sent-on-a-quiet-day"),
        (datetime(2026, 10, 10, 10, 0, tzinfo=BIRCHWOOD), "sent-on-a-quiet-day"),
        (datetime(2026, 10, 9, 23, 0, tzinfo=BIRCHWOOD), "sent-on-a-quiet-day"),
        (datetime(2026, 10, 12, 6, 59, tzinfo=BIRCHWOOD), "sent-at-night"),
        (datetime(2026, 10, 12, 21, 0, tzinfo=BIRCHWOOD), "sent-at-night"),
        (datetime(2026, 10, 14, 2, 30, tzinfo=BIRCHWOOD), "sent-at-night"),
    ],
)
def test_a_message_that_would_arrive_at_a_bad_moment_can_wait(moment, rule):
    assert rules(replace(GOOD, moment=moment)) == {rule: "hint"}


@pytest.mark.parametrize(
    "moment",
    [
        None,
        datetime(2026, 10, 11, 10, 0, tzinfo=BIRCHWOOD),
        datetime(2026, 10, 12, 7, 0, tzinfo=BIRCHWOOD),
        datetime(2026, 10, 13, 12, 0, tzinfo=BIRCHWOOD),
        datetime(2026, 10, 14, 20, 59, tzinfo=BIRCHWOOD),
        datetime(2026, 10, 15, 9, 30, tzinfo=BIRCHWOOD),
    ],
)
def test_by_day_from_sunday_to_thursday_any_moment_is_good(moment):
    assert rules(replace(GOOD, moment=moment)) == {}


def test_the_same_words_with_another_name_left_in_must_change():
    elsewhere = GOOD.body.replace("Dr. Vogt", "Ms. Bruhns").replace("the museum", "the Cedar Gallery")
    left_in = replace(GOOD, body=elsewhere.replace("Ms. Bruhns", "Dr. Vogt"), other_texts=(elsewhere,))
    assert rules(left_in)["other-name"] == "must"


def test_without_a_record_no_claim_is_doubted():
    line = "You studied at Utrecht and now work at the Tidal Institute."
    draft = replace(with_line(line), known="", recipient_organization="", recipient_name="")
    assert not {"wrong-organization", "not-on-record"} & rules(draft).keys()


def test_every_rule_says_what_is_better_and_what_is_worse():
    for name, rule in words("coach")["rules"].items():
        assert rule.get("better"), name
        assert rule.get("worse"), name
