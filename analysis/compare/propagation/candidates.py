"""
Follow the figures of a statement through other texts: kept, rounded, summed, laid to another side.

In: ``REPORTS`` of the statement and of the others (see ``reported``). Out: ``CANDIDATES``, one row a judgement,
with both passages and a sentence that says why.
Every row is a candidate for a reader to decide, never a fact: equal numbers can be chance.
What counts as a tie or a change is in ``relations``; shared wording is in ``wording``.
"""

import math
from itertools import combinations

import pandas as pd

from analysis.compare.propagation.changes import (
    blame_changes,
    digits,
    number_changes,
    source_changes,
)
from analysis.compare.propagation.shared_wording import shared_wording
from analysis.compare.propagation.ties import (
    ENOUGH,
    TIE_WEIGHTS,
    comparable,
    place_words,
    ties,
    weight,
)
from analysis.compare.reports import chains, names_upstream, same_source
from analysis.core.partial_dates import day_bounds, in_words
from analysis.core.tables import CANDIDATE_KINDS, CANDIDATES, make

__all__ = ["CANDIDATES", "COUNTS", "find_candidates", "shared_wording"]


COUNTS = ("total_of_parts", "lower_count", "higher_count", "revised_down", "revised_up")
"""Kinds that set two counts side by side, without a word on whether one came from the other."""

_MOST_PARTS = 4
_NEAR = 3  # days between two counts of one event that a machine read
_MOST_FIGURES = 12  # of one document that sums are looked for in
_SMALL_PART = 0.05  # smaller parts make sums by chance
_SMALL_SUM = 20  # so do smaller sums
_SMALL = 3  # so are smaller numbers, unless a place or a text ties them
_REVISED = 3  # times as much, or a third: beyond, a count is of something else, unless both say what they cover


def find_candidates(statement, others):
    """
    List what may have become of a statement's figures in other texts.

    Parameters
    ----------
    statement, others : DataFrame
        ``REPORTS`` tables; may be the same, then every figure is followed from all earlier ones. Not changed. Events
        are compared where both tables name some of the same ones.

    Returns
    -------
    DataFrame, the ``CANDIDATES`` table
        By day of the other. Each other figure has at most one origin: the one that most ties it to, then the
        nearest before it.

    Notes
    -----
    An equal number is only held to be the same number if source, upstream text, place, days and its own digits speak
    for it: 2,521 is rarely chance, 500 often is. A figure that is known to come from another text is not
    followed from here. Sums need a tie as well. A lower or higher count says nothing of which came from which.
    """
    world = _World(statement, others)
    rows = world.totals()
    for o in world.others:
        origin = world.origin(o)
        rows += world.changes(*origin) if origin else (world.sums(o) or world.counts(o))
    rows += world.splits()
    found = pd.DataFrame(rows, columns=list(CANDIDATES.columns))
    last = day_bounds(found["published"], found["published_given"])["last"]
    return make(found.loc[last.sort_values(kind="stable").index], CANDIDATES)


