"""Charts in a notebook's own cells, where nothing else is there to draw them."""

from __future__ import annotations

from collections.abc import Mapping

import ipywidgets

from workbook.markup import html, prose
from workbook.pages.page import box
from workbook.pictures import Bar, bars, figure
from workbook.theme import Theme


def drawn(numbers: Mapping[str, float], title: str) -> ipywidgets.Widget:
    """Draw numbers as bars in the look of the pages."""
    shown = [Bar(name, number, f"{number:g}") for name, number in numbers.items()]
    return box([Theme(), prose(figure(bars(title, shown), html(""), title))])
