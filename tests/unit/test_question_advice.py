"""Questions for a meeting: which take-away each serves, and how it could be put better."""

from __future__ import annotations

import pytest

from infoview.coach.advice import Severity
from infoview.content import words
from infoview.questions.advice import review_question
from infoview.records.takeaways import OTHER, Takeaway

SERVES = {
    Takeaway.PREPARATION: [
        "How did you get into this line of work?",
        "What did you study, and would you study it again?",
        "What was your first job after graduating?",
        "Is a master's degree worth it in this field?",
        "What led you from carpentry to stage design?",
        "Which licences did you need before you could fly?",
    ],
    Takeaway.PRESENT_JOB: [
        "What does an average Tuesday look like?",
        "What are your main duties?",
        "What do you find most rewarding?",
        "How much of your time goes to meetings?",
        "What did you do at your desk this morning?",
        "Which task do you like least?",
    ],
    Takeaway.LIFESTYLE: [
        "How many hours do you work in a usual week?",
        "How does the job fit with having a family?",
        "What is a typical starting salary in this field?",
        "How do evenings and weekends look?",
        "How often are you called in at night?",
        "Does the job leave you time for your children?",
    ],
    Takeaway.OTHER_POSITIONS: [
        "What other jobs could someone with this training do?",
        "How do people get promoted here?",
        "Who works closest to you, and what are their jobs?",
        "Which entry-level positions are there in publishing?",
        "Where do people move on to after two years in your seat?",
        "What does the team around you look like?",
    ],
    Takeaway.JOB_HUNTING: [
        "How is hiring done here?",
        "What do employers look for on a resume?",
        "How are positions advertised?",
        "What is the interview process like?",
        "What makes you read an application twice?",
        "How long before the start should I apply?",
    ],
    Takeaway.ORGANIZATION: [
        "How would you describe the culture here?",
        "What challenges does the industry face?",
        "How does your firm differ from its competitors?",
        "What is the management style?",
        "How are big decisions taken in this hospital?",
        "Where is your industry heading?",
    ],
    Takeaway.SKILLS_MATCH: [
        "What skills are most important in this work?",
        "How would my background in history be useful here?",
        "What kind of person does well in this job?",
        "Where would an oral historian fit?",
        "Which of my strengths would be of use here?",
        "What must somebody be good at to enjoy this?",
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


def test_a_question_like_none_before_serves_none_of_the_seven():
    assert review_question("Zzz qwv?").takeaway == OTHER
    assert review_question("").takeaway == OTHER


def test_an_example_is_guessed_by_its_likes():
    """Most examples are guessed right; where one is not, its likes outnumber it."""
    examples = [(takeaway, text) for takeaway, texts in words("question_examples").items() for text in texts]
    right = sum(review_question(text).takeaway == takeaway for takeaway, text in examples)
    assert right > 0.97 * len(examples)


def test_every_example_stands_once_under_a_take_away_or_other():
    examples = words("question_examples")
    texts = [text.casefold() for listed in examples.values() for text in listed]

    assert set(examples) == {*Takeaway, OTHER}
    assert len(texts) == len(set(texts))


LONG_LIST = (
    "everything you did between leaving school and starting here, with its twists and turns, the people"
    " you met on your way, and the books you read"
)

ADVISED = {
    "question-asks-for-a-job": [
        "Are there any openings on your team?",
        "Are you hiring right now?",
        "Would you be comfortable referring me?",
        "Could you pass my CV to HR?",
        "Is there a position for me here?",
        "Could you keep me in mind if something opens up?",
        "Could I intern with you this summer?",
        "Do you happen to need a trainee?",
        "Might I begin in your workshop in May?",
        "Would you take me on?",
    ],
    "question-closed": [
        "Do you like your work?",
        "Is the pay good?",
        "Did you study abroad?",
        "Have you ever thought of leaving?",
        "Are the hours long?",
        "And is it what you had hoped for?",
        "Would you do it again?",
        "Don't you get bored?",
        "Isn't your job boring?",
        "After ten years, don't you get bored?",
        "You love your job, don't you?",
        "You would not do it again, would you?",
    ],
    "question-leading": [
        "Don't you think the pay is low?",
        "Isn't it lonely to work from home?",
        "You must love your job, what is best about it?",
        "Surely the hours are terrible?",
        "Wouldn't you agree that theory is overrated?",
        "The work is stressful, right?",
        "I assume you had a mentor?",
        "Don't you get bored?",
        "Isn't your job boring?",
        "Don't you miss teaching?",
        "Didn't you want to be a curator?",
        "Aren't you tired of it?",
        "Don't the hours bother you?",
        "So, wouldn't you say that theory is overrated?",
        "After ten years, don't you get bored?",
        "How is the pay? Isn't it low?",
        "Do you not get lonely?",
        "You love your job, don't you?",
        "You love your job don't you?",
        "You would not do it again, would you?",
        "The work is slow, isn't it?",
        "You trained as a nurse, correct?",
    ],
    "question-two-in-one": [
        "What do you do all day? How did you get there?",
        "How did you start, and what would you do differently?",
        "Which tools do you use and how did you learn them?",
        "What is hard about it, and why do you stay?",
        "How big is the team and who leads it?",
        "Where did you train? And was it worth it?",
    ],
    "question-answered-by-a-search": [
        "What does your company do?",
        "Where did you study?",
        "When was the museum founded?",
        "How many people work for the company?",
        "Who is your director?",
        "Where is your head office?",
        "What's your job title?",
        "What are your opening hours?",
        "What are the museum's opening hours?",
        "When do you open?",
        "What products do you sell?",
        "Which services does your firm offer?",
        "How many staff do you have?",
        "How many employees does the museum have?",
        "How many people work here?",
        "How many branches do you have?",
        "When were you founded?",
        "Where are you based?",
    ],
    "question-too-personal": [
        "Are you married?",
        "How old are you?",
        "Do you have children?",
        "What is your religion?",
        "Who did you vote for?",
        "Are you planning to have a baby?",
        "Have you ever been fired?",
        "What party do you support?",
        "What are your religious views?",
        "What are your political opinions?",
        "Where do you live?",
        "How many children do you have?",
        "Don't you want children?",
        "Do you have a family?",
        "Are you in a relationship?",
        "When were you born?",
    ],
    "question-salary-figure": [
        "How much do you make?",
        "What do you earn?",
        "What's your salary?",
        "How much are you paid?",
        "May I ask what you take home a month?",
        "How big was your bonus last year?",
        "What did you earn when you began?",
    ],
    "question-too-long": [
        "What " + "about the many things " * 9 + "?",
        f"When you look back on {LONG_LIST}, which of them mattered most to you?",
        f"If somebody came to you with {LONG_LIST}, what would you tell that person to do first?",
        f"How would you explain {LONG_LIST} to an outsider who has never set foot in a workshop?",
        f"What, in the light of {LONG_LIST}, do you expect of the ten years that are to come?",
        f"Which part of {LONG_LIST} had the greatest influence on the decision that you took?",
    ],
}

NOT_ADVISED = {
    "question-asks-for-a-job": [
        "How is hiring done here?",
        "Where are vacancies advertised?",
        "How did you find your job?",
        "What would make you hire someone?",
        "How important are referrals?",
        "What should I know before I apply?",
        "What do the weeks before an opening do to you?",
        "Would you recommend this job to a friend?",
        "Are there usually openings in spring?",
        "How do interns fit into your team?",
        "What kind of help do you need in a busy week?",
    ],
    "question-closed": [
        "What do you like about your work?",
        "How good is the pay in this field?",
        "Could you tell me how you chose this field?",
        "Would you describe a day that went well?",
        "Can you walk me through a week?",
        "Is there anything I should have asked?",
        "Do you know anyone else I should meet?",
        "May I tell you how it went?",
        "Why don't you use volunteers?",
        "Couldn't you tell me how it began?",
    ],
    "question-leading": [
        "How do you find the pay?",
        "What is it like to work from home?",
        "What do you love about your job?",
        "How long are the hours?",
        "What do you think of theory, now that you practise?",
        "What would be the right age to begin?",
        "Which assumptions of mine are wrong?",
        "Why don't you use volunteers?",
        "Why isn't it taught anywhere?",
        "What don't they tell you at school?",
        "Which of your tasks, if any, don't you like?",
        "Isn't there anyone else I should meet?",
        "Couldn't you tell me how it began?",
        "If a find doesn't convince you, what do you do?",
        "If you could choose again, would you?",
        "When is the time right?",
        "How do you decide who is right?",
    ],
    "question-two-in-one": [
        "What do you do all day?",
        "What is hard and slow about your work?",
        "Who else would you suggest I talk to, and may I say you sent me?",
        "How do you and your colleagues share the work?",
        "Which books and papers do you go back to?",
        "What surprised you when you came and saw the place?",
    ],
    "question-answered-by-a-search": [
        "What did the merger change for your team?",
        "Which part of your studies matters most today?",
        "What was the museum like when you came?",
        "How does it feel to work with so many people?",
        "What is your director like to work with?",
        "Why is your office in the harbour?",
        "What do you do that your title does not say?",
        "How do opening hours shape your week?",
        "Where is your company heading?",
        "When are you open to new ideas?",
        "Which products do you find hardest to sell?",
        "How many staff do you have on your team?",
        "How many people do you have to convince?",
        "How many people work at your level?",
    ],
    "question-too-personal": [
        "How does the job fit with having a family?",
        "At what age do people usually start?",
        "What do colleagues with children say about the hours?",
        "How open is the firm to people of any belief?",
        "What happens to people who leave?",
        "How does the work change people's lives?",
        "What is it like where you live?",
        "Where do you live during the digs?",
        "Which party do you represent in court?",
        "How do you vote on what is bought?",
        "Which exhibit do visitors vote for most?",
        "What do political changes do to your work?",
        "Do you have children in the museum every day?",
    ],
    "question-salary-figure": [
        "What are the pay ranges in this field?",
        "What does a beginner usually earn?",
        "How does pay grow over the years?",
        "How do people get by in the first years?",
        "How is pay decided here?",
        "How much time do you have for your own ideas?",
        "What do you make in the workshop?",
    ],
    "question-too-long": [
        "What filled last week?",
        "Which training would you choose again?",
        "How do evenings and weekends look?",
        "What would you tell somebody who starts next month with nothing but good will?",
        "Which of the steps you took on your way here would you take again, and in the same order?",
        "Who?",
    ],
}


def _pairs(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(rule, text) for rule, texts in table.items() for text in texts]


@pytest.mark.parametrize(("rule", "text"), _pairs(ADVISED))
def test_a_question_is_put_better(rule, text):
    assert rule in {remark.rule for remark in review_question(text).advice}


@pytest.mark.parametrize(("rule", "text"), _pairs(NOT_ADVISED))
def test_a_question_needs_no_such_advice(rule, text):
    assert rule not in {remark.rule for remark in review_question(text).advice}


@pytest.mark.parametrize("apostrophe", ["'", "\u2019", "\u02bc", "`", ""])
@pytest.mark.parametrize("text", ["Don't you get bored?", "The pay is low, isn't it?", "ISN'T IT LONELY?"])
def test_a_leading_question_is_known_by_any_apostrophe_and_by_none(text, apostrophe):
    rules = [remark.rule for remark in review_question(text.replace("'", apostrophe)).advice]
    assert rules == ["question-leading", "question-closed"]


def test_the_remark_on_a_leading_question_points_at_its_not():
    first, *_ = review_question("How is the pay? Isn\u2019t it low?").advice
    assert (first.rule, first.start, first.excerpt) == ("question-leading", 16, "Isn't it")


def test_every_rule_has_six_questions_it_is_for_and_six_it_is_not_for():
    assert ADVISED.keys() == NOT_ADVISED.keys()
    assert all(len(texts) >= 6 for table in (ADVISED, NOT_ADVISED) for texts in table.values())


@pytest.mark.parametrize("text", ADVISED["question-asks-for-a-job"])
def test_a_wish_for_a_job_comes_first_and_is_a_must(text):
    reviewed = review_question(text)

    assert reviewed.asks_for_job
    assert reviewed.takeaway == Takeaway.JOB_HUNTING
    assert reviewed.advice[0].severity is Severity.MUST


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
