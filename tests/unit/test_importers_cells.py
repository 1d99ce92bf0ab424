"""What one cell or one name says, whatever signs a program put around it."""

import pytest

from infoview.errors import ImportFileError
from infoview.importers import read
from infoview.importers.phones import numbers
from infoview.text.addresses import mailboxes
from infoview.text.names import joined, spoken, unquoted


def person(header, row):
    (found,) = read(f"{header}\n{row}\n".encode(), "people.csv").contacts
    return found


def sentences(text):
    return [problem.message for problem in read(text.encode(), "people.csv").problems]


# Nothing, written as something


@pytest.mark.parametrize(
    "nothing",
    ["#N/A", "#NV", "#BEZUG!", "#¡REF!", "#¿NOMBRE?", "#NOM?", "#VALEUR!", "#ADR!", "#Н/Д", "#ССЫЛКА!",  # noqa: RUF001 - Russian, and Persian
    "#SAKNAS!",
     "#DIV/0!", "#ERROR!", "########", "NULL", "null", "nan", "NaN", "None", "undefined", "N/A", "n/a",
     "n.a.", "-", "--",
     "—", "(blank)", "(leer)", "<null>", "\\N", "nil", "k.A.", "brak", "Not specified"],
)  # fmt: skip
def test_what_is_written_for_nothing_is_nobodys_work(nothing):
    ada = person(
        "Name,Company,Title,Phone,City,Notes", f"Ada Park,{nothing},{nothing},{nothing},{nothing},{nothing}"
    )
    assert (ada.organization, ada.title, ada.phones, ada.location, ada.note) == ("", "", (), "", "")


@pytest.mark.parametrize(
    "name", ["Nan Goldmark", "Ada Null", "Christopher Null", "None Okoro", "Null", "Nil Park"]
)
def test_people_are_called_null_and_nan(name):
    assert person("Name,Company", f"{name},Tidal").name == name
    first, _, last = name.partition(" ")
    assert person("First Name,Last Name,Company", f"{first},{last},Tidal").name == name


@pytest.mark.parametrize(
    "company", ["Nil Return Ltd", "C# Studio", "#1 Realty", "X", "N26", "None of the Above LLC", "-ism"]
)
def test_organizations_have_odd_names(company):
    assert person("Name,Company", f"Ada Park,{company}").organization == company


def test_a_word_that_a_table_writes_for_nothing_is_nothing_among_its_names_too():
    text = "First Name,Last Name,Company\nAda,nan,nan\nNan,Okoro,Tidal\n"
    assert [p.name for p in read(text.encode(), "x").contacts] == ["Ada", "Nan Okoro"]


@pytest.mark.parametrize("name", ["#N/A", "(blank)", "N/A", "-", "Unknown"])
def test_nobody_is_called_by_an_error(name):
    assert person("Name,Email", f"{name},ada@example.org").name == "ada@example.org"


# Signs around a text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("'=Equals Studio", "=Equals Studio"), ("'+Plus", "+Plus"), ("'-Quay", "-Quay"), ("'@handle",
        "@handle"),
        ("'Iolani School", "'Iolani School"), ("'t Hart & Co", "'t Hart & Co"), ("O'Neil's", "O'Neil's"),
        ('"=""Tidal"""', "Tidal"), ('"=""Say """"hi"""""""', 'Say "hi"'), ("=SUM(A1)", "=SUM(A1)"),
        ("Tidal (https://www.notion.so/Tidal-1f2e?pvs=21)", "Tidal"), ("[Tidal](https://tidal.example)",
        "Tidal"),
        ('"Tidal (https://a.example/x), Dune (https://a.example/y)"', "Tidal, Dune"), ("Tidal (UK)",
        "Tidal (UK)"),
        ("Ti\u00addal \u200bMuse\u202eum\ufeff\u2060", "Tidal Museum"), ("می\u200cخواهم", "می\u200cخواهم"),  # noqa: RUF001 - Russian, and Persian
        ("👩\u200d🔬 Lab", "👩\u200d🔬 Lab"), ("A\u200db", "Ab"), ("\u3164Tidal", "Tidal"),
    ],
)  # fmt: skip
def test_signs_that_a_program_put_around_a_text_are_taken_off(written, meant):
    assert person("Name,Company", f"Ada Park,{written}").organization == meant


# Telephone numbers


@pytest.mark.parametrize(
    ("cell", "read_as"),
    [
        ("+1 555 0100, +1 555 0200", ["+1 555 0100", "+1 555 0200"]),
        ("555-010011 / 555-020022", ["555-010011", "555-020022"]),
        ("+1 555 0100; +1 555 0200", ["+1 555 0100", "+1 555 0200"]),
        ("+1 ::: +2", ["+1", "+2"]),
        ("tel:+1-555-0400;ext=77", ["+1-555-0400 ext. 77"]),
        ("TEL:+1-555-0400;phone-context=x", ["+1-555-0400"]),
        ("+1 555 0100, ext. 5", ["+1 555 0100, ext. 5"]),
        ("030/1234567", ["030/1234567"]),
        ("(0171) 123 4567", ["(0171) 123 4567"]),
    ],
)
def test_numbers_are_read_one_by_one(cell, read_as):
    assert list(numbers(cell)) == read_as


@pytest.mark.parametrize("rounded", ["4.47701E+11", "1,55502E+11", "4E+11", "4.5e11"])
def test_a_number_that_a_spreadsheet_rounded_is_left_out_and_said(rounded):
    text = f'Name,Phone\nAda Park,"{rounded}"\n'
    assert read(text.encode(), "x").contacts[0].phones == ()
    assert sentences(text) == [
        f"Row 1 has “{rounded}” as a phone number: a spreadsheet rounded it, so it was left out."
    ]


