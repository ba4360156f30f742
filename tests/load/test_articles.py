"""The front door: everything that comes in comes out, or is in problems."""

import json

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import load
from analysis.core.errors import InputError, ParameterError
from analysis.core.selection import Selection
from analysis.core.tables import ARTICLES, PROBLEMS, check
from analysis.load.articles import no_usable_row

BODY = "At least 12 people were killed when the bridge fell, the ministry said on Monday."


def write_csv(tmp_path, rows, name="news.csv"):
    path = tmp_path / name
    pd.DataFrame(rows).to_csv(path, index=False)
    return path


def row(**changes):
    return {
        "article_id": "a1",
        "outlet": "Daily",
        "published": "2018-11-02",
        "title": "Bridge falls",
        "text": BODY,
    } | changes


def assert_adds_up(loaded):
    check(loaded.articles, ARTICLES)
    check(loaded.problems, PROBLEMS)
    counts = loaded.counts
    assert counts["rows_in"] == counts["rows_out"] + counts["dropped"] + counts["filtered"]
    assert counts["rows_out"] == len(loaded.articles)
    assert (~loaded.problems["kept"]).sum() >= counts["dropped"]


def test_a_plain_row(tmp_path):
    loaded = load.read(write_csv(tmp_path, [row()]))
    article = loaded.articles.iloc[0]
    assert article["text"] == f"Bridge falls\n\n{BODY}"
    assert article["published"] == pd.Timestamp("2018-11-02")
    assert (article["corpus"], article["language"]) == ("news", "en")
    assert article["n_words"] == 17
    assert loaded.problems.empty
    assert loaded.name == "news"
    assert len(loaded.inputs[0][1]) == 64
    assert_adds_up(loaded)


def test_columns_are_guessed_and_shown(tmp_path):
    cells = {"Headline": "Bridge falls", "Body": BODY, "source": "Daily", "pubDate": "2 Nov 2018"}
    loaded = load.read(write_csv(tmp_path, [cells]))
    assert loaded.guesses == {
        "outlet": "source",
        "published": "pubDate",
        "title": "Headline",
        "text": "Body",
    }
    assert loaded.articles["outlet"].tolist() == ["Daily"]


def test_given_columns_win(tmp_path):
    path = write_csv(tmp_path, [{"source": "wrong", "paper": "Daily", "text": BODY}])
    assert load.read(path, columns={"outlet": "paper"}).articles["outlet"].tolist() == ["Daily"]


def test_a_missing_column_names_the_columns_there_are(tmp_path):
    path = write_csv(tmp_path, [{"paper": "Daily", "text": BODY}])
    message = r"no column for outlet. Found: paper, text.*--columns outlet=NAME"
    with pytest.raises(InputError, match=message):
        load.read(path)


def test_as_is_keeps_texts_to_the_letter(tmp_path):
    text = "  It\u2019s caf\u00c3\u00a9\x1b[31m\r\n\x07 "
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps(row(text=text)), encoding="utf-8")
    assert load.read(path, as_is=True).articles["text"][0] == text
    assert load.read(path).articles["text"][0] == "Bridge falls\n\nIt\u2019s caf\u00e9"


def test_missing_values_are_null(tmp_path):
    articles = load.read(write_csv(tmp_path, [row(published="soon", title="", outlet="")])).articles
    missing = ["outlet", "published", "title", "url", "event_id"]
    assert articles[missing].isna().all(axis=None)


def test_an_input_without_a_usable_row_is_an_error(tmp_path):
    message = r"No row of news can be used: news.csv, line 2: has no text \(and 2 more rows\)$"
    with pytest.raises(InputError, match=message):
        load.read(write_csv(tmp_path, [row(text="")] * 3))


def test_the_reasons_why_no_row_is_usable_are_cut():
    message = no_usable_row("news", 9, ["x" * 300, "y" * 300])
    assert message == f"No row of news can be used: {'x' * 300}; {'y' * 98}"


