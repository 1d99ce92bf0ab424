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
UNUSED = (
    *("anywidget/nbextension/", "anywidget/labextension/", "holidays/financial/", "holidays/locale/"),
    "dateutil/zoneinfo/dateutil-zoneinfo.tar.gz",
)
STILL_USED = "holidays/locale/en_US/"
COMPILED = (
    *("infoview/", "workbook/", "ipywidgets/", "anywidget/", "traitlets/", "comm/", "mistune/"),
    *("psygnal/", "typing_extensions.py"),
)
"""What the first page imports: compiled beforehand it starts sooner."""
UNUSED_STANDARD = (
    *(
        "_pyrepl/",
        "multiprocessing/",
        "unittest/",
        "wsgiref/",
        "xmlrpc/",
        "xml/sax/",
        "antigravity.py",
        "this.py",
    ),
    *("bdb.py", "cProfile.py", "compileall.py", "doctest.py", "modulefinder.py", "pdb.py", "pickletools.py"),
    *("profile.py", "pstats.py", "pyclbr.py", "pydoc.py", "tabnanny.py", "trace.py", "zipapp.py"),
    *("ftplib.py", "imaplib.py", "mailbox.py", "poplib.py", "smtplib.py", "socketserver.py", "wave.py"),
)
"""What of Python's own library is for terminals, servers, mail accounts and those who write programs."""
ENDINGS_UNUSED = (".so", ".pyi", ".pyc")
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""When every file in the library says it was made, so that two builds are the same."""
LOCK = "pyodide-lock.json"
RUNTIME = ("pyodide.mjs", LOCK)
HEAVY = ("pyodide.asm.mjs", "pyodide.asm.wasm")
STANDARD = "python_stdlib.zip"
LIBRARY = "library.zip"
PACKED = ".bin"
"""How the name of a packed file ends: no web host unpacks or packs it on the way."""
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
        put_packed(parts, LIBRARY, archive(compiled(files, runtime, COMPILED)))
        standard = dict(of_the_standard_library(runtime / STANDARD))
        put_packed(parts, STANDARD, archive(compiled(standard, runtime, ("",))))
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
    """Take what the browser needs of Pyodide."""
    for name in RUNTIME:
        shutil.copyfile(runtime / name, parts / name)
    for name in HEAVY:
        put_packed(parts, name, (runtime / name).read_bytes())


def put_packed(parts: Path, name: str, data: bytes) -> None:
    """Put a heavy file packed among the parts, which few web hosts would do; `worker.js` unpacks it."""
    (parts / f"{name}{PACKED}").write_bytes(gzip.compress(data, 9, mtime=0))


def of_wheels(wheels: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """Read the files of wheels that are of use in the browser."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as packed:
            for name in packed.namelist():
                if is_useful(name):
                    yield name, packed.read(name)


def of_the_standard_library(standard: Path) -> Iterator[tuple[str, bytes]]:
    """Read the files of Python's own library that are of use in the browser."""
    with zipfile.ZipFile(standard) as packed:
        for name in packed.namelist():
            if not name.endswith("/") and not name.startswith(UNUSED_STANDARD):
                yield name, packed.read(name)


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


def compiled(files: dict[str, bytes], runtime: Path, which: tuple[str, ...]) -> dict[str, bytes]:
    """Compile the modules whose names begin so, by the browser's own Python, in their sources' place."""
    sources = {name: data for name, data in files.items() if name.startswith(which) and name.endswith(".py")}
    between = runtime / "compile.zip"
    between.write_bytes(archive(sources))
    fetch.run_node(COMPILER, runtime, between)
    with zipfile.ZipFile(between) as made:
        rest = {name: data for name, data in files.items() if name not in sources}
        return rest | {name: made.read(name) for name in made.namelist()}


def archive(files: dict[str, bytes]) -> bytes:
    """Lay files into one archive, in order and without their times; packed as a whole it is smaller."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_STORED) as made:
        for name, data in sorted(files.items()):
            made.writestr(zipfile.ZipInfo(name, FIRST_DAY), data)
    return into.getvalue()


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
    for name in (PAGE, OFFLINE):
        version.update((SITE / name).read_bytes())
    at = version.hexdigest()[:12]
    made.mkdir()
    parts.rename(made / at)
    said = words("static")["page"]
    total = sum(path.stat().st_size for path in (made / at).glob(f"*{PACKED}"))
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
