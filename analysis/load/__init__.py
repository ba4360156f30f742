"""
Stage 1: from files and known corpora to the ``articles``, ``problems`` and ``claims`` tables.

``read`` opens a corpus, file or folder; ``read_claims`` reads the hand-coded figures and exports of
event datasets; ``mark_duplicates`` finds copies. File formats are in ``formats``, formats of
documents in a folder in ``documents``, exports of newspaper databases in ``providers``, files of
scrapers and services in ``tools``, event datasets in ``event_datasets``; each says in its
``registry`` how to add one. How outlets are called is in ``outlets``.

- ``input_files``, ``archives``, ``encodings``: bytes, their hash, zip files, text
- ``records``: the types that all readers share
- ``corpora``: corpora with a name
- ``web_page``: the article on a page
- ``columns``, ``readings``: which column is which; how a file will be read
- ``article_rows``: from records to rows of ``articles``, by ``cleaning``, ``dates``, ``clock``,
  ``language`` and ``stated_day``
- ``articles``: the whole stage, joined
- ``streams``, ``staging``: inputs larger than memory
- ``filters``, ``text_query``: which articles are kept
- ``duplicates``, ``revisions``, ``stated_facts``: copies and updates, by the facts that texts state
- ``claims``, ``claim_rows``: figures coded by hand
"""

from analysis.load.articles import Loaded, read
from analysis.load.claims import read_claims
from analysis.load.corpora import SOURCES
from analysis.load.duplicates import mark_duplicates

__all__ = ["SOURCES", "Loaded", "mark_duplicates", "read", "read_claims"]
