"""
Match what a machine found with what a coder marked, article by article.

In: two ``figures`` tables, or two pairs of ``attributions`` and ``attribution_spans``. Out: for each measure, an
array of (right, found, coded) with a row an article. The shares and intervals are made in ``agreement``.
"""

import re
from bisect import bisect_left

import numpy as np
import pandas as pd

from analysis.core.tables import ROLES

FIGURE_FIELDS = ("qualifier", "outcome", "group", "implicit")
FIGURE_WORDS = ("counted", "source", "agent")
ATTRIBUTION_FIELDS = ("source_type", "cue_stance", "kind", "source_name")
_SAME_CONTENT = 0.5  # words of both over words of either
_WORD = re.compile(r"\w+")


def agree(a, b):
    """
    Say whether two wordings agree.

    Parameters
    ----------
    a, b : str or null

    Returns
    -------
    bool
        The same words, or whole words of one inside the other, case and marks aside; two empty ones agree.
    """
    a, b = (
        f" {' '.join(_WORD.findall(s.lower()))} " if isinstance(s, str) else "  " for s in (a, b)
    )
    if not a.strip() or not b.strip():
        return a.strip() == b.strip()
    return a in b or b in a


def same(a, b):
    """Say whether two values are equal; two nulls are."""
    return bool(a == b or (pd.isna(a) and pd.isna(b)))


def match_figures(coded, found, articles):
    """
    Match figures one to one.

    Parameters
    ----------
    coded, found : DataFrame
        ``figures`` tables.
    articles : list of str
        Articles to match in.

    Returns
    -------
    DataFrame
        ``article_id``, ``coded``, ``found`` (the two ``figure_id``).
    """
    rows = []
    machine = dict(list(found.groupby("article_id", sort=False)))
    for key, sheet in coded[coded["article_id"].isin(articles)].groupby("article_id", sort=False):
        free = machine[key].to_dict("records") if key in machine else []
        for figure in sheet.to_dict("records"):
            hit = next((f for f in free if _same_number(figure, f)), None)
            if hit is not None:
                free.remove(hit)
                rows.append(
                    {"article_id": key, "coded": figure["figure_id"], "found": hit["figure_id"]}
                )
    return pd.DataFrame(rows, columns=["article_id", "coded", "found"])


def _same_number(a, b):
    overlap = a["start"] < b["end"] and b["start"] < a["end"]
    return overlap and same(a["low"], b["low"]) and same(a["high"], b["high"])


def figure_counts(coded, found, articles):
    """
    Count figures found, right and coded in each article.

    Parameters
    ----------
    coded, found : DataFrame
        ``figures`` tables.
    articles : list of str
        Every article that was coded.

    Returns
    -------
    dict of (str, str) to array, shape (n_articles, 3)
        By measure and part: right, found, coded. For accuracy, found are the matched ones.
    """
    coded, found = (t[t["article_id"].isin(articles)] for t in (coded, found))
    pairs = match_figures(coded, found, articles)
    left = coded.set_index("figure_id").loc[pairs["coded"]].reset_index(drop=True)
    right = found.set_index("figure_id").loc[pairs["found"]].reset_index(drop=True)

    def count(of_left, of_found, of_coded):
        return np.column_stack(
            [
                _per_article(t, mask, articles)
                for t, mask in ((left, of_left), (found, of_found), (coded, of_coded))
            ]
        )

    counts = {
        ("found", part): count(test(left), test(found), test(coded))
        for part, test in _PARTS.items()
    }
    record = _equal(left, right, "qualifier") & _equal(left, right, "outcome")
    counts["record", "all"] = count(record, _all(found), _all(coded))
    for part in ("source", "agent"):
        said = left[part].notna() & right[part].notna() & _wording(left, right, part)
        counts["attribution", part] = count(said, found[part].notna(), coded[part].notna())
    for name in (*FIGURE_FIELDS, *FIGURE_WORDS):
        correct = (
            _equal(left, right, name) if name in FIGURE_FIELDS else _wording(left, right, name)
        )
        matched = _per_article(left, _all(left), articles)
        counts["accuracy", name] = np.column_stack(
            [_per_article(left, correct, articles), matched, matched]
        )
    return counts


def _all(table):
    return pd.Series(data=True, index=table.index)


