"""
Make a text that every program counts and shows in the same way.

In: the text of an article. Out: a text of exactly the same length, so that offsets hold: without
carriage returns, which some programs drop; without characters that XML cannot hold or that change
the direction of others; without a byte-order mark, which some programs take off.
"""

from hashlib import sha256

from analysis.core.control_characters import replace_control_characters

__all__ = ["plain_text", "stem_of"]

_LINES = str.maketrans({"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\ufeff": "\u2060"})


def plain_text(text: str) -> str:
    r"""
    Return a text of the same length that is safe in every format.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        A carriage return before a line feed becomes a space, a lone one a line feed, as do U+2028
        and U+2029; U+FEFF becomes U+2060, which is as invisible. Control characters, lone
        surrogates and overrides of direction become visible, see
        ``analysis.core.control_characters``.

    Examples
    --------
    >>> plain_text("12 dead\r\nin Varn\x07")
    '12 dead \nin Varn␇'
    """
    return replace_control_characters(text.replace("\r\n", " \n").translate(_LINES))


def stem_of(article_id: str) -> str:
    """
    Return a file name, without suffix, that stands for an article on every file system.

    Returns
    -------
    str
        Letters and digits of the id, at most 60, and eight digits that tell ids apart which only
        differ in case or in other characters.
    """
    readable = "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in article_id)
    return f"{readable[:60]}-{sha256(article_id.encode('utf8', 'replace')).hexdigest()[:8]}"
