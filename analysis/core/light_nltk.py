"""
Import NLTK without the large packages that parts of it load which are not used here.

In: nothing. Out: ``nltk`` in ``sys.modules``. Call ``load`` before the first import from ``nltk``.
"""

import sys

__all__ = ["load"]

_OPTIONAL = ("sklearn", "scipy.stats")  # of its parsers, classifiers and one association measure


def load() -> None:
    """
    Import ``nltk`` in a seventh of the time, which every process would spend.

    NLTK goes on without an optional package whose import fails, which None in ``sys.modules``
    makes it do at once. In a notebook, NLTK is imported whole: a person may use any part of it.
    """
    if "nltk" in sys.modules or "ipykernel" in sys.modules:
        return
    absent = [name for name in _OPTIONAL if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # pyright: ignore[reportArgumentType]
    try:
        import nltk  # noqa: F401
    finally:
        for name in absent:
            del sys.modules[name]
