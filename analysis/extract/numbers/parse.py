"""
Find the numbers that a text states, with the interval that the words allow.

In: any text. Out: one ``Number`` for each count, percentage or sum of money: digits of several scripts, words,
ranges, vague words, with the qualifier beside it. Dates, times, ages, distances, durations, names ("Route 66"),
scores and fractions are left out. What a number counts is not decided here: see ``analysis.extract.figures.extract``.

"29" is 29 to 29; "at least 29" and "more than 29" have no high; "up to 29", "as many as 29" and "fewer than 29" have no
low; "about 29" is 29 to 29, as printed; "20-30" is 20 to 30; "dozens" has neither. Word lists:
``data/lexicons/quantifiers.toml``. Libraries that were tried: see ``analysis.extract.numbers.values``.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.extract.numbers import non_counts as rejects
from analysis.extract.numbers import qualifiers as context
from analysis.extract.numbers import values as words


@dataclass(frozen=True)
class Number:
    """
    A number as stated.

    Attributes
    ----------
    start, end : int
        Characters of the number itself, without its qualifier; a range is one number.
    text : str
        Those characters.
    low, high : float or None
        Smallest and largest value that the words allow; None where they set no limit.
    qualifier : str
        One of ``analysis.core.tables.QUALIFIERS``.
    qualifier_span : (int, int) or None
        Characters of the words that qualify it.
    kind : {"count", "percent", "money"}
    weak : bool
        Whether it is a vague word that may state no quantity at all ("many", "several").
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    qualifier: str
    qualifier_span: tuple | None = None
    kind: str = "count"
    weak: bool = False


_DASH = r"\s?[-–—]\s?"
_RANGE = (
    rf"(?P<opener>between\s|from\s)?(?P<first>{words.NUMBER})"
    rf"(?P<link>{_DASH}|\sto\s|\sor\s|\sand\s)(?P<second>{words.NUMBER})(?![\w/:])"
)
_CHANGE = re.compile(
    r"(?i)\b(?:r[io]s(?:e|es|ing|en)|increas\w+|grew|gr[eo]w\w*|climb\w*|jump\w*|went|gone?|f[ae]ll\w*|drop\w*|declin\w+|"
    r"revis\w+|soar\w*|updat\w+|surg\w+|shr[au]nk|cut|up|down|rais\w+|lower\w*|reduc\w+)\b[^.;]{0,40}$"
)


@lru_cache(maxsize=1)
def _master():
    vague_words = context.lists()["vague"]
    strong, heads, weak = (
        context.alternatives(vague_words[k]) for k in ("strong", "heads", "weak")
    )
    scale = r"(?:dozen|hundred|thousand|million|billion)s?"
    size = (
        r"(?:very|great|greater|large|larger|high|higher|big|small|considerable|significant|growing|increasing|huge|vast|"
        r"substantial|sizeable|limited|record)"
    )
    vague = (
        rf"(?:{heads})\s+{scale}\b|(?:{strong})(?:\s+(?:of|and|upon)\s+(?:{strong}))?\b|(?:{weak})\b"
        rf"|(?:an?\s+)?(?:{size}\s+)+numbers?\s+of\b|a\s+number\b(?=\s+of\b)|(?:{size}\s+)+number\b(?=\s+of\b)"
    )
    # a cheap look ahead keeps the search fast: few words of a text can begin a number
    first = [
        *words.SMALL,
        *words.SCALES,
        "hundred",
        "dozen",
        "half",
        "between",
        "from",
        *vague_words["strong"],
    ]
    first += [w for w in (*vague_words["weak"], *vague_words["heads"]) if not w.startswith("a ")]
    first += [w.replace(r"\s+", " ") for w in size[3:-1].split("|")]
    begin = rf"(?=\d|an?[\s-]|(?:{context.alternatives(first)})\b)"
    return re.compile(
        rf"(?<![\w-]){begin}(?:{_RANGE}|(?P<vague>{vague})|(?P<number>{words.NUMBER}))(?![A-Za-z])",
        re.IGNORECASE,
    )


def parse_numbers(text):
    """
    Find every count, percentage and sum of money that a text states.

    Parameters
    ----------
    text : str
        A sentence, or any longer text.

    Returns
    -------
    list of Number
        In reading order, none overlapping; empty where the text states none.

    Examples
    --------
    >>> [(n.text, n.low, n.high, n.qualifier) for n in parse_numbers("At least 12 people died on Route 66.")]
    [('12', 12.0, None, 'at_least')]
    """
    return [number for number in _numbers(text) if number is not None]


