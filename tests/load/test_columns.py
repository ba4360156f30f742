"""Guessing of columns."""

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
        # the alias that comes first wins, not the column that comes first
        (["publisher", "source", "content", "body"], {"outlet": "source", "text": "body"}),
        # two columns of the same name but for case and marks: the first is taken
        (["Out-let", "outlet", "TEXT"], {"outlet": "outlet", "text": "TEXT"}),
        (["(Outlet)", "outlet", "text"], {"outlet": "(Outlet)", "text": "text"}),
        (
            ["seendate", "domain", "maintext", "labels"],
            {"outlet": "domain", "published": "seendate", "text": "maintext"},
        ),
    ],
)
def test_guesses(found, mapping):
    assert choose_columns(found, "x.csv")[0] == mapping


def test_only_guesses_are_called_guesses():
    found = ["outlet", "body", "when", "Title"]
    mapping, guesses = choose_columns(found, "x.csv", {"published": "when"})
    assert guesses == {"text": "body", "title": "Title"}
    assert mapping == guesses | {"outlet": "outlet", "published": "when"}


def test_a_column_that_the_user_names_is_not_guessed_again():
    found = ["source", "publisher", "text"]
    mapping, guesses = choose_columns(found, "x.csv", {"author": "source"})
    assert mapping == {"author": "source", "outlet": "publisher", "text": "text"}
    assert guesses == {"outlet": "publisher"}
    mapping, guesses = choose_columns(found, "x.csv", {"outlet": "publisher"})
    assert mapping == {"outlet": "publisher", "text": "text"}
    assert guesses == {}


def test_other_columns_may_be_required_or_none():
    assert choose_columns(["headline"], "x.csv", required=()) == (
        {"title": "headline"},
        {"title": "headline"},
    )
    with pytest.raises(InputError, match="no column for title. Found: text"):
        choose_columns(["text"], "x.csv", required=("title",))


@pytest.mark.parametrize(
    ("found", "columns", "message"),
    [
        (
            ["a", "b"],
            None,
            r"x.csv has no column for outlet and text. Found: a, b. Names recognised as outlet: "
            r"outlet, source.*Names recognised as text: text, body.*--columns outlet=NAME,"
            r"text=NAME \(report, extract, batch\); other commands read the folder of tables",
        ),
        (["outlet"], None, "no column for text.*Name the column with --columns text=NAME"),
        ([], None, "Found: none"),
        (["outlet", "text"], {"outlt": "outlet"}, "No column 'outlt'; did you mean 'outlet'"),
        (["outlet", "text"], {"title": "txt"}, "x.csv: No column 'txt'; did you mean 'text'"),
    ],
)
def test_bad_columns(found, columns, message):
    with pytest.raises(InputError, match=message):
        choose_columns(found, "x.csv", columns)
