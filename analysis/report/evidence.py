"""
Write the evidence browser: a page an article with its spans in colour, and a list that can be filtered and searched.

In: a run's tables. Out: ``evidence/``, which opens from disk. What the list searches, and the articles with their
spans, lie in small scripts that hold packed data only and are loaded when they are needed, since a page on disk may not
fetch files. Where scripts do not run, an article's page shows its bare text. Nothing is found or judged.
"""

import gzip
import json
import re
import shutil
from base64 import b64encode
from dataclasses import dataclass, field

from markupsafe import Markup

from analysis.chart import highlighted_text, highlights
from analysis.chart.text_fitting import clean
from analysis.core import paths
from analysis.report import urls
from analysis.report.html import plain, render

__all__ = ["addresses", "write"]

_MARKED = (
    "figures",
    "attribution_spans",
    "attributions",
    "names",
    "agency",
)  # in the order of spans_of
PIECE = 50  # articles to a file of statements
PACK = 20  # articles to a file of texts with their spans
OWN = "own_voice"
# What stands beside the text need not stand in it too: a third of a page. What belongs to no attribution does not.
_BESIDE = re.compile(
    rf'(<mark class="px-(?:figure|source|cue|content|agent)") title="(?![^"]*: {highlights.UNATTACHED}")[^"]*"'
)
LAYERS = {  # label of a span: what a reader is told, and whether it is shown at first
    "source": ("who says it", True),
    "cue": ("how it is attributed", True),
    "content": ("what is attributed", True),
    "figure": ("number", True),
    "agent": ("who is said to have caused it", True),
    "name": ("chosen name", False),
    "harm": ("word of harm", False),
}


def addresses(articles, figures, attributions):
    """
    Give the address of every article, figure and attribution.

    Parameters
    ----------
    articles, figures, attributions : DataFrame
        Tables of those names; of articles, ``article_id`` is enough. Not changed.

    Returns
    -------
    dict of str to str
        Identifier to address, relative to the report's folder. An attribution leads to its sentence.
    """
    found = {a: urls.article(a) for a in articles["article_id"]}
    found |= {
        f: urls.figure(a, f)
        for a, f in zip(figures["article_id"], figures["figure_id"], strict=True)
    }
    rows = attributions[["attribution_id", "article_id", "sentence_id"]].itertuples(index=False)
    return found | {name: urls.sentence(article, number) for name, article, number in rows}


def write(folder, tables, site):
    """
    Write all pages of the browser.

    Parameters
    ----------
    folder : Path
        Of the report. An older ``evidence`` in it is replaced.
    tables : dict of str to DataFrame
        Those named in ``links.TABLES``. Not changed.
    site : dict
        What every page shows: notebooks, corpus.

    Returns
    -------
    int
        How many articles got a page.
    """
    target = folder / urls.FOLDER
    shutil.rmtree(target, ignore_errors=True)
    for inner in ("a", "data"):
        (target / inner).mkdir(parents=True)
    book = _Book(tables)
    _write_articles(target, book.entries, site)
    _write_data(target / "data", book)
    for name in ("data.js", "article.js", "evidence.js"):
        shutil.copy(paths.TEMPLATES / name, target / name)
    outlets = {}
    for entry in book.entries:
        outlets.setdefault(entry.outlet, []).append(entry)
    render("articles.html.j2", target / "all.html", outlets=dict(sorted(outlets.items())), **site)
    render("evidence.html.j2", target / "index.html", book=book, **site)
    return len(book.entries)


def _write_articles(target, entries, site):
    for number, start in enumerate(range(0, len(entries), PACK)):
        name, part = f"a{number}", entries[start : start + PACK]
        _put(
            target / "data" / f"{name}.js",
            name,
            [render("article_body.html.j2", entry=entry, layers=LAYERS) for entry in part],
        )
        for at, entry in enumerate(part):
            render(
                "article.html.j2",
                target / "a" / f"{entry.file}.html",
                entry=entry,
                pack=name,
                at=at,
                **site,
            )


