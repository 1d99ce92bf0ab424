"""Debrief: what they look for, what I have of it, what is missing, and a next step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from infoview.dates.typed import coming_day_from
from infoview.debrief.screens import add_skill, promise_of, remove_skill
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.records.debriefs import Promise
from infoview.records.directions import Skill
from infoview.records.meetings import Meeting
from workbook.components.actions import Action, Actions
from workbook.markup import html, prose
from workbook.pages.debrief.section import AboutTalk
from workbook.pages.fields import listing, number_of, page_words, unfinished
from workbook.pages.meeting_chosen import conversation
from workbook.pages.page import Wide, show_if
from workbook.pages.small_form import SmallForm, Typed
from workbook.session import Session

OFFERED = 6
"""How many skills that others named are offered, so that the same one has the same name."""


class Skills(AboutTalk, Wide):
    """The skills of one conversation."""

    def __init__(self, session: Session) -> None:
        self._words = page_words("debrief.skills")
        self.mine = prose(html(""), "iv-note")
        self.small = SmallForm(session, "debrief.skills", self._add)
        self.again = Actions(session.guard, [], self._name)
        self.again_said = prose(html("<p>{said}</p>", said=self._words["again"]), "iv-note")
        self.table = listing(session, "debrief.skills", self._act, self.draw)
        super().__init__(session, [self.mine, self.again_said, self.again, self.small.view, self.table])

    def draw_talk(self, meeting: Meeting) -> None:
        """Show the skills noted so far, and the form for one more."""
        logbook = self._session.logbook
        own = logbook.profile.skills.strip()
        self.mine.value = html("<p>{said}</p>", said=self._words["mine"].format(skills=own))
        show_if(self.mine, bool(own))
        record = unfinished(meeting.contact_id, "skill", meeting.id)
        self.small.show(record)
        editing = bool(self.small.typed(record).get("id"))
        self.small.actions.change_actions(
            [Action("add", self._words["change" if editing else "add"], primary=True)]
        )
        names = self._named_elsewhere(meeting)
        self.again.change_actions([Action(name, name) for name in names])
        show_if(self.again, bool(names))
        show_if(self.again_said, bool(names))
        skills = logbook.skills.find(meeting_id=meeting.id)
        self.table.show_page(skills, self._row)

    def _named_elsewhere(self, meeting: Meeting) -> list[str]:
        """List the skills of other conversations, those named last first, without the ones noted here."""
        skills = self._session.logbook.skills.find()
        here = {skill.name.casefold() for skill in skills if skill.meeting_id == meeting.id}
        others = {skill.name.casefold(): skill.name for skill in reversed(skills)}
        return [name for folded, name in others.items() if folded not in here][:OFFERED]

    def _row(self, skill: Skill) -> dict[str, object]:
        return {
            "id": skill.id,
            "cells": {
                "name": skill.name,
                "evidence": skill.evidence or self._words["nothing_yet"],
                "gap": skill.gap,
                "next_step": skill.next_step,
            },
            "actions": [("edit", self._words["edit"]), ("remove", self._words["remove"])],
        }

    def _name(self, name: str) -> None:
        meeting = conversation(self._session)
        if meeting:
            record = unfinished(meeting.contact_id, "skill", meeting.id)
            self.small.fill(record, {**self.small.typed(record), "name": name})

    def _add(self, logbook: Logbook, record: str, typed: Typed) -> None:
        """Add a skill, or change the one that is being changed.

        Raises:
            InputError: It has no name, or the day is none, or over.
        """
        name = " ".join(typed.get("name", "").split())
        if not name:
            raise InputError(self._words["no_name"], "name")
        evidence, gap, next_step = (typed.get(key, "").strip() for key in ("evidence", "gap", "next_step"))
        skill = Skill(number_of(record), name, evidence=evidence, gap=gap, next_step=next_step)
        by = coming_day_from(typed.get("by"), "by", self._session.today)
        known = _being_changed(logbook, typed)
        if known:
            step = promise_of(logbook, known)
            if step and _is_over(step, self._session.today):
                by = by or step.due_on
            remove_skill(logbook, known)
            skill = replace(skill, id=known.id)
        add_skill(logbook, skill, by)

    def _act(self, action: str, skill_id: str) -> None:
        skill = self._session.logbook.skills.get(int(skill_id))
        if action == "remove":
            self._session.change(lambda logbook: remove_skill(logbook, skill))
            return
        contact_id = self._session.logbook.meetings.get(skill.meeting_id).contact_id
        record = unfinished(contact_id, "skill", skill.meeting_id)
        typed = self.small.typed(record)
        known = _being_changed(self._session.logbook, typed)
        begun = {key: text for key, text in typed.items() if text}
        if begun and begun != (self._kept(known) if known else {}):
            raise InputError(self._words["unkept"])
        self.small.fill(record, self._kept(skill))

    def _kept(self, skill: Skill) -> dict[str, str]:
        """Give what stands in the boxes while a skill is changed; a day that is over stays as it is."""
        kept = {key: str(getattr(skill, key)) for key in ("id", "name", "evidence", "gap", "next_step")}
        promise = promise_of(self._session.logbook, skill)
        if promise and promise.due_on and not _is_over(promise, self._session.today):
            kept["by"] = promise.due_on.isoformat()
        return {key: text for key, text in kept.items() if text}


def _being_changed(logbook: Logbook, typed: Typed) -> Skill | None:
    """Look up the skill whose words stand in the boxes; None where it is a new one."""
    number = typed.get("id", "")
    return logbook.skills.first(id=int(number)) if number.isdigit() else None


def _is_over(promise: Promise, today: date) -> bool:
    return promise.due_on is not None and promise.due_on < today
