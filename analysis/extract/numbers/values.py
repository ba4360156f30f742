"""
Read the value of a number that stands in digits or in words.

In: the characters of one number ("1,200", "a hundred and two", "1.5 million", "half a dozen"). Out: its value.
Where numbers lie in a text, what qualifies them and what is no count is not decided here: see
``analysis.extract.numbers.parse``.

Four libraries were tried on 24 forms that casualty reports print (exact value, and no value where there is none):
word2number 1.1 had 10 right, number-parser 0.3.2 had 15, text2num 3.1.0 had 16, quantulum3 0.10.0 had 18. All miss
"a quarter of a million" and "half a million", most miss "a dozen" and "4k", word2number adds up neighbours ("killed
two and three wounded" is 5), and none gives offsets for all forms. So the grammar is written out here.
"""

import re

UNITS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
TEENS = {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SMALL = {**UNITS, **TEENS, **TENS, "fourty": 40}
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9}
# Digits of other scripts and odd spaces, each exchanged for one character so that offsets stay.
PLAIN = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٬٫٪\u2009\u202f\u2007\u2010\u2011\u2012",
    "01234567890123456789,.%\u00a0\u00a0\u00a0---",
)


def _any(words):
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_UNIT, _TEEN, _TENS = _any(UNITS), _any(TEENS), _any([*TENS, "fourty"])
_SCALE = _any(SCALES)
_GAP = r"(?:-|\s)"
# An ordinary space parts thousands only before 000 or between three groups: "killed 18 200 wounded" is two numbers.
DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:['’]\d{3})+(?!\d)|\d{1,3}(?:\u00a0\d{3})+(?!\d)"
    r"|\d{1,3}(?: \d{3})* 000(?![\d,.]\d)|\d{1,3}(?: \d{3}){2,}(?!\d)"
    r"|\d{1,3}(?:\.\d{3})+(?![\d.]|\s+(?:million|billion))"
    r"|\d+)(?:\.\d+)?"
)
_SMALL_WORDS = rf"(?:{_TENS}(?:{_GAP}{_UNIT})?|{_TEEN}|{_UNIT})\b"
_HUNDRED = rf"(?:(?:{DIGITS}|{_SMALL_WORDS}|an?){_GAP})?hundred\b(?:\s(?:and\s)?{_SMALL_WORDS})?"
_BELOW = rf"(?:{_HUNDRED}|{_SMALL_WORDS}|{DIGITS}|an?)"
_SCALED = rf"(?:{_BELOW}{_GAP})?{_SCALE}\b(?:,?\s(?:and\s)?(?:{_HUNDRED}|{_SMALL_WORDS})(?:\s{_SCALE}\b)?)*"
_PART = (
    rf"half(?:{_GAP}an?)?{_GAP}(?:{_SCALE}|dozen|hundred)\b"
    rf"|(?:an?|one|three){_GAP}quarters?\sof\sa\s(?:{_SCALE})\b"
    rf"|(?:{_SMALL_WORDS}|an?)\sand\sa\shalf\s(?:{_SCALE}|hundred|dozen)\b"
    rf"|(?:{_SMALL_WORDS}|an?)\s(?:{_SCALE}|hundred|dozen)\sand\sa\shalf\b"
)
_DOZEN = rf"(?:(?:{DIGITS}|{_SMALL_WORDS}|a){_GAP})?dozen\b"
_SUFFIXED = rf"{DIGITS}\s?{_any(SUFFIXES)}\b"
NUMBER = rf"(?:{_PART}|{_DOZEN}|{_SCALED}|{_HUNDRED}|{_SUFFIXED}|{DIGITS}(?!\w)|\b{_SMALL_WORDS})"

_THOUSANDS = re.compile(r"(?<=\d)(?:[,'’\u00a0 ](?=\d{3}(?!\d))|\.(?=\d{3}(?:\.|(?![\d]))))")
_HALF = re.compile(r"\band a half\b")
_QUARTER = re.compile(r"^(an?|one|three)[-\s]quarters?\sof\s")


def value(words):
    """
    Give the value of one number.

    Parameters
    ----------
    words : str
        The characters of the number alone, in any case; digits of Arabic scripts are read too.

    Returns
    -------
    float or None
        None where the characters are not one number.

    Examples
    --------
    >>> value("a quarter of a million"), value("1,200"), value("Twenty-six"), value("several")
    (250000.0, 1200.0, 26.0, None)
    """
    words = words.translate(PLAIN).lower().strip()
    if re.fullmatch(NUMBER, words) is None:
        return None
    times = 1.0
    if words.startswith("half"):
        words, times = re.sub(r"^half(?:[-\s]an?)?[-\s]", "a ", words), 0.5
    elif part := _QUARTER.match(words):
        words, times = words[part.end() :], 0.75 if part[1] == "three" else 0.25
    elif _HALF.search(words):
        return _and_a_half(words)
    return times * _sum(_THOUSANDS.sub("", words))


def _and_a_half(words):
    """Read "one and a half million" and "a million and a half"."""
    scale = re.search(rf"{_SCALE}|hundred|dozen", words)[0]
    count = _sum(_HALF.sub("", words).replace(scale, "").strip())
    return (count + 0.5) * _sum(f"a {scale}")


def _sum(words):
    total, group = 0.0, None
    for token in re.findall(r"\d+(?:\.\d+)?|[a-z]+", words):
        if token in SMALL or token[0].isdigit():
            group = (group or 0.0) + (SMALL.get(token) or float(token))
        elif token in ("hundred", "dozen"):
            group = (group or 1.0) * (100 if token == "hundred" else 12)
        elif token in SCALES or token in SUFFIXES:
            total += (1.0 if group is None else group) * (SCALES.get(token) or SUFFIXES[token])
            group = None
    # "a" alone, and a scale without a count, stand for one of it
    return total + (group or 0.0) if total or group is not None else 1.0
