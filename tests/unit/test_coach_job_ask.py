"""The word "job" is not the offence; the wish for one is."""

from __future__ import annotations

import pytest

from infoview.coach import Draft, review
from infoview.coach.advice import Advice, Severity

REQUEST = " Might we have twenty minutes to talk?"


def job_asks(text: str) -> list[Advice]:
    return [
        remark
        for remark in review(Draft(body=f"Dear Ada,\n\n{text}{REQUEST}")).advice
        if remark.rule == "asks-for-a-job"
    ]


ASKS = [
    "Are there any openings on your team I could apply for?",
    "I would be grateful if you could pass my CV to HR.",
    "I am looking for a summer internship with you.",
    "Do you have any vacancies at the moment?",
    "Would you consider me for a junior role?",
    "Could you refer me for the analyst position?",
    "I am applying for the Data Analyst role at your firm.",
    "Could you put in a good word for me?",
    "Is your lab taking on interns this summer?",
    "Could you forward my résumé to the hiring manager?",
    "I'd love to join your team.",
    "Please keep me in mind if anything opens up.",
    "Could you take a look at my resume and tell me what to change?",
    "I am happy to work for free for a few months.",
    "Please let me know if you hear of any job openings.",
    "I wonder whether your company is hiring.",
    "I am writing to apply for the position of junior editor.",
    "I hope you will consider my application.",
    "I believe I would be a great fit for the role.",
    "Could I do my placement with your department?",
    "Could you connect me with the hiring manager?",
    "Is there any chance of a job at your office?",
    "Can you get me a job?",
    "I'm not asking for a job today, but could you refer me to your manager?",
    "I'm hoping you can help me land a role at Acme.",
    "Might you have a spot for a summer intern?",
    "Would your gallery have room for an unpaid intern?",
    "If you ever want another pair of hands in the bindery, I would come at once.",
    "Are you guys looking for anyone just now?",
    "Should a vacancy arise in the spring, I would be glad to be thought of.",
    "Do you know of any surgeries that need a nurse?",
    "Your shop is short on weekend staff, I hear.",
    "I'd like to hear about your path, and whether somebody like me could fit in.",
    "Could you flag my name to the people upstairs?",
    "I would be thrilled to train under you for a season.",
    "Do you know whether the council is recruiting lifeguards?",
    "Might I list you as a reference?",
    "Is there any scope for me to help out at the press?",
    "I wanted to throw my hat in the ring.",
    "Could you walk my name over to your HR people?",
    "Any chance you could use another pair of hands in the shop?",
    "I would like to come in for an interview.",
]

INNOCENT = [
    "I would like to know what your job involves.",
    "I am curious about job-hunting strategies in this field.",
    "I would like to talk before I apply anywhere.",
    "I am not asking about openings.",
    "I would like to hear how hiring works in museums.",
    "In my current job I teach history.",
    "How did you find your first job?",
    "I am not looking for a position; I want to learn.",
    "I'd love to hear how a show gets from an idea to an opening.",
    "I enjoyed the opening of your exhibition.",
    "I interned at a newspaper last summer.",
    "I would like to learn about your role at Acme.",
    "Thank you for the opportunity to speak with you.",
    "I am not applying for anything; I am trying to choose a direction.",
    "Do you have an opening in your calendar next week?",
    "How did you get your internship at Acme?",
    "I'm curious what it is like to work at your company.",
    "I know you moved from an internship to a full-time role.",
    "I promise this is not a request for a job or an internship.",
    'My friend told me, "ask her for a job", but I only want to listen.',
    "I would rather learn about your work than ask for a job.",
    "Without asking for a job, I would like to hear about your path.",
    "I wrote my thesis on unpaid work in theatres.",
    "Which jobs exist in a museum?",
    "You volunteered as a judge at our science fair.",
    "I am a doctoral candidate in geology.",
    "I asked for an informational interview with your colleague, too.",
    "My hands are full with two small children.",
    "Would ten o'clock on Thursday work for you?",
    "Is there anything I can do for you in return?",
    "You hire and train stewards, I am told, so you know what beginners lack.",
    "I volunteer at the lifeboat station on Sundays.",
    "Do you think small presses will need fewer editors one day?",
    "The clerk at your office was kind enough to refer me to you.",
    "I'd like to know which skills you look for in people who join your team.",
    "If you need another date, I can move things around.",
    "I wonder whether there is room for doubt in your trade.",
    "Your work is close to home for me, and of much use for someone who paints.",
]


def test_a_resume_handed_over_without_a_request_to_talk_is_an_application():
    body = "Dear Ada,\n\nI read your report on eels. Please find my CV attached.\n\nBest,\nNoor Haddad"
    advice = review(Draft(body=body)).advice
    assert next(one for one in advice if one.rule == "asks-for-a-job").excerpt == "Please find my CV"


@pytest.mark.parametrize("text", ASKS)
def test_a_wish_for_a_job_or_a_favour_that_leads_to_one_is_found(text):
    assert job_asks(text)


@pytest.mark.parametrize("text", INNOCENT)
def test_talk_about_jobs_that_wishes_for_none_is_free(text):
    assert not job_asks(text)


def test_a_job_ask_keeps_a_draft_from_being_ready_and_shows_its_words():
    remark = job_asks("We met in May. Do you have any openings for me?")[0]
    assert remark.severity is Severity.MUST
    assert "any openings" in remark.excerpt
    assert remark.source
    assert remark.better
    assert remark.worse


def test_the_place_of_a_remark_is_the_place_in_the_text_as_written():
    body = "Dear Ada,\n\nI\u2019m a \u201cstudent\u201d\tat Leeds…  Do you have\nany openings?"
    remark = next(one for one in review(Draft(body=body)).advice if one.rule == "asks-for-a-job")
    assert body[remark.start : remark.end] == remark.excerpt
    assert "any openings" in remark.excerpt


def test_a_job_ask_in_the_subject_is_found_there():
    reviewed = review(Draft(subject="Application for the assistant position", body=f"Dear Ada,{REQUEST}"))
    remark = next(one for one in reviewed.advice if one.rule == "asks-for-a-job")
    assert remark.part == "subject"


def test_a_job_search_that_is_only_mentioned_is_better_left_out_but_no_ask():
    reviewed = review(Draft(body=f"Dear Ada,\n\nI am looking for a job in your field.{REQUEST}"))
    assert not reviewed.facts.asks_for_job
    remark = next(one for one in reviewed.advice if one.rule == "mentions-a-job-search")
    assert remark.severity is Severity.SHOULD


def test_a_job_search_is_an_ask_where_no_conversation_is_asked_for():
    reviewed = review(Draft(body="Dear Ada,\n\nI am looking for a job in your field. I could begin soon."))
    assert reviewed.facts.asks_for_job
