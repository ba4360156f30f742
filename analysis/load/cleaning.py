r"""
Clean the texts that users bring, and put title and body together.

In: one text. Out: a new text, with remarks on changes that could be overlooked. Mojibake is
repaired by ftfy (Speer 2019, doi 10.5281/zenodo.2591652); terminal escapes and control characters
are removed; line ends become ``\n``. Quote marks, dashes and letters stay as the outlet printed
them. Texts that are kept to the letter only go through ``replace_surrogates``.
"""

import re
from collections.abc import Iterator

from analysis.core.plurals import noun_for

__all__ = ["begins_with_title", "fix_field", "fix_text", "join_title", "replace_surrogates"]

_DIRECTION_MARK = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "["
    "\u00ad\u200b\u2060"  # soft hyphen, zero-width space, word joiner
    "\u0000-\u0008\u000b\u000e-\u001f"  # C0 controls other than tab, line feed, form feed, return
    "\u007f-\u0084\u0086-\u009f"  # delete, and C1 controls other than next line
    "]"
)
# in a name they only make two of one; a joiner between letters of a script that joins is spelling
_MARK_IN_FIELD = re.compile(
    "["
    "\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f"
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "]"
)
_LETTER = "[^\u0000-\u007f\u200c\u200d]"
_JOINER = re.compile(f"(?<!{_LETTER})[\u200c\u200d]|[\u200c\u200d](?!{_LETTER})")
_MAX_MARKS_SHOWN = 5
_LINE_END = re.compile("\r\n|[\r\u000c\u0085\u2028\u2029]")
# looks at a run of blanks once, from its beginning: a megabyte of them takes no time
_EMPTY_LINES = re.compile(r"(?<![ \t])[ \t]*+\n(?:[ \t]*+\n){2,}")
_NOT_ASCII = re.compile("[^\u0000-\u007f]+")
_NOT_LETTER_OR_DIGIT = re.compile(r"[\W_]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SITE_NAME = re.compile(r" [|–] | ?- ")  # what separates a title from the name of the site
_MIN_LETTERS = 10  # of a title that is looked for anywhere but at the very head of a body
_LOOK_AHEAD = 150  # letters before the title in a body: a date, an agency, "Last updated at"
_MAX_TITLE = 2_000  # characters of a title that is compared letter by letter
_MIN_SIMILARITY = 90  # of 100; one letter in ten of the title may differ


def fix_text(text: str) -> tuple[str, list[str]]:
    r"""
    Clean one text.

    Parameters
    ----------
    text : str

    Returns
    -------
    text : str
        Without control characters, characters that change the direction of writing, and blanks
        at its ends.
    remarks : list of str
        One for each kind of change that can alter what is read.

    Examples
    --------
    >>> fix_text("At least 12 people\x00 in the cafÃ©\r\n")
    ('At least 12 people in the café', ['1 NUL byte removed'])
    """
    remarks = []
    n_nulls = text.count("\x00")
    if n_nulls:
        remarks.append(f"{n_nulls} {noun_for(n_nulls, 'NUL byte')} removed")
    text, n_marks = _DIRECTION_MARK.subn("", text)
    if n_marks:
        remarks.append(
            f"{n_marks} characters that change the direction of writing "
            "(U+202A-202E, U+2066-2069) removed"
        )
    return _tidy(_repair(text)), remarks


def fix_field(text: str, *, repair: bool = False) -> tuple[str, str | None]:
    r"""
    Clean a short field, such as the name of an outlet, of characters that do not show.

    Parameters
    ----------
    text : str
    repair : bool
        Whether mojibake, terminal escapes and HTML entities are undone first, as in texts. Not
        for addresses and ids, in which they may be meant.

    Returns
    -------
    text : str
        Without control characters, zero-width characters, characters that change the direction of
        writing, and blanks at its ends.
    remark : str or None
        Which of them were removed.

    Examples
    --------
    >>> fix_field("\u202aAFP\u202c")
    ('AFP', '2 characters that do not show (U+202A, U+202C) removed')
    """
    if repair:
        text = _repair(text)
    if text.isascii() and text.isprintable():
        return text.strip(), None
    marks = _MARK_IN_FIELD.findall(text)
    cleaned = _MARK_IN_FIELD.sub("", text)
    marks += _JOINER.findall(cleaned)
    cleaned = _JOINER.sub("", cleaned)
    if not marks:
        return text.strip(), None
    names = sorted({f"U+{ord(mark):04X}" for mark in marks})
    more = ", ..." if len(names) > _MAX_MARKS_SHOWN else ""
    shown = ", ".join(names[:_MAX_MARKS_SHOWN]) + more
    plural = "s that do" if len(marks) > 1 else " that does"
    return cleaned.strip(), f"{len(marks)} character{plural} not show ({shown}) removed"


def _repair(text: str) -> str:
    """Undo mojibake, terminal escapes and HTML entities."""
    from ftfy import fix_encoding, fixes
    from ftfy.badness import is_bad

    if "\x1b" in text:
        text = fixes.remove_terminal_escapes(text)
    if not text.isascii():
        text = fixes.fix_surrogates(text)
        if is_bad(_around_not_ascii(text)):  # the full repair is slow: one megabyte a second
            text = fix_encoding(text)
        text = fixes.fix_c1_controls(text)
    if "&" in text and "<" not in text:
        text = fixes.unescape_html(text)
    return replace_surrogates(text)[0]


def _around_not_ascii(text: str) -> str:
    """Return the non-ASCII characters with their neighbours: all that ``is_bad`` looks at."""
    excerpts = []
    for found in _NOT_ASCII.finditer(text):
        excerpts.append(text[max(0, found.start() - 2) : found.end() + 2])
    return "\n".join(excerpts)


def _tidy(text: str) -> str:
    """Unify line ends, drop invisible characters, and keep at most one empty line in a row."""
    text = _LINE_END.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    return _EMPTY_LINES.sub("\n\n", text).strip()


def replace_surrogates(text: str) -> tuple[str, int]:
    """
    Replace lone surrogates, which no file can hold, by U+FFFD; the length stays the same.

    Returns
    -------
    text : str
    count : int
        How many there were.
    """
    return _SURROGATE.subn("\ufffd", text)


def join_title(title: str | None, body: str) -> str:
    r"""
    Return the title, an empty line and the body, or the body alone if it has the title already.

    Parameters
    ----------
    title : str or None
    body : str

    Returns
    -------
    str

    Examples
    --------
    >>> join_title("Bridge falls", "Twelve people died.")
    'Bridge falls\n\nTwelve people died.'
    >>> join_title("Bridge falls", "Mon 5 Nov 2018 Bridge falls. Twelve people died.")
    'Mon 5 Nov 2018 Bridge falls. Twelve people died.'
    """
    if not title or begins_with_title(body, title):
        return body
    return f"{title}\n\n{body}"


def begins_with_title(body: str, title: str) -> bool:
    """
    Return whether a body begins with its title, at once or after a date or the name of an agency.

    Case, punctuation and blanks are ignored, and so is the name of a site after the title
    (``... | The Daily``). One letter in ten may differ. A title of fewer than ten letters is
    accepted only at the very beginning: a lead may contain the word "fire" by chance.
    """
    from rapidfuzz import fuzz

    if len(title) > _MAX_TITLE:
        return _letters(body).startswith(_letters(title))
    head = _letters(body[: len(title) + 3 * _LOOK_AHEAD])
    for wanted in _title_forms(title):
        if len(wanted) < _MIN_LETTERS:
            if wanted and head.startswith(wanted):
                return True
            continue
        window = head[: len(wanted) + _LOOK_AHEAD]
        if fuzz.partial_ratio(wanted, window, score_cutoff=_MIN_SIMILARITY):
            return True
    return False


def _title_forms(title: str) -> Iterator[str]:
    """Yield the letters of a title, and those before the name of a site if they are enough."""
    whole = _letters(title)
    yield whole
    before_site = _letters(_SITE_NAME.split(title)[0])
    if len(before_site) >= _MIN_LETTERS and before_site != whole:
        yield before_site


def _letters(text: str) -> str:
    """Return the letters and digits of a text, in lower case."""
    return _NOT_LETTER_OR_DIGIT.sub("", text.casefold())
