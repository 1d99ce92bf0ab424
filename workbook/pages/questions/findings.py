"""Prepare questions: everything found out about somebody and the place where they work."""

from __future__ import annotations

from infoview.dates.day_words import full_date
from infoview.dates.typed import day_from
from infoview.duplicates import house
from infoview.questions.research import reword, topics
from infoview.records.contacts import Contact
from infoview.records.research import Finding, Topic
from workbook.components.actions import Action, Actions
from workbook.markup import safe_href
from workbook.pages.fields import fields, form, listing, number_of, page_words
from workbook.pages.page import box, show_if
from workbook.session import Session

PAGE = 12
"""Lines on one page of a table."""
LONGEST_LABEL = 44
"""Characters of an address that are shown."""


class FindingsList:
    """Everything known about the person and the place; one finding at a time can be put right."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.research")
        self.table = listing(
            session, "questions.research", self._act, session.redraw, {"source": "link"}, page_size=PAGE
        )
        self.table.add_class("iv-sentences")
        self._open = 0
        names = [(topic["key"], topic["name"]) for topic in topics()]
        asked_for = fields("questions.research.change", {"about": names})
        self.form = form(session, asked_for, self._change, self._words["changing"])
        self.done = Actions(session.guard, [Action("done", self._words["done"])], self._close)
        self.view = box([self.table, self.form, self.done])

    def draw(self, contact: Contact, known: list[Finding]) -> None:
        """Show the findings in the order of the rounds, and the one that is open."""
        order = list(Topic)
        ordered = sorted(known, key=lambda found: order.index(found.about))
        names = {topic["key"]: topic["name"] for topic in topics()}
        self.table.show_page(ordered, lambda found: self._row(contact, found, names[found.about]))
        show_if(self.table, bool(ordered))
        opened = next((found for found in ordered if found.id == self._open), None)
        show_if(self.form, opened is not None)
        show_if(self.done, opened is not None)
        if opened:
            values = {field["key"]: getattr(opened, field["key"]) for field in self.form.fields}
            self.form.show(f"finding-{opened.id}", values)

    def _row(self, contact: Contact, one: Finding, about: str) -> dict[str, object]:
        day = full_date(one.found_on) if one.found_on else ""
        return {
            "id": one.id,
            "cells": {"text": one.text, "about": about, "source": _link(one.source), "found_on": day},
            "note": self._whose(contact, one),
            "actions": [("change", self._words["change_it"]), ("remove", self._words["remove"])],
        }

    def _whose(self, contact: Contact, one: Finding) -> str:
        """Say for whom something was noted, where it was for somebody else, or about another place."""
        if one.contact_id != contact.id:
            other = self._session.logbook.contacts.first(id=one.contact_id)
            return str(self._words["shared"].format(name=other.name)) if other else ""
        if house(one.organization) != house(contact.organization):
            return str(self._words["elsewhere"].format(organization=one.organization))
        return ""

    def _act(self, action: str, finding_id: str) -> None:
        if action == "remove":
            self._session.change(lambda logbook: logbook.findings.remove(int(finding_id)))
            self._session.say(self._words["removed"])
        else:
            self._open = int(finding_id)
            self._session.redraw()
            self.form.enter()

    def _change(self, record: str, key: str, value: object) -> None:
        stored: object = value
        if key == "found_on":
            stored = day_from(value, key)
        elif key == "about":
            stored = Topic(str(value))
        self._session.change(lambda logbook: reword(logbook, number_of(record), **{key: stored}))

    def _close(self, _key: str) -> None:
        self._open = 0
        self._session.redraw()


def _link(source: str) -> tuple[str, str]:
    """Make a link of a source that is an address, named without what every address begins with."""
    if not safe_href(source):
        return "", source
    label = source.partition("://")[2].removeprefix("www.").rstrip("/") or source
    return source, label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"
