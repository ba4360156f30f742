"""What sheets hold: passages spread over strata, choices, a codebook, nothing filled in."""

import numpy as np
import pandas as pd
import pytest
from openpyxl import load_workbook

from analysis import cli
from analysis.coding.corpus import Corpus
from analysis.coding.meanings import meanings
from analysis.coding.registry import LAYERS, layer_named, layer_with
from analysis.coding.sheets import draw_sheet, read_coded
from analysis.coding.stories import parts_of
from analysis.core import tables
from analysis.core.errors import ParameterError
from analysis.run.pipeline import Run


def test_every_layer_is_on_the_command_line():
    assert list(LAYERS) == list(cli._LAYERS)
    with pytest.raises(ParameterError, match="No layer 'figure'; did you mean 'figures'"):
        layer_named("figure")


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_is_declared_in_full(name, corpus):
    layer = LAYERS[name]
    labels = {label.name: label for label in layer.labels(corpus)}
    assert layer.table in tables.CORRECTED_TABLES
    assert set(layer.key) | set(layer.fixed) <= set(layer.shown)
    assert not set(labels) & set(layer.shown)
    assert (layer.main in labels) is layer.finds
    assert layer_with([*layer.shown, *labels]) is layer
    for label in labels.values():
        assert len(label.instruction) > 10
        assert label.measure in tables.ALPHAS
        assert not (label.allowed and label.suggested)


@pytest.mark.parametrize("name", LAYERS)
def test_a_blind_sheet_has_no_labels_and_reads_as_not_coded(name, sheet, corpus):
    book = sheet("ada", name, prefilled=False)
    labels = [label.name for label in LAYERS[name].labels(corpus)]
    rows = range(2, book.page.max_row + 1)
    assert all(book.cell(row, label) is None for row in rows for label in labels)
    coded = read_coded(book.path, corpus)
    assert (coded.coder, coded.layer, coded.coded) == ("ada", LAYERS[name], {})
    assert coded.n_passages == len(book.rows()) > 0


@pytest.mark.parametrize("name", LAYERS)
def test_cells_offer_the_values_and_the_codebook_explains_them(name, sheet, corpus):
    book = sheet("ada", name)
    labels = LAYERS[name].labels(corpus)
    lists = book.book["lists"]
    assert lists.sheet_state == "hidden"
    offered = {}
    for rule in book.page.data_validations.dataValidation:
        _, first, last = rule.formula1.replace("!", ":").split(":")
        values = [cell[0].value for cell in lists[f"{first}:{last}".replace("$", "")]]
        column = str(rule.sqref).split(":")[0].rstrip("0123456789")
        header = book.page[f"{column}1"].value
        assert str(rule.sqref) == f"{column}2:{column}{book.page.max_row + 1000}"
        offered[header] = (tuple(values), rule.showErrorMessage)
    for label in labels:
        if label.allowed:
            assert offered[label.name] == (label.allowed, True)
        elif label.suggested:
            assert offered[label.name] == (label.suggested, False)
        else:
            assert label.name not in offered
    codebook = pd.read_excel(book.path, sheet_name="codebook")
    assert codebook["column"].tolist() == [label.name for label in labels]
    assert book.book.sheetnames == ["code here", "codebook", "values", "lists"]


CODED = ("outcome", "qualifier", "group", "source_type", "cue_stance")


@pytest.mark.parametrize(
    ("column", "values"),
    [
        *((name, (tables.FIGURES.columns | tables.ATTRIBUTIONS.columns)[name]) for name in CODED),
        ("kind", tables.ATTRIBUTIONS.columns["kind"]),
        ("kind", tables.PARTIES.columns["kind"]),
        ("polarity", tables.TARGETS.columns["polarity"]),
    ],
)
def test_the_codebook_says_what_every_value_means(column, values):
    assert set(meanings(column, values.allowed)) == set(values.allowed)


