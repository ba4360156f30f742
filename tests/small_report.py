"""A small run's folder for the tests of the report: the labelled sample, and one article that tries everything."""

import json
import re
from types import SimpleNamespace

import nbformat
import pandas as pd

from analysis.core import paths, tables
from analysis.notebook_runs import outputs

HOSTILE_ID = "Odd/<b>1"
HOSTILE = (
    "<script>window.hacked = 1</script> said $x^2$ & \\(y\\)\n\n"
    '\x1b[31mRed\x1b[0m said at least 12 people were killed. \u202eesrever\u202c <img src=x onerror="window.hacked = 1"> '
    "[link](javascript:window.hacked=1) costs $5$ here."
)
HOSTILE_OUTLET = '=HYPERLINK("x") <i>\u202eOdd $a$</i>'


def outcome(name, status="done", reason="first run", ok=True):
    return SimpleNamespace(notebook=name, status=status, seconds=1.0, reason=reason, ok=ok)


def build(folder):
    """Write tables and two executed notebooks; give the outcomes that the suite would give."""
    held = _tables()
    (folder / "tables").mkdir(parents=True)
    for name, frame in held.items():
        frame.to_parquet(folder / "tables" / f"{name}.parquet")
    counts = {"load": {"rows_in": 32, "rows_out": 31, "filtered": 0, "dropped": 1}}
    manifest = {
        "corpus": "sample",
        "started": "2026-01-02T03:04:05",
        "rows": {n: len(f) for n, f in held.items()},
        "counts": counts,
    }
    (folder / "tables" / "manifest.json").write_text(json.dumps(manifest), encoding="utf8")
    (folder / "notebooks").mkdir()
    _figures_notebook(folder, held)
    _failed_notebook(folder)
    return [
        outcome("02_figures"),
        outcome("03_voices", "failed", "ZeroDivisionError: division by zero", False),
    ]


def _tables():
    articles = [
        {"corpus": "sample", "n_words": len(a["text"].split()), **a}
        for a in _lines("articles.jsonl")
    ]
    hostile = {
        "article_id": HOSTILE_ID,
        "corpus": "sample",
        "outlet": HOSTILE_OUTLET,
        "title": HOSTILE.split("\n")[0],
        "text": HOSTILE,
        "url": "javascript:window.hacked=1",
        "n_words": 20,
        "event_id": "odd <1>",
        "place": None,
    }
    articles = tables.make([*articles, hostile], tables.ARTICLES)
    sentences = tables.make(
        [s for a in articles.itertuples() for s in _sentences(a)], tables.SENTENCES
    )
    labels = [*_lines("labels.jsonl"), _hostile_labels()]
    made = {"figures": [], "attributions": [], "attribution_spans": []}
    for article in labels:
        starts = sentences[sentences["article_id"] == article["article_id"]]["start"]
        _label(article, lambda at, s=starts: int((s <= at).sum()) - 1, made)
    events = [
        {
            "event_id": e,
            "label": part["title"].iloc[0],
            "n_articles": len(part),
            "n_outlets": part["outlet"].nunique(),
        }
        for e, part in articles.groupby("event_id")
    ]
    problems = [
        {"article_id": "row 7", "stage": "load", "reason": "no text <b>at all</b>", "kept": False}
    ]
    agency = [
        {
            "article_id": HOSTILE_ID,
            "sentence_id": 1,
            "start": HOSTILE.index("killed"),
            "predicate": "kill",
            "end": HOSTILE.index("killed") + 6,
            "construction": "passive_agentless",
        }
    ]
    names = [
        {
            "article_id": HOSTILE_ID,
            "sentence_id": 1,
            "start": HOSTILE.index("Red"),
            "end": HOSTILE.index("Red") + 3,
            "text": "Red",
            "referent": "<b>a side</b>",
            "choice": "red",
            "scare": False,
            "voice": "own",
        }
    ]
    made = {name: tables.make(rows, tables.ALL[name]) for name, rows in made.items()}
    return {
        "articles": articles,
        "sentences": sentences,
        **made,
        "names": tables.make(names, tables.NAMES),
        "agency": tables.make(agency, tables.AGENCY),
        "events": tables.make(events, tables.EVENTS),
        "problems": tables.make(problems, tables.PROBLEMS),
    }


def _lines(name):
    return [
        json.loads(line) for line in (paths.SAMPLE / name).read_text(encoding="utf8").splitlines()
    ]


def _sentences(article):
    """Cut roughly: the pages do not depend on where sentences end."""
    found = re.finditer(r"\S.*?(?:[.!?][\"\u201d]?(?=\s)|\n\n|$)", article.text, re.DOTALL)
    return [
        {
            "article_id": article.article_id,
            "sentence_id": n,
            "start": m.start(),
            "end": m.end(),
            "in_title": n == 0,
            "share_quoted": 0.0,
        }
        for n, m in enumerate(found)
    ]


