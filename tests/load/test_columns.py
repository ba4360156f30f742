"""Tests of guessing columns."""

import pytest

from analysis.core.errors import InputError
from analysis.load.columns import choose_columns


@pytest.mark.parametrize(
    ("found", "mapping"),
    [
        (["outlet", "text"], {"outlet": "outlet", "text": "text"}),
        (
            ["Publication", "Headline", "Full Text", "Published date"],
            {
                "outlet": "Publication",
                "title": "Headline",
                "text": "Full Text",
                "published": "Published date",
            },
        ),
        (
            ["AN", "SN", "PD", "HD", "TD", "BY", "LA"],
            {
                "article_id": "AN",
                "outlet": "SN",
                "published": "PD",
                "title": "HD",
                "text": "TD",
                "author": "BY",
                "language": "LA",
            },
        ),
        (
            ["stories_id", "media_name", "publish_date", "title", "text", "url", "language"],
            {
                "article_id": "stories_id",
                "outlet": "media_name",
                "published": "publish_date",
                "title": "title",
                "text": "text",
                "url": "url",
                "language": "language",
            },
        ),
        (
            ["source.name", "publishedAt", "content", "description"],
            {"outlet": "source.name", "published": "publishedAt", "text": "content"},
        ),
        (["source", "publisher", "body"], {"outlet": "source", "text": "body"}),
        (
            ["seendate", "domain", "maintext", "labels"],
            {"outlet": "domain", "published": "seendate", "text": "maintext"},
        ),
    ],
)
def test_guesses(found, mapping):
    assert choose_columns(found, "x.csv")[0] == mapping


def test_only_guesses_are_called_guesses():
    _, guesses = choose_columns(["outlet", "body", "when", "Title"], "x.csv", {"published": "when"})
    assert guesses == {"text": "body", "title": "Title"}


@pytest.mark.parametrize(
    ("found", "columns", "match"),
    [
        (
            ["a", "b"],
            None,
            r"x.csv has no column for outlet and text. Found: a, b. .*--columns outlet=NAME",
        ),
        (["outlet"], None, "no column for text"),
        ([], None, "Found: none"),
        (["outlet", "text"], {"outlt": "outlet"}, "No column 'outlt'; did you mean 'outlet'"),
        (["outlet", "text"], {"title": "txt"}, "x.csv: No column 'txt'; did you mean 'text'"),
    ],
)
def test_bad_columns(found, columns, match):
    with pytest.raises(InputError, match=match):
        choose_columns(found, "x.csv", columns)
