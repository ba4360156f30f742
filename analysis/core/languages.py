"""
Which articles are read, by their language, and how those that are not are told.

In: the ``articles`` table. Out: a mask, and sentences. Lexicons and model are English, so that an
article in another language would be read wrongly, without any sign of it: it stays in ``articles``
and has no rows in any other table.
"""

import pandas as pd

from analysis.core.plurals import count_and_noun

__all__ = ["NAMES", "UNDETERMINED", "is_read", "language_name", "not_read"]

READ = "en"

UNDETERMINED = "und"
"""Code of ISO 639-2 for a text that is not English, in a language that cannot be told."""

NAMES = {
    "af": "Afrikaans",
    "am": "Amharic",
    "ar": "Arabic",
    "az": "Azerbaijani",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "bs": "Bosnian",
    "ca": "Catalan",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "ko": "Korean",
    "ku": "Kurdish",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "ms": "Malay",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "so": "Somali",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "th": "Thai",
    "tl": "Tagalog",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""Languages in words, by ISO 639-1 code; others are told by their code."""

_MOST_NAMED = 3  # outlets


def is_read(articles: pd.DataFrame) -> pd.Series:
    """
    Return which articles are read: those in English, and those whose language is not known.

    Parameters
    ----------
    articles : DataFrame
        With ``language``.

    Returns
    -------
    Series of bool
    """
    language = articles.loc[:, "language"]
    return language.isna() | language.eq(READ)


def language_name(code: str) -> str:
    """
    Return a language in words.

    Examples
    --------
    >>> language_name("ar"), language_name("und"), language_name("qu")
    ('Arabic', 'another language', 'qu')
    """
    if code == UNDETERMINED:
        return "another language"
    return NAMES.get(code, code)


def not_read(articles: pd.DataFrame) -> str:
    """
    Return the sentence that counts the articles that are not read, for the note of a chart.

    Parameters
    ----------
    articles : DataFrame
        With ``language`` and ``outlet``.

    Returns
    -------
    str
        Empty if all are read. Outlets of which no article is read are named.

    Examples
    --------
    >>> not_read(pd.DataFrame({"language": ["ar", "en", "ar"], "outlet": ["A", "B", "B"]}))
    '2 articles in Arabic not read; A not shown at all.'
    """
    read = is_read(articles)
    counts = articles.loc[~read, "language"].value_counts()
    if counts.empty:
        return ""
    parts = []
    for code in sorted(counts.index, key=lambda code: (-counts[code], code)):
        number = f"{counts[code]:,}"
        if not parts:
            number = count_and_noun(counts[code], "article")
        parts.append(f"{number} in {language_name(code)}")
    sentence = f"{', '.join(parts)} not read"
    missing = set(articles.loc[~read, "outlet"].dropna()) - set(articles.loc[read, "outlet"])
    if missing:
        named = ", ".join(sorted(missing)[:_MOST_NAMED])
        n_more = len(missing) - _MOST_NAMED
        more = f" and {n_more} more outlets" if n_more > 0 else ""
        sentence += f"; {named}{more} not shown at all"
    return f"{sentence}."
