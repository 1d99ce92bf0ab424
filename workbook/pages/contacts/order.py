"""Find contacts: whom to ask first."""

from __future__ import annotations

from infoview.contacts.asking_order import USUAL, asking_order, weights
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.markup import html, prose
from workbook.pages.contacts.introducers import SHOWN
from workbook.pages.fields import form, keep_typed, page_words
from workbook.pages.page import box, show_if
from workbook.session import Session

ONE_CLICK = 3
"""How many of the first can be written to from here."""


class Order:
    """Whom to ask first, with the reasons, and what may count how much."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.order")
        self.list = prose(html(""))
        self.form = form(session, self._fields(), self._change, self._words["legend"])
        self.write = Actions(session.guard, [], self._write)
        self.heading = prose(html("<h3>{title}</h3>", title=self._words["legend"]))
        self.view = box([self.heading, self.form, self.list, self.write])

    def draw(self) -> None:
        """Show the order."""
        logbook = self._session.logbook
        self.form.show("order", weights(logbook))
        turns = asking_order(logbook, self._session.today)
        show_if(self.write, bool(turns))
        show_if(self.heading, bool(turns))
        if not turns:
            self.list.value = html("<p>{said}</p>", said=self._words["nobody"])
            return
        self.list.value = html(
            "<ol>{items}</ol>",
            items=[
                html(
                    "<li><strong>{name}</strong>: {reasons}</li>",
                    name=turn.contact.name,
                    reasons=" ".join(turn.reasons),
                )
                for turn in turns[:SHOWN]
            ],
        )
        self.write.change_actions(
            [
                Action(
                    str(turn.contact.id),
                    self._words["write"].format(name=turn.contact.name),
                    turn is turns[0],
                )
                for turn in turns[:ONE_CLICK]
            ]
        )

    def _write(self, contact_id: str) -> None:
        self._session.here.choose(int(contact_id))
        self._session.here.go("requests.write")

    def _fields(self) -> list[Field]:
        much = list(self._words["much"].items())
        return [
            Field(name, self._words["counts"][name], kind="choice", options=much, width="third")
            for name in USUAL
        ]

    def _change(self, _record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, "order", key, value))


def more_about() -> list[Field]:
    """Ask what the order goes by, in the form of an open contact."""
    said = page_words("contacts.order")
    return [
        Field(key, said["about"][key], kind="choice", options=list(said[key].items()), width="third")
        for key in ("interest", "closeness", "turn")
    ]
