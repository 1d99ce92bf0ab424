"""The look: a few tokens over Jupyter's own variables, so that light and dark follow the surroundings."""

from __future__ import annotations

from importlib import resources

import anywidget

SHEETS = (
    *("tokens.css", "theme.css", "components.css", "pages.css"),
    *("letters.css", "day.css", "debrief.css", "pictures.css", "print.css"),
)


def text(*names: str) -> str:
    """Read files of this folder in their order, as one."""
    folder = resources.files(__package__)
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in names)


class Theme(anywidget.AnyWidget):
    """Brings the style sheets to the page, and keeps a notebook's shortcuts away from it.

    Show it once in a notebook or an app. It draws nothing.
    """

    _esm = text("theme.js")
    _css = text(*SHEETS)
