"""
Messages: a mailbox (.mbox) or a single message (.eml), each message one article.

In: the bytes of a file. Out: the subject as title, the sender as outlet, the day it was sent, and
the text of the message. Attachments are not read. Newsletters and press releases come like this.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from typing import ClassVar

from analysis.core.errors import InputError
from analysis.load.encodings import decode
from analysis.load.providers.page import Page
from analysis.load.providers.paragraphs import blocks_of, squeeze, unwrap
from analysis.load.providers.provider import Part, Printed, Provider, Split

__all__ = ["Mailbox", "Message", "messages_of"]

_BEGINNING = re.compile(rb"^From [^\r\n]*\r?\n(?=[A-Za-z][A-Za-z0-9-]*:)", re.MULTILINE)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_HEADER = re.compile(rb"^(?:From|Date|Subject|To|Received|Message-ID|MIME-Version):", re.I | re.M)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_HEAD = 65_536


class Mailbox(Provider):
    """A file of messages, each after a line "From ", as Thunderbird and Gmail export them."""

    name: ClassVar[str] = "mbox"
    label: ClassVar[str] = "a mailbox (mbox)"
    kinds: ClassVar[tuple[str, ...]] = ("mbox",)
    version: ClassVar[str] = "RFC 4155"
    fixture: ClassVar[str] = "mbox"

    def recognises(self, page: Page) -> bool:
        """Every file of this kind is one."""
        return True

    def split(self, page: Page) -> Split:
        """Split at lines "From " that a header follows."""
        return Split(list(messages_of(page.data)))

    def read(self, part: Part) -> Printed:
        """Read the headers and the text of a message."""
        return _read(part)


class Message(Provider):
    """One message in a file of its own."""

    name: ClassVar[str] = "eml"
    label: ClassVar[str] = "a message (eml)"
    kinds: ClassVar[tuple[str, ...]] = ("eml",)
    version: ClassVar[str] = "RFC 5322"
    fixture: ClassVar[str] = "eml"

    def recognises(self, page: Page) -> bool:
        """Every file of this kind is one."""
        return True

    def split(self, page: Page) -> Split:
        """Return the message."""
        if _HEADER.search(page.data[:_HEAD]) is None:
            raise InputError(
                f"{page.name} is not a message: it has no header such as From, Date or Subject. "
                "Save the message again as .eml"
            )
        return Split([page.data])

    def read(self, part: Part) -> Printed:
        """Read the headers and the text of a message."""
        return _read(part)


def messages_of(data: bytes) -> Iterator[bytes]:
    """Yield the messages of a mailbox, without the lines that separate them."""
    places = [(match.start(), match.end()) for match in _BEGINNING.finditer(data)]
    ends = [start for start, _ in places[1:]] + [len(data)]
    for (_, start), end in zip(places, ends, strict=True):
        yield _QUOTED_FROM.sub(rb"\1", data[start:end])


def _read(data: bytes) -> Printed:
    """Return what a message says."""
    notes = []
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    name, address = parseaddr(_header(message, "From"))
    n_attachments = sum(1 for _ in message.iter_attachments()) if message.is_multipart() else 0
    if n_attachments:
        notes.append(f"{n_attachments} attachments were not read")
    paragraphs = _body(message, notes)
    return Printed(
        title=_header(message, "Subject") or None,
        outlet=name or address.rpartition("@")[2] or None,
        day=_day(_header(message, "Date")),
        author=address or None,
        url=_header(message, "Archived-At").strip("<> ") or None,
        paragraphs=paragraphs,
        language=_header(message, "Content-Language")[:2].lower() or None,
        key=_header(message, "Message-ID").strip("<> ") or None,
        notes=notes,
    )


def _header(message: EmailMessage, name: str) -> str:
    """Return a header; "" if it is missing or broken."""
    try:
        return squeeze(str(message.get(name, "")))
    except (ValueError, TypeError, IndexError, AttributeError, MessageError):  # of broken headers
        return ""


def _day(text: str) -> str | None:
    """Return the day in the sender's own time zone; what is printed if it cannot be read."""
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return text or None


def _body(message: EmailMessage, notes: list[str]) -> list[str]:
    """Return the paragraphs of a message: of its plain text, else of its HTML."""
    try:
        part = message.get_body(preferencelist=("plain", "html"))
    except (KeyError, LookupError, ValueError, AttributeError, MessageError) as error:
        notes.append(f"its text cannot be found ({error})")
        return []
    content = "" if part is None else _content(part, notes)
    if part is not None and part.get_content_type() == "text/html":
        return _paragraphs_of_html(content)
    text = _SIGNATURE.split(content)[0]
    paragraphs = []
    for block in blocks_of(text.splitlines()):
        paragraphs.append(squeeze(" ".join(block)))
    return unwrap(paragraphs)


def _content(part: MIMEPart, notes: list[str]) -> str:
    """Return the text of a part; where its encoding is not known, it is found."""
    try:
        return str(part.get_content())
    except (KeyError, LookupError, ValueError, AttributeError, MessageError) as error:
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes):
            notes.append(f"its text cannot be decoded ({error})")
            return ""
        notes.append(f"its encoding is not known ({error}); it was found from the text")
        return decode(payload, "the message").text


def _paragraphs_of_html(source: str) -> list[str]:
    """Return the blocks of a page that are text."""
    from lxml import etree, html  # pyright: ignore[reportAttributeAccessIssue]

    if not source.strip():
        return []
    try:
        tree = html.document_fromstring(source.encode("utf-8", "replace"))
    except (etree.ParserError, ValueError):
        return []
    etree.strip_elements(tree, "script", "style", "head", etree.Comment, with_tail=False)
    for element in tree.iter("p", "div", "br", "li", "tr", "h1", "h2", "h3", "table"):
        element.tail = f"\n{element.tail or ''}"
        if element.tag != "br":
            element.text = f"\n{element.text or ''}"
    lines = "".join(tree.itertext()).split("\n")
    return [squeeze(line) for line in lines if line.strip()]
