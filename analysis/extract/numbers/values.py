"""
Parse the value of a number written in digits or in words.

In: the characters of one number ("1,200", "a hundred and two", "1.5 million", "half a dozen"). Out:
its value. Where numbers occur in a text, what qualifies them and which of them are not counts is
not decided here: see ``analysis.extract.numbers.parse``.

Four libraries were tried on 24 forms found in casualty reports (exact value, and no value where
there is none): word2number 1.1 had 10 right, number-parser 0.3.2 had 15, text2num 3.1.0 had 16,
quantulum3 0.10.0 had 18. All miss "a quarter of a million" and "half a million", most miss "a
dozen" and "4k", word2number adds up neighbours ("killed two and three wounded" is 5), and none
returns offsets for all forms. So the grammar is written out here.
"""

import re
from collections.abc import Iterable

__all__ = ["GLUED", "NUMBER", "PLAIN", "SCALES", "SMALL", "parse_value"]

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
MISSPELLED_TENS = {"fourty": 40}
SMALL = {**UNITS, **TEENS, **TENS, **MISSPELLED_TENS}
GROUPS = {"hundred": 100, "dozen": 12}
INDIAN_SCALES = {"lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7}
LAKH_CRORE = 1e12
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, **INDIAN_SCALES}
SUFFIXES = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "b": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "cr": 1e7,
}
# "1.6 millions": right after digits only, since "millions" alone is a vague word.
PLURAL_SCALES = {"thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}
_PARTS_OF_ONE = {"a-half": 0.5, "a-quarter": 0.25, "three-quarters": 0.75}
VULGAR_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_FACTORS = {**SCALES, **SUFFIXES, **PLURAL_SCALES}

# Digits of other scripts, and special spaces and dashes. Each is replaced by one character, so
# offsets stay valid.
PLAIN = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٬٫٪\u2009\u202f\u2007\u2010\u2011\u2012\u2212",
    "01234567890123456789,.%\u00a0\u00a0\u00a0----",
)


def _any_word(words: Iterable[str]) -> str:
    """Return a group that matches any of the words, longest first."""
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


