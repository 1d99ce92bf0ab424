"""The person picker: whom the requests, questions and debrief pages are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from infoview.contacts.listing import by_name
from infoview.contacts.status import standings, status_name
from infoview.records.contacts import Contact
from infoview.text.names import titled
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.faces import person_line
from workbook.markup import html, prose
from workbook.pages.empty import Empty
from workbook.pages.fields import form, page_words
from workbook.pages.page import box, show_if
from workbook.session import Session

MOST = 200
"""How many people one list can offer before it is no help any more."""
MOST_NAMES = 1000
"""How many names an unordered question offers, such as who introduced someone."""


def names_offered(people: Iterable[Contact], chosen: int = 0) -> list[tuple[str, str]]:
    """Offer people by name: those added last, and whoever is chosen already.

    Two of one name are told apart by what they do and where.
    """
    newest_first = sorted(people, key=lambda person: -person.id)
    offered = [one for place, one in enumerate(newest_first) if place < MOST_NAMES or one.id == chosen]
    shared = _shared_names(offered)
    return [
        (str(person.id), _told_apart(person) if _bare(person.name) in shared else person.name)
        for person in by_name(offered)
    ]


def _bare(name: str) -> str:
    """Name somebody as one compares names: without titles, capitals or small letters alike."""
    return (titled(name)[1] or name).casefold()


def _shared_names(people: Iterable[Contact]) -> set[str]:
    """Find the names that more than one of these people bear."""
    counted = Counter(_bare(person.name) for person in people)
    return {name for name, number in counted.items() if number > 1}


def _told_apart(person: Contact) -> str:
    """Name somebody with what they do and where; with the place they live in where neither is known."""
    about = [part for part in (person.title, person.organization) if part] or [person.location]
    return ", ".join(part for part in (person.name, *about) if part)


class PersonPicker:
    """Says in one row whom a page is about, chooses somebody else, and invites to find a first contact."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("app.picker")
        self._choosing = False
        self.person = prose(html(""), "iv-person")
        self.change = Actions(session.guard, [Action("change", self._words["change"])], self._open)
        self.form = form(session, [self._field(())], self._choose)
        self.nobody = Empty(session, "nobody")
        self.nobody.view.add_class("iv-nowhere")
        self.note = prose(html(""), "iv-note")
        row = box([self.person, self.change], "iv-chosen-person")
        self.view = box([row, box([self.form], "iv-picker"), self.note, self.nobody.view])
        session.here.on_go(lambda _step, _section: self._close())

    def draw(self) -> None:
        """Show the person chosen, or offer the contacts there are, the ones added last first."""
        contacts = self._session.logbook.contacts.find()
        chosen = self._session.here.contact
        shown = list(reversed(contacts))[:MOST]
        if chosen and chosen not in shown:
            shown.append(chosen)
        standing = standings(self._session.logbook)
        shared = _shared_names(shown)
        offered = [
            (
                str(person.id),
                _label(person, status_name(standing[person.id]), shared=_bare(person.name) in shared),
            )
            for person in shown
        ]
        self.form.change_fields([self._field(offered)])
        self.form.show("picker", {"contact": str(chosen.id) if chosen else ""})
        if chosen:
            self.person.value = person_line(
                chosen.name, chosen.title, chosen.organization, status_name(standing[chosen.id])
            )
        choosing = chosen is None or self._choosing
        show_if(self.person, chosen is not None and not choosing)
        show_if(self.change, chosen is not None and not choosing and len(contacts) > 1)
        show_if(self.form, bool(contacts) and choosing)
        show_if(self.nobody.view, not contacts)
        note = self._note(len(contacts), len(shown), chosen) if choosing and contacts else ""
        self.note.value = html("<p>{text}</p>", text=note)
        show_if(self.note, bool(note))

    def _open(self, _key: str) -> None:
        self._choosing = True
        self.draw()
        self.form.enter()

    def _close(self) -> None:
        self._choosing = False

    def _note(self, total: int, shown: int, chosen: Contact | None) -> str:
        if shown < total:
            return str(self._words["more"].format(number=shown, total=total))
        return "" if chosen else str(self._words["choose"])

    def _field(self, options: object) -> Field:
        offered = [("", self._words["none"]), *options]  # type: ignore[misc]
        return Field("contact", self._words["label"], kind="choice", options=offered)

    def _choose(self, _record: str, _key: str, value: object) -> None:
        self._close()
        self._session.here.choose(int(str(value or 0)))


def _label(contact: Contact, status: str, *, shared: bool) -> str:
    """Name somebody with their place and how far one is; who shares a name, with what they do as well."""
    where = f", {contact.organization}" if contact.organization else ""
    return f"{_told_apart(contact) if shared else contact.name + where} ({status})"
