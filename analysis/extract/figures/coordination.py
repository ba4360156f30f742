"""
Find the casualties that stand in a list with others: "killed 12, including 3 women", "6 guards, 10 civilians hurt".

In: a text, the figures found so far and the numbers of the grammar. Out: the figures with those of the lists among
them. In many texts the commas were stripped, so "51 children 28 women" is a list too.
"""

import re

from analysis.extract.figures.counted import counted_people
from analysis.extract.figures.outcomes import counts_people, outcome_beside
from analysis.extract.figures.patterns import MORE
from analysis.extract.figures.record import outcome_columns, overlaps, record
from analysis.extract.figures.single_people import mentions_of_one
from analysis.extract.numbers.parse import number_at

__all__ = ["share_fates", "with_lists"]

# what a part of a total follows: "including 3 women", "among them 3 women"
_INCLUDED = re.compile(
    r"(?i)\b(?:including|included|include|includes|among\s+(?:them|whom|which|those)|in\s+addition\s+to|as\s+well\s+as)\s+"
    r"(?:(?:a|one|an\s+entire)\s+family\s+of\s+)?" + MORE + "$"
)
# what a number follows that corrects the one before: "but the ministry put the number at 40"
_PUT_AT = re.compile(
    r"(?i)\b(?:put(?:s|ting)?|revis(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|lower(?:s|ed|ing)?|estimate[sd]?|correct(?:s|ed))\s+"
    r"(?:the|that|its|their|this)\s+(?:number|figure|total|count|tally)\s+(?:at|to|as)\s+"
    + MORE
    + "$"
)
# what joins a second singular person to the first: "a woman and a child"
_JOINED = re.compile(r"(?i)^\s+[\w-]+(?:\s+[\w-]+){0,3}?\s+and\s+$")
# what may stand between two figures of one list: the noun of the first, and "and"
_LISTED = re.compile(
    r"(?i)^(?:\s+(?!(?:were|was|have|has|had|said|when|after|killed|killing|injured|injuring|wounded|wounding|dead|died|by|"
    r"as|to|destroying|destroyed|captured|seized|targeted|leaving|burned)\b)[\w’'()-]+){0,5}?"
    r"(?:,|\s+and|\s+as\s+well\s+as)?\s+" + MORE + "$"
)
_PLACED = re.compile(r"\s+(?:in|when|who|from)\s")  # "including 10 in the north"
_BREAK = re.compile(r"[.;:!?]\s|\n")
_ONE_OF = re.compile(r"(?i)\bone(?=\s+of\s+(?:them|whom)\b)")


def with_lists(text, kept, stated):
    """
    Add the people that stand in a list with those found.

    Parameters
    ----------
    text : str
    kept : list of dict
        Figures in reading order. Not changed.
    stated : list of Number
        What the grammar finds in the text.

    Returns
    -------
    list of dict
        In reading order, none overlapping.
    """
    return _with_first(text, _with_later(text, kept, stated), stated)


def share_fates(text, figures):
    """
    Give a number the outcome of the one that it is a part of or corrects, where its own words tell none.

    "They evacuated 4,200 people, including 900 children"; "hundreds were detained; the ministry put the number at 157".

    Parameters
    ----------
    text : str
    figures : list of dict
        In reading order. Not changed.

    Returns
    -------
    list of dict
    """
    shared = figures[:1]
    for figure in figures[1:]:
        gap = text[shared[-1]["end"] : figure["start"]]
        included = len(gap) <= 90 and not _BREAK.search(gap) and _INCLUDED.search(gap)
        if included or len(gap) <= 200 and _PUT_AT.search(gap):
            own = (
                None if figure["implicit"] else outcome_beside(text, figure["start"], figure["end"])
            )
            if own is None:
                figure = (
                    figure
                    | outcome_columns(shared[-1]["outcome"])
                    | {"unharmed": shared[-1].get("unharmed", False)}
                )
        shared.append(figure)
    return shared


def _with_later(text, kept, stated):
    """Add the people that go on a list: "killed 12, including 3 women and a child"."""
    kept = list(kept)
    numbers = [(n.start, n.end, n) for n in stated if n.kind == "count" and not n.weak]
    numbers += [(*m.span(), number_at(text, *m.span())) for m in _ONE_OF.finditer(text)]
    persons = [(*span, None) for span in mentions_of_one(text)]
    for start, end, number in sorted(numbers + persons, key=lambda c: c[0]):
        before = [f for f in kept if f["end"] <= start]
        if not before or before[-1].get("unharmed") or overlaps({"start": start, "end": end}, kept):
            continue
        gap = text[before[-1]["end"] : start]
        if (
            len(gap) <= 90
            and not _BREAK.search(gap)
            and _listed(text, start, end, number, gap, before[-1])
        ):
            kept.append(record(text, start, end, number, before[-1]["outcome"]) | {"span": None})
            kept.sort(key=lambda f: f["start"])
    return kept


def _with_first(text, kept, stated):
    """Add the people that a list begins with, where its verb comes at the end: "6 guards, 10 civilians wounded"."""
    kept = list(kept)
    for number in reversed([n for n in stated if n.kind == "count" and not n.weak]):
        after = next((f for f in kept if f["start"] >= number.end), None)
        if after is None or overlaps({"start": number.start, "end": number.end}, kept):
            continue
        if _leads_to(text, number.start, number.end, after["start"]):
            kept.append(
                record(text, number.start, number.end, number, after["outcome"]) | {"span": None}
            )
            kept.sort(key=lambda f: f["start"])
    return kept


def _listed(text, start, end, number, gap, last):
    if number is None:
        return (
            _INCLUDED.search(gap) is not None or last["implicit"] and _JOINED.match(gap) is not None
        )
    if number.text.lower() == "one" and _ONE_OF.match(text, start):
        return True
    if _INCLUDED.search(gap) and _PLACED.match(text, end):
        return True
    return (_INCLUDED.search(gap) or _LISTED.match(gap)) is not None and counts_people(
        text, start, end, by_head=True
    )


def _leads_to(text, start, end, following):
    """Judge whether only a number's people stand between it and the number that follows: "6 guards, 10 civilians"."""
    phrase = counted_people(text, start, end, False)
    if phrase is None or not counts_people(text, start, end, by_head=True) or phrase[1] > following:
        return False
    return re.fullmatch(r"(?:,|,?\s+and|\s+&)?\s+", text[phrase[1] : following]) is not None
