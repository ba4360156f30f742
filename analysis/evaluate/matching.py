"""
Matching of what was extracted with what a coder marked, article by article.

In: two ``figures`` tables, or two pairs of ``attributions`` and ``attribution_spans``. Out: for
each measure, an array of counts (right, extracted, coded) with a row for each article. Shares and
intervals are computed in ``analysis.evaluate.agreement``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.core.tables import ROLES

__all__ = ["agree", "attribution_counts", "figure_counts", "match_figures"]

FIGURE_FIELDS = ("qualifier", "outcome", "group", "implicit")
FIGURE_WORDINGS = ("counted", "source", "agent")
ATTRIBUTION_FIELDS = ("source_type", "cue_stance", "kind", "source_name")
MIN_SHARED_CONTENT = 0.5  # words of both contents, over words of either
_WORD = re.compile(r"\w+")

Span = tuple[int, int]  # start and end, in characters
Words = set[Span]
Measure = tuple[str, str]  # a measure and a part of it: ("word", "source")
Count = tuple[int, int, int]  # right, extracted, coded
Link = tuple[str, str]  # identifiers of a coded and an extracted attribution


def agree(first: object, second: object) -> bool:
    """
    Return whether two wordings agree.

    Parameters
    ----------
    first, second : str or null

    Returns
    -------
    bool
        True if they have the same words, or if one is a run of whole words of the other. Case and
        punctuation are ignored. Two empty wordings agree.
    """
    words, other_words = _padded_words(first), _padded_words(second)
    if not words or not other_words:
        return words == other_words
    return words in other_words or other_words in words


def _padded_words(text: object) -> str:
    """Return the words of a text in lower case, with a space around each; "" without words."""
    if not isinstance(text, str):
        return ""
    words = _WORD.findall(text.lower())
    if not words:
        return ""
    return f" {' '.join(words)} "


def _same(first: object, second: object) -> bool:
    """Return whether two values are equal; two nulls are."""
    return bool(first == second or (pd.isna(first) and pd.isna(second)))


def match_figures(
    coded: pd.DataFrame, extracted: pd.DataFrame, articles: Sequence[str]
) -> pd.DataFrame:
    """
    Match figures one to one: number spans that overlap, with equal bounds.

    Parameters
    ----------
    coded, extracted : DataFrame
        ``figures`` tables.
    articles : sequence of str
        Articles whose figures are matched.

    Returns
    -------
    DataFrame
        ``article_id``, ``coded``, ``found``: the two ``figure_id`` of each pair.
    """
    unmatched = _records_by_article(extracted)
    pairs = []
    for article_id, figures in _records_by_article(coded).items():
        if article_id not in articles:
            continue
        candidates = unmatched.get(article_id, [])
        for figure in figures:
            match = _first_match(figure, candidates)
            if match is not None:
                candidates.remove(match)
                pairs.append((article_id, figure["figure_id"], match["figure_id"]))
    return pd.DataFrame(pairs, columns=["article_id", "coded", "found"])


def _records_by_article(figures: pd.DataFrame) -> dict[str, list[dict]]:
    """Return the rows of each article as dicts, articles in order of first appearance."""
    groups: dict[str, list[dict]] = {}
    for row in figures.to_dict("records"):
        groups.setdefault(row["article_id"], []).append(row)
    return groups


def _first_match(figure: Mapping, candidates: Sequence[dict]) -> dict | None:
    """Return the first candidate that states the same number at the same place."""
    for candidate in candidates:
        overlaps = candidate["start"] < figure["end"] and figure["start"] < candidate["end"]
        same_low = _same(figure["low"], candidate["low"])
        if overlaps and same_low and _same(figure["high"], candidate["high"]):
            return candidate
    return None


def figure_counts(
    coded: pd.DataFrame, extracted: pd.DataFrame, articles: Sequence[str]
) -> dict[Measure, np.ndarray]:
    """
    Count the figures that are right, extracted and coded in each article.

    Parameters
    ----------
    coded, extracted : DataFrame
        ``figures`` tables.
    articles : sequence of str
        Every coded article.

    Returns
    -------
    dict of (str, str) to array, shape (n_articles, 3)
        Right, extracted and coded, by measure and part. For the measure accuracy, both the
        extracted and the coded are the matched figures.
    """
    coded = coded.loc[coded["article_id"].isin(articles)]
    extracted = extracted.loc[extracted["article_id"].isin(articles)]
    pairs = match_figures(coded, extracted, articles)
    matches = _MatchedFigures(
        _rows(coded, pairs["coded"]),
        _rows(extracted, pairs["found"]),
    )

    def count(right: np.ndarray, of_extracted: np.ndarray, of_coded: np.ndarray) -> np.ndarray:
        return np.column_stack(
            [
                _per_article(matches.coded, right, articles),
                _per_article(extracted, of_extracted, articles),
                _per_article(coded, of_coded, articles),
            ]
        )

    counts = {}
    for part, belongs in _PARTS.items():
        counts["found", part] = count(belongs(matches.coded), belongs(extracted), belongs(coded))
    record = matches.equal("qualifier") & matches.equal("outcome")
    counts["record", "all"] = count(record, _all(extracted), _all(coded))
    for part in ("source", "agent"):
        given = _given(matches.coded, part) & _given(matches.extracted, part)
        right = given & matches.agree(part)
        counts["attribution", part] = count(right, _given(extracted, part), _given(coded, part))
    matched = _per_article(matches.coded, _all(matches.coded), articles)
    for field, right in matches.fields_right().items():
        n_right = _per_article(matches.coded, right, articles)
        counts["accuracy", field] = np.column_stack([n_right, matched, matched])
    return counts


def _rows(figures: pd.DataFrame, ids: Iterable[str]) -> pd.DataFrame:
    """Return the figures with these identifiers, in their order."""
    return figures.set_index("figure_id").loc[list(ids)].reset_index(drop=True)


@dataclass(frozen=True)
class _MatchedFigures:
    """Matched figures: row by row, what was coded and what was extracted."""

    coded: pd.DataFrame
    extracted: pd.DataFrame

    def equal(self, column: str) -> np.ndarray:
        """Return in which rows a column is equal."""
        return self._compare(column, _same)

    def agree(self, column: str) -> np.ndarray:
        """Return in which rows a wording agrees."""
        return self._compare(column, agree)

    def fields_right(self) -> dict[str, np.ndarray]:
        """Return in which rows each field is right."""
        equal = {field: self.equal(field) for field in FIGURE_FIELDS}
        return equal | {field: self.agree(field) for field in FIGURE_WORDINGS}

    def _compare(self, column: str, rule: Callable[[object, object], bool]) -> np.ndarray:
        values = zip(self.coded[column], self.extracted[column], strict=True)
        return np.array([rule(coded, extracted) for coded, extracted in values], dtype=bool)


# Masks: for each figure, whether it belongs to a part.
def _all(figures: pd.DataFrame) -> np.ndarray:
    return np.ones(len(figures), dtype=bool)


def _explicit(figures: pd.DataFrame) -> np.ndarray:
    return ~_implicit(figures) & ~_vague(figures)


def _vague(figures: pd.DataFrame) -> np.ndarray:
    return figures["qualifier"].eq("vague").to_numpy(dtype=bool)


def _implicit(figures: pd.DataFrame) -> np.ndarray:
    return figures["implicit"].to_numpy(dtype=bool)


def _given(figures: pd.DataFrame, column: str) -> np.ndarray:
    return figures[column].notna().to_numpy(dtype=bool)


_PARTS = {"all": _all, "explicit": _explicit, "vague": _vague, "implicit": _implicit}


def _per_article(table: pd.DataFrame, mask: np.ndarray, articles: Sequence[str]) -> np.ndarray:
    """Count the rows of each article for which the mask is true."""
    ids = table["article_id"].to_numpy()[mask]
    return pd.Series(ids).value_counts().reindex(articles, fill_value=0).to_numpy()


def attribution_counts(
    coded: pd.DataFrame,
    coded_spans: pd.DataFrame,
    extracted: pd.DataFrame,
    extracted_spans: pd.DataFrame,
    articles: pd.DataFrame,
) -> dict[Measure, np.ndarray]:
    """
    Count the attributed words, spans and attributions that are right in each article.

    Parameters
    ----------
    coded, coded_spans, extracted, extracted_spans : DataFrame
        ``attributions`` and ``attribution_spans`` tables of both sides.
    articles : DataFrame
        The ``articles`` table.

    Returns
    -------
    dict of (str, str) to array, shape (n_articles, 3)
        See ``figure_counts``.
    """
    coded_facts = coded.set_index("attribution_id").to_dict("index")
    extracted_facts = extracted.set_index("attribution_id").to_dict("index")
    coded_by_article = _spans_by_article(coded_spans)
    extracted_by_article = _spans_by_article(extracted_spans)
    rows = []
    for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
        words = [match.span() for match in _WORD.finditer(text)]
        left = _MarkedArticle(coded_by_article.get(article_id, []), words)
        right = _MarkedArticle(extracted_by_article.get(article_id, []), words)
        row = _span_counts(left, right)
        links = _link(left.attributions, right.attributions)
        row["linked", "all"] = (len(links), len(right.attributions), len(left.attributions))
        row["statement", "all"] = _statement_counts(left, right)
        for field in ATTRIBUTION_FIELDS:
            row["accuracy", field] = _field_counts(links, coded_facts, extracted_facts, field)
        rows.append(row)
    return _stack(rows)


@dataclass(frozen=True)
class _AttributionSpan:
    """One row of ``attribution_spans``."""

    attribution_id: str | None
    role: str
    span: Span


def _spans_by_article(spans: pd.DataFrame) -> dict[str, list[_AttributionSpan]]:
    """Return the spans of each article."""
    groups: dict[str, list[_AttributionSpan]] = {}
    for row in spans.to_dict("records"):
        name = row["attribution_id"]
        if not isinstance(name, str):  # a span in no attribution
            name = None
        span = _AttributionSpan(name, row["role"], (row["start"], row["end"]))
        groups.setdefault(row["article_id"], []).append(span)
    return groups


class _MarkedArticle:
    """
    One side's spans in an article.

    Attributes
    ----------
    spans, words : dict of str to set of Span
        By role: the spans, and the words that begin in one.
    attributions : dict of str to dict of str to set of Span
        For each attribution with content, its words by role.
    """

    def __init__(self, marked: Sequence[_AttributionSpan], words: Sequence[Span]) -> None:
        word_starts = [start for start, _ in words]
        self.spans = _by_role()
        self.words = _by_role()
        groups: dict[str, dict[str, Words]] = {}
        for item in marked:
            start, end = item.span
            covered = words[bisect_left(word_starts, start) : bisect_left(word_starts, end)]
            self.spans[item.role].add(item.span)
            self.words[item.role].update(covered)
            if item.attribution_id is not None:
                group = groups.setdefault(item.attribution_id, _by_role())
                group[item.role].update(covered)
        self.attributions = {name: group for name, group in groups.items() if group["content"]}


def _by_role() -> dict[str, Words]:
    """Return an empty set for each role."""
    return {role: set() for role in ROLES}


def _span_counts(coded: _MarkedArticle, extracted: _MarkedArticle) -> dict[Measure, Count]:
    """Count words and exact spans of each role in one article."""
    counts = {}
    for role in ROLES:
        counts["word", role] = _overlap(coded.words[role], extracted.words[role])
        counts["exact", role] = _overlap(coded.spans[role], extracted.spans[role])
    return counts


def _overlap(coded: Words, extracted: Words) -> Count:
    return len(coded & extracted), len(extracted), len(coded)


def _link(coded: Mapping[str, dict], extracted: Mapping[str, dict]) -> list[Link]:
    """Match attributions one to one, in the order of the coded ones."""
    links = []
    unmatched = dict(extracted)
    for coded_id, words in coded.items():
        for extracted_id, other_words in unmatched.items():
            if _same_attribution(words, other_words):
                links.append((coded_id, extracted_id))
                del unmatched[extracted_id]
                break
    return links


def _statement_counts(coded: _MarkedArticle, extracted: _MarkedArticle) -> Count:
    """Count the extracted attributions where one was coded, with whatever source and ends."""
    n_marked = sum(
        any(_same_statement(one, other) for other in coded.attributions.values())
        for one in extracted.attributions.values()
    )
    n_extracted = len(extracted.attributions)
    return n_marked, n_extracted, n_extracted


def _same_statement(first: Mapping[str, Words], second: Mapping[str, Words]) -> bool:
    """Return whether two cues share a word, or two contents enough of them."""
    return bool(first["cue"] & second["cue"]) or _same_content(first, second)


def _same_content(first: Mapping[str, Words], second: Mapping[str, Words]) -> bool:
    shared = first["content"] & second["content"]
    return len(shared) >= MIN_SHARED_CONTENT * len(first["content"] | second["content"])


def _same_attribution(first: Mapping[str, Words], second: Mapping[str, Words]) -> bool:
    """Return whether contents share enough words, and sources share one or are both empty."""
    if not _same_content(first, second):
        return False
    if not first["source"] and not second["source"]:
        return True
    return bool(first["source"] & second["source"])


def _field_counts(
    links: Sequence[Link],
    coded: Mapping[str, dict],
    extracted: Mapping[str, dict],
    field: str,
) -> Count:
    """Count the linked attributions whose field is right, of those for which it was coded."""
    right = total = 0
    for coded_id, extracted_id in links:
        expected = coded.get(coded_id, {}).get(field)
        if not isinstance(expected, str):
            continue
        value = extracted.get(extracted_id, {}).get(field)
        total += 1
        if field == "source_name":
            right += agree(expected, value)
        else:
            right += expected == value
    return right, total, total


def _stack(rows: Sequence[dict[Measure, Count]]) -> dict[Measure, np.ndarray]:
    """Turn the counts of each article into one array for each measure."""
    words: list[Measure] = [("word", role) for role in ROLES]
    spans: list[Measure] = [("exact", role) for role in ROLES]
    fields: list[Measure] = [("accuracy", field) for field in ATTRIBUTION_FIELDS]
    counts = {}
    for measure in [*words, *spans, ("linked", "all"), ("statement", "all"), *fields]:
        by_article = [row[measure] for row in rows]
        counts[measure] = np.array(by_article, dtype=int).reshape(-1, 3)
    return counts
