"""Odd corpora from end to end: every row is told, every notebook ends, with a sentence."""

import ast
import json
import re
import warnings
from pathlib import Path

import hostile_corpora
import lxml.html
import pytest
from remade_findings import remade

from analysis.commands.extract import Extraction
from analysis.commands.report import report
from analysis.core import paths
from analysis.core.errors import ParallaxError
from analysis.notebook_runs import scheduler
from analysis.notebook_runs.execute import HEADLESS
from analysis.notebook_runs.outputs import saved_outputs
from analysis.run import pipeline
from analysis.run.execution import Execution

pytestmark = pytest.mark.attack

HERE = Execution(processes=1, keep=False)
# 06 reads claims more than the corpus, 09 hand labels; both run in the whole reports below
OF_CORPUS = scheduler.find_notebooks(["01", "02", "03", "04", "05", "07", "08"])
IN_NOTEBOOKS = [
    "one_article",
    "no_outlet",
    "no_shared_event",
    "no_casualties",
    "no_dates",
    "other_languages",
    "huge_numbers",
]
TOLD = {  # a problem that is told of each row
    "no_outlet": "has no outlet",
    "no_dates": "has no date",
    "no_titles": "has no title",
    "control_characters": "NUL",
}
CANNOT_BE_COMPARED = re.compile(r"^(No |\S.*\bno )|\bnone\b|cannot be compared")


@pytest.fixture(scope="module")
def run_of(tmp_path_factory):
    """Return a function that reads a corpus, once."""
    folder = tmp_path_factory.mktemp("attack")
    made = {}

    def read(name):
        if name not in made:
            path = hostile_corpora.write(name, folder)
            made[name] = pipeline.run(str(path), execution=HERE)
        return made[name]

    return read


@pytest.mark.parametrize("name", hostile_corpora.CORPORA)
def test_every_row_is_an_article_or_a_problem(name, run_of):
    run = run_of(name)
    counts = run.manifest["counts"]["load"]
    assert counts["rows_in"] == len(hostile_corpora.CORPORA[name])
    assert counts["rows_in"] == counts["rows_out"] + counts["dropped"] + counts["filtered"]
    assert counts["rows_out"] == len(run.articles)
    assert run.articles["article_id"].is_unique
    if counts["dropped"]:
        assert (~run.problems["kept"]).sum() >= counts["dropped"]
    if name in TOLD:
        assert run.problems["reason"].str.contains(TOLD[name]).sum() >= counts["rows_out"]


@pytest.mark.parametrize("name", hostile_corpora.UNUSABLE)
def test_a_corpus_without_an_article_is_refused_with_the_reason_of_its_rows(name, run_of):
    with pytest.raises(ParallaxError) as refusal:
        run_of(name)
    n_more = len(hostile_corpora.UNUSABLE[name]) - 1
    assert str(refusal.value).endswith(f"line 1: has no text (and {n_more} more rows)")


def run_cells(notebook, values):
    """Run the code cells of a notebook in this process, with parameters; show what they show."""
    names = {}
    for cell in json.loads(notebook.read_text(encoding="utf8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        tree = ast.parse("".join(cell["source"]))
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, notebook.stem, "exec"), names)
        if isinstance(last, ast.Expr):
            shown = eval(compile(ast.Expression(last.value), notebook.stem, "eval"), names)
            if hasattr(shown, "_repr_html_"):
                shown._repr_html_()
        if "parameters" in cell["metadata"].get("tags", ()):
            names |= values


@pytest.mark.parametrize("name", IN_NOTEBOOKS)
def test_every_notebook_ends_with_a_sentence(name, run_of, tmp_path, monkeypatch):
    monkeypatch.setenv(HEADLESS, "1")
    monkeypatch.chdir(paths.NOTEBOOKS)
    run_of(name).save(tmp_path / "tables")
    for notebook in OF_CORPUS:
        out = tmp_path / notebook.stem
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            run_cells(notebook, {"corpus": str(tmp_path / "tables"), "output_dir": str(out)})
        findings = [saved["finding"] for saved in saved_outputs(out) if saved["finding"]]
        assert findings, notebook
        for name_of_finding, said, again in remade(out):
            assert said == again, name_of_finding
        for finding in findings:
            assert finding.endswith("."), finding
            assert not re.search(r"\bnan\b|\binf\b|\bNone\b|for \.", finding), finding
    profile = next(s for s in saved_outputs(tmp_path / "08_outlets") if s["name"] == "profile")
    shared = run_of(name).without_copies().events["n_outlets"].gt(1).any()
    assert shared or CANNOT_BE_COMPARED.search(profile["finding"]), profile["finding"]


def test_a_whole_report_of_hostile_names_and_texts(tmp_path):
    rows = []
    for name in ("scripts", "hostile_outlets", "markup", "control_characters", "long_title"):
        rows += hostile_corpora.CORPORA[name]
    source = tmp_path / "hostile.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
    made = report(Extraction(str(source), execution=HERE), tmp_path / "out")
    assert [(o.notebook, o.status, o.reason) for o in made.outcomes if not o.ok] == []
    assert len(made.outcomes) == len(scheduler.find_notebooks())
    for outcome in made.outcomes:
        saved = saved_outputs(tmp_path / "out" / "outputs" / outcome.notebook)
        assert any(output["finding"] for output in saved), outcome.notebook
    validate_pages(tmp_path / "out")


def validate_pages(folder: Path):
    """No text of an article became a tag or an attribute, and nothing on a page can run."""
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) > 40
    for path in pages:
        page = lxml.html.fromstring(path.read_bytes())
        scripts = page.xpath("//script[not(@src)] | //b[@onclick] | //@*[starts-with(name(),'on')]")
        assert scripts == [], path
        assert "alert(" not in " ".join(page.xpath("//script/text() | //@href | //@src")), path
