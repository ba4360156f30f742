"""
The network: an encoder whose lower layers two heads may share, a tagger and a polarity classifier.

In: token ids. Out: for each token, label scores and small vectors that link tokens; or, for each
passage, polarity scores. The encoder follows BERT [1]_ or MPNet [2]_, which adds an attention bias
for distance. It is implemented here so that it can be cut between any two layers and exported in
parts; ``load_encoder`` fills it with published weights of either. Training is in
``analysis.train``.

References
----------
.. [1] Devlin, J., Chang, M.-W., Lee, K., & Toutanova, K. (2019). BERT: Pre-training of deep
   bidirectional transformers for language understanding. NAACL-HLT 2019.
.. [2] Song, K., Tan, X., Qin, T., Lu, J., & Liu, T.-Y. (2020). MPNet: Masked and permuted
   pre-training for language understanding. NeurIPS 33.
.. [3] Xiao, G., Lin, J., Seznec, M., Wu, H., Demouth, J., & Han, S. (2023). SmoothQuant: accurate
   and efficient post-training quantization for large language models. ICML 2023.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from analysis.neural.label_scheme import MIDDLE, TAGS, VECTOR_SIZE, VECTORS

__all__ = [
    "MINILM",
    "MPNET",
    "Encoder",
    "FakeQuantLinear",
    "Float16Embedding",
    "Int4Embedding",
    "Layer",
    "LayerStack",
    "PolarityClassifier",
    "Shape",
    "SmoothQuantLinear",
    "Tagger",
    "TokenEmbedding",
    "load_encoder",
    "position_buckets",
    "replace_modules",
    "round_matrices",
    "set_padding_mask",
    "shape_of",
]

LONGEST = 512  # most tokens in a window
BUCKETS = 32  # groups of distances that share an attention bias
FARTHEST = 128  # distances from here on are in the last bucket
MASKED = -10000.0  # attention bias that excludes padding

BLOCK = 32  # numbers of an int4 embedding that share a scale
INT4_RANGE = (-8, 7)
# Candidates for the scale of a block, as shares of the one at which nothing is clipped.
SCALE_SHARES = (1.0, 0.95, 0.9, 0.85, 0.8)

# How much of a channel's size SmoothQuant moves into the weights. The best of .3 to .85.
SMOOTHING = 0.75

N_POLARITIES = 3
N_TAGS = sum(len(labels) for labels in TAGS.values())


@dataclass(frozen=True)
class Shape:
    """
    The sizes in which encoders differ.

    Parameters
    ----------
    width : int
        Size of a hidden state.
    inner : int
        Size between the two dense layers of a block.
    heads : int
        Attention heads.
    epsilon : float
        Added to the variance in layer norms.
    first_place : int
        Row of the published position embedding that belongs to the first token.
    distance : bool
        Whether attention is biased by distance.
    """

    width: int
    inner: int
    heads: int = 12
    epsilon: float = 1e-12
    first_place: int = 0
    distance: bool = False


MINILM = Shape(384, 1536)
MPNET = Shape(768, 3072, epsilon=1e-5, first_place=2, distance=True)


def shape_of(width: int) -> Shape:
    """
    Return the shape of the encoder with a given width.

    Parameters
    ----------
    width : {384, 768}
        384 is MiniLM, 768 is MPNet.

    Returns
    -------
    Shape
    """
    return {shape.width: shape for shape in (MINILM, MPNET)}[width]


def position_buckets() -> Tensor:
    """
    Return the bucket of each distance between two tokens.

    Short distances have a bucket each, long ones share buckets, as in MPNet. Distances before and
    after a token have different buckets.

    Returns
    -------
    tensor of int, shape (2 * LONGEST - 1,)
        For distances from ``1 - LONGEST`` (before) to ``LONGEST - 1`` (after).
    """
    distance = -torch.arange(1 - LONGEST, LONGEST)
    size = distance.abs()
    half = BUCKETS // 2
    exact = half // 2
    growth = torch.log(size.clamp(min=1).float() / exact) / math.log(FARTHEST / exact)
    shared_bucket = (exact + (growth * (half - exact)).long()).clamp(max=half - 1)
    direction = (distance < 0).long() * half
    return direction + torch.where(size < exact, size, shared_bucket)


class Layer(nn.Module):
    """
    One transformer block: attention, then two dense layers, with a layer norm after each.

    Parameters
    ----------
    shape : Shape
    dropout : float
        Probability, used in training only.
    """

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.up = nn.Linear(width, shape.inner)
        self.down = nn.Linear(shape.inner, width)
        self.norm1 = nn.LayerNorm(width, eps=shape.epsilon)
        self.norm2 = nn.LayerNorm(width, eps=shape.epsilon)
        self.drop = dropout

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """Return the new hidden states, shape (rows, tokens, width)."""
        dropout = self.drop if self.training else 0.0
        attended = self.out(self._attend(hidden, bias))
        hidden = self.norm1(hidden + F.dropout(attended, dropout))
        transformed = self.down(F.gelu(self.up(hidden)))
        return self.norm2(hidden + F.dropout(transformed, dropout))

    def _attend(self, hidden: Tensor, bias: Tensor) -> Tensor:
        n_rows, n_tokens, width = hidden.shape
        split = self.qkv(hidden).view(n_rows, n_tokens, 3, self.heads, width // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        # No dropout inside attention: it would rule out the fast kernels.
        attended = F.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        return attended.transpose(1, 2).reshape(n_rows, n_tokens, width)


class LayerStack(nn.Module):
    """
    Consecutive blocks, with their own copy of the distance biases if the encoder has any.

    Parameters
    ----------
    n_layers : int
    shape : Shape
    dropout : float
        Probability, used in training only.
    """

    buckets: Tensor

    def __init__(self, n_layers: int, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(Layer(shape, dropout) for _ in range(n_layers))
        self.distance = None
        if shape.distance:
            # Not trained further: without a gradient for the bias, attention runs in one kernel.
            self.distance = nn.Embedding(BUCKETS, shape.heads).requires_grad_(False)
        self.register_buffer("buckets", position_buckets(), persistent=False)

    def bias(self, mask: Tensor) -> Tensor:
        """Return the attention bias of each pair of tokens, which excludes padding."""
        padding = (1.0 - mask[:, None, None, :].float()) * MASKED
        if self.distance is None:
            return padding
        steps = torch.arange(mask.shape[1], device=mask.device)
        distances = steps[None, :] - steps[:, None]
        by_head = self.distance(self.buckets[distances + LONGEST - 1]).permute(2, 0, 1)
        return by_head[None] + padding

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Return the hidden states after all blocks."""
        return self.every(hidden, mask)[-1]

    def every(self, hidden: Tensor, mask: Tensor) -> list[Tensor]:
        """Return the hidden states before the first block and after each."""
        bias = self.bias(mask)
        if torch.is_autocast_enabled(hidden.device.type):
            bias = bias.to(torch.bfloat16)
        states = [hidden]
        for block in self.blocks:
            states.append(block(states[-1], bias))
        return states


