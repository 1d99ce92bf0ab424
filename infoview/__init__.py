"""infoview: what the workbook knows and does, in plain Python without Jupyter.

A person asks people about their work, to choose their own well. This package holds the entities of that
journey (contacts, requests, meetings, questions, debriefs, follow-ups), the logbook that keeps them, the
coach that advises, and the readers and writers of files. `workbook` shows it; `notebooks` tell it.

What there is for a notebook or a script of one's own:

| name | what it is |
|---|---|
| `open_logbook("mine.infoview")` | a logbook: a shelf for each kind of thing, such as `.contacts` |
| `sample_logbook()` | one about invented people, to try things out |
| `infoview.frames` | the logbook as pandas tables, and answers out of them |
| `infoview.group` | the counts that participants hand over, merged so that nobody is given away |
| `infoview.exporters` | CSV, Excel, vCard, calendar, a page to print, everything at once |
| `infoview.importers` | people out of LinkedIn's, Google's, Outlook's or any other list |
| `infoview.coach` | advice on a draft, with its reason |
| `infoview.questions.bank` | the questions one can ask |

>>> from infoview import sample_logbook
>>> logbook = sample_logbook("2026-11-25")
>>> logbook
Logbook(in memory: 14 contacts, 10 requests, 4 meetings)
>>> [contact.name for contact in logbook.contacts.find(organization="Fernhill Rivers Trust")]
['Teo Lindgren']

Every error that a person could meet is an `infoview.errors.InfoviewError`, and its text a plain sentence.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from infoview.logbook import Logbook

__version__ = "0.1.0"
__all__ = ["open_logbook", "sample_logbook"]


def open_logbook(place: str | Path | None = None) -> Logbook:
    """Open the logbook in a file, or begin one there.

    Args:
        place: The file; where it is left out, the person's own, which the app opens too: the one that
            `INFOVIEW_LOGBOOK` names, or `infoview/mine.infoview` at home.

    Raises:
        LogbookError: The file is no logbook, newer than this program, damaged or cannot be written.
    """
    from infoview.logbook import open_file  # noqa: PLC0415 - whoever asks for the version needs no SQLite
    from infoview.logbook.place import default_logbook  # noqa: PLC0415 - as above

    return open_file(place or default_logbook())


def sample_logbook(today: date | str | None = None) -> Logbook:
    """Make a logbook about invented people, in memory, far enough along that every table has something in it.

    Args:
        today: The day from which its days are counted, as a date or "2026-11-25"; the real one, unless given.
    """
    from infoview.dates import clock  # noqa: PLC0415 - as above
    from infoview.logbook import open_memory  # noqa: PLC0415 - as above
    from infoview.sample import write  # noqa: PLC0415 - as above

    logbook = open_memory()
    write(logbook, date.fromisoformat(today) if isinstance(today, str) else today or clock.today())
    return logbook
