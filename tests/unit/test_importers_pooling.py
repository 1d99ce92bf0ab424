from datetime import date

from infoview.importers import read
from infoview.importers.pooling import for_pool

TODAY = date(2026, 11, 23)


def reading(*rows):
    header = "First Name,Last Name,Email,Phone,Company,Title,URL,Notes"
    return read("\n".join([header, *rows, ""]).encode(), "people.csv")


def pooled(*rows, already=()):
    return for_pool(reading(*rows), "people.csv", TODAY, already)


def test_a_person_is_pooled_with_what_their_record_tells():
    record, (ada,) = pooled(
        "Ada,Park,a@example.org;b@example.org,+1 2,Tidal,Curator,https://example.org/a,Shells"
    )
    assert (record.file_name, record.format, record.imported_on, record.people) == (
        "people.csv",
        "table",
        TODAY,
        1,
    )
    assert (ada.name, ada.email, ada.phone, ada.organization, ada.title) == (
        "Ada Park", "a@example.org", "+1 2", "Tidal", "Curator",
    )  # fmt: skip
    assert (ada.url, ada.note) == ("https://example.org/a", "Shells\nb@example.org")


def test_whoever_is_in_a_file_twice_is_pooled_once_with_both_records():
    record, (ada,) = pooled("Ada,Park,a@example.org,,Tidal,,,", "Ada,Park,a@example.org,+1 2,,Curator,,")
    assert (ada.row, ada.phone, ada.organization, ada.title) == (1, "+1 2", "Tidal", "Curator")
    assert record.problems == ("One person was there already.",)


def test_whoever_is_in_the_pool_is_not_pooled_again():
    _, before = pooled("Ada,Park,a@example.org,,,,,", "Bo,Stone,,,Dune,,,")
    record, people = pooled(
        "Ada,Park,A@example.org,,Tidal,,,", "Bo,Stone,,,Dune,,,", "Cy,Low,,,,,,", already=before
    )
    assert [person.name for person in people] == ["Cy Low"]
    assert record.people == 1


def test_namesakes_without_an_address_are_two_people():
    _, people = pooled("Ada,Park,,,Tidal,,,", "Ada,Park,,,Tidal,,,")
    assert len(people) == 2


def test_a_thousand_sentences_about_left_out_rows_are_kept_short():
    record, _ = pooled("Ada,Park,,,,,,", *[",,,,Tidal,,,"] * 1000)
    assert len(record.problems) == 501
    assert record.problems[-1] == "… and 500 more rows."
