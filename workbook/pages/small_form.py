"""A small form: a few boxes and a button; what is typed is kept until the button makes something of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from infoview.logbook import Logbook
from workbook.components.actions import Action, Actions
from workbook.pages.fields import Options, fields, forget_typed, form, keep_typed, page_words, typed_so_far
from workbook.pages.page import box
from workbook.session import Session

Typed = Mapping[str, str]


class SmallForm:
    """A form for something that is added, over a record that names whom or what it is about.

    Args:
        session: The logbook on screen.
        path: Where its words stand, with a `legend`, a label `add` for its button, and its `fields`.
        add: Makes what was typed a part of the logbook; what it refuses is said at its field, and nothing of
            what was typed is lost. A sentence that it gives back is said.
        options: What its choices offer, by key.
    """

    def __init__(
        self,
        session: Session,
        path: str,
        add: Callable[[Logbook, str, Typed], str | None],
        options: Mapping[str, Options] | None = None,
    ) -> None:
        words = page_words(path)
        self._session, self._add = session, add
        self.form = form(session, fields(path, options), self._type, words["legend"])
        self.actions = Actions(session.guard, [Action("add", words["add"], primary=True)], self._press)
        self.view = box([self.form, self.actions])

    def show(self, record: str, usual: Typed | None = None) -> None:
        """Show what is typed for a record so far; `usual` is what stands there before."""
        self.form.show(record, {**(usual or {}), **self.typed(record)})

    def typed(self, record: str) -> dict[str, str]:
        """Look up what is typed for a record so far, by field."""
        return typed_so_far(self._session.logbook, record)

    def fill(self, record: str, values: Mapping[str, object]) -> None:
        """Put words into the boxes, as if they were typed, and go there."""

        def step(logbook: Logbook) -> None:
            forget_typed(logbook, record)
            for key, value in values.items():
                keep_typed(logbook, record, key, value)

        self._session.change(step)
        self.form.enter()

    def _type(self, record: str, key: str, value: object) -> None:
        kept = "yes" if value is True else value or ""
        self._session.change(lambda logbook: keep_typed(logbook, record, key, kept))

    def _press(self, _key: str) -> None:
        record = self.form.record
        typed = self.typed(record)

        def step(logbook: Logbook) -> str | None:
            forget_typed(logbook, record)
            return self._add(logbook, record, typed)

        with self.form.refusals():
            self._session.change_and_tell(step)
