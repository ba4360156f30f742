"""
One shape for figures as reported, whether a machine read them from articles or a person coded them.

In: ``claims``, or ``figures`` with ``articles``. Out: ``REPORTS``, which ``spread`` and ``travel`` read.
A number is what an outlet printed; whether it is right is not asked.
Also here: what vague words stand for, and which reports rest on one source or text, so are not independent.
"""

import re
from itertools import combinations

import numpy as np
import pandas as pd
from rapidfuzz import fuzz

from analysis.compare.responsible import responsible_parties
from analysis.core.tables import REPORTS, make

VAGUE = {
    "tens": 10,
    "dozen": 12,
    "hundreds": 100,
}  # ACLED, codebook: the smallest count that the word allows
SAME_WORD = 80  # rapidfuzz ratio, 0 to 100, from which two words are spellings of one: Issa, Isa
# said alone, these name somebody else in every text
_ANYBODY = {
    "ministry",
    "official",
    "officials",
    "source",
    "sources",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "witness",
    "witnesses",
    "authorities",
    "minister",
    "monitor",
    "resident",
    "residents",
}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_CONTEXT = 120


def reports_from_claims(claims, vague=None):
    """
    Give hand-coded claims as reports.

    Parameters
    ----------
    claims : DataFrame
        The ``claims`` table. Not changed.
    vague : dict of str to number, optional
        What a vague word counts; default ``VAGUE``. A word that is not there has no value: null.

    Returns
    -------
    DataFrame, the ``REPORTS`` table
        One row a claim, same order.
    """
    out = claims.rename(columns={"claim_id": "report_id"})
    day = out["published"].dt.strftime("%Y-%m-%d").fillna("undated")
    out["document"] = out["url"].where(out["url"].notna(), out["outlet"] + " " + day)
    out["meaning"] = out["outcome_coded"].where(out["outcome_coded"].notna(), out["outcome"])
    out["value"] = values(out, out["counted"], vague)
    out["passage"], out["part_of"] = [_row_in_words(r) for r in out.itertuples()], None
    out["side"], out["group"], out["text"] = out["responsible"], None, None
    return make(out[list(REPORTS.columns)], REPORTS)


def _row_in_words(row):
    number = {"vague": "no number", "range": f"{row.low:g} to {row.high:g}"}.get(
        row.qualifier, f"{row.qualifier} {row.low if row.low == row.low else row.high:g}"
    )
    who = f", according to {row.source}" if isinstance(row.source, str) else ""
    return f"{row.outlet}: {number} {row.unit}, {row.counted}{who}"


def reports_from_figures(
    figures, articles, sentences=None, attributions=None, names=None, vague=None
):
    """
    Give figures read from articles as reports.

    Parameters
    ----------
    figures, articles : DataFrame
        The tables of these names. Not changed.
    sentences : DataFrame, optional
        The passage is then the sentence; without it, 120 characters on both sides.
    attributions : DataFrame, optional
        Gives the kind of source, and its fullest name in place of "the ministry".
    names : DataFrame, optional
        Gives one form of the responsible side to all its names: "the regime", "government forces".
    vague : dict, optional
        As ``from_claims``.

    Returns
    -------
    DataFrame, the ``REPORTS`` table
        One row a figure of people or bodies, or of percent; same order. ``voice`` is that of the agent: attributed
        where the figure has a source.
    """
    kept = figures[figures["unit"].isin(["people", "bodies", "percent"])]
    named = articles.rename(columns={"event_id": "event", "text": "article_text"})
    out = kept.merge(
        named[["article_id", "event", "outlet", "published", "article_text"]],
        on="article_id",
        how="left",
        validate="many_to_one",
    )
    if attributions is not None:
        named = attributions[["attribution_id", "source_type", "source_name"]]
        out = out.merge(named, on="attribution_id", how="left", validate="many_to_one")
        out["source"] = out["source"].where(
            out["source_name"].isna() | out["source"].isna(), out["source_name"]
        )
    out["value"] = values(out, out["text"], vague)
    out["passage"] = _passages(out, sentences)
    out["meaning"], out["document"], out["responsible"] = (
        out["outcome"],
        out["article_id"],
        out["agent"],
    )
    out["side"] = responsible_parties(out, names)
    voice = np.where(out["source"].notna(), "attributed", "own")
    out["voice"] = pd.Series(voice, index=out.index, dtype="str").where(out["agent"].notna())
    out = out.rename(columns={"figure_id": "report_id"})
    return make(out[[c for c in out if c in REPORTS.columns]], REPORTS)


def _passages(figures, sentences):
    if sentences is None:
        start, end = (figures["start"] - _CONTEXT).clip(lower=0), figures["end"] + _CONTEXT
    else:
        place = figures[["article_id", "sentence_id"]].merge(
            sentences[["article_id", "sentence_id", "start", "end"]],
            how="left",
            validate="many_to_one",
        )
        start, end = place["start"], place["end"]
    return [t[int(s) : int(e)] for t, s, e in zip(figures["article_text"], start, end, strict=True)]


