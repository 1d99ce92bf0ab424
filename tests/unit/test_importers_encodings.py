"""Lists whose encoding nobody says: of Windows, of the Macintosh, of DOS, in many scripts."""

import pytest

from infoview.importers import read

LISTS = {
    "cp1254": ["İbrahim Şahin", "Ayşe Yılmaz", "Gökhan Çağlar", "Işıl Öztürk"],  # noqa: RUF001 - as it is written
    "cp1255": ["אפרים כהן", "נעמה לוי"],
    "cp1251": ["Анна Иванова", "Пётр Чехов"],
    "koi8_r": ["Анна Иванова", "Пётр Чехов"],
    "cp866": ["Анна Иванова", "Пётр Чехов"],
    "cp1253": ["Μαρία Παπαδοπούλου", "Γιώργος Ιωάννου"],
    "cp1256": ["محمد علي", "ليلى حسن"],
    "cp850": ["Jürgen Möller", "Söhnke Weiß", "Zoë Brühl"],
    "cp852": ["Łukasz Żółkowski", "Jędrzej Śliwiński"],
    "cp1252": ["Åsa Öberg", "François Lefèvre", "Søren Weiß", "João Núñez"],
    "cp1250": ["Jiří Dvořák", "Łukasz Wójcik", "Žofie Černá"],
    "cp1257": ["Jānis Bērziņš", "Šarūnas Žukauskas"],
    "mac_roman": ["Jürgen Möller", "José Peña", "François Weiß"],
}


@pytest.mark.parametrize("encoding", LISTS)
def test_names_are_read_in_the_encoding_they_were_written_in(encoding):
    text = "Name;Company\r\n" + "".join(f"{name};Tidal\r\n" for name in LISTS[encoding])
    reading = read(text.encode(encoding), "people.csv")
    assert [person.name for person in reading.contacts] == LISTS[encoding]
    assert reading.problems == ()


@pytest.mark.parametrize("encoding", ["cp1255", "cp1254", "cp1251", "cp1252", "cp850"])
def test_cards_are_read_in_the_encoding_of_their_file(encoding):
    text = "".join(f"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:{name}\r\nEND:VCARD\r\n" for name in LISTS[encoding])
    reading = read(text.encode(encoding), "people.vcf")
    assert [person.name for person in reading.contacts] == LISTS[encoding]


def test_letters_of_which_nothing_is_certain_are_said():
    reading = read(
        "Name;Company\r\nقخ؟ژ÷ضï¹;ژ¼÷گ\r\n".encode("cp1256", "replace") + b"\x81\x8d\x90;\x9d\r\n", "x.csv"
    )
    assert any("letters" in problem.message for problem in reading.problems)
