"""A scale for each token: small tokens beside a large one keep their steps; what the layer gives stays near."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs the extra 'train': pip install -e .[train]")
pytestmark = pytest.mark.train


@pytest.fixture(scope="module")
def layer():
    torch.manual_seed(0)
    return torch.nn.Sequential(torch.nn.GELU(), torch.nn.Linear(64, 16)).eval()


@pytest.fixture(scope="module")
def quantised(layer, tmp_path_factory):
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder = tmp_path_factory.mktemp("onnx")
    sizes = {name: {0: "rows", 1: "tokens"} for name in ("x", "y")}
    torch.onnx.export(layer, (torch.zeros(1, 3, 64),), folder / "whole.onnx", input_names=["x"], output_names=["y"],
                      dynamic_axes=sizes, opset_version=17, dynamo=False)
    quantize_dynamic(folder / "whole.onnx", folder / "int8.onnx", op_types_to_quantize=["MatMul"], per_channel=True,
                     weight_type=QuantType.QInt8)
    return onnx.load(folder / "int8.onnx")


def run(model, x):
    import onnxruntime

    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, {"x": x.numpy()})[0]


def hidden(rows=2, tokens=5):
    x = torch.randn(rows, tokens, 64, generator=torch.Generator().manual_seed(1))
    x[:, 0] *= 200  # one token far above the rest
    return x


@pytest.mark.filterwarnings("ignore")
def test_small_tokens_beside_a_large_one_keep_their_steps(layer, quantised):
    from analysis.train.by_token import scale_by_token

    x, before = hidden(), quantised.SerializeToString()
    right = layer(x).detach().numpy()
    errors = [np.abs(run(model, x) - right)[:, 1:].mean() for model in (quantised, scale_by_token(quantised, ("1",)))]
    assert errors[1] < errors[0] / 10
    assert quantised.SerializeToString() == before


@pytest.mark.filterwarnings("ignore")
def test_a_token_reads_the_same_beside_any_other(quantised):
    from analysis.train.by_token import scale_by_token

    model, x = scale_by_token(quantised, ("1",)), hidden()
    np.testing.assert_array_equal(run(model, x)[1:, 2:], run(model, x[1:, 2:]))


@pytest.mark.filterwarnings("ignore")
def test_torch_rounds_as_the_function_does(layer, quantised):
    from onnx import numpy_helper

    from analysis.network import Rounded
    from analysis.train.by_token import scale_by_token

    scale = next(numpy_helper.to_array(i) for i in quantised.graph.initializer if i.name.endswith("_scale"))
    rounded = torch.nn.Sequential(layer[0], Rounded(layer[1], torch.tensor(scale), by_token=True))
    np.testing.assert_allclose(rounded(hidden()).numpy(), run(scale_by_token(quantised, ("1",)), hidden()), atol=2e-3)


@pytest.mark.filterwarnings("ignore")
def test_a_name_that_no_layer_has_is_refused(quantised):
    from analysis.train.by_token import scale_by_token

    with pytest.raises(ValueError, match="No int8 layer is named sideways or up"):
        scale_by_token(quantised, ("sideways", "up"))
