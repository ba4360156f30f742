"""
The reports of one quantity, ready to be drawn over time.

In: a run and a quantity. Out: ``REPORTS`` of its figures, with those that an outlet put forward
marked. Sums in several currencies have a panel each: a rate is not applied where none is stated.
"""

import pandas as pd

from analysis.compare.defaults import shared_source
from analysis.compare.headline_figures import headline_figures
from analysis.compare.number_words import number_in_words
from analysis.compare.reports import reports_from_figures
from analysis.core.run_tables import RunTables
from analysis.core.tables import UNITS

__all__ = ["reports_of_quantity"]


def reports_of_quantity(run: RunTables, quantity: str) -> pd.DataFrame:
    """
    Return the reports of one quantity.

    Parameters
    ----------
    run : Run
    quantity : str
        A ``quantity_id``; empty for none.

    Returns
    -------
    DataFrame
        ``REPORTS`` with ``words`` (as printed), ``is_headline``, ``set_aside``, ``shared`` (whether
        another outlet rests on the same source), and ``outcome`` as the name of the panel: the
        quantity's label, with the unit where figures have several. In order of day and outlet.
    """
    marked = headline_figures(
        run.figures.loc[run.figures["quantity_id"].eq(quantity)], run.articles
    )
    figures = run.figures.loc[run.figures["figure_id"].isin(marked["figure_id"])]
    reports = reports_from_figures(
        figures, run.articles, run.sentences, run.attributions, units=UNITS
    )
    marked = marked.set_index("figure_id").loc[reports["report_id"]]
    words = [number_in_words(figure) for figure in marked.to_dict("records")]
    reports = reports.assign(
        words=pd.Series(words, index=reports.index, dtype="str"),
        is_headline=marked["is_headline"].to_numpy(),
        set_aside=marked["set_aside"].to_numpy(),
        outcome=_panel(run.quantities, quantity, marked["unit_text"].to_numpy()),
    )
    reports = reports.assign(shared=shared_source)
    return reports.sort_values(["published", "outlet"], kind="stable", ignore_index=True)


def _panel(quantities: pd.DataFrame, quantity: str, units: object) -> pd.Series:
    """Return the label of the quantity, and the unit where there are several."""
    own = quantities.loc[quantities["quantity_id"].eq(quantity)]
    written = pd.Series(units).fillna("")
    if own.empty or len(set(written)) <= 1:
        label = quantity if own.empty else own["label"].iloc[0]
        return pd.Series([label] * len(written), dtype="str")
    label = str(own["label"].iloc[0]).removesuffix(f", {own['unit_text'].iloc[0]}")
    return (label + ", " + written).str.removesuffix(", ")
