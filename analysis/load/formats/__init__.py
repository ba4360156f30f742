"""
Files of articles, one module a format; ``registry`` says which extension is read by which.

To add a format, follow the steps at the head of ``registry``.
"""

from analysis.load.formats.registry import FORMATS, STREAMED, open_file, provider_of, suffix_of

__all__ = ["FORMATS", "STREAMED", "open_file", "provider_of", "suffix_of"]
