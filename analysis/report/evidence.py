"""
Evidence pages: a page for each article with its spans highlighted, and a searchable list of them.

In: the tables of a run. Out: the folder ``evidence/``, which opens from disk. A page on disk may
not fetch files, so the data that the pages show are stored in small scripts, compressed, and
loaded when they are needed. Without JavaScript an article's page shows its plain text. Nothing is
extracted or scored here.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
from base64 import b64encode
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from analysis.chart import highlighted_text, highlights
from analysis.chart.checks import check_words
from analysis.chart.text_fitting import clean, source_words
from analysis.compare.number_words import number_in_words, takes_of
from analysis.compare.quantities.amounts import COUNTS
from analysis.core import owned_files, paths
from analysis.core.calendar_words import short_day
from analysis.core.control_characters import replace_control_characters
from analysis.core.figure_kinds import NAMED
from analysis.core.records import records_of
from analysis.report import urls
from analysis.report.correction_keys import correction_keys
from analysis.report.html import render, write_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    import pandas as pd

__all__ = ["addresses", "write_evidence"]

ARTICLES_PER_TEXT_FILE = 20  # their texts with spans, for the article pages
ARTICLES_PER_LIST_FILE = 50  # their sentences, for the list
SCRIPTS = ("data.js", "article.js", "corrections.js", "evidence.js")
OWN_VOICE = "own_voice"  # source type of a figure that is attributed to no one

MAX_LISTED = 1_500
"""Articles in the list for browsers without JavaScript, whose page stays below 400 kB."""

LAYERS = {
    "source": ("source", True),
    "cue": ("attribution cue", True),
    "content": ("attributed content", True),
    "figure": ("figure", True),
    "victim": ("named victim", True),
    "agent": ("reported cause", True),
    "name": ("choice of name", False),
    "harm": ("word for harm", False),
}
"""Span label to its name on the page, and whether it is highlighted at first."""

# The lists next to the text already say what these tooltips say, and the tooltips would take up a
# third of the page. Only those of spans in no attribution are needed.
_LISTED_TOOLTIP = re.compile(
    rf"""
    (<mark\ class="px-(?:figure|victim|source|cue|content|agent)")
    \ title="
    (?![^"]*:\ {re.escape(highlights.UNATTACHED)}")
    [^"]*"
    """,
    re.VERBOSE,
)


def addresses(
    articles: pd.DataFrame, figures: pd.DataFrame, attributions: pd.DataFrame
) -> dict[str, str]:
    """
    Return the address of every article, figure and attribution.

    Parameters
    ----------
    articles, figures, attributions : DataFrame
        Tables of those names. Of ``articles``, ``article_id`` is enough. Not changed.

    Returns
    -------
    dict of str to str
        Identifier to address, relative to the report folder. An attribution has the address of its
        sentence.
    """
    found = {article_id: urls.article(article_id) for article_id in articles["article_id"]}
    for article_id, figure_id in zip(figures["article_id"], figures["figure_id"], strict=True):
        found[figure_id] = urls.figure(article_id, figure_id)
    rows = attributions[["attribution_id", "article_id", "sentence_id"]]
    for attribution_id, article_id, sentence_id in rows.itertuples(index=False):
        found[attribution_id] = urls.sentence(article_id, sentence_id)
    return found


def write_evidence(
    folder: Path,
    tables: Mapping[str, pd.DataFrame],
    site: Mapping[str, object],
    stories: Mapping[str, str] | None = None,
) -> None:
    """
    Write all evidence pages.

    Parameters
    ----------
    folder : Path
        Report folder. What Parallax wrote in its ``evidence`` folder is replaced.
    tables : mapping of str to DataFrame
        The tables of ``urls.EVIDENCE_TABLES``. Not changed.
    site : mapping
        What the template ``page.html.j2`` needs on every page.
    stories : mapping of str to str, optional
        Label by ``story_id``, of the stories that have a page: articles lead to it.
    """
    target = folder / urls.EVIDENCE_FOLDER
    owned_files.remove(target)
    for name in ("a", "data"):
        (target / name).mkdir(parents=True, exist_ok=True)
    for script in SCRIPTS:
        owned_files.claim(target / script)
        shutil.copy(paths.TEMPLATES / script, target / script)
    collection = _Collection(tables, stories or {})
    _write_articles(target, collection.articles, site)
    _write_data(target / "data", collection)
    _write_list(target / "all.html", collection, site)
    write_page("evidence.html.j2", target / "index.html", **site)


def _write_list(path: Path, collection: _Collection, site: Mapping[str, object]) -> None:
    """Write the list of all articles, for a browser without JavaScript."""
    outlets = {}
    room = MAX_LISTED
    for outlet, articles in collection.by_outlet().items():
        outlets[outlet] = articles[: max(room, 0)]
        room -= len(articles)
    outlets = {outlet: articles for outlet, articles in outlets.items() if articles}
    n_articles = len(collection.articles)
    n_listed = min(n_articles, MAX_LISTED)
    write_page(
        "articles.html.j2", path, outlets=outlets, n_listed=n_listed, n_articles=n_articles, **site
    )


@dataclass(frozen=True)
class _FigureItem:
    """A figure in the list: what it counts and who reports it."""

    outcome: str
    source_type: str
    fragment: str
    words: str
    source: str


@dataclass(frozen=True)
class _AttributionItem:
    """An attribution in the list."""

    source_type: str
    source: str
    cue: str
    cue_stance: str


@dataclass(frozen=True)
class _Statement:
    """A sentence, with the figures and attributions in it; most sentences have none."""

    sentence_id: int
    text: str
    figures: list[_FigureItem]
    attributions: list[_AttributionItem]


@dataclass
class _Article:
    """One article as its page shows it."""

    article_id: str
    file: str
    title: str
    outlet: str
    day: pd.Timestamp | None
    place: str
    url: str
    event_id: str
    event: str
    story: str
    story_address: str
    duplicate_of: str
    update_of: str
    body: Markup
    plain_body: Markup
    figures: list[dict]
    attributions: list[dict]
    statements: list[_Statement] = field(repr=False)
    same_event: list[_Article] = field(default_factory=list, repr=False)

    @property
    def original_file(self) -> str:
        """File name of the earlier article with the same text."""
        return urls.article_file(self.duplicate_of)

    @property
    def version_before_file(self) -> str:
        """File name of the version of the text directly before."""
        return urls.article_file(self.update_of)

    @property
    def source_types(self) -> set[str]:
        """Source types of the article's figures and attributions."""
        found = set()
        for statement in self.statements:
            for item in (*statement.figures, *statement.attributions):
                found.add(item.source_type)
        return found

    @property
    def outcomes(self) -> set[str]:
        """Outcomes of the article's figures; a figure without one adds an empty string."""
        found = set()
        for statement in self.statements:
            for item in statement.figures:
                found.add(item.outcome)
        return found


def _checks(tables: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """Return what people found of the figures and attributions that they checked, by identifier."""
    found = {}
    for name, identifier in (("figures", "figure_id"), ("attributions", "attribution_id")):
        checked = tables[name].dropna(subset=["checked"])
        for row in checked.to_dict("records"):
            found[row[identifier]] = check_words(row)
    return found


class _Collection:
    """All articles by day and outlet, and the values that the list can be filtered by."""

    def __init__(self, tables: Mapping[str, pd.DataFrame], stories: Mapping[str, str]) -> None:
        self._stories = stories
        self._keys = correction_keys(tables)
        self._checks = _checks(tables)
        marked = highlights.spans_of(
            figures=tables["figures"],
            attribution_spans=tables["attribution_spans"],
            attributions=tables["attributions"],
            names=tables["names"],
            agency=tables["agency"],
        )
        self._spans = _by_article(marked)
        self._sentences = _by_article(tables["sentences"])
        self._figures = _records_by_article(tables["figures"])
        self._attributions = _records_by_article(tables["attributions"])
        self._attribution_spans = _records_by_article(tables["attribution_spans"])
        self.event_labels = {}
        for row in records_of(tables["events"]):
            self.event_labels[row["event_id"]] = clean(row["label"]) or row["event_id"]
        rows = sorted(records_of(tables["articles"]), key=_order)
        self.articles = [self._article(row) for row in rows]
        self._link_events()
        self._collect_filters()

    def _collect_filters(self) -> None:
        outlets, events, source_types, outcomes = set(), set(), set(), set()
        for article in self.articles:
            outlets.add(article.outlet)
            events.add(article.event_id)
            source_types |= article.source_types
            outcomes |= article.outcomes
        self.outlets = sorted(outlets)
        self.events = sorted(events - {""})
        self.source_types = sorted(source_types)
        self.outcomes = sorted(outcomes - {""})

    def by_outlet(self) -> dict[str, list[_Article]]:
        """Return the articles of each outlet, outlets in alphabetical order."""
        groups = {outlet: [] for outlet in self.outlets}
        for article in self.articles:
            groups[article.outlet].append(article)
        return groups

    def _article(self, row: dict) -> _Article:
        article_id = row["article_id"]
        marked = self._spans.get(article_id, self._spans[None])
        sentences = self._sentences.get(article_id, self._sentences[None])
        own_attributions = self._attributions.get(article_id, [])
        figures = _figures(self._figures.get(article_id, []), own_attributions)
        attributions = _attributions(own_attributions, self._attribution_spans.get(article_id, []))
        for shown, identifier in ((figures, "figure_id"), (attributions, "attribution_id")):
            for shown_row in shown:
                shown_row["key"] = self._keys.get(shown_row[identifier], "")
                shown_row["check"] = self._checks.get(shown_row[identifier], "")
        event_id = row["event_id"] or ""
        story = self._stories.get(row.get("story_id") or "", "")
        return _Article(
            article_id=article_id,
            file=urls.article_file(article_id),
            title=clean(row["title"]) or article_id,
            outlet=clean(row["outlet"]) or "no outlet given",
            day=row["published"],
            place=clean(row["place"]),
            url=urls.web_address(row["url"]),
            event_id=event_id,
            event=self.event_labels.get(event_id, event_id),
            story=story,
            story_address=urls.story(row["story_id"]) if story else "",
            duplicate_of=row["duplicate_of"] or "",
            update_of=row["update_of"] or "",
            body=_text(row, marked, sentences),
            plain_body=_plain_text(row["text"], sentences),
            figures=figures,
            attributions=attributions,
            statements=_statements(row["text"], sentences, figures, attributions),
        )

    def _link_events(self) -> None:
        groups = defaultdict(list)
        for article in self.articles:
            groups[article.event_id].append(article)
        for article in self.articles:
            if article.event_id:
                group = groups[article.event_id]
                article.same_event = [other for other in group if other is not article]


def _records_by_article(table: pd.DataFrame) -> dict[str, list[dict]]:
    """Return the rows of each article as dicts."""
    found = defaultdict(list)
    for row in records_of(table):
        found[row["article_id"]].append(row)
    return found


def _by_article(table: pd.DataFrame) -> dict[str | None, pd.DataFrame]:
    """Split a table by article; None leads to an empty table, for articles without rows."""
    parts: dict[str | None, pd.DataFrame] = {None: table.iloc[:0]}
    for article_id, rows in table.groupby("article_id", sort=False):
        parts[str(article_id)] = rows
    return parts


def _order(row: dict) -> tuple[str, str, str]:
    """Return the sort key of an article: day, outlet, identifier; without a day it is last."""
    return (str(row["published"] or "9"), clean(row["outlet"]), str(row["article_id"]))


def _text(row: dict, marked: pd.DataFrame, sentences: pd.DataFrame) -> Markup:
    """
    Return an article's text with its spans highlighted.

    Ids are shortened, since a page has one article: a sentence is ``s3``, a figure ``f-...``.
    """
    html = highlighted_text.highlighted_article(
        row, marked, legend=False, sentences=sentences, style=False
    )
    html = _LISTED_TOOLTIP.sub(r"\1", html)
    prefix = f' id="{highlighted_text.anchor(row["article_id"])}'
    html = html.replace(f"{prefix}:s", ' id="s')
    html = html.replace(f"{prefix}:x-", ' id="f-')
    return Markup(html)


def _plain_text(text: str, sentences: pd.DataFrame) -> Markup:
    """
    Return an article's text without highlights; a sentence has the same id as with them.

    Every article has it, for a browser without JavaScript, so its markup is as short as it can be:
    a sentence is a paragraph without an end, which the style sets inside the line.
    """
    clean_text = replace_control_characters(text)
    parts = []
    end_before = 0
    ordered = sentences.sort_values("start")
    for number, start, end in ordered[["sentence_id", "start", "end"]].itertuples(index=False):
        start = max(start, end_before)
        parts.append(_escape_text(clean_text[end_before:start]))
        parts.append(f"<p id=s{int(number)}>{_escape_text(clean_text[start:end])}")
        end_before = max(end, end_before)
    parts.append(_escape_text(clean_text[end_before:]))
    return Markup("".join(parts))


def _escape_text(text: str) -> str:
    """Escape what would be markup between tags; quotes matter in attributes only."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _figures(figures: Sequence[dict], attributions: Sequence[dict]) -> list[dict]:
    """Return an article's figures in reading order, with what the page says about them."""
    source_types = {row["attribution_id"]: row["source_type"] for row in attributions}
    shown = []
    for row in sorted(figures, key=lambda row: row["start"]):
        source_type = OWN_VOICE
        if row["source"]:
            source_type = source_types.get(row["attribution_id"], "other")
        shown.append(
            {
                **row,
                "fragment": urls.fragment(row["figure_id"]),
                "amount": _amount(row),
                "subject": _subject(row),
                "source": source_words(row["source"]),
                "source_type": source_type,
            }
        )
    return shown


def _attributions(attributions: Sequence[dict], attribution_spans: Sequence[dict]) -> list[dict]:
    """Return an article's attributions in reading order."""
    starts: dict[str, int] = {}
    for span in attribution_spans:
        name, start = span["attribution_id"], span["start"]
        starts[name] = min(start, starts.setdefault(name, start))
    return sorted(
        attributions,
        key=lambda row: (row["sentence_id"], starts.get(row["attribution_id"], 0)),
    )


def _amount(figure: Mapping) -> str:
    """Return a figure as it is read: qualifier, number and unit."""
    if figure["mention"] == NAMED:
        return f"names {figure['low']:,.0f}"
    if figure["qualifier"] == "vague" and figure["unit"] in COUNTS:
        return figure["text"]
    return number_in_words(figure)


def _subject(figure: Mapping) -> str:
    """Return the words for who or what a figure counts, or the persons that it names."""
    if figure["mention"] == NAMED:
        return f"({figure['text']})"
    if figure["unit"] not in COUNTS:  # "3.2 million euros (damage)"
        return f"({figure['counted']})" if figure["counted"] else ""
    noun = figure["counted"] or figure["unit"]
    return f"of {noun}" if takes_of(figure["text"]) else noun


def _statements(
    text: str,
    sentences: pd.DataFrame,
    figures: Sequence[dict],
    attributions: Sequence[dict],
) -> list[_Statement]:
    """Return every sentence in reading order, so that a search can find it."""
    figure_items = defaultdict(list)
    for row in figures:
        figure_items[row["sentence_id"]].append(_figure_item(row))
    attribution_items = defaultdict(list)
    for row in attributions:
        attribution_items[row["sentence_id"]].append(_attribution_item(row))
    statements = []
    ordered = sentences.sort_values("sentence_id")[["sentence_id", "start", "end"]]
    for sentence_id, start, end in ordered.to_numpy().tolist():
        words = " ".join(text[start:end].split())
        statements.append(
            _Statement(
                sentence_id,
                replace_control_characters(words),
                figure_items.get(sentence_id, []),
                attribution_items.get(sentence_id, []),
            )
        )
    return statements


def _figure_item(row: Mapping) -> _FigureItem:
    """Return a figure as the list shows it."""
    return _FigureItem(
        outcome=row["outcome"] or "",
        source_type=row["source_type"],
        fragment=row["fragment"],
        words=clean(f"{row['amount']} {row['subject']}"),
        source=source_words(row["source"]),
    )


def _attribution_item(row: Mapping) -> _AttributionItem:
    """Return an attribution as the list shows it."""
    return _AttributionItem(
        source_type=row["source_type"],
        source=source_words(row["source_name"] or row["source"]),
        cue=clean(row["cue"]),
        cue_stance=row["cue_stance"],
    )


def _write_articles(target: Path, articles: Sequence[_Article], site: Mapping[str, object]) -> None:
    """Write the page of each article, and the files with their texts."""
    for number, chunk in enumerate(_chunks(articles, ARTICLES_PER_TEXT_FILE)):
        name = f"a{number}"
        bodies = []
        for position, article in enumerate(chunk):
            bodies.append(render("article_body.html.j2", article=article, layers=LAYERS))
            write_page(
                "article.html.j2",
                target / "a" / f"{article.file}.html",
                article=article,
                data_file=name,
                position=position,
                **site,
            )
        _write_data_file(target / "data", name, bodies)


def _chunks(articles: Sequence[_Article], size: int) -> Iterator[Sequence[_Article]]:
    """Yield the articles in groups of a size; the last one may be smaller."""
    for start in range(0, len(articles), size):
        yield articles[start : start + size]


class _Codes:
    """Numbers that replace repeated names in the data files."""

    def __init__(self, collection: _Collection) -> None:
        self.outlets = _numbered(collection.outlets)
        self.events = _numbered(collection.events)
        self.source_types = _numbered(collection.source_types)
        self.outcomes = _numbered(collection.outcomes)


def _numbered(names: Iterable[str]) -> dict[str, int]:
    """Return names with their positions, and -1 for no name."""
    return {name: number for number, name in enumerate(names)} | {"": -1}


def _write_data(folder: Path, collection: _Collection) -> None:
    """Write the data of the list: articles and filters in one file, sentences in several."""
    codes = _Codes(collection)
    events = []
    for name in collection.events:
        label = collection.event_labels.get(name, name)
        events.append([replace_control_characters(name), replace_control_characters(label)])
    contents = {
        "outlets": [replace_control_characters(name) for name in collection.outlets],
        "types": collection.source_types,
        "outcomes": collection.outcomes,
        "events": events,
        "articles_per_file": ARTICLES_PER_LIST_FILE,
        "articles": [_article_data(article, codes) for article in collection.articles],
    }
    _write_data_file(folder, "list", contents)
    for number, chunk in enumerate(_chunks(collection.articles, ARTICLES_PER_LIST_FILE)):
        statements = [_statement_data(article, codes) for article in chunk]
        _write_data_file(folder, number, statements)


def _article_data(article: _Article, codes: _Codes) -> list:
    """Return an article's row in the list; ``articleRow`` in evidence.js reads it."""
    day = ""
    if article.day is not None:
        day = short_day(article.day)
    return [
        article.file,
        replace_control_characters(article.title),
        codes.outlets[article.outlet],
        day,
        codes.events[article.event_id],
        len(article.figures),
        len(article.attributions),
        sorted(codes.source_types[name] for name in article.source_types),
        sorted(codes.outcomes[name] for name in article.outcomes if name),
    ]


def _statement_data(article: _Article, codes: _Codes) -> list:
    """Return an article's sentences; ``sentenceRow`` in evidence.js reads them."""
    rows = []
    for statement in article.statements:
        figures = []
        for figure in statement.figures:
            outcome = codes.outcomes[figure.outcome]
            source_type = codes.source_types[figure.source_type]
            figures.append([outcome, source_type, figure.fragment, figure.words, figure.source])
        attributions = []
        for item in statement.attributions:
            source_type = codes.source_types[item.source_type]
            attributions.append([source_type, item.source, item.cue, item.cue_stance])
        rows.append([statement.sentence_id, statement.text, figures, attributions])
    return rows


def _write_data_file(folder: Path, name: str | int, data: object) -> None:
    """
    Write data as a script that a page on disk can load; see data.js.

    The same data give the same bytes. Characters that UTF-8 cannot encode become question marks.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    compressed = gzip.compress(text.encode("utf8", "replace"), 9, mtime=0)
    encoded = b64encode(compressed).decode("ascii")
    script = f'parallax.put({json.dumps(name)},"{encoded}");\n'
    path = folder / f"{name}.js"
    owned_files.claim(path)
    path.write_text(script, encoding="utf8")
