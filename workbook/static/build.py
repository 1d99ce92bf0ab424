"""The build: a folder with the page, the browser's Python and its library, the same each time it is made."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import shutil
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from infoview.content import language, sentence, words
from infoview.errors import InputError
from workbook.look import text
from workbook.static import fetch

SITE = Path(__file__).with_name("site")
COMPILER = Path(__file__).with_name("compile.mjs")
PAGE = "index.html"
OFFLINE = "sw.js"
PACKAGES = Path(__file__).parents[2]
OWN = ("infoview", "workbook")
LEFT_OUT = ("infoview/cli/", "workbook/serving/", "workbook/notebooks/", "workbook/static/site/")
"""What of our own packages serves no page in the browser."""
UNUSED = ("anywidget/nbextension/", "anywidget/labextension/", "holidays/financial/", "holidays/locale/")
STILL_USED = "holidays/locale/en_US/"
COMPILED = (
    *("infoview/", "workbook/", "ipywidgets/", "anywidget/", "traitlets/", "comm/", "mistune/"),
    "typing_extensions.py",
)
"""What the first page imports: compiled beforehand it starts sooner, and is a little larger."""
ENDINGS_UNUSED = (".so", ".pyi", ".pyc")
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""When every file in the library says it was made, so that two builds are the same."""
LOCK = "pyodide-lock.json"
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "python_stdlib.zip", LOCK)
WASM = "pyodide.asm.wasm"
LIBRARY = "library.zip"
EMPTY_LOCK = {
    "info": {"abi_version": "2026_0", "arch": "wasm32", "platform": "emscripten_5_0_3", "python": "3.14.2"},
    "lockfile_version": 1,
    "packages": {},
}
"""Pyodide's list of further packages: none, for all that is needed lies in the library; no CDN is asked."""


@dataclass(frozen=True, slots=True)
class Built:
    """What was made: the folder, how many files, and all their bytes, which a first visit loads."""

    folder: Path
    files: int
    size: int


def build(folder: Path) -> Built:
    """Make the folder anew, and put it in the place of an earlier one only when it is whole.

    Raises:
        InputError: The folder holds something else, or a package can't be had; nothing was changed.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise InputError(sentence("static.build.not_ours", folder=folder), "folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".infoview-static-", dir=folder.parent) as temporary:
        work, made = Path(temporary), Path(temporary) / "made"
        parts = work / "parts"
        parts.mkdir()
        runtime = unpacked(fetch.pyodide(work), work)
        put_runtime(runtime, parts)
        files = dict([*of_wheels(fetch.wheels(work)), *of_our_own()])
        (parts / LIBRARY).write_bytes(packed(compiled(files, runtime)))
        put_page_parts(parts)
        put_together(parts, made)
        put_in_place(made, folder)
    return measured(folder)


MARK = ".infoview-static"
"""The file by which an earlier build is known; it names the folder in which its parts are."""


def put_in_place(made: Path, folder: Path) -> None:
    """Lay what was made where an earlier build was; whatever else somebody put there stays."""
    folder.mkdir(exist_ok=True)
    mark = folder / MARK
    if mark.exists() and re.fullmatch(r"[0-9a-f]{12}\n", named := mark.read_text(encoding="utf-8")):
        shutil.rmtree(folder / named.strip(), ignore_errors=True)
    for part in sorted(made.iterdir()):
        part.replace(folder / part.name)


def unpacked(archive: Path, work: Path) -> Path:
    """Unpack Pyodide's package, and give it a list of no further packages in place of its own."""
    with tarfile.open(archive) as package:
        package.extractall(work, filter="data")
    runtime = work / "package"
    (runtime / LOCK).write_text(json.dumps(EMPTY_LOCK), encoding="utf-8")
    return runtime


