"""Progress: all conversations side by side, under the seven take-aways."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from infoview.content import words
from infoview.dates.day_words import full_date
from infoview.progress.agreement import enough_in_words
from infoview.progress.synthesis import EVERY, Talk, filled, people, talks
from infoview.records.debriefs import Learned
from infoview.records.takeaways import Takeaway
from infoview.text.plurals import number_in_words
from infoview.workflow.meetings import next_meeting
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.table import Column, Table
from workbook.markup import Html, html, prose
from workbook.pages.empty import Empty
from workbook.pages.fields import form, page_words
from workbook.pages.page import Wide, box, show_if
from workbook.pages.progress.looked_at import (
    direction_looked_at,
    look_at_cell,
    look_at_direction,
    meeting_looked_at,
    open_directions,
    takeaway_looked_at,
)
from workbook.pages.question_source import ask_about
from workbook.session import Session

MOST_VOICES = 24
"""How many answers stand side by side before more of them help nobody."""
PAGE = 12


class Compare(Wide):
    """A table of people and take-aways; a cell opens, with what others said about the same beside it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.compare")
        self._panel_id = f"iv-{uuid4().hex[:8]}"
        self.filter = form(session, [self._field(())], self._choose, self._words["filter_legend"])
        self.said = prose(html(""), "iv-note")
        names = words("takeaways")
        self.table = Table(
            session.guard,
            self._words["caption"],
            [
                Column("name", self._words["name"]),
                *(
                    Column(takeaway.value, names[takeaway.value]["short"], kind="open")
                    for takeaway in Takeaway
                ),
            ],
            lambda _action, _row: None,
            lambda _view: self.draw(),
            page_size=PAGE,
            on_open=lambda column, row: look_at_cell(session, column, row),
            panel=self._panel_id,
        )
        self.table.add_class("iv-matrix")
        self.panel = prose(html(""))
        self.actions = Actions(session.guard, [], self._act)
        self.nothing = Empty(session, "compare")
        self.view = box([self.filter, self.said, self.nothing.view, self.table, self.panel, self.actions])

    def draw(self) -> None:
        """Show the conversations about the direction looked at, and the cell that is open."""
        logbook = self._session.logbook
        directions, chosen = open_directions(logbook), direction_looked_at(logbook)
        self.filter.change_fields(
            [self._field([(str(direction.id), direction.name) for direction in directions])]
        )
        self.filter.show("looked-at", {"direction": str(chosen or "")})
        show_if(self.filter, bool(directions))
        conversations = talks(logbook, chosen)
        self.said.value = html("<p>{said}</p>", said=self._say(conversations, chosen))
        self.table.show_page(conversations, self._row)
        show_if(self.table, bool(conversations))
        show_if(self.nothing.view, not conversations)
        self._draw_panel(conversations)

    def _say(self, conversations: Sequence[Talk], direction_id: int) -> str:
        if direction_id != EVERY:
            return enough_in_words(conversations)
        if not conversations:
            return ""
        answered, number = self._words["answered"], len(filled(conversations))
        return str(
            self._words["said"].format(
                people=number_in_words(self._words["so_far"], len(people(conversations))),
                answered=answered["all"] if number == len(Takeaway) else number_in_words(answered, number),
            )
        )

    def _field(self, options: Sequence[tuple[str, str]]) -> Field:
        offered = [("", self._words["every"]), *options]
        return Field("direction", self._words["filter"], "choice", options=offered, width="half")

    def _row(self, talk: Talk) -> dict[str, object]:
        cells = {one.value: _beginning(learned) for one, learned in talk.learned.items()}
        return {
            "id": talk.meeting.id,
            "cells": {"name": talk.contact.name, **cells},
            "note": _where(talk),
        }

    def _draw_panel(self, conversations: Sequence[Talk]) -> None:
        """Show what everyone said about the take-away that is open, the one whose cell was pressed first."""
        takeaway = takeaway_looked_at(self._session.logbook)
        meeting_id = meeting_looked_at(self._session.logbook)
        opened = next((talk for talk in conversations if talk.meeting.id == meeting_id), None)
        told = [talk for talk in conversations if takeaway in talk.learned or talk is opened]
        told.sort(key=lambda talk: talk is not opened)
        shown = takeaway is not None and opened is not None
        show_if(self.panel, shown)
        show_if(self.actions, shown)
        self.table.mark_open(*((takeaway.value, str(meeting_id)) if shown and takeaway else ()))
        if not (takeaway and opened):
            return
        self.panel.value = html(
            '<h3 id="{panel}" tabindex="-1">{title}</h3><ul class="iv-voices">{voices}</ul>{more}',
            panel=self._panel_id,
            title=self._words["opened"].format(takeaway=words("takeaways")[takeaway.value]["name"]),
            voices=[self._voice(talk, takeaway, chosen=talk is opened) for talk in told[:MOST_VOICES]],
            more=html("<p>{said}</p>", said=self._words["more"].format(number=len(told) - MOST_VOICES))
            if len(told) > MOST_VOICES
            else "",
        )
        self.actions.change_actions(self._ways(opened, takeaway))

    def _ways(self, opened: Talk, takeaway: Takeaway) -> list[Action]:
        """What can be done about an open cell: read on, or write it down or ask where nothing stands yet."""
        close = Action("close", self._words["close"])
        if takeaway in opened.learned:
            return [Action("debrief", self._words["debrief"].format(name=opened.contact.name)), close]
        meeting = next_meeting(self._session.logbook, self._session.today)
        name = self._session.logbook.contacts.get(meeting.contact_id).name if meeting else ""
        return [
            Action("debrief", self._words["write"].format(name=opened.contact.name)),
            Action("ask", self._words["ask_next" if meeting else "ask"].format(name=name)),
            close,
        ]

    def _voice(self, talk: Talk, takeaway: Takeaway, *, chosen: bool) -> Html:
        learned = talk.learned.get(takeaway)
        if learned is None:
            return self._nothing(talk)
        parts = (("", learned.text), ("opinion", learned.opinion), ("reaction", learned.reaction))
        return html(
            '<li class="{chosen}"><strong>{name}</strong><p class="iv-where">{where}</p>'
            "{parts}{unasked}</li>",
            chosen="iv-chosen" if chosen else "",
            name=talk.contact.name,
            where=_where(talk),
            parts=[self._part(name, text) for name, text in parts if text.strip()],
            unasked=html('<p class="iv-where">{said}</p>', said=self._words["unasked"])
            if learned.unasked
            else "",
        )

    def _nothing(self, talk: Talk) -> Html:
        """Say of the cell that is open that nothing stands there yet."""
        return html(
            '<li class="iv-chosen"><strong>{name}</strong><p class="iv-where">{where}</p><p>{said}</p></li>',
            name=talk.contact.name,
            where=_where(talk),
            said=self._words["nothing_yet"],
        )

    def _part(self, name: str, text: str) -> Html:
        label = html("<strong>{label}</strong> ", label=self._words[name]) if name else ""
        return html("<p>{label}{text}</p>", label=label, text=text.strip())

    def _choose(self, _record: str, _key: str, value: object) -> None:
        look_at_direction(self._session, int(str(value or 0)))

    def _act(self, key: str) -> None:
        logbook = self._session.logbook
        meeting_id, takeaway = meeting_looked_at(logbook), takeaway_looked_at(logbook)
        if key == "ask" and takeaway:
            ask_about(self._session, takeaway)
        elif key == "debrief" and meeting_id:
            meeting = logbook.meetings.get(meeting_id)
            self._session.here.choose(meeting.contact_id, meeting.id)
            self._session.here.go("debrief.learned")
        else:
            look_at_cell(self._session, "", "")


def _where(talk: Talk) -> str:
    """Say where someone works and when one talked, such as "Tidal Museum, 1 October 2026"."""
    day = full_date(talk.meeting.on) if talk.meeting.on else ""
    return ", ".join(part for part in (talk.contact.organization, day) if part)


def _beginning(learned: Learned) -> str:
    """What a cell begins with: what is so, else what they think, else what I think."""
    return next((box.strip() for box in (learned.text, learned.opinion, learned.reaction) if box.strip()), "")
