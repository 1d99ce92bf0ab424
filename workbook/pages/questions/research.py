"""Prepare questions: what is found out beforehand, in four short rounds."""

from __future__ import annotations

from infoview.dates.typed import day_from
from infoview.logbook import Logbook
from infoview.questions.checklist import tick_off
from infoview.questions.research import findings_for, note, topics
from infoview.records.contacts import Contact
from infoview.records.research import Finding, Topic
from infoview.text.plurals import number_in_words
from workbook.components.actions import Action, Actions
from workbook.markup import Html, html, link, prose, safe_href
from workbook.pages.fields import (
    fields,
    forget_typed,
    form,
    keep_typed,
    number_of,
    page_words,
    typed_form,
    typed_so_far,
    unfinished,
)
from workbook.pages.meeting_chosen import current_meeting
from workbook.pages.page import Wide, box, show_if
from workbook.pages.questions.findings import FindingsList
from workbook.session import Session


class Research(Wide):
    """Four rounds of reading: what to find and where, and a place to keep each thing with its source."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.research")
        names = [(topic["key"], topic["name"]) for topic in topics()]
        self.round = typed_form(session, fields("questions.research.round", {"about": names}))
        self.guide = prose(html(""), "iv-guide")
        self.form = typed_form(session, fields("questions.research.found"), self._words["legend"])
        self.add = Actions(session.guard, [Action("add", self._words["add"], primary=True)], self._add)
        self.list = FindingsList(session)
        self.notes = form(session, fields("questions.research.notes"), self._change_notes)
        self.empty = prose(html('<p class="iv-empty">{text}</p>', text=self._words["nobody"]))
        beside = box([self.guide, box([self.form, self.add])], "iv-side-by-side")
        self.shown = box([self.round, beside, self.list.view, self.notes])
        self.view = box([self.empty, self.shown])

    def draw(self) -> None:
        """Show the round one is in, what was typed so far, and everything that is known."""
        contact, meeting = self._session.here.contact, current_meeting(self._session)
        show_if(self.empty, contact is None)
        show_if(self.shown, contact is not None)
        if contact is None:
            return
        record = _record(contact)
        typed = typed_so_far(self._session.logbook, record)
        self.round.show(record, {"about": round_of(self._session.logbook, contact)})
        self.form.show(record, {"found_on": self._session.today, **typed})
        known = findings_for(self._session.logbook, contact)
        self.guide.value = self._guide(contact, round_of(self._session.logbook, contact), known)
        self.list.draw(contact, [found for found in known if not found.puzzling])
        show_if(self.notes, bool(meeting and meeting.research))
        if meeting and meeting.research:
            self.notes.show(f"meeting-{meeting.id}", {"research": meeting.research})

    def _guide(self, contact: Contact, about: Topic, known: tuple[Finding, ...]) -> Html:
        """Say what to look for in this round and where, and how much is kept of it already."""
        chosen = next(topic for topic in topics() if topic["key"] == about)
        kept = sum(found.about is about and not found.puzzling for found in known)
        places = [html("{place}", place=place) for place in chosen["where"]]
        if about is Topic.PERSON and safe_href(contact.url):
            places.insert(0, link(contact.url, self._words["their_page"]))
        return html(
            "<p><strong>{minutes}</strong> {kept}</p>"
            "<dl><div><dt>{find}</dt><dd><ul>{things}</ul></dd></div>"
            '<div><dt>{where}</dt><dd><ul>{places}</ul></dd></div></dl><p class="iv-hint">{fair}</p>',
            minutes=self._words["minutes"].format(name=chosen["name"], number=chosen["minutes"]),
            kept=number_in_words(self._words["kept"], kept),
            find=self._words["find"],
            things=[html("<li>{thing}</li>", thing=thing) for thing in chosen["find"]],
            where=self._words["where"],
            places=[html("<li>{place}</li>", place=place) for place in places],
            fair=self._words["fair"],
        )

    def _change_notes(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: logbook.meetings.change(number_of(record), **{key: value}))

    def _add(self, _key: str) -> None:
        contact = self._session.here.contact
        if contact is None:
            return
        record, logbook = _record(contact), self._session.logbook
        about, typed = round_of(logbook, contact), typed_so_far(logbook, record)

        def step(logbook: Logbook) -> Finding:
            day = day_from(typed.get("found_on", self._session.today.isoformat()), "found_on")
            kept = note(logbook, contact, about, typed.get("text", ""), typed.get("source", ""), day)
            tick_off(logbook, current_meeting(self._session), "research")
            forget_typed(logbook, record)
            keep_typed(logbook, record, "about", about)
            return kept

        with self.form.refusals():
            self._session.change(step)


def round_of(logbook: Logbook, contact: Contact) -> Topic:
    """Look up which round of reading somebody is in for a contact."""
    kept = typed_so_far(logbook, _record(contact)).get("about", "")
    return Topic(kept) if kept in set(Topic) else Topic.ORGANIZATION


def _record(contact: Contact) -> str:
    return unfinished(contact.id, "found", 0)
