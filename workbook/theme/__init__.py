"""The look: a few tokens over Jupyter's own variables, so that light and dark follow the surroundings."""

from __future__ import annotations

from functools import cache
from importlib import resources

import anywidget

SHEETS = ("tokens.css", "theme.css", "components.css", "pages.css", "print.css")


@cache
def style() -> str:
    """Read the style sheets in their order, as one."""
    folder = resources.files(__package__)
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in SHEETS)


class Theme(anywidget.AnyWidget):
    """Brings the style sheets to the page; show it once in a notebook or an app. It draws nothing."""

    _esm = "export default { render({ el }) { el.hidden = true; } };"
    _css = style()
