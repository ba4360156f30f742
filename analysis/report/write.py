"""
Write the pages of a run: an index with the findings, a page a notebook, and the evidence behind them.

In: a run's folder with tables, executed notebooks and what they kept. Out: ``index.html``, ``pages/`` and
``evidence/``, which open from disk and from any web server: no remote script or font, and a content-security policy
that forbids them. What nothing has changed for is not written again.
"""

import json
import shutil
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from analysis.core import atomic_write, paths
from analysis.notebook_runs import outputs
from analysis.report import notebook as report_notebook
from analysis.report import urls
from analysis.report.notebook import title_of
from analysis.run import cache_keys
from analysis.run.manifest import CONSTRUCTED

__all__ = ["title_of", "write_report"]

WRITTEN = "written.json"  # in pages/: what each page was written from
PROBLEMS = 100  # rows on the index
INDEX = "index.html"


def write_report(folder, outcomes, code=False, batch=None):
    """
    Write the index, a page for each notebook, and the evidence browser.

    Parameters
    ----------
    folder : Path
        Of the run; holds ``notebooks/``, ``outputs/`` and ``tables/``.
    outcomes : list of Outcome
    code : bool
        Whether the notebooks' pages show their code.
    batch : dict, optional
        Of a batch, what its index shows in place of the notebooks: ``labels`` (words for each outcome, by its name),
        ``columns`` and ``rows``, see ``analysis.commands.batch``.

    Returns
    -------
    Path
        ``index.html``.
    """
    folder = Path(folder)
    held, written = _Tables(folder / "tables"), _Written(folder / "pages" / WRITTEN, str(code))
    notebooks = [
        _notebook(folder, outcome, (batch or {}).get("labels", {})) for outcome in outcomes
    ]
    _join(notebooks)
    # a batch can hold hundreds, too many for every page to name
    site = {
        "manifest": held.manifest,
        "notebooks": [] if batch else notebooks,
        "constructed": CONSTRUCTED,
        "has_evidence": held.has(urls.TABLES),
    }
    written.unless_same(
        "style", [], partial(_write_style, folder / "pages"), folder / "pages" / "style.css"
    )
    if site["has_evidence"]:
        written.unless_same(
            "evidence",
            [*held.files(), *_names(site["notebooks"])],
            partial(_write_evidence, folder, held, site),
            folder / urls.FOLDER / INDEX,
        )
    known = cache(partial(_addresses, held) if site["has_evidence"] else dict)
    for notebook in notebooks:
        if notebook["page"]:
            _write_notebook(folder, notebook, known, {**site, "every": notebooks}, written, code)
    said = [f"{n['name']} {_failure(n['outcome'])} {n['title']}" for n in notebooks]
    rests_on = [
        *held.files(),
        json.dumps(held.manifest),
        *said,
        *written.now.values(),
        json.dumps(batch),
    ]
    written.unless_same(
        "index",
        rests_on,
        partial(_write_index, folder, held, known, notebooks, site, batch),
        folder / INDEX,
    )
    return folder / INDEX


class _Tables:
    """A run's tables and manifest, read when they are asked for."""

    def __init__(self, folder):
        self.folder = folder
        path = folder / "manifest.json"
        self.manifest = json.loads(path.read_text(encoding="utf8")) if path.is_file() else {}

    def has(self, names):
        """Tell whether all these tables are there."""
        return all((self.folder / f"{name}.parquet").is_file() for name in names)

    def files(self):
        """Give the files that hold the tables."""
        return sorted(self.folder.glob("*.parquet"))

    def read(self, name, columns=None):
        """Read one table."""
        import pandas as pd

        return pd.read_parquet(self.folder / f"{name}.parquet", columns=columns)


class _Written:
    """What each part of the report was written from, so that the same is not written twice."""

    def __init__(self, path, *always):
        self.path, self.before, self.now = path, {}, {}
        code = cache_keys.code_files(cache_keys.PAGES_CODE)
        self.always = cache_keys.hash_files(code) + "".join(always)
        if path.is_file():
            self.before = json.loads(path.read_text(encoding="utf8"))

    def unless_same(self, part, rests_on, do, target):
        """Do it if the target is not there, or anything that the part rests on (files, or words) has changed."""
        on_disk = [f for f in rests_on if isinstance(f, Path)]
        words = " ".join(str(w) for w in rests_on if not isinstance(w, Path))
        key = sha256(
            f"{self.always} {cache_keys.hash_files(on_disk)} {words}".encode("utf8", "replace")
        ).hexdigest()
        if self.before.get(part) != key or not target.is_file():
            self._forget(part)
            do()
            self.before[part] = key
            self._save()
        self.now[part] = key

    def _forget(self, part):
        # first of all, so that a part that was cut short is never taken for whole
        if self.before.pop(part, None):
            self._save()

    def _save(self):
        atomic_write.write_text(json.dumps(self.before, indent=1), self.path)


