"""How somebody is greeted: by the name they go by, never by a sign, nor by the wrong half of it."""

import pytest

from infoview.content import words
from infoview.records.contacts import Contact
from infoview.records.profile import Profile
from infoview.workflow.templates import facts_about, suggestions


def greetings(name):
    facts = facts_about(Contact(name), Profile(name="Mina"))
    return suggestions("request", "greeting", facts)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Zo\u00eb \U0001f3a8 van der Berg", ("Dear Zo\u00eb van der Berg,", "Hello Zo\u00eb,")),
        ("Ada Park \U0001f469\U0001f3fd\u200d\U0001f52c", ("Dear Ada Park,", "Hello Ada,")),
        ("Park, Ada", ("Dear Ada Park,", "Hello Ada,")),
        ("Dr. Amina Osei", ("Dear Dr. Amina Osei,", "Hello Amina,")),
        ("Ada Park, PhD", ("Dear Ada Park,", "Hello Ada,")),
    ],
)
def test_a_name_is_greeted_as_it_is_spoken(name, said):
    assert greetings(name) == said


@pytest.mark.parametrize(
    "name", ["\u5c71\u672c \u592a\u90ce", "\uae40\ubbfc\uc900", "Nguy\u1ec5n Th\u1ecb Minh Khai", "Sukarno"]
)
def test_where_the_family_name_may_stand_first_the_whole_name_is_used(name):
    assert greetings(name) == (f"Dear {name},",)


def test_whatever_is_offered_for_what_one_wonders_about_stands_well_in_a_subject():
    (wonder,) = words("pages/start")["first"]["wonder"]["fields"]
    assert words("requests")["topic"]["pressed"].keys() == set(wonder["offers"])
    offered = {
        choice: suggestions(
            "request", "subject", facts_about(Contact("Ada", "Tidal Museum"), Profile(exploring=choice))
        )
        for choice in wonder["offers"]
    }
    assert "A question about work outdoors" in offered["Something outdoors"]
    assert all("your work" in subject for subject in offered["I don't know yet"])
