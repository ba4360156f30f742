"""
Join the tolls with which the articles of a story open.

In: statements. Out: pairs of rows. However far apart the numbers are, "at least 5 killed" in one
headline and "death toll reaches 20" in another answer one question, and it is the question for
which the table of a story is read; so it is with the missing, the injured and the ill. By words and
values alone the two may look unlike, and a toll may look like another number that happens to be
equal.
"""

from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.quantities.barred import barred
from analysis.compare.quantities.contradicted import contradict
from analysis.compare.quantities.fallen_tolls import without_fallen
from analysis.compare.quantities.pair_tests import Bar
from analysis.compare.quantities.statements import Statements

__all__ = ["toll_pairs"]

_KILLED, _ILL = "killed", "ill"
# The last sentence of the opening: the headline, perhaps a byline, and the first sentence; the
# missing and the hurt come after the dead.
_LAST_SENTENCE = {_KILLED: 2, "missing": 4, "injured": 4, _ILL: 3}
_MOVED = ("displaced", "evacuated")
_MOST_TIMES_MOVED = 2  # that two counts of one flood may lie apart
_HOUSEHOLDS = ("family", "household", "home", "house")
_PLACE = {_ILL: "is_in_hospital"}  # of others: in a shelter
_FEW = 3  # dead of a story in which single ones are told of
_SEX = {
    **dict.fromkeys(("man", "boy", "father", "son", "husband", "brother"), "male"),
    **dict.fromkeys(("woman", "girl", "mother", "daughter", "wife", "sister"), "female"),
}
_NO_CHANCE = 20  # two equal numbers of one article, from which they are of one thing
# Groups of a toll that is of all, and not of soldiers or children: "29 people, most of them women"
_WHOLE = ("unspecified", "mixed")
_CIVILIANS = "civilians"
_WHO_FIGHT = ("soldiers", "fighters")


def toll_pairs(statements: Statements) -> list[tuple[int, int]]:
    """
    Return pairs of statements that are the tolls of one outcome with which two articles open.

    Parameters
    ----------
    statements : Statements

    Returns
    -------
    list of (int, int)
        For each outcome the first toll of the story with that of each other article, and so of
        those ill, displaced and evacuated wherever they stand, those in hospital and in shelters
        apart, unless they say themselves that they are of different things. Tolls of a group ("12
        soldiers"), of a part, of a background or of a stated year, those that have fallen by half,
        and those in words alone are none.
    """
    found: list[tuple[int, int]] = []
    rows: Any = statements.rows
    is_of_all = _are_of_all(rows)
    of_ill = _totals(rows, _ILL, is_of_all)
    for outcome, last_sentence in _LAST_SENTENCE.items():
        is_toll = _open_an_article(rows, outcome, last_sentence)
        is_count = is_toll & rows["mention"].eq("numeral").to_numpy() & is_of_all
        counts = rows.loc[is_count].drop_duplicates("article_id")
        if outcome == _ILL:
            counts = _without_parts(counts, of_ill[0])
        found += _first_with_others(statements, without_fallen(counts))
        if outcome == _KILLED:
            found += _first_with_others(statements, _single_victims(rows.loc[is_toll]), "group")
    found += _first_with_others(statements, _lone_victims(rows, is_of_all))
    found += _repeated(statements)
    for totals in of_ill:
        found += _first_with_others(statements, totals, bar=_of_other_places)
    is_of_people = is_of_all & ~rows["noun"].isin(_HOUSEHOLDS).to_numpy()
    for outcome in _MOVED:
        for totals in _totals(rows, outcome, is_of_people):
            found += _first_with_others(statements, totals, bar=_are_of_parts)
    return list(dict.fromkeys(found))


