"""A folder with a few articles, where whole commands run quickly: models and kernels are fake."""

import json
import shutil
import sys

import pytest
from labelled_reader import neutral_sentiment, read
from made_documents import answered, document_of
from openpyxl import Workbook

from analysis import cli
from analysis.annotate import tagger_model
from analysis.coding.figures import LABELS
from analysis.core import atomic_write, paths
from analysis.exchange.documents import Document
from analysis.exchange.registry import FORMATS
from analysis.measure.target_sentiment import score
from analysis.notebook_runs import outputs
from tests.load.providers import exports

ARTICLES = """\
source,published,title,body
SANA,2018-11-02,Graves found,"The ministry said on Friday that 12 people were killed in Raqqa."
Reuters,2018-11-02,Graves in Raqqa,"At least 14 people were killed in Raqqa, officials said."
AFP,2018-11-03,Bodies in Raqqa,"Rescuers said that some 10 people were killed in Raqqa."
"""


def build(folder):
    """Write the inputs that the documents name."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "articles.csv").write_text(ARTICLES)
    row = {"outlet": "SANA", "text": "The ministry said that 12 people were killed in Raqqa."}
    (folder / "articles.jsonl").write_text(json.dumps(row) + "\n")
    (folder / "events.csv").write_text("seed\n0\n1\n")
    # no server listens there, so each address is a row of the problems
    (folder / "addresses.txt").write_text("http://127.0.0.1:9/one\n")
    (folder / "mediacloud.csv").write_text("id,url\n1,http://127.0.0.1:9/two\n")
    (folder / "my_export.docx").write_bytes(exports.nexis_docx())
    # one row that is not filled in yet
    (folder / "corrections.csv").write_text(
        "table,key,column,new\nfigures,seeds-0000 [574:578] 4000,checked,\n"
    )
    _write_sheets(folder)
    (folder / "folder").mkdir()
    (folder / "folder" / "one.txt").write_text(row["text"])
    (folder / "folder" / "index.csv").write_text("file,outlet\none.txt,SANA\n")
    _write_coded(folder)
    for name in ("labels.jsonl", "figures.jsonl", "attributions.jsonl"):
        shutil.copy(paths.SAMPLE / "labels.jsonl", folder / name)


def _write_sheets(folder):
    """Write a sheet of figures as two coders filled it in, who differ on one outcome."""
    for name, outcome in (("ada", "killed"), ("bob", "injured")):
        book = Workbook()
        page = book.worksheets[0]
        page.append(["article_id", "sentence_id", "sentence", *(label.name for label in LABELS)])
        for number, line in enumerate(ARTICLES.splitlines()[1:3]):
            text = line.split(",", 3)[3].strip('"')
            labels = [("12", "14")[number], ("killed", outcome)[number], "exact", "unspecified"]
            page.append([f"articles-{number:04d}", "1", text, *labels])
        book.save(folder / f"{name}.xlsx")


class _Coded(Document):
    """A document that no longer tells how it was read when it was exported."""

    def readings(self):
        return ""


def _write_coded(folder):
    """Write the first of the articles as a person coded it, in each format of exchange."""
    text = "Graves found\n\n" + ARTICLES.splitlines()[1].split(",", 3)[3].strip('"')
    made = document_of(text, "articles-0000", figure=("12", {"outcome": "injured"}))
    document = _Coded(made.article_id, made.text, {}, made.marks, made.links)
    for name, layout in FORMATS.items():
        path = folder / (f"coded{layout.suffix}" if layout.suffix else f"coded-{name}")
        if not layout.suffix:
            path.mkdir()
        layout.write([document], path)
        answered(path)


def replace_models(patch, folder):
    """Let no model run; kept batches and reports without ``--out`` go to a folder."""
    patch.setattr(tagger_model, "label_articles", read)
    patch.setattr(score, "sentiment_in_articles", neutral_sentiment)
    patch.setattr(paths, "REPORTS", folder / "default_reports")


def run(capsys, *words):
    """Run a command line in this process; return status, output and errors."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["parallax", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            cli.main()
    printed = capsys.readouterr()
    return end.value.code, printed.out, printed.err


def copy(notebook, target):
    """Put a notebook where its executed copy would be."""
    atomic_write.write_text(notebook.read_text("utf8"), target)


class NoKernel:
    """In place of ``NotebookRunner``: the notebook is copied, and keeps one sentence."""

    stopped = False

    def __init__(self, warm: object) -> None:
        """Start nothing, so that nothing needs to be loaded."""

    def run(self, notebook, target, values, time_limit):
        """Return that the notebook is done."""
        copy(notebook, target)
        outputs.save_outputs(str(values["output_dir"]), "said", finding="So it is.")
        return "done", ""
