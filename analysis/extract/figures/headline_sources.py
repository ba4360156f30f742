"""
Find the source of a headline, before its colon or after its dash.

"Police: 12 killed in crash", "12 killed in raid - monitor". The words that may stand there are in
``data/lexicons/reporting.toml``.
"""

import re
from functools import lru_cache

from analysis.extract.attributions.non_sources import is_no_speaker
from analysis.extract.attributions.source_types import type_matches
from analysis.extract.figures.reporting_patterns import words_of
from analysis.extract.figures.source_words import LONGEST_PHRASE
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = [
    "headline_label",
    "headline_source",
]

_LABEL = re.compile(r"(?P<source>(?:[A-Z][\w’'.-]*\s){0,3}[A-Z][\w’'-]*):\s+(?=[\w“\"])")
_NO_LABEL_TYPES = frozenset(("document", "media", "armed_group"))


def headline_label(text: str, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """
    Find the source before the colon of a headline: "Police: 12 killed in crash".

    Parameters
    ----------
    text : str
    sentence : (int, int)
        Characters of the sentence; only the first of a text can be a headline.

    Returns
    -------
    (int, int) or None
        Characters of the source. None for a place or a section ("Karsk: 12 killed").

    Examples
    --------
    >>> headline_label("Police: 12 killed in crash", (0, 26))
    (0, 6)
    """
    found = _LABEL.match(text, *sentence) if sentence[0] == 0 else None
    if found is None or is_no_speaker(found["source"]):
        return None
    types = {match.source_type for match in type_matches(found["source"])}
    if not types or not types.isdisjoint(_NO_LABEL_TYPES):
        return None
    return found.span("source")


def headline_source(text: str, start: int, end: int) -> tuple[int, int] | None:
    """
    Find the source at the end of a headline: "12 killed in raid - monitor".

    Parameters
    ----------
    text : str
    start, end : int
        Where the number ends, and where its sentence ends.

    Returns
    -------
    (int, int) or None
        Characters of the source.
    """
    found = _headline_end().search(text[start : min(end, start + LONGEST_PHRASE)])
    if found is None:
        return None
    for name in ("after_dash", "institution", "before_agency"):
        if found[name]:
            return start + found.start(name), start + found.end(name)
    return None


@lru_cache(maxsize=1)
def _headline_end() -> re.Pattern[str]:
    """Return the pattern of "- monitor" at the end of a headline, and of "monitor Reuters"."""
    noun = words_of("headline")
    # no hyphen of a word ("semi-official"), and no agency's name after the last sentence
    dash = r"(?: \s[-–—]{1,2}\s* | [–—]\s* | (?<![.!?])[:|]\s* )"
    name = r"(?: (?-i:[A-Z])[\w’'&.-]* | of | and | for | the )"
    pattern = rf"""
        {dash} (?P<after_dash> (?:[\w.’']+\s+){{0,3}}?(?:{noun}) )\b
          (?= \s*(?:$|[.\n]|(?-i:[A-Z])) )
        | {dash} (?P<institution> (?:{name}\s+){{1,6}} (?:{words_of("institution")})
            (?: \s+\([A-Z]{{2,8}}\) )? ) (?= \s*(?:$|\n) )
        | \s(?P<before_agency>{noun}) (?= \s+(?:AFP|Reuters|AP)\b )
    """
    return re.compile(pattern, ANY_CASE)
