"""LinkedIn's Connections.csv in the shapes it has had, and the ZIP it comes in."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence

from made.people import Row

HEADER = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
PREAMBLE = (
    "Notes:\r\n"
    '"When exporting your connection data, some of the email addresses may be missing. You see those of '
    'connections who have allowed it, in their settings, under ""Who can see my email""."\r\n\r\n'
)


def parted(name: str) -> tuple[str, str]:
    """Part a name into given name and surname; a Japanese name is written with the surname first."""
    before, _, after = name.partition(" ")
    return (after, before) if name[0] >= "\u3040" else (before, after)


def cells(row: Row, header: Sequence[str] = HEADER) -> list[str]:
    """Write somebody as a line of the export, whatever the order of its columns."""
    first, last = parted(row.name)
    said = {
        "First Name": first,
        "Last Name": last,
        "URL": row.url,
        "Email Address": row.email,
        "Company": row.organization,
        "Position": row.title,
        "Connected On": row.connected_on,
    }
    return [said.get(heading, "") for heading in header]


def connections(
    rows: Iterable[Row], preamble: str = PREAMBLE, header: Sequence[str] = HEADER, separator: str = ","
) -> str:
    """Write the file as text."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=separator)
    writer.writerow(header)
    writer.writerows(cells(row, header) for row in rows)
    return preamble + written.getvalue()


def zipped(members: dict[str, str | bytes]) -> bytes:
    """Put files into a ZIP, as the export is downloaded."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()
