"""Headings, rubrics and topics before a colon are no speakers."""

import pytest

from analysis.extract.attributions.headings import is_heading, is_topic
from tests.extract.attributions.marked_text import linked_spans


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("DETAILS OF THE CASE", True),
        ("WHY VELMAR LAW", True),
        ("NEXT STEPS FOR KARSK", True),
        ("ADA QUIST", False),
        ("UPDATE", False),  # one word may be a name
        ("Details of the case", False),
        ("", False),
    ],
)
def test_words_in_capitals_that_head_a_text(words, expected):
    assert is_heading(words) is expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<S Cholera><C :> <T 100 die>\n\nThe cholera wards are full.", True),
        ("<S Science><C :> <T Snail yields a painkiller>\n\nIt is small.", True),
        ("<S Karsk><C :> <T 'We saw it'>\n\nKARSK, Jan 2 - Two men saw it.", True),
        # nouns in capitals head a paragraph, and a place dates the report
        ("<S SHELTERS><C :> <T Two were opened>\n\nOthers are full.", True),
        ("<S BLOOD DRIVE><C :> <T On Friday at ten>\n\nBring a card.", True),
        ("<S KARSK><C :> <T Twelve of the cameras failed>\n\nPolice in Karsk came.", True),
        ("<S POWER><C :> <T We will go on>\n\nSamantha Power spoke from Rome.", False),
        ("<S INSKEEP><C :> <T What will you do?>\n\nHe asked again.", False),
        ("<S MODERATOR><C :> <T Thank you, Senator>\n\nOthers clapped.", False),
        ("<S POWER><C :> <T 'We will go on'>\n\nNobody stayed.", False),
        # not at the beginning of its line
        ("Now <S Cholera><C :> <T 100 die>\n\nThe cholera wards are full.", False),
        # somebody who says something, or whose type is known
        ("<S Union><C :> <T two die>\n\nThe union said on Monday that two died.", False),
        ("<S Police><C :> <T two die>\n\nThe police came.", False),
        ("<S Bennett><C :> <T Every vote counts>\n\nThe minister met voters in Karsk.", False),
        # a country is a topic, unless it is quoted
        ("<S Chad><C :> <T at least 21 die in camp>\n\nThe camp was hit at dawn.", True),
        ("<S Chad><C :> <T 'We saw it coming'>\n\nThe camp was hit at dawn.", False),
        ("<S Chad><C :> <T We will answer>\n\nThe camp was hit at dawn.", False),
        ("<S Chad><C :> <T 21 die>\n\nChad said on Monday that 21 died.", False),
        ("<S Cholera><C :> <T 'It spares nobody'>\n\nThe cholera wards are full.", False),
    ],
)
def test_topics_of_headlines(marked, expected):
    text, group = linked_spans(marked)
    assert is_topic(text, group.sources[0], group) is expected
