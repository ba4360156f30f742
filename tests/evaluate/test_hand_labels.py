"""Hand labels become the tables that extraction writes, and faults name their line."""

import json

import pandas as pd
import pytest

from analysis.core import paths
from analysis.core.errors import InputError
from analysis.evaluate.hand_labels import read_labels

TEXT = "Police said 12 people died."


def write(tmp_path, *rows):
    path = tmp_path / "gold" / "dev.jsonl"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))
    return path


def article(**labels):
    return {"article_id": "a", "text": TEXT, **labels}


FIGURE = {"start": 12, "end": 14, "low": 12, "high": 12, "qualifier": "exact"}
ATTRIBUTION = {"source": [[0, 6]], "cue": [[7, 11]], "content": [[12, 21], [22, 26]]}


def test_the_sample_is_read():
    labels = read_labels(paths.SAMPLE / "labels.jsonl")
    assert len(labels.articles) == 30
    assert labels.tasks == ["figures", "attributions"]
    assert labels.typed
    texts = labels.articles.set_index("article_id")["text"]
    for row in labels.figures.itertuples():
        assert texts[row.article_id][row.start : row.end] == row.text


def test_a_figure_gets_defaults(tmp_path):
    path = write(tmp_path, article(figures=[FIGURE, {**FIGURE, "outcome": "bodies_found"}]))
    figures = read_labels(path).figures
    assert figures["figure_id"].tolist() == ["a#0", "a#1"]
    assert figures["text"].tolist() == ["12", "12"]
    assert figures["unit"].tolist() == ["people", "bodies"]
    assert figures["implicit"].tolist() == [False, False]
    assert figures["source"].isna().all()


def test_the_number_text_goes_before_the_characters(tmp_path):
    labels = read_labels(write(tmp_path, article(figures=[{**FIGURE, "number_text": "twelve"}])))
    assert labels.figures["text"].tolist() == ["twelve"]


def test_an_attribution_gets_defaults_and_its_words(tmp_path):
    labels = read_labels(write(tmp_path, article(attributions=[ATTRIBUTION])))
    row = labels.attributions.iloc[0]
    assert (row["source"], row["cue"], row["content"]) == ("Police", "said", "12 people ... died")
    assert (row["kind"], row["source_type"], row["cue_stance"]) == ("indirect", "other", "neutral")
    assert labels.attribution_spans[["role", "start", "end"]].to_numpy().tolist() == [
        ["source", 0, 6],
        ["cue", 7, 11],
        ["content", 12, 21],
        ["content", 22, 26],
    ]
    assert not labels.typed


def test_an_attribution_without_source_and_cue(tmp_path):
    label = {"source": None, "content": [[0, 6]], "source_type": "unnamed"}
    labels = read_labels(write(tmp_path, article(attributions=[label])))
    assert labels.attributions[["source", "cue"]].isna().all(axis=None)
    assert labels.typed


@pytest.mark.parametrize(
    ("labels", "tasks"),
    [
        ({"figures": []}, ["figures"]),
        ({"attributions": []}, ["attributions"]),
        ({"figures": [], "attributions": []}, ["figures", "attributions"]),
    ],
)
def test_what_is_not_labelled_is_none(tmp_path, labels, tasks):
    read = read_labels(write(tmp_path, article(**labels)))
    assert read.tasks == tasks
    assert (read.figures is None) == ("figures" not in tasks)
    assert (read.attributions is None) == ("attributions" not in tasks)
    assert (read.attribution_spans is None) == ("attributions" not in tasks)


def test_articles_are_named_after_the_folder_and_the_file(tmp_path):
    path = write(tmp_path, article(figures=[], outlet="", title="Twelve die"), "", " ")
    row = read_labels(path).articles.iloc[0]
    assert (row["corpus"], row["title"], row["n_words"]) == ("gold/dev", "Twelve die", 5)
    assert not isinstance(row["outlet"], str)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2019-04-16", "2019-04-16"),
        ("2019-04-16T10:00:00Z", "2019-04-16"),
        (20190416, "2019-04-16"),
        ("2004", None),
        ("", None),
        (None, None),
    ],
)
def test_the_day_of_an_article_is_read(tmp_path, published, expected):
    path = write(tmp_path, article(figures=[], published=published))
    day = read_labels(path).articles["published"].iloc[0]
    assert day == pd.Timestamp(expected) or (expected is None and pd.isna(day))


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["{"], "dev.jsonl, line 1 is not JSON"),
        ([article(figures=[]), "", "{"], "line 3 is not JSON"),
        (["[]"], "line 1 needs an article_id and a text"),
        ([{"text": "a"}], "needs an article_id"),
        ([{"article_id": "", "text": "a"}], "needs an article_id"),
        ([{"article_id": "a", "text": None}], "needs an article_id and a text"),
        ([article()], "neither figures nor attributions"),
        ([article(figures=[], published="soon")], "published 'soon' is no day. Write 2019-04-16"),
        ([article(figures=[], published=[2019])], "is no day"),
        ([article(figures=[], published="now")], "is no day"),
        (
            [article(figures=[{"start": 0, "end": len(TEXT) + 1}])],
            "ends at character 28, but the text has 27",
        ),
        (
            [article(attributions=[{**ATTRIBUTION, "source": [[0, 30]]}])],
            "ends at character 30, but the text has 27",
        ),
    ],
)
def test_faults_name_the_line(tmp_path, rows, message):
    with pytest.raises(InputError, match=message):
        read_labels(write(tmp_path, *rows))


def test_a_label_may_end_with_the_text(tmp_path):
    figure = {**FIGURE, "end": len(TEXT)}
    assert len(read_labels(write(tmp_path, article(figures=[figure]))).figures) == 1


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"No labels at .*absent\.jsonl"):
        read_labels(tmp_path / "absent.jsonl")
