"""
Batches of training windows, and the tagger's loss on them.

In: windows from ``analysis.train.examples.windows``. Out: tensors, and one number to minimise.
Labels are learned by cross-entropy. Their target is the gold label, mixed with the probabilities
of a teacher model where there are any. Links are learned as choices: which cue of the window a
content belongs to, which token a number points at.
"""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from analysis.neural.label_scheme import SCHEME, TAGS, VECTOR_SIZE, VECTORS
from analysis.train.examples import FACTS, IGNORE, LINKED, TOKEN_LAYERS

__all__ = ["batch_of", "tagger_loss"]

COLUMNS = SCHEME.tag_columns()
VECTOR = {name: i for i, name in enumerate(VECTORS)}
# Lists of a window, and how many numbers each of their rows holds.
LISTS = {"numbers": 1 + len(FACTS), "points": 4, "contents": 3, "cues": 3, "sources": 3}
# B- and I- tags of sources, cues and contents. Cues are short: without the higher weight the
# tagger would learn mostly contents.
CUE_WEIGHT = 1.5
ATTRIBUTION_WEIGHTS = (1.0, 1.0, 1.0, CUE_WEIGHT, CUE_WEIGHT, 1.0, 1.0)
# Spans are rare among tokens, so their labels weigh more than "outside".
SPAN_WEIGHT = 2.0
LAYER_WEIGHTS = {"number": 1.0, "role": 1.0, "named": 3.0, "quantity": 0.7, "measured": 0.8}
FACT_WEIGHTS = {"outcome": 0.4, "group": 0.4, "implicit": 0.2, "unit": 0.2, "change": 0.2}
MULTIPLE = 8  # attention is faster on lengths that are multiples of this
MASKED = -1e4  # score of what cannot be chosen


def batch_of(windows: Sequence[dict], start: int, end: int, pad: int) -> dict[str, Tensor]:
    """
    Put windows into one batch of equal lengths.

    Parameters
    ----------
    windows : list of dict
        From ``analysis.train.examples.windows``.
    start, end, pad : int
        Ids of the tokens for a window's start and end, and for padding.

    Returns
    -------
    dict of tensor
        ``ids``, ``mask`` and the labels, shape (n_windows, length); position 0 of each row is the
        start token. ``soft``, shape (n_windows, length, n_tags): probabilities of a teacher, 0
        where there are none. The lists of the windows, with the number of the window before each
        row.
    """
    longest = max(len(window["ids"]) for window in windows) + 2
    length = round_up(longest)
    ids = _padded([window["ids"] for window in windows], pad, length)
    ids[:, 0] = start
    for i, window in enumerate(windows):
        ids[i, len(window["ids"]) + 1] = end
    batch = {"ids": ids, "mask": (ids != pad).long()}
    for layer in TOKEN_LAYERS:
        batch[layer] = _padded([window[layer] for window in windows], IGNORE, length)
    batch["soft"] = _soft_labels(windows, length)
    for name, width in LISTS.items():
        rows = []
        for i, window in enumerate(windows):
            rows += [(i, *row) for row in window[name]]
        batch[name] = _as_rows(rows, width + 1)
    sourceless = []
    for i, window in enumerate(windows):
        sourceless += [(i, attribution) for attribution in window["sourceless"]]
    batch["sourceless"] = _as_rows(sourceless, 2)
    return batch


