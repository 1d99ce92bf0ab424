"""Who can introduce me, whom to ask first, and what happened with someone."""

from datetime import date

import pytest

from infoview.contacts.asking_order import asking_order
from infoview.contacts.history import timeline
from infoview.contacts.introducers import led_to, ways_in, ways_into
from infoview.logbook import open_file, open_memory
from infoview.records.contacts import Circle, Contact, ContactImport, PoolPerson, Touch
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Request, RequestStatus
from infoview.workflow.contacts import introduce
from infoview.workflow.requests import pass_on

TODAY = date(2026, 11, 23)


@pytest.fixture
def book():
    opened = open_memory()
    yield opened
    opened.close()


@pytest.fixture
def target(book):
    return book.contacts.add(Contact("Inga Bruhns", "Cedar Gallery GmbH"))


def ways(book, target):
    return [way.name for way in ways_in(book, target)]


def test_nobody_is_named_who_has_nothing_to_do_with_them(book, target):
    book.contacts.add(Contact("Ben Moss", "Rivers Trust"))
    assert ways_in(book, target) == ()


def test_each_way_has_its_reason_in_words(book, target):
    ben = book.contacts.add(Contact("Ben Moss", "Cedar Gallery"))
    ada = book.contacts.add(Contact("Ada Park"))
    book.introductions.add(Introduction(ada.id, target.id))
    reasons = {way.name: way.reasons for way in ways_in(book, target)}
    assert reasons["Ben Moss"] == ("They work at Cedar Gallery GmbH, too.",)
    assert reasons["Ada Park"] == ("They gave you this name.",)
    assert ben.name in reasons


def test_whoever_introduced_someone_there_can_do_it_again(book, target):
    ben = book.contacts.add(Contact("Ben Moss"))
    other = book.contacts.add(Contact("Orsolina Grey", "Cedar Gallery"))
    book.introductions.add(Introduction(ben.id, other.id))
    assert "before" in {way.name: way.reasons[0] for way in ways_in(book, target)}["Ben Moss"]


def test_closer_and_lately_met_people_come_first_and_the_unknown_last(book, target):
    for name, close in (("Never spoken", 0), ("Close", 3), ("Met long ago", 1), ("Met lately", 1)):
        book.contacts.add(Contact(name, "Cedar Gallery", closeness=close))
    for name, day in (("Met long ago", date(2024, 1, 1)), ("Met lately", date(2026, 11, 1))):
        met = book.contacts.first(name=name)
        book.meetings.add(Meeting(met.id, MeetingStatus.HELD, on=day))
    assert ways(book, target) == ["Close", "Met lately", "Met long ago", "Never spoken"]


def test_never_someone_who_declined(book, target):
    ben = book.contacts.add(Contact("Ben Moss", "Cedar Gallery", closeness=3))
    book.requests.add(Request(ben.id, RequestStatus.DECLINED))
    assert ways(book, target) == []


def test_whoever_gave_another_name_instead_of_a_talk_is_the_way_in(book, target):
    ben = book.contacts.add(Contact("Ben Moss", "Rivers Trust"))
    asked = book.requests.add(Request(ben.id, status=RequestStatus.SENT, sent_on=TODAY))
    pass_on(book, asked, Contact(target.name), TODAY)
    (way,) = ways_in(book, target)
    assert (way.name, way.reasons[0]) == ("Ben Moss", "They gave you this name.")


@pytest.mark.parametrize(
    ("theirs", "in_the_pool"),
    [
        ("Boeing", "Boeing"),
        ("Queen's University", "Queen's University"),
        ("Mueller AG", "Müller AG"),
        ("Bluewater Museum", "Bluewater Museum Ltd"),
    ],
)
def test_people_in_the_pool_are_found_however_the_place_is_spelled(book, theirs, in_the_pool):
    target = book.contacts.add(Contact("Greta Sommer", theirs))
    book.pool.fill(ContactImport("a.csv", "csv", TODAY, 1), [PoolPerson(0, 1, "Ada Park", in_the_pool)])
    assert ways(book, target) == ["Ada Park"]


