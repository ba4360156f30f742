"""
Write the pages of a run: an index, a page for each story and notebook, and the evidence.

In: the folder of a run with its tables, executed notebooks and saved outputs. Out: ``index.html``,
``stories/``, ``pages/`` and ``evidence/``, which open from disk and from any web server. The pages
load no remote script or font, and a content-security policy forbids them to. Pages whose inputs
have not changed are not written again.
"""

from __future__ import annotations

import json
import logging
import shutil
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from analysis.core import atomic_write, owned_files, paths
from analysis.notebook_runs import outputs
from analysis.report import urls
from analysis.report.html import Cell, link_rows, printable, table_html, write_page
from analysis.report.notebook import SavedOutput, parameters_of, render_body, title_of
from analysis.run import cache_keys
from analysis.run.manifest import CONSTRUCTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pandas as pd

    from analysis.notebook_runs.scheduler import Outcome
    from analysis.report.findings import SavedFinding
    from analysis.report.stories import Story

__all__ = ["BatchIndex", "title_of", "write_report"]

_log = logging.getLogger(__name__)

INDEX = "index.html"
WRITTEN = "written.json"  # in pages/: a hash of what each part of the report was written from
MAX_PROBLEMS = 100  # rows on the index; the CSV file has all of them
EVIDENCE_SHARDS = 10  # the articles in more of them would need too much memory, and 10,000 files
_FINDINGS_TABLE = "findings.parquet"  # written with the pages, and no input of theirs
_PROBLEM_COLUMNS = {"article_id": "article", "kept": "article kept"}
_TABLE_COLUMNS = {
    "articles": ["article_id"],
    "figures": ["article_id", "figure_id"],
    "attributions": ["attribution_id", "article_id", "sentence_id"],
}


class BatchIndex(TypedDict):
    """
    What the index of a batch shows in place of the notebooks.

    ``table`` is the file name of the parameter table and ``notebook`` the notebook's name.
    ``labels`` describes each run, by its name. ``columns`` are the parameters that vary, and
    ``rows`` the runs; see ``analysis.commands.batch``.
    """

    table: str
    notebook: str
    labels: dict[str, str]
    columns: list[str]
    rows: list[dict]


def write_report(
    folder: str | Path,
    outcomes: Sequence[Outcome],
    code: bool = False,
    batch: BatchIndex | None = None,
) -> Path:
    """
    Write the index, a page for each story and notebook, and the evidence pages.

    Without tables there are no stories and no evidence pages; a notebook that was not executed has
    no page. A batch has no pages of stories.

    Parameters
    ----------
    folder : str or Path
        Folder of the run, with ``notebooks/``, ``outputs/`` and ``tables/``.
    outcomes : sequence of Outcome
        One for each notebook, in the order of the report.
    code : bool
        Whether the notebook pages show code.
    batch : BatchIndex, optional
        For a batch: what its index shows.

    Returns
    -------
    Path
        The index page.
    """
    report = _Report(Path(folder), outcomes, code, batch)
    report.write()
    return report.folder / INDEX


@dataclass
class _NotebookPage:
    """A notebook as the templates show it."""

    name: str
    number: str
    label: str
    title: str
    outcome: Outcome
    source: Path
    address: str
    saved: list[SavedOutput] = field(repr=False)
    previous: _NotebookPage | None = field(default=None, repr=False)
    next: _NotebookPage | None = field(default=None, repr=False)

    @property
    def failure(self) -> str:
        """Status and reason of a failed run, otherwise an empty string."""
        if self.outcome.ok:
            return ""
        return f"{self.outcome.status}: {self.outcome.reason}"

    @property
    def summary(self) -> str:
        """What the navigation of other pages depends on."""
        return f"{self.name} {self.title} {bool(self.address)}"


