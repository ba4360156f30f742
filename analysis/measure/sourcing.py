"""
Measure how articles use sources: how much is attributed, to what types, and by name or not.

In: ``articles``, ``attributions``, ``attribution_spans``, ``sentences``, ``figures``, ``agency``.
Out: tidy tables for ``analysis.compare.estimates`` (one row per article: ``value`` out of
``denominator``), and the mix of source types and its diversity for each article or outlet. The
measures do not say whether a source is right, or whether an outlet could have found another.
"""

import numpy as np
import pandas as pd
from scipy.stats import entropy

from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.figure_kinds import counted_figures
from analysis.core.mishaps import is_mishap
from analysis.core.tables import SOURCE_TYPES

__all__ = [
    "agentless_clauses",
    "anonymous_sources",
    "attributed_words",
    "cues_of_stance",
    "diversity",
    "figures_without_source",
    "kinds_of_source",
    "own_voice_blame",
    "source_mix",
]

_KEYS = ["article_id", "event_id", "outlet"]
_COUNTS = ["value", "denominator"]
_NO_COUNTS = pd.DataFrame({"value": [], "denominator": []}, dtype=float)
_GROUPINGS = ("article_id", "outlet", "event_id")
_CLAUSES_WITH_AGENT_SLOT = ("active", "passive_with_agent", "passive_agentless")


