"""
Tag words as NLTK's averaged perceptron does, in a fraction of the time.

In: NLTK's tagger with its weights, and the words of a sentence. Out: a Penn Treebank tag for each
word. NLTK adds the weights of each feature label by label, in dictionaries. Here a feature is a row
of an array, and the rows of a word are added at once, in NLTK's order, so that sums and tags are
the same to the last bit (a test compares them).
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from analysis.core import resources
from analysis.core.freed_memory import return_freed_memory

if TYPE_CHECKING:
    from nltk.tag import PerceptronTagger

__all__ = ["RowTagger", "row_tagger"]

_MOST_CACHED_WORDS = 500_000
_NO_ROW = 0  # row of zeros, for features that the tagger does not know


class _ContextRows(NamedTuple):
    """
    The rows of a word's features, by its position relative to the word that is tagged.

    Features of a position are the word itself and, for neighbours, its suffix.
    """

    word: int
    previous_word: int
    previous_suffix: int
    second_previous_word: int
    next_word: int
    next_suffix: int
    second_next_word: int


class RowTagger:
    """
    A trained NLTK tagger with its weights in one array.

    Parameters
    ----------
    tagger : nltk.tag.PerceptronTagger
        Trained; not changed.
    """

    def __init__(self, tagger: "PerceptronTagger") -> None:
        # An empty tagger: the dictionaries of a trained one take memory that the array saves.
        self.normalize = type(tagger)(load=False).normalize
        self.start, self.end = tuple(tagger.START), tuple(tagger.END)
        self.tag_of_word = dict(tagger.tagdict)
        # Of equal sums, NLTK takes the tag that is last by name.
        self.tags = sorted(tagger.classes, reverse=True)
        column_of = {tag: column for column, tag in enumerate(self.tags)}
        weights = tagger.model.weights
        self.row_of = {feature: row for row, feature in enumerate(weights, start=_NO_ROW + 1)}
        self.rows = np.zeros((len(weights) + 1, len(self.tags)))
        for feature, row in self.row_of.items():
            for tag, weight in weights[feature].items():
                self.rows[row, column_of[tag]] = weight
        self._form_rows = {}
        self._context_rows = {}

    def tag(self, words: Sequence[str]) -> list[str]:
        """
        Tag the words of one sentence.

        Parameters
        ----------
        words : list of str

        Returns
        -------
        list of str
        """
        row_of = self.row_of.get
        bias = row_of("bias", _NO_ROW)
        normalized = [*self.start, *map(self.normalize, words), *self.end]
        context = [self._context_rows_of(word) for word in normalized]
        previous, second_previous = self.start
        tags = []
        for index, word in enumerate(words, start=len(self.start)):
            tag = self.tag_of_word.get(word)
            if not tag:
                suffix, first_letter = self._form_rows_of(word)
                # The order is NLTK's: it decides how the sums are rounded.
                rows = (
                    bias,
                    suffix,
                    first_letter,
                    row_of(f"i-1 tag {previous}", _NO_ROW),
                    row_of(f"i-2 tag {second_previous}", _NO_ROW),
                    row_of(f"i tag+i-2 tag {previous} {second_previous}", _NO_ROW),
                    context[index].word,
                    row_of(f"i-1 tag+i word {previous} {normalized[index]}", _NO_ROW),
                    context[index - 1].previous_word,
                    context[index - 1].previous_suffix,
                    context[index - 2].second_previous_word,
                    context[index + 1].next_word,
                    context[index + 1].next_suffix,
                    context[index + 2].second_next_word,
                )
                sums = self.rows.take(rows, 0).sum(0)
                tag = self.tags[sums.argmax()]
            tags.append(tag)
            second_previous = previous
            previous = tag
        return tags

    def _form_rows_of(self, word: str) -> tuple[int, int]:
        """Return the rows of a word's suffix and first letter."""
        rows = self._form_rows.get(word)
        if rows is None:
            rows = self._row(f"i suffix {word[-3:]}"), self._row(f"i pref1 {word[:1]}")
            if len(self._form_rows) < _MOST_CACHED_WORDS:
                self._form_rows[word] = rows
        return rows

    def _context_rows_of(self, word: str) -> _ContextRows:
        """Return the rows of a normalised word at each position around the word that is tagged."""
        rows = self._context_rows.get(word)
        if rows is None:
            suffix = word[-3:]
            rows = _ContextRows(
                word=self._row(f"i word {word}"),
                previous_word=self._row(f"i-1 word {word}"),
                previous_suffix=self._row(f"i-1 suffix {suffix}"),
                second_previous_word=self._row(f"i-2 word {word}"),
                next_word=self._row(f"i+1 word {word}"),
                next_suffix=self._row(f"i+1 suffix {suffix}"),
                second_next_word=self._row(f"i+2 word {word}"),
            )
            if len(self._context_rows) < _MOST_CACHED_WORDS:
                self._context_rows[word] = rows
        return rows

    def _row(self, feature: str) -> int:
        return self.row_of.get(feature, _NO_ROW)


@cache
def row_tagger() -> RowTagger:
    """
    Return the tagger with this project's weights.

    Returns
    -------
    RowTagger
        The same object at every call.

    Raises
    ------
    MissingResourceError
        If the weights are missing, or are not those of the project.
    """
    tagger = RowTagger(resources.pos_tagger())
    return_freed_memory()  # of the weights as dictionaries
    return tagger
