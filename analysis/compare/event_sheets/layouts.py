"""
Put event rows into the columns of event datasets.

In: an ``EVENT_SHEET`` table. Out: the columns of UCDP GED, ACLED, Airwars or TimeMap, and after
them those of ``EVENT_SHEET``. What articles do not tell stays empty: coordinates, the day of the
event (only days of publication are known), types of violence and sides. The columns are those of
UCDP GED 24.1, of the ACLED export of 2025, of the incidents of Airwars, and of the events of
Forensic Architecture's TimeMap as its datasheet-server reads them.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

__all__ = ["LAYOUTS", "Layout", "lay_out"]

_CIVILIANS = ("civilians", "children", "women", "journalists", "medics_aid")
"""Groups that the words of a text make civilians; who is only called "people" may be anyone."""

_UCDP_COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name"),
    *("dyad_dset_id", "dyad_new_id", "dyad_name"),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("number_of_sources", "source_article", "source_office", "source_date", "source_headline"),
    *("source_original", "where_prec", "where_coordinates", "where_description"),
    *("adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid"),
    *("country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"),
    *("gwnoa", "gwnob"),
)
_ACLED_COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type"),
    *("sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2"),
    *("interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2"),
    *("admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale"),
    *("notes", "fatalities", "tags", "timestamp"),
)
_AIRWARS_COLUMNS = (
    *("Unique Reference Code", "Incident Date", "Permalink", "Location", "Country"),
    *("Latitude", "Longitude", "Civilians Reported Killed Min", "Civilians Reported Killed Max"),
    *("Civilians Reported Injured Min", "Civilians Reported Injured Max"),
    *("Suspected Belligerent", "Strike Status", "Airwars Grading", "Summary", "Source"),
)
_TIMEMAP_COLUMNS = (
    *("id", "description", "date", "time", "location", "latitude", "longitude"),
    *("type", "category", "source1"),
)

_Columns = dict[str, object]


@dataclass(frozen=True)
class Layout:
    """
    The columns of a dataset.

    Parameters
    ----------
    name : str
        The dataset.
    columns : tuple of str
        In the order in which its files have them.
    outcomes : tuple of str
        Outcomes that it has columns for; empty if it has room for all.
    fill : callable
        Takes rows of ``EVENT_SHEET``, and returns the columns that they fill.
    """

    name: str
    columns: tuple[str, ...]
    outcomes: tuple[str, ...]
    fill: Callable[[pd.DataFrame], _Columns]


def lay_out(rows: pd.DataFrame, layout: Layout) -> pd.DataFrame:
    """
    Return event rows in the columns of a dataset.

    Parameters
    ----------
    rows : DataFrame
        The ``EVENT_SHEET`` table. Not changed.
    layout : Layout

    Returns
    -------
    DataFrame
        All columns of the dataset, null where nothing is known, then those of ``EVENT_SHEET``.
        Rows of outcomes that the dataset does not have are left out. Numbers are nullable integers
        where all are whole.
    """
    if layout.outcomes:
        rows = rows.loc[rows["parallax_outcome"].isin(layout.outcomes)]
    rows = rows.reset_index(drop=True)
    filled = layout.fill(rows)
    columns = {}
    for name in layout.columns:
        if name in filled:
            columns[name] = _whole(pd.Series(filled[name], index=rows.index))
        else:
            columns[name] = pd.Series(None, index=rows.index, dtype="str")
    columns |= {str(name): rows[name] for name in rows}
    for name in ("parallax_low", "parallax_high"):
        columns[name] = _whole(pd.Series(rows[name]))
    return pd.DataFrame(columns, index=rows.index)


def _whole(values: pd.Series) -> pd.Series:
    """Return numbers without ".0" if none of them has decimals."""
    if not pd.api.types.is_float_dtype(values) or (values.dropna() % 1 != 0).any():
        return values
    return values.astype("Int64")


def _document(rows: pd.DataFrame) -> pd.Series:
    """Return the address of each document, or its article_id."""
    return pd.Series(rows["parallax_url"].fillna(rows["parallax_article_id"]))


def _single(rows: pd.DataFrame) -> pd.Series:
    """Return the number of each row that states just one, exactly or about."""
    is_single = rows["parallax_low"].eq(rows["parallax_high"])
    return pd.Series(rows["parallax_low"].where(is_single))


def _is_civilian(rows: pd.DataFrame) -> pd.Series:
    return pd.Series(rows["parallax_group"].isin(_CIVILIANS))


def _ucdp(rows: pd.DataFrame) -> _Columns:
    """
    Return the columns of UCDP GED.

    Sides stay empty: side A is a perpetrator only in one-sided violence, which articles do not
    tell. ``deaths_civilians`` is filled only where the words make all of them civilians.
    """
    single = _single(rows)
    return {
        "id": rows["parallax_figure_id"],
        "relid": rows["parallax_event_id"],
        "source_article": _document(rows),
        "source_office": rows["parallax_outlet"],
        "source_date": rows["parallax_published"].dt.strftime("%Y-%m-%d"),
        "source_headline": rows["parallax_title"],
        "source_original": rows["parallax_source"],
        "where_coordinates": rows["parallax_place"],
        "deaths_civilians": single.where(_is_civilian(rows)),
        "best": single,
        "high": rows["parallax_high"],
        "low": rows["parallax_low"],
    }


def _acled(rows: pd.DataFrame) -> _Columns:
    """
    Return the columns of ACLED; fatalities are the lowest number that the words allow.

    ACLED codes the most conservative estimate. "Up to 12" and "dozens" have none, and stay empty.
    """
    return {
        "event_id_cnty": rows["parallax_figure_id"],
        "location": rows["parallax_place"],
        "source": rows["parallax_outlet"],
        "notes": rows["parallax_sentence"],
        "fatalities": rows["parallax_low"],
    }


def _airwars(rows: pd.DataFrame) -> _Columns:
    """Return the columns of Airwars; civilians only where the words make them civilians."""
    filled = {
        "Unique Reference Code": rows["parallax_figure_id"],
        "Location": rows["parallax_place"],
        "Suspected Belligerent": rows["parallax_agent"],
        "Summary": rows["parallax_sentence"],
        "Source": _document(rows),
    }
    for outcome in ("killed", "injured"):
        is_meant = _is_civilian(rows) & rows["parallax_outcome"].eq(outcome)
        name = f"Civilians Reported {outcome.capitalize()}"
        filled[f"{name} Min"] = rows["parallax_low"].where(is_meant)
        filled[f"{name} Max"] = rows["parallax_high"].where(is_meant)
    return filled


def _timemap(rows: pd.DataFrame) -> _Columns:
    """Return the columns of TimeMap; ``date`` is the day of the report, as in 08/23/2011."""
    outlets = rows["parallax_outlet"].fillna("an outlet that is not named")
    outcomes = rows["parallax_outcome"].str.replace("_", " ")
    said = outlets + " reports " + rows["parallax_number"] + " " + outcomes
    return {
        "id": rows["parallax_figure_id"],
        "description": said + ": " + rows["parallax_sentence"],
        "date": rows["parallax_published"].dt.strftime("%m/%d/%Y"),
        "location": rows["parallax_place"],
        "type": rows["parallax_event"],
        "category": rows["parallax_outcome"],
        "source1": _document(rows),
    }


LAYOUTS = {
    "ucdp": Layout("UCDP GED", _UCDP_COLUMNS, ("killed",), _ucdp),
    "acled": Layout("ACLED", _ACLED_COLUMNS, ("killed",), _acled),
    "airwars": Layout("Airwars", _AIRWARS_COLUMNS, ("killed", "injured"), _airwars),
    "timemap": Layout("TimeMap", _TIMEMAP_COLUMNS, (), _timemap),
}
"""The layouts by the name that the command line has for them."""