def attributed_words(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    Return how many words of each article are attributed to a source.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    sentences : DataFrame
        The ``sentences`` table with ``share_quoted`` filled. Not changed.

    Returns
    -------
    DataFrame
        One row per article: ``metric``, ``article_id``, ``event_id``, ``outlet``, ``value``
        (attributed words), ``denominator`` (words) and ``share`` (0 to 1; higher means that more is
        in the voice of others). Null if an article has no words.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    columns = (sentences[name] for name in ("article_id", "start", "end"))
    lengths = [
        len(texts[article_id][start:end].split())
        for article_id, start, end in zip(*columns, strict=True)
    ]
    words = np.array(lengths, dtype=float)
    counted = pd.DataFrame(
        {
            "article_id": sentences["article_id"].to_numpy(),
            "value": words * sentences["share_quoted"].fillna(0).to_numpy(),
            "denominator": words,
        }
    )
    sums = counted.groupby("article_id").agg("sum")
    return _by_article(articles, "attributed words", sums)


def anonymous_sources(articles: pd.DataFrame, attributions: pd.DataFrame) -> pd.DataFrame:
    """
    Return how many attributions of each article have an unnamed source.

    Parameters
    ----------
    articles, attributions : DataFrame
        The ``articles`` and ``attributions`` tables. Not changed.

    Returns
    -------
    DataFrame
        As ``attributed_words``: ``value`` of ``denominator`` attributions; a higher share means
        more anonymous sources. Null if an article has no attributions.
    """
    flagged = attributions.assign(flag=attributions["anonymous"])
    return _share_by_article(articles, "anonymous sources", flagged)


def kinds_of_source(
    articles: pd.DataFrame, attributions: pd.DataFrame, least_share: float = 0.05
) -> pd.DataFrame:
    """
    Return how many attributions of each article are to each type of source.

    Parameters
    ----------
    articles, attributions : DataFrame
        The ``articles`` and ``attributions`` tables. Not changed.
    least_share : float
        Types with a smaller share of all attributions are left out: too few to compare outlets.

    Returns
    -------
    DataFrame
        As ``attributed_words``, with ``metric`` "source type: TYPE" and rows for every type.
    """
    shares = attributions["source_type"].value_counts(normalize=True).to_dict()
    types = [name for name in SOURCE_TYPES if shares.get(name, 0.0) >= least_share]
    parts = [
        _share_by_article(
            articles,
            f"source type: {name.replace('_', ' ')}",
            attributions.assign(flag=attributions["source_type"].eq(name)),
        )
        for name in types
    ]
    if not parts:
        return _by_article(articles, "source type", _NO_COUNTS)
    return pd.concat(parts, ignore_index=True)


def cues_of_stance(articles: pd.DataFrame, attributions: pd.DataFrame, stance: str) -> pd.DataFrame:
    """
    Return how many attributions of each article have a cue of one stance.

    Only attributions to a source count: in "the sale was disclosed in a filing" nobody is believed
    or doubted.

    Parameters
    ----------
    articles, attributions : DataFrame
        The ``articles`` and ``attributions`` tables. Not changed.
    stance : str
        One of the values of ``attributions.cue_stance``, such as "distancing".

    Returns
    -------
    DataFrame
        As ``attributed_words``, with ``metric`` "STANCE cues".
    """
    has_source = attributions["source"].notna() | attributions["source_name"].notna()
    to_a_source = attributions.loc[has_source]
    flagged = to_a_source.assign(flag=to_a_source["cue_stance"].eq(stance))
    return _share_by_article(articles, f"{stance} cues", flagged)


def figures_without_source(articles: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """
    Return how many casualty figures of each article have no source.

    Parameters
    ----------
    articles, figures : DataFrame
        The ``articles`` and ``figures`` tables. Only figures of people and bodies are counted,
        and no named persons. Not changed.

    Returns
    -------
    DataFrame
        As ``attributed_words``: ``value`` of ``denominator`` figures; a higher share means that
        more are in the outlet's own name. Null if an article has no such figures.
    """
    counted = counted_figures(figures)
    people = counted.loc[counted["unit"].isin(["people", "bodies"])]
    unsourced = people["source"].isna() & people["attribution_id"].isna()
    return _share_by_article(articles, "figures without a source", people.assign(flag=unsourced))


def own_voice_blame(
    articles: pd.DataFrame, agency: pd.DataFrame, attribution_spans: pd.DataFrame
) -> pd.DataFrame:
    """
    Return how many clauses name who did the harm in the outlet's own voice.

    Parameters
    ----------
    articles, agency, attribution_spans : DataFrame
        The tables of those names. Not changed.

    Returns
    -------
    DataFrame
        As ``attributed_words``: of ``denominator`` clauses of harm with an agent, ``value`` are
        outside attributed content; a higher share means more blame in the outlet's own voice. A
        ferry or a flood is no agent that is blamed. Null if an article names no agent.
    """
    blame = agency.loc[agency["agent"].notna() & ~agency["agent"].map(is_mishap).astype(bool)]
    content_spans = _content_spans(attribution_spans)
    own_voice = []
    for article_id, position in zip(blame["article_id"], blame["start"], strict=True):
        spans = content_spans.get(article_id, ())
        own_voice.append(not any(start <= position < end for start, end in spans))
    flags = pd.Series(own_voice, index=blame.index, dtype=bool)
    return _share_by_article(articles, "own-voice blame", blame.assign(flag=flags))


def _content_spans(attribution_spans: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    """Return the spans of attributed content, by article."""
    content = attribution_spans[attribution_spans["role"] == "content"]
    columns = (content[name] for name in ("article_id", "start", "end"))
    spans: dict[str, list[tuple[int, int]]] = {}
    for article_id, start, end in zip(*columns, strict=True):
        spans.setdefault(article_id, []).append((start, end))
    return spans


def agentless_clauses(articles: pd.DataFrame, agency: pd.DataFrame) -> pd.DataFrame:
    """
    Return how many clauses of harm are passives without an agent.

    Parameters
    ----------
    articles, agency : DataFrame
        The ``articles`` and ``agency`` tables. Not changed.

    Returns
    -------
    DataFrame
        As ``attributed_words``: of ``denominator`` active and passive clauses, ``value`` are
        agentless passives; a higher share means that the agent is omitted more often. Clauses of
        dying and nominal constructions are not counted, because they cannot name an agent.
    """
    clauses = agency.loc[agency["construction"].isin(_CLAUSES_WITH_AGENT_SLOT)]
    agentless = clauses["construction"] == "passive_agentless"
    return _share_by_article(articles, "agentless clauses", clauses.assign(flag=agentless))


def source_mix(
    articles: pd.DataFrame, attributions: pd.DataFrame, by: str = "outlet"
) -> pd.DataFrame:
    """
    Return the share of each source type in the attributions of a group.

    Parameters
    ----------
    articles, attributions : DataFrame
        The ``articles`` and ``attributions`` tables. Not changed.
    by : {"outlet", "article_id", "event_id"}
        Column that defines the groups. Articles without a value in it belong to no group.

    Returns
    -------
    DataFrame
        One row per group and type, groups sorted by name and types in the order of
        ``tables.SOURCE_TYPES``: ``count``, ``n`` (attributions of the group) and ``share`` (0 to 1;
        null if ``n`` is 0).

    Raises
    ------
    ParameterError
        If ``by`` is unknown.
    """
    counts = _count_types(articles, attributions, by)
    totals = counts.sum(axis=1)
    mix = counts.reset_index(names=by).melt(by, var_name="source_type", value_name="count")
    mix = mix.set_index(by).loc[counts.index].reset_index(names=by)
    mix["n"] = mix[by].map(totals).astype("int64")
    mix["share"] = mix["count"] / mix["n"].where(mix["n"] > 0)
    return mix


def diversity(
    articles: pd.DataFrame, attributions: pd.DataFrame, by: str = "outlet"
) -> pd.DataFrame:
    """
    Return how many types of source a group uses, and how evenly.

    Parameters
    ----------
    articles, attributions : DataFrame
        The ``articles`` and ``attributions`` tables. Not changed.
    by : {"outlet", "article_id", "event_id"}
        Column that defines the groups.

    Returns
    -------
    DataFrame
        One row per group: ``n`` attributions; ``entropy`` in bits, from 0 (one type) to log2(15) =
        3.9; ``effective``, the number of equally frequent types with that entropy [1]_ [2]_, from 1
        to 15. Higher is more diverse. Null if ``n`` is 0. Both are biased downwards in small
        groups; compare groups with similar ``n``.

    Raises
    ------
    ParameterError
        If ``by`` is unknown.

    References
    ----------
    .. [1] Shannon, C. E. (1948). A Mathematical Theory of Communication. Bell System Technical
       Journal 27.
    .. [2] Hill, M. O. (1973). Diversity and Evenness: A Unifying Notation and Its Consequences.
       Ecology 54(2).
    """
    counts = _count_types(articles, attributions, by)
    bits = np.array([_entropy_bits(row) for row in counts.to_numpy()], dtype=float)
    return pd.DataFrame(
        {
            by: counts.index,
            "n": counts.sum(axis=1).to_numpy(),
            "entropy": bits,
            "effective": np.exp2(bits),
        }
    )


def _entropy_bits(counts: np.ndarray) -> float:
    """Return the entropy of counts in bits; NaN if all are 0."""
    if not counts.sum():
        return np.nan
    return float(entropy(counts, base=2))


def _count_types(articles: pd.DataFrame, attributions: pd.DataFrame, by: str) -> pd.DataFrame:
    """Count attributions by group (rows) and source type (columns), including empty ones."""
    if by not in _GROUPINGS:
        raise ParameterError(unknown_value_message("grouping", by, _GROUPINGS))
    group_of = articles.set_index("article_id", drop=False)[by]
    groups = sorted(group_of.dropna().unique())
    group = attributions["article_id"].map(group_of)  # pyright: ignore[reportArgumentType]
    counts = pd.crosstab(group, attributions["source_type"])
    counts = counts.reindex(index=groups, columns=list(SOURCE_TYPES), fill_value=0)
    return counts.astype("int64")


def _share_by_article(articles: pd.DataFrame, metric: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Count the rows of each article with ``flag``, and all of its rows."""
    grouped = rows.groupby("article_id")
    counts = grouped.agg(value=("flag", "sum"), denominator=("flag", "size"))
    return _by_article(articles, metric, counts)


def _by_article(articles: pd.DataFrame, metric: str, counts: pd.DataFrame) -> pd.DataFrame:
    """Align counts, indexed by article, with all articles; null if the denominator is 0."""
    rows = articles[_KEYS].assign(metric=metric).reset_index(drop=True)
    aligned = counts.reindex(rows["article_id"]).reset_index(drop=True)
    aligned = aligned.fillna(0).astype(float)
    is_counted = aligned["denominator"] > 0
    rows["value"] = aligned["value"].where(is_counted)
    rows["denominator"] = aligned["denominator"].where(is_counted)
    rows["share"] = rows["value"] / rows["denominator"]
    return rows.loc[:, ["metric", *_KEYS, *_COUNTS, "share"]]
