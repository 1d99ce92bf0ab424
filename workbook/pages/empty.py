"""Empty places: a small drawing, what will stand here one day, and the way to where something is."""

from __future__ import annotations

from functools import cache
from importlib import resources

from workbook.components.actions import Action, Actions
from workbook.markup import Html, html, prose
from workbook.pages.fields import page_words
from workbook.pages.page import box, show_if
from workbook.session import Session


@cache
def drawing(name: str) -> Html:
    """Read one of our own drawings: bench, letter, talk or path; it says nothing to screen readers."""
    return Html((resources.files("workbook") / "drawings" / f"{name}.svg").read_text(encoding="utf-8"))


def empty_html(name: str) -> Html:
    """Say what is missing, with its drawing; the words are those of `empty` in `content/pages/app.toml`."""
    words = page_words("app.empty")[name]
    return html(
        '<div class="iv-nothing-yet">{drawing}'
        '<div><p class="iv-missing">{title}</p><p>{text}</p></div></div>',
        drawing=drawing(words["drawing"]),
        title=words["title"],
        text=words["text"],
    )


class Empty:
    """What stands in a section that has nothing to show yet, with a button that leads on, if there is one."""

    def __init__(self, session: Session, name: str) -> None:
        words = page_words("app.empty")[name]
        self.said = prose(empty_html(name))
        offered = [Action(words["to"], words["go"])] if "to" in words else []
        self.actions = Actions(session.guard, offered, session.here.go)
        show_if(self.actions, bool(offered))
        self.view = box([self.said, self.actions], "iv-nothing-box")
