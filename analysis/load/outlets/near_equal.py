"""
Find names of outlets that are nearly equal and may be one outlet's: a person has to say.

In: printed names. Out: pairs of them. Two names are nearly equal if they differ only in an article,
a country, a domain, punctuation, accents or a word that any outlet may add ("News", "Online"), or
in the spelling of one word. "Times of London" and "Times of India" differ in a word, so they are
not. Names are compared within small groups, so that the work grows with their number.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

__all__ = ["near_equal"]

_BRACKETS = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset(("the", "al", "el", "la", "le", "an"))
_ADDED_BY_ANY = frozenset(
    ("news", "online", "newspaper", "newspapers", "agency", "tv", "english", "com", "website")
    + ("site", "net", "org", "www", "channel", "magazine", "edition", "press", "media", "daily")
)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
_MIN_LENGTH = 5  # letters of a word that may be misspelt
_MIN_SIMILARITY = 0.8  # of its letters in order; "Hurriyet", "Hurriyat" have .88
_LARGEST_GROUP = 50  # names that share all words but one; more are a series, not spellings


def near_equal(names: Iterable[str], known: Collection[str] = ()) -> list[tuple[str, str]]:
    """
    Return the pairs of names that may be one outlet's.

    Parameters
    ----------
    names : iterable of str
        Printed names.
    known : collection of str
        Names of known outlets: two of them are two outlets.

    Returns
    -------
    list of (str, str)
        In alphabetical order, each pair once.

    Examples
    --------
    >>> near_equal(["The Tallis Star", "Tallis Star", "tallisstar.com", "Times of Tallis"])
    [('Tallis Star', 'The Tallis Star'), ('Tallis Star', 'tallisstar.com'),
     ('The Tallis Star', 'tallisstar.com')]
    """
    distinct = sorted(set(names))
    pairs = set(_written_alike(distinct)) | set(_one_word_misspelt(distinct))
    known = frozenset(known)
    return sorted(pair for pair in pairs if not known.issuperset(pair))


def _words(name: str) -> list[str]:
    """Return the words that tell a name from others, without accents and case."""
    letters = unicodedata.normalize("NFKD", _BRACKETS.sub(" ", name).replace("ı", "i"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
    if _HOST.fullmatch(plain):
        plain = plain.removeprefix("www.").split(".")[0]
    words = _WORD.findall(plain.replace("'", ""))
    return [word for word in words if word not in _ARTICLES]


def _written_alike(names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs whose letters are the same without articles and words that any may add."""
    groups = defaultdict(list)
    for name in names:
        words = _words(name)
        keys = {"".join(words)}
        core = [word for word in words if word not in _ADDED_BY_ANY]
        if core and len("".join(core)) >= _MIN_LENGTH - 1:
            keys.add("".join(core))
        for key in keys:
            groups[key].append(name)
    for key, group in groups.items():
        if key:
            yield from combinations(group, 2)


def _one_word_misspelt(names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs that are equal but for the spelling of one long word."""
    from rapidfuzz.distance import Indel

    groups = defaultdict(list)
    for name in names:
        words = _words(name)
        for place, word in enumerate(words):
            if len(word) >= _MIN_LENGTH:
                # the first letters are hardly ever wrong
                key = (*words[:place], f"{word[:2]}*", *words[place + 1 :])
                groups[key].append((word, name))
    for group in groups.values():
        for (word, name), (other, other_name) in combinations(group[:_LARGEST_GROUP], 2):
            is_close = Indel.normalized_similarity(word, other) >= _MIN_SIMILARITY
            if word != other and is_close:
                yield name, other_name
