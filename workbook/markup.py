"""The one place that makes HTML: everything is escaped unless it already is `Html`."""

from __future__ import annotations

import re
from html import escape as escape_text
from string import Formatter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import ipywidgets

SAFE_SCHEMES = ("http", "https", "mailto")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")


class Html(str):
    """Text that is HTML already and safe to show: made here, never from what somebody typed."""

    __slots__ = ()


def escape(value: object) -> Html:
    """Turn any value into HTML that shows it as it is; `Html` stays, a list is joined, None is empty."""
    if isinstance(value, Html):
        return value
    if value is None:
        return Html("")
    if isinstance(value, list | tuple):
        return Html("".join(escape(part) for part in value))
    return Html(escape_text(str(value), quote=True))


class _EscapingFormatter(Formatter):
    """Fills a template and escapes every value at the last moment, after its format was applied."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Escape one value."""
        return escape(format(value, format_spec) if format_spec else value)

    def convert_field(self, value: object, conversion: str | None) -> object:
        """Refuse `!r` and its kin: they would turn safe HTML back into plain text."""
        if conversion:
            raise ValueError("html() takes no !conversions.")
        return value


def html(template: str, /, **values: object) -> Html:
    """Fill a template of our own: `html("<p>{name}</p>", name=contact.name)`.

    Attribute values must stand in quotes in the template; addresses go through `link` or `safe_href`.
    """
    return Html(_EscapingFormatter().vformat(template, (), values))


def safe_href(href: str) -> str:
    """Return an address that is safe to follow (http, https or mailto), or an empty string.

    Browsers drop control characters and leading blanks inside an address, so they are dropped here
    before the scheme is looked at.
    """
    cleaned = _UNSEEN.sub("", href)
    try:
        scheme = urlsplit(cleaned).scheme.lower()
    except ValueError:
        return ""
    return cleaned if scheme in SAFE_SCHEMES else ""


def link(href: str, label: str = "") -> Html:
    """Make a link that opens beside the page, or plain text where the address is not safe to follow."""
    safe = safe_href(href)
    if not safe:
        return escape(label or href)
    anchor = '<a href="{href}" target="_blank" rel="noopener noreferrer">{label}</a>'
    return html(anchor, href=safe, label=label or href)


def markdown(text: str) -> Html:
    """Turn Markdown of the content folder into HTML; raw HTML inside it is shown, not run."""
    import mistune  # noqa: PLC0415 - a page without prose needs no Markdown reader

    return Html(str(mistune.create_markdown(escape=True)(text)))


def prose(content: Html, *classes: str) -> ipywidgets.HTML:
    """Make the widget that shows HTML on a page; it takes `Html` only, so nothing unescaped can slip in."""
    import ipywidgets  # noqa: PLC0415 - markup is used by code that draws nothing, too

    if not isinstance(content, Html):
        raise TypeError("prose() shows Html only: make it with html(), markdown() or escape().")
    widget = ipywidgets.HTML(str(content))
    for name in ("infoview", "iv-prose", *classes):
        widget.add_class(name)
    return widget
