"""
Remember what stages returned, for tests of what is around them: shards, batches, interruptions.

The stages are functions of their arguments, and the same articles go through them in every test.
"""

import pickle
from functools import wraps
from hashlib import sha256

from analysis.run import event_groups, process_batch, quantity_groups

STAGES = (
    (process_batch, "split_sentences"),
    (process_batch, "tag_tokens"),
    (process_batch, "extract_attributions"),
    (process_batch, "extract_figures"),
    (process_batch, "sentence_tone"),
    (event_groups, "find_events"),
    (quantity_groups, "find_quantities"),
)


def remembered(function):
    """Return a function that calls another once for equal arguments; results are copies."""
    results = {}

    @wraps(function)
    def call(*args, **kwargs):
        key = sha256(pickle.dumps((args, kwargs))).digest()
        if key not in results:
            results[key] = pickle.dumps(function(*args, **kwargs))
        return pickle.loads(results[key])

    return call


_REMEMBERED = {(module, name): remembered(getattr(module, name)) for module, name in STAGES}


def remember_stages(monkeypatch):
    """Put the stages that remember in place of those that compute."""
    for (module, name), function in _REMEMBERED.items():
        monkeypatch.setattr(module, name, function)
