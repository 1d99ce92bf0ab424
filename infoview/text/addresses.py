"""Links and e-mail addresses from other people's files: only what is safe to offer as a link."""

from __future__ import annotations

import re
from urllib.parse import unquote

from infoview.content import words
from infoview.errors import InputError
from infoview.text.names import unquoted

LONGEST_EMAIL = 254  # RFC 5321 4.5.3.1.3: a path has 256 octets, two of them angle brackets
LONGEST_LINK = 2000

_EMAIL = re.compile(
    r"[^\s@<>()\[\]\\,;:\"'=/?&|*`]"  # the first character: never one that a spreadsheet or a page acts on
    r"[^\s@<>()\[\]\\,;:\"]*"
    r"@(?:[^\W_](?:[\w-]*[^\W_])?\.)*[^\W_](?:[\w-]*[^\W_])?"
)
_MAILBOX = re.compile(  # of bounded length, so that no text is tried at every place to its end
    r"(?P<name>\"(?:\\.|[^\"\\]){0,300}\"|)\s{0,9}[<(\[]\s{0,9}"
    r"(?P<address>[^<>()\[\]\s@]{1,254}@[^<>()\[\]\s@]{1,254})\s{0,9}[>)\]]"
)
_APART = re.compile(r"\s*:::\s*|\s*[;\n]\s*")
_LINK = re.compile(r"https?://[^\s<>\"'`\\^{|}]+", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_BARE_LINK = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#][^\s<>\"'`\\^{|}]*)?", re.IGNORECASE)
_LINKEDIN = re.compile(r"linkedin\.com/(?:mwlite/)?(in|pub)/([^?#\s]+)", re.IGNORECASE)
_BEFORE_HOST = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
_LOCALE = re.compile(r"/[a-z]{2}(?:-[a-z]{2})?$")


def email(text: str) -> str:
    """Read one e-mail address; "" when the text is none. `mailto:` and `Ada <ada@…>` are unwrapped."""
    found = text.strip()
    if found.endswith(">") and "<" in found:
        found = found[found.rindex("<") + 1 : -1].strip()
    if found[:7].lower() == "mailto:":
        found = found[7:].partition("?")[0]
    usable = len(found) <= LONGEST_EMAIL and _EMAIL.fullmatch(found) and ".." not in found
    return found if usable else ""


def mailboxes(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Read e-mail addresses as mail programs write them: `Ada Park <ada@example.org>; "Cole, Bea" <bea@…>`.

    Returns:
        The names, "" where there is none, each with its address; and what is neither.
    """
    found: list[tuple[str, str]] = []
    left: list[str] = []
    at = 0
    for box in _MAILBOX.finditer(text):
        address = email(box["address"])
        if address:
            name = _beside(text[at : box.start()] + box["name"], found, left)
            found.append(("" if name.casefold() == address.casefold() else name, address))
            at = box.end()
    name = _beside(text[at:], found, left)
    return found, [*left, name] if name else left


def _beside(text: str, found: list[tuple[str, str]], left: list[str]) -> str:
    """Take the bare addresses out of what stands before a mailbox; the last of the rest is its name."""
    words_only: list[str] = []
    for line in _APART.split(text.strip(" \t,;")):
        pieces = line.split(",")
        while pieces and (address := email(pieces[0].strip(" ()[]<>"))):
            found.append(("", address))
            pieces.pop(0)
        rest = ",".join(pieces).strip(" ,")
        bare = [address for word in re.split(r"[,\s]+", rest) if (address := email(word.strip("()[]<>")))]
        found += [("", address) for address in bare]
        if rest and not bare:
            words_only.append(rest)
    *others, name = words_only or [""]
    left += others
    return unquoted(name.replace('\\"', '"'))


def link(text: str) -> str:
    """Read one web address; "" when it is anything but http(s). A bare `www.example.org/x` gets https."""
    found = text.strip()
    if len(found) > LONGEST_LINK:
        return ""
    if _LINK.fullmatch(found):
        return found
    if not _SCHEME.match(found) and _BARE_LINK.fullmatch(found):
        return f"https://{found}"
    return ""


def email_from(value: object, field: str = "email") -> str:
    """Read an e-mail address that was typed in a field; nothing typed is "".

    Raises:
        InputError: It is no address.
    """
    address = str(value).strip()
    if address and not email(address):
        raise InputError(words("typed")["email"].format(value=address), field)
    return address


def link_from(value: object, field: str = "url") -> str:
    """Read a web address that was typed in a field; nothing typed is "".

    Raises:
        InputError: It is no web address.
    """
    address = str(value).strip()
    if address and not link(address):
        raise InputError(words("typed")["url"].format(value=address), field)
    return link(address)


def page_key(url: str) -> str:
    """Write a page's address in the one way its spellings share: host, capitals, language, ending slash."""
    found = _LINKEDIN.search(url)
    if not found:
        return _BEFORE_HOST.sub("", url.strip()).casefold().partition("#")[0].rstrip("/")
    kind, handle = found[1].lower(), unquote(found[2]).casefold().strip("/")
    handle = handle.split("/")[0] if kind == "in" else _LOCALE.sub("", handle)
    return f"linkedin.com/{kind}/{handle}"
