"""
Run the tagger over texts of any length, in overlapping windows.

In: texts and an open model. Out: passages with label probabilities and link vectors for each token.
A text is one passage, unless it is very long; then it is cut between sentences. What the
probabilities mean for spans and links is decided in ``analysis.annotate.tagger_model``.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TypeVar

import numpy as np

from analysis.core.limits import PASSAGE_CHARACTERS
from analysis.core.plain_values import text_or_empty
from analysis.neural.label_scheme import SCHEME, VECTOR_SIZE, Scheme, softmax
from analysis.neural.onnx_model import Model

__all__ = ["INSIDE", "OVERLAP", "PASSAGE_CHARACTERS", "Passage", "run_model", "split_text"]

INSIDE = 382  # most tokens in a window, without its start and end tokens
OVERLAP = 64  # fewest tokens that two neighbouring windows share
TOKENS_IN_MEMORY = 2_000  # tokens whose outputs are kept in memory at once, if no article is longer

_SpanT = TypeVar("_SpanT")
_SENTENCE_END = re.compile(r"\n+|[.!?]\s+")


def run_model(
    article_ids: Iterable[str], texts: Iterable[object], model: Model
) -> Iterator["Passage"]:
    """
    Run texts through the model, with a bounded number of tokens in memory.

    Parameters
    ----------
    article_ids : iterable of str
    texts : iterable of str
        One for each article. A value that is not a ``str`` counts as an empty text.
    model : Model

    Yields
    ------
    Passage
        In order: one for most texts, several for a very long one, none for one without tokens.
    """
    waiting = []
    n_tokens = 0
    for article_id, text in zip(article_ids, texts, strict=True):
        text = text_or_empty(text)
        for start, end in split_text(text):
            ids, offsets = model.tokens(text[start:end])
            if len(ids):
                waiting.append(Passage(article_id, ids, offsets + start, model.scheme))
                n_tokens += len(ids)
            if n_tokens >= TOKENS_IN_MEMORY:
                _run(waiting, model)
                yield from waiting
                waiting = []
                n_tokens = 0
    _run(waiting, model)
    yield from waiting


def split_text(text: str) -> Iterator[tuple[int, int]]:
    """
    Cut a long text between sentences or paragraphs.

    Parameters
    ----------
    text : str

    Yields
    ------
    start, end : int
        Adjacent parts of at most ``PASSAGE_CHARACTERS``, together the whole text. A part ends at
        the last boundary in its second half, or at any character if there is none.
    """
    start = 0
    while len(text) - start > PASSAGE_CHARACTERS:
        middle = start + PASSAGE_CHARACTERS // 2
        end = start + PASSAGE_CHARACTERS
        for boundary in _SENTENCE_END.finditer(text[middle:end]):
            end = middle + boundary.end()
        yield start, end
        start = end
    yield start, len(text)


class Passage:
    """
    A text with the model's outputs for its windows.

    Parameters
    ----------
    article_id : str
    ids : array of int, shape (n_tokens,)
        At least one token.
    offsets : array of int, shape (n_tokens, 2)
        Start and end of each token in the article, end not included.
    scheme : Scheme
        What the outputs of the model mean.

    Attributes
    ----------
    labels : mapping of str to sequence of str
        The labels of each softmax that the model has.
    starts, ends : array of int, shape (n_windows,)
        First token of each window, and the token after its last.
    """

    def __init__(
        self,
        article_id: str,
        ids: np.ndarray,
        offsets: np.ndarray,
        scheme: Scheme = SCHEME,
    ) -> None:
        self.article_id = article_id
        self.ids = ids
        self.offsets = offsets
        self.labels = scheme.tags
        self._tag_columns = scheme.tag_columns()
        self._vector_number = {name: number for number, name in enumerate(scheme.vectors)}
        n_tokens = len(ids)
        # As few windows as possible, all of the same length, so that few tokens are read twice.
        n_windows = max(_ceil_divide(n_tokens - OVERLAP, INSIDE - OVERLAP), 1)
        size = _ceil_divide(n_tokens + (n_windows - 1) * OVERLAP, n_windows)
        self.starts = np.arange(n_windows) * (n_tokens - size) // max(n_windows - 1, 1)
        self.ends = self.starts + size
        # In the overlap of two windows, tokens up to the middle belong to the first one.
        self._edges = (self.ends[:-1] + self.starts[1:]) // 2
        self._sums = {
            name: np.zeros((n_tokens, len(labels))) for name, labels in scheme.tags.items()
        }
        self._n_windows_of_token = np.zeros(n_tokens)
        self._vectors = {}
        self._middle = {}

    def window_of(self, token: int) -> int:
        """Return the window in which a token is closest to the middle."""
        return int(np.searchsorted(self._edges, token, side="right"))

    def spans_inside(self, window: int, spans: Sequence[_SpanT]) -> list[_SpanT]:
        """
        Return the spans that lie in a window as a whole.

        Parameters
        ----------
        window : int
        spans : sequence of spans
            With their first token and the one after their last as ``first`` and ``last``; in order
            and without overlap.
        """
        start = bisect_left(spans, self.starts[window], key=attrgetter("first"))
        end = bisect_right(spans, self.ends[window], key=attrgetter("last"))
        return list(spans[start:end])

    def add_outputs(
        self, window: int, tags: np.ndarray, vectors: np.ndarray, middle: np.ndarray
    ) -> None:
        """
        Store the model's outputs for one window.

        Parameters
        ----------
        window : int
        tags, vectors, middle : array, shape (at least the window's tokens and the start token, ...)
            As ``Model.tag`` returns them for one row.
        """
        tokens = slice(self.starts[window], self.ends[window])
        n_tokens = tokens.stop - tokens.start
        for name, columns in self._tag_columns.items():
            self._sums[name][tokens] += softmax(tags[1 : n_tokens + 1, columns])
        self._n_windows_of_token[tokens] += 1
        # Row 0 is the start token, whose vectors mean that there is nothing to link to.
        of_window = vectors[: n_tokens + 1]
        self._vectors[window] = of_window.reshape(
            n_tokens + 1, len(self._vector_number), VECTOR_SIZE
        )
        self._middle[window] = middle[1 : n_tokens + 1]

    def means(self, name: str) -> np.ndarray:
        """
        Return the probabilities of one softmax, averaged over the windows of each token.

        Parameters
        ----------
        name : str
            A key of ``labels``.

        Returns
        -------
        array, shape (n_tokens, n_labels)
        """
        return self._sums[name] / self._n_windows_of_token[:, None]

    def mean(self, name: str, token: int) -> np.ndarray:
        """Return the row of a token in ``means(name)``, without the work for all others."""
        return self._sums[name][token] / self._n_windows_of_token[token]

    def vector(self, window: int, name: str, token: int) -> np.ndarray:
        """
        Return a link vector of a token in a window.

        Parameters
        ----------
        window : int
        name : str
            One of the scheme's vectors.
        token : int
            A token outside the window is replaced by the nearest one inside.

        Returns
        -------
        array, shape (VECTOR_SIZE,)
        """
        return self.vectors(window, name, [token])[0]

    def vectors(self, window: int, name: str, tokens: Sequence[int]) -> np.ndarray:
        """
        Return the link vectors of tokens in a window.

        Parameters
        ----------
        window : int
        name : str
            One of the scheme's vectors.
        tokens : sequence of int
            A token outside the window is replaced by the nearest one inside.

        Returns
        -------
        array, shape (len(tokens), VECTOR_SIZE)
        """
        first = int(self.starts[window])
        last = int(self.ends[window]) - 1
        rows = [min(max(token, first), last) - first + 1 for token in tokens]
        return self._vectors[window][rows, self._vector_number[name]]

    def middle(self, first: int, last: int) -> np.ndarray:
        """
        Return what the middle layer made of some tokens, in the window of the first.

        Parameters
        ----------
        first, last : int
            The token after the last is not included; those outside the window do not count.

        Returns
        -------
        array, shape (n_hidden,)
            The mean over the tokens.
        """
        window = self.window_of(first)
        start = int(self.starts[window])
        return self._middle[window][first - start : last - start].mean(axis=0)

    def middle_states(self) -> np.ndarray:
        """
        Return what the middle layer made of each token, in the window where it is most central.

        Returns
        -------
        array of float16, shape (n_tokens, n_hidden)
        """
        bounds = [0, *self._edges.tolist(), len(self.ids)]
        parts = []
        for window, start in enumerate(self.starts.tolist()):
            first, last = bounds[window] - start, bounds[window + 1] - start
            parts.append(self._middle[window][first:last].astype(np.float16))
        return np.concatenate(parts)

    def null_vector(self, window: int, name: str) -> np.ndarray:
        """Return the link vector that means "none of them" in a window."""
        return self._vectors[window][0, self._vector_number[name]]


def _ceil_divide(dividend: int, divisor: int) -> int:
    return -(-dividend // divisor)


def _run(passages: Sequence[Passage], model: Model) -> None:
    """Run the windows of some passages through the model, longest first, so batches pad little."""
    windows = []
    for passage in passages:
        for window in range(len(passage.starts)):
            windows.append((passage, window))
    windows.sort(key=_window_size, reverse=True)
    for start in range(0, len(windows), model.batch):
        batch = windows[start : start + model.batch]
        rows = []
        for passage, window in batch:
            ids = passage.ids[passage.starts[window] : passage.ends[window]]
            rows.append([model.start, *ids, model.end])
        outputs = model.tag(rows)
        for index, (passage, window) in enumerate(batch):
            passage.add_outputs(window, *(output[index] for output in outputs))


def _window_size(window_of_passage: tuple[Passage, int]) -> int:
    passage, window = window_of_passage
    return passage.ends[window] - passage.starts[window]
