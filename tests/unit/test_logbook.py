"""The logbook: one interface, whether it lives in a file or, for a visitor, in memory."""

from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infoview.errors import InputError, LogbookError
from infoview.logbook import first_meetings, open_file, open_memory
from infoview.logbook.opening import SCHEMA
from infoview.records.contacts import Circle, Contact, ContactImport
from infoview.records.debriefs import Learned
from infoview.records.goals import Goal
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingStatus, Tick
from infoview.records.profile import Profile
from infoview.records.requests import Request
from infoview.records.takeaways import Takeaway
from infoview.sample import write

NOW = datetime(2026, 11, 23, 10, 42)  # noqa: DTZ001 - only a name for a file is made of it
SHELVES = (
    "contacts",
    "introductions",
    "requests",
    "meetings",
    "questions",
    "ticks",
    "learned",
    "promises",
    "follow_ups",
    "pool",
)


def everything(logbook):
    return {
        "profile": logbook.profile,
        "goal": logbook.goal,
        "settings": logbook.recall_all(""),
        "imports": logbook.pool.imports.find(),
    } | {name: getattr(logbook, name).find() for name in SHELVES}


@pytest.fixture(params=["file", "memory"])
def logbook(request, tmp_path):
    book = open_file(tmp_path / "mine.infoview") if request.param == "file" else open_memory()
    yield book
    book.close()


def test_a_new_logbook_is_empty_and_says_so(logbook):
    assert logbook.profile == Profile()
    assert logbook.goal == Goal()
    assert all(getattr(logbook, name).count() == 0 for name in SHELVES)
    assert logbook.recall("step") == ""
    assert not logbook.changed_elsewhere()


def test_what_is_put_on_a_shelf_comes_back_as_it_was(logbook):
    ada = logbook.contacts.add(
        Contact("Ada Ødegård", circle=Circle.ALUMNI, note="one\ntwo", added_on=date(2026, 2, 28))
    )

    assert ada.id > 0
    assert logbook.contacts.get(ada.id) == ada
    assert logbook.contacts.find(circle=Circle.ALUMNI) == (ada,)
    assert logbook.contacts.first(name="Nobody") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text(min_size=1, max_size=80).filter(lambda name: "\x00" not in name),
    note=st.text(max_size=300).filter(lambda note: "\x00" not in note),
    day=st.none() | st.dates(),
)
def test_any_text_and_any_day_come_back_as_they_were(logbook, name, note, day):
    contact = logbook.contacts.add(Contact(name, note=note, added_on=day))

    assert logbook.contacts.get(contact.id) == Contact(name, note=note, added_on=day, id=contact.id)


def test_what_no_file_can_hold_is_dropped_and_the_rest_is_kept(logbook):
    contact = logbook.contacts.add(Contact("Ada\x00 Park \ud83d", note="half \udc00 a smile"))

    assert logbook.contacts.get(contact.id).name == "Ada Park "
    assert logbook.contacts.get(contact.id).note == "half  a smile"


def test_changing_one_field_leaves_the_others(logbook):
    ada = logbook.contacts.add(Contact("Ada", note="kept"))
    changed = logbook.contacts.change(ada.id, title="Curator")

    assert (changed.title, changed.note) == ("Curator", "kept")
    assert logbook.contacts.change(ada.id) == changed


def test_the_profile_and_the_goal_are_kept_field_by_field(logbook):
    logbook.change_profile(name="Livia")
    logbook.change_profile(email="livia@example.org")
    logbook.change_goal(per_month=2)

    assert logbook.profile == Profile(name="Livia", email="livia@example.org")
    assert logbook.goal == Goal(per_month=2)


def test_several_changes_are_one_or_none(logbook):
    def half_a_change():
        with logbook.change():
            ada = logbook.contacts.add(Contact("Ada"))
            logbook.requests.add(Request(ada.id))
            with logbook.change():  # within another, it is part of it
                logbook.meetings.add(Meeting(ada.id))
            raise InputError("No.")

    with pytest.raises(InputError):
        half_a_change()
    assert (logbook.contacts.count(), logbook.requests.count(), logbook.meetings.count()) == (0, 0, 0)
    assert logbook.changes == 0

    with logbook.change():
        logbook.contacts.add(Contact("Ada"))
    assert (logbook.contacts.count(), logbook.changes) == (1, 1)


