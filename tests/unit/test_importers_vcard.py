import base64

import pytest

from infoview.importers import read


def cards(*lines, version="3.0", end="\r\n"):
    return end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def only(data):
    (person,) = read(data.encode() if isinstance(data, str) else data, "people.vcf").contacts
    return person


def names(data):
    return [person.name for person in read(data.encode(), "people.vcf").contacts]


def sentences(data):
    return [problem.message for problem in read(data.encode(), "people.vcf").problems]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n", "\n\n"])
def test_lines_may_end_in_any_way(end):
    (person,) = read(cards("FN:Ada Park", "EMAIL:ada@example.org", end=end).encode(), "x").contacts
    assert (person.name, person.email) == ("Ada Park", "ada@example.org")


def test_a_broken_line_is_left_out_and_joined_to_nothing():
    assert only(cards("FN:Ada Park", 'X-NICK;TYPE="home:Adi', "EMAIL:ada@example.org")).name == "Ada Park"


def test_a_card_is_read_with_what_it_tells():
    text = cards(
        "N:Park;Ada;;Dr.;", "FN:Dr. Ada Park", "ORG:Tidal Museum;Collections;Shells", "TITLE:Curator",
        "EMAIL;TYPE=INTERNET,HOME:home@example.org", "EMAIL;TYPE=WORK,pref:ada@example.org",
        "TEL;TYPE=CELL:+1 2",
        "TEL;TYPE=FAX:+1 3", "ADR;TYPE=WORK:;;1 Quay;Hull;;HU1;UK", "URL:https://example.org/ada",
        "NOTE:Met at the fair\\, likes shells\\nand tea",
        "X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/ada",
    )  # fmt: skip
    person = only(text)
    assert read(text.encode(), "x").format == "vcard"
    assert (person.row, person.name, person.first_name, person.last_name) == (
        1,
        "Dr. Ada Park",
        "Ada",
        "Park",
    )
    assert (person.organization, person.department, person.title) == (
        "Tidal Museum",
        "Collections; Shells",
        "Curator",
    )
    assert person.emails == ("ada@example.org", "home@example.org")
    assert (person.phones, person.location) == (("+1 2",), "Hull, UK")
    assert (person.url, person.note) == (
        "https://www.linkedin.com/in/ada",
        "Met at the fair, likes shells\nand tea",
    )


def test_a_card_of_1996_writes_letters_as_numbers():
    text = cards(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg =\r\nM=C3=BCller",
        "NOTE;ENCODING=QUOTED-PRINTABLE:One=0D=0A=\r\nTwo",
        version="2.1",
    )
    person = only(text)
    assert (person.name, person.last_name, person.note) == ("Jörg Müller", "Müller", "One\nTwo")


def test_each_line_may_have_a_character_set_of_its_own():
    data = cards("FN;CHARSET=windows-1250:Łukasz", version="2.1").encode("cp1250")
    assert only(data).name == "Łukasz"
    data = cards("FN;CHARSET=nonsense:Ada", version="2.1").encode()
    assert only(data).name == "Ada"


def test_a_line_folded_within_a_letter_is_put_together():
    data = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:J\xc3\r\n \xb6rg\r\nEND:VCARD\r\n"
    assert only(data).name == "Jörg"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-16-le"])
def test_cards_come_in_wide_encodings_too(encoding):
    assert only(cards("FN:Jörg Müller").encode(encoding)).name == "Jörg Müller"


def test_apples_groups_are_set_aside():
    person = only(
        cards(
            "FN:Ada",
            "item1.EMAIL;type=INTERNET:ada@example.org",
            "item1.X-ABLabel:_$!<Work>!$_",
            "item2.ORG:Tidal",
        )
    )
    assert (person.email, person.organization) == ("ada@example.org", "Tidal")


def test_a_blank_line_inside_a_name_does_not_end_the_card():
    assert names(cards("FN:Ada", "", "Park", "EMAIL:ada@example.org")) == ["Ada Park"]


