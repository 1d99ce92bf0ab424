"""Write the request: on its way, the mark that it was sent, and what follows."""

from __future__ import annotations

from datetime import date

import ipywidgets

from infoview.coach import review
from infoview.coach.advice import Severity
from infoview.content import words
from infoview.dates import clock
from infoview.dates.offered_times import out_of_hours
from infoview.dates.typed import day_from
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp
from infoview.records.requests import Channel, Request, RequestStatus
from infoview.requests.drafts import request_draft, sent_now
from infoview.requests.other_messages import sent_letter
from infoview.requests.when_to_ask import brake, mark_sent
from infoview.text.plurals import number_in_words
from infoview.workflow.requests import begun, request_for, take_back
from workbook.components.actions import Action, Actions
from workbook.components.remarks import Remark
from workbook.markup import html, prose
from workbook.pages.advice import remarks_from
from workbook.pages.fields import (
    fields,
    keep_typed,
    page_words,
    typed_form,
    typed_so_far,
    unfinished,
)
from workbook.pages.page import Wide, box, show_if
from workbook.pages.requests.plan import Plan
from workbook.pages.requests.ways import MAIL, Ways, channel_chosen
from workbook.session import Session

IN_WRITING = {Channel.MAIL, Channel.LINKEDIN_MESSAGE}
"""The ways by which the draft goes out word for word."""


class Send(Wide):
    """The way it goes, a brake where one more is too much, and afterwards the plan for the waiting."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.send")
        self.note = prose(html(""), "iv-note")
        self.musts = prose(html(""), "iv-warning")
        self.brake = prose(html(""), "iv-warning")
        self.hour = prose(html(""), "iv-note")
        self.ways = Ways(session, self._sent_note)
        self.day = typed_form(session, fields("requests.sent_on"))
        self.actions = Actions(session.guard, [], self._act)
        self.plan = Plan(session)
        marking = [self.hour, self.day, self.actions]
        self.view = box([self.note, self.musts, self.brake, self.ways.view, self.plan.view, *marking])

    def draw(self) -> None:
        """Offer what can be done with the message as it is."""
        contact = self._session.here.contact
        request = self._request(contact) if contact else None
        drafting = request is not None and request.status is RequestStatus.DRAFT
        waiting = request is not None and request.status is RequestStatus.SENT
        ready = drafting and contact is not None and self._can_go(contact, request)
        show_if(self.ways.view, drafting)
        show_if(self.day, ready)
        show_if(self.actions, ready or waiting)
        show_if(self.plan.view, waiting)
        self._say(self.note, self._note(request))
        self._say(self.hour, self._hour(contact) if ready and contact else "")
        self._say_musts(contact, request if drafting else None)
        self._say(self.brake, self._held(contact) if drafting and contact else "")
        if contact and request and drafting:
            self._offer(contact, request)
        elif contact and request and waiting:
            self.actions.change_actions([Action("back", self._words["take_back"])])
            self.plan.draw(contact, request)

    def _offer(self, contact: Contact, request: Request) -> None:
        self.ways.draw(contact, request)
        record = unfinished(contact.id, "send", 0)
        typed = typed_so_far(self._session.logbook, record)
        self.day.show(record, {"sent_on": typed.get("sent_on") or self._session.today})
        channel = channel_chosen(self._session, contact).value or MAIL
        label = self._words["sent_by"].get(channel, "")
        self.actions.change_actions([Action("sent", label, primary=True)])

    def _can_go(self, contact: Contact, request: Request | None) -> bool:
        """Tell whether there is something to say that it was sent; a LinkedIn note says so itself."""
        channel = channel_chosen(self._session, contact)
        if channel is Channel.LINKEDIN_NOTE:
            return False
        return channel is Channel.IN_PERSON or (request is not None and request.written)

    def _say(self, widget: ipywidgets.HTML, text: str) -> None:
        show_if(widget, bool(text))
        widget.value = html("<p>{text}</p>", text=text)

    def _note(self, request: Request | None) -> str:
        if request is None:
            return str(page_words("app.picker")["choose"])
        waiting = {RequestStatus.DRAFT, RequestStatus.SENT}
        return "" if request.status in waiting else str(self._words["answered"])

    def _say_musts(self, contact: Contact | None, draft: Request | None) -> None:
        """Say which of the coach's points stand in the way; nobody is kept from sending."""
        musts = self._musts(contact, draft) if contact and draft else []
        show_if(self.musts, bool(musts))
        said = number_in_words(self._words["musts"], len(musts))
        entries = [html("<li>{sentence}</li>", sentence=must.sentence) for must in musts]
        self.musts.value = html("<p>{said}</p><ul>{entries}</ul>", said=said, entries=entries)

    def _musts(self, contact: Contact, request: Request) -> list[Remark]:
        channel = channel_chosen(self._session, contact)
        if not request.written or channel not in IN_WRITING:
            return []
        draft = request_draft(self._session.logbook, contact, request, channel)
        said = review(sent_now(draft, contact, clock.now()))
        return remarks_from([remark for remark in said.advice if remark.severity is Severity.MUST])

    def _held(self, contact: Contact) -> str:
        """Say why it is better to wait with one more request, if it is."""
        held = brake(self._session.logbook, contact, self._session.today)
        said = words("requests")["brake"][held.kind.value] if held else ""
        return str(said.format(name=held.name, count=held.count)) if held else ""

    def _hour(self, contact: Contact) -> str:
        """Say what their clock shows, where hardly anybody reads mail at that hour."""
        theirs = out_of_hours(clock.now(), contact.time_zone)
        said = self._words["out_of_hours"]
        return str(said.format(day=f"{theirs:%A}", time=f"{theirs:%H:%M}")) if theirs else ""

    def _request(self, contact: Contact) -> Request:
        logbook = self._session.logbook
        return request_for(logbook, contact.id) or begun(logbook, contact)

    def _sent_note(self, logbook: Logbook, letter: FollowUp, day: date) -> None:
        sent_letter(logbook, letter, day)
        self._mark(logbook, letter.contact_id, Channel.LINKEDIN_NOTE, day)

    def _act(self, key: str) -> None:
        contact = self._session.here.contact
        request = request_for(self._session.logbook, contact.id) if contact else None
        if contact is None:
            return
        if key == "back" and request:
            today = self._session.today
            self._session.change(lambda logbook: take_back(logbook, request, today))
            return
        typed = typed_so_far(self._session.logbook, unfinished(contact.id, "send", 0))
        channel = channel_chosen(self._session, contact)
        with self.day.refusals():
            day = day_from(typed.get("sent_on"), "sent_on")
            self._session.change(lambda logbook: self._mark(logbook, contact.id, channel, day))

    def _mark(self, logbook: Logbook, contact_id: int, channel: Channel, day: date | None) -> None:
        mark_sent(logbook, contact_id, clock.now(), channel, day)
        for key in ("channel", "sent_on"):
            keep_typed(logbook, unfinished(contact_id, "send", 0), key, "")
