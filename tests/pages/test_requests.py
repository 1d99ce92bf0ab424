"""Write the request: the person, the three parts, what is offered, a mail written elsewhere, the coach."""

from __future__ import annotations

import pytest

from infoview.records.contacts import Contact
from infoview.records.introductions import Introduction

# --- the person ---------------------------------------------------------------------------------------


def test_without_contacts_one_is_invited_to_find_some(someone, tools):
    picker = someone.section("requests", "person").picker
    assert not tools.shown(picker.form)
    assert "You have no contacts yet" in tools.read(picker.nobody.view)
    assert "<svg" in picker.nobody.said.value
    assert someone.press(picker.nobody.actions, "contacts.ideas")
    assert someone.app.stepper.current == "contacts"


def test_whoever_is_chosen_is_described_with_what_is_known(with_ada):
    ada = with_ada.session.here.contact
    lund = with_ada.logbook.contacts.add(Contact("Prof. Lund"))
    with_ada.logbook.introductions.add(Introduction(lund.id, ada.id, None))
    with_ada.session.redraw()
    known = with_ada.section("requests", "write").known.value
    for fact in ("What you know about Ada Park", "Curator, Tidal Museum", "Prof. Lund", "Not noted yet"):
        assert fact in known


def test_nobody_may_be_chosen_again(with_ada):
    assert with_ada.choose("")
    assert with_ada.session.here.contact is None
    assert "Choose a contact above" in with_ada.section("requests", "person").picker.note.value


def test_a_long_list_offers_the_newest_and_whoever_is_chosen(crowded, tools):
    someone = tools.Someone(crowded)
    picker = someone.section("requests", "person").picker
    (field,) = picker.form.fields
    labels = [label for _, label in field["options"]]
    assert len(labels) == 1 + 200 + 1
    assert labels[1].startswith("Contact 499")
    assert labels[-1].startswith("Contact 000")
    someone.press(picker.change, "change")
    assert "201 of your 500 contacts" in picker.note.value


# --- writing ------------------------------------------------------------------------------------------


def test_greeting_and_closing_are_suggested_and_the_three_parts_are_not(with_ada):
    with_ada.logbook.change_profile(name="Mina Castellan")
    with_ada.session.redraw()
    write = with_ada.section("requests", "write")
    assert "Ada" in write.around.values["greeting"]
    assert "Mina Castellan" in write.around.values["closing"]
    assert write.form.values == {"who": "", "how_found": "", "ask": ""}
    assert with_ada.logbook.requests.count() == 0


def test_each_part_has_a_hint_and_two_differing_examples(with_ada, tools):
    write = with_ada.section("requests", "write")
    fields = {field["key"]: field for field in write.form.fields}
    assert list(fields) == ["who", "how_found", "ask"]
    assert [field["key"] for field in write.around.fields] == ["subject", "greeting", "closing"]
    for part in tools.parts:
        assert fields[part]["hint"]
        assert len(set(fields[part]["examples"])) >= 2


def test_what_is_written_is_on_disk_and_reads_as_one_message(writing, reopened, tools):
    (request,) = reopened().requests.find()
    assert (request.who, request.how_found, request.ask) == tuple(tools.parts.values())
    check = writing.section("requests", "check")
    shown = check.coached.preview.value
    places = [shown.index(text) for text in ("A question about", *tools.parts.values())]
    assert places == sorted(places)
    assert "ada@example.org" in shown


def remarks(check):
    return {item["rule"]: item for item in check.coached.advice.items}


def test_the_words_are_counted_and_the_coach_reads_along(writing, tools):
    check = writing.section("requests", "check")
    advice = check.coached.advice
    assert advice.count.startswith(f"{sum(len(text.split()) for text in tools.parts.values())} words.")
    assert advice.verdict == "Ready to send"
    writing.type(writing.section("requests", "write").form, "ask", "Do you have any openings on your team?")
    job = remarks(check)["asks-for-a-job"]
    assert (job["weight"], job["weight_word"]) == ("must", "Must")
    assert job["quotes"]
    assert job["source"]
    assert (advice.verdict, advice.weight) == ("2 things to change", "must")


