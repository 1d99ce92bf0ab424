from dataclasses import replace

import pytest
from made.people import namesakes

from infoview.duplicates import Confidence, find, first_name
from infoview.importers import ImportedContact

CERTAIN, LIKELY, POSSIBLE = Confidence


def person(name, organization="", email="", url=""):
    return ImportedContact(1, name, emails=(email,) if email else (), organization=organization, url=url)


def found(*people):
    return [(double.places, double.confidence) for double in find(people)]


def test_the_same_address_is_certain():
    assert found(person("Ada Park", email="Ada@Example.org"), person("A. Park", email="ada@example.org")) == [
        ((0, 1), CERTAIN)
    ]


def test_gmail_sets_dots_and_what_follows_a_plus_aside():
    pair = person("Ada Park", email="ada.park+x@gmail.com"), person("Ada", email="adapark@googlemail.com")
    assert found(*pair) == [((0, 1), CERTAIN)]


def test_the_same_profile_page_is_certain_whatever_the_name():
    pair = (
        person("Ada Park", url="https://www.linkedin.com/in/ada-park"),
        person("Ada Öz", url="http://uk.linkedin.com/in/Ada-Park/?trk=x"),
    )
    assert found(*pair) == [((0, 1), CERTAIN)]


def test_three_of_one_address_are_one_group():
    assert found(*[person("Ada Park", email="ada@example.org")] * 3) == [((0, 1, 2), CERTAIN)]


def test_a_couple_that_shares_an_address_is_two_people():
    assert (
        found(person("Ada Park", email="park@example.org"), person("Bo Park", email="park@example.org")) == []
    )


def test_a_house_mailbox_joins_nobody():
    assert (
        found(person("Ada Park", email="info@example.org"), person("Bo Öz", email="info@example.org")) == []
    )


def test_two_people_of_one_given_name_behind_a_house_mailbox_or_page_are_two():
    assert (
        found(person("Ada Park", email="info@example.org"), person("Ada Öz", email="info@example.org")) == []
    )
    page = "https://tidal.example/team"
    assert found(person("Ada Park", url=page), person("Ada Öz", url=page)) == []
    assert found(person("Ada Park", url=page), person("Park, Ada", url=page)) == [((0, 1), CERTAIN)]


def test_an_entry_without_a_name_joins_the_one_person_of_its_address():
    assert found(
        person("Ada Park", email="a@example.org"), person("a@example.org", email="a@example.org")
    ) == [((0, 1), CERTAIN)]


def test_one_address_under_two_names_is_offered():
    assert found(person("Ada Park", email="x@example.org"), person("Bo Öz", email="x@example.org")) == [
        ((0, 1), POSSIBLE)
    ]