@pytest.mark.parametrize("fold", ["\r\n ", "\n  ", "\r\n"])
def test_a_picture_is_passed_over_however_it_is_folded(fold):
    picture = base64.b64encode(bytes(range(256)) * 400).decode()
    folded = fold.join(picture[start : start + 76] for start in range(0, len(picture), 76))
    person = only(cards(f"PHOTO;ENCODING=b;TYPE=JPEG:{folded}", "", "FN:Ada Park", "TITLE:Curator"))
    assert (person.name, person.title) == ("Ada Park", "Curator")


def test_a_picture_on_a_server_is_not_fetched_and_not_kept():
    person = only(cards("FN:Ada", "PHOTO;VALUE=uri:http://192.0.2.1/ada.jpg"))
    assert "192.0.2.1" not in repr(person)


def test_a_card_inside_a_card_is_no_contact():
    text = cards(
        "FN:Ada", "AGENT:", "BEGIN:VCARD", "FN:Her assistant", "END:VCARD", "TITLE:Curator", version="2.1"
    )
    assert names(text) == ["Ada"]
    assert only(text).title == "Curator"


def test_a_card_without_an_end_costs_nobody_else():
    text = cards("FN:Ada") + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo\r\n" + cards("FN:Cy")
    assert names(text) == ["Ada", "Bo", "Cy"]
    assert sentences(text) == ["Card 2 has no proper end; please check it."]


def test_a_broken_card_costs_one_card():
    text = cards("FN:Ada") + cards("!!!", 'FN;X="open:', "::::", "EMAIL") + cards("FN:Cy")
    assert names(text) == ["Ada", "Cy"]
    assert sentences(text) == ["Card 2 has no name, so it was left out."]


def test_a_card_with_an_address_alone_is_named_by_it():
    assert names(cards("EMAIL:ada@example.org")) == ["ada@example.org"]


def test_a_name_is_put_together_from_its_parts():
    assert names(cards("N:Park;Ada;B.;Prof.;")) == ["Prof. Ada B. Park"]
    assert names(cards("NICKNAME:Addie")) == ["Addie"]


def test_a_group_of_people_is_no_contact():
    text = cards("KIND:group", "FN:Team", version="4.0")
    assert names(text) == []
    assert sentences(text) == ["Card 1 is a group, not a person, so it was left out."]


def test_a_favourite_address_at_home_does_not_go_before_work():
    text = cards(
        "EMAIL;INTERNET;WORK:work@example.org",
        "EMAIL;INTERNET;HOME;TYPE=pref:home@example.org",
        "FN:Ada",
        version="2.1",
    )
    assert only(text).email == "work@example.org"


def test_the_fourth_version_counts_preferences():
    text = cards(
        "FN:Ada",
        "EMAIL;PREF=2:b@example.org",
        "EMAIL;PREF=1:a@example.org",
        "TEL;VALUE=uri:tel:+1-2",
        version="4.0",
    )
    assert only(text).emails == ("a@example.org", "b@example.org")
    assert only(text).phones == ("+1-2",)


def test_thousands_of_cards_are_read_in_a_moment():
    assert (
        len(names("".join(cards(f"FN:Person {number}", "EMAIL:a@example.org") for number in range(3000))))
        == 3000
    )


def test_a_name_in_base64_is_read():
    encoded = base64.b64encode("Jörg Müller".encode()).decode()
    assert only(cards(f"FN;ENCODING=BASE64;CHARSET=UTF-8:{encoded}", version="2.1")).name == "Jörg Müller"


def test_an_assistant_inside_a_card_is_not_the_person():
    helper = ("AGENT:BEGIN:VCARD", "FN:Helper", "EMAIL:help@example.org", "END:VCARD")
    person = only(cards("FN:Ada Park", *helper, "EMAIL:ada@example.org", version="2.1"))
    assert (person.name, person.emails) == ("Ada Park", ("ada@example.org",))