def test_an_empty_message_gets_no_advice(with_ada, tools):
    check = with_ada.section("requests", "check")
    assert not tools.shown(check.coached.advice)
    assert "will appear here" in check.coached.preview.value


def test_the_words_a_remark_is_about_are_marked(writing):
    writing.type(writing.section("requests", "write").form, "ask", "Do you have any openings on your team?")
    assert '<mark class="iv-mark-must">' in writing.section("requests", "check").coached.preview.value


def test_a_remark_is_set_aside_where_it_stands_with_a_reason_and_taken_up_again(writing, reopened):
    check = writing.section("requests", "check")
    writing.type(writing.section("requests", "write").form, "ask", "Could we talk?")
    advice = check.coached.advice
    assert not writing.set_aside(advice, "no-duration", "  ")
    assert "why it doesn't fit" in advice.errors["no-duration"]
    assert writing.set_aside(advice, "no-duration", "She said any length is fine")
    assert "no-duration" not in remarks(check)
    assert advice.aside == [{"rule": "no-duration", "reason": "She said any length is fine"}]
    assert [one.rule for one in reopened().dismissals.find()] == ["no-duration"]
    assert writing.take_up(advice, "no-duration")
    assert "no-duration" in remarks(check)
    assert advice.aside == []


# --- the composer's help ------------------------------------------------------------------------------


def examples(write):
    return {field["key"]: field["examples"] for field in write.form.fields}


def test_the_examples_follow_the_situation_chosen(with_ada, tools):
    write = with_ada.section("requests", "write")
    usual = examples(write)
    assert with_ada.type(write.situation, "situation", "career_changer")
    assert all(examples(write)[part] != usual[part] for part in tools.parts)
    assert "nurse" in examples(write)["who"][0]
    with_ada.type(write.situation, "situation", "any")
    assert examples(write) == usual


@pytest.mark.parametrize(
    ("circle", "situation"),
    [("alumni", "alumnus"), ("conference", "conference"), ("introduction", "referral"), ("other", "any")],
)
def test_the_situation_is_the_one_they_were_found_in(with_ada, circle, situation):
    with_ada.logbook.contacts.change(with_ada.session.here.contact.id, circle=circle)
    with_ada.session.redraw()
    assert with_ada.section("requests", "write").situation.values["situation"] == situation


def test_subject_and_greeting_are_offered_formal_and_friendly_from_what_is_known(with_ada):
    with_ada.logbook.change_profile(exploring="museum work")
    with_ada.session.redraw()
    offers = {field["key"]: field["offers"] for field in with_ada.section("requests", "write").around.fields}
    assert offers["greeting"] == ("Dear Ada Park,", "Hello Ada,")
    assert "A question about museum work" in offers["subject"]
    assert any("Tidal Museum" in subject for subject in offers["subject"])


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("Work in rivers", "A question about work in rivers"),
        ("German teaching", "A question about German teaching"),
        ("UX design", "A question about UX design"),
    ],
)
def test_a_topic_is_written_small_where_it_stands_in_a_sentence(with_ada, typed, subject):
    with_ada.logbook.change_profile(exploring=typed)
    with_ada.session.redraw()
    offers = {field["key"]: field["offers"] for field in with_ada.section("requests", "write").around.fields}
    assert subject in offers["subject"]


def test_one_begins_from_what_was_last_written_to_somebody_else(writing, tools):
    ben = writing.logbook.contacts.add(Contact("Ben Ortiz"))
    writing.choose(ben.id)
    write = writing.section("requests", "write")
    assert writing.press(write.starts, "last")
    assert write.form.values == {"who": tools.parts["who"], "how_found": "", "ask": tools.parts["ask"]}
    assert "Ben" in write.around.values["greeting"]


# --- times, and something smaller ---------------------------------------------------------------------


@pytest.fixture
def offering(writing):
    """Someone in New York who offers times to Ada in London."""
    writing.logbook.change_profile(time_zone="America/New_York")
    times = writing.section("requests", "write").times
    writing.press(times.opener, "open")
    assert writing.type(times.form, "theirs", "London")
    return writing


