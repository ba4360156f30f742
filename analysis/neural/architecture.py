"""
The reader's network: an encoder whose lower layers may serve two tops, a tagger and a judge of polarity.

In: token numbers. Out: scores of labels a token, small vectors that link tokens, or scores of polarity a passage.
The encoder follows BERT [1]_ or MPNet [2]_ (which adds a bias for distance), written out here so that it can be cut
between any two layers and exported in parts; ``load_encoder`` fills it from public weights of either.

References
----------
.. [1] Devlin, J., Chang, M.-W., Lee, K., & Toutanova, K. (2019). BERT: Pre-training of deep bidirectional transformers
   for language understanding. NAACL-HLT 2019.
.. [2] Song, K., Tan, X., Qin, T., Lu, J., & Liu, T.-Y. (2020). MPNet: Masked and permuted pre-training for language
   understanding. NeurIPS 33.
.. [3] Xiao, G., Lin, J., Seznec, M., Wu, H., Demouth, J., & Han, S. (2023). SmoothQuant: accurate and efficient
   post-training quantization for large language models. ICML 2023.
"""

import math
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

from analysis.neural.label_scheme import TAGS, VECTOR_SIZE, VECTORS

__all__ = [
    "MINILM",
    "MPNET",
    "Encoder",
    "SmoothQuantLinear",
    "Int4Embedding",
    "Float16Embedding",
    "PolarityClassifier",
    "FakeQuantLinear",
    "Shape",
    "Tagger",
    "TokenEmbedding",
    "load_encoder",
    "position_buckets",
    "replace_modules",
    "round_matrices",
    "shape_of",
    "set_padding_mask",
]

LONGEST, BUCKETS = 512, 32
BLOCK = 32  # numbers of a shrunk embedding that share a scale
SMOOTHED_LAYERS = 0.75  # how much of a channel's size its weights take over: of .3 to .85 the best


@dataclass(frozen=True)
class Shape:
    """The sizes in which encoders differ."""

    width: int
    inner: int
    heads: int = 12
    epsilon: float = 1e-12
    first_place: int = 0  # number of the first token's place
    distance: bool = False  # whether attention is biased by distance


MINILM = Shape(384, 1536)
MPNET = Shape(768, 3072, epsilon=1e-5, first_place=2, distance=True)


def shape_of(width):
    """Give the shape of the encoder that has this width: 384 MiniLM, 768 MPNet."""
    return {s.width: s for s in (MINILM, MPNET)}[width]


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
    large = (
        exact
        + (
            torch.log(size.clamp(min=1).float() / exact) / math.log(far / exact) * (half - exact)
        ).long()
    )
    return (distance < 0).long() * half + torch.where(size < exact, size, large.clamp(max=half - 1))


class Layer(nn.Module):
    """One block: attention, then two dense layers; layer norm after each."""

    def __init__(self, shape, dropout):
        super().__init__()
        width, self.heads = shape.width, shape.heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, shape.inner), nn.Linear(shape.inner, width)
        self.norm1, self.norm2 = (nn.LayerNorm(width, eps=shape.epsilon) for _ in range(2))
        self.drop = dropout

    def forward(self, x, bias):
        """Pass hidden states (rows, tokens, width) through the block."""
        n, t, width = x.shape
        q, k, v = self.qkv(x).view(n, t, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        drop = self.drop if self.training else 0.0
        # no dropout inside attention: it would rule out the fast kernels
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        x = self.norm1(x + F.dropout(self.out(a.transpose(1, 2).reshape(n, t, width)), drop))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), drop))


class Layers(nn.Module):
    """Some consecutive blocks, with their own copy of the small table of distance biases, if there is one."""

    def __init__(self, n, shape, dropout=0.1):
        super().__init__()
        self.blocks = nn.ModuleList(Layer(shape, dropout) for _ in range(n))
        # left as it was trained: a bias without gradient lets attention run in one kernel
        self.distance = (
            nn.Embedding(BUCKETS, shape.heads).requires_grad_(False) if shape.distance else None
        )
        self.register_buffer("buckets", position_buckets(), persistent=False)

    def bias(self, mask):
        """Give the attention bias of each pair of tokens, with padding shut out."""
        shut = (1.0 - mask[:, None, None, :].float()) * -10000.0
        if self.distance is None:
            return shut
        steps = torch.arange(mask.shape[1], device=mask.device)
        return (
            self.distance(self.buckets[steps[None, :] - steps[:, None] + LONGEST - 1]).permute(
                2, 0, 1
            )[None]
            + shut
        )

    def forward(self, x, mask):
        """Pass hidden states through all blocks."""
        bias = self.bias(mask)
        bias = bias.to(torch.bfloat16) if torch.is_autocast_enabled(x.device.type) else bias
        for block in self.blocks:
            x = block(x, bias)
        return x


