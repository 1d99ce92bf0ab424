"""The commands `infoview app` and `infoview lab`: arguments in, a server out.

Jupyter is imported when a server is really started, so that help and refusals come at once.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import click

from infoview.content import sentence, use_own_words
from infoview.errors import InputError, LogbookError
from infoview.logbook import open_file
from infoview.logbook.place import default_logbook
from infoview.questions.bank import bank
from workbook.serving.addresses import is_loopback
from workbook.serving.places import own_key


@click.command
@click.argument("logbook", required=False, type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535))
@click.option("--no-browser", is_flag=True)
@click.option("--public", is_flag=True)
@click.option("--room", type=click.IntRange(1))
@click.option("--ip", default="localhost", show_default=True)
@click.option("--name", default="")
@click.option("--base-url", default="/", show_default=True)
@click.option("--certfile", type=click.Path(path_type=Path))
@click.option("--keyfile", type=click.Path(path_type=Path))
@click.option("--token", default="", envvar="INFOVIEW_TOKEN")
@click.option("--workshop", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--verbose", is_flag=True)
def app(
    logbook: Path | None,
    port: int | None,
    room: int | None,
    ip: str,
    name: str,
    base_url: str,
    certfile: Path | None,
    keyfile: Path | None,
    token: str,
    workshop: Path | None,
    *,
    no_browser: bool,
    public: bool,
    verbose: bool,
) -> None:
    """Serve the guided app and open it in the person's browser."""
    if public and logbook:
        raise InputError(sentence("serving.public_file"), "logbook")
    if room and not public:
        raise InputError(sentence("serving.room_at_home"), "room")
    if not (public or token or is_loopback(ip)):
        raise InputError(sentence("serving.open_to_others", ip=ip), "ip")
    if workshop:
        use_own_words(workshop)
        bank()
    place = use_logbook(logbook, public=public)
    leave_out_what_is_slow()
    from workbook.serving.app import serve  # noqa: PLC0415 - brings all of Jupyter
    from workbook.serving.front import Front  # noqa: PLC0415 - likewise
    from workbook.serving.room import allow_more_files, size_for_this_machine  # noqa: PLC0415 - likewise

    files = allow_more_files() if public else None
    places = (room or size_for_this_machine(files)) if public else 0
    key = own_key(place) if place and not token else ""
    front = Front(name, base_url, certfile, keyfile)
    serve(
        ip=ip,
        port=port,
        token=token,
        key=key,
        front=front,
        browser=not no_browser,
        room=places,
        verbose=verbose,
    )
    settle_logbook()


@click.command
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535))
@click.option("--no-browser", is_flag=True)
def lab(folder: Path | None, port: int | None, *, no_browser: bool) -> None:
    """Open the notebooks in JupyterLab, in a folder of the person's own."""
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


def use_logbook(logbook: Path | None, *, public: bool) -> Path | None:
    """Tell the kernels, by their environment, where the logbook is: in one file, or in memory only.

    Returns:
        The file, or None for memory.

    Raises:
        LogbookError: There is something at that place which is no usable logbook.
    """
    if public:
        os.environ["INFOVIEW_PUBLIC"] = "1"
        os.environ.pop("INFOVIEW_LOGBOOK", None)
        return None
    os.environ.pop("INFOVIEW_PUBLIC", None)
    place = (logbook or default_logbook()).expanduser().absolute()
    if place.exists():
        open_file(place).close()
    os.environ["INFOVIEW_LOGBOOK"] = str(place)
    return place


def settle_logbook() -> None:
    """Leave one whole file behind, now that the kernels are gone: one may have been killed amid a change.

    What cannot be settled now, as another program has the file, is settled when it is next opened.
    """
    place = os.environ.get("INFOVIEW_LOGBOOK")
    if place and Path(place).exists():
        with suppress(LogbookError):
            open_file(place).close()
