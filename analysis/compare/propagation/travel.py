"""
Follow a statement's numbers: through coded claims if the corpus holds the statement, else within.

In: a run, and the ``claims`` table. Out: a ``Travel`` with the statement and what may have become
of it. Claims about other texts than those of the corpus are left out unless they are asked for.
"""

from dataclasses import dataclass

import pandas as pd

from analysis.compare.defaults import label_of, reports_of_same_document
from analysis.compare.propagation.candidate_rows import printed_number
from analysis.compare.propagation.candidates import find_candidates
from analysis.compare.propagation.coded_statement import CodedStatement, find_coded_statement
from analysis.compare.propagation.quantity_travel import (
    compare_with_statement,
    first_statement,
    lower_counts,
    shared_quantity,
)
from analysis.compare.quantity_matrix import busiest_story, quantity_matrix
from analysis.compare.quantity_reports import reports_of_quantity
from analysis.compare.reports import reports_from_claims, to_records
from analysis.core.candidate_kinds import follows_statement
from analysis.core.run_tables import RunTables
from analysis.core.tables import CANDIDATES, REPORTS, make

__all__ = ["Travel", "follow_statement"]


_CODING = (
    "A claim is one figure that one outlet printed, read by a person from its page. There was one "
    "coder. A second reader recovered 34 of 36 random rows, and corrected the attributed source "
    "in 3 of them, and the outcome and the responsible party in 2 each; who is blamed is "
    "therefore the least reliable column. Days marked inferred or unknown are also unreliable."
)


@dataclass(frozen=True)
class Travel:
    """
    A statement, and what may have become of its numbers.

    Attributes
    ----------
    statement : DataFrame
        ``REPORTS`` of the statement; no rows if there is none to follow.
    reports : DataFrame
        ``REPORTS`` that were searched.
    candidates : DataFrame
        ``CANDIDATES`` about what the statement counts.
    others : DataFrame
        ``CANDIDATES`` that count something else in other texts.
    claims : DataFrame
        The claims that were searched; no rows if the corpus was.
    where : str
        Where the numbers were printed, to end a sentence: "in this corpus".
    label : str
        Of the story; empty for claims.
    article_id : str
        The statement in the corpus; empty if it is not there.
    n_origins : int or None
        The most independent origins that the numbers of the corpus can have; None for claims.
    """

    statement: pd.DataFrame
    reports: pd.DataFrame
    candidates: pd.DataFrame
    others: pd.DataFrame
    claims: pd.DataFrame
    where: str
    label: str
    article_id: str
    n_origins: int | None = None

    @property
    def put_forward(self) -> pd.DataFrame:
        """The reports that outlets put forward, with ``words``: all of them, if coded by hand."""
        reports = self.reports.assign(words=_words(self.reports))
        if "is_headline" not in reports:
            return reports
        return reports.loc[reports["is_headline"].astype(bool)].reset_index(drop=True)

    @property
    def note(self) -> str:
        """Which texts are shown, and how their figures were read, in two or three sentences."""
        if self.claims.empty:
            return (
                "No article of this corpus is a page whose figures were coded by hand, so no claim "
                "is shown: all that follows was extracted from the corpus itself."
            )
        held = "is an article of" if self.article_id else "is not in"
        return (
            f"The statement {held} this corpus. It is followed through {len(self.claims)} claims "
            f"that were coded by hand from other pages ({self.claims['event'].iloc[0]}). {_CODING}"
        )


def _words(reports: pd.DataFrame) -> pd.Series:
    printed = [printed_number(report) for report in to_records(reports)]
    return pd.Series(printed, index=reports.index, dtype="str")


def follow_statement(
    run: RunTables,
    claims: pd.DataFrame,
    claims_event: str = "",
    statement: str = "",
    article_id: str = "",
) -> Travel:
    """
    Follow a statement's numbers through other texts.

    Parameters
    ----------
    run : Run
    claims : DataFrame
        The ``claims`` table. Not changed.
    claims_event, statement, article_id : str
        As for ``find_coded_statement``: a table of claims, a figure in it, and the statement's
        article. All empty: the claims that code a page of the corpus, else the number that most
        outlets of the corpus print, from the first text that prints it.

    Returns
    -------
    Travel
        With empty tables if no two outlets of the corpus print the same quantity.

    Raises
    ------
    ParameterError
        If there is no such event, claim or article.
    """
    coded = find_coded_statement(claims, run.articles, claims_event, statement, article_id)
    if coded.claim_id:
        return _through_claims(coded)
    return _through_corpus(run, coded.claims, article_id)


def _through_claims(coded: CodedStatement) -> Travel:
    reports = reports_from_claims(coded.claims)
    statement = reports_of_same_document(reports, coded.claim_id)
    found = find_candidates(statement, reports)
    found = found.loc[found["kind"].ne("total_of_parts")]  # within the statement, nothing travels
    is_followed = follows_statement(found)
    return Travel(
        statement,
        reports,
        found.loc[is_followed].reset_index(drop=True),
        found.loc[~is_followed].reset_index(drop=True),
        coded.claims,
        f"in {len(coded.claims)} claims coded by hand",
        "",
        coded.article_id,
    )


def _through_corpus(run: RunTables, no_claims: pd.DataFrame, article_id: str) -> Travel:
    story = busiest_story(run.figures, run.articles)
    if article_id:
        own = run.articles.loc[run.articles["article_id"].eq(article_id), "story_id"].dropna()
        story = next(iter(own), "")
    if not story:
        empty = make([], CANDIDATES)
        reports = make([], REPORTS)
        return Travel(reports, reports, empty, empty, no_claims, "in this corpus", "", article_id)
    one = run.only_story(story)
    quantity = shared_quantity(one, article_id)
    reports = reports_of_quantity(one, quantity)
    statement = first_statement(reports, article_id)
    document = next(iter(statement["document"]), article_id)
    return Travel(
        statement,
        reports,
        compare_with_statement(one, reports, statement),
        lower_counts(one, reports, statement),
        no_claims,
        "in this corpus",
        label_of(story, run.stories),
        document,
        _count_origins(one, quantity),
    )


def _count_origins(one: RunTables, quantity: str) -> int:
    """Return the number that the table of quantities shows too; 0 if there is no quantity."""
    rows, _ = quantity_matrix(one.figures, one.articles, one.quantities, one.attributions)
    return int(rows.loc[rows["quantity_id"].eq(quantity), "n_origins"].sum())
