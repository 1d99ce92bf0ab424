"""Lydia's letters: what the coach says of a first draft, and of the letters that were sent."""

from __future__ import annotations

import pytest

from infoview.coach import Draft, DraftKind, review

SENT = {
    "by way of a cousin": Draft(
        subject="A question about your work, from James Crane's cousin",
        body=(
            "Dear Ms. Okonjo,\n\nI am completing a PhD in history at Larkfield and am exploring "
            "career options "
            "in museums. My cousin James Crane suggested that I get in touch with you.\n\nI "
            "wonder if you would "
            "have twenty minutes for coffee in the next few weeks, so that I can learn more "
            "about your work and "
            "about the Tidal Museum. I am free most mornings and can come to you.\n\nWith "
            "thanks,\nLydia Crane"
        ),
        recipient_name="Ngozi Okonjo",
        recipient_organization="Tidal Museum",
        sender_name="Lydia Crane",
        other_names=("James Crane", "Imke Brandt", "Harbor Museum"),
    ),
    "after a talk": Draft(
        subject="Your talk on ballast stones",
        body=(
            "Dear Dr. Voss,\n\nYour talk on ballast stones on 12 September has changed a chapter of my "
            "dissertation on harbour labour (PhD in history, Larkfield). I am thinking about "
            "museum careers and "
            "would like to understand how a curator's year really runs. Would you have half an "
            "hour to talk, by "
            "phone or at the museum, in October?\n\nBest wishes,\nLydia Crane"
        ),
        recipient_name="Dr. Henrik Voss",
        sender_name="Lydia Crane",
    ),
    "by referral": Draft(
        subject="Ngozi Okonjo suggested I write to you",
        body=(
            "Dear Ms. Brandt,\n\nNgozi Okonjo told me that nobody explains exhibition schedules "
            "better than you "
            "do. I am finishing a PhD in history and am weighing curating against exhibition "
            "work. Might I come "
            "by the Alder Gallery for twenty minutes one day in November, and hear how a show "
            "gets from an idea "
            "to an opening?\n\nThank you,\nLydia Crane"
        ),
        recipient_name="Imke Brandt",
        recipient_organization="Alder Gallery",
        sender_name="Lydia Crane",
        other_names=("Ngozi Okonjo",),
    ),
    "a reminder": Draft(
        kind=DraftKind.FOLLOW_UP,
        body=(
            "Dear Mr. Říha, a short reminder of my note of 26 October, in case it went under. I "
            "would still be "
            "glad of fifteen minutes about registrars' work, and quite understand if this season "
            "is too full. "
            "Lydia Crane"
        ),
        recipient_name="Tomás Říha",
        sender_name="Lydia Crane",
    ),
    "thanks": Draft(
        kind=DraftKind.THANK_YOU,
        body=(
            "Dear Ms. Okonjo, thank you for this morning and for the story about the fog-horn. "
            "Your sentence that "
            "everybody asked what you had run has already made me rewrite the first page of my notes. I have "
            "written to Ms. Brandt's gallery list as you advised, and will send you a label for "
            "ten-year-olds by "
            "the first of November. Lydia Crane"
        ),
        recipient_name="Ngozi Okonjo",
        sender_name="Lydia Crane",
    ),
}


def test_the_first_draft_is_refused_with_its_reasons():
    first = Draft(
        subject="museum job",
        body=(
            "Dear Ngozi Okonjo, my name is Lydia and I am very interested in working at the "
            "Tidal Museum. I attach "
            "my CV. Do you have any openings for someone with a PhD? I could start in July. I "
            "look forward to "
            "hearing from you soon."
        ),
        recipient_name="Ngozi Okonjo",
        recipient_organization="Tidal Museum",
    )
    reviewed = review(first)
    assert not reviewed.ready
    assert {"asks-for-a-job", "attaches-resume", "missing-how-found", "missing-meeting-request"} <= {
        remark.rule for remark in reviewed.advice
    }


@pytest.mark.parametrize("draft", SENT.values(), ids=SENT.keys())
def test_the_letters_that_were_sent_have_nothing_to_correct(draft):
    reviewed = review(draft)
    assert [remark.rule for remark in reviewed.advice if remark.severity != "hint"] == []
    assert reviewed.ready
