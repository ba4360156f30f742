"""
Join a user's corrections with a run.

In: a file of corrections and the tables of a run, as its stages deliver them. Out: corrected tables
at each stage, and in the end what became of each correction. A correction changes nothing that was
extracted: kept batches do not depend on it, so the corpus is not read again.
"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analysis import load
from analysis.core.companion_files import CORRECTIONS, find_companion
from analysis.core.regrouping import Regrouping
from analysis.corrections.articles import correct_articles
from analysis.corrections.checked import only_checked
from analysis.corrections.groups import GroupCorrections, article_groups, figure_groups
from analysis.corrections.lay_over import lay_over, of_articles, settle_absent
from analysis.corrections.ledger import Ledger
from analysis.corrections.read import Corrections, corrections_of_table, read_corrections
from analysis.extract.parties.gazetteer import Gazetteer
from analysis.run.event_groups import ByHand

__all__ = ["Correcting", "corrections_of_user", "regroupings_of"]


def corrections_of_user(source: str | Path, file: str | Path | Corrections | None) -> Corrections:
    """
    Return the user's corrections: those of a file, or of the one beside the articles.

    Parameters
    ----------
    source : str or Path
        The articles. Of a corpus by name, there is no file beside it.
    file : str, Path or Corrections, optional
        Empty or None for the one beside the articles; corrections that are read already stay as
        they are.

    Returns
    -------
    Corrections
        Without rows if there is no file.

    Raises
    ------
    InputError
        If the file cannot be read or has bad rows, see ``analysis.corrections.read``.
    """
    if isinstance(file, Corrections):
        return file
    found = file or None
    if found is None and str(source) not in load.SOURCES:
        found = find_companion(source, CORRECTIONS)
    return Corrections() if found is None else read_corrections(found)


class Correcting:
    """
    The corrections of one run, and how far they are applied.

    Parameters
    ----------
    corrections : Corrections
    gazetteer : Gazetteer, optional
        Parties of the project and the user.
    is_selection : bool
        Whether articles of the corpus are left out on purpose.
    only_checked : bool
        Keep only figures and attributions that a person has checked.

    Attributes
    ----------
    ledger : Ledger
        What became of each correction.
    """

    def __init__(
        self,
        corrections: Corrections,
        gazetteer: Gazetteer | None = None,
        *,
        is_selection: bool = False,
        only_checked: bool = False,
    ) -> None:
        self.corrections = corrections
        self.ledger = Ledger(corrections)
        self.is_selection = is_selection
        self.only_checked = only_checked
        self._gazetteer = gazetteer
        self._of_articles: dict[str, GroupCorrections] = {}
        self._of_figures = GroupCorrections({}, {})

    def __bool__(self) -> bool:
        """Return whether anything is to be done."""
        return bool(self.corrections) or self.only_checked

    def correct_articles(self, articles: pd.DataFrame, *, is_whole: bool = True) -> pd.DataFrame:
        """
        Return articles with corrected outlets and days.

        Parameters
        ----------
        articles : DataFrame
            The ``articles`` table, before any are selected. Not changed.
        is_whole : bool
            Whether it holds every article of the corpus.

        Returns
        -------
        DataFrame
        """
        if not self.corrections:
            return articles
        settle_absent(self.ledger, articles, is_selection=not is_whole)
        return correct_articles(articles, self.ledger.unsettled(), self.ledger)

    def correct_again(self, articles: pd.DataFrame) -> pd.DataFrame:
        """Return some articles, read again from disk, with the corrections of all."""
        if not self.corrections:
            return articles
        rows = self.corrections.rows
        theirs = of_articles(rows, articles)
        is_outlet = rows["table"].eq("outlets")
        both = pd.concat([theirs.loc[theirs["table"].eq("articles")], rows.loc[is_outlet]])
        filled = both.loc[both["new"].notna() | both["table"].eq("outlets")]
        return correct_articles(articles, filled, Ledger(self.corrections))

    def begin(self, articles: pd.DataFrame) -> None:
        """Say which corrections are of articles outside the selection, and find the groups."""
        settle_absent(self.ledger, articles, is_selection=self.is_selection)
        for table in ("events", "stories"):
            rows = self.ledger.unsettled()
            self._of_articles[table] = article_groups(rows, table, self.ledger)

    def correct_tables(self, tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
        """Return the tables of some articles, whole ones, with what their texts say corrected."""
        rows = of_articles(self.ledger.unsettled(), tables["articles"])
        new = lay_over(tables, self.ledger, self._gazetteer, rows=rows)
        return {**new, **only_checked(new)} if self.only_checked else new

    def correct_shard(self, tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
        """Return the tables of a shard; an alias may concern several shards."""
        of_shard = Ledger(self.corrections)
        unsettled = self.ledger.unsettled()
        is_alias = self.corrections.rows["column"].eq("alias")
        aliases = self.corrections.rows.loc[is_alias & self.corrections.rows["table"].eq("parties")]
        of_texts = unsettled.loc[~unsettled.index.isin(aliases.index)]
        rows = pd.concat([of_articles(of_texts, tables["articles"]), aliases])
        rows = rows.loc[~rows["table"].isin(["articles", "outlets"])]
        new = lay_over(tables, of_shard, self._gazetteer, rows=rows)
        self.ledger.add(of_shard, rows.index)
        return {**new, **only_checked(new)} if self.only_checked else new

    def by_hand(self) -> ByHand:
        """Return how events and stories are regrouped; empty if they are not."""
        found: ByHand = {}
        events = self._regrouping("events")
        stories = self._regrouping("stories")
        if events:
            found["regrouped_events"] = events
        if stories:
            found["regrouped_stories"] = stories
        return found

    def _regrouping(self, table: str) -> Regrouping:
        groups = self._of_articles.get(table)
        return Regrouping() if groups is None else groups.regrouping

    def find_figures(self, figures: pd.DataFrame, articles: pd.DataFrame) -> Regrouping:
        """Return how quantities are regrouped; only the articles that are named need be given."""
        texts = dict(zip(articles["article_id"], articles["text"], strict=True))
        self._of_figures = figure_groups(self.ledger.unsettled(), figures, texts, self.ledger)
        return self._of_figures.regrouping

    def articles_of_figures(self) -> set[str]:
        """Return the articles whose figures are put together or apart."""
        from analysis.corrections.places import parse_place

        rows = self.ledger.unsettled()
        members = rows.loc[rows["table"].eq("quantities"), "members"]
        found = [parse_place(key) for keys in members for key in keys]
        return {place.article_id for place in found if place is not None}

    def finish(self, articles: pd.DataFrame, figures: pd.DataFrame) -> None:
        """Say which groups hold, when all have been found."""
        for table, column in (("events", "event_id"), ("stories", "story_id")):
            if table in self._of_articles:
                ids = pd.Series(articles["article_id"])
                self._of_articles[table].settle(ids, pd.Series(articles[column]), self.ledger)
        ids = pd.Series(figures["figure_id"])
        self._of_figures.settle(ids, pd.Series(figures["quantity_id"]), self.ledger)

    def facts(self) -> dict[str, str]:
        """Return what the manifest says of the file."""
        return {"name": self.corrections.name, "sha256": self.corrections.sha256}


def regroupings_of(
    corrections: pd.DataFrame, figures: pd.DataFrame, articles: pd.DataFrame
) -> tuple[ByHand, Regrouping]:
    """
    Return the regroupings that a run has applied, to find its groups once more.

    Parameters
    ----------
    corrections, figures, articles : DataFrame
        The tables of the run.

    Returns
    -------
    by_hand : dict
        For ``find_events``.
    regrouped : Regrouping
        For ``find_quantities``.
    """
    applied = corrections.loc[corrections["status"].eq("applied")]
    again = Correcting(corrections_of_table(applied, "corrections"), is_selection=True)
    again.begin(articles)
    return again.by_hand(), again.find_figures(figures, articles)