def test_who_gave_the_name_first_is_replaced_alone(book, target):
    ada, ben, cleo = (book.contacts.add(Contact(name)) for name in ("Ada Park", "Ben Moss", "Cleo Lund"))
    first = book.introductions.add(Introduction(ada.id, target.id, TODAY, may_use_name=True))
    book.introductions.add(Introduction(ben.id, target.id, TODAY, may_use_name=True))
    introduce(book, Introduction(ada.id, target.id))
    assert book.introductions.find()[0] == first
    introduce(book, Introduction(cleo.id, target.id))
    assert [(one.introducer_id, one.may_use_name) for one in book.introductions.find()] == [
        (cleo.id, False),
        (ben.id, True),
    ]
    introduce(book, Introduction(0, target.id))
    assert [one.introducer_id for one in book.introductions.find()] == [ben.id]


def test_a_name_in_the_notes_is_a_way_in_but_a_part_of_a_word_is_not(book, target):
    book.contacts.add(Contact("Ada Park", note="Studied with Inga Bruhns in Bergen"))
    book.contacts.add(Contact("Ben Moss", note="Inga Brandts"))
    assert ways(book, target) == ["Ada Park"]


def test_one_school_and_two_alumni_are_a_way_in(book):
    book.change_profile(studied="Birchwood University")
    asa = book.contacts.add(Contact("Åsa Sjöberg", "Riksarkivet", circle=Circle.ALUMNI))
    book.contacts.add(Contact("Ada Park", circle=Circle.ALUMNI))
    assert ways(book, asa) == ["Ada Park"]
    book.change_profile(studied="Birchwood University; Stanton College")
    assert ways(book, asa) == []


def test_people_in_the_pool_who_work_there_come_after_contacts(book, target):
    record = ContactImport("c.csv", "table", TODAY, 2)
    book.pool.fill(record, [PoolPerson(0, 1, "Pia Lind", "Cedar Gallery"), PoolPerson(0, 2, "X", "Alder")])
    book.contacts.add(Contact("Ben Moss", "Cedar Gallery"))
    assert ways(book, target) == ["Ben Moss", "Pia Lind"]


def test_who_led_to_whom_is_listed_in_the_order_it_happened(book, target):
    ben = book.contacts.add(Contact("Ben Moss"))
    ada = book.contacts.add(Contact("Ada Park"))
    book.introductions.add(Introduction(ben.id, target.id, date(2026, 10, 2)))
    book.introductions.add(Introduction(ada.id, ben.id, date(2026, 10, 1)))
    assert [(a.name, b.name) for a, b in led_to(book)] == [
        ("Ada Park", "Ben Moss"),
        ("Ben Moss", "Inga Bruhns"),
    ]


def test_practice_comes_first_the_dream_last_and_in_between_what_counts(book):
    for name, values in {
        "Dream": {"turn": "dream", "interest": 3, "closeness": 3},
        "Little": {"interest": 1},
        "Much": {"interest": 3},
        "Kind": {"turn": "practice", "interest": 1},
    }.items():
        book.contacts.add(Contact(name, **values))
    assert [turn.contact.name for turn in asking_order(book, TODAY)] == ["Kind", "Much", "Little", "Dream"]
    assert "practice" in asking_order(book, TODAY)[0].reasons[0]


def test_the_order_follows_what_the_person_lets_count(book):
    book.contacts.add(Contact("Interesting", interest=3, closeness=1))
    book.contacts.add(Contact("Close", interest=1, closeness=3))
    assert asking_order(book, TODAY)[0].contact.name == "Interesting"
    book.remember("order.interest", "0")
    assert asking_order(book, TODAY)[0].contact.name == "Close"


def test_whoever_was_asked_is_in_the_order_no_more(book, target):
    book.requests.add(Request(target.id, RequestStatus.SENT, sent_on=TODAY))
    assert asking_order(book, TODAY) == ()


