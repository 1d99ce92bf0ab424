import io
import subprocess
import sys
import zipfile
from datetime import date

import pytest

from infoview.errors import ImportFileError
from infoview.importers import read

NOTE = 'Notes:\r\n"Some e-mail addresses are missing, as people, like you, choose who sees them."\r\n\r\n'
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
ADA = "Ada,Park,https://www.linkedin.com/in/ada-park,ada@example.org,Tidal Museum,Curator,15 Mar 2024\r\n"
BO = 'Bo,Öz,https://www.linkedin.com/in/bo-oz,,"Stripe, Inc.","Engineer ""Platform""",03 Jan 2023\r\n'


def connections(*rows, preamble=NOTE, header=HEADER):
    return preamble + header + "".join(rows)


def names(reading):
    return [person.name for person in reading.contacts]


def sentences(reading):
    return [problem.message for problem in reading.problems]


def zipped(**files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_csv", ".csv"), content)
    return buffer.getvalue()


def test_a_connection_is_read_with_everything_linkedin_tells():
    reading = read(connections(ADA).encode(), "Connections.csv")
    (ada,) = reading.contacts
    assert reading.format == "linkedin-connections"
    assert (ada.row, ada.name, ada.first_name, ada.last_name) == (1, "Ada Park", "Ada", "Park")
    assert (ada.email, ada.organization, ada.title) == ("ada@example.org", "Tidal Museum", "Curator")
    assert (ada.url, ada.connected_on) == ("https://www.linkedin.com/in/ada-park", date(2024, 3, 15))
    assert reading.problems == ()


@pytest.mark.parametrize(
    "preamble",
    ["", "\r\n\r\n", NOTE, "Notes:\n" + "One more line, with a comma.\n" * 40 + "\n", "\ufeff" + NOTE],
)
def test_what_stands_above_the_headings_may_be_of_any_length(preamble):
    assert names(read(connections(ADA, BO, preamble=preamble).encode(), "Connections.csv")) == [
        "Ada Park",
        "Bo Öz",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_is_recognised(encoding):
    reading = read(
        connections(ADA, BO).replace("Notes:", "Notes: Übersicht").encode(encoding), "Connections.csv"
    )
    assert names(reading) == ["Ada Park", "Bo Öz"]


def test_a_file_saved_again_by_a_european_excel_has_semicolons():
    text = (
        connections(ADA, BO.replace('"Stripe, Inc."', "Stripe"))
        .replace(",", ";")
        .replace("15 Mar 2024", "15.03.2024")
    )
    reading = read(text.encode("cp1252"), "Connections.csv")
    assert names(reading) == ["Ada Park", "Bo Öz"]
    assert reading.contacts[0].connected_on == date(2024, 3, 15)


def test_quotes_and_commas_inside_a_cell_stay_there():
    (bo,) = read(connections(BO).encode(), "Connections.csv").contacts
    assert (bo.organization, bo.title) == ("Stripe, Inc.", 'Engineer "Platform"')


def test_a_row_without_a_name_is_left_out_and_listed():
    reading = read(connections(ADA, ",,,,,,01 Jan 2023\r\n", BO).encode(), "Connections.csv")
    assert [(person.row, person.name) for person in reading.contacts] == [(1, "Ada Park"), (3, "Bo Öz")]
    assert sentences(reading) == ["Row 2 has no name, so it was left out."]
    assert reading.problems[0].row == 2


def test_a_name_of_signs_is_no_name():
    reading = read(
        connections("-,.,https://www.linkedin.com/in/x,,Tidal,,\r\n", BO).encode(), "Connections.csv"
    )
    assert names(reading) == ["Bo Öz"]
    assert sentences(reading) == ["Row 1 has no name, so it was left out."]


def test_an_older_export_has_no_profile_pages():
    header = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
    (ada,) = read((header + "Ada,Park,ada@example.org,Tidal,Curator,3/15/18\n").encode(), "c.csv").contacts
    assert (ada.url, ada.connected_on) == ("", date(2018, 3, 15))


def test_current_company_and_position_are_the_company_and_the_position():
    header = "First Name,Last Name,Email Address,Current Company,Current Position\n"
    reading = read((header + "Ada,Park,ada@example.org,Tidal,Curator\n").encode(), "c.csv")
    assert reading.format == "linkedin-connections"
    assert (reading.contacts[0].organization, reading.contacts[0].title) == ("Tidal", "Curator")


@pytest.mark.parametrize(
    ("header", "written"),
    [
        ("Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am", "15. März 2024"),
        ("Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion", "15 mars 2024"),
        (
            "Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Fecha de conexión",
            "15 de marzo de 2024",
        ),
        ("Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Połączono", "15 marca 2024"),
    ],
)
def test_headings_and_months_of_other_languages_are_understood(header, written):
    text = f"{header}\nAda,Park,https://www.linkedin.com/in/ada,ada@example.org,Tidal,Curator,{written}\n"
    (ada,) = read(text.encode(), "Connections.csv").contacts
    assert (ada.first_name, ada.last_name, ada.email) == ("Ada", "Park", "ada@example.org")
    assert (ada.organization, ada.title, ada.connected_on) == ("Tidal", "Curator", date(2024, 3, 15))


@pytest.mark.parametrize(
    "written",
    [
        "15 Mar 2024",
        "15-Mar-24",
        "2024-03-15",
        "15/03/2024",
        "3/15/2024",
        "Mar 15, 2024",
        "2024-03-15 10:20:30",
    ],
)
def test_a_date_is_read_in_every_form_a_program_saves_it(written):
    (ada,) = read(connections(ADA.replace("15 Mar 2024", f'"{written}"')).encode(), "c.csv").contacts
    assert ada.connected_on == date(2024, 3, 15)


def test_the_other_dates_tell_which_figure_is_the_day():
    day_first = ADA.replace("15 Mar 2024", "03/04/2024"), BO.replace("03 Jan 2023", "25/12/2023")
    month_first = ADA.replace("15 Mar 2024", "03/04/2024"), BO.replace("03 Jan 2023", "12/25/2023")
    assert read(connections(*day_first).encode(), "c.csv").contacts[0].connected_on == date(2024, 4, 3)
    assert read(connections(*month_first).encode(), "c.csv").contacts[0].connected_on == date(2024, 3, 4)


def test_a_date_that_can_be_read_in_two_ways_is_left_out_and_said():
    reading = read(connections(ADA.replace("15 Mar 2024", "03/04/2024")).encode(), "c.csv")
    assert reading.contacts[0].connected_on is None
    assert sentences(reading) == [
        "The date in row 1, “03/04/2024”, isn't clear; dates like that were left out."
    ]


def test_a_company_whose_quotation_marks_are_lost_is_put_together_again():
    row = "Ada,Park,https://www.linkedin.com/in/ada,,Tidal, Inc.,Curator,15 Mar 2024\n"
    reading = read(connections(row).encode(), "c.csv")
    assert (reading.contacts[0].organization, reading.contacts[0].title) == ("Tidal, Inc.", "Curator")
    assert reading.contacts[0].connected_on == date(2024, 3, 15)
    assert sentences(reading) == ["Row 1 has an extra comma; we put its cells together."]


def test_a_quotation_mark_that_never_closes_costs_one_row():
    broken = 'Cy,Low,https://www.linkedin.com/in/cy,,"Broken,Clerk,15 Mar 2024\n'
    reading = read(connections(ADA, broken, BO).encode(), "c.csv")
    assert names(reading) == ["Ada Park", "Cy Low", "Bo Öz"]
    assert sentences(reading) == ["Row 2 has an extra quotation mark; please check it."]


def test_an_address_that_is_none_goes_to_the_note():
    row = "Ada,Park,javascript:alert(1),not an address,Tidal,Curator,15 Mar 2024\n"
    reading = read(connections(row).encode(), "c.csv")
    (ada,) = reading.contacts
    assert (ada.url, ada.email) == ("", "")
    assert ada.note == "not an address\njavascript:alert(1)"
    assert len(reading.problems) == 2


def test_hostile_text_stays_text():
    row = '"=HYPERLINK(""http://evil.example"")",<script>alert(1)</script>,,,+SUM(1),@cmd,15 Mar 2024\n'
    (person,) = read(connections(row).encode(), "c.csv").contacts
    assert person.name == '=HYPERLINK("http://evil.example") <script>alert(1)</script>'
    assert (person.organization, person.title) == ("+SUM(1)", "@cmd")


def test_signs_that_turn_the_reading_direction_are_dropped():
    (ada,) = read(connections(ADA.replace("Park", "Pa\u202erk\u200b")).encode(), "c.csv").contacts
    assert ada.name == "Ada Park"


def test_the_zip_linkedin_sends_is_read_wherever_the_list_lies_in_it():
    data = zipped(
        Complete_LinkedInDataExport__Profile_csv="First Name,Last Name\nMe,Myself\n",
        Complete_LinkedInDataExport__Connections_csv=connections(ADA, BO),
        __MACOSX___Connections_csv="junk",
    )
    reading = read(data, "Complete_LinkedInDataExport.zip")
    assert (reading.format, names(reading)) == ("linkedin-connections", ["Ada Park", "Bo Öz"])


def test_messages_and_invitations_tell_the_last_contact_and_none_of_the_words():
    messages = (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
        "SUBJECT,CONTENT,FOLDER\n"
        "1,,Ada,https://www.linkedin.com/in/Ada-Park/,Me,https://www.linkedin.com/in/me,2026-08-01 "
        "02:00:00 UTC,,"
        '"A secret,\nof two lines",INBOX\n'
        "1,,Me,https://www.linkedin.com/in/me,Ada,https://www.linkedin.com/in/ada-park,2026-07-01 "
        "02:00:00 UTC,,old,INBOX\n"
    )
    invitations = (
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
        'Me,Bo,"1/12/23, 3:04 PM",Hello,OUTGOING,https://www.linkedin.com/in/me,https://www.linkedin.com/in/bo-oz\n'
    )
    reading = read(
        zipped(Connections_csv=connections(ADA, BO), messages_csv=messages, Invitations_csv=invitations),
        "x.zip",
    )
    assert [person.last_contact_on for person in reading.contacts] == [date(2026, 8, 1), date(2023, 1, 12)]
    assert "secret" not in repr(reading)


def test_the_list_of_messages_alone_is_refused_with_what_to_choose():
    header = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT"
    messages = f"{header}\n1,,Ada,u,Me,2026-08-01,,x\n"
    with pytest.raises(ImportFileError, match=r"Choose Connections\.csv"):
        read(messages.encode(), "messages.csv")


def test_thirty_thousand_connections_are_read():
    rows = [ADA.replace("ada", f"ada{number}") for number in range(30_000)]
    assert len(read(connections(*rows).encode(), "Connections.csv").contacts) == 30_000


def test_connections_are_read_and_compared_with_the_standard_library_alone():
    program = (
        "import sys\n"
        "sys.modules |= dict.fromkeys(['openpyxl', 'rapidfuzz', 'charset_normalizer', 'pandas'])\n"
        "from infoview import duplicates, importers\n"
        "people = importers.read(sys.stdin.buffer.read(), 'Connections.csv').contacts\n"
        "print(len(people), len(duplicates.find(people)))\n"
    )
    data = connections(ADA, ADA, BO).encode("cp1252")
    done = subprocess.run([sys.executable, "-c", program], input=data, capture_output=True, check=True)
    assert done.stdout.split() == [b"3", b"1"]
