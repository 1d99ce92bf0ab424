"""Write the request: one draft, as a mail, a LinkedIn message or note, or words to say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.requests import Channel, Request
from infoview.requests.channels import GOOD_MESSAGE, SPOKEN, as_text, characters, script
from infoview.requests.other_messages import letter_for, note_from, write_letter
from infoview.workflow.requests import begun, request_for
from infoview.workflow.templates import facts_about
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.takeout import Copy, Item, Link, Takeout
from workbook.markup import Html, html, prose
from workbook.pages.empty import empty_html
from workbook.pages.evidence import finding
from workbook.pages.fields import fields, form, keep_typed, page_words, typed_so_far, unfinished
from workbook.pages.message import preview, ways_out
from workbook.pages.page import box, show_if
from workbook.pages.requests.other_message import Message
from workbook.session import Session

MAIL = "mail"
"""What a mail is called on screen; in the logbook it is the channel without a name."""


def channel_chosen(session: Session, contact: Contact) -> Channel:
    """Look up by which way the request to a contact is to go; a mail unless another was chosen."""
    typed = typed_so_far(session.logbook, unfinished(contact.id, "send", 0)).get("channel", "")
    if not typed:
        request = request_for(session.logbook, contact.id)
        return request.channel if request else Channel.MAIL
    return Channel.MAIL if typed == MAIL else Channel(typed)


class Ways:
    """The choice of a way, how the draft reads or sounds by it, and what can be taken out.

    Args:
        session: The session.
        on_note_sent: Called with the LinkedIn note and its day when the person says that they sent it.
    """

    def __init__(self, session: Session, on_note_sent: Callable[[Logbook, FollowUp, date], None]) -> None:
        self._session = session
        self._words = page_words("requests.send")
        self.form = form(session, self._fields(Channel.MAIL), self._type)
        self.text = prose(html(""))
        self.takeout = Takeout(session.guard, self._words["label"])
        self.bring = Actions(session.guard, [Action("bring", self._words["bring"])], self._bring)
        self.message = Message(session, on_note_sent)
        self.view = box([self.form, self.text, self.takeout, self.bring, self.message.view])

    def draw(self, contact: Contact, request: Request) -> None:
        """Show the draft by the way that is chosen."""
        record = unfinished(contact.id, "send", 0)
        typed = typed_so_far(self._session.logbook, record)
        channel = channel_chosen(self._session, contact)
        self.form.change_fields(self._fields(channel))
        self.form.show(record, {**typed, "channel": channel.value or MAIL})
        note = channel is Channel.LINKEDIN_NOTE
        show_if(self.message.view, note)
        show_if(self.text, not note)
        show_if(self.takeout, not note and request.written)
        show_if(self.bring, note and request.written and not self._letter(contact).written)
        if note:
            self.message.draw(contact, FollowUpKind.LINKEDIN_NOTE, paid=bool(typed.get("paid")))
            return
        items = self._items(channel, contact, request)
        self.takeout.show(items)
        self.text.value = self._said(
            channel, contact, request, linked=any(isinstance(i, Link) for i in items)
        )

    def _fields(self, channel: Channel) -> list[Field]:
        offered = list(self._words["channels"].items())
        asked = fields("requests.channel", {"channel": offered})
        return [field for field in asked if field.key != "paid" or channel is Channel.LINKEDIN_NOTE]

    def _said(self, channel: Channel, contact: Contact, request: Request, *, linked: bool) -> Html:
        """Show how it reads or sounds, and what is worth knowing about this way."""
        if channel in SPOKEN:
            return self._spoken(channel, contact, request)
        if not request.written:
            return empty_html("message")
        if channel is Channel.LINKEDIN_MESSAGE:
            count = characters(request.body)
            key = "characters" if count <= GOOD_MESSAGE else "many_characters"
            note = self._words[key].format(number=count, good=GOOD_MESSAGE)
            return _noted(preview(contact.name, None, request.body), note, finding("short-messages", "Why?"))
        note = "" if linked else self._words["too_long"]
        if not contact.email:
            note = self._words["no_address"].format(name=contact.name)
        return _noted(preview(contact.email or contact.name, request.subject, request.body), note)

    def _spoken(self, channel: Channel, contact: Contact, request: Request) -> Html:
        lines = script(channel, request, facts_about(contact, self._session.logbook.profile))
        if channel is Channel.TELEPHONE:
            number = contact.phone or self._words["no_number"].format(name=contact.name)
            lines = ((self._words["number"], number), *lines)
        return html(
            '{study}<dl class="iv-script">{lines}</dl>',
            study=finding("ask-in-person") if channel is Channel.IN_PERSON else "",
            lines=[html("<dt>{label}</dt><dd>{text}</dd>", label=label, text=text) for label, text in lines],
        )

    def _items(self, channel: Channel, contact: Contact, request: Request) -> list[Item]:
        profile = self._session.logbook.profile
        if channel in SPOKEN:
            lines = script(channel, request, facts_about(contact, profile))
            return [Copy("copy", self._words["copy_script"], as_text(lines))]
        if channel is Channel.LINKEDIN_MESSAGE:
            return [Copy("copy", self._words["copy"], request.body)]
        return ways_out(request.subject, request.body, to=contact.email, sender=profile.email)

    def _letter(self, contact: Contact) -> FollowUp:
        return letter_for(self._session.logbook, contact, FollowUpKind.LINKEDIN_NOTE, None)

    def _type(self, record: str, key: str, value: object) -> None:
        kept = "" if value is False else value
        self._session.change(lambda logbook: keep_typed(logbook, record, key, kept))

    def _bring(self, _key: str) -> None:
        """Put the three parts into the note, to be cut down by the person."""
        contact, logbook = self._session.here.contact, self._session.logbook
        if contact:
            text = note_from(request_for(logbook, contact.id) or begun(logbook, contact))
            letter = self._letter(contact)
            self._session.change(lambda logbook: write_letter(logbook, letter, "first_part", text))


def _noted(shown: Html, note: str, more: Html | str = "") -> Html:
    said = html('<p class="iv-note">{note}</p>', note=note) if note else ""
    return html("{shown}{said}{more}", shown=shown, said=said, more=more)