class _World:
    """The reports to compare, with what is worked out once for all pairs."""

    def __init__(self, statement, others):
        every = pd.concat([statement, others]).drop_duplicates("report_id").reset_index(drop=True)
        self.places, self.chain = (
            place_words(every),
            dict(zip(every["report_id"], chains(every), strict=True)),
        )
        self.statement = _rows(statement)
        known = {s["report_id"] for s in self.statement}
        self.others = _rows(
            others
            if known >= set(others["report_id"])
            else others[~others["report_id"].isin(known)]
        )
        self.events = set(statement["event"].dropna()) & set(others["event"].dropna())
        # where all are followed from all, days and then rows say which came first
        ranked = every.loc[
            _bounds(every)["last"].sort_values(kind="stable", na_position="last").index, "report_id"
        ]
        self.rank = (
            {key: i for i, key in enumerate(ranked)} if known >= set(others["report_id"]) else {}
        )
        first = every.groupby(["document", "outcome"], dropna=False)["value"].transform("first")
        self.leading = set(every.loc[every["value"].eq(first), "report_id"])
        self.of_event = {}
        for s in self.statement:
            self.of_event.setdefault(s["event"] if s["event"] in self.events else None, []).append(
                s
            )

    def pairs(self, o):
        """Figures of the statement that a figure could be about, with their ties."""
        for s in self.of_event.get(o["event"] if o["event"] in self.events else None, ()):
            if (
                s["document"] != o["document"]
                and self._earlier(s, o)
                and comparable(s, o, self.places)
            ):
                yield s, ties(s, o, self.places, self.chain)

    def _earlier(self, s, o):
        if names_upstream(s["upstream"], o):
            return False
        ranked = self.rank.get(s["report_id"], 0) <= self.rank.get(o["report_id"], 0)
        return ranked or names_upstream(o["upstream"], s)

    def origin(self, o):
        """The figure of the statement that is most probably the same number, with its ties and changes."""
        best = None
        for s, found in self.pairs(o):
            # a vague word's value is a parameter: two of them share no number
            stated = "vague" not in (s["qualifier"], o["qualifier"])
            changes = number_changes(s, o) if stated and _not_before(s, o) else []
            if not changes or not _enough(s, o, found, changes):
                continue
            rank = (
                "upstream" in found,
                "source" in found,
                weight(found),
                not isinstance(s["upstream"], str),
                -len(changes),
                _day(s),
            )
            if best is None or rank > best[0]:
                best = rank, (s, o, found, changes)
        return best[1] if best else None

    def changes(self, s, o, found, number):
        kinds = [*number, *source_changes(s, o), *blame_changes(s, o)]
        return [_candidate(kind, [s], [o], found) for kind in kinds]

    def counts(self, o):
        """Another number of the same place, or of the same source at a later day."""
        best = None
        for s, found in self.pairs(o):
            kind = _count_kind(s, o, found) if self._stands_for_texts(s, o) else None
            if kind and (best is None or (weight(found), _day(s)) > best[0]):
                best = (weight(found), _day(s)), _candidate(kind, [s], [o], found)
        return [best[1]] if best else []

    def _stands_for_texts(self, s, o):
        """Whether neither is a machine's reading of some later number of its text, days from the other."""
        read = isinstance(s["group"], str) and isinstance(o["group"], str)
        return (
            not read
            or {s["report_id"], o["report_id"]} <= self.leading
            and abs(_day(s) - _day(o)) <= _NEAR
        )

    def sums(self, o):
        """Figures of one text of the statement that add up to the other figure."""
        tied = [(s, found) for s, found in self.pairs(o) if _not_before(s, o)]
        for parts in _adding_up([s for s, _ in tied], o["value"]):
            found = max((f for s, f in tied if any(s is p for p in parts)), key=weight)
            if weight(found) > TIE_WEIGHTS["place"]:
                return [_candidate("summed", parts, [o], found)]
        return []

    def splits(self):
        rows = []
        for document in _documents(self.others):
            tied = {}
            for o in document:
                for s, found in self.pairs(o):
                    if _not_before(s, o):
                        tied.setdefault(s["report_id"], (s, []))[1].append((o, found))
            for s, parts in tied.values():
                printed = any(o["value"] == s["value"] for o in document)
                found = max((f for _, f in parts), key=weight)
                if not printed and weight(found) >= ENOUGH:
                    rows += [
                        _candidate("split", [s], some, found)
                        for some in _adding_up([o for o, _ in parts], s["value"])[:1]
                    ]
        return rows

    def totals(self):
        rows = []
        for document in _documents(self.statement):
            for total in document:
                rest = [
                    p
                    for p in document
                    if p is not total and comparable(p, total, _nowhere(document))
                ]
                rows += [
                    _candidate("total_of_parts", parts, [total], {})
                    for parts in _adding_up(rest, total["value"])[:1]
                ]
        return rows


def _rows(reports):
    # plain dicts: a pair is looked at thousands of times
    return reports.join(_bounds(reports)).to_dict("records")


def _bounds(reports):
    return day_bounds(reports["published"], reports["published_given"])


def _documents(rows):
    of = {}
    for row in rows:
        of.setdefault(row["document"], []).append(row)
    return of.values()


def _nowhere(rows):
    return {row["report_id"]: frozenset() for row in rows}


def _day(row):
    return row["first"].toordinal() if pd.notna(row["first"]) else 0


