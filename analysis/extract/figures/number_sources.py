"""
Find who gives one number of several in a sentence, by the words beside it.

"The 400,000 claimed by Moscow", "the army's toll of 12", "he denied the militia's claim that 22
were killed": such a number has a source of its own, whoever the sentence quotes.
"""

import re

from analysis.core.contrasts import is_set_against
from analysis.core.needed_words import Guarded
from analysis.extract.figures.counted import names_people
from analysis.extract.figures.patterns import WORD
from analysis.extract.figures.source_words import ESTIMATE, LONGEST_PHRASE, phrase_at
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE, one_of

__all__ = [
    "gapped_speaker",
    "owner_of_denied_claim",
    "source_after_number",
]

_FIGURE_NOUN = r"(?:figure|toll|count|tally|estimate)"
# "70 given by an opposition lawmaker": the source of one number, unless the passive is that of the
# whole sentence.
_NOT_BEFORE_GIVEN = one_of(
    r"were was are is been being by in on at and or \w*(?:attack|bomb|blast|strike|shoot|kill)\w*"
)
_GIVEN_BY_AFTER = re.compile(
    rf"""
    (?:\s?%)? (?:\s+ (?!{_NOT_BEFORE_GIVEN}\b) {WORD} ){{0,3}}?
    \s+(?:given|claimed|counted|reported|cited|put\s+forward|acknowledged|estimated|announced|
    documented|provided|published|forecast(?:ed)?|predicted|projected|quoted|stated|planned|alleged
    |sought|demanded|requested|proposed|promised|expected|calculated|recorded)
    \s+by\s+
    """,
    ANY_CASE,
)
# "12,000 people have been killed, by United Nations estimates", "240,000 by the police's count";
# "900 by our count" is the outlet's own, or of whoever speaks
_BY_ESTIMATE_AFTER = re.compile(
    rf"""
    (?:\s+(?!and\b|or\b|but\b)[\w’'-]+){{0,9}}?,?\s+by\s+
    (?P<who>(?!(?:our|my)\b)(?:the\s+)?\w[\w-]*(?:\s+(?-i:[A-Z])[\w-]*|\s+[a-z]+){{0,3}}?)
    (?:['’]s|(?<=s)['’])?\s+(?:own\s+|official\s+|latest\s+){{0,2}}
    {ESTIMATE}\b(?!\s+of)
    """,
    ANY_CASE,
)
# "84 according to the ministry and 61 if you believe the region": each has its own
_ACCORDING_AFTER = re.compile(
    r"(?:\s+(?!and\b|or\b)[\w-]+){0,2}?,?\s+"
    r"(?:according\s+to|if\s+(?:you|we|one)\s+believes?|going\s+by)\s+",
    ANY_CASE,
)
# "the 78 percent that the company announced"
_WHO_GAVE_AFTER = re.compile(
    rf"""
    (?:\s?%|\s+(?!{_NOT_BEFORE_GIVEN}\b)[a-z]+){{0,3}}?
    (?:\s+(?:that|which))?\s+
    (?P<who>(?:the|its|a|an)\s+[\w-]+(?:\s+[\w-]+){{0,3}}?
      | (?-i:[A-Z])[\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]+){{0,3}})
    \s+(?:had\s+|has\s+)?(?:previously\s+|originally\s+|initially\s+)?
    (?:announced|reported|claimed|gave|given|counted|estimated|predicted
      |forecast|promised|cited|stated
      |alleged|projected|said|published|asked|demanded|sought|wanted|offered|proposed|expected
      |budgeted|calculated|assumed|quoted|reckoned|pencill?ed\s+in)\b
    """,
    ANY_CASE,
)
# "while the government raised its own count to five"
_OWN_COUNT_BEFORE = Guarded(
    r"""
    (?:^|[,;:“”\"(]\s*|\b(?:and|but|while|as|after|when)\s+)
    (?P<who>(?:the|its|their|an?)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+
      | (?-i:[A-Z])[\w’'-]+(?:\s+[\w’'-]+){0,4}?)
    \s+(?:has\s+|had\s+)?(?:raised|lowered|revised|updated|increased|corrected|lifted|cut|put)
    \s+(?:its|their|his|her)\s+(?:own\s+)?(?:official\s+|death\s+|provisional\s+)*
    (?:counts?|tolls?|tally|figures?|estimates?|numbers?|losses)
    (?:\s+(?:of|for)\s+[\w-]+(?:\s+[\w-]+)?)?
    (?:\s+from\s+\d[\d,.]*)?
    \s+(?:to|at)\s+(?:(?:about|some|at\s+least|around|nearly|more\s+than)\s+)?$
    """,
    ANY_CASE,
)
# "The U.S. Geological Survey measured the quake at magnitude 6.2"
_MEASURED_BEFORE = Guarded(
    r"""
    (?:^|[;:“”\"(]\s*|\b(?:and|but|while|as|whereas)\s+)
    (?P<who>(?:the\s+)?(?-i:[A-Z])[\w.’'-]*(?:\s+(?-i:[A-Z])[\w.’'-]*){0,5}?)\s+
    (?:has\s+|had\s+)?(?:measured|registered|recorded|gauged|rated)\s+(?:the|its|this)\s+
    (?:[\w-]+\s+){0,2}?(?:quake|earthquake|tremor|temblor|aftershock|magnitude|storm|winds?)
    \s+at\s+(?:an?\s+)?(?:magnitude\s+(?:of\s+)?)?$
    """,
    ANY_CASE,
)
# "The coastguard continues to use a figure of around 100", "the union stands by its count of 85"
_KEEPS_FIGURE_BEFORE = Guarded(
    r"""
    (?:^|[.,;:“”\"(]\s*|\b(?:and|but|while|as|after|when)\s+)
    (?P<who>(?:the|its|their|an?)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+
      | (?-i:[A-Z])[\w’'-]+(?:\s+[\w’'-]+){0,4}?)
    \s+(?:(?:is|are|was|were|has|have|still|also)\s+)*
    (?: continu(?:es|ed|ing|e)\s+to\s+(?:use|cite|give|report|print|insist\s+on)
      | st(?:ands?|ood|anding)\s+by | st(?:icks?|uck|icking)\s+(?:to|by|with)
      | (?:keeps?|kept|holds?|held)\s+to | maintain(?:s|ed)? | insist(?:s|ed)\s+on
      | (?:repeat(?:s|ed)|reiterat(?:es|ed)|defend(?:s|ed))(?=\s+(?:its|their)\b)
      | (?:(?:did|does|do|has|have|had)\s+not|(?:did|does|do|has|have|had)n['’]t)\s+(?:yet\s+)?
        (?:updated?|changed?|revised?|withdr[ae]wn?|corrected?|dropped?)(?=\s+(?:its|their)\b) )
    \s+(?:its|their|his|her|an?|the)\s+(?:own\s+|official\s+|earlier\s+|previous\s+){0,2}
    (?:figures?|counts?|tolls?|tally|estimates?|numbers?|totals?)\s+of
    \s+(?:(?:about|some|at\s+least|around|nearly|more\s+than)\s+)?$
    """,
    ANY_CASE,
)
# "more than double the official figure of 52, doctors said", "the army's toll of 12 is a lie"
_FIGURE_OF = Guarded(
    rf"""
    (?:
        (?P<whose>
            (?<![\w’'-])
            (?: (?:the|an?)\s+ (?:[\w-]+\s+){{0,2}}? [\w-]+
              | (?-i:[A-Z])[\w-]+ (?:\s+ (?-i:[A-Z])[\w-]+){{0,2}} )
        )['’]s?\s+ (?:[\w-]+\s+){{0,2}}?
      | (?P<named>
            (?<![\w’'-]) (?:the\s+)?
            (?:official|government|police|army|ministry|company|union|rebel|hospital)
            \s+ (?:[\w-]+\s+)?{_FIGURE_NOUN}
        )
    )
    (?(whose){_FIGURE_NOUN})
    \s+of\s+ (?:(?:about|around|some|nearly|almost|over|more\s+than|at\s+least)\s+)?
    {NUMBER}$
    """,
    ANY_CASE,
)
# "The ministry's figure is 23", "the army's own count stands at 12"; a city's toll is of its dead
_FIGURE_IS = Guarded(
    rf"""
    (?P<whose> (?<![\w’'-])
      (?: (?:the|an?)\s+ (?:[\w-]+\s+){{0,2}}? [\w-]+
        | (?-i:[A-Z])[\w-]+ (?:\s+ (?-i:[A-Z])[\w-]+){{0,2}} )
    ) (?:['’]s|(?<=s)['’])\s+
    (?: (?:(?:own|official|latest|last|provisional|current)\s+){{0,2}}(?:figure|estimate|number)
      | (?:own|official)\s+(?:death\s+)?{_FIGURE_NOUN} )
    \s+ (?:is|was|stands\s+at|stood\s+at|remains|remained)
    \s+ (?:(?:about|around|some|nearly|almost|over|more\s+than|at\s+least|still|now|only)\s+){{0,2}}
    {NUMBER}$
    """,
    ANY_CASE,
)
# "He denied the militia's claim that 22 had been killed": the militia gives the number.
_DENIED_CLAIM = re.compile(
    r"""
    \b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)
      |refut(?:es|ed|ing)|contradict(?:s|ed|ing)?|contest(?:s|ed|ing)?)\s+
    (?:as\s+(?:(?:an?\s+)?["“‘'][^"”’'\n]{0,40}["”’']|(?:an?\s+)?[\w-]+)\s+)?   # "as untrue"
    (?: (?P<whose> (?:the\s+)?[\w’'&-]+(?:\s+[\w’&-]+){0,3}? )(?:['’]s|(?<=s)['’])\s+
        (?:\w+\s+){0,2}?
        (?:claims?|reports?|accounts?|statements?|allegations?|accusations?|assertions?|tolls?
          |figures?|estimates?|counts?)
      | (?:(?:the|an?|all|any)\s+)?
        (?:claims?|reports?|accounts?|statements?|allegations?|assertions?|information|news)\s+
        (?:(?:spread|circulated|published|made|put\s+about)\s+)?
        (?:by|from|of)\s+(?P<named> (?:the\s+|an?\s+)?[\w’'&-]+(?:\s+(?!that\b)[\w’'&-]+){0,3}? ) )
    \s+(?:that|of|according\s+to\s+which)\s+(?:[\w’'-]+\s+){0,12}?
    (?:(?:about|around|some|nearly|almost|over|more\s+than|at\s+least|up\s+to)\s+)?$
    """,
    ANY_CASE,
)
_LAST_NUMBER = re.compile(
    rf"(?:[$€£]\s?)?(?:\d[\d,.]*(?:\s(?:million|billion))?|{NUMBER})$", ANY_CASE
)
_SAID_AND_OTHER_THAT = re.compile(
    rf"""
    \b(?:said|says?|claim(?:s|ed)?|insist(?:s|ed)?|report(?:s|ed)?|maintain(?:s|ed)?|argue[sd]?)\s+
    (?:that\s+)?[^.;:”"]{{3,90}}?,?\s+(?:and|but|while)\s+
    (?P<who>(?P<named>(?:the|its|an?)\s+|(?=(?-i:[A-Z])))?(?!(?:that|said|says)\b){WORD}
      (?:\s+(?!that\b){WORD}){{0,3}}?)
    (?<!report)(?<!reports)(?<!claim)(?<!claims)(?<!rumours)(?<!rumors)(?<!fears)(?<!news)(?<!fact)
    (?<!evidence)(?<!signs)(?<!allegations)
    \s+that\s+[^.;:,”"]{{0,60}}$
    """,
    ANY_CASE,
)
_PROMISED_AND_OTHER = re.compile(
    r"\b(?:promised|pledged|offered|committed|contributed|donated|gave)\s+[$€£]?\d[^.;:”\"]{1,90}?"
    r"(?:,|,?\s+and)\s+(?P<who>(?-i:[A-Z])[\w’-]+(?:\s+(?-i:[A-Z])[\w’-]+){0,3})\s+[$€£]?$",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"(?:the\s+)?(?:certain|some|various|several|unnamed|unknown|hostile|social|so-called|many)\b",
    ANY_CASE,
)
# "The Centers for Disease Control and Prevention": a name with "for" or "of" in it goes on
_NAME_WITH_AND = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w’'-]+ )+(?:for|of) (?:the )?(?:[A-Z][\w’'-]+,? )+and $"
)
_LONGEST_CLAUSE = 140  # characters
_FIGURE_OF_REACH = 90  # characters
_LONGEST_GAPPED = 260  # characters of two clauses with one verb
_LONGEST_NUMBER = 60  # characters


