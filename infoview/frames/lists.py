"""A list of people that already is a data frame: read, previewed and kept like a file."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from infoview import importers
from infoview.contacts import pooling
from infoview.content import words
from infoview.dates import clock
from infoview.importers import Reading
from infoview.logbook import Logbook
from infoview.records.contacts import ContactImport


def from_frame(df: pd.DataFrame, mapping: Mapping[str, str] | None = None) -> Reading:
    """Read people out of a data frame, through the same doors as a file; nothing is kept yet.

    Args:
        df: A row a person; the columns are found by their headings and by what is in them.
        mapping: What a heading holds, where it was not understood: `{"Wer": "name"}`; see `importers.FIELDS`.

    Returns:
        The preview: `.contacts`, `.columns` (each heading with what it was taken for) and `.problems`.

    Raises:
        ImportFileError: There is nobody in it.

    >>> import pandas as pd
    >>> people = pd.DataFrame({"Full name": ["Ada Park"], "Employer": ["Tidal Museum"], "Year": [2019]})
    >>> reading = from_frame(people)
    >>> [(person.name, person.organization) for person in reading.contacts]
    [('Ada Park', 'Tidal Museum')]
    """
    whole = df.convert_dtypes()  # a telephone number beside a missing one is no fraction
    text = whole.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\n")
    return importers.read(text.encode(), "frame.csv", mapping)


def keep(logbook: Logbook, reading: Reading, name: str = "") -> ContactImport:
    """Keep the people of a reading in the pool, from which contacts are picked; nobody is kept twice.

    Args:
        logbook: Where they are kept.
        reading: What `from_frame` gave.
        name: What the list is called among the files that were brought in.

    Raises:
        LogbookError: The logbook cannot be written; nothing was kept.
    """
    with logbook.change():
        return pooling.keep(logbook, reading, name or words("exports")["frame"], clock.today())
