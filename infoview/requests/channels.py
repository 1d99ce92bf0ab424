"""Channels: one draft as a mail, a LinkedIn message, words on the telephone, or words said face to face."""

from __future__ import annotations

from collections.abc import Mapping

from infoview.content import words
from infoview.records.requests import Channel, Request
from infoview.workflow.templates import fields_of

GOOD_MESSAGE = 400
"""Characters up to which LinkedIn messages were answered most (LinkedIn, on tens of millions, 2022)."""
SPOKEN = frozenset({Channel.TELEPHONE, Channel.IN_PERSON})


def script(channel: Channel, request: Request, facts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Set a draft as lines to say, each with what it is for.

    A line that needs something nobody has written or noted yet is left out.

    Args:
        channel: One that is spoken.
        request: The draft; its three parts are said as they are written.
        facts: What is known of both sides (`infoview.workflow.templates.facts_about`).
    """
    parts = (
        {} if request.in_one else {key: getattr(request, key).strip() for key in ("who", "how_found", "ask")}
    )
    known = {name: text for name, text in {**facts, **parts}.items() if text}
    return tuple(
        (line["label"], line["text"].format(**known))
        for line in words("requests")["channels"][channel.value]
        if fields_of(line["text"]) <= known.keys()
    )


def as_text(lines: tuple[tuple[str, str], ...]) -> str:
    """Write a script as plain text, to copy or to print."""
    return "\n\n".join(f"{label}:\n{text}" for label, text in lines)


def characters(text: str) -> int:
    """Count a text as LinkedIn does: some signs, such as emoji, count as two."""
    return len(text.encode("utf-16-le")) // 2
