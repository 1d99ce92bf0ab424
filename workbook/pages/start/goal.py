"""Start: how many new people a month."""

from __future__ import annotations

from infoview.progress.goal import change_goal, change_tempo
from infoview.text.plurals import number_in_words
from workbook.markup import html, prose
from workbook.pages.fields import fields, form, page_words
from workbook.pages.page import box
from workbook.session import Session


class Goal:
    """How many new people a month."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("start.goal")
        options = {"searching": [(key, self._words["options"][key]) for key in ("no", "yes")]}
        self.form = form(session, fields("start.goal", options), self._change, self._words["legend"])
        self.sentence = prose(html(""), "iv-note")
        self.view = box([self.form, self.sentence])

    def draw(self) -> None:
        """Show the goal, and say it in a sentence."""
        goal = self._session.logbook.goal
        self.form.show("goal", {"searching": "yes" if goal.searching else "no", "per_month": goal.per_month})
        said = number_in_words(self._words["sentence"], goal.per_month)
        self.sentence.value = html("<p>{said}</p>", said=said)

    def _change(self, _record: str, key: str, value: object) -> None:
        if key == "searching":
            self._session.change(lambda logbook: change_tempo(logbook, searching=value == "yes"))
        else:
            self._session.change(lambda logbook: change_goal(logbook, value))
