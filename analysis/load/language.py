"""
Guess the language of a text.

In: one text. Out: an ISO 639-1 code or None, and the script. A text that has enough English words
is English; otherwise langid.py's model [1]_ decides, which the package ``py3langid`` holds. An
article that is not English is set aside, so the guess is careful: a short text, or one full of
names, is another language only if English is next to impossible. ``benchmarks/languages.py``
measures it.

References
----------
.. [1] Lui, M. and Baldwin, T. (2012). langid.py: An Off-the-shelf Language Identification Tool.
   Proceedings of the ACL 2012 System Demonstrations, 25-30.
"""

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from analysis.core.freed_memory import return_freed_memory
from analysis.core.languages import UNDETERMINED, is_read, language_name
from analysis.core.plurals import noun_for
from analysis.load.records import problem_row

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = [
    "forget_language_model",
    "guess_language",
    "language_code",
    "language_problems",
    "says_machine_translated",
]

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
_FEW_WORDS = 20
# Most that English may have where another language is told; English headlines have .012 and more,
# 20 words of English .05 and more; 8 words of thirteen other languages .036 at most.
_MAX_ENGLISH_OF_FEW = 0.003
_MAX_ENGLISH = 0.01
_MIN_ENGLISH = 0.5
_MIN_SURE_OF_FEW = 0.4  # of the other language; headlines full of names have .2
# dialects, dead and made-up languages, of which there is hardly any news, draw what is full of
# names; their speakers' news is told as the nearest other language
_NOT_NEWS = frozenset(("la", "eo", "vo", "sa", "an", "wa", "br", "oc", "jv", "qu", "se", "fo"))
_TRANSLATED = re.compile(
    r"\b(?:machine|automatic(?:ally)?|auto)[- ]translat(?:ed|ion)"
    r"|\btranslated (?:by|with|using) (?:an? )?(?:machine|google|deepl|ai\b|computer)",
    re.IGNORECASE,
)
_ENDS = 400  # characters at the beginning and end of a text that tell of its translation


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
    Guess the language of a text.

    Parameters
    ----------
    text : str
        The first 2,000 characters are looked at.

    Returns
    -------
    language : str or None
        ISO 639-1 code; ``"und"`` if the text is not English, but its language cannot be told; None
        if it may be English or another.
    script : str or None
        Script of most letters; None if there are none.

    Examples
    --------
    >>> guess_language("Le ministère a annoncé que douze personnes ont été tuées.")
    ('fr', 'Latin')
    >>> guess_language("Clinton in Iowa")
    (None, 'Latin')
    """
    head = text[:_SAMPLE]
    script = _script_of(head)
    if script is None:
        return None, None
    if script == "Latin":
        return _guess_latin(head), script
    language = max(_probabilities(head).items(), key=lambda item: item[1])[0]
    return UNDETERMINED if language == "en" else language, script


def _guess_latin(text: str) -> str | None:
    """Return the language of a text in Latin script; None if it cannot be told."""
    if _looks_english(text):
        return "en"
    probabilities = _probabilities(text)
    english = probabilities["en"]
    language, sure = max(probabilities.items(), key=lambda item: item[1])
    if english >= _MIN_ENGLISH:
        return "en"
    if len(_WORD.findall(text)) < _FEW_WORDS:
        is_other = english < _MAX_ENGLISH_OF_FEW and sure > _MIN_SURE_OF_FEW
    else:
        is_other = english < _MAX_ENGLISH
    return language if is_other else None


def _probabilities(text: str) -> dict[str, float]:
    """Return the probability of each language."""
    # in capitals, a text has none of the endings that the model knows
    return dict(_identifier().rank(text.lower() if text.isupper() else text))


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    two_letters = [label for label in identifier.labels if len(label) == 2]
    identifier.set_languages([label for label in two_letters if label not in _NOT_NEWS])
    return identifier


def forget_language_model() -> None:
    """Give back the 90 MB of langid.py's model, which the next text that needs it opens again."""
    _identifier.cache_clear()
    return_freed_memory()


def says_machine_translated(text: str) -> bool:
    """
    Return whether a text says at its beginning or end that a machine translated it.

    Examples
    --------
    >>> says_machine_translated("(Machine translation) A bridge fell on Monday.")
    True
    >>> says_machine_translated("The firm sells machine tools.")
    False
    """
    return bool(_TRANSLATED.search(text[:_ENDS]) or _TRANSLATED.search(text[-_ENDS:]))


def language_problems(articles: pd.DataFrame) -> list[dict[str, object]]:
    """
    Return a row of ``problems`` for each outlet and language that is not read.

    Parameters
    ----------
    articles : DataFrame
        With ``outlet`` and ``language``.

    Returns
    -------
    list of dict
    """
    set_aside = articles.loc[~is_read(articles)]
    pairs = Counter(zip(set_aside["outlet"].fillna(""), set_aside["language"], strict=True))
    problems = []
    for (outlet, code), n_articles in sorted(pairs.items()):
        noun = noun_for(n_articles, "article")
        reason = (
            f"{outlet or 'no outlet given'}: {n_articles} {noun} in {language_name(code)} not read "
            "(no sentences, figures or attributions); only English is read"
        )
        problems.append({**problem_row("", reason, kept=True), "article_id": None})
    return problems


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
