"""The app: every step on one page, below the row of steps."""

from __future__ import annotations

import ipywidgets

from infoview.next_steps.step_marks import marks
from workbook.chapters import STEPS, chapter
from workbook.components.actions import Action, Actions
from workbook.components.stepper import Stepper
from workbook.markup import html, prose
from workbook.pages.fields import page_words
from workbook.pages.page import box, show_if
from workbook.session import Home
from workbook.window import Window


class App:
    """The head with the steps, the status line, and the place one is at; a page is built when first opened.

    One arrives where the page's address says, and else at what is to be done today.

    Args:
        window: Whose pages it shows.
        asked: The step and part that the address names.
    """

    def __init__(self, window: Window, asked: tuple[str, str] = ("", "")) -> None:
        self._window = window
        self._session = window.session
        self._words = page_words("app")
        steps = [(step, self._words["steps"][step], self._parts(step)) for step in STEPS]
        self.stepper = Stepper(self._session.guard, steps, self._go)
        self.onward = Actions(self._session.guard, [], self._session.here.go)
        self.stage = box([], "iv-stage")
        self._session.here.on_go(self._arrive)
        self._session.listen(self._draw)
        self.view = box([*self._furniture(), self.stage, self.onward], "iv-app")
        left, left_part = self._session.here.left
        if self._first_section(left, left_part):
            self._window.pages[left].part = left_part
        step, part = asked
        self._arrive(step if step in STEPS else STEPS[0], self._first_section(step, part))

    def _furniture(self) -> list[ipywidgets.Widget]:
        parts = [*self._window.furniture, self.stepper, self._window.status]
        if self._session.home is Home.TAB:
            parts.append(prose(html("<p>{said}</p>", said=self._words["visitor"]), "iv-note"))
        return parts

    def _parts(self, step: str) -> list[tuple[str, str]]:
        """The parts of a step with their titles."""
        layout = self._window.pages[step].layout
        if len(layout.parts) == 1:
            return []
        titles = page_words(f"{step}.parts")
        return [(part, titles[part]) for part in layout.parts]

    def _first_section(self, step: str, part: str) -> str:
        """The first section of a part; "" where there is no such part."""
        layout = self._window.pages[step].layout if step in STEPS else None
        return layout.sections(part)[0] if layout and part in layout.parts else ""

    def _go(self, step: str, part: str) -> None:
        """Go where the row of steps leads."""
        self._session.here.go(self._place(step, part) if part else step)

    def _place(self, step: str, part: str) -> str:
        """Name a part by its first section, as places are named."""
        return f"{step}.{self._window.pages[step].layout.sections(part)[0]}"

    def _arrive(self, step: str, section: str) -> None:
        """Show a step, and the part of it with a section; what was never shown is built now."""
        page = self._window.pages[step]
        page.unfold(section)
        page.show(page.part_of(section))
        if page.view not in self.stage.children:
            self.stage.children = (*self.stage.children, page.view)
        for other in self._window.pages.values():
            if other.built:
                show_if(other.view, other is page)
        self._session.here.arrive(page.part)
        self.stepper.arrive(step, page.part)
        self.stepper.marks = marks(self._session.logbook)
        self.onward.change_actions(self._ways(step, page.part))

    def _ways(self, step: str, part: str) -> list[Action]:
        """The ways on and back: to the next part, or to the next step."""
        layouts = {step: self._window.pages[step].layout for step in STEPS}
        places = [(one, name) for one, layout in layouts.items() for name in layout.parts]
        at = places.index((step, part))
        before, after = (
            [(one, name) for one, name in side if name not in layouts[one].aside]
            for side in (places[:at], places[at + 1 :])
        )
        guided = part in layouts[step].guided
        return [self._way("next", step, *place, primary=not guided) for place in after[:1]] + [
            self._way("back", step, *place) for place in before[-1:]
        ]

    def _way(self, direction: str, here: str, step: str, part: str, *, primary: bool = False) -> Action:
        title = dict(self._parts(step))[part] if step == here else chapter(step).title
        label = self._words[direction].format(title=title)
        return Action(self._place(step, part), label, primary=primary)

    def _draw(self) -> None:
        self._window.pages[self.stepper.current].draw()
        self.stepper.marks = marks(self._session.logbook)
