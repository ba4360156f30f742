"""
Put the quantities of a story side by side: which outlet prints which, and where they differ.

In: figures with ``quantity_id``, articles, quantities. Out: one row a quantity, and one row for
each quantity and outlet that prints it. A cell is the outlet's last headline figure; what it
printed before is listed. Which number is right is not considered.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, combinations

import pandas as pd

from analysis.compare.counted_on import is_of_one_source, may_be_counted_on, source_in_words
from analysis.compare.doubtful_numbers import are_in_doubt, n_printing
from analysis.compare.feared_dead import feared_dead, with_feared_dead
from analysis.compare.headline_figures import LEAD_SENTENCES, headline_figures
from analysis.compare.number_words import (
    agree,
    comparable,
    number_in_words,
    same_number,
    same_unit,
    tells_number,
)
from analysis.compare.numbers_beside import (
    print_both,
    printed_beside,
    prints_beside,
    put_beside,
    rivals_beside,
)
from analysis.compare.origins import Statement, TextOrigins
from analysis.compare.same_source import is_one_source
from analysis.compare.source_names import with_source_names
from analysis.core.moments import minutes_of_both, moment_of
from analysis.core.records import records_of

__all__ = [
    "CELL_COLUMNS",
    "ROW_COLUMNS",
    "any_differ",
    "busiest_story",
    "marked_matrix",
    "origins_by_quantity",
    "quantity_matrix",
]

_OPENING = 3  # the headline and the first sentences
_READ_TOO = ("published_zone", "source_name", "outcome", "counted", "standing", "is_raised")
_COMPARED = (
    *("low", "high", "qualifier", "qualifier_text", "text"),
    *("unit", "unit_text", "currency", "change"),
)
_OUTDATED = "outdated"  # of ``standing``
_OPEN = ("at_least", "more_than")
_SLIGHT = 0.02  # share of a number by which another one must differ to rank a story
# who is in a hospital or without power today may not be so tomorrow
_MAY_FALL = re.compile(r"\b(?:seriously injured|in hospitals?|in shelters|without power)\b")
_SEVERAL = 2  # outlets that print a number before another is marked as different from it

ROW_COLUMNS = (
    "quantity_id",
    "label",
    "n_outlets",
    "n_origins",
    "differ",
    "in_doubt",
    "n_disagree",
    "n_overtaken",
    "n_rivals",
    "lowest",
    "highest",
    "part_of",
)
CELL_COLUMNS = (
    "quantity_id",
    "label",
    "outlet",
    "words",
    "differs",
    "overtaken",
    "before",
    "rivals",
    "also",
    "published",
    "published_time",
    "first_published",
    "source",
    "low",
    "high",
    "qualifier",
    "qualifier_text",
    "unit",
    "unit_text",
    "currency",
    "change",
    "text",
    "checked",
    "checked_by",
    "in_doubt",
    "article_id",
    "sentence_id",
    "figure_id",
)


def busiest_story(figures: pd.DataFrame, articles: pd.DataFrame, quantity: str = "") -> str:
    """
    Return the story in which outlets share most numbers.

    Parameters
    ----------
    figures, articles : DataFrame
        The tables of those names, with ``quantity_id`` and ``story_id``. Not changed.
    quantity : str
        A ``quantity_id``: its story is returned, if it has one.

    Returns
    -------
    str
        By the number of outlets of its most shared quantity, then of quantities that two outlets
        share, then of figures, then of outlets, then by name. Empty if no article is in a story.
    """
    marked = headline_figures(figures, articles).dropna(subset=["story_id"])
    own = marked.loc[marked["quantity_id"].eq(quantity), "story_id"]
    if len(own):
        return str(own.iloc[0])
    stories = articles.dropna(subset=["story_id"]).groupby("story_id")
    if not len(stories):
        return ""
    stated = _comparable(marked)
    outlets = stated.groupby(["story_id", "quantity_id"])["outlet"].nunique()
    by_story = pd.DataFrame({"outlets": stories["outlet"].nunique()})
    by_story["most"] = outlets.groupby("story_id").max()
    by_story["shared"] = outlets.loc[outlets >= _SEVERAL].groupby("story_id").size()
    by_story["figures"] = stated.groupby("story_id").size()
    order = ["most", "shared", "figures", "outlets"]
    ranked = by_story.fillna(0).sort_index().sort_values(order, ascending=False, kind="stable")
    return str(ranked.index[0])


def quantity_matrix(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    quantities: pd.DataFrame,
    attributions: pd.DataFrame | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """
    Return the quantities of a story, and what each outlet prints for them.

    Parameters
    ----------
    figures : DataFrame
        The ``figures`` table of one story, with ``quantity_id``. Not changed.
    articles, quantities : DataFrame
        The tables of those names. Not changed.
    attributions : DataFrame, optional
        The table of that name, for the origins: in it "the company" has its name.

    Returns
    -------
    rows : DataFrame
        ``ROW_COLUMNS``: the quantities that most outlets print first, of as many those of people
        killed, then those that most headlines and first sentences state, then those of which most
        figures are printed. "Many" or
        "several" alone is no quantity here, unless people were harmed; ``n_outlets`` are those that
        print a number (``n_printing``). ``n_origins`` is the most
        independent origins that they can have.
        ``differ``: whether two outlets' numbers differ by more than rounding and open ends; null
        if no two are ``comparable``. ``in_doubt``: whether they differ and may well be of two
        things (``are_in_doubt``).
        ``n_disagree``: pairs of outlets whose numbers differ so, by a fiftieth or more, on one day
        or on the word of two sources: a number of the next day may be an update. ``n_overtaken``:
        cells that are ``overtaken``. ``n_rivals``: outlets that print rival numbers side by side,
        none where the row is ``in_doubt``: of judged rows with rivals 15 of 17 whose own numbers
        agree had rivals of the same thing, 10 of 15 that surely differ, and 8 of 18 in doubt.
        ``lowest`` and ``highest`` are over the cells; null if all are vague or units differ.
        ``differ``, ``n_disagree`` and both ends pass over cells that are ``overtaken``.
    cells : DataFrame
        ``CELL_COLUMNS``: ``words`` as printed ("at least 29"), ``differs``: whether they disagree
        with the number that most outlets print, if two or more do and no other number is printed by
        as many, ``overtaken``: whether another outlet had printed the same number by then and has
        printed another one since, or prints a later one of the same source or one that may be the
        same count, carried on (``counted_on``), and none printed another on that day, so that they
        differ by their day alone (or by their time, where both are known); or whether another
        outlet tells it as outdated (``standing``) and prints another, ``before``: the outlet's
        other numbers, in order of day, null if there are none. ``rivals``: other numbers that the
        same article prints for the quantity on the word of another source, with the source
        ("140,000 (the monitor)"), and beside a toll how many it says are feared dead; null if it
        prints none. ``also``: the ends of those in the unit
        of the cell ("140000.0–140000.0; ..."). Two outlets that print the number of each other
        beside their own do not differ. ``first_published`` is the day of its first number;
        ``in_doubt`` is that of the row. An article without a day is taken as the earliest. Articles
        without an outlet have no cell.
    """
    marked = headline_figures(with_source_names(figures, attributions), articles)
    return marked_matrix(marked, articles, quantities)


def marked_matrix(
    marked: pd.DataFrame, articles: pd.DataFrame, quantities: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """
    Return the matrix of a story whose figures are marked already.

    For many stories: to mark the figures of all of them takes as long as those of one.

    Parameters
    ----------
    marked : DataFrame
        The rows of the story in ``headline_figures`` of the corpus, for the origins with
        ``source_name`` (``with_source_names``) if it is known. Not changed.
    articles, quantities : DataFrame
        The rows of the story in the tables of those names. Not changed.

    Returns
    -------
    rows, cells : DataFrame
        See ``quantity_matrix``.
    """
    marked = _with_times(marked, articles)
    stated = _comparable(marked).dropna(subset=["outlet"])
    leads = marked.loc[marked["sentence_id"] < LEAD_SENTENCES]
    stated = stated.sort_values(["published", "article_id", "start"], na_position="first")
    label_of = dict(zip(quantities["quantity_id"], quantities["label"], strict=True))
    total_of = dict(zip(quantities["quantity_id"], quantities["part_of"], strict=True))
    rows, cells = [], []
    figures_of = _figures_by_quantity(stated)
    others_of = _figures_by_quantity(put_beside(marked))
    stated_of = _figures_by_quantity(marked.dropna(subset=["outlet"]))
    leads_of = _figures_by_quantity(leads.dropna(subset=["outlet"]))
    origins = TextOrigins(articles)
    feared_of = feared_dead(marked, total_of)
    p_of = dict(zip(quantities["quantity_id"], quantities["p"], strict=True))
    for quantity_id, by_outlet in figures_of.items():
        label = label_of.get(quantity_id, quantity_id)
        for figure in chain.from_iterable(by_outlet.values()):
            figure["may_fall"] = _MAY_FALL.search(label) is not None
        own = _cells(by_outlet, others_of.get(quantity_id, {}), stated_of[quantity_id])
        for cell in own:
            cell["rivals"] = with_feared_dead(cell, feared_of)
        differ = any_differ(own)
        in_doubt = differ is True and are_in_doubt(own, p_of.get(quantity_id))
        cells += [{**cell, "label": label, "in_doubt": in_doubt} for cell in own]
        group = list(chain.from_iterable(by_outlet.values()))
        with_number = [figure for figure in group if tells_number(figure)] or group
        rows.append(
            {
                "quantity_id": quantity_id,
                "label": label,
                "n_outlets": n_printing(own),
                "n_origins": _n_origins(with_number, leads_of.get(quantity_id, {}), origins),
                "differ": differ,
                "in_doubt": in_doubt,
                "n_disagree": _n_disagree(own),
                "n_overtaken": sum(cell["overtaken"] for cell in own),
                "n_rivals": 0 if in_doubt else sum(cell["rivals"] is not None for cell in own),
                "part_of": total_of.get(quantity_id),
                "is_of_killed": all(figure["outcome"] == "killed" for figure in group),
                "n_lead": sum(figure["sentence_id"] < _OPENING for figure in group),
                "n_figures": len(group),
                **_ends(own),
            }
        )
    order = ["n_outlets", "is_of_killed", "n_lead", "n_figures"]
    table = pd.DataFrame(rows, columns=[*ROW_COLUMNS, *order[1:]])
    table = table.sort_values(order, ascending=False, kind="stable", ignore_index=True)
    place = {quantity_id: row for row, quantity_id in enumerate(table["quantity_id"])}
    matrix = pd.DataFrame(cells, columns=list(CELL_COLUMNS))
    matrix = matrix.sort_values("quantity_id", key=lambda ids: ids.map(place), kind="stable")
    return table.loc[:, list(ROW_COLUMNS)], matrix.reset_index(drop=True)


def origins_by_quantity(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    quantities: pd.DataFrame,
    attributions: pd.DataFrame,
) -> dict[str, int]:
    """
    Return the most independent origins of each quantity of a corpus, as the matrix has them.

    Parameters
    ----------
    figures, articles, quantities, attributions : DataFrame
        The tables of those names, with ``quantity_id`` and ``story_id``. Not changed.

    Returns
    -------
    dict of str to int
        Quantities of articles in no story are left out.
    """
    marked = headline_figures(with_source_names(figures, attributions), articles)
    found: dict[str, int] = {}
    for story, of_story in articles.dropna(subset=["story_id"]).groupby("story_id"):
        own = marked.loc[marked["story_id"].eq(story)]
        rows, _ = marked_matrix(own, of_story, quantities)
        found.update(zip(rows["quantity_id"], rows["n_origins"].astype(int), strict=True))
    return found


def _n_origins(
    group: Sequence[Mapping], leads: Mapping[str, Sequence[Mapping]], origins: TextOrigins
) -> int:
    """Return the most independent origins that a quantity can have; one outlet is one."""
    if len({figure["outlet"] for figure in group}) < _SEVERAL:
        return 1
    articles = {figure["article_id"] for figure in group}
    in_leads = chain.from_iterable(leads.values())
    figures = [*group, *(figure for figure in in_leads if figure["article_id"] in articles)]
    return origins.count(
        [
            Statement(
                figure["article_id"],
                figure["outlet"],
                figure.get("source_name") or figure["source"],
            )
            for figure in figures
        ]
    )


def _comparable(marked: pd.DataFrame) -> pd.DataFrame:
    """Return the headline figures of quantities that have a number, or of people harmed."""
    has_number = marked["low"].notna() | marked["high"].notna() | marked["outcome"].notna()
    is_stated = has_number.groupby(marked["quantity_id"]).transform("any").astype(bool)
    return marked.loc[marked["is_headline"] & is_stated]


def _with_times(marked: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return figures with the time of day and the zone of their article, if they are known."""
    added = {}
    for name in ("published_time", "published_zone"):
        read = articles.reindex(columns=["article_id", name])
        value_of = dict(zip(read["article_id"], read[name], strict=True))
        added[name] = marked["article_id"].map(value_of.get).astype("str")
    return marked.assign(**added)


