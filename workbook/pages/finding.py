"""Find contacts, further: names from memory, entries that are one, the way in, and whom to ask first."""

from __future__ import annotations

from collections.abc import Sequence

from infoview.asking_order import USUAL, asking_order, weights
from infoview.contacts import Circle, Contact
from infoview.day_words import full_date
from infoview.joining import Double, differing, doubles, join, join_certain, keep_apart, part
from infoview.logbook import Logbook
from infoview.standing import ContactStatus, standings
from infoview.ways_in import Way, led_to, ways_in
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.markup import Html, html, prose
from workbook.pages.fields import forget_typed, form, keep_typed, page_words, typed_so_far
from workbook.pages.page import box, show_if
from workbook.session import Session

ASKED_ABOUT = ("family_friends", "alumni", "conference", "in_passing", "linkedin")
PROMPTS = 3
SHOWN = 10
"""How many of an order, or of pairs, are shown at once."""


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
        typed = typed_so_far(self._session.logbook, f"ideas-{circle}")
        self.form.show("ideas", {"circle": circle, **typed})

    def _circle(self) -> str:
        kept = self._session.logbook.recall("ideas.circle")
        return kept if kept in ASKED_ABOUT else ASKED_ABOUT[0]

    def _fields(self, circle: str) -> list[Field]:
        circles = page_words("contacts.circles")
        options = [(name, circles[name]) for name in ASKED_ABOUT]
        return [
            Field("circle", self._words["circle"], kind="choice", options=options),
            *(
                Field(f"name{number}", self._words["prompts"][circle][number - 1], hint=self._words["hint"])
                for number in range(1, PROMPTS + 1)
            ),
        ]

    def _change(self, _record: str, key: str, value: object) -> None:
        record = "ideas" if key == "circle" else f"ideas-{self._circle()}"
        self._session.change(lambda logbook: keep_typed(logbook, record, key, value))

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
        said = self._words["added_one" if len(found) == 1 else "added"]
        self._session.say(said.format(number=len(found), names=", ".join(one.name for one in found)))


