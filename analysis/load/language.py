"""
Guess the language of a text: its script and, for Latin script, whether it is English.

In: one text. Out: an ISO 639-1 code or None, and the script. The guess only serves to warn that
the model, which was trained on English, is given another language; it does not tell other languages
apart.
"""

import re

__all__ = ["guess_language", "language_code"]

_SCRIPTS = {
    "Latin": re.compile("[\u00c0-\u024f\u1e00-\u1eff]"),  # beyond ASCII
    "Arabic": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"),
    "Cyrillic": re.compile("[\u0400-\u052f]"),
    "Chinese, Japanese or Korean": re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"),
    "Hebrew": re.compile("[\u0590-\u05ff]"),
    "Greek": re.compile("[\u0370-\u03ff]"),
    "Indic": re.compile("[\u0900-\u0dff]"),
}
_ASCII = re.compile("[\u0000-\u007f]+")
_NOT_ASCII_LETTER = re.compile("[^A-Za-z]+")
_WORD = re.compile(r"[^\W\d_]+")
# frequent in English and not words of its neighbours
_ENGLISH_WORDS = frozenset(
    "the of and to that for with from said were has been by which their they it he this are is "
    "who after".split()
)
_CODES = {
    "english": "en",
    "eng": "en",
    "arabic": "ar",
    "ara": "ar",
    "russian": "ru",
    "rus": "ru",
    "french": "fr",
    "fra": "fr",
    "german": "de",
    "deu": "de",
    "spanish": "es",
    "spa": "es",
    "turkish": "tr",
    "tur": "tr",
    "persian": "fa",
    "hebrew": "he",
    "chinese": "zh",
    "portuguese": "pt",
    "italian": "it",
    "ukrainian": "uk",
}
_SAMPLE = 2000  # characters that are examined
_MIN_ENGLISH_SHARE = 0.12  # of words; English news has .3 or more, other languages under .05


def language_code(value: object) -> str | None:
    """
    Return the ISO 639-1 code for a cell of a language column, or None.

    Examples
    --------
    >>> language_code("English"), language_code("en-US"), language_code("pt")
    ('en', 'en', 'pt')
    >>> language_code("Klingon") is None
    True
    """
    word = str(value or "").strip().lower()
    word = _CODES.get(word, word)
    short = re.split(r"[-_]", word)[0]
    return short if re.fullmatch("[a-z]{2}", short) else None


def guess_language(text: str) -> tuple[str | None, str | None]:
    """
    Guess whether a text is English.

    Parameters
    ----------
    text : str

    Returns
    -------
    language : str or None
        ``"en"``, or None if it is another language or cannot be told.
    script : str or None
        Script of most letters; None if there are none.
    """
    head = text[:_SAMPLE]
    script = _script_of(head)
    is_english = script == "Latin" and _looks_english(head)
    return "en" if is_english else None, script


def _script_of(text: str) -> str | None:
    """Return the script of most letters."""
    not_ascii = _ASCII.sub("", text)  # most text is ASCII, and to count seven scripts is slow
    counts = {script: len(pattern.findall(not_ascii)) for script, pattern in _SCRIPTS.items()}
    counts["Latin"] += len(_NOT_ASCII_LETTER.sub("", text))
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] else None


def _looks_english(text: str) -> bool:
    """Return whether a text in Latin script has "the" and enough other English words."""
    words = _WORD.findall(text.lower())
    n_english = sum(word in _ENGLISH_WORDS for word in words)
    return "the" in words and n_english / len(words) >= _MIN_ENGLISH_SHARE
