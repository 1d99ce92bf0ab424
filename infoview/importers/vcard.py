"""vCards 2.1, 3.0 and 4.0, read line by line and forgivingly.

A reader of our own and no library: cards in the wild fold lines by their own rules, mix character sets from
property to property, and hold blank lines inside a name. A strict parser gives up the whole file at the first
of these; here one broken card costs one card. Pictures and keys are dropped before they are put together.

Rules from RFC 2426 (3.0), RFC 6350 (4.0) and the vCard 2.1 specification of the Internet Mail Consortium.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from infoview.importers import record
from infoview.importers.encodings import guess
from infoview.importers.reading import ImportedContact, Problem, Reading

MOST_CARDS = 100_000
_LONGEST_LINE = 200_000

_PROPERTY = re.compile(
    rb"\s*(?:[\w-]+\.)?([A-Za-z][\w-]*)\s*((?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):(.*)", re.DOTALL
)
_BROKEN = re.compile(rb"(?:[\w-]+\.)?[A-Za-z][\w-]*;[A-Za-z-]+=")
_DROPPED = {b"PHOTO", b"LOGO", b"SOUND", b"KEY", b"AGENT", b"X-MS-CARDPICTURE", b"X-MS-OL-DESIGN"}
_NO_VOICE = re.compile(r"FAX|PAGER|BBS|MODEM|TEXTPHONE")
_MARK = re.compile(rb"\s*(?:[\w-]+\.)?(?:BEGIN|END)\s*:\s*VCARD\s*$", re.IGNORECASE)
_OLD = re.compile(rb"VERSION\s*:\s*2\.1", re.IGNORECASE)  # there, a fold stands for the space it begins with
_BASE64 = re.compile(r"ENCODING=\"?(?:B\b|BASE64)|;BASE64\b")
_LISTED = re.compile(r"(?<!\\),\s*")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PREFERENCE = re.compile(r"PREF=(\d+)")
_LAST = 100  # RFC 6350 5.3: preferences run from 1, the most, to 100


@dataclass(frozen=True, slots=True)
class _Property:
    """One line of a card: what it is, its parameters in capitals, its bytes."""

    name: str
    parameters: str
    value: bytes


@dataclass(frozen=True, slots=True)
class _Card:
    """A card's properties, and whether its end was met."""

    properties: list[_Property] = field(default_factory=list)
    closed: bool = False


def read(data: bytes, letters: str, encoding: str) -> Reading:
    """Read every card of a file.

    Args:
        data: The file's bytes: a card may name another character set for each of its lines.
        letters: The same, decoded; used where one character takes several bytes everywhere (UTF-16).
        encoding: What the bytes were decoded as.
    """
    wide = encoding.startswith(("utf-16", "utf-32"))
    source = letters.encode("utf-8") if wide else data
    problems: list[Problem] = []
    found: list[ImportedContact] = []
    for number, card in enumerate(_cards(source), start=1):
        if number > MOST_CARDS:
            problems.append(Problem(None, f"Only the first {MOST_CARDS:,} cards were read."))
            break
        if not card.closed:
            problems.append(Problem(number, f"Card {number} has no proper end; please check it."))
        contact = _contact(number, card, "utf-8" if wide else encoding, problems)
        if contact:
            found.append(contact)
    return Reading("vcard", encoding, tuple(found), tuple(problems))


def _cards(data: bytes) -> Iterator[_Card]:
    """Cut a file into cards; a card inside a card is somebody's assistant and no contact."""
    card: _Card | None = None
    inner = 0
    agent = False
    for found in filter(None, map(_PROPERTY.match, _logical_lines(data))):
        name, value = found[1].upper(), found[3].strip().upper()
        mark = name if value == b"VCARD" else b""
        if card and ((mark == b"BEGIN" and agent) or (name == b"AGENT" and value == b"BEGIN:VCARD")):
            inner += 1
        elif mark == b"BEGIN":
            if card:
                yield card
            card = _Card()
        elif mark == b"END" and inner:
            inner -= 1
        elif mark == b"END" and card:
            yield replace(card, closed=True)
            card = None
        elif card and not inner:
            agent = name == b"AGENT" and not value
            if name not in _DROPPED:
                card.properties.append(_Property(_ascii(name), _ascii(found[2]).upper(), found[3]))
    if card:
        yield card


def _ascii(text: bytes) -> str:
    return text.decode("ascii", errors="replace")


