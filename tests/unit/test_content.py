"""The words in `content/`: pedantic checks, so that whoever edits them is told at once what does not fit."""

import re
from collections import Counter
from importlib import resources
from pathlib import Path
from string import Formatter

import pytest

from infoview.coach import Draft, DraftKind, review
from infoview.coach.advice import Severity
from infoview.content import text, words
from infoview.errors import ContentError
from infoview.importers import FIELDS as IMPORTED
from infoview.questions.advice import review_question
from infoview.questions.bank import CLOSING, FIELDS, Kind, Setting, Tone, bank, closing_pair, read_bank
from infoview.records.contacts import Contact
from infoview.records.profile import Profile
from infoview.records.takeaways import Takeaway
from infoview.workflow.templates import facts_about

SECTIONS = {
    "start": ["first", "due", "profile", "goal", "welcome", "copy"],
    "contacts": ["ideas", "import_file", "pool", "by_hand", "people", "duplicates", "introducers", "order"],
    "requests": ["person", "write", "check", "send", "answer", "other_messages", "odds"],
    "questions": [
        "person",
        "meeting",
        "purpose",
        "research",
        "not_understood",
        "pick",
        "order",
        "sheet",
        "ready",
        "introduce",
        "during",
        "notes",
    ],
    "debrief": [
        "conversation",
        "learned",
        "skills",
        "directions",
        "evidence",
        "names",
        "promises",
        "job",
        "thanks",
        "keep_in_touch",
        "update",
        "news",
        "give_back",
        "asked",
    ],
    "progress": [
        *("compare", "agreed", "blind_spots", "directions", "weighing", "skills"),
        *("goal", "asks", "funnel", "months", "people", "chain"),
        *("report", "reflection", "everything", "counts", "reading", "studies"),
    ],
}
FIELDS_OF_TEMPLATES = {
    *("name", "first_name", "organization", "role", "introducer", "topic"),
    *("day", "time", "place", "sent_day", "my_subject", "my_name", "my_line", "my_school"),
}


def sentences(prose):
    return [part for part in re.split(r"(?<=[.!?])\s+", prose.strip()) if part]


def count_words(prose):
    return len(re.findall(r"\S+", prose))


# The question bank


def test_the_bank_is_large_enough_to_choose_from():
    counts = Counter(question.takeaway for question in bank())
    assert len(bank()) >= 140
    assert all(counts[takeaway] >= 15 for takeaway in Takeaway), counts
    assert counts[CLOSING] >= 6


def test_every_field_of_work_has_questions_of_its_own():
    counts = Counter(question.field for question in bank())
    assert all(counts[field] >= 3 for field in FIELDS), counts


def test_every_setting_tone_and_kind_is_used():
    assert {question.setting for question in bank()} == set(Setting)
    assert {question.tone for question in bank()} == set(Tone)
    assert {question.kind for question in bank()} == set(Kind)


def test_the_closing_pair_asks_who_else_and_offers_to_report_back():
    who_else, report_back = closing_pair()
    assert who_else.takeaway == report_back.takeaway == CLOSING
    assert "Who else" in who_else.text
    assert "may I say you sent me" in who_else.text
    assert "let you know how it went" in report_back.text


@pytest.mark.parametrize("question", bank(), ids=lambda question: question.id)
def test_a_question_is_open_short_and_one_at_a_time(question):
    assert re.match(
        r"(How|What|Which|Where|Whose|Who|Tell me|If you|From what|On which|At what)\b", question.text
    ), "begin with how, what, which or tell me"
    assert question.text.count("?") == (0 if question.text.startswith("Tell me") else 1)
    assert question.text.endswith(("?", "."))
    assert count_words(question.text) <= 20
    assert question.follow_up.endswith("?")
    assert count_words(question.follow_up) <= 12
    assert len(sentences(question.why)) == 1


def test_no_question_asks_for_a_persons_own_pay():
    asked = re.compile(r"\b(your|you) (own )?(salary|pay|earn\w*|income|make a year)\b", re.IGNORECASE)
    assert [question.text for question in bank() if asked.search(question.text + question.follow_up)] == []


def test_the_coach_has_no_objection_to_any_question():
    objections = {
        question.text: [advice.rule for advice in review_question(question.text).advice]
        for question in bank()
        if review_question(question.text).advice
    }
    assert objections == {}