def _figures_by_quantity(stated: pd.DataFrame) -> dict[str, dict[str, list[dict]]]:
    """
    Return the figures of each quantity and outlet as dicts, in order.

    All are converted at once: a story has many quantities with few figures each.
    """
    found: dict[str, dict[str, list[dict]]] = {}
    columns = (*CELL_COLUMNS, *_READ_TOO)
    read = stated.loc[:, [name for name in columns if name in stated]]
    for figure in records_of(read):
        by_outlet = found.setdefault(str(figure["quantity_id"]), {})
        by_outlet.setdefault(str(figure["outlet"]), []).append(figure)
    return found


def _others_printed(figures: Sequence[dict]) -> list[str]:
    """Return the numbers of an outlet but the last; "nearly 40" is no other than "almost 40"."""
    plain = [number_in_words({**figure, "qualifier_text": None}) for figure in figures]
    first = dict(zip(reversed(plain), reversed(figures), strict=True))
    return [number_in_words(first[words]) for words in dict.fromkeys(plain) if words != plain[-1]]


def _cells(
    by_outlet: Mapping[str, Sequence[dict]],
    others: Mapping[str, Sequence[dict]],
    stated: Mapping[str, Sequence[dict]],
) -> list[dict]:
    """Return the last figure of each outlet, with its rivals and what the outlet printed before."""
    cells = []
    put_forward = {name: [*by_outlet.get(name, ()), *others.get(name, ())] for name in stated}
    for outlet, figures in by_outlet.items():
        last = figures[-1]
        earlier = _others_printed(figures)
        beside = others.get(outlet, ())
        elsewhere = chain.from_iterable(
            own for name, own in put_forward.items() if beside and name != outlet
        )
        cell = {
            "outlet": outlet,
            "words": number_in_words(last),
            "before": ", ".join(earlier) or None,
            "rivals": rivals_beside(last, beside, stated[outlet], list(elsewhere)),
            "also": printed_beside(last, beside),
            "first_published": figures[0]["published"],
        }
        cells.append({**last, **cell})
    for cell in cells:
        is_older = any(_overtakes(by_outlet[other["outlet"]], other, cell) for other in cells)
        is_disputed = _is_disputed(cell, by_outlet.values()) or _is_repeated(cell, cells)
        cell["overtaken"] = is_older and not is_disputed
    outdated = [cell for cell in cells if _is_told_as_outdated(cell, stated, by_outlet)]
    if not all(cell["overtaken"] or cell in outdated for cell in cells):
        for cell in outdated:
            cell["overtaken"] = True
    usual = _printed_by_several(_current(cells))
    for cell in cells:
        is_other = usual is not None and not agree(cell, usual) and not print_both(cell, usual)
        cell["differs"] = is_other and not cell["overtaken"]
    return cells


