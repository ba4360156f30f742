"""
Matching of extracted with coded figures, article by article.

In: two ``figures`` tables. Out: for each measure, an array of counts (right, extracted, coded) with
a row for each article. Shares and intervals are computed in ``analysis.evaluate.agreement``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

__all__ = ["agree", "figure_counts", "match_figures"]

FIGURE_FIELDS = ("qualifier", "outcome", "group", "implicit")
FIGUREWORDINGS = ("counted", "source", "agent")
WORD = re.compile(r"\w+")

Span = tuple[int, int]  # start and end, in characters
Measure = tuple[str, str]  # a measure and a part of it: ("word", "source")
Count = tuple[int, int, int]  # right, extracted, coded


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
    words = WORD.findall(text.lower())
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
        return equal | {field: self.agree(field) for field in FIGUREWORDINGS}

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
