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

__all__ = ["LEAST_SURE", "is_long", "quoted_label"]

LEAST_SURE = 0.75
"""
Of ``p_counted``; from it on about 89 of 100 labelled numbers have the right words, below it 56.
"""

_LONGEST_CLAUSE = 12  # words before a number, or after it, of a clause that is quoted whole
_MOST_WORDS_BEFORE = 7  # of a longer one
_MOST_WORDS_AFTER = 5
_LONGEST_LABEL = 9  # words that are read at a glance
_CUT = "[…]"
# what turns the sense of a clause round, and may not be cut off
_TURNS = re.compile(
    r"\b(?:no|not|nor|never|none|nobody|without|neither|hardly|barely|cannot|false|untrue|wrong"
    r"|less|more|rather|than|only|unless|if|should|would|could|deni\w+|refus\w+|reject\w*"
    r"|unlikely|fail\w*|against)\b|n['’]t\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 2  # that tell something; clauses of fewer are quoted with their neighbours
_CLAUSE_END = (
    r"[;:.?!]+(?=[\s”\"’')]|$)|[()\[\]“”\"—–]|\s-\s"
    r"|\s(?:and\s(?![A-Z])|(?:but|while|whereas|although|because)\s)"
)
_STOPS = (re.compile(rf"{_CLAUSE_END}|,(?=[\s”\"’')]|$)"), re.compile(_CLAUSE_END))
_SIGN = re.compile(r"(?:\b[A-Z]{1,3}|\bRs\.?\s?)?[$€£¥₹]?\s?$")
_GAP = "…"
_WHEN = re.compile(  # tells nothing of what is counted: "after … a week earlier"
    r"\b(?:days?|weeks?|months?|years?|earlier|later|ago|before|yesterday|today|so\s+far"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.IGNORECASE,
)


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
        In quotation marks, without the number and its unit, its clause; of what is longer than
        twelve words on one side the nearest, with "[…]" for the rest. Of several statements the
        one in a text with the fewest words that judge (VADER's lexicon), of as many the first of up
        to nine words and gaps, then of those that deny nothing ("not the …"), then of those that go
        on after the number ("… people were led out", not "their own tally is …"), and none of a
        headline. None where no words tell anything, and where what would be cut may turn the sense
        round ("accepted that the account was false").

    Examples
    --------
    >>> text = "In the poll, 61% thought he should resign and 24% did not."
    >>> quoted_label([{"sentence_text": text, "offset": 13, "text": "61", "unit_text": "%",
    ...     "in_title": False}])
    '“… thought he should resign”'
    """
    quotes = [_quote(row) for row in group if not row["in_title"]]
    told = [words for words in quotes if words is not None]
    return min(told, key=_faults, default=None)


def _faults(words: str) -> tuple[int, bool, bool, bool]:
    """Return what makes a quote worse than another as a label, the worst first."""
    after = _WHEN.sub("", words.partition(_GAP)[2])
    is_denied = _TURNS.search(words) is not None
    return _n_judging(words), is_long(words), is_denied, _n_telling(after) == 0


def is_long(words: str) -> bool:
    """Return whether words are too many to be read at a glance."""
    return len(words.split()) > _LONGEST_LABEL


def _n_judging(words: str) -> int:
    """Return how many words VADER finds good or bad."""
    judged = vader().lexicon
    return sum(word.casefold() in judged for word in re.findall(r"[^\W\d_]+", words))


def _quote(row: Mapping[str, Any]) -> str | None:
    sentence, start = row["sentence_text"], row["offset"]
    before = _SIGN.sub("", sentence[:start])
    after = _without_unit(sentence[start + len(row["text"]) :], row["unit_text"])
    for stop in _STOPS:
        left = _last_words(stop.split(f" {before} ")[-1].split())
        right = _first_words(stop.split(f"{after} ")[0].split())
        if left is None or right is None:
            return None
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


def _last_words(words: Sequence[str]) -> str | None:
    """Return the words of a clause before a number; None if what is cut may turn the rest round."""
    if len(words) <= _LONGEST_CLAUSE:
        return " ".join(words)
    kept = [*dropwhile(_is_stop_word, words[-_MOST_WORDS_BEFORE:])]
    cut = words[: len(words) - len(kept)]
    return None if _TURNS.search(" ".join(cut)) else " ".join((_CUT, *kept))


def _first_words(words: Sequence[str]) -> str | None:
    """Return the words of a clause after a number; None if what is cut may turn the rest round."""
    if len(words) <= _LONGEST_CLAUSE:
        return " ".join(words)
    kept = [*dropwhile(_is_stop_word, reversed(words[:_MOST_WORDS_AFTER]))][::-1]
    return None if _TURNS.search(" ".join(words[len(kept) :])) else " ".join((*kept, _CUT))


def _is_stop_word(word: str) -> bool:
    return word.casefold() in english_stop_words()


def _n_telling(words: str) -> int:
    """Return how many words say something: no stop words, no numbers."""
    found = re.findall(r"[^\W\d_][\w’'-]+", words)
    return sum(not _is_stop_word(word) for word in found)
