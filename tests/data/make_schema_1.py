"""Made `schema-1.infoview`, once: a small logbook of schema 1 that holds every kind of entity.

Every later version must open that file with all its contents, so it is never made anew. Once the schema has
moved on, this script only tells how it came about.
"""

from datetime import date
from pathlib import Path

from infoview.logbook import Logbook, open_memory
from infoview.records.contacts import Circle, Contact, ContactImport, PoolPerson
from infoview.records.debriefs import Learned, Promise
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingKind, MeetingQuestion, MeetingStatus, Tick
from infoview.records.requests import Request, RequestStatus
from infoview.records.takeaways import Takeaway

FILE = Path(__file__).with_name("schema-1.infoview")


def fill(logbook: Logbook) -> None:
    """Put at least one of everything on the shelves, with accents, empty fields and other scripts."""
    logbook.change_profile(
        name="Zoë O'Hara",
        doing="second year of geology",
        exploring="work with maps",
        studied="Birchwood",
        skills="drawing; Spanish",
        email="zoe@example.org",
    )
    logbook.change_goal(per_month=3, searching=True)
    logbook.remember("step", "debrief")
    anna = logbook.contacts.add(
        Contact(
            name="Anna Łukasik",
            organization="Mapa & Syn",
            title="Cartographer",
            email="anna@example.org",
            phone="+48 22 555 01 01",
            location="Łódź",
            url="https://example.org/anna",
            circle=Circle.ALUMNI,
            how_found="the alumni list",
            why="she draws maps by hand",
            note="two lines\nof notes",
            added_on=date(2026, 1, 31),
        )
    )
    kenji = logbook.contacts.add(
        Contact(name="山本 健二", circle=Circle.INTRODUCTION, rested_on=date(2026, 2, 28))
    )
    held = logbook.meetings.add(
        Meeting(
            anna.id,
            MeetingStatus.HELD,
            date(2026, 2, 12),
            "16:30",
            25,
            MeetingKind.WALK,
            "by the river",
            "how she began",
            "a firm of four",
        )
    )
    logbook.meetings.add(Meeting(kenji.id, MeetingStatus.CANCELLED, kind=MeetingKind.TELEPHONE))
    logbook.introductions.add(Introduction(anna.id, kenji.id, date(2026, 2, 12), held.id, may_use_name=True))
    for status in RequestStatus:
        logbook.requests.add(
            Request(
                anna.id,
                status,
                f"Your maps ({status})",
                "Dear Anna Łukasik,",
                "I study geology.",
                "I saw your maps.",
                "Have you twenty minutes?",
                "Zoë",
                date(2026, 1, 20),
                date(2026, 1, 25),
                date(2026, 6, 1),
            )
        )
    logbook.questions.add(
        MeetingQuestion(held.id, "What was your first map?", "preparation", "", 1, starred=True)
    )
    logbook.questions.add(
        MeetingQuestion(held.id, "Who else would you suggest?", "closing", "close-who-else", 2)
    )
    logbook.ticks.add(Tick(held.id, "research"))
    for takeaway in Takeaway:
        logbook.learned.add(Learned(held.id, takeaway, f"About {takeaway}: “quite a lot”"))
    logbook.promises.add(Promise("Send the sketch", held.id, anna.id, True, date(2026, 2, 20)))  # noqa: FBT003 - every field
    logbook.promises.add(Promise("Kenji's address", held.id, anna.id, False, None, date(2026, 2, 21)))  # noqa: FBT003 - every field
    for kind in FollowUpKind:
        logbook.follow_ups.add(
            FollowUp(
                anna.id,
                kind,
                held.id,
                "Thank you",
                "Dear Anna,",
                "First.",
                "Second.",
                "Zoë",
                date(2026, 2, 13),
                date(2026, 2, 13),
            )
        )
    record = ContactImport(
        "Connections.csv", "linkedin-connections", date(2026, 1, 2), 2, ("Row 3 has no name.", "Zeile 4: „?“")
    )
    people = [
        PoolPerson(
            0,
            1,
            "Ødegård, Åse",
            "Kartverket",
            "Surveyor",
            "Tromsø",
            "ase@example.org",
            "55",
            "https://example.org/ase",
            date(2020, 2, 29),
            "met once",
        ),
        PoolPerson(0, 2, "Anna Łukasik", contact_id=anna.id),
    ]
    with logbook.change():
        logbook.pool.fill(record, people)


def main() -> None:
    """Write the file, unless it is there."""
    if FILE.exists():
        raise SystemExit("It is there already, and it must never change.")
    logbook = open_memory()
    fill(logbook)
    FILE.write_bytes(logbook.copy())


if __name__ == "__main__":
    main()
