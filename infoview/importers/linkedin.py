"""What is LinkedIn's own beside its connections: the dates in its lists of messages and invitations.

`Connections.csv` itself is a table like others; `columns` and `tables` cope with its preamble and headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from infoview.importers import days, encodings
from infoview.importers.reading import refusal
from infoview.importers.tables import rows_of
from infoview.text.addresses import page_key


def refuse_other_lists(letters: str) -> None:
    """Say which of LinkedIn's files to choose, when it is another one of them.

    Raises:
        ImportFileError: These are messages or invitations, not connections.
    """
    beginning = letters[:1000].casefold()
    if "sender profile url" in beginning or "inviterprofileurl" in beginning:
        raise refusal("messages")


def collect_dates(data: bytes, dates: dict[str, date]) -> None:
    """Note for each profile the last day a message or invitation went either way; its words are not kept.

    Raises:
        ImportFileError: These are no messages, or they have no dates.
    """
    letters, _ = encodings.decode(data)
    rows = rows_of(letters, ",")
    header = [heading.strip().casefold() for heading in next(rows, [])]
    people_at = [header.index(name) for name in _WHO if name in header]
    date_at = next((header.index(name) for name in _WHEN if name in header), None)
    if date_at is None or not people_at:
        raise refusal("no_dates")
    for cells in rows:
        if day := _day(cells, date_at):
            for profile in _profiles(cells, people_at):
                dates[profile] = max(dates.get(profile, day), day)


_WHO = ("sender profile url", "recipient profile urls", "inviterprofileurl", "inviteeprofileurl")
_WHEN = ("date", "sent at")


def _day(cells: Sequence[str], place: int) -> date | None:
    return days.read_day(cells[place].split(",")[0], days_first=False) if place < len(cells) else None


def _profiles(cells: Sequence[str], places: Sequence[int]) -> Iterator[str]:
    """Give the profiles of those who wrote and were written to, in the one way they are compared."""
    for place in places:
        for profile in re.split(r"[,;\s]+", cells[place]) if place < len(cells) else ():
            if key := page_key(profile):
                yield key
