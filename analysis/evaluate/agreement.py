"""
Say how far codings agree: coders with each other, and the machine with a hand-coded sheet.

In: tidy codings, or pairs of ``figures`` or ``attributions`` tables on the same articles, one coded by hand. Out:
``RELIABILITY`` or ``SCORES``, with intervals from resampling articles.
What counts as found is written with each function. A coder is not the truth: two coders differ as well, and the
machine cannot be said to be better than they agree. Which articles were coded decides whom the figures hold for.
"""

import numpy as np
import pandas as pd

from analysis.compare.intervals import Bootstrap
from analysis.core.errors import ParameterError, TableError, unknown_value_message
from analysis.core.tables import RELIABILITY, SCORES, make
from analysis.evaluate.matching import attribution_counts, figure_counts, match_figures

DISTANCES = ("nominal", "interval")


def reliability(codings, distance="nominal", bootstrap=None):
    """
    Give Krippendorff's alpha for each variable.

    Parameters
    ----------
    codings : DataFrame
        One row a coding: ``variable``, ``coder``, ``item``, ``label``. Null labels are codings that were not made.
        Not changed.
    distance : {"nominal", "interval"}
        Labels are names, or numbers whose differences count.
    bootstrap : Bootstrap, optional
        Items are resampled, 200 times at most, as each costs a full alpha.

    Returns
    -------
    DataFrame, the ``RELIABILITY`` table
        ``alpha`` is null where no item has two codings, or where all labels are the same: then nothing shows
        whether coders can tell labels apart. No interval with fewer than ``minimum`` items.

    Raises
    ------
    TableError
        If a column is missing, or a coder codes an item twice.
    ParameterError
        If the distance is unknown.

    References
    ----------
    .. [1] Krippendorff, K. (2004). Content Analysis, 2nd ed. Sage, ch. 11. Computed by ``nltk.metrics.agreement``.
    """
    if distance not in DISTANCES:
        raise ParameterError(unknown_value_message("distance", distance, DISTANCES))
    missing = [c for c in ("variable", "coder", "item", "label") if c not in codings]
    if missing:
        raise TableError(
            f"codings has no column {', '.join(missing)}; one row a coding: variable, coder, item, label."
        )
    twice = codings[codings.duplicated(["variable", "coder", "item"])]
    if len(twice):
        row = twice.iloc[0]
        raise TableError(
            f"Coder {row['coder']!r} codes {row['variable']!r} of item {row['item']} twice."
        )
    used = codings.dropna(subset="label")
    rows = [
        _reliability(name, group, distance, bootstrap or Bootstrap())
        for name, group in used.groupby("variable", sort=False)
    ]
    return make(rows, RELIABILITY)


def _reliability(name, codings, distance, bootstrap):
    double = codings[codings.groupby("item")["coder"].transform("size") > 1]
    items = [
        list(zip(g["coder"], g["label"], strict=True))
        for _, g in double.groupby("item", sort=False)
    ]
    equal = [a[1] == b[1] for item in items for i, a in enumerate(item) for b in item[i + 1 :]]
    low, high = _alpha_interval(items, distance, bootstrap)
    return {
        "variable": name,
        "alpha": _alpha(items, distance),
        "low": low,
        "high": high,
        "agreement": float(np.mean(equal)) if equal else None,
        "n_items": len(items),
        "n_coders": codings["coder"].nunique(),
    }


def _alpha(items, distance):
    from nltk.metrics.agreement import AnnotationTask
    from nltk.metrics.distance import binary_distance, interval_distance

    if len({label for item in items for _, label in item}) < 2:  # noqa: PLR2004
        return None
    triples = [(str(coder), str(n), label) for n, item in enumerate(items) for coder, label in item]
    return AnnotationTask(
        triples, binary_distance if distance == "nominal" else interval_distance
    ).alpha()


def _alpha_interval(items, distance, bootstrap):
    if len(items) < bootstrap.minimum:
        return None, None
    rng = np.random.default_rng(bootstrap.seed)
    drawn = [
        _alpha([items[i] for i in rng.integers(len(items), size=len(items))], distance)
        for _ in range(min(bootstrap.n, 200))
    ]
    drawn = [a for a in drawn if a is not None]
    tail = (1 - bootstrap.level) / 2
    return tuple(np.quantile(drawn, [tail, 1 - tail])) if drawn else (None, None)


