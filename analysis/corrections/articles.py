"""
Correct outlets, days and places of articles.

In: the ``articles`` table and the corrections of articles and outlets. Out: the articles. This
comes before copies and events are found, since both go by day and outlet.
"""

import pandas as pd

from analysis.core.errors import unknown_value_message
from analysis.corrections.cells import set_cells, settle_cells
from analysis.corrections.ledger import Ledger

__all__ = ["correct_articles"]


def correct_articles(articles: pd.DataFrame, rows: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """
    Lay corrections over the articles.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table, or some of its columns with ``article_id``, ``outlet`` and
        ``outlet_given``. Not changed.
    rows : DataFrame
        Corrections of any tables; those of ``articles`` are in articles that are all there.
    ledger : Ledger

    Returns
    -------
    DataFrame
        An ``alias`` of outlets shows all articles of an outlet under the new name, a ``part`` those
        that the input gives the name in ``key``, under that name or the one in ``new``. A
        correction of one article comes after that of a whole outlet.
    """
    outlets = rows.loc[rows["table"].eq("outlets")].sort_values("order")
    changed = _rename_outlets(articles, outlets, ledger)
    of_articles = rows.loc[rows["table"].eq("articles")]
    if of_articles.empty:
        return changed
    label_of = pd.Series(changed.index, index=changed["article_id"])
    named = of_articles.assign(row=label_of.reindex(of_articles["article_id"]).to_numpy())
    winners = settle_cells(named, ledger)
    is_there = winners["column"].isin(changed.columns.tolist())
    return set_cells(changed, "articles", winners.loc[is_there], ledger)


def _rename_outlets(articles: pd.DataFrame, rows: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Show outlets under another name; of two names for one outlet the later one holds."""
    outlet, given = articles["outlet"], articles["outlet_given"]
    renamed = outlet.astype(object)
    last_of: dict[tuple[str, str], int] = {}
    columns = [rows[name] for name in ("column", "key", "value")]
    for index, column, key, value in zip(rows.index, *columns, strict=True):
        is_meant = given.eq(key) if column == "part" else outlet.eq(key) | given.eq(key)
        if not is_meant.to_numpy().any():
            known = pd.concat([outlet, given]).dropna().drop_duplicates()
            ledger.settle([index], "not_found", unknown_value_message("outlet", key, known))
            continue
        earlier = last_of.get((column, key))
        if earlier is not None:
            words = "names the same outlet; the later one holds"
            ledger.settle([earlier], "superseded", f"{rows.loc[index, 'correction_id']} {words}")
            ledger.tell(index, f"{rows.loc[earlier, 'correction_id']} {words}")
        last_of[column, key] = index
        ledger.settle([index], "applied")
        renamed = renamed.mask(is_meant, value or key)
    return articles.assign(outlet=renamed.where(renamed.notna(), None).astype("str"))
