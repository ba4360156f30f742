"""
The reports of one quantity, ready to be drawn over time.

In: a run and a quantity. Out: ``REPORTS`` of its figures, with those that an outlet put forward
marked. Sums in several currencies have a panel each: a rate is not applied where none is stated.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.compare.defaults import shared_source
from analysis.compare.headline_figures import headline_figures
from analysis.compare.number_words import number_in_words, same_unit
from analysis.compare.reports import reports_from_figures
from analysis.compare.unit_words import plural_unit
from analysis.core.moments import in_order
from analysis.core.plain_values import text_or_empty
from analysis.core.run_tables import RunTables
from analysis.core.tables import UNITS

__all__ = ["reports_of_quantity"]


def reports_of_quantity(
    run: RunTables, quantity: str, figures: pd.DataFrame | None = None
) -> pd.DataFrame:
    """
    Return the reports of one quantity.

    Parameters
    ----------
    run : RunTables
    quantity : str
        A ``quantity_id``; empty for none.
    figures : DataFrame, optional
        In place of the run's.

    Returns
    -------
    DataFrame
        ``REPORTS`` with ``words`` (as printed), ``is_headline``, ``set_aside``, ``qualifier_text``,
        ``shared`` (whether
        another outlet rests on the same source), and ``outcome`` as the name of the panel: the
        quantity's label, with the unit where figures have several. In order of day, time and
        outlet.
    """
    figures = run.figures if figures is None else figures
    own = figures.loc[figures["quantity_id"].eq(quantity)]
    marked = headline_figures(own, run.articles)
    reports = reports_from_figures(
        own.loc[own["figure_id"].isin(marked["figure_id"])],
        run.articles,
        run.sentences,
        run.attributions,
        units=UNITS,
    )
    marked = marked.set_index("figure_id").loc[reports["report_id"]]
    words = [number_in_words(figure) for figure in marked.to_dict("records")]
    reports = reports.assign(
        words=pd.Series(words, index=reports.index, dtype="str"),
        is_headline=marked["is_headline"].to_numpy(),
        set_aside=marked["set_aside"].to_numpy(),
        qualifier_text=marked["qualifier_text"].to_numpy(),
        outcome=_panel(run.quantities, quantity, marked),
    )
    reports = reports.assign(shared=shared_source)
    return in_order(reports, "outlet").reset_index(drop=True)


def _panel(quantities: pd.DataFrame, quantity: str, figures: pd.DataFrame) -> pd.Series:
    """Return the label of the quantity, and the unit where there are several."""
    own = quantities.loc[quantities["quantity_id"].eq(quantity)]
    units = _units(figures)
    if own.empty or len(set(units)) <= 1:
        label = quantity if own.empty else own["label"].iloc[0]
        return pd.Series([label] * len(units), dtype="str")
    unit_of_label = plural_unit(text_or_empty(own["unit_text"].iloc[0]))
    label = str(own["label"].iloc[0]).removesuffix(f", {unit_of_label}")
    return pd.Series([f"{label}, {unit}".removesuffix(", ") for unit in units], dtype="str")


def _units(figures: pd.DataFrame) -> list[str]:
    """Return the unit of each figure, in the first of its forms: "%" also where it is "percent"."""
    forms: list[Mapping] = []
    units = []
    for figure in figures.to_dict("records"):
        same = next((form for form in forms if same_unit(form, figure)), figure)
        if same is figure:
            forms.append(figure)
        units.append(text_or_empty(same["unit_text"]))
    return units
