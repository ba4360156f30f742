"""
Refuse values that a corpus does not have, before a kernel starts: an unknown event, outlet, outcome or referent.

In: values for parameters, a folder of tables. Out: nothing, or an error that names the nearest value there is.
Types, days and files are checked by ``parameters``, which needs no tables.
"""

from pathlib import Path

from analysis.core import paths
from analysis.core.errors import ParameterError, unknown_value_message

__all__ = ["COLUMNS", "allowed", "validate_values"]

COLUMNS = {
    "event": ("events", "event_id"),
    "outlet": ("articles", "outlet"),
    "outlets": ("articles", "outlet"),
    "referents": ("names", "referent"),
    "statement_article": ("articles", "article_id"),
}
"""Parameters whose values stand in a column of a table: name to table and column."""


def allowed(name, folder):
    """
    Give what a parameter may be.

    Parameters
    ----------
    name : str
    folder : Path
        Of tables, as ``Run.save`` wrote them.

    Returns
    -------
    list of str or None
        None where the corpus does not decide it.
    """
    if name in COLUMNS:
        import pandas as pd

        table, column = COLUMNS[name]
        held = pd.read_parquet(Path(folder) / f"{table}.parquet", columns=[column])
        return sorted(held[column].dropna().unique())
    if name == "outcome":
        from analysis.core.tables import OUTCOMES

        return list(OUTCOMES)
    return sorted(p.stem for p in paths.CLAIMS.glob("*.csv")) if name == "claims_event" else None


def validate_values(values, folder):
    """
    Refuse values that the corpus does not have.

    Parameters
    ----------
    values : dict
        As ``parameters.check`` gives them. Outlets are kept by name in any case, so their case does not count.
    folder : Path
        Of tables.

    Raises
    ------
    ParameterError
        For the first such value; the nearest that there is is named.
    """
    for name, value in values.items():
        # a file that joins articles by hand can make events that no table has yet
        known = (
            allowed(name, folder)
            if value and not (name == "event" and values.get("overrides"))
            else None
        )
        if known is None:
            continue
        for one in value if isinstance(value, list) else [value]:
            same = {k.casefold() for k in known} if name == "outlets" else set(known)
            if (one.casefold() if name == "outlets" else one) not in same:
                raise ParameterError(unknown_value_message(name.removesuffix("s"), one, known))
