"""The style sheets of the look, in their order, read as one."""

from __future__ import annotations

from importlib import resources

COMPONENTS = (
    *("actions", "form", "table", "ordered_list", "checklist", "remarks"),
    *("stepper", "status", "takeout", "upload", "clock", "fold", "rows"),
)
"""The components with a look of their own: each has its style sheet beside its script."""
SHEETS = (
    *("theme/tokens.css", "theme/theme.css"),
    *(f"components/{name}.css" for name in COMPONENTS),
    *("theme/pages.css", "theme/today.css", "theme/letters.css", "theme/day.css"),
    *("theme/debrief.css", "theme/pictures.css", "theme/print.css"),
)


def text(*names: str) -> str:
    """Read files of the workbook in their order, as one."""
    folder = resources.files("workbook")
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in names)
