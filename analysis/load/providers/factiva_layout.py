"""
The layout of an article of Factiva, whatever the file format.

In: the lines of an article. Out: what it prints. With indexing, every field follows its code (HD
headline, WC words, PD day, SN source, LP and TD text). Without, fields are told by their places:
headline and the byline stand before the line with the number of words; then come the day, perhaps
the time, the source and its code, edition, page, language and copyright; then the text; and
"Document" with the id of the article closes it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.load.providers.days import find_day, starts_with_date
from analysis.load.providers.factiva_words import (
    document_id,
    is_copyright,
    is_time,
)
from analysis.load.providers.languages import code_of
from analysis.load.providers.paragraphs import said_words, squeeze
from analysis.load.providers.provider import Printed

__all__ = ["Line", "fields_of_codes", "fields_of_places", "words_line"]

_MAX_HEADER = 12  # lines between the number of words and the text
_MAX_WORDS_LINE = 30  # characters


class Line(NamedTuple):
    """
    A line of an article.

    Parameters
    ----------
    text : str
    role : str
        "headline", "author" or "text" if the file format marks it; else "".
    """

    text: str
    role: str = ""


def words_line(lines: Sequence[Line]) -> int | None:
    """Return the place of the line with the number of words, that the day follows."""
    for place, line in enumerate(lines):
        is_short = len(line.text) <= _MAX_WORDS_LINE
        if not is_short or said_words(line.text) is None or not line.text.strip()[0].isdigit():
            continue
        if any(starts_with_date(later.text) for later in lines[place + 1 : place + 3]):
            return place
    return None


def fields_of_codes(fields: dict[str, list[str]]) -> Printed:
    """Return what an article with indexing prints, from its paragraphs by code."""
    one = {code: squeeze(" ".join(texts)) for code, texts in fields.items()}
    text = [*fields.get("LP", []), *fields.get("TD", [])]
    return Printed(
        title=one.get("HD"),
        outlet=one.get("SN") or one.get("SC"),
        day=one.get("PD"),
        author=one.get("BY"),
        paragraphs=[squeeze(paragraph) for paragraph in text],
        language=code_of(one.get("LA", "")),
        n_words=said_words(one.get("WC", "")),
        key=document_id(one.get("AN", "")),
    )


def fields_of_places(lines: Sequence[Line]) -> Printed:
    """Return what an article without codes prints."""
    lines = [Line(squeeze(text), role) for text, role in lines if text.strip()]
    words = words_line(lines)
    key = None
    for line in reversed(lines[-3:]):
        key = key or document_id(line.text)
    if words is None:
        text = [line.text for line in lines if line.role == "text" and not document_id(line.text)]
        return Printed(title=_headline(lines[:1]), paragraphs=text, key=key)
    header_end = _header_end(lines, words)
    title, author = _above(lines[:words])
    day, outlet, language = _below(lines[words + 1 : header_end])
    return Printed(
        title=title,
        outlet=outlet,
        day=day,
        author=author,
        paragraphs=_text(lines[header_end:]),
        language=language,
        n_words=said_words(lines[words].text),
        key=key,
    )


def _headline(lines: Sequence[Line]) -> str | None:
    """Return the text of lines, None if there are none."""
    return " ".join(line.text for line in lines) or None


def _above(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """
    Return headline and byline from the lines above the number of words.

    Where the format does not mark the headline, it is the first line, or the second if the first
    is short and looks like a section: sections end the line with ";" and a number or letter.
    """
    marked = [line for line in lines if line.role == "headline"]
    authors = [line for line in lines if line.role == "author"]
    if marked:
        return _headline(marked), _headline(authors)
    if not lines:
        return None, None
    first = 1 if len(lines) > 1 and _is_section(lines[0].text) else 0
    author = lines[first + 1].text if len(lines) > first + 1 else None
    return lines[first].text, author


def _is_section(text: str) -> bool:
    """Return whether a line is the section that stands above some headlines."""
    words = text.split()
    ends_in_page = len(words) > 1 and words[-2].endswith(";") and len(words[-1]) <= 3
    return ends_in_page or (len(words) == 1 and len(text) <= 3)


def _header_end(lines: Sequence[Line], words: int) -> int:
    """Return the place of the first line of the text."""
    limit = min(len(lines), words + _MAX_HEADER)
    for place in range(words + 1, limit):
        if lines[place].role == "text":
            return place
    for place in range(words + 1, limit):
        if is_copyright(lines[place].text):
            return place + 1
    for place in range(words + 1, limit):
        is_language = code_of(lines[place].text) and len(lines[place].text.split()) <= 2
        if is_language and place > words + 2:
            return place + 1
    return min(words + 4, len(lines))


def _below(lines: Sequence[Line]) -> tuple[str | None, str | None, str | None]:
    """Return day, source and language from the lines below the number of words."""
    rest = [line.text for line in lines]
    if not rest:
        return None, None, None
    day = rest[0] if find_day(rest[0]) or starts_with_date(rest[0]) else None
    rest = rest[1:]
    if rest and is_time(rest[0]):
        rest = rest[1:]
    outlet = rest[0] if rest else None
    languages = []
    for text in rest[1:]:
        if len(text.split()) <= 2 and not is_copyright(text) and code_of(text):
            languages.append(code_of(text))
    return day, outlet, languages[-1] if languages else None


def _text(lines: Sequence[Line]) -> list[str]:
    """Return the paragraphs of the text: all that is marked, or all up to the id."""
    if any(line.role == "text" for line in lines):
        lines = [line for line in lines if line.role == "text"]
    texts = []
    for line in lines:
        if document_id(line.text) is not None:
            break
        texts.append(line.text)
    return texts
