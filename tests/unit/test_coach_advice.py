"""Advice on form, wording and names: what is said, and what is left in peace."""

from __future__ import annotations

from dataclasses import replace

import pytest

from infoview.coach import Draft, DraftKind, Review, review

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
)


def rules(draft: Draft) -> dict[str, str]:
    return {remark.rule: remark.severity.value for remark in review(draft).advice}


def with_line(line: str) -> Draft:
    return replace(GOOD, body=GOOD.body.replace("\n\nWould you", f"\n\n{line} Would you"))


def of_kind(kind: DraftKind, body: str) -> Review:
    return review(Draft(kind=kind, body=body))


def test_a_good_request_gets_no_advice_at_all():
    assert rules(GOOD) == {}
    assert review(GOOD).ready


def test_advice_comes_in_order_of_weight():
    weights = [
        remark.severity.value
        for remark in review(Draft(body="hi, pls lmk if u have any openings!! I attach my CV")).advice
    ]
    assert weights == sorted(weights, key=["must", "should", "hint"].index)
    assert set(weights) == {"must", "should", "hint"}


def test_advice_that_was_dismissed_is_not_given_again():
    draft = replace(GOOD, subject="")
    assert "no-subject" in rules(draft)
    assert "no-subject" not in rules(replace(draft, dismissed=("no-subject",)))


@pytest.mark.parametrize(
    ("count", "weight"),
    [
        (20, "should"),
        (60, None),
        (80, None),
        (110, "hint"),
        (130, "should"),
        (160, "should"),
        (260, "should"),
        (510, "must"),
    ],
)
def test_the_ladder_of_lengths(count, weight):
    draft = Draft(body="Dear Ada,\n\n" + "word " * count + "\n\nThank you,\nLydia Drake")
    reviewed = review(draft)
    assert reviewed.words == count
    found = {**rules(draft)}
    assert (found.get("too-long") or found.get("too-short")) == weight


@pytest.mark.parametrize(
    ("subject", "rule", "weight"),
    [
        ("", "no-subject", "should"),
        ("Hello!", "vague-subject", "should"),
        ("URGENT REQUEST FOR HELP", "shouting-subject", "should"),
        ("A rather long subject that says everything there is to say", "long-subject", "hint"),
    ],
)
def test_a_subject_is_there_says_something_and_is_short(subject, rule, weight):
    assert rules(replace(GOOD, subject=subject))[rule] == weight


@pytest.mark.parametrize(
    ("greeting", "rule", "weight"),
    [
        ("Dear Sir or Madam,", "greets-nobody", "should"),
        ("To whom it may concern:", "greets-nobody", "should"),
        ("Hi there,", "greets-without-name", "should"),
        ("Dear Dr. Vog,", "name-misspelt", "must"),
        ("Dear Ms. Bruhns,", "wrong-name", "must"),
    ],
)
def test_a_greeting_names_the_right_person_rightly(greeting, rule, weight):
    assert rules(replace(GOOD, body=GOOD.body.replace("Dear Dr. Vogt,", greeting)))[rule] == weight


@pytest.mark.parametrize(
    "greeting", ["Dear Henrik,", "Dear Henrik Vogt,", "Hi Dr Vogt", "Dear Professor Vogt,"]
)
def test_any_part_of_the_right_name_is_right(greeting):
    assert (
        not {"name-misspelt", "wrong-name"}
        & rules(replace(GOOD, body=GOOD.body.replace("Dear Dr. Vogt,", greeting))).keys()
    )


def test_a_title_that_nobody_knows_is_not_guessed():
    draft = replace(GOOD, recipient_name="Sam Lee", body=GOOD.body.replace("Dr. Vogt", "Mr Sam Lee"))
    assert rules(draft)["guessed-title"] == "hint"


def test_an_organization_almost_right_is_misspelt():
    assert rules(with_line("I often visit the Harbour Museum."))["organization-misspelt"] == "must"
    assert "organization-misspelt" not in rules(with_line("I often visit the Harbor Museum's shop."))
    assert "organization-misspelt" not in rules(with_line("I often visit the Tidal Museum."))


def test_a_name_left_in_from_another_message_is_found():
    draft = replace(
        with_line("I would love to learn from Inga Bruhns."), other_names=("Inga Bruhns", "Cedar Gallery")
    )
    assert rules(draft)["other-name"] == "should"


def test_whoever_told_the_writer_of_them_may_be_named():
    draft = replace(with_line("Inga Bruhns suggested that I write to you."), other_names=("Inga Bruhns",))
    assert "other-name" not in rules(draft)


def test_the_same_words_sent_to_somebody_else_are_noticed():
    other = GOOD.body.replace("Dr. Vogt", "Ms. Bruhns").replace("October", "May")
    assert rules(replace(GOOD, other_texts=("Something else.", other)))["reused"] == "should"
    assert "reused" not in rules(replace(GOOD, other_texts=("Dear Ada, may I ask you about your work?",)))


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("I will come by your office on Tuesday.", "presumes"),
        ("I saw your holiday photos.", "private-facts"),
        ("Could you tell me what your company does?", "answered-by-a-search"),
        ("An hour or two of your time would be great.", "over-30-minutes"),
        ("Can I pick your brain?", "pick-your-brain"),
        ("I know I am a nobody, and I am so sorry to bother you.", "begging"),
        ("You are a true visionary!", "flattery"),
        ("I hope this email finds you well.", "stock-phrase"),
        ("Pls write soon.", "text-speak"),
        ("I cannot wait!!!", "many-marks"),
        ("I like maps 🙏.", "emoji"),
        ("There is  a gap.", "double-space"),
    ],
)
def test_phrases_better_left_out(line, rule):
    assert rule in rules(with_line(line))