def source_after_number(text: str, start: int, end: int) -> tuple[int, int] | None:
    """
    Find the source of one number of several in a sentence: "the 400,000 claimed by Moscow".

    A number that others refer to has a source of its own: "twice the official figure of 52, doctors
    said", "the army's toll of 12 is a lie, he said".

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
    referred = _FIGURE_OF.search(text[max(0, start - _FIGURE_OF_REACH) : start])
    if referred is not None:
        name = "whose" if referred["whose"] else "named"
        offset = max(0, start - _FIGURE_OF_REACH)
        return offset + referred.start(name), offset + referred.end(name)
    own_figure = _FIGURE_IS.search(text[max(0, start - _FIGURE_OF_REACH) : start])
    if own_figure is not None:
        offset = max(0, start - _FIGURE_OF_REACH)
        return offset + own_figure.start("whose"), offset + own_figure.end("whose")
    estimate = _BY_ESTIMATE_AFTER.match(text, start, end)
    if estimate is not None:
        return estimate.span("who")
    given = _GIVEN_BY_AFTER.match(text, start, end) or _ACCORDING_AFTER.match(text, start, end)
    if given is not None:
        return phrase_at(text, given.end(), end)
    nearest = max(0, start - _LONGEST_NUMBER)
    number = _LAST_NUMBER.search(text[nearest:start])
    stop = start if number is None else nearest + number.start()
    offset = max(0, start - _LONGEST_CLAUSE)
    own = _OWN_COUNT_BEFORE.search(text[offset:stop])
    own = own or _KEEPS_FIGURE_BEFORE.search(text[offset:stop])
    own = own or _MEASURED_BEFORE.search(text[offset:stop])
    if own is not None:
        return _start_of_name(text, offset + own.start("who")), offset + own.end("who")
    if not is_set_against(text, stop):
        return None
    who = _WHO_GAVE_AFTER.match(text, start, end)
    return None if who is None else who.span("who")


def gapped_speaker(text: str, sentence: int, start: int) -> tuple[int, int] | None:
    """
    Find who says a number where the verb stands before the first of several: "and [the FLI] that".

    So is who promises a sum: "France promised $180 million, [Britain] $120 million".

    Parameters
    ----------
    text : str
    sentence, start : int
        Where the sentence begins, and where the number starts.

    Returns
    -------
    (int, int) or None
        Characters of the second speaker.

    Examples
    --------
    >>> text = "The army said that it lost three soldiers, and the FLI that it killed 19."
    >>> text[slice(*gapped_speaker(text, 0, text.index("19")))]
    'the FLI'
    """
    offset = max(sentence, start - _LONGEST_GAPPED)
    before = text[offset:start]
    found = _SAID_AND_OTHER_THAT.search(before)
    if found is not None and found["named"] is None and not names_people(found["who"]):
        found = None  # "and repeated that"
    found = found or _PROMISED_AND_OTHER.search(before)
    if found is None:
        return None
    return offset + found.start("who"), offset + found.end("who")


def _start_of_name(text: str, start: int) -> int:
    """Return where a name begins whose last part follows an "and": "Disease Control and [X]"."""
    begun = _NAME_WITH_AND.search(text[max(0, start - _LONGEST_CLAUSE) : start])
    return start if begun is None else start - len(begun[0])


def owner_of_denied_claim(text: str, start: int) -> tuple[int, int] | None:
    """
    Find whose claim a sentence denies: "he denied the militia's claim that 22 were killed".

    Parameters
    ----------
    text : str
    start : int
        Where the number starts.

    Returns
    -------
    (int, int) or None
        Characters of the one who gives the number, who is not the one who denies it; None where
        nobody is named ("the claim of certain parties").

    Examples
    --------
    >>> text = "He denied the militia's claim that 22 were killed."
    >>> owner_of_denied_claim(text, text.index("22"))
    (10, 21)
    """
    offset = max(0, start - LONGEST_PHRASE)
    found = _DENIED_CLAIM.search(text[offset:start])
    if found is None:
        return None
    name = "whose" if found["whose"] else "named"
    if _UNNAMED.match(found[name]):
        return None
    first, last = found.span(name)
    return offset + first, offset + last
