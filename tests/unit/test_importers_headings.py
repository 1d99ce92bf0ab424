"""Whose a column is, who may be contacted, and headings as the programs of many people write them."""

import pytest

from infoview.importers import guess_columns, read


def table(header, *rows):
    return "\n".join([header, *rows, ""])


def people(text):
    return read(text.encode(), "people.csv").contacts


def names(text):
    return [person.name for person in people(text)]


def sentences(text):
    return [problem.message for problem in read(text.encode(), "people.csv").problems]


@pytest.mark.parametrize(
    ("heading", "whose"),
    [
        (heading, whose)
        for whose in ("Buyer", "Purchaser", "Order", "Registrant", "Submitter", "Student", "Mentee",
        "Advisor",
                      "Supervisor", "Reference", "Emergency Contact", "Parent", "Assistant's", "Spouse",
                      "Manager's",
                      "Referred By", "Billing", "Account Owner")
        for heading in (f"{whose} Email", f"{whose} E-mail Address")
    ],
)  # fmt: skip
def test_the_address_of_somebody_else_is_not_the_persons(heading, whose):
    assert whose in heading
    text = table(f"{heading},Name,Email", "someone@example.net,Ada Park,ada@example.org")
    assert [person.emails for person in people(text)] == [("ada@example.org",)]


@pytest.mark.parametrize(
    "heading", ["Registration email", "Student email", "Order email", "Submission e-mail", "Billing email"]
)
def test_the_only_address_is_the_persons_though_another_word_stands_before_it(heading):
    text = table(f"First Name,Last Name,{heading}", "Ada,Park,ada@example.org")
    assert people(text)[0].emails == ("ada@example.org",)


@pytest.mark.parametrize("whose", ["Manager", "Parent", "Emergency", "Advisor", "Reference", "Assistant"])
def test_a_relations_number_is_never_the_persons_even_where_there_is_no_other(whose):
    (person,) = people(table(f"Name,{whose} phone", "Ada Park,+1 555 0100"))
    assert person.phones == ()


@pytest.mark.parametrize(
    "whom", ["Student", "Mentor", "Advisor", "Speaker", "Buyer", "Attendee", "Mentee", "Guest"]
)
def test_a_list_of_nobody_else_is_of_those_whom_its_headings_name(whom):
    text = table(f"{whom} Name,{whom} Email,Department", "Ada Park,ada@example.org,History")
    assert [(person.name, person.email) for person in people(text)] == [("Ada Park", "ada@example.org")]


@pytest.mark.parametrize(
    ("person", "other"),
    [("Mentor", "Mentee"), ("Student", "Advisor"), ("Attendee", "Buyer"), ("Ticket", "Registration"), ("",
    "Mentor"),
     ("Student", "Parent"), ("", "Emergency Contact")],
)  # fmt: skip
def test_of_two_who_are_named_one_is_the_person_wherever_the_columns_stand(person, other):
    mine = [f"{person} {what}".strip() for what in ("First Name", "Last Name", "Email")]
    theirs = [f"{other} {what}" for what in ("First Name", "Last Name", "Email")]
    for header, row in (
        (mine + theirs, "Ada,Park,ada@example.org,Bo,Li,bo@example.org"),
        (theirs + mine, "Bo,Li,bo@example.org,Ada,Park,ada@example.org"),
    ):
        (found,) = people(table(",".join(header), row))
        assert (found.name, found.emails) == ("Ada Park", ("ada@example.org",))


def test_a_buyer_who_has_an_address_of_their_own_gives_nothing_to_the_person():
    text = table(
        "Attendee name,Attendee email,Buyer email,Buyer phone,Buyer city",
        "Ada,a@example.org,b@example.org,555 1234,Hull",
    )
    (ada,) = people(text)
    assert (ada.emails, ada.phones, ada.location) == (("a@example.org",), (), "")