def test_an_ambiguous_order_of_day_and_month_is_reported(tmp_path):
    loaded = load.read(write_csv(tmp_path, [row(published="4/5/2017")]))
    assert loaded.articles["published"][0] == pd.Timestamp("2017-04-05")
    assert loaded.problems["reason"].tolist() == [
        "news.csv: 1 date can be read two ways and no date in the file decides; read as month "
        "first: 4/5/2017 in row 1 is 2017-04-05, not 2017-05-04. Days written as 2017-04-05 are "
        "read in one way only"
    ]
    assert loaded.problems["kept"].tolist() == [True]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nwes.csv", "No corpus, file or folder .*Did you mean .*news.csv"),
        ("fa-kse", r"Did you mean fa-kes\? Known corpora: embedded, fa-kes, sample, seeds."),
        ("smaple.csv", r"Did you mean sample\?"),
        ("missing/news.csv", "No corpus, file or folder 'missing/news.csv'. Known corpora"),
        ("a\x00b", "No corpus, file or folder"),
        ("x" * 5000, "No corpus, file or folder"),
    ],
)
def test_a_path_that_does_not_exist(tmp_path, monkeypatch, name, message):
    write_csv(tmp_path, [row()])
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=message):
        load.read(name)


def test_a_path_may_begin_with_the_home_folder(tmp_path, monkeypatch):
    write_csv(tmp_path, [row()])
    monkeypatch.setenv("HOME", str(tmp_path))
    assert load.read("~/news.csv").counts["rows_out"] == 1


def test_a_folder_with_the_name_of_a_corpus_is_read_by_its_path(tmp_path, monkeypatch):
    (tmp_path / "sample").mkdir()
    (tmp_path / "sample" / "a.txt").write_text(BODY)
    monkeypatch.chdir(tmp_path)
    assert load.read("./sample").counts["rows_out"] == 1
    assert load.read("sample").counts["rows_out"] > 1


def test_columns_of_a_known_corpus_cannot_be_given():
    with pytest.raises(ParameterError, match="columns of embedded are known"):
        load.read("embedded", columns={"text": "body"})


@pytest.fixture
def four_articles(tmp_path):
    cells = [
        ("Daily", "2018-11-01"),
        ("Daily", "2018-11-05"),
        ("Post", "2018-11-03"),
        ("Post", ""),
    ]
    rows = []
    for number, (outlet, day) in enumerate(cells):
        rows.append(row(article_id=str(number), outlet=outlet, published=day))
    return write_csv(tmp_path, rows)


def test_filtered_articles_are_counted_and_undated_ones_are_problems(four_articles):
    loaded = load.read(four_articles, selection=Selection(since="2018-11-02"))
    assert loaded.articles["article_id"].tolist() == ["1", "2"]
    assert loaded.counts == {
        "rows_in": 4,
        "rows_out": 2,
        "dropped": 0,
        "filtered": 2,
        "lines_in": 5,
        "lines_of_rows": 4,
        "lines_header_or_blank": 1,
    }
    undated = loaded.problems[~loaded.problems["kept"]]
    assert undated["article_id"].tolist() == ["3"]


def test_problems_of_filtered_articles_are_left_out(four_articles):
    loaded = load.read(four_articles, selection=Selection(outlets=["post"]))
    assert loaded.articles["outlet"].unique().tolist() == ["Post"]
    assert loaded.problems["article_id"].tolist() == ["3"]
    loaded = load.read(four_articles, selection=Selection(outlets=["daily"]))
    assert loaded.problems.empty


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (
            Selection(since="2020-01-01"),
            "No article of news matches since 2020-01-01. "
            "Its days run from 2018-11-01 to 2018-11-05.",
        ),
        (
            Selection(outlets=["Post"], until="2018-11-02", seed=3),
            "No article of news matches outlets .*Post.*, until 2018-11-02. Its days run",
        ),
    ],
)
def test_a_selection_that_leaves_nothing_is_an_error(four_articles, selection, message):
    with pytest.raises(ParameterError, match=message):
        load.read(four_articles, selection=selection)


def test_a_selection_of_days_among_undated_articles_is_an_error(tmp_path):
    path = write_csv(tmp_path, [row(published="")])
    with pytest.raises(ParameterError, match="matches since 2020-01-01. No article has a date."):
        load.read(path, selection=Selection(since="2020-01-01"))


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "outlet": st.text(max_size=5),
                "title": st.text(max_size=8),
                "published": st.text(max_size=8),
                "text": st.text(max_size=30),
            }
        ),
        min_size=1,
        max_size=5,
    ),
    st.booleans(),
)
@settings(max_examples=15, deadline=None)
def test_every_row_is_accounted_for(tmp_path_factory, rows, as_is):
    path = tmp_path_factory.mktemp("any") / "any.jsonl"
    path.write_text("\n".join(json.dumps(cells) for cells in rows))
    try:
        loaded = load.read(path, as_is=as_is)
    except InputError as error:
        assert "No row of" in str(error)  # noqa: PT017
        return
    assert_adds_up(loaded)
    assert loaded.counts["rows_in"] == len(rows)