def value_of(text, start, end):
    """
    Read the value of a span that is known to be a number.

    Parameters
    ----------
    text : str
        The text around it, where the qualifier stands.
    start, end : int
        The span; it may hold a qualifier or a noun too.

    Returns
    -------
    (float or None, float or None, str)
        ``low``, ``high`` and ``qualifier``. (1, 1, "exact") where the span holds no number word ("a", "Child").
    """
    number = number_at(text, start, end)
    return (1.0, 1.0, "exact") if number is None else (number.low, number.high, number.qualifier)


def number_at(text, start, end):
    """
    Find the number that overlaps a span, whatever it looks like.

    Returns
    -------
    Number or None
        None where the span holds no number word.
    """
    around = max(0, start - 80)
    near = text[around : end + 80]
    best = max(
        _numbers(near, judge=False),
        key=lambda n: _overlap(n, start - around, end - around),
        default=None,
    )
    if best is None or _overlap(best, start - around, end - around) == 0:
        return None
    span = best.qualifier_span and tuple(i + around for i in best.qualifier_span)
    return Number(
        best.start + around,
        best.end + around,
        best.text,
        best.low,
        best.high,
        best.qualifier,
        span,
        best.kind,
        best.weak,
    )


def _overlap(number, start, end):
    return max(0, min(number.end, end) - max(number.start, start))


def _numbers(text, judge=True):
    plain, at, master = text.translate(words.PLAIN), 0, _master()
    while match := master.search(plain, at):
        at = match.end()
        if match["vague"]:
            yield _vague(text, match, judge)
        elif match["number"]:
            yield _single(text, plain, *match.span("number"), judge)
        elif words.value(plain[match.start("first") : match.end()]) is not None:  # "twenty-six"
            yield _single(text, plain, match.start("first"), match.end(), judge)
        elif _is_range(plain, match):
            yield _range(text, plain, match, judge)
        elif not judge or not rejects.is_score(plain, *match.span()) and match["link"] not in "-–—":
            # "rose from 12 to 15" is two numbers; "3-2" is none
            yield _single(text, plain, *match.span("first"), judge)
            at = match.end("first")


def _single(text, plain, start, end, judge):
    value, kind = words.value(plain[start:end]), context.kind_of(plain, start, end)
    if kind == "percent" and re.fullmatch(r"\d+\.\d+", plain[start:end]):
        value = float(plain[start:end])
    digits = plain[start].isdigit()
    if judge and kind == "count" and rejects.counts_nothing(plain, start, end, value, digits):
        return None
    qualifier, span = context.qualifier_of(plain, start, end)
    low = None if qualifier in ("at_most", "less_than") else value
    high = None if qualifier in ("at_least", "more_than") else value
    return Number(start, end, text[start:end], low, high, qualifier or "exact", span, kind)


def _vague(text, match, judge):
    start, end = match.span("vague")
    if judge and not rejects.vague_counts(text, start, end):
        return None
    weak = (
        match["vague"].lower() in context.lists()["vague"]["weak"]
        or "number" in match["vague"].lower()
    )
    _, span = context.qualifier_of(text, start, end)
    return Number(
        start,
        end,
        text[start:end],
        None,
        None,
        "vague",
        span,
        context.kind_of(text, start, end),
        weak,
    )


def _ends(match):
    """Read both ends of a range; "20 to 30 million" has its scale once."""
    first, second = match["first"], match["second"]
    low, high = words.value(first), words.value(second)
    scale = re.search(r"(?i)(?:hundred|thousand|million|billion)$", second)
    if (
        scale
        and low < 1000
        and low < high
        and not re.search(r"(?i)(?:hundred|thousand|million|billion)$", first)
    ):
        low = words.value(f"{first} {scale[0]}") or low
    return low, high


def _is_range(plain, match):
    low, high = _ends(match)
    link, opener = match["link"].strip().lower(), (match["opener"] or "").strip().lower()
    if link == "and" and opener != "between" or opener == "between" and link != "and":
        return False
    if opener == "from" and (
        link != "to" or _CHANGE.search(plain[max(0, match.start() - 60) : match.start()])
    ):
        return False
    return low < high


def _range(text, plain, match, judge):
    (low, high), start, end = _ends(match), match.start(), match.end("second")
    kind = context.kind_of(plain, start, end)
    if judge and kind == "count":
        years = re.fullmatch(r"(?:19|20)\d\d", match["first"]) and (
            high < 100 or 1900 < high < 2100
        )
        odd = rejects.counts_nothing(plain, start, end, high, plain[match.start("first")].isdigit())
        if years or odd or rejects.is_score(plain, start, end):
            return None
    return Number(start, end, text[start:end], low, high, "range", None, kind)