GOOD = {"id": "a", "text": "How?", "kind": "story", "why": "Because.", "follow_up": "And then?"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"preparatoin": [GOOD]}, '"preparatoin" is not a take-away'),
        ({"preparation": [GOOD | {"kindness": "much"}]}, '"a" has an unknown field "kindness"'),
        ({"preparation": [GOOD | {"why": " "}]}, '"a" has no "why"'),
        ({"preparation": [GOOD | {"kind": "gossip"}]}, '"a" has the kind "gossip"'),
        ({"preparation": [GOOD | {"setting": "retired"}]}, '"a" has the setting "retired"'),
        ({"preparation": [GOOD | {"field": "magic"}]}, '"a" has the field "magic"'),
        ({"preparation": [GOOD], "closing": [GOOD | {"text": "What?"}]}, 'the id "a" is used twice'),
        ({"preparation": [GOOD, GOOD | {"id": "b"}]}, 'the text "How?" is used twice'),
        ({"preparation": [{"text": "How?"}]}, 'the question "How?" has no "id"'),
    ],
)
def test_a_slip_in_the_bank_is_named_with_its_entry(content, said):
    with pytest.raises(ContentError) as caught:
        read_bank(content)
    assert said in str(caught.value)


def test_a_question_without_tags_fits_everyone():
    (question,) = read_bank({"preparation": [GOOD]})
    assert (question.setting, question.tone, question.field, question.always) == ("any", "any", "", False)


# The take-aways


def test_every_takeaway_has_its_words_and_no_others():
    content = words("takeaways")
    assert list(content) == [str(takeaway) for takeaway in Takeaway]
    for entry in content.values():
        assert list(entry) == ["name", "short", "asks", "debrief_prompt", "debrief_hint"]
        assert count_words(entry["short"]) <= 2
        assert len(sentences(entry["asks"])) == 1
        assert entry["debrief_prompt"].endswith("?")


# Writing


def test_every_kind_of_message_has_parts_and_templates():
    for kind, content in words("messages").items():
        extra = {"situations"} if kind == "request" else set()
        assert content.keys() == {"title", "hint", "parts", "templates"} | extra, kind
        for part in content["parts"]:
            assert part.keys() == {"key", "label", "hint", "examples"}, kind
            assert len(set(part["examples"])) == 2, kind


def test_templates_use_only_fields_that_the_logbook_knows():
    for kind, content in words("messages").items():
        assert content["templates"].keys() <= {"subject", "greeting", "closing", "text"}, kind
        for template in (one for group in content["templates"].values() for one in group):
            fields = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
            assert fields <= FIELDS_OF_TEMPLATES, template


def test_the_fields_promised_to_whoever_edits_the_words_are_those_that_are_filled_in():
    head = text("messages.toml").partition("[request]")[0]
    promised = set(re.findall(r"\{(\w+)\}", head)) - {"fields"}
    everybody = Contact("Ada Park", "Tidal Museum", "Curator")
    me = Profile(name="Mina", doing="biology", exploring="museums", studied="Birchwood")
    of_people = facts_about(everybody, me, Contact("Ravi Menon")).keys()
    assert promised == FIELDS_OF_TEMPLATES
    assert promised - of_people == {"day", "time", "place", "sent_day", "my_subject"}  # of dated letters


def request_examples():
    """The parts of every example request: the two general ones, and one for each situation."""
    request = words("messages")["request"]
    keys = [part["key"] for part in request["parts"]]
    general = [[part["examples"][index] for part in request["parts"]] for index in (0, 1)]
    return general + [[situation[key] for key in keys] for situation in request["situations"]]


def test_a_request_has_three_parts():
    assert [part["key"] for part in words("messages")["request"]["parts"]] == ["who", "how_found", "ask"]


def test_every_situation_has_a_whole_example():
    situations = words("messages")["request"]["situations"]
    assert all(situation.keys() == {"key", "label", "who", "how_found", "ask"} for situation in situations)
    assert [situation["key"] for situation in situations] == [
        "student",
        "career_changer",
        "alumnus",
        "conference",
        "referral",
        "never_met",
    ]


