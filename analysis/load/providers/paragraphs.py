"""
Make paragraphs of the lines of a page: join lines that were wrapped, and count words.

In: lines. Out: paragraphs. Exports as plain text break every line at about 80 characters and put
an empty line between paragraphs; older articles have such lines even in Word files, each as a
paragraph of its own.
"""

import re
from collections.abc import Iterable, Sequence

__all__ = ["blocks_of", "count_words", "said_words", "squeeze", "unwrap"]

_SPACE = re.compile(r"\s+")
_N_WORDS = re.compile(
    r"(?<![\w.,])(\d[\d.,'’\u00a0\u202f ]*)\s*"
    r"(?:words?|w(?:ö|oe|o)rter|mots?|woorden|palabras|parole|palavras|字)(?!\w)",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"""[.!?:…]["'”’»)\]]*$""")
_MIN_WRAPPED_LINES = 8
_MIN_SHARE_OPEN = 0.4  # of lines that do not end a sentence, in wrapped text
_MAX_WRAPPED = 90  # characters of a line that may have been wrapped
_MIN_FULL = 0.6  # of the longest line: a shorter one ends a paragraph


def squeeze(text: str) -> str:
    """Return a text with single blanks between its words."""
    return _SPACE.sub(" ", text).strip()


def count_words(text: str) -> int:
    """Return the number of words as databases count them: what stands between blanks."""
    return len(text.split())


def said_words(text: str) -> int | None:
    """
    Return the number of words that a line says an article has, None if it says none.

    Examples
    --------
    >>> said_words("2,968 words"), said_words("877 Wörter"), said_words("1 204 mots")
    (2968, 877, 1204)
    >>> said_words("words of thanks") is None
    True
    """
    match = _N_WORDS.search(text)
    if match is None:
        return None
    return int(re.sub(r"\D", "", match[1]))


def blocks_of(lines: Iterable[str]) -> list[list[str]]:
    """Return runs of lines that are not blank, in order."""
    blocks: list[list[str]] = []
    is_open = False
    for line in lines:
        if line.strip():
            if not is_open:
                blocks.append([])
            blocks[-1].append(line)
        is_open = bool(line.strip())
    return blocks


def unwrap(paragraphs: Sequence[str]) -> list[str]:
    """
    Join paragraphs that are the lines of wrapped paragraphs; any others are returned as they are.

    Lines are taken for wrapped if there are at least eight, none is long, and four in ten do not
    end a sentence. A line is then joined to the next unless it ends a sentence or is short.
    """
    n_open = sum(_ENDS_SENTENCE.search(text) is None for text in paragraphs)
    longest = max(map(len, paragraphs), default=0)
    is_wrapped = (
        len(paragraphs) >= _MIN_WRAPPED_LINES
        and longest <= _MAX_WRAPPED
        and n_open >= _MIN_SHARE_OPEN * len(paragraphs)
    )
    if not is_wrapped:
        return list(paragraphs)
    joined: list[str] = []
    continues = False
    for text in paragraphs:
        if continues:
            joined[-1] = f"{joined[-1]} {text}"
        else:
            joined.append(text)
        continues = _ENDS_SENTENCE.search(text) is None and len(text) >= _MIN_FULL * longest
    return joined
