"""
Tell which other numbers an article puts beside that of its outlet, and which of them are rivals.

In: figures of one quantity. Out: numbers in words. A rival is another source's number for the same
thing: "police said 14,000, the union 25,000".
"""

import re
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from analysis.compare.headline_figures import (
    EARLIER_NUMBER,
    EARLIER_VERSION,
    INCREMENT,
    WISHED,
)
from analysis.compare.number_words import agree, number_in_words, same_unit
from analysis.compare.same_source import is_one_source

__all__ = ["print_both", "prints_beside", "printed_beside", "put_beside", "rivals_beside"]

_OF_ANOTHER = frozenset("its his her their our my".split())
_SENTENCES = 1  # between two numbers that an article sets against each other
_MOST_TIMES = 2.0
_MOST_TIMES_IF_TOLD = 5.0  # where another outlet prints it too, or it counts people harmed
_BOUNDS = ("at_least", "more_than")
_MOST_ROUNDED = 1.15  # a count divided by the bound that only rounds it
_ROUND = 5  # what a bound is a multiple of that only rounds a count
_SEES_A_PART = re.compile(r"\b(?:hospitals?|clinics?|ambulances?|morgues?|wards?)\b", re.IGNORECASE)
_NUMBER_OF_END = re.compile(r"(?<![a-z])\d[\d.e+]*")
_RANGE = re.compile(r"(?P<low>-?[\d.e+]+)–(?P<high>-?[\d.e+]+)")


def put_beside(marked: pd.DataFrame) -> pd.DataFrame:
    """
    Return figures with a source that no headline figure is, and that are the event's whole.

    A number that the text tells as an earlier one of the same source, that stands in an earlier
    entry of a ticker, or that came on top of one is no rival, wherever else the text says it;
    neither are bodies that somebody saw at one place a rival of a toll.
    """
    is_whole = marked["scope"].isna() | marked["scope"].eq("event")
    is_stated = ~marked["is_headline"] & is_whole & marked["part_of"].isna()
    is_no_rival = marked["set_aside"].isin([EARLIER_NUMBER, EARLIER_VERSION, INCREMENT, WISHED])
    names = ["article_id", "quantity_id", "low", "high"]
    keys = pd.MultiIndex.from_arrays([marked[name] for name in names])
    is_stated &= ~keys.isin(keys[is_no_rival.to_numpy(bool)])
    with_toll = sorted(set(marked.loc[marked["outcome"].eq("killed"), "quantity_id"]))
    is_stated &= ~(marked["outcome"].eq("bodies_found") & marked["quantity_id"].isin(with_toll))
    return marked.loc[is_stated & marked["source"].notna() & marked["outlet"].notna()]


def rivals_beside(
    cell: Mapping,
    others: Sequence[Mapping],
    stated: Iterable[Mapping],
    elsewhere: Sequence[Mapping],
) -> str | None:
    """
    Return the rival numbers in the article of a cell, with their sources.

    A rival stands within a sentence of the cell's number or of another rival. One further off is at
    most twice or half as much: of 45 such numbers in invented news whose statements a person
    labelled, 41 are of the same thing; or up to five times, if another outlet prints it too or it
    counts people who came to one harm: 12 of 13. A hospital sees a part of those harmed: its number
    is a rival only if it is near or printed elsewhere.

    Parameters
    ----------
    cell : mapping
        The figure that an outlet put forward.
    others : sequence of mapping
        Figures of the quantity that the outlet put beside it (``put_beside``).
    stated : iterable of mapping
        All figures of the quantity by that outlet.
    elsewhere : sequence of mapping
        Those of other outlets.

    Returns
    -------
    str or None
        "14,000 (police); 25,000 (the union)"; None if there are none.
    """
    own = [figure for figure in stated if figure["article_id"] == cell["article_id"]]
    near = [figure["sentence_id"] for figure in own if _is_number(figure, cell)]
    found: list[Mapping] = []
    for figure in others:
        if figure["article_id"] != cell["article_id"]:
            continue
        if is_one_source(figure["source"], cell["source"], in_one_article=True):
            continue
        if not same_unit(cell, figure) or not _is_other_number(figure, cell, own):
            continue
        is_near = any(abs(figure["sentence_id"] - place) <= _SENTENCES for place in near)
        if not is_near and not _may_stand_far(figure, cell, elsewhere):
            continue
        near.append(figure["sentence_id"])
        if not any(_says_again(figure, earlier) for earlier in found):
            found.append(figure)
    told = [f"{number_in_words(figure)} ({_who(figure)})" for figure in found]
    return "; ".join(dict.fromkeys(told)) or None