def _of_other_places(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return pairs that say that they are of different things, or name other places."""
    places = statements.rows["places"].to_numpy()
    apart = [
        bool(one and other and one.isdisjoint(other))
        for one, other in zip(places[first], places[second], strict=True)
    ]
    return contradict(statements, first, second) | np.array(apart, dtype=bool)


def _are_of_parts(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return pairs of other places, twice as large, or of which one article tells both numbers."""
    rows: Any = statements.rows
    told = set(zip(rows["article_id"], rows["outcome"], rows["amount"], strict=True))
    apart = _of_other_places(statements, first, second)
    columns = ["article_id", "outcome", "amount"]
    for pair, (one, other) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
        article, outcome, amount = rows.loc[one, columns]
        other_article, _, other_amount = rows.loc[other, columns]
        tells_both = (article, outcome, other_amount) in told
        tells_both |= (other_article, outcome, amount) in told
        is_far = max(amount, other_amount) > _MOST_TIMES_MOVED * min(amount, other_amount)
        apart[pair] |= is_far or (amount != other_amount and tells_both)
    return apart


def _repeated(statements: Statements) -> list[tuple[int, int]]:
    """Return the casualty numbers that an article states again, unless they may be chance."""
    rows = statements.rows
    is_toll = rows["outcome"].notna() & rows["amount"].ge(_NO_CHANCE) & rows["scope"].eq("event")
    is_toll &= rows["part_of"].isna() & rows["mention"].eq("numeral")
    group = rows["group"].where(~rows["group"].isin(_WHOLE), _WHOLE[0])
    tolls = rows.assign(group=group).loc[is_toll.to_numpy(bool)]
    same = tolls.groupby(["article_id", "outcome", "group", "amount"], sort=True)
    pairs = [
        (int(places[0]), int(place)) for places in same.indices.values() for place in places[1:]
    ]
    if not pairs:
        return []
    index = rows.index[is_toll.to_numpy(bool)].to_numpy()
    first, second = index[np.array(pairs, dtype=int)].T
    kept = ~contradict(statements, first, second)
    return list(zip(first[kept].tolist(), second[kept].tolist(), strict=True))


def _totals(rows: pd.DataFrame, outcome: str, is_of_all: np.ndarray) -> list[pd.DataFrame]:
    """Return the largest number of each article of an outcome, and of those of them in a place."""
    is_told = rows["outcome"].eq(outcome) & rows["scope"].eq("event") & rows["amount"].notna()
    is_told &= rows["mention"].eq("numeral") & is_of_all
    is_told &= rows["part_of"].isna() & rows["year"].isna() & ~rows["is_grave"].astype(bool)
    is_told &= ~rows["is_additional"].astype(bool)
    in_place = rows[_PLACE.get(outcome, "is_in_shelter")].to_numpy(bool)
    found = []
    for kind in (~in_place, in_place):
        largest = rows.loc[is_told.to_numpy(bool) & kind]
        largest = largest.sort_values("amount", ascending=False, kind="stable")
        found.append(largest.drop_duplicates("article_id").sort_index())
    return found


def _without_parts(counts: pd.DataFrame, totals: pd.DataFrame) -> pd.DataFrame:
    """Return counts but those below a total of their article: 17 of a country, and 200 abroad."""
    total_of = dict(zip(totals["article_id"], totals["amount"], strict=True))
    records = zip(counts["article_id"], counts["amount"], strict=True)
    return counts.loc[[amount >= total_of.get(article, 0.0) for article, amount in records]]


def _open_an_article(rows: pd.DataFrame, outcome: str, last_sentence: int) -> np.ndarray:
    """Return which statements of an outcome open an article, and are of the whole event."""
    is_toll = rows["outcome"].eq(outcome) & rows["amount"].notna() & rows["scope"].eq("event")
    is_toll &= rows["in_title"].astype(bool) | rows["sentence_id"].le(last_sentence)
    is_toll &= rows["part_of"].isna() & rows["year"].isna()
    is_toll &= ~rows["is_additional"].astype(bool)
    return is_toll.to_numpy(bool)


def _are_of_all(rows: pd.DataFrame) -> np.ndarray:
    """
    Return which statements are of a group that a toll of all people may be of.

    Miners and passengers are civilians, and all who were there, unless a story tells civilians from
    those who fight.
    """
    tells_apart = rows["noun"].eq("civilian") | rows["group"].isin(_WHO_FIGHT)
    stories_that_do = rows.loc[tells_apart, "story"].unique()
    is_civilian = rows["group"].eq(_CIVILIANS) & ~rows["story"].isin(stories_that_do)
    return (rows["group"].isin(_WHOLE) | is_civilian).to_numpy(bool)


def _single_victims(tolls: pd.DataFrame) -> pd.DataFrame:
    """Return the one victim of each article, by group; none if a man and a woman are among them."""
    is_one = tolls["mention"].eq("indefinite") & tolls["amount"].eq(1)
    is_one &= ~tolls["is_one_more"].astype(bool) & tolls["group"].notna()
    single = tolls.loc[is_one].drop_duplicates(["group", "article_id", "in_title"])
    sexes = single["noun"].map(_SEX)
    n_sexes = sexes.groupby([single["story"], single["group"]]).transform("nunique")
    return single.loc[n_sexes.lt(2)]


def _lone_victims(rows: Any, is_of_all: np.ndarray) -> pd.DataFrame:
    """
    Return the one person killed of each article that tells of no other, and tolls of two or three.

    "A pensioner, 67, was found dead in his cellar", "one man has died in the flood" and, a day
    later, "two people have died"; none in a story in which articles tell of a man and of a woman.
    """
    is_killed = rows["outcome"].eq(_KILLED) & rows["scope"].eq("event")
    killed = rows.loc[is_killed.to_numpy(bool)]
    n_killed = killed.groupby("article_id")["figure_id"].transform("size")
    is_lone = n_killed.eq(1) & killed["amount"].eq(1) & killed["part_of"].isna()
    is_lone &= killed["year"].isna() & ~killed["is_one_more"].astype(bool)
    is_lone &= ~killed["is_additional"].astype(bool)
    lone = killed.loc[is_lone.to_numpy(bool)]
    sexes = lone["noun"].map(_SEX)
    n_sexes = sexes.groupby(lone["story"]).transform("nunique")
    lone = lone.loc[n_sexes.lt(2).to_numpy(bool)]
    is_toll = is_killed.to_numpy(bool) & is_of_all & rows["mention"].eq("numeral").to_numpy(bool)
    is_toll &= rows["amount"].between(2, _FEW).to_numpy(bool) & rows["part_of"].isna().to_numpy()
    tolls = rows.loc[is_toll & rows["story"].isin(lone["story"]).to_numpy(bool)]
    most = rows.loc[is_killed.to_numpy(bool)].groupby("story")["amount"].max()
    tolls = tolls.loc[tolls["story"].map(most).le(_FEW).to_numpy(bool)]
    return pd.concat([lone, tolls.drop_duplicates("article_id")]).sort_index()


def _first_with_others(
    statements: Statements, chosen: pd.DataFrame, *within: str, bar: Bar = barred
) -> list[tuple[int, int]]:
    """Return the first of some statements of a story with each of the others that is not barred."""
    keys = [chosen[name] for name in ("story", *within)]
    opening = chosen.index.to_series().groupby(keys).transform("first").to_numpy(int)
    is_other = opening != chosen.index.to_numpy()
    first, second = opening[is_other], chosen.index.to_numpy()[is_other]
    if not len(first):
        return []
    kept = ~bar(statements, first, second)
    return list(zip(first[kept].tolist(), second[kept].tolist(), strict=True))
