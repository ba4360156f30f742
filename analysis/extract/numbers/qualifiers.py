"""
Read what the words around a number make of it: its qualifier, and whether it is money, a percentage or a count.

In: a text and where a number lies in it. Out: a qualifier with its characters; a kind.
The value is read by ``analysis.extract.numbers.values``; whether the number counts anything is judged by
``analysis.extract.numbers.non_counts``. Word lists: ``data/lexicons/quantifiers.toml``.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.extract.numbers import values as words

QUALIFYING = ("at_least", "more_than", "at_most", "less_than", "approx")
_LINKING = r"(?:\s+(?:an?other|a\s+further|further|additional|a\s+total\s+of|a|an|the|their|all))?"


@lru_cache(maxsize=1)
def lists():
    """Give the groups of ``quantifiers.toml``, read once."""
    return lexicon.load(paths.LEXICONS / "quantifiers.toml")


def alternatives(words):
    """Compose one regular expression for any of the words, longest first; a space fits any white space."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@lru_cache(maxsize=1)
def _qualifiers():
    before, after = {}, {}
    for name in QUALIFYING:
        before |= dict.fromkeys(lists()[name].get("before", ()), name)
        after |= dict.fromkeys(lists()[name].get("after", ()), name)
    head = re.compile(
        rf"(?i)(?:(?<![\w-])(?=\w)|(?=[^\w\s]))({alternatives(before)}){_LINKING}\s*$"
    )
    # up to three words may part number and qualifier ("125 terrorists at least"), but no second number
    tail = re.compile(
        rf"(?i)(?:[^\S\n]+(?!and\b|or\b|while\b)[^\W\d][\w-]*){{0,3}}?,?[^\S\n]+({alternatives(after)})\b"
        rf"(?!\s+(?:{words.NUMBER}))",
    )
    return head, before, tail, after


@lru_cache(maxsize=1)
def _kinds():
    money, flag = lists()["money"], re.IGNORECASE
    names, signs = alternatives(money["words"]), alternatives(money["signs"])
    nation = r"(?:(?:us|american|syrian|canadian|australian|turkish)\s+)?"
    return (
        re.compile(r"\s*%|\s*-?\s*(?:percent|per\s+cent|pct|percentage)\b", flag),
        re.compile(rf"\s*{nation}(?:{names})\b|\s+of\s+(?:{names})\b|\s*[€£₪]", flag),
        re.compile(rf"(?<![^\W\d_])(?:{signs})\s*$", flag),
    )


def qualifier_of(text, start, end):
    """
    Find what qualifies a number, before or after it.

    Parameters
    ----------
    text : str
    start, end : int
        The number's characters.

    Returns
    -------
    (str or None, (int, int) or None)
        One of ``QUALIFYING`` and its characters. The nearest bound wins over an estimate that stands nearer
        ("at least some 20" is at_least); None where nothing qualifies.
    """
    head, before, tail, after = _qualifiers()
    found, stop = [], start
    while len(found) < 3 and (match := head.search(text[max(0, stop - 40) : stop])):
        at = max(0, stop - 40) + match.start(1)
        if not (match[1][-1].isalnum() or match[1][-1] == "." or text[start].isdigit()):
            break  # a sign ("~", ">") stands before digits only
        found.append((before[_plain(match[1])], (at, at + len(match[1]))))
        stop = at
    if text[end : end + 1] == "+":
        found.append(("at_least", (end, end + 1)))
    elif match := tail.match(text, end, end + 60):
        found.append((after[_plain(match[1])], match.span(1)))
    bounds = [f for f in found if f[0] != "approx"]
    return (bounds or found or [(None, None)])[0]


def _plain(phrase):
    return re.sub(r"\s+", " ", phrase.lower())


def kind_of(text, start, end):
    """
    Say whether a number is money, a percentage or a count.

    Returns
    -------
    {"money", "percent", "count"}
    """
    percent_after, money_after, sign_before = _kinds()
    if percent_after.match(text, end):
        return "percent"
    if money_after.match(text, end) or sign_before.search(text[max(0, start - 5) : start]):
        return "money"
    return "count"
