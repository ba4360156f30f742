"""
The stories of a corpus, ranked by how much outlets disagree in them.

In: the tables of a run. Out: for each story its neutral label, its matrix of quantities by outlets,
and the quantity that is shown first. Which outlet is right is not considered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from analysis.chart.text_fitting import clean
from analysis.compare.disagreement import disagreement_of
from analysis.compare.findings.printed_range import SIDE_BY_SIDE, agreeing_words, printed_words
from analysis.compare.headline_figures import DOUBTFUL, headline_figures
from analysis.compare.quantity_matrix import marked_matrix
from analysis.compare.shown_quantities import quantity_to_show
from analysis.compare.source_names import with_source_names
from analysis.compare.story_doubt import is_sure, story_label
from analysis.core.calendar_words import short_day
from analysis.core.moments import in_order
from analysis.core.stated_days import uncontradicted_days
from analysis.report import urls

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["MAX_PAGES", "Story", "outlet_name", "ranked_stories", "with_pages"]

MAX_PAGES = 300
"""Pages of stories in a report."""

_SEVERAL = 2  # outlets that can be compared
_LATEST = " (the latest numbers)"
_LONG = 3  # articles of one outlet that are worth a page


@dataclass(frozen=True)
class Story:
    """
    One story, and what outlets print in it.

    Attributes
    ----------
    story_id, label : str
        The label is neutral: no outlet's headline; the id where the story has none. It says where
        the story may be two.
    is_sure : bool
        Whether its articles are taken for one story.
    articles : DataFrame
        Its ``articles``, in order of day.
    rows, cells : DataFrame
        From ``compare.quantity_matrix``.
    doubtful : DataFrame
        Its figures that are in no cell because they were read with little certainty, with
        ``outlet``, ``published`` and the ``label`` of their quantity.
    n_disagreements : int
        Pairs of outlets that print different numbers for one quantity, over all quantities.
    ratio : float
        How many times the lowest number of the first quantity its highest is; 1 if unknown.
    """

    story_id: str
    label: str
    is_sure: bool
    articles: pd.DataFrame = field(repr=False)
    rows: pd.DataFrame = field(repr=False)
    cells: pd.DataFrame = field(repr=False)
    doubtful: pd.DataFrame = field(repr=False)
    n_disagreements: int
    ratio: float

    @property
    def file(self) -> str:
        """File name of its page, without extension."""
        return urls.story_file(self.story_id)

    @property
    def n_articles(self) -> int:
        """Its articles."""
        return len(self.articles)

    @cached_property
    def n_outlets(self) -> int:
        """Outlets that reported it; articles without an outlet count for none."""
        return len(set(self.articles["outlet"].dropna()))

    @property
    def is_shared(self) -> bool:
        """Whether two or more outlets reported it."""
        return self.n_outlets >= _SEVERAL

    @property
    def differs(self) -> bool:
        """Whether outlets print different numbers for one of its quantities."""
        return self.n_differing > 0

    @cached_property
    def n_shared(self) -> int:
        """Quantities that two or more outlets print."""
        return sum(n_outlets >= _SEVERAL for n_outlets in self.rows["n_outlets"])

    @cached_property
    def n_differing(self) -> int:
        """Quantities for which outlets print different numbers, without those in doubt."""
        states = zip(self.rows["differ"].astype(object), self.rows["in_doubt"], strict=True)
        return sum(differ is True and not in_doubt for differ, in_doubt in states)

    @cached_property
    def n_rivalled(self) -> int:
        """Quantities that two or more outlets print, one of them with rival numbers beside it."""
        shared = self.rows.loc[self.rows["n_outlets"] >= _SEVERAL]
        return sum(n_rivals > 0 for n_rivals in shared["n_rivals"])

    @cached_property
    def has_older(self) -> bool:
        """Whether an outlet's number is left out since another printed a later one."""
        return bool(self.rows["n_overtaken"].to_numpy().sum())

    @cached_property
    def n_in_doubt(self) -> int:
        """Quantities whose numbers differ, unless they are of two things: ``are_in_doubt``."""
        return sum(self.rows["in_doubt"].astype(bool))

    @cached_property
    def first(self) -> Mapping | None:
        """
        The quantity shown first: of those that differ the most printed one, or else the first.

        None if no number was read as printed by two outlets.
        """
        if not self.n_shared:
            return None
        return (
            self.rows.set_index("quantity_id", drop=False)
            .loc[quantity_to_show(self.rows)]
            .to_dict()
        )

    @cached_property
    def first_cells(self) -> pd.DataFrame:
        """What each outlet prints for the first quantity."""
        if self.first is None:
            return self.cells.iloc[:0]
        return self.cells.loc[self.cells["quantity_id"].eq(self.first["quantity_id"])]

    @property
    def can_be_drawn(self) -> bool:
        """Whether two or more outlets print the first quantity, so that a chart compares them."""
        return len(self.first_cells) >= _SEVERAL

    @property
    def quantity(self) -> str:
        """The first quantity in words, or an empty string."""
        return "" if self.first is None else clean(self.first["label"])

    @property
    def printed(self) -> str:
        """
        Its range as printed ("from 27 to 41"), with a rival number; or an empty string.

        Where its numbers agree ("about 200" and "198") they are no range. A number that another
        outlet printed too and has changed since, or one that another carried on later,
        is left out, as in findings, and the words say so: "from 23 to 24 (the latest numbers)".
        Where one outlet's alone would be left, all are told, and that they were revised.
        """
        if self.first is None:
            return ""
        standing = self.first_cells.loc[~self.first_cells["overtaken"].astype(bool)]
        is_alone = len(set(standing["outlet"])) < min(_SEVERAL, len(self.first_cells))
        if is_alone:
            words = f"{printed_words(self.first_cells)}, revised over time"
        elif self.first["differ"] is False:
            words = agreeing_words(standing)
        else:
            words = printed_words(standing)
            words += _LATEST if len(standing) < len(self.first_cells) else ""
        rivals = self.first_cells["rivals"].dropna()
        if rivals.empty or not self.first["n_rivals"] or words.endswith(SIDE_BY_SIDE):
            return clean(words)
        return clean(f"{words}; beside it {rivals.iloc[0]}")

    @property
    def n_origins(self) -> int | None:
        """The most independent origins that the first quantity can have; None without one."""
        return None if self.first is None else int(self.first["n_origins"])

    @cached_property
    def day(self) -> str:
        """Its first day that no text contradicts, in words."""
        days = sorted(uncontradicted_days(self.articles).dropna())
        if days:
            return short_day(days[0])
        return "no date" if self.articles["published"].dropna().empty else "in doubt"


