"""
Measure on whom articles lean: how much is attributed, to what kinds of source, by name or not.

In: ``articles``, ``attributions``, ``attribution_spans``, ``sentences``, ``figures``, ``agency``. Out: tidy frames that
``analysis.compare.estimates`` takes (one article a row: ``value`` out of ``denominator``), a mix of source types with
its diversity for each article or outlet, and the dependence of outlets on one source for an event.
What the measures do not say: whether a source is right, or whether an outlet could have found another.
"""

import numpy as np
import pandas as pd
from scipy.stats import entropy

from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.tables import SOURCE_TYPES

__all__ = [
    "attributed_words",
    "anonymous_share",
    "diversity",
    "figures_without_source",
    "one_source",
    "own_voice_blame",
    "source_mix",
    "source_types",
    "unnamed_doer",
]

_KEYS = ["article_id", "event_id", "outlet"]
_BY = ("article_id", "outlet", "event_id")


def _tidy(articles, metric, values, denominators):
    """Put counts by article_id beside every article; an article with nothing to count gets nulls."""
    frame = articles[_KEYS].assign(metric=metric).reset_index(drop=True)
    denominator = frame["article_id"].map(denominators).fillna(0).astype(float)
    value = frame["article_id"].map(values).fillna(0).astype(float)
    frame["value"] = value.where(denominator > 0)
    frame["denominator"] = denominator.where(denominator > 0)
    frame["share"] = frame["value"] / frame["denominator"]
    return frame[["metric", *_KEYS, "value", "denominator", "share"]]


