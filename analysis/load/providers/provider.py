"""
What every provider of exports declares, and what it returns of an article.

In: nothing. Out: ``Provider``, the base of the classes in this folder; ``Split``, the parts of a
file; ``Printed``, what an export prints of one article. Counts are checked in ``counts``, records
are made in ``read``.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from analysis.load.providers.page import Page

__all__ = ["Printed", "Provider", "Split"]

Part = Any  # whatever a provider splits its files into


@dataclass(frozen=True)
class Printed:
    """
    What an export prints of one article.

    Parameters
    ----------
    title, outlet, author, place, url : str, optional
    day : str, optional
        The line with the date, as printed.
    paragraphs : sequence of str
        The body alone; empty if the export has none.
    language : str, optional
        ISO 639-1 code.
    n_words : int, optional
        Words that the article has by its own account.
    key : str, optional
        The database's own id of the article.
    notes : sequence of str
        What is unusual about it.
    """

    title: str | None = None
    outlet: str | None = None
    day: str | None = None
    author: str | None = None
    place: str | None = None
    url: str | None = None
    paragraphs: Sequence[str] = ()
    language: str | None = None
    n_words: int | None = None
    key: str | None = None
    notes: Sequence[str] = ()


class Split(NamedTuple):
    """
    The parts of an export.

    Parameters
    ----------
    parts : sequence
        One for each article, in the file's order.
    said : int, optional
        Documents that the file itself says it holds.
    missing : str
        What is missing, if the file ends inside a document or leaves some out; "" otherwise.
    notes : tuple of str
        Remarks on the whole file.
    """

    parts: Sequence[Part]
    said: int | None = None
    missing: str = ""
    notes: tuple[str, ...] = ()


class Provider(ABC):
    """
    A database and the form of its exports.

    Attributes
    ----------
    name : str
        As in ``articles.provider``.
    label : str
        In words, for messages.
    kinds : tuple of str
        Kinds of file, see ``Page.kind``.
    version : str
        Month in which the form was last compared with real exports.
    fixture : str
        The builder in ``tests/load/providers/exports.py`` that makes a file in this form.
    labels : list of str
        Of all providers that are defined, for messages.
    """

    labels: ClassVar[list[str]] = []
    name: ClassVar[str]
    label: ClassVar[str]
    kinds: ClassVar[tuple[str, ...]]
    version: ClassVar[str]
    fixture: ClassVar[str]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "label" in vars(cls):
            Provider.labels.append(cls.label)

    @abstractmethod
    def recognises(self, page: Page) -> bool:
        """Return whether a page of one of the kinds is an export of this provider."""

    @abstractmethod
    def split(self, page: Page) -> Split:
        """
        Return the parts of an export, one for each article.

        Raises
        ------
        InputError
            If the file is damaged.
        """

    @abstractmethod
    def read(self, part: Part) -> Printed:
        """Return what one part prints; whatever it does not print is None."""
