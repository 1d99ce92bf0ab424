import pytest

from infoview.content import words
from infoview.errors import ImportFileError
from infoview.importers import FIELDS, guess_columns, read
from infoview.importers.columns import plain

GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,"
    "Name Prefix,"
    "Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,"
    "Birthday,Notes,Photo,"
    "Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,"
    "Phone 1 - Value,"
    "Website 1 - Label,Website 1 - Value"
)
OUTLOOK = (
    "First Name,Middle Name,Last Name,Title,Suffix,Nickname,E-mail Address,E-mail 2 Address,E-mail 3 Address,"
    "Home Phone,Business Phone,Mobile Phone,Business Fax,Assistant's Phone,Job Title,Department,Company,"
    "Manager's Name,Assistant's Name,Business Street,Business City,Business Country/Region,Web Page,"
    "Birthday,Notes"
)
OUTLOOK_GERMAN = (
    "Anrede;Vorname;Weitere Vornamen;Nachname;Suffix;Firma;Abteilung;Position;Straße geschäftlich;"
    "Ort geschäftlich;"
    "Land/Region geschäftlich;Fax geschäftlich;Telefon geschäftlich;Mobiltelefon;E-Mail-Adresse;E-Mail-Typ;"
    "E-Mail: Angezeigter Name;E-Mail 2: Adresse;Geburtstag;Name Assistent;Notizen;Webseite"
)
OUTLOOK_FRENCH = (
    "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre,Rue (bureau),Ville (bureau),"
    "Télécopie (bureau),Téléphone (bureau),Tél. mobile,Adresse de messagerie,Type de messagerie,"
    "Nom complet de l'adresse de messagerie,Notes"
)


def row_under(header, separator=",", **cells):
    """Write a row with these cells under the headings of that name, and nothing under the others."""
    values = dict(zip((name.replace("_", " ") for name in cells), cells.values(), strict=True))
    names = header.split(separator)
    assert not values.keys() - set(names)
    return separator.join('"' + values.get(name, "").replace('"', '""') + '"' for name in names)


def only(text, **kwargs):
    (person,) = read(text.encode(), "people.csv", **kwargs).contacts
    return person


def sentences(reading):
    return [problem.message for problem in reading.problems]


def test_googles_new_headings_are_understood():
    cells = {
        "First Name": "Adrian", "Last Name": "Abegglen", "Name Prefix": "Dr.",
        "Organization Name": "Trivadis",
        "Organization Title": "Consultant", "Organization Department": "Data", "E-mail 1 - Label": "* Work",
        "E-mail 1 - Value": "a@example.org ::: b@example.org", "E-mail 2 - Value": "c@example.org",
        "Phone 1 - Value": "+41 1 ::: +41 2", "Website 1 - Value": "https://example.org/a",
        "Notes": "One\nTwo",
        "Labels": "* myContacts ::: Alumni",
    }  # fmt: skip
    text = GOOGLE_NEW + "\n" + row_under(GOOGLE_NEW, **cells) + "\n"
    person = only(text)
    assert read(text.encode(), "contacts.csv").format == "google-csv"
    assert (person.name, person.first_name, person.last_name) == ("Dr. Adrian Abegglen", "Adrian", "Abegglen")
    assert person.emails == ("a@example.org", "b@example.org", "c@example.org")
    assert person.phones == ("+41 1", "+41 2")
    assert (person.organization, person.title, person.department) == ("Trivadis", "Consultant", "Data")
    assert (person.url, person.note) == ("https://example.org/a", "One\nTwo")


def test_googles_old_headings_are_understood():
    header = (
        "Name,Given Name,Additional Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,E-mail "
        "1 - Value,"
        "Organization 1 - Type,Organization 1 - Name,Organization 1 - Title"
    )
    text = f"{header}\nAda Park,Ada,,Park,,* My Contacts,* Home,ada@example.org,,Tidal Museum,Curator\n"
    reading = read(text.encode("utf-16"), "google.csv")
    (person,) = reading.contacts
    assert (reading.format, reading.encoding) == ("google-csv", "utf-16")
    assert (person.name, person.email, person.organization, person.title) == (
        "Ada Park", "ada@example.org", "Tidal Museum", "Curator",
    )  # fmt: skip


