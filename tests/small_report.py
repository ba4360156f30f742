"""A small run for the tests of the report: the labelled sample, and one article of hostile text."""

import json
import re
from base64 import b64encode
from bisect import bisect_right
from types import SimpleNamespace

import nbformat
import pandas as pd

from analysis.core import owned_files, paths, tables
from analysis.notebook_runs import outputs

HOSTILE_ID = "Odd/<b>1"
HOSTILE = (
    "<script>window.hacked = 1</script> said $x^2$ & \\(y\\)\n\n"
    "\x1b[31mRed\x1b[0m said at least 12 people were killed. \u202eesrever\u202c "
    '<img src=x onerror="window.hacked = 1"> '
    "[link](javascript:window.hacked=1) costs $5$ here."
)
HOSTILE_OUTLET = '=HYPERLINK("x") <i>\u202eOdd $a$</i>'
RED = HOSTILE.index("Red")
KILLED = HOSTILE.index("killed")
TWELVE = HOSTILE.index("12")
_SENTENCE = re.compile(r"\S.*?(?:[.!?][\"\u201d]?(?=\s)|\n\n|$)", re.DOTALL)


def outcome(name, status="done", reason="first run", ok=True):
    """Return what became of a notebook."""
    return SimpleNamespace(notebook=name, status=status, seconds=1.0, reason=reason, ok=ok)


def build(folder):
    """Write the tables of a run and two executed notebooks; return the notebooks' outcomes."""
    run_tables = _tables()
    (folder / "tables").mkdir(parents=True)
    for name, table in run_tables.items():
        table.to_parquet(folder / "tables" / f"{name}.parquet")
    manifest = {
        "corpus": "sample",
        "started": "2026-01-02T03:04:05",
        "rows": {name: len(table) for name, table in run_tables.items()},
        "counts": {"load": {"rows_in": 32, "rows_out": 31, "filtered": 0, "dropped": 1}},
    }
    (folder / "tables" / "manifest.json").write_text(json.dumps(manifest), encoding="utf8")
    (folder / "notebooks").mkdir()
    _write_figures_notebook(folder, run_tables)
    _write_failed_notebook(folder)
    owned_files.mark_folder(folder, "sample", owned_files.files_in(folder))
    return [
        outcome("02_figures"),
        outcome("03_voices", "failed", "ZeroDivisionError: division by zero", False),
    ]


def _tables():
    articles = tables.make([*_sample_articles(), _hostile_article()], tables.ARTICLES)
    sentences = []
    for article in articles.itertuples():
        sentences += _sentences(article)
    sentences = tables.make(sentences, tables.SENTENCES)
    extracted = _Extracted(sentences)
    for labels in [*_sample_lines("labels.jsonl"), _hostile_labels()]:
        extracted.add(labels)
    figures, quantities = _with_quantities(extracted.figures, articles)
    problem = {
        "article_id": "row 7",
        "stage": "load",
        "reason": "no text <b>at all</b>",
        "kept": False,
    }
    return {
        "articles": articles,
        "sentences": sentences,
        "figures": figures,
        "attributions": tables.make(extracted.attributions, tables.ATTRIBUTIONS),
        "attribution_spans": tables.make(extracted.attribution_spans, tables.ATTRIBUTION_SPANS),
        "names": tables.make([_hostile_name()], tables.NAMES),
        "agency": tables.make([_hostile_agency()], tables.AGENCY),
        "events": tables.make(_groups(articles, "event_id"), tables.EVENTS),
        "stories": tables.make(_groups(articles, "story_id"), tables.STORIES),
        "quantities": quantities,
        "problems": tables.make([problem], tables.PROBLEMS),
    }


def _sample_lines(name):
    lines = (paths.SAMPLE / name).read_text(encoding="utf8").splitlines()
    return [json.loads(line) for line in lines]


def _sample_articles():
    rows = []
    for article in _sample_lines("articles.jsonl"):
        n_words = len(article["text"].split())
        story = {"story_id": article["event_id"]}
        rows.append({"corpus": "sample", "n_words": n_words, **story, **article})
    return rows


def _hostile_article():
    return {
        "article_id": HOSTILE_ID,
        "corpus": "sample",
        "outlet": HOSTILE_OUTLET,
        "title": HOSTILE.split("\n")[0],
        "text": HOSTILE,
        "url": "javascript:window.hacked=1",
        "n_words": 20,
        "event_id": "odd <1>",
        "story_id": "odd <1>",
        "place": None,
    }


