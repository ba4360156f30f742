"""Nobody says what a page prints: its words are taken out of sources, cues and contents."""

import pytest

from analysis.extract.attributions.article_spans import Span
from analysis.extract.attributions.page_words import without_page_words
from tests.extract.attributions.test_extract import attributed

TITLE = "Dam breaks above Tallis"


def cut(text, words, role="source"):
    start = text.index(words)
    spans = without_page_words(text, [Span(role, start, start + len(words))])
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Facebook Twitter Flipboard Email He told them so.", "Flipboard Email", []),
        ("Facebook Twitter Flipboard Email Ada Quist said so.", "Email Ada Quist", ["Ada Quist"]),
        # a caption without a credit, in the line of a byline
        (
            f"{TITLE}\n\n{TITLE} 04-15-2019 Ada Holm The dam by night\nMayor Quist said so.",
            "Ada Holm The dam by night\nMayor Quist",
            ["Mayor Quist"],
        ),
        ("Mayor Quist said so. Ada Holm/Getty Images", "Mayor Quist", ["Mayor Quist"]),
    ],
)
def test_sources_lose_the_words_of_the_page(text, words, left):
    assert cut(text, words) == left


def test_a_content_keeps_its_lines():
    text = "Mayor Quist said:\nThe dam broke. Advertisement\nIt was old. Share on Facebook\n"
    content = text[text.index("The dam") :].rstrip()
    assert cut(text, content, "content") == [content.removesuffix("Share on Facebook").rstrip()]


def test_a_photographer_is_nobody_that_he_could_be():
    credit = "(Photo by Adam Holm/Getty Images)"
    marked = f"Mayor Bo Quist spoke of the dam. {credit}\n<S He> <C said> <T it broke>."
    attributions, _ = attributed(marked)
    assert attributions["source_name"].tolist() == ["Mayor Bo Quist"]


def test_a_row_of_buttons_says_nothing():
    marked = "Facebook Twitter <S Flipboard Email> He <C told reporters> <T that the dam broke>."
    attributions, _ = attributed(marked)
    assert "Flipboard Email" not in attributions["source"].tolist()


def test_a_heading_of_links_says_nothing():
    marked = "The dam broke.\n<S RELATED><C :> <T Dams hold elsewhere>"
    attributions, _ = attributed(marked)
    assert attributions.empty
