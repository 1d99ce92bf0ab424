"""Questions for a meeting: which take-away each serves, and how it could be put better."""

from __future__ import annotations

import pytest

from infoview.advice import Severity
from infoview.coach.questions import OTHER, review_question
from infoview.takeaways import Takeaway

SERVES = {
    Takeaway.PREPARATION: [
        "How did you get into this line of work?",
        "What did you study, and would you study it again?",
        "What was your first job after graduating?",
        "Is a master's degree worth it in this field?",
    ],
    Takeaway.PRESENT_JOB: [
        "What does an average Tuesday look like?",
        "What are your main duties?",
        "What do you find most rewarding?",
        "How much of your time goes to meetings?",
    ],
    Takeaway.LIFESTYLE: [
        "How many hours do you work in a usual week?",
        "How does the job fit with having a family?",
        "What is a typical starting salary in this field?",
        "How do evenings and weekends look?",
    ],
    Takeaway.OTHER_POSITIONS: [
        "What other jobs could someone with this training do?",
        "How do people get promoted here?",
        "Who works closest to you, and what are their jobs?",
        "Which entry-level positions are there in publishing?",
    ],
    Takeaway.JOB_HUNTING: [
        "How is hiring done here?",
        "What do employers look for on a resume?",
        "How are positions advertised?",
        "What is the interview process like?",
    ],
    Takeaway.ORGANIZATION: [
        "How would you describe the culture here?",
        "What challenges does the industry face?",
        "How does your firm differ from its competitors?",
        "What is the management style?",
    ],
    Takeaway.SKILLS_MATCH: [
        "What skills are most important in this work?",
        "How would my background in history be useful here?",
        "What kind of person does well in this job?",
        "Where would an oral historian fit?",
    ],
    OTHER: [
        "Who else would you suggest I talk to?",
        "What books or websites should I read?",
        "Is there anything I forgot to ask?",
        "What do you wish you had known when you started?",
    ],
}


@pytest.mark.parametrize(
    ("takeaway", "text"), [(key, text) for key, texts in SERVES.items() for text in texts]
)
def test_a_question_serves_a_take_away(takeaway, text):
    assert review_question(text).takeaway == takeaway


@pytest.mark.parametrize(
    "text",
    [
        "Are there any openings on your team?",
        "Are you hiring right now?",
        "Would you be comfortable referring me?",
        "Could you pass my CV to HR?",
        "Is there a position for me here?",
        "Could you keep me in mind if something opens up?",
        "Could I intern with you this summer?",
    ],
)
def test_a_question_that_wishes_for_a_job_is_a_must(text):
    reviewed = review_question(text)
    assert reviewed.asks_for_job
    assert reviewed.advice[0].severity is Severity.MUST


@pytest.mark.parametrize(
    "text",
    [
        "How is hiring done here?",
        "Where are vacancies advertised?",
        "How did you find your job?",
        "What would make you hire someone?",
        "How important are referrals?",
        "What should I know before I apply?",
        "What do the weeks before an opening do to you?",
        "Would you recommend this job to a friend?",
    ],
)
def test_a_question_about_hiring_is_no_job_ask(text):
    assert not review_question(text).asks_for_job


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Do you like your work?", "question-closed"),
        ("Don't you think the pay is low?", "question-leading"),
        ("What do you do all day? How did you get there?", "question-two-in-one"),
        ("What does your company do?", "question-answered-by-a-search"),
        ("Where did you study?", "question-answered-by-a-search"),
        ("Are you married?", "question-too-personal"),
        ("How much do you make?", "question-salary-figure"),
        ("What " + "about the many things " * 9 + "?", "question-too-long"),
    ],
)
def test_a_question_is_put_better(text, rule):
    assert rule in {remark.rule for remark in review_question(text).advice}


@pytest.mark.parametrize(
    "text",
    [
        "What filled last week?",
        "Which training would you choose again?",
        "How do evenings and weekends look?",
        "Could you tell me how you chose this field?",
        "What are the pay ranges in this field?",
        "Who else would you suggest I talk to, and may I say you sent me?",
    ],
)
def test_a_good_question_needs_nothing(text):
    assert review_question(text).advice == ()