@pytest.mark.parametrize("parts", request_examples(), ids=lambda parts: parts[0][:40])
def test_an_example_request_is_brief_and_asks_a_question(parts):
    assert 60 <= sum(map(count_words, parts)) <= 75
    assert "?" in parts[2]
    assert re.search(r"twenty minutes|quarter of an hour|half an hour", parts[2])


@pytest.mark.parametrize("parts", request_examples(), ids=lambda parts: parts[0][:40])
def test_the_coach_has_no_remark_on_an_example_request(parts):
    body = "\n\n".join(["Dear Inga Bruhns,", *parts, "With thanks,\nRavi Menon"])
    draft = Draft(kind=DraftKind.REQUEST, subject="A question about your work", body=body)
    assert review(draft).advice == ()


@pytest.mark.parametrize("reason", words("keeping_in_touch")["reasons"])
@pytest.mark.parametrize("index", [0, 1])
def test_the_coach_has_no_must_and_no_should_for_an_example_of_a_reason_to_write(reason, index):
    example = words("keeping_in_touch")["reasons"][reason]["examples"][index]
    body = f"Dear Inga Bruhns,\n\n{example}\n\nThank you again.\n\nKind regards,\nRavi Menon"
    found = review(Draft(kind=DraftKind.UPDATE, subject="What came of your advice", body=body)).advice
    assert [advice.rule for advice in found if advice.severity is not Severity.HINT] == []


@pytest.mark.parametrize("kind", ["confirmation", "kind-close"])
@pytest.mark.parametrize("index", [0, 1])
def test_the_coach_has_no_must_and_no_should_for_an_example_of_a_line(kind, index):
    (part,) = words("messages")[kind]["parts"]
    body = "\n\n".join(["Dear Inga Bruhns,", part["examples"][index], "Kind regards,\nRavi Menon"])
    found = review(Draft(kind=DraftKind(kind), subject="Wednesday", body=body)).advice
    assert [advice.rule for advice in found if advice.severity is not Severity.HINT] == []


@pytest.mark.parametrize("kind", ["introduction", "linkedin-note", "follow-up", "thank-you", "update"])
@pytest.mark.parametrize("index", [0, 1])
def test_the_coach_has_no_remark_on_an_example_of_another_kind(kind, index):
    parts = [part["examples"][index] for part in words("messages")[kind]["parts"]]
    around = (["Dear Inga Bruhns,"], ["With thanks,\nRavi Menon"]) if kind != "linkedin-note" else ([], [])
    body = "\n\n".join([*around[0], *parts, *around[1]])
    draft = Draft(kind=DraftKind(kind), subject="Thank you for Wednesday", body=body)
    assert review(draft).advice == ()


def test_messages_keep_to_their_lengths():
    writing = words("messages")
    (note,) = writing["linkedin-note"]["parts"]
    (reminder,) = writing["follow-up"]["parts"]
    blurb = writing["introduction"]["parts"][2]
    assert all(len(example) <= 200 for example in note["examples"])
    assert all(count_words(example) < 50 for example in reminder["examples"])
    assert all(count_words(example) <= 75 for example in blurb["examples"])
    for index in (0, 1):
        whole = " ".join(part["examples"][index] for part in writing["thank-you"]["parts"])
        assert 50 <= count_words(whole) <= 120


# The pages


def test_whatever_a_column_can_be_taken_for_has_a_label_to_choose_it_by():
    assert tuple(words("pages/contacts")["import_file"]["mapping"]["fields"]) == IMPORTED


# The guides


def read_guide(name):
    """Split a guide into its lead, its sections' texts, and the answers of its help blocks."""
    lead, sections, helps, into = [], {}, {}, None
    title, *lines = text(f"guides/{name}.md").splitlines()
    assert title.startswith("# ")
    into = lead
    for line in lines:
        if heading := re.fullmatch(r"## .+ \{#(\w+)\}", line):
            into = sections.setdefault(heading[1], [])
        elif line.startswith("??? "):
            into = helps.setdefault(line, [])
        else:
            assert not line.startswith(("#", "???", "!!!")), line
            into.append(line)
    return " ".join(lead), {key: " ".join(part).strip() for key, part in sections.items()}, helps


@pytest.mark.parametrize("name", SECTIONS)
def test_a_guide_has_its_sections_in_order(name):
    assert list(read_guide(name)[1]) == SECTIONS[name]