def round_up(length: int) -> int:
    """Return the next length, in tokens, on which attention is fast."""
    return -(-length // MULTIPLE) * MULTIPLE


def _padded(rows: Sequence, fill: int, length: int) -> Tensor:
    """Put rows of different lengths into one tensor, from position 1 on."""
    padded = torch.full((len(rows), length), fill, dtype=torch.long)
    for i, row in enumerate(rows):
        padded[i, 1 : len(row) + 1] = torch.as_tensor(row, dtype=torch.long)
    return padded


def _soft_labels(windows: Sequence[dict], length: int) -> Tensor:
    soft = torch.zeros(len(windows), length, len(TAGS["attribution"]))
    for i, window in enumerate(windows):
        labels = window["soft"]
        if labels is not None:
            soft[i, 1 : len(labels) + 1] = torch.as_tensor(labels, dtype=torch.float)
    return soft


def _as_rows(rows: Sequence[tuple], width: int) -> Tensor:
    """Return a tensor of shape (n_rows, width), also where there are no rows."""
    return torch.tensor(rows, dtype=torch.long).reshape(-1, width)


def tagger_loss(
    tags: Tensor,
    vectors: Tensor,
    batch: dict[str, Tensor],
    soft_share: float = 0.5,
) -> Tensor:
    """
    Return the weighted sum of the losses of all heads of the tagger.

    Heads for which a batch has no labels add 0.

    Parameters
    ----------
    tags, vectors : tensor
        Outputs of the tagger.
    batch : dict of tensor
        From ``batch_of``.
    soft_share : float
        Weight of the teacher in the target of the attribution labels, 0 to 1, where an article
        has both kinds of label.

    Returns
    -------
    tensor
        A scalar.
    """
    tags = tags.float()
    vectors = vectors.float().unflatten(-1, (len(VECTORS), VECTOR_SIZE))
    total = _attribution_loss(tags[..., COLUMNS["attribution"]], batch, soft_share)
    for layer, weight in LAYER_WEIGHTS.items():
        total = total + weight * _span_loss(tags[..., COLUMNS[layer]], batch[layer])
    rows = batch["numbers"]
    at_number = tags[rows[:, 0], rows[:, 1]]
    for column, name in enumerate(FACTS, start=2):
        loss = _fact_loss(at_number[:, COLUMNS[name]], rows[:, column])
        total = total + FACT_WEIGHTS[name] * loss
    return (
        total
        + 0.5 * _pointer_loss(vectors, batch)
        + 0.5 * _content_loss(vectors, batch)
        + 0.5 * _source_loss(vectors, batch)
    )


def _fact_loss(scores: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy, averaged over the numbers of which the fact is known."""
    n_known = (labels != IGNORE).sum()
    loss = F.cross_entropy(scores, labels, ignore_index=IGNORE, reduction="sum")
    return loss / n_known.clamp(min=1)


def _span_loss(scores: Tensor, labels: Tensor) -> Tensor:
    """Weighted cross-entropy, averaged over the tokens whose label is known."""
    n_known = (labels != IGNORE).sum()
    if not n_known:
        return scores.sum() * 0.0
    weights = torch.full((scores.shape[-1],), SPAN_WEIGHT)
    weights[0] = 1.0
    loss = F.cross_entropy(
        scores.transpose(1, 2),
        labels,
        weights.to(scores.device),
        ignore_index=IGNORE,
        reduction="sum",
    )
    return loss / n_known


def _attribution_loss(scores: Tensor, batch: dict[str, Tensor], soft_share: float) -> Tensor:
    """Cross-entropy towards gold labels, a teacher's probabilities, or a mixture of both."""
    labels = batch["attribution"]
    soft = batch["soft"]
    hard = F.one_hot(labels.clamp(min=0), scores.shape[-1]).float()
    taught = (soft.sum(-1, keepdim=True) > 0).float()
    known = (labels != IGNORE).float()[..., None]
    share = taught * (soft_share * known + (1 - known))
    target = hard * known * (1 - share) + soft * share
    weights = torch.tensor(ATTRIBUTION_WEIGHTS, device=scores.device)
    n_tokens = torch.maximum(taught, known).sum()
    return -(target * weights * scores.log_softmax(-1)).sum() / n_tokens.clamp(min=1)


def _pointer_loss(vectors: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Loss of choosing the first and last token of what a number points at; 0 points at none."""
    total = vectors.sum() * 0.0
    rows = batch["points"]
    padding = batch["mask"] == 0
    for number, role in enumerate(LINKED):
        of_role = rows[rows[:, 2] == number]
        if not len(of_role):
            continue
        window = of_role[:, 0]
        for column, end in enumerate(("first", "last"), start=3):
            queries = vectors[window, of_role[:, 1], VECTOR[f"{role}_{end}_from"]]
            keys = vectors[window, :, VECTOR[f"{role}_{end}_to"]]
            scores = torch.einsum("nd,ntd->nt", queries, keys) / VECTOR_SIZE**0.5
            scores = scores.masked_fill(padding[window], MASKED)
            total = total + F.cross_entropy(scores, of_role[:, column]) / 3
    return total


def _choice_loss(scores: Tensor, none: Tensor, right: Tensor) -> Tensor:
    """Cross-entropy of choosing any right column, or ``none`` where no column is right."""
    scores = torch.cat([scores, none[:, None]], 1).log_softmax(1)
    right = torch.cat([right, ~right.any(1, keepdim=True)], 1)
    return -scores.masked_fill(~right, MASKED).logsumexp(1).mean()


def _content_loss(vectors: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Loss of choosing the cue of each content among the cues of its window, or none."""
    contents = batch["contents"]
    cues = batch["cues"]
    if not len(contents):
        return vectors.sum() * 0.0
    window, attribution, first, last = contents.unbind(1)
    queries = (
        vectors[window, first, VECTOR["content_first"]]
        + vectors[window, last, VECTOR["content_last"]]
    )
    keys = vectors[cues[:, 0], cues[:, 2], VECTOR["content_cue"]]
    none = (queries * vectors[window, 0, VECTOR["content_cue"]]).sum(-1) / VECTOR_SIZE**0.5
    scores = queries @ keys.T / VECTOR_SIZE**0.5
    same_window = window[:, None] == cues[None, :, 0]
    right = same_window & (attribution[:, None] == cues[None, :, 1])
    return _choice_loss(scores.masked_fill(~same_window, MASKED), none, right)


def _source_loss(vectors: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Loss of choosing the source of each cue among the sources of its window, or none."""
    cues = batch["cues"]
    sources = batch["sources"]
    if not len(cues):
        return vectors.sum() * 0.0
    window, attribution, first, _ = cues.unbind(1)
    queries = vectors[window, first, VECTOR["source_cue"]]
    keys = (
        vectors[sources[:, 0], sources[:, 2], VECTOR["source_first"]]
        + vectors[sources[:, 0], sources[:, 3], VECTOR["source_last"]]
    )
    at_start = (
        vectors[window, 0, VECTOR["source_first"]] + vectors[window, 0, VECTOR["source_last"]]
    )
    same_window = window[:, None] == sources[None, :, 0]
    right = same_window & (attribution[:, None] == sources[None, :, 1])
    # A source outside the window is not "no source": learn none only where the gold has none.
    sourceless = (cues[:, None, :2] == batch["sourceless"][None]).all(-1).any(1)
    known = right.any(1) | sourceless
    if not known.any():
        return vectors.sum() * 0.0
    scores = (queries @ keys.T / VECTOR_SIZE**0.5).masked_fill(~same_window, MASKED)
    none = (queries * at_start).sum(-1) / VECTOR_SIZE**0.5
    return _choice_loss(scores[known], none[known], right[known])