def test_a_companys_page_is_no_profile():
    text = table(
        "Name,Employer LinkedIn,Company website,LinkedIn URL",
        "Ada,https://www.linkedin.com/company/tidal,https://tidal.example,https://www.linkedin.com/in/ada",
        "Bo,https://www.linkedin.com/company/dune,https://dune.example,",
        "Cy,,,https://www.linkedin.com/company/low",
    )
    assert [person.url for person in people(text)] == ["https://www.linkedin.com/in/ada", "", ""]
    assert "linkedin.com/company/low" in people(text)[2].note


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (("First Name,Last Name,Title,Account Name,Mailing City,Mailing State/Province,"
            "Mailing Country,Account Owner"),
         ("first_name", "last_name", "title", "organization", "city", "state", "country", "")),
        ("Record ID,First Name,Last Name,Email,Phone Number,Associated Company IDs,Contact owner",
         ("", "first_name", "last_name", "email", "phone", "", "")),
        ("Order ID,Attendee first name,Attendee last name,Attendee email,Ticket type,Event location",
         ("", "first_name", "last_name", "email", "", "")),
        (("name,first_name,last_name,email,phone_number,created_at,approval_status,"
            "What company do you work for?"),
         ("name", "first_name", "last_name", "email", "phone", "", "", "organization")),
        (("Timestamp,What is your name?,Your email address (required),Where do you work?,"
            "What's your job title?"),
         ("", "name", "email", "organization", "title")),
        ("Name (Original Name),User Email,Total Duration (Minutes),Guest", ("name", "email", "", "")),
        (("Id,Name / First Name,Name / Last Name,Emails / Primary Email,"
            "Phones / Primary Phone Country Code,Company / Id"),
         ("", "first_name", "last_name", "email", "", "")),
        ("Vorname;Nachname;Firma;Tel. (geschäftlich);E-Mail-Typ".replace(";", ","),
         ("first_name", "last_name", "organization", "phone", "")),
        ("Contact Name,Contact No.,Name of employer,City/Town", ("name", "phone", "organization", "city")),
    ],
)  # fmt: skip
def test_the_headings_of_programs_and_forms_are_understood(header, fields):
    assert guess_columns(header.split(",")) == fields


def test_bare_home_and_work_are_numbers_where_numbers_stand_there():
    assert people(table("First,Last,Home,Work,Email",
    "Ada,Park,555-1234,555-2345,a@example.org"))[0].phones == (
        "555-1234", "555-2345",
    )  # fmt: skip
    assert people(table("First,Last,Home,Email", "Ada,Park,Hull,a@example.org"))[0].phones == ()


def test_ids_and_codes_are_no_organizations_and_no_numbers():
    text = table(
        "Name,Company,Phone Country Code,Employer ref number",
        "Ada,0b3c7a52-9f51-4d25-8f0e-2a6f0f3d9a11,US,9001",
        "Bo,7d3c7a52-9f51-4d25-8f0e-2a6f0f3d9a12,GB,9002",
    )
    assert [(person.organization, person.phones) for person in people(text)] == [("", ()), ("", ())]
    assert people(table("Name,Company", "Ada,3M", "Bo,1871"))[1].organization == "1871"


def test_a_part_in_a_meeting_is_no_job():
    assert [
        p.title for p in people(table("Name,Email,Role", "A,a@x.org,Presenter", "B,b@x.org,Attendee"))
    ] == ["", ""]
    assert people(table("Name,Email,Role", "Ada,a@x.org,Owner", "Bo,b@x.org,Chef"))[0].title == "Owner"


MAY = [
    "May students contact you?", "Can students contact you?", "OK to share contact info?",
    "Consent to contact",
    "Contact consent", "GDPR consent", "Email opt-in", "Opted in", "Contactable by students", "Opt In",
    "Consent", "Agrees to student outreach", "Open to informational interviews", "Available for coffee chats",
    "Are you willing to be contacted by students?", "I agree to be contacted", "Permission to contact",
    "Would you be willing to talk to students?", "Do we have permission to share your email?",
    "Open to being contacted",
    "Happy to chat with students?", "Darf kontaktiert werden", "Einwilligung zur Kontaktaufnahme", "DSGVO",
    "Accepte d'être contacté", "Peut-on vous contacter ?", "Consentement RGPD", "¿Podemos contactarle?",

    "Acepta ser contactado", "Consenso al contatto", "Zgoda na kontakt", "Mag gecontacteerd worden",
    "Samtycke till kontakt", "連絡可", "Aceita ser contatado",
]  # fmt: skip
NOT = [
    "Do not contact", "Please do not share my details", "Opted out", "Has Opted Out of Email",
    "Email Opt Out",
    "Unsubscribed from all email", "I do not wish to be contacted", "Does not want to be contacted",
    "Nicht kontaktieren",
    "Ne pas contacter", "Would you mind being contacted?",
]  # fmt: skip


