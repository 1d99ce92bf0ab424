"""From bytes to text: which characters a file's bytes stand for."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from itertools import pairwise

from infoview.importers.reading import refusal

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
_CANDIDATES = ("cp1252", "cp1250", "mac_roman", "cp1254", "cp1257", "cp850", "cp852", "cp857", "cp437")
"""The likeliest first; those of DOS last: Excel writes them as "CSV (MS-DOS)"."""
_FAMILIES = (("cp1252", "cp1254"), ("cp850", "cp852", "cp857", "cp437"))
"""Encodings that differ in a few letters only, so that it counts how many words one language has."""
_SCRIPTS = ("cp1255", "cp1251", "koi8_r", "cp1253", "cp1256", "cp866")
"""Hebrew first: small Cyrillic letters alone make no names."""
_BLOCKS = (("\u05d0", "\u05f4"), ("\u0400", "\u04ff"), ("\u0370", "\u03ff"), ("\u0620", "\u06d5"))
"""Hebrew, Cyrillic, Greek, Arabic."""
_STRANGE = 0.5  # more odd words than this: no language written in Latin letters
_FOLD = re.compile(rb"\r?\n[ \t]")
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
        mended = _unfolded_utf8(data) or mostly_utf8(data)
        if mended:
            return _checked(mended), "utf-8"
    name = guess(data)
    return _checked(data.decode(name, errors="replace")), name


def _unfolded_utf8(data: bytes) -> str:
    """Decode cards whose lines are folded inside a letter, which no other encoding explains; else ""."""
    try:
        return _FOLD.sub(b"", data).decode("utf-8")
    except UnicodeDecodeError:
        return ""


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
    """Choose the encoding of text that is not UTF-8: the one in which the fewest words look odd.

    Of two that differ in a few letters, the one in which more of the words belong to one language.
    """
    sample = _words_beyond_ascii(data)
    read = {name: [word.decode(name, errors="replace") for word in sample] for name in _CANDIDATES}
    odd = {name: sum(not _plausible(word) for word in found) for name, found in read.items()}
    first = min(_CANDIDATES, key=odd.__getitem__)
    alike = [name for name in _family(first) if odd[name] == odd[first]]
    best = max(alike, key=lambda name: _of_one_language(read[name]))
    if sample and odd[best] >= max(1, len(sample) * _STRANGE):
        return _other_scripts(data) or "cp1252"
    return best


def _family(name: str) -> tuple[str, ...]:
    return next((family for family in _FAMILIES if name in family), (name,))


def is_certain(letters: str, encoding: str) -> bool:
    """Tell whether nearly all words of a text whose encoding was guessed look like words of a language."""
    if encoding.startswith(("utf", "iso-2022")):
        return True
    found = [word for word in re.findall(r"[^\W\d_]+", letters[:SAMPLE]) if not word.isascii()]
    odd = sum(not (_plausible(word) or _is_of_a_script(word)) for word in found)
    return odd * 5 <= len(found)


def _of_one_language(found: list[str]) -> int:
    """Count the words whose letters the likeliest language has."""
    letters = [{sign for sign in _small(word) if sign.isalpha() and not sign.isascii()} for word in found]
    return max(sum(beyond <= alphabet for beyond in letters) for alphabet in _ALPHABETS)


def _small(word: str) -> str:
    """Write a word in small letters; Python makes of the Turkish capital dotted i a letter and a point."""
    return word.replace("İ", "i").lower()


def _words_beyond_ascii(data: bytes) -> list[bytes]:
    """Collect the words that hold bytes above 127: only they tell encodings apart."""
    spaced = data[:SAMPLE].translate(bytes(b if chr(b).isalpha() or b > 127 else 32 for b in range(256)))  # noqa: PLR2004 - 127 ends ASCII
    return [word for word in spaced.split() if not word.isascii()]


def _plausible(word: str) -> bool:
    """Tell whether a word's letters belong together in some language written in Latin letters."""
    letters = word.strip("“”„‘’…–—«»®™·•\xa0")  # noqa: RUF001 - these stand beside words, in every encoding
    if any(not (c.isalpha() or c in "'’-") for c in letters):  # noqa: RUF001 - an apostrophe inside a name
        return False
    if any(a.islower() and b.isupper() and not b.isascii() for a, b in pairwise(letters)):
        return False
    if len(letters) > 2 and not any(map(str.isascii, letters)):  # noqa: PLR2004 - Latin words have plain letters, too
        return False
    small = _small(letters)
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
    """Tell a word that is all Cyrillic, all Greek and so on, with no capital behind a small letter."""
    letters = word.strip("“”„‘’…–—«»™·•\xa0")  # noqa: RUF001 - as above
    if not letters or any(not (sign.isalpha() or sign in "'’-") for sign in letters):  # noqa: RUF001 - as above
        return False
    mixed = any(a.islower() and b.isupper() for a, b in pairwise(letters))
    within = (sign for sign in letters if sign.isalpha())
    first = next(within, "")
    block = next(((start, end) for start, end in _BLOCKS if start <= first <= end), None)
    return not mixed and block is not None and all(block[0] <= sign <= block[1] for sign in within)


def mostly_utf8(data: bytes) -> str:
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
        raise refusal("not_text")
    return text


def _is_control(sign: str) -> bool:
    return sign == "\ufffd" or (unicodedata.category(sign) in {"Cc", "Co", "Cn"} and sign not in "\t\n\r\f\v")
