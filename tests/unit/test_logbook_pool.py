"""The pool: thousands of imported people, found by the beginnings of words, whatever is typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview.errors import InputError
from infoview.logbook import open_file, open_memory
from infoview.logbook.pool import match_expression
from infoview.records.contacts import Contact, ContactImport, PoolPerson

PEOPLE = [
    PoolPerson(0, 1, "Zoë Ashdown", "Otter Creek", "Educator", "Otter Creek", connected_on=date(2026, 3, 1)),
    PoolPerson(0, 2, "Tomás Řípa", "Tidal Museum", "Collections Registrar", "Harbour"),
    PoolPerson(0, 3, "Åsa Sjöberg", "Riksarkivet", "Archivist", "Stockholm", connected_on=date(2020, 1, 1)),
    PoolPerson(0, 4, "Marguerite D'Auberon", "Museum of Small Things", "Director", "Harbour"),
    PoolPerson(0, 6, "Søren Kjærgaard", "Łódź Weiß", "Ayd\N{LATIN SMALL LETTER DOTLESS I}n"),
    PoolPerson(0, 5, "山本 健二", "地図社", "Cartographer", "東京"),
]
HOW_MANY = 30_000


def fill(logbook, people=PEOPLE):
    with logbook.change():
        return logbook.pool.fill(
            ContactImport("a.csv", "linkedin-connections", date(2026, 11, 1), len(people)), people
        )


@pytest.fixture
def logbook(logbook):
    fill(logbook)
    return logbook


def names(logbook, words, **how):
    return [person.name for person in logbook.pool.search(words, **how)[0]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zoe", "Zoë Ashdown"),
        ("ZOË", "Zoë Ashdown"),
        ("tomas ripa", "Tomás Řípa"),
        ("ŘÍPA", "Tomás Řípa"),
        ("Sjoberg", "Åsa Sjöberg"),
        ("riks arch", "Åsa Sjöberg"),
        ("d'aub", "Marguerite D'Auberon"),
        ("small dir", "Marguerite D'Auberon"),
        ("山本", "山本 健二"),
        ("soren", "Søren Kjærgaard"),
        ("SØREN", "Søren Kjærgaard"),
        ("kjaergaard", "Søren Kjærgaard"),
        ("lodz weiss", "Søren Kjærgaard"),
        ("aydin", "Søren Kjærgaard"),
        ("regis tid harb", "Tomás Řípa"),
    ],
)
def test_people_are_found_by_the_beginnings_of_words_with_or_without_accents(logbook, words, found):
    assert names(logbook, words) == [found]


def test_every_word_must_be_met(logbook):
    assert names(logbook, "museum harbour") == ["Marguerite D'Auberon", "Tomás Řípa"]
    assert names(logbook, "museum stockholm") == []


def test_the_middle_of_a_word_is_not_its_beginning(logbook):
    assert names(logbook, "seum") == []


def test_a_word_may_hold_any_number_of_letters_that_are_spelled_in_two_ways():
    assert match_expression("ann") == '"ann"*'
    assert match_expression("ola") == '("ola"* OR "oła"* OR "øla"* OR "øła"*)'
    assert match_expression("dolldoll" * 20).count(" OR ") == 15


@pytest.mark.parametrize("words", ["", "  ", '"', '"*(', "***", "()", "'; DROP TABLE pool; --"[:1]])
def test_signs_without_a_word_find_everybody(logbook, words):
    assert logbook.pool.search(words)[1] == len(PEOPLE)


@pytest.mark.parametrize(
    "words",
    [
        'museum"',
        "museum*(",
        "-museum",
        "^museum",
        "name:museum",
        "museum AND",
        "museum OR NOT",
        "NEAR(museum",
        "{museum}",
        "museum\x00",
        "museum \ud800",
        "_museum_",
        "_ museum",
        "museum __",
        "'; DROP TABLE pool; --",
        "museum " * 300,
    ],
)
def test_hostile_words_are_words_and_nothing_else(logbook, words):
    people, total = logbook.pool.search(words)

    assert len(people) == total <= 2
    assert logbook.pool.count() == len(PEOPLE)


@given(st.text(max_size=60))
def test_nothing_typed_breaks_the_search(words):
    book = open_memory()
    fill(book)
    people, total = book.pool.search(words)
    book.close()

    assert len(people) == total <= len(PEOPLE)
    assert '""' not in match_expression(words)


def test_a_page_at_a_time_in_the_order_asked_for(logbook):
    first, total = logbook.pool.search(limit=2)
    rest, _ = logbook.pool.search(limit=10, offset=2)

    assert (len(first), len(rest), total) == (2, 4, 6)
    assert not {person.id for person in first} & {person.id for person in rest}
    newest = names(logbook, "", order="connected_on", descending=True)
    assert newest[:2] == ["Zoë Ashdown", "Åsa Sjöberg"]
    assert names(logbook, "", order="organization")[0] == "Marguerite D'Auberon"


def test_a_title_before_a_name_is_no_letter_of_it(logbook):
    fill(logbook, [PoolPerson(0, 9, name) for name in ("Prof. Dr. Bea Lund", "Dr Nadia Petit", "Drake Odum")])
    listed = names(logbook, "")
    assert listed[:1] == ["Prof. Dr. Bea Lund"]
    assert listed.index("Drake Odum") < listed.index("Marguerite D'Auberon") < listed.index("Dr Nadia Petit")


def test_the_picked_leave_the_pool_and_are_kept_when_it_is_emptied(logbook):
    person = logbook.pool.search("ripa")[0][0]
    contact = logbook.contacts.add(Contact(person.name))
    logbook.pool.change(person.id, contact_id=contact.id)

    assert names(logbook, "ripa") == []
    assert logbook.pool.waiting() == 5
    logbook.pool.forget()
    assert (logbook.pool.count(), logbook.pool.waiting(), logbook.pool.imports.count()) == (1, 0, 1)
    assert names(logbook, "museum") == []
    logbook.contacts.remove(contact.id)
    assert names(logbook, "ripa") == ["Tomás Řípa"]


def test_a_file_is_kept_whole_or_not_at_all(logbook):
    def people():
        yield PEOPLE[0]
        raise InputError("The file ended in the middle.")

    def half_a_file():
        with logbook.change():
            logbook.pool.fill(ContactImport("b.csv", "x", date(2026, 11, 2), 2), people())

    with pytest.raises(InputError):
        half_a_file()
    assert logbook.pool.count() == len(PEOPLE)
    assert logbook.pool.imports.count() == 1


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """A file with thirty thousand people, the most that LinkedIn exports hold."""
    file = tmp_path_factory.mktemp("crowded") / "mine.infoview"
    book = open_file(file)
    fill(
        book,
        [
            PoolPerson(
                0, n, f"Person{n} Sörenson{n % 997}", f"Firm {n % 211}", f"Engineer {n % 37}", "Aldermoor"
            )
            for n in range(HOW_MANY)
        ],
    )
    yield book
    book.close()


def steps_of(book, what):
    """Count the steps that the database's machine takes over something, by hundreds."""
    hundreds = []
    book._connection.set_progress_handler(lambda: hundreds.append(1) and None, 100)
    try:
        what()
    finally:
        book._connection.set_progress_handler(None, 0)
    return 100 * len(hundreds)


@pytest.mark.parametrize("words", ["person29999", "sorenson99 firm", "nobody"])
def test_a_few_of_thirty_thousand_people_are_found_without_a_look_at_each(crowded, words):
    assert steps_of(crowded, lambda: crowded.pool.search(words)) < HOW_MANY


@pytest.mark.parametrize("words", ["", "per", "engineer aldermoor"])
def test_where_all_thirty_thousand_fit_the_first_are_shown_and_all_are_counted(crowded, words):
    people, total = crowded.pool.search(words)
    assert (len(people), total) == (25, HOW_MANY)
    assert steps_of(crowded, lambda: crowded.pool.search(words)) < 30 * HOW_MANY
