"""
Documents and folders of them, one module a format.

``registry`` says which extension is read by which.

To add a format, follow the steps at the head of ``registry``.
"""

from analysis.load.documents.file import open_document
from analysis.load.documents.folder import holds_documents, open_folder, survey_folder
from analysis.load.documents.registry import DOCUMENTS

__all__ = ["DOCUMENTS", "holds_documents", "open_document", "open_folder", "survey_folder"]