# The grammar of numbers. No piece holds literal white space, so all of them also work with
# re.VERBOSE.
_UNIT = _any_word(UNITS)
_TEEN = _any_word(TEENS)
_TENS = _any_word([*TENS, *MISSPELLED_TENS])
_SCALE = _any_word(SCALES)
_GAP = r"(?:-|\s)"
# An ordinary space separates thousands only before 000 or between three groups of digits: "killed
# 18 200 wounded" is two numbers.
_DIGITS = (
    r"(?:"
    r"\d{1,3}(?:,\d{3})+(?!\d)"  # 1,200
    r"|\d{1,2}(?:,\d{2}){1,5},\d{3}(?!\d)"  # 1,25,000
    rf"|\d{{1,3}},\d{{1,2}}(?=\s(?:{_SCALE})\b)"  # 1,5 million
    r"|\d{1,3}(?:['’]\d{3})+(?!\d)"  # 1'200
    r"|\d{1,3}(?:\u00a0\d{3})+(?!\d)"  # 1 200 with a no-break space
    r"|\d{1,3}(?:\x20\d{3})*\x20000(?![\d,.]\d)"  # 12 000
    r"|\d{1,3}(?:\x20\d{3}){2,}(?!\d)"  # 1 200 300
    rf"|\d{{1,3}}(?:\.\d{{3}})+(?![\d.]|[-\s]+{_SCALE})"  # 1.200, but not 1.200 million
    r"|\d+"
    r")"
    r"(?:\.\d+)?"
)
_SMALL_WORDS = rf"(?:{_TENS}(?:{_GAP}{_UNIT})?|{_TEEN}|{_UNIT})\b"
_HUNDRED = rf"(?:(?:{_DIGITS}|{_SMALL_WORDS}|an?){_GAP})?hundred\b(?:\s(?:and\s)?{_SMALL_WORDS})?"
_SCALED = (
    # "$1.2 million, six hundred customers said" ends after the scale
    rf"{_DIGITS}{_GAP}(?:lakhs?\scrores?|{_SCALE})\b"
    rf"|(?:(?:{_HUNDRED}|{_SMALL_WORDS}|an?){_GAP})?(?:lakhs?\scrores?|{_SCALE})\b"
    # "two million, three hundred", "two thousand and five"; "$2.7 billion, two people said" ends
    rf"(?:,?\s(?:and\s)?(?:{_HUNDRED}(?:\s{_SCALE}\b)?|{_SMALL_WORDS}\s{_SCALE}\b)"
    rf"|(?<=thousand)\s(?:and\s)?{_SMALL_WORDS})*"
)
_FRACTION = (
    rf"half(?:{_GAP}an?)?{_GAP}(?:{_SCALE}|dozen|hundred)\b"  # half a million
    # a quarter of a million
    rf"|(?:(?:an?|one|three){_GAP}|(?<![A-Za-z]\s))quarters?\sof\sa\s(?:{_SCALE})\b"
    # one and a half million, a million and a half
    rf"|(?:{_SMALL_WORDS}|an?)\sand\sa\shalf\s(?:{_SCALE}|hundred|dozen)\b"
    rf"|(?:{_SMALL_WORDS}|an?)\s(?:{_SCALE}|hundred|dozen)\sand\sa\shalf\b"
    # two and a half years
    rf"|(?:{_SMALL_WORDS}|\d{{1,2}}){_GAP}and{_GAP}(?:a{_GAP}(?:half|quarter)"
    rf"|three{_GAP}quarters)\b"
    rf"(?!\s(?:{_SCALE}|hundred|dozen)\b|\sof\b)"
)
_DOZEN = rf"(?:(?:{_DIGITS}|{_SMALL_WORDS}|a){_GAP})?dozen\b"
# "£24million" is how tabloids print it
_GLUED_SCALES = ("thousand", "million", "billion", "trillion")
_SUFFIXED = (
    rf"{_DIGITS}(?:-cr"
    rf"|\s?{_any_word([*SUFFIXES, *_GLUED_SCALES])}|\s{_any_word(PLURAL_SCALES)})\b"
)
# what a scraped page runs into a number: "29people", "760injured"
GLUED = (
    "(?:people|persons|others|civilians|children|women|men|deaths|dead|killed|injured|wounded|hurt"
    "|missing|arrested|detained)"
)
_VULGAR = "[" + "".join(VULGAR_FRACTIONS) + "]"
# 1½, 2 1/2 million
_MIXED = (
    rf"(?:(?:\d+\s?)?{_VULGAR}|\d+[-\s][1-3]/[2-8](?!\d))"
    rf"(?:{_GAP}(?:{_SCALE}|dozen|hundred)\b)?"
)
# What a number begins with: it fails at once at most characters, which makes a search seven times
# as fast.
_BEGINS = rf"(?=[\d½¼¾⅓⅔]|an?[-\s]|{_any_word([*SMALL, *GROUPS, *SCALES, 'half', 'quarter'])})"
NUMBER = (
    rf"{_BEGINS}(?:{_MIXED}|{_FRACTION}|{_DOZEN}|{_SCALED}|{_HUNDRED}|{_SUFFIXED}"
    rf"|{_DIGITS}(?!\w|\.\d)|(?<![\w.,]){_DIGITS}(?={GLUED}\b)|\b{_SMALL_WORDS})"
)

_NUMBER_ALONE = re.compile(NUMBER)
_SEPARATORS = re.compile(
    r"""(?<=\d)
    (?: [,'’\u00a0 ] (?=\d{3}(?!\d)) | , (?=\d{2},\d{2,3})
      | \. (?=\d{3}(?:\.|(?!\d|\s?[-a-z])))   # thousands, but not in "2.215 million"
    )""",
    re.VERBOSE,
)
_LEADING_ZERO = re.compile(r"0\.\d+")
_HALF_OF = re.compile(r"^half(?:[-\s]an?)?[-\s]")
_QUARTERS_OF = re.compile(r"^(?:(an?|one|three)[-\s])?quarters?\sof\s")
_AND_A_HALF = re.compile(r"\band a half\b")
_AND_A_PART = re.compile(r"(.+?)[-\s]and[-\s](a[-\s]half|a[-\s]quarter|three[-\s]quarters)")
_DECIMAL_COMMA = re.compile(r"^(\d{1,3}),(\d{1,2})(?=\s)")
_LAKH_CRORE = re.compile(r"lakhs?\scrores?")
_LARGE_WORD = re.compile(rf"{_SCALE}|hundred|dozen")
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[a-z]+")
_MIXED_PARTS = re.compile(
    rf"(?P<whole>\d+)?[-\s]?(?:(?P<sign>{_VULGAR})|(?P<upper>[1-3])/(?P<lower>[2-8]))[-\s]?"
    r"(?P<scale>\D*)"
)


