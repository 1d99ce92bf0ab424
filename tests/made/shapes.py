"""One list of people in every shape that contact files come in; each says how to write the list so.

What no shape changes: who is in the list, and each one's address, organization and work.
"""

import csv
import io
import random
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl

from made.linkedin import HEADER, PREAMBLE, connections, parted, zipped
from made.people import Row, person, with_address, with_profile

HEADINGS = tomllib.loads((Path(__file__).parent / "headings.toml").read_text(encoding="utf-8"))
ODD = [
    Row("Łukasz Żółkowski", "Café & Söhne GmbH", 'Chef "de" Rang', "l.z@example.pl"),
    Row("Zoë D'Auberon-Smith", "Google, Inc.", "Director, People; Places", "zoe+in@example.org"),
    Row("山本 健二", "地図社", "地図製作者", "kenji@example.jp"),
    Row("José María Núñez", "Línea Nº 4\nSucursal Norte", "R&D", ""),
    Row("Mary Ann O’Neil", '=HYPERLINK("http://x.example")', "+SUM(A1)", "mary@example.org"),  # noqa: RUF001
]
PLAIN = [replace(one, name=name, organization="Müller & Söhne", title="Geschäftsführer") for one, name in (
    (ODD[0], "Jörg Weiß"), (ODD[1], "Anaïs Lefèvre"), (ODD[4], "Mary O'Neil"))]  # fmt: skip


def people(odd: Sequence[Row] = ODD, number: int = 40) -> list[Row]:
    """Make a list: some ordinary people, and some whose names and firms are hard to write."""
    chance = random.Random(11)
    made = [with_profile(chance, person(chance)) for _ in range(number)]
    made = [with_address(chance, one) if chance.random() < 0.5 else one for one in made]
    odd = [replace(with_profile(chance, one), connected_on="29 Feb 2024") for one in odd]
    return made + odd


