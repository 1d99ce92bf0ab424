"""Start: the first minute, three screens of one question each."""

from __future__ import annotations

from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.next_steps.first_minute import KEPT, FirstQuestion, question_now, turn
from infoview.records.contacts import Contact
from infoview.records.profile import Profile
from infoview.workflow.contacts import known_as
from workbook.components.actions import Action, Actions
from workbook.markup import Html, html, prose
from workbook.pages.fields import fields, forget_typed, form, page_words, typed_form, typed_so_far
from workbook.pages.page import Bare, box, show_if
from workbook.session import Session

NEW = "first-person"
"""The record that holds what is typed about the first person, until it becomes a contact."""


class First(Bare):
    """Your name, what you wonder about, one person you could ask; then the first thing to do."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("start.first")
        self.question = prose(html(""), "iv-hero")
        about = {
            question: form(
                session,
                fields(f"start.first.{question}"),
                self._change_profile,
                self._words[question]["title"],
                self._go_on,
            )
            for question in (FirstQuestion.NAME, FirstQuestion.WONDER)
        }
        person = typed_form(
            session, fields("start.first.person"), self._words["person"]["title"], self._go_on
        )
        self.forms = {**about, FirstQuestion.PERSON: person}
        self.actions = Actions(session.guard, [], self._act)
        where = self._words[f"where{session.home}"]
        note = prose(html("<p>{said}</p>", said=where), "iv-note")
        self.asking = box([self.question, *self.forms.values(), self.actions, note])
        self.past = prose(html("<p>{said}</p>", said=self._words["past"]), "iv-past")
        self.view = box([self.asking, self.past], "iv-first-minute")

    def draw(self) -> None:
        """Ask the question whose turn it is, if any is left."""
        question = question_now(self._session.logbook)
        show_if(self.asking, question is not FirstQuestion.DONE)
        show_if(self.past, question is FirstQuestion.DONE)
        if question is FirstQuestion.DONE:
            return
        self.question.value = self._asked(question)
        for own, asked in self.forms.items():
            show_if(asked, own is question)
        profile = self._session.logbook.profile
        self.forms[FirstQuestion.NAME].show("profile", {"name": profile.name})
        self.forms[FirstQuestion.WONDER].show("profile", {"exploring": profile.exploring})
        self.forms[FirstQuestion.PERSON].show(NEW, typed_so_far(self._session.logbook, NEW))
        is_first = question is FirstQuestion.NAME
        ways = [("next", True), ("skip", False), *([] if is_first else [("back", False)])]
        self.actions.change_actions([Action(key, self._words[key], primary) for key, primary in ways])

    def _asked(self, question: FirstQuestion) -> Html:
        """The question, with as many dashes as there are, up to this one filled."""
        number = list(self.forms).index(question)
        dashes = [
            html('<span class="{state}"></span>', state="done" if at <= number else "")
            for at in range(len(self.forms))
        ]
        return html(
            '<div class="iv-dashes" aria-hidden="true">{dashes}</div>'
            '<p class="iv-voice" role="heading" aria-level="2" tabindex="-1">{title}</p>'
            '<p class="iv-soft">{hint}</p>',
            dashes=dashes,
            title=self._words[question]["title"],
            hint=self._words[question]["hint"],
        )

    def _change_profile(self, _record: str, key: str, value: object) -> None:
        def step(logbook: Logbook) -> Profile:
            logbook.remember(KEPT, question_now(logbook).value)
            return logbook.change_profile(**{key: value})

        self._session.change(step)

    def _act(self, key: str) -> None:
        if key == "next":
            self._go_on()
        else:
            self._session.change(lambda logbook: turn(logbook, -1 if key == "back" else 1))
            self._arrive()

    def _go_on(self) -> None:
        if question_now(self._session.logbook) is FirstQuestion.PERSON:
            with self.forms[FirstQuestion.PERSON].refusals():
                added = self._session.change(self._add)
            if added:
                self._session.here.choose(added.id)
        else:
            self._session.change(lambda logbook: turn(logbook, 1))
        self._arrive()

    def _add(self, logbook: Logbook) -> Contact | None:
        """Make a contact of the person typed, if there is one; the first minute is over then."""
        typed = typed_so_far(logbook, NEW)
        name, organization = (" ".join(typed.get(key, "").split()) for key in ("name", "organization"))
        if organization and not name:
            raise InputError(self._words["no_name"], "name")
        forget_typed(logbook, NEW)
        turn(logbook, 1)
        if not name:
            return None
        contact = Contact(name=name, organization=organization, added_on=self._session.today)
        return known_as(logbook, name) or logbook.contacts.add(contact)

    def _arrive(self) -> None:
        """Let typing go on in the next box."""
        asked = self.forms.get(question_now(self._session.logbook))
        if asked:
            asked.enter()