def _overtakes(figures: Sequence[Mapping], last: Mapping, cell: Mapping) -> bool:
    """
    Return whether an outlet printed the number of a cell first, and another one later.

    A later number of the same source overtakes the earlier one as well, whoever printed that; so
    does one that may be the same count, carried on; not one that stands beside the earlier number
    as its rival.
    """
    if last["outlet"] == cell["outlet"] or not _is_later(last, cell):
        return False
    if prints_beside(last, cell) or prints_beside(cell, last):
        return False
    if agree(last, cell):
        return _outgrows(last, cell)
    if may_be_counted_on(cell, last):
        return True
    sources = source_in_words(last), source_in_words(cell)
    if cell["source"] is not None and is_one_source(*sources):
        return True
    return any(
        not _is_of_later_day(figure, cell) and agree(figure, cell) for figure in figures[:-1]
    )


def _outgrows(last: Mapping, cell: Mapping) -> bool:
    """
    Return whether a later count is above an earlier one that was open: "at least 17", then 19.

    Both agree, but whoever reads the two takes the second for an update, not for the first.
    """
    if cell["qualifier"] not in _OPEN or not last["low"] or last["low"] <= cell["low"]:
        return False
    return not same_number(last, cell) and may_be_counted_on(cell, last)


def _is_told_as_outdated(
    cell: Mapping, stated: Mapping[str, Sequence[Mapping]], by_outlet: Mapping[str, Sequence[dict]]
) -> bool:
    """Return whether an outlet tells, on no earlier day, that a number has changed to its own."""
    for outlet, figures in stated.items():
        last = by_outlet.get(outlet)
        if outlet == cell["outlet"] or last is None or agree(last[-1], cell):
            continue
        if any(
            figure.get("standing") == _OUTDATED
            and same_number(figure, cell)
            and None not in (figure["published"], cell["published"])
            and not _is_later(cell, figure)
            for figure in figures
        ):
            return True
    return False


