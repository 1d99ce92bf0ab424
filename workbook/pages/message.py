"""Letters on screen: the whole text as it will read, the coach's advice, and the ways to take it out."""

from __future__ import annotations

from collections.abc import Sequence

from infoview.coach import Draft, Review, review
from infoview.coach.advice import Advice, Severity
from infoview.coach.length import IN_CHARACTERS, length_in_words
from infoview.dates import clock
from infoview.errors import InputError
from infoview.exporters.mail import eml, mailto
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUpKind
from infoview.records.requests import Dismissal
from infoview.requests.drafts import dismiss, dismissals, kept_as, sent_now, take_up
from infoview.requests.other_messages import choose_kind
from infoview.text.plurals import number_in_words
from workbook.components.remarks import Aside, Remarks
from workbook.components.takeout import Copy, Download, Item, Link
from workbook.markup import Html, html, prose
from workbook.pages.advice import remarks_from
from workbook.pages.fields import page_words
from workbook.pages.page import box, show_if
from workbook.session import Session

ORDER = (Severity.MUST, Severity.SHOULD, Severity.HINT)


def choose_letter(session: Session, contact_id: int, kind: FollowUpKind) -> None:
    """Have a kind of message about somebody chosen when the person comes to where messages are written."""
    session.change(lambda logbook: choose_kind(logbook, contact_id, kind))


def preview(recipient: str, subject: str | None, body: str, advice: Sequence[Advice] = ()) -> Html:
    """The message as it reads when it arrives, with the words marked that the advice is about.

    `subject` is None for a kind of message that has none.
    """
    words = page_words("requests.check")
    if not body:
        return html('<p class="iv-empty">{text}</p>', text=words["empty"])
    marked = _marked(subject or "", [remark for remark in advice if remark.part == "subject"])
    heading = html(
        "<dt>{label}</dt><dd>{subject}</dd>", label=words["subject"], subject=marked or words["no_subject"]
    )
    return html(
        '<div class="iv-mail"><dl><dt>{to_label}</dt><dd>{to}</dd>{subject}</dl>'
        '<div class="iv-mail-body">{paragraphs}</div></div>',
        to_label=words["to"],
        to=recipient,
        subject="" if subject is None else heading,
        paragraphs=_paragraphs(body, [remark for remark in advice if remark.part == "body"]),
    )


def card(body: str, advice: Sequence[Advice] = ()) -> Html:
    """A note as it reads on a card written by hand."""
    paragraphs = _paragraphs(body, [remark for remark in advice if remark.part == "body"])
    return html('<div class="iv-mail iv-by-hand">{paragraphs}</div>', paragraphs=paragraphs)


class Coached:
    """The coach's verdict and remarks on a message, and the message as it reads when it arrives.

    A remark can be set aside with a reason, and listened to again; both are kept for the person written to.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.check")
        self._about: tuple[int, str] = (0, "")
        self.preview = prose(html(""))
        self.advice = Remarks(session.guard, self._set_aside, self._take_up)
        self.view = box([self.advice, self.preview])

    def clear(self) -> None:
        """Show that nothing is written yet."""
        self.preview.value = preview("", "", "")
        show_if(self.advice, False)  # noqa: FBT003 - reads as a sentence

    def show_sent(self, to: Contact, subject: str, body: str) -> None:
        """Show a message as it went out; what could have been said better is of no more use."""
        self.preview.value = preview(to.email or to.name, subject, body)
        show_if(self.advice, False)  # noqa: FBT003 - reads as a sentence

    def show(self, to: Contact, draft: Draft, *, by_hand: bool = False) -> Review:
        """Read a draft to someone."""
        said = review(sent_now(draft, to, clock.now()))
        self._about = to.id, kept_as(draft.kind)
        by_linkedin = draft.kind in IN_CHARACTERS
        to_whom, subject = (to.name, None) if by_linkedin else (to.email or to.name, draft.subject)
        mail = preview(to_whom, subject, draft.body, said.advice)
        self.preview.value = card(draft.body, said.advice) if by_hand else mail
        kept = dismissals(self._session.logbook, to.id, draft.kind)
        remarks = remarks_from(said.advice)
        musts = sum(remark.weight == Severity.MUST for remark in remarks)
        self.advice.show(
            f"{self._session.logbook.uid}:{draft.kind.value}-{to.id}",
            remarks,
            count=length_in_words(draft, said.words),
            verdict=number_in_words(self._words["to_change"], musts),
            aside=[Aside(dismissal.rule, dismissal.reason) for dismissal in kept],
        )
        show_if(self.advice, True)  # noqa: FBT003 - reads as a sentence
        return said

    def _set_aside(self, rule: str, reason: str) -> None:
        contact_id, kind = self._about
        if not reason.strip():
            raise InputError(self._words["need_reason"], "reason")
        made = Dismissal(contact_id, kind, rule, reason.strip())
        self._session.change(lambda logbook: dismiss(logbook, made))

    def _take_up(self, rule: str) -> None:
        contact_id, kind = self._about
        self._session.change(lambda logbook: take_up(logbook, contact_id, kind, rule))


def ways_out(subject: str, body: str, *, to: str, sender: str) -> list[Item]:
    """Copy, draft and mail link for a finished text; no link where it would be too long to work."""
    words = page_words("requests.send")
    items: list[Item] = [Copy("copy", words["copy"], body)]
    if subject:
        items.append(Copy("copy-subject", words["copy_subject"], subject))
    items.append(
        Download(
            "eml", words["eml"], lambda: ("message.eml", eml(subject, body, to, sender), "message/rfc822")
        )
    )
    href = mailto(to, subject, body) if to else None
    if href:
        items.append(Link("mailto", words["mailto"], href))
    return items


def _paragraphs(body: str, advice: Sequence[Advice]) -> list[Html]:
    """Set a body in paragraphs; each mark stays within its own."""
    made, place = [], 0
    for paragraph in body.split("\n\n"):
        if paragraph:
            made.append(html("<p>{lines}</p>", lines=_marked(paragraph, advice, place)))
        place += len(paragraph) + 2
    return made


def _marked(text: str, advice: Sequence[Advice], place: int = 0) -> Html:
    """Mark the words of a text that remarks are about, the weightiest where two overlap."""
    taken: list[tuple[int, int, str]] = []
    for remark in sorted(advice, key=lambda remark: ORDER.index(remark.severity)):
        start, end = max(remark.start - place, 0), min(remark.end - place, len(text))
        if start < end and all(end <= other[0] or other[1] <= start for other in taken):
            taken.append((start, end, remark.severity.value))
    pieces, done = [], 0
    for start, end, weight in sorted(taken):
        mark = html(
            '<mark class="iv-mark-{weight}">{words}</mark>', weight=weight, words=_lines(text[start:end])
        )
        pieces += [_lines(text[done:start]), mark]
        done = end
    return html("{pieces}", pieces=[*pieces, _lines(text[done:])])


def _lines(text: str) -> Html:
    """Keep the line breaks of a text."""
    lines = text.split("\n")
    return html("{first}{rest}", first=lines[0], rest=[html("<br>{line}", line=line) for line in lines[1:]])