def test_outlooks_title_is_mr_and_its_job_title_the_job():
    cells = {
        "Title": "Mr.", "First Name": "Ada", "Last Name": "Park", "E-mail Address": "ada@example.org",
        "E-mail 2 Address": "park@example.org", "Job Title": "Curator", "Company": "Tidal Museum",
        "Business Phone": "1", "Business Fax": "2", "Assistant's Phone": "3", "Manager's Name": "Bo",
        "Business City": "Hull",
    }  # fmt: skip
    text = OUTLOOK + "\r\n" + row_under(OUTLOOK, **cells) + "\r\n"
    person = only(text)
    assert read(text.encode(), "contacts.csv").format == "outlook-csv"
    assert (person.name, person.title, person.organization) == ("Ada Park", "Curator", "Tidal Museum")
    assert person.emails == ("ada@example.org", "park@example.org")
    assert (person.phones, person.location) == (("1",), "Hull")


def test_outlooks_german_headings_are_understood():
    cells = {
        "Anrede": "Herr", "Vorname": "Jörg", "Nachname": "Müller", "Firma": "Gezeiten GmbH",
        "Position": "Kurator",
        "E-Mail-Adresse": "j@example.org", "E-Mail-Typ": "SMTP", "E-Mail: Angezeigter Name": "Jörg (Arbeit)",
        "E-Mail 2: Adresse": "jm@example.org", "Telefon geschäftlich": "1", "Fax geschäftlich": "2",
        "Ort geschäftlich": "Köln", "Name Assistent": "Bo",
    }  # fmt: skip
    text = OUTLOOK_GERMAN + "\r\n" + row_under(OUTLOOK_GERMAN, ";", **cells) + "\r\n"
    reading = read(text.encode("cp1252"), "Kontakte.csv")
    (person,) = reading.contacts
    assert (reading.format, reading.encoding) == ("outlook-csv", "cp1252")
    assert (person.name, person.title, person.organization) == ("Jörg Müller", "Kurator", "Gezeiten GmbH")
    assert person.emails == ("j@example.org", "jm@example.org")
    assert (person.phones, person.location) == (("1",), "Köln")


def test_outlooks_french_headings_call_mr_and_the_job_the_same():
    text = (
        OUTLOOK_FRENCH
        + "\nM.,Zoé,,Lefèvre,,Musée,,Conservatrice,,Brest,2,1,,z@example.org,SMTP,Zoé (z@example.org),\n"
    )
    person = only(text)
    assert (person.name, person.title, person.organization) == ("Zoé Lefèvre", "Conservatrice", "Musée")
    assert (person.emails, person.phones, person.location) == (("z@example.org",), ("1",), "Brest")


def test_an_alumni_list_may_have_titles_above_its_headings():
    text = (
        "State College Alumni Directory,,,,,\nUpdated May 2026. For personal use only.,,,,,\n,,,,,\n"
        "Alumni Name,Class Year,Employer,Job Title,City,Preferred Email,Do Not Contact\n"
        '"Park, Ada",2009,Tidal Museum,Curator,Hull,ada@example.org,\n'
        '"Öz, Bo",2012,Dune Labs,Engineer,Oslo,bo@example.org,Yes\n'
    )
    reading = read(text.encode(), "alumni.csv")
    (ada,) = reading.contacts
    assert (ada.name, ada.organization, ada.title, ada.location) == (
        "Ada Park",
        "Tidal Museum",
        "Curator",
        "Hull",
    )
    assert (ada.email, ada.note) == ("ada@example.org", "Class Year: 2009")
    assert sentences(reading) == ["Row 2 asks not to be contacted, so it was left out."]


