"""Export of marks and deposits, and import of labels: files, refusals, and a whole round trip."""

import json
from types import SimpleNamespace

import pandas as pd
import pytest
from made_fire import MANIFEST, TEXTS, made_tables

from analysis.commands.export_deposit import export_deposit
from analysis.commands.export_marks import export_marks
from analysis.commands.import_labels import import_labels
from analysis.core import tables
from analysis.core.errors import InputError, ParameterError
from analysis.corrections.read import read_corrections
from analysis.exchange.registry import FORMATS
from analysis.run import pipeline
from analysis.run.correct_again import correct_tables

FACTS = {
    "corpus": "fire",
    "started": "2026-03-05T10:00:00+00:00",
    "inputs": [],
    "versions": {"parallax": "0.1.0"},
}


def frames():
    made = made_tables()
    return {name: tables.make(made.get(name, []), tables.ALL[name]) for name in pipeline.TABLES}


@pytest.fixture
def opened(monkeypatch):
    """Let every source be the made articles; note how often one was opened."""
    made = []

    def run(source, **options):
        made.append((source, options["corrections"]))
        found = frames()
        if source == "other":
            found["articles"] = found["articles"].assign(text="Another text.")
        if source == "changed":
            found["figures"] = found["figures"].assign(low=1.0)
        if source == "elsewhere":
            found["articles"] = found["articles"].assign(article_id=["x", "y", "z"])
        return SimpleNamespace(tables=found, manifest=MANIFEST | FACTS, **found)

    monkeypatch.setattr(pipeline, "run", run)
    return made


@pytest.fixture
def brat_folder(opened, tmp_path):
    export_marks("fire", tmp_path / "brat", layout="brat")
    return tmp_path / "brat"


def edit(folder, old, new):
    """Change a line of the first article."""
    [ann] = folder.glob("a1-*.ann")
    text = ann.read_text()
    assert text.count(old) == 1
    ann.write_text(text.replace(old, new))


@pytest.mark.parametrize("layout", FORMATS)
def test_marks_are_written_and_counted(layout, opened, tmp_path):
    out = tmp_path / f"new/marks{FORMATS[layout].suffix}"
    exported = export_marks("fire", out, layout=layout)
    assert (exported.n_documents, exported.n_marks, exported.n_links) == (3, 13, 2)
    assert all(path.exists() for path in exported.paths)
    assert exported.paths[0] == out
    assert opened == [("fire", None)]


def test_two_edits_are_two_corrections_that_the_tables_take(brat_folder, tmp_path):
    edit(brat_folder, "low=30; high=30", "low=31; high=30")
    edit(brat_folder, "low=2; high=2; counted=cats", "low=2; high=2; counted=animals")
    out = tmp_path / "mine.csv"
    imported = import_labels(brat_folder, "fire", out, coder="Ada")
    assert imported.counts == {"changed": 2, "removed": 0, "added": 0}
    assert (imported.n_documents, imported.notes) == (3, [])
    sheet = pd.read_csv(out)
    assert sheet["column"].tolist() == ["low", "counted"]
    assert sheet["old"].tolist() == ["30", "cats"]
    assert sheet["coder"].tolist() == ["Ada", "Ada"]
    assert sheet["note"].tolist() == ["from brat", "from brat"]
    assert len(read_corrections(out).rows) == 2


def test_what_is_imported_is_applied(brat_folder, tmp_path):
    edit(brat_folder, "low=30; high=30", "low=31; high=31")
    edit(brat_folder, "low=2; high=2; counted=cats", "low=2; high=2; counted=animals")
    out = tmp_path / "mine.csv"
    import_labels(brat_folder, "fire", out)
    corrected, _ = correct_tables(frames(), dict(MANIFEST), out)
    assert corrected["corrections"]["status"].tolist() == ["applied"] * 3
    figures = corrected["figures"].set_index("figure_id")
    assert figures.loc["a1#f2", ["low", "high"]].tolist() == [31, 31]
    assert figures.loc["a1#f3", "counted"] == "animals"


