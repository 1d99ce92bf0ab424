"""vCards 2.1, 3.0 and 4.0, read line by line and forgivingly.

A reader of our own and no library: cards in the wild fold lines by their own rules, mix character sets from
property to property, and hold blank lines inside a name. A strict parser gives up the whole file at the first
of these; here one broken card costs one card.

A file goes through four steps: its lines are unfolded, split into properties, put together to cards, and each
card is read as somebody. Rules from RFC 2426 (3.0), RFC 6350 (4.0) and the vCard 2.1 specification of the
Internet Mail Consortium.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from infoview.importers import record
from infoview.importers.encodings import guess, mostly_utf8
from infoview.importers.reading import ImportedContact, Problem, Reading, said

MOST_CARDS = 100_000
_LONGEST_VALUE = 200_000
_SIGN = re.compile(
    r"(?:^|\r)[ \t\ufeff]*(?:\w+\.)?(?:BEGIN|END)[ \t]*:[ \t]*VCARD[ \t]*(?:\r|$)",
    re.IGNORECASE | re.MULTILINE,
)
_FOLD = re.compile(r"\r?\n[ \t]")
_BARE_SIGN = re.compile(
    r"\s*VERSION[ \t]*:[ \t]*[234]\.[01][ \t]*[\r\n].*^F?N[;:]", re.IGNORECASE | re.MULTILINE | re.DOTALL
)
_PROPERTY = re.compile(
    rb"\s*(?:([\w-]+)\.)?([A-Za-z][\w-]*)\s*((?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):(.*)", re.DOTALL
)
_BROKEN = re.compile(rb"(?:[\w-]+\.)?[A-Za-z][\w-]*;[A-Za-z-]+=")
_KNOWN = re.compile(rb"(?:[\w-]+\.)?(?:FN|N|TEL|EMAIL|ORG|TITLE|ADR|URL|NOTE|PHOTO|BDAY|UID|REV|VERSION)[;:]")
_MARK = re.compile(rb"\s*(?:[\w-]+\.)?(?:BEGIN|END)\s*:\s*VCARD\s*$", re.IGNORECASE)
_OLD = re.compile(
    rb"\s*VERSION\s*:\s*2\.1", re.IGNORECASE
)  # there, a fold stands for the space it begins with
_BULKY = {"PHOTO", "LOGO", "KEY", "AGENT", "X-MS-CARDPICTURE", "X-MS-OL-DESIGN"}
_NO_VOICE = re.compile(r"FAX|PAGER|BBS|MODEM|TEXTPHONE")
_BASE64 = re.compile(r"ENCODING=\"?(?:B\b|BASE64)|;BASE64\b")
_COMMA = re.compile(r"(\\.)|,\s*", re.DOTALL)
_PARTED = re.compile(r"(\\.|;)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PREFERENCE = re.compile(r"PREF=\"?(\d+)")
_LAST = 100  # RFC 6350 5.3: preferences run from 1, the most, to 100


@dataclass(slots=True)
class _Property:
    """One property of a card: its name and parameters in capitals, what it is grouped by, its bytes."""

    name: str
    parameters: str
    value: bytes
    group: str = ""


@dataclass(frozen=True, slots=True)
class _Card:
    """A card's properties, and whether its beginning and its end were met."""

    properties: list[_Property] = field(default_factory=list)
    begun: bool = False
    closed: bool = False

    @property
    def is_one(self) -> bool:
        """Whether this is a card at all, and not words that stand between cards."""
        names = {found.name for found in self.properties}
        return self.begun or (bool(names & {"N", "FN"}) and (self.closed or "VERSION" in names))


def is_cards(letters: str) -> bool:
    """Tell a file of cards; also one whose card lost its first line, or both its first and its last."""
    beginning = letters[:200_000]
    unfolded = _FOLD.sub("", beginning)  # even its first line may be folded
    return bool(_SIGN.search(beginning) or _SIGN.search(unfolded) or _BARE_SIGN.match(beginning[:2_000]))


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
    for number, card in enumerate((card for card in _cards(source) if card.is_one), start=1):
        if number > MOST_CARDS:
            problems.append(Problem(None, said("most_cards", number=MOST_CARDS)))
            break
        if not card.begun:
            problems.append(Problem(number, said("no_beginning", row=number)))
        elif not card.closed:
            problems.append(Problem(number, said("no_end", row=number)))
        contact = _contact(number, card, "utf-8" if wide else encoding, problems)
        if contact:
            found.append(contact)
    return Reading("vcard", encoding, tuple(found), tuple(problems))


