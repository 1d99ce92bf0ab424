"""Write the request: out of the logbook, and sent by the person."""

from __future__ import annotations

from infoview.asking import what_follows
from infoview.changes import (
    move_request,
    request_for,
    take_back,
)
from infoview.contacts import Contact
from infoview.day_words import day_in_words
from infoview.requests import Request, RequestStatus
from workbook.components.actions import Action, Actions
from workbook.components.takeout import Takeout
from workbook.markup import html, prose
from workbook.pages.fields import (
    page_words,
)
from workbook.pages.letter import ways_out
from workbook.pages.page import box, show_if
from workbook.session import Session


class Send:
    """The ways to take the message out, and the mark that it was sent."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.send")
        self.note = prose(html(""), "iv-note")
        self.takeout = Takeout(session.guard, self._words["label"])
        self.actions = Actions(session.guard, [], self._act)
        self.view = box([self.takeout, self.note, self.actions])

    def draw(self) -> None:
        """Offer what can be done with the message as it is."""
        contact = self._session.contact
        request = request_for(self._session.logbook, contact.id) if contact else None
        written = request is not None and request.written
        status = request.status if request else None
        show_if(self.takeout, written)
        show_if(self.actions, written and status in {RequestStatus.DRAFT, RequestStatus.SENT})
        if contact is None or request is None or not written:
            self.note.value = html("<p>{text}</p>", text=self._words["nothing"])
            return
        profile = self._session.logbook.profile
        items = ways_out(request.subject, request.body, to=contact.email, sender=profile.email)
        self.takeout.show(items)
        self.note.value = html(
            "<p>{text}</p>", text=self._note(contact, request, linked=len(items) > len("abc"))
        )
        if request.status is RequestStatus.DRAFT:
            self.actions.change_actions([Action("sent", self._words["sent"], primary=True)])
        elif request.status is RequestStatus.SENT:
            self.actions.change_actions([Action("back", self._words["take_back"])])

    def _note(self, contact: Contact, request: Request, *, linked: bool) -> str:
        if request.sent_on:
            _, _, steps = what_follows(self._session.logbook, request)
            reminder = steps[0][1]
            said = self._words["sent_on"]
            return said.format(day=day_in_words(request.sent_on), follow_up=day_in_words(reminder))
        if not contact.email:
            return self._words["no_address"].format(name=contact.name)
        return "" if linked else self._words["too_long"]

    def _act(self, key: str) -> None:
        contact = self._session.contact
        request = request_for(self._session.logbook, contact.id) if contact else None
        if request is None:
            return
        today = self._session.today
        if key == "sent":
            self._session.change(lambda logbook: move_request(logbook, request, RequestStatus.SENT, today))
        else:
            self._session.change(lambda logbook: take_back(logbook, request, today))
