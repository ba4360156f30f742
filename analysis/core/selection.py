"""
Which articles of a corpus are wanted: outlets, days, and a sample.

One value that the command line, the loaders and the notebooks pass on whole.
"""

from dataclasses import asdict, dataclass
from datetime import date

__all__ = ["Selection"]


@dataclass(frozen=True)
class Selection:
    """
    A choice among the articles of a corpus; the default keeps all of them.

    Parameters
    ----------
    outlets : sequence of str
        Outlets to keep, by name; empty keeps all.
    since, until : str or date, optional
        First and last day of publication to keep, both included: "2016-09-01".
        Articles without a day are left out where either is given.
    limit : int
        Size of a random sample that keeps the outlets' shares; 0 keeps all.
    seed : int
        Random seed of that sample.
    """

    outlets: tuple[str, ...] = ()
    since: str | date | None = None
    until: str | date | None = None
    limit: int = 0
    seed: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "outlets", tuple(self.outlets or ()))
        object.__setattr__(self, "since", self.since or None)
        object.__setattr__(self, "until", self.until or None)

    @property
    def is_everything(self) -> bool:
        """Whether no article can be left out."""
        return not (self.outlets or self.since or self.until or self.limit)

    def as_dict(self) -> dict[str, object]:
        """Return the fields by name, for a manifest or a cache key."""
        return asdict(self)
