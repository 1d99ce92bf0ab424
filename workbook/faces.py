"""Faces: people as initials in a colour that is theirs everywhere; the name always stands beside it."""

from __future__ import annotations

from hashlib import blake2s

from infoview.text.names import titled
from workbook.markup import Html, html

HUES = 8
"""How many colours the theme has for faces, `--iv-face-0` and on."""


def initials(name: str) -> str:
    """Take the first letters of the first and the last word, without titles; one letter of a single word."""
    words = (titled(name)[1] or name).split()
    letters = [word[0] for word in words if word[0].isalnum()]
    return "".join(letters[:1] + letters[1:][-1:]).upper()


def letters_and_hue(name: str) -> tuple[str, int]:
    """Tell what somebody's face is made of: the initials, and which of the theme's colours is theirs."""
    bare = titled(name)[1] or name
    return initials(name), blake2s(bare.casefold().encode(), digest_size=1).digest()[0] % HUES


def face(name: str) -> Html:
    """Draw somebody's face; it says nothing to screen readers, as the name stands beside it."""
    letters, hue = letters_and_hue(name)
    return html(
        '<span class="iv-face iv-face-{hue}" aria-hidden="true">{letters}</span>', hue=hue, letters=letters
    )


def person_line(name: str, *about: str) -> Html:
    """Say who somebody is in one row: face, name, and role and place below."""
    below = html("<span>{about}</span>", about=", ".join(part for part in about if part))
    return html(
        '<p class="iv-who">{face}<span><strong>{name}</strong>{below}</span></p>',
        face=face(name),
        name=name,
        below=below if any(about) else html(""),
    )