def test_a_contact_goes_with_all_that_is_about_them(logbook):
    ada, ben = (logbook.contacts.add(Contact(name)) for name in ("Ada", "Ben"))
    meeting = logbook.meetings.add(Meeting(ada.id))
    logbook.requests.add(Request(ada.id))
    logbook.ticks.add(Tick(meeting.id, "research"))
    logbook.learned.add(Learned(meeting.id, Takeaway.LIFESTYLE, "Mondays off"))
    logbook.introductions.add(Introduction(ada.id, ben.id))
    logbook.contacts.remove(ada.id)

    assert [getattr(logbook, name).count() for name in SHELVES] == [1] + [0] * 9


def test_an_entry_deleted_in_another_window_is_said_in_a_sentence(logbook):
    ada = logbook.contacts.add(Contact("Ada"))
    logbook.contacts.remove(ada.id)

    with pytest.raises(InputError, match="no longer in your logbook"):
        logbook.contacts.get(ada.id)
    with pytest.raises(InputError, match="no longer in your logbook"):
        logbook.contacts.change(ada.id, name="Ada Park")
    with pytest.raises(LogbookError, match="no longer in your logbook"):
        logbook.meetings.add(Meeting(ada.id))


def test_an_id_is_never_given_twice(logbook):
    first = logbook.contacts.add(Contact("Ada"))
    logbook.contacts.remove(first.id)

    assert logbook.contacts.add(Contact("Ben")).id > first.id


def test_the_same_introduction_is_kept_once(logbook):
    ada, ben = (logbook.contacts.add(Contact(name)) for name in ("Ada", "Ben"))
    logbook.introductions.add(Introduction(ada.id, ben.id))

    with pytest.raises(LogbookError, match="already"):
        logbook.introductions.add(Introduction(ada.id, ben.id))


def test_small_things_are_remembered_and_forgotten(logbook):
    logbook.remember("draft.request.7", "half a sentence")
    logbook.remember("draft.request.8", "another")
    logbook.remember("step", "debrief")

    assert logbook.recall_all("draft.request.") == {"7": "half a sentence", "8": "another"}
    logbook.remember("draft.request.7", "")
    assert logbook.recall_all("draft.request.") == {"8": "another"}
    logbook.forget_all("draft.")
    assert logbook.recall_all("draft.") == {}
    assert logbook.recall("step") == "debrief"


@pytest.mark.parametrize("prefix", ["%", "_", "'", "draft_"])
def test_a_prefix_means_its_letters_and_nothing_else(logbook, prefix):
    logbook.remember("draft.one", "1")

    assert logbook.recall_all(prefix) == {}


def test_a_copy_holds_everything_and_opens_again(logbook, tmp_path):
    write(logbook, date(2026, 11, 23))
    copy = logbook.copy()
    in_memory = open_memory(copy)
    (tmp_path / "copy.infoview").write_bytes(copy)
    in_file = open_file(tmp_path / "copy.infoview")

    assert everything(in_memory) == everything(in_file) == everything(logbook)
    assert in_memory.uid == logbook.uid
    in_file.close()


def test_a_copy_can_be_changed_like_any_logbook(logbook):
    write(logbook, date(2026, 11, 23))
    visitor = open_memory(logbook.copy())
    before = everything(logbook)
    visitor.contacts.add(Contact("Somebody new"))
    visitor.pool.forget()

    assert visitor.contacts.count() == logbook.contacts.count() + 1
    assert everything(logbook) == before


def test_a_saved_copy_takes_the_logbooks_place(logbook):
    write(logbook, date(2026, 11, 23))
    copy, before = logbook.copy(), everything(logbook)
    for contact in logbook.contacts.find():
        logbook.contacts.remove(contact.id)
    changes = logbook.changes
    former = logbook.replace_with(copy, NOW)

    assert everything(logbook) == before
    assert logbook.changes == changes + 1
    assert (former is None) == (logbook.place is None)
    logbook.contacts.add(Contact("And it can be changed again"))
    assert logbook.pool.search("brightwater")[1] > 0


