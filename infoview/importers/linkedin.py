"""What is LinkedIn's own beside its connections: the dates in its lists of messages and invitations.

`Connections.csv` itself is a table like others; `columns` and `tables` cope with its preamble and headings.
"""

from __future__ import annotations

import re
from datetime import date

from infoview.errors import ImportFileError
from infoview.importers import days, encodings
from infoview.importers.tables import rows_of
from infoview.text.addresses import page_key


def refuse_other_lists(letters: str) -> None:
    """Say which of LinkedIn's files to choose, when it is another one of them.

    Raises:
        ImportFileError: These are messages or invitations, not connections.
    """
    beginning = letters[:1000].casefold()
    if "sender profile url" in beginning or "inviterprofileurl" in beginning:
        raise ImportFileError(
            "These are your LinkedIn messages or invitations. Choose Connections.csv from the same download, "
            "or the whole ZIP file."
        )


def collect_dates(data: bytes, dates: dict[str, date]) -> None:
    """Note for each profile the last day a message or invitation went either way; its words are not kept."""
    letters, _ = encodings.decode(data)
    rows = rows_of(letters, ",")
    header = [heading.strip().casefold() for heading in next(rows, [])]
    who = [header.index(name) for name in _WHO if name in header]
    when = next((header.index(name) for name in ("date", "sent at") if name in header), None)
    if when is None or not who:
        raise ImportFileError("This list of messages has no dates.")
    for cells in rows:
        day = days.read_day(cells[when].split(",")[0], days_first=False) if len(cells) > when else None
        for profile in (
            p for place in who if day and place < len(cells) for p in re.split(r"[,;\s]+", cells[place])
        ):
            key = page_key(profile)
            if key and day and (key not in dates or dates[key] < day):
                dates[key] = day


_WHO = ("sender profile url", "recipient profile urls", "inviterprofileurl", "inviteeprofileurl")
