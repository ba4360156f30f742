"""
Find the outlets that give no number of victims but name some.

In: the ``figures`` and ``articles`` tables. Out: one row for each such outlet and day. An outlet
that prints "Officer Liu was killed" is not silent on the dead, and has not printed a toll of one
either: its other victims may be counted in a text that is not in the corpus.
"""

import re
from collections.abc import Iterable, Mapping

import pandas as pd

from analysis.core.figure_kinds import counted_figures, named_persons

__all__ = ["named_without_number"]

COLUMNS = ["outlet", "published", "outcome", "n_named", "words", "names", "figure_id", "passage"]
MOST_NAMES = 3  # that the table shows
_LAST_WORD = re.compile(r"[\w’'-]+(?=\W*$)")


def named_without_number(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    outcome: str,
    event: str | None = None,
) -> pd.DataFrame:
    """
    List the outlets that name persons with an outcome and give no number with that outcome.

    Parameters
    ----------
    figures, articles, sentences : DataFrame
        The tables of those names. Not changed.
    outcome : str
        One of ``analysis.core.tables.OUTCOMES``.
    event : str, optional
        Only articles with this ``event_id``.

    Returns
    -------
    DataFrame
        ``outlet``, ``published`` (day), ``outcome``, ``n_named`` (persons at least), ``words``
        ("names 1 person killed, no number"), ``names`` (as printed), ``figure_id`` of the first
        mention and ``passage``, its sentence. One row for each outlet and day, in that order.
    """
    read = articles if event is None else articles.loc[articles["event_id"].eq(event)]
    context = read[["article_id", "outlet", "published"]]
    of_outcome = figures.loc[figures["outcome"].eq(outcome)]
    of_outcome = of_outcome.merge(context, on="article_id", validate="many_to_one")
    counting = counted_figures(of_outcome)["outlet"].dropna().unique().tolist()
    named = named_persons(of_outcome)
    named = named.loc[named["outlet"].notna() & ~named["outlet"].isin(counting)]
    named = named.sort_values(["outlet", "published", "article_id", "start"], kind="stable")
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    bounds = _bounds(sentences)
    rows = []
    for (outlet, day), group in named.groupby(["outlet", "published"], dropna=False, sort=False):
        mentions = group.to_dict("records")
        n_named = _count(mentions)
        first = mentions[0]
        start, end = bounds.get(
            (first["article_id"], first["sentence_id"]), (first["start"], first["end"])
        )
        rows.append(
            {
                "outlet": outlet,
                "published": day,
                "outcome": outcome,
                "n_named": n_named,
                "words": _in_words(n_named, outcome),
                "names": "; ".join(_names(mentions)),
                "figure_id": first["figure_id"],
                "passage": " ".join(texts[first["article_id"]][int(start) : int(end)].split()),
            }
        )
    return pd.DataFrame(rows, columns=COLUMNS)


def _bounds(sentences: pd.DataFrame) -> dict[tuple[str, int], tuple[int, int]]:
    """Return the characters of each sentence."""
    columns = sentences[["article_id", "sentence_id", "start", "end"]]
    bounds = {}
    for article_id, sentence_id, start, end in columns.itertuples(index=False, name=None):
        bounds[article_id, sentence_id] = (start, end)
    return bounds


def _count(mentions: Iterable[Mapping]) -> int:
    """
    Return how many persons the mentions name at least.

    Names with another last word are other persons; "the man" may be any of them.
    """
    most = 0
    by_name: dict[str, int] = {}
    for mention in mentions:
        n_persons = int(mention["low"])
        most = max(most, n_persons)
        if mention["counted"] is None or pd.isna(mention["counted"]):
            last = _LAST_WORD.search(mention["text"])
            key = mention["text"] if last is None else last[0]
            by_name[key] = max(by_name.get(key, 0), n_persons)
    return max(most, sum(by_name.values()))


def _names(mentions: Iterable[Mapping]) -> list[str]:
    """Return the first different wordings, as printed."""
    words = dict.fromkeys(" ".join(mention["text"].split()) for mention in mentions)
    return list(words)[:MOST_NAMES]


def _in_words(n_persons: int, outcome: str) -> str:
    """Return what an outlet says in plain words."""
    people = "person" if n_persons == 1 else "people"
    return f"names {n_persons} {people} {outcome.replace('_', ' ')}, no number"