def _cards(data: bytes) -> Iterator[_Card]:
    """Put properties together to cards; a card inside a card is somebody's assistant and no contact."""
    card: _Card | None = None
    inner = 0
    agent = False
    for found in _properties(data):
        value = found.value.strip().upper()
        mark = found.name if value == b"VCARD" else ""
        if (mark == "BEGIN" and agent) or (found.name == "AGENT" and value == b"BEGIN:VCARD"):
            inner += 1
        elif mark == "BEGIN":
            if card:
                yield card
            card = _Card(begun=True)
        elif mark == "END" and inner:
            inner -= 1
        elif mark == "END":
            if card:
                yield replace(card, closed=True)
            card = None
        elif not inner:
            card = card or _Card()
            card.properties.append(found)
        agent = found.name == "AGENT" and not value
    if card:
        yield card


def _properties(data: bytes) -> Iterator[_Property]:
    """Split lines into properties; a line that is none was broken off the one above it, at a blank."""
    current: _Property | None = None
    for line in _unfolded(data):
        found = _PROPERTY.match(line)
        if found:
            if current:
                yield current
            group, name, parameters = (_ascii(part or b"").upper() for part in found.groups()[:3])
            value = b"" if name in _BULKY and b"VCARD" not in found[4][:16].upper() else found[4]
            current = _Property(name, parameters, value, group)
        elif current and _goes_on(current, line):
            current.value += b" " + line.strip()
    if current:
        yield current


def _goes_on(current: _Property, line: bytes) -> bool:
    """Tell what belongs to the property above from a comment, a broken property and the rest of a picture."""
    marks_a_card = current.name in {"BEGIN", "END"}
    passed_over = marks_a_card or current.name in _BULKY or len(current.value) > _LONGEST_VALUE
    return not (passed_over or _BROKEN.match(line) or line.startswith(b"#"))


def _ascii(text: bytes) -> str:
    return text.decode("ascii", errors="replace")


def _unfolded(data: bytes) -> Iterator[bytes]:
    """Put folded lines together: what begins with a blank or follows a soft break belongs to the line above.

    A fold may stand anywhere, inside the parameters as well (RFC 6350 3.2), so nothing is split before this.
    """
    parts: list[bytes] = []
    soft = old = False
    for line in _without_margin(data):
        if not line.strip() and (len(line) < 2 or not parts):  # noqa: PLR2004 - a folded blank has one before it
            continue
        is_mark = bool(_MARK.match(line))
        follows = (
            not is_mark and bool(parts) and (_follows_softly(line) if soft else line[:1] in {b" ", b"\t"})
        )
        if follows:
            parts.append(line if soft or old else line[1:])
        else:
            if parts:
                yield b"".join(parts)
            old = bool(_OLD.match(line)) or (old and not is_mark)
            parts = [line]
        soft = line.endswith(b"=") and _is_quoted_printable(parts)
        if soft:
            parts[-1] = parts[-1][:-1]
    if parts:
        yield b"".join(parts)


def _follows_softly(line: bytes) -> bool:
    """Tell the rest of a text from the next property, where a telephone cut the text at its soft break."""
    return not _KNOWN.match(line)


def _is_quoted_printable(parts: Sequence[bytes]) -> bool:
    return b"QUOTED-PRINTABLE" in b"".join(parts).partition(b":")[0].upper()


def _without_margin(data: bytes) -> list[bytes]:
    """Take off byte order marks, and the margin of a file of which every line is indented."""
    lines = [
        line.lstrip(codecs.BOM_UTF8) if line[:1] == codecs.BOM_UTF8[:1] else line
        for line in data.splitlines()
    ]
    first = next((line for line in lines if line.strip()), b"")
    margin = first[: len(first) - len(first.lstrip())]
    return [line.removeprefix(margin) for line in lines] if margin else lines


def _text(found: _Property, encoding: str) -> str:
    """Decode a value: quoted-printable first, then the character set it names, else the file's.

    A value that was cut inside its last character keeps the others.
    """
    value = found.value
    if "QUOTED-PRINTABLE" in found.parameters:
        value = quopri.decodestring(value)
    elif _BASE64.search(found.parameters):
        value = _decoded(value)
    if value.isascii():
        return value.decode("ascii")
    named = re.search(r"CHARSET=\"?([\w.:-]+)", found.parameters)
    for charset in (named[1] if named else "", "utf-8"):
        try:
            return codecs.getincrementaldecoder(charset)().decode(value)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    if mostly_utf8(value):
        return value.decode("utf-8", errors="replace")
    return value.decode(encoding if encoding != "utf-8" else guess(value), errors="replace")


