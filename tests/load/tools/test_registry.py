"""Every tool's file is read as what it is, and refused with advice where it has no texts."""

import pandas as pd
import pytest

from analysis import load
from analysis.core.errors import InputError
from analysis.load.tools import TOOLS
from tests.load.tools.files import MADE, SECOND, TEXT, URL, WITHOUT_TEXT


def write(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("key", MADE)
def test_the_file_of_a_tool_is_read(tmp_path, key):
    made = MADE[key]
    loaded = load.read(write(tmp_path, made.name, made.data))
    assert len(loaded.articles) == made.n_articles
    article = loaded.articles.iloc[0]
    assert article["provider"] == key.split(" (")[0]
    assert article["outlet"] == made.outlet
    assert article["published"] == pd.Timestamp(made.published)
    assert article["language"] == "en"
    for column in ("title", "url", "author"):
        expected = getattr(made, column)
        assert pd.isna(article[column]) if expected is None else article[column] == expected
    assert "were killed" in article["text"]
    assert SECOND[:30] in article["text"]
    assert loaded.counts["rows_in"] == len(loaded.articles) + loaded.counts["dropped"]


def test_every_tool_has_a_file_here():
    made = {key.split(" (")[0] for key in [*MADE, *WITHOUT_TEXT]}
    assert made == {tool.name for tool in TOOLS}


@pytest.mark.parametrize("key", WITHOUT_TEXT)
def test_a_file_without_texts_is_refused_with_what_to_do(tmp_path, key):
    name, data = WITHOUT_TEXT[key]
    with pytest.raises(InputError) as caught:
        load.read(write(tmp_path, name, data))
    message = str(caught.value)
    [tool] = {tool.label for tool in TOOLS if tool.name == key.split(" (")[0]}
    assert message.startswith(f"{name} is a file of {tool} and has no texts of articles. Found: ")
    has_address = URL in data.decode("utf-8") or "t.me" in data.decode("utf-8")
    assert message.endswith(f"parallax fetch {name}") == has_address


@pytest.mark.parametrize(
    "tool", [tool for tool in TOOLS if not tool.refused], ids=lambda tool: tool.name
)
def test_no_other_tool_recognises_the_signs_of_a_tool(tool):
    for sign in tool.signs:
        first = next(other for other in TOOLS if other.recognises(sign))
        assert first is tool


def test_texts_keep_their_paragraphs(tmp_path):
    for key in ("fundus", "trafilatura (xml)", "event_registry"):
        made = MADE[key]
        text = load.read(write(tmp_path, made.name, made.data)).articles["text"][0]
        assert text.endswith(f"{TEXT}\n\n{SECOND}")
