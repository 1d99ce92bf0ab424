"""Find contacts: entries that may be one person."""

from __future__ import annotations

from infoview.contacts.merging import (
    Double,
    differing,
    doubles,
    is_safe,
    join,
    join_certain,
    keep_apart,
    part,
)
from infoview.records.contacts import Contact
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.markup import html, prose
from workbook.pages.fields import form, number_of, page_words
from workbook.pages.page import box, show_if
from workbook.session import Session

MOST_UNDONE = 8
"""How many joinings are offered to be undone at a time, the latest of them; earlier ones come up after."""


class Duplicates:
    """Contacts who may be one person, side by side, one pair at a time; and the way back for each."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.duplicates")
        self._chosen: dict[str, str] = {}
        self._compared: object = None
        self._found: tuple[Double, ...] = ()
        self.pair = prose(html(""))
        self.form = form(session, [], self._choose, self._words["legend"])
        self.actions = Actions(session.guard, [], self._act)
        self.view = box([self.pair, self.form, self.actions])

    def draw(self) -> None:
        """Show the first pair, and the joinings that can be undone."""
        pairs = self._doubles()
        joined = self._session.logbook.joined.find()
        offered = []
        show_if(self.form, bool(pairs))
        self.pair.value = html("<p>{said}</p>", said=self._words["none"])
        if pairs:
            self._show(pairs[0], len(pairs))
            offered = [
                Action("join", self._words["join"], primary=True),
                Action("apart", self._words["apart"]),
            ]
        offered += [
            Action(f"undo-{joining.id}", self._words["undo"].format(name=joining.name))
            for joining in reversed(joined[-MOST_UNDONE:])
        ]
        self.actions.change_actions(offered)
        show_if(self.actions, bool(offered))

    def _doubles(self) -> tuple[Double, ...]:
        """Compare everybody with everybody, once for as long as they stay as they are."""
        logbook = self._session.logbook
        compared = (logbook.contacts.find(), logbook.kept_apart.find())
        if compared != self._compared:
            self._compared, self._found = compared, doubles(logbook)
        return self._found

    def _show(self, double: Double, number: int) -> None:
        differ = differing(double)
        labels = self._words["fields"]
        record = f"pair-{double.one.id}-{double.other.id}"
        if record != self.form.record:
            self._chosen = {}
        self.pair.value = html(
            "<p><strong>{sure}</strong> {reason} {number}</p>"
            '<table class="iv-matrix iv-pair">'
            "<thead><tr><td></td><th>{one}</th><th>{other}</th></tr></thead>"
            "<tbody>{rows}</tbody></table>{title}",
            title=html("<h3>{said}</h3>", said=self._words["legend"]) if differ else "",
            sure=self._words["confidence"][double.confidence.value],
            reason=double.reason,
            number=self._words["number"].format(number=number),
            one=self._words["first"],
            other=self._words["second"],
            rows=[
                html(
                    '<tr><th scope="row">{label}</th><td>{one}</td><td>{other}</td></tr>',
                    label=labels[name],
                    one=getattr(double.one, name),
                    other=getattr(double.other, name),
                )
                for name in labels
                if name != "circle" and (getattr(double.one, name) or getattr(double.other, name))
            ],
        )
        circles = page_words("contacts.circles")
        self.form.change_fields(
            [
                Field(
                    name,
                    labels[name],
                    kind="radios",
                    options=[
                        (side, circles.get(getattr(one, name), getattr(one, name)))
                        for side, one in (("one", double.one), ("other", double.other))
                    ],
                )
                for name in differ
            ]
        )
        self.form.show(record, {name: self._chosen.get(name, "one") for name in differ})
        show_if(self.form, bool(differ))

    def _choose(self, _record: str, key: str, value: object) -> None:
        self._chosen[key] = str(value)

    def _act(self, key: str) -> None:
        session, today = self._session, self._session.today
        if key.startswith("undo-"):
            joined = session.logbook.joined.get(number_of(key))
            session.change(lambda logbook: part(logbook, joined))
            session.say(self._words["undone"].format(name=joined.name))
            return
        one_id, other_id = (int(number) for number in self.form.record.split("-")[1:])
        if key == "apart":
            session.change(lambda logbook: keep_apart(logbook, one_id, other_id))
            session.say(self._words["kept_apart"])
            return
        taken = frozenset(name for name, side in self._chosen.items() if side == "other")
        made = session.change(lambda logbook: join(logbook, one_id, other_id, today, taken))
        if session.here.contact is None:
            session.here.choose(made.id)
        session.say(self._words["joined"].format(name=made.name))


def join_and_say(session: Session, contact: Contact) -> None:
    """Make contacts one of whom it is certain, and say so; say where a contact may be there twice."""
    today, said = session.today, page_words("contacts.duplicates")
    pairs = doubles(session.logbook)
    if any(map(is_safe, pairs)):
        joined = session.change(lambda logbook: join_certain(logbook, today))
        session.say(said["joined_itself"].format(names=", ".join(joining.name for joining in joined)))
    elif any(contact.id in {pair.one.id, pair.other.id} for pair in pairs):
        session.say(said["perhaps"].format(name=contact.name))