@pytest.mark.parametrize(
    ("header", "kept", "out"),
    [
        (
            "Do not contact?",
            ["", "No", "FALSE", "0", "-", "n/a"],
            ["Yes", "x", "X", "TRUE", "1", "✓", "since 2019"],
        ),
        ("OK to contact", ["", "Yes", "y"], ["No", "N", "never"]),
        ("Willing to be contacted", ["yes"], ["no"]),
        ("No contact requested", [""], ["x"]),
    ],
)
def test_who_asks_not_to_be_contacted_is_left_out(header, kept, out):
    rows = "".join(f"Kept,{cell}\n" for cell in kept) + "".join(f"Out,{cell}\n" for cell in out)
    reading = read(f"Name,{header}\n{rows}".encode(), "people.csv")
    assert [person.name for person in reading.contacts] == ["Kept"] * len(kept)
    assert len(reading.problems) == len(out)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Full Name\tE-Mail\tOrganisation\tRole", "Ada Park\tada@example.org\tTidal\tCurator"),
        ("name|email|company|position", "Ada Park|ada@example.org|Tidal|Curator"),
        ("NAME;EMAIL;COMPANY;JOB TITLE", "Ada Park;ada@example.org;Tidal;Curator"),
        ("firstName,lastName,emailAddress,companyName,jobTitle", "Ada,Park,ada@example.org,Tidal,Curator"),
        ("Name,Vorname,Mail,Arbeitgeber,Beruf", "Park,Ada,ada@example.org,Tidal,Curator"),
        ("nom;prénom;courriel;employeur;fonction", "Park;Ada;ada@example.org;Tidal;Curator"),
        (
            "  First name ,LAST NAME,Email (work),Current employer,Position title",
            "Ada,Park,ada@example.org,Tidal,Curator",
        ),
        ("sep=;\nName;Email;Company;Title", "Ada Park;ada@example.org;Tidal;Curator"),
    ],
)
def test_headings_are_told_by_what_they_mean(header, row):
    person = only(f"{header}\n{row}\n")
    assert (person.name, person.email, person.organization, person.title) == (
        "Ada Park", "ada@example.org", "Tidal", "Curator",
    )  # fmt: skip


def test_a_column_of_mr_and_dr_is_no_job():
    person = only("Title,Name,Company\nDr.,Ada Park,Tidal\n")
    assert (person.name, person.title) == ("Ada Park", "")


def test_what_the_person_says_a_heading_means_goes_before_every_guess():
    text = "Wer,Was,Name\nAda Park,Curator,Tidal\n"
    person = only(text, mapping={"Wer": "name", "Was": "title", "Name": "organization"})
    assert (person.name, person.title, person.organization) == ("Ada Park", "Curator", "Tidal")


def test_a_column_can_be_left_out_by_the_person():
    assert only("Name,Notes\nAda Park,private\n", mapping={"Notes": ""}).note == ""


def test_the_guesses_can_be_shown_before_anything_is_read():
    assert guess_columns(["Name", "Employer", "Shoe size"]) == ("name", "organization", "")


def test_a_person_known_by_an_address_alone_is_named_by_it():
    reading = read(b"Primary Email\nada@example.org\n\nbo@example.org\n", "email.csv")
    assert [(person.row, person.name) for person in reading.contacts] == [
        (1, "ada@example.org"),
        (2, "bo@example.org"),
    ]
    assert sentences(reading)[0] == "Row 1 has no name, so we used its email address."


def test_one_person_may_have_several_addresses_in_one_row():
    person = only(
        "E-mail Address,E-mail 2 Address,E-mail 3 Address\na@example.org,b@example.org,A@example.org\n"
    )
    assert person.emails == ("a@example.org", "b@example.org")


def test_a_cell_with_line_ends_is_one_cell():
    reading = read(b'Name,Notes\nAda Park,"One, two\n\nthree, ""four"""\nBo,\n', "people.csv")
    assert [person.name for person in reading.contacts] == ["Ada Park", "Bo"]
    assert reading.contacts[0].note == 'One, two\n\nthree, "four"'
    assert reading.problems == ()


def test_empty_rows_are_counted():
    reading = read(b"Name,Email\n,\nAda Park,\n , \nBo,\n", "people.csv")
    assert [(person.row, person.name) for person in reading.contacts] == [(2, "Ada Park"), (4, "Bo")]
    assert sentences(reading) == ["2 empty rows were left out."]


def test_zero_bytes_are_dropped():
    assert only("Name,Email\nAda\x00 Park,ada@example.org\n").name == "Ada Park"


