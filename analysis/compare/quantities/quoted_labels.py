"""
Quote what a number is of, where no words for it are sure enough to name it.

In: the statements of a quantity. Out: words of an article with "…" for the number: "“… thought he
should resign”". A noun that only stands beside a number ("thought, %") makes the number of another
thing; the words of the article cannot.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import dropwhile
from typing import Any

from analysis.core.resources import vader
from analysis.core.stop_words import english_stop_words

__all__ = ["LEAST_SURE", "quoted_label"]

LEAST_SURE = 0.5
"""Of ``p_counted``; below it about half of the labelled numbers are of something else."""

_MOST_WORDS_BEFORE = 7  # the number, of a longer clause than the next two allow
_LONGEST_CLAUSE = 11  # words before the number, whose subject stands far from what is said of it
_LONGEST_WORDS = 75  # characters of them
_MOST_WORDS_AFTER = 5
_FEWEST_WORDS = 2  # that tell something; clauses of fewer are quoted with their neighbours
_SENTENCE_END = r"[;:.?!]+(?=[\s”\"’')]|$)|[()\[\]“”\"—–]|\s-\s"
_CLAUSE_END = (
    rf"{_SENTENCE_END}|,(?=[\s”\"’')]|$)"
    r"|\s(?:and\s(?![A-Z])|(?:but|while|whereas|although|because)\s)"
)
_STOPS = (re.compile(_CLAUSE_END), re.compile(_SENTENCE_END))
_SIGN = re.compile(r"(?:\b[A-Z]{1,3}|\bRs\.?\s?)?[$€£¥₹]?\s?$")
_GAP = "…"


def quoted_label(group: Sequence[Mapping[str, Any]]) -> str | None:
    """
    Return words of an article that tell what a number is of.

    Parameters
    ----------
    group : sequence of dict
        The statements of the quantity: rows of ``Statements``.

    Returns
    -------
    str or None
        In quotation marks, without the number and its unit, with what is before it in its clause
        (of a long one seven words) and at most five words after it. Of several statements the first
        one in a text with the fewest words that judge (VADER's lexicon), and none of a headline.
        None where no words tell anything.

    Examples
    --------
    >>> text = "In the poll, 61% thought he should resign and 24% did not."
    >>> quoted_label([{"sentence_text": text, "offset": 13, "text": "61", "unit_text": "%",
    ...     "in_title": False}])
    '“… thought he should resign”'
    """
    quotes = [_quote(row) for row in group if not row["in_title"]]
    told = [words for words in quotes if words is not None]
    return min(told, key=_n_judging, default=None)


def _n_judging(words: str) -> int:
    """Return how many words VADER finds good or bad."""
    judged = vader().lexicon
    return sum(word.casefold() in judged for word in re.findall(r"[^\W\d_]+", words))


def _quote(row: Mapping[str, Any]) -> str | None:
    sentence, start = row["sentence_text"], row["offset"]
    before = _SIGN.sub("", sentence[:start])
    after = _without_unit(sentence[start + len(row["text"]) :], row["unit_text"])
    for stop in _STOPS:
        left = _last_words(stop.split(f" {before}")[-1])
        right = _first_words(stop.split(f"{after} ")[0])
        if _n_telling(f"{left} {right}") >= _FEWEST_WORDS:
            return f"“{f'{left} {_GAP} {right}'.strip()}”"
    return None


def _without_unit(after: str, unit_text: str | None) -> str:
    """Return the words after a number without its unit: "%", "million dollars"."""
    if unit_text is None:
        return after
    unit = re.compile(
        rf"[\s-]?{re.escape(unit_text)}(?:s?['’]s?|s?\b)|\s?{re.escape(unit_text)}", re.IGNORECASE
    )
    found = unit.match(after)
    return after if found is None else after[found.end() :]


def _last_words(words: str) -> str:
    """Return the words next before a number; where they are cut, they begin with one that tells."""
    found = words.split()
    whole = " ".join(found)
    if len(found) <= _LONGEST_CLAUSE and len(whole) <= _LONGEST_WORDS:
        return whole
    return " ".join(dropwhile(_is_stop_word, found[-_MOST_WORDS_BEFORE:]))


def _first_words(words: str) -> str:
    """Return the words next after a number; where they are cut, they end with one that tells."""
    found = words.split()
    kept = found[:_MOST_WORDS_AFTER]
    if len(kept) < len(found):
        kept = [*dropwhile(_is_stop_word, reversed(kept))][::-1]
    return " ".join(kept)


def _is_stop_word(word: str) -> bool:
    return word.casefold() in english_stop_words()


def _n_telling(words: str) -> int:
    """Return how many words say something: no stop words, no numbers."""
    found = re.findall(r"[^\W\d_][\w’'-]+", words)
    return sum(not _is_stop_word(word) for word in found)