def table(
    header: Sequence[str], rows: Sequence[Sequence[str]], separator: str = ",", end: str = "\r\n"
) -> str:
    """Write rows below a header as text with separators."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=separator, lineterminator=end)
    writer.writerow(header)
    writer.writerows(rows)
    return written.getvalue()


def _columns(columns: dict[str, Callable[[Row], str]], rows: Sequence[Row], separator: str = ",") -> str:
    return table(list(columns), [[cell(row) for cell in columns.values()] for row in rows], separator)


def first(row: Row) -> str:
    """The given name: of most names what stands before the first space."""
    return parted(row.name)[0]


def last(row: Row) -> str:
    """The rest of the name."""
    return parted(row.name)[1]


def _nothing(_row: Row) -> str:
    return ""


def _dated(form: str) -> Callable[[Sequence[Row]], list[Row]]:
    def written(rows: Sequence[Row]) -> list[Row]:
        return [
            replace(row, connected_on=datetime.strptime(row.connected_on, "%d %b %Y").strftime(form))  # noqa: DTZ007
            for row in rows
        ]

    return written


def _google_new(rows: Sequence[Row]) -> str:
    said = {
        "First Name": first, "Last Name": last, "Organization Name": lambda row: row.organization,
        "Organization Title": lambda row: row.title, "Labels": lambda _row: "* myContacts ::: Alumni",
        "E-mail 1 - Label": lambda _row: "* Work", "Website 1 - Label": lambda _row: "Profile",
        "E-mail 1 - Value": lambda row: f"{row.email} ::: other@example.net" if row.email else "",
        "Website 1 - Value": lambda row: row.url,
    }  # fmt: skip
    return _columns({name: said.get(name, _nothing) for name in HEADINGS["google"]}, rows)


def _google_old(rows: Sequence[Row]) -> str:
    said = {
        "Name": lambda row: row.name, "Given Name": first, "Family Name": last,
        "Group Membership": lambda _row: "* myContacts", "E-mail 1 - Type": lambda _row: "* Other",
        "E-mail 1 - Value": lambda row: row.email, "Organization 1 - Name": lambda row: row.organization,
        "Organization 1 - Title": lambda row: row.title, "Website 1 - Value": lambda row: row.url,
    }  # fmt: skip
    return _columns({name: said.get(name, _nothing) for name in HEADINGS["google_older"]}, rows)


def _outlook(headings: str, titles: str) -> Callable[[Sequence[Row]], str]:
    """Write as Outlook does, in the order title, first, last, company, job, address, phone, notes."""

    def written(rows: Sequence[Row]) -> str:
        cells = (
            lambda _row: titles, first, _nothing, last, lambda row: row.organization, lambda row: row.title,
            lambda row: row.email, lambda row: f"{row.name} ({row.email})" if row.email else "", _nothing,
            _nothing,
        )  # fmt: skip
        return _columns(dict(zip(HEADINGS[headings], cells, strict=True)), rows)

    return written


def _alumni(separator: str) -> Callable[[Sequence[Row]], str]:
    columns = {
        "Class Year": lambda _row: "2009", "Preferred Email": lambda row: row.email,
        "Current Employer": lambda row: row.organization, "Alumni Name": lambda row: row.name,
        "Major(s)": lambda _row: "History", "LinkedIn URL": lambda row: row.url,
        "Job Title": lambda row: row.title, "Do not contact": lambda _row: "No",
    }  # fmt: skip
    return lambda rows: _columns(columns, rows, separator)


def _workbook(rows: Sequence[Row]) -> bytes:
    book = openpyxl.Workbook()
    for line in (["Alumni directory"], ["For members only", None, "Autumn"], []):
        book.active.append(line)
    book.active.append(["Name", "E-mail", "Firm", "Role", "Since"])
    for row in rows:
        book.active.append([row.name, row.email or None, row.organization, row.title, 2009.0])
        for cell in book.active[book.active.max_row][:4]:
            cell.data_type = "s" if cell.value else "n"  # a text with an equals sign is no formula
    book.create_sheet("Notes").append(["Nothing here"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _cards(version: str) -> Callable[[Sequence[Row]], str]:
    def escaped(text: str) -> str:
        for sign, written in (("\\", "\\\\"), (",", "\\,"), (";", "\\;"), ("\n", "\\n")):
            text = text.replace(sign, written)
        return text

    def folded(line: str) -> str:
        data, parts = line.encode(), []
        while data:
            cut = len(data[:72].decode(errors="ignore").encode())
            parts.append(data[:cut].decode())
            data = data[cut:]
        return "\r\n ".join(parts)

    def written(rows: Sequence[Row]) -> str:
        cards = []
        for row in rows:
            lines = [
                "BEGIN:VCARD", f"VERSION:{version}", f"N:{escaped(last(row))};{escaped(first(row))};;;",
                f"FN:{escaped(row.name)}", f"ORG:{escaped(row.organization)};Annex",
                f"TITLE:{escaped(row.title)}",
                f"item1.EMAIL;TYPE=WORK:{row.email}" if row.email else "item1.X-ABLabel:_$!<Work>!$_",
                "PHOTO;ENCODING=b;TYPE=JPEG:" + "/9j/4AAQ" * 30, f"URL:{row.url}", "END:VCARD",
            ]  # fmt: skip
            cards.append("\r\n".join(map(folded, lines)))
        return "\r\n\r\n".join([*cards, ""])

    return written


def _quoted_cards(rows: Sequence[Row]) -> str:
    def quoted(text: str) -> str:
        found = "".join(f"={byte:02X}" for byte in text.encode())
        return "=\r\n".join(found[at : at + 60] for at in range(0, len(found), 60))

    q = "CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE"
    return "".join(
        f"BEGIN:VCARD\r\nVERSION:2.1\r\nN;{q}:{quoted(last(row))};{quoted(first(row))}\r\nFN;{q}:{quoted(row.name)}\r\n"
        f"ORG;{q}:{quoted(row.organization)}\r\nTITLE;{q}:{quoted(row.title)}\r\nEMAIL;INTERNET;PREF:{row.email}\r\n"
        "PHOTO;JPEG;BASE64:\r\n /9j/4AAQSkZJRg\r\n\r\nEND:VCARD\r\n"
        for row in rows
    )


LONG = "".join(f"Line {number} of what stands above,\r\n" for number in range(40))
MOVED = ("Position", "Connected On", "Last Name", "Email Address", "First Name", "Company", "Tags", "URL")
SHAPES: dict[str, Callable[[Sequence[Row]], str | bytes]] = {
    "LinkedIn": connections,
    "LinkedIn without a preamble": lambda rows: connections(rows, ""),
    "LinkedIn with a long preamble": lambda rows: connections(rows, PREAMBLE + LONG),
    "LinkedIn without profiles": lambda rows: connections(rows, header=[h for h in HEADER if h != "URL"]),
    "LinkedIn in another order": lambda rows: connections(rows, header=MOVED),
    "LinkedIn with padded headings": lambda rows: connections(rows).replace(
        ",".join(HEADER), ",".join(f"  {heading.upper()} " for heading in HEADER)
    ),
    "LinkedIn with one name": lambda rows: _columns(
        {"Name": lambda row: row.name, "Company": lambda row: row.organization,
         "Position": lambda row: row.title, "Email": lambda row: row.email,
         "Connected On": lambda row: row.connected_on}, rows
    ),
    "LinkedIn saved with semicolons": lambda rows: connections(rows, "Notes:;;;;\r\n;;;;\r\n", separator=";"),
    "LinkedIn saved with tabs": lambda rows: connections(rows, separator="\t"),
    "LinkedIn with sep=": lambda rows: "sep=;\r\n" + connections(rows, separator=";"),
    "LinkedIn with ISO dates": lambda rows: connections(_dated("%Y-%m-%d")(rows)),
    "LinkedIn with German dates": lambda rows: connections(_dated("%d.%m.%Y")(rows)),
    "LinkedIn with British dates": lambda rows: connections(_dated("%d/%m/%Y")(rows)),
    "LinkedIn with American dates": lambda rows: connections(_dated("%m/%d/%Y")(rows)),
    "LinkedIn with short dates": lambda rows: connections(_dated("%d-%b-%y")(rows)),
    "LinkedIn in its ZIP": lambda rows: zipped(
        {"Complete_LinkedInDataExport_01-31-2026/Connections.csv": connections(rows),
         "Complete_LinkedInDataExport_01-31-2026/Profile.csv": "First Name,Last Name\r\nMe,Myself\r\n"}
    ),
    "Google": _google_new,
    "Google, the older way": _google_old,
    "Outlook": _outlook("outlook", ""),
    "Outlook with titles": _outlook("outlook", "Ms"),
    "Outlook in German": _outlook("outlook_german", "Frau"),
    "Outlook in French": _outlook("outlook_french", "Mme"),
    "alumni": _alumni(","),
    "alumni with tabs": _alumni("\t"),
    "alumni with semicolons": _alumni(";"),
    "alumni in a workbook": _workbook,
    "cards 3.0": _cards("3.0"),
    "cards 4.0": _cards("4.0"),
    "cards 2.1": _quoted_cards,
}  # fmt: skip
