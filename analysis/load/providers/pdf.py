"""
A PDF of one article.

In: the bytes of a file. Out: its text, page by page, and its title. The order of reading is that of
the file: where a page seems to have columns, that is told. A scan has no text, and is refused.
"""

import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from analysis.core.errors import InputError
from analysis.core.plurals import noun_for
from analysis.load.providers.days import find_day, starts_with_date
from analysis.load.providers.page import Page
from analysis.load.providers.paragraphs import blocks_of, squeeze
from analysis.load.providers.provider import Part, Printed, Provider, Split
from analysis.load.providers.several import validate_single_text

__all__ = ["PdfArticle"]

MAX_PAGES = 200
_MIN_LETTERS = 20
_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|seite|p\.)?\s*\d{1,4}(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?\W*$", re.I
)
_MAX_COLUMN_LINE = 45  # characters of most lines of a page with columns
_MIN_LINES = 30
_MAX_TITLE = 250  # characters
_MAX_HEAD = 8  # lines among which the date is looked for
_MAX_LAST_LINE = 0.85  # of the longest line: a shorter one may end a paragraph
_ENDS_SENTENCE = re.compile(r"""[.!?…]["'”’»)]*$""")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-$")
_UNTITLED = re.compile(
    r"^(?:untitled|microsoft word|unbenannt|document\d*|.*\.(?:docx?|pdf|html?|indd))", re.I
)


class PdfArticle(Provider):
    """One article a file; several are refused."""

    name: ClassVar[str] = "pdf"
    label: ClassVar[str] = "a PDF of one article"
    kinds: ClassVar[tuple[str, ...]] = ("pdf",)
    version: ClassVar[str] = "2026-11"
    fixture: ClassVar[str] = "pdf"

    def recognises(self, page: Page) -> bool:
        """Every file of this kind is one."""
        return True

    def split(self, page: Page) -> Split:
        """Return the pages as one part."""
        pages, title = _pages_of(page)
        text = "\n".join(pages)
        if sum(character.isalpha() for character in text) < _MIN_LETTERS:
            raise InputError(
                f"{page.name} has no text: it may be a scan. Recognise its text (OCR), and save "
                "that as .txt or .docx"
            )
        validate_single_text(text, page.name)
        return Split([(pages, title)])

    def read(self, part: Part) -> Printed:
        """Read the text of all pages, without lines that repeat on them."""
        pages, given_title = part
        kept = _without_furniture([page.split("\n") for page in pages])
        lines = [line for page in kept for line in page]
        notes = [f"a PDF of {len(pages)} {noun_for(len(pages), 'page')}"]
        n_columns = sum(_seems_to_have_columns(page) for page in kept)
        if n_columns:
            notes[0] += (
                f", {n_columns} of them with short lines, as in columns; check the order of "
                "its sentences"
            )
        found_title, day, lines = _head_of(lines)
        title = given_title or found_title
        return Printed(title=title, day=day, paragraphs=_paragraphs_of(lines), notes=notes)


def _head_of(lines: Sequence[str]) -> tuple[str | None, str | None, Sequence[str]]:
    """
    Return the title, the line with the date, and the lines of the text.

    The date is a line of its own among the first; what is above it is the title. Without one, the
    title is the first line, if it ends as no sentence does and an empty line follows.
    """
    given = [place for place, line in enumerate(lines) if line.strip()][:_MAX_HEAD]
    for place in given:
        if starts_with_date(lines[place]) and find_day(lines[place]) is not None:
            above = squeeze(" ".join(lines[:place]))
            title = above if above and len(above) <= _MAX_TITLE else None
            return title, lines[place], lines[place + 1 :] if title or not above else lines
    if len(given) > 1 and given[1] - given[0] > 1:
        first = squeeze(lines[given[0]])
        if len(first) <= _MAX_TITLE and not first.endswith("."):
            return first, None, lines[given[1] :]
    return None, None, lines


def _pages_of(page: Page) -> tuple[list[str], str | None]:
    """Return the text of each page, and the title in the file's own properties."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(page.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{page.name} is locked with a password. Save it without one")
        n_pages = len(reader.pages)
        if n_pages > MAX_PAGES:
            raise InputError(
                f"{page.name} has {n_pages:,} pages, over the {MAX_PAGES} of an article. Split it"
            )
        texts = [each.extract_text() or "" for each in reader.pages]
        title = squeeze(str((reader.metadata or {}).get("/Title") or ""))
    except InputError:
        raise
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        RecursionError,
        NotImplementedError,  # of pypdf, for an encryption that it does not know
        AssertionError,
    ) as error:
        raise InputError(
            f"{page.name} is damaged or cut off, and cannot be read as a PDF: {error}. "
            "Save it again"
        ) from None
    is_title = title and not _UNTITLED.match(title)
    return texts, title if is_title else None


def _without_furniture(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the lines of each page, without page numbers and lines at its edges that repeat."""
    edges: Counter[str] = Counter()
    for page in pages:
        given = [squeeze(line) for line in page if line.strip()]
        edges.update({re.sub(r"\d+", "0", line) for line in given[:2] + given[-2:]})
    repeated = {line for line, count in edges.items() if len(pages) > 1 and count == len(pages)}
    kept = []
    for page in pages:
        lines = []
        for line in page:
            plain = re.sub(r"\d+", "0", squeeze(line))
            if plain not in repeated and not _PAGE_NUMBER.match(line.strip() or "x"):
                lines.append(line)
        kept.append(lines)
    return kept


def _seems_to_have_columns(lines: Sequence[str]) -> bool:
    """Return whether a page has many lines, most of them short."""
    given = [line for line in map(str.strip, lines) if line]
    n_short = sum(len(line) <= _MAX_COLUMN_LINE for line in given)
    return len(given) >= _MIN_LINES and n_short > 0.8 * len(given)


def _paragraphs_of(lines: Sequence[str]) -> list[str]:
    """
    Return the paragraphs of lines, with words joined that were broken at their ends.

    A paragraph ends at an empty line, and where a line is short and ends a sentence.
    """
    longest = max((len(line.strip()) for line in lines), default=0)
    paragraphs: list[str] = []
    for block in blocks_of(lines):
        is_open = False
        for line in map(squeeze, block):
            if not is_open:
                paragraphs.append(line)
            elif _HYPHEN.search(paragraphs[-1]) and line[:1].islower():
                paragraphs[-1] = paragraphs[-1][:-1] + line
            else:
                paragraphs[-1] = f"{paragraphs[-1]} {line}"
            is_open = not (_ENDS_SENTENCE.search(line) and len(line) < _MAX_LAST_LINE * longest)
    return paragraphs
