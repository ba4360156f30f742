"""The network attends, rounds and loads weights as documented."""

import pytest

torch = pytest.importorskip("torch", reason="needs the extra 'gpu': pip install -e .[gpu]")
pytestmark = pytest.mark.train

from analysis.neural import architecture  # noqa: E402
from analysis.neural.architecture import MINILM, MPNET  # noqa: E402


@pytest.mark.parametrize(("width", "shape"), [(384, MINILM), (768, MPNET)])
def test_shapes_by_width(width, shape):
    assert architecture.shape_of(width) == shape


def test_near_distances_have_a_bucket_each_and_far_ones_share():
    buckets = architecture.position_buckets()
    centre = architecture.LONGEST - 1
    assert len(buckets) == 2 * architecture.LONGEST - 1
    assert buckets[centre - 7 : centre + 1].tolist() == [7, 6, 5, 4, 3, 2, 1, 0]
    assert buckets[centre : centre + 8].tolist() == [0, 17, 18, 19, 20, 21, 22, 23]
    assert buckets[0] == buckets[centre - 128] == 15
    assert buckets[-1] == buckets[centre + 128] == 31
    assert set(buckets.tolist()) == set(range(32)) - {16}


@pytest.mark.parametrize("shape", [MINILM, MPNET], ids=["minilm", "mpnet"])
def test_padding_does_not_change_the_tokens_before_it(shape):
    torch.manual_seed(0)
    encoder = architecture.Encoder(20, 1, shape).eval()
    tagger = architecture.Tagger(1, shape).eval()
    classifier = architecture.PolarityClassifier(1, shape).eval()
    ids = torch.tensor([[3, 4, 5]])
    padded_ids = torch.tensor([[3, 4, 5, 0, 0]])
    mask, padded_mask = torch.ones(1, 3), torch.tensor([[1, 1, 1, 0, 0]])
    with torch.inference_mode():
        hidden = encoder(ids, mask)
        padded = encoder(padded_ids, padded_mask)
        assert torch.allclose(hidden, padded[:, :3], atol=1e-5)
        for one, other in zip(tagger(hidden, mask), tagger(padded, padded_mask), strict=True):
            assert torch.allclose(one, other[:, :3], atol=1e-5)
        scores = classifier(hidden, mask)
        assert scores.shape == (1, 3)
        assert torch.allclose(scores, classifier(padded, padded_mask), atol=1e-5)


def test_dropout_is_used_in_training_only():
    torch.manual_seed(0)
    layer = architecture.Layer(MINILM, 0.5)
    hidden = torch.randn(1, 4, 384)
    bias = torch.zeros(1, 1, 1, 4)
    assert not torch.equal(layer(hidden, bias), layer(hidden, bias))
    layer.eval()
    assert torch.equal(layer(hidden, bias), layer(hidden, bias))


def test_smoothing_keeps_the_outputs_and_can_be_folded_back():
    torch.manual_seed(0)
    linear = torch.nn.Linear(6, 4)
    smoothed = architecture.SmoothQuantLinear(linear, torch.tensor([0.0, 0.1, 1, 5, 50, 500]))
    hidden = torch.randn(2, 3, 6)
    expected = linear(hidden)
    assert torch.allclose(smoothed(hidden), expected, atol=1e-5)
    assert torch.allclose(smoothed.folded()(hidden), expected, atol=1e-5)
    assert smoothed.shrink[5] < smoothed.shrink[1]


def fake_quantised():
    torch.manual_seed(0)
    linear = torch.nn.Linear(6, 4)
    scale = linear.weight.data.abs().amax(1) / 127
    linear.weight.data = (linear.weight.data / scale[:, None]).round() * scale[:, None]
    return linear, architecture.FakeQuantLinear(linear, scale)


def test_rounding_to_eight_bits_costs_little():
    linear, rounded = fake_quantised()
    hidden = torch.randn(2, 3, 6)
    error = (rounded(hidden) - linear(hidden)).abs().max()
    assert 0 < error < 0.05


