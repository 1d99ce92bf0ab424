"""The checklist by setting: what each way of meeting asks for, and words for its awkward moments."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from infoview.content import words
from infoview.errors import ContentError
from infoview.questions.checklist import When, awkward_moments, checklist, read_checklist
from infoview.records.meetings import COSTS, DISTANT, MeetingKind

IN_PERSON = set(MeetingKind) - DISTANT - {MeetingKind.MAIL}
TALKS = IN_PERSON | DISTANT
KINDS = sorted(MeetingKind)
ITEM = {"id": "a", "when": "before", "text": "Do it.", "why": "It helps."}


def ids(kind, *when):
    return {item.id for item in checklist(kind) if not when or item.when in when}


# Each setting is complete


@pytest.mark.parametrize("kind", KINDS)
def test_every_meeting_is_prepared_and_followed_up(kind):
    assert {"research", "purpose", "questions"} <= ids(kind, When.BEFORE)
    assert {"debrief", "thank-you", "promises", "tell-introducer"} == ids(kind, When.AFTER)


def test_until_it_is_agreed_how_one_meets_the_list_is_the_one_for_a_coffee():
    assert checklist(MeetingKind.NOT_SAID) == checklist(MeetingKind.COFFEE)


@pytest.mark.parametrize("kind", sorted(TALKS))
def test_every_talk_has_the_dos_and_donts_of_the_guide(kind):
    assert {"introduction", "way", "confirm"} <= ids(kind, When.BEFORE)
    assert {"dress", "resume", "sheet", "quiet"} <= ids(kind, When.MORNING)
    assert {"focus", "no-job-ask", "notes", "closing-questions", "end-on-time"} <= ids(kind, When.TALK)


@pytest.mark.parametrize("kind", sorted(COSTS))
def test_where_somebody_pays_it_is_offered_and_the_money_is_there(kind):
    assert "money" in ids(kind, When.MORNING)
    assert "pay" in ids(kind, When.TALK)


@pytest.mark.parametrize("kind", [MeetingKind.OFFICE, *sorted(DISTANT), MeetingKind.MAIL])
def test_where_nothing_is_bought_nobody_is_told_to_pay(kind):
    assert not {"money", "pay"} & ids(kind)


def test_questions_by_mail_are_few_and_come_without_a_resume():
    texts = {item.id: item.text for item in checklist(MeetingKind.MAIL)}

    assert "three to five" in texts["questions"]
    assert "out of the email" in texts["resume"]
    assert not {"dress", "confirm", "end-on-time", "focus"} & texts.keys()
    assert {"no-job-ask", "closing-questions"} <= texts.keys()


def test_what_to_wear_depends_on_the_place_and_on_nothing_else():
    texts = {kind: next(item.text for item in checklist(kind) if item.id == "dress") for kind in TALKS}

    assert len(set(texts.values())) == 5  # coffee and lunch are alike
    assert not re.search(
        r"\b(suit|tie|skirt|blouse|heels|make-?up|jacket|shave|men|women)\b", " ".join(texts.values())
    )


@pytest.mark.parametrize("kind", KINDS)
def test_no_setting_has_an_item_twice(kind):
    listed = [item.id for item in checklist(kind)]

    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_to_do_is_short_and_each_has_one_reason(kind):
    for item in checklist(kind):
        assert len(item.text.split()) <= 18, item.text
        assert len(item.why.split()) <= 22, item.why
        assert item.text.endswith(".")
        assert item.why.endswith((".", "?"))


# Words to borrow


@pytest.mark.parametrize("kind", sorted(TALKS))
def test_the_awkward_moments_come_with_words_to_say(kind):
    said = {say.moment for say in awkward_moments(kind, 20)}

    assert {
        "They mention a job opening",
        "They ask if you're looking for work, and you are",
        "They ask to see your résumé",
        "You've talked about yourself long enough",
        "A few minutes before the end",
        "Time's up",
        "They offer to go on",
    } <= said
    assert ("They insist on paying" in said) == ("pay" in ids(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_to_borrow_ask_for_no_job(kind):
    text = " ".join(say.words for say in awkward_moments(kind, 20)).casefold()

    assert text
    assert not re.search(r"hire|apply|opening|refer me|your team|consider me|internship", text)


def test_the_length_of_the_meeting_is_said_as_it_is():
    (nearly,) = (
        say.words for say in awkward_moments(MeetingKind.WALK, 45) if say.moment.startswith("A few minutes")
    )

    assert nearly.startswith("Our 45 minutes")


def test_words_to_borrow_name_nothing_but_the_length():
    said = [say["words"] for item in words("checklist")["item"] for say in item.get("say", ())]

    assert {name for text in said for _, name, _, _ in Formatter().parse(text) if name} == {"minutes"}


# Changing the words


@pytest.mark.parametrize(
    "entries",
    [
        [ITEM | {"wehn": "before"}],
        [ITEM | {"when": "never"}],
        [ITEM | {"kinds": ["zeppelin"]}],
        [ITEM | {"say": [{"moment": "Now"}]}],
        [{"id": "a", "when": "before", "text": "Do it."}],
        [ITEM, ITEM | {"kinds": ["walk"]}],
    ],
)
def test_a_slip_in_the_checklist_is_named_with_its_entry(entries):
    with pytest.raises(ContentError, match="“a”"):
        read_checklist(entries)


def test_an_id_may_come_again_for_another_setting():
    walk, rest = read_checklist([ITEM | {"kinds": ["walk"]}, ITEM | {"kinds": ["lunch", "mail"]}])

    assert (walk.id, walk.kinds) == (rest.id, {MeetingKind.WALK})