def test_a_home_page_of_a_company_joins_nobody():
    assert (
        found(person("Ada Park", url="https://tidal.example"), person("Bo Öz", url="https://tidal.example/"))
        == []
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Park", "ADA PARK"),
        ("Jörg Müller", "Joerg Mueller"),
        ("Zoé Lefèvre", "Zoe Lefevre"),
        ("Ada Park", "Park, Ada"),
        ("Dr. Ada Park", "Ada Park, PhD"),
        ("Ada Park MBA, SHRM-CP", "Ada Park"),
        ("William Stone", "Bill Stone"),
        ("Katarzyna Nowak", "Kasia Nowak"),
        ("Katarzyna (Kasia) Nowak", "Katarzyna Nowak"),
        ("Ada B. Park", "Ada Park"),
        ("Ana María Gómez", "Ana Gomez"),
        ("Günter Groß", "Guenter Gross"),
        ("Łukasz Wałęsa", "Lukasz Walesa"),
        ("Tom O’Brien", "Mr. Thomas O'Brien"),  # noqa: RUF001 - as phones write it
        ("Jean-Pierre Dupont", "Jean Pierre Dupont"),
        ("김민수", "김민수"),
    ],
)
def test_two_spellings_of_a_name_at_one_place_are_likely_one_person(one, other):
    assert found(person(one, "Tidal Museum"), person(other, "Tidal Museum")) == [((0, 1), LIKELY)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gezeiten GmbH & Co. KG", "Gezeiten"),
        ("Tidal, Inc.", "Tidal"),
        ("The Tidal Company", "Tidal Ltd."),
        ("Dune Labs", "Dune Labs Europe"),
        ("Amazon Web Services (AWS)", "AWS"),
        ("Müller S.A.", "Mueller"),
        ("Tidal Museum", "Tidal Musuem"),
    ],
)
def test_two_spellings_of_a_place_are_one_place(one, other):
    assert found(person("Ada Park", one), person("Ada Park", other)) == [((0, 1), LIKELY)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Ada Park", "Tidal"), person("Bo Park", "Tidal")),
        (person("Ada Park", "Tidal"), person("Ada Stone", "Tidal")),
        (person("Anna Schmidt", "Tidal"), person("Hans Schmidt", "Tidal")),
        (person("Ada B. Park", "Tidal"), person("Ada C. Park", "Tidal")),
        (person("Wei Li", "Tidal"), person("Wei Lu", "Tidal")),
        (
            person("J. Park", "Tidal", "j.park1@tidal.example"),
            person("J. Park", "Tidal", "j.park2@tidal.example"),
        ),
    ],
)
def test_colleagues_are_two_people(one, other):
    assert found(one, other) == []


def test_two_linkedin_profiles_are_two_people():
    one = person("Priya Sharma", "Razorpay", url="https://www.linkedin.com/in/priya-sharma-1")
    other = person("Priya Sharma", "Razorpay Software", url="https://www.linkedin.com/in/priya-sharma-2")
    assert found(one, other) == []


def test_a_slip_in_a_surname_is_possibly_one_person():
    assert found(person("Ada Kowalska", "Tidal"), person("Ada Kowalsak", "Tidal")) == [((0, 1), POSSIBLE)]
    assert found(person("Ada Stone", "Tidal"), person("Ada Stone-Park", "Tidal")) == [((0, 1), POSSIBLE)]


def test_a_rare_name_alone_is_possibly_one_person():
    assert found(person("Ada Quillfeather", "Tidal"), person("Ada Quillfeather")) == [((0, 1), POSSIBLE)]


def test_a_name_that_dozens_share_says_nothing():
    many = [person(f"Wei Zh{letter}ng", f"Place {letter}") for letter in "aeiouy"]
    many += [person("Wei Zhang", f"House {number}") for number in range(30)]
    assert found(*many) == []


def test_two_common_words_that_meet_twice_say_nothing():
    first = [person(f"Anna {name}", f"Place {name}") for name in "abcdefghijklmnopqrst"]
    last = [person(f"{name} Schmidt", f"House {name}") for name in "abcdefghijklmnopqrst"]
    assert found(*first, *last, person("Anna Schmidt", "Tidal"), person("Anna Schmidt", "Dune")) == []


def test_people_without_names_are_compared_by_address_only():
    assert (
        found(person("a@example.org", email="a@example.org"), person("b@example.org", email="b@example.org"))
        == []
    )


def test_the_reason_is_a_sentence_with_the_name():
    (double,) = find([person("Ada Park", "Tidal"), person("Ada Park", "Tidal")])
    assert double.reason == "Ada Park: the same name at the same place."


def test_of_thirty_thousand_people_with_few_names_no_two_are_one_when_each_has_a_profile():
    people = [
        replace(one, url=f"https://www.linkedin.com/in/p{n}") for n, one in enumerate(namesakes(30_000))
    ]
    assert find(people) == ()


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Ada Park", "Ada"),
        ("Dr. Sabine Hartmann", "Sabine"),
        ("Prof. Dr. Åsa Ekberg", "Åsa"),
        ("Mina", "Mina"),
        ("Dr.", "Dr."),
        ("", ""),
    ],
)
def test_what_somebody_is_called_by_is_no_title(name, first):
    assert first_name(name) == first
