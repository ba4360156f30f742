"""Nothing is taken from articles in another language than English, which stay in ``articles``."""

import pandas as pd
import pytest

from analysis.core import tables
from analysis.core.selection import Selection
from analysis.run import batches, pipeline, streaming

ENGLISH = "At least 12 people were killed in Tallis on Monday when a bridge fell, officials said."
FRENCH = "Au moins 12 personnes ont été tuées lundi à Tallis, a annoncé le ministère de la santé."
ARABIC = "قالت الوزارة إن 12 شخصا قتلوا في المدينة يوم الاثنين"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    path = tmp_path_factory.mktemp("languages") / "news.csv"
    rows = {
        "outlet": ["Herald", "Courier", "Al-Tallis", "Courier", "Al-Tallis"],
        "text": [ENGLISH, f"{ENGLISH} It was old.", ARABIC, FRENCH, f"{ARABIC} ١"],
        "date": "2018-11-02",
    }
    pd.DataFrame(rows).to_csv(path, index=False)
    return path


@pytest.fixture(scope="module")
def run(corpus):
    return pipeline.run(corpus)


def test_only_english_articles_have_rows(run):
    assert run.articles["language"].tolist() == ["en", "en", "ar", "fr", "ar"]
    read = set(run.articles["article_id"][:2])
    for name in tables.PER_ARTICLE:
        assert set(run.tables[name]["article_id"]) <= read
    assert len(run.figures) == 2
    assert run.articles["event_id"].isna().tolist() == [False, False, True, True, True]
    assert run.events["n_articles"].sum() == 2


def test_they_are_counted_once_for_each_language_and_outlet(run):
    reasons = run.problems.loc[run.problems["reason"].str.contains("not read"), "reason"]
    assert [reason.partition(" not")[0] for reason in reasons] == [
        "Al-Tallis: 2 articles in Arabic",
        "Courier: 1 article in French",
    ]


def test_the_note_of_charts_counts_them(run):
    assert run.note == "2 articles in Arabic, 1 in French not read; Al-Tallis not shown at all."
    read = run.only_read()
    assert read.articles["outlet"].tolist() == ["Herald", "Courier"]
    assert read.note == ""
    assert read.only_read() is read


def test_the_note_of_charts_says_which_query_chose_the_articles(run):
    some = run.select(Selection(query="people OR personnes"))
    assert some.note.startswith("Only articles that match people OR personnes.")
    fewer = some.select(Selection(query="people", query_in="text"))
    assert fewer.note.startswith(
        "Only articles that match people OR personnes, and people in their texts."
    )
    assert "match" not in run.select(Selection(limit=2)).note


def test_shards_are_the_same(run, corpus, tmp_path):
    streamed = streaming.run(corpus, tmp_path / "tables", batch_size=1)
    for name in ("articles", "figures", "sentences", "problems", "events"):
        pd.testing.assert_frame_equal(streamed.tables[name], run.tables[name])


def test_a_kept_batch_is_not_reused_for_another_language(run):
    english = run.articles.head(1)
    assert batches.batch_key(english) != batches.batch_key(english.assign(language="fr"))
