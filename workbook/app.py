"""The app: every step on one page, below the row of steps."""

from __future__ import annotations

import ipywidgets

from infoview.journey import marks
from workbook.chapters import STEPS, chapter
from workbook.components.actions import Action, Actions
from workbook.components.stepper import Stepper
from workbook.markup import html, prose
from workbook.pages.fields import page_words
from workbook.pages.page import box, show_if
from workbook.window import Window


class App:
    """Header, steps, status line, and the step one is at; each page is built when it is first opened."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session
        self._words = page_words("app")
        names = page_words("steps")
        self.stepper = Stepper(self._session.guard, [(step, names[step]) for step in STEPS], self._session.go)
        self.onward = Actions(self._session.guard, [], self._session.go)
        self.stage = box([])
        self._session.on_go(self._arrive)
        self._session.listen(self._draw)
        self.view = box([*self._furniture(), self.stage, self.onward], "iv-app")
        self._arrive(self._session.step if self._session.step in STEPS else STEPS[0])

    def _furniture(self) -> list[ipywidgets.Widget]:
        title = html(
            '<p class="iv-brand"><strong>{title}</strong> <span>{tagline}</span></p>',
            title=self._words["title"],
            tagline=self._words["tagline"],
        )
        parts = [*self._window.furniture, prose(title, "iv-header"), self.stepper, self._window.status]
        if self._session.logbook.place is None:
            parts.append(prose(html("<p>{said}</p>", said=self._words["visitor"]), "iv-note"))
        return parts

    def _arrive(self, step: str) -> None:
        """Show a step: its page is built now if it never was, and drawn if the logbook changed meanwhile."""
        page = self._window.pages[step]
        page.draw()
        if page.view not in self.stage.children:
            self.stage.children = (*self.stage.children, page.view)
        for other in self._window.pages.values():
            if other.built:
                show_if(other.view, other is page)
        self.stepper.current = step
        self.stepper.marks = marks(self._session.logbook)
        self.onward.change_actions(self._ways(step))

    def _ways(self, step: str) -> list[Action]:
        place = STEPS.index(step)
        ways = []
        if place + 1 < len(STEPS):
            onward = STEPS[place + 1]
            ways.append(Action(onward, self._words["next"].format(title=chapter(onward).title), primary=True))
        if place:
            back = STEPS[place - 1]
            ways.append(Action(back, self._words["back"].format(title=chapter(back).title)))
        return ways

    def _draw(self) -> None:
        self._window.pages[self.stepper.current].draw()
        self.stepper.marks = marks(self._session.logbook)
