"""
Follow one quantity of a corpus from the text that printed it first through the other outlets.

In: the run of one story. Out: ``CANDIDATES``. Figures of one quantity measure one thing, so that
every other number of it is a change; lower counts of a part, a background or another outcome are
listed apart. Dates are those of publication: who took a number from whom is not known.
"""

from collections.abc import Iterable

import pandas as pd

from analysis.compare.headline_figures import headline_figures
from analysis.compare.number_words import number_in_words, same_unit
from analysis.compare.propagation.candidate_rows import candidate_row
from analysis.compare.propagation.changes import blame_changes, number_changes, source_changes
from analysis.compare.propagation.dated_reports import (
    DatedReport,
    can_follow,
    dated_reports,
    order_is_known,
)
from analysis.compare.propagation.sums import sets_with_sum
from analysis.compare.propagation.ties import Places, find_ties, place_words
from analysis.compare.quantity_matrix import quantity_matrix
from analysis.compare.reports import chain_numbers, reports_from_figures
from analysis.compare.shown_quantities import telling_first
from analysis.core.moments import in_order
from analysis.core.run_tables import RunTables
from analysis.core.tables import CANDIDATES, UNITS, make

__all__ = ["first_statement", "compare_with_statement", "lower_counts", "shared_quantity"]

_PEOPLE = ("people", "bodies")
_COUNTED = (*_PEOPLE, "things")
_ASIDE = ("a background", "another event")


def shared_quantity(run: RunTables, article_id: str = "") -> str:
    """
    Return the quantity to follow: the one that most outlets print.

    Of those that are not ``in_doubt``, if there are any; of those that as many outlets print, or
    one fewer, one of which they print two numbers: where all print one, nothing became of it. How
    long something lasts comes last.

    Parameters
    ----------
    run : Run
        Of one story.
    article_id : str
        Only quantities that this article prints; empty for any.

    Returns
    -------
    str
        Empty if no two outlets print the same quantity.
    """
    rows, _ = quantity_matrix(run.figures, run.articles, run.quantities)
    shared = rows.loc[rows["n_outlets"] >= 2]
    if article_id:
        own = run.figures.loc[run.figures["article_id"].eq(article_id), "quantity_id"]
        shared = shared.loc[shared["quantity_id"].isin(own)]
    surely = shared.loc[~shared["in_doubt"].astype(bool)]
    ordered = telling_first(surely if len(surely) else shared)
    if ordered.empty:
        return ""
    first = ordered.iloc[0]
    is_as_shared = ordered["n_outlets"] >= max(2, first["n_outlets"] - 1)
    has_changed = ordered["lowest"].ne(ordered["highest"]) | ordered["n_overtaken"].gt(0)
    changed = ordered.loc[is_as_shared & has_changed, "quantity_id"]
    return str(next(iter(changed), first["quantity_id"]))


def first_statement(reports: pd.DataFrame, article_id: str = "") -> pd.DataFrame:
    """
    Return the figure that is followed: of the number that most outlets print, the first by day.

    Parameters
    ----------
    reports : DataFrame
        From ``reports_of_quantity``. Not changed.
    article_id : str
        The article it must be in; empty for any.

    Returns
    -------
    DataFrame
        One row; none if every figure is in words only. Of numbers that as many outlets print, the
        one that was printed first. Of figures of one day, that of the earliest time; where times
        are not known, a text before a later version of it, then that of the first outlet by name.
        The first figure of a given article.
    """
    usable = _put_forward(reports)
    if article_id:
        usable = usable.loc[usable["document"].eq(article_id)]
        return usable.head(1).reset_index(drop=True)
    n_outlets = usable.groupby(["outcome", "value"])["outlet"].transform("nunique")
    usable = usable.loc[n_outlets.eq(n_outlets.max())]
    return usable.head(1).reset_index(drop=True)


def _put_forward(reports: pd.DataFrame) -> pd.DataFrame:
    """Return the numbers that outlets put forward; the value of a vague word is a parameter."""
    is_number = reports["qualifier"].ne("vague") & reports["value"].notna()
    return reports.loc[reports["is_headline"].astype(bool) & is_number].dropna(subset=["outlet"])


def compare_with_statement(
    run: RunTables, reports: pd.DataFrame, statement: pd.DataFrame
) -> pd.DataFrame:
    """
    List what other texts print for a quantity, compared with the statement.

    Parameters
    ----------
    run : Run
        Of one story.
    reports : DataFrame
        From ``reports_of_quantity``. Not changed.
    statement : DataFrame
        From ``first_statement``; at most one row.

    Returns
    -------
    DataFrame
        The ``CANDIDATES`` table, by day. Texts before the statement, and numbers in another unit,
        are left out.
    """
    if statement.empty:
        return make([], CANDIDATES)
    (origin,) = dated_reports(statement)
    own_figures = _figures_of_document(run, origin)
    places, chains = place_words(reports), _chains(reports)
    rows = []
    for other in dated_reports(_put_forward(reports).reset_index(drop=True)):
        is_elsewhere = other["document"] != origin["document"]
        is_alike = other["outcome"] == origin["outcome"]
        if is_elsewhere and is_alike and can_follow(other, origin):
            ties = _ties(origin, other, places, chains)
            rows += _candidates(origin, other, own_figures, ties)
    return make(rows, CANDIDATES)


