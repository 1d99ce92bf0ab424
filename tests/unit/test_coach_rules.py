"""Every rule of the coach with texts it is for and texts it is not for.

Each table has two lists of at least six: what the rule remarks on, and what it leaves in peace. `LINES` are
put into a good request, `SUBJECTS` and `GREETINGS` replace its own, `REQUESTS` are whole messages.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from infoview.coach import Draft, DraftKind, review
from infoview.content import words

GOOD = Draft(
    subject="Your talk on ballast stones",
    body=(
        "Dear Dr. Voss,\n\n"
        "Your talk on ballast stones changed a chapter of my thesis (PhD in history, Larkfield). "
        "I am thinking about museum careers and would like to understand how a curator's year "
        "really runs.\n\n"
        "Would you have half an hour to talk, by phone or at the museum, in October? "
        "If this is a bad season, a line by e-mail would help just as much.\n\n"
        "Thank you,\nLydia Crane"
    ),
    recipient_name="Dr. Henrik Voss",
    recipient_organization="Harbor Museum",
    sender_name="Lydia Crane",
    other_names=("Imke Brandt", "Alder Gallery"),
    known="Curator of ships. Studied in Uppsala. Spoke at the Larkfield history day.",
)

Table = dict[str, tuple[list[str], list[str]]]

LINES: Table = {
    "mentions-a-job-search": (
        [
            "I am looking for a job in your field.",
            "As I begin my job search, I read a lot.",
            "I am currently exploring new opportunities in shipping.",
            "I am hunting for an internship somewhere in the north.",
            "I am applying for jobs in the spring.",
            "Next month I start my job hunt.",
        ],
        [
            "I like my job at the library.",
            "I want to choose a direction before I apply anywhere.",
            "I am looking for a direction.",
            "I am not looking for a job.",
            "I am exploring what museums do.",
            "How did people find their way into your line of work?",
        ],
    ),
    "presumes": (
        [
            "I will come by your office on Tuesday.",
            "I can only do Friday at four.",
            "I am sure you will not refuse.",
            "I will keep trying until it suits.",
            "See you on Monday!",
            "I'll call you tomorrow morning.",
            "I expect to hear from you soon.",
        ],
        [
            "I will bring a list of questions.",
            "I can do any day but Friday.",
            "I am sure it is a busy season.",
            "Tuesday would be easy for me, but I can fit around you.",
            "I will happily come to you.",
            "I keep a diary of ships.",
        ],
    ),
    "private-facts": (
        [
            "I saw your holiday photos.",
            "Congratulations on your baby!",
            "I found your Instagram and liked it.",
            "I know where you live, near the harbour.",
            "You must be tired since you just had a baby.",
            "Your wedding pictures were lovely.",
        ],
        [
            "I saw your photographs of the wreck in the catalogue.",
            "Congratulations on your new post!",
            "I found your essay in the reading room.",
            "I live near the harbour.",
            "My daughter liked your exhibition.",
            "Your house style for labels is a joy.",
        ],
    ),
    "answered-by-a-search": (
        [
            "Could you tell me what your museum does?",
            "Where did you study?",
            "What is your job title?",
            "I wonder what your company does.",
            "Where is your office located?",
            "What does your organization do?",
        ],
        [
            "What surprised you after the move?",
            "Which part of your studies turned out to matter?",
            "What does your team argue about?",
            "How did you choose between the two?",
            "I read on your site what the museum does.",
            "What did your first year teach you?",
        ],
    ),
    "over-30-minutes": (
        [
            "An hour or two of your time would be great.",
            "Could we have a 45-minute call?",
            "I would need about 90 minutes.",
            "Forty-five minutes would do.",
            "A whole afternoon with you would be a dream.",
            "Two hours would be ideal.",
        ],
        [
            "Half an hour is plenty.",
            "Twenty minutes would do.",
            "I live an hour away.",
            "A quarter of an hour would help.",
            "The museum is a 45-minute drive from here.",
            "A 15-minute call, whenever suits you.",
        ],
    ),
    "pick-your-brain": (
        [
            "Can I pick your brain?",
            "I would love to pick your brains about ropes.",
            "It would be a networking call.",
            "I want to expand my network.",
            "I have a quick favour to ask.",
            "Let us have a networking chat.",
        ],
        [
            "Could I ask how you chose between the two?",
            "I have a question about ropes.",
            "I am curious about the year behind the scenes.",
            "The brain of a whale was on show.",
            "You do me a favour by reading this.",
            "I learnt a lot from the network of old harbours you drew.",
        ],
    ),
    "begging": (
        [
            "I know I am a nobody in this field.",
            "I am so sorry to bother you.",
            "Please, please help me.",
            "I am really desperate.",
            "I know you are extremely busy.",
            "It would mean the world to me.",
            "I would be eternally grateful.",
        ],
        [
            "Nobody at my college works on ships.",
            "I was sorry to miss the guided tour.",
            "Please excuse the long sentence.",
            "You explain it with great patience.",
            "I know how full October can be.",
            "I am grateful to Ms. Hall for the hint.",
        ],
    ),
    "flattery": (
        [
            "You are a true visionary!",
            "You are a legend.",
            "You're such an inspiration.",
            "Your incredible career leaves me speechless.",
            "I admire your phenomenal achievements.",
            "You are my idol, the guru of ships.",
        ],
        [
            "I enjoyed the clarity of your talk.",
            "You moved from law to ships, which I keep thinking about.",
            "Your label on the anchor made me laugh.",
            "The legend of the lost bell is in your book.",
            "You are a curator, and I would like to know how that came about.",
            "Your career began at sea.",
        ],
    ),
    "stock-phrase": (
        [
            "I hope this email finds you well.",
            "I am reaching out to explore synergies.",
            "I am passionate about museums.",
            "It resonates deeply with me.",
            "I would value your invaluable insights.",
            "I want to leverage my background.",
        ],
        [
            "I hope the storm spared the quay.",
            "I reached the last page of your book last night.",
            "I like museums, most of all the small ones.",
            "The bell resonates through the hall.",
            "Your answer would help me choose.",
            "I used a lever to lift the stone.",
        ],
    ),
    "text-speak": (
        [
            "Pls write soon.",
            "lmk if that works.",
            "thx for reading.",
            "ur book is great.",
            "I gotta ask.",
            "btw I row.",
        ],
        [
            "Please write soon.",
            "The letter is older than the harbour.",
            "Ropes and tar.",
            "I study at TU Delft.",
            "Thanks for reading.",
            "The R. Crane you cite is my aunt.",
        ],
    ),
    "many-marks": (
        ["I cannot wait!!!", "Really??", "What a talk!!", "Is that so?!", "Thanks!!", "So good!!!!"],
        ["What a talk!", "Is that so?", "I wonder.", "No. Yes.", "Well… perhaps.", "It was (almost) dark."],
    ),
    "emoji": (
        ["I like maps 🙏.", "Thank you 😀", "Ships ⛵ are great.", "So fun :)", "Oh well ;-)", "Hooray 🎉"],
        [
            "I like maps.",
            "The ratio is 3:1.",
            "Three things: rope, tar, sail.",
            "It ended at 4:30.",
            "The sign reads NO ENTRY.",
            "A → B was the only way.",
        ],
    ),
    "double-space": (
        ["There is  a gap.", "I  row.", "Two  words.", "One   more.", "A ship  and a bell.", "So  it goes."],
        ["There is a gap.", "I row.", "Two words.", "One more.", "A ship and a bell.", "So it goes."],
    ),
    "attaches-resume": (
        [
            "I attach my CV.",
            "My résumé is attached.",
            "Please find enclosed my resume.",
            "My CV is here: https://example.org/cv.pdf",
            "I have included my curriculum vitae below.",
            "Resume: https://example.org/lydia.pdf",
            "My resume's attached.",
        ],
        [
            "I would leave my CV at home.",
            "My thesis is in the library.",
            "I attach great value to clear labels.",
            "My CV is short: school, sea, university.",
            "I could bring my CV if you like.",
            "Nothing is attached to this letter.",
        ],
    ),
    "offers-resume": (
        [
            "I can send you my resume.",
            "I would be happy to share my CV.",
            "I could bring my CV if you like.",
            "My résumé is available on request.",
            "Shall I forward my resume?",
            "I am glad to provide a copy of my CV.",
        ],
        [
            "I can send you my questions.",
            "I would be happy to share what I find.",
            "I could bring coffee.",
            "My thesis is available in the library.",
            "Shall I forward the programme of the history day?",
            "I resumed my studies in May.",
        ],
    ),
    "more-than-one-ask": (
        [
            "Could you introduce me to your director?",
            "Would you also read my essay?",
            "I hoped you might look at my thesis.",
            "Might you become my mentor?",
            "Could you send me some slides?",
            "I would like to shadow you.",
            "Would you write me a letter of recommendation?",
        ],
        [
            "My director introduced us, you may recall.",
            "I read your essay twice.",
            "My thesis looks at ropes.",
            "My mentor at college knows your book.",
            "You sent the slides to everybody, which was kind.",
            "I am not asking for an introduction to your director.",
            "By phone would suit me, and I could also come to you.",
        ],
    ),
    "overclaims": (
        [
            "I have read all your books.",
            "I am your biggest fan.",
            "I follow every word you write.",
            "I know everything you have published.",
            "I know your work inside out.",
            "I have heard every one of your talks.",
        ],
        [
            "I have read one of your books.",
            "I am a fan of small museums.",
            "I follow the harbour's news.",
            "I know the ship you wrote about.",
            "I heard one talk of yours, in May.",
            "Everything about the harbour interests me.",
            "I have not read all your books.",
        ],
    ),
    "wrong-organization": (
        [
            "I saw that you work at the Tidal Institute.",
            "You now work for Brightwater Shipping.",
            "Your role at Fernhill Labs interests me.",
            "You are working at Oldport Library, I read.",
            "Your current position at Marlow College made me curious.",
            "You teach at Eastgate Academy.",
        ],
        [
            "I saw that you work at the Harbor Museum.",
            "You work for the museum of my home town.",
            "Your role at HM interests me.",
            "I work at the Tidal Institute.",
            "You do not work at the Tidal Institute any more.",
            "You spoke at Larkfield in May.",
        ],
    ),
    "not-on-record": (
        [
            "You studied at Utrecht, like me.",
            "We both went to Marlow College.",
            "As a fellow Eastgate graduate I was glad to find you.",
            "You graduated from Delft a few years earlier.",
            "You are a trustee at Brightwater Foundation.",
            "We both trained at Oldport Infirmary.",
        ],
        [
            "You studied at Uppsala, I read.",
            "I studied at Utrecht.",
            "As a fellow Larkfield graduate I was glad to find you.",
            "You studied ships before anybody else did.",
            "You are the curator at the Harbor Museum.",
            "We both went to the talk.",
        ],
    ),
    "organization-misspelt": (
        [
            "I often visit the Harbour Museum.",
            "The Harbor Musuem is near my school.",
            "I saw the Harbor Muesum's bell.",
            "Harber Museum is dear to me.",
            "The Habor Museum has my grandfather's oar.",
            "I wrote on the Harbor Museeum once.",
        ],
        [
            "I often visit the Harbor Museum.",
            "I often visit the Harbor Museum's shop.",
            "I often visit the Tidal Museum.",
            "The harbour is near my school.",
            "Museums by the sea are my theme.",
            "The Harbor Museum, as you know, is small.",
        ],
    ),
    "other-name": (
        [
            "I would love to learn from Imke Brandt.",
            "The Alder Gallery is where I would like to be.",
            "I admire the shows of the Alder Gallery.",
            "Imke Brandt is the person I have in mind.",
            "What you do at the Alder Gallery is rare.",
            "My question is for imke brandt.",
        ],
        [
            "Imke Brandt suggested that I write to you.",
            "Imke Brandt told me about your bell.",
            "Somebody named Brandt wrote on ropes.",
            "Alder trees line the quay.",
            "The gallery upstairs is my favourite.",
            "Your colleague Imke Brandt gave me your name.",
        ],
    ),
}


def rules(draft: Draft) -> dict[str, str]:
    return {remark.rule: remark.severity.value for remark in review(draft).advice}


def with_line(line: str) -> Draft:
    return replace(GOOD, body=GOOD.body.replace("\n\nWould you", f"\n\n{line} Would you"))


def fires(table: Table) -> list[tuple[str, str]]:
    return [(rule, text) for rule, (texts, _) in table.items() for text in texts]


def leaves(table: Table) -> list[tuple[str, str]]:
    return [(rule, text) for rule, (_, texts) in table.items() for text in texts]


@pytest.mark.parametrize(("rule", "line"), fires(LINES))
def test_a_line_is_remarked_on(rule, line):
    assert rule in rules(with_line(line))


@pytest.mark.parametrize(("rule", "line"), leaves(LINES))
def test_a_line_is_left_in_peace(rule, line):
    assert rule not in rules(with_line(line))


SUBJECTS: Table = {
    "no-subject": (
        ["", " ", "  ", "\t", "\u00a0", "   \t "],
        ["Ropes", "Your talk", "A student's question", "Larkfield", "Ballast stones", "Hello"],
    ),
    "vague-subject": (
        [
            "Hello!",
            "Question",
            "Networking",
            "Quick question",
            "Informational interview",
            "Hi there",
            "Advice?",
        ],
        [
            "Question about ballast stones",
            "Larkfield student, your May talk",
            "Advice on rope museums",
            "A nurse curious about ships",
            "Your move from law to ships",
            "Hello from the history day",
        ],
    ),
    "shouting-subject": (
        ["URGENT REQUEST", "HELLO", "PLEASE READ", "YOUR TALK", "STUDENT QUESTION", "BALLAST STONES"],
        ["Your talk", "PhD", "DNA", "MIT student, your talk", "A question on HMS Ark", "ballast stones"],
    ),
    "long-subject": (
        [
            "A rather long subject that says everything there is to say",
            "Request for an informational interview about your career as a curator of ships",
            "I am a student and I would like to know more about museums",
            "One two three four five six seven eight nine",
            "Your talk on ballast stones, ropes, bells, anchors and the harbour of Larkfield",
            "Question about the curatorship-of-maritime-collections-programme in Larkfield",
        ],
        [
            "Your talk",
            "Ropes",
            "A question on ballast stones",
            "Larkfield student, May talk",
            "Ships",
            "Your book",
        ],
    ),
}

GREETINGS: Table = {
    "greets-nobody": (
        [
            "Dear Sir or Madam,",
            "To whom it may concern:",
            "Dear Hiring Manager,",
            "Dear Sirs,",
            "Dear Recruiter,",
            "Dear Madam,",
        ],
        [
            "Dear Dr. Voss,",
            "Dear Henrik,",
            "Hello Dr. Voss,",
            "Good morning Henrik,",
            "Hi Henrik Voss,",
            "Voss,",
        ],
    ),
    "greets-without-name": (
        ["Hi there,", "Hello,", "Dear all,", "Hey!", "Good morning,", "Greetings,", "Hi,"],
        [
            "Dear Dr. Voss,",
            "Dear Henrik,",
            "Hello Dr. Voss,",
            "Good morning Henrik,",
            "Hi Henrik Voss,",
            "Hey Henrik!",
        ],
    ),
    "name-misspelt": (
        [
            "Dear Dr. Vos,",
            "Dear Henrick,",
            "Dear Hendrik,",
            "Hello Dr. Vosss,",
            "Dear Henrik Vass,",
            "Hi Henrk,",
        ],
        [
            "Dear Dr. Voss,",
            "Dear Henrik,",
            "Dear Henrik Voss,",
            "Hi Dr Voss,",
            "Dear Professor Voss,",
            "Dear H. Voss,",
        ],
    ),
    "wrong-name": (
        [
            "Dear Ms. Brandt,",
            "Dear Imke,",
            "Hello Tom,",
            "Dear Professor Adeyemi,",
            "Hi Ada,",
            "Dear Mr. Quist,",
        ],
        [
            "Dear Dr. Voss,",
            "Dear Henrik,",
            "Dear Henrik Voss,",
            "Hi Dr Voss,",
            "Dear Professor Voss,",
            "Hello,",
        ],
    ),
    "guessed-title": (
        [
            "Dear Mr. Henrik Voss,",
            "Dear Ms Henrik Voss,",
            "Dear Mrs. Henrik Voss,",
            "Hello Mr Henrik,",
            "Dear Miss Henrik Voss,",
            "Good morning Mr. Henrik Voss,",
        ],
        [
            "Dear Dr. Voss,",
            "Dear Henrik,",
            "Dear Henrik Voss,",
            "Hi Dr. Henrik Voss,",
            "Dear Prof. Voss,",
            "Hello,",
        ],
    ),
}


@pytest.mark.parametrize(("rule", "subject"), fires(SUBJECTS))
def test_a_subject_is_remarked_on(rule, subject):
    assert rule in rules(replace(GOOD, subject=subject))


@pytest.mark.parametrize(("rule", "subject"), leaves(SUBJECTS))
def test_a_subject_is_left_in_peace(rule, subject):
    assert rule not in rules(replace(GOOD, subject=subject))


def greeted(greeting: str) -> Draft:
    return replace(GOOD, body=GOOD.body.replace("Dear Dr. Voss,", greeting))


@pytest.mark.parametrize(("rule", "greeting"), fires(GREETINGS))
def test_a_greeting_is_remarked_on(rule, greeting):
    assert rule in rules(greeted(greeting))


@pytest.mark.parametrize(("rule", "greeting"), leaves(GREETINGS))
def test_a_greeting_is_left_in_peace(rule, greeting):
    assert rule not in rules(greeted(greeting))


ASK = "Would you have half an hour to talk, by phone or at the museum, in October?"
WAY_OUT = "If this is a bad season, a line by e-mail would help just as much."
WHO = "I am a nurse in Larkfield and am curious about museum work."
LINK = "I heard your talk on ballast stones in May."
END = "\n\nThank you,\nLydia Crane"

REQUESTS: Table = {
    "not-a-question": (
        [
            f"{WHO} {LINK} I would love to meet you in October.",
            f"{WHO} {LINK} I look forward to a short call with you. Please let me know when to call.",
            f"{WHO} {LINK} I hope to talk with you for ten minutes.",
            f"{WHO} {LINK} I want to have coffee with you.",
            f"{WHO} {LINK} I ask for twenty minutes of your time.",
            f"{WHO} {LINK} It would be great to speak with you some day.",
        ],
        [
            f"{WHO} {LINK} {ASK}",
            f"{WHO} {LINK} May I call you for ten minutes?",
            f"{WHO} {LINK} I wonder if you would have coffee with me.",
            f"{WHO} {LINK} I was wondering whether we could talk.",
            f"{WHO} {LINK} Might I come by in October?",
            f"{WHO} {LINK}",
        ],
    ),
    "no-duration": (
        [
            f"{WHO} {LINK} Could we talk in October?",
            f"{WHO} {LINK} May I buy you a coffee?",
            f"{WHO} {LINK} Would you meet me at the museum?",
            f"{WHO} {LINK} I would be glad of a conversation.",
            f"{WHO} {LINK} Might we speak by phone?",
            f"{WHO} {LINK} Could I visit you one morning?",
        ],
        [
            f"{WHO} {LINK} {ASK}",
            f"{WHO} {LINK} Could we have a short call?",
            f"{WHO} {LINK} Could we talk for 20 minutes?",
            f"{WHO} {LINK} Would you have a bit of time for a call?",
            f"{WHO} {LINK} May I call you for a quarter of an hour?",
            f"{WHO} {LINK}",
        ],
    ),
    "no-times": (
        [
            f"{WHO} {LINK} Could we talk for ten minutes?",
            f"{WHO} {LINK} May I buy you a coffee?",
            f"{WHO} {LINK} Would you meet me for half an hour?",
            f"{WHO} {LINK} I would be glad of a short conversation.",
            f"{WHO} {LINK} Might we speak by phone?",
            f"{WHO} {LINK} Could I have twenty minutes on the telephone?",
        ],
        [
            f"{WHO} {LINK} {ASK}",
            f"{WHO} {LINK} Could we talk in the next two weeks?",
            f"{WHO} {LINK} May I call you on a Tuesday?",
            f"{WHO} {LINK} Would you meet me whenever it suits you?",
            f"{WHO} {LINK} May I buy you a coffee? I can work around your schedule.",
            f"{WHO} {LINK} Could we talk one evening?",
        ],
    ),
    "no-easy-no": (
        [
            f"{WHO} {LINK} {ASK}",
            f"{WHO} {LINK} Could we talk for ten minutes?",
            f"{WHO} {LINK} May I buy you a coffee?",
            f"{WHO} {LINK} I would be glad of a short conversation.",
            f"{WHO} {LINK} Might we speak by phone on Monday?",
            f"{WHO} {LINK} I ask for twenty minutes.",
        ],
        [
            f"{WHO} {LINK} {ASK} {WAY_OUT}",
            f"{WHO} {LINK} {ASK} No worries if you are busy.",
            f"{WHO} {LINK} {ASK} I will understand if the season is full.",
            f"{WHO} {LINK} {ASK} Either way, thank you.",
            f"{WHO} {LINK} {ASK} If not, three lines by mail would be fine.",
            f"{WHO} {LINK} If you are willing, could we talk?",
        ],
    ),
    "more-about-me": (
        [
            "I study law. I like maps. My thesis is on roads. I row. I will finish in May. Could we talk?",
            "I am a nurse. I have two cats. I read a lot. I want to change. May I call you?",
            "My name is Ana. I cook. I bake. I love bread. I saw you.",
            "I moved here in May. I know nobody. My job is dull. I am bored. I met you.",
            "I paint. I draw. I carve. I weave. I sell my things. You know how.",
            "I left school. I went to sea. I came home. My knee hurts. I heard you.",
        ],
        [
            "I study law. Your maps are my joy. You drew roads. I row. Could we talk?",
            "You wrote on wards. I am a nurse. Your chapter on nights is true. May I call you?",
            "I am a nurse. Could we talk?",
            "Your talk was clear. You spoke of ropes. I row. My boat leaks. May I ask you why?",
            "You carve. You weave. Your things last. I paint. Could you tell me how?",
            "Ships are slow. The sea is wide. The day is long. I row. May I call you?",
        ],
    ),
    "no-detail-about-them": (
        [
            "I am a nurse. Your career is very inspiring. Could we talk?",
            "I am a nurse. I admire your work. Could we talk?",
            "I am a nurse. Your profile looks great. Could we talk?",
            "I am a nurse. You seem nice. Could we talk?",
            "I am a nurse. I would love your advice. Could we talk?",
            "I am a nurse. Could you spare ten minutes?",
        ],
        [
            "I am a nurse. Your talk on wards in May was clear. Could we talk?",
            "I am a nurse. You moved from the lab to patents. Could we talk?",
            "I am a nurse. You run the archive in Leeds. Could we talk?",
            "I am a nurse. I saw your film about eels. Could we talk?",
            "I am a nurse. You wrote that nobody likes night shifts. Could we talk?",
            "I am a nurse. You started at Larkfield in 2009. Could we talk?",
        ],
    ),
    "long-who": (
        [
            f"{WHO} I have worked on four wards. Before that I studied biology. {LINK} {ASK}",
            f"I study law at Leeds. My thesis is on roads. I work in a library. {LINK} {ASK}",
            f"I am a baker. I run a shop in Hull. I trained in Lyon. {LINK} {ASK}",
            f"I graduated in May. I interned at a port. I now drive a van. {LINK} {ASK}",
            f"After ten years at sea I am a teacher. I teach maths. I coach rowing. {LINK} {ASK}",
            f"I am a plumber. I was a soldier. I have a degree in history. {LINK} {ASK}",
        ],
        [
            f"{WHO} {LINK} {ASK}",
            f"{WHO} I have worked on four wards. {LINK} {ASK}",
            f"I study law at Leeds. {LINK} You once sailed. You know ropes. {ASK}",
            f"{LINK} {WHO} {ASK} {WAY_OUT}",
            f"I graduated in May. I would love to understand ships. {LINK} {ASK}",
            f"{LINK} {ASK}",
        ],
    ),
    "late-how-found": (
        [
            f"{WHO} Ships are slow. The sea is wide. {LINK} {ASK}",
            f"{WHO} I like ropes. I like bells. {LINK} {ASK}",
            f"{WHO} I row on Sundays. It rains a lot. James Hall gave me your name. {ASK}",
            f"{WHO} The sea is wide. Museums are quiet. We met at the fair in March. {ASK}",
            f"{WHO} I want a change. I am ready for it. I saw you on the museum's site. {ASK}",
            f"{WHO} Work is work. Life is short. Your book made me think. {ASK}",
        ],
        [
            f"{WHO} {LINK} {ASK}",
            f"{LINK} {WHO} {ASK}",
            f"{WHO} I like ropes. {LINK} {ASK}",
            f"James Hall gave me your name. {WHO} Ships are slow. The sea is wide. {ASK}",
            f"{WHO} {ASK}",
            f"{WHO} We met at the fair in March. {ASK} {WAY_OUT}",
        ],
    ),
    "no-thanks": (
        [
            f"{WHO} {LINK} {ASK}\n\n{end},\nLydia Crane"
            for end in ("Best", "Cheers", "Yours", "Regards", "All the best", "Sincerely")
        ],
        [
            f"{WHO} {LINK} {ASK}{END}",
            f"{WHO} {LINK} {ASK}\n\nMany thanks,\nLydia Crane",
            f"{WHO} {LINK} {ASK} I would appreciate it.\n\nBest,\nLydia Crane",
            f"{WHO} {LINK} {ASK} I would be grateful.\n\nBest,\nLydia Crane",
            f"{WHO} {LINK} {ASK} Thank you for reading this.\n\nBest,\nLydia Crane",
            f"{WHO} {LINK} {ASK}\n\nWith gratitude,\nLydia Crane",
        ],
    ),
}


def written(message: str) -> Draft:
    return Draft(subject="Ropes", body=f"Dear Ada,\n\n{message}")


@pytest.mark.parametrize(("rule", "message"), fires(REQUESTS))
def test_a_request_is_remarked_on(rule, message):
    assert rule in rules(written(message))


@pytest.mark.parametrize(("rule", "message"), leaves(REQUESTS))
def test_a_request_is_left_in_peace(rule, message):
    assert rule not in rules(written(message))


KINDS: dict[DraftKind, Table] = {
    DraftKind.LINKEDIN_NOTE: {
        "no-who-in-note": (
            [
                "Let us connect!",
                "I heard your May panel. Could I ask two questions?",
                "Hi Ada, your book was great.",
                "I would like to add you to my network.",
                "We met at the fair. May I write to you?",
                "I am interested in ropes.",
            ],
            [
                "History MA in Leeds, heard your May panel. Could I ask two questions?",
                "I am a nurse and read your book.",
                "Fellow Larkfield graduate here.",
                "I study law at Leeds.",
                "After ten years at sea I am curious about museums.",
                "Baker, eight years in Hull. Your bread book is mine too.",
            ],
        ),
        "no-how-in-note": (
            [
                "I would like to connect.",
                "I am a nurse.",
                "I study law at Leeds. Could we talk?",
                "May I ask two questions about curating?",
                "I am interested in museums.",
                "Hello, I am a student of history.",
            ],
            [
                "Heard your May panel.",
                "I am a nurse and read your book.",
                "James Hall told me about you.",
                "Your brother sings in my choir.",
                "We met at the fair in March.",
                "I saw on the museum's site that you run the programme.",
            ],
        ),
    },
    DraftKind.INTRODUCTION: {
        "missing-introduction-ask": (
            [
                "I am a history student. How are you?",
                "You know Ngozi Okonjo, do you not?",
                "I would like to know more about museums.",
                "Ngozi Okonjo works at the museum.",
                "I hope the garden is well.",
                "Do you remember our trip to Oldport?",
            ],
            [
                "Would you introduce me to Ngozi Okonjo?",
                "Could you put me in touch with her?",
                "Might you connect me with Ngozi Okonjo?",
                "Would you forward this note to her?",
                "Could you ask her whether she would talk to me?",
                "I hoped for an introduction to Ngozi Okonjo.",
            ],
        ),
        "introduction-no-easy-no": (
            [
                "Would you introduce me to Ngozi Okonjo?",
                "Please put me in touch with her.",
                "I count on you to introduce me.",
                "Introduce me to her, will you?",
                "I need an introduction to Ngozi Okonjo this week.",
                "You must connect me with her.",
            ],
            [
                "Would you be comfortable introducing me to Ngozi Okonjo?",
                "Would you introduce me? No pressure at all.",
                "Put me in touch only if you would like to.",
                "Introduce me if you think it fits; I understand if not.",
                "Could you introduce me? Feel free to say no.",
                "If you would rather not introduce me, that is fine.",
            ],
        ),
        "no-asking-first": (
            [
                "Would you introduce me to Ngozi Okonjo?",
                "Please give me her number.",
                "Could you connect me with her today?",
                "Would you put me in touch?",
                "Introduce me to her by mail, please.",
                "I would like an introduction to Ngozi Okonjo.",
            ],
            [
                "Could you ask her whether she would talk to me?",
                "Would you introduce me if she is open to it?",
                "Please check with her before you connect us.",
                "Might you ask her first?",
                "Put me in touch only if she agrees.",
                "Would you find out whether it would suit her?",
            ],
        ),
    },
    DraftKind.FOLLOW_UP: {
        "reproach": (
            [
                "I have not heard from you.",
                "You never replied.",
                "I am still waiting for an answer.",
                "This is my third attempt.",
                "I am disappointed.",
                "I wonder why you have not answered.",
                "You ignored my letter.",
            ],
            [
                "In case my note went under, here it is again.",
                "A short reminder of my note of 26 October.",
                "I would still be glad of fifteen minutes.",
                "If the season is full, no reply is needed.",
                "You may have been travelling.",
                "I wrote to you about ballast stones.",
            ],
        ),
        "reminder-of-nothing": (
            [
                "Would you have time now?",
                "Could we talk on Monday?",
                "I would be glad of fifteen minutes.",
                "I am a nurse and like ships.",
                "May I call you?",
                "How about coffee?",
            ],
            [
                "A short reminder of my note of 26 October.",
                "I wrote to you two weeks ago.",
                "In case my mail went under, here it is again.",
                "I am following up on my question.",
                "Last month I asked you for a talk.",
                "My earlier letter is below.",
            ],
        ),
    },
    DraftKind.CONFIRMATION: {
        "confirms-no-time": (
            [
                "See you tomorrow!",
                "I look forward to our talk.",
                "I will be at the museum.",
                "Thank you for agreeing to meet.",
                "Until soon, at the café.",
                "I am glad that we talk on Tuesday.",
            ],
            [
                "I look forward to Tuesday at 10:30.",
                "See you tomorrow at ten in the entrance hall.",
                "I will call you at 4 pm.",
                "Until Tuesday, 14.15, at the café.",
                "We meet at noon at the gate.",
                "I will be there at half past nine.",
            ],
        ),
        "confirms-no-place": (
            [
                "See you tomorrow at ten.",
                "I look forward to Tuesday, 10:30.",
                "Until Thursday at 4 pm!",
                "Ten o'clock tomorrow it is.",
                "I am glad that we talk on Tuesday at 9:00.",
                "Thank you for tomorrow at noon.",
            ],
            [
                "See you at ten in the entrance hall of the museum.",
                "I will call you at ten.",
                "The Zoom link for 10:30 is below.",
                "I will be at the Café Mole at 10:30.",
                "Tomorrow at ten, at your office.",
                "At noon outside the library.",
            ],
        ),
        "confirms-no-way-out": (
            [
                "See you at ten in the entrance hall.",
                "Until Tuesday, 10:30, at the café.",
                "I look forward to noon at the gate.",
                "At four in your office, then.",
                "I am glad of tomorrow at ten.",
                "We meet at 9:30 at the quay.",
            ],
            [
                "Should anything come up: 0113 496 0000.",
                "My number is on the card you have.",
                "Please let me know if it no longer suits.",
                "Call me if the train is late.",
                "You can reach me until nine.",
                "If something changes, a line here is enough.",
            ],
        ),
    },
    DraftKind.THANK_YOU: {
        "thank-you-without-thanks": (
            [
                "It was a nice morning.",
                "You told me about ropes.",
                "I learned a lot.",
                "The coffee was good.",
                "I will read the report.",
                "What a view from your office!",
            ],
            [
                "Thank you for this morning.",
                "Thanks for the talk.",
                "I am grateful for your time.",
                "I appreciate the hour you gave me.",
                "With many thanks for today.",
                "My gratitude for your patience.",
            ],
        ),
        "nothing-learned": (
            [
                "Thank you for this morning.",
                "Thanks a lot, it was nice.",
                "I am grateful for your time.",
                "The coffee was good, thank you.",
                "Thanks again and best wishes.",
                "Thank you, see you soon.",
            ],
            [
                "Your remark about cover posts made me rewrite my plan.",
                "I learned how a show is planned.",
                "I keep thinking about the year you described.",
                "You showed me that labels come last.",
                "It surprised me that nights are quiet.",
                "I had not understood what a registrar does; now I do.",
            ],
        ),
        "no-next-step": (
            [
                "Thank you for this morning.",
                "You showed me how labels are made.",
                "It was a pleasure.",
                "The story of the bell stayed with me.",
                "Thanks again for the coffee.",
                "What you said was useful.",
            ],
            [
                "I will read the report you named.",
                "I have already written to Ms. Hall.",
                "I am going to visit the archive in May.",
                "I plan to take the course.",
                "I started the book on the train.",
                "As you advised, I signed up for the fair.",
            ],
        ),
        "thank-you-attachment": (
            [
                "My resume is attached once more.",
                "I attach my CV.",
                "Please find enclosed my résumé.",
                "My CV: https://example.org/cv.pdf",
                "I have included my resume below.",
                "Here is my CV for your files.",
            ],
            [
                "Thank you for looking at my drawings.",
                "I will send nothing more.",
                "You resumed the talk with a smile.",
                "I left my CV at home, as you said.",
                "The photograph of the bell is lovely.",
                "I keep your card beside my desk.",
            ],
        ),
        "asks-again": (
            [
                "Could you introduce me to Tom?",
                "Would you review my essay?",
                "May I have another meeting?",
                "Can we meet again next week?",
                "I would also like to meet your director.",
                "One more thing: would you send me the slides?",
            ],
            [
                "Thank you for the introduction to Tom.",
                "I will write to your director, as you offered.",
                "I hope our paths cross again.",
                "You could not have been kinder.",
                "I shall let you know how it goes.",
                "Tom said that he would be glad to talk.",
            ],
        ),
    },
    DraftKind.UPDATE: {
        "not-about-their-advice": (
            [
                "The weather is fine here.",
                "I moved to Oldport.",
                "I have a new cat.",
                "My exams are over.",
                "I am well and busy.",
                "I hope the museum is well.",
            ],
            [
                "I took the course you suggested, and it changed my plan.",
                "Your advice to begin with the archive was right.",
                "I wrote to Ms. Hall, whom you named.",
                "I followed your tip and visited the fair.",
                "You recommended the report; I have read it.",
                "What you told me about nights helped me decide.",
            ],
        ),
    },
    DraftKind.KIND_CLOSE: {
        "no-thanks": (
            [
                "All right.",
                "I see.",
                "Then not.",
                "Good luck.",
                "I wish you a good year.",
                "Until another time.",
            ],
            [
                "Thank you for telling me.",
                "Thanks for your answer.",
                "I am grateful for your reply.",
                "I appreciate that you wrote.",
                "Many thanks, and a good year.",
                "With thanks for your honesty.",
            ],
        ),
    },
}
PAIRS = [(kind, rule, text) for kind, table in KINDS.items() for rule, text in fires(table)]
SPARED = [(kind, rule, text) for kind, table in KINDS.items() for rule, text in leaves(table)]


@pytest.mark.parametrize(("kind", "rule", "text"), PAIRS)
def test_each_kind_of_message_has_its_own_rules(kind, rule, text):
    assert rule in rules(Draft(kind=kind, body=f"Dear Ada,\n\n{text}\n\nLydia Crane"))


@pytest.mark.parametrize(("kind", "rule", "text"), SPARED)
def test_each_kind_of_message_is_left_in_peace_when_it_keeps_them(kind, rule, text):
    assert rule not in rules(Draft(kind=kind, body=f"Dear Ada,\n\n{text}\n\nLydia Crane"))


BLURBS: Table = {
    "no-blurb": (
        [
            "",
            "Tell her about me.",
            "I like ships.",
            '"Ships."',
            "Short and sweet.",
            "You know me well enough.",
        ],
        [
            '"I am finishing an MA in history and would like to hear how exhibitions are planned."',
            "---\nI am finishing an MA in history and would like to hear how exhibitions are planned.\n---",
            "For her:\n\nI am finishing an MA in history and would like to hear how shows are planned.",
            '"I mend nets in Oldport and would be glad of ten minutes to hear how a museum works."',
            "Lines to pass on:\n\nI am a nurse in Larkfield, curious about museum work, and hope for a call.",
            "-----\nI am a nurse in Larkfield, curious about museum work, and hope for a short call.\n-----",
        ],
    ),
    "blurb-without-who": (
        [
            '"She would surely love to hear more about ships, ropes, bells, anchors and the sea."',
            '"The museum is wonderful and its ships are the best in the whole of the north, truly."',
            '"Ships are slow and the sea is wide, and a museum is a quiet place to think about it."',
            '"Could there be a talk about ships, ropes, bells, anchors and the wide and open sea?"',
            '"There is so much to ask about the planning of shows, from the first idea to the end."',
            '"It would be lovely to talk about ships, ropes, bells, anchors and how shows are made."',
        ],
        [
            '"I am finishing an MA in history and would like to hear how exhibitions are planned."',
            '"I mend nets in Oldport and would be glad of ten minutes to hear how a museum works."',
            '"I study law at Leeds and wonder how a museum deals with loans; might we talk briefly?"',
            '"After ten years at sea I would love to hear what a curator does, for a quarter hour."',
            '"I am a nurse in Larkfield, curious about museum work, and hope for a short phone call."',
            '"My background is in carpentry; could I ask you three questions about display cases?"',
        ],
    ),
    "blurb-without-wish": (
        [
            '"I am finishing an MA in history at Leeds, with a thesis on ballast stones and ropes."',
            '"I mend nets in Oldport and have done so for twenty years, summer and winter alike."',
            '"I am a nurse in Larkfield, on the night shift, and live near the harbour with two cats."',
            '"I study law at Leeds, in my third year, and row for the college on most Sunday mornings."',
            '"I was a carpenter for ten years and am now a student of history in the second year."',
            '"I am a baker in Hull with a shop of my own, open since the year the bridge was built."',
        ],
        [
            '"I am finishing an MA in history and would like to hear how exhibitions are planned."',
            '"I mend nets in Oldport and would be glad of ten minutes with somebody from a museum."',
            '"I study law at Leeds and wonder how a museum deals with loans; might we talk briefly?"',
            '"After ten years at sea I would love to learn what a curator does on an ordinary day."',
            '"I am a nurse in Larkfield, curious about museum work, and hope for a short phone call."',
            '"My background is in carpentry; could I ask you three questions about display cases?"',
        ],
    ),
    "blurb-not-from-you": (
        [
            '"Lydia is finishing an MA in history and would like to hear how exhibitions are planned."',
            '"Lydia mends nets in Oldport and would be glad of ten minutes to hear how a museum works."',
            '"She studies law at Leeds and wonders how a museum deals with loans; might you talk to her?"',
            '"After ten years at sea Lydia would love to learn what a curator does on an ordinary day."',
            '"Lydia Crane, a nurse in Larkfield, is curious about museum work and hopes for a short call."',
            '"They are a carpenter by trade; could they ask you three questions about display cases?"',
        ],
        [
            '"I am finishing an MA in history and would like to hear how exhibitions are planned."',
            '"I mend nets in Oldport and would be glad of ten minutes to hear how a museum works."',
            '"I study law at Leeds and wonder how a museum deals with loans; might we talk briefly?"',
            '"After ten years at sea I would love to learn what a curator does on an ordinary day."',
            '"I am a nurse in Larkfield, curious about museum work, and hope for a short phone call."',
            '"My background is in carpentry; could I ask you three questions about display cases?"',
        ],
    ),
}


def asked_for(blurb: str) -> Draft:
    ask = "Would you be comfortable introducing me to Ngozi Okonjo, if she is open to it?"
    return Draft(
        kind=DraftKind.INTRODUCTION, body=f"Dear James,\n\n{ask}\n\n{blurb}\n\nThank you,\nLydia Crane"
    )


@pytest.mark.parametrize(("rule", "blurb"), fires(BLURBS))
def test_the_lines_to_pass_on_are_remarked_on(rule, blurb):
    assert rule in rules(asked_for(blurb))


@pytest.mark.parametrize(("rule", "blurb"), leaves(BLURBS))
def test_the_lines_to_pass_on_are_left_in_peace(rule, blurb):
    assert rule not in rules(asked_for(blurb))


@pytest.mark.parametrize(
    ("kind", "rule", "limit"),
    [
        (DraftKind.FOLLOW_UP, "long-reminder", 49),
        (DraftKind.CONFIRMATION, "long-confirmation", 60),
    ],
)
@pytest.mark.parametrize("beyond", [1, 2, 5, 20, 100, 400])
def test_the_small_messages_stay_small(kind, rule, limit, beyond):
    long = Draft(kind=kind, body="Dear Ada,\n\n" + "word " * (limit + beyond))
    short = Draft(kind=kind, body="Dear Ada,\n\n" + "word " * max(1, limit + 1 - beyond))
    assert rule in rules(long)
    assert rule not in rules(short)


@pytest.mark.parametrize("count", [49, 40, 30, 20, 10, 5, 121, 150, 200])
def test_a_thank_you_is_neither_a_line_nor_a_letter(count):
    note = Draft(kind=DraftKind.THANK_YOU, body="Dear Ada,\n\n" + "word " * count)
    assert rules(note)["thank-you-length"] == "hint"


@pytest.mark.parametrize("count", [50, 60, 75, 90, 110, 120])
def test_a_thank_you_of_a_few_sentences_is_right(count):
    note = Draft(kind=DraftKind.THANK_YOU, body="Dear Ada,\n\n" + "word " * count)
    assert "thank-you-length" not in rules(note)


@pytest.mark.parametrize(
    ("letters", "weight"),
    [
        (300, None),
        (390, None),
        (401, "hint"),
        (500, "hint"),
        (790, "hint"),
        (801, "should"),
        (2000, "should"),
    ],
)
def test_a_linkedin_message_is_best_under_400_letters(letters, weight):
    message = Draft(kind=DraftKind.LINKEDIN_MESSAGE, body=("Dear Ada, " + "rope " * 500)[: letters - 1] + "x")
    assert rules(message).get("long-message") == weight


def test_a_linkedin_message_is_a_request_without_a_subject():
    message = replace(GOOD, kind=DraftKind.LINKEDIN_MESSAGE, subject="")
    assert rules(message) == {}


LARKFIELD = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("moment", "rule"),
    [
        (datetime(2026, 10, 9, 10, 0, tzinfo=LARKFIELD), "sent-on-a-quiet-day"),
        (datetime(2026, 10, 10, 10, 0, tzinfo=LARKFIELD), "sent-on-a-quiet-day"),
        (datetime(2026, 10, 9, 23, 0, tzinfo=LARKFIELD), "sent-on-a-quiet-day"),
        (datetime(2026, 10, 12, 6, 59, tzinfo=LARKFIELD), "sent-at-night"),
        (datetime(2026, 10, 12, 21, 0, tzinfo=LARKFIELD), "sent-at-night"),
        (datetime(2026, 10, 14, 2, 30, tzinfo=LARKFIELD), "sent-at-night"),
    ],
)
def test_a_message_that_would_arrive_at_a_bad_moment_can_wait(moment, rule):
    assert rules(replace(GOOD, moment=moment)) == {rule: "hint"}


@pytest.mark.parametrize(
    "moment",
    [
        None,
        datetime(2026, 10, 11, 10, 0, tzinfo=LARKFIELD),
        datetime(2026, 10, 12, 7, 0, tzinfo=LARKFIELD),
        datetime(2026, 10, 13, 12, 0, tzinfo=LARKFIELD),
        datetime(2026, 10, 14, 20, 59, tzinfo=LARKFIELD),
        datetime(2026, 10, 15, 9, 30, tzinfo=LARKFIELD),
    ],
)
def test_by_day_from_sunday_to_thursday_any_moment_is_good(moment):
    assert rules(replace(GOOD, moment=moment)) == {}


def test_the_same_words_with_another_name_left_in_must_change():
    elsewhere = GOOD.body.replace("Dr. Voss", "Ms. Brandt").replace("the museum", "the Alder Gallery")
    left_in = replace(GOOD, body=elsewhere.replace("Ms. Brandt", "Dr. Voss"), other_texts=(elsewhere,))
    assert rules(left_in)["other-name"] == "must"


def test_without_a_record_no_claim_is_doubted():
    line = "You studied at Utrecht and now work at the Tidal Institute."
    draft = replace(with_line(line), known="", recipient_organization="", recipient_name="")
    assert not {"wrong-organization", "not-on-record"} & rules(draft).keys()


def test_every_rule_says_what_is_better_and_what_is_worse():
    for name, rule in words("coach")["rules"].items():
        assert rule.get("better"), name
        assert rule.get("worse"), name


@pytest.mark.parametrize("table", [LINES, SUBJECTS, GREETINGS, REQUESTS, BLURBS, *KINDS.values()])
def test_every_rule_has_six_texts_it_is_for_and_six_it_is_not_for(table):
    assert all(len(texts) >= 6 for lists in table.values() for texts in lists)
