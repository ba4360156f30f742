"""Exports of Nexis Uni and Lexis Advance in Word (.docx)."""

from typing import ClassVar

from analysis.load.providers.nexis_layout import looks_like_nexis, read_document, split_documents
from analysis.load.providers.page import Page
from analysis.load.providers.provider import Part, Printed, Provider, Split

__all__ = ["NexisDocx"]


class NexisDocx(Provider):
    """One Word file for all documents, or for a single one."""

    name: ClassVar[str] = "nexis_docx"
    label: ClassVar[str] = "Nexis Uni or Lexis Advance (Word)"
    kinds: ClassVar[tuple[str, ...]] = ("docx",)
    version: ClassVar[str] = "2019-07"
    fixture: ClassVar[str] = "nexis_docx"

    def recognises(self, page: Page) -> bool:
        """Look for "End of Document" with a length or load date, or for a cover page."""
        return looks_like_nexis(page.text)

    def split(self, page: Page) -> Split:
        """Split at "End of Document"; "Documents (10)" on the cover page says how many."""
        return split_documents(page.lines)

    def read(self, part: Part) -> Printed:
        """Read title, source and date, then labels, then the body."""
        return read_document(part)
