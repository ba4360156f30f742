"""
Show the characters that a screen, a terminal or a spreadsheet would obey instead of showing.

In: any text. Out: the same text with signs in place of controls and bidirectional overrides, one for one, so that
offsets still hold. Escaping for HTML or for formulas is done where HTML and spreadsheets are written.
"""

import re

__all__ = ["CONTROL_CHARACTERS", "replace_control_characters"]

CONTROL_CHARACTERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""C0 and C1 controls other than tab and line feed, bidirectional embeddings, overrides and isolates, lone surrogates,
and the noncharacters, which HTML does not allow."""


def replace_control_characters(text):
    r"""
    Give the text that a reader sees: each character that is not safe to show is replaced by one that is.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Of the same length. Controls become their pictures (escape is shown as U+241B); other unsafe characters U+FFFD.

    Examples
    --------
    >>> replace_control_characters("\x1b[31mred")
    '␛[31mred'
    """
    return CONTROL_CHARACTERS.sub(
        lambda m: chr(0x2400 + ord(m[0])) if ord(m[0]) < 0x20 else "\ufffd", text
    )