def _not_before(s, o):
    return pd.isna(s["first"]) or pd.isna(o["last"]) or o["last"] >= s["first"]


def _enough(s, o, found, changes):
    if isinstance(o["upstream"], str) and not {"upstream", "source", "chain"} & found.keys():
        return False  # it is known to come from another text
    own = min(digits(s["value"]) - 1, 2) if "rounded" not in changes else 0
    if max(s["value"], o["value"]) < _SMALL and not {"upstream", "place"} & found.keys():
        return False
    strong = {"upstream", "source", "place", "chain"} & found.keys()
    return weight(found) + own >= ENOUGH and bool(strong or own == 2)  # noqa: PLR2004 (three digits)


def _count_kind(s, o, found):
    if not (s["value"] > 0 and o["value"] > 0) or abs(o["value"] - s["value"]) <= 0.1 * s["value"]:
        return None
    lower = o["value"] < s["value"]
    one_place = s["scope"] == o["scope"] == "single_site" and "place" in found
    if one_place and o["outcome"] == "bodies_found":
        return "lower_count" if lower else "higher_count"
    whole = pd.isna(s["part_of"]) and pd.isna(o["part_of"])
    later = whole and pd.notna(s["last"]) and pd.notna(o["first"]) and o["first"] > s["last"]
    unscoped = pd.isna(s["scope"]) or pd.isna(o["scope"])
    near = 1 / _REVISED <= o["value"] / s["value"] <= _REVISED and _text(s["group"]) == _text(
        o["group"]
    )
    if unscoped and not near:
        return None
    if (
        later
        and "source" in found
        and s["outcome"] == o["outcome"]
        and (unscoped or s["scope"] == o["scope"])
    ):
        return "revised_down" if lower else "revised_up"
    return None


def _text(value):
    return value if isinstance(value, str) else None


def _adding_up(rows, total):
    """Sets of two to four figures of one document that add up to a total, fewest first."""
    if not total >= _SMALL_SUM:
        return []
    found = []
    for document in _documents(rows):
        parts = [r for r in document if r["value"] >= _SMALL_PART * total and r["value"] < total][
            :_MOST_FIGURES
        ]
        for n in range(2, min(_MOST_PARTS, len(parts)) + 1):
            found += [list(c) for c in combinations(parts, n) if _adds_up(c, total)]
    return sorted(found, key=len)


def _adds_up(parts, total):
    # figures of several sources stand against each other; only those of one can be parts of a whole
    voices = [p["source"] for p in parts]
    if {p["part_of"] for p in parts} & {p["report_id"] for p in parts}:
        return False  # 8 children among 23 dead are no further 8
    of_one = all(
        not isinstance(v, str) and not isinstance(voices[0], str) or same_source(voices[0], v)
        for v in voices
    )
    return of_one and math.isclose(sum(p["value"] for p in parts), total)


def _candidate(kind, before, after, found):
    first, last = before[0], after[0]
    return {
        "kind": kind,
        "statement_ids": " + ".join(r["report_id"] for r in before),
        "other_ids": " + ".join(r["report_id"] for r in after),
        "statement_outlet": first["outlet"],
        "outlet": last["outlet"],
        "statement_published": first["published"],
        "published": last["published"],
        "published_given": last["published_given"],
        "statement_value": sum(r["value"] for r in before),
        "value": sum(r["value"] for r in after),
        "statement_passage": " / ".join(r["passage"] for r in before),
        "passage": " / ".join(r["passage"] for r in after),
        "ties": "; ".join(found.values()) or None,
        "why": _why(kind, before, after, found),
    }


def _why(kind, before, after, found):
    tied = f" Tied by: {'; '.join(found.values())}." if found else ""
    return f"Candidate: {_printed(before)}; {_printed(after)}: {CANDIDATE_KINDS[kind]}.{tied}"


def _printed(rows):
    first = rows[0]
    known = pd.notna(first["last"])
    day = f" ({in_words(first['first'], first['last'])})" if known else ""
    numbers = " + ".join(f"{r['value']:,g} ({r['qualifier']}, {r['meaning']})" for r in rows)
    return f"{first['outlet']}{day} has {numbers}"
