"""`infoview binder-link`: where Binder opens an office's copy, and a picture of that for phones."""

from __future__ import annotations

import io
from pathlib import Path
from urllib.parse import quote, urlsplit

import click
import segno

from infoview.content import words
from infoview.errors import InputError
from infoview.exporters.everything import write_files

HUB = "https://mybinder.org"
OPENED = {"app": "voila/render/notebooks/app.ipynb", "notebooks": "lab/tree/notebooks/01-today.ipynb"}
"""What Binder is asked to open, below its own address."""
HOSTS = {"github.com": "gh", "gitlab.com": "gl"}
"""Hosts that Binder knows by two letters; of all others it is told the whole address."""
LEAST = 2  # an owner and a name


@click.command("binder-link")
@click.argument("repository")
@click.option("--ref", default="HEAD", show_default=True)
@click.option("--hub", default=HUB, show_default=True)
@click.option("--svg", type=click.Path(path_type=Path, dir_okay=False))
def binder_link(repository: str, ref: str, hub: str, svg: Path | None) -> None:
    """Print both addresses, the lines for badges, and the app's address as a QR code."""
    said = words("commands")["binder-link"]
    found = {name: address(repository, ref, hub, path) for name, path in OPENED.items()}
    for name, link in found.items():
        click.echo(said[name].format(url=link))
    click.echo(said["badges"])
    badge = f"{hub.rstrip('/')}/badge_logo.svg"
    for name, link in found.items():
        click.echo(f"[![{said['badge'][name]}]({badge})]({link})")
    code = segno.make(found["app"], error="m", micro=False)
    if svg:
        drawn = io.BytesIO()
        code.save(drawn, kind="svg", scale=8, light="#fff")
        write_files(svg.parent, {svg.name: drawn.getvalue()})
        click.echo(said["drawn"].format(file=svg))
        return
    shown = io.StringIO()
    code.terminal(out=shown, border=2, compact=True)
    click.echo(shown.getvalue())


def address(repository: str, ref: str, hub: str, path: str) -> str:
    """Write the address under which a Binder opens a file of a public repository.

    Args:
        repository: The repository's address, as a browser shows it: `https://github.com/office/infoview`.
        ref: A branch, a tag or a commit; `HEAD` is the newest.
        hub: The Binder's own address.
        path: What it opens, such as `lab/tree/notebooks/01-today.ipynb`.

    Raises:
        InputError: One of the addresses is none, or names no repository.
    """
    said = words("commands")["binder-link"]
    host, place = _parts(repository, said["no_address"])
    place = place.strip("/").removesuffix(".git")
    if len(place.split("/")) < LEAST:
        raise InputError(said["no_repository"].format(url=repository), "repository")
    _parts(hub, said["no_hub"])
    kind = HOSTS.get(host, "git")
    named = {"gh": place, "gl": quote(place, safe=""), "git": quote(f"https://{host}/{place}", safe="")}[kind]
    opened = f"?urlpath={quote(path, safe='')}"
    return f"{hub.rstrip('/')}/v2/{kind}/{named}/{quote(ref, safe='')}{opened}"


def _parts(url: str, refusal: str) -> tuple[str, str]:
    """Part a web address into its host and path."""
    try:
        parts = urlsplit(url.strip())
        host = parts.netloc.lower().removeprefix("www.")
    except ValueError:
        host = ""
    if not host or parts.scheme not in {"http", "https"} or "@" in host:
        raise InputError(refusal.format(url=url), "repository")
    return host, parts.path