def test_numbers_stay_text(sheet, corpus):
    book = sheet("ada")
    letter = book.page.cell(1, book.columns["number_text"]).column_letter
    assert book.page[f"{letter}2"].number_format == "@"
    assert book.page.column_dimensions[letter].number_format == "@"
    # a spreadsheet may still have made a number of it
    book.write(book.row(article_id="a1", number_text="30"), number_text=30.0)
    assert len(read_coded(book.path, corpus).units) == 6


def test_a_formula_in_a_text_stays_text(made_run, tmp_path):
    from analysis.coding.workbook import write_sheet

    articles = made_run.articles.assign(title=["=1+1", "@x", "plain"])
    corpus = Corpus(Run({**made_run.tables, "articles": articles}, made_run.manifest))
    drawn = draw_sheet(LAYERS["frames"], corpus, 3, prefilled=True)
    path = write_sheet(drawn, tmp_path / "a.xlsx")
    page = load_workbook(path)["code here"]
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n"}
    assert len(read_coded(path, corpus).units) == 3


def test_sentences_are_spread_over_outlets_and_over_those_with_and_without_figures(run):
    corpus = Corpus(run)
    drawn = draw_sheet(LAYERS["figures"], corpus, 28, seed=1)
    rows = pd.DataFrame(drawn.rows)
    assert rows["outlet"].nunique() == 7
    assert rows["item"].tolist() == [f"{number:03d}" for number in range(1, 29)]
    assert not rows.duplicated(["article_id", "sentence_id"]).any()
    casualties = run.figures[run.figures["outcome"].notna()]
    keys = casualties["article_id"] + "#" + casualties["sentence_id"].astype(str)
    assert (rows["article_id"] + "#" + rows["sentence_id"]).isin(set(keys)).sum() in (13, 14, 15)
    assert drawn == draw_sheet(LAYERS["figures"], corpus, 28, seed=1)
    assert drawn != draw_sheet(LAYERS["figures"], corpus, 28, seed=2)


def test_half_of_the_pairs_are_joined_or_nearly_joined(run):
    from analysis.compare.events.link_probabilities import link_probabilities

    corpus = Corpus(run)
    drawn = draw_sheet(LAYERS["stories"], corpus, 40, seed=1).rows
    pairs = {(row["first_id"], row["second_id"]) for row in drawn}
    assert len(pairs) == len(drawn) == 40
    links = link_probabilities(run.articles)
    ids = run.articles["article_id"]
    near = links.loc[links["story"].gt(0.25)]
    likely = set(zip(ids[near["first"]], ids[near["second"]], strict=True))
    assert len(pairs & likely) >= 20
    assert len(pairs - likely) > 5


def test_every_pair_is_drawn_once():
    from analysis.coding.stories import _at_random

    drawn = _at_random(40, 1000, np.random.default_rng(0))
    assert len(set(drawn)) == 40 * 39 // 2
    assert all(0 <= first < second < 40 for first, second in drawn)


@pytest.mark.parametrize(
    ("joined", "apart", "leaving", "contradictions"),
    [
        ([], [("a", "b")], [("b",)], []),
        ([], [("a", "b"), ("a", "c")], [("a",)], []),
        ([("b", "c")], [("a", "b")], [("b", "c")], []),
        ([("a", "c"), ("c", "b")], [("a", "b")], [], [("a", "b")]),
        ([("a", "b"), ("c", "d")], [("a", "c"), ("b", "e")], [("a", "b")], []),
    ],
)
def test_who_leaves_a_group(joined, apart, leaving, contradictions):
    parts = parts_of(joined, apart)
    assert list(parts.leaving) == leaving
    assert parts.contradictions == contradictions


@pytest.mark.parametrize("name", ["parties", "targets", "frames"])
def test_a_corpus_without_anything_of_a_layer(name, made_run):
    empty = {**made_run.tables, name: made_run.tables[name].iloc[:0]}
    with pytest.raises(ParameterError, match="The corpus has no .* to code. Choose another layer"):
        draw_sheet(LAYERS[name], Corpus(Run(empty, made_run.manifest)))


