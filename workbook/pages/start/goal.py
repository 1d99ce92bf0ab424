"""Start: how many new people a month."""

from __future__ import annotations

from infoview.errors import InputError
from infoview.records.goals import EXPLORING_PER_MONTH, SEARCHING_PER_MONTH
from workbook.markup import html, prose
from workbook.pages.fields import fields, form, page_words
from workbook.pages.page import box
from workbook.session import Session

MOST_PER_MONTH = 30


class YourGoal:
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
        said = self._words["sentence_one" if goal.per_month == 1 else "sentence"].format(
            number=goal.per_month
        )
        self.sentence.value = html("<p>{said}</p>", said=said)

    def _change(self, _record: str, key: str, value: object) -> None:
        if key == "searching":
            self._change_tempo(searching=value == "yes")
            return
        text = str(value).strip()
        if not text.isdecimal() or not 1 <= int(text) <= MOST_PER_MONTH:
            raise InputError(self._words["not_a_number"], key)
        self._session.change(lambda logbook: logbook.change_goal(per_month=int(text)))

    def _change_tempo(self, *, searching: bool) -> None:
        """Change the tempo, and the number with it as long as it was the one usual before."""
        usual = {False: EXPLORING_PER_MONTH, True: SEARCHING_PER_MONTH}
        goal = self._session.logbook.goal
        number = usual[searching] if goal.per_month == usual[goal.searching] else goal.per_month
        self._session.change(lambda logbook: logbook.change_goal(searching=searching, per_month=number))