class Encoder(nn.Module):
    """
    Embeddings and the lower layers.

    Parameters
    ----------
    vocabulary : int
        Number of different tokens.
    n_layers : int
    shape : Shape
    dropout : float
        Probability, used in training only.
    """

    def __init__(
        self,
        vocabulary: int,
        n_layers: int,
        shape: Shape,
        dropout: float = 0.1,
    ) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, shape.width)
        self.places = nn.Embedding(LONGEST, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.drop = dropout
        self.layers = LayerStack(n_layers, shape, dropout)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return the hidden states of token ids, shape (rows, tokens, width)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        embedded = self.norm(self.words(ids) + self.places(places)[None])
        dropout = self.drop if self.training else 0.0
        return self.layers(F.dropout(embedded, dropout), mask)


class Int4Embedding(nn.Module):
    """
    An embedding with four bits for each number.

    Neighbouring numbers share a scale, ``BLOCK`` at a time, and two numbers share a byte.

    Parameters
    ----------
    weight : tensor, shape (vocabulary, width)
    """

    pairs: Tensor
    scale: Tensor

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        blocks = weight.unflatten(1, (-1, BLOCK))
        unclipped = blocks.abs().amax(2, keepdim=True).clamp(min=1e-8) / INT4_RANGE[1]
        # A smaller scale clips the largest numbers, but is more precise for the many small ones.
        # Choose the scale with the smallest squared error.
        scales = torch.stack([unclipped * share for share in SCALE_SHARES])
        rounded = self._round(blocks, scales) * scales
        errors = ((rounded - blocks) ** 2).sum(-1, keepdim=True)
        scale = scales.gather(0, errors.argmin(0, keepdim=True))[0]
        steps = (self._round(blocks, scale) - INT4_RANGE[0]).flatten(1).to(torch.uint8)
        low, high = steps.chunk(2, 1)
        self.register_buffer("pairs", low + 16 * high)
        self.register_buffer("scale", scale[..., 0].half())

    @staticmethod
    def _round(blocks: Tensor, scale: Tensor) -> Tensor:
        return (blocks / scale).round().clamp(*INT4_RANGE)

    def forward(self, ids: Tensor) -> Tensor:
        """Return the vectors of token ids."""
        pairs = self.pairs[ids].float()
        high = (pairs / 16).floor()
        low = pairs - 16 * high
        steps = torch.cat([low, high], -1) + INT4_RANGE[0]
        scale = self.scale[ids].float()[..., None]
        return (steps.unflatten(-1, (-1, BLOCK)) * scale).flatten(-2)


class Float16Embedding(nn.Module):
    """
    An embedding stored as float16.

    Parameters
    ----------
    weight : tensor, shape (vocabulary, width)
    """

    weight: Tensor

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        self.register_buffer("weight", weight.half())

    def forward(self, ids: Tensor) -> Tensor:
        """Return the vectors of token ids, as float32."""
        return self.weight[ids].float()


class SmoothQuantLinear(nn.Module):
    """
    A dense layer whose input is divided, channel by channel, by a factor moved into the weights.

    The output stays the same. If the input is then rounded to eight bits for each row, a few large
    channels cost the others less precision [3]_.

    Parameters
    ----------
    linear : Linear
    largest : tensor, shape (n_inputs,)
        Largest absolute value observed in each channel.
    """

    shrink: Tensor

    def __init__(self, linear: nn.Linear, largest: Tensor) -> None:
        super().__init__()
        weight = linear.weight.data
        input_size = largest.clamp(min=1e-5)
        weight_size = weight.abs().amax(0).clamp(min=1e-5)
        factor = input_size**SMOOTHING / weight_size ** (1 - SMOOTHING)
        self.linear = _linear(weight * factor, linear.bias.data)
        self.register_buffer("shrink", 1 / factor)

    def forward(self, hidden: Tensor) -> Tensor:
        """Return the outputs for hidden states, shape (rows, tokens, n_inputs)."""
        return self.linear(hidden * self.shrink)

    def folded(self) -> nn.Linear:
        """Return an ordinary dense layer with the same outputs."""
        return _linear(self.linear.weight.data * self.shrink, self.linear.bias.data)


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    n_outputs, n_inputs = weight.shape
    linear = nn.Linear(n_inputs, n_outputs)
    linear.weight.data = weight
    linear.bias.data = bias
    return linear


class FakeQuantLinear(nn.Module):
    """
    An int8 dense layer whose input is rounded like in onnxruntime's ``DynamicQuantizeLinear``.

    Each row of a batch has its own scale, as if it were the only one. The integers, up to 255, are
    stored as floats: float32, TF32, float16 and bfloat16 represent them exactly.

    Parameters
    ----------
    linear : Linear
        Its weights are integers times ``scale``.
    scale : tensor, shape (n_outputs,)

    Attributes
    ----------
    token_mask : tensor or None, shape (rows, tokens, 1)
        1 for tokens, 0 for padding; see ``set_padding_mask``.
    """

    weight: Tensor
    scale: Tensor
    bias: Tensor

    def __init__(self, linear: nn.Linear, scale: Tensor) -> None:
        super().__init__()
        self.register_buffer("weight", (linear.weight.data / scale[:, None]).round())
        self.register_buffer("scale", scale)
        self.register_buffer("bias", linear.bias.data)
        self.token_mask: Tensor | None = None

    def forward(self, hidden: Tensor) -> Tensor:
        """
        Return the outputs for hidden states.

        Parameters
        ----------
        hidden : tensor, shape (rows, tokens, n_inputs) or (rows, n_inputs)
        """
        visible = hidden
        if self.token_mask is not None and hidden.dim() != 2:
            visible = hidden * self.token_mask
        row_axes = tuple(range(1, hidden.dim()))
        low = visible.amin(row_axes, keepdim=True).clamp(max=0)
        high = visible.amax(row_axes, keepdim=True).clamp(min=0)
        step = ((high - low) / 255).clamp(min=1e-30)
        zero = (-low / step).round()
        integers = ((hidden / step).round() + zero).clamp(0, 255) - zero
        return F.linear(integers, self.weight) * (step * self.scale) + self.bias


def replace_modules(
    module: nn.Module,
    names: Iterable[str],
    replacement: Callable[[str, Any], nn.Module],
) -> None:
    """
    Replace some modules inside another, in place.

    Parameters
    ----------
    module : Module
    names : iterable of str
        Dotted names of the modules to replace.
    replacement : callable
        Takes a name and the present module, and returns the new one.
    """
    for name in names:
        parent_name, _, attribute = name.rpartition(".")
        parent = module.get_submodule(parent_name)
        setattr(parent, attribute, replacement(name, getattr(parent, attribute)))


def round_matrices(module: nn.Module, scales: Mapping[str, Tensor]) -> None:
    """
    Replace dense layers by ``FakeQuantLinear``, in place.

    Parameters
    ----------
    module : Module
    scales : dict of str to tensor
        The scale of each layer to replace, by its dotted name.
    """

    def fake_quantised(name: str, linear: nn.Linear) -> FakeQuantLinear:
        return FakeQuantLinear(linear, scales[name])

    replace_modules(module, scales, fake_quantised)


def set_padding_mask(module: nn.Module, mask: Tensor) -> None:
    """
    Tell the ``FakeQuantLinear`` layers of a module which tokens are padding.

    Padding then has no influence on the scale of a row.

    Parameters
    ----------
    module : Module
    mask : tensor, shape (rows, tokens)
        1 for tokens, 0 for padding.
    """
    for part in module.modules():
        if isinstance(part, FakeQuantLinear):
            part.token_mask = mask[..., None].float()


class Tagger(nn.Module):
    """
    Upper layers, and the outputs that label tokens and link them.

    ``analysis.neural.label_scheme`` defines the order of the outputs.

    Parameters
    ----------
    n_layers : int
    shape : Shape
    dropout : float
        Probability, used in training only.
    n_tags, n_vectors : int
        Sizes of the two outputs; other ones only for a model of an earlier label scheme.
    """

    def __init__(
        self,
        n_layers: int,
        shape: Shape,
        dropout: float = 0.1,
        n_tags: int = N_TAGS,
        n_vectors: int = len(VECTORS) * VECTOR_SIZE,
    ) -> None:
        super().__init__()
        self.layers = LayerStack(n_layers, shape, dropout)
        self.drop = nn.Dropout(dropout)
        self.tags = nn.Linear(shape.width, n_tags)
        self.vectors = nn.Linear(shape.width, n_vectors)

    def forward(self, hidden: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return the label scores, the link vectors and the middle layer's state of each token."""
        states = self.layers.every(hidden, mask)
        upper = self.drop(states[-1])
        middle = states[min(MIDDLE, len(states) - 1)]
        return self.tags(upper), self.vectors(upper), middle


class PolarityClassifier(nn.Module):
    """
    Layers above the tagger's middle one, and the output that classifies polarity towards a mention.

    Parameters
    ----------
    n_layers : int
    shape : Shape
    dropout : float
        Probability, used in training only.
    """

    def __init__(self, n_layers: int, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.marks = nn.Embedding(2, shape.width)
        self.layers = LayerStack(n_layers, shape, dropout)
        self.drop = nn.Dropout(dropout)
        self.head = nn.Linear(shape.width, N_POLARITIES)
        self.own = nn.Linear(shape.width, N_POLARITIES)

    def forward(self, hidden: Tensor, mask: Tensor, mention: Tensor) -> Tensor:
        """
        Return the scores of negative, neutral and positive, shape (rows, 3).

        Parameters
        ----------
        hidden : tensor, shape (rows, tokens, width)
            States of the tagger's middle layer.
        mask, mention : tensor of int, shape (rows, tokens)
            1 for tokens, and 1 for those of the mention; otherwise 0.
        """
        upper = self.drop(self.layers(hidden + self.marks(mention), mask))
        return self.head(_mean(upper, mask)) + self.own(_mean(upper, mention))


def _mean(hidden: Tensor, mask: Tensor) -> Tensor:
    """Return the mean state of the tokens of each row that a mask marks with 1."""
    weights = mask[..., None].to(hidden.dtype)
    return (hidden * weights).sum(1) / weights.sum(1)


class TokenEmbedding(nn.Module):
    """
    The embeddings of an encoder: token ids in, hidden states out.

    Parameters
    ----------
    encoder : Encoder
        Without layers.
    """

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        """Return the embedded tokens and positions."""
        # Without layers, the mask has no effect.
        return self.encoder(ids, ids)


# Our names of the parts of a published layer, for encoders with and without distance biases.
_MPNET_ATTENTION = {
    "q": "attention.attn.q",
    "k": "attention.attn.k",
    "v": "attention.attn.v",
    "out": "attention.attn.o",
    "norm1": "attention.LayerNorm",
}
_BERT_ATTENTION = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
}
_DENSE = {"up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm"}


def load_encoder(
    weights: Mapping[str, Tensor],
    layers: Sequence[int],
    *heads: tuple[type[Tagger] | type[PolarityClassifier], Sequence[int]],
) -> list[nn.Module]:
    """
    Fill an encoder, and heads on top of it, with published weights of MiniLM or MPNet.

    Parameters
    ----------
    weights : dict of str to tensor
        As ``analysis.train.trim_vocabulary`` writes them.
    layers : list of int
        Numbers of the published layers for the encoder.
    *heads : (Tagger or PolarityClassifier, list of int)
        The class of a head and the numbers of the published layers for it.

    Returns
    -------
    list of Module
        The encoder, then the heads. The outputs of the heads are random.
    """
    table = weights["embeddings.word_embeddings.weight"]
    shape = shape_of(table.shape[1])
    encoder = Encoder(len(table), len(layers), shape)
    _fill_embeddings(encoder, weights, shape)
    modules: list[nn.Module] = [encoder]
    _fill_layers(encoder, weights, layers, shape)
    for head_class, head_layers in heads:
        head = head_class(len(head_layers), shape)
        _fill_layers(head, weights, head_layers, shape)
        modules.append(head)
    return modules


def _fill_embeddings(encoder: Encoder, weights: Mapping[str, Tensor], shape: Shape) -> None:
    first = shape.first_place
    places = weights["embeddings.position_embeddings.weight"][first : first + LONGEST]
    token_types = weights.get("embeddings.token_type_embeddings.weight")
    if token_types is not None:
        # Every text is of the first type.
        places = places + token_types[:1]
    encoder.words.weight.data = weights["embeddings.word_embeddings.weight"].clone()
    encoder.places.weight.data = places.clone()
    encoder.norm.weight.data = weights["embeddings.LayerNorm.weight"].clone()
    encoder.norm.bias.data = weights["embeddings.LayerNorm.bias"].clone()


def _fill_layers(
    module: Encoder | Tagger | PolarityClassifier,
    weights: Mapping[str, Tensor],
    numbers: Sequence[int],
    shape: Shape,
) -> None:
    stack = module.layers
    if stack.distance is not None:
        biases = weights["encoder.relative_attention_bias.weight"]
        stack.distance.weight.data = biases.clone()
    attention = _MPNET_ATTENTION if shape.distance else _BERT_ATTENTION
    for block, number in zip(stack.blocks, numbers, strict=True):
        _fill_layer(block, weights, f"encoder.layer.{number}", attention | _DENSE)


def _fill_layer(
    layer: nn.Module,
    weights: Mapping[str, Tensor],
    prefix: str,
    names: Mapping[str, str],
) -> None:
    state = {}
    for part in ("weight", "bias"):
        projections = [weights[f"{prefix}.{names[name]}.{part}"] for name in ("q", "k", "v")]
        state[f"qkv.{part}"] = torch.cat(projections)
        for name in ("out", "norm1", "up", "down", "norm2"):
            state[f"{name}.{part}"] = weights[f"{prefix}.{names[name]}.{part}"]
    layer.load_state_dict(state)