def _chains(reports: pd.DataFrame) -> dict[str, int]:
    return dict(zip(reports["report_id"], chain_numbers(reports), strict=True))


def _ties(
    origin: DatedReport,
    other: DatedReport,
    places: Places,
    chains: dict[str, int],
) -> dict[str, str]:
    ties = find_ties(origin, other, places, chains)
    return {"quantity": f"one quantity ({origin['outcome']})", **ties}


def _figures_of_document(run: RunTables, origin: DatedReport) -> list[DatedReport]:
    """Return the figures of the statement's text in its unit, which another text can add up."""
    figures = run.figures
    is_own = figures["article_id"].eq(origin["document"])
    is_alike = figures["unit"].isin(_units_like(origin))
    own = figures.loc[is_own & is_alike]
    return dated_reports(_with_words(run, own))


def _units_like(origin: DatedReport) -> tuple[str, ...]:
    if origin["unit"] in _PEOPLE:
        return _PEOPLE
    return (origin["unit"],)


def _with_words(run: RunTables, figures: pd.DataFrame) -> pd.DataFrame:
    """Return reports of figures, with the number as it is read."""
    reports = reports_from_figures(
        figures, run.articles, run.sentences, run.attributions, units=UNITS
    )
    by_id = figures.set_index("figure_id").loc[reports["report_id"]]
    words = [number_in_words(figure) for figure in by_id.to_dict("records")]
    return reports.assign(words=pd.Series(words, index=reports.index, dtype="str"))


def _candidates(
    origin: DatedReport,
    other: DatedReport,
    own: Iterable[DatedReport],
    ties: dict[str, str],
) -> list[dict[str, object]]:
    """Return what became of the statement's number in one other figure."""
    changes = number_changes(origin, other)
    if not changes and origin["value"] != other["value"]:
        for parts in sets_with_sum(own, other)[:1]:
            return [candidate_row("summed", parts, [other], ties)]
        if not order_is_known(origin, other):
            return [candidate_row("differs", [origin], [other], ties)]
        kind = "lowered"
        if other["value"] > origin["value"]:
            kind = "raised"
        return [candidate_row(kind, [origin], [other], ties)]
    kinds = changes or ["kept"]
    kinds = [*kinds, *source_changes(origin, other), *blame_changes(origin, other)]
    return [candidate_row(kind, [origin], [other], ties) for kind in kinds]


def lower_counts(run: RunTables, reports: pd.DataFrame, statement: pd.DataFrame) -> pd.DataFrame:
    """
    List the lower counts in the same story that are not of what the statement counts.

    Parameters
    ----------
    run : Run
        Of one story.
    reports : DataFrame
        From ``reports_of_quantity``. Not changed.
    statement : DataFrame
        From ``first_statement``; at most one row.

    Returns
    -------
    DataFrame
        The ``CANDIDATES`` table, by day: the numbers that outlets put forward for other quantities
        of the same kind, and those of a background or of another event. Of the same kind are people
        to whom something happened, amounts in one unit, and counts with one noun: two schools do
        not resemble 640 homes. Kinds: part, background, other_quantity.
    """
    if statement.empty:
        return make([], CANDIDATES)
    (origin,) = dated_reports(statement)
    marked = headline_figures(run.figures, run.articles)
    is_other = ~marked["figure_id"].isin(reports["report_id"]) & marked["is_headline"]
    is_aside = marked["set_aside"].isin(_ASIDE)
    is_number = marked["qualifier"].ne("vague")
    is_alike = marked["unit"].isin(_units_like(origin))
    kept = marked.loc[(is_other | is_aside) & is_alike & is_number]
    kept = kept.dropna(subset=["outlet"])
    kinds = dict(zip(kept["figure_id"], _kinds(kept), strict=True))
    figures = run.figures.loc[run.figures["figure_id"].isin(kept["figure_id"])]
    rows = []
    found = in_order(_with_words(run, figures), "outlet")
    for other in dated_reports(found.reset_index(drop=True)):
        if other["value"] < origin["value"] and _is_alike(run, origin, other):
            kind = kinds[other["report_id"]]
            rows.append(candidate_row(kind, [origin], [other], {"story": "same story"}))
    return make(rows, CANDIDATES)


def _kinds(figures: pd.DataFrame) -> list[str]:
    """Return what each figure counts instead."""
    kinds = pd.Series("other_quantity", index=figures.index, dtype="object")
    kinds = kinds.mask(figures["part_of"].notna() | figures["scope"].eq("part"), "part")
    kinds = kinds.mask(figures["scope"].isin(["background", "other_event"]), "background")
    return kinds.tolist()


def _is_alike(run: RunTables, origin: DatedReport, other: DatedReport) -> bool:
    """Return whether two figures have an outcome, a unit in words or, as counts, a noun alike."""
    by_id = run.figures.set_index("figure_id")
    one, another = (dict(by_id.loc[report["report_id"]]) for report in (origin, other))
    if pd.notna(one["outcome"]) and pd.notna(another["outcome"]):
        return True
    if origin["unit"] in _COUNTED:
        return pd.notna(one["noun"]) and one["noun"] == another["noun"]
    return same_unit(one, another)
