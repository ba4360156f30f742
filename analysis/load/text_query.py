"""
Find the articles that a query matches.

In: articles, and a query in the syntax of SQLite's full-text index FTS5 [1]_. Out: for each article
whether it matches. Case and diacritics are ignored; ``grave*`` matches every word that begins so.
The index is made in memory for a thousand articles at a time and discarded.

References
----------
.. [1] https://www.sqlite.org/fts5.html, section 3, "Full-text Query Syntax"
"""

import re
import sqlite3
from contextlib import closing

import numpy as np
import pandas as pd

from analysis.core.errors import ParameterError
from analysis.core.selection import Selection

__all__ = ["find_matches", "validate_query"]

EXAMPLE = 'Raqqa AND (grave* OR "mass burial") NOT sport'

_COLUMNS = {"title": ("title",), "text": ("text",), "both": ("title", "text")}
_CHUNK = 1000  # articles that are indexed at a time
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
# FTS5 takes these for words to be found unless they are written in capitals
_SMALL_OPERATOR = re.compile(r"(?<!\w)(?!(?-i:AND|OR|NOT)\b)(?:and|or|not)(?![\w*])", re.IGNORECASE)


def validate_query(selection: Selection) -> None:
    """
    Refuse a query that cannot be read, before any article is.

    Parameters
    ----------
    selection : Selection
        One without a query is accepted.

    Raises
    ------
    ParameterError
        The message has the query, what SQLite says, and an example.
    """
    if not selection.query:
        return
    operator = _SMALL_OPERATOR.search(_QUOTED.sub(" ", selection.query))
    if operator is not None:
        word = operator[0]
        raise ParameterError(
            f"query {selection.query!r} has {word!r} as a word to be found. Write {word.upper()} "
            f'in capitals to join words, or "{word}" in double quotes to find it. Example: '
            f"--query '{EXAMPLE}'"
        )
    with closing(_index(selection)) as index:
        _match(index, selection)


def find_matches(articles: pd.DataFrame, selection: Selection) -> np.ndarray:
    """
    Say which articles the query of a selection matches.

    Parameters
    ----------
    articles : DataFrame
        With ``title`` and ``text``, of which a text may begin with its title; such a title belongs
        to the column title only. Not changed.
    selection : Selection
        With ``query`` and ``query_in``; nothing else of it is used.

    Returns
    -------
    ndarray of bool
        One value an article, in their order; all true without a query. A missing title matches
        nothing.

    Raises
    ------
    ParameterError
        See ``validate_query``.
    """
    found = np.full(len(articles), not selection.query)
    if not selection.query:
        return found
    validate_query(selection)
    for start in range(0, len(articles), _CHUNK):
        chunk = articles.iloc[start : start + _CHUNK]
        with closing(_index(selection)) as index:
            _fill(index, chunk, _COLUMNS[selection.query_in])
            found[[start + row for row in _match(index, selection)]] = True
    return found


def _index(selection: Selection) -> sqlite3.Connection:
    """Return an empty index, which keeps no copy of the texts."""
    index = sqlite3.connect(":memory:")
    columns = ", ".join(_COLUMNS[selection.query_in])
    index.execute(
        f"CREATE VIRTUAL TABLE articles USING fts5({columns}, content='', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    return index


def _fill(index: sqlite3.Connection, articles: pd.DataFrame, columns: tuple[str, ...]) -> None:
    titles = articles.loc[:, "title"].fillna("")
    bodies = [
        text.removeprefix(title) for text, title in zip(articles["text"], titles, strict=True)
    ]
    cells = {"title": titles, "text": bodies}
    rows = []
    for number, values in enumerate(zip(*(cells[name] for name in columns), strict=True)):
        rows.append((number, *map(_storable, values)))
    marks = ", ".join("?" * (len(columns) + 1))
    names = ", ".join(columns)
    index.executemany(f"INSERT INTO articles (rowid, {names}) VALUES ({marks})", rows)


def _match(index: sqlite3.Connection, selection: Selection) -> list[int]:
    """Return the numbers of the matching articles of an index."""
    query = _storable(selection.query)
    try:
        if "\0" in query:  # SQLite would ignore all that follows
            raise sqlite3.OperationalError("unexpected NUL")
        rows = index.execute("SELECT rowid FROM articles WHERE articles MATCH ?", (query,))
        return [number for (number,) in rows]
    except sqlite3.OperationalError as error:
        raise ParameterError(
            f"query {selection.query!r} cannot be read. SQLite says: {error}. Join words with AND, "
            "OR and NOT, and put into double quotes whatever has other signs than letters and "
            f"digits. Example: --query '{EXAMPLE}'"
        ) from None


def _storable(text: str) -> str:
    """Return a text that SQLite can take: it refuses lone surrogates."""
    return text.encode("utf8", "replace").decode("utf8")