def test_each_row_has_its_own_scale_and_padding_has_no_influence():
    linear, rounded = fake_quantised()
    row = torch.randn(1, 3, 6)
    alone = rounded(row)
    assert torch.allclose(rounded(torch.cat([row, 100 * row]))[:1], alone, atol=1e-6)
    padded = torch.cat([row, torch.full((1, 2, 6), 100.0)], 1)
    assert not torch.allclose(rounded(padded)[:, :3], alone, atol=1e-6)
    architecture.set_padding_mask(torch.nn.Sequential(rounded), torch.tensor([[1, 1, 1, 0, 0]]))
    assert torch.allclose(rounded(padded)[:, :3], alone, atol=1e-6)
    assert rounded(row[:, 0]).shape == (1, 4)  # the mask is not used for one vector in a row


def test_modules_are_replaced_by_name():
    module = torch.nn.Sequential(torch.nn.Sequential(torch.nn.Linear(2, 2)), torch.nn.Linear(2, 2))
    architecture.round_matrices(module, {"0.0": torch.ones(2)})
    assert isinstance(module[0][0], architecture.FakeQuantLinear)
    assert type(module[1]) is torch.nn.Linear


def test_embeddings_of_two_bytes_are_half_precision():
    weight = torch.tensor([[0.1, 1.0], [2.0, 70.0]])
    vectors = architecture.Float16Embedding(weight)(torch.tensor([1, 0]))
    assert vectors.dtype == torch.float32
    assert torch.equal(vectors, weight.half().float()[[1, 0]])


@pytest.mark.parametrize("shape", [MINILM, MPNET], ids=["minilm", "mpnet"])
def test_published_weights_are_loaded_by_layer(shape):
    weights = published_weights(shape, n_layers=3)
    encoder, tagger, classifier = architecture.load_encoder(
        weights, [0], (architecture.Tagger, [2]), (architecture.PolarityClassifier, [1, 2])
    )
    assert [len(module.layers.blocks) for module in (encoder, tagger, classifier)] == [1, 1, 2]
    up = "encoder.layer.{}.intermediate.dense.weight"
    assert torch.equal(encoder.layers.blocks[0].up.weight, weights[up.format(0)])
    assert torch.equal(tagger.layers.blocks[0].up.weight, weights[up.format(2)])
    assert torch.equal(classifier.layers.blocks[0].up.weight, weights[up.format(1)])
    key = "attention.attn.k" if shape.distance else "attention.self.key"
    stored = weights[f"encoder.layer.0.{key}.weight"]
    assert torch.equal(encoder.layers.blocks[0].qkv.weight[shape.width : 2 * shape.width], stored)
    places = weights["embeddings.position_embeddings.weight"]
    if shape.distance:
        assert torch.equal(encoder.places.weight, places[2:514])
        assert torch.equal(
            tagger.layers.distance.weight, weights["encoder.relative_attention_bias.weight"]
        )
    else:
        first_type = weights["embeddings.token_type_embeddings.weight"][0]
        assert torch.equal(encoder.places.weight, places[:512] + first_type)
        assert tagger.layers.distance is None


def published_weights(shape, n_layers):
    """Return random weights with the names of a published MiniLM or MPNet."""
    torch.manual_seed(0)
    width, inner = shape.width, shape.inner
    weights = {
        "embeddings.word_embeddings.weight": torch.randn(30, width),
        "embeddings.position_embeddings.weight": torch.randn(514, width),
        "embeddings.LayerNorm.weight": torch.randn(width),
        "embeddings.LayerNorm.bias": torch.randn(width),
    }
    if shape.distance:
        weights["encoder.relative_attention_bias.weight"] = torch.randn(32, 12)
        attention = ("attn.q", "attn.k", "attn.v", "attn.o")
        norm = "attention.LayerNorm"
    else:
        weights["embeddings.token_type_embeddings.weight"] = torch.randn(2, width)
        attention = ("self.query", "self.key", "self.value", "output.dense")
        norm = "attention.output.LayerNorm"
    shapes = {f"attention.{name}": (width, width) for name in attention}
    shapes |= {norm: (width,), "output.LayerNorm": (width,)}
    shapes |= {"intermediate.dense": (inner, width), "output.dense": (width, inner)}
    for layer in range(n_layers):
        for name, size in shapes.items():
            weights[f"encoder.layer.{layer}.{name}.weight"] = torch.randn(*size)
            weights[f"encoder.layer.{layer}.{name}.bias"] = torch.randn(size[0])
    return weights
