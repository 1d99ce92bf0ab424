"""The day sheet as HTML: one page, large print, starred questions first with room to write."""

from __future__ import annotations

from collections.abc import Sequence

from infoview.contacts import Contact
from infoview.day_words import full_date
from infoview.meetings import Meeting, MeetingQuestion
from infoview.profile import Profile
from infoview.questions import BankQuestion
from workbook.markup import Html, html
from workbook.pages.fields import page_words

ROOM = 8
"""With more questions than this, the lines to write on give way, so that it stays one page."""


def day_sheet(
    contact: Contact,
    meeting: Meeting,
    profile: Profile,
    questions: Sequence[MeetingQuestion],
    closing: Sequence[BankQuestion],
    thanks_by: str,
) -> Html:
    """Lay out what one needs in the room: who, when and where, the questions, the words for the end."""
    words = page_words("questions.sheet")
    starred_first = sorted(questions, key=lambda question: not question.starred)
    facts = {
        "when": _when(meeting),
        "where": ", ".join(
            part for part in (page_words("questions.meeting")["kinds"][meeting.kind], meeting.place) if part
        ),
        "purpose": meeting.purpose,
        "introduce": ", ".join(part for part in (profile.name, profile.doing, profile.exploring) if part),
    }
    return html(
        '<article class="sheet{tight}"><h2 class="title">{title}</h2><p class="who">{who}</p><dl>{facts}</dl>'
        "<h2>{questions_title}</h2><ol>{questions}</ol><h2>{closing_title}</h2><ul>{closing}</ul>"
        "<footer><p>{remember}</p><p>{thanks}</p></footer></article>",
        tight=" tight" if len(questions) > ROOM else "",
        title=words["with"].format(name=contact.name),
        who=", ".join(part for part in (contact.title, contact.organization) if part),
        facts=[
            html("<dt>{label}</dt><dd>{value}</dd>", label=words[key], value=value)
            for key, value in facts.items()
            if value
        ],
        questions_title=words["questions"],
        questions=[_question(question) for question in starred_first],
        closing_title=words["closing"],
        closing=[html("<li>{text}</li>", text=question.text) for question in closing],
        remember=words["remember"],
        thanks=words["thanks_by"].format(day=thanks_by) if thanks_by else "",
    )


def _question(question: MeetingQuestion) -> Html:
    if question.starred:
        return html('<li class="starred"><strong>★ {text}</strong></li>', text=question.text)
    return html("<li>{text}</li>", text=question.text)


def _when(meeting: Meeting) -> str:
    length = f"{meeting.minutes} min"
    return ", ".join(
        part for part in (full_date(meeting.on) if meeting.on else "", meeting.at, length) if part
    )