class Encoder(nn.Module):
    """Embeddings and the lower layers."""

    def __init__(self, vocabulary, layers, shape, dropout=0.1):
        super().__init__()
        self.words, self.places = (
            nn.Embedding(vocabulary, shape.width),
            nn.Embedding(LONGEST, shape.width),
        )
        self.norm, self.drop = nn.LayerNorm(shape.width, eps=shape.epsilon), dropout
        self.layers = Layers(layers, shape, dropout)

    def forward(self, ids, mask):
        """Turn token numbers into hidden states."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.places(places)[None])
        return self.layers(F.dropout(x, self.drop if self.training else 0.0), mask)


class Int4Embedding(nn.Module):
    """An embedding of four bits a number: 32 neighbours share a scale, two numbers share a byte."""

    def __init__(self, weight):
        super().__init__()
        blocks = weight.unflatten(1, (-1, BLOCK))
        largest = blocks.abs().amax(2, keepdim=True).clamp(min=1e-8) / 7
        # a smaller scale cuts the largest numbers and keeps the many small ones finer: take what errs least
        scales = torch.stack([largest * share for share in (1.0, 0.95, 0.9, 0.85, 0.8)])
        errors = ((self._round(blocks, scales) * scales - blocks) ** 2).sum(-1, keepdim=True)
        scale = scales.gather(0, errors.argmin(0, keepdim=True))[0]
        steps = (self._round(blocks, scale) + 8).flatten(1).to(torch.uint8)
        low, high = steps.chunk(2, 1)
        self.register_buffer("pairs", low + 16 * high)
        self.register_buffer("scale", scale[..., 0].half())

    @staticmethod
    def _round(blocks, scale):
        return (blocks / scale).round().clamp(-8, 7)

    def forward(self, ids):
        """Give the vectors of token numbers."""
        pairs = self.pairs[ids].float()
        high = (pairs / 16).floor()
        steps = torch.cat([pairs - 16 * high, high], -1) - 8
        return (steps.unflatten(-1, (-1, BLOCK)) * self.scale[ids].float()[..., None]).flatten(-2)


class Float16Embedding(nn.Module):
    """An embedding of two bytes a number."""

    def __init__(self, weight):
        super().__init__()
        self.register_buffer("weight", weight.half())

    def forward(self, ids):
        """Give the vectors of numbers."""
        return self.weight[ids].float()


class SmoothQuantLinear(nn.Module):
    """
    A dense layer whose input is first divided, channel by channel, by what its weights are multiplied by.

    What it gives stays the same; but rounded to eight bits a row, a few large channels then cost the others less [3]_.

    Parameters
    ----------
    linear : Linear
    largest : tensor, shape (inputs,)
        Largest absolute value that each channel was seen to take.
    """

    def __init__(self, linear, largest):
        super().__init__()
        weight = linear.weight.data
        evened = largest.clamp(min=1e-5) ** SMOOTHED_LAYERS / weight.abs().amax(0).clamp(
            min=1e-5
        ) ** (1 - SMOOTHED_LAYERS)
        self.linear = nn.Linear(weight.shape[1], weight.shape[0])
        self.linear.weight.data, self.linear.bias.data = weight * evened, linear.bias.data
        self.register_buffer("shrink", 1 / evened)

    def forward(self, x):
        """Multiply hidden states (rows, tokens, inputs)."""
        return self.linear(x * self.shrink)

    def folded(self):
        """Give a plain layer that does the same."""
        plain = nn.Linear(self.linear.in_features, self.linear.out_features)
        plain.weight.data, plain.bias.data = (
            self.linear.weight.data * self.shrink,
            self.linear.bias.data,
        )
        return plain


class FakeQuantLinear(nn.Module):
    """
    A dense layer of int8, with its input rounded to eight bits as onnxruntime's ``DynamicQuantizeLinear`` does.

    Each row of a batch has its own scale, as if it were read alone. The whole numbers, up to 255, stand in floats:
    float32, TF32, float16 and bfloat16 hold them exactly.

    Parameters
    ----------
    linear : Linear
        Its weights are whole numbers times ``scale``.
    scale : tensor, shape (outputs,)
    """

    def __init__(self, linear, scale):
        super().__init__()
        self.register_buffer("weight", (linear.weight.data / scale[:, None]).round())
        self.register_buffer("scale", scale)
        self.register_buffer("bias", linear.bias.data)
        self.shown = (
            None  # of (rows, tokens, 1): 1 where there is a token, see ``set_padding_mask``
        )

    def forward(self, x):
        """Multiply hidden states (rows, tokens, inputs), or one vector a row (rows, inputs)."""
        seen = x if self.shown is None or x.dim() == 2 else x * self.shown
        of_row = tuple(range(1, x.dim()))
        low, high = (
            seen.amin(of_row, keepdim=True).clamp(max=0),
            seen.amax(of_row, keepdim=True).clamp(min=0),
        )
        step = ((high - low) / 255).clamp(min=1e-30)
        zero = (-low / step).round()
        whole = ((x / step).round() + zero).clamp(0, 255) - zero
        return F.linear(whole, self.weight) * (step * self.scale) + self.bias


def replace_modules(module, names, make):
    """Put ``make(name, part)`` in the place of each named part of a module."""
    for name in names:
        holder, _, last = name.rpartition(".")
        parent = module.get_submodule(holder)
        setattr(parent, last, make(name, getattr(parent, last)))


def round_matrices(module, scales):
    """Put ``Rounded`` in the place of dense layers; ``scales`` are by their names in the module."""
    replace_modules(module, scales, lambda name, linear: FakeQuantLinear(linear, scales[name]))


def set_padding_mask(module, mask):
    """Tell the ``Rounded`` layers of a module which tokens are there: padding has no say in a row's scale."""
    for part in module.modules():
        if isinstance(part, FakeQuantLinear):
            part.shown = mask[..., None].float()