_PARTS = {
    "all": _all,
    "explicit": lambda t: ~t["implicit"] & (t["qualifier"] != "vague"),
    "vague": lambda t: t["qualifier"] == "vague",
    "implicit": lambda t: t["implicit"],
}


def _equal(left, right, column):
    return _compare(left, right, column, same)


def _wording(left, right, column):
    return _compare(left, right, column, agree)


def _compare(left, right, column, rule):
    values = [rule(a, b) for a, b in zip(left[column], right[column], strict=True)]
    return pd.Series(values, index=left.index, dtype=bool)


def _per_article(table, mask, articles):
    return (
        table.loc[mask.to_numpy(dtype=bool), "article_id"]
        .value_counts()
        .reindex(articles, fill_value=0)
        .to_numpy()
    )


def attribution_counts(coded, coded_spans, found, found_spans, articles):
    """
    Count attributed words, spans and links in each article.

    Parameters
    ----------
    coded, coded_spans, found, found_spans : DataFrame
        ``attributions`` and ``attribution_spans`` tables of both sides.
    articles : DataFrame
        The ``articles`` table.

    Returns
    -------
    dict of (str, str) to array, shape (n_articles, 3)
        As ``figure_counts``.
    """
    keys = [("word", r) for r in ROLES] + [("exact", r) for r in ROLES] + [("linked", "all")]
    keys += [("accuracy", name) for name in ATTRIBUTION_FIELDS]
    counts = {key: np.zeros((len(articles), 3), int) for key in keys}
    facts = [t.set_index("attribution_id").to_dict("index") for t in (coded, found)]
    sides = [dict(list(t.groupby("article_id", sort=False))) for t in (coded_spans, found_spans)]
    for row, (key, text) in enumerate(zip(articles["article_id"], articles["text"], strict=True)):
        words = [m.span() for m in _WORD.finditer(text)]
        spans = [side.get(key) for side in sides]
        for role in ROLES:
            counts["exact", role][row] = _overlap(*(_ends(s, role) for s in spans))
            counts["word", role][row] = _overlap(*(_covered(_ends(s, role), words) for s in spans))
        groups = [_grouped(s, words) for s in spans]
        links = _link(*groups)
        counts["linked", "all"][row] = (len(links), len(groups[1]), len(groups[0]))
        for name in ATTRIBUTION_FIELDS:
            counts["accuracy", name][row] = _fields_right(links, facts, name)
    return counts


def _overlap(coded, found):
    return len(coded & found), len(found), len(coded)


def _ends(spans, role):
    if spans is None:
        return set()
    own = spans[spans["role"] == role]
    return set(zip(own["start"].tolist(), own["end"].tolist(), strict=True))


def _covered(ends, words):
    # a word belongs to a span that it begins in; words are in order
    starts = [w[0] for w in words]
    return {w for s, e in ends for w in words[bisect_left(starts, s) : bisect_left(starts, e)]}


def _grouped(spans, words):
    """Words of each part of each attribution that has content."""
    if spans is None:
        return {}
    groups = {
        key: {role: _covered(_ends(g, role), words) for role in ROLES}
        for key, g in spans.groupby("attribution_id", sort=False)
    }
    return {key: parts for key, parts in groups.items() if parts["content"]}


def _link(coded, found):
    links, used = [], set()
    for key, ours in coded.items():
        hit = next(
            (k for k, theirs in found.items() if k not in used and _same_attribution(ours, theirs)),
            None,
        )
        if hit is not None:
            used.add(hit)
            links.append((key, hit))
    return links


def _same_attribution(a, b):
    both, either = a["content"] & b["content"], a["content"] | b["content"]
    sources = bool(a["source"] & b["source"]) or not (a["source"] or b["source"])
    return sources and len(both) >= _SAME_CONTENT * len(either)


def _fields_right(links, facts, name):
    """Right and all of linked attributions for which the sheet has the field."""
    judged = [(facts[0].get(a, {}).get(name), facts[1].get(b, {}).get(name)) for a, b in links]
    judged = [(a, b) for a, b in judged if isinstance(a, str)]
    right = sum(agree(a, b) if name == "source_name" else a == b for a, b in judged)
    return right, len(judged), len(judged)
