"""Who sent you where."""

from infoview.progress.chain import Link, chain, lines
from infoview.records.introductions import Introduction

JO, NOMSA, IRMA, TOMAS, OLA, RUTH, ASTA = range(1, 8)


def named(*pairs):
    return [Introduction(introducer, contact) for introducer, contact in pairs]


def test_names_given_make_a_chain_from_the_friend_at_its_top():
    made = chain(named((JO, NOMSA), (NOMSA, IRMA), (NOMSA, TOMAS), (IRMA, OLA), (RUTH, ASTA)))
    assert made == (
        Link(JO, (Link(NOMSA, (Link(IRMA, (Link(OLA),)), Link(TOMAS))),)),
        Link(RUTH, (Link(ASTA),)),
    )
    assert (made[0].people, made[0].depth) == (5, 4)


def test_a_chain_is_read_from_top_to_bottom():
    made = chain(named((JO, NOMSA), (NOMSA, IRMA), (RUTH, ASTA)))
    assert [(depth, link.contact_id) for depth, link in lines(made)] == [
        (0, JO),
        (1, NOMSA),
        (2, IRMA),
        (0, RUTH),
        (1, ASTA),
    ]


def test_someone_named_twice_stands_where_they_were_named_first():
    assert chain(named((JO, IRMA), (RUTH, IRMA))) == (Link(JO, (Link(IRMA),)), Link(RUTH))


def test_people_who_named_each_other_all_stand_in_the_chain_once():
    made = chain(named((NOMSA, IRMA), (IRMA, TOMAS), (TOMAS, NOMSA), (JO, RUTH)))
    assert made == (Link(JO, (Link(RUTH),)), Link(NOMSA, (Link(IRMA, (Link(TOMAS),)),)))


def test_nobody_named_makes_no_chain():
    assert chain([]) == ()