# Names


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Park, Ada", "Ada Park"), ("O'Neil, Mary Ann", "Mary Ann O'Neil"), ("van Gogh, Vincent",
        "Vincent van Gogh"),
        ("Whitlock, Ada, PhD", "Ada Whitlock, PhD"), ("Park, Jr., Ada", "Ada Park, Jr."), ("Yo, Ma", "Ma Yo"),
        ("Ada Park, PhD", "Ada Park, PhD"), ("Ada Park, Ph.D., MBA", "Ada Park, Ph.D., MBA"),
        ("Tidal, Inc.", "Tidal, Inc."),
        ("Ada Park, Curator", "Ada Park, Curator"), ("Ada Park, Jr.", "Ada Park, Jr."), ("Whitlock,",
        "Whitlock"),
        ("Park, Ada <a@example.org>", "Park, Ada <a@example.org>"), ("Ada, Ada", "Ada, Ada"),
        ("Park, Dr. Ada", "Dr. Ada Park"),
    ],
)  # fmt: skip
def test_a_name_is_written_in_the_order_it_is_spoken(written, said):
    assert spoken(written) == said


def test_two_surnames_turn_where_it_is_known_that_they_come_first():
    assert spoken("García Márquez, Gabriel") == "García Márquez, Gabriel"
    assert spoken("García Márquez, Gabriel", surname_first=True) == "Gabriel García Márquez"
    text = 'Name,Company\n"Park, Ada",Tidal\n"García Márquez, Gabriel",Dune\nBo Li,Low\n'
    assert [p.name for p in read(text.encode(), "x").contacts] == [
        "Ada Park",
        "Gabriel García Márquez",
        "Bo Li",
    ]


def test_parts_of_a_name_are_joined_as_they_are_spoken():
    assert joined("Ada", "B.", "Park") == "Ada B. Park"
    assert joined("太郎", "", "山本") == "山本 太郎"
    assert joined("도훈", "", "전") == "전도훈"
    assert joined("Kenji", "", "山本") == "Kenji 山本"


@pytest.mark.parametrize(
    ("written", "name"),
    [('"Ada Park"', "Ada Park"), ("'Ada Park'", "Ada Park"), ("“Ada”", "Ada"), ("„Ada“", "Ada"),
    ("'Ohana O'Neil", "'Ohana O'Neil"),
     ('Ada "Addie" Park', 'Ada "Addie" Park'), ('"Addie" Ada "Bo"', '"Addie" Ada "Bo"'), ("", ""), ('"',
     '"'), ('""', '""')],
)  # fmt: skip
def test_quotation_marks_around_a_whole_name_are_taken_off(written, name):
    assert unquoted(written) == name


@pytest.mark.parametrize(
    ("display", "name"),
    [("Park, Ada", "Ada Park"), ("ada@example.org", "Ada Park"), ("Tidal Museum", "Ada Park"),
    ('"Ada Park"', "Ada Park"),
     ("Addie Park", "Addie Park"), ("Dr. Ada Park", "Dr. Ada Park"), ("Park Ada", "Park Ada")],
)  # fmt: skip
def test_a_display_name_that_is_none_gives_way_to_the_names_beside_it(display, name):
    row = f'"{display.replace(chr(34), chr(34) * 2)}",Ada,Park,ada@example.org,Tidal Museum'
    assert person("Display Name,First Name,Last Name,Email,Company", row).name == name


# Names beside addresses


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ada@example.org", [("", "ada@example.org")]),
        ("Ada Park <ada@example.org>", [("Ada Park", "ada@example.org")]),
        ('"Cole, Bea" <bea@example.org>', [("Cole, Bea", "bea@example.org")]),
        ("Cole, Bea <bea@example.org>; cy@example.org", [("Cole, Bea", "bea@example.org"), ("",
        "cy@example.org")]),
        ("a@example.org, Bo <b@example.org>, c@example.org",
         [("", "a@example.org"), ("Bo", "b@example.org"), ("", "c@example.org")]),
        ("Ada Park (ada@example.org)", [("Ada Park", "ada@example.org")]),
        ("'ada@example.org' <ada@example.org>", [("", "ada@example.org")]),
        ("mary o'neil <mary@example.org>", [("mary o'neil", "mary@example.org")]),
    ],
)  # fmt: skip
def test_addresses_are_read_with_the_names_beside_them(text, found):
    assert mailboxes(text) == (found, [])


def test_lines_copied_from_a_mail_program_are_people():
    text = (
        'To: Ada Park <ada@example.org>, "Cole, Bea" <bea@example.org>\n'
        "Cy Diaz <cy@example.org>; di@example.org\n"
    )
    reading = read(text.encode(), "copied.txt")
    assert [(p.row, p.name, p.email) for p in reading.contacts] == [
        (1, "Ada Park", "ada@example.org"), (2, "Bea Cole", "bea@example.org"), (3, "Cy Diaz",
        "cy@example.org"),
        (4, "di@example.org", "di@example.org"),
    ]  # fmt: skip
    assert reading.format == "addresses"


def test_a_letter_with_an_address_in_it_is_no_list_of_people():
    with pytest.raises(ImportFileError):
        read(b"Dear Ada,\nwrite to Bo (bo@example.org) please.\nYours\n", "letter.txt")


def test_a_name_that_stands_in_the_address_column_or_an_address_in_the_name_column_is_found():
    assert person("Name,Email", ",Ada Park <ada@example.org>").name == "Ada Park"
    ada = person("Name,Company", "Ada Park <ada@example.org>,Tidal")
    assert (ada.name, ada.email) == ("Ada Park", "ada@example.org")
