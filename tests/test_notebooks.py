"""Every notebook keeps the house rules, and runs on the embedded corpus."""

import ast
import json

import pytest

from analysis.core.paths import NOTEBOOKS
from analysis.evaluate.accuracy import COLUMNS
from analysis.notebook_runs import parameters, scheduler
from analysis.report.write import title_of

EVERY = scheduler.find_notebooks()
CELLS, LINES = 25, 10
SHARED = ["corpus", "outlets", "since", "until", "query", "limit", "seed"]
SHARED += ["corrections", "output_dir"]


def cells(path, kind="code"):
    return [c for c in json.loads(path.read_text())["cells"] if c["cell_type"] == kind]


def source(cell):
    return "".join(cell["source"])


def opens_corpus(statement, path):
    call = f"open_corpus({path.stem!r}, vars())"
    return isinstance(statement, ast.Assign) and ast.unparse(statement.value).startswith(call)


@pytest.mark.parametrize("path", EVERY, ids=lambda p: p.stem)
class TestHouseRules:
    def test_it_checks_its_parameters_before_it_does_anything_else(self, path):
        first = ast.parse(source(cells(path)[1])).body
        statements = [n for n in first if not isinstance(n, ast.ImportFrom)]
        assert opens_corpus(statements[0], path)

    def test_imports_and_parameters_take_less_than_a_screen(self, path):
        imports, shown = cells(path)[1:3]
        assert len(source(imports).splitlines()) <= 12
        assert "from analysis.notebook import" in source(imports)
        assert not [
            n
            for c in cells(path)[2:]
            for n in ast.walk(ast.parse(source(c)))
            if isinstance(n, ast.Import | ast.ImportFrom)
        ]
        assert source(shown)

    def test_it_answers_before_it_explains(self, path):
        kinds = [c["cell_type"] for c in json.loads(path.read_text())["cells"]]
        assert kinds[:4] == ["markdown", "code", "code", "code"]
        assert source(cells(path)[2]).splitlines()[-1] in (
            "figure",
            "matrix",
            "names_figure",
            "probable",
        )

    def test_it_asks_a_question_and_says_what_it_does_not_show(self, path):
        assert title_of(path).endswith("?")
        text = "\n".join(map(source, cells(path, "markdown")))
        for part in ("**You will see**", "**Needs**", "## What this does not show", "**Next:**"):
            assert part in text

    def test_it_holds_no_outputs(self, path):
        assert [c for c in cells(path) if c["outputs"] or c["execution_count"]] == []

    def test_it_is_short_and_holds_no_logic(self, path):
        code = cells(path)
        assert len(json.loads(path.read_text())["cells"]) <= CELLS
        for cell in code:
            lines = len(source(cell).splitlines())
            tree = ast.parse(source(cell))
            imports = any(isinstance(n, ast.ImportFrom) for n in tree.body)
            parameters_cell = "parameters" in cell["metadata"].get("tags", [])
            assert lines <= LINES or imports or parameters_cell
            forbidden = ast.FunctionDef | ast.ClassDef | ast.For | ast.While | ast.Try
            assert not [n for n in ast.walk(tree) if isinstance(n, forbidden)]

    def test_it_has_one_parameters_cell_with_the_shared_names_first_and_last(self, path):
        assert sum("parameters" in c["metadata"].get("tags", []) for c in cells(path)) == 1
        names = list(parameters.declared(path))
        assert [n for n in names if n in SHARED] == SHARED
        assert names[0] == SHARED[0]
        assert names[-1] == SHARED[-1]

    def test_it_has_a_checks_cell_that_can_fail(self, path):
        asserts = [
            n
            for c in cells(path)
            for n in ast.walk(ast.parse(source(c)))
            if isinstance(n, ast.Assert)
        ]
        assert len(asserts) >= 3
        assert not [a for a in asserts if isinstance(a.test, ast.Constant)]

    def test_it_shows_how_often_the_machine_is_right_with_date_and_labels(self, path):
        text = "\n".join(map(source, cells(path)))
        assert "accuracy.accuracy_for(" in text or "accuracy.read_accuracy()" in text
        assert {"date", "labels"} <= set(COLUMNS)

    def test_no_table_of_a_program_is_shown(self, path):
        for cell in cells(path):
            last = source(cell).splitlines()[-1]
            assert not last.endswith((".head()", ".head(20)"))
            assert not last.startswith(("run.", "pd."))

    def test_its_index_line_is_true(self, path):
        assert (
            f"| [{path.stem}]({path.name}) | {title_of(path)} |"
            in (NOTEBOOKS / "README.md").read_text()
        )


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("04", "widgets.names_picker("),
        ("07", "widgets.story_picker("),
        ("08", "widgets.outlet_picker("),
    ],
)
def test_stories_and_outlets_can_be_picked(number, words):
    (path,) = scheduler.find_notebooks([number])
    assert any(source(c).startswith(words) for c in cells(path))


@pytest.mark.parametrize(
    ("number", "given", "gone"),
    [
        ("02", {"story", "event", "quantity", "outcome"}, {"subtotals", "lead_sentences"}),
        ("07", {"story", "event", "overrides"}, {"outcome"}),
    ],
)
def test_a_story_an_event_and_a_quantity_can_be_named(number, given, gone):
    (path,) = scheduler.find_notebooks([number])
    names = set(parameters.declared(path))
    assert given <= names
    assert not gone & names
