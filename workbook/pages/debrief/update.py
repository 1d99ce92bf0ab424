"""Keep in touch: a few lines to one person, always with a reason."""

from __future__ import annotations

from datetime import date

from infoview.content import words
from infoview.dates.day_words import full_date
from infoview.debrief.keeping_in_touch import MOST_A_YEAR, Past, past
from infoview.debrief.updates import (
    News,
    news_for,
    sent_update,
    sent_within_a_year,
    take_update_back,
    write_update,
)
from infoview.logbook import Logbook
from infoview.records.contacts import Cadence, Contact
from infoview.records.followups import FollowUp, FollowUpKind, Reason
from infoview.requests.other_messages import letter_as_draft, letter_for
from infoview.workflow.templates import parts
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.takeout import Takeout
from workbook.markup import html, prose
from workbook.pages.day_done import DayDone
from workbook.pages.debrief.keep_in_touch import LATER
from workbook.pages.fields import fields, form, number_of, page_words, unfinished
from workbook.pages.message import Coached, ways_out
from workbook.pages.page import Wide, box, show_if
from workbook.pages.picker import PersonPicker
from workbook.session import Session


class Update(Wide):
    """First the reason, then the letter; without a reason it waits."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("debrief.update")
        self._news: tuple[News, ...] = ()
        self.picker = PersonPicker(session)
        self.said = prose(html(""), "iv-note")
        self.settings = form(session, self._settings(), self._set, self._words["settings"])
        self.offered = prose(html("<p>{said}</p>", said=self._words["offered"]), "iv-note")
        self.news = Actions(session.guard, [], self._take)
        self.reason = form(session, self._reasons(), self._choose, self._words["reason"])
        self.wait = Actions(session.guard, [Action("wait", self._words["wait"])], self._wait)
        self.form = form(session, [], self._change, self._words["legend"])
        self.coached = Coached(session)
        self.takeout = Takeout(session.guard, page_words("requests.send")["label"])
        self.day = DayDone(session, "debrief.update")
        self.actions = Actions(session.guard, [], self._send)
        self.done = prose(html(""), "iv-note")
        self.undo = Actions(session.guard, [], self._send)
        self.out = box([self.coached.view, self.takeout, self.day.view, self.actions])
        self.letter = box([self.form, self.out], "iv-columns")
        self.about = box(
            [self.said, self.done, self.undo, self.offered, self.news, self.reason, self.wait, self.letter,
             self.settings]
        )  # fmt: skip
        self.view = box([self.picker.view, self.about])

    def draw(self) -> None:
        """Show what there is to tell the person chosen, and the letter so far."""
        self.picker.draw()
        contact = self._session.here.contact
        show_if(self.about, contact is not None)
        if contact:
            self._draw(contact)

    def _draw(self, contact: Contact) -> None:
        logbook = self._session.logbook
        known = past(logbook, self._session.today)
        letter = letter_for(logbook, contact, FollowUpKind.UPDATE, None)
        self.said.value = html("<p>{said}</p>", said=self._say(known, contact))
        self._draw_sent(known, contact, is_new_begun=bool(letter.reason))
        self._news = news_for(known, contact)
        self.news.change_actions([Action(str(at), one.text) for at, one in enumerate(self._news)])
        show_if(self.news, bool(self._news))
        show_if(self.offered, bool(self._news))
        self.reason.show(f"reason-{contact.id}", {"reason": letter.reason})
        show_if(self.wait, not letter.reason)
        show_if(self.letter, bool(letter.reason))
        self.settings.show(
            f"touch-{contact.id}", {"cadence": contact.cadence, "give_back": contact.give_back}
        )
        if letter.reason in list(Reason):
            self._draw_letter(contact, letter)

    def _draw_letter(self, contact: Contact, letter: FollowUp) -> None:
        logbook = self._session.logbook
        with self.form.hold_sync():
            self.form.change_fields(self._fields(letter.reason))
            values = {field["key"]: getattr(letter, field["key"]) for field in self.form.fields}
            self.form.show(f"update-{letter.reason}-{contact.id}", values)
        for part in (self.takeout, self.day.view, self.actions):
            show_if(part, letter.written)
        self.day.show(unfinished(contact.id, "updated", letter.id))
        if not letter.written:
            self.coached.clear()
            return
        self.coached.show(contact, letter_as_draft(logbook, contact, letter, None, paid=False))
        sender = logbook.profile.email
        self.takeout.show(ways_out(letter.subject, letter.body, to=contact.email, sender=sender))
        self.actions.change_actions([Action("sent", page_words("requests.send")["sent"], primary=True)])

    def _draw_sent(self, known: Past, contact: Contact, *, is_new_begun: bool) -> None:
        """Say when the last update went out; until the next is begun, that can be taken back."""
        sent = _last_sent(known, contact)
        show_if(self.done, sent is not None)
        show_if(self.undo, sent is not None and not is_new_begun)
        if sent and sent.sent_on:
            said = self._words["sent"].format(name=contact.name, day=full_date(sent.sent_on))
            self.done.value = html("<p>{said}</p>", said=said)
            self.undo.change_actions([Action("take_back", page_words("requests.send")["take_back"])])

    def _say(self, known: Past, contact: Contact) -> str:
        last = known.last.get(contact.id)
        said = [self._words["last" if last else "no_last"].format(day=full_date(last) if last else "")]
        if sent_within_a_year(known, contact, self._session.today) >= MOST_A_YEAR:
            said.append(self._words["enough"])
        return " ".join(said)

    def _fields(self, reason: str) -> list[Field]:
        around = {field.key: field for field in fields("debrief.thanks")}
        asked = words("keeping_in_touch")["reasons"][reason]
        _, thanks = parts("update")
        first = Field("first_part", asked["prompt"], "long", asked["hint"], tuple(asked["examples"]), rows=5)
        second = Field(
            "second_part", thanks["label"], "long", thanks["hint"], tuple(thanks["examples"]), rows=2
        )
        return [around["subject"], around["greeting"], first, second, around["closing"]]

    def _reasons(self) -> list[Field]:
        offered = [
            (reason.value, words("keeping_in_touch")["reasons"][reason.value]["label"]) for reason in Reason
        ]
        return [Field("reason", self._words["reason"], "radios", options=offered)]

    def _settings(self) -> list[Field]:
        names = words("keeping_in_touch")["cadence"]
        offered = [(cadence.value, names.get(cadence.value) or self._words["usual"]) for cadence in Cadence]
        return fields("debrief.update", {"cadence": offered})

    def _of(self, record: str) -> Contact:
        return self._session.logbook.contacts.get(number_of(record))

    def _choose(self, record: str, _key: str, value: object) -> None:
        contact = self._of(record)
        self._session.change(lambda logbook: write_update(logbook, contact, reason=value, milestone_id=None))

    def _take(self, place: str) -> None:
        """Take something there is to tell as the reason."""
        contact, news = self._session.here.contact, self._news[int(place)]
        if contact:
            values = {"reason": news.reason.value, "milestone_id": news.milestone_id}
            self._session.change(lambda logbook: write_update(logbook, contact, **values))
            self.form.enter()

    def _wait(self, _key: str) -> None:
        contact, day = self._session.here.contact, self._session.today + LATER
        if contact:
            self._session.change(lambda logbook: write_update(logbook, contact, due_on=day))
            self._session.say(self._words["waits"].format(name=contact.name, day=full_date(day)))

    def _change(self, record: str, key: str, value: object) -> None:
        contact = self._of(record)
        self._session.change(lambda logbook: write_update(logbook, contact, **{key: value}))

    def _set(self, record: str, key: str, value: object) -> None:
        one = {key: Cadence(str(value)) if key == "cadence" else value}
        self._session.change(lambda logbook: logbook.contacts.change(number_of(record), **one))

    def _send(self, key: str) -> None:
        contact = self._session.here.contact
        if contact is None:
            return

        def mark(logbook: Logbook, day: date) -> None:
            sent_update(logbook, letter_for(logbook, contact, FollowUpKind.UPDATE, None), day)

        if key == "sent":
            self.day.mark(mark)
        elif sent := _last_sent(past(self._session.logbook, self._session.today), contact):
            self._session.change(lambda logbook: take_update_back(logbook, sent))


def _last_sent(known: Past, contact: Contact) -> FollowUp | None:
    """Find the update to somebody that was sent last."""
    sent = [(note.sent_on, note.id, note) for note in known.updates.get(contact.id, ()) if note.sent_on]
    return max(sent)[2] if sent else None