def test_a_very_long_cell_is_cut_and_said():
    reading = read(("Name,Company\nAda Park," + "x" * 10_000_000 + "\n").encode(), "people.csv")
    assert len(reading.contacts[0].organization) == 300
    assert sentences(reading) == ["Row 1 has a very long text; we kept only the beginning."]


@pytest.mark.parametrize(
    "text", ["Name,Email\n", "Name,Email\n\n,\n", "Notes:\n\nFirst Name,Last Name,URL\n"]
)
def test_headings_with_nobody_below_are_refused(text):
    with pytest.raises(ImportFileError, match="no contacts below"):
        read(text.encode(), "people.csv")


def test_a_list_without_headings_is_read_by_what_its_columns_hold_and_that_is_said():
    reading = read(b"Ada,Park,,ada@example.org,12\nBo,Li,,bo@example.org,13\n", "people.csv")
    assert [(p.row, p.name, p.email) for p in reading.contacts] == [
        (1, "Ada Park", "ada@example.org"),
        (2, "Bo Li", "bo@example.org"),
    ]
    assert sentences(reading)[0].startswith("This file has no headings")
    assert dict(reading.columns) == {
        "Column 1": "first_name",
        "Column 2": "last_name",
        "Column 3": "",
        "Column 4": "email",
        "Column 5": "",
    }


def test_of_a_list_without_headings_the_person_can_say_what_a_column_holds():
    data = b"Tidal Museum;Ada Park;ada@example.org\nDune Labs;Bo Li;bo@example.org\n"
    assert read(data, "x").contacts[0].organization == "Tidal Museum"
    mapping = {"Column 1": "note", "Column 2": "name", "Column 3": "email"}
    assert read(data, "x", mapping).contacts[0].note == "Tidal Museum"


@pytest.mark.parametrize("text", ["Ada Park\nBo Li\n", "Dear Ada,\nwrite to me: bo@example.org\nyours, Bo\n"])
def test_words_without_headings_and_addresses_are_no_list(text):
    with pytest.raises(ImportFileError, match="first row should say"):
        read(text.encode(), "people.csv")


def test_headings_nobody_knows_stand_for_what_their_columns_hold():
    reading = read("Hvem,Hvor\nÅse Ødegård,a@example.no\n".encode(), "people.csv")
    assert [(p.row, p.name, p.email) for p in reading.contacts] == [(1, "Åse Ødegård", "a@example.no")]
    assert reading.columns == {"Hvem": "name", "Hvor": "email"}
    assert sentences(reading)[0].startswith("We don't know this file's headings")


def test_a_note_that_sounds_like_headings_is_none():
    rows = "First Name,Last Name,Email Address,Company\nAda,Park,ada@example.org,Tidal\n"
    reading = read(f"Notes:\nName, Email, Company are private\n\n{rows}".encode(), "people.csv")
    assert [(p.row, p.name, p.organization) for p in reading.contacts] == [(1, "Ada Park", "Tidal")]


def test_a_column_of_names_is_none_of_addresses_whatever_its_heading_says():
    reading = read(b"Name,Mail,E-mail: shown as\nAda,ada@example.org,Ada Park (ada)\n", "people.csv")
    assert (reading.contacts[0].emails, reading.contacts[0].note) == (("ada@example.org",), "")


LDIF = """dn: cn=Ada Park,mail=ada@example.org
objectclass: top
objectclass: person
givenName: Ada
sn:: UMOkcms=
cn: Ada
  Pärk
mail: ada@example.org
mozillaSecondEmail: ada@home.example
o: Tidal Museum
title: Curator
telephoneNumber: +1 2
l: Hull

dn: cn=Friends
objectclass: groupOfNames
cn: Friends
member: cn=Ada Park,mail=ada@example.org
"""