def _sentences(article):
    """Split roughly: the pages do not depend on where sentences end."""
    rows = []
    for number, match in enumerate(_SENTENCE.finditer(article.text)):
        rows.append(
            {
                "article_id": article.article_id,
                "sentence_id": number,
                "start": match.start(),
                "end": match.end(),
                "in_title": number == 0,
                "share_quoted": 0.0,
            }
        )
    return rows


def _groups(articles, key):
    rows = []
    for group_id, group in articles.groupby(key):
        rows.append(
            {
                key: group_id,
                "label": group["title"].iloc[0],
                "n_articles": len(group),
                "n_outlets": group["outlet"].nunique(),
            }
        )
    return rows


def _with_quantities(figures, articles):
    """Return the figures of a story and outcome as one quantity, and these."""
    story_of = dict(zip(articles["article_id"], articles["story_id"], strict=True))
    rows, quantities = [], {}
    for figure in figures:
        story = story_of[figure["article_id"]]
        quantity = f"quantity-{story}-{figure['outcome']}"
        rows.append({**figure, "quantity_id": quantity})
        quantities[quantity] = {
            "quantity_id": quantity,
            "story_id": story,
            "label": f"people {figure['outcome']}",
            "unit": "people",
            "outcome": figure["outcome"],
            "n_outlets": 1,
            "n_articles": 1,
        }
    named = tables.make(rows, tables.FIGURES)
    return named, tables.make(list(quantities.values()), tables.QUANTITIES)


def _hostile_agency():
    return {
        "article_id": HOSTILE_ID,
        "sentence_id": 1,
        "start": KILLED,
        "end": KILLED + len("killed"),
        "predicate": "kill",
        "construction": "passive_agentless",
    }


def _hostile_name():
    return {
        "article_id": HOSTILE_ID,
        "sentence_id": 1,
        "start": RED,
        "end": RED + len("Red"),
        "text": "Red",
        "referent": "<b>a side</b>",
        "choice": "red",
        "scare": False,
        "voice": "own",
    }


def _hostile_labels():
    figure = {
        "number_text": "12",
        "low": 12,
        "high": None,
        "qualifier": "at_least",
        "mention": "numeral",
        "implicit": False,
        "source": "Red",
        "outcome": "killed",
        "counted": "people <b>",
        "group": "civilians",
        "agent": None,
        "start": TWELVE,
        "end": TWELVE + len("12"),
    }
    attribution = {
        "source": [[RED, RED + len("Red")]],
        "cue": [[RED + 8, RED + 12]],
        "content": [[TWELVE - 9, TWELVE + 20]],
        "source_type": "unnamed",
        "source_name": "<u>Red</u>",
        "carrier": None,
        "stance": "neutral",
        "kind": "indirect",
    }
    return {
        "article_id": HOSTILE_ID,
        "text": HOSTILE,
        "figures": [figure],
        "attributions": [attribution],
    }


class _Extracted:
    """Rows of the tables that extraction would write, made from hand labels."""

    def __init__(self, sentences):
        self.figures, self.attributions, self.attribution_spans = [], [], []
        self._starts = sentences.groupby("article_id")["start"].agg(list)

    def add(self, article):
        """Add the labels of an article, and a cue that no attribution uses."""
        for number, label in enumerate(article["attributions"]):
            self._add_attribution(article, f"{article['article_id']}-a{number}", label)
        self._add_span(article, None, "cue", 0, 3)
        for number, label in enumerate(article["figures"]):
            self._add_figure(article, f"{article['article_id']}-f{number}", label)

    def _sentence_at(self, article, position):
        return bisect_right(self._starts[article["article_id"]], position) - 1

    def _add_attribution(self, article, attribution_id, label):
        words = {}
        for role in tables.ROLES:
            spans = label[role] or []
            words[role] = " ... ".join(article["text"][start:end] for start, end in spans) or None
            for start, end in spans:
                self._add_span(article, attribution_id, role, start, end)
        self.attributions.append(
            {
                "attribution_id": attribution_id,
                "article_id": article["article_id"],
                "sentence_id": self._sentence_at(article, label["content"][0][0]),
                **words,
                "kind": label["kind"],
                "source_name": label["source_name"],
                "carrier": label["carrier"],
                "source_type": label["source_type"],
                "anonymous": False,
                "cue_stance": label["stance"],
            }
        )

    def _add_span(self, article, attribution_id, role, start, end):
        self.attribution_spans.append(
            {
                "article_id": article["article_id"],
                "attribution_id": attribution_id,
                "role": role,
                "start": start,
                "end": end,
            }
        )

    def _add_figure(self, article, figure_id, label):
        columns = {name: value for name, value in label.items() if name in tables.FIGURES.columns}
        columns["mention"] = "indefinite" if label.get("implicit") else "numeral"
        self.figures.append(
            {
                **columns,
                "figure_id": figure_id,
                "article_id": article["article_id"],
                "sentence_id": self._sentence_at(article, label["start"]),
                "text": label["number_text"],
                "unit": "people",
                "attribution_id": _attribution_of(article, label),
            }
        )