def _is_disputed(cell: Mapping, outlets: Collection[Sequence[Mapping]]) -> bool:
    """
    Return whether another outlet printed another number on the day of a cell, and not later.

    A number of an earlier hour may be the count that the cell carries on; one that nobody
    prints later was a state of that count too, unless two sources stand behind them.
    """
    last = [figures[-1] for figures in outlets if _is_later(figures[-1], cell)]
    return cell["published"] is not None and any(
        figure["published"] == cell["published"]
        and not _is_later(figure, cell)
        and not agree(figure, cell)
        and not (_is_later(cell, figure) and may_be_counted_on(figure, cell))
        and (not is_of_one_source(figure, cell) or any(agree(figure, own) for own in last))
        for figures in outlets
        for figure in figures
        if figure["outlet"] != cell["outlet"]
    )


def _is_repeated(cell: Mapping, cells: Sequence[Mapping]) -> bool:
    """Return whether an outlet prints the number of a cell after another printed its own."""
    others = [other for other in cells if not agree(other, cell) and _is_later(other, cell)]
    return any(
        same_number(again, cell) and _is_later(again, other)
        for again in cells
        for other in others
        if again["outlet"] != other["outlet"]
    )


def _is_of_later_day(figure: Mapping, cell: Mapping) -> bool:
    days = figure["published"], cell["published"]
    return None not in days and days[0] > days[1]


