"""Find contacts: names from memory, circle by circle."""

from __future__ import annotations

from infoview.logbook import Logbook
from infoview.records.contacts import Circle, Contact
from infoview.text.plurals import number_in_words
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.pages.fields import forget_typed, form, keep_typed, page_words, typed_so_far
from workbook.pages.page import box
from workbook.session import Session

ASKED_ABOUT = ("family_friends", "alumni", "conference", "in_passing", "linkedin")
PROMPTS = 3


class Ideas:
    """Names from memory, circle by circle; nothing is asked but a name."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.ideas")
        self.form = form(session, self._fields(ASKED_ABOUT[0]), self._change, self._words["legend"])
        self.actions = Actions(session.guard, [Action("add", self._words["add"], primary=True)], self._add)
        self.view = box([self.form, self.actions])

    def draw(self) -> None:
        """Show the prompts of the circle one is at, and the names typed so far."""
        circle = self._circle()
        self.form.change_fields(self._fields(circle))
        record = f"ideas-{circle}"
        self.form.show(record, {"circle": circle, **typed_so_far(self._session.logbook, record)})

    def _circle(self) -> str:
        kept = self._session.logbook.recall("ideas.circle")
        return kept if kept in ASKED_ABOUT else ASKED_ABOUT[0]

    def _fields(self, circle: str) -> list[Field]:
        circles = page_words("contacts.circles")
        options = [(name, circles[name]) for name in ASKED_ABOUT]
        return [
            Field("circle", self._words["circle"], kind="choice", options=options),
            *(
                Field(
                    f"name{number}",
                    self._words["prompts"][circle][number - 1],
                    hint=self._words["hint"] if number == 1 else "",
                    width="half",
                )
                for number in range(1, PROMPTS + 1)
            ),
        ]

    def _change(self, record: str, key: str, value: object) -> None:
        """Keep a name with the circle it was typed for, however late it comes."""
        kept_in = "ideas" if key == "circle" else record
        self._session.change(lambda logbook: keep_typed(logbook, kept_in, key, value))

    def _add(self, _key: str) -> None:
        """Make contacts of every name in every circle."""
        known = {contact.name.casefold() for contact in self._session.logbook.contacts.find()}
        found: list[Contact] = []
        for circle in ASKED_ABOUT:
            for typed in typed_so_far(self._session.logbook, f"ideas-{circle}").values():
                name = " ".join(typed.split())
                if name and name.casefold() not in known:
                    known.add(name.casefold())
                    found.append(Contact(name, circle=Circle(circle), added_on=self._session.today))
        if not found:
            self._session.say(self._words["none"])
            return

        def step(logbook: Logbook) -> None:
            for contact in found:
                logbook.contacts.add(contact)
            for circle in ASKED_ABOUT:
                forget_typed(logbook, f"ideas-{circle}")

        self._session.change(step)
        names = ", ".join(contact.name for contact in found)
        self._session.say(number_in_words(self._words["added"], len(found), names=names))