def _hostile_labels():
    start = HOSTILE.index("12")
    source = [HOSTILE.index("Red"), HOSTILE.index("Red") + 3]
    figure = {
        "number_text": "12",
        "low": 12,
        "high": None,
        "qualifier": "at_least",
        "implicit": False,
        "source": "Red",
        "outcome": "killed",
        "counted": "people <b>",
        "group": "civilians",
        "agent": None,
        "start": start,
        "end": start + 2,
    }
    said = {
        "source": [source],
        "cue": [[source[1] + 5, source[1] + 9]],
        "content": [[start - 9, start + 20]],
        "source_type": "unnamed",
        "source_name": "<u>Red</u>",
        "carrier": None,
        "stance": "neutral",
        "kind": "indirect",
    }
    return {"article_id": HOSTILE_ID, "text": HOSTILE, "figures": [figure], "attributions": [said]}


def _label(article, sentence_of, made):
    own = article["article_id"]
    for n, a in enumerate(article["attributions"]):
        where = {role: a[role] or [] for role in tables.ROLES}
        words = {
            role: " ... ".join(article["text"][s:e] for s, e in where[role]) or None
            for role in tables.ROLES
        }
        made["attributions"].append(
            {
                "attribution_id": f"{own}-a{n}",
                "article_id": own,
                "sentence_id": sentence_of(where["content"][0][0]),
                **words,
                "kind": a["kind"],
                "source_name": a["source_name"],
                "carrier": a["carrier"],
                "source_type": a["source_type"],
                "anonymous": False,
                "cue_stance": a["stance"],
            }
        )
        made["attribution_spans"] += [
            {"article_id": own, "attribution_id": f"{own}-a{n}", "role": role, "start": s, "end": e}
            for role in tables.ROLES
            for s, e in where[role]
        ]
    made["attribution_spans"].append(
        {"article_id": own, "attribution_id": None, "role": "cue", "start": 0, "end": 3}
    )
    for n, f in enumerate(article["figures"]):
        of = [
            i
            for i, a in enumerate(article["attributions"])
            if f["source"] and any(s <= f["start"] < e for s, e in a["content"])
        ]
        kept = {k: v for k, v in f.items() if k not in ("number_text", "qualifier_text")}
        made["figures"].append(
            {
                **kept,
                "figure_id": f"{own}-f{n}",
                "article_id": own,
                "sentence_id": sentence_of(f["start"]),
                "text": f["number_text"],
                "unit": "people",
                "attribution_id": f"{own}-a{of[0]}" if of else None,
            }
        )


def _figures_notebook(folder, held):
    from analysis.chart.bars import __all__ as _  # noqa: F401 - matplotlib is there
    from analysis.chart.evidence import examples
    from analysis.chart.layout import finish, panels
    from analysis.chart.spans import spans_of

    figures = held["figures"].merge(held["articles"][["article_id", "outlet"]], on="article_id")
    columns = ["outlet", "article_id", "sentence_id", "text", "counted", "outcome", "source"]
    table = figures[columns]
    chart, axes = panels([3.0])
    counted = figures["outlet"].str.slice(0, 26).value_counts()
    axes[0, 0].barh(counted.index, counted.to_numpy())
    finish(
        chart,
        "The wire prints most figures",
        "31 articles of the sample.",
        "Bars of figures by outlet.",
    )
    outputs.save_outputs(
        folder / "outputs" / "02_figures",
        "figures_by_outlet",
        figure=chart,
        table=table,
        finding=f"Six outlets print {len(figures)} figures on five events.",
    )
    outputs.save_outputs(folder / "outputs" / "02_figures", "outlets", table=counted.reset_index())
    shown = examples(held["articles"], held["sentences"], spans_of(figures=held["figures"].tail(3)))
    with pd.option_context(
        "display.max_colwidth", 200, "display.html.use_mathjax", False
    ):  # as outputs.tables_as_text
        frame = table.tail(8).to_html()
    bundles = [
        chart._repr_mimebundle_(),
        (shown._repr_mimebundle_(), {}),
        ({"text/html": frame}, {}),
        ({"text/plain": HOSTILE}, {}),
    ]
    cells = [
        nbformat.v4.new_markdown_cell(
            "# Which figures does each outlet print?\n\nThe next is [03](03_voices.ipynb); the "
            "[codebook](../data/README.md) and [a page](https://example.org/)."
        ),
        nbformat.v4.new_code_cell("n = 1", metadata={"tags": ["parameters"]}),
    ]
    cells += [
        nbformat.v4.new_code_cell(
            "show()", outputs=[nbformat.v4.new_output("display_data", _text(d), metadata=m)]
        )
        for d, m in bundles
    ]
    _write(folder, "02_figures", cells)


def _text(data):
    from base64 import b64encode

    return {k: b64encode(v).decode() if isinstance(v, bytes) else v for k, v in data.items()}


def _failed_notebook(folder):
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
    nb = nbformat.v4.new_notebook(cells=cells)
    nb.metadata["papermill"] = {"parameters": {"corpus": "/home/someone/tables", "seed": 3}}
    nbformat.write(nb, folder / "notebooks" / f"{name}.ipynb")