def _is_later(figure: Mapping, cell: Mapping) -> bool:
    """Return whether a figure is of a later day, or of a later time, where the zones tell."""
    minutes = minutes_of_both(moment_of(figure), moment_of(cell))
    if minutes is not None:
        return minutes[0] > minutes[1]
    return _is_of_later_day(figure, cell)


def _current(cells: Sequence[Mapping]) -> list[Mapping]:
    """Return the cells that no later number of another outlet overtakes."""
    return [cell for cell in cells if not cell.get("overtaken")]


def _distinct(
    cells: Iterable[Mapping], names: Sequence[str] = _COMPARED
) -> list[tuple[Mapping, int]]:
    """
    Return a cell of each number and unit as printed, and how many cells print it.

    Hundreds of outlets print a few numbers, so that these are compared instead of all pairs.
    """
    first: dict[tuple, Mapping] = {}
    counts: Counter[tuple] = Counter()
    for cell in cells:
        key = tuple(cell.get(name) for name in names)
        first.setdefault(key, cell)
        counts[key] += 1
    return [(cell, counts[key]) for key, cell in first.items()]


def _printed_by_several(cells: Sequence[Mapping]) -> Mapping | None:
    """Return the number that most outlets print; None if fewer than two do, or two tie."""
    distinct = _distinct(cells)
    votes = [n_cells * same_number(cell, cell) for cell, n_cells in distinct]
    for (place, (one, n_one)), (other_place, (other, n_other)) in combinations(
        enumerate(distinct), 2
    ):
        if same_number(one, other):
            votes[place] += n_other
            votes[other_place] += n_one
    most = max(votes, default=0)
    if most < _SEVERAL:
        return None
    chosen = zip(distinct, votes, strict=True)
    usual, *others = [cell for (cell, _), n_votes in chosen if n_votes == most]
    return usual if all(same_number(usual, other) for other in others) else None