def put_runtime(runtime: Path, parts: Path) -> None:
    """Take what the browser needs of Pyodide; the largest file goes packed, which few web hosts would do."""
    for name in RUNTIME:
        shutil.copyfile(runtime / name, parts / name)
    (parts / f"{WASM}.bin").write_bytes(gzip.compress((runtime / WASM).read_bytes(), 9, mtime=0))


def of_wheels(wheels: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """Read the files of wheels that are of use in the browser."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if is_useful(name):
                    yield name, archive.read(name)


def of_our_own() -> Iterator[tuple[str, bytes]]:
    """Read our own packages, as they are installed or checked out here."""
    for package in OWN:
        for path in (PACKAGES / package).rglob("*"):
            name = path.relative_to(PACKAGES).as_posix()
            if path.is_file() and is_useful(name) and not name.startswith(LEFT_OUT):
                yield name, path.read_bytes()


def is_useful(name: str) -> bool:
    """Tell whether a file of a package is of use in the browser."""
    parts = PurePosixPath(name).parts
    unused = name.startswith(UNUSED) and not name.startswith(STILL_USED)
    if unused or name.endswith((*ENDINGS_UNUSED, "/")):
        return False
    if parts[0].endswith(".data") or {"tests", "__pycache__"} & set(parts):
        return False
    return not parts[0].endswith(".dist-info") or parts[-1] == "METADATA"


def compiled(files: dict[str, bytes], runtime: Path) -> dict[str, bytes]:
    """Compile what the first page imports, by the browser's own Python."""
    sources = {
        name: data for name, data in files.items() if name.startswith(COMPILED) and name.endswith(".py")
    }
    archive = runtime / "compile.zip"
    archive.write_bytes(packed(sources))
    fetch.run_node(COMPILER, runtime, archive)
    with zipfile.ZipFile(archive) as made:
        rest = {name: data for name, data in files.items() if name not in sources}
        return rest | {name: made.read(name) for name in made.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    """Pack files into one archive, in order and without their times."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as into:
        for name, data in sorted(files.items()):
            into.writestr(zipfile.ZipInfo(name, FIRST_DAY), data, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def put_page_parts(parts: Path) -> None:
    """Copy the page's scripts, and its look with the app's own tokens before it."""
    for source in SITE.iterdir():
        if source.suffix == ".js" and source.name != OFFLINE:
            shutil.copyfile(source, parts / source.name)
    (parts / "page.css").write_text(text("theme/tokens.css", "static/site/page.css"), encoding="utf-8")


def put_together(parts: Path, made: Path) -> None:
    """Lay the parts into a folder named after what is in them, so that no browser mixes two builds."""
    version = hashlib.sha256()
    for path in sorted(parts.iterdir()):
        version.update(path.name.encode() + b"\0" + path.read_bytes())
    at = version.hexdigest()[:12]
    made.mkdir()
    parts.rename(made / at)
    said = words("static")["page"]
    total = sum((made / at / name).stat().st_size for name in (f"{WASM}.bin", "python_stdlib.zip", LIBRARY))
    for_scripts = json.dumps({"words": said, "bytes": total}).replace("<", "\\u003c")
    page = (SITE / PAGE).read_text(encoding="utf-8")
    for name, value in {
        **{name: escape(value) for name, value in said.items()},
        "at": at,
        "language": language(),
        "words": for_scripts,
    }.items():
        page = page.replace(f"{{{name}}}", value)
    (made / PAGE).write_text(page, encoding="utf-8")
    kept = ["./", *sorted(f"{at}/{path.name}" for path in (made / at).iterdir())]
    keeper = (SITE / OFFLINE).read_text(encoding="utf-8")
    keeper = keeper.replace("{at}", at).replace("{files}", '", "'.join(kept))
    (made / OFFLINE).write_text(keeper, encoding="utf-8")
    (made / MARK).write_text(f"{at}\n", encoding="utf-8")
    (made / ".nojekyll").touch()


def measured(folder: Path) -> Built:
    """Weigh a folder that was made."""
    sizes = {path: path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    return Built(folder, len(sizes), sum(sizes.values()))
