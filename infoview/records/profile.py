"""Who is asking: the few lines about oneself that every request draws on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """The person whose logbook this is, in their own words; every field may be empty."""

    id: int = 1
    name: str = ""
    doing: str = ""
    """What they do now: "PhD in history, fifth year"."""
    exploring: str = ""
    """What they are finding out about: "museum work"."""
    studied: str = ""
    """Where they studied or trained; a shared school is a good reason to write."""
    skills: str = ""
    email: str = ""
    time_zone: str = ""
    """Where my clock is, such as "America/New_York"; "" is not known."""
    city: str = ""
    """The place that was named for the clock, such as "Boston"; "" where only the zone is known."""
    only_when: str = ""
    """The times and ways I can talk at all, such as "Tuesdays and Thursdays 13 to 15, with captions"."""
    introduction: str = ""
    """What I say about myself at the beginning of a talk, in under a minute."""
