"""The session: the one writer and the one catch."""

from __future__ import annotations

import logging
import sqlite3
from datetime import date

import pytest

from infoview.errors import InputError
from infoview.logbook import open_file, open_memory
from infoview.records.contacts import Contact
from infoview.records.requests import Request, RequestStatus
from workbook.session import Session


@pytest.fixture
def session(logbook):
    return Session(logbook)


def test_a_notice_stays_behind_where_it_was_said_but_an_error_does_not(someone):
    someone.session.say("Well done.")
    someone.session.here.go("contacts")
    assert someone.session.said == ("", "quiet")
    someone.session.say("This is no day.", "error")
    someone.session.here.go("start")
    assert someone.session.said == ("This is no day.", "error")


def sent(number):
    return lambda book: book.requests.add(
        Request(number, status=RequestStatus.SENT, sent_on=date(2026, 11, 23))
    )


def test_the_first_request_gets_a_kind_word_and_the_second_none(session, logbook):
    ada, ben = (logbook.contacts.add(Contact(name)).id for name in ("Ada", "Ben"))
    session.change(sent(ada))
    assert session.said[0].startswith("Your first request is on its way.")
    session.guard(lambda: session.change(sent(ben)))()
    assert session.said[1] == "saved"


def test_a_kind_word_stays_before_what_else_is_said_of_the_same_act(session, logbook):
    ada = logbook.contacts.add(Contact("Ada")).id

    def act():
        session.change(sent(ada))
        session.change(lambda book: book.contacts.change(ada, note="Likes tea."))
        session.say("Marked.")

    session.guard(act)()
    assert session.said[0].startswith("Your first request")
    assert session.said[0].endswith("Marked.")


def test_a_change_is_on_disk_before_the_page_says_saved(session, logbook, reopened):
    said = []
    session.hear(lambda sentence, tone: said.append((sentence, tone, reopened().contacts.count())))
    session.change(lambda book: book.contacts.add(Contact("Ada")))

    assert [(tone, count) for _, tone, count in said] == [("saved", 1)]


def test_a_change_that_is_refused_half_way_leaves_nothing(session, logbook):
    def half(book):
        book.contacts.add(Contact("Ada"))
        raise InputError("Not so.")

    session.guard(lambda: session.change(half))()
    assert logbook.contacts.count() == 0
    assert session.said == ("Not so.", "error")


def test_every_page_is_told_of_a_change_once_and_a_redraw_starts_no_other(session):
    drawn = []
    session.listen(lambda: (drawn.append(1), session.redraw()))
    session.change(lambda book: book.contacts.add(Contact("Ada")))
    assert drawn == [1]


def test_an_exception_nobody_foresaw_is_said_kindly_and_logged(session, caplog):
    def broken():
        raise ZeroDivisionError("secret words")

    assert session.guard(broken)() is None
    sentence, tone = session.said
    assert tone == "error"
    assert "not your fault" in sentence
    assert "Zero" not in sentence
    assert "ZeroDivisionError" in caplog.text


def test_in_tests_it_is_raised_again_after_it_was_said(logbook):
    strict = Session(logbook, strict=True)
    with pytest.raises(ZeroDivisionError):
        strict.guard(lambda: 1 / 0)()
    assert "not your fault" in strict.said[0]


def test_what_a_visitor_typed_never_reaches_the_log(caplog):
    visitor = Session(open_memory(), private=True)

    def broken():
        raise ValueError("my secret plans")

    with caplog.at_level(logging.DEBUG):
        visitor.guard(broken)()
    assert "secret" not in caplog.text
    assert "ValueError at" in caplog.text


def test_a_sentence_meant_for_people_is_no_matter_for_the_log(session, caplog):
    def refused():
        raise InputError("Choose a day.")

    session.guard(refused)()
    assert session.said == ("Choose a day.", "error")
    assert caplog.text == ""


def test_the_person_and_the_step_are_remembered_for_the_next_time(session, logbook):
    ada = logbook.contacts.add(Contact("Ada"))
    session.here.choose(ada.id)
    session.here.go("debrief")
    later = Session(logbook)

    assert later.here.contact == ada
    assert later.here.step == "debrief"


def test_someone_who_was_deleted_is_nobody_to_work_on(session, logbook):
    ada = logbook.contacts.add(Contact("Ada"))
    session.here.choose(ada.id)
    logbook.contacts.remove(ada.id)
    assert session.here.contact is None


def test_whoever_listens_late_still_hears_the_last_sentence(session):
    session.say("Hello.", "notice")
    heard = []
    session.hear(lambda *said: heard.append(said))
    assert heard == [("Hello.", "notice")]


def test_on_a_disk_that_takes_nothing_one_can_still_go_to_every_step(someone, file):
    someone.logbook._connection.execute("PRAGMA query_only = ON")
    page = someone.go("contacts")
    assert someone.told[1] == "error"
    assert page.view in someone.app.stage.children
    assert page.view.layout.display != "none"


def test_a_logbook_that_broke_is_said_in_a_sentence_and_the_text_stays(someone, caplog):
    form = someone.section("start", "profile").form
    sqlite3.Connection.close(someone.logbook._connection)

    assert not someone.type(form, "name", "Mina")
    assert someone.told[1] == "error"
    assert "Traceback" not in someone.told[0]
    assert form.record == "profile"
    someone.logbook._connection = open_file(someone.logbook.place)._connection


# Two windows in one box


def test_of_two_windows_in_one_box_the_later_stands_and_both_are_told(someone, someone_else):
    other = someone_else()
    mine, theirs = (one.section("start", "profile").form for one in (someone, other))
    assert someone.type(mine, "doing", "I mend clocks")
    message = {"type": "change", "record": theirs.record, "key": "doing", "value": "I mend boats", "was": ""}
    other._tell(theirs, message)
    assert "Yours came later and stands. The other was: I mend clocks" in other.told[0]
    assert other.logbook.profile.doing == "I mend boats"
    someone.wait()
    assert mine.values["doing"] == "I mend boats"
    assert "Another window wrote" in someone.told[0]


def test_what_another_window_wrote_and_was_seen_here_is_changed_without_a_word(someone, someone_else):
    other = someone_else()
    mine, theirs = (one.section("start", "profile").form for one in (someone, other))
    assert someone.type(mine, "doing", "I mend clocks")
    other.wait()
    message = {"type": "change", "record": theirs.record, "key": "doing", "value": "I mend boats"}
    other._tell(theirs, {**message, "was": "I mend clocks"})
    assert "window" not in other.told[0]


def test_what_another_window_wrote_elsewhere_is_shown_without_a_word(someone, someone_else):
    other = someone_else()
    mine, theirs = (one.section("start", "profile").form for one in (someone, other))
    assert someone.type(mine, "name", "Ravi Menon")
    assert other.type(theirs, "doing", "I mend boats")
    assert theirs.values["name"] == "Ravi Menon"
    assert "window" not in other.told[0]
    someone.wait()
    assert "window" not in someone.told[0]


def test_a_day_half_typed_or_with_a_year_of_two_digits_is_refused_and_not_taken_for_today(with_demo):
    news = with_demo.section("debrief", "news").small
    with_demo.fill(news.form, text="I found a place", on="half-typed")
    assert not with_demo.press(news.actions, "add")
    assert news.form.errors["on"].startswith("Part of this day is missing")
    with_demo.fill(news.form, on="0026-11-03")
    assert not with_demo.press(news.actions, "add")
    with_demo.fill(news.form, on="2026-11-03")
    assert with_demo.press(news.actions, "add")
