"""
Read letters that are the sign of a currency where a text is about its country: "N210 billion".

In: a text. Out: the same text, with such letters replaced by the sign that no other thing has
("₦210 billion"), of the same length, so that offsets stay valid. "N95 masks" and "the N1 motorway"
stay as they are. Letters and where they are read: ``data/lexicons/currencies.toml``. So is "6pc",
the percent of many British papers.
"""

import re
import unicodedata
from functools import lru_cache

from analysis.core import lexicon, paths

__all__ = ["letters_of_sign", "with_percent_signs", "with_signs"]

# A thousand and more, a scale, or kobo: "N95", "N1" and "N52" are masks, roads and isotopes.
_SUM = r"""
    (?= \d{1,3}(?:,\d{3})+ (?![\d,]) | \d+(?:,\d{3})*\.\d\d (?![\w.])
      | \d+(?:\.\d+)? [\s-]? (?:thousand|million|billion|trillion|k|m|mn|bn|b|tn|trn)\b )
"""
_SCALED_SUM = r"(?=\d+(?:\.\d+)?\s?(?:million|billion|trillion|bn)\b)"
_UNIQUE = ("R",)  # rand; other letters are also of names: "P2 million"
_HUNDREDS = r"(?= \d{3,} (?![\w-]|,\d) (?!\s(?:[Rr]oad|[Hh]ighway|[Mm]otorway|[Ee]xpressway)) )"
# "6pc", "3pct", and "a 5 pc rise"; "30 pc games" are games
_PERCENT = re.compile(
    r"(?<=\d)pct?\b"
    r"|(?<=\d)\spc(?=\s*(?:[.,;:)]|$)"
    r"|\s+(?:of|in|on|to|from|rise|fall|cut|increase|drop|stake|share|growth)\b)"
)
_BLANK = {ord(letter): " " for letter in "pc"}
_ROADS = ("the", "The", "road", "Road", "route", "Route")  # "the R511", "Route N210"


def with_signs(text: str, whole: str | None = None) -> str:
    """
    Return a text in which letters that are the sign of a currency are replaced by that sign.

    Parameters
    ----------
    text : str
    whole : str, optional
        The article that the text is from, which says what country it is about; by default, the
        text itself.

    Returns
    -------
    str
        As long as ``text``.

    Examples
    --------
    >>> with_signs("The naira fell to N1,960."), with_signs("N1,960 of them")
    ('The naira fell to ₦1,960.', 'N1,960 of them')
    """
    for letters, sign, where in _letters():
        if letters.search(text) is not None and where.search(text if whole is None else whole):
            text = letters.sub(sign, text)
    for letters, sign in _letters_of_one():
        text = letters.sub(sign, text)
    return text


def with_percent_signs(text: str) -> str:
    """
    Return a text in which "pc" behind a number is a percent sign, as long as the text.

    Examples
    --------
    >>> with_percent_signs("up 3-4pc"), with_percent_signs("30 pc games")
    ('up 3-4 %', '30 pc games')
    """
    return _PERCENT.sub(lambda match: match[0][:-1].translate(_BLANK) + "%", text)


@lru_cache(maxsize=1)
def _letters_of_one() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return letters of one currency only: "R80 million" is a sum in whatever country."""
    signs: dict[str, set[str]] = {}
    for group in lexicon.load(paths.LEXICONS / "currencies.toml").values():
        for letters in group.get("letters", ()):
            sign = next(sign for sign in group["signs"] if len(sign) == len(letters))
            signs.setdefault(letters, set()).add(sign)
    return tuple(
        (re.compile(rf"(?<![\w.-]){re.escape(letters)}{_SCALED_SUM}"), next(iter(of_letters)))
        for letters, of_letters in signs.items()
        if len(of_letters) == 1 and letters in _UNIQUE
    )


@lru_cache(maxsize=1)
def _letters() -> tuple[tuple[re.Pattern[str], str, re.Pattern[str]], ...]:
    """Return, for each currency with letters, their pattern, their sign and the texts of both."""
    found = []
    for group in lexicon.load(paths.LEXICONS / "currencies.toml").values():
        for letters in group.get("letters", ()):
            pattern = re.compile(
                rf"(?<![\w.-]){re.escape(letters)}(?:{_SUM}|{_not_a_road(letters)}{_HUNDREDS})",
                re.VERBOSE,
            )
            where = "|".join(re.escape(word) for word in group["where"])
            sign = next(sign for sign in group["signs"] if len(sign) == len(letters))
            found.append((pattern, sign, re.compile(rf"(?i)\b(?:{where})\b")))
    return tuple(found)


def _not_a_road(letters: str) -> str:
    """Return a look-behind from the end of letters that no word for a road stands before them."""
    return "".join(rf"(?<!{word}\ {re.escape(letters)})" for word in _ROADS)


@lru_cache(maxsize=64)
def letters_of_sign(sign: str) -> str:
    """Return the letters for which a character of private use stands, else the sign as it is."""
    for group in lexicon.load(paths.LEXICONS / "currencies.toml").values():
        if sign in group.get("signs", ()) and unicodedata.category(sign[0]) == "Co":
            return group["letters"][0]
    return sign