@dataclass
class _Entry:
    """One article as its page shows it."""

    article_id: str
    file: str
    title: str
    outlet: str
    day: object
    place: str
    url: str
    event_id: str
    event: str
    same_as: str
    body: Markup
    bare: Markup
    figures: list
    attributions: list
    statements: list = field(repr=False)
    others: list = field(default_factory=list, repr=False)

    @property
    def same_file(self):
        """Give the page of the earlier article with the same text."""
        return urls.article_file(self.same_as)


class _Book:
    """All articles, in order of day and outlet, and the values that they can be filtered by."""

    def __init__(self, tables):
        self.marked = _parts(highlights.spans_of(*(tables[name] for name in _MARKED)))
        self.sentences = _parts(tables["sentences"])
        self.rows = {
            name: _rows(tables[name]) for name in ("figures", "attributions", "attribution_spans")
        }
        self.events = {
            e["event_id"]: clean(e["label"]) or e["event_id"] for e in _records(tables["events"])
        }
        self.entries = [
            self._entry(row) for row in sorted(_records(tables["articles"]), key=_order)
        ]
        self._join_events()
        self.outlets = sorted({e.outlet for e in self.entries})
        self.source_types = sorted(
            {s[1] for e in self.entries for _, _, fs, ats in e.statements for s in fs + ats}
        )
        self.outcomes = sorted(
            {s[0] for e in self.entries for _, _, fs, _ in e.statements for s in fs if s[0]}
        )

    def _entry(self, row):
        article_id = row["article_id"]
        own = {name: rows.get(article_id, []) for name, rows in self.rows.items()}
        marked = self.marked.get(article_id, self.marked[None])
        sentences = self.sentences.get(article_id, self.sentences[None])
        url = str(row["url"] or "").strip()
        figures, attributions = _figures(own), _attributions(own)
        return _Entry(
            row["article_id"],
            urls.article_file(row["article_id"]),
            clean(row["title"]) or row["article_id"],
            clean(row["outlet"]) or "no outlet given",
            row["published"],
            clean(row["place"]),
            url if re.match(r"https?://[^\s/]", url, re.IGNORECASE) else "",
            row["event_id"] or "",
            self.events.get(row["event_id"], row["event_id"] or ""),
            row["duplicate_of"] or "",
            _text(row, marked, sentences),
            _text(row, marked.iloc[:0], sentences),
            figures,
            attributions,
            _statements(row["text"], sentences, figures, attributions),
        )

    def _join_events(self):
        groups = {}
        for entry in self.entries:
            groups.setdefault(entry.event_id, []).append(entry)
        for entry in self.entries:
            if entry.event_id:
                entry.others = [e for e in groups[entry.event_id] if e is not entry]


def _records(table):
    return table.astype(object).where(table.notna(), None).to_dict("records")


def _rows(table):
    """Give the rows of each article as dicts."""
    found = {}
    for row in _records(table):
        found.setdefault(row["article_id"], []).append(row)
    return found


def _parts(table):
    """Give the part of a table that belongs to each article, and an empty one under None."""
    return {None: table.iloc[:0], **dict(iter(table.groupby("article_id", sort=False)))}


def _order(row):
    return (str(row["published"] or "9"), clean(row["outlet"]), str(row["article_id"]))


def _text(row, marked, sentences):
    """Write the text with its spans; on its own page a sentence is ``s3`` and a figure ``f-...``."""
    html = highlighted_text.highlighted_article(
        row, marked, legend=False, sentences=sentences, style=False
    )
    html = _BESIDE.sub(r"\1", html)
    prefix = f' id="{highlighted_text.anchor(row["article_id"])}'
    return Markup(html.replace(f"{prefix}:s", ' id="s').replace(f"{prefix}:x-", ' id="f-'))


def _figures(own):
    types = {a["attribution_id"]: a["source_type"] for a in own["attributions"]}
    rows = sorted(own["figures"], key=lambda f: f["start"])
    return [
        {
            **r,
            "fragment": urls.fragment(r["figure_id"]),
            "amount": _amount(r),
            "source_type": types.get(r["attribution_id"], "other") if r["source"] else OWN,
        }
        for r in rows
    ]


