"""What an article says of its parties: local names, office holders, parties themselves."""

import pytest

from analysis.extract.parties.gazetteer import project_gazetteer
from analysis.extract.parties.owners import collect


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Anderson police said so.", ["Anderson"]),
        ("Officials of Velm Railways met.", ["Velm Railways"]),
        ("Sudan's president, Hamza Idris, spoke.", ["Sudan"]),
        ("The Democrats voted.", ["Democrats"]),
        ("The European Union's officials met.", ["European Union", "European Union"]),
        ("The Democratic governor left.", [None]),  # the state's, not the party's
        # followers are no army, unless somebody else is armed
        ("Quist's army of admirers grew.", []),
        ("Quist's army blocks the gates, the union said.", []),
        ("Quist's army fought the rebels.", ["Quist", None]),
        ("Norland's ally Sudan's army left.", ["Sudan"]),
        ("Hamas's army left.", ["Hamas"]),
        ("The army of Quist left.", ["Quist"]),
        # words before a name that are no owner
        ("The central bank governor spoke.", [None]),
        ("The President of the Republic spoke.", [None]),
        ("The Provincial Governor spoke.", [None]),
        ("Local police said so.", [None]),
        ("Special Operations forces left.", [None]),
        ("Big city mayors left.", [None]),
        ("She met the New Velm police.", ["New Velm"]),
        ("New police rules came.", [None]),
        # of a station
        ("The CNN president spoke.", []),
        ("The police said so.", [None]),
        # what a minister is of, a holder's name and a firm own no government
        ("Railway Minister Ada Quist spoke.", [None]),
        ("Velm Health Minister Ada Quist spoke.", ["Velm"]),
        ("Velm Motors ministers left.", [None]),
        ("Excise Minister Ada Quist said the opposition left.", [None, None]),
        ("", []),
    ],
)
def test_what_the_grammar_says(text, said):
    assert collect(text, project_gazetteer()).said == said


def test_a_holder_of_an_office_stands_for_the_party_elsewhere():
    text = "Sudan's president Hamza Idris spoke. Later the Idris government fell."
    article = collect(text, project_gazetteer())
    assert article.said == ["Sudan", "Sudan"]


def test_a_word_of_a_headline_is_no_office_holder():
    text = "Envoy Of Kenya Meets Minister\n\nThe envoy of Kenya meets a minister."
    article = collect(text, project_gazetteer())
    assert {mark.form for mark in article.marks} == {"name"}
