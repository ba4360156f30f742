"""
Long articles of news: sentences of the sample corpus in random order, with other numbers and names.

In: a number of words. Out: a text, and the tagger's labels for it. Every name and number is
replaced by one of as many characters, so the labels that the tagger gave a sentence stay at their
places and need not be made again: the stages without the model are measured in seconds.
"""

import calendar
import random
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import pandas as pd

from analysis import load
from analysis.annotate import tagger_model
from analysis.annotate.sentences import split_sentences
from analysis.annotate.tagger_model import TaggerOutput
from analysis.core import paths, tables
from analysis.core.stop_words import english_stop_words
from analysis.extract.parties.gazetteer import project_gazetteer

__all__ = ["one_article", "varied_news"]

SENTENCES_OF_A_PARAGRAPH = 4
SENTENCES_OF_A_PASSAGE = 60  # in which a name stays the same
SHARE_OF_PLACES = 0.25  # of the unknown names that become places of the gazetteer
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_PLACES = ("country", "place")
_CALENDAR = {*calendar.day_name, *calendar.month_name}


class _Sentence(NamedTuple):
    """A sentence of the sample, and the labels inside it, from the sentence's start."""

    text: str
    spans: list[dict]
    links: list[dict]
    numbers: list[dict]


def one_article(text: str, article_id: str = "a") -> pd.DataFrame:
    """Return the ``articles`` table of one text without a title."""
    row = {
        "article_id": article_id,
        "corpus": "long",
        "outlet": "A",
        "published": pd.Timestamp("2020-01-01"),
        "title": None,
        "text": text,
        "n_words": len(text.split()),
    }
    return tables.make([row], tables.ARTICLES)


def varied_news(words: int, seed: int = 0) -> tuple[str, TaggerOutput]:
    """
    Return a long text in which hardly a sentence comes twice, and the tagger's labels for it.

    Parameters
    ----------
    words : int
        The text ends with the paragraph that reaches so many.
    seed : int
        Of the order of the sentences, of names and of numbers.

    Returns
    -------
    text : str
    labels : TaggerOutput
        Those that the tagger gives each sentence where it is in the sample; links that lead from
        one sentence to another are left out.
    """
    rng = random.Random(seed)
    sentences = _sample_sentences()
    order: list[_Sentence] = []
    names: dict[str, str] = {}
    text: list[str] = []
    labels: tuple[list[dict], list[dict], list[dict]] = ([], [], [])
    n_words = 0
    n_sentences = 0
    offset = 0
    while n_words < words or n_sentences % SENTENCES_OF_A_PARAGRAPH:
        if not order:
            order = rng.sample(sentences, len(sentences))
        if n_sentences % SENTENCES_OF_A_PASSAGE == 0:
            names = {}
        sentence = order.pop()
        changed = _with_other_names(sentence.text, names, rng)
        _add_labels(labels, sentence, offset, n_sentences)
        n_sentences += 1
        gap = " " if n_sentences % SENTENCES_OF_A_PARAGRAPH else "\n\n"
        text.append(changed + gap)
        offset += len(changed) + len(gap)
        n_words += len(changed.split())
    spans, links, numbers = labels
    return "".join(text), TaggerOutput(
        tables.make(spans, tables.TAGGER_SPANS),
        tables.make(links, tables.TAGGER_LINKS),
        tables.make(numbers, tables.TAGGER_NUMBERS),
    )


@cache
def _sample_sentences() -> list[_Sentence]:
    """Return the sentences of the sample corpus that hold a full stop, with their labels."""
    articles = load.read(paths.SAMPLE / "articles.jsonl").articles
    labels = tagger_model.label_articles(articles, threads=1)
    spans_of = _by_article(labels.spans)
    links_of = _by_article(labels.links)
    number_of = {row["span_id"]: row for row in labels.numbers.to_dict("records")}
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    found = []
    for row in split_sentences(articles).to_dict("records"):
        article_id, start, end = row["article_id"], row["start"], row["end"]
        text = texts[article_id][start:end]
        if not text.rstrip("\"'\u201d").endswith("."):
            continue
        spans = _inside(spans_of.get(article_id, []), start, end)
        ids = {span["span_id"] for span in spans}
        links = [
            link
            for link in links_of.get(article_id, [])
            if link["from_id"] in ids and link["to_id"] in ids
        ]
        numbers = [number_of[span_id] for span_id in sorted(ids) if span_id in number_of]
        found.append(_Sentence(text, spans, links, numbers))
    return found


