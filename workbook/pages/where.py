"""Where each kind of next step is done, for every page that leads there."""

from __future__ import annotations

from infoview.next_steps.due import DueKind
from infoview.records.followups import FollowUpKind

WHERE = {
    DueKind.SOMEONE_ELSE: "contacts.order",
    DueKind.FOLLOW_UP: "requests.other_messages",
    DueKind.CLOSE: "requests.answer",
    DueKind.ASK_AGAIN: "requests.write",
    DueKind.ASK: "requests.write",
    DueKind.SET_DAY: "questions.meeting",
    DueKind.SEND_QUESTIONS: "questions.order",
    DueKind.ANSWERS: "questions.order",
    DueKind.WAKE: "contacts.people",
    DueKind.PREPARE: "questions.pick",
    DueKind.CONFIRM: "requests.other_messages",
    DueKind.MEETING: "questions.sheet",
    DueKind.DEBRIEF: "debrief.learned",
    DueKind.THANK_YOU: "debrief.thanks",
    DueKind.PROMISE: "debrief.promises",
    DueKind.UPDATE: "debrief.update",
    DueKind.INTRODUCER: "debrief.update",
    DueKind.MILESTONE: "debrief.news",
}
"""The section in which each kind of thing is done."""
LETTERS = {
    DueKind.FOLLOW_UP: FollowUpKind.FOLLOW_UP,
    DueKind.CONFIRM: FollowUpKind.CONFIRMATION,
}
"""The kind of message that each of these is done by."""