def score_figures(coded, found, articles, bootstrap=None):
    """
    Score figures against a hand-coded sheet of figures of people and bodies.

    Parameters
    ----------
    coded, found : DataFrame
        ``figures`` tables. Rows of other units are left out of ``found``. Not changed.
    articles : iterable of str
        ``article_id`` of every article that was coded, also of those without a figure.
    bootstrap : Bootstrap, optional
        Articles are resampled.

    Returns
    -------
    DataFrame, the ``SCORES`` table
        - found (all, explicit, vague, implicit): spans of the number overlap, and ``low`` and ``high`` are equal. A
          figure is matched once, in reading order.
        - record (all): found, with the same qualifier and outcome.
        - attribution (source, agent): found, with words that agree; only where there are any.
        - accuracy (each field): of found figures, those where the field is right; both empty is right, so it
          flatters a machine that names nobody.

    Raises
    ------
    TableError
        If a coded figure is of an article that is not listed.
    """
    articles = _listed(articles, coded)
    counts = figure_counts(coded, found[found["unit"].isin(["people", "bodies"])], articles)
    return _scores(counts, bootstrap or Bootstrap())


def score_attributions(coded, coded_spans, found, found_spans, articles, bootstrap=None):
    """
    Score attributions against a hand-coded sheet.

    Parameters
    ----------
    coded, found : DataFrame
        ``attributions`` tables. Not changed.
    coded_spans, found_spans : DataFrame
        Their ``attribution_spans``.
    articles : DataFrame
        The ``articles`` table of every article that was coded; words are counted in its ``text``.
    bootstrap : Bootstrap, optional
        Articles are resampled.

    Returns
    -------
    DataFrame, the ``SCORES`` table
        - word (each role): words that stand in a span of that role, be it part of an attribution or not.
        - exact (each role): spans with both ends right.
        - linked (all): contents share half of the words of either, and sources share a word or are both empty.
        - accuracy (source_type, cue_stance, kind, source_name): of linked ones, those where it is right.

    Raises
    ------
    TableError
        If a coded attribution is of an article that is not there.
    """
    _listed(articles["article_id"], coded)
    counts = attribution_counts(coded, coded_spans, found, found_spans, articles)
    return _scores(counts, bootstrap or Bootstrap())


def _listed(articles, coded):
    articles = list(dict.fromkeys(articles))
    strange = coded[~coded["article_id"].isin(articles)]["article_id"]
    if len(strange):
        raise TableError(
            "Coded rows of articles that are not listed: "
            + unknown_value_message(
                "article", strange.iloc[0], articles, "List every article that was coded."
            )
        )
    return articles


def _scores(counts, bootstrap):
    """One row a measure, from counts (right, found, coded) of each article."""
    rows = []
    for (measure, part), of_articles in counts.items():
        right, found, coded = of_articles.sum(axis=0)
        # a part is told by the sheet where both have the figure: the machine can hold it for another part
        found = max(found, right)
        share = measure == "accuracy"
        low, high = _interval(of_articles, share, bootstrap)
        rows.append(
            {
                "measure": measure,
                "part": part,
                "value": _value(right, found, coded, share),
                "low": low,
                "high": high,
                "precision": None if share or not found else right / found,
                "recall": None if share or not coded else right / coded,
                "n_coded": int(coded),
                "n_found": int(found),
                "n_right": int(right),
            }
        )
    return make(rows, SCORES)


def _value(right, found, coded, share):
    whole = found if share else (found + coded) / 2
    return right / whole if whole else None


def _interval(of_articles, share, bootstrap):
    used = of_articles[of_articles.sum(axis=1) > 0]
    if len(used) < bootstrap.minimum:
        return None, None
    rng = np.random.default_rng(bootstrap.seed)
    drawn = rng.multinomial(len(used), np.full(len(used), 1 / len(used)), size=bootstrap.n) @ used
    right, found = drawn[:, 0], np.maximum(drawn[:, 1], drawn[:, 0])
    whole = found if share else (found + drawn[:, 2]) / 2
    tail = (1 - bootstrap.level) / 2
    return tuple(np.quantile((right / np.maximum(whole, 1e-9))[whole > 0], [tail, 1 - tail]))


def disagreements(coded, found, articles):
    """
    List the figures that only the sheet or only the machine has, to be looked at.

    Parameters
    ----------
    coded, found, articles
        As ``score_figures``.

    Returns
    -------
    DataFrame
        ``article_id``, ``side`` ("coded" or "found"), ``start``, ``end``, ``text``, ``low``, ``high``; by article
        and place.
    """
    found = found[found["unit"].isin(["people", "bodies"])]
    pairs = match_figures(coded, found, _listed(articles, coded))
    sides = (("coded", coded, pairs["coded"]), ("found", found, pairs["found"]))
    left = [t[~t["figure_id"].isin(ids)].assign(side=side) for side, t, ids in sides]
    columns = ["article_id", "side", "start", "end", "text", "low", "high"]
    return (
        pd.concat(left)[columns]
        .sort_values(["article_id", "start"], kind="stable")
        .reset_index(drop=True)
    )
