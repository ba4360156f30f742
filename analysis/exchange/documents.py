"""
The marks of articles, as every format has them.

In: the tables of a run. Out: one ``Document`` for each article with its marks and links. A mark is
known by its place, kind and characters: programs renumber what they save, but keep places.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

import pandas as pd

from analysis.corrections.places import spans_of
from analysis.exchange.kinds import CONTINUES, HAS_CUE, HAS_SOURCE, KINDS
from analysis.exchange.plain_text import plain_text

__all__ = ["Coding", "Document", "Link", "Mark", "Place", "documents_of"]

Place = tuple[str, int, int]
"""Kind of a mark, and its characters from start to end, which is not included."""

_TABLES = {"figure": "figures", "party": "parties", "target": "targets"}
_ABOUT = ("title", "outlet", "published", "url")


@dataclass(frozen=True)
class Mark:
    """
    A labelled span.

    Attributes
    ----------
    place : Place
    values : dict of str to str
        As written in a file of corrections; a column without a value is left out.
    """

    place: Place
    values: dict[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The label."""
        return self.place[0]

    @property
    def start(self) -> int:
        """The first character."""
        return self.place[1]

    @property
    def end(self) -> int:
        """The character after the last."""
        return self.place[2]


@dataclass(frozen=True, order=True)
class Link:
    """A named relation, one of ``kinds.LINKS``, from one mark to another."""

    name: str
    origin: Place
    target: Place


@dataclass(frozen=True)
class Document:
    """
    An article as it is exported.

    Attributes
    ----------
    article_id : str
    text : str
        See ``plain_text``; of the same length as the text of the article.
    about : dict of str to str
        Title, outlet, day and address, where they are known.
    marks : list of Mark
        In the order of the text.
    links : list of Link
    """

    article_id: str
    text: str
    about: dict[str, str] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def words(self, place: Place) -> str:
        """Return the words of a mark, on one line."""
        return " ".join(self.text[place[1] : place[2]].split())

    def readings(self) -> str:
        """Return a digest of text and marks: it tells whether a run reads the article alike."""
        marks = [[*mark.place, sorted(mark.values.items())] for mark in self.marks]
        links = [[link.name, link.origin, link.target] for link in sorted(self.links)]
        content = json.dumps([self.text, marks, links])
        return sha256(content.encode("ascii")).hexdigest()[:16]


@dataclass(frozen=True)
class Coding:
    """
    What a person left of the marks of an article.

    Attributes
    ----------
    article_id : str
    marks : list of Mark
    links : list of Link or None
        None where the file has no links at all, because a program does not save them.
    coder, day : str or None
        Who coded, and on which day (2024-03-05), where the file tells.
    readings : str or None
        Digest of the document that was exported, where the file still has it.
    text : str or None
        The text that the offsets count in, where the file has it.
    notes : list of str
        What could not be read.
    """

    article_id: str
    marks: list[Mark]
    links: list[Link] | None = None
    coder: str | None = None
    day: str | None = None
    readings: str | None = None
    text: str | None = None
    notes: list[str] = field(default_factory=list)


def documents_of(frames: Mapping[str, pd.DataFrame]) -> list[Document]:
    """
    Return every article with its marks.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        The tables of a run: ``articles``, ``figures``, ``attributions``, ``attribution_spans``,
        ``parties`` and ``targets``. Not changed.

    Returns
    -------
    list of Document
        In the order of the articles. Of two rows of one kind with the same characters the first is
        taken. Sources and cues that belong to no attribution are left out.
    """
    marks: dict[str, dict[Place, Mark]] = {}
    for kind, table in _TABLES.items():
        for article_id, mark in _marks(frames[table], kind):
            marks.setdefault(article_id, {}).setdefault(mark.place, mark)
    links = _attributions(frames, marks)
    documents = []
    for row in frames["articles"].to_dict("records"):
        article_id = row["article_id"]
        of_article = marks.get(article_id, {}).values()
        ordered = sorted(of_article, key=lambda mark: (mark.start, -mark.end, mark.kind))
        of_links = sorted(links.get(article_id, ()))
        text = plain_text(row["text"])
        documents.append(Document(article_id, text, _about(row), ordered, of_links))
    return documents


def _about(row: Mapping[str, object]) -> dict[str, str]:
    found = {}
    for name in _ABOUT:
        value = row.get(name)
        if isinstance(value, pd.Timestamp) and not pd.isna(value):
            found[name] = f"{value:%Y-%m-%d}"
        elif isinstance(value, str):
            found[name] = plain_text(value)
    return found


def _marks(rows: pd.DataFrame, kind: str) -> Iterable[tuple[str, Mark]]:
    """Yield the article and the mark of each row."""
    for row in rows.to_dict("records"):
        place = (kind, int(row["start"]), int(row["end"]))
        yield row["article_id"], Mark(place, _values(row, kind))


def _values(row: Mapping[str, object], kind: str) -> dict[str, str]:
    values = {}
    for name in KINDS[kind].values:
        value = row[name]
        if isinstance(value, str):
            values[name] = " ".join(plain_text(value).split())
        elif isinstance(value, float) and not pd.isna(value):
            values[name] = str(int(value)) if value.is_integer() else repr(float(value))
    return values


def _attributions(
    frames: Mapping[str, pd.DataFrame], marks: dict[str, dict[Place, Mark]]
) -> dict[str, list[Link]]:
    """Add contents, sources and cues to the marks, and return what joins them."""
    spans_by_id = dict(iter(frames["attribution_spans"].groupby("attribution_id")))
    has_content = spans_of("attributions", frames)["start"].notna()
    links: dict[str, list[Link]] = {}
    for row in frames["attributions"].loc[has_content].to_dict("records"):
        places: dict[str, list[Place]] = {"content": [], "source": [], "cue": []}
        spans = spans_by_id[row["attribution_id"]].sort_values(["start", "end"])
        for role, start, end in zip(spans["role"], spans["start"], spans["end"], strict=True):
            places[role].append((role, int(start), int(end)))
        of_article = marks.setdefault(row["article_id"], {})
        first, *later = places["content"]
        if first in of_article:
            continue
        of_article[first] = Mark(first, _values(row, "content"))
        for place in (*later, *places["source"], *places["cue"]):
            of_article.setdefault(place, Mark(place))
        found = links.setdefault(row["article_id"], [])
        found += [Link(CONTINUES, place, first) for place in later]
        found += [Link(HAS_SOURCE, first, place) for place in places["source"]]
        found += [Link(HAS_CUE, first, place) for place in places["cue"]]
    return links
