from dataclasses import replace

import pytest
from made.people import namesakes

from infoview.duplicates import Confidence, find, first_name
from infoview.importers import ImportedContact

CERTAIN, LIKELY, POSSIBLE = Confidence


def person(name, organization="", email="", url="", title="", phone=""):
    emails, phones = ((email,) if email else ()), ((phone,) if phone else ())
    return ImportedContact(
        1, name, emails=emails, phones=phones, organization=organization, url=url, title=title
    )


def found(*people):
    return [(double.places, double.confidence) for double in find(people)]


@pytest.mark.parametrize(
    "other",
    [
        person("ADA PARK", email="Ada@Example.org"),
        person("Park, Ada", "Tidal Museum", "ada@example.org"),
        person("Dr. Ada Park, PhD", email="ada@example.org", title="Curator"),
        person("Ada Park", "Tidal Museum, Hull", "ada@example.org"),
    ],
)
def test_one_name_with_one_address_is_certain(other):
    assert found(person("Ada Park", "Tidal Museum", "ada@example.org"), other) == [((0, 1), CERTAIN)]


@pytest.mark.parametrize(
    "other",
    [
        person("A. Park", email="ada@example.org"),
        person("Ada M. Park", email="ada@example.org"),
        person("Ada Stone", email="ada@example.org"),
        person("Park Ada", email="ada@example.org"),
        person("Ada Park", "Dune Labs", "ada@example.org"),
        person("Ada Park", email="ada@example.org", title="Director"),
    ],
)
def test_a_second_name_title_or_organization_behind_one_address_is_offered_not_joined(other):
    one = person("Ada Park", "Tidal Museum", "ada@example.org", title="Curator")
    assert found(one, other) == [((0, 1), LIKELY)]


def test_gmail_sets_dots_and_what_follows_a_plus_aside():
    pair = (
        person("Ada Park", email="ada.park+x@gmail.com"),
        person("Ada Park", email="adapark@googlemail.com"),
    )
    assert found(*pair) == [((0, 1), CERTAIN)]


def test_one_profile_page_is_certain_under_one_name_and_likely_under_two():
    one = person("Ada Park", url="https://www.linkedin.com/in/ada-park")
    page = "http://uk.linkedin.com/in/Ada-Park/?trk=x"
    assert found(one, person("ada park", url=page)) == [((0, 1), CERTAIN)]
    assert found(one, person("Ada Öz", url=page)) == [((0, 1), LIKELY)]


def test_what_is_alike_letter_by_letter_is_certain_where_it_says_more_than_two_people_may_share():
    assert found(*[person("Mum", phone="+1 555 0199")] * 2) == [((0, 1), CERTAIN)]
    assert found(person("Mum", phone="+1 555 0199"), person("Mum", phone="+1 555 0198")) == []
    namesake = replace(person("Ada Park", "Tidal", title="Curator"), location="Hull", note="From the fair")
    assert found(namesake, namesake) == [((0, 1), LIKELY)]


def test_one_entry_between_two_that_contradict_belongs_to_the_first_and_both_are_offered():
    first, last = (
        person("Ada Park", email="a@example.org", title=title) for title in ("Curator", "Director")
    )
    assert found(first, person("Ada Park", email="a@example.org"), last) == [
        ((0, 1), CERTAIN),
        ((0, 2), LIKELY),
    ]


def test_three_of_one_address_are_one_group():
    assert found(*[person("Ada Park", email="ada@example.org")] * 3) == [((0, 1, 2), CERTAIN)]


def test_ten_thousand_roles_behind_one_address_are_parted_at_once():
    roles = [person("Ada Park", email="a@example.org", title=f"Role {n}") for n in range(10_000)]
    assert found(*roles) == []
    assert found(*[person("Ada Park", email="a@example.org", title="Curator")] * 9999)[0][1] == CERTAIN


def test_a_couple_that_shares_an_address_is_kept_apart_and_offered():
    couple = person("Ada Park", email="park@example.org"), person("Bo Park", email="park@example.org")
    assert found(*couple) == [((0, 1), POSSIBLE)]


def test_father_and_son_behind_one_address_are_not_called_one():
    both = person("Ed Park Sr.", email="park@example.org"), person("Ed Park Jr.", email="park@example.org")
    assert found(*both) == [((0, 1), POSSIBLE)]


def test_many_names_behind_one_address_are_an_office():
    names = ("Ada Park", "Bo Öz", "Cy Low", "Di Moss", "Ed Fir")
    assert found(*(person(name, email="team@example.org") for name in names)) == []


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


@pytest.mark.parametrize(
    ("one", "other"), [("Rick Moss", "Richard Moss"), ("Ada Núñez", "Ada Nunez"), ("Kim Weiß", "Kim Weiss")]
)
def test_a_name_written_in_two_ways_on_two_profiles_at_one_place_is_possibly_one(one, other):
    pages = [f"https://www.linkedin.com/in/{handle}" for handle in ("one", "two")]
    pair = [person(name, "Tidal", url=url) for name, url in zip((one, other), pages, strict=True)]
    assert found(*pair) == [((0, 1), POSSIBLE)]
    assert found(pair[0], replace(pair[1], organization="Dune Labs")) == []


@pytest.mark.parametrize(("one", "other"), [("TIDAL", "Tidal, Inc."), ("Tidal Museum", "Tidal Museum Ltd")])
def test_a_common_name_at_a_large_employer_counts_against_a_pair_and_one_title_for_it(one, other):
    letters = "abcdefghijklmnopqrst"
    crowd = [person(f"{a}o {b}a", one, title=f"Work {b}") for a in letters for b in letters]
    crowd += [person(f"Anna {a}a", f"House {a}") for a in letters]
    crowd += [person(f"{a}o Schmidt", f"House {a}") for a in letters]
    first = person("Anna Schmidt", one, title="Curator", email="anna@example.org")
    assert found(*crowd, first, person("Anna Schmidt", other, title="Curator"))[0][1] == LIKELY
    assert found(*crowd, first, person("Anna Schmidt", other, title="Teacher")) == []


def test_given_and_family_name_turned_round_at_one_place_are_likely_one_person():
    assert found(person("Ada Quill", "Tidal"), person("Quill Ada", "Tidal")) == [((0, 1), LIKELY)]


def test_of_two_namesakes_nobody_knows_which_a_turned_name_is():
    two = [person("Ada Quill", "Tidal", url=f"https://www.linkedin.com/in/{n}") for n in (1, 2)]
    turned = found(*two, person("Quill Ada", "Tidal"))
    assert {confidence for _, confidence in turned} == {POSSIBLE}


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
