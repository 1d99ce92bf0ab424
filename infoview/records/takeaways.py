"""The seven take-aways of an informational interview, as the source guide lists them."""

from __future__ import annotations

from enum import StrEnum


class Takeaway(StrEnum):
    """One of the seven things to bring home from a meeting; the values are the ones files use."""

    PREPARATION = "preparation"
    """Their preparation for the job search: training, path, first steps."""
    PRESENT_JOB = "present_job"
    """What the work is: days, tasks, what is good and hard about it."""
    LIFESTYLE = "lifestyle"
    """Hours, pay ranges, travel, family: how the work fits a life."""
    OTHER_POSITIONS = "other_positions"
    """Which other positions the organization has, and who works beside them."""
    JOB_HUNTING = "job_hunting"
    """Job hunting strategies: how hiring is done here and what is looked for."""
    ORGANIZATION = "organization"
    """The nature of the organization: size, money, people, direction."""
    SKILLS_MATCH = "skills_match"
    """How my skills match the organization or the position."""


OTHER = "other"
"""What a question serves that none of the seven take-aways covers: names, reading, a word of advice."""
