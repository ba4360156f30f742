"""
Join figures to the attributions that hold them: who reports a number, by the words around it.

In: attributions with their spans, and the position of a figure. Out: the narrowest content that
holds the figure, its source, and whether that source contradicts the one that was chosen for the
figure. The tagger links sources to numbers and to contents separately; if the two disagree, the
nearer one is right more often.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import pandas as pd

from analysis.core.limits import PASSAGE_CHARACTERS
from analysis.extract.attributions.non_sources import is_no_speaker
from analysis.extract.figures.non_sources import only_decides
from analysis.extract.figures.patterns import before_number
from analysis.extract.figures.record import Figure
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN, one_of

__all__ = [
    "NOT_ATTRIBUTED",
    "Content",
    "ContentIndex",
    "choose_source",
    "content_at",
    "contents_by_article",
    "gives_other_number",
    "is_presupposed",
    "named_source",
    "split_by_source",
    "starts_source",
]

_PRONOUNS = frozenset("it he she they who we i".split())
# Words that do not tell one source from another.
_UNINFORMATIVE = _PRONOUNS | frozenset("which that the a an of in and for s".split())

_DENYING_VERB = one_of(
    r"den(?:y|ies|ied|ying) reject\w* dismiss\w* disput(?:e[sd]?|ing) refut(?:e[sd]?|ing)"
)
_DENIAL = rf"(?i)\b{_DENYING_VERB}\b"
_NEGATION = r"(?i)\b(?:not|never|without|no\s+longer)\b|n[’']t\b"
_SAID_AFTER = re.compile(
    r"""
    \s+(?:(?:have|has|had|also|later)\s+)*
    (?:said|says?|told|testified|described|reported|recalled|claimed|added|confirmed|warned|
    accused|alleged)\b
    """,
    ANY_CASE,
)
_CITING_BEFORE = re.compile(
    r"\b(?:citing|cited|quoting|quoted)\s+(?:an?\s+|the\s+)?$", ANY_CASE
)  # "media reported, citing an officer"
# "below the $18bn that [analysts projected]"
_COMPARED_WITH = re.compile(
    r"[^.;!?\n]{0,40}\b(?:below|above|under|over|than|missing|beating|exceeding|topping|short\sof"
    r"|ahead\sof|against|compared\swith)\s(?:the|an?)\s[^.;,!?\n]{0,40}?\d[^.;!?\n]{0,40}?"
    r"(?:\s(?:that|which))?\s(?:the\s|some\s)?",
    re.IGNORECASE,
)
# "Media quoted [the fire brigade] as saying"
_QUOTED_AS = re.compile(
    r"\s+(?:(?:has|have|had|later|also)\s+)?(?:quot(?:ed|es|ing|e)|cit(?:ed|es|ing|e))\s+"
    r"(?P<who>[^,;:.\n]{3,80}?)\s+as\s+(?:saying|telling|reporting)\b",
    ANY_CASE,
)
_CUT_OFF = re.compile(r"\b(?:by|from|of|the|an?)$", ANY_CASE)  # no whole name
_ARTICLES = ("a", "an", "the")
# The noun that a source was cut off from: "State [television]".
_ORGANISATION = one_of(
    """
    agency television tv radio media newspaper ministry office groups? organi[sz]ations? forces
    officials? sources? photographer correspondent reporter statement estimates monitor command
    army police services? committee council network cent(?:er|re) spokes(?:man|woman|person)
    """
)
_REST_OF_SOURCE = re.compile(
    rf"(?:\s(?!(?:an?|the)\b)[a-z][\w’'-]*)? \s{_ORGANISATION}\b", AS_WRITTEN
)
# May come before a number at the start of a source: "at least four witnesses said".
_START_OF_SOURCE = re.compile(
    r"(?:(?:the|at\s+least|about|some|all|more\s+than|another|other)\s+)*", ANY_CASE
)
_NO_VERB = r"(?!(?:is|are|was|were|has|have|had|will|would|could|may|might|did)\s)"
_LETTERS = re.compile(r"\w+")
# "Islamic State claims the attack", "the Taliban took responsibility", "the army did not comment"
_CLAIMS_DEED = re.compile(
    r"""
    \s+ (?:has\s+|have\s+|had\s+|later\s+|quickly\s+)*
    (?: claim(?:s|ed|ing)?\s+(?:the\s+|an?\s+)?
        (?:responsib\w+|credit|attacks?|bombing|blast|strike|raid)
      | (?:did|does|do|would|has|have|could)(?:\s+not|n[’']t)\s+(?:\w+ly\s+)?
        (?:comment|commented|respond|responded|confirm|verify)
      | (?:declined|refused)\s+to\s+(?:comment|confirm)
      | (?:took|takes|denie[sd]|deny)\s+(?:responsib\w+|involvement|any\s+(?:role|involvement)) )\b
    # "claimed responsibility and said its fighters had killed 46"
    (?! [^.;\n]{0,60}?\band\s+(?:also\s+|later\s+)?(?:said|says|put|reported|added|told|spoke)\b )
    """,
    ANY_CASE,
)


@lru_cache(maxsize=1)
def _presupposed() -> re.Pattern[str]:
    """Return the pattern of "the attacks that killed" before a number."""
    determiners = before_number(r"another a\s+further the all")
    pattern = rf"""
        \b(?:the|these|those|this|[A-Z][\w-]+[’']s)\s+ (?:{_NO_VERB}[\w’'-]+\s+){{1,9}}?
        (?:that|which|who)\s+ (?:(?:has|have|had|last\s+\w+)\s+)?
        (?:killed|left|claimed|wounded|injured|took|murdered|cost|led\s+to\s+the\s+deaths\s+of)
        \s+{determiners}$
    """
    return re.compile(pattern, AS_WRITTEN)


class Content(NamedTuple):
    """
    The attributed words of one attribution.

    Attributes
    ----------
    start, end : int
        Characters of the words.
    attribution_id : str or None
    source : (int, int) or None
        Characters of the first source.
    name : str or None
        What the source is called elsewhere in the article, if it is a pronoun here.
    quoted : bool
        Whether the attribution is a direct quotation.
    denied : bool
        Whether the source denies the words.
    """

    start: int
    end: int
    attribution_id: str | None
    source: tuple[int, int] | None
    name: str | None
    quoted: bool
    denied: bool


NOT_ATTRIBUTED = Content(0, 0, None, None, None, quoted=False, denied=False)


class ContentIndex:
    """
    The contents of an article, found by the characters that they or their sources hold.

    Parameters
    ----------
    contents : sequence of Content
        In any order; they may overlap.
    """

    def __init__(self, contents: Sequence[Content]) -> None:
        self._contents = contents
        bounds = [(content.start, content.end) for content in contents]
        self._by_content = _Intervals(bounds)
        self._by_source = _Intervals([content.source or (0, 0) for content in contents])

    def holding(self, first: int, last: int) -> list[Content]:
        """Return the contents that hold a character from ``first`` to ``last``, in their order."""
        return [self._contents[number] for number in self._by_content.touching(first, last)]

    def with_source_at(self, position: int) -> list[Content]:
        """Return the contents whose source holds a character, in their order."""
        numbers = self._by_source.touching(position, position)
        return [self._contents[number] for number in numbers]


class _Intervals:
    """Intervals that may overlap, sorted by their start."""

    def __init__(self, bounds: Sequence[tuple[int, int]]) -> None:
        self._bounds = bounds
        self._order = sorted(range(len(bounds)), key=lambda number: bounds[number])
        self._starts = [bounds[number][0] for number in self._order]
        ends = (bounds[number][1] for number in self._order)
        # Sorted, so that all intervals before a place in it end before a character.
        self._largest_end_so_far = list(accumulate(ends, max))

    def touching(self, first: int, last: int) -> list[int]:
        """Return the numbers of the intervals that hold a character from first to last."""
        n_started = bisect_right(self._starts, last)
        n_ended = bisect_right(self._largest_end_so_far, first)
        candidates = self._order[n_ended:n_started]
        return sorted(number for number in candidates if self._bounds[number][1] > first)


def contents_by_article(
    attributions: pd.DataFrame, attribution_spans: pd.DataFrame
) -> dict[str, list[Content]]:
    """
    Return the attributed contents of each article.

    Parameters
    ----------
    attributions, attribution_spans : DataFrame
        Tables of the same articles; they may have no rows. Not changed.

    Returns
    -------
    dict of str to list of Content
        By article id; articles without attributions are left out, and so are the contents of those
        who do what the words tell of, and are not quoted: "plans to cut 300 jobs".
    """
    names = dict(zip(attributions["attribution_id"], attributions["source_name"], strict=True))
    quoted = set(attributions.loc[attributions["kind"] == "direct", "attribution_id"])
    cues = attributions["cue"].fillna("")
    denies = cues.str.contains(_DENIAL) & ~cues.str.contains(_NEGATION)
    denied = set(attributions.loc[denies, "attribution_id"])
    decides = set(attributions.loc[cues.map(only_decides), "attribution_id"]) - quoted
    sources = _first_sources(attribution_spans)
    contents: dict[str, list[Content]] = {}
    for row in attribution_spans.to_dict("records"):
        if row["role"] != "content" or row["attribution_id"] in decides:
            continue
        content = Content(
            row["start"],
            row["end"],
            row["attribution_id"],
            sources.get(row["attribution_id"]),
            names.get(row["attribution_id"]),
            quoted=row["attribution_id"] in quoted,
            denied=row["attribution_id"] in denied,
        )
        contents.setdefault(row["article_id"], []).append(content)
    return contents


def _first_sources(attribution_spans: pd.DataFrame) -> dict[str, tuple[int, int]]:
    """Return the characters of the first source of each attribution."""
    sources: dict[str, tuple[int, int]] = {}
    for row in attribution_spans.sort_values("start").to_dict("records"):
        if row["role"] == "source":
            sources.setdefault(row["attribution_id"], (row["start"], row["end"]))
    return sources


def content_at(contents: Iterable[Content], position: int) -> Content:
    """
    Return the narrowest content that holds a character.

    Parameters
    ----------
    contents : iterable of Content
        Those of the article.
    position : int

    Returns
    -------
    Content
        ``NOT_ATTRIBUTED`` if no content holds the character.
    """
    around = [content for content in contents if content.start <= position < content.end]
    return min(around, key=lambda content: content.end - content.start, default=NOT_ATTRIBUTED)


def starts_source(text: str, contents: Iterable[Content], position: int) -> bool:
    """
    Return whether a number begins the words for a source: "four witnesses said".

    Parameters
    ----------
    text : str
    contents : iterable of Content
        Those of the article.
    position : int
        First character of the number.

    Returns
    -------
    bool
    """
    for content in contents:
        if content.source is None:
            continue
        start, end = content.source
        if not start <= position < end:
            continue
        if _START_OF_SOURCE.fullmatch(text[start:position]) and _SAID_AFTER.match(text, end):
            return True
    return False


def choose_source(
    text: str,
    sentence: tuple[int, int],
    source: tuple[int, int] | None,
    content: Content,
) -> tuple[int, int] | None:
    """
    Choose between the source of a figure and that of the attribution that holds it.

    Parameters
    ----------
    text : str
    sentence : (int, int)
        Characters of the figure's sentence.
    source : (int, int) or None
        The source that was chosen by links and grammar.
    content : Content
        The content that holds the figure.

    Returns
    -------
    (int, int) or None
        The attribution's source if it is another and no farther away, if the chosen one is a
        pronoun that it names, or if a quotation has no other source. None for those who deny the
        figure, and for a heading or a note of correction. Else the chosen one: in headlines, in
        what a source says that another said, and if the two may be the same ("monitor", "a
        monitoring group"). Whoever claims a deed ("claims the attack") gave no number with it.
    """
    attributed = named_source(text, content)
    if attributed is not None and _claims_deed(text, attributed[1]):
        attributed = None
    source = None if source is None else _on_last_line(text, source)
    if source is not None and is_no_speaker(text[slice(*source)]):
        source = None
    if source is not None and _claims_deed(text, source[1]):
        source = None
    if source is None or _is_pronoun(text, source):
        return _attributed_instead(text, source, content, attributed)
    if content.denied:
        return source if attributed is None or _are_apart(source, attributed) else None
    if attributed is None:
        return source
    if _contradicts(text, sentence, source, content, attributed):
        return attributed
    return _completed(text, source, attributed)


def gives_other_number(text: str, end: int, source: int) -> bool:
    """
    Whether a source behind a number gives the one with which it is compared.

    Parameters
    ----------
    text : str
    end, source : int
        Where the number ends, and where the source begins.

    Returns
    -------
    bool

    Examples
    --------
    >>> text = "Profit was $12bn, below the $18bn that analysts projected."
    >>> gives_other_number(text, 16, text.index("analysts"))
    True
    """
    return end <= source and _COMPARED_WITH.fullmatch(text, end, source) is not None


def _claims_deed(text: str, end: int) -> bool:
    """Return whether a source claims the deed, or says nothing, and so gives no number."""
    return _CLAIMS_DEED.match(text, end) is not None


def _on_last_line(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return the part of a span after a line's end: a headline is no part of a source."""
    start, end = span
    last = text.rfind("\n", start, end)
    return (start, end) if last < 0 else (last + 1, end)


def _attributed_instead(
    text: str,
    source: tuple[int, int] | None,
    content: Content,
    attributed: tuple[int, int] | None,
) -> tuple[int, int] | None:
    """Return the attribution's source for a figure with no source, or with a pronoun."""
    if content.denied:
        return None
    if content.quoted:
        return attributed
    if source is None or attributed is None or _is_pronoun(text, attributed):
        return None
    return attributed


def is_presupposed(text: str, content: Content, position: int) -> bool:
    """
    Return whether a source's words only name a figure that the outlet itself tells of.

    "They blamed him for the attacks that killed 12": they said who is to blame, and the outlet adds
    how many died. In a direct quotation, all words are the source's.

    Parameters
    ----------
    text : str
    content : Content
        The content that holds the figure.
    position : int
        First character of the figure.

    Returns
    -------
    bool

    Examples
    --------
    >>> text = "They blamed him for the attacks that killed 12."
    >>> content = Content(5, 46, "a", (0, 4), None, quoted=False, denied=False)
    >>> is_presupposed(text, content, text.index("12"))
    True
    """
    if content.source is None or content.quoted or content.source[1] > content.start:
        return False
    first = max(content.start, position - PASSAGE_CHARACTERS)
    return _presupposed().search(text[first:position]) is not None


def named_source(text: str, content: Content) -> tuple[int, int] | None:
    """
    Return the characters of the source of an attribution.

    For a pronoun ("it added") they are those of the name before, if the name is known; in "media
    quoted the ministry as saying" they are those of the ministry.

    Parameters
    ----------
    text : str
    content : Content

    Returns
    -------
    (int, int) or None
        None if the attribution has no source, or who is asked does not comment on it.
    """
    source = content.source
    if source is None or _claims_deed(text, source[1]):
        return None
    quoted = _QUOTED_AS.match(text, source[1])
    if quoted is not None:
        return quoted.span("who")
    if not _is_pronoun(text, source) or not isinstance(content.name, str):
        return source
    # whole words only: "UN" is part of "UNHCR" too
    name = re.compile(rf"(?<!\w){re.escape(content.name)}(?!\w)")
    nearest = max(0, source[0] - PASSAGE_CHARACTERS)
    start = text.rfind(content.name, nearest, source[0])
    while start >= 0:
        mention = name.match(text, start)
        if mention is not None and mention.end() <= source[0]:
            return mention.span()
        start = text.rfind(content.name, nearest, start + len(content.name) - 1)
    return source


def _contradicts(
    text: str,
    sentence: tuple[int, int],
    source: tuple[int, int],
    content: Content,
    attributed: tuple[int, int],
) -> bool:
    """Return whether an attribution has another source than the chosen one, and a nearer one."""
    if content.start <= source[0] < content.end:
        return False  # "Medics said 9 died, the agency reported"
    if _CITING_BEFORE.search(text[max(0, source[0] - 40) : source[0]]):
        return False
    if _CUT_OFF.search(text[slice(*attributed)]):
        return False
    if _is_pronoun(text, attributed):
        # "he said", and it is not known who: not a source of a later sentence
        return source[0] >= sentence[1]
    if not _are_apart(source, attributed):
        return False
    if _is_within(source, sentence) and not _is_within(attributed, sentence):
        return False
    return _are_different(text[slice(*source)], text[slice(*attributed)])


def _are_different(source: str, attributed: str) -> bool:
    """Return whether an attribution's source has informative words, none of them in the other."""
    attributed_words = _informative_words(attributed)
    if not attributed_words:
        return False
    for word in attributed_words:
        for other in _informative_words(source):
            if word.startswith(other) or other.startswith(word):
                return False
    return True


def _informative_words(source: str) -> set[str]:
    return set(_LETTERS.findall(source.lower())) - _UNINFORMATIVE


def _is_within(span: tuple[int, int], sentence: tuple[int, int]) -> bool:
    """Return whether a span starts in a sentence."""
    return sentence[0] <= span[0] < sentence[1]


def _completed(text: str, source: tuple[int, int], attributed: tuple[int, int]) -> tuple[int, int]:
    """Return a source with the words that it was cut off from: "State" of "State television"."""
    if source[0] != attributed[0] or source[1] >= attributed[1]:
        return source
    if text[slice(*source)].lower() in _ARTICLES:
        return attributed
    rest = _REST_OF_SOURCE.match(text, source[1], attributed[1])
    return source if rest is None else (source[0], rest.end())


def _is_pronoun(text: str, span: tuple[int, int]) -> bool:
    return text[slice(*span)].lower() in _PRONOUNS


def _are_apart(span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether two spans share no character."""
    return span[1] <= other[0] or other[1] <= span[0]


def split_by_source(
    text: str, contents: Sequence[Content], chain: Iterable[Figure]
) -> list[list[Figure]]:
    """
    Split figures that are close together where another source begins.

    "X put the death toll at 9, Y spoke of dozens" has two groups.

    Parameters
    ----------
    text : str
    contents : sequence of Content
        Those of the article.
    chain : iterable of Figure
        In reading order.

    Returns
    -------
    list of list of Figure
        Order kept. A figure that no one is quoted for stays with those before it.
    """
    groups: list[list[Figure]] = []
    previous: tuple[int, int] | None = None
    for figure in chain:
        source = named_source(text, content_at(contents, figure.start))
        is_another = previous is not None and source is not None and source != previous
        if not groups or is_another:
            groups.append([])
        groups[-1].append(figure)
        if source is not None:
            previous = source
    return groups