def test_times_are_offered_by_their_clock_and_added_to_what_is_asked(offering, reopened, tools):
    write = offering.section("requests", "write")
    times = write.times
    offering.fill(
        times.form, minutes="20", smaller="mail", on_1="2026-12-01", begins_1="09:00", ends_1="11:00"
    )
    said = "Twenty minutes would be plenty. I could do Tuesday 1 December, 14:00 to 16:00 your time"
    assert said in times.said.value
    assert write.form.values["ask"] == tools.parts["ask"]
    assert offering.press(times.actions, "add")
    (request,) = reopened().requests.find()
    assert request.ask.startswith(f"{tools.parts['ask']} {said}")
    assert request.ask.endswith("three questions by email would help just as much.")
    assert not tools.shown(times.inside)
    assert reopened().contacts.get(1).time_zone == "Europe/London"


def test_a_time_at_night_on_their_clock_is_noticed(offering):
    times = offering.section("requests", "write").times
    offering.fill(times.form, on_1="2026-12-01", begins_1="02:00")
    assert "early, late or on a weekend" in times.said.value


def test_a_time_that_ends_before_it_begins_is_refused_at_its_field(offering):
    times = offering.section("requests", "write").times
    offering.fill(times.form, on_2="2026-12-01", begins_2="11:00", ends_2="09:00")
    assert not offering.press(times.actions, "add")
    assert "ends before it begins" in times.form.errors["begins_2"]


def test_a_town_nobody_knows_is_kept_and_said_not_refused(offering):
    times = offering.section("requests", "write").times
    assert offering.type(times.form, "theirs", "Birchwood-under-Nothing")
    assert times.form.errors == {}
    assert times.form.values["theirs"] == "Birchwood-under-Nothing · clock not known"
    assert "Add the country" in offering.told[0]


def test_nothing_chosen_is_nothing_to_add(offering):
    times = offering.section("requests", "write").times
    assert not offering.press(times.actions, "add")
    assert times.form.errors["minutes"]


# --- written elsewhere --------------------------------------------------------------------------------

WHOLE = (
    "Dear Ada Park,\n\nI study biology in Birchwood. Do you have any openings on your team? "
    "My resume is attached.\n\nWith thanks,\nMina Castellan"
)


@pytest.fixture
def pasting(with_ada):
    """Someone who has written to Ada elsewhere."""
    with_ada.press(with_ada.section("requests", "write").starts, "in_one")
    return with_ada


def test_a_mail_written_elsewhere_is_read_with_what_it_does(pasting, reopened, tools):
    write, check = pasting.section("requests", "write"), pasting.section("requests", "check")
    assert [field["key"] for field in write.form.fields] == ["whole"]
    assert not tools.shown(check.facts)
    assert pasting.type(write.form, "whole", f"Subject: A question\n{WHOLE}")
    assert write.around.values == {"subject": "A question"}
    assert "asks-for-a-job" in remarks(check)
    facts = check.facts.value
    for said in (
        '<li class="good"><strong>Yes:</strong> it says who you are',
        '<li class="bad"><strong>No:</strong> it asks for a conversation',
        '<li class="bad"><strong>Yes:</strong> it asks for a job',
        '<li class="bad"><strong>Yes:</strong> it comes with a résumé',
        '<li class="good"><strong>No:</strong> it still has a blank',
    ):
        assert said in facts
    assert reopened().requests.find()[0].body == WHOLE


def test_a_mail_written_elsewhere_goes_out_like_any_other(pasting):
    pasting.type(pasting.section("requests", "write").form, "whole", WHOLE)
    send = pasting.section("requests", "send")
    assert send.ways.takeout.items[0]["text"] == WHOLE
    assert pasting.press(send.actions, "sent")


def test_going_back_to_three_parts_loses_neither(pasting):
    write = pasting.section("requests", "write")
    pasting.type(write.form, "whole", WHOLE)
    pasting.press(write.starts, "three_parts")
    pasting.type(write.form, "who", "I study tides.")
    pasting.press(write.starts, "in_one")
    assert write.form.values == {"whole": WHOLE}
    pasting.press(write.starts, "three_parts")
    assert write.form.values["who"] == "I study tides."
