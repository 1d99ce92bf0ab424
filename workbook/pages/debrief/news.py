"""Keep in touch: great news, told to everybody who helped, one by one."""

from __future__ import annotations

from infoview.dates.day_words import full_date
from infoview.dates.typed import day_from
from infoview.debrief.keeping_in_touch import Past, past, to_tell
from infoview.debrief.updates import tell, write_update
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.followups import Reason
from infoview.records.milestones import Milestone
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.table import Column, Table
from workbook.markup import html, prose
from workbook.pages.fields import form, page_words
from workbook.pages.page import Wide, box, show_if
from workbook.pages.small_form import SmallForm, Typed
from workbook.session import Session

RECORD = "milestone-new"


class News(Wide):
    """A milestone, and of each who helped whether they have heard of it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("debrief.news")
        self.small = SmallForm(session, "debrief.news", self._add)
        self.which = form(session, [], self._choose)
        columns = [Column(key, label) for key, label in self._words["columns"].items()]
        self.table = Table(
            session.guard,
            self._words["caption"],
            columns,
            self._act,
            lambda _view: self.draw(),
            empty=self._words["all_told"],
        )
        self.told = prose(html(""), "iv-note")
        self.remove = Actions(session.guard, [Action("remove", self._words["remove"])], self._remove)
        self.telling = box([self.which, self.table, self.told, self.remove])
        self.view = box([self.small.view, self.telling])

    def draw(self) -> None:
        """Show the news chosen, and who is still to hear of it."""
        logbook = self._session.logbook
        self.small.show(RECORD, {"on": self._session.today.isoformat()})
        milestones = logbook.milestones.find(order="on")
        chosen = self._chosen(milestones)
        show_if(self.telling, chosen is not None)
        if chosen is None:
            return
        options = [(str(milestone.id), milestone.text) for milestone in milestones]
        self.which.change_fields([Field("milestone", self._words["which"], "choice", options=options)])
        self.which.show("milestone-shown", {"milestone": str(chosen.id)})
        known = past(logbook, self._session.today)
        people = to_tell(known, chosen)
        self.table.show_page(people, lambda person: self._row(person, known))
        heard = [told for told in logbook.told.find(milestone_id=chosen.id, order="told_on") if told.told_on]
        names = ", ".join(known.contacts[telling.contact_id].name for telling in heard)
        self.told.value = html("<p>{said}</p>", said=self._words["told"].format(names=names))
        show_if(self.told, bool(heard))

    def _chosen(self, milestones: tuple[Milestone, ...]) -> Milestone | None:
        kept = self._session.logbook.recall("milestone")
        return next(
            (milestone for milestone in milestones if str(milestone.id) == kept),
            milestones[-1] if milestones else None,
        )

    def _row(self, contact: Contact, known: Past) -> dict[str, object]:
        return {
            "id": contact.id,
            "cells": {"name": contact.name, "part": self._part(contact, known)},
            "actions": [(key, self._words[key]) for key in ("write", "heard", "need_not")],
        }

    def _part(self, contact: Contact, known: Past) -> str:
        """Say what somebody did for me, so that the letter can name it."""
        talk = known.first_talks.get(contact.id)
        said = [self._words["talked"].format(day=full_date(talk.on))] if talk and talk.on else []
        named = [
            known.contacts[given.contact_id].name
            for given in known.introductions
            if given.introducer_id == contact.id
        ]
        if named:
            said.append(self._words["named"].format(names=", ".join(named)))
        return " ".join(said)

    def _add(self, logbook: Logbook, _record: str, typed: Typed) -> None:
        """Note a piece of news.

        Raises:
            InputError: It has no words, or the day is none.
        """
        text = typed.get("text", "").strip()
        if not text:
            raise InputError(self._words["no_text"], "text")
        day = day_from(typed.get("on"), "on") or self._session.today
        logbook.remember("milestone", str(logbook.milestones.add(Milestone(text, day)).id))

    def _choose(self, _record: str, _key: str, value: object) -> None:
        self._session.change(lambda logbook: logbook.remember("milestone", str(value)))

    def _act(self, action: str, contact_id: str) -> None:
        chosen = self._chosen(self._session.logbook.milestones.find(order="on"))
        if chosen is None:
            return
        contact, today = self._session.logbook.contacts.get(int(contact_id)), self._session.today
        if action == "write":
            reason = Reason.MILESTONE.value
            self._session.change(
                lambda book: write_update(book, contact, reason=reason, milestone_id=chosen.id)
            )
            self._session.here.choose(contact.id)
            self._session.here.go("debrief.update")
            return
        day = today if action == "heard" else None
        self._session.change(lambda logbook: tell(logbook, chosen, contact.id, day))

    def _remove(self, _key: str) -> None:
        chosen = self._chosen(self._session.logbook.milestones.find(order="on"))
        if chosen:
            self._session.change(lambda logbook: logbook.milestones.remove(chosen.id))
