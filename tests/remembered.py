"""
Remember what stages returned, for tests of what is around them: shards, batches, interruptions.

The stages are functions of their arguments and of the data that ``paths`` names, and the same
articles go through them in every test.
"""

import os
import pickle
from functools import wraps
from hashlib import sha256
from pathlib import Path

import pandas as pd

from analysis.core import paths
from analysis.run import event_groups, process_batch, quantity_groups

STAGES = (
    (process_batch, "split_sentences"),
    (process_batch, "tag_tokens"),
    (process_batch, "extract_attributions"),
    (process_batch, "extract_figures"),
    (process_batch, "sentence_tone"),
    (process_batch, "measure_frames"),
    (event_groups, "find_events"),
    (quantity_groups, "find_quantities"),
)
_DATA = ("LEXICONS", "FIGURE_RULES", "GAZETTEER", "MODELS")
_REAL = {(module, name): getattr(module, name) for module, name in STAGES}


def content_of(value):
    """Return what tells a value from any other: of equal tables, even if built otherwise, one."""
    if isinstance(value, pd.DataFrame):
        columns = [(name, str(column.dtype), column.tolist()) for name, column in value.items()]
        rows = (type(value.index).__name__, value.index.tolist())
        return repr((rows, columns)).encode("utf8", "surrogatepass")
    if isinstance(value, str | Path) and os.path.isfile(value):
        return repr(value).encode() + Path(value).read_bytes()
    if isinstance(value, list | tuple):
        return b"|".join(sha256(content_of(part)).digest() for part in value)
    return pickle.dumps(value)


def remembered(name, function, folder):
    """Return a function that calls another once for equal arguments; results are copies."""

    @wraps(function)
    def call(*args, **kwargs):
        data = [str(getattr(paths, place)) for place in _DATA]  # a test may have its own
        named = [part for pair in sorted(kwargs.items()) for part in pair]
        content = content_of([data, *args, *named])
        path = folder / f"{name}-{sha256(content).hexdigest()}.pickle"
        if not path.exists():
            made = path.with_suffix(f".{os.getpid()}")
            made.write_bytes(pickle.dumps(function(*args, **kwargs)))
            made.replace(path)  # whole, for the other processes of the tests
        return pickle.loads(path.read_bytes())

    return call


def remember_stages(monkeypatch, folder):
    """Put the stages that remember, in files of a folder, in place of those that compute."""
    for (module, name), function in _REAL.items():
        monkeypatch.setattr(module, name, remembered(name, function, folder))
