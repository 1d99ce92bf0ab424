"""Find contacts: who can introduce me, and who led to whom."""

from __future__ import annotations

from collections.abc import Sequence

from infoview.contacts.introducers import Way, can_be_reached, led_to, ways_in, ways_into
from infoview.contacts.listing import organizations
from infoview.contacts.status import standings
from infoview.dates.day_words import full_date
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUpKind
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.markup import Html, html, prose
from workbook.pages.fields import form, keep_typed, page_words, unfinished
from workbook.pages.message import choose_letter
from workbook.pages.page import box, show_if
from workbook.pages.picker import names_offered
from workbook.session import Session

SHOWN = 10
"""How many of an order, or of pairs, are shown at once."""


class Introducers:
    """Who can introduce me to someone, and who led to whom so far."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.introducers")
        self.form = form(session, [], self._change)
        self.ways = prose(html(""))
        self.ask = Actions(session.guard, [], self._ask)
        self.picture = prose(html(""))
        self.view = box([self.form, self.ways, self.ask, self.picture])

    def draw(self) -> None:
        """Show the ways to the person chosen, and the picture."""
        logbook = self._session.logbook
        standing = standings(logbook)
        people = [
            contact
            for contact in logbook.contacts.find()
            if can_be_reached(standing[contact.id]) and not contact.apart
        ]
        offered = organizations(logbook.contacts.find())
        key = logbook.recall("way.place")
        place = offered.get(key, "")
        target = Contact("", place) if place else self._target(people)
        nobody = [] if target else [("", self._words["nobody"])]
        options = [*nobody, *names_offered(people, target.id if target else 0)]
        places = [("", self._words["no_place"]), *offered.items()]
        self.form.change_fields(
            [
                Field("target", self._words["target"], "choice", options=options, width="half"),
                Field("place", self._words["place"], "choice", options=places, width="half"),
            ]
        )
        self.form.show(
            "way", {"target": str(target.id) if target and target.id else "", "place": key if place else ""}
        )
        ways: Sequence[Way] = ways_in(logbook, target) if target else []
        if place:
            ways = ways_into(logbook, place)
        self.ways.value = self._ways(target, ways) if target else html("")
        next_steps = self._offers(target, ways) if target else []
        self.ask.change_actions(next_steps)
        show_if(self.ask, bool(next_steps))
        self.picture.value = self._picture(led_to(logbook))

    def _target(self, people: Sequence[Contact]) -> Contact | None:
        """Whom the person chose here, else whom they are working on."""
        kept = self._session.logbook.recall("way.target")
        chosen = self._session.here.contact
        number = int(kept) if kept.isdigit() else chosen.id if chosen else 0
        return next((person for person in people if person.id == number), None)

    def _change(self, _record: str, key: str, value: object) -> None:
        other = {"target": "place", "place": "target"}[key]

        def step(logbook: Logbook) -> None:
            keep_typed(logbook, "way", key, value)
            keep_typed(logbook, "way", other, "")

        self._session.change(step)

    def _offers(self, target: Contact, ways: Sequence[Way]) -> list[Action]:
        """The next step: a word to the first I have talked with, else a request out of the blue."""
        if not target.id:
            return []
        first = next((way for way in ways if way.contact_id and (way.spoken or way.last_spoken)), None)
        if first:
            return [Action(f"{first.contact_id}", self._words["ask"].format(name=first.name), primary=True)]
        return [Action("", self._words["write"].format(name=target.name), primary=True)]

    def _ask(self, introducer_id: str) -> None:
        """Go on to the note to the one in the middle, or to the request itself."""
        target = self._target(self._session.logbook.contacts.find())
        if target is None:
            return
        self._session.here.choose(target.id)
        if introducer_id:
            record = unfinished(target.id, "beside", 0)
            choose_letter(self._session, target.id, FollowUpKind.INTRODUCTION)
            self._session.change(lambda logbook: keep_typed(logbook, record, "through", introducer_id))
        self._session.here.go("requests.other_messages" if introducer_id else "requests.write")

    def _ways(self, target: Contact, ways: Sequence[Way]) -> Html:
        if not ways:
            name = target.name or target.organization
            return html("<p>{said}</p>", said=self._words["none"].format(name=name))
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