@pytest.mark.parametrize("heading", MAY)
def test_a_no_in_a_column_that_asks_for_consent_keeps_somebody_out(heading):
    assert names(table(f"Name,{heading},Email", "Ada,Yes,a@x.org", "Bo,No,b@x.org")) == ["Ada"]


@pytest.mark.parametrize("heading", NOT)
def test_a_yes_in_a_column_that_asks_not_to_be_contacted_keeps_somebody_out(heading):
    assert names(table(f"Name,{heading},Email", "Ada,No,a@x.org", "Bo,Yes,b@x.org", "Cy,,c@x.org")) == [
        "Ada",
        "Cy",
    ]


@pytest.mark.parametrize(
    "heading",
    ["Photo consent", "May we take your picture?", "Media release consent", "Agreed to code of conduct",
    "Terms accepted", "Newsletter",
     "Can attend on Friday?", "Parental consent", "Contacted", "Consent date", "Speaks English",
     "Interview date", "LinkedIn connections",
     "Recording consent"],
)  # fmt: skip
def test_a_no_to_something_else_keeps_nobody_out(heading):
    assert names(table(f"Name,{heading},Email", "Ada,No,a@x.org", "Bo,Yes,b@x.org")) == ["Ada", "Bo"]


@pytest.mark.parametrize(
    "no",
    ["No", "no, thanks", "N", "FALSE", "0", "Please don't", "I do not agree", "Not at this time",
    "Declined", "Opted out", "nein", "Non",
     "nie", "não", "нет", "いいえ", "✗", "❌", "☐", "I'd rather not"],
)  # fmt: skip
def test_a_no_is_understood_in_the_words_people_use(no):
    assert names(table("Name,May we contact you?", "Ada,yes", f'Bo,"{no}"')) == ["Ada"]


@pytest.mark.parametrize(
    "yes",
    [
        "Yes",
        "y",
        "x",
        "✓",
        "Sure",
        "I agree",
        "Yes, by email",
        "oui",
        "Ja",
        "sí",
        "tak",
        "да",
        "はい",
        "TRUE",
        "1",
    ],
)
def test_a_yes_is_understood_in_the_words_people_use(yes):
    text = table("Name,May we contact you?", f'Ada,"{yes}"', "Bo,no")
    assert names(text) == ["Ada"]
    assert len(sentences(text)) == 1


def test_an_answer_that_is_neither_is_said_and_kept_in_the_note():
    text = table("Name,May we contact you?", "Ada,Yes", "Bo,Only about careers in music", "Cy,Only in June")
    assert [person.note for person in people(text)] == [
        "", "May we contact you?: Only about careers in music", "May we contact you?: Only in June",
    ]  # fmt: skip
    (said,) = sentences(text)
    assert "“May we contact you?”" in said
    assert "“Only about careers in music” in row 2" in said


@pytest.mark.parametrize("heading", ["Marketing consent", "Contact?", "Opted out of email: newsletter"])
def test_a_column_that_may_ask_for_consent_and_is_not_understood_is_said(heading):
    text = table(f"Name,Email,{heading}", "Ada,a@x.org,No", "Bo,b@x.org,Yes")
    assert names(text) == ["Ada", "Bo"]
    assert [heading in said and "contacted" in said for said in sentences(text)] == [True]


def test_a_person_who_says_what_the_column_holds_hears_nothing_more_of_it():
    text = table("Name,Email,Marketing consent", "Ada,a@x.org,No").encode()
    assert read(text, "people.csv", {"Marketing consent": "detail"}).problems == ()


def test_ticks_beside_blanks_are_said():
    (said,) = sentences(table("Name,OK to contact", "Ada,x", "Bo,"))
    assert said.startswith("In “OK to contact” some are marked")


def test_without_headings_titles_and_organizations_are_known_by_their_words():
    text = "Harbour Lab,Ada Park,ada@example.org,Data Engineer\nTidal Museum,Bo Li,bo@example.org,Curator\n"
    assert [(p.name, p.organization, p.title) for p in people(text)] == [
        ("Ada Park", "Harbour Lab", "Data Engineer"), ("Bo Li", "Tidal Museum", "Curator"),
    ]  # fmt: skip
