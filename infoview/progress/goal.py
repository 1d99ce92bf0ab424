"""The goal: how far this month's people are."""

from __future__ import annotations

from datetime import date

from infoview.logbook import Logbook, first_meetings
from infoview.records.goals import MonthlyProgress, goal_of, month_before, progress
from infoview.records.meetings import MeetingStatus


def month_progress(logbook: Logbook, today: date) -> MonthlyProgress:
    """Count this month's new people: those met for the first time, and those with a date still to come."""
    first = first_meetings(logbook)
    pauses = {pause.week_on for pause in logbook.pauses.find()}
    ahead = {
        meeting.contact_id
        for meeting in logbook.meetings.find(status=MeetingStatus.PLANNED)
        if meeting.on
        and meeting.on >= today
        and (meeting.on.year, meeting.on.month) == (today.year, today.month)
        and meeting.contact_id not in first
    }
    usual, own = logbook.goal.per_month, {one.month_on: one.people for one in logbook.month_goals.find()}
    before, now = (goal_of(month, usual, own, pauses) for month in (month_before(today), today))
    return progress(first.values(), len(ahead), today, (before, now), pauses)