def _attribution_of(article, figure):
    """Return the first attribution whose content contains a figure that has a source."""
    if not figure["source"]:
        return None
    for number, label in enumerate(article["attributions"]):
        for start, end in label["content"]:
            if start <= figure["start"] < end:
                return f"{article['article_id']}-a{number}"
    return None


def _write_figures_notebook(folder, run_tables):
    articles = run_tables["articles"]
    outlets = articles[["article_id", "outlet"]]
    figures = run_tables["figures"].merge(outlets, on="article_id")
    columns = ["outlet", "article_id", "sentence_id", "text", "counted", "outcome", "source"]
    table = figures[columns]
    counts = figures["outlet"].value_counts()
    chart = _chart(counts, figures)
    saved = folder / "outputs" / "02_figures"
    finding = f"Six outlets print {len(figures)} figures on five events."
    outputs.save_outputs(saved, "figures_by_outlet", figure=chart, table=table, finding=finding)
    outputs.save_outputs(saved, "outlets", table=counts.reset_index())
    title = (
        "# Which figures does each outlet print?\n\nThe next is [03](03_voices.ipynb); the "
        "[codebook](../data/README.md) and [a page](https://example.org/)."
    )
    cells = [
        nbformat.v4.new_markdown_cell(title),
        nbformat.v4.new_code_cell("n = 1", metadata={"tags": ["parameters"]}),
    ]
    for data, metadata in _displayed(chart, table, run_tables):
        output = nbformat.v4.new_output("display_data", _as_text(data), metadata=metadata)
        cells.append(nbformat.v4.new_code_cell("show()", outputs=[output]))
    _write(folder, "02_figures", cells)


def _chart(counts, figures):
    """Return bars, which lead to rows of the table, and a dot for some figures."""
    from analysis.chart.evidence import attach, of_row, of_rows
    from analysis.chart.layout import finish, panels
    from analysis.chart.style import use_style

    some = pd.concat([figures.head(2), figures.tail(2)])
    with use_style():
        chart, axes = panels([3.0])
        bars = axes[0, 0].barh(counts.index.str.slice(0, 26), counts.to_numpy())
        for bar, outlet in zip(bars, counts.index, strict=True):
            attach(of_rows(f"{outlet}: {counts[outlet]} figures", outlet=outlet), bar)
        for place, figure in enumerate(some.to_dict("records")):
            dots = axes[0, 0].plot([place + 1], [0.2 * place], "o")
            attach(of_row({**figure, "passage": HOSTILE}, figure["text"]), dots)
        title = "The wire prints most figures"
        return finish(chart, title, "31 articles of the sample.", "Bars of figures by outlet.")


def _displayed(chart, table, run_tables):
    """Return the data and metadata of what the notebook displays."""
    from analysis.chart.highlighted_text import examples
    from analysis.chart.highlights import spans_of

    marked = spans_of(figures=run_tables["figures"].tail(3))
    shown = examples(run_tables["articles"], run_tables["sentences"], marked)
    # the second option is that of outputs.tables_as_text
    with pd.option_context("display.max_colwidth", 200, "display.html.use_mathjax", False):
        frame = table.tail(8).to_html()
    return [
        chart._repr_mimebundle_(),
        (shown._repr_mimebundle_(), {}),
        ({"text/html": frame}, {}),
        ({"text/plain": HOSTILE}, {}),
    ]


def _as_text(data):
    """Encode pictures, as a notebook file does."""
    encoded = {}
    for kind, content in data.items():
        if isinstance(content, bytes):
            content = b64encode(content).decode()
        encoded[kind] = content
    return encoded


def _write_failed_notebook(folder):
    error = nbformat.v4.new_output(
        "error",
        ename="ZeroDivisionError",
        evalue="division by zero",
        traceback=["\x1b[31mZeroDivisionError\x1b[0m: division by zero"],
    )
    cells = [
        nbformat.v4.new_markdown_cell("# Whose voices are heard?"),
        nbformat.v4.new_code_cell("1 / 0", outputs=[error]),
    ]
    _write(folder, "03_voices", cells)


def _write(folder, name, cells):
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata["papermill"] = {"parameters": {"corpus": "/home/someone/tables", "seed": 3}}
    nbformat.write(notebook, folder / "notebooks" / f"{name}.ipynb")
