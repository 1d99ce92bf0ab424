"""Write the request: the message as they will read it, with the coach's advice."""

from __future__ import annotations

from infoview.changes import (
    request_for,
)
from infoview.coach import DraftKind, Review, review
from infoview.contacts import Contact
from infoview.drafts import dismiss, dismissals, request_draft, take_up
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.requests import Dismissal
from workbook.components.actions import Action, Actions
from workbook.markup import html, prose
from workbook.pages.fields import (
    fields,
    forget_typed,
    form,
    keep_typed,
    page_words,
    typed_so_far,
    unfinished,
)
from workbook.pages.letter import preview, remarks
from workbook.pages.page import box, show_if
from workbook.session import Session


class Check:
    """The whole message as it will read, its length, and the coach's advice."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.check")
        self.preview = prose(html(""))
        self.advice = prose(html(""))
        self.aside = form(session, fields("requests.check"), self._type, self._words["aside"])
        self.actions = Actions(session.guard, [Action("dismiss", self._words["dismiss"])], self._dismiss)
        self.kept = prose(html(""))
        self.again = Actions(session.guard, [], self._take_up)
        self.view = box([self.preview, self.advice, self.aside, self.actions, self.kept, self.again])

    def draw(self) -> None:
        """Read the request of the person chosen."""
        contact = self._session.contact
        request = request_for(self._session.logbook, contact.id) if contact else None
        if contact is None or request is None or not request.written:
            self.preview.value = preview("", "", "")
            self.advice.value = html("")
            for widget in (self.aside, self.actions, self.kept, self.again):
                show_if(widget, False)  # noqa: FBT003 - reads as a sentence
            return
        said = review(request_draft(self._session.logbook, contact, request))
        self.preview.value = preview(
            contact.email or contact.name, request.subject, request.body, said.advice
        )
        count = self._words["words_one" if said.words == 1 else "words"].format(number=said.words)
        self.advice.value = remarks(said, count=count)
        self._offer_to_set_aside(contact, said)

    def _offer_to_set_aside(self, contact: Contact, said: Review) -> None:
        """Let each remark be set aside with a reason, and show those that were."""
        logbook = self._session.logbook
        titles = {one.rule: one.sentence for one in said.advice}
        asked = fields("requests.check", {"rule": [("", self._words["none"]), *titles.items()]})
        self.aside.change_fields(asked)
        record = unfinished(contact.id, "aside", 0)
        self.aside.show(record, typed_so_far(logbook, record))
        kept = dismissals(logbook, contact.id, DraftKind.REQUEST)
        show_if(self.aside, bool(titles))
        show_if(self.actions, bool(titles))
        show_if(self.kept, bool(kept))
        show_if(self.again, bool(kept))
        self.kept.value = html(
            "<ul>{items}</ul>",
            items=[
                html("<li>{said}</li>", said=self._words["kept"].format(reason=one.reason)) for one in kept
            ],
        )
        self.again.change_actions(
            [Action(one.rule, self._words["again"].format(reason=one.reason)) for one in kept]
        )

    def _type(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, record, key, value))

    def _dismiss(self, _key: str) -> None:
        contact = self._session.contact
        if contact is None:
            return
        record = unfinished(contact.id, "aside", 0)
        typed = typed_so_far(self._session.logbook, record)
        with self.aside.refusals():
            if not typed.get("rule"):
                raise InputError(self._words["need_rule"], "rule")
            if not typed.get("reason", "").strip():
                raise InputError(self._words["need_reason"], "reason")
        made = Dismissal(contact.id, DraftKind.REQUEST.value, typed["rule"], typed["reason"].strip())

        def step(logbook: Logbook) -> None:
            dismiss(logbook, made)
            forget_typed(logbook, record)

        self._session.change(step)

    def _take_up(self, rule: str) -> None:
        contact = self._session.contact
        if contact:
            kind = DraftKind.REQUEST.value
            self._session.change(lambda logbook: take_up(logbook, contact.id, kind, rule))