@pytest.mark.parametrize(
    ("copy", "sentence"),
    [
        (b"", "isn't an infoview logbook"),
        (b"SQLite format 3\x00" + bytes(5000), "isn't an infoview logbook"),
        (b"PK\x03\x04 a workbook of another kind", "isn't an infoview logbook"),
    ],
)
def test_what_is_no_copy_is_refused_and_nothing_changes(logbook, copy, sentence):
    logbook.contacts.add(Contact("Ada"))
    before = everything(logbook)

    with pytest.raises(LogbookError, match=sentence):
        logbook.replace_with(copy, NOW)
    with pytest.raises(LogbookError, match=sentence):
        open_memory(copy)
    assert everything(logbook) == before


def test_a_damaged_or_newer_copy_is_refused_and_nothing_changes(logbook):
    write(logbook, date(2026, 11, 23))
    before, copy = everything(logbook), bytearray(logbook.copy())
    newer = bytes(copy[:60]) + (SCHEMA + 1).to_bytes(4, "big") + bytes(copy[64:])
    copy[8192:16384] = b"\xff" * 8192

    with pytest.raises(LogbookError, match="damaged"):
        logbook.replace_with(bytes(copy), NOW)
    with pytest.raises(LogbookError, match="newer infoview"):
        logbook.replace_with(newer, NOW)
    assert everything(logbook) == before


def test_a_list_of_problems_comes_back_as_it_was(logbook):
    problems = ("Row 7 has no name, so it was left out.", 'Row 9: "…"')
    with logbook.change():
        record = logbook.pool.fill(
            ContactImport("a.csv", "linkedin-connections", date(2026, 11, 1), 0, problems), []
        )

    assert logbook.pool.imports.get(record.id).problems == problems


def test_the_first_meeting_with_each_person_counts(logbook):
    ada = logbook.contacts.add(Contact("Ada")).id
    for day in (date(2026, 3, 1), date(2026, 1, 1), None):
        logbook.meetings.add(Meeting(ada, MeetingStatus.HELD, on=day))
    logbook.meetings.add(Meeting(ada, MeetingStatus.CANCELLED, on=date(2025, 1, 1)))

    assert first_meetings(logbook) == {ada: date(2026, 1, 1)}


def test_every_logbook_has_a_name_of_its_own_that_a_copy_keeps(logbook):
    assert len(logbook.uid) == 32
    assert open_memory().uid != logbook.uid
    assert open_memory(logbook.copy()).uid == logbook.uid


# What is read twice


def test_what_was_found_before_is_found_as_it_is_now(tmp_path):
    here, there = (open_file(tmp_path / "mine.infoview") for _ in range(2))
    ada = here.contacts.add(Contact("Ada"))
    assert there.contacts.find() == here.contacts.find() == (ada,)
    there.contacts.change(ada.id, name="Ada Park")
    assert here.contacts.find()[0].name == "Ada Park"
    here.contacts.change(ada.id, name="Ada")
    assert there.contacts.find()[0].name == "Ada"
    here.close()
    there.close()


def test_what_a_broken_off_change_had_written_is_not_found_afterwards():
    logbook = open_memory()
    ada = logbook.contacts.add(Contact("Ada"))
    found = []

    def break_off():
        with logbook.change():
            logbook.contacts.change(ada.id, name="Somebody else")
            found.extend(logbook.contacts.find())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    assert found[0].name == "Somebody else"
    assert logbook.contacts.find() == (ada,)


def test_what_goes_with_a_contact_is_not_found_any_more():
    logbook = open_memory()
    ada = logbook.contacts.add(Contact("Ada"))
    logbook.meetings.add(Meeting(ada.id))
    assert logbook.meetings.find(contact_id=ada.id)
    logbook.contacts.remove(ada.id)
    assert logbook.meetings.find(contact_id=ada.id) == ()


def test_after_a_copy_was_opened_only_what_it_holds_is_found():
    logbook, other = open_memory(), open_memory()
    logbook.contacts.add(Contact("Ada"))
    ben = other.contacts.add(Contact("Ben"))
    assert logbook.contacts.find()
    logbook.replace_with(other.copy(), NOW)
    assert logbook.contacts.find() == (ben,)


def test_days_in_a_changed_row_are_read_anew():
    logbook = open_memory()
    ada = logbook.contacts.add(Contact("Ada", added_on=date(2026, 11, 1)))
    logbook.contacts.change(ada.id, added_on=date(2026, 11, 2))
    assert logbook.contacts.get(ada.id).added_on == date(2026, 11, 2)