def _write_style(shown):
    from analysis.chart.highlighted_text import stylesheet

    shown.mkdir(parents=True, exist_ok=True)
    style = (paths.TEMPLATES / "style.css").read_text(encoding="utf8")
    # the evidence's own rules first, so that the page's can refine them
    (shown / "style.css").write_text(f"{stylesheet()}\n{style}", encoding="utf8")
    shutil.copy(paths.TEMPLATES / "tables.js", shown / "tables.js")


def _notebook(folder, outcome, labels):
    source = folder / "notebooks" / f"{outcome.notebook}.ipynb"
    there = source.is_file()
    number, _, word = ("", "", "") if labels else outcome.notebook.partition("_")
    kept = outputs.saved_outputs(folder / "outputs" / outcome.notebook)
    label = labels.get(outcome.notebook, "")
    return {
        "name": outcome.notebook,
        "number": number,
        "word": label or word.replace("_", " ") or outcome.notebook,
        "outcome": outcome,
        "title": label or (title_of(source) if there else outcome.notebook),
        "page": f"pages/{outcome.notebook}.html" if there else "",
        "source": source,
        "kept": [_relative(k, folder) for k in kept],
        "found": kept,
        "before": None,
        "after": None,
    }


def _relative(kept, folder):
    size = report_notebook.size(kept["files"]["png"]) if "png" in kept["files"] else None
    return {
        **kept,
        "files": {e: p.relative_to(folder).as_posix() for e, p in kept["files"].items()},
        "size": size,
    }


def _join(notebooks):
    shown = [n for n in notebooks if n["page"]]
    for earlier, later in zip(shown, shown[1:], strict=False):
        earlier["after"], later["before"] = later, earlier


def _names(notebooks):
    return [f"{n['name']} {n['title']} {bool(n['page'])}" for n in notebooks]


def _failure(outcome):
    return "" if outcome.ok else f"{outcome.status}: {outcome.reason}"


def _write_evidence(folder, held, site):
    from analysis.report import evidence

    evidence.write(folder, {name: held.read(name) for name in urls.TABLES}, site)


def _addresses(held):
    from analysis.report import evidence

    columns = {
        "articles": ["article_id"],
        "figures": ["article_id", "figure_id"],
        "attributions": ["attribution_id", "article_id", "sentence_id"],
    }
    return evidence.addresses(*(held.read(name, chosen) for name, chosen in columns.items()))


def _write_notebook(folder, notebook, known, site, written, code):
    from_files = [path for k in notebook["found"] for path in k["files"].values()]
    said = [k["finding"] + k["alt"] for k in notebook["found"]]
    evidence = written.now.get("evidence", "")
    beside = [n["title"] for n in (notebook["before"], notebook["after"]) if n]
    rests_on = [
        notebook["source"],
        *from_files,
        _failure(notebook["outcome"]),
        evidence,
        *said,
        *beside,
        *_names(site["notebooks"]),
        notebook["title"],
    ]

    def do():
        pages = {n["name"] for n in site["every"] if n["page"]}
        body = report_notebook.body(
            notebook["source"], notebook["found"], folder, known(), pages, code
        )
        facts = {
            **notebook,
            "body": body,
            "parameters": report_notebook.parameters_of(notebook["source"]),
        }
        report_notebook.render(
            "notebook.html.j2", folder / notebook["page"], notebook=facts, **site
        )

    written.unless_same(notebook["name"], rests_on, do, folder / notebook["page"])


def _write_index(folder, held, known, notebooks, site, batch):
    facts = _facts(folder, held, known())
    if batch:
        report_notebook.render(
            "batch.html.j2", folder / INDEX, batch=batch, runs=notebooks, **facts, **site
        )
    else:
        report_notebook.render("index.html.j2", folder / INDEX, **facts, **site)


def _facts(folder, held, known):
    """Give the index what it says of the corpus."""
    if not held.manifest or not held.has(("articles", "problems")):
        return {"corpus": None, "problems": None}
    articles, rows = held.read("articles", ["outlet", "published"]), held.manifest["rows"]
    problems = held.read("problems")
    days = articles["published"].dropna()
    corpus = {
        "articles": len(articles),
        "outlets": int(articles["outlet"].nunique()),
        "events": rows["events"],
        "figures": rows["figures"],
        "attributions": rows["attributions"],
        "first": days.min() if len(days) else None,
        "last": days.max() if len(days) else None,
        "problems": len(problems),
        "lost": int((~problems["kept"]).sum()),
    }
    return {"corpus": corpus, "problems": _problems(folder, problems, known)}


def _problems(folder, problems, known):
    from analysis.core.safe_csv import write_csv
    from analysis.report.html import Cell, link_rows, plain, table_html

    write_csv(problems, folder / "pages" / "problems.csv")
    first = problems.head(PROBLEMS).fillna("")
    rows = [[Cell(plain(str(value))) for value in row] for row in first.itertuples(index=False)]
    columns, rows = link_rows(list(problems.columns), rows, known)
    return {"rows": rows, "total": len(problems), "table": table_html(columns, rows)}
