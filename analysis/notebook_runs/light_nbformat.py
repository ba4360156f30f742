"""
Import nbformat without an optional part of jsonschema that takes longer than all of papermill.

In: nothing. Out: ``nbformat`` in ``sys.modules``. Call ``load`` before the first import of it.
"""

import sys

__all__ = ["load"]


def load() -> None:
    """Import ``nbformat``; no check of a notebook needs the syntax of addresses."""
    # None in sys.modules makes an import fail at once, which jsonschema expects of this package
    sys.modules.setdefault("rfc3987_syntax", None)  # pyright: ignore[reportArgumentType]
    import nbformat  # noqa: F401