def ranked_stories(tables: Mapping[str, pd.DataFrame]) -> list[Story]:
    """
    Return the stories that can be compared or are long, those with most disagreement first.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        ``articles``, ``figures``, ``attributions``, ``stories`` and ``quantities``. Not changed.

    Returns
    -------
    list of Story
        Stories of two or more outlets, and of one outlet with three or more articles. Those that
        may be two come last. By pairs of outlets that disagree, the range of the first quantity,
        whether numbers differ at all or may differ, outlets, articles and label. Empty if there is
        none.
    """
    articles = tables["articles"].dropna(subset=["story_id"])
    groups = {str(story_id): own for story_id, own in articles.groupby("story_id")}
    is_of_story = tables["figures"]["article_id"].isin(articles["article_id"])
    own_figures = tables["figures"].loc[is_of_story]
    marked = headline_figures(with_source_names(own_figures, tables["attributions"]), articles)
    marked_of = _by_story(marked)
    quantities = tables["quantities"]
    quantities_of = _by_story(quantities)
    listed = tables["stories"].set_index("story_id")[["label", "p"]].T.to_dict()
    found = []
    for name, own in groups.items():
        outlets = set(own["outlet"].dropna())
        if len(outlets) < _SEVERAL and len(own) < _LONG:
            continue
        own_marked = marked_of[name] if name in marked_of else marked.iloc[:0]
        own_quantities = quantities_of[name] if name in quantities_of else quantities.iloc[:0]
        rows, cells = marked_matrix(own_marked, own, own_quantities)
        disagreement = disagreement_of(rows)
        about = listed.get(name, {"label": None, "p": None})
        story = Story(
            story_id=name,
            label=story_label(clean(about["label"]) or clean(name), about["p"]),
            is_sure=is_sure(about["p"]),
            articles=in_order(own, "outlet", "article_id"),
            rows=rows,
            cells=cells,
            doubtful=_doubtful(own_marked, own_quantities),
            n_disagreements=disagreement.n_pairs,
            ratio=disagreement.ratio,
        )
        found.append(story)
    return sorted(found, key=_rank)


def _doubtful(marked: pd.DataFrame, quantities: pd.DataFrame) -> pd.DataFrame:
    """Return the figures that were read with little certainty, with the label of their quantity."""
    label_of = dict(zip(quantities["quantity_id"], quantities["label"], strict=True))
    found = marked.loc[marked["set_aside"].eq(DOUBTFUL) & marked["outlet"].notna()]
    found = found.assign(label=found["quantity_id"].map(label_of))
    return found.sort_values(["label", "published", "article_id", "start"], kind="stable")


def _by_story(table: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the rows of each story of a table."""
    return {str(name): rows for name, rows in table.groupby("story_id", sort=False)}


def _rank(story: Story) -> tuple[bool, int, float, int, int, int, str, str]:
    """Return the sort key of a story; ``story_order`` tells it in words."""
    return (
        not story.is_sure,
        -story.n_disagreements,
        -story.ratio,
        _doubt_of(story),
        -story.n_outlets,
        -story.n_articles,
        story.label,
        story.story_id,
    )


def _doubt_of(story: Story) -> int:
    """Return 0 if outlets differ in a story, 1 if they may, and 2 if no difference was found."""
    if story.differs or story.n_rivalled:
        return 0
    return 1 if story.n_in_doubt else 2


def with_pages(stories: Sequence[Story]) -> list[Story]:
    """
    Return the stories that have a page of their own.

    Parameters
    ----------
    stories : sequence of Story
        From ``ranked_stories``.

    Returns
    -------
    list of Story
        The first ``MAX_PAGES`` of several articles: one article has a page already. If no story has
        several, the first of all.
    """
    several = [story for story in stories if story.n_articles > 1]
    return (several or list(stories))[:MAX_PAGES]


def outlet_name(outlet: object) -> str:
    """Return an outlet as a page shows it."""
    return clean(outlet) or "no outlet given"
