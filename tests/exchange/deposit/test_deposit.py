"""A deposit opens in pandas as it was, follows its metadata, and keeps back what it must."""

import json
import re
import warnings
from hashlib import sha256

import pandas as pd
import pytest
from made_fire import TEXTS, made_tables

from analysis.core import tables
from analysis.exchange.deposit.scripts import do_file, r_script
from analysis.exchange.deposit.shared_tables import MOST_WORDS, shared_tables
from analysis.exchange.deposit.stata import stata_names, write_stata
from analysis.exchange.deposit.write import write_deposit
from analysis.run.pipeline import TABLES

MANIFEST = {
    "corpus": "fire",
    "started": "2026-03-05T10:00:00+00:00",
    "parameters": {"source": "fire.csv", "limit": 0},
    "inputs": [{"name": "fire.csv", "sha256": "ab" * 32}],
    "corrections": {"name": "mine.csv", "sha256": "cd" * 32},
    "counts": {"corrections": {"applied": 2, "not_found": 1}},
    "rows": {"articles": 3, "figures": 7, "attributions": 1},
    "versions": {"parallax": "0.1.0", "python": "3.11"},
}
CORRECTION = {
    "correction_id": "c1",
    "table": "attributions",
    "key": "a1 [23:66] At least 12 people died and 30 were injured",
    "column": "source",
    "new": "none",
    "status": "not_found",
    "why": "characters 23 to 66 are 'At least 12 people died', not these",
}


@pytest.fixture(scope="module")
def frames():
    made = made_tables() | {"corrections": [CORRECTION]}
    return {name: tables.make(made.get(name, []), tables.ALL[name]) for name in TABLES}


@pytest.fixture(scope="module", params=[False, True], ids=["texts", "no texts"])
def deposit(request, frames, tmp_path_factory):
    folder = tmp_path_factory.mktemp("deposit")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        options = {"no_texts": request.param, "licence": "CC-BY-4.0" if request.param else ""}
        write_deposit(frames, MANIFEST, folder, **options)
    return folder, request.param


@pytest.mark.parametrize("name", TABLES)
def test_every_table_opens_with_its_rows_and_columns_in_three_forms(deposit, frames, name):
    folder, _ = deposit
    n_rows = len(frames[name])
    parquet = pd.read_parquet(folder / "parquet" / f"{name}.parquet")
    with pd.read_stata(folder / "stata" / f"{name}.dta", iterator=True) as reader:
        labels = reader.variable_labels()
    opened = [
        parquet,
        pd.read_csv(folder / "csv" / f"{name}.csv"),
        pd.read_stata(folder / "stata" / f"{name}.dta"),
    ]
    assert [len(frame) for frame in opened] == [n_rows] * 3
    names = stata_names(parquet.columns)
    assert list(opened[1]) == list(parquet)
    assert list(opened[2]) == list(labels) == list(names.values())
    for column, spec in tables.ALL[name].columns.items():
        assert labels[names[column]] == spec.description[:80]


def test_values_are_those_of_the_tables_in_stata(deposit, frames):
    folder, _ = deposit
    figures = pd.read_stata(folder / "stata" / "figures.dta")
    assert figures["low"].equals(frames["figures"]["low"])
    assert figures["source"].tolist() == frames["figures"]["source"].fillna("").tolist()
    assert figures["implicit"].tolist() == [0] * 7
    articles = pd.read_stata(folder / "stata" / "articles.dta")
    assert articles["published"].dt.strftime("%Y-%m-%d").tolist() == [
        "2024-03-01",
        "2024-03-02",
        "2024-03-03",
    ]
    assert articles["published_in_text"].isna().all()


def test_texts_are_there_or_can_be_verified(deposit):
    folder, no_texts = deposit
    articles = pd.read_parquet(folder / "parquet" / "articles.parquet")
    hashes = [sha256(text.encode()).hexdigest() for text in TEXTS.values()]
    assert articles["text_sha256"].tolist() == hashes
    passages = [TEXTS["a1"], "At least 12 people died"]
    everything = b"".join(
        path.read_bytes() for path in folder.rglob("*.*") if path.suffix != ".parquet"
    )
    for passage in passages:
        assert (passage.encode() in everything) is not no_texts
    attributions = pd.read_parquet(folder / "parquet" / "attributions.parquet")
    spans = pd.read_parquet(folder / "parquet" / "attribution_spans.parquet")
    [content] = spans.loc[spans["role"].eq("content")].to_dict("records")
    cut = TEXTS["a1"][content["start"] : content["end"]]
    assert attributions["content_sha256"].tolist() == [sha256(cut.encode()).hexdigest()]
    corrections = pd.read_parquet(folder / "parquet" / "corrections.parquet")
    assert corrections["key"].tolist() == ["a1 [23:66]" if no_texts else CORRECTION["key"]]


