"""
Stage 1: from files and known corpora to the ``articles``, ``problems`` and ``claims`` tables.

``read`` opens a corpus, file or folder; ``read_claims`` reads the hand-coded figures and exports of
event datasets; ``mark_duplicates`` finds copies. File formats are in ``formats``, formats of
documents in a folder in ``documents``, event datasets in ``event_datasets``; each says in its
``registry`` how to add one.
"""

from analysis.load.articles import Loaded, read
from analysis.load.claims import read_claims
from analysis.load.corpora import SOURCES
from analysis.load.duplicates import mark_duplicates

__all__ = ["SOURCES", "Loaded", "mark_duplicates", "read", "read_claims"]
