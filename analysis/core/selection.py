"""
Which articles of a corpus to use: outlets, days, a query and a random sample.

One value that the command line, the loaders and the notebooks pass on unchanged. The selection
itself is applied in ``analysis.load``.
"""

from dataclasses import asdict, dataclass
from datetime import date

from analysis.core.errors import ParameterError, unknown_value_message

__all__ = ["QUERY_IN", "Selection"]

QUERY_IN = ("title", "text", "both")
"""Parts of an article in which a query may look."""


@dataclass(frozen=True)
class Selection:
    """
    A selection of the articles of a corpus; by default all of them.

    Parameters
    ----------
    outlets : sequence of str
        Names of the outlets to keep; empty keeps all. A str is one name.
    since, until : str or date, optional
        First and last day of publication to keep, both included: "2016-09-01".
        If either is given, articles without a date are left out.
    limit : int
        Size of a random sample in which each outlet keeps its share; 0 keeps all articles.
    seed : int
        Random seed of that sample.
    query : str
        Words that an article must have, in the syntax of SQLite's FTS5; see
        ``analysis.load.text_query``. Empty keeps all.
    query_in : {"both", "title", "text"}
        Where the query looks; in both, ``title: word`` looks in one only.

    Raises
    ------
    ParameterError
        If ``query_in`` has another value, or one that has no effect because there is no query.

    Examples
    --------
    >>> Selection(outlets=["SANA"], since="2018-11-01").as_dict()["outlets"]
    ('SANA',)
    """

    outlets: tuple[str, ...] = ()
    since: str | date | None = None
    until: str | date | None = None
    limit: int = 0
    seed: int = 0
    query: str = ""
    query_in: str = "both"

    def __post_init__(self) -> None:
        outlets = self.outlets or ()
        object.__setattr__(
            self, "outlets", (outlets,) if isinstance(outlets, str) else tuple(outlets)
        )
        object.__setattr__(self, "since", self.since or None)
        object.__setattr__(self, "until", self.until or None)
        object.__setattr__(self, "query", (self.query or "").strip())
        if self.query_in not in QUERY_IN:
            raise ParameterError(unknown_value_message("query-in", self.query_in, QUERY_IN))
        if self.query_in != "both" and not self.query:
            raise ParameterError(
                f"--query-in {self.query_in} has no effect without --query. Leave it out, or add "
                "for example --query 'Raqqa AND grave*'."
            )

    @property
    def is_everything(self) -> bool:
        """Whether every article of any corpus is kept."""
        return not (self.outlets or self.since or self.until or self.limit or self.query)

    def as_dict(self) -> dict[str, object]:
        """Return the fields by name, for a manifest or a cache key."""
        return asdict(self)
