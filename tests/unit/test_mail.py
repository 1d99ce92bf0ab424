# ruff: noqa: RUF001 - words in other scripts
"""A draft on its way out arrives as it was written, and nothing slips into a header."""

from email import message_from_bytes
from email.header import decode_header
from email.policy import default
from email.utils import getaddresses
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview.exporters.mail import LONGEST_MAILTO, eml, mailto
from infoview.exporters.sound import in_one_line

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


LONG_NAMES = [
    "Moss, Ben <chief@elsewhere.example>, Keeper of Ropes and Knots, Harbour Trust of Fernhill",
    'Dr. Theodora "Dora" Quillfeather-Hollingsworth, MSc (University of the Northern Isles)',
    "Ines; Bcc: someone@elsewhere.example; of the Society for Ballast, Beacons and Buoys, Hull",
    "Zoë [Zo] Åkerström-Lindqvist, Intendent för textilier och dräkter vid Sjöhistoriska museet",
    'Backs\\lash and "quotes" and a comma, too, in a name that is much longer than any line can be',
    "東京海洋博物館 学芸員 山本太郎（染織・服飾）、名誉会員、友の会会長、港湾史研究会事務局",
    "=?utf-8?q?Not_what_it_says?= Park",
    "Abc" * 60,
]


def plain_reading(data):
    """Read a header as the oldest rules have it: unfold, drop blanks between encoded words, decode."""
    head = data.split(b"\r\n\r\n")[0].decode("ascii").replace("\r\n ", " ")
    lines = dict(line.split(":", 1) for line in head.split("\r\n"))
    return {
        name: "".join(
            part.decode(charset or "ascii") if isinstance(part, bytes) else part
            for part, charset in decode_header(value.strip())
        )
        for name, value in lines.items()
    }


@pytest.mark.parametrize("name", LONG_NAMES)
def test_a_long_name_with_special_signs_is_one_name_before_one_address(name):
    data = eml("Hello", "x", "ada@example.org", "me@example.org", to_name=name, sender_name=name)
    for header, address in (("To", "ada@example.org"), ("From", "me@example.org")):
        (read_one,) = read(data)[header].addresses
        assert (read_one.addr_spec, read_one.display_name.split()) == (address, name.split()) or (
            "".join(read_one.display_name.split()) == "".join(name.split())
        )
        raw = message_from_bytes(data)[header].replace("\r\n", "")
        assert [found for _, found in getaddresses([raw])] == [address]


@pytest.mark.parametrize(
    "name", ["Ada Park", "Park, Ada", "Dr. Ada (Adi) Park", 'Ada "Adi" Park', "Zoë Park"]
)
def test_a_short_name_is_written_as_people_read_it(name):
    (one,) = read(eml("Hello", "x", "ada@example.org", to_name=name))["To"].addresses
    assert (one.display_name, one.addr_spec) == (name, "ada@example.org")


@pytest.mark.parametrize(
    "subject",
    [
        "Питање о вашем раду у Поморском музеју: двадесет минута за разговор са студенткињом историје",
        "Bir soru: Denizcilik Müzesi'ndeki işinizi, öğrencilik günlerinizi ve çalışma gününüzü sormak",
        "A plain question about ropes, knots, beacons and the other things that you wrote of last spring",
        "=?utf-8?q?Not=20what=20it=20says?=",
        "x" * 300,
        "",
        "🎨 " * 60,
    ],
)
def test_a_subject_comes_back_letter_by_letter_from_every_reader(subject):
    data = eml(subject, "x", "ada@example.org")
    assert str(read(data)["Subject"]).strip() == subject.strip()
    assert plain_reading(data)["Subject"].strip() == subject.strip()
    assert max(map(len, data.split(b"\r\n"))) <= 998


@given(st.text(max_size=200), st.text(max_size=200))
def test_whatever_a_name_and_a_subject_hold_there_is_one_recipient_and_no_other_header(name, subject):
    data = eml(subject, "x", "ada@example.org", to_name=name)
    message = read(data)
    assert set(message.keys()) <= HEADERS
    assert [one.addr_spec for one in message["To"].addresses] == ["ada@example.org"]
    assert plain_reading(data)["Subject"] == in_one_line(subject)