class _Report:
    """The report of one run."""

    def __init__(
        self,
        folder: Path,
        outcomes: Sequence[Outcome],
        code: bool,
        batch: BatchIndex | None,
    ) -> None:
        self.folder = folder
        self.code = code
        self.batch = batch
        self.tables = _RunTables(folder / "tables")
        self.cache = _PageCache(folder / "pages" / WRITTEN, str(code))
        labels = batch["labels"] if batch else {}
        self.notebooks = [_notebook_page(folder, outcome, labels) for outcome in outcomes]
        _link_neighbours(self.notebooks)
        self.has_evidence = self.tables.has(urls.EVIDENCE_TABLES)
        self.has_stories = (
            self.has_evidence and batch is None and self.tables.has(urls.STORY_TABLES)
        )
        # A batch can have hundreds of notebooks, too many for the navigation of every page.
        self.navigation = [] if batch else self.notebooks

    @property
    def site(self) -> dict[str, object]:
        """What the template ``page.html.j2`` needs on every page."""
        return {
            "manifest": self.tables.manifest,
            "notebooks": self.navigation,
            "constructed": CONSTRUCTED,
            "has_evidence": self.has_evidence,
            "has_stories": self.has_stories,
            "evidence_note": self.tables.evidence_note if self.has_evidence else "",
        }

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Address of every article, figure and attribution; empty without evidence pages."""
        if not self.has_evidence:
            return {}
        from analysis.report import evidence

        parts = {
            name: self.tables.read_for_evidence(name, columns)
            for name, columns in _TABLE_COLUMNS.items()
        }
        return evidence.addresses(**parts)

    @cached_property
    def findings(self) -> list[SavedFinding]:
        """What the notebooks found; none in a batch, whose index lists the finding of each run."""
        if self.batch:
            return []
        from analysis.report.findings import read_findings

        return read_findings(self.folder, [page.name for page in self.notebooks])

    @cached_property
    def story_tables(self) -> dict[str, pd.DataFrame]:
        """The tables of the stories, with the rows of articles that have evidence pages."""
        return {name: self.tables.read_for_evidence(name) for name in urls.STORY_TABLES}

    @cached_property
    def stories(self) -> list[Story]:
        """The stories in the order of their disagreement; empty without their tables."""
        if not self.has_stories:
            return []
        from analysis.report.stories import ranked_stories

        return ranked_stories(self.story_tables)

    def write(self) -> None:
        """Write every page whose inputs have changed."""
        pages = self.folder / "pages"
        self.cache.write_if_changed("style", [], self._write_style, pages / "style.css")
        corpus = str(self.tables.manifest.get("corpus"))
        navigation = self._navigation_summaries()
        if self.has_stories:
            inputs = [*self.tables.files(), corpus, *navigation]
            target = self.folder / urls.STORIES_FOLDER / INDEX
            self.cache.write_if_changed("stories", inputs, self._write_stories, target)
        if self.has_evidence:
            inputs = [*self.tables.files(), corpus, str(self.has_stories), *navigation]
            target = self.folder / urls.EVIDENCE_FOLDER / INDEX
            self.cache.write_if_changed("evidence", inputs, self._write_evidence, target)
        for page in self.notebooks:
            if page.address:
                self._write_notebook(page)
        if not self.batch:
            target = pages / "findings.csv"
            inputs = [json.dumps(finding.row(self.folder)) for finding in self.findings]
            self.cache.write_if_changed("findings", inputs, self._write_findings, target)
        self.cache.write_if_changed(
            "index", self._index_inputs(), self._write_index, self.folder / INDEX
        )

    def _navigation_summaries(self) -> list[str]:
        return [page.summary for page in self.navigation]

    def _write_style(self) -> None:
        from analysis.chart.highlighted_text import stylesheet

        pages = self.folder / "pages"
        pages.mkdir(parents=True, exist_ok=True)
        style = (paths.TEMPLATES / "style.css").read_text(encoding="utf8")
        # The rules of the evidence come first, so that those of the page can refine them.
        for name in ("style.css", "tables.js"):
            owned_files.claim(pages / name)
        (pages / "style.css").write_text(f"{stylesheet()}\n{style}", encoding="utf8")
        for name in ("tables.js", "icon.svg"):
            shutil.copy(paths.TEMPLATES / name, pages / name)

    def _write_evidence(self) -> None:
        from analysis.report import evidence

        tables = {name: self.tables.read_for_evidence(name) for name in urls.EVIDENCE_TABLES}
        evidence.write_evidence(self.folder, tables, self.site, self._story_labels())

    def _story_labels(self) -> dict[str, str]:
        """Return the label of each story that has a page."""
        if not self.has_stories:
            return {}
        from analysis.report.stories import with_pages

        return {story.story_id: story.label for story in with_pages(self.stories)}

    def _write_stories(self) -> None:
        from analysis.report.write_stories import write_stories

        write_stories(self.folder, self.story_tables, self.tables.manifest, self.stories, self.site)

    def _write_findings(self) -> None:
        from analysis.report.findings import write_findings

        write_findings(self.folder, self.findings, has_tables=bool(self.tables.manifest))

    def _write_notebook(self, page: _NotebookPage) -> None:
        target = self.folder / page.address

        def write() -> None:
            names = {other.name for other in self.notebooks if other.address}
            body = render_body(
                page.source, page.saved, self.folder, self.addresses, names, self.code
            )
            write_page(
                "notebook.html.j2",
                target,
                notebook=page,
                body=body,
                parameters=parameters_of(page.source),
                **self.site,
            )

        self.cache.write_if_changed(page.name, self._notebook_inputs(page), write, target)

    def _notebook_inputs(self, page: _NotebookPage) -> list[Path | str]:
        """Return the files and texts that a notebook's page depends on."""
        inputs: list[Path | str] = [page.source]
        for output in page.saved:
            inputs += output.files.values()
            inputs.append(output.finding + output.alt)
        for neighbour in (page.previous, page.next):
            if neighbour is not None:
                inputs.append(neighbour.title)
        inputs += [page.failure, self.cache.current.get("evidence", ""), page.title]
        return [*inputs, *self._navigation_summaries()]

    def _index_inputs(self) -> list[Path | str]:
        """Return the files and texts that the index depends on."""
        return [
            *self.tables.files(),
            json.dumps(self.tables.manifest),
            *(f"{page.name} {page.failure} {page.title}" for page in self.notebooks),
            *self.cache.current.values(),
            json.dumps(self.batch),
            str(self.has_stories),
        ]

    def _write_index(self) -> None:
        target = self.folder / INDEX
        context = {**self._corpus_context(), **self.site}
        if self.batch:
            write_page("batch.html.j2", target, batch=self.batch, runs=self.notebooks, **context)
        else:
            context |= {**self._stories_context(), "findings": self._findings_context()}
            write_page("index.html.j2", target, **context)

    def _stories_context(self) -> dict[str, object]:
        """Return what the index says about the stories."""
        if not self.has_stories:
            return {"stories": [], "stories_sentence": "", "n_stories": 0, "ranking": ""}
        from analysis.report.index import SHOWN_STORIES, stories_sentence
        from analysis.report.story_order import heading_of, order_in_words

        shown = self.stories[:SHOWN_STORIES]
        return {
            "stories": shown,
            "stories_heading": heading_of(shown),
            "stories_sentence": stories_sentence(self.stories),
            "n_stories": len(self.stories),
            "ranking": order_in_words(self.stories),
        }

    def _findings_context(self) -> list[dict[str, object]]:
        """
        Return the cards of the findings about this corpus.

        The first chart of each notebook is shown, the others are linked.
        """
        from analysis.report.findings import without_repeats

        corpus = str(self.tables.manifest.get("corpus"))
        pages = {page.name: page for page in self.notebooks}
        cards = []
        has_picture = set()
        about_it = (finding for finding in self.findings if finding.is_about(corpus))
        for finding in without_repeats(about_it):
            picture = None
            if finding.notebook not in has_picture and finding.stands_out:
                picture = finding.picture(self.folder)
            if picture:
                has_picture.add(finding.notebook)
            page = pages[finding.notebook]
            card = {
                "finding": finding,
                "page": page,
                "address": self._chart_address(page, finding),
                "picture": picture,
                "files": finding.row(self.folder),
            }
            cards.append(card)
        return cards

    def _chart_address(self, page: _NotebookPage, finding: SavedFinding) -> str:
        """Return where the chart of a finding is shown: at its place on the page, if it has one."""
        if not page.address:
            return ""
        anchor = urls.chart(finding.name)
        html = (self.folder / page.address).read_text(encoding="utf8")
        return f"{page.address}#{anchor}" if f'id="{anchor}"' in html else page.address

    def _corpus_context(self) -> dict[str, object]:
        """Return what the index says about the corpus and its problems."""
        if not self.tables.manifest or not self.tables.has(("articles", "problems")):
            return {"corpus": None, "problems": None, "started": None}
        from analysis.report.index import corpus_facts

        columns = ["outlet", "published", "published_in_text", "language"]
        articles = self.tables.read("articles", columns)
        problems = self.tables.read("problems")
        corpus = corpus_facts(articles, problems, self.tables.manifest)
        return {
            "corpus": corpus,
            "problems": self._problems_context(problems),
            "started": datetime.fromisoformat(self.tables.manifest["started"]),
        }

    def _problems_context(self, problems: pd.DataFrame) -> dict[str, object]:
        """Write the problems as CSV, and return the first of them as a table."""
        from analysis.core.safe_csv import write_csv

        write_csv(problems, self.folder / "pages" / "problems.csv")
        columns = list(problems.columns)
        rows = []
        kept = ["yes" if is_kept else "no" for is_kept in problems["kept"]]
        for row in problems.assign(kept=kept).head(MAX_PROBLEMS).fillna("").itertuples(index=False):
            rows.append([Cell(str(printable(str(value)))) for value in row])
        names = [_PROBLEM_COLUMNS.get(name) or name for name in columns]
        table = table_html(names, link_rows(columns, rows, self.addresses))
        return {"shown": len(rows), "total": len(problems), "table": table}


