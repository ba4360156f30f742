"""Judged rows: their words stand in the articles, and only what is read today is a cell."""

import pandas as pd
import pytest

from analysis.train.judged_rows import JUDGED, corpus_of, judged_rows, labelled_articles

ROWS = pd.read_csv(JUDGED / "rows.csv")


@pytest.fixture(scope="module")
def articles():
    return {
        article["article_id"]: article for rows in labelled_articles().values() for article in rows
    }


def test_every_number_stands_in_an_article(articles):
    assert {corpus_of(name) for name in articles} == set(ROWS["row"].map(corpus_of))
    for row in ROWS.itertuples():
        words = articles[row.article_id]["text"][row.start : row.end]
        assert words.strip() == words != ""


def test_a_text_begins_with_its_title(articles):
    assert all(row["text"].startswith(row["title"]) for row in articles.values())


def test_a_row_has_one_verdict_and_numbers_of_two_articles_or_more():
    verdicts = ["thing", "cells", "mark", "differ", "label", "source"]
    assert len(ROWS[["row", *verdicts]].drop_duplicates()) == ROWS["row"].nunique()
    cells = ROWS.loc[ROWS["role"].eq("cell")]
    assert (cells.groupby("row")["article_id"].nunique() >= 2).all()
    assert set(ROWS["thing"]) == {"one", "two"}
    assert set(ROWS["mark"]) == {"=", "≠", "≠?"}


def test_only_cells_that_are_read_today_count(tmp_path):
    text = "Twelve people were killed in Harum. Nobody counted the boats."
    lines = [
        {
            "article_id": f"corpus_99-0{number}",
            "outlet": outlet,
            "published": "2026-05-01",
            "title": "Blast in Harum",
            "text": text,
            "story": "s",
        }
        for number, outlet in enumerate("AB")
    ]
    pd.DataFrame(lines).to_json(tmp_path / "corpus_99.jsonl", orient="records", lines=True)
    start = len("Blast in Harum\n\n")
    places = [(0, start, start + 6), (1, start, start + 6), (0, start + 36, start + 42)]
    rows = [
        {
            "row": name,
            "article_id": f"corpus_99-0{article}",
            "start": first,
            "end": last,
            "role": "cell",
            "thing": "one",
            "cells": cells,
            "mark": "=",
        }
        for name, cells, own in (
            ("corpus_99-001", "ok", places[:2]),
            ("corpus_99-002", "misread", places),
            ("corpus_99-003", "ok", places[1:]),
        )
        for article, first, last in own
    ]
    pd.DataFrame(rows).to_csv(tmp_path / "rows.csv", index=False)
    found = list(judged_rows(tmp_path))
    assert [row.name for row in found] == ["corpus_99-001", "corpus_99-002"]
    assert [row.is_whole for row in found] == [True, False]
    assert [row.is_one for row in found] == [True, False]
    assert [row.differ for row in found] == [False, False]
    assert found[0].statements.rows["low"].iloc[found[0].cells].tolist() == [12, 12]