def test_the_same_number_twice_is_told_apart_by_the_words_after_it(made_run):
    text = "Two died in one car, two in another."
    articles = made_run.articles.head(1).assign(text=text)
    sentences = made_run.sentences.head(1).assign(start=0, end=len(text))
    figures = made_run.figures.head(1).assign(start=21, end=24, text="two", low=2.0, high=2.0)
    changed = {"articles": articles, "sentences": sentences, "figures": figures}
    corpus = Corpus(Run({**made_run.tables, **changed}, made_run.manifest))
    lower = Corpus(Run({**corpus.run.tables, "articles": articles.assign(text=text.lower())}, {}))
    (row,) = draw_sheet(LAYERS["figures"], corpus, prefilled=True).rows
    assert row["number_text"] == "two"  # the other one has a capital
    (row,) = draw_sheet(LAYERS["figures"], lower, prefilled=True).rows
    assert row["number_text"] == "two in"
    unit = LAYERS["figures"].unit_of(row, LAYERS["figures"].passage_of(row, lower), lower, 0)
    assert (unit.place, unit.values["number_text"]) == ((21, 24), "two")


def test_a_sentence_that_is_printed_twice_in_itself(made_run):
    text = "Seven died in Varn Seven died in Varn"
    articles = made_run.articles.head(1).assign(text=text)
    sentences = made_run.sentences.head(1).assign(start=0, end=len(text))
    second = made_run.figures.head(1).assign(start=19, end=24, text="Seven", low=7.0, high=7.0)
    first = second.assign(start=0, end=5)
    layer = LAYERS["figures"]
    for figures, words in (
        (pd.concat([first, second]), ["Seven", "Seven"]),
        (second, ["Varn Seven"]),
    ):
        changed = {"articles": articles, "sentences": sentences, "figures": figures}
        corpus = Corpus(Run({**made_run.tables, **changed}, made_run.manifest))
        rows = draw_sheet(layer, corpus, prefilled=True).rows
        assert [row["number_text"] for row in rows] == words
        last = layer.unit_of(rows[-1], layer.passage_of(rows[-1], corpus), corpus, len(rows) - 1)
        assert last.place == (19, 24)


def test_a_person_without_a_number_word_is_at_the_place_that_was_extracted(made_run):
    text = "A child died, 12,000 fled."
    articles = made_run.articles.head(1).assign(text=text)
    sentences = made_run.sentences.head(1).assign(start=0, end=len(text))
    child = made_run.figures.head(1).assign(start=0, end=1, text="A", low=1.0, high=1.0)
    short = child.assign(start=14, end=16, text="12", low=12.0, high=12.0)
    figures = pd.concat([child.assign(implicit=True), short])
    changed = {"articles": articles, "sentences": sentences, "figures": figures}
    corpus = Corpus(Run({**made_run.tables, **changed}, made_run.manifest))
    layer = LAYERS["figures"]
    row, _ = draw_sheet(layer, corpus, prefilled=True).rows
    passage = layer.passage_of(row, corpus)
    places = {}
    for words in ("A", "a child", "12,000", "12,000 fled"):
        unit = layer.unit_of({**row, "number_text": words}, passage, corpus, 0)
        places[words] = unit.place
    number = (14, 20)  # not the 12 that was extracted from it
    assert places == {"A": (0, 1), "a child": (0, 1), "12,000": number, "12,000 fled": number}


def test_an_extracted_content_that_ends_within_a_word_is_shown_with_the_whole_word(made_run):
    spans = made_run.attribution_spans
    cut = spans["role"].eq("content")
    changed = spans.assign(end=spans["end"].where(~cut, spans["end"] - 2))
    corpus = Corpus(Run({**made_run.tables, "attribution_spans": changed}, made_run.manifest))
    layer = LAYERS["attributions"]
    rows = draw_sheet(layer, corpus, prefilled=True).rows
    (row,) = [row for row in rows if row["content"] != "none"]
    assert row["content"] == "At least 12 people died and 30 were injured"
    passage = layer.passage_of(row, corpus)
    (extracted,) = layer.extracted(corpus, [passage])
    unit = layer.unit_of(row, passage, corpus, 0)
    assert unit.place == extracted.spans["content"] != extracted.place
