"""
What the outputs of the tagger mean: its labels, its link vectors, and how scores become probabilities.
"""

import numpy as np

from analysis.core.tables import GROUPS, OUTCOMES, ROLES

__all__ = ["TAGS", "VECTORS", "VECTOR_SIZE", "softmax", "special_tokens", "tag_columns"]


def _bio(*names):
    return ("O", *(f"{mark}-{name}" for name in names for mark in "BI"))


# one softmax each, side by side in the output "tags"
TAGS = {
    "attribution": _bio(*ROLES),
    "number": _bio("number"),
    "outcome": OUTCOMES,
    "group": GROUPS,
    "implicit": ("explicit", "implicit"),
    "role": _bio("counted", "agent", "source"),
}
# small vectors side by side in the output "vectors"; the product of two, over the root of their size, scores a link
VECTORS = (
    "content_first",
    "content_last",
    "content_cue",
    "source_first",
    "source_last",
    "source_cue",
    *(
        f"{role}_{end}_{side}"
        for role in ("counted", "agent", "source")
        for end in ("first", "last")
        for side in ("from", "to")
    ),
)
VECTOR_SIZE = 64


def tag_columns():
    """
    Say where each softmax lies among the columns of the output ``tags``.

    Returns
    -------
    dict of str to slice
    """
    out, at = {}, 0
    for name, labels in TAGS.items():
        out[name] = slice(at, at + len(labels))
        at += len(labels)
    return out


def softmax(scores, axis=-1):
    """Turn scores into probabilities along an axis; an empty array stays empty."""
    scores = np.asarray(scores, np.float64)
    if not scores.size:
        return scores
    powers = np.exp(scores - scores.max(axis, keepdims=True))
    return powers / powers.sum(axis, keepdims=True)


def special_tokens(tokenizer):
    """Numbers of the tokens for start, end and padding."""
    names = (
        ("[CLS]", "[SEP]", "[PAD]")
        if tokenizer.token_to_id("[CLS]") is not None
        else ("<s>", "</s>", "<pad>")
    )
    return tuple(tokenizer.token_to_id(name) for name in names)
