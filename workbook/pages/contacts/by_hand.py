"""Find contacts: someone added by hand."""

from __future__ import annotations

from collections.abc import Mapping

from infoview.contacts.already_known import whose
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.records.contacts import Circle, Contact
from infoview.records.introductions import Introduction
from infoview.text.addresses import email_from
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.pages.fields import (
    fields,
    forget_typed,
    form,
    keep_typed,
    page_words,
    typed_so_far,
)
from workbook.pages.page import box
from workbook.pages.picker import names_offered
from workbook.session import Session

NEW = "add"
"""The record that holds what is typed into the form for a new contact, until it becomes one."""


class ByHand:
    """Adds a contact; what is typed is kept until it becomes one."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.by_hand")
        self.form = form(session, self._fields(), self._change, self._words["legend"])
        self.actions = Actions(session.guard, [Action("add", self._words["add"], primary=True)], self._add)
        self.view = box([self.form, self.actions])

    def draw(self) -> None:
        """Show what was typed so far."""
        self.form.change_fields(self._fields())
        self.form.show(NEW, self._typed())

    def _fields(self) -> list[Field]:
        nobody = ("", page_words("contacts.people")["nobody"])
        chosen = self._typed().get("introducer", "")
        people = names_offered(self._session.logbook.contacts.find(), int(chosen or 0))
        circles = page_words("contacts.circles")
        return fields(
            "contacts.by_hand",
            {
                "circle": [("", ""), *((circle.value, circles[circle.value]) for circle in Circle)],
                "introducer": [nobody, *people],
            },
        )

    def _typed(self) -> dict[str, str]:
        """What was typed so far, without an introducer who was deleted meanwhile."""
        typed = typed_so_far(self._session.logbook, NEW)
        introducer = typed.pop("introducer", "")
        if self._session.logbook.contacts.first(id=int(introducer or 0)):
            typed["introducer"] = introducer
        return typed

    def _change(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, record, key, value))
        if key == "email":
            self._say_whose(str(value))

    def _say_whose(self, address: str) -> None:
        """Say so at once where somebody has this address already."""
        logbook = self._session.logbook
        known = whose(address, logbook.contacts.find(), logbook.pool.find()) if address.strip() else None
        if known:
            said = self._words["address_of_contact" if isinstance(known, Contact) else "address_in_pool"]
            self._session.say(said.format(email=known.email, name=known.name))

    def _add(self, _key: str) -> None:
        typed = self._typed()
        with self.form.refusals():
            contact = self._contact(typed)
        introducer = int(typed.get("introducer") or 0)

        def step(logbook: Logbook) -> None:
            added = logbook.contacts.add(contact)
            if introducer:
                logbook.introductions.add(Introduction(introducer, added.id, self._session.today))
            forget_typed(logbook, NEW)

        self._session.change(step)
        self._session.say(self._words["added"].format(name=contact.name))

    def _contact(self, typed: Mapping[str, str]) -> Contact:
        """Make a contact of what was typed.

        Raises:
            InputError: There is no name, this person is known already, or the address is none.
        """
        name, organization = (" ".join(typed.get(key, "").split()) for key in ("name", "organization"))
        if not name:
            raise InputError(self._words["no_name"], "name")
        for known in self._session.logbook.contacts.find():
            if (known.name.casefold(), known.organization) == (name.casefold(), organization):
                raise InputError(self._words["twice"].format(name=name), "name")
        return Contact(
            name=name,
            organization=organization,
            title=typed.get("title", "").strip(),
            email=email_from(typed.get("email", "")),
            circle=Circle(typed.get("circle") or "other"),
            how_found=typed.get("how_found", ""),
            why=typed.get("why", ""),
            added_on=self._session.today,
        )
