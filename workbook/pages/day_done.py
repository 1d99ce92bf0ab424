"""The day on which something was done: today, unless an earlier one is given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from infoview.dates.typed import past_day_from
from infoview.logbook import Logbook
from workbook.components.form import Field
from workbook.pages.fields import forget_typed, page_words, typed_form, typed_so_far
from workbook.session import Session

KEY = "done_on"


class DayDone:
    """One box for a day, beside a button that marks something as done.

    Args:
        session: The logbook on screen.
        path: Where its label stands, as `day_done`.
    """

    def __init__(self, session: Session, path: str) -> None:
        words = page_words(path)["day_done"]
        self._session = session
        self.view = typed_form(session, [Field(KEY, words, "date", width="third")])

    def show(self, record: str) -> None:
        """Show the day for a record: what was typed so far, else today."""
        typed = typed_so_far(self._session.logbook, record)
        self.view.show(record, {KEY: typed.get(KEY) or self._session.today})

    def mark(self, step: Callable[[Logbook, date], object]) -> None:
        """Make a change with the day that stands in the box, which is today's afterwards.

        Raises:
            InputError: The day is none, or still to come; its box says so.
        """
        record = self.view.record
        typed = typed_so_far(self._session.logbook, record)
        with self.view.refusals():
            day = past_day_from(typed.get(KEY), KEY, self._session.today)

            def both(logbook: Logbook) -> None:
                step(logbook, day)
                forget_typed(logbook, record)

            self._session.change(both)
