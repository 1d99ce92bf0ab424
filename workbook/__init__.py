"""The workbook: what people see and touch. Notebooks need two names of it, `open_app` and `open_notebook`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infoview.errors import InfoviewError

if TYPE_CHECKING:
    from workbook.window import ClosedNotebook, Notebook

__all__ = ["open_app", "open_notebook"]


def open_app() -> object:
    """Open the logbook and return the whole app, ready to be shown; never raises what a person could meet."""
    from workbook.app import App  # noqa: PLC0415 - the command line needs no widgets
    from workbook.entrance import open_logbook, place_asked  # noqa: PLC0415 - likewise
    from workbook.window import Window, closed  # noqa: PLC0415 - likewise

    try:
        return App(Window(open_logbook()), place_asked()).view
    except InfoviewError as error:
        return closed(error)


def open_notebook(step: str) -> Notebook | ClosedNotebook:
    """Open the logbook and return one step, whose `header` and sections a notebook shows; raises as little.

    Where the logbook cannot be opened, the header says why.
    """
    from workbook.entrance import open_logbook  # noqa: PLC0415 - the command line needs no widgets
    from workbook.window import ClosedNotebook, Notebook, Window  # noqa: PLC0415 - likewise

    try:
        return Notebook(Window(open_logbook()), step)
    except InfoviewError as error:
        return ClosedNotebook(error)