def test_a_group_of_apples_address_book_is_left_out():
    assert names(cards("FN:Friends", "X-ADDRESSBOOKSERVER-KIND:group")) == []


def test_words_between_cards_belong_to_none_of_them():
    text = f"Sent from my phone\n{cards('FN:Ada')}\n-- \n{cards('FN:Bo')}"
    assert names(text) == ["Ada", "Bo"]
    assert sentences(text) == []


def test_a_file_of_which_every_line_is_indented_is_read():
    assert names("\n".join(f"    {line}" for line in cards("FN:Ada Park").splitlines())) == ["Ada Park"]


def test_a_fold_of_version_2_1_stands_for_a_space():
    assert only("BEGIN:VCARD\nVERSION:2.1\nFN:Ada\n Park\nEND:VCARD\n").name == "Ada Park"
    assert only("BEGIN:VCARD\nVERSION:3.0\nFN:Ada Pa\n rk\nEND:VCARD\n").name == "Ada Park"


def test_a_soft_break_at_the_end_of_a_card_swallows_nothing():
    text = cards("FN;ENCODING=QUOTED-PRINTABLE:Ada=20Park=", version="2.1")
    assert (names(text), sentences(text)) == (["Ada Park"], [])


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_cyrillic_cards_of_older_programs_are_read(encoding):
    assert only(cards("FN:Анна Иванова", "ORG:Музей").encode(encoding)).name == "Анна Иванова"


def folded(line, at, fold="\r\n "):
    """Fold a line after so many octets."""
    return line[:at] + fold + line[at:]


@pytest.mark.parametrize("at", range(1, 40))
@pytest.mark.parametrize("fold", ["\r\n ", "\r\n\t", "\n "])
def test_a_line_may_be_folded_inside_its_parameters(at, fold):
    lines = [
        "FN:Ada Park",
        folded("EMAIL;TYPE=INTERNET;TYPE=WORK:ada@example.org", at, fold),
        "TITLE:Curator",
    ]
    person = only(cards(*lines))
    assert (person.name, person.email, person.title) == ("Ada Park", "ada@example.org", "Curator")


def test_a_picture_folded_before_its_colon_spoils_nothing():
    lines = (
        "FN:Ada Park",
        "PHOTO;X-CROP=ClipRect_1&0&0&640&640&Kz3q==;\r\n ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\n SkZJRg",
        "TEL;TYPE=CELL:+1 555 0100",
    )
    person = only(cards(*lines))
    assert (person.name, person.phones, person.note) == ("Ada Park", ("+1 555 0100",), "")


def test_a_label_with_quotation_marks_and_folds_belongs_to_its_address():
    line = 'ADR;LABEL="Ms. Ada Park\\n1 Quay: rear door\\n\r\n Hull":;;1 Quay;Hull;;HU1;UK'
    assert only(cards("FN:Ada Park", "TITLE:Curator", line, version="4.0")).location == "Hull, UK"


def test_a_raw_line_break_of_version_2_1_stands_for_a_blank_and_a_comment_for_nothing():
    text = cards(
        "FN:Ada Park", "# from a telephone", "TITLE:Technical Sales &", "Support", "ORG:Tidal", version="2.1"
    )
    person = only(text)
    assert (person.name, person.title, person.organization) == (
        "Ada Park",
        "Technical Sales & Support",
        "Tidal",
    )


def test_a_text_cut_at_its_soft_break_does_not_swallow_the_next_line():
    lines = ("FN:Ada", "NOTE;ENCODING=QUOTED-PRINTABLE:cut off=", "TEL;CELL:+1 555 0100")
    assert only(cards(*lines, version="2.1")).phones == ("+1 555 0100",)


