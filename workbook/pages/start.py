"""Start: who is asking, their goal, and where their logbook is kept."""

from __future__ import annotations

import ipywidgets

from infoview import dates
from infoview.content import words
from infoview.errors import InputError
from infoview.goals import EXPLORING_PER_MONTH, SEARCHING_PER_MONTH
from infoview.zones import zone_from
from workbook.components.takeout import Download, Takeout
from workbook.components.upload import Upload
from workbook.markup import html, prose
from workbook.pages.fields import fields, form, page_words
from workbook.pages.page import box
from workbook.session import Session

MOST_PER_MONTH = 30


class Welcome:
    """What an informational interview is and is not: words only."""

    def __init__(self, session: Session) -> None:
        del session
        self.view: ipywidgets.Widget = box([])

    def draw(self) -> None:
        """Nothing changes here."""


class AboutYou:
    """The profile."""

    def __init__(self, session: Session) -> None:
        self._session = session
        legend = page_words("start.profile")["legend"]
        self.form = form(session, fields("start.profile"), self._change, legend)
        self.view = box([self.form])

    def draw(self) -> None:
        """Show the profile."""
        profile = self._session.logbook.profile
        self.form.show(
            "profile", {field["key"]: getattr(profile, field["key"]) for field in self.form.fields}
        )

    def _change(self, _record: str, key: str, value: object) -> None:
        stored = zone_from(str(value)) if key == "time_zone" else value
        self._session.change(lambda logbook: logbook.change_profile(**{key: stored}))


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


class YourCopy:
    """The logbook as one file: out and in again."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("start.copy")
        self._memory = "" if session.logbook.place else "_memory"
        self.takeout = Takeout(session.guard, self._words["label"])
        self.takeout.show([Download("copy", self._words["save"], self._make_copy)])
        hint = self._words[f"open_hint{self._memory}"]
        self.upload = Upload(session.guard, self._words["open"], hint, ".infoview", self._open)
        where = self._words[f"where{self._memory}"].format(place=session.logbook.place)
        self.view = box([prose(html("<p>{where}</p>", where=where), "iv-note"), self.takeout, self.upload])

    def draw(self) -> None:
        """Nothing here depends on what the logbook holds."""

    def _make_copy(self) -> tuple[str, bytes, str]:
        name = f"infoview-{self._session.today.isoformat()}.infoview"
        return name, self._session.logbook.copy(), "application/vnd.sqlite3"

    def _open(self, _name: str, data: bytes) -> None:
        former = self._session.logbook.replace_with(data, dates.now())
        said = words("session")["opened" if former else "opened_memory"]
        self._session.reopen(said.format(former=former.name if former else ""))


ROWS = ((("welcome", Welcome),), (("profile", AboutYou),), (("goal", YourGoal),), (("copy", YourCopy),))