def _attributions(own):
    first = {}
    for span in own["attribution_spans"]:
        first[span["attribution_id"]] = min(
            span["start"], first.get(span["attribution_id"], span["start"])
        )
    return sorted(
        own["attributions"], key=lambda a: (a["sentence_id"], first.get(a["attribution_id"], 0))
    )


def _amount(figure):
    """Write a figure's interval in words."""
    low, high, qualifier = figure["low"], figure["high"], figure["qualifier"]
    if low is None and high is None:
        return figure["text"]
    if high is None:
        return f"{'more than' if qualifier == 'more_than' else 'at least'} {_number(low)}"
    if low is None:
        return f"{'fewer than' if qualifier == 'less_than' else 'up to'} {_number(high)}"
    if low != high:
        return f"{_number(low)} to {_number(high)}"
    return f"about {_number(low)}" if qualifier == "approx" else _number(low)


def _number(value):
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


def _statements(text, sentences, figures, attributions):
    """Give each sentence that states or attributes something: its number, its words, its figures, its attributions."""
    found = {}
    for f in figures:
        said = f"{f['amount']} {f['counted'] or f['unit']}"
        found.setdefault(f["sentence_id"], ([], []))[0].append(
            [f["outcome"] or "", f["source_type"], f["fragment"], clean(said), clean(f["source"])]
        )
    for a in attributions:
        found.setdefault(a["sentence_id"], ([], []))[1].append(
            [
                "",
                a["source_type"],
                clean(a["source_name"] or a["source"]),
                clean(a["cue"]),
                a["cue_stance"],
            ]
        )
    where = dict(
        zip(
            sentences["sentence_id"],
            zip(sentences["start"], sentences["end"], strict=True),
            strict=True,
        )
    )
    return [
        (n, plain(" ".join(text[slice(*where[n])].split())), *found[n])
        for n in sorted(found)
        if n in where
    ]


def _write_data(folder, book):
    """Write what the list is made of, with words that come often as numbers."""
    outlets = {name: i for i, name in enumerate(book.outlets)}
    types = {name: i for i, name in enumerate(book.source_types)}
    outcomes = {name: i for i, name in enumerate(book.outcomes)} | {"": -1}
    events = {
        name: i for i, name in enumerate(sorted({e.event_id for e in book.entries if e.event_id}))
    } | {"": -1}
    articles = [_listed(e, outlets, events, types, outcomes) for e in book.entries]
    labels = [
        [plain(name), plain(book.events.get(name, name))] for name, i in events.items() if i >= 0
    ]
    lists = {
        "outlets": [plain(o) for o in outlets],
        "types": list(types),
        "outcomes": list(outcomes)[:-1],
        "events": labels,
        "piece": PIECE,
        "articles": articles,
    }
    _put(folder / "list.js", "list", lists)
    for number, start in enumerate(range(0, len(book.entries), PIECE)):
        piece = [
            [
                [
                    n,
                    text,
                    [[outcomes[o], types[t], *rest] for o, t, *rest in fs],
                    [[types[t], *rest] for _, t, *rest in ats],
                ]
                for n, text, fs, ats in e.statements
            ]
            for e in book.entries[start : start + PIECE]
        ]
        _put(folder / f"{number}.js", number, piece)


def _listed(entry, outlets, events, types, outcomes):
    has_types = sorted({types[s[1]] for _, _, fs, ats in entry.statements for s in fs + ats})
    has_outcomes = sorted({outcomes[s[0]] for _, _, fs, _ in entry.statements for s in fs if s[0]})
    day = f"{entry.day:%Y-%m-%d}" if entry.day is not None else ""
    return [
        entry.file,
        plain(entry.title),
        outlets[entry.outlet],
        day,
        events[entry.event_id],
        len(entry.figures),
        len(entry.attributions),
        has_types,
        has_outcomes,
    ]


def _put(path, name, data):
    # no bare surrogate can be written as UTF-8; without a time in it, the same data give the same bytes
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf8", "replace")
    packed = b64encode(gzip.compress(words, 9, mtime=0)).decode("ascii")
    path.write_text(f'parallax.put({json.dumps(name)},"{packed}");\n', encoding="utf8")
