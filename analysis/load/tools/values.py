"""
Make plain texts of values that tools write in forms of their own.

In: a value as JSON or CSV holds it. Out: a text, or None if the value holds none.
"""

import ast
import re
from collections.abc import Mapping

__all__ = ["csl_day", "csl_names", "fundus_text", "html_text", "names", "telegram_text"]

_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "td", "br")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_LIST = re.compile(r"^\[.*\]$", re.DOTALL)


def names(value: object) -> str | None:
    """
    Return names with commas between them.

    Parameters
    ----------
    value : object
        A list, a list as Python prints it (in cells of CSV files), or a text.

    Examples
    --------
    >>> names(["A. Kern", "B. Lund"]), names("['A. Kern']"), names("A. Kern"), names([])
    ('A. Kern, B. Lund', 'A. Kern', 'A. Kern', None)
    """
    if isinstance(value, str) and _LIST.match(value.strip()):
        try:
            value = ast.literal_eval(value.strip())
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return value  # brackets of a name
    if isinstance(value, list | tuple):
        value = ", ".join(str(name).strip() for name in value if name)
    return str(value).strip() or None if value is not None else None


def html_text(value: object) -> str | None:
    """
    Return the text of a piece of HTML, paragraphs apart.

    Examples
    --------
    >>> html_text("<p>Two <b>people</b> died.</p><p>It rained.</p>")
    'Two people died.\\n\\nIt rained.'
    """
    import lxml.html

    if not isinstance(value, str) or not value.strip():
        return None
    markup = _NOT_IN_XML.sub(" ", value)
    tree = lxml.html.fragment_fromstring(markup, create_parent=True)
    for element in tree.iter(*_BLOCKS):
        element.tail = "\n\n" + (element.tail or "")
    # what is nested too deep for the parser keeps at least its words
    text = tree.text_content().strip() or _TAG.sub(" ", markup)
    text = re.sub(r"[ \t]+", " ", text)
    return re.sub(r"\s*\n\s*\n\s*", "\n\n", text).strip() or None


def telegram_text(value: object) -> str | None:
    """
    Return the text of a message of Telegram: a text, or pieces of one, some of which have a form.

    Examples
    --------
    >>> telegram_text(["Shelling in ", {"type": "bold", "text": "Tallis"}, "."])
    'Shelling in Tallis.'
    """
    if isinstance(value, str):
        return value
    if not isinstance(value, list):
        return None
    pieces = []
    for piece in value:
        text = piece.get("text") if isinstance(piece, Mapping) else piece
        if isinstance(text, str):
            pieces.append(text)
    return "".join(pieces)


def fundus_text(value: object) -> str | None:
    """
    Return the text of a body of fundus: its summary, then each section under its headline.

    Examples
    --------
    >>> fundus_text({"summary": ["In short."], "sections": [{"paragraphs": ["At length."]}]})
    'In short.\\n\\nAt length.'
    """
    if isinstance(value, str):
        return value
    if not isinstance(value, Mapping):
        return None
    paragraphs = _texts(value.get("summary"))
    sections = value.get("sections")
    for section in sections if isinstance(sections, list) else []:
        if isinstance(section, Mapping):
            paragraphs += _texts(section.get("headline"))
            paragraphs += _texts(section.get("paragraphs"))
    return "\n\n".join(paragraphs) or None


def _texts(value: object) -> list[str]:
    """Return the texts in a list, or a text as the only one."""
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list):
        return []
    return [text for text in value if isinstance(text, str) and text.strip()]


def csl_names(value: object) -> str | None:
    """
    Return the names of a CSL-JSON list of people.

    Examples
    --------
    >>> csl_names([{"given": "Ada", "family": "Kern"}, {"literal": "Tallis Desk"}])
    'Ada Kern, Tallis Desk'
    """
    if not isinstance(value, list):
        return names(value)
    found = []
    for person in value:
        if isinstance(person, Mapping):
            parts = [person.get("given"), person.get("family"), person.get("literal")]
            found.append(" ".join(str(part) for part in parts if part))
    return names(found)


def csl_day(value: object) -> str | None:
    """
    Return the day of a CSL-JSON ``date-parts``; a month or a year alone is no day.

    Examples
    --------
    >>> csl_day([["2018", 11, 2]]), csl_day([[2018, 11]])
    ('2018-11-02', '2018-11')
    """
    if not isinstance(value, list) or not value or not isinstance(value[0], list):
        return None
    return "-".join(str(part).zfill(2) for part in value[0]) or None