def test_a_timeline_tells_what_happened_the_latest_first(book):
    ada = book.contacts.add(Contact("Ada Park", added_on=date(2026, 9, 1)))
    book.requests.add(
        Request(ada.id, RequestStatus.ACCEPTED, sent_on=date(2026, 9, 2), answered_on=date(2026, 9, 4))
    )
    book.meetings.add(Meeting(ada.id, MeetingStatus.HELD, on=date(2026, 9, 9)))
    book.touches.add(Touch(ada.id, TODAY, "chance", "At the library"))
    assert [event.text for event in timeline(book, ada)] == [
        "Met by chance: At the library", "You talked.", "They said yes.", "You sent your request.",
        "You put them on your list.",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", FollowUpKind)
def test_every_kind_of_message_that_was_sent_is_told(book, target, kind):
    book.follow_ups.add(FollowUp(target.id, kind, sent_on=TODAY))
    assert timeline(book, target)[0].on == TODAY


def test_who_was_deleted_for_good_is_gone_from_the_files_bytes(tmp_path):
    file = tmp_path / "mine.infoview"
    book = open_file(file)
    with book.change():
        record = ContactImport("c.csv", "table", TODAY, 1)
        book.pool.fill(record, [PoolPerson(0, 1, "Quirinius Zwetajew", "Nowhere")])
        ada = book.contacts.add(Contact("Quirinius Zwetajew", note="Quirinius again"))
        book.touches.add(Touch(ada.id, TODAY, "call", "Zwetajew rang"))
    with book.change():
        book.pool.remove(1)
        book.contacts.remove(ada.id)
    book.leave_no_trace()
    on_disk = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"uirinius" not in on_disk
    assert b"wetajew" not in on_disk
    book.close()


def test_nobody_one_knows_is_called_out_of_the_blue(book):
    book.contacts.add(Contact("Ruth Castellan", closeness=3))

    (turn,) = asking_order(book, TODAY)

    assert turn.reasons
    assert not any("out of the blue" in reason for reason in turn.reasons)


def test_nobody_is_asked_to_introduce_me_to_whoever_gave_me_their_name(book, target):
    ben = book.contacts.add(Contact("Ben Moss", "Cedar Gallery"))
    book.introductions.add(Introduction(target.id, ben.id))
    assert ways(book, target) == []


def test_nobody_who_owes_me_an_answer_or_rests_is_asked_for_a_favour(book, target):
    ben = book.contacts.add(Contact("Ben Moss", "Cedar Gallery"))
    request = book.requests.add(Request(ben.id, RequestStatus.SENT, sent_on=TODAY))
    assert ways(book, target) == []
    book.requests.change(request.id, status=RequestStatus.NO_REPLY)
    assert ways(book, target) == []


def test_the_way_into_a_place_is_whoever_is_there_also_somebody_who_was_asked(book, target):
    ben = book.contacts.add(Contact("Ben Moss", "Cedar Gallery"))
    book.requests.add(Request(ben.id, RequestStatus.SENT, sent_on=TODAY))
    ada = book.contacts.add(Contact("Ada Park"))
    book.introductions.add(Introduction(ada.id, target.id))
    names = [way.name for way in ways_into(book, "Cedar Gallery")]
    assert sorted(names) == ["Ada Park", "Ben Moss", "Inga Bruhns"]


def test_a_stranger_at_the_same_place_is_no_way_in(book, target):
    book.contacts.add(Contact("Ben Moss", "Cedar Gallery"))
    turns = {turn.contact.name: turn.reasons for turn in asking_order(book, TODAY)}
    assert "You know someone else there." not in turns["Inga Bruhns"]
    book.contacts.add(Contact("Cleo Lund", "Cedar Gallery", closeness=3))
    turns = {turn.contact.name: turn.reasons for turn in asking_order(book, TODAY)}
    assert "You know someone else there." in turns["Inga Bruhns"]


def test_who_is_not_to_be_asked_before_a_day_is_not_suggested_before_it(book, target):
    book.contacts.change(target.id, not_before=date(2027, 1, 15))
    assert asking_order(book, TODAY) == ()
    assert [turn.contact for turn in asking_order(book, date(2027, 1, 15))] == [book.contacts.get(target.id)]
