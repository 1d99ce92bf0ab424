"""The workbook: what people see and touch. Notebooks need a few names of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from infoview.errors import InfoviewError

if TYPE_CHECKING:
    import ipywidgets

    from workbook.window import ClosedNotebook, Notebook

__all__ = ["chart", "open_app", "open_notebook", "section"]

_opened: dict[str, Notebook | ClosedNotebook] = {}
"""The steps that this kernel's notebooks have open."""


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
        _opened[step] = Notebook(Window(open_logbook()), step)
    except InfoviewError as error:
        _opened[step] = ClosedNotebook(error)
    return _opened[step]


def section(step: str, name: str) -> ipywidgets.Widget:
    """Return one section of a step, to be shown in a notebook; it needs no cell to be run before its own.

    The first that is shown of a step brings its header along.
    """
    return (_opened.get(step) or open_notebook(step)).shown(name)


def chart(numbers: Any, title: str) -> object:  # noqa: ANN401 - pandas has no types
    """Draw the numbers of a pandas Series as bars: with matplotlib where it is installed, else as pages do.

    Args:
        numbers: A number for each name; what is missing has no bar.
        title: What they are.
    """
    from importlib.util import find_spec  # noqa: PLC0415 - as above

    known = numbers.dropna()
    if find_spec("matplotlib") and len(known):
        return known[::-1].plot.barh(title=title, xlabel="", ylabel="")
    from workbook.charts import drawn  # noqa: PLC0415 - as above

    return drawn({str(name): float(number) for name, number in known.items()}, title)
