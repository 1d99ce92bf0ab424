"""The facts of a request: who, how found, a conversation, how long, unfilled fields, a résumé."""

from __future__ import annotations

import pytest

from infoview.coach import Draft, Facts, review


def facts(text: str) -> Facts:
    return review(Draft(body=f"Dear Ada,\n\n{text}")).facts


@pytest.mark.parametrize(
    "text",
    [
        "I am finishing a history MA in Leeds and weighing museum work.",
        "After eight years in nursing I am exploring health policy.",
        "I'm a sophomore at Birchwood.",
        "I graduated last spring with a degree in music.",
        "My background is in theatre.",
        "Noor here, third-year physics student at Leeds.",
        "I am completing a PhD in history.",
        "Having taught for ten years, I am ready for a change.",
        "I'm new to the field, coming from sales.",
        "I am [your role] at [university].",
        "I'm currently on a gap year.",
        "Ravi here, ex-teacher turned coder.",
        "I mend church organs in the Marches.",
        "For twenty years I sold fish on the quay.",
        "Marine biologist (PhD 2018), now keeping books.",
        "Accordion builder here, from Castelfidardo.",
        "I was made redundant from a foundry in May.",
        "I'm twelve years into a career in freight.",
    ],
)
def test_study_work_or_background_say_who_somebody_is(text):
    assert facts(text).has_who


@pytest.mark.parametrize(
    "text",
    [
        "My name is Ana.",
        "My name is Livia and I am very interested in your field.",
        "I came across your profile and wanted to connect.",
        "I am a big fan of your podcast.",
        "As someone who is passionate about maps, I admire you.",
        "I would love to hear about your path.",
        "I am flexible with scheduling and can come to you.",
        "I wonder whether we could talk, if I may ask.",
        "I'm on the lookout for people in your line.",
        "You have run the archive for twelve years.",
    ],
)
def test_a_name_or_an_interest_does_not_say_who_somebody_is(text):
    assert not facts(text).has_who


@pytest.mark.parametrize(
    "text",
    [
        "My cousin James, who rowed with you, thought you might be open to a question.",
        "I heard your panel on open archives in May.",
        "I saw on the museum's site that you run the programme.",
        "Prof. Beck gave me your name.",
        "We met at the fair in March.",
        "I found you in the Leeds alumni directory.",
        "Your article on school visits made me rethink mine.",
        "A friend of mine, Tom, works with you and suggested I write.",
        "I have followed your lab's work for years.",
        "Like you, I studied in Utrecht.",
        "James Drake recommended that I contact you.",
        "My roommate works with you.",
        "You were quoted in the Herald.",
        "Mr. Hall passed me your details.",
        "Aunt Bea says you know more about bees than anyone in Kent.",
        "You mended my grandfather's clock.",
        "Your brother Omar sings in my choir.",
        "My sister is a patient of yours.",
        "I walk past your workshop every morning.",
        "[Name of friend] told me about you.",
        "Your lecture notes taught me how to prune.",
        "We played in the same orchestra; in fact we sat together.",
        "My children still talk about the night walk you led.",
        "You run the ferry my mother takes.",
        "The guild's yearbook lists you among its bell founders.",
        "Two of your pupils sing in my choir.",
        "You may remember me from the queue at the lecture.",
    ],
)
def test_a_referral_something_seen_or_something_shared_says_how_they_were_found(text):
    assert facts(text).has_how_found


@pytest.mark.parametrize(
    "text",
    [
        "I am interested in museums.",
        "I would love to learn about your career.",
        "I look forward to hearing from you.",
        "Your career is very inspiring.",
        "I want to hear your story.",
        "I heard that design is hard.",
        "I am glad of any time that works for you.",
        "I have been following the industry closely.",
        "I admire people who work in your profession.",
        "It would be a pleasure to meet you.",
        "Could I ask about your garden?",
    ],
)
def test_interest_alone_does_not_say_how_they_were_found(text):
    assert not facts(text).has_how_found