@pytest.mark.parametrize(
    "line",
    [
        "I read your essay on the history of the hour glass.",
        "I will bring a list of questions.",
        "It took me an hour.",
    ],
)
def test_ordinary_sentences_are_left_in_peace(line):
    assert not rules(with_line(line)).keys() & {
        "presumes",
        "private-facts",
        "begging",
        "stock-phrase",
        "text-speak",
    }


def test_half_an_hour_is_not_too_long():
    assert "over-30-minutes" not in rules(GOOD)


def test_a_request_is_a_question_names_a_time_and_leaves_a_way_out():
    message = "I am a nurse. I read your book on wards. I would love to talk with you."
    draft = Draft(body=f"Dear Ada,\n\n{message}\n\nNoor Haddad")
    found = rules(draft)
    assert found["not-a-question"] == "should"
    assert found["no-duration"] == "should"
    assert found["no-easy-no"] == "hint"


def test_a_message_mostly_about_oneself_is_turned_around():
    me = "I study law. I like maps. My thesis is on roads. I row. I will finish in May. Could we talk?"
    assert rules(Draft(body=f"Dear Ada,\n\n{me}"))["more-about-me"] == "should"


def test_praise_that_fits_anybody_asks_for_a_detail():
    draft = Draft(
        body="Dear Ada,\n\nYour career is very inspiring. Would you have ten minutes to talk with me?"
    )
    assert rules(draft)["no-detail-about-them"] == "should"


def test_a_resume_in_a_first_message_is_better_left_out():
    assert rules(with_line("I attach my CV."))["attaches-resume"] == "should"


def test_a_long_block_and_long_sentences_are_hard_on_a_telephone():
    long = "and then one more thing about maps and roads and rivers " * 7
    found = rules(with_line(f"{long}."))
    assert found["long-block"] == "hint"
    assert found["hard-to-read"] == "hint"


def test_a_message_ends_with_a_name():
    draft = Draft(body="Dear Ada,\n\nI am a nurse and read your book. would you have ten minutes to talk?")
    assert rules(draft)["no-signature"] == "should"


def test_a_linkedin_note_is_counted_as_linkedin_counts():
    note = Draft(
        kind=DraftKind.LINKEDIN_NOTE, body="History MA in Leeds, heard your May panel. 🙂" + "x" * 155
    )
    assert "linkedin-too-long" not in rules(replace(note, body=note.body[:199]))
    assert rules(replace(note, body=note.body + "x"))["linkedin-too-long"] == "must"
    assert "linkedin-too-long" not in rules(replace(note, body=note.body + "x", character_limit=300))


def test_a_good_linkedin_note_needs_nothing():
    note = "History MA in Leeds, heard your May panel. Could I ask two questions about curating?"
    assert not [one for one in of_kind(DraftKind.LINKEDIN_NOTE, note).advice if one.severity != "hint"]


def test_an_introduction_is_asked_for_in_plain_words_with_a_way_out():
    found = {
        one.rule: one.severity
        for one in of_kind(
            DraftKind.INTRODUCTION, "Dear James,\n\nI am a history student. How are you?\n\nLydia Drake"
        ).advice
    }
    assert found["missing-introduction-ask"] == "must"
    assert found["introduction-no-easy-no"] == "should"
    assert found["no-blurb"] == "hint"


def test_a_good_introduction_request_is_ready():
    body = (
        "Dear James,\n\nYou know Nkiru Okafor from the board. Would you be comfortable "
        "introducing me to her? "
        "Only if it suits you. Here are two lines to pass on:\n\n"
        '"Livia is completing a PhD in history and would like to hear how a museum plans its programmes."\n\n'
        "Thank you,\nLydia Drake"
    )
    reviewed = review(Draft(kind=DraftKind.INTRODUCTION, subject="Nkiru Okafor", body=body))
    assert reviewed.ready
    assert not [one for one in reviewed.advice if one.severity == "should"]


def test_a_reminder_is_short_and_without_reproach():
    body = "Dear Ada, I have not heard from you. " + "I wrote to you in May about maps. " * 7
    found = {one.rule for one in of_kind(DraftKind.FOLLOW_UP, body).advice}
    assert {"reproach", "long-reminder"} <= found


def test_a_thank_you_names_something_learned_and_a_next_step_and_asks_nothing():
    found = {
        one.rule
        for one in of_kind(
            DraftKind.THANK_YOU, "Dear Ada, it was nice. Could you introduce me to Tom?"
        ).advice
    }
    assert {
        "thank-you-without-thanks",
        "nothing-learned",
        "no-next-step",
        "thank-you-length",
        "asks-again",
    } <= found


def test_an_update_tells_what_came_of_their_advice():
    bare = {
        one.rule for one in of_kind(DraftKind.UPDATE, "Dear Ada, the weather is fine here. Thanks.").advice
    }
    good = of_kind(
        DraftKind.UPDATE, "Dear Ada, I took the course you suggested, and it changed my plan. Thank you."
    )
    assert "not-about-their-advice" in bare
    assert good.advice == ()
