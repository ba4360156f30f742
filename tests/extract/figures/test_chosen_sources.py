"""Who reports a figure, of several who may."""

import pytest

from tests.extract.figures.tagged_tables import figures_of, killed, values


def test_a_linked_source_comes_before_that_of_the_attribution():
    text = "Medics said 9 people died, the agency reported."
    contents = [("Medics said 9 people died", "the agency")]
    row = figures_of(text, [killed("9", source="Medics")], contents).iloc[0]
    assert (row.source, row.attribution_id) == ("Medics", "a0")


@pytest.mark.parametrize(
    ("linked", "attributed", "source"),
    [
        (
            "the Institute of Public",
            "the Institute of Public Health",
            "the Institute of Public Health",
        ),
        ("the Institute", "the Institute of Public Health", "the Institute of Public Health"),
        ("the Institute of Public Health", "the Institute", "the Institute of Public Health"),
    ],
)
def test_a_name_that_the_tagger_cut_is_whole_again(linked, attributed, source):
    text = "Measles killed 30 people, the Institute of Public Health said."
    number = killed("30", source=linked)
    found = figures_of(text, [number], contents=[("Measles killed 30 people", attributed)])
    assert found["source"].tolist() == [source]


def test_a_body_is_the_source_and_not_its_place():
    text = "Measles killed 30 people, the ministry in the capital, Sorvat, said."
    number = killed("30", source="Sorvat")
    contents = [("Measles killed 30 people", "the ministry in the capital, Sorvat")]
    found = figures_of(text, [number], contents=contents)["source"].tolist()
    assert found == ["the ministry in the capital, Sorvat"]


def test_no_more_than_a_name_is_taken_from_the_attribution():
    text = "Measles killed 30 people, the doctors who treat them said."
    number = killed("30", source="the doctors")
    contents = [("Measles killed 30 people", "the doctors who treat them")]
    assert figures_of(text, [number], contents=contents)["source"].tolist() == ["the doctors"]


def test_the_attribution_of_a_figure_comes_before_a_source_that_is_no_nearer():
    text = "Medics put the toll at 104, while the army spoke of 12 martyrs."
    numbers = [killed("104", source="Medics"), killed("12")]
    found = figures_of(text, numbers, [("the toll at 104", "Medics"), ("12 martyrs", "the army")])
    assert found["source"].tolist() == ["Medics", "the army"]
    assert found["attribution_id"].tolist() == ["a0", "a1"]


def test_each_of_two_numbers_has_its_own_source():
    text = "Kyiv lost 46,000 men, fewer than the 400,000 claimed by Moscow."
    numbers = [killed("46,000", "soldiers", source="Kyiv"), killed("400,000", "soldiers")]
    assert figures_of(text, numbers)["source"].tolist() == ["Kyiv", "Moscow"]


def test_who_speaks_is_no_source_of_what_is_set_against_their_number():
    text = "Medics said 9 people died, fewer than the 12 killed in the first count."
    contents = [("9 people died, fewer than the 12 killed in the first count", "Medics")]
    numbers = [killed("9", source="Medics"), killed("12", source="Medics")]
    assert values(figures_of(text, numbers, contents)["source"]) == ["Medics", None]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Brokers said the fire, in which 9 people died, will cost a lot.", None),
        ("It is a fire in Velm, where 9 people died, Brokers said.", "Brokers"),
        ("Brokers said that 9 people died in the fire, which is out.", "Brokers"),
        ("Brokers said that the fire, in which 9 people died.", "Brokers"),
    ],
)
def test_a_clause_of_the_outlets_own_has_no_source(text, source):
    contents = [(text[len("Brokers said ") : -1], "Brokers")]
    found = figures_of(text, [killed("9", source="Brokers")], contents)
    assert values(found["source"]) == [source]


def test_a_source_does_not_begin_in_the_sentence_before():
    text = "It may rain, said Moss of Alba. The mayor, who counted 9 dead, left."
    found = figures_of(text, [killed("9", source="Alba. The mayor")])
    assert values(found["source"]) == ["The mayor"]


def test_a_headline_source_comes_before_that_of_the_attribution():
    text = "9 killed in raid - monitor. A doctor said so"
    contents = [("9 killed in raid", "A doctor")]
    assert figures_of(text, [killed("9")], contents)["source"].tolist() == ["monitor"]


@pytest.mark.parametrize(
    ("content", "source"),
    [
        ("the sea would rise", None),
        ("the sea would rise after a wave sank a boat and 9 men died", "The mayor"),
    ],
)
def test_a_source_by_grammar_alone_needs_an_attribution(content, source):
    text = "The mayor said the sea would rise after a wave sank a boat and 9 men died."
    table = figures_of(text, [killed("9")], [(content, "The mayor")])
    assert values(table["source"]) == [source]


def test_a_figure_that_a_source_presupposes_is_the_outlets_own():
    text = "The union blamed heat for the fires that killed 9 men."
    contents = [("heat for the fires that killed 9 men", "The union")]
    table = figures_of(text, [killed("9", source="The union")], contents)
    assert values(table["source"]) == [None]
    assert values(table["agent"]) == ["the fires"]


def test_each_half_of_a_disagreement_has_its_speaker():
    text = "The army said 30 rebels were killed, the rebels 8."
    found = figures_of(text, [killed("30")])
    assert found["text"].tolist() == ["30", "8"]
    assert found["outcome"].tolist() == ["killed", "killed"]
    assert found["source"].tolist() == ["The army", "the rebels"]
    assert found["agent"].isna().all()
