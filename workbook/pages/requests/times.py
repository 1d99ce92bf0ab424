"""Write the request: how long, when by their clock, and something smaller, as sentences to add to the ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from infoview.dates.offered_times import Stretch, in_words, offered, unkind
from infoview.dates.typed import day_from
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.workflow.clocks import move_my_clock, move_their_clock, said_of
from infoview.workflow.requests import request_for, write_request
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.markup import html, prose
from workbook.pages.fields import (
    fields,
    forget_typed,
    form,
    keep_typed,
    page_words,
    typed_so_far,
    unfinished,
)
from workbook.pages.page import box, show_if
from workbook.session import Session

ROWS = (1, 2)
"""How many times can be offered: two are a choice, more are a puzzle."""


class Times:
    """A small form that opens on demand; what it says is added to the person's own words."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.times")
        self._open = False
        self.opener = Actions(session.guard, [], self._act)
        self.form = form(session, self._fields(), self._change, self._words["legend"])
        self.said = prose(html(""))
        self.actions = Actions(session.guard, [Action("add", self._words["add"])], self._act)
        self.inside = box([self.form, self.said, self.actions], "iv-inside")
        self.view = box([self.opener, self.inside])

    def draw(self, contact: Contact) -> None:
        """Show what is offered so far, as it will read."""
        self.opener.change_actions([Action("open", self._words["close" if self._open else "open"])])
        show_if(self.inside, self._open)
        if not self._open:
            return
        typed = self._typed(contact)
        zones = {"theirs": said_of(contact), "mine": said_of(self._session.logbook.profile)}
        only = [Action("only", self._words["add_only"])] if self._session.logbook.profile.only_when else []
        self.actions.change_actions([Action("add", self._words["add"]), *only])
        self.form.show(unfinished(contact.id, "times", 0), typed | zones)
        said = self._sentences(contact, self._whole(contact, typed), typed)
        early = any(unkind(stretch, *self._zones(contact)) for stretch in self._whole(contact, typed))
        self.said.value = html(
            "<p>{said}</p>{warning}",
            said=said or self._words["nothing"],
            warning=html('<p class="iv-note">{text}</p>', text=self._words["unkind"]) if early else "",
        )

    def _fields(self) -> list[Field]:
        """How long and something smaller; two stretches of time; and where the two clocks are."""
        return fields(
            "requests.times",
            {key: [("", self._words["none"]), *self._words[key].items()] for key in ("minutes", "smaller")},
        )

    def _typed(self, contact: Contact) -> dict[str, str]:
        return typed_so_far(self._session.logbook, unfinished(contact.id, "times", 0))

    def _zones(self, contact: Contact) -> tuple[str, str]:
        return self._session.logbook.profile.time_zone, contact.time_zone

    def _stretches(
        self, typed: Mapping[str, str], rows: Sequence[int] = ROWS
    ) -> Iterator[tuple[int, Stretch]]:
        """Read the stretches that have a day, each with its row.

        Raises:
            InputError: A day is none, or only half typed.
        """
        for row in rows:
            day = day_from(typed.get(f"on_{row}"), f"on_{row}")
            if day:
                yield row, Stretch(day, typed.get(f"begins_{row}", ""), typed.get(f"ends_{row}", ""))

    def _whole(self, contact: Contact, typed: Mapping[str, str]) -> list[Stretch]:
        """Keep the stretches that can be said already; the others are still being typed."""
        found: list[Stretch] = []
        for row in ROWS:
            try:
                stretches = list(self._stretches(typed, [row]))
                for _, stretch in stretches:
                    in_words(stretch, *self._zones(contact))
            except InputError:
                continue
            found.extend(stretch for _, stretch in stretches)
        return found

    def _sentences(self, contact: Contact, stretches: list[Stretch], typed: Mapping[str, str]) -> str:
        return offered(typed.get("minutes", ""), stretches, typed.get("smaller", ""), *self._zones(contact))

    def _change(self, record: str, key: str, value: object) -> None:
        contact = self._session.here.contact
        if key not in {"theirs", "mine"}:
            self._session.change(lambda logbook: keep_typed(logbook, record, key, value))
            return
        if contact and key == "theirs":
            self._session.change_and_tell(lambda logbook: move_their_clock(logbook, contact.id, str(value)))
        else:
            self._session.change_and_tell(lambda logbook: move_my_clock(logbook, str(value)))

    def _act(self, key: str) -> None:
        contact = self._session.here.contact
        if key == "add" and contact:
            with self.form.refusals():
                text = self._text(contact)
            self._session.change(lambda logbook: self._add(logbook, contact, text))
            self._session.say(self._words["added"])
        elif key == "only" and contact:
            only = self._session.logbook.profile.only_when.strip().rstrip(".")
            said = self._words["only"].format(only=only)
            self._session.change(lambda logbook: self._add(logbook, contact, said))
            self._session.say(self._words["added"])
        self._open = key == "open" and not self._open
        self._session.redraw()

    def _text(self, contact: Contact) -> str:
        """Put everything typed into sentences.

        Raises:
            InputError: Nothing was chosen, or a stretch of time is none; the field says so.
        """
        typed, stretches = self._typed(contact), []
        for row, stretch in self._stretches(typed):
            try:
                in_words(stretch, *self._zones(contact))
            except InputError as error:
                raise InputError(str(error), f"begins_{row}") from None
            stretches.append(stretch)
        said = self._sentences(contact, stretches, typed)
        if not said:
            raise InputError(self._words["nothing"], "minutes")
        return said

    def _add(self, logbook: Logbook, contact: Contact, text: str) -> None:
        request = request_for(logbook, contact.id)
        ask = request.ask.strip() if request else ""
        write_request(logbook, contact.id, "ask", f"{ask} {text}".strip())
        forget_typed(logbook, unfinished(contact.id, "times", 0))