def _logical_lines(data: bytes) -> Iterator[bytes]:
    """Put folded lines together: by a leading space, by a soft break, or by being no property at all."""
    current: list[bytes] = []
    size = 0
    dropped = soft = old = False
    for line in _without_margin(data):
        apart = not current or _MARK.match(line) or _MARK.match(current[0])
        if apart or not (soft or line[:1] in {b" ", b"\t"} or not _PROPERTY.match(line)):
            if current:
                yield b"".join(current)
            current, size = [line], len(line)
            found = _PROPERTY.match(line)
            old = _OLD.match(line) is not None or (old and not _MARK.match(line))
            dropped = bool(found and found[1].upper() in _DROPPED)
            soft = _is_quoted_printable(line) and line.endswith(b"=")
            current = [line[:-1]] if soft else current
            continue
        if dropped or size > _LONGEST_LINE or (not soft and _BROKEN.match(line)):
            continue
        part = line if soft or old else _unfolded(line)
        soft = _is_quoted_printable(current[0]) and line.endswith(b"=")
        current.append(part[:-1] if soft else part)
        size += len(part)
    if current:
        yield b"".join(current)


def _without_margin(data: bytes) -> list[bytes]:
    """Take off byte order marks, and the margin of a file of which every line is indented."""
    lines = [
        line.lstrip(codecs.BOM_UTF8) if line[:1] == codecs.BOM_UTF8[:1] else line
        for line in data.splitlines()
    ]
    first = next((line for line in lines if line.strip()), b"")
    margin = first[: len(first) - len(first.lstrip())]
    return [line.removeprefix(margin) for line in lines] if margin else lines


def _unfolded(line: bytes) -> bytes:
    if line[:1] in {b" ", b"\t"}:
        return line[1:]
    return b" " + line if line.strip() else b""


def _is_quoted_printable(line: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()


def _text(found: _Property, encoding: str) -> str:
    """Decode a value: quoted-printable first, then the character set it names, else the file's."""
    value = found.value
    if "QUOTED-PRINTABLE" in found.parameters:
        value = quopri.decodestring(value)
    elif _BASE64.search(found.parameters):
        value = _decoded(value)
    named = re.search(r"CHARSET=\"?([\w.:-]+)", found.parameters)
    for charset in (named[1] if named else "", "utf-8"):
        try:
            return value.decode(codecs.lookup(charset).name)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return value.decode(encoding if encoding != "utf-8" else guess(value), errors="replace")


def _decoded(value: bytes) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error:
        return value


def _parts(value: str) -> list[str]:
    """Split a structured value at its semicolons, not at escaped ones."""
    return [_plain(part).strip() for part in re.split(r"(?<!\\);", value)]


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _contact(number: int, card: _Card, encoding: str, problems: list[Problem]) -> ImportedContact | None:
    values: dict[str, list[str]] = {}
    emails: list[tuple[int, str]] = []
    for found in card.properties:
        if found.name == "EMAIL":
            emails.append((_preference(found.parameters, card), _plain(_text(found, encoding))))
        else:
            for name, value in _values(found, encoding):
                values.setdefault(name, []).append(value)
    if values.pop("kind", [""])[0].casefold() == "group":
        problems.append(Problem(number, f"Card {number} is a group, not a person, so it was left out."))
        return None
    values["email"] = [text for _, text in sorted(emails, key=lambda pair: pair[0])]
    return record.build(number, values, problems, what="Card")


def _values(found: _Property, encoding: str) -> Iterator[tuple[str, str]]:
    """Name what one property tells of a person; most properties tell nothing that is needed here."""
    if found.name not in _TELLING:
        return
    value = _text(found, encoding)
    pairs: list[tuple[str, str]] = []
    if found.name == "N":
        parts = _parts(_LISTED.sub(" ", value))
        pairs = list(zip(("last_name", "first_name", "middle_name", "prefix", "suffix"), parts, strict=False))
    elif found.name == "ORG":
        name, *units = _parts(value)
        pairs = [("organization", name), ("department", "; ".join(filter(None, units)))]
    elif found.name == "ADR":
        parts = [*_parts(value), *[""] * 7]
        pairs = [("city", parts[3]), ("state", parts[4]), ("country", parts[6])]
    elif found.name == "TEL":
        pairs = [] if _NO_VOICE.search(found.parameters) else [("phone", _plain(value).removeprefix("tel:"))]
    elif found.name == "X-SOCIALPROFILE":
        pairs = [("linkedin", _plain(value))] if "linkedin.com/" in value.lower() else []
    else:
        pairs = [(_TELLING[found.name], _plain(value))]
    yield from ((name, text) for name, text in pairs if text.strip())


_TELLING = {
    "FN": "name", "N": "", "NICKNAME": "nickname", "ORG": "", "TITLE": "title", "TEL": "", "ADR": "",
    "URL": "url", "X-SOCIALPROFILE": "", "NOTE": "note", "KIND": "kind",
    "X-ADDRESSBOOKSERVER-KIND": "kind",
}  # fmt: skip


def _preference(parameters: str, card: _Card) -> int:
    """Tell how much an address is preferred: 1 most; file order decides among equals.

    Someone's favourite address at home does not go before the one at work: that is where one writes to.
    """
    if "HOME" in parameters and any(p.name == "EMAIL" and "WORK" in p.parameters for p in card.properties):
        return _LAST
    if found := _PREFERENCE.search(parameters):
        return int(found[1][:3])
    return 1 if re.search(r"[;,=\"]PREF\b", parameters) else _LAST
