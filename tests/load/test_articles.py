"""Tests of the front door: what comes in comes out, or stands in problems."""

import json

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import load
from analysis.core.errors import InputError, ParameterError
from analysis.core.selection import Selection
from analysis.core.tables import ARTICLES, PROBLEMS, check

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


def reasons(loaded):
    return " | ".join(loaded.problems["reason"])


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
    path = write_csv(
        tmp_path,
        [{"Headline": "Bridge falls", "Body": BODY, "source": "Daily", "pubDate": "2 Nov 2018"}],
    )
    loaded = load.read(path)
    assert loaded.guesses == {
        "outlet": "source",
        "published": "pubDate",
        "title": "Headline",
        "text": "Body",
    }
    assert loaded.articles["outlet"].tolist() == ["Daily"]


def test_said_columns_win(tmp_path):
    path = write_csv(tmp_path, [{"source": "wrong", "paper": "Daily", "text": BODY}])
    assert load.read(path, columns={"outlet": "paper"}).articles["outlet"].tolist() == ["Daily"]


def test_missing_column_names_what_is_there(tmp_path):
    path = write_csv(tmp_path, [{"paper": "Daily", "text": BODY}])
    with pytest.raises(
        InputError, match=r"no column for outlet. Found: paper, text.*--columns outlet=NAME"
    ):
        load.read(path)


def test_as_is_keeps_the_letter(tmp_path):
    text = "  It\u2019s caf\u00c3\u00a9\x1b[31m\r\n\x07 "
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps(row(text=text)), encoding="utf-8")
    assert load.read(path, as_is=True).articles["text"][0] == text
    assert load.read(path).articles["text"][0] == "Bridge falls\n\nIt\u2019s caf\u00e9"


def test_a_half_character_does_not_break_later_files(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps(row(text="Twelve \ud800 people")))
    loaded = load.read(path, as_is=True)
    assert loaded.articles["text"][0] == "Twelve \ufffd people"
    assert "half character" in reasons(loaded)
    loaded.articles.to_parquet(tmp_path / "articles.parquet")


@pytest.mark.parametrize(
    ("changes", "kept", "reason"),
    [
        ({"published": "soon"}, True, "date 'soon' names no day"),
        ({"published": ""}, True, "has no date"),
        ({"title": ""}, True, "has no title"),
        ({"outlet": ""}, True, "has no outlet"),
        ({"text": ""}, False, "has no text"),
        ({"text": " \n "}, False, "has no text"),
        ({"text": "\x01\x02"}, False, "control characters"),
        ({"text": "Twelve people\x00 died."}, True, "1 NUL byte removed"),
        ({"text": "Twelve \u202epeople died."}, True, "direction of writing"),
        (
            {"text": "قالت الوزارة إن اثني عشر شخصا قتلوا في المدينة"},
            True,
            "most letters are Arabic",
        ),
        (
            {"text": "Министерство сообщило, что погибли двенадцать человек"},
            True,
            "most letters are Cyrillic",
        ),
    ],
)
def test_rows_with_something_wrong(tmp_path, changes, kept, reason):
    path = tmp_path / "news.jsonl"
    path.write_text(
        "\n".join(json.dumps(r) for r in [row(), row(article_id="a2") | changes]), encoding="utf-8"
    )
    loaded = load.read(path)
    hit = loaded.problems[loaded.problems["reason"].str.contains(reason, regex=False)]
    assert hit["kept"].tolist() == [kept]
    assert "news.jsonl, line 2" in hit["reason"].iloc[0]
    assert loaded.articles["article_id"].tolist() == (["a1", "a2"] if kept else ["a1"])
    assert_adds_up(loaded)


def test_missing_values_are_null(tmp_path):
    loaded = load.read(write_csv(tmp_path, [row(published="soon", title="", outlet="")]))
    assert (
        loaded.articles[["outlet", "published", "title", "url", "event_id"]].isna().all(axis=None)
    )


def test_a_duplicate_id_stays_under_a_new_one(tmp_path):
    loaded = load.read(
        write_csv(tmp_path, [row(), row(text=BODY + " More."), row(article_id="a1-2"), row()])
    )
    assert loaded.articles["article_id"].tolist() == ["a1", "a1-2", "a1-2-2", "a1-3"]
    assert "'a1' stands at news.csv, line 2 already; this one is now 'a1-2'" in reasons(loaded)
    assert_adds_up(loaded)


def test_ids_are_made_from_name_and_row(tmp_path):
    rows = [
        {"outlet": "Daily", "text": BODY},
        {"outlet": "Daily", "text": ""},
        {"outlet": "Post", "text": BODY},
    ]
    assert load.read(write_csv(tmp_path, rows)).articles["article_id"].tolist() == [
        "news-0000",
        "news-0002",
    ]


def test_all_rows_bad_is_an_error(tmp_path):
    with pytest.raises(
        InputError, match="None of the 2 rows of news can be used: news.csv, line 2: has no text"
    ):
        load.read(write_csv(tmp_path, [row(text=""), row(text="")]))


def test_an_unsure_order_of_day_and_month_is_said(tmp_path):
    loaded = load.read(write_csv(tmp_path, [row(published="4/5/2017")]))
    assert loaded.articles["published"][0] == pd.Timestamp("2017-04-05")
    assert "read as month first" in reasons(loaded)


@pytest.mark.parametrize(
    ("name", "match"),
    [
        ("nwes.csv", "No corpus, file or folder .*Did you mean .*news.csv"),
        ("fa-kse", "Did you mean fa-kes"),
        ("a\x00b", "No corpus, file or folder"),
        ("x" * 5000, "No corpus, file or folder"),
    ],
)
def test_a_path_that_does_not_exist(tmp_path, monkeypatch, name, match):
    write_csv(tmp_path, [row()])
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=match):
        load.read(name)


def test_columns_of_a_known_corpus_are_not_asked():
    with pytest.raises(ParameterError, match="columns of embedded are known"):
        load.read("embedded", columns={"text": "body"})


def test_filters_count(tmp_path):
    rows = [
        row(article_id=str(i), outlet=o, published=d)
        for i, (o, d) in enumerate(
            [("Daily", "2018-11-01"), ("Daily", "2018-11-05"), ("Post", "2018-11-03"), ("Post", "")]
        )
    ]
    path = write_csv(tmp_path, rows)
    loaded = load.read(path, selection=Selection(since="2018-11-02"))
    assert loaded.articles["article_id"].tolist() == ["1", "2"]
    assert loaded.counts == {"rows_in": 4, "rows_out": 2, "dropped": 0, "filtered": 2}
    undated = loaded.problems[~loaded.problems["kept"]]
    assert undated["article_id"].tolist() == ["3"]
    assert load.read(path, selection=Selection(outlets=["post"])).articles[
        "outlet"
    ].unique().tolist() == ["Post"]
    with pytest.raises(
        ParameterError, match="No article of news is left .* from 2018-11-01 to 2018-11-05"
    ):
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
def test_whatever_comes_in_is_accounted_for(tmp_path_factory, rows, as_is):
    path = tmp_path_factory.mktemp("any") / "any.jsonl"
    path.write_text("\n".join(json.dumps(r) for r in rows))
    try:
        loaded = load.read(path, as_is=as_is)
    except InputError as error:
        assert "None of the" in str(error)  # noqa: PT017
        return
    assert_adds_up(loaded)
    assert loaded.counts["rows_in"] == len(rows)