def test_a_text_cut_inside_its_last_letter_keeps_the_others():
    line = "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg Wei=C3"
    assert only(cards(line, version="2.1")).name == "Jörg Wei"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Tidal Museum", "Ada Park"),
        ("ada@example.org", "Ada Park"),
        ("Park\\, Ada", "Ada Park"),
        ('"Ada Park"', "Ada Park"),
        ("Addie Park", "Addie Park"),
        ("Park Ada", "Park Ada"),
    ],
)
def test_the_formatted_name_gives_way_where_it_is_no_name(written, name):
    person = only(cards(f"FN:{written}", "N:Park;Ada;;;", "ORG:Tidal Museum", "EMAIL:ada@example.org"))
    assert person.name == name


def test_a_card_of_nothing_but_a_company_and_a_name_stays_the_companys():
    assert only(cards("FN:Tidal Museum", "N:Park;Ada;;;", "ORG:Tidal Museum")).name == "Tidal Museum"


def test_a_name_of_nulls_is_nobodys():
    assert only(cards("FN:null null", "N:null;null;;;", "EMAIL:ada@example.org")).name == "ada@example.org"


def test_numbers_come_by_preference_without_faxes_and_with_their_extensions():
    lines = (
        "FN:Ada",
        "TEL;TYPE=HOME:+1 555 0100",
        "item1.TEL:+1 555 0500",
        "item1.X-ABLabel:_$!<WorkFAX>!$_",
        "TEL;TYPE=WORK;PREF=1;VALUE=uri:TEL:+1-555-0400;ext=77",
    )
    assert only(cards(*lines)).phones == ("+1-555-0400 ext. 77", "+1 555 0100")


def test_how_a_name_is_said_goes_to_the_note_in_the_order_of_the_name():
    phonetic = ("X-PHONETIC-FIRST-NAME:Tarō", "X-PHONETIC-LAST-NAME:Yamamoto")
    assert only(cards("N:山本;太郎;;;", *phonetic)).note == "Spoken: Yamamoto Tarō"
    assert only(cards("N:Nguyen;Minh;;;", "X-PHONETIC-LAST-NAME:Win")).note == "Spoken: Win"
    assert (
        only(cards("FN:山本 太郎", "N:山本;太郎", "SOUND;X-IRMC-N:ヤマモト;タロウ;;;")).note
        == "Spoken: ヤマモト タロウ"
    )


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ("山本;太郎;;;", "山本 太郎"),
        ("전;도훈;;;", "전도훈"),
        ("Cruz;María José;de la;;", "María José de la Cruz"),
        ("Park;Ada;Beth,Cora;Dr.;PhD", "Dr. Ada Beth Cora Park PhD"),
    ],
)
def test_parts_are_put_in_the_order_they_are_spoken(parts, name):
    assert names(cards(f"N:{parts}")) == [name]


def test_the_formatted_name_tells_the_order_of_its_parts():
    assert names(cards("FN:Nguyễn Thị Minh Khai", "N:Nguyễn;Khai;Thị Minh;;")) == ["Nguyễn Thị Minh Khai"]


def test_a_semicolon_behind_an_escaped_backslash_parts():
    person = only(cards("FN:Ada", "ORG:Back\\\\;Textiles\\; Looms;Yarn"))
    assert (person.organization, person.department) == ("Back\\", "Textiles; Looms; Yarn")


@pytest.mark.parametrize(
    "lines",
    [
        ["VERSION:3.0", "FN:Ada Park", "EMAIL:ada@example.org", "END:VCARD"],
        ["FN:Ada Park", "EMAIL:ada@example.org", "END:VCARD"],
        ["VERSION:3.0", "FN:Ada Park", "EMAIL:ada@example.org"],
    ],
)
def test_a_card_that_lost_its_beginning_is_read_and_said(lines):
    text = "\r\n".join([*lines, ""])
    assert names(text) == ["Ada Park"]
    assert sentences(text) == ["Card 1 has no proper beginning; please check it."]


def test_letters_that_cannot_be_read_are_said():
    data = cards(
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=A9=C3=A9=C3=A9=FF=C3=A9 Park", version="2.1"
    ).encode()
    reading = read(data, "x.vcf")
    assert reading.contacts[0].name == "ééé\ufffdé Park"
    assert any("letters" in problem.message for problem in reading.problems)
