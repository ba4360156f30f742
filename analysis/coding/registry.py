"""The layers that can be coded, by the name that the command line has for them."""

from collections.abc import Iterable

from analysis.coding.attributions import ATTRIBUTIONS
from analysis.coding.figures import FIGURES
from analysis.coding.frames import FRAMES
from analysis.coding.layer import Layer
from analysis.coding.parties import PARTIES
from analysis.coding.stories import STORIES
from analysis.coding.targets import TARGETS
from analysis.core.errors import ParameterError, unknown_value_message

__all__ = ["LAYERS", "layer_named", "layer_with"]

LAYERS: dict[str, Layer] = {
    layer.name: layer for layer in (FIGURES, ATTRIBUTIONS, PARTIES, FRAMES, TARGETS, STORIES)
}
"""Every layer by its name."""


def layer_named(name: str) -> Layer:
    """Return a layer; a ParameterError if there is none of that name."""
    if name not in LAYERS:
        raise ParameterError(unknown_value_message("layer", name, LAYERS))
    return LAYERS[name]


def layer_with(columns: Iterable[str]) -> Layer | None:
    """Return the layer whose sheets have some columns, None if there is none."""
    there = set(columns)
    for layer in LAYERS.values():
        if there.issuperset(layer.recognised_by):
            return layer
    return None
