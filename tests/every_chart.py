"""Every kind of chart, with a function that makes its table for a number of outlets."""

from functools import partial

from chart_tables import (
    candidates,
    comparisons,
    figures,
    months,
    namings,
    printed_numbers,
    targets,
)
from chart_tables import (
    differences as made_differences,
)
from chart_tables import (
    keyness as made_keyness,
)
from chart_tables import (
    shares as made_shares,
)

from analysis.chart.bars import diverging, shares
from analysis.chart.claims import claims_timeline
from analysis.chart.dot_plots import differences, intervals
from analysis.chart.figure_ranges import figures_range
from analysis.chart.keyness import keyness
from analysis.chart.matrices import heatmap, target_matrix
from analysis.chart.number_timeline import number_timeline
from analysis.chart.propagation import propagation
from analysis.chart.quantity_table import quantity_table
from analysis.chart.timelines import articles_by_month
from analysis.core.tables import SOURCE_TYPES, STANCES


def draw_quantities(table, **options):
    """Draw the table of numbers whose cells are the last ones of each outlet."""
    columns = ["quantity_id", "outlet"]
    cells = table.drop_duplicates(columns, keep="last").dropna(subset=["outlet"])
    cells = cells.assign(rivals=None)
    rows = cells.drop_duplicates("quantity_id").assign(differ=True, in_doubt=False, n_rivals=0)
    return quantity_table(rows, cells, **options)


CHARTS = {  # a function, and one that makes its table for a number of outlets
    "figures_range": (figures_range, figures),
    "claims_timeline": (claims_timeline, figures),
    "intervals": (partial(intervals, reference=0.5), comparisons),
    "differences": (differences, made_differences),
    "heatmap": (heatmap, partial(made_shares, column="source_type", categories=SOURCE_TYPES)),
    "target_matrix": (target_matrix, targets),
    "diverging": (diverging, partial(made_shares, column="cue_stance", categories=STANCES)),
    "shares": (shares, namings),
    "keyness": (keyness, made_keyness),
    "number_timeline": (partial(number_timeline, max_outlets=40), printed_numbers),
    "quantity_table": (draw_quantities, printed_numbers),
    "articles_by_month": (articles_by_month, months),
    "propagation": (partial(propagation, origin="2018-11-02"), candidates),
}
