r"""
Clean the texts that people bring, and put title and body together.

In: one text. Out: a new text, with remarks on what was changed that a reader could miss. Mojibake is mended by
ftfy (Speer 2019, doi 10.5281/zenodo.2591652); terminal escapes and control characters go; line ends become ``\n``.
Quote marks, dashes and letters stay as the outlet printed them. Text kept to the letter does not come here.
"""

import re

__all__ = ["DIRECTION_MARKS", "begins_with_title", "join_title", "fix_text", "storable"]

DIRECTION_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u2060\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]"
)
_BREAKS = re.compile("\r\n|[\r\u000c\u0085\u2028\u2029]")
_STRANGE = re.compile("[^\u0000-\u007f]+")
_MARKS = re.compile(r"[\W_]+")
_LONE = re.compile("[\ud800-\udfff]")
_TELLING = 10  # letters in a title that can be looked for after a date
_LOOK_AHEAD = 150  # characters before the title in a body: a date, an agency, "Last updated at"


def fix_text(text):
    r"""
    Mend one text.

    Parameters
    ----------
    text : str

    Returns
    -------
    text : str
        No control characters, no characters that turn the direction of writing, no blanks at its ends.
    remarks : list of str
        One for each kind of change that can alter what is read.

    Examples
    --------
    >>> fix_text("At least 12 people\x00 in the cafÃ©\r\n")
    ('At least 12 people in the café', ['1 NUL byte removed'])
    """
    remarks = []
    if nulls := text.count("\x00"):
        remarks.append(f"{nulls} NUL byte{'s' * (nulls > 1)} removed")
    text, turned = DIRECTION_MARKS.subn("", text)
    if turned:
        remarks.append(
            f"{turned} characters that turn the direction of writing (U+202A-202E, U+2066-2069) removed"
        )
    return _tidy(_decoded(text)), remarks


def _decoded(text):
    from ftfy import fix_encoding, fixes, is_bad

    if "\x1b" in text:
        text = fixes.remove_terminal_escapes(text)
    if not text.isascii():
        text = fixes.fix_surrogates(text)
        if is_bad(_strange(text)):  # the full repair reads one megabyte a second
            text = fix_encoding(text)
        text = fixes.fix_c1_controls(text)
    if "&" in text and "<" not in text:
        text = fixes.unescape_html(text)
    return storable(text)[0]


def _strange(text):
    # all that the test for mojibake looks at
    return "\n".join(text[max(0, m.start() - 2) : m.end() + 2] for m in _STRANGE.finditer(text))


def _tidy(text):
    text = _INVISIBLE.sub("", _BREAKS.sub("\n", text))
    return re.sub(r"[ \t]*\n(?:[ \t]*\n){2,}", "\n\n", text).strip()


def storable(text):
    """
    Replace half characters, which no file can hold, by U+FFFD; the length stays.

    Returns
    -------
    text : str
    count : int
        How many there were.
    """
    return _LONE.subn("\ufffd", text)


def join_title(title, body):
    r"""
    Put the title before the body, with an empty line between, unless the body has it already.

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


def begins_with_title(body, title):
    """
    Say whether the title stands at the head of the body, in its first line or after a date.

    Case, marks and blanks do not count, nor does a site's name after the title (``... | The Daily``), nor a lost
    number or letter: one character in ten may differ.
    """
    from rapidfuzz import fuzz

    head = _letters(body[: len(title) + 3 * _LOOK_AHEAD])
    whole = _letters(title)
    short = _letters(re.split(r" [|–] | ?- ", title)[0])
    for wanted in {whole, short if len(short) >= _TELLING else whole}:
        if len(wanted) < _TELLING:  # "Fire": a lead may hold it by chance
            if wanted and head.startswith(wanted):
                return True
        elif fuzz.partial_ratio(wanted, head[: len(wanted) + _LOOK_AHEAD], score_cutoff=90):
            return True
    return False


def _letters(text):
    return _MARKS.sub("", text.casefold())