def values(reports, text, vague=None):
    """
    Give each figure one number to compare by.

    Parameters
    ----------
    reports : DataFrame
        With ``low``, ``high``, ``qualifier``.
    text : Series of str
        Where the words of a vague figure stand.
    vague : dict, optional
        As ``from_claims``.

    Returns
    -------
    Series of float
        The bound that is given, the middle of two, or what the vague word counts; null where it is none of these.
    """
    number = reports[["low", "high"]].mean(axis=1)
    table = VAGUE if vague is None else vague
    counted = text.map(lambda t: _vague_value(str(t), table))
    return number.where(reports["qualifier"] != "vague", pd.to_numeric(counted))


def _vague_value(text, table):
    return next(
        (v for word, v in table.items() if re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE)),
        None,
    )


def same_source(a, b):
    """
    Say whether two names of sources are of one source.

    Parameters
    ----------
    a, b : str or null
        "Jamal al-Issa, head of the doctors' union" and "Jamal al-Isa" are one; null is nobody's.

    Returns
    -------
    bool
        Whether every word of the shorter name, titles and relays aside, is in the longer one.
    """
    return _same_head(_head(a), _head(b))


def _same_head(a, b):
    few, many = sorted((a.split(), b.split()), key=len)
    if a != b and len(few) == 1 and few[0] in _ANYBODY:
        return False
    return bool(few) and all(
        any(w[0] == o[0] and fuzz.ratio(w, o) >= SAME_WORD for o in many) for w in few
    )


def _head(source):
    """The name without title, relay or brackets, lower case."""
    if not isinstance(source, str):
        return ""
    head = re.split(
        r",| via |\(| on a | on the | citing ", re.sub(r"\bso-called\b", "", source.lower())
    )[0]
    return " ".join(w for w in re.findall(r"\w+", head) if w not in ("the", "a", "an"))


def chains(reports):
    """
    Number the groups of reports that rest on each other.

    Parameters
    ----------
    reports : DataFrame
        The ``REPORTS`` table.

    Returns
    -------
    Series of int
        Equal for reports of one event in one chain: the same named source; or the same upstream text, or one outlet's
        text upstream of another's, with the same source or number. One document alone does not join its reports.
    """
    parent = list(range(len(reports)))

    def find(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    numbered = reports.reset_index(drop=True)
    for _, of_event in numbered.groupby("event", dropna=False, sort=False):
        for i, j in _links(of_event):
            a, b = sorted((find(i), find(j)))
            parent[b] = a
    return pd.Series([find(i) for i in range(len(reports))], index=reports.index)


def _links(reports):
    heads = reports["source"].where(reports["source_type"].ne("unnamed")).map(_head)
    seen = {}
    for head, rows in reports.groupby(heads, sort=True).groups.items():
        if head:
            yield from ((rows[0], r) for r in rows[1:])
            yield from (
                (first, rows[0]) for other, first in seen.items() if _same_head(head, other)
            )
            seen[head] = rows[0]
    for upstream, rows in reports.groupby(
        reports["upstream"].map(_upstream_key), sort=True
    ).groups.items():
        if upstream:
            of_one = [*rows, *(r for r in reports.index if _is_upstream(upstream, reports.loc[r]))]
            yield from (
                (i, j)
                for i, j in combinations(of_one, 2)
                if _same_figure(reports.loc[i], reports.loc[j])
            )


def _same_figure(a, b):
    # one text can hold several sources' figures: sharing the text is not enough
    return same_source(a["source"], b["source"]) or (
        a["value"] == b["value"] and a["outcome"] == b["outcome"]
    )


def _upstream_key(upstream):
    return upstream.lower() if isinstance(upstream, str) else ""


def _is_upstream(upstream, report):
    """Whether the text named as upstream is the report's: its outlet, and its day where one is named."""
    if not isinstance(report["outlet"], str):
        return False
    outlet, day = re.sub(r"\s*\(.*", "", report["outlet"]).lower(), _DATE.search(upstream)
    if re.match(rf"{re.escape(outlet)}\b", upstream.lower()) is None:
        return False
    return (
        day is None
        or pd.isna(report["published"])
        or day.group() == f"{report['published']:%Y-%m-%d}"
    )


def names_upstream(upstream, report):
    """
    Say whether an upstream text, as named, is that of a report.

    Parameters
    ----------
    upstream : str or null
        "AFP 2018-04-22".
    report : Series
        A row of ``REPORTS``.

    Returns
    -------
    bool
    """
    return isinstance(upstream, str) and _is_upstream(upstream, report)