class Tagger(nn.Module):
    """Upper layers and heads that label tokens and link them; see ``analysis.neural.onnx_model`` for the order of scores."""

    def __init__(self, layers, shape, dropout=0.1):
        super().__init__()
        self.layers, self.drop = Layers(layers, shape, dropout), nn.Dropout(dropout)
        self.tags = nn.Linear(shape.width, sum(map(len, TAGS.values())))
        self.vectors = nn.Linear(shape.width, len(VECTORS) * VECTOR_SIZE)

    def forward(self, x, mask):
        """Score labels and give link vectors of each token."""
        x = self.drop(self.layers(x, mask))
        return self.tags(x), self.vectors(x)


class PolarityClassifier(nn.Module):
    """Upper layers and the head that judges a passage with a marked mention: negative, neutral, positive."""

    def __init__(self, layers, shape, dropout=0.1):
        super().__init__()
        self.layers, self.drop = Layers(layers, shape, dropout), nn.Dropout(dropout)
        self.head = nn.Linear(shape.width, 3)

    def forward(self, x, mask):
        """Score the polarities of each row."""
        x, w = self.drop(self.layers(x, mask)), mask[..., None].to(x.dtype)
        return self.head((x * w).sum(1) / w.sum(1))


class TokenEmbedding(nn.Module):
    """An encoder without layers: token numbers in, hidden states out."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, ids):
        """Embed tokens and their places."""
        return self.encoder(ids, ids)


_NAMES = {
    True: {
        "q": "attention.attn.q",
        "k": "attention.attn.k",
        "v": "attention.attn.v",
        "out": "attention.attn.o",
        "norm1": "attention.LayerNorm",
    },
    False: {
        "q": "attention.self.query",
        "k": "attention.self.key",
        "v": "attention.self.value",
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
    },
}
_SAME = {"up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm"}


def _fill_layer(layer, weights, number, mpnet):
    at, names = f"encoder.layer.{number}.", _NAMES[mpnet] | _SAME
    values = {
        f"qkv.{p}": torch.cat([weights[f"{at}{names[x]}.{p}"] for x in "qkv"])
        for p in ("weight", "bias")
    }
    for ours in ("out", "norm1", "up", "down", "norm2"):
        values |= {
            f"{ours}.{part}": weights[f"{at}{names[ours]}.{part}"] for part in ("weight", "bias")
        }
    layer.load_state_dict(values)


def load_encoder(weights, lower, *uppers):
    """
    Fill an encoder and the tops that stand on it from the published weights of MiniLM or MPNet.

    Parameters
    ----------
    weights : dict of tensor
        As ``analysis.train.trim_vocabulary`` writes them.
    lower : list of int
        Published layers for the encoder.
    *uppers : (Tagger or Polarity class, list of int)
        A top and the published layers for it.

    Returns
    -------
    list of Module
        The encoder, then the tops; heads are random.
    """
    words = weights["embeddings.word_embeddings.weight"]
    shape = shape_of(words.shape[1])
    encoder = Encoder(len(words), len(lower), shape)
    places = weights["embeddings.position_embeddings.weight"][
        shape.first_place : shape.first_place + LONGEST
    ]
    if "embeddings.token_type_embeddings.weight" in weights:
        places = places + weights["embeddings.token_type_embeddings.weight"][:1]
    encoder.words.weight.data, encoder.places.weight.data = words.clone(), places.clone()
    for part in ("weight", "bias"):
        getattr(encoder.norm, part).data = weights[f"embeddings.LayerNorm.{part}"].clone()
    modules = [encoder] + [top(len(numbers), shape) for top, numbers in uppers]
    for module, numbers in zip(modules, [lower, *(n for _, n in uppers)], strict=True):
        if shape.distance:
            module.layers.distance.weight.data = weights[
                "encoder.relative_attention_bias.weight"
            ].clone()
        for block, number in zip(module.layers.blocks, numbers, strict=True):
            _fill_layer(block, weights, number, shape.distance)
    return modules
