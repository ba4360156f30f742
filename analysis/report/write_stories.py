"""
Write the pages of stories: one for each story that can be compared, and the list of all.

In: ranked stories and the tables of the run. Out: the folder ``stories/`` with pages, range charts
of the first stories of the list, and their numbers as CSV.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.compare.headline_figures import LEAST_PROBABILITY
from analysis.compare.story_doubt import DOUBT_IN_WORDS
from analysis.core import owned_files
from analysis.core.doubt_words import WHY_IN_DOUBT
from analysis.core.records import records_of
from analysis.core.safe_csv import write_csv
from analysis.report import urls
from analysis.report.html import write_page
from analysis.report.stories import Story, with_pages
from analysis.report.story_charts import write_chart
from analysis.report.story_order import order_in_words
from analysis.report.story_page import contents_of
from analysis.run.manifest import CONSTRUCTED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["MAX_CHARTS", "write_stories"]

MAX_CHARTS = 60
"""Range charts in a report: of the first stories, where two outlets print one quantity."""

MAX_LISTED = 800  # rows of the list; the CSV file has all of them
_PER_ARTICLE = ("sentences", "figures", "attributions", "attribution_spans", "names")
_CELLS = {
    "label": "quantity",
    "outlet": "outlet",
    "words": "as printed",
    "rivals": "rival numbers beside it",
    "before": "printed before",
    "published": "published",
    "source": "source",
    "text": "number in the text",
    "article_id": "article",
    "sentence_id": "sentence",
}


def write_stories(
    folder: Path,
    tables: Mapping[str, pd.DataFrame],
    manifest: Mapping[str, Any],
    stories: Sequence[Story],
    site: Mapping[str, object],
) -> None:
    """
    Write the pages of all stories.

    Parameters
    ----------
    folder : Path
        Report folder. What Parallax wrote in its ``stories`` folder is replaced.
    tables : mapping of str to DataFrame
        The tables of ``urls.STORY_TABLES``. Not changed.
    manifest : mapping
        Of the run.
    stories : sequence of Story
        From ``ranked_stories``.
    site : mapping
        What the template ``page.html.j2`` needs on every page.
    """
    target = folder / urls.STORIES_FOLDER
    owned_files.remove(target)
    target.mkdir(parents=True, exist_ok=True)
    parts = _Parts(tables)
    mark = " [constructed sample]" if manifest.get("corpus") in CONSTRUCTED else ""
    shown = with_pages(stories)
    around = [None, *shown, None]
    for place, story in enumerate(shown):
        run = parts.run_of(story)
        chart = None
        if place < MAX_CHARTS and story.can_be_drawn:
            chart = write_chart(target, story, run, mark)
        write_csv(_table_of(story), target / f"{story.file}.csv")
        write_page(
            "story.html.j2",
            target / f"{story.file}.html",
            contents=contents_of(story, run.rows, parts.earlier_of(story)),
            chart=chart,
            rank=place + 1,
            n_ranked=len(stories),
            previous=around[place],
            next=around[place + 2],
            max_charts=MAX_CHARTS,
            doubt=DOUBT_IN_WORDS,
            why_in_doubt=WHY_IN_DOUBT,
            least_probability=LEAST_PROBABILITY,
            **site,
        )
    _write_list(target, stories, tables, site)


def _table_of(story: Story) -> pd.DataFrame:
    """Return what each outlet prints, with names for people."""
    return story.cells.loc[:, list(_CELLS)].rename(columns=_CELLS)


def _write_list(
    target: Path,
    stories: Sequence[Story],
    tables: Mapping[str, pd.DataFrame],
    site: Mapping[str, object],
) -> None:
    n_pages = len(with_pages(stories))
    rows = []
    for place, story in enumerate(stories, 1):
        row = {
            "rank": place,
            "story": story.label,
            "quantity": story.quantity,
            "as printed": story.printed,
            "outlets": story.n_outlets,
            "independent origins of that quantity at most": story.n_origins,
            "articles": story.n_articles,
            "first day": story.day,
            "quantities that outlets share": story.n_shared,
            "quantities that differ": story.n_differing,
            "quantities with rival numbers side by side": story.n_rivalled,
            "pairs of outlets that differ": story.n_disagreements,
            "identifier": story.story_id,
        }
        rows.append(row)
    write_csv(pd.DataFrame(rows), target / "stories.csv")
    write_page(
        "stories.html.j2",
        target / "index.html",
        stories=stories[:MAX_LISTED],
        n_stories=len(stories),
        n_pages=n_pages,
        n_short=len(tables["stories"]) - len(stories),
        ranking=order_in_words(stories),
        why_in_doubt=WHY_IN_DOUBT,
        **site,
    )


@dataclass(frozen=True)
class StoryTables:
    """The rows of one story in every table, each as an attribute; see ``RunTables``."""

    rows: Mapping[str, pd.DataFrame] = field(repr=False)

    def __getattr__(self, name: str) -> pd.DataFrame:
        """Return a table by its name."""
        try:
            return self.__dict__["rows"][name]
        except KeyError:
            raise AttributeError(f"a story has no table {name!r}") from None

    def only_story(self, story: str) -> StoryTables:
        """Return these tables, which are of one story already."""
        del story
        return self


class _Parts:
    """The rows of each story in every table."""

    def __init__(self, tables: Mapping[str, pd.DataFrame]) -> None:
        self._tables = tables
        self._rows = {name: _by_article(tables[name]) for name in _PER_ARTICLE}
        quantities = tables["quantities"]
        self._quantities = dict(list(quantities.groupby("story_id", sort=False)))
        articles = tables["articles"]
        updated = set(articles["update_of"].dropna())
        before = articles.loc[articles["article_id"].isin(list(updated))]
        self._earlier = {str(row["article_id"]): row for row in records_of(before)}

    def run_of(self, story: Story) -> StoryTables:
        """Return the tables of one story; its sentences with those of earlier versions."""
        ids = story.articles["article_id"].tolist()
        with_earlier = [*ids, *(name for name in self.earlier_of(story) if name not in set(ids))]
        own = {name: self._rows_of(name, ids) for name in _PER_ARTICLE}
        own["sentences"] = self._rows_of("sentences", with_earlier)
        own["articles"] = story.articles
        quantities = self._tables["quantities"]
        own["quantities"] = quantities.iloc[:0]
        if story.story_id in self._quantities:
            own["quantities"] = self._quantities[story.story_id]
        return StoryTables(own)

    def earlier_of(self, story: Story) -> dict[str, Mapping[str, Any]]:
        """Return the articles that the story's articles are later versions of."""
        updated = story.articles["update_of"].dropna()
        return {name: self._earlier[name] for name in updated if name in self._earlier}

    def _rows_of(self, table: str, ids: Sequence[str]) -> pd.DataFrame:
        parts = [self._rows[table][name] for name in ids if name in self._rows[table]]
        if not parts:
            return self._tables[table].iloc[:0]
        return pd.concat(parts, ignore_index=True)


def _by_article(table: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return {str(name): rows for name, rows in table.groupby("article_id", sort=False)}
