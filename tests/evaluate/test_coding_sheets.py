"""Coding sheets: drawn over strata, written, filled in, read again, and compared."""

import pandas as pd
import pytest

from analysis.core.errors import InputError
from analysis.evaluate import coding_sheets


@pytest.fixture(scope="module")
def prefilled(run):
    """Return a sheet with the extracted labels."""
    return coding_sheets.draw_sample(run, 40, seed=1, prefilled=True)


def numbered(prefilled):
    """Return the rows of a sheet that have a number, ready for changes."""
    sheet = prefilled.dropna(subset=["number_text"]).reset_index(drop=True).astype(object)
    sheet["published"] = pd.to_datetime(sheet["published"])
    return sheet


def test_a_sheet_that_is_written_can_be_read(run, prefilled, tmp_path):
    path = coding_sheets.write_sheet(prefilled, tmp_path / "new" / "a.xlsx")
    coded = coding_sheets.read_sheet(path, run)
    assert len(coded) == prefilled["number_text"].notna().sum() > 10
    found = coding_sheets.scores(coded, prefilled, run).set_index(["measure", "part"])["value"]
    assert found["found", "all"] == 1
    keys = ["article_id", "start", "end", "text", "low", "high", "outcome", "unit", "implicit"]
    extracted = run.figures.merge(coded[["article_id", "start"]], on=["article_id", "start"])
    pd.testing.assert_frame_equal(
        coded[keys].sort_values(keys[:2], ignore_index=True),
        extracted[keys].sort_values(keys[:2], ignore_index=True),
    )


def test_the_second_sheet_explains_every_label(run, prefilled, tmp_path):
    path = coding_sheets.write_sheet(prefilled, tmp_path / "a.xlsx")
    codebook = pd.read_excel(path, sheet_name="codebook")
    assert codebook["column"].tolist() == list(coding_sheets.LABELS)
    assert codebook["what to write"].str.len().min() > 10


def test_an_empty_sheet_is_spread_over_outlets_and_has_no_labels(run):
    sheet = coding_sheets.draw_sample(run, 42, seed=1)
    assert sheet[list(coding_sheets.LABELS)].isna().all(axis=None)
    assert sheet["outlet"].nunique() == 7
    assert sheet["item"].tolist() == [f"{number:03d}" for number in range(1, 43)]
    assert not sheet.duplicated(["article_id", "sentence_id"]).any()
    pd.testing.assert_frame_equal(sheet, coding_sheets.draw_sample(run, 42, seed=1))
    other = coding_sheets.draw_sample(run, 42, seed=2)
    assert sheet["sentence"].tolist() != other["sentence"].tolist()


def test_half_of_the_sentences_have_an_extracted_figure(run):
    sheet = coding_sheets.draw_sample(run, 28, seed=1)
    casualties = run.figures[run.figures["outcome"].notna()]
    keys = casualties[["article_id", "sentence_id"]].drop_duplicates()
    with_figure = sheet.merge(keys, on=["article_id", "sentence_id"])
    assert len(with_figure) in (13, 14, 15)


def test_the_coder_sees_what_comes_before_the_sentence(run):
    texts = run.articles.set_index("article_id")["text"]
    for row in coding_sheets.draw_sample(run, 20).itertuples():
        assert row.sentence in texts[row.article_id]
        assert row.before in texts[row.article_id]
        assert len(row.before) <= coding_sheets.CONTEXT


def test_faults_are_named_together(run, prefilled, tmp_path):
    sheet = numbered(prefilled)
    sheet.loc[0, "outcome"] = "kiled"
    sheet.loc[1, "number_text"] = "nine hundred"
    sheet.loc[2, "article_id"] = "of another run"
    path = coding_sheets.write_sheet(sheet, tmp_path / "a.xlsx")
    message = (
        r"a\.xlsx: row 2: No outcome 'kiled'; did you mean 'killed'.*"
        r"row 3: 'nine hundred' is not in its sentence; "
        r"row 4: sentence \d+ of of another run is not in this run$"
    )
    with pytest.raises(InputError, match=message):
        coding_sheets.read_sheet(path, run)


@pytest.mark.parametrize("label", ["qualifier", "group"])
def test_a_label_that_is_not_allowed_is_a_fault(run, prefilled, tmp_path, label):
    sheet = numbered(prefilled)
    sheet.loc[0, label] = "odd"
    path = coding_sheets.write_sheet(sheet, tmp_path / "a.xlsx")
    with pytest.raises(InputError, match=f"row 2: No {label} 'odd'"):
        coding_sheets.read_sheet(path, run)


def test_at_most_ten_faults_are_named(run, prefilled, tmp_path):
    sheet = numbered(prefilled)
    sheet["outcome"] = "odd"
    path = coding_sheets.write_sheet(sheet, tmp_path / "a.xlsx")
    with pytest.raises(InputError) as caught:
        coding_sheets.read_sheet(path, run)
    assert str(caught.value).count("row ") == 10


def test_missing_columns_are_named(run, prefilled, tmp_path):
    path = coding_sheets.write_sheet(
        prefilled.drop(columns=["group", "agent"]), tmp_path / "a.xlsx"
    )
    with pytest.raises(InputError, match=r"a\.xlsx has no columns group, agent"):
        coding_sheets.read_sheet(path, run)


def test_a_number_without_a_number_word_is_one_person(run, prefilled, tmp_path):
    sheet = numbered(prefilled).head(1)
    words = [word for word in sheet.loc[0, "sentence"].split() if word.isalpha() and len(word) > 5]
    sheet.loc[0, ["number_text", "outcome", "source"]] = [words[0], "bodies_found", None]
    coded = coding_sheets.read_sheet(coding_sheets.write_sheet(sheet, tmp_path / "a.xlsx"), run)
    row = coded.iloc[0]
    assert (row["low"], row["high"], row["implicit"], row["unit"]) == (1, 1, True, "bodies")
    assert not isinstance(row["source"], str)
    assert row["figure_id"] == "a#2"


def test_scores_ignore_sentences_that_were_not_drawn(run, prefilled, tmp_path):
    sheet = prefilled.head(20)
    coded = coding_sheets.read_sheet(coding_sheets.write_sheet(sheet, tmp_path / "a.xlsx"), run)
    found = coding_sheets.scores(coded, sheet, run).set_index(["measure", "part"])
    assert found.loc[("found", "all"), "value"] == 1
    assert found.loc[("found", "all"), "n_found"] == len(coded)


def test_the_codings_of_several_coders(run):
    figures = run.figures[run.figures["outcome"].notna()].head(30)
    other = figures.iloc[3:].assign(outcome="injured")
    codings = coding_sheets.codings({"a": figures, "b": figures, "c": other})
    sizes = codings.groupby(["variable", "coder"]).size()
    assert sizes["found"].tolist() == [30, 30, 30]
    assert sizes["outcome"].tolist() == [30, 30, 27]
    assert set(codings["variable"]) == {"found", "outcome", "qualifier", "group"}
    found = codings[codings["variable"].eq("found")]
    assert found.groupby("coder")["label"].agg(
        lambda labels: (labels == "True").sum()
    ).tolist() == [
        30,
        30,
        27,
    ]
