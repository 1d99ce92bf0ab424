"""Debrief: the kinds of work one heard of, as directions to explore."""

from __future__ import annotations

from infoview.debrief.screens import explore, roles_heard
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.records.meetings import Meeting
from infoview.records.takeaways import Takeaway
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.markup import html, prose
from workbook.pages.debrief.section import AboutTalk
from workbook.pages.fields import Options, form, number_of, page_words, unfinished
from workbook.pages.meeting_chosen import conversation
from workbook.pages.page import show_if
from workbook.pages.small_form import SmallForm, Typed
from workbook.session import Session


class Directions(AboutTalk):
    """One press makes a role one heard of a direction, and a choice says what the talk was about."""

    def __init__(self, session: Session) -> None:
        self._words = page_words("debrief.directions")
        self.heard = prose(html(""), "iv-note")
        self.roles = Actions(session.guard, [], self._explore)
        self.small = SmallForm(session, "debrief.directions", self._add)
        self.about = form(session, [self._about(())], self._choose)
        self.list = prose(html(""), "iv-note")
        super().__init__(session, [self.heard, self.roles, self.small.view, self.list, self.about])

    def draw_talk(self, meeting: Meeting) -> None:
        """Offer the roles heard of, and show the directions there are."""
        logbook = self._session.logbook
        learned = logbook.learned.first(meeting_id=meeting.id, takeaway=Takeaway.OTHER_POSITIONS)
        directions = [
            direction for direction in logbook.directions.find(order="name") if direction.closed_on is None
        ]
        known = {direction.name.casefold() for direction in directions}
        roles = [
            role for role in roles_heard(learned.text if learned else "") if role.casefold() not in known
        ]
        self.heard.value = html("<p>{said}</p>", said=self._words["heard"])
        self.roles.change_actions([Action(role, self._words["explore"].format(name=role)) for role in roles])
        show_if(self.heard, bool(roles))
        show_if(self.roles, bool(roles))
        self.small.show(unfinished(meeting.contact_id, "direction", meeting.id))
        names = ", ".join(direction.name for direction in directions)
        self.list.value = html("<p>{said}</p>", said=self._words["list"].format(names=names))
        show_if(self.list, bool(names))
        show_if(self.about, bool(names))
        self.about.change_fields(
            [self._about([(str(direction.id), direction.name) for direction in directions])]
        )
        self.about.show(f"about-talk-{meeting.id}", {"direction": str(meeting.direction_id or "")})

    def _about(self, options: Options) -> Field:
        offered = [("", self._words["none"]), *options]
        return Field("direction", self._words["about"], "choice", self._words["about_hint"], options=offered)

    def _choose(self, record: str, _key: str, value: object) -> None:
        number = int(str(value)) if str(value).isdigit() else None
        self._session.change(lambda logbook: logbook.meetings.change(number_of(record), direction_id=number))

    def _explore(self, role: str) -> None:
        meeting, today = conversation(self._session), self._session.today
        self._session.change(lambda logbook: explore(logbook, role, meeting, today))
        self._session.say(self._words["added"].format(name=role))

    def _add(self, logbook: Logbook, record: str, typed: Typed) -> None:
        """Add a direction by its name.

        Raises:
            InputError: It has none.
        """
        name = " ".join(typed.get("name", "").split())
        if not name:
            raise InputError(self._words["no_name"], "name")
        explore(logbook, name, logbook.meetings.get(number_of(record)), self._session.today)
