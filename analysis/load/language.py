"""
A cheap guess at the language of a text: its script, and for Latin script whether it is English.

In: one text. Out: an ISO 639-1 code or None, and the script. The guess only warns a user that the reader, which was
trained on English, sees another language; it tells no other languages apart.
"""

import re

__all__ = ["code", "guess_language"]

_SCRIPTS = {
    "Latin": re.compile("[\u00c0-\u024f\u1e00-\u1eff]"),
    "Arabic": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"),
    "Cyrillic": re.compile("[\u0400-\u052f]"),
    "Chinese, Japanese or Korean": re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"),
    "Hebrew": re.compile("[\u0590-\u05ff]"),
    "Greek": re.compile("[\u0370-\u03ff]"),
    "Indic": re.compile("[\u0900-\u0dff]"),
}
_ASCII = re.compile("[\u0000-\u007f]+")
_NO_LETTER = re.compile("[^A-Za-z]+")
# words that are common in English and not words of its neighbours
_ENGLISH = frozenset(
    (
        "the",
        "of",
        "and",
        "to",
        "that",
        "for",
        "with",
        "from",
        "said",
        "were",
        "has",
        "been",
        "by",
        "which",
        "their",
        "they",
        "it",
        "he",
        "this",
        "are",
        "is",
        "who",
        "after",
    )
)
_NAMES = {
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
_SAMPLE = 2000  # characters looked at
_SHARE = 0.12  # of words; English news has .3 or more, other languages under .05


def code(value):
    """
    Turn what a language column holds into an ISO 639-1 code, or None.

    Examples
    --------
    >>> code("English"), code("en-US"), code("pt"), code("Klingon")
    ('en', 'en', 'pt', None)
    """
    word = str(value or "").strip().lower()
    word = _NAMES.get(word, word)
    short = re.split(r"[-_]", word)[0]
    return short if re.fullmatch("[a-z]{2}", short) else None


def guess_language(text):
    """
    Guess whether a text is English.

    Parameters
    ----------
    text : str

    Returns
    -------
    language : str or None
        ``"en"``, or None where it is something else or cannot be told.
    script : str or None
        Script of most letters; None where there are none.
    """
    head = text[:_SAMPLE]
    rest = _ASCII.sub("", head)  # most text is ASCII, and counting eight scripts in it is slow
    counts = {script: len(pattern.findall(rest)) for script, pattern in _SCRIPTS.items()}
    counts["Latin"] += len(_NO_LETTER.sub("", head))
    script = max(counts, key=counts.get)
    if not counts[script]:
        return None, None
    words = re.findall(r"[^\W\d_]+", head.lower())
    share = sum(w in _ENGLISH for w in words) / len(words)
    english = script == "Latin" and share >= _SHARE and "the" in words
    return ("en" if english else None), script
