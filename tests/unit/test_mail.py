"""A draft on its way out arrives as it was written, and nothing slips into a header."""

from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview.exporters.mail import LONGEST_MAILTO, eml, mailto

BODY = "Dear Ms. Sjöberg,\n\nyour talk on ballast stones (“fine”) stays with me.\n\nLydia"
HEADERS = {
    "X-Unsent",
    "Subject",
    "To",
    "From",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
}


def read(data):
    return message_from_bytes(data, policy=default)


def body_of(message):
    return message.get_content().replace("\r\n", "\n").rstrip("\n")


def test_a_draft_opens_as_a_message_not_yet_sent():
    message = read(eml("Your talk", BODY, "asa@example.com", "livia@example.org"))

    assert message["X-Unsent"] == "1"
    assert (message["To"], message["From"]) == ("asa@example.com", "livia@example.org")
    assert body_of(message) == BODY


def test_a_subject_with_accents_is_encoded_and_reads_as_written():
    data = eml(
        "Frågor om arkiv, från Livia Drake, som läste din text om hamnarbete i Riksarkivet",
        BODY,
        "a@example.com",
    )

    assert data.isascii()
    assert b"=?utf-8?" in data
    assert read(data)["Subject"].endswith("från Livia Drake, som läste din text om hamnarbete i Riksarkivet")


def test_every_line_ends_as_mail_wants_it():
    data = eml("Hello", "one\ntwo\r\nthree\rfour", "a@example.com")

    assert data.count(b"\n") == data.count(b"\r\n")
    assert read(data).get_content().split() == ["one", "two", "three", "four"]


@pytest.mark.parametrize(
    "line",
    [
        "\r\nBcc: all@example.com",
        "\nX-Evil: 1",
        "\r\n\r\nA body",
        "\x0bBcc: x@example.com",
        "\u2028Bcc: x@example.com",
    ],
)
def test_nothing_typed_becomes_a_header(line):
    message = read(
        eml(f"Hello{line}", BODY, f"a@example.com{line}", f"l@example.org{line}", to_name=f"Ada{line}")
    )

    assert set(message.keys()) <= HEADERS
    assert body_of(message) == BODY


@given(st.text(max_size=200), st.text(max_size=400), st.text(max_size=60), st.text(max_size=60))
def test_any_text_gives_a_draft_that_can_be_read(subject, body, to, name):
    data = eml(subject, body, to, to, to_name=name, sender_name=name)
    message = read(data)

    assert data.isascii()
    assert set(message.keys()) <= HEADERS
    assert "X-Unsent" in message


@given(st.text(max_size=80), st.text(max_size=150), st.text(max_size=60))
def test_any_text_gives_a_link_with_one_address_one_subject_and_one_body(to, subject, body):
    link = mailto(to, subject, body)

    if link is not None:
        assert link.startswith("mailto:")
        assert link.isascii()
        assert len(link) <= LONGEST_MAILTO
        assert set(parse_qs(urlsplit(link).query, keep_blank_values=True)) == {"subject", "body"}


def test_names_stand_before_the_addresses():
    message = read(eml("Hi", BODY, "a@example.com", to_name='Marguerite "Mimi" D\'Auberon, Director'))

    assert message["To"].addresses[0].display_name == 'Marguerite "Mimi" D\'Auberon, Director'
    assert message["To"].addresses[0].addr_spec == "a@example.com"


def test_what_is_no_address_is_left_for_the_person_to_fill_in():
    assert "To" not in read(eml("Hi", BODY, "not known yet"))
    assert mailto("not known yet", "Hi", "Hello") == "mailto:?subject=Hi&body=Hello"


def test_a_link_keeps_blanks_and_lines():
    link = mailto("nkiru+work@example.com", "A question & more", "Dear Nkiru,\n\n50% of 2 + 2?")

    assert link.startswith("mailto:nkiru+work@example.com?subject=A%20question%20%26%20more&body=")
    assert link.endswith("Dear%20Nkiru%2C%0D%0A%0D%0A50%25%20of%202%20%2B%202%3F")
    assert unquote(parse_qs(urlsplit(link).query)["body"][0]) == "Dear Nkiru,\r\n\r\n50% of 2 + 2?"


def test_a_message_too_long_for_a_link_gives_none():
    assert mailto("a@example.com", "Hi", "é" * 250) is not None
    assert mailto("a@example.com", "Hi", "é" * 270) is None
