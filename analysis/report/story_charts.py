"""
The range chart of a story's first quantity, as a picture next to the story's page.

In: the tables of one story. Out: an SVG file and the attributes of its ``<img>``. The chart is that
of ``chart.figure_ranges``, with the reports that notebook 02 would show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.chart.captions import alt_text
from analysis.chart.figure_ranges import figures_range
from analysis.chart.style import use_style
from analysis.compare.finding_words import axis_unit, quantity_finding
from analysis.compare.quantity_reports import reports_of_quantity
from analysis.core import owned_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from analysis.chart.palette import Mark
    from analysis.core.run_tables import RunTables
    from analysis.report.stories import Story

__all__ = ["write_chart"]

_CSS_PIXELS = 96  # of an inch


def write_chart(
    folder: Path, story: Story, run: RunTables, marks: Mapping[str, Mark], title_mark: str = ""
) -> dict[str, object] | None:
    """
    Draw the range chart of a story.

    Parameters
    ----------
    folder : Path
        Where ``FILE.svg`` is written; it exists.
    story : Story
    run : RunTables
        The tables of this story: ``articles``, ``sentences``, ``figures``, ``attributions`` and
        ``quantities``.
    marks : mapping of str to Mark
        From ``palette.outlet_marks`` of the whole corpus.
    title_mark : str
        What the title adds if the corpus is constructed.

    Returns
    -------
    dict of str to object or None
        ``src`` (relative to the folder), ``alt``, ``width`` and ``height`` in CSS pixels. None,
        and no file, for a story without a number.
    """
    first = story.first
    if first is None:
        return None
    reports = reports_of_quantity(run, first["quantity_id"])
    put_forward = reports.loc[reports["is_headline"]]
    quantities = run.quantities.set_index("quantity_id")
    figure = figures_range(
        put_forward,
        title=quantity_finding(story.label, first, put_forward) + title_mark,
        marks=marks,
        unit=axis_unit(quantities.loc[first["quantity_id"]].to_dict(), put_forward),
    )
    path = folder / f"{story.file}.svg"
    owned_files.claim(path)
    alt = alt_text(figure)
    metadata = {"Date": None, "Creator": None, "Title": story.label, "Description": alt}
    with use_style():
        figure.savefig(path, metadata=metadata)
    width, height = figure.get_size_inches()
    return {
        "src": path.name,
        "alt": alt,
        "width": round(width * _CSS_PIXELS),
        "height": round(height * _CSS_PIXELS),
    }