def test_an_ldif_address_book_is_read_and_its_lists_are_left_out():
    reading = read(LDIF.encode(), "book.ldif")
    (ada,) = reading.contacts
    assert (reading.format, ada.name, ada.last_name, ada.organization, ada.title, ada.location) == (
        "ldif", "Ada Pärk", "Pärk", "Tidal Museum", "Curator", "Hull",
    )  # fmt: skip
    assert (ada.emails, ada.phones) == (("ada@example.org", "ada@home.example"), ("+1 2",))
    assert sentences(reading) == ["Entry 2 is a list of people, so it was left out."]


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp", "iso2022_jp", "utf-16"])
def test_japanese_lists_are_read_in_the_encodings_they_come_in(encoding):
    text = "名,姓,メインのメールアドレス,会社名\n健二,山本,kenji@example.jp,地図社\n花子,鈴木,,海洋館\n"
    first = read(text.encode(encoding), "book.csv").contacts[0]
    assert (first.name, first.email, first.organization) == ("山本 健二", "kenji@example.jp", "地図社")


def test_letters_garbled_by_another_program_are_put_right_and_said():
    reading = read("Name,Company\nJÃ¶rg MÃ¼ller,SÃO Tidal\n".encode(), "people.csv")
    assert reading.contacts[0].name == "JÃ¶rg MÃ¼ller"
    reading = read("Name,Company\nJÃ¶rg MÃ¼ller,Tidal â€“ Hull\n".encode(), "people.csv")
    assert (reading.contacts[0].name, reading.contacts[0].organization) == ("Jörg Müller", "Tidal – Hull")  # noqa: RUF001
    assert sentences(reading) == ["Some letters were garbled, such as “Ã¼” for “ü”; we fixed them."]


def test_a_file_that_was_cut_off_is_read_and_said():
    reading = read(b"Name,Email,Company\nAda Park,ada@example.org,Tidal\nBo,bo@exa", "people.csv")
    assert [person.name for person in reading.contacts] == ["Ada Park", "Bo"]
    assert sentences(reading) == ["Row 2, the last, ends early; maybe the file was cut off."]


def test_a_list_of_jobs_with_its_owners_address_is_no_list_of_people():
    with pytest.raises(ImportFileError, match="headings"):
        read(
            b"id,title,location,url,companyName,creatorUserEmail\n1,Clerk,Hull,,Tidal,me@example.org\n",
            "jobs.csv",
        )


@pytest.mark.parametrize(
    "header",
    [
        "姓名,电子邮件,公司,职位",
        "氏名,メールアドレス,会社名,役職",
        "이름,이메일,회사,직책",
        "ФИО,Почта,Компания,Должность",
    ],
)
def test_headings_need_no_latin_letters(header):
    person = only(f"{header}\nAda Park,ada@example.org,Tidal,Curator\n")
    assert (person.name, person.email, person.organization, person.title) == (
        "Ada Park", "ada@example.org", "Tidal", "Curator",
    )  # fmt: skip


def test_several_addresses_in_one_cell_are_all_read():
    person = only('Name,Emails\nAda Park,"a@example.org; b@example.org, c@example.org"\n')
    assert person.emails == ("a@example.org", "b@example.org", "c@example.org")


def test_a_name_written_surname_first_tells_which_is_which():
    person = only('Name,Company\n"Park, Ada",Tidal\n')
    assert (person.name, person.first_name, person.last_name) == ("Ada Park", "Ada", "Park")


def test_a_degree_behind_a_comma_is_no_given_name():
    reading = read(b'Name,Company\n"Ada Park, Ph.D.",Tidal\n"Stone, Bo",Dune\n"Low, Cy",Dune\n', "people.csv")
    assert [person.name for person in reading.contacts] == ["Ada Park, Ph.D.", "Bo Stone", "Cy Low"]


def test_headings_that_come_again_are_no_person():
    reading = read(b"Name,Email\nAda,a@example.org\nName,Email\nBo,b@example.org\n", "people.csv")
    assert [(person.row, person.name) for person in reading.contacts] == [(1, "Ada"), (3, "Bo")]
    assert sentences(reading) == ["Row 2 repeats the headings, so it was left out."]


def test_each_heading_of_the_word_list_means_one_thing():
    seen = {}
    for field in FIELDS:
        for word in words("columns")[field]["exact"]:
            assert seen.setdefault(plain(word), field) == field, word


def test_each_group_of_nicknames_holds_two_names_or_more():
    assert [group for group in words("nicknames")["groups"] if len(set(group.split())) < 2] == []
