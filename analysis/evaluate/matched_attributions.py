"""
Matching of extracted with coded attributions, article by article.

In: two pairs of ``attributions`` and ``attribution_spans``. Out: for each measure, an array of
counts (right, extracted, coded) with a row for each article. Shares and intervals are computed in
``analysis.evaluate.agreement``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.core.tables import ROLES
from analysis.evaluate.matching import WORD, Count, Measure, Span, agree

__all__ = ["attribution_counts", "linked_attributions"]

ATTRIBUTION_FIELDS = ("source_type", "cue_stance", "kind", "source_name")
MIN_SHARED_CONTENT = 0.5  # words of both contents, over words of either

Words = set[Span]
Link = tuple[str, str]  # identifiers of a coded and an extracted attribution


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
        words = [match.span() for match in WORD.finditer(text)]
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


def linked_attributions(
    coded_spans: pd.DataFrame, extracted_spans: pd.DataFrame, articles: pd.DataFrame
) -> list[Link]:
    """
    Return which coded attributions were extracted, and as what.

    Parameters
    ----------
    coded_spans, extracted_spans : DataFrame
        ``attribution_spans`` tables of both sides.
    articles : DataFrame
        The ``articles`` table.

    Returns
    -------
    list of (str, str)
        Identifiers of a coded and an extracted attribution whose contents share enough words, and
        whose sources share one or are both empty.
    """
    coded = _spans_by_article(coded_spans)
    extracted = _spans_by_article(extracted_spans)
    links: list[Link] = []
    for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
        words = [match.span() for match in WORD.finditer(text)]
        left = _MarkedArticle(coded.get(article_id, []), words)
        right = _MarkedArticle(extracted.get(article_id, []), words)
        links += _link(left.attributions, right.attributions)
    return links


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
