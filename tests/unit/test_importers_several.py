"""Several tables in one file, several files in one ZIP: everybody once."""

from made.linkedin import zipped

from infoview.importers import read

TEAMS = (
    "1. Summary\nMeeting Title\tAlumni evening\nAttended participants\t2\n\n2. Participants\n"
    "Name\tFirst Join\tIn-Meeting Duration\tEmail\tRole\n"
    "Ada Park\t4/5/2026, 5:01:00 PM\t47m\tada@example.org\tOrganizer\n"
    "Bo Li\t4/5/2026, 5:02:00 PM\t46m\tbo@example.org\tAttendee\n\n"
    "3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n"
    "Ada Park\t4/5/2026, 5:01:00 PM\t4/5/2026, 5:48:00 PM\t47m\tada@example.org\tOrganizer\n"
)
ZOOM = (
    "Meeting ID,Topic,Start Time,User Email,Participants\n123,Panel,1/1/2026,host@example.org,2\n\n"
    "Name (Original Name),User Email,Duration (Minutes),Guest\nAda Park,ada@example.org,12,Yes\n"
)
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{}\r\nTEL:{}\r\nEND:VCARD\r\n"


def names(reading):
    return [person.name for person in reading.contacts]


def sentences(reading):
    return [problem.message for problem in reading.problems]


def test_a_report_of_several_tables_names_everybody_once():
    reading = read(TEAMS.encode("utf-16"), "attendance.csv")
    assert [(p.name, p.email, p.title) for p in reading.contacts] == [
        ("Ada Park", "ada@example.org", ""),
        ("Bo Li", "bo@example.org", ""),
    ]
    assert sentences(reading) == [
        "This file has 2 tables with people; all of them were read.",
        "One person is listed more than once, with nothing new; we read them once.",
    ]


def test_the_table_of_the_meeting_itself_names_nobody():
    assert names(read(ZOOM.encode(), "zoom.csv")) == ["Ada Park"]


def test_two_lists_under_titles_are_both_read_and_their_rows_numbered_on():
    guests = "Guests\nName,Company,Email\nBo,Dune,b@example.org\nCy,Low,\n"
    text = f"Speakers\nName,Email\nAda,a@example.org\n\n{guests}"
    reading = read(text.encode(), "x.csv")
    assert [(p.row, p.name, p.organization) for p in reading.contacts] == [
        (1, "Ada", ""),
        (2, "Bo", "Dune"),
        (3, "Cy", "Low"),
    ]


def test_a_list_with_titles_between_its_rows_is_one_table():
    text = "Name,Email,Company\n\nClass of 2009\nAda,a@example.org,Tidal\n\nBo,b@example.org,Dune\n"
    assert names(read(text.encode(), "x.csv")) == ["Class of 2009", "Ada", "Bo"]


def test_a_zip_that_holds_everybody_twice_is_read_once():
    one, both = (
        CARD.format("Ada", "+1 555 0100"),
        CARD.format("Ada", "+1 555 0100") + CARD.format("Mum", "+1 555 0199"),
    )
    reading = read(
        zipped({"Contacts/All.vcf": both, "Contacts/Mine/Mine.vcf": both, "Contacts/One.vcf": one}),
        "takeout.zip",
    )
    assert names(reading) == ["Ada", "Mum"]
    assert sentences(reading) == ["3 people are listed more than once, with nothing new; we read them once."]


def test_two_of_one_name_with_something_to_tell_them_apart_are_two():
    files = {"a.vcf": CARD.format("Ada", "+1 555 0100"), "b.vcf": CARD.format("Ada", "+1 555 0200")}
    assert names(read(zipped(files), "x.zip")) == ["Ada", "Ada"]


def test_a_table_of_two_hundred_thousand_columns_is_read_and_said():
    wide = "Name," + ",".join(f"c{number}" for number in range(199_999))
    reading = read(f"{wide}\nAda{',x' * 199_999}\n".encode(), "x.csv")
    assert names(reading) == ["Ada"]
    assert sentences(reading)[-1] == "This table has 200,000 columns; only the first 500 were read."
