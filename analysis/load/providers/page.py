"""
A file as a provider looks at it: its kind, and its text, lines or tree, made when first needed.

In: the bytes of a file and its name. Out: ``Page``. The kind is found in the bytes, not in the
extension: databases hand out RTF under ``.doc``. Nothing is split or read here.
"""

import io
import re
import zipfile
import zlib
from functools import cached_property
from typing import Any

from analysis.core.errors import InputError
from analysis.load.archives import validate_archive
from analysis.load.encodings import Decoded, decode

__all__ = ["Page"]

_HEAD = 4_096  # bytes that show the kind of a file
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|table|p)[\s>]", re.IGNORECASE)
_META_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)
_MAIL_HEADER = re.compile(rb"(?:From|To|Subject|Date|Received|Message-ID|MIME-Version):", re.I)
_XML_TAG = re.compile(r"<[^>]+>")
_PARAGRAPH_END = re.compile(r"</w:p>|<w:br/>")
_PICTURE = re.compile(r"\{\\pict[^{}]*\}")
_SMALL_HEAP = 2**24  # bytes of document.xml that are looked at for signs
_DOCUMENT = "word/document.xml"
_DAMAGED = (
    InputError,
    KeyError,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,  # locked with a password, or packed in an unknown way
    zlib.error,
    zipfile.BadZipFile,
)


class Page:
    """
    A file, and the views of it that its kind allows.

    Parameters
    ----------
    data : bytes
    name : str
        Name of the file, for messages.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.data = data
        self.name = name

    @cached_property
    def kind(self) -> str:
        """One of docx, rtf, pdf, mbox, eml, html and text."""
        head = self.data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
        if head.startswith(b"PK\x03\x04"):
            return "docx"
        if head.startswith(b"{\\rtf"):
            return "rtf"
        if head.startswith(b"%PDF"):
            return "pdf"
        first_line, _, rest = head.partition(b"\n")
        if first_line.startswith(b"From ") and _MAIL_HEADER.match(rest):
            return "mbox"
        if self.name.lower().endswith(".eml"):
            return "eml"
        return "html" if _HTML.search(head) else "text"

    @cached_property
    def decoded(self) -> Decoded:
        """The text of a file that is one, and how it was decoded."""
        declared = _META_CHARSET.search(self.data[:_HEAD])
        encoding = declared[1].decode("ascii") if declared else None
        return decode(self.data, self.name, encoding)

    @cached_property
    def text(self) -> str:
        """
        The text in which signs of a provider are looked for; "" if there is none.

        Of a Word file all paragraphs, one a line; of a page in HTML its source.
        """
        if self.kind == "docx":
            return self._word_text()
        if self.kind in ("html", "text"):
            return self.decoded.text.replace("\x00", "")
        if self.kind == "rtf":
            return "\n".join(self.lines)
        return ""

    @cached_property
    def lines(self) -> list[str]:
        """
        The lines of a text, an RTF or a Word file, blank ones included.

        A line of a Word or RTF file is a paragraph, or a part of one between line breaks.

        Raises
        ------
        InputError
            If the file is damaged.
        """
        if self.kind == "docx":
            from analysis.load.documents.docx import lines_of

            return lines_of(self.data, self.name)
        if self.kind == "rtf":
            return self._rtf_lines()
        return self.text.splitlines()

    @cached_property
    def tree(self) -> Any:
        """
        The tree of a page in HTML, as lxml makes it.

        Raises
        ------
        InputError
            If the page is too large, or is not HTML.
        """
        from lxml import etree, html  # pyright: ignore[reportAttributeAccessIssue]

        from analysis.load.web_page import validate_size

        validate_size(self.text, self.name)
        parser = html.HTMLParser(encoding="utf-8")
        try:
            return html.document_fromstring(self.text.encode("utf-8", "replace"), parser=parser)
        except (etree.ParserError, ValueError, RecursionError) as error:
            raise InputError(
                f"the page {self.name} cannot be read: {error}. Export it again"
            ) from None

    @property
    def remarks(self) -> list[str]:
        """Remarks on how the file was decoded."""
        return self.decoded.remarks() if self.kind in ("html", "text") else []

    def _word_text(self) -> str:
        """Return the paragraphs of a Word file, quickly; "" for a file that cannot be opened."""
        try:
            validate_archive(self.data, self.name)
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive, archive.open(_DOCUMENT) as file:
                source = file.read(_SMALL_HEAP).decode("utf-8", "replace")
        except _DAMAGED:
            return ""  # the reader of Word files says what is wrong with it
        return _XML_TAG.sub("", _PARAGRAPH_END.sub("\n", source)).replace("\u00a0", " ")

    def _rtf_lines(self) -> list[str]:
        """Return the lines of an RTF file; the cells of a table row are lines of their own."""
        from striprtf.striprtf import rtf_to_text

        source = _PICTURE.sub("", self.data.decode("cp1252", "replace"))
        if not source.rstrip("\x00 \t\r\n").endswith("}"):
            raise InputError(
                f"{self.name} is cut off: it does not end as an RTF file does, with a brace. "
                "Export it again, and copy the whole file"
            )
        try:
            text = rtf_to_text(source, errors="replace")
        except (ValueError, LookupError, IndexError, RecursionError) as error:
            raise InputError(
                f"{self.name} cannot be read as RTF: {error}. Save it again as .rtf or .docx"
            ) from None
        lines = []
        for line in text.split("\n"):
            lines += line.split("|") if line.endswith("|") else [line]
        return lines
