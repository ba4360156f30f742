"""
What outlets do in one story or event besides numbers: whom they quote, what they call whom, tone.

In: a run of one story. Out: tables by outlet for notebooks 03 and 07.
"""

import pandas as pd

from analysis.compare.one_name import keys_of_sources
from analysis.compare.outlet_copies import copies_of_one_outlet
from analysis.core.run_tables import RunTables

__all__ = ["names_in_story", "quoted_on_event", "tone_in_story"]


def quoted_on_event(run: RunTables, event: str) -> pd.DataFrame:
    """
    Count who is quoted on one event, by outlet.

    Parameters
    ----------
    run : RunTables
    event : str
        An ``event_id``.

    Returns
    -------
    DataFrame
        ``who`` ("(no one named)" where the text names none; one person by the shortest form of
        the name, one source by the first of its names) and a column an outlet; those quoted most
        first. What an outlet prints twice in the same words counts once; a "new poll" that does
        not say whose it is has a row for each article.
    """
    own = run.articles.loc[run.articles["event_id"].eq(event)]
    is_copy = own["article_id"].isin(copies_of_one_outlet(own))
    context = own.loc[~is_copy, ["article_id", "outlet"]]
    quoted = run.attributions.merge(context, on="article_id", validate="many_to_one")
    names = quoted["source_name"].fillna(quoted["source"])
    is_named = names.notna()
    keys = keys_of_sources(names[is_named].tolist(), quoted["article_id"][is_named].tolist())
    quoted[["who", "article"]] = "(no one named)", ""
    quoted.loc[is_named, ["who", "article"]] = keys
    counts = quoted.groupby(["who", "article", "outlet"]).size()
    table = counts.unstack(fill_value=0)  # noqa: PD010
    order = table.sum(axis=1).sort_values(ascending=False, kind="stable").index
    ordered = table.loc[order].rename_axis(columns=None).reset_index()
    return ordered.drop(columns="article")


def names_in_story(run: RunTables) -> pd.DataFrame:
    """
    Count which names outlets choose for whom.

    Parameters
    ----------
    run : RunTables
        Of one story.

    Returns
    -------
    DataFrame
        ``referent``, ``choice`` and a column an outlet. Names that are not counted are left out.
    """
    names = run.names.loc[run.names["counted"]]
    named = names.merge(run.articles[["article_id", "outlet"]], on="article_id")
    counts = named.groupby(["referent", "choice", "outlet"]).size()
    table = counts.unstack(fill_value=0)  # noqa: PD010
    return table.rename_axis(columns=None).reset_index()


def tone_in_story(run: RunTables) -> pd.DataFrame:
    """
    Return the mean compound score and the number of sentences of each outlet, by voice.

    Parameters
    ----------
    run : RunTables
        Of one story.

    Returns
    -------
    DataFrame
        ``outlet``, and for each voice its mean tone (-1 most negative, 1 most positive; null
        without a sentence) and the number of sentences.
    """
    spoken = run.tone.merge(run.articles[["article_id", "outlet"]], on="article_id")
    groups = spoken.groupby(["outlet", "voice"], observed=True)["compound"]
    wide = groups.agg(tone="mean", sentences="size").unstack()  # noqa: PD010
    wide.columns = [
        f"{measure}, {'own words' if voice == 'own' else 'attributed words'}"
        for measure, voice in wide.columns
    ]
    return wide.round(2).reset_index()
