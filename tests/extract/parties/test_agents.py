"""Parties of agents: one label for all ways to name a party, and none for a weapon."""

import pandas as pd
import pytest

from analysis.annotate.sentences import split_sentences
from analysis.core import tables
from analysis.extract.parties.agents import PartyMentions, with_agent_parties
from analysis.extract.parties.extract import extract_parties


def mentions_of(text):
    row = {"article_id": "a", "corpus": "test", "text": text, "n_words": len(text.split())}
    articles = tables.make([row], tables.ARTICLES)
    return PartyMentions({"a": text}, extract_parties(articles, split_sentences(articles)))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Syrian regime air strikes killed 4.", "Syrian regime air strikes", "Syria (authorities)"),
        ("Four died in Sudan. Sudan's army killed them.", "Sudan's army", "Sudan (authorities)"),
        ("Israeli air strikes killed 4.", "Israeli air strikes", "Israel"),
        ("Hamas fighters killed 4.", "Hamas fighters", "Hamas"),
        ("Russian and Syrian air strikes killed 4.", "Russian and Syrian air strikes",
         "Russia and Syria"),
        ("Israel air strike kills 4.", "Israel air strike", "Israel"),
        ("Russia says 4 died; Russia killed them.", "Russia", "Russia"),
        ("Strikes from Russia killed 4.", "Strikes from Russia", "Russia"),
        ("Russian missiles killed 4.", "Russian missiles", "Russia"),
        ("Ukrainian shelling killed 4.", "Ukrainian shelling", "Ukraine"),
        ("America killed 4.", "America", "United States"),
        # a country that says where a thing was, or whose accident, did nothing
        ("Congo ferry sinks, killing 4.", "Congo ferry", None),
        ("Sudan mine collapse kills 4.", "Sudan mine collapse", None),
        ("Irish police pursuit kills 4.", "Irish police pursuit", None),
        ("Kenya protests kill 4.", "Kenya protests", None),
        ("Mogadishu siege kills 4.", "Mogadishu siege", None),
        ("Bomb at Baghdad market kills 4.", "Bomb at Baghdad market", None),
        ("A bomb in Iraq killed 4.", "A bomb in Iraq", None),
        ("Collapse of a Congo mine kills 4.", "Collapse of a Congo mine", None),
        # ... or which was hit there
        ("Ukraine power plant strike kills 4.", "Ukraine power plant strike", None),
        ("Yemen market strike kills 4.", "Yemen market strike", None),
        ("South Korea battery plant fire kills 4.", "South Korea battery plant fire", None),
        ("South Korean battery plant fire kills 4.", "South Korean battery plant fire", None),
        ("Kabul mosque bombing kills 4.", "Kabul mosque bombing", None),
        ("US drone strike kills 4.", "US drone strike", "United States"),
        ("Israeli school strike kills 4.", "Israeli school strike", "Israel"),
        ("Russia missile attack on market kills 4.", "Russia missile attack on market", "Russia"),
        # none
        ("Air strikes killed 4.", "Air strikes", None),
        ("A bomb in Texas killed 4.", "A bomb in Texas", None),
        ("The rebels killed 4.", "The rebels", None),
    ],
)  # fmt: skip
def test_the_party_of_some_words(text, words, expected):
    start = text.index(words)
    assert mentions_of(text).label("a", start, start + len(words)) == expected


@pytest.mark.parametrize(
    ("text", "words", "as_agent", "as_patient"),
    [
        (
            "An American Muslim and his Pakistani wife killed 4.",
            "An American Muslim and his Pakistani wife",
            None,
            "United States and Pakistan",
        ),
        ("Chinese and local workers hurt 4.", "Chinese and local workers", None, "China"),
        ("African Americans killed 4.", "African Americans", None, "United States"),
        # a side, an army, an act
        ("The Russians killed 4.", "The Russians", "Russia", "Russia"),
        ("Russian soldiers killed 4.", "Russian soldiers", *["Russia (authorities)"] * 2),
        ("Israeli air strikes killed 4.", "Israeli air strikes", "Israel", "Israel"),
        ("Syrian territory, they said.", "Syrian territory", None, None),
    ],
)
def test_the_nation_of_private_people_is_no_party_that_did_something(
    text, words, as_agent, as_patient
):
    start = text.index(words)
    mentions = mentions_of(text)
    assert mentions.label("a", start, start + len(words), as_agent=True) == as_agent
    assert mentions.label("a", start, start + len(words)) == as_patient


def test_figures_get_the_party_of_their_agent():
    text = "Syrian regime shelling killed 4."
    figures = pd.DataFrame(
        {"article_id": ["a", "a"], "agent_start": [0.0, None], "agent_end": [22.0, None]}
    )
    found = with_agent_parties(figures, mentions_of(text))["agent_party"]
    assert found.iloc[0] == "Syria (authorities)"
    assert pd.isna(found.iloc[1])
    empty = with_agent_parties(figures.iloc[:0], mentions_of(text))
    assert empty["agent_party"].empty
