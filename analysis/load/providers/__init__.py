"""
Exports of newspaper databases: files that hold several articles, as a database prints them.

One module a provider and file format, each with one declarative class; ``registry`` lists them. To
add a provider, follow the steps at the head of ``registry``.

- ``page``: a file as a provider looks at it
- ``provider``: what a provider declares and returns
- ``nexis_docx``, ``nexis_rtf``: Nexis Uni and Lexis Advance, by ``nexis_layout``
- ``nexis_html``, ``nexis_text``: Nexis before 2018, by ``nexis_old_layout``; words in
  ``nexis_labels``
- ``factiva_html``, ``factiva_rtf``: Factiva, by ``factiva_layout``; words in ``factiva_words``
- ``europresse_html``, ``proquest_text``: Europresse; ProQuest
- ``mail``, ``pdf``: messages and mailboxes; one article as PDF
- ``several``: refuses files of several documents that no provider knows
- ``read``: from a page and its provider to records
- ``paragraphs``, ``days``, ``languages``, ``counts``: lines, days, languages; whether all is there
"""

from analysis.load.providers.page import Page
from analysis.load.providers.read import Export, read_export
from analysis.load.providers.registry import PROVIDERS, find_provider
from analysis.load.providers.several import validate_single

__all__ = ["PROVIDERS", "Export", "Page", "find_provider", "read_export", "validate_single"]
