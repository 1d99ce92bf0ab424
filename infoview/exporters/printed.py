"""The logbook as one page to read or print: a single HTML file that needs nothing from anywhere else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape

from infoview.contacts import Contact
from infoview.content import words
from infoview.day_words import day_in_words, full_date
from infoview.debriefs import Promise
from infoview.followups import FollowUp
from infoview.logbook import Logbook
from infoview.meetings import Meeting
from infoview.requests import Request, RequestStatus
from infoview.standing import standings, status_name

STYLE = (
    "body{font:1rem/1.5 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c}"
    "h1,h2,h3,h4,dt{font-family:Helvetica,Arial,sans-serif;line-height:1.3}"
    "h2{border-bottom:1px solid #767676;margin:3rem 0 1rem}"
    "h3{margin:1.75rem 0 .25rem}h4{margin:1rem 0 .25rem}"
    "h2,h3,h4{break-after:avoid}p,li,dt,dd{break-inside:avoid}"
    "p,dd{white-space:pre-line}p,li,dd{overflow-wrap:anywhere}p{margin:0 0 .75rem}"
    "dl{margin:0 0 .75rem;display:grid;grid-template-columns:minmax(7rem,10rem) 1fr;gap:.35rem 1rem}"
    "dt{font-size:.875rem;font-weight:bold;padding-top:.1rem}dd{margin:0}"
    ".quiet{color:#595959;margin:0 0 .35rem}"
    "blockquote{margin:.5rem 0 0;padding-left:1rem;border-left:3px solid #c9c9c9}"
    "@media print{body{margin:0;max-width:none;font-size:10.5pt}}"
)


class Markup(str):
    """HTML that was made by `_html`, so that it is not escaped again."""

    __slots__ = ()


def page(logbook: Logbook, today: date) -> str:
    """Write everything a person recorded, but the imported pool, as one HTML page."""
    text = words("exports")["printed"]
    contacts = {contact.id: contact for contact in logbook.contacts.find(order="name")}
    return _html(
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        "<style>{style}</style></head>\n<body>\n<h1>{title}</h1>\n<p>{of}</p>\n{parts}</body>\n</html>\n",
        title=text["title"],
        style=Markup(STYLE),
        of=text["of"].format(name=logbook.profile.name, day=full_date(today)).lstrip(", "),
        parts=[
            _part(text["about"], _about(logbook)),
            _part(text["people"], _people(logbook, contacts)),
            _part(text["requests"], (_request(entry, contacts) for entry in logbook.requests.find())),
            _part(
                text["meetings"],
                (_meeting(entry, contacts, logbook) for entry in logbook.meetings.find(order="on")),
            ),
            _part(
                text["promises"],
                (_promise(entry, contacts) for entry in logbook.promises.find(order="due_on")),
            ),
            _part(text["letters"], (_letter(entry, contacts) for entry in logbook.follow_ups.find())),
        ],
    )


def _html(template: str, **values: object) -> Markup:
    """Fill a template of our own; this is the one place that turns values into HTML, and it escapes them."""
    return Markup(template.format(**{name: _escaped(value) for name, value in values.items()}))


def _escaped(value: object) -> Markup:
    if isinstance(value, Markup):
        return value
    if isinstance(value, list | tuple):
        return Markup("".join(_escaped(part) for part in value))
    return Markup(escape(str(value)))


def _part(heading: str, entries: Iterable[Markup]) -> Markup:
    nothing = _html('<p class="quiet">{text}</p>\n', text=words("exports")["printed"]["nothing"])
    return _html(
        "<section>\n<h2>{heading}</h2>\n{entries}</section>\n", heading=heading, entries=[*entries] or nothing
    )


def _article(heading: str, *parts: Markup) -> Markup:
    return _html("<article>\n<h3>{heading}</h3>\n{parts}</article>\n", heading=heading, parts=parts)


def _paragraphs(*texts: str) -> Markup:
    return Markup("".join(_html("<p>{text}</p>\n", text=text) for text in texts if text.strip()))


def _quiet(*texts: str) -> Markup:
    line = ", ".join(text for text in texts if text)
    return _html('<p class="quiet">{line}</p>\n', line=line) if line else Markup()


def _facts(labels: dict[str, str], entity: object) -> Markup:
    """List some fields of an entity under their labels, those that hold anything."""
    pairs = ((label, str(getattr(entity, field))) for field, label in labels.items())
    rows = [
        _html("<dt>{label}</dt><dd>{text}</dd>\n", label=label, text=text)
        for label, text in pairs
        if text.strip()
    ]
    return _html("<dl>\n{rows}</dl>\n", rows=rows) if rows else Markup()


def _about(logbook: Logbook) -> list[Markup]:
    facts = _facts(words("exports")["printed"]["profile"], logbook.profile)
    return [facts] if facts else []


def _people(logbook: Logbook, contacts: dict[int, Contact]) -> Iterable[Markup]:
    status, labels = standings(logbook), words("exports")["printed"]["contact"]
    for contact in contacts.values():
        yield _article(
            contact.name,
            _quiet(contact.title, contact.organization, contact.location),
            _quiet(contact.email, contact.phone, contact.url),
            _html("<p>{status}</p>\n", status=status_name(status[contact.id]).capitalize()),
            _facts(labels, contact),
        )


def _request(request: Request, contacts: dict[int, Contact]) -> Markup:
    status = words("exports")["request_status"][request.status]
    return _article(
        contacts[request.contact_id].name,
        _quiet(_sent(request.sent_on), _answer(request, status)),
        _letter_text(request.subject, request.body),
    )


def _answer(request: Request, status: str) -> str:
    if request.status in {RequestStatus.DRAFT, RequestStatus.SENT}:
        return ""
    return str(words("exports")["printed"]["answer"].format(answer=status))


def _letter_text(subject: str, body: str) -> Markup:
    return _html(
        "<blockquote>\n{subject}{body}</blockquote>\n",
        subject=_html("<p><strong>{subject}</strong></p>\n", subject=subject) if subject.strip() else "",
        body=_paragraphs(*body.split("\n\n")),
    )


def _meeting(meeting: Meeting, contacts: dict[int, Contact], logbook: Logbook) -> Markup:
    content, contact = words("exports"), contacts[meeting.contact_id]
    text = content["printed"]
    heading = text["with_whom"].format(name=contact.name, organization=contact.organization).rstrip(", ")
    questions = [
        _html("<li>{text} {mark}</li>\n", text=entry.text, mark=text["starred"] if entry.starred else "")
        for entry in logbook.questions.find(order="position", meeting_id=meeting.id)
    ]
    learned = [
        _html(
            "<dt>{name}</dt>\n<dd>{text}</dd>\n",
            name=words("takeaways")[entry.takeaway]["name"],
            text=entry.text,
        )
        for entry in logbook.learned.find(meeting_id=meeting.id)
        if entry.text.strip()
    ]
    return _article(
        heading,
        _quiet(
            f"{day_in_words(meeting.on)} {meeting.on.year}" if meeting.on else "",
            meeting.at,
            content["meeting_kind"][meeting.kind],
            meeting.place,
            content["meeting_status"][meeting.status],
        ),
        _facts(text["meeting"], meeting),
        _listed(text["asked"], "<ol>\n{entries}</ol>\n", questions),
        _listed(text["learned"], "<dl>\n{entries}</dl>\n", learned),
    )


def _listed(heading: str, template: str, entries: list[Markup]) -> Markup:
    if not entries:
        return Markup()
    return _html("<h4>{heading}</h4>\n{list}", heading=heading, list=_html(template, entries=entries))


def _promise(promise: Promise, contacts: dict[int, Contact]) -> Markup:
    content = words("exports")
    contact = contacts.get(promise.contact_id or 0)
    facts = (
        content["me" if promise.mine else "them"],
        contact.name if contact else "",
        full_date(promise.due_on) if promise.due_on else "",
        content["printed"]["done" if promise.done_on else "not_done"],
    )
    return _html("<p>{text} ({facts})</p>\n", text=promise.text, facts=", ".join(filter(None, facts)))


def _letter(note: FollowUp, contacts: dict[int, Contact]) -> Markup:
    return _article(
        contacts[note.contact_id].name, _quiet(_sent(note.sent_on)), _letter_text(note.subject, note.body)
    )


def _sent(day: date | None) -> str:
    text = words("exports")["printed"]
    return str(text["sent"].format(day=full_date(day)) if day else text["not_sent"])