def attributed_words(articles, sentences):
    """
    Count the words of each article that are someone's attributed words.

    Parameters
    ----------
    articles, sentences : DataFrame
        ``sentences`` with ``share_quoted`` filled. Not changed.

    Returns
    -------
    DataFrame
        ``metric``, ``article_id``, ``event_id``, ``outlet``, ``value`` (attributed words), ``denominator`` (words),
        ``share`` (0 to 1; higher is more in the voice of others). Null where an article has no words.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    columns = zip(sentences["article_id"], sentences["start"], sentences["end"], strict=True)
    words = np.array(
        [len(texts[key][start:end].split()) for key, start, end in columns], dtype=float
    )
    counted = pd.DataFrame(
        {
            "article_id": sentences["article_id"].to_numpy(),
            "words": words,
            "quoted": words * sentences["share_quoted"].fillna(0).to_numpy(),
        }
    )
    sums = counted.groupby("article_id")[["words", "quoted"]].sum()
    return _tidy(articles, "attributed words", sums["quoted"], sums["words"])


def anonymous_share(articles, attributions):
    """
    Count the attributions of each article whose source is left unnamed.

    Parameters
    ----------
    articles, attributions : DataFrame
        Not changed.

    Returns
    -------
    DataFrame
        As ``attributed_words``: ``value`` of ``denominator`` attributions; higher is more anonymous. Null where
        an article attributes nothing.
    """
    grouped = attributions.groupby("article_id")["anonymous"]
    return _tidy(articles, "anonymous sources", grouped.sum(), grouped.size())


def figures_without_source(articles, figures):
    """
    Count the casualty figures of each article that nobody is named for.

    Parameters
    ----------
    articles, figures : DataFrame
        Figures of people and bodies are counted. Not changed.

    Returns
    -------
    DataFrame
        As ``attributed_words``: ``value`` of ``denominator`` figures; higher is more in the outlet's own name. Null
        where an article states no such figure.
    """
    people = figures[figures["unit"].isin(["people", "bodies"])]
    unsourced = people["source"].isna() & people["attribution_id"].isna()
    return _tidy(
        articles,
        "figures without a source",
        unsourced.groupby(people["article_id"]).sum(),
        people.groupby("article_id").size(),
    )


def own_voice_blame(articles, agency, attribution_spans):
    """
    Count the clauses that name a doer of harm in the outlet's own voice.

    Parameters
    ----------
    articles, agency, attribution_spans : DataFrame
        Not changed.

    Returns
    -------
    DataFrame
        As ``attributed_words``: of ``denominator`` clauses of harm with an agent, ``value`` stand outside of any
        attributed content; higher is more blame in the outlet's own voice. Null where an article names no doer.
    """
    blame = agency[agency["agent"].notna()]
    content = attribution_spans[attribution_spans["role"] == "content"]
    spans = {
        k: list(zip(g["start"], g["end"], strict=True)) for k, g in content.groupby("article_id")
    }
    own = [
        not any(s <= start < e for s, e in spans.get(key, ()))
        for key, start in zip(blame["article_id"], blame["start"], strict=True)
    ]
    own = pd.Series(own, index=blame.index, dtype=bool)
    grouped = own.groupby(blame["article_id"])
    return _tidy(articles, "own-voice blame", grouped.sum(), grouped.size())


def unnamed_doer(articles, agency):
    """
    Count the passive clauses of harm that leave out who did it.

    Parameters
    ----------
    articles, agency : DataFrame
        Not changed.

    Returns
    -------
    DataFrame
        As ``attributed_words``: of ``denominator`` active and passive clauses, ``value`` are agentless passives; higher
        is more often left out. Clauses of dying and nouns are not counted: they have no place for a doer.
    """
    clauses = agency[
        agency["construction"].isin(["active", "passive_with_agent", "passive_agentless"])
    ]
    left_out = clauses["construction"] == "passive_agentless"
    return _tidy(
        articles,
        "agentless clauses",
        left_out.groupby(clauses["article_id"]).sum(),
        clauses.groupby("article_id").size(),
    )


def source_types(articles, attributions, kind):
    """
    Count the attributions of each article to one type of source.

    Parameters
    ----------
    articles, attributions : DataFrame
        Not changed.
    kind : str
        One of ``tables.SOURCE_TYPES``.

    Returns
    -------
    DataFrame
        As ``attributed_words``: ``value`` of ``denominator`` attributions. Null where an article attributes nothing.

    Raises
    ------
    ParameterError
        If there is no such type.
    """
    if kind not in SOURCE_TYPES:
        raise ParameterError(unknown_value_message("source type", kind, SOURCE_TYPES))
    is_kind = attributions["source_type"] == kind
    return _tidy(
        articles,
        f"source type: {kind}",
        is_kind.groupby(attributions["article_id"]).sum(),
        attributions.groupby("article_id").size(),
    )


def source_mix(articles, attributions, by="outlet"):
    """
    Share out attributions by type of source.

    Parameters
    ----------
    articles, attributions : DataFrame
        Not changed.
    by : {"outlet", "article_id", "event_id"}
        What a group is. Articles without an outlet, or event, are in no group.

    Returns
    -------
    DataFrame
        One row for each group and type, groups by name, types in the order of ``tables.SOURCE_TYPES``: ``count``,
        ``n`` (attributions of the group), ``share`` (0 to 1; null where n is 0).

    Raises
    ------
    ParameterError
        If ``by`` is none of these.
    """
    counts = _counts(articles, attributions, by)
    n = counts.sum(axis=1)
    mix = counts.reset_index(names=by).melt(by, var_name="source_type", value_name="count")
    mix = mix.set_index(by).loc[counts.index].reset_index(names=by)
    mix["n"] = mix[by].map(n).astype("int64")
    mix["share"] = mix["count"] / mix["n"].where(mix["n"] > 0)
    return mix


def _counts(articles, attributions, by):
    """Count attributions by group and type; every group of the articles has a row, every type a column."""
    if by not in _BY:
        raise ParameterError(unknown_value_message("grouping", by, _BY))
    group = articles.set_index("article_id", drop=False)[by]
    groups = sorted(group.dropna().unique())
    of = attributions["article_id"].map(group)
    counts = pd.crosstab(of, attributions["source_type"])
    return counts.reindex(index=groups, columns=list(SOURCE_TYPES), fill_value=0).astype("int64")


def diversity(articles, attributions, by="outlet"):
    """
    Measure how many kinds of source speak, and how evenly.

    Parameters
    ----------
    articles, attributions : DataFrame
        Not changed.
    by : {"outlet", "article_id", "event_id"}

    Returns
    -------
    DataFrame
        One row a group: ``n`` attributions; ``entropy`` in bits, 0 (one kind) to log2(15) = 3.9; ``effective``, the
        number of equally frequent kinds with that entropy [1]_ [2]_, 1 to 15; higher is more diverse. Null where n
        is 0. Both are too low in small groups; compare groups of like n.

    Raises
    ------
    ParameterError
        If ``by`` is not known.

    References
    ----------
    .. [1] Shannon, C. E. (1948). A Mathematical Theory of Communication. Bell System Technical Journal 27.
    .. [2] Hill, M. O. (1973). Diversity and Evenness: A Unifying Notation and Its Consequences. Ecology 54(2).
    """
    counts = _counts(articles, attributions, by)
    n = counts.sum(axis=1)
    bits = pd.Series(
        [entropy(row, base=2) if row.sum() else np.nan for row in counts.to_numpy()],
        index=counts.index,
    )
    return pd.DataFrame(
        {
            by: counts.index,
            "n": n.to_numpy(),
            "entropy": bits.to_numpy(),
            "effective": np.exp2(bits.to_numpy()),
        }
    )


def one_source(articles, attributions):
    """
    Measure how far an outlet's reports of one event rest on one source.

    Parameters
    ----------
    articles, attributions : DataFrame
        Sources are told apart by ``source_name`` in small letters; those without a name are left out. Not changed.

    Returns
    -------
    DataFrame
        One row for each event and outlet among the articles: ``n`` attributions to named sources, ``sources`` (how many
        different), ``top`` (the name used most; of equals the first by name), ``share`` of n that is top's (0 to 1;
        higher leans more on one). ``top`` and ``share`` are null where n is 0.
    """
    placed = articles[_KEYS].dropna()
    named = attributions.loc[attributions["source_name"].notna(), ["article_id", "source_name"]]
    named = named.merge(placed, on="article_id", how="inner", validate="many_to_one")
    named = named.assign(source_name=named["source_name"].str.lower())
    rows = []
    for (event, outlet), _ in placed.groupby(["event_id", "outlet"], sort=True):
        own = named.loc[(named["event_id"] == event) & (named["outlet"] == outlet), "source_name"]
        counts = own.value_counts().sort_index().sort_values(ascending=False, kind="stable")
        rows.append(
            {
                "event_id": event,
                "outlet": outlet,
                "n": int(counts.sum()),
                "sources": len(counts),
                "top": counts.index[0] if len(counts) else None,
                "share": counts.iloc[0] / counts.sum() if len(counts) else np.nan,
            }
        )
    return pd.DataFrame(rows, columns=["event_id", "outlet", "n", "sources", "top", "share"])
