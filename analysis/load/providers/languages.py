"""
Turn the name of a language, as a database prints it, into an ISO 639-1 code.

In: ``Englisch`` or ``GERMAN; DEUTSCH``. Out: ``en``, ``de``. Names are known in English, German and
French.
"""

import re
import unicodedata

__all__ = ["code_of"]

_NAMES = {
    "en": "english englisch anglais ingles inglese engels",
    "de": "german deutsch allemand aleman tedesco duits",
    "fr": "french franzosisch francais frances francese frans",
    "es": "spanish spanisch espagnol espanol castellano",
    "it": "italian italienisch italien italiano",
    "nl": "dutch niederlandisch neerlandais nederlands hollandais",
    "pt": "portuguese portugiesisch portugais portugues",
    "ru": "russian russisch russe",
    "ar": "arabic arabisch arabe",
    "zh": "chinese chinesisch chinois",
    "ja": "japanese japanisch japonais",
    "pl": "polish polnisch polonais",
    "sv": "swedish schwedisch suedois",
    "da": "danish danisch danois",
    "no": "norwegian norwegisch norvegien",
    "fi": "finnish finnisch finnois",
    "tr": "turkish turkisch turc",
    "el": "greek griechisch grec",
    "cs": "czech tschechisch tcheque",
    "hu": "hungarian ungarisch hongrois",
    "uk": "ukrainian ukrainisch ukrainien",
    "he": "hebrew hebraisch hebreu",
    "ko": "korean koreanisch coreen",
}
_CODES = {name: code for code, names in _NAMES.items() for name in names.split()}
_NAME = re.compile(r"[^\W\d_]+")


def code_of(text: str) -> str | None:
    """
    Return the code of the first language that a text names, None if it names none that is known.

    Examples
    --------
    >>> code_of("Englisch"), code_of("GERMAN; DEUTSCH"), code_of("Français"), code_of("page 3")
    ('en', 'de', 'fr', None)
    """
    for word in _NAME.findall(text):
        decomposed = unicodedata.normalize("NFKD", word.casefold())
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
        if plain in _CODES:
            return _CODES[plain]
    return None