def test_long_passages_in_any_cell_are_left_out(frames):
    long, short = "word " * (MOST_WORDS + 1), "word " * MOST_WORDS
    sources = [long, short] + [None] * 5
    changed = frames | {"figures": frames["figures"].assign(source=sources)}
    shared = {each.table.name: each for each in shared_tables(changed, no_texts=True)}
    assert shared["figures"].n_shortened == 1
    assert shared["figures"].frame["source"].isna().tolist() == [True, False] + [True] * 5
    assert changed["figures"]["source"].tolist()[0] == long


def test_hashes_in_the_metadata_are_those_of_the_files(deposit):
    folder, no_texts = deposit
    crate = json.loads((folder / "ro-crate-metadata.json").read_text())
    entities = {each["@id"]: each for each in crate["@graph"]}
    assert len(entities) == len(crate["@graph"])
    files = {each["@id"]: each for each in crate["@graph"] if each["@type"] == "File"}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(files) == there - {"ro-crate-metadata.json", ".zenodo.json"}
    for name, file in files.items():
        data = (folder / name).read_bytes()
        assert file["sha256"] == sha256(data).hexdigest()
        assert file["contentSize"] == str(len(data))
    root = entities["./"]
    assert {part["@id"] for part in root["hasPart"]} == set(files)
    assert root["license"]["@id"] in entities
    assert ("CC-BY-4.0" in root["license"]["@id"]) is no_texts
    assert ("left out" in root["description"]) is no_texts
    named = re.findall(r'\{"@id": "([^"]+)"\}', json.dumps(crate))
    assert {name for name in named if "://" not in name} <= set(entities)
    assert "2 applied, 1 not found" in entities["#corrections"]["description"]
    assert entities["#parameter-source"]["value"] == "fire.csv"


def test_zenodo_gets_licence_versions_and_corrections(deposit):
    folder, no_texts = deposit
    form = json.loads((folder / ".zenodo.json").read_text())
    assert form.get("license") == ("cc-by-4.0" if no_texts else None)
    assert (form["upload_type"], form["version"]) == ("dataset", "0.1.0")
    for words in ("parallax 0.1.0", "source=fire.csv", "ab" * 32, "cd" * 32, "2 applied"):
        assert words in form["notes"]
    assert "creators" not in form


def test_an_empty_run_can_be_deposited(tmp_path):
    empty = {name: tables.make([], tables.ALL[name]) for name in TABLES}
    written = write_deposit(empty, MANIFEST, tmp_path)
    assert {len(shared.frame) for shared in written.tables} == {0}
    assert len(pd.read_stata(tmp_path / "stata" / "figures.dta")) == 0


HOSTILE = ["x" * 3000, "é" * 1100, "=1+1", "\x00\x7f\u202e", "\U0001f525", ""]


def test_long_and_hostile_texts_reach_stata(tmp_path):
    rows = [
        {"article_id": f"a{number}", "corpus": "c", "text": text, "n_words": 1}
        for number, text in enumerate(HOSTILE)
    ]
    frame = tables.make(rows, tables.ARTICLES)
    write_stata(frame, tables.ARTICLES, tmp_path / "articles.dta")
    read = pd.read_stata(tmp_path / "articles.dta")["text"].tolist()
    assert read == [*HOSTILE[:3], "␀��", *HOSTILE[4:]]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a" * 40, "a" * 33], ["a" * 32, "a" * 30 + "_2"]),
        (["in", "2x", "", "größe", "a b"], ["in_", "_2x", "_", "gr__e", "a_b"]),
        (["a b", "a-b", "a_b"], ["a_b", "a_b_2", "a_b_3"]),
    ],
)
def test_names_are_ones_that_stata_allows(names, expected):
    assert list(stata_names(names).values()) == expected


def test_scripts_name_every_table_and_are_short(deposit):
    folder, _ = deposit
    assert (folder / "open_tables.R").read_text() == r_script()
    assert (folder / "open_tables.do").read_text() == do_file(list(TABLES))
    assert len(r_script().splitlines()) <= 30
    named = re.search(r"local names (.+)", do_file(list(TABLES)))
    assert named is not None
    assert named[1].split() == list(TABLES)
