"""
What the outputs of the tagger mean: its labels, its link vectors, and probabilities from scores.

This module does not run the model, and does not decide which labels or links are right.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from analysis.core.errors import MissingResourceError
from analysis.core.tables import CHANGES, GROUPS, OUTCOMES, ROLES, UNITS

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = [
    "LEVEL",
    "MIDDLE",
    "SCHEME",
    "TAGS",
    "VECTORS",
    "VECTOR_SIZE",
    "Scheme",
    "softmax",
    "special_tokens",
]


def _bio(*names: str) -> tuple[str, ...]:
    """Return the labels outside (O), and begin (B) and inside (I) for each name."""
    labels = ["O"]
    for name in names:
        labels += [f"B-{name}", f"I-{name}"]
    return tuple(labels)


LEVEL = "level"  # a quantity that is no rise or fall

TAGS = {
    "attribution": _bio(*ROLES),
    "number": _bio("number"),
    "outcome": OUTCOMES,
    "group": GROUPS,
    "implicit": ("explicit", "implicit"),
    "role": _bio("counted", "agent", "source"),
    "named": _bio("named"),
    "quantity": _bio("quantity"),
    "unit": UNITS,
    "change": (LEVEL, *CHANGES),
    "measured": _bio("counted", "whose"),
}
"""Labels of each softmax. The output ``tags`` has a column for each label, in this order."""

VECTORS = (
    "content_first",
    "content_last",
    "content_cue",
    "source_first",
    "source_last",
    "source_cue",
    *(
        f"{role}_{end}_{side}"
        for role in ("counted", "agent", "source", "whose")
        for end in ("first", "last")
        for side in ("from", "to")
    ),
)
"""Names of the link vectors, which are concatenated in the output ``vectors``.

The score of a link is the dot product of two vectors, divided by the square root of their size.
"""

VECTOR_SIZE = 64

MIDDLE = 4
"""
Layers below the output ``middle``, which knows more of what is told, and less of the labels.

A model of fewer layers gives the output of its last one.
"""


class Scheme(NamedTuple):
    """
    What the outputs of one model mean.

    A model that was trained earlier may lack labels and vectors of the present scheme.

    Parameters
    ----------
    tags : mapping of str to sequence of str
        As ``TAGS``.
    vectors : sequence of str
        As ``VECTORS``.
    """

    tags: Mapping[str, Sequence[str]]
    vectors: Sequence[str]

    def tag_columns(self) -> dict[str, slice]:
        """Return the columns of the output ``tags`` that belong to each softmax, by its name."""
        columns = {}
        start = 0
        for name, labels in self.tags.items():
            columns[name] = slice(start, start + len(labels))
            start += len(labels)
        return columns


SCHEME = Scheme(TAGS, VECTORS)
"""The present scheme, with which models are trained."""


def softmax(scores: ArrayLike, axis: int = -1) -> np.ndarray:
    """
    Return probabilities from scores.

    Parameters
    ----------
    scores : array
        Logits. Not changed.
    axis : int
        Axis along which the probabilities sum to 1.

    Returns
    -------
    array of float64
        Of the same shape. An empty array stays empty.
    """
    logits = np.asarray(scores, np.float64)
    if not logits.size:
        return logits
    exponentials = np.exp(logits - logits.max(axis, keepdims=True))
    return exponentials / exponentials.sum(axis, keepdims=True)


def special_tokens(tokenizer: "Tokenizer") -> tuple[int, int, int]:
    """
    Return the ids of the start, end and padding tokens.

    Parameters
    ----------
    tokenizer : tokenizers.Tokenizer
        With the special tokens of BERT (``[CLS]``) or of MPNet (``<s>``).

    Returns
    -------
    start, end, padding : int

    Raises
    ------
    MissingResourceError
        If the tokenizer has neither.
    """
    for start, end, padding in (("[CLS]", "[SEP]", "[PAD]"), ("<s>", "</s>", "<pad>")):
        start_id = tokenizer.token_to_id(start)
        end_id = tokenizer.token_to_id(end)
        padding_id = tokenizer.token_to_id(padding)
        if start_id is not None and end_id is not None and padding_id is not None:
            return start_id, end_id, padding_id
    raise MissingResourceError(
        "The tokenizer has no start, end and padding tokens; expected [CLS] [SEP] [PAD] or "
        "<s> </s> <pad>."
    )
