"""Write the request: the whole message as they will read it, and what the coach says of it."""

from __future__ import annotations

from infoview.coach import Facts
from infoview.records.requests import RequestStatus
from infoview.requests.drafts import request_draft
from infoview.workflow.requests import request_for
from workbook.markup import Html, html, prose
from workbook.pages.fields import page_words
from workbook.pages.message import Coached
from workbook.pages.page import box, show_if
from workbook.pages.requests.ways import channel_chosen
from workbook.session import Session

WANTED = ("has_who", "has_how_found", "has_meeting_request", "names_time_ask")
UNWANTED = ("asks_for_job", "attaches_resume", "has_placeholders")


class Check:
    """The message on a phone, its length, and the coach's remarks."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.coached = Coached(session)
        self.facts = prose(html(""))
        self.read_as = prose(html(""), "iv-note")
        self.view = box([self.coached.advice, self.read_as, self.coached.preview, self.facts])

    def draw(self) -> None:
        """Read the request of the person chosen; one that was sent is only shown."""
        contact = self._session.here.contact
        request = request_for(self._session.logbook, contact.id) if contact else None
        drafting = request is not None and request.status is RequestStatus.DRAFT
        show_if(self.facts, drafting and bool(request and request.in_one and request.written))
        show_if(self.read_as, drafting and bool(request and request.written))
        if contact is None or request is None or not request.written:
            self.coached.clear()
            return
        if not drafting:
            self.coached.show_sent(contact, request.subject, request.body)
            return
        channel = channel_chosen(self._session, contact)
        draft = request_draft(self._session.logbook, contact, request, channel)
        self.read_as.value = html(
            "<p>{said}</p>", said=page_words("requests.check.read_as")[draft.kind.value]
        )
        said = self.coached.show(contact, draft)
        self.facts.value = facts_list(said.facts)


def facts_list(facts: Facts) -> Html:
    """What a message does, for one that was written elsewhere: what it should do, and what it should not."""
    words = page_words("requests.facts")
    return html(
        '<h3>{title}</h3><ul class="iv-does">{items}</ul>',
        title=words["title"],
        items=[
            html(
                '<li class="{state}"><strong>{answer}</strong> {what}</li>',
                state="good" if getattr(facts, key) is (key in WANTED) else "bad",
                answer=words["yes" if getattr(facts, key) else "no"],
                what=words[key],
            )
            for key in (*WANTED, *UNWANTED)
        ],
    )
