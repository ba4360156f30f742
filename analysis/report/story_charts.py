"""
The range chart of a story's first quantity, inside the story's page and as a file next to it.

In: the tables of one story. Out: an SVG file and the element of the page, whose marks are links.
The chart is that of ``chart.figure_ranges``, with the reports that notebook 02 would show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from analysis.chart.evidence import split_place
from analysis.chart.figure_ranges import figures_range
from analysis.chart.svg import svg_text
from analysis.compare.findings.quantities import quantity_finding
from analysis.compare.quantity_reports import reports_of_quantity
from analysis.compare.shown_quantities import axis_unit, told_label
from analysis.core import owned_files
from analysis.report import urls
from analysis.report.inline_svg import inline_svg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from lxml.etree import _Element

    from analysis.core.run_tables import RunTables
    from analysis.report.stories import Story

__all__ = ["write_chart"]

_ROOT = "../"  # from a story's page to the report folder


def write_chart(
    folder: Path,
    story: Story,
    run: RunTables,
    title_mark: str = "",
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
    title_mark : str
        What the title adds if the corpus is constructed.

    Returns
    -------
    dict of str to object or None
        ``src`` (relative to the folder), ``svg`` and ``title`` (for the page). None, and no file,
        for a story without a number.
    """
    first = story.first
    if first is None:
        return None
    reports = reports_of_quantity(run, first["quantity_id"])
    put_forward = reports.loc[reports["is_headline"]]
    quantities = run.quantities.set_index("quantity_id")
    told = told_label(first["label"], story.rows, first["quantity_id"])
    stated = quantity_finding(story.label, told, reports, int(first["n_origins"]))
    figure = figures_range(
        put_forward,
        title=stated + title_mark,
        unit=axis_unit(quantities.loc[first["quantity_id"]].to_dict(), put_forward),
    )
    path = folder / f"{story.file}.svg"
    owned_files.claim(path)
    path.write_text(svg_text(figure, story.file), encoding="utf8")
    article_of = dict(zip(run.figures["figure_id"], run.figures["article_id"], strict=True))

    def find_address(places: Sequence[str]) -> str | None:
        return next(filter(None, (_address(place, article_of) for place in places)), None)

    element = inline_svg(path, "in-chart", find_address)
    return {"src": path.name, "svg": _to_markup(element), "title": f"{stated}{title_mark}"}


def _address(place: str, article_of: Mapping[str, str]) -> str | None:
    """Return the address of a piece of evidence; None for what has no place of its own."""
    kind, identifiers, _ = split_place(place)
    if kind == "figure" and identifiers[0] in article_of:
        return _ROOT + urls.figure(article_of[identifiers[0]], identifiers[0])
    if kind == "sentence":
        return _ROOT + urls.sentence(*identifiers)
    if kind == "article":
        return _ROOT + urls.article(identifiers[0])
    return None


def _to_markup(element: _Element | None) -> Markup:
    """Serialise an element; nothing for a file that is no SVG."""
    import lxml.etree as etree

    return Markup("" if element is None else etree.tostring(element, encoding="unicode"))
