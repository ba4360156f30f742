"""
English stop words: too common to say what an article is about.

In: ``data/lexicons/stop_words.toml``, a copy of scikit-learn's list. Out: a set of words.
"""

from functools import cache

from analysis.core import lexicon, paths

__all__ = ["courtesy_titles", "english_stop_words"]


@cache
def english_stop_words() -> frozenset[str]:
    """
    Return scikit-learn's English stop words.

    Returns
    -------
    frozenset of str
        318 words in lower case.
    """
    return _words("english")


@cache
def courtesy_titles() -> frozenset[str]:
    """
    Return titles that a style sheet puts before names or forbids: "mr", "ms".

    Returns
    -------
    frozenset of str
        In lower case, without full stops.
    """
    return _words("titles")


def _words(group: str) -> frozenset[str]:
    groups = lexicon.load(paths.LEXICONS / "stop_words.toml", allowed_keys=("words",))
    return frozenset(groups[group]["words"])
