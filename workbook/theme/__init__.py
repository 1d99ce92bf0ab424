"""The look: a few tokens over Jupyter's own variables, so that light and dark follow the surroundings."""

from __future__ import annotations

import anywidget

from workbook.look import SHEETS, text


class Theme(anywidget.AnyWidget):
    """Brings the style sheets to the page, and keeps a notebook's shortcuts away from it.

    Show it once in a notebook or an app. It draws nothing.
    """

    _esm = text("theme/theme.js")
    _css = text(*SHEETS)
