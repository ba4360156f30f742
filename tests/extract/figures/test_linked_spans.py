"""Agents and sources that the tagger links, or the nearest ones."""

import pandas as pd
import pytest

from tests.extract.figures.tagged_tables import figures_of, killed, values


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("A bomb went off. 9 people died.", "A bomb"),
        ("Blast in port\n9 people died", "Blast"),
        ("9 people died. A bomb went off.", "A bomb"),
        ("The war went on and 9 people died", "The war"),
    ],
)
def test_a_linked_agent_of_another_sentence_or_line_or_a_setting_is_not_taken(text, agent):
    assert values(figures_of(text, [killed("9", agent=agent)])["agent"]) == [None]


def test_a_linked_agent_of_the_sentence_is_taken():
    found = figures_of("A virus came and 9 people died", [killed("9", agent="A virus")])
    assert values(found["agent"]) == ["A virus"]


def test_a_figure_that_the_tagger_missed_shares_the_source_of_its_neighbour():
    text = "The clinic said a mine killed 3 herders and wounded 5."
    found = figures_of(text, [killed("3", agent="a mine", source="The clinic")])
    assert found[["text", "outcome", "agent", "source"]].values.tolist() == [
        ["3", "killed", "a mine", "The clinic"],
        ["5", "injured", "a mine", "The clinic"],
    ]


def test_without_links_the_nearest_span_of_the_sentence_is_taken():
    text = "A mine killed 3 herders. The mayor said so"
    number = killed("3", counted="herders", agent="A mine", source="The mayor")
    row = figures_of(text, [number], links=False).iloc[0]
    assert (row.counted, row.agent) == ("herders", "A mine")
    assert pd.isna(row.source)
