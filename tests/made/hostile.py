"""Files that were made to break a reader, or only broke on their way, by what is wrong with them."""

import io
import random
import zipfile
from collections.abc import Callable

import openpyxl

from made.linkedin import zipped

MEGABYTE = 1_000_000
LIST = "First Name,Last Name,Email Address,Company\n"
REST = "\nBo,Li,,\n"
SHEET = "xl/worksheets/sheet1.xml"
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
TENFOLD = "".join('<!ENTITY l{} "{}">'.format(n, f"&l{n - 1};" * 10) for n in range(1, 10))
ENTITIES = f'<!DOCTYPE x [<!ENTITY l0 "lol">{TENFOLD}]>'


def _workbook(changes: dict[str, str | bytes]) -> bytes:
    """Make a small workbook, some of its parts with another content."""
    book = openpyxl.Workbook()
    for row in (["Name", "Email"], ["Ada Park", "ada@example.org"]):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    strings = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + STRINGS.encode() + b'"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", strings)
    return zipped(parts | changes)


def _swollen(name: str, *others: str) -> bytes:
    """Make a ZIP of a gigabyte of nothing, without ever having it in the memory."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for other in others:
            archive.writestr(other, "")
        with archive.open(name, "w", force_zip64=True) as member:
            for _ in range(1_000):
                member.write(bytes(MEGABYTE))
    return buffer.getvalue()


def _sheet(rows: str) -> str:
    return f"<worksheet {SPACE}><sheetData>{rows}</sheetData></worksheet>"


def _text_row(number: int, text: str) -> str:
    return f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def _long_row(number: int) -> str:
    return f'<row r="{number}"><c r="A{number}" t="s"><v>0</v></c></row>'


def _card(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", "FN:Ada Park", *lines, "END:VCARD", ""])


def _folded(text: str) -> str:
    return "\r\n ".join(text[at : at + 74] for at in range(0, len(text), 74))


def _many(text: str, megabytes: int) -> str:
    return text * (megabytes * MEGABYTE // len(text))


def _noise(megabytes: int) -> bytes:
    return random.Random(7).randbytes(megabytes * MEGABYTE)


MADE: dict[str, Callable[[], str | bytes]] = {
    "a cell of ten megabytes": lambda: f'{LIST}Ada,Park,ada@example.org,"{_many("x", 10)}"{REST}',
    "a name of ten megabytes": lambda: f"{LIST}{_many('Ada ', 10)},Park,,{REST}",
    "ten megabytes of addresses": lambda: f"{LIST}Ada,Park,{_many('a@b.example;', 10)},{REST}",
    "ten megabytes of links": lambda: f"Name,Website\nAda,{_many('http://a.example ', 10)}\n",
    "ten megabytes of one address": lambda: f"{LIST}Ada,Park,{_many('a', 5)}@{_many('b.', 5)}c,{REST}",
    "a quotation mark that never closes": lambda: f'{LIST}"Ada,Park,,{REST * 90_000}',
    "a quotation mark on every line": lambda: LIST + 'Bo,"Li,x,y\n' * 90_000,
    "a quoted cell cut off at the end": lambda: f'{LIST}Ada,Park,,\nBo,Li,,"Tidal Mus',
    "nothing but quotation marks": lambda: LIST + _many('"', 9),
    "nothing but separators": lambda: LIST + _many(",", 9),
    "nothing but line ends": lambda: LIST + _many("\n", 9),
    "nothing but zeros": lambda: bytes(9 * MEGABYTE),
    "zeros between the letters": lambda: f"{LIST}A\x00da,Park\x00,,{REST}",
    "noise": lambda: _noise(9),
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + _noise(1),
    "a picture of another kind": lambda: b"RIFF\x24\x08\x00\x00WEBPVP8 " + _noise(1),
    "a page to sign in": lambda: f"<!DOCTYPE html><html><body><form>Name, Email</form>{_many('<p>x', 1)}",
    "a page with a list in it": lambda: "<table><tr><th>Name<th>Email<tr><td>Ada<td>ada@example.org</table>",
    "an endless line": lambda: _many("a", 9),
    "a million columns": lambda: f"Name,{_many('x,', 2)}\nAda\n",
    "a preamble without end": lambda: f"{_many('Notes: ' + chr(10), 3)}{LIST}Ada,Park,,{REST}",
    "a sheet that unpacks to a gigabyte": lambda: _swollen(SHEET, "[Content_Types].xml"),
    "a sheet with entities": lambda: _workbook({SHEET: f"{ENTITIES}<worksheet>&l9;</worksheet>"}),
    "entities after a long comment": lambda: _workbook(
        {SHEET: f"<!--{'x' * 5_000}-->{ENTITIES}<worksheet>&l9;</worksheet>"}
    ),
    "a sheet that asks for a file": lambda: _workbook(
        {SHEET: f'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>{_sheet(_text_row(1, "&f;"))}'}
    ),
    "one long text shown in every row": lambda: _workbook(
        {
            "xl/sharedStrings.xml": f"<sst {SPACE}><si><t>{_many('x', 9)}</t></si></sst>",
            SHEET: _sheet(_text_row(1, "Name") + "".join(map(_long_row, range(2, 20_000)))),
        }
    ),
    "a sheet of half a million empty rows": lambda: _workbook(
        {SHEET: _sheet("".join(f'<row r="{n}"/>' for n in range(1, 500_000)))}
    ),
    "a cell in the last row of all": lambda: _workbook(
        {SHEET: _sheet(_text_row(1, "Name") + _text_row(1_048_576, "Ada"))}
    ),
    "a path out of the folder": lambda: zipped({"../../../etc/Connections.csv": f"{LIST}Ada,Park,,\n"}),
    "a path from the root": lambda: zipped({"/Connections.csv": f"{LIST}Ada,Park,,\n"}),
    "a ZIP that unpacks to a gigabyte": lambda: _swollen("Connections.csv"),
    "a ZIP of twenty thousand files": lambda: zipped({f"{n}.csv": "x" for n in range(20_000)}),
    "a ZIP cut off": lambda: zipped({"Connections.csv": LIST + REST * 999})[:-40],
    "a picture on a server": lambda: _card("PHOTO;VALUE=uri:http://127.0.0.1:9/ada.jpg"),
    "a picture of eight megabytes": lambda: _card(_folded(f"PHOTO;ENCODING=b;TYPE=JPEG:{_many('abcd', 8)}")),
    "a picture on one line": lambda: _card(f"PHOTO;ENCODING=BASE64;JPEG:{_many('abcd', 8)}"),
    "a note of ten megabytes": lambda: _card(_folded(f"NOTE:{_many('x', 10)}")),
    "a card without an end": lambda: f"BEGIN:VCARD\nFN:Ada Park\nNOTE:{_many('x' + chr(10), 4)}",
    "cards in cards": lambda: "BEGIN:VCARD\nFN:Ada Park\nAGENT:\n" * 100_000,
    "a card of colons": lambda: _card(f"X-{_many(':', 5)}"),
    "a card of semicolons": lambda: _card(f"N:{_many(';', 5)}"),
    "a card of quotation marks": lambda: _card(f'X;A="{_many(chr(34), 2)}'),
    "a hundred thousand cards": lambda: _card("EMAIL:ada@example.org") * 100_000,
    "a card in no character set": lambda: _card("NOTE;CHARSET=x-no-such;ENCODING=QUOTED-PRINTABLE:=FF="),
}


def made(name: str) -> bytes:
    """Make one of the files."""
    content = MADE[name]()
    return content if isinstance(content, bytes) else content.encode()
