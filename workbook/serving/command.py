"""The commands `infoview app` and `infoview lab`: arguments in, a server out.

Jupyter is imported when a server is really started, so that help and refusals come at once.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import click

from infoview.errors import InputError, LogbookError
from infoview.logbook import open_file
from infoview.logbook.place import default_logbook
from workbook.serving.addresses import is_loopback


@click.command(short_help="Serve the guided app and open it.")
@click.argument("logbook", required=False, type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen at; 0 takes any free one.")
@click.option("--no-browser", is_flag=True, help="Do not open the page, only print its address.")
@click.option("--public", is_flag=True, help="For many visitors: each has a logbook no one else can reach.")
@click.option("--ip", default="localhost", show_default=True, help="Address of this machine to listen at.")
@click.option("--token", default="", envvar="INFOVIEW_TOKEN", help="A secret visitors need to come in.")
@click.option("--verbose", is_flag=True, help="Say what goes wrong, for those who look after the server.")
def app(
    logbook: Path | None,
    port: int | None,
    ip: str,
    token: str,
    *,
    no_browser: bool,
    public: bool,
    verbose: bool,
) -> None:
    """Serve the guided app and open it in your browser.

    Your work is kept in LOGBOOK, or else in infoview/mine.infoview in your home folder. With --public
    nothing a visitor types is kept here: each can save a copy on their own machine.

    Example:  infoview app
    """
    if public and logbook:
        raise InputError(
            "With --public each visitor has a logbook of their own, so none can be named.", "logbook"
        )
    if not (public or token or is_loopback(ip)):
        raise InputError(
            f"At {ip} others could read your logbook. Add --public to give each visitor one of their own, "
            "or --token with a secret to keep yours for those who know it.",
            "ip",
        )
    use_logbook(logbook, public=public)
    leave_out_what_is_slow()
    from workbook.serving.app import serve  # noqa: PLC0415 - brings all of Jupyter

    serve(ip=ip, port=port, token=token, browser=not no_browser, verbose=verbose)
    settle_logbook()


@click.command(short_help="Open the notebooks in JupyterLab.")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen at; 0 takes any free one.")
@click.option("--no-browser", is_flag=True, help="Do not open the page, only print its address.")
def lab(folder: Path | None, port: int | None, *, no_browser: bool) -> None:
    """Open the notebooks in JupyterLab, in a folder of your own.

    They are copied to FOLDER, or else to infoview/notebooks in your home folder. What you changed there
    stays as it is; a newer version of a notebook is put beside yours.

    Example:  infoview lab
    """
    use_logbook(None, public=False)
    leave_out_what_is_slow()
    from workbook.serving.lab import serve  # noqa: PLC0415 - brings all of Jupyter

    serve(folder, port=port, browser=not no_browser)
    settle_logbook()


def leave_out_what_is_slow() -> None:
    """Spare Jupyter a grammar of international addresses: half of its start, and nothing asks for it.

    The grammar is jsonschema's, which does without where the package is not there.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def use_logbook(logbook: Path | None, *, public: bool) -> None:
    """Tell the kernels, by their environment, where the logbook is: in one file, or in memory only.

    Raises:
        LogbookError: There is something at that place which is no usable logbook.
    """
    if public:
        os.environ["INFOVIEW_PUBLIC"] = "1"
        os.environ.pop("INFOVIEW_LOGBOOK", None)
        return
    os.environ.pop("INFOVIEW_PUBLIC", None)
    place = (logbook or default_logbook()).expanduser().absolute()
    if place.exists():
        open_file(place).close()
    os.environ["INFOVIEW_LOGBOOK"] = str(place)


def settle_logbook() -> None:
    """Leave one whole file behind, now that the kernels are gone: one may have been killed amid a change.

    What cannot be settled now, as another program has the file, is settled when it is next opened.
    """
    place = os.environ.get("INFOVIEW_LOGBOOK")
    if place and Path(place).exists():
        with suppress(LogbookError):
            open_file(place).close()
