"""
Tell headings, rubrics and topics from speakers: "DETAILS OF THE CASE:", "Science:", "Cholera:".

In: words before a colon and the text. Out: a truth value.
"""

import re

from analysis.core.given_names import is_given_name
from analysis.core.resources import is_noun, lemma
from analysis.extract.attributions.article_spans import LinkedSpans, Span, line_start
from analysis.extract.attributions.source_types import is_country, source_type

__all__ = ["is_heading", "is_topic"]

# what a headline's first words say of the text: "Science: Snail yields a painkiller"
_RUBRIC = re.compile(
    r"(?:(?:the|special|in|our|fact|news|live|weekly|daily|morning|evening|long|big|world|your)\s)?"
    r"(?:science|analysis|explainer|explained|opinion|comment|commentary|editorial|column|letters?"
    r"|interview|profile|obituary|review|preview|recap|feature|focus|factbox|timeline"
    r"|fact[\s-]?check|checks?|q&a|live|breaking|exclusive|update|updated|watch|listen|video"
    r"|photos|pictures|gallery|podcast|quiz|sport|sports|business|economy|markets|politics"
    r"|health|technology|tech|culture|travel|lifestyle|weather|world|report|investigation"
    r"|insight|briefing|newsletter|digest|background|history|read|long\sread|perspective|essay"
    r"|notebook|diary|dispatch|results?|roundup|at\sa\sglance)"
    r"(?:\s(?:news|desk|report|update|blog|page|of\sthe\s(?:day|week)))?",
    re.IGNORECASE,
)
_AFTER_PLACE = r"(?:,[^()\n]{0,40})?\s*(?:\([^()\n]{2,40}\)\s*)?[-–—]+\s"
_SAYS = r"(?:said|says|say|told|tells|added|adds|warned|announced|wrote|claims?|claimed|reported)"
_WE = re.compile(r"\s*(?:we|our|i)\b", re.IGNORECASE)
# "MODERATOR: Thank you, Senator": who is so called speaks
_SPEECH = re.compile(r"\b(?:i|me|my|we|us|our|you|your)\b|\?", re.IGNORECASE)
_QUOTE = re.compile(r"\s*[“\"‘']")
# words in capitals that no speaker's name holds
_HEADING_WORDS = frozenset(
    """WHY HOW WHAT WHEN WHERE WHO WHICH WHOM ABOUT OF THE FOR TO FROM AND YOUR OUR NEXT STEPS
    DETAILS DETAIL BACKGROUND SUMMARY OVERVIEW CONTACT CONTACTS NOTE NOTES NOTICE UPDATE UPDATED
    CORRECTION CLARIFICATION RELATED READ MORE WATCH PHOTOS PHOTO VIDEO IMAGE SOURCE SOURCES TOPICS
    HIGHLIGHTS DISCLAIMER WARNING IMPORTANT DEADLINE LOCATION DATE TIME TAGS KEYWORDS FAQ BREAKING
    LIVE EXCLUSIVE OPINION ANALYSIS FACTS FACT NUMBERS TIMELINE RESULTS SCORES""".split()
)


def is_heading(words: str) -> bool:
    """
    Whether words in capitals are a heading, not a speaker.

    Parameters
    ----------
    words : str

    Returns
    -------
    bool

    Examples
    --------
    >>> is_heading("DETAILS OF THE CASE"), is_heading("ADA QUIST"), is_heading("Details of it")
    (True, False, False)
    """
    if words.upper() != words or " " not in words:
        return False
    return not _HEADING_WORDS.isdisjoint(re.findall(r"[A-Z]+", words))


def is_topic(text: str, source: Span, group: LinkedSpans) -> bool:
    """
    Whether the words before a headline's colon say what it is about: a place or a common noun.

    Parameters
    ----------
    text : str
        The article.
    source : Span
        The words before the colon.
    group : LinkedSpans
        The attribution of which they are the source.

    Returns
    -------
    bool
        False if the article has somebody so called say something, or if their type is known; a
        country is a speaker only where a quotation or "we" follows.
    """
    words = source.text_in(text).strip()
    if text[line_start(text, source.start) : source.start].strip() or not words:
        return False
    if _RUBRIC.fullmatch(words) is not None:
        return True
    is_state = is_country(words)
    if source_type(words) != "other" and not is_state:
        return False
    body = text[group.contents[0].end :]
    name = re.escape(words)
    if re.search(rf"\b{name}\b[^.\n]{{0,40}}\b{_SAYS}\b|\b{_SAYS}\s(?:the\s)?{name}\b", body, re.I):
        return False
    is_quoted = _QUOTE.match(text, group.contents[0].start) is not None
    if words.isupper() and not is_quoted:
        begins = not text[: source.start].strip().count("\n\n")
        is_speech = _SPEECH.search(group.contents[0].text_in(text)) is not None
        if (_is_of_nouns(words, body) and not is_speech) or (begins and _is_in_place(words, body)):
            return True
    if is_state:  # "Sudan: at least 21 dead"; but "Iran: We will answer" is said by Iran
        return not is_quoted and _WE.match(text, group.contents[0].start) is None
    if _is_place_of(body, words):
        return True
    last = words.split()[-1]
    is_common = re.search(rf"\b{re.escape(last.lower())}\b", body) is not None
    is_name = any(word[:1].isupper() for word in words.split()[1:]) or last.isupper()
    return is_common and not is_name and not is_quoted


def _is_of_nouns(words: str, body: str) -> bool:
    """
    Whether words in capitals are nouns and nobody's name: "SHELTERS", "BLOOD DRIVE".

    "POWER: We will go on" is said by Power if the article calls somebody "Samantha Power".
    """
    singles = [word.lower() for word in words.split()]
    if not all(is_noun(lemma(word, "NNS")) and not is_given_name(word.title()) for word in singles):
        return False
    last = re.escape(singles[-1].title())
    return re.search(rf"\b(?:[A-Z][a-z]+|Mr\.?|Ms\.?|Mrs\.?|Dr\.?)\s{last}\b", body) is None


def _is_in_place(words: str, body: str) -> bool:
    """Whether a report is dated from a place, with a colon: "KARSK: Twelve of the cameras"."""
    name = re.escape(words.title())
    return (
        re.search(rf"\b(?:in|near|at|from)\s{name}\b|\b{name}\s(?:district|city)\b", body)
        is not None
    )


def _is_place_of(body: str, words: str) -> bool:
    """Whether an article is dated from a place, or says more than once what is in it."""
    if re.search(rf"^{re.escape(words.upper())}{_AFTER_PLACE}", body, re.MULTILINE):
        return True
    return len(re.findall(rf"\b(?:in|near|outside)\s{re.escape(words)}\b", body)) > 1