@pytest.mark.parametrize("name", SECTIONS)
def test_a_guide_is_short_where_people_read_first(name):
    lead, sections, helps = read_guide(name)
    assert 1 <= len(sentences(lead)) <= 3
    for section, prose in sections.items():
        assert len(sentences(prose)) == 4 if section == "welcome" else 1 <= len(sentences(prose)) <= 2, (
            section
        )
    for question, answer in helps.items():
        assert 2 <= len([line for line in answer if line.strip()]) <= 6, question


@pytest.mark.parametrize("name", SECTIONS)
def test_a_guide_has_no_html_and_no_images_and_links_safely(name):
    lead, sections, _ = read_guide(name)
    whole = text(f"guides/{name}.md")
    assert not re.search(r"<[A-Za-z/!]", whole)
    assert "![" not in whole
    assert all(link.startswith("https://") for link in re.findall(r"\]\(([^)]*)\)", whole))
    assert "](" not in lead + "".join(sections.values()), "links belong in help blocks"


@pytest.mark.parametrize(
    ("chapter", "said"),
    [
        ("start", "never to ask for a job"),
        ("start", "one new person a month"),
        ("start", "common practice"),
        ("contacts", "family and friends, alumni, conferences, people you know in passing, LinkedIn"),
        ("contacts", "Ask the person you share for an introduction"),
        ("requests", r"who you are, how you found them, and what you ask"),
        ("requests", r"Any ask for a job"),
        ("requests", "Don't take it personally"),
        ("questions", "Read for fifteen minutes"),
        ("questions", "Dress professionally"),
        ("questions", "You offer, for the coffee or the lunch"),
        ("questions", "Keep the focus on them"),
        ("questions", "Get it out only if they ask"),
        ("debrief", "a few lines within a day"),
        ("progress", "Keep in touch with the people who helped you, and tell them how things are going"),
        *(("questions", name) for name in ("preparation for the job search", "present job", "lifestyle")),
        *(("questions", name) for name in ("Other positions", "nature of the organization")),
        *(("questions", name) for name in ("Job hunting strategies", "match of your skills")),
    ],
)
def test_every_do_dont_and_takeaway_stands_in_a_chapter(chapter, said):
    assert re.search(said, " ".join(text(f"guides/{chapter}.md").split()))


# Evidence and reading


def test_every_number_has_its_source_and_its_caution():
    findings = words("evidence")["finding"]
    assert 8 <= len(findings) <= 13
    assert len({finding["id"] for finding in findings}) == len(findings)
    for finding in findings:
        assert list(finding) == ["id", "chapter", "claim", "measured", "caution", "source", "url"]
        assert finding["chapter"] in SECTIONS
        assert finding["url"].startswith("https://")
        assert all(finding.values())


def test_the_folklore_of_networking_is_nowhere_printed():
    folklore = re.compile(
        r"(80|85|70) ?(%|percent|per cent)|one in twelve|1 in 12|hidden job market", re.IGNORECASE
    )
    for path in content_files():
        assert not folklore.search(path.read_text(encoding="utf-8")), path.name


def content_files():
    """Every TOML and Markdown file of the content folder."""
    folder = resources.files("infoview.content")
    for place in (folder, folder.joinpath("guides")):
        yield from (path for path in place.iterdir() if path.name.endswith((".toml", ".md")))


def test_the_reading_list_says_what_each_article_is_good_for():
    articles = words("further_reading")["article"]
    assert len({article["title"] for article in articles}) == len(articles) == 8
    for article in articles:
        assert (
            {"title", "publication", "good_for"}
            <= article.keys()
            <= {"title", "author", "publication", "good_for"}
        )
        assert "http" not in " ".join(article.values())


def test_every_toml_file_explains_its_fields_at_the_top():
    for path in content_files():
        if path.name.endswith(".toml"):
            assert path.read_text(encoding="utf-8").startswith("# "), path.name


def test_every_rule_of_a_style_sheet_is_closed():
    sheets = sorted((Path(__file__).parents[2] / "workbook").glob("*/*.css"))
    assert {"table.css", "theme.css"} <= {sheet.name for sheet in sheets}
    for sheet in sheets:
        text = sheet.read_text(encoding="utf-8")
        assert text.count("{") == text.count("}"), sheet.name