def parse_value(words: str) -> float | None:
    """
    Return the value of one number.

    Parameters
    ----------
    words : str
        The characters of the number alone, in any case. Arabic and Persian digits are understood.

    Returns
    -------
    float or None
        None if the characters are not exactly one number.

    Examples
    --------
    >>> parse_value("a quarter of a million"), parse_value("1,200"), parse_value("Twenty-six")
    (250000.0, 1200.0, 26.0)
    >>> parse_value("several") is None
    True
    """
    words = words.translate(PLAIN).lower().strip()
    if _NUMBER_ALONE.fullmatch(words) is None:
        return None
    words = _DECIMAL_COMMA.sub(r"\1.\2", words)
    if _LAKH_CRORE.search(words):
        return LAKH_CRORE * _add_up(_SEPARATORS.sub("", _LAKH_CRORE.sub("", words)))
    added = _AND_A_PART.fullmatch(words)
    if added is not None and _LARGE_WORD.search(added[1]) is None:
        return _add_up(added[1]) + _PARTS_OF_ONE[re.sub(r"\s", "-", added[2])]
    mixed = _MIXED_PARTS.fullmatch(words)
    if mixed is not None:
        return _mixed_value(mixed)
    if _LEADING_ZERO.fullmatch(words):
        return float(words)
    if words.startswith("half"):
        return 0.5 * _add_up(_SEPARATORS.sub("", _HALF_OF.sub("a ", words)))
    quarters = _QUARTERS_OF.match(words)
    if quarters is not None:
        share = 0.75 if quarters[1] == "three" else 0.25
        return share * _add_up(_SEPARATORS.sub("", words[quarters.end() :]))
    large_word = _LARGE_WORD.search(words)
    if large_word is not None and _AND_A_HALF.search(words):
        return _and_a_half(words, large_word[0])
    return _add_up(_SEPARATORS.sub("", words))


def _and_a_half(words: str, large_word: str) -> float:
    """Return the value of "one and a half million" or "a million and a half"."""
    count = _AND_A_HALF.sub("", words).replace(large_word, "").strip()
    return (_add_up(count) + 0.5) * _add_up(f"a {large_word}")


def _mixed_value(parts: re.Match[str]) -> float:
    """Return the value of a whole number and a fraction: "1 1/2 million", "2½"."""
    fraction = VULGAR_FRACTIONS.get(parts["sign"] or "", 0.0)
    if parts["sign"] is None:
        fraction = int(parts["upper"]) / int(parts["lower"])
    value = int(parts["whole"] or 0) + fraction
    return value * _add_up(f"a {parts['scale']}") if parts["scale"] else value


def _add_up(words: str) -> float:
    """Return the value of number words in a row: "two thousand three hundred" is 2300."""
    total = 0.0
    group: float | None = None  # value since the last scale
    has_scale = False
    for token in _TOKEN.findall(words):
        if token in SMALL or token[0].isdigit():
            group = (group or 0.0) + _small_value(token)
        elif token in GROUPS:
            group = (group or 1.0) * GROUPS[token]
        elif token in _FACTORS:
            total += _scaled(group, token)
            group = None
            has_scale = True
    if not has_scale and group is None:
        return 1.0  # "a" alone, and a scale without a count, mean one of it
    return total + (group or 0.0)


def _small_value(token: str) -> float:
    """Return the value of a word below one hundred, or of digits."""
    return SMALL[token] if token in SMALL else float(token)


def _scaled(group: float | None, scale: str) -> float:
    """Return a value times its scale; a scale alone ("million") counts once."""
    factor = _FACTORS[scale]
    if group is None:
        return factor
    return float(f"{group * factor:.12g}")  # 16.4 times a million is 16399999.999999998
