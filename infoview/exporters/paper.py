"""Pages for paper: templates filled with what a logbook holds, every word of it escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from infoview.content import language, words
from infoview.dates.day_words import full_date

if TYPE_CHECKING:
    from jinja2 import Environment


def fill(template: str, *, said: Mapping[str, object] | None = None, **values: object) -> str:
    """Fill one of the templates beside this module, such as `"report"`; it reads its words as `words`.

    The page is whole by itself: its look is in it, and it asks for nothing else. Its words are those of its
    name in `content/exports.toml`, unless others are `said`.
    """
    page = _templates().get_template(f"{template}.html.j2")
    return page.render(
        words=words("exports")[template] if said is None else said,
        named=words("exports"),
        strength=words("progress")["strength"],
        **values,
    )


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - only pages for paper need it

    made = Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"full_date": full_date, "listed": listed, "sentence": _sentence, "takeaway": _takeaway}
    made.globals |= {"style": _read("paper.css"), "language": language()}
    return made


def _read(name: str) -> str:
    return (resources.files(__package__) / "templates" / name).read_text(encoding="utf-8")


def listed(texts: Iterable[object], mark: str = ", ") -> str:
    """Join what is not empty."""
    return mark.join(str(text).strip() for text in texts if text is not None and str(text).strip())


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _takeaway(name: str) -> str:
    return str(words("takeaways")[name]["name"])
