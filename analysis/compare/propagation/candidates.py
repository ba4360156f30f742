"""
Follow the figures of a statement through other texts: kept, rounded, summed, or reattributed.

In: ``REPORTS`` of the statement and of other texts (see ``analysis.compare.reports``). Out:
``CANDIDATES``, one row per judgement, with both passages and a sentence that gives the reasons.

Every row is a candidate for a person to decide, never a fact: equal numbers can be chance. What
counts as a tie or a change is defined in ``ties`` and ``changes``; see ``shared_wording`` for
wording.
"""

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from analysis.compare.propagation.candidate_rows import candidate_row
from analysis.compare.propagation.changes import (
    ALIKE,
    blame_changes,
    number_changes,
    significant_digits,
    source_changes,
)
from analysis.compare.propagation.dated_reports import (
    DatedReport,
    by_document,
    can_follow,
    dated_reports,
    is_after,
    moment,
    ordinal_day,
    report_day_bounds,
)
from analysis.compare.propagation.sums import sets_with_sum
from analysis.compare.propagation.ties import (
    ENOUGH,
    TIE_WEIGHTS,
    Ties,
    find_ties,
    is_comparable,
    place_words,
    total_weight,
)
from analysis.compare.reports import (
    NullableText,
    Report,
    chain_numbers,
    names_upstream,
)
from analysis.core.moments import in_order
from analysis.core.plain_values import text_or_none
from analysis.core.tables import CANDIDATES, make

__all__ = ["find_candidates"]

_NEAR_DAYS = 3  # largest number of days between extracted counts of one event
_SMALL = 3  # smaller numbers are equal by chance, unless a place or a text ties them
_TWO_DIGITS = 10
_MAX_REVISION = 3  # a larger ratio is a count of something else, unless both scopes are known
_MAX_DIGITS = 2  # significant digits after the first that count as a tie


