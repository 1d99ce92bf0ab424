"""Where people agree and where not, as the person marked it."""

from datetime import date, timedelta

import pytest

from infoview.errors import InputError
from infoview.progress.agreement import add_theme, counted, enough_in_words, in_words, mark
from infoview.progress.synthesis import talks
from infoview.records.contacts import Contact
from infoview.records.directions import Direction
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.takeaways import Takeaway
from infoview.records.themes import Count

FIRST = date(2026, 10, 1)


@pytest.fixture
def logbook(logbook):
    for number, name in enumerate(("Nomsa", "Harald", "Irma"), start=1):
        logbook.contacts.add(Contact(name))
        logbook.meetings.add(Meeting(number, MeetingStatus.HELD, on=FIRST + timedelta(days=number)))
    return logbook


@pytest.fixture
def evenings(logbook):
    return add_theme(logbook, "Evenings are part of it", Takeaway.LIFESTYLE).id


def count(logbook):
    return [one.count for one in counted(logbook)]


def test_voices_are_counted_as_they_are_marked_and_marked_again(logbook, evenings):
    for meeting, agrees in ((1, True), (2, True), (3, True), (3, False)):
        mark(logbook, evenings, meeting, agrees=agrees)
    assert count(logbook) == [Count(agree=2, differ=1)]

    mark(logbook, evenings, 1, agrees=None)
    mark(logbook, evenings, 1, agrees=None)
    assert count(logbook) == [Count(agree=1, differ=1)]


def test_someone_met_twice_says_what_they_said_last(logbook, evenings):
    again = logbook.meetings.add(Meeting(1, MeetingStatus.HELD, on=FIRST + timedelta(days=30))).id
    mark(logbook, evenings, again, agrees=False)
    mark(logbook, evenings, 1, agrees=True)
    assert count(logbook) == [Count(agree=0, differ=1)]


def test_a_theme_of_one_direction_is_counted_there_and_one_of_none_everywhere(logbook, evenings):
    curating, archives = (logbook.directions.add(Direction(name)).id for name in ("Curating", "Archives"))
    own = add_theme(logbook, "A PhD helps", Takeaway.PREPARATION, curating).id
    assert [one.theme.id for one in counted(logbook)] == [evenings, own]
    assert [one.theme.id for one in counted(logbook, curating)] == [evenings, own]
    assert [one.theme.id for one in counted(logbook, archives)] == [evenings]


def test_a_theme_needs_words(logbook):
    with pytest.raises(InputError) as refused:
        add_theme(logbook, "  ", Takeaway.LIFESTYLE)
    assert refused.value.field == "text"


def test_a_theme_that_goes_takes_its_marks_along(logbook, evenings):
    mark(logbook, evenings, 1, agrees=True)
    logbook.themes.remove(evenings)
    assert logbook.voices.count() == 0


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (Count(0, 0), "You haven't marked anyone yet. Open it and mark who says so."),
        (Count(1, 0), "One person says so. One person is a story. Not enough yet: ask 2 more people."),
        (Count(2, 0), "2 people say so. Two people are a hint. Not enough yet: ask one more person."),
        (Count(3, 0), "3 people say so. That's a pattern."),
        (Count(0, 4), "4 people see it differently. That's a pattern."),
        (
            Count(3, 1),
            (
                "3 people say so. One person sees it differently. That's a pattern. "
                "They disagree: ask the next person."
            ),
        ),
    ],
)
def test_agreement_is_counted_in_words(said, sentence):
    assert in_words(said) == sentence


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        (0, "You haven't talked with anyone about this kind of work yet. Three people is a good start"),
        (
            1,
            "You've talked with one person about this kind of work. Not enough yet: talk to 2 more in this",
        ),
        (
            2,
            "You've talked with 2 people about this kind of work. Not enough yet: talk to one more in this",
        ),
        (3, "You've talked with 3 people about this kind of work: enough to look for patterns."),
    ],
)
def test_an_area_has_enough_with_three_people(logbook, people, sentence):
    assert enough_in_words(talks(logbook)[:people]).startswith(sentence)
