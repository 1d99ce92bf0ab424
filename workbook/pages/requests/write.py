"""Write the request: the message in three parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from infoview.changes import (
    begun,
    introducer_of,
    request_for,
    write_request,
)
from infoview.contacts import Contact
from infoview.drafts import begin_from_last, last_elsewhere
from infoview.letters import facts_about, parts, situations, suggestions
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.markup import html, prose
from workbook.pages.fields import (
    fields,
    form,
    keep_typed,
    number_of,
    page_words,
    typed_so_far,
    unfinished,
)
from workbook.pages.page import box, show_if
from workbook.session import Session


class Write:
    """The three parts and what stands around them, saved while typing."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.form = form(session, self._fields(None), self._change, page_words("requests.write")["legend"])
        self.empty = prose(html('<p class="iv-empty">{text}</p>', text=page_words("app.picker")["choose"]))
        self.situation = form(
            session, fields("requests.situation", {"situation": self._situations()}), self._choose_situation
        )
        self.starts = Actions(session.guard, [], self._start)
        self.view = box([self.empty, self.situation, self.starts, self.form])

    def _situations(self) -> list[tuple[str, str]]:
        return [
            ("", page_words("requests.write")["any"]),
            *((one["key"], one["label"]) for one in situations()),
        ]

    def _choose_situation(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, record, key, value))

    def _start(self, key: str) -> None:
        """Begin from the last message, or take a subject that was offered."""
        contact = self._session.contact
        if contact is None:
            return
        if key == "last":
            self._session.change(lambda logbook: begin_from_last(logbook, contact.id))
        else:
            subject = self._subjects(contact)[number_of(key)]
            self._session.change(lambda logbook: write_request(logbook, contact.id, "subject", subject))

    def _subjects(self, contact: Contact) -> tuple[str, ...]:
        logbook = self._session.logbook
        return suggestions(
            "request", "subject", facts_about(contact, logbook.profile, introducer_of(logbook, contact))
        )[:3]

    def draw(self) -> None:
        """Show the request being written to the person chosen."""
        contact = self._session.contact
        show_if(self.form, contact is not None)
        show_if(self.empty, contact is None)
        show_if(self.situation, contact is not None)
        show_if(self.starts, contact is not None)
        if contact is None:
            return
        logbook, names = self._session.logbook, page_words("requests.write")
        record = unfinished(contact.id, "composer", 0)
        self.situation.show(record, typed_so_far(logbook, record))
        last = [Action("last", names["from_last"])] if last_elsewhere(logbook, contact.id) else []
        offered = [
            Action(f"subject-{number}", names["take_subject"].format(subject=subject))
            for number, subject in enumerate(self._subjects(contact))
        ]
        self.starts.change_actions([*last, *offered])
        self.form.change_fields(self._fields(contact))
        request = request_for(self._session.logbook, contact.id) or begun(self._session.logbook, contact)
        self.form.show(
            f"request-to-{contact.id}",
            {field["key"]: getattr(request, field["key"]) for field in self.form.fields},
        )

    def _fields(self, contact: Contact | None) -> Sequence[Field]:
        """Subject and greeting, the three parts with their hints and examples, and the closing."""
        around = {field.key: field for field in fields("requests.write")}
        chosen = self._situation(contact)
        three = [
            Field(
                part["key"],
                part["label"],
                "long",
                part["hint"],
                (chosen[part["key"]],) if chosen else tuple(part["examples"]),
            )
            for part in parts("request")
        ]
        subject = around["subject"]
        return [subject, around["greeting"], *three, around["closing"]]

    def _situation(self, contact: Contact | None) -> Mapping[str, str] | None:
        """Find the examples of the situation chosen for this person."""
        if contact is None:
            return None
        typed = typed_so_far(self._session.logbook, unfinished(contact.id, "composer", 0))
        return next((one for one in situations() if one["key"] == typed.get("situation")), None)

    def _change(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: write_request(logbook, number_of(record), key, str(value)))
