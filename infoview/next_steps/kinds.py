"""Kinds of next steps."""

from __future__ import annotations

from enum import StrEnum


class DueKind(StrEnum):
    """What kind of step is due; the values are the ones `infoview due --json` prints."""

    SOMEONE_ELSE = "someone-else"
    """No reply yet, and the plan is to try somebody else at the same place meanwhile."""
    FOLLOW_UP = "follow-up"
    """One gentle reminder of a request without reply."""
    CLOSE = "close"
    """Still no reply after the reminder: close kindly and ask the next person."""
    ASK_AGAIN = "ask-again"
    """They said "not now", and the day to come back has come."""
    ASK = "ask"
    """Somebody on the list has a day to be asked, or their name was given while it was warm."""
    SET_DAY = "set-day"
    """They said yes, and no day was agreed."""
    WAKE = "wake"
    """A contact was left to rest until a day, and it has come."""
    PREPARE = "prepare"
    """A meeting is near and has no questions yet."""
    CONFIRM = "confirm"
    """A meeting is tomorrow: a line with time, place and a number saves both a wasted trip."""
    MEETING = "meeting"
    """A meeting takes place."""
    DEBRIEF = "debrief"
    """A meeting's day is over and nothing was written down."""
    THANK_YOU = "thank-you"
    """A meeting took place and no thank-you note went out."""
    PROMISE = "promise"
    """Something I said I would do, or something they did: then one may ask once, kindly."""
    UPDATE = "update"
    """A few lines to someone who helped: on the day that was chosen, or after some months of silence."""
    INTRODUCER = "introducer"
    """A talk took place, and whoever led to it has not heard how it went."""
    MILESTONE = "milestone"
    """Great news that some of those who helped have not heard yet."""
