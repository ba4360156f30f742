"""
Batches of windows, and the reader's losses over them.

In: windows from ``examples.windows``. Out: tensors, and one number to make small.
Labels are learned by cross-entropy, towards gold mixed with a teacher's probabilities where there are any. Links are
learned as a choice: which of the window's cues does this content go with, which token does this number point at.
"""

import torch
from torch.nn import functional as F

from analysis.neural.label_scheme import TAGS, VECTOR_SIZE, VECTORS, tag_columns
from analysis.train.examples import IGNORE

__all__ = ["batch_of", "tagger_loss"]

COLUMNS, VECTOR = tag_columns(), {name: i for i, name in enumerate(VECTORS)}
POINTED = ("counted", "agent", "source")
CUE_WEIGHT = 1.5  # cues are short: without it the tagger spends itself on content


def _pad(rows, fill, longest, dtype=torch.long):
    out = torch.full((len(rows), longest), fill, dtype=dtype)
    for i, row in enumerate(rows):
        out[i, 1 : len(row) + 1] = torch.as_tensor(row, dtype=dtype)
    return out


def batch_of(windows, start, end, pad):
    """
    Put windows side by side.

    Parameters
    ----------
    windows : list of dict
    start, end, pad : int
        Numbers of the marks for a window's start and end, and of padding.

    Returns
    -------
    dict of tensor
        Rows are windows; place 0 of each is the start mark.
    """
    longest = (
        -(-(max(len(w["ids"]) for w in windows) + 2) // 8) * 8
    )  # attention runs faster on multiples of 8
    out = {"ids": _pad([w["ids"] for w in windows], pad, longest)}
    out["ids"][:, 0] = start
    for i, w in enumerate(windows):
        out["ids"][i, len(w["ids"]) + 1] = end
    out["mask"] = (out["ids"] != pad).long()
    for name in ("attribution", "number", "role"):
        out[name] = _pad([w[name] for w in windows], IGNORE, longest)
    soft = torch.zeros(len(windows), longest, len(TAGS["attribution"]))
    for i, w in enumerate(windows):
        if w["soft"] is not None:
            soft[i, 1 : len(w["soft"]) + 1] = torch.as_tensor(w["soft"], dtype=torch.float)
    out["soft"] = soft
    for name, width in (
        ("numbers", 4),
        ("points", 4),
        ("contents", 3),
        ("cues", 3),
        ("sources", 3),
    ):
        rows = [(i, *x) for i, w in enumerate(windows) for x in w[name]]
        out[name] = torch.tensor(rows, dtype=torch.long).reshape(-1, width + 1)
    sourceless = [[i, a] for i, w in enumerate(windows) for a in w["sourceless"]]
    out["sourceless"] = torch.tensor(sourceless, dtype=torch.long).reshape(-1, 2)
    return out


def tagger_loss(tags, vectors, batch, soft_share=0.5):
    """
    Sum the losses of all heads.

    Parameters
    ----------
    tags, vectors : tensor
        Outputs of the tagger.
    batch : dict
        From ``batch_of``.
    soft_share : float
        Share of the teacher in the aim of the attribution labels, 0 to 1, where an article has both.

    Returns
    -------
    tensor
        One number.
    """
    tags, vectors = tags.float(), vectors.float().unflatten(-1, (len(VECTORS), VECTOR_SIZE))
    total = _attribution(tags[..., COLUMNS["attribution"]], batch, soft_share)
    total = total + _labels(
        tags[..., COLUMNS["number"]], batch["number"], torch.tensor([1.0, 2.0, 2.0])
    )
    total = total + _labels(
        tags[..., COLUMNS["role"]], batch["role"], torch.ones(len(TAGS["role"]))
    )
    rows = batch["numbers"]
    if len(rows):
        at = tags[rows[:, 0], rows[:, 1]]
        for k, (name, weight) in enumerate((("outcome", 0.4), ("group", 0.4), ("implicit", 0.2))):
            total = total + weight * F.cross_entropy(at[:, COLUMNS[name]], rows[:, 2 + k])
    return (
        total
        + 0.5 * _points(vectors, batch)
        + 0.5 * _contents(vectors, batch)
        + 0.5 * _sources(vectors, batch)
    )


def _labels(scores, aim, weight):
    known = (aim != IGNORE).sum()
    if not known:
        return scores.sum() * 0.0
    return (
        F.cross_entropy(
            scores.transpose(1, 2),
            aim,
            weight.to(scores.device),
            ignore_index=IGNORE,
            reduction="sum",
        )
        / known
    )


def _attribution(scores, batch, soft_share):
    aim, soft = batch["attribution"], batch["soft"]
    hard = F.one_hot(aim.clamp(min=0), scores.shape[-1]).float()
    taught, known = (soft.sum(-1, keepdim=True) > 0).float(), (aim != IGNORE).float()[..., None]
    share = taught * (soft_share * known + (1 - known))
    mixed = hard * known * (1 - share) + soft * share
    weight = torch.tensor([1.0, 1.0, 1.0, CUE_WEIGHT, CUE_WEIGHT, 1.0, 1.0], device=scores.device)
    count = torch.maximum(taught, known).sum()
    return -(mixed * weight * scores.log_softmax(-1)).sum() / count.clamp(min=1)


def _points(vectors, batch):
    """Let a number find the first and last token of its counted, agent and source words; place 0 is none."""
    total, rows = vectors.sum() * 0.0, batch["points"]
    shut = batch["mask"] == 0
    for r, role in enumerate(POINTED):
        own = rows[rows[:, 2] == r]
        for k, end in enumerate(("first", "last")):
            if len(own):
                asked = vectors[own[:, 0], own[:, 1], VECTOR[f"{role}_{end}_from"]]
                keys = vectors[own[:, 0], :, VECTOR[f"{role}_{end}_to"]]
                scores = torch.einsum("nd,ntd->nt", asked, keys) / VECTOR_SIZE**0.5
                total = (
                    total
                    + F.cross_entropy(scores.masked_fill(shut[own[:, 0]], -1e4), own[:, 3 + k]) / 3
                )
    return total


def _choice(scores, none, right):
    """Cross-entropy of choosing any right column, or none where no column is right."""
    scores = torch.cat([scores, none[:, None]], 1).log_softmax(1)
    right = torch.cat([right, ~right.any(1, keepdim=True)], 1)
    return -scores.masked_fill(~right, -1e4).logsumexp(1).mean()


def _contents(vectors, batch):
    contents, cues = batch["contents"], batch["cues"]
    if not len(contents):
        return vectors.sum() * 0.0
    asked = (
        vectors[contents[:, 0], contents[:, 2], VECTOR["content_first"]]
        + vectors[contents[:, 0], contents[:, 3], VECTOR["content_last"]]
    )
    keys = vectors[cues[:, 0], cues[:, 2], VECTOR["content_cue"]]
    none = (asked * vectors[contents[:, 0], 0, VECTOR["content_cue"]]).sum(-1) / VECTOR_SIZE**0.5
    scores = asked @ keys.T / VECTOR_SIZE**0.5
    same = contents[:, 0, None] == cues[None, :, 0]
    return _choice(
        scores.masked_fill(~same, -1e4), none, same & (contents[:, 1, None] == cues[None, :, 1])
    )


def _sources(vectors, batch):
    cues, sources = batch["cues"], batch["sources"]
    if not len(cues):
        return vectors.sum() * 0.0
    asked = vectors[cues[:, 0], cues[:, 2], VECTOR["source_cue"]]
    keys = (
        vectors[sources[:, 0], sources[:, 2], VECTOR["source_first"]]
        + vectors[sources[:, 0], sources[:, 3], VECTOR["source_last"]]
    )
    nothing = (
        vectors[cues[:, 0], 0, VECTOR["source_first"]]
        + vectors[cues[:, 0], 0, VECTOR["source_last"]]
    )
    same = cues[:, 0, None] == sources[None, :, 0]
    right = same & (cues[:, 1, None] == sources[None, :, 1])
    # a source that stands outside the window is not "no source": learn none only where the gold says so
    bare = (cues[:, None, :2] == batch["sourceless"][None]).all(-1).any(1)
    kept = right.any(1) | bare
    if not kept.any():
        return vectors.sum() * 0.0
    scores = (asked @ keys.T / VECTOR_SIZE**0.5).masked_fill(~same, -1e4)
    return _choice(scores[kept], ((asked * nothing).sum(-1) / VECTOR_SIZE**0.5)[kept], right[kept])
