"""
Exports of newspaper databases: files that hold several articles, as a database prints them.

One module a provider and file format, each with one declarative class; ``registry`` lists them.
To add a provider, follow the steps at the head of ``registry``.
"""

from analysis.load.providers.page import Page
from analysis.load.providers.read import Export, read_export
from analysis.load.providers.registry import PROVIDERS, find_provider
from analysis.load.providers.several import validate_single

__all__ = ["PROVIDERS", "Export", "Page", "find_provider", "read_export", "validate_single"]
