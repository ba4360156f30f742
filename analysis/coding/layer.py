"""
What a layer is: the columns of its sheet, what one row is about, and how it is read back.

A layer is one kind of reading that people code: figures, attributions, parties and so on. Its
sheet has columns to read and labels to fill in. In some layers every row is one thing to label (a
mention, an article, a pair); in others coders find the things themselves in a sentence, which then
has as many rows as it has things.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np

    from analysis.coding.corpus import Corpus
    from analysis.coding.decided import Corrected, Decided

__all__ = ["FOUND", "NOTHING", "NO", "NOT_SURE", "YES", "Label", "Layer", "Passage", "Span", "Unit"]

NOTHING: Final = "none"
"""What a coder writes for no value, and in a sentence that states nothing of the layer."""

YES: Final = "yes"
NO: Final = "no"
NOT_SURE: Final = "not sure"

FOUND: Final = "found"
"""The variable that says whether a coder marked a thing at all, where coders find them."""

Span = tuple[int, int]
"""First character in the article, and the one after the last."""


@dataclass(frozen=True)
class Label:
    """
    A column that coders fill in.

    Attributes
    ----------
    name : str
    instruction : str
        What to write.
    allowed : tuple of str
        The values that may be chosen; empty allows any.
    suggested : tuple of str
        Values that are offered, where others may be written too.
    measure : {"nominal", "interval", "unitised"}
        Which alpha says how far coders agree: on names, on numbers, on where words begin and end.
    is_required : bool
        Whether it must be filled in; otherwise an empty cell means no value.
    is_quoted : bool
        Whether it must be words of the article.
    is_optional : bool
        Whether a sheet may lack the column.
    """

    name: str
    instruction: str
    allowed: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()
    measure: str = "nominal"
    is_required: bool = False
    is_quoted: bool = False
    is_optional: bool = False


@dataclass(frozen=True)
class Passage:
    """
    What one row of a sheet shows: a sentence, a mention, an article or a pair of articles.

    Attributes
    ----------
    key : str
        Names it in every run of the same corpus.
    article_id : str
    start, end : int
        Its characters in the article, in which words are looked for.
    cells : dict of str to str
        The columns to read.
    """

    key: str
    article_id: str
    start: int
    end: int
    cells: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True)
class Unit:
    """
    One thing with the labels that a coder, or the extraction, gives it.

    Attributes
    ----------
    passage : Passage
    values : dict of str to str
        By label, ``NOTHING`` for no value; a label that was left open is not there.
    spans : dict of str to (int, int)
        Characters of the labels that are words of the article.
    implied : frozenset of str
        Labels that nobody wrote, and that follow from others.
    place : (int, int) or None
        Characters by which corrections name the row; of what coders find, also that of its words.
    written : dict of str to str
        Cells that are filled in with other words than the values.
    """

    passage: Passage
    values: Mapping[str, str]
    spans: Mapping[str, Span] = field(default_factory=dict)
    implied: frozenset[str] = frozenset()
    place: Span | None = None
    written: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Layer:
    """
    One kind of reading that people code.

    Attributes
    ----------
    name : str
        As on the command line.
    table : str
        The table that is corrected.
    noun : str
        What one row shows, in the plural.
    shown : dict of str to str
        Columns that coders read and leave as they are, and what each holds.
    key : tuple of str
        Those of them that say which passage it is.
    fixed : tuple of str
        Those of them whose text must still be that of the corpus.
    recognised_by : tuple of str
        Columns that together no other layer has.
    labels : callable
        Takes the corpus; returns the labels in the order of the sheet.
    main : str
        The label whose words make a thing, where coders find them; empty where every row is one.
    draw : callable
        Takes the corpus, how many, and a random generator; returns passages to code.
    passage_of : callable
        Takes the cells of a row and the corpus; returns the passage that it shows. Raises an
        InputError if there is none.
    unit_of : callable
        Takes the cells of a row, its passage, the corpus, and how many rows before it have the
        same words; returns what the coder says, or None for a row that is not filled in or says
        that there is nothing. Raises an InputError if a value is not allowed.
    extracted : callable
        Takes the corpus and passages; returns what the extraction says of them.
    correct : callable
        Takes what was decided of each thing, and the corpus; returns corrections.
    """

    name: str
    table: str
    noun: str
    shown: Mapping[str, str]
    key: tuple[str, ...]
    fixed: tuple[str, ...]
    recognised_by: tuple[str, ...]
    labels: Callable[[Corpus], tuple[Label, ...]]
    draw: Callable[[Corpus, int, np.random.Generator], list[Passage]]
    passage_of: Callable[[Mapping[str, str], Corpus], Passage]
    unit_of: Callable[[Mapping[str, str], Passage, Corpus, int], Unit | None]
    extracted: Callable[[Corpus, Sequence[Passage]], list[Unit]]
    correct: Callable[[Sequence[Decided], Corpus], Corrected]
    main: str = ""

    @property
    def finds(self) -> bool:
        """Whether coders find the things themselves."""
        return bool(self.main)
