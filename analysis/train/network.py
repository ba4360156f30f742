"""
The reader's network: an MPNet encoder whose lower layers serve two tops, a tagger and a judge of polarity.

In: token numbers. Out: scores of labels a token, small vectors that link tokens, or scores of polarity a passage.
The encoder follows Song et al. [1]_ (relative position bias, layer norm after each block), written out here so
that it can be cut between any two layers and exported in parts; ``load_encoder`` fills it from public weights.

References
----------
.. [1] Song, K., Tan, X., Qin, T., Lu, J., & Liu, T.-Y. (2020). MPNet: Masked and permuted pre-training for language
   understanding. NeurIPS 33.
"""

import math

import torch
from torch import nn
from torch.nn import functional as F

from analysis.model import TAGS, VECTOR_SIZE, VECTORS

__all__ = ["Encoder", "Polarity", "Tagger", "load_encoder", "position_buckets"]

WIDTH, HEADS, INNER, LONGEST, BUCKETS = 768, 12, 3072, 512, 32


def position_buckets(longest=LONGEST, buckets=BUCKETS, far=128):
    """
    Number the distances between tokens, near ones singly and far ones together.

    Parameters
    ----------
    longest : int
        Most tokens of a window.

    Returns
    -------
    tensor of int, shape (2 * longest - 1,)
        Bucket of the distances from ``1 - longest`` (before) to ``longest - 1`` (after).
    """
    distance = -torch.arange(1 - longest, longest)
    half = buckets // 2
    size, exact = distance.abs(), half // 2
    large = exact + (torch.log(size.clamp(min=1).float() / exact) / math.log(far / exact) * (half - exact)).long()
    return (distance < 0).long() * half + torch.where(size < exact, size, large.clamp(max=half - 1))


class Layer(nn.Module):
    """One block: attention with a bias for distance, then two dense layers; layer norm after each."""

    def __init__(self, dropout):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-5), nn.LayerNorm(WIDTH, eps=1e-5)
        self.drop = dropout

    def forward(self, x, bias):
        n, t, _ = x.shape
        q, k, v = self.qkv(x).view(n, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        drop = self.drop if self.training else 0.0
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=bias, dropout_p=drop)
        a = self.out(a.transpose(1, 2).reshape(n, t, WIDTH))
        x = self.norm1(x + F.dropout(a, drop))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), drop))


class Layers(nn.Module):
    """Some consecutive blocks, with their own copy of the small table of distance biases."""

    def __init__(self, n, dropout=0.1):
        super().__init__()
        self.blocks = nn.ModuleList(Layer(dropout) for _ in range(n))
        self.distance = nn.Embedding(BUCKETS, HEADS)
        self.register_buffer("buckets", position_buckets(), persistent=False)

    def bias(self, mask):
        """Give the attention bias of each pair of tokens, with padding shut out."""
        t = mask.shape[1]
        steps = torch.arange(t, device=mask.device)
        table = self.distance(self.buckets[steps[None, :] - steps[:, None] + LONGEST - 1]).permute(2, 0, 1)[None]
        return table + (1.0 - mask[:, None, None, :].to(table.dtype)) * -10000.0

    def forward(self, x, mask):
        bias = self.bias(mask).to(x.dtype)
        for block in self.blocks:
            x = block(x, bias)
        return x


class Encoder(nn.Module):
    """Embeddings and the lower layers."""

    def __init__(self, vocabulary, layers, dropout=0.1):
        super().__init__()
        self.words, self.places = nn.Embedding(vocabulary, WIDTH), nn.Embedding(LONGEST + 2, WIDTH)
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-5), dropout
        self.layers = Layers(layers, dropout)

    def forward(self, ids, mask):
        # MPNet counts places from 2: 1 is padding's
        places = torch.arange(2, ids.shape[1] + 2, device=ids.device)
        x = self.norm(self.words(ids) + self.places(places)[None])
        return self.layers(F.dropout(x, self.drop if self.training else 0.0), mask)


class Tagger(nn.Module):
    """Upper layers and heads that label tokens and link them; see ``analysis.model`` for the order of scores."""

    def __init__(self, layers, dropout=0.1):
        super().__init__()
        self.layers, self.drop = Layers(layers, dropout), nn.Dropout(dropout)
        self.tags = nn.Linear(WIDTH, sum(map(len, TAGS.values())))
        self.vectors = nn.Linear(WIDTH, len(VECTORS) * VECTOR_SIZE)

    def forward(self, x, mask):
        x = self.drop(self.layers(x, mask))
        return self.tags(x), self.vectors(x)


class Polarity(nn.Module):
    """Upper layers and the head that judges a passage with a marked mention: negative, neutral, positive."""

    def __init__(self, layers, dropout=0.1):
        super().__init__()
        self.layers, self.drop = Layers(layers, dropout), nn.Dropout(dropout)
        self.head = nn.Linear(WIDTH, 3)

    def forward(self, x, mask):
        x, w = self.drop(self.layers(x, mask)), mask[..., None].to(x.dtype)
        return self.head((x * w).sum(1) / w.sum(1))


def _fill_layer(layer, weights, number):
    at = f"encoder.layer.{number}."
    attention = [weights[f"{at}attention.attn.{x}.weight"] for x in "qkv"]
    biases = [weights[f"{at}attention.attn.{x}.bias"] for x in "qkv"]
    values = {"qkv.weight": torch.cat(attention), "qkv.bias": torch.cat(biases)}
    for ours, theirs in (("out", "attention.attn.o"), ("norm1", "attention.LayerNorm"), ("up", "intermediate.dense"),
                         ("down", "output.dense"), ("norm2", "output.LayerNorm")):
        for part in ("weight", "bias"):
            values[f"{ours}.{part}"] = weights[f"{at}{theirs}.{part}"]
    layer.load_state_dict(values)


def load_encoder(weights, lower, *uppers):
    """
    Fill an encoder and the tops that stand on it from MPNet's published weights.

    Parameters
    ----------
    weights : dict of tensor
        As ``analysis.train.prepare`` writes them.
    lower : list of int
        MPNet's layers for the encoder.
    *uppers : (Tagger or Polarity class, list of int)
        A top and MPNet's layers for it.

    Returns
    -------
    list of Module
        The encoder, then the tops; heads are random.
    """
    encoder = Encoder(len(weights["embeddings.word_embeddings.weight"]), len(lower))
    encoder.words.weight.data = weights["embeddings.word_embeddings.weight"].clone()
    encoder.places.weight.data = weights["embeddings.position_embeddings.weight"].clone()
    for part in ("weight", "bias"):
        getattr(encoder.norm, part).data = weights[f"embeddings.LayerNorm.{part}"].clone()
    modules = [encoder] + [top(len(numbers)) for top, numbers in uppers]
    for module, numbers in zip(modules, [lower, *(n for _, n in uppers)], strict=True):
        module.layers.distance.weight.data = weights["encoder.relative_attention_bias.weight"].clone()
        for block, number in zip(module.layers.blocks, numbers, strict=True):
            _fill_layer(block, weights, number)
    return modules