class Twice:
    """Contacts who may be one person, side by side, one pair at a time; and the way back."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.twice")
        self._chosen: dict[str, str] = {}
        self.pair = prose(html(""))
        self.form = form(session, [], self._choose, self._words["legend"])
        self.actions = Actions(session.guard, [], self._act)
        self.view = box([self.pair, self.form, self.actions])

    def draw(self) -> None:
        """Show the first pair, and the last joining that can be undone."""
        pairs = doubles(self._session.logbook)
        last = self._session.logbook.joined.find()[-1:]
        offered = []
        show_if(self.form, bool(pairs))
        self.pair.value = html("<p>{said}</p>", said=self._words["none"])
        if pairs:
            self._show(pairs[0], len(pairs))
            offered = [
                Action("join", self._words["join"], primary=True),
                Action("apart", self._words["apart"]),
            ]
        if last:
            offered.append(Action("undo", self._words["undo"].format(name=last[0].name)))
        self.actions.change_actions(offered)
        show_if(self.actions, bool(offered))

    def _show(self, double: Double, number: int) -> None:
        differ = differing(double)
        labels = self._words["fields"]
        record = f"pair-{double.one.id}-{double.other.id}"
        if record != self.form.record:
            self._chosen = {}
        self.pair.value = html(
            "<p><strong>{sure}</strong> {reason} {number}</p>"
            "<table><thead><tr><td></td><th>{one}</th><th>{other}</th></tr></thead>"
            "<tbody>{rows}</tbody></table>",
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
        if key == "undo":
            last = session.logbook.joined.find()[-1]
            session.change(lambda logbook: part(logbook, last))
            session.say(self._words["undone"].format(name=last.name))
            return
        one_id, other_id = (int(number) for number in self.form.record.split("-")[1:])
        if key == "apart":
            session.change(lambda logbook: keep_apart(logbook, one_id, other_id))
            session.say(self._words["kept_apart"])
            return
        taken = frozenset(name for name, side in self._chosen.items() if side == "other")
        made = session.change(lambda logbook: join(logbook, one_id, other_id, today, taken))
        if session.contact is None:
            session.choose(made.id)
        session.say(self._words["joined"].format(name=made.name))


def join_and_say(session: Session) -> None:
    """Make contacts one of whom it is certain, and say so."""
    today = session.today
    if any(one.confidence == "certain" for one in doubles(session.logbook)):
        joined = session.change(lambda logbook: join_certain(logbook, today))
        names = ", ".join(one.name for one in joined)
        session.say(page_words("contacts.twice")["joined_itself"].format(names=names))


class WayIn:
    """Who can introduce me to someone, and who led to whom so far."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.way")
        self.form = form(session, [], self._change)
        self.ways = prose(html(""))
        self.view = box([self.form, self.ways])

    def draw(self) -> None:
        """Show the ways to the person chosen, and the picture."""
        logbook = self._session.logbook
        declined = {
            number for number, status in standings(logbook).items() if status is ContactStatus.DECLINED
        }
        people = [one for one in logbook.contacts.find(order="name") if one.id not in declined]
        options = [("", self._words["nobody"]), *((str(one.id), one.name) for one in people)]
        self.form.change_fields([Field("target", self._words["target"], kind="choice", options=options)])
        kept = logbook.recall("way.target")
        target = logbook.contacts.first(id=int(kept)) if kept.isdigit() else None
        self.form.show("way", {"target": str(target.id) if target else ""})
        self.ways.value = html(
            "{ways}{picture}",
            ways=self._ways(target, ways_in(logbook, target)) if target else "",
            picture=self._picture(led_to(logbook)),
        )

    def _change(self, _record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, "way", key, value))

    def _ways(self, target: Contact, ways: Sequence[Way]) -> Html:
        if not ways:
            return html("<p>{said}</p>", said=self._words["none"].format(name=target.name))
        return html("<ol>{items}</ol>", items=[self._way(way) for way in ways[:SHOWN]])

    def _way(self, way: Way) -> Html:
        if way.last_spoken:
            spoken = self._words["spoken"].format(day=full_date(way.last_spoken))
        else:
            spoken = self._words["close" if way.spoken else "never"]
        return html(
            "<li><strong>{name}</strong>: {reasons} {spoken}</li>",
            name=way.name,
            reasons=" ".join(way.reasons),
            spoken=spoken,
        )

    def _picture(self, pairs: Sequence[tuple[Contact, Contact]]) -> Html:
        """Draw who led to whom, each pair a line of its own, with the same said in a list."""
        if not pairs:
            return html("")
        lines = [
            html(
                '<g transform="translate(0 {top})"><text x="4" y="18">{one}</text>'
                '<path d="M215 13 H252 M246 8 L252 13 L246 18"></path>'
                '<text x="262" y="18">{other}</text></g>',
                top=str(28 * place),
                one=one.name[:28],
                other=other.name[:28],
            )
            for place, (one, other) in enumerate(pairs[-SHOWN:])
        ]
        return html(
            '<h3>{title}</h3><svg class="iv-led" role="img" viewBox="0 0 480 {height}">'
            "<title>{title}</title>{lines}</svg>"
            '<details class="iv-help"><summary>{twin}</summary><ul>{items}</ul></details>',
            title=self._words["picture"],
            height=str(28 * len(lines) + 4),
            lines=lines,
            twin=self._words["twin"],
            items=[
                html("<li>{said}</li>", said=self._words["led"].format(one=one.name, other=other.name))
                for one, other in pairs
            ],
        )


class Order:
    """Whom to ask first, with the reasons, and what may count how much."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.order")
        self.list = prose(html(""))
        self.form = form(session, self._fields(), self._change, self._words["legend"])
        self.view = box([self.list, self.form])

    def draw(self) -> None:
        """Show the order."""
        logbook = self._session.logbook
        self.form.show("order", weights(logbook))
        turns = asking_order(logbook)
        if not turns:
            self.list.value = html("<p>{said}</p>", said=self._words["nobody"])
            return
        self.list.value = html(
            "<ol>{items}</ol>",
            items=[
                html(
                    "<li><strong>{name}</strong> {reasons}</li>",
                    name=turn.contact.name,
                    reasons=" ".join(turn.reasons),
                )
                for turn in turns[:SHOWN]
            ],
        )

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
