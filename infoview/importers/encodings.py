"""From bytes to text: which characters a file's bytes stand for."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from itertools import pairwise

from infoview.errors import ImportFileError

NOT_TEXT = "This file is not a list of contacts that can be read here. Choose a CSV, vCard or Excel file."
SAMPLE = 200_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)

# The letters beyond a-z that a language's words are written with. A word whose letters all belong to one
# language is plausible; "Dvoøák" is not, so it was not written in Windows-1252.
_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "äöüß", "àâæçéèêëîïôœùûüÿ", "áéíñóúü", "áâãàçéêíóôõú", "àèéìíòóù", "æøåéóò", "åäöéü",
        "áðéíóúýþæö", "áéëïíóöü", "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű",
        "ăâîşţșț", "čćđšž", "çğıöşüâî", "āčēģīķļņšūž", "ąčęėįšųūž", "äõöüšž", "ë",
    )
)  # fmt: skip
_CANDIDATES = ("cp1252", "cp1250", "mac_roman", "cp1254", "cp1257")
_SCRIPTS = ("cp1251", "koi8_r", "cp1253")
_BLOCKS = (("\u0400", "\u04ff"), ("\u0370", "\u03ff"))  # Cyrillic, Greek
_STRANGE = 0.5  # more odd words than this: no language written in Latin letters
_GARBLED = re.compile("[ÃÂÄÅ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€")  # noqa: RUF001 - as cp1252 shows UTF-8
_GARBLED_BEGINS = "ÃÂÄÅâ"
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes) -> tuple[str, str]:
    """Turn a file's bytes into text and name the encoding.

    Raises:
        ImportFileError: These bytes are no text at all.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(codec, errors="replace")), name
    if b"\x1b$" in data[:SAMPLE]:
        return _checked(data.decode("iso2022_jp_ext", errors="replace")), "iso-2022-jp"
    wide = _utf16_without_mark(data)
    if wide:
        return _checked(data.decode(wide, errors="replace")), wide
    try:
        return _checked(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        mended = _mostly_utf8(data)
        if mended:
            return _checked(mended), "utf-8"
    name = guess(data)
    return _checked(data.decode(name, errors="replace")), name


def put_right(text: str) -> str:
    """Undo UTF-8 that was once read as Windows-1252 and saved so: "MÃ¼ller" is Müller."""
    if not any(sign in text for sign in _GARBLED_BEGINS) or not _GARBLED.search(text):
        return text
    return "".join(
        _put_right(line) if _GARBLED.search(line) else line for line in text.splitlines(keepends=True)
    )


def _put_right(line: str) -> str:
    try:
        return line.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return line


def guess(data: bytes) -> str:
    """Choose the encoding of text that is not UTF-8: the one in which the fewest words look odd."""
    sample = _words_beyond_ascii(data)
    best = min(_CANDIDATES, key=lambda name: _oddness(sample, name))
    odd = _oddness(sample, best)
    if sample and odd >= max(1, len(sample) * _STRANGE):
        return _other_scripts(data) or "cp1252"
    return best


def _words_beyond_ascii(data: bytes) -> list[bytes]:
    """Collect the words that hold bytes above 127: only they tell encodings apart."""
    spaced = data[:SAMPLE].translate(bytes(b if chr(b).isalpha() or b > 127 else 32 for b in range(256)))  # noqa: PLR2004 - 127 ends ASCII
    return [word for word in spaced.split() if not word.isascii()]


def _oddness(words: list[bytes], encoding: str) -> int:
    return sum(not _plausible(word.decode(encoding, errors="replace")) for word in words)


def _plausible(word: str) -> bool:
    """Tell whether a word's letters belong together in some language written in Latin letters."""
    letters = word.strip("“”„‘’…–—«»®™·•\xa0")  # noqa: RUF001 - these stand beside words, in every encoding
    if any(not (c.isalpha() or c in "'’-") for c in letters):  # noqa: RUF001 - an apostrophe inside a name
        return False
    if any(a.islower() and b.isupper() and not b.isascii() for a, b in pairwise(letters)):
        return False
    small = letters.lower()
    if any(a == "ñ" and b in "bcdfghjklmnpqrstvwxz" for a, b in pairwise(small)):
        return False  # Spanish writes ñ before vowels only; in Windows-1250 the same byte is ń
    beyond = {c for c in small if not c.isascii()}
    return any(beyond <= alphabet for alphabet in _ALPHABETS)


def _other_scripts(data: bytes) -> str:
    """Know Cyrillic and Greek by words of nothing else; ask charset-normalizer about the rest."""
    sample = _words_beyond_ascii(data)
    odd = {
        name: sum(not _is_of_a_script(word.decode(name, errors="replace")) for word in sample)
        for name in _SCRIPTS
    }
    best = min(_SCRIPTS, key=odd.__getitem__)
    if odd[best] * 5 <= len(sample):
        return best
    try:
        from charset_normalizer import from_bytes  # noqa: PLC0415 - optional, and slow to load
    except ImportError:
        return ""
    found = from_bytes(data[:SAMPLE], cp_exclusion=["utf_7"]).best()
    return found.encoding if found else ""


def _is_of_a_script(word: str) -> bool:
    """Tell a word all of whose letters are Cyrillic, or all Greek, with no capital behind a small letter."""
    letters = "".join(c for c in word if c.isalpha())
    mixed = any(a.islower() and b.isupper() for a, b in pairwise(letters))
    return (
        not mixed
        and any(all(first <= c <= last for c in letters) for first, last in _BLOCKS)
        and bool(letters)
    )


def _mostly_utf8(data: bytes) -> str:
    """Decode UTF-8 into which a few lines of another encoding were pasted; "" when it is no UTF-8."""
    sample = data[:SAMPLE]
    broken = sample.decode("utf-8", errors="replace").count("\ufffd")
    if len(_UTF8_LETTER.findall(sample)) <= 2 * broken:
        return ""
    return "".join(_line(line) for line in data.splitlines(keepends=True))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(guess(line), errors="replace")


def _utf16_without_mark(data: bytes) -> str:
    """Recognise UTF-16 by its zero bytes: text in Latin letters has one in every pair."""
    sample = data[:4000]
    pairs = len(sample) // 2
    if pairs < 2:  # noqa: PLR2004 - too short to tell
        return ""
    most = pairs * 0.4
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if high > most and low < high / 4:
        return "utf-16-be"
    if low > most and high < low / 4:
        return "utf-16-le"
    return ""


def _checked(text: str) -> str:
    """Refuse what decodes and still is no text: too many control characters."""
    sample = text[:SAMPLE]
    controls = sum(number for c, number in Counter(sample).items() if _is_control(c))
    if controls > max(8, len(sample) * 0.1):
        raise ImportFileError(NOT_TEXT)
    return text


def _is_control(sign: str) -> bool:
    return sign == "\ufffd" or (unicodedata.category(sign) in {"Cc", "Co", "Cn"} and sign not in "\t\n\r\f\v")