def test_without_a_change_no_file_is_written(brat_folder, tmp_path):
    imported = import_labels(brat_folder, "fire", tmp_path / "mine.csv")
    assert imported.path is None
    assert not (tmp_path / "mine.csv").exists()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("other", "its text is another one than in other"),
        ("changed", "changed is read otherwise than when it was exported"),
        ("elsewhere", "elsewhere has no such article"),
    ],
)
def test_another_corpus_is_never_compared(source, message, brat_folder, tmp_path):
    with pytest.raises(InputError, match=f"brat: no article could be compared.*{message}"):
        import_labels(brat_folder, source, tmp_path / "mine.csv")
    assert not (tmp_path / "mine.csv").exists()


def test_one_article_with_another_text_is_told_and_the_others_are_compared(brat_folder, tmp_path):
    [txt] = brat_folder.glob("a1-*.txt")
    txt.write_text(TEXTS["a1"] + "!")
    edit(brat_folder, "low=30", "low=31")
    imported = import_labels(brat_folder, "fire", tmp_path / "mine.csv")
    assert imported.n_documents == 2
    assert imported.path is None
    assert len(imported.notes) == 1
    assert imported.notes[0].startswith("a1: not compared: its text is another one")


def test_files_of_the_user_are_never_replaced(brat_folder, opened, tmp_path):
    mine = tmp_path / "mine.csv"
    mine.write_text("mine")
    n_opened = len(opened)
    with pytest.raises(ParameterError, match="exists, and somebody may have filled it in"):
        import_labels(brat_folder, "fire", mine)
    with pytest.raises(ParameterError, match="brat is not empty.*--out brat-2"):
        export_marks("fire", brat_folder, layout="brat")
    with pytest.raises(ParameterError, match="brat is not empty.*--out brat-2"):
        export_deposit("fire", brat_folder)
    (tmp_path / "m.xml").write_text("mine")
    with pytest.raises(ParameterError, match=r"m.xml exists, so it is not replaced.*m-2\.json"):
        export_marks("fire", tmp_path / "m.json", layout="label-studio")
    with pytest.raises(ParameterError, match=r"not the name of a REFI-QDA project.*m\.qdpx"):
        export_marks("fire", tmp_path / "m.zip", layout="refi-qda")
    with pytest.raises(ParameterError, match="Cannot make the folder .*Choose another one"):
        export_marks("fire", mine / "folder", layout="brat")
    assert (len(opened), mine.read_text()) == (n_opened, "mine")


@pytest.mark.usefixtures("opened")
def test_a_format_that_is_none_is_told(tmp_path):
    with pytest.raises(ParameterError, match="No format 'bratt'; did you mean 'brat'"):
        export_marks("fire", tmp_path / "x", layout="bratt")


@pytest.mark.usefixtures("opened")
def test_a_deposit_says_what_its_authors_must_add(tmp_path):
    deposit = export_deposit("fire", tmp_path / "deposit")
    assert (deposit.n_tables, deposit.n_files) == (len(pipeline.TABLES), 57)
    assert ["creators" in note for note in deposit.notes] == [True, False, False]
    shared = export_deposit("fire", tmp_path / "d2", no_texts=True, licence="CC0-1.0")
    assert len(shared.notes) == 1
    assert json.loads((tmp_path / "d2/.zenodo.json").read_text())["license"] == "cc0-1.0"


def test_a_content_that_is_cut_short_and_an_added_figure_are_applied(brat_folder, tmp_path):
    [ann] = brat_folder.glob("a1-*.ann")
    start = TEXTS["a1"].index("At least 12 people died")
    end = start + len("At least 12 people died")
    whole = f"content {start} {end + len(' and 30 were injured')}\t"
    edit(brat_folder, whole, f"content {start} {end}\t")
    two = TEXTS["a1"].index("two dogs")
    ann.write_text(ann.read_text() + f"T99\tfigure {two} {two + 3}\ttwo\n")
    out = tmp_path / "mine.csv"
    imported = import_labels(brat_folder, "fire", out)
    assert imported.counts == {"changed": 0, "removed": 1, "added": 2}
    corrected, _ = correct_tables(frames(), dict(MANIFEST), out)
    assert set(corrected["corrections"]["status"]) == {"applied"}
    assert corrected["attributions"]["content"].tolist() == ["At least 12 people died"]
    assert corrected["attributions"]["source"].tolist() == ["a fire chief"]
    added = corrected["figures"].loc[corrected["figures"]["start"].eq(two)]
    assert added["low"].tolist() == [2]