def _is_other_number(figure: Mapping, cell: Mapping, own: Iterable[Mapping]) -> bool:
    """
    Return whether a number of another source is another one than that of a cell.

    "At least 31" leaves room for 38, but whoever counts 31 has not counted 38; neither has the
    ministry that says 31 in an article whose headline rounds it to "more than 30".
    """
    if not agree(cell, figure):
        return True
    if cell["qualifier"] not in _BOUNDS:
        return False
    counts = [
        row
        for row in own
        if row["qualifier"] == "exact"
        and same_unit(row, cell)
        and cell["low"] <= row["low"] <= cell["low"] * _MOST_ROUNDED
        and not is_one_source(row["source"], figure["source"], in_one_article=True)
    ]
    if cell["qualifier"] == "at_least" and cell["low"] % _ROUND and float(cell["low"]).is_integer():
        counts.append({**cell, "qualifier": "exact", "high": cell["low"]})
    return any(not agree(count, figure) for count in counts)


def _is_number(figure: Mapping, cell: Mapping) -> bool:
    return all(figure[name] == cell[name] for name in ("low", "high", "unit_text"))


def _may_stand_far(figure: Mapping, cell: Mapping, elsewhere: Iterable[Mapping]) -> bool:
    """Return whether a number may be a rival though it stands sentences away."""
    is_told = _is_printed(figure, elsewhere) or _counts_all_harmed(figure)
    if figure["outcome"] is not None and not is_told:
        return False
    return _is_like(figure, cell, _MOST_TIMES_IF_TOLD if is_told else _MOST_TIMES)


def _is_like(figure: Mapping, cell: Mapping, most: float) -> bool:
    """Return whether neither of two numbers is more than so many times the other."""
    one, other = (row["low"] or row["high"] for row in (figure, cell))
    if not one or not other or one * other < 0:
        return False
    return max(one / other, other / one) <= most


def _counts_all_harmed(figure: Mapping) -> bool:
    """Return whether a number counts those harmed, by a source who sees more than one ward."""
    return figure["outcome"] is not None and _SEES_A_PART.search(figure["source"]) is None


def _is_printed(figure: Mapping, elsewhere: Iterable[Mapping]) -> bool:
    """Return whether another outlet prints a number, also as a bound: "up to 1,800"."""
    return any(_end_and_unit(row) == _end_and_unit(figure) for row in elsewhere)


def _end_and_unit(figure: Mapping) -> tuple[float | None, str | None]:
    return figure["low"] or figure["high"], figure["unit_text"]


def printed_beside(cell: Mapping, others: Sequence[Mapping]) -> str | None:
    """Return the ends of the other numbers in the article of a cell, if in the same unit."""
    beside = [
        _ends_in_words(row)
        for row in others
        if row["article_id"] == cell["article_id"] and same_unit(row, cell)
    ]
    return "; ".join(dict.fromkeys(beside)) or None


def _ends_in_words(figure: Mapping) -> str:
    return f"{figure['low']}–{figure['high']}"


def _numbers_in(ends: str) -> frozenset[float]:
    """Return the numbers of a range, one for an open or an exact number."""
    return frozenset(float(number) for number in _NUMBER_OF_END.findall(ends))


def print_both(one: Mapping, other: Mapping) -> bool:
    """Return whether two outlets print the number of each other beside their own."""
    return prints_beside(one, other) and prints_beside(other, one)


def prints_beside(one: Mapping, other: Mapping) -> bool:
    """
    Return whether a number beside that of an outlet is another's, or one is in the other.

    Parameters
    ----------
    one, other : mapping
        Cells of ``quantity_matrix``; ``also`` of the first one is read.

    Returns
    -------
    bool
        "At least 130" is as well the 130 of another.
    """
    own = _ends_in_words(other)
    ends_of_own = _numbers_in(own)
    for words in str(one.get("also") or "").split("; "):
        if words == own or _numbers_in(words) == ends_of_own:
            return True
        ends, own_ends = _RANGE.fullmatch(words), _RANGE.fullmatch(own)
        if ends is None or own_ends is None:
            continue  # an open end would hold any number
        low, high = float(ends["low"]), float(ends["high"])
        own_low, own_high = float(own_ends["low"]), float(own_ends["high"])
        if own_low <= low <= high <= own_high or low <= own_low <= own_high <= high:
            return True
    return False


def _who(figure: Mapping) -> str:
    """Return who states a number; by name where the words mean somebody before: "its president"."""
    words = figure["source"].strip(" ,;")
    is_of_another = words.partition(" ")[0].casefold() in _OF_ANOTHER
    return (figure.get("source_name") or words) if is_of_another else words


def _says_again(figure: Mapping, earlier: Mapping) -> bool:
    """Return whether a source says its number again: "about 80", "80"."""
    if not is_one_source(figure["source"], earlier["source"], in_one_article=True):
        return False
    return agree(figure, earlier)
