"""What the folder is made of, brought from the registries: each package as it was pinned, or none at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from infoview.content import sentence
from infoview.errors import InputError

PINS = Path(__file__).with_name("packages.txt")
PYODIDE = "pyodide@314.0.6"
PYODIDE_SHA256 = "d78ac549b28a2a58600cd06f44e017024151775f8c6b2d73fab1475400d38ea2"
"""The browser's Python, 3.14, and the fingerprint of its package on npm."""
WHEELS_FOR = (
    *("--python-version", "3.14", "--implementation", "cp", "--abi", "cp314", "--abi", "none"),
    *("--platform", "any", "--platform", "manylinux_2_17_x86_64"),
)
"""Which wheels pip looks among; which one it takes is told by the pinned fingerprint."""


def wheels(folder: Path) -> list[Path]:
    """Bring the pinned packages into a folder, as wheels.

    Raises:
        InputError: pip is missing, or a package can't be had; the sentence says which.
    """
    if find_spec("pip") is None:
        raise InputError(sentence("static.build.no_pip", python=sys.executable), "folder")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet"]
    which = ["--no-deps", "--only-binary=:all:", "--require-hashes", *WHEELS_FOR, "--requirement", str(PINS)]
    _run([*pip, "download", *which, "--dest", str(folder)], package="packages.txt", registry="PyPI")
    return sorted(folder.glob("*.whl"))


def pyodide(folder: Path) -> Path:
    """Bring Pyodide's package, as npm has it, into a folder.

    Raises:
        InputError: npm is missing, the package can't be had, or is not the pinned one.
    """
    npm = program("npm")
    command = [npm, "pack", "--loglevel=error", "--pack-destination", str(folder), PYODIDE]
    said = _run(command, package=PYODIDE, registry="npm")
    archive = folder / said.split()[-1]
    if hashlib.sha256(archive.read_bytes()).hexdigest() != PYODIDE_SHA256:
        raise InputError(sentence("static.build.spoiled", package=PYODIDE), "folder")
    return archive


def run_node(script: Path, *arguments: Path) -> None:
    """Run a script of ours by node, which npm runs on, too."""
    _run([program("node"), str(script), *map(str, arguments)], package=script.name, registry="node")


def program(name: str) -> str:
    """Find npm or node: beside this Python, where the extra `static` puts them, or on the machine.

    Raises:
        InputError: It is not there.
    """
    beside = str(Path(sys.executable).parent)
    found = shutil.which(name, path=os.pathsep.join([beside, os.environ.get("PATH", "")]))
    if found is None:
        raise InputError(sentence("static.build.no_npm"), "folder")
    return found


def _run(command: list[str], *, package: str, registry: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if done.returncode:
        lines = [line.removeprefix("ERROR: ").strip() for line in done.stderr.splitlines()]
        reason = next((line for line in lines if line and not line.startswith("WARNING")), "?")
        told = sentence("static.build.unreached", package=package, registry=registry, reason=reason)
        raise InputError(told, "folder")
    return done.stdout
