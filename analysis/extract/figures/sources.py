"""
Find the words for who gives a figure, by the grammar of its sentence.

In: a text, a sentence and a chain of figures in it. Out: the characters of the source, or None. "according to X",
"X said 12 were killed", "12 were killed, X said", a headline that ends in its source ("12 killed in raid - monitor").
It is used beside the reader's links and the attributions. Sources of another sentence are left to them.
Word lists: ``data/lexicons/reporting.toml``.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.extract.numbers.qualifiers import alternatives

REACH = 1_000  # characters on either side of figures that are read; a longer sentence is a list, or no text
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LIVES = r"\s+(?:\w+s\s+of\s|the\s+li|li[vf]e|responsib|an?\s|more|over|at\s+least|\d|by|to\s)"
# a source's phrase ends before these
_STOP = re.compile(
    rf"(?i)[,.;:\"“”()\n]|\s(?:on\s+)?{_DAY}\b|\s(?:on|that|which|who|in\s+a|where|when|as|while|after|adding|and\s+\w+ed|told|"
    r"says|said|was|were|is|are|has|have|had|citing|earlier|late|early)\s"
)
_LEADING = re.compile(
    rf"(?i)^(?:and|but|also|meanwhile|however|earlier|later|for\s+(?:his|its|their)\s+part|(?:on|in)\s+{_DAY}|the\s+same\s+day|"
    r"in\s+turn|separately|as|in\s+the\s+same\s+context|in\s+a\s+statement)\s+"
)
_PRONOUN = re.compile(r"(?i)(?:^|\s)(?:it|he|she|they|we|who|which|that|there)$|^I$")
_DETERMINER = re.compile(r"(?i)^(?:the|an?|at\s+least)(?:\s+|$)")
# who fires, and what flies, says nothing; a day or mere information neither
_NO_SOURCE = re.compile(
    rf"(?i)\b(?:fired|hit|struck|dropped|targeted|attacked|executed|shelled|bombed|detonated|killed|wounded|injured)\b|"
    rf"\b(?:helicopters?|planes?|warplanes?|jets?|rockets?|shells?|information|coordinates)\b|^{_DAY}$"
)
# "70 given by an opposition lawmaker": who gave it, unless it is a passive of the whole sentence
_GIVEN = re.compile(
    r"(?i)(?:\s+(?!(?:were|was|are|is|been|being|by|in|on|at|and|or|\w*(?:attack|bomb|blast|strike|shoot|kill)\w*)\b)[\w’'-]+){0,3}?"
    r"\s+(?:given|claimed|counted|reported|cited|put\s+forward|acknowledged|estimated|announced|documented|provided|published)"
    r"\s+by\s+"
)
_DENIES = re.compile(
    r"(?i)\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|disput(?:es|ed)|refut(?:es|ed))\b"
)
# the source goes on
_GOES_ON = re.compile(r"(?i)(?:moreover|furthermore|in\s+addition|additionally)\b")
_VERB = re.compile(r"(?i)\b(?:is|are|was|were|have|has)\b")
_EDGE = re.compile(rf"(?:(?:of|in|for|and|from|at|on|by)\s+|{_DAY}\s+|,\s*)")


@lru_cache(maxsize=1)
def _patterns():
    groups = lexicon.load(paths.LEXICONS / "reporting.toml", allowed_keys=("words",))
    noun, headline = (alternatives(groups[name]["words"]) for name in ("noun", "headline"))
    verb = (
        rf"(?:{alternatives(groups['verb']['words'])}|reports?(?!\s+of)|claim(?:ed|s)(?!{_LIVES}))"
    )
    inside = r"(?:of|for|the|and|in|’s|'s|at|from|war|state|local|rights|human|news|general|civil|opposition)"
    short = r"(?:\s*\([\w .-]{2,12}\))?"
    return {
        "according": re.compile(
            r"(?i)\b(?:according\s+to|citing|as\s+per|quoting|(?:reported|confirmed|documented|announced|released)\s+by)\s+"
        ),
        "before": re.compile(
            rf"^(?=\S)(?P<source>[^.;:\n\"“”]{{2,120}}?){short}\s{{1,3}}(?:has|have|had|also|later|earlier|on\s+{_DAY}|,)?\s{{0,3}}(?i:{verb})\b"
        ),
        "after": re.compile(
            rf"(?P<source>(?:(?:(?:[Aa]n?|[Tt]he)\s+(?:[a-z][\w-]*\s+){{1,4}})|(?:(?:[Aa]n?|[Tt]he|[A-Z][\w’'.-]*|{inside}|(?i:{noun})|"
            r"[a-z]+-based|[a-z]+-[a-z]+|monitoring|medical|military|security|police|unnamed|senior|media|some|many|reliable)\s+)"
            rf"{{1,12}}))(?:\([\w .-]{{2,12}}\)\s+)?(?:also\s+|has\s+|have\s+)?(?i:{verb})\b"
        ),
        "inverted": re.compile(
            r"(?i)(?<=[\"”,\w])\s+(?:said|says|added|reported|confirmed)\s+(?=the\s|an?\s|(?-i:[A-Z]))"
        ),
        "headline": re.compile(
            rf"(?i)(?:[-–—:|]\s*(?P<a>(?:[\w.’']+\s+){{0,3}}?(?:{headline}))\b(?=\s*(?:$|[.\n]|[A-Z]))"
            rf"|\s(?P<b>{headline})(?=\s+(?:AFP|Reuters|AP)\b))"
        ),
        "noun": re.compile(rf"(?i:\b(?:{noun})\b)|[A-Z]"),
        "said": re.compile(
            rf"(?i)\b(?:it|he|she|they)\s+(?:also\s+|has\s+|had\s+|later\s+|further\s+)?(?:{verb})\b"
        ),
    }


def source_in_sentence(text, sentences, number, chain):
    """
    Find the source of figures that stand together.

    Parameters
    ----------
    text : str
    sentences : dict of int to (int, int)
        Characters of each sentence of the article, by its number.
    number : int
        The sentence of the figures.
    chain : list of dict
        Figures of that sentence with ``start`` and ``end``, in reading order.

    Returns
    -------
    (int, int) or None
        Characters of the source. A pronoun ("it said") and "moreover" take the source of the sentences before,
        three at most; None where nobody is named.
    """
    sentence, first, last = sentences[number], chain[0]["start"], chain[-1]["end"]
    found = _of(text, sentence, first, last)
    if found is None and (
        _patterns()["said"].search(text, *sentence) or _GOES_ON.match(text, *sentence)
    ):
        for earlier in range(number - 1, max(number - 4, -1), -1):
            start, end = sentences.get(earlier, (0, 0))
            if (found := _of(text, (start, end), end, start)) is not None:
                break
    return found


def source_beside(text, start, end):
    """
    Find who gave the number that ends at a character, of several in a sentence: "the 400,000 claimed by Moscow".

    Parameters
    ----------
    text : str
    start, end : int
        Where the number ends, and its sentence.

    Returns
    -------
    (int, int) or None
    """
    given = _GIVEN.match(text, start, end)
    return None if given is None else _phrase(text, given.end(), end)


def headline_source(text, start, end):
    """Find the source that a headline ends in, from where its number ends: "12 killed in raid - monitor"."""
    found = _patterns()["headline"].search(text[start : min(end, start + 110)])
    if found is None:
        return None
    name = "a" if found["a"] else "b"
    return start + found.start(name), start + found.end(name)


def _of(text, sentence, first, last):
    start, end = sentence = max(sentence[0], first - REACH), min(sentence[1], last + REACH)
    ways = (
        lambda: headline_source(text, last, end),
        lambda: _according(text, sentence),
        lambda: _before(text, start, first),
        lambda: _after(text, last, end),
        lambda: _inverted(text, last, end),
        lambda: _middle(text, start, first),
    )
    return next(
        (found for way in ways if (found := way()) and not _NO_SOURCE.search(text[slice(*found)])),
        None,
    )


def _according(text, sentence):
    cue = _patterns()["according"].search(text, *sentence)
    return None if cue is None else _phrase(text, cue.end(), sentence[1])


def _phrase(text, start, end):
    """Give the phrase that begins at a character."""
    stop = _STOP.search(text, start + 2, min(end, start + 110))
    words = text[start : stop.start() if stop else min(end, start + 110)].rstrip(" .,")
    return (start, start + len(words)) if words and not _PRONOUN.match(words) else None


def _before(text, start, end):
    """Read "X said that 12 were killed"."""
    piece, lead = text[start:end], 0
    while (match := _LEADING.match(piece[lead:])) is not None:
        lead += match.end()
    found = _patterns()["before"].match(piece[lead:])
    return found and _clean(
        text, start + lead + found.start("source"), start + lead + found.end("source")
    )


def _after(text, start, end):
    """Read "12 were killed, X said"."""
    found = _patterns()["after"].search(text[start:end])
    return found and _clean(text, start + found.start("source"), start + found.end("source"))


def _middle(text, start, end):
    """Read "the road was hit, X said, adding that 12 were killed": the last that is named before the figure."""
    found = list(_patterns()["after"].finditer(text[start:end]))
    return (
        _clean(text, start + found[-1].start("source"), start + found[-1].end("source"))
        if found
        else None
    )


def _inverted(text, start, end):
    """Read "12 were killed," said X."""
    found = _patterns()["inverted"].search(text, start, end)
    return found and _phrase(text, found.end(), end)


def _clean(text, start, end):
    words = text[start:end]
    while (lead := _EDGE.match(words)) is not None:
        start, words = start + lead.end(), words[lead.end() :]
    words = words.rstrip(" ,")
    bare = _DETERMINER.sub("", words)
    if len(words) > 100 or any(no.search(words) for no in (_VERB, _DENIES, _PRONOUN)):
        return None
    if not _patterns()["noun"].search(bare):
        return None
    return start, start + len(words)