def any_differ(cells: Sequence[Mapping]) -> bool | None:
    """
    Return whether two numbers of a quantity differ by more than rounding and open ends.

    Parameters
    ----------
    cells : sequence of mapping
        Figures with ``low``, ``high``, ``qualifier``, ``unit``, ``unit_text`` and ``currency``;
        None for what is missing.

    Returns
    -------
    bool or None
        None if no two are ``comparable``. Overtaken ones are left out.
    """
    cells = _current(cells)
    distinct = _distinct(cells, (*_COMPARED, "also"))
    pairs = list(combinations([cell for cell, _ in distinct], 2))
    pairs += [(cell, cell) for cell, n_cells in distinct if n_cells > 1]
    compared = [pair for pair in pairs if comparable(*pair)]
    if not compared and len(cells) > 1:
        return None
    return any(not agree(one, other) and not print_both(one, other) for one, other in compared)


def _n_disagree(cells: Sequence[Mapping]) -> int:
    """
    Return how many pairs of outlets print different numbers of one day, or of two sources.

    Slight differences are left out; so is a number of the next day that may be the same count.
    """
    when = ("published", "published_time", "published_zone")
    names = (*_COMPARED, *when, "source", "also")
    pairs = combinations(_distinct(_current(cells), names), 2)
    return sum(
        n_one * n_other
        for (one, n_one), (other, n_other) in pairs
        if not agree(one, other)
        and not print_both(one, other)
        and not _is_slight(one, other)
        and not _may_be_update(one, other)
    )


def _may_be_update(one: Mapping, other: Mapping) -> bool:
    """Return whether one of two numbers is later, and they are not said to be of two sources."""
    is_later = _is_later(one, other) or _is_later(other, one)
    return is_later and is_of_one_source(one, other)


def _is_slight(one: Mapping, other: Mapping) -> bool:
    """Return whether two numbers differ by less than a fiftieth: 50.3 and 50.4 percent."""
    if not same_unit(one, other):
        return False
    ends = [cell[name] for cell in (one, other) for name in ("low", "high")]
    known = [abs(end) for end in ends if end is not None]
    return len(known) == len(ends) and max(known) - min(known) < _SLIGHT * max(known)


def _ends(cells: Sequence[Mapping]) -> dict[str, float | None]:
    cells = _current(cells)
    distinct = [cell for cell, _ in _distinct(cells)]
    is_one_unit = all(same_unit(*pair) for pair in combinations(distinct, 2))
    stated = [end for cell in cells for end in (cell["low"], cell["high"]) if end is not None]
    if not is_one_unit or not stated:
        return {"lowest": None, "highest": None}
    return {"lowest": min(stated), "highest": max(stated)}
