"""
Folders of documents, one module a format; ``registry`` says which extension is read by which.

To add a format, follow the steps at the head of ``registry``.
"""

from analysis.load.documents.folder import open_folder
from analysis.load.documents.registry import DOCUMENTS

__all__ = ["DOCUMENTS", "open_folder"]
