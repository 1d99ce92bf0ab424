"""Every sentence a person reads stands in `infoview/content/`; the code holds none."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SENTENCE = re.compile(r"^\W{0,2}(?!SELECT)[A-Z{]\S*[^<>]* [^<>]*\w[”\')}]?[.!?:]$", re.DOTALL)
"""How a sentence looks: a capital, some words, and a mark at the end; not HTML, and no pattern or name."""
FAULTS = {"ValueError", "TypeError", "RuntimeError", "KeyError", "AssertionError"}
"""What only a programmer can cause, and only a programmer reads."""
BEFORE_CONTENT = {"infoview/content/__init__.py"}
"""What is said where content itself cannot be read."""


def is_for_programmers(node):
    """Whether a piece of code is documentation, a programmer's fault, or a line of the log."""
    match node:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Raise(exc=ast.Call(func=ast.Name(id=fault))):
            return fault in FAULTS
        case ast.Call(func=ast.Attribute(attr=level)):
            return level in {"debug", "info", "warning", "error"}
    return False


def spoken(node):
    """Go through the texts of a module, with {} for what is filled in."""
    if is_for_programmers(node):
        return
    if isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "{}" for part in node.values]
        yield node.lineno, "".join(parts)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value
    else:
        for child in ast.iter_child_nodes(node):
            yield from spoken(child)


def sentences(source):
    return [(line, text) for line, text in spoken(ast.parse(source)) if SENTENCE.match(text.strip())]


@pytest.mark.parametrize("floor", ["infoview", "workbook"])
def test_no_sentence_for_a_person_stands_in_the_code(floor):
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in sorted((ROOT / floor).rglob("*.py"))
        if str(path.relative_to(ROOT)) not in BEFORE_CONTENT
        for line, text in sentences(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "planted",
    [
        'raise InputError("Type a name first.")',
        'said = f"{name} is there already."',
        'click.echo("Your workbook is open at this address.")',
    ],
)
def test_the_test_finds_a_sentence_that_was_planted(planted):
    assert sentences(planted)