def _decoded(value: bytes) -> bytes:
    try:
        return base64.b64decode(b"".join(value.split()), validate=True)
    except binascii.Error:
        return value


def _parts(value: str) -> list[str]:
    """Split a structured value at its semicolons, not at escaped ones."""
    parts = [""]
    for piece in _PARTED.split(value):
        if piece == ";":
            parts.append("")
        else:
            parts[-1] += piece
    return [_plain(part).strip() for part in parts]


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _contact(number: int, card: _Card, encoding: str, problems: list[Problem]) -> ImportedContact | None:
    values: dict[str, list[str]] = {}
    for found in _in_order(card):
        for name, text in _values(found, encoding):
            values.setdefault(name, []).append(text)
    if values.pop("kind", [""])[0].casefold() == "group":
        problems.append(Problem(number, said("group", row=number)))
        return None
    return record.build(number, values, problems, what="card")


def _in_order(card: _Card) -> list[_Property]:
    """List a card's properties, the preferred ones first; a number that its label calls a fax is none."""
    labels = {found.group: found.value.upper() for found in card.properties if found.name == "X-ABLABEL"}
    at_work = any(found.name == "EMAIL" and "WORK" in found.parameters for found in card.properties)
    kept = [
        found
        for found in card.properties
        if found.name != "TEL"
        or not _NO_VOICE.search(found.parameters + _ascii(labels.get(found.group, b"")))
    ]
    return sorted(kept, key=lambda found: _preference(found, at_work=at_work))


def _preference(found: _Property, *, at_work: bool) -> int:
    """Tell how much an address or a number is preferred: 1 most; file order decides among equals.

    Someone's favourite address at home does not go before the one at work: that is where one writes to.
    """
    if found.name not in {"EMAIL", "TEL"} or (
        found.name == "EMAIL" and at_work and "HOME" in found.parameters
    ):
        return _LAST
    if number := _PREFERENCE.search(found.parameters):
        return int(number[1][:3])
    return 1 if re.search(r"[;,=\"]PREF\b", found.parameters) else _LAST


def _values(found: _Property, encoding: str) -> Iterator[tuple[str, str]]:
    """Name what one property tells of a person; most properties tell nothing that is needed here."""
    if found.name not in _TELLING or (found.name == "SOUND" and "X-IRMC-N" not in found.parameters):
        return
    value = _text(found, encoding)
    pairs: list[tuple[str, str]] = []
    if found.name == "N":
        parts = _parts(_COMMA.sub(lambda comma: comma[1] or " ", value))
        pairs = list(zip(("last_name", "first_name", "middle_name", "prefix", "suffix"), parts, strict=False))
    elif found.name == "SOUND":
        pairs = list(zip(("phonetic_last", "phonetic_first"), _parts(value), strict=False))
    elif found.name == "ORG":
        name, *units = _parts(value)
        pairs = [("organization", name), ("department", "; ".join(filter(None, units)))]
    elif found.name == "ADR":
        parts = [*_parts(value), *[""] * 7]
        pairs = [("city", parts[3]), ("state", parts[4]), ("country", parts[6])]
    elif found.name in {"X-SOCIALPROFILE", "SOCIALPROFILE"}:
        pairs = [("linkedin", _plain(value))] if "linkedin.com/" in value.lower() else []
    else:
        pairs = [(_TELLING[found.name], _plain(value))]
    yield from ((name, text) for name, text in pairs if text.strip())


_TELLING = {
    "FN": "name", "N": "", "NICKNAME": "nickname", "ORG": "", "TITLE": "title", "TEL": "phone",
    "ADR": "", "KIND": "kind", "EMAIL": "email", "URL": "url", "X-SOCIALPROFILE": "", "SOCIALPROFILE": "",
    "NOTE": "note", "X-ADDRESSBOOKSERVER-KIND": "kind", "X-PHONETIC-FIRST-NAME": "phonetic_first",
    "X-PHONETIC-LAST-NAME": "phonetic_last", "SOUND": "",
}  # fmt: skip