def find_candidates(statement: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """
    List what may have become of a statement's figures in other texts.

    Parameters
    ----------
    statement, others : DataFrame
        ``REPORTS`` tables. If they are the same, every figure is followed from all earlier ones. If
        both contain the same events, figures are compared within events. Not changed.

    Returns
    -------
    DataFrame
        The ``CANDIDATES`` table, by day of the other text. Each other figure has at most one
        origin: the figure it is most closely tied to, then the latest one before it.

    Notes
    -----
    An equal number is only taken to be the same number if source, upstream text, place, days and
    its own digits support it: 2,521 is rarely chance, 500 often is. A figure that is known to come
    from another text is not followed. Sums need a tie as well. A lower or higher count does not
    imply that one came from the other.
    """
    search = _Search(statement, others)
    rows = search.totals()
    for other in search.others:
        rows += search.follow(other)
    rows += search.splits()
    found = pd.DataFrame(rows, columns=list(CANDIDATES.columns))
    found["last"] = report_day_bounds(found)["last"]
    found = found.sort_values("last", kind="stable").drop(columns="last")
    return make(found, CANDIDATES)


class _Search:
    """The reports to compare, with everything that is computed once for all pairs."""

    def __init__(self, statement: pd.DataFrame, others: pd.DataFrame) -> None:
        reports = pd.concat([statement, others]).drop_duplicates("report_id")
        reports = reports.reset_index(drop=True)
        self.places = place_words(reports)
        self.chains = dict(zip(reports["report_id"], chain_numbers(reports), strict=True))
        self.leading = _leading_figures(reports)
        self.shared_events = set(statement["event"].dropna()) & set(others["event"].dropna())
        self.statement = dated_reports(statement)
        known = {report["report_id"] for report in self.statement}
        is_new = ~others["report_id"].isin(list(known))
        self.rank: dict[str, int] = {}
        if any(is_new):
            self.others = dated_reports(others.loc[is_new])
        else:
            # everything is followed from everything: days, and then rows, say which came first
            self.others = dated_reports(others)
            self.rank = _chronological_rank(reports)
        self.paired: dict[str, list[tuple[DatedReport, Ties]]] = {}
        self.by_event: dict[NullableText, list[DatedReport]] = {}
        for report in self.statement:
            self.by_event.setdefault(self._event(report), []).append(report)

    def _event(self, report: Report) -> NullableText:
        """Return the event within which a figure is compared; None if events are not shared."""
        return report["event"] if report["event"] in self.shared_events else None

    def pairs(self, other: DatedReport) -> list[tuple[DatedReport, Ties]]:
        """Return the statement's figures that another can be about, with their ties."""
        key = other["report_id"]
        if key not in self.paired:  # asked for changes, sums, counts and parts
            self.paired[key] = list(self._find_pairs(other))
        return self.paired[key]

    def _find_pairs(self, other: DatedReport) -> Iterator[tuple[DatedReport, Ties]]:
        for report in self.by_event.get(self._event(other), ()):
            if report["document"] == other["document"] or not self._precedes(report, other):
                continue
            if is_comparable(report, other, self.places):
                yield report, find_ties(report, other, self.places, self.chains)

    def _precedes(self, report: Report, other: Report) -> bool:
        """Return whether a figure can be the origin of another, if all are followed from all."""
        if names_upstream(report["upstream"], other):
            return False
        rank = self.rank.get(report["report_id"], 0)
        if rank <= self.rank.get(other["report_id"], 0):
            return True
        return names_upstream(other["upstream"], report)

    def follow(self, other: DatedReport) -> list[dict[str, object]]:
        """Return the candidates for one figure: changes of its origin, or sums, or counts."""
        origin = self._origin(other)
        if origin is None:
            return self._sums(other) or self._counts(other)
        report, ties, kinds = origin
        kinds = [*kinds, *source_changes(report, other), *blame_changes(report, other)]
        return [candidate_row(kind, [report], [other], ties) for kind in kinds]

    def _origin(self, other: DatedReport) -> tuple[DatedReport, Ties, list[str]] | None:
        """Return the figure that is most probably the same number, with ties and changes."""
        origin, best = None, None
        for report, ties in self.pairs(other):
            # the value of a vague word is a parameter: two of them share no number
            if "vague" in (report["qualifier"], other["qualifier"]):
                continue
            if not can_follow(other, report):
                continue
            changes = number_changes(report, other)
            if not changes or not _has_enough_ties(report, other, ties, changes):
                continue
            rank = (
                "upstream" in ties,
                "source" in ties,
                total_weight(ties),
                not isinstance(report["upstream"], str),
                -len(changes),
                moment(report),
            )
            if best is None or rank > best:
                best = rank
                origin = report, ties, changes
        return origin

    def _counts(self, other: DatedReport) -> list[dict[str, object]]:
        """Return another count of the same place, or of the same source later."""
        candidates, best = [], None
        for report, ties in self.pairs(other):
            if not self._represents_texts(report, other):
                continue
            kind = _count_kind(report, other, ties)
            rank = total_weight(ties), moment(report)
            if kind and (best is None or rank > best):
                best = rank
                candidates = [candidate_row(kind, [report], [other], ties)]
        return candidates

    def _represents_texts(self, report: DatedReport, other: DatedReport) -> bool:
        """Return whether two figures, if extracted, lead their texts and are days apart at most."""
        is_extracted = isinstance(report["group"], str) and isinstance(other["group"], str)
        if not is_extracted:
            return True
        if not {report["report_id"], other["report_id"]} <= self.leading:
            return False
        return abs(ordinal_day(report) - ordinal_day(other)) <= _NEAR_DAYS

    def _sums(self, other: DatedReport) -> list[dict[str, object]]:
        """Return the figures in one text of the statement that add up to another figure."""
        tied = []
        for report, ties in self.pairs(other):
            if can_follow(other, report):
                tied.append((report, ties))
        for parts in sets_with_sum([report for report, _ in tied], other):
            ids = {part["report_id"] for part in parts}
            ties = _strongest(ties for report, ties in tied if report["report_id"] in ids)
            if total_weight(ties) > TIE_WEIGHTS["place"]:
                return [candidate_row("summed", parts, [other], ties)]
        return []

    def splits(self) -> list[dict[str, object]]:
        """Return the figures of the statement that another text prints as parts."""
        rows = []
        for document in by_document(self.others):
            printed = {report["value"] for report in document}
            for whole, tied in self._tied_figures(document):
                ties = _strongest(ties for _, ties in tied)
                if whole["value"] in printed or total_weight(ties) < ENOUGH:
                    continue
                for parts in sets_with_sum([part for part, _ in tied], whole)[:1]:
                    rows.append(candidate_row("split", [whole], parts, ties))
        return rows

    def _tied_figures(
        self, document: Iterable[DatedReport]
    ) -> list[tuple[DatedReport, list[tuple[DatedReport, Ties]]]]:
        """Return the statement's figures, with those of a document that can be about them."""
        tied: dict[str, tuple[DatedReport, list[tuple[DatedReport, Ties]]]] = {}
        for other in document:
            for report, ties in self.pairs(other):
                if can_follow(other, report):
                    _, parts = tied.setdefault(report["report_id"], (report, []))
                    parts.append((other, ties))
        return list(tied.values())

    def totals(self) -> list[dict[str, object]]:
        """Return the figures of the statement that are the sum of others in the same text."""
        rows = []
        for document in by_document(self.statement):
            for total in document:
                others = []
                for report in document:
                    if report is not total and is_comparable(report, total, places={}):
                        others.append(report)
                for parts in sets_with_sum(others, total)[:1]:
                    rows.append(candidate_row("total_of_parts", parts, [total], {}))
        return rows


def _chronological_rank(reports: pd.DataFrame) -> dict[str, int]:
    """Return the rank of each report by its last possible day and time, unknown ones last."""
    ranked = in_order(reports.assign(published=report_day_bounds(reports)["last"]))
    return {report_id: rank for rank, report_id in enumerate(ranked["report_id"])}


def _leading_figures(reports: pd.DataFrame) -> set[str]:
    """Return the ids of figures with the first number of their outcome in their document."""
    first = reports.groupby(["document", "outcome"], dropna=False)["value"].transform("first")
    return set(reports.loc[reports["value"].eq(pd.Series(first)), "report_id"])


def _strongest(ties: Iterable[Ties]) -> Ties:
    """Return the ties with the highest total weight."""
    return max(ties, key=total_weight)


def _has_enough_ties(report: Report, other: Report, ties: Ties, changes: Sequence[str]) -> bool:
    """Return whether two equal numbers are tied closely enough to be the same number."""
    if isinstance(other["upstream"], str) and not {"upstream", "source", "chain"} & ties.keys():
        return False  # known to come from another text
    is_small = max(report["value"], other["value"]) < _SMALL
    if is_small and not {"upstream", "place"} & ties.keys():
        return False
    # nine children killed are not the nine people who are missing
    has_another_outcome = {"outcome_changed", "scope_changed"} & set(changes)
    is_one_digit = max(report["value"], other["value"]) < _TWO_DIGITS
    if has_another_outcome and is_one_digit and _are_two_quantities(report, other):
        return False
    digits = 0
    if "rounded" not in changes:
        digits = min(significant_digits(report["value"]) - 1, _MAX_DIGITS)
    return total_weight(ties) + digits >= ENOUGH


def _count_kind(report: DatedReport, other: DatedReport, ties: Ties) -> str | None:
    """Return how a different count relates to one of the statement; None if it does not."""
    before, after = report["value"], other["value"]
    if not (before > 0 and after > 0) or abs(after - before) <= ALIKE * before:
        return None
    is_lower = after < before
    if _count_bodies_at_one_place(report, other, ties):
        return "lower_count" if is_lower else "higher_count"
    if not _is_revision(report, other, ties):
        return None
    return "revised_down" if is_lower else "revised_up"


def _are_two_quantities(report: Report, other: Report) -> bool:
    """Return whether two extracted figures were put into two quantities of a story."""
    ids = text_or_none(report["quantity_id"]), text_or_none(other["quantity_id"])
    return None not in ids and ids[0] != ids[1]


def _count_bodies_at_one_place(report: Report, other: Report, ties: Ties) -> bool:
    """Return whether both counts are of one place, and the other one is of bodies found."""
    is_one_place = report["scope"] == other["scope"] == "single_site" and "place" in ties
    return is_one_place and other["outcome"] == "bodies_found"


def _is_revision(report: DatedReport, other: DatedReport, ties: Ties) -> bool:
    """Return whether the same source gives the other count of the same thing later."""
    if "source" not in ties or report["outcome"] != other["outcome"]:
        return False
    if _are_two_quantities(report, other):
        return False  # "more than 100 injured", and 38 of them who remain in hospital
    if isinstance(report["part_of"], str) or isinstance(other["part_of"], str):
        return False
    if not is_after(other, report):
        return False
    if isinstance(report["scope"], str) and isinstance(other["scope"], str):
        return report["scope"] == other["scope"]
    ratio = other["value"] / report["value"]
    same_group = text_or_none(report["group"]) == text_or_none(other["group"])
    return same_group and 1 / _MAX_REVISION <= ratio <= _MAX_REVISION
