"""Labels of mentions, joined to the texts of the gold folder."""

import json

import pytest

from analysis.train.mentions import TEXT_FILES, labelled_mentions

TEXT = "Title\n\nThe mayor was praised. The army lost."
HEADER = "article_id,sentence_start,sentence_end,start,end,mention,polarity,is_target\n"


@pytest.fixture
def folder(tmp_path):
    for name in TEXT_FILES:
        path = tmp_path / f"{name}.jsonl"
        path.parent.mkdir(exist_ok=True)
        rows = [{"article_id": "a-1", "text": TEXT}] if name == "stories/dev" else []
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def labels(folder, row):
    path = folder / "labels.csv"
    path.write_text(HEADER + row + "\n")
    return path


def test_places_are_those_in_the_article(folder):
    path = labels(folder, "a-1,7,29,11,16,mayor,positive,True\na-1,30,44,34,38,army,neutral,False")
    (row,) = labelled_mentions(path, folder)
    assert row["text"] == TEXT
    assert TEXT[row["sentence_start"] : row["sentence_end"]] == "The mayor was praised."
    assert row["text"][row["start"] : row["end"]] == row["mention"] == "mayor"
    assert row["polarity"] == "positive"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("a-2,7,29,11,16,mayor,positive,True", "a-2 is not in"),
        ("a-1,7,29,12,16,mayor,positive,True", "row 2: characters 12 to 16"),
    ],
)
def test_a_label_without_its_words_is_refused(folder, row, message):
    with pytest.raises(ValueError, match=message):
        labelled_mentions(labels(folder, row), folder)