def _by_article(table: pd.DataFrame) -> dict[str, list[dict]]:
    rows: dict[str, list[dict]] = {}
    for row in table.to_dict("records"):
        rows.setdefault(row["article_id"], []).append(row)
    return rows


def _inside(spans: Sequence[dict], start: int, end: int) -> list[dict]:
    """Return the spans in a sentence, from its start."""
    found = []
    for span in spans:
        if start <= span["start"] and span["end"] <= end:
            moved = {"start": span["start"] - start, "end": span["end"] - start}
            found.append({**span, **moved})
    return found


def _add_labels(
    labels: tuple[list[dict], list[dict], list[dict]],
    sentence: _Sentence,
    offset: int,
    number: int,
) -> None:
    """Add the labels of a sentence that begins at a character of the text."""

    def new_id(old: str) -> str:
        return f"{old}+{number}"

    spans, links, numbers = labels
    for span in sentence.spans:
        place = {"start": span["start"] + offset, "end": span["end"] + offset}
        spans.append({**span, **place, "article_id": "a", "span_id": new_id(span["span_id"])})
    for link in sentence.links:
        ends = {"from_id": new_id(link["from_id"]), "to_id": new_id(link["to_id"])}
        links.append({**link, **ends, "article_id": "a"})
    for row in sentence.numbers:
        numbers.append({**row, "span_id": new_id(row["span_id"])})


def _with_other_names(text: str, names: dict[str, str], rng: random.Random) -> str:
    """Replace numbers and names; ``names`` holds those of the passage, and is added to."""

    def name(match: re.Match[str]) -> str:
        old = match[0]
        if match.start() <= 1 and old not in _kind_of_place():  # any word begins with a capital
            return old
        if old not in names:
            names[old] = _other_name(old, rng)
        return names[old]

    return _NAME.sub(name, _NUMBER.sub(lambda match: other_number(match[0], rng), text))


def other_number(digits: str, rng: random.Random) -> str:
    """Return a number of as many digits."""
    first = rng.choice("123456789")
    return first + "".join(rng.choice("0123456789") for _ in digits[1:])


def _other_name(name: str, rng: random.Random) -> str:
    """Return another name of as many characters; the word itself if it is no name."""
    places = _places_by_length()
    known = _kind_of_place().get(name)
    if known is None and _is_word(name):
        return name
    alike = places.get((known or ("country", "name"), len(name)), [])
    if alike and (known is not None or rng.random() < SHARE_OF_PLACES):
        return rng.choice(alike)
    if known is not None:
        return name
    letters = [rng.choice("aeiou" if i % 2 else "bdfgklmnprstvz") for i in range(len(name))]
    return "".join(letters).capitalize()


@cache
def _is_word(name: str) -> bool:
    """Whether a word is in a dictionary, as those of offices are, in the calendar, or common."""
    import lemminflect

    if name in _CALENDAR or name.lower() in english_stop_words():
        return True
    return bool(lemminflect.getAllLemmas(name.lower()))


@cache
def _kind_of_place() -> Mapping[str, tuple[str, str]]:
    """Return kind and form of each name of a place that is one word."""
    found = {}
    for name in project_gazetteer().names:
        if name.kind in _PLACES and _NAME.fullmatch(name.words):
            found[name.words] = (name.kind, name.form)
    return found


@cache
def _places_by_length() -> Mapping[tuple[tuple[str, str], int], list[str]]:
    found: dict[tuple[tuple[str, str], int], list[str]] = {}
    for words, kind in _kind_of_place().items():
        found.setdefault((kind, len(words)), []).append(words)
    return found