@pytest.mark.parametrize(
    "text",
    [
        "Might you have 20 minutes for a coffee or a call?",
        "Would a short call in the next two weeks be possible?",
        "I would be grateful for fifteen minutes of your time.",
        "Could I come by your office?",
        "Can I call you some evening?",
        "I wonder if you would have a bit of time to have coffee with me.",
        "Please let me know when you might be available to meet.",
        "Would it be okay if I called you?",
        "Any chance we could chat?",
        "Won't you meet me for coffee?",
        "I am not asking for a referral — just 10 minutes of your time.",
        "It would be lovely to share a pint and hear how it went.",
        "Is Tuesday too soon for a walk round the allotment and a chat?",
        "My request: a telephone call of any length.",
        "Lunch on Thursday, perhaps?",
    ],
)
def test_asking_to_talk_is_a_request_for_a_conversation(text):
    assert facts(text).has_meeting_request


@pytest.mark.parametrize(
    "text",
    [
        "Could you answer three questions by email?",
        "I look forward to hearing from you.",
        "It was great to meet you last week.",
        "Thank you for connecting.",
        "Could you introduce me to Mr. Vogt?",
        "We spoke last week about maps.",
        "I am hoping to connect with archivists at companies like yours.",
        "I am not asking for a call; two lines by mail would do.",
        "Would you take a few minutes to review these plans?",
    ],
)
def test_talk_gone_by_or_by_mail_is_no_request_for_a_conversation(text):
    assert not facts(text).has_meeting_request


@pytest.mark.parametrize(
    "text",
    [
        "Could we have a quick call?",
        "half an hour would do",
        "20\u201330 minute chat",
        "a bit of your time",
        "15-20 mins",
    ],
)
def test_minutes_and_words_for_a_short_time_say_how_long(text):
    assert facts(text).names_time_ask


@pytest.mark.parametrize(
    "text",
    ["I live 20 minutes away.", "Could we meet some time?", "I have short hair.", "whenever you have time"],
)
def test_other_times_do_not_say_how_long(text):
    assert not facts(text).names_time_ask


@pytest.mark.parametrize(
    "text",
    [
        "Hi [Name],",
        "Dear {{first_name}}",
        "Dear <NAME>,",
        "I study at (your school).",
        "I met you at ____.",
        "Hello XYZ,",
        "Dear FIRST_NAME,",
        "Hi %FNAME%,",
        "Dear Your Name",
        "I admire Company X.",
        "Hi recruiter_name,",
        "Dear <<Name>>",
        "Hello ${name}",
        "I saw (the company's name) grow.",
        "I am interested in… and would like to talk.",
    ],
)
def test_a_field_left_unfilled_is_found_in_any_style(text):
    assert facts(text).has_placeholders


@pytest.mark.parametrize(
    "text",
    [
        "I saw [1] your text.",
        "My address is <ada@example.org>.",
        "I love this <3",
        "It was (as you said) great.",
        "Write to ada_park@example.org.",
        "See [my page](https://example.org).",
        "Tel (555) 123-4567",
        "I studied law (LL.B.) at Leeds (2019-2022).",
        "well... I think so",
    ],
)
def test_brackets_and_dots_of_ordinary_writing_are_no_fields(text):
    assert not facts(text).has_placeholders


def test_an_unfilled_field_in_the_subject_is_found():
    assert review(Draft(subject="Question about [Company]", body="Dear Ada,")).facts.has_placeholders


@pytest.mark.parametrize(
    "text",
    [
        "My résumé is attached for your consideration.",
        "I attach my CV.",
        "CV: https://example.org/cv.pdf",
        "Attached please find a copy of my resume.",
        "I've linked my resume below.",
        "Thank you.\n\nBest,\nNoor\n\nAttachment: Noor_Resume.pdf",
    ],
)
def test_a_resume_attached_or_linked_is_found(text):
    assert facts(text).attaches_resume


@pytest.mark.parametrize(
    "text",
    [
        "I would be happy to send my resume.",
        "I will bring my résumé in case you would like to see it.",
        "I have not attached my resume.",
        "Could you look at my resume?",
        "I attached a photo of the map.",
    ],
)
def test_a_resume_offered_or_talked_about_is_not_attached(text):
    assert not facts(text).attaches_resume
