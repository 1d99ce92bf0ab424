"""One draft, said by telephone and face to face."""

import pytest

from infoview.coach import Draft, review
from infoview.content import words
from infoview.records.requests import Channel, Request
from infoview.requests.channels import as_text, characters, script

DRAFT = Request(
    1,
    who="I study biology and wonder about work in museums.",
    how_found="Professor Lund told me about your tide pool.",
    ask="Would you have twenty minutes for a coffee?",
)
FACTS = {"name": "Ada Park", "my_name": "Mina Castellan"}


def test_on_the_telephone_the_three_parts_are_said_in_order_between_a_name_and_a_thank_you():
    lines = script(Channel.TELEPHONE, DRAFT, FACTS)
    texts = [text for _, text in lines]
    assert "Mina Castellan" in texts[0]
    places = [texts.index(part) for part in (DRAFT.who, DRAFT.how_found, DRAFT.ask)]
    assert places == sorted(places)
    assert "No need to call back" in texts[-1]


def test_face_to_face_one_begins_with_them_and_may_offer_to_write_instead():
    text = as_text(script(Channel.IN_PERSON, DRAFT, FACTS))
    assert text.index("stuck with me") < text.index(DRAFT.who) < text.index(DRAFT.ask)
    assert "Could I write to you instead?" in text


@pytest.mark.parametrize("channel", [Channel.TELEPHONE, Channel.IN_PERSON])
def test_what_is_not_written_or_known_is_left_out_and_never_shown_as_a_gap(channel):
    lines = script(channel, Request(1, ask="Would you have twenty minutes?"), {"name": "Ada Park"})
    assert lines
    assert "{" not in as_text(lines)
    assert all(text.strip() for _, text in lines)


def test_braces_that_somebody_typed_stay_as_they_are():
    odd = Request(1, who="{name} {0} {my_name}", ask="Could we talk?")
    assert "{name} {0} {my_name}" in as_text(script(Channel.TELEPHONE, odd, FACTS))


def test_a_mail_written_elsewhere_has_no_parts_to_say():
    whole = Request(1, who="Old words.", in_one=True, whole="Dear Ada, could we talk?")
    assert "Old words." not in as_text(script(Channel.TELEPHONE, whole, FACTS))


@pytest.mark.parametrize("channel", [Channel.TELEPHONE, Channel.IN_PERSON])
def test_no_line_of_ours_asks_for_a_job(channel):
    for line in words("requests")["channels"][channel.value]:
        assert not review(Draft(body=line["text"])).facts.asks_for_job


def test_characters_are_counted_as_linkedin_counts_them():
    assert (characters("abc"), characters("é"), characters("🙂")) == (3, 1, 2)
