"""
Make control characters visible, so that no screen, terminal or spreadsheet obeys them.

In: any text. Out: a text of the same length, with a visible character in place of each control
character and bidirectional override, so that offsets stay valid. Escaping for HTML and for
spreadsheet formulas is done where those files are written.
"""

import re

__all__ = ["CONTROL_CHARACTERS", "replace_control_characters"]

CONTROL_CHARACTERS = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls, except tab and line feed
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides and isolates
    "\ud800-\udfff"  # lone surrogates
    "\ufdd0-\ufdef\ufffe\uffff"  # noncharacters, which HTML does not allow
    "]"
)
"""Characters that are not safe to display."""

_FIRST_PRINTABLE = 0x20
_FIRST_CONTROL_PICTURE = 0x2400
_REPLACEMENT_CHARACTER = "\ufffd"


def replace_control_characters(text: str) -> str:
    r"""
    Replace each character that is not safe to display by a visible one.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        A text of the same length. C0 controls become their Unicode pictures (escape becomes
        U+241B); other unsafe characters become U+FFFD.

    Examples
    --------
    >>> replace_control_characters("\x1b[31mred")
    '␛[31mred'
    """
    return CONTROL_CHARACTERS.sub(_visible, text)


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < _FIRST_PRINTABLE:
        return chr(_FIRST_CONTROL_PICTURE + code)
    return _REPLACEMENT_CHARACTER
