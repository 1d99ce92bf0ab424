"""Write the request: the message in three parts, or in one piece where it was written elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from infoview.coach import read_draft
from infoview.dates.day_words import day_seen_from
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.requests import Request, RequestStatus
from infoview.requests.drafts import begin_from_last, last_elsewhere
from infoview.requests.when_to_ask import begin_again, why_not_again
from infoview.workflow.contacts import introducer_of
from infoview.workflow.requests import begun, request_for, write_request
from infoview.workflow.templates import facts_about, parts, situation_of, situations, suggestions
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.markup import html, prose
from workbook.pages.fields import fields, form, number_of, page_words, typed_form, typed_so_far, unfinished
from workbook.pages.page import box, show_if
from workbook.pages.requests.known import known
from workbook.pages.requests.times import Times
from workbook.session import Session


class Write:
    """The message, saved while typing; once it is sent it stays as it went out."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.write")
        self.note = prose(html(""), "iv-note")
        self.known = prose(html(""))
        self.situation = typed_form(session, self._choice())
        self.starts = Actions(session.guard, [], self._start)
        self.form = form(session, self._parts(None), self._change, self._words["legend"])
        self.times = Times(session)
        self.around = form(session, self._around(None), self._change, self._words["around"])
        writing = [self.situation, self.starts, self.form, self.times.view, self.around]
        self.composer = box([self.known, *writing])
        self.again = Actions(session.guard, [], self._again)
        self.view = box([self.note, self.again, self.composer])

    def draw(self) -> None:
        """Show the request being written to the person chosen."""
        contact = self._session.here.contact
        if contact is None:
            self._put_away(page_words("app.picker")["choose"])
            return
        request = request_for(self._session.logbook, contact.id) or begun(self._session.logbook, contact)
        if request.status is not RequestStatus.DRAFT:
            self._show_sent(contact, request)
            return
        show_if(self.composer, True)  # noqa: FBT003 - reads as a sentence
        show_if(self.note, False)  # noqa: FBT003 - likewise
        show_if(self.again, False)  # noqa: FBT003 - likewise
        self._show(contact, request)

    def _put_away(self, said: str) -> None:
        show_if(self.composer, False)  # noqa: FBT003 - reads as a sentence
        show_if(self.again, False)  # noqa: FBT003 - likewise
        show_if(self.note, True)  # noqa: FBT003 - likewise
        self.note.value = html("<p>{said}</p>", said=said)

    def _show_sent(self, contact: Contact, request: Request) -> None:
        """Say that it went out, and why another one can or cannot be begun."""
        day = day_seen_from(self._session.today, request.sent_on) if request.sent_on else ""
        said = self._words["sent" if day else "sent_once"].format(day=day)
        reason = why_not_again(self._session.logbook, request, self._session.today)
        waiting = request.status is RequestStatus.SENT
        self._put_away(said if waiting or not reason else f"{said} {reason}")
        show_if(self.again, not reason)
        self.again.change_actions(
            [Action("again", self._words["again"].format(name=contact.name), primary=True)]
        )

    def _show(self, contact: Contact, request: Request) -> None:
        logbook = self._session.logbook
        self.known.value = known(self._session, contact)
        show_if(self.situation, not request.in_one)
        self.situation.show(
            unfinished(contact.id, "composer", 0), {"situation": self._situation_key(contact)}
        )
        last = not request.in_one and last_elsewhere(logbook, contact.id)
        ways = [Action("last", self._words["from_last"])] if last else []
        one = "three_parts" if request.in_one else "in_one"
        self.starts.change_actions([*ways, Action(one, self._words[one])])
        whole = fields("requests.whole")
        self.form.change_fields(whole if request.in_one else self._parts(contact))
        subject, *others = self._around(contact)
        self.around.change_fields([subject] if request.in_one else [subject, *others])
        for part in (self.form, self.around):
            values = {field["key"]: getattr(request, field["key"]) for field in part.fields}
            part.show(f"request-to-{contact.id}", values)
        self.times.draw(contact)
        show_if(self.times.view, not request.in_one)

    def _choice(self) -> list[Field]:
        any_of_them = ("any", self._words["any"])
        offered = [any_of_them, *((situation["key"], situation["label"]) for situation in situations())]
        return fields("requests.situation", {"situation": offered})

    def _parts(self, contact: Contact | None) -> Sequence[Field]:
        """The three parts, with their hints and examples."""
        chosen = self._situation(contact) if contact else None
        return [
            Field(
                part["key"],
                part["label"],
                "long",
                part["hint"],
                (chosen[part["key"]],) if chosen else tuple(part["examples"]),
            )
            for part in parts("request")
        ]

    def _around(self, contact: Contact | None) -> Sequence[Field]:
        """Subject, greeting and closing, with what can be taken from what is known."""
        if contact is None:
            return fields("requests.write")
        logbook = self._session.logbook
        facts = facts_about(contact, logbook.profile, introducer_of(logbook, contact))
        offered = {key: suggestions("request", key, facts) for key in ("subject", "greeting", "closing")}
        return fields("requests.write", offers=offered | {"subject": offered["subject"][:3]})

    def _situation(self, contact: Contact) -> Mapping[str, str] | None:
        """Find the examples of the situation chosen for this person."""
        key = self._situation_key(contact)
        return next((situation for situation in situations() if situation["key"] == key), None)

    def _situation_key(self, contact: Contact) -> str:
        logbook = self._session.logbook
        typed = typed_so_far(logbook, unfinished(contact.id, "composer", 0))
        return typed.get("situation") or situation_of(contact, introducer_of(logbook, contact)) or "any"

    def _start(self, key: str) -> None:
        """Begin from the last message, or change between three parts and one piece."""
        contact = self._session.here.contact
        if contact is None:
            return
        if key == "last":
            self._session.change(lambda logbook: begin_from_last(logbook, contact.id))
        else:
            in_one = key == "in_one"
            self._session.change(lambda logbook: write_request(logbook, contact.id, "in_one", in_one))

    def _again(self, _key: str) -> None:
        contact, today = self._session.here.contact, self._session.today
        if contact:
            self._session.change(lambda logbook: begin_again(logbook, contact.id, today))

    def _change(self, record: str, key: str, value: object) -> None:
        contact_id, text = number_of(record), str(value)
        pasted = read_draft(text) if key == "whole" else None

        def step(logbook: Logbook) -> None:
            if pasted and pasted.subject:
                write_request(logbook, contact_id, "subject", pasted.subject)
                write_request(logbook, contact_id, "whole", pasted.body)
            else:
                write_request(logbook, contact_id, key, text)

        self._session.change(step)
