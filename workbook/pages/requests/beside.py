"""The messages around a request: introduction, LinkedIn note, reminder, confirmation, kind close, news."""

from __future__ import annotations

from infoview.coach import review
from infoview.contacts import Contact
from infoview.correspondence import KINDS, letter_as_draft, letter_for, parts_of, sent_letter, write_letter
from infoview.followups import FollowUp, FollowUpKind
from infoview.logbook import Logbook
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.takeout import Takeout
from workbook.markup import html, prose
from workbook.pages.fields import fields, form, keep_typed, page_words, typed_so_far, unfinished
from workbook.pages.letter import preview, remarks, ways_out
from workbook.pages.page import Wide, box, show_if
from workbook.session import Session


class Beside(Wide):
    """One message at a time, of the kind chosen, written and coached like the request."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.beside")
        self.choice = form(session, self._choices("", None), self._choose)
        self.form = form(session, [], self._change, self._words["legend"])
        self.preview = prose(html(""))
        self.advice = prose(html(""))
        self.takeout = Takeout(session.guard, page_words("requests.send")["label"])
        sent = Action("sent", page_words("requests.send")["sent"], primary=True)
        self.actions = Actions(session.guard, [sent], self._send)
        self.note = prose(html(""), "iv-note")
        self.out = box([self.preview, self.advice, self.takeout, self.actions])
        self.written = box([self.form, self.out], "iv-columns")
        self.view = box([self.choice, self.note, self.written])

    def draw(self) -> None:
        """Show the letter of the kind chosen."""
        contact = self._session.contact
        show_if(self.choice, contact is not None)
        typed = self._typed(contact) if contact else {}
        kind = typed.get("kind", "")
        through = self._through(typed)
        ready = contact is not None and kind in KINDS and (kind != FollowUpKind.INTRODUCTION or through)
        show_if(self.written, bool(ready))
        said = self._words["no_contact"] if contact is None else "" if ready else self._words["choose"]
        self.note.value = html("<p>{said}</p>", said=said) if said else html("")
        if contact is None:
            return
        self.choice.change_fields(self._choices(kind, contact))
        self.choice.show(unfinished(contact.id, "beside", 0), typed)
        if ready:
            self._show(contact, FollowUpKind(kind), through, paid=bool(typed.get("paid")))

    def _show(self, contact: Contact, kind: FollowUpKind, through: Contact | None, *, paid: bool) -> None:
        logbook = self._session.logbook
        letter = letter_for(logbook, contact, kind, through)
        self.form.change_fields(self._fields(kind))
        record = f"letter-{kind.value}-{through.id if through else 0}-to-{contact.id}"
        self.form.show(record, {field["key"]: getattr(letter, field["key"]) for field in self.form.fields})
        to = through or contact
        show_if(self.out, letter.written)
        if not letter.written:
            return
        said = review(letter_as_draft(logbook, contact, letter, through, paid=paid))
        self.preview.value = preview(to.email or to.name, letter.subject, letter.body, said.advice)
        self.advice.value = remarks(said, count=self._count(letter, said.words, paid=paid))
        sender = logbook.profile.email
        self.takeout.show(ways_out(letter.subject, letter.body, to=to.email, sender=sender))

    def _count(self, letter: FollowUp, words: int, *, paid: bool) -> str:
        if letter.kind is not FollowUpKind.LINKEDIN_NOTE:
            return str(self._words["words"].format(number=words))
        used = len(letter.body.encode("utf-16-le")) // 2
        return str(self._words["letters"].format(number=used, limit=300 if paid else 200))

    def _choices(self, kind: str, contact: Contact | None) -> list[Field]:
        """What is asked before writing: the kind, and for some what it depends on."""
        people = self._session.logbook.contacts.find() if contact else ()
        options = {
            "kind": [
                ("", self._words["none"]),
                *((one.value, self._words["kinds"][one.value]) for one in KINDS),
            ],
            "through": [
                ("", self._words["nobody"]),
                *((str(one.id), one.name) for one in people if contact and one.id != contact.id),
            ],
        }
        needless = {"through": FollowUpKind.INTRODUCTION, "paid": FollowUpKind.LINKEDIN_NOTE}
        asked = fields("requests.beside", options)
        return [field for field in asked if needless.get(field.key, kind) == kind]

    def _fields(self, kind: FollowUpKind) -> list[Field]:
        around = {field.key: field for field in fields("requests.write")}
        written = [
            Field(place, part["label"], "long", part["hint"], tuple(part["examples"]))  # type: ignore[arg-type]
            for place, part in parts_of(kind)
        ]
        if kind is FollowUpKind.LINKEDIN_NOTE:
            return written
        return [around["subject"], around["greeting"], *written, around["closing"]]

    def _typed(self, contact: Contact) -> dict[str, str]:
        return typed_so_far(self._session.logbook, unfinished(contact.id, "beside", 0))

    def _through(self, typed: dict[str, str]) -> Contact | None:
        number = typed.get("through", "")
        if typed.get("kind") != FollowUpKind.INTRODUCTION or not number.isdigit():
            return None
        return self._session.logbook.contacts.first(id=int(number))

    def _choose(self, record: str, key: str, value: object) -> None:
        kept = "" if value is False else value
        self._session.change(lambda logbook: keep_typed(logbook, record, key, kept))

    def _change(self, record: str, key: str, value: object) -> None:
        """Write into the letter the text was typed for, whatever is chosen by now."""
        _, kind, through_id, _, contact_id = record.split("-")

        def step(logbook: Logbook) -> None:
            through = logbook.contacts.first(id=int(through_id))
            contact = logbook.contacts.get(int(contact_id))
            letter = letter_for(logbook, contact, FollowUpKind(kind), through)
            write_letter(logbook, letter, key, str(value))

        self._session.change(step)

    def _send(self, _key: str) -> None:
        contact = self._session.contact
        typed = self._typed(contact) if contact else {}
        if contact is None or typed.get("kind") not in KINDS:
            return
        kind, through, today = FollowUpKind(typed["kind"]), self._through(typed), self._session.today
        letter = letter_for(self._session.logbook, contact, kind, through)
        self._session.change(lambda logbook: sent_letter(logbook, letter, today))
