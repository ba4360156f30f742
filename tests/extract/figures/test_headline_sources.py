"""Sources before the colon or after the dash of a headline."""

import pytest
from made_figures import words_at

from analysis.extract.figures.headline_sources import headline_label, headline_source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("12 killed in raid - monitor", "monitor"),
        ("12 killed in raid: state media", "state media"),
        ("12 killed in raid | police\nIt was", "police"),
        ("12 killed in raid - mayor", None),
        ("12 killed as police Reuters", "police"),
        ("12 freed in port - Coastal Army", "Coastal Army"),
        ("12 freed: Child Care and Health Bureau (CCHB)", "Child Care and Health Bureau (CCHB)"),
        ("12 freed in port - Morning News", None),
        ("12 freed in a semi-official truce", None),
        ("12 people died.-AFP", None),
        ("12 killed as police came", None),
        ("12 killed " + "x" * 100 + " - monitor", None),
    ],
)
def test_headlines_that_end_with_their_source(text, source):
    assert words_at(text, headline_source(text, 2, len(text))) == source


def test_a_headline_ends_with_its_sentence():
    text = "12 killed in raid - monitor"
    assert headline_source(text, 2, 17) is None


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Police: 12 killed in crash", "Police"),
        ("Health Ministry: 12 ill", "Health Ministry"),
        ("Karsk: 12 killed in crash", None),
        ("Video: 12 killed in crash", None),
        ("Rebels: 12 killed in crash", None),
        ("HOSPITAL OF SHAME: 12 dead", None),
        ("Police found 12 killed: a crash", None),
    ],
)
def test_the_label_of_a_headline_is_its_source(headline, source):
    assert words_at(headline, headline_label(headline, (0, len(headline)))) == source


def test_a_label_below_the_headline_is_left_to_the_attributions():
    text = "Rain\n\nPolice: 12 killed"
    assert headline_label(text, (6, len(text))) is None
