"""
Write down what the model of kinds of sources reads of a source.

In: a text, the place of a source in it, its name, and the kind that the word lists tell. Out: a
``Question``. "He" says nothing of a source; the words where the article first names it do.
"""

import re

from analysis.core.whole_words import whole_words
from analysis.neural.kind_model import Question

__all__ = ["question_of"]

_BESIDE = 130  # characters on each side of a source
_BEFORE_NAME = 60
_AFTER_NAME = 100
_NEAR = 60  # characters from the source, within which the first naming adds nothing
_WORD = re.compile(r"[\w’'-]+")


def question_of(
    text: str,
    start: int,
    end: int,
    name: str | None,
    listed: str,
) -> Question:
    """
    Return the question about one place at which a source speaks.

    Parameters
    ----------
    text : str
        The article.
    start, end : int
        Characters of the source.
    name : str or None
        Its name as the article resolves it.
    listed : str
        Its ``source_type`` by the word lists.

    Returns
    -------
    Question

    Examples
    --------
    >>> question_of("Ana Roe, a welder, said so.", 0, 17, "Ana Roe", "other")
    Question(source='Ana Roe ; other', words=' [ Ana Roe, a welder ] , said so. ; ')
    """
    before = text[max(0, start - _BESIDE) : start]
    beside = f"{before} [ {text[start:end]} ] {text[end : end + _BESIDE]}"
    words = f"{beside} ; {_first_naming(text, start, name)}".replace("\n", " ")
    return Question(f"{name or 'none'} ; {listed.replace('_', ' ')}", words)


def _first_naming(text: str, start: int, name: str | None) -> str:
    """Return the words where an article first names a source; none if it speaks there."""
    words = _WORD.findall(name or "")
    if name is None or not words:
        return ""
    found = next(whole_words(text, name), None) or next(whole_words(text, words[-1]), None)
    if found is None or abs(found.start() - start) < _NEAR:
        return ""
    return text[max(0, found.start() - _BEFORE_NAME) : found.end() + _AFTER_NAME]
