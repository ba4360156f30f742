"""
Round what dense layers after GELU multiply to eight bits, with a scale for each token instead of one for all.

In: an ONNX graph as ``onnxruntime.quantization.quantize_dynamic`` left it. Out: the same graph, in which each of these
layers is one ``ByToken``, an ONNX function. After GELU a few tokens reach far higher than the rest; a scale that holds
them leaves the others few steps, and most of what int8 cost the tagger was lost there. Scales for each token are those
of ZeroQuant [1]_; the lowest value needs no search, since GELU has one.

References
----------
.. [1] Yao, Z., Aminabadi, R. Y., Zhang, M., Wu, X., Li, C., & He, Y. (2022). ZeroQuant: efficient and affordable
   post-training quantization for large-scale transformers. NeurIPS 35.
"""

import numpy as np
import onnx
from onnx import helper, numpy_helper, parser

from analysis.network import GELU_LEAST

__all__ = ["scale_by_token"]

DOMAIN = "parallax"
# x: floats (rows, tokens, inputs); matrix: int8 (inputs, outputs); scale: of each output; total: scaled sums of columns
FUNCTION = f"""
<domain: "{DOMAIN}", opset_import: ["": OPSET, "com.microsoft": 1]>
ByToken (x, matrix, scale, total) => (y)
{{
    low = Constant <value = float {{{GELU_LEAST}}}> ()
    one = Constant <value = float {{1.0}}> ()
    nothing = Constant <value = float {{0.0}}> ()
    steps = Constant <value = float {{255.0}}> ()
    flat = Constant <value = int64[1] {{-1}}> ()
    largest = ReduceMax <axes = [-1]> (x)
    high = Max (largest, nothing)
    range = Sub (high, low)
    step = Div (range, steps)
    below = Div (low, step)
    shift = Round (below)
    zero = Neg (shift)
    zeros = Reshape (zero, flat)
    zeros_whole = Cast <to = 2> (zeros)
    step_of_token = Reshape (step, flat)
    long = Flatten <axis = -1> (x)
    whole_long = QuantizeLinear <axis = 0> (long, step_of_token, zeros_whole)
    shape = Shape (x)
    whole = Reshape (whole_long, shape)
    product = com.microsoft.MatMulIntegerToFloat (whole, matrix, one, scale)
    too_much = Mul (shift, total)
    centred = Add (product, too_much)
    y = Mul (centred, step)
}}
"""


def scale_by_token(model, layers):
    """
    Give the named layers of a quantised graph, which take what GELU gave, a scale for each token.

    Parameters
    ----------
    model : onnx.ModelProto
        Not changed.
    layers : tuple of str
        Last names of the modules, such as ``down``.

    Returns
    -------
    onnx.ModelProto

    Raises
    ------
    ValueError
        If no layer of these names multiplies in int8.
    """
    out = onnx.ModelProto()
    out.CopyFrom(model)
    graph = out.graph
    products = [n for n in graph.node if n.op_type == "MatMulInteger" and set(layers) & set(n.name.split("/"))]
    if not products:
        raise ValueError(f"No int8 layer is named {' or '.join(layers)}. Name others, or quantise the graph first.")
    replaced = dict(_by_token(product, graph) for product in products)
    nodes = _used([replaced.get(node.output[0], node) for node in graph.node], {o.name for o in graph.output})
    del graph.node[:]
    graph.node.extend(nodes)
    opset = next(o.version for o in model.opset_import if not o.domain)
    out.functions.append(parser.parse_function(FUNCTION.replace("OPSET", str(opset))))
    out.opset_import.append(helper.make_opsetid(DOMAIN, 1))
    return out


def _by_token(product, graph):
    """Make the node that takes the place of a product and what rounds and scales it; give also whose output it has."""
    stored = {i.name: i for i in graph.initializer}
    made_by = {name: node for node in graph.node for name in node.output}
    rounding = made_by[product.input[0]]
    cast = next(n for n in graph.node if product.output[0] in n.input)
    scaled = next(n for n in graph.node if cast.output[0] in n.input)
    scales = made_by[next(name for name in scaled.input if name != cast.output[0])]
    matrix, scale = product.input[1], next(name for name in scales.input if name not in rounding.output)
    whole, of_output = (numpy_helper.to_array(stored[name]) for name in (matrix, scale))
    graph.initializer.append(numpy_helper.from_array(whole.sum(0, dtype=np.float32) * of_output, f"{matrix}_total"))
    inputs = [rounding.input[0], matrix, scale, f"{matrix}_total"]
    return scaled.output[0], helper.make_node("ByToken", inputs, [scaled.output[0]], product.name, domain=DOMAIN)


def _used(nodes, outputs):
    """Leave out nodes, in the order in which they run, whose results nobody takes any more."""
    wanted, kept = set(outputs), []
    for node in reversed(nodes):
        if wanted & set(node.output):
            kept.append(node)
            wanted |= set(node.input)
    return kept[::-1]