class _RunTables:
    """The tables and manifest of a run; tables, in files or shards, are read on request."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        path = folder / "manifest.json"
        self.manifest: dict = {}
        if path.is_file():
            self.manifest = json.loads(path.read_text(encoding="utf8"))

    def has(self, names: Iterable[str]) -> bool:
        """Whether all these tables exist."""
        from analysis.run.table_paths import table_path

        return all(table_path(self.folder, name).exists() for name in names)

    def files(self) -> list[Path]:
        """Return the files of all tables, shards included."""
        found = [*self.folder.glob("*.parquet"), *self.folder.glob("[!.]*/*.parquet")]
        return sorted(path for path in found if path.name != _FINDINGS_TABLE)

    def read(self, name: str, columns: list[str] | None = None) -> pd.DataFrame:
        """Read a table, or some of its columns."""
        from analysis.run.table_store import read_table

        return read_table(self.folder, name, columns=columns)

    def read_for_evidence(self, name: str, columns: list[str] | None = None) -> pd.DataFrame:
        """Read a table; of one in shards, the rows of the articles that have evidence pages."""
        import pandas as pd

        from analysis.run import table_paths, table_store

        n_shards = len(table_paths.shard_paths(self.folder, name))
        if not n_shards:
            return self.read(name, columns)
        shards = []
        for number in range(min(n_shards, EVIDENCE_SHARDS)):
            shard = table_store.read_table(self.folder, name, columns=columns, shard=number)
            shards.append(shard)
        return pd.concat(shards, ignore_index=True)

    @cached_property
    def evidence_note(self) -> str:
        """A sentence if not all articles have evidence pages, otherwise an empty string."""
        from analysis.run.table_paths import shard_paths

        if len(shard_paths(self.folder, "articles")) <= EVIDENCE_SHARDS:
            return ""
        n_shown = len(self.read_for_evidence("articles", ["article_id"]))
        n_articles = len(self.read("articles", ["article_id"]))
        return (
            f"The first {n_shown:,} of {n_articles:,} articles, in the order of the input, have "
            "evidence pages. For others, report a part of the corpus: --outlets, --since, --until."
        )


class _PageCache:
    """
    What each part of the report was written from, so that unchanged parts are not written again.

    Attributes
    ----------
    current : dict of str to str
        Hash of the inputs of each part that has been looked at so far.
    """

    def __init__(self, path: Path, options: str) -> None:
        self.path = path
        self.current: dict[str, str] = {}
        self._stored: dict[str, str] = {}
        if path.is_file():
            self._stored = _read_json(path)
        self._common = cache_keys.folders_key(cache_keys.PAGES_CODE) + options

    def write_if_changed(
        self,
        part: str,
        inputs: Sequence[Path | str],
        write: Callable[[], None],
        target: Path,
    ) -> None:
        """
        Write a part of the report if its inputs have changed or its file is missing.

        Parameters
        ----------
        part : str
        inputs : sequence of Path or str
            Files, by their content, and texts.
        write : callable
            Writes the part.
        target : Path
            File that exists once the part is written.
        """
        key = self._hash(inputs)
        if self._stored.get(part) != key or not target.is_file():
            # Removed first, so that a part whose writing is interrupted never counts as complete.
            if self._stored.pop(part, None):
                self._save()
            write()
            self._stored[part] = key
            self._save()
        self.current[part] = key

    def _hash(self, inputs: Sequence[Path | str]) -> str:
        files = [value for value in inputs if isinstance(value, Path)]
        texts = " ".join(value for value in inputs if isinstance(value, str))
        key = f"{self._common} {cache_keys.hash_files(files)} {texts}"
        return sha256(key.encode("utf8", "replace")).hexdigest()

    def _save(self) -> None:
        atomic_write.write_text(json.dumps(self._stored, indent=1), self.path)


def _read_json(path: Path) -> dict:
    """Return what the file holds, or nothing if it has changed so that every page is written."""
    try:
        return dict(json.loads(path.read_text(encoding="utf8")))
    except (ValueError, TypeError):
        _log.warning("%s is no JSON object any more: every page is written again", path)
        return {}


def _notebook_page(folder: Path, outcome: Outcome, labels: Mapping[str, str]) -> _NotebookPage:
    """Return what is known of a notebook; ``labels`` names the runs of a batch."""
    name = outcome.notebook
    source = folder / "notebooks" / f"{name}.ipynb"
    executed = source.is_file()
    number, _, words = name.partition("_")
    label = words.replace("_", " ") or name
    title = title_of(source) if executed else name
    if labels:
        number = ""
        label = labels.get(name, name)
        title = labels.get(name, title)
    return _NotebookPage(
        name=name,
        number=number,
        label=label,
        title=title,
        outcome=outcome,
        source=source,
        address=f"pages/{name}.html" if executed else "",
        saved=_saved_outputs(folder / "outputs" / name),
    )


def _saved_outputs(folder: Path) -> list[SavedOutput]:
    """Read what a notebook saved."""
    found = []
    for entry in outputs.saved_outputs(folder):
        found.append(SavedOutput(entry["name"], entry["finding"], entry["alt"], entry["files"]))
    return found


def _link_neighbours(notebooks: Sequence[_NotebookPage]) -> None:
    """Link each notebook that has a page to the previous and the next one."""
    pages = [page for page in notebooks if page.address]
    for earlier, later in zip(pages, pages[1:], strict=False):
        earlier.next = later
        later.previous = earlier
