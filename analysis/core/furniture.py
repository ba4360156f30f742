"""
Find page furniture in an article: credits, captions, bylines, links, appeals for money, markup.

In: a text. Out: the characters of what the page printed around the report, by kind. A scraper
keeps these words, but no newsroom reported them: "reader support makes up two-thirds of our
budget" is no figure of the report, and who took a picture is nobody's source. Patterns:
``data/lexicons/furniture.toml``. Texts are never changed, so that characters and sentences keep
their places; ``without_furniture`` puts blanks where furniture is.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import pandas as pd

from analysis.core import lexicon, paths
from analysis.core.needed_words import Guarded

__all__ = [
    "KINDS",
    "OF_THE_PAGE",
    "Furniture",
    "articles_without_furniture",
    "furniture_of",
    "outside_furniture",
    "without_furniture",
]

KINDS = ("markup", "page", "byline", "credit", "caption", "appeal")
OF_THE_PAGE = frozenset(KINDS) - {"caption"}
"""Kinds that report nothing; a caption does, maybe of another year."""

_PATH = paths.LEXICONS / "furniture.toml"
_PIECES = "pieces"
_AT_START = "@{start}"
_LABEL = "label"  # group of a pattern that is of the page, whatever follows
_FLAGS = re.VERBOSE | re.MULTILINE
_PIECE = re.compile(r"@\{(\w+)\}")
_LONGEST_CAPTION = 420  # characters
_SHORTEST_CAPTION = 15
_MOST_ROUNDS = 3
_REPEATED_WITHIN = 25  # characters of a body in which the headline comes again
_SHORTEST_REPEATED = 12  # characters of a credit that is looked for again

_TITLE = re.compile(r"\s*([^\n]{8,300}?)(?:\s[|–—-]\s[^\n|]{2,40})?\n")
_SENTENCE_END = re.compile(r"(?<=[a-z\d”\"’)]{2})[.!?]+[”\"’)]*\s+(?=[A-Z“\"‘])")
# what only a caption tells: a day with its year, who stands where, what a picture is
_SHOWS = re.compile(
    r"""
    \b(?:19|20)\d\d\b | \b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b
    | \((?:[Ll]|[Rr]|left|right|center|centre)\) | ,\s(?:left|right|center|centre)\b
    | \b(?:pictured|poses?|posing|file\sphoto|seen\shere|is\sseen|are\sseen|is\sshown|are\sshown)\b
    """,
    re.VERBOSE,
)
_BEGINS = re.compile(r"[A-ZÀ-ÖØ-Þ\d“\"‘']")
_QUOTES = re.compile(r"[,?!.][”\"’'] (?:he|she|they|it) (?:said|says|wrote|added)\b")
# a sentence of the report before a picture: "..., officials said."
_REPORTS = re.compile(r"\b(?:said|told|reported|announced)\b")
_AFTER_CAPTION = re.compile(r"\s*(?:hide|toggle)\scaption\b", re.IGNORECASE)


class _Rule(NamedTuple):
    """A pattern; one that needs a start is tried at the starts of lines and sentences only."""

    kind: str
    pattern: Guarded
    is_at_start: bool


class Furniture(NamedTuple):
    """
    Words of a page that are no part of the report.

    Attributes
    ----------
    kind : str
        One of ``KINDS``.
    start, end : int
        Characters of the text, end not included.
    """

    kind: str
    start: int
    end: int


@lru_cache(maxsize=4_096)  # each stage asks for the same texts
def furniture_of(text: str) -> tuple[Furniture, ...]:
    """
    Return the furniture of a text.

    Parameters
    ----------
    text : str
        Headline and body. A headline that the body repeats is no furniture.

    Returns
    -------
    tuple of Furniture
        In reading order, without overlaps; empty for most texts that come from a newspaper
        database.

    Examples
    --------
    >>> text = "Bridge falls\\n\\nAda Quist in 2014. (Photo by Bo Holm/Getty Images)\\nIt fell."
    >>> [(one.kind, text[one.start : one.end]) for one in furniture_of(text)]
    [('caption', 'Ada Quist in 2014.'), ('credit', '(Photo by Bo Holm/Getty Images)')]
    >>> furniture_of("The photo by a bystander shows the bridge, courtesy of the harbour board.")
    ()
    """
    found: list[Furniture] = []
    left = _without_repeated_title(text)
    for _ in range(_MOST_ROUNDS):  # what is removed gives other patterns a start
        n_found = len(found)
        folded = left.casefold()
        starts = _starts(left)
        for rule in _rules():
            if not rule.pattern.may_match(folded):
                continue
            matches = _matches(rule, left, starts)
            if matches:
                found += matches
                left = _without(left, matches)
                starts = _starts(left)
        credits_now = [one for one in found[n_found:] if one.kind == "credit"]
        beside = [*_printed_again(left, text, credits_now), *_captions(left, text, credits_now)]
        found += beside
        left = _without(left, beside)
        if len(found) == n_found:
            break
    return tuple(sorted(found, key=lambda one: one.start))


def outside_furniture(text: str, start: int, end: int) -> tuple[int, int] | None:
    """
    Return what is left of some characters without the furniture of the page at either end.

    Parameters
    ----------
    text : str
    start, end : int

    Returns
    -------
    (int, int) or None
        Without blanks at the ends if something was cut; None if nothing is left. Captions stay.

    Examples
    --------
    >>> text = "Facebook Twitter Flipboard Email Mayor Quist said so."
    >>> start, end = outside_furniture(text, 17, 44)
    >>> text[start:end]
    'Mayor Quist'
    """
    of_page = _of_page(text)
    first = bisect_right(of_page, start, key=_end_of)
    if first == len(of_page) or of_page[first].start >= end:
        return start, end
    words = without_furniture(text)[start:end]
    if not words.strip():
        return None
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def without_furniture(text: str, kinds: Collection[str] = OF_THE_PAGE) -> str:
    """
    Return a text with blanks where its furniture is, so that other words keep their places.

    Parameters
    ----------
    text : str
    kinds : collection of str
        By default, all but captions.

    Returns
    -------
    str
        As long as the text. The first blank is the end of a line, because no sentence runs on from
        one side of furniture to the other.

    Examples
    --------
    >>> without_furniture("A dam broke. Share on Facebook").split()
    ['A', 'dam', 'broke.']
    """
    return _blanked(text, frozenset(kinds))


@lru_cache(maxsize=256)  # each source of an article asks for the same text
def _blanked(text: str, kinds: frozenset[str]) -> str:
    pieces = []
    end = 0
    for one in furniture_of(text):
        if one.kind in kinds and one.end > end:
            start = max(one.start, end)
            pieces += [text[end:start], "\n", " " * (one.end - start - 1)]
            end = one.end
    return "".join([*pieces, text[end:]])


@lru_cache(maxsize=256)
def _of_page(text: str) -> tuple[Furniture, ...]:
    """Return the furniture that reports nothing, in reading order."""
    return tuple(one for one in furniture_of(text) if one.kind in OF_THE_PAGE)


def _end_of(one: Furniture) -> int:
    return one.end


def articles_without_furniture(
    articles: pd.DataFrame, kinds: Collection[str] = OF_THE_PAGE
) -> pd.DataFrame:
    """
    Return articles with blanks where their texts have furniture.

    Parameters
    ----------
    articles : DataFrame
        With ``text``. Not changed.
    kinds : collection of str
        By default, all but captions.

    Returns
    -------
    DataFrame
        The same rows; see ``without_furniture``. Missing texts stay missing.
    """
    texts = [
        without_furniture(text, kinds) if isinstance(text, str) else text
        for text in articles["text"]
    ]
    return articles.assign(text=pd.Series(texts, articles.index, dtype=object))


def _starts(left: str) -> list[int]:
    """Return the places where no sentence goes on: of lines, after the ends of sentences."""
    start, _ = _compiled()
    return [match.start() for match in start.finditer(left)]


def _matches(rule: _Rule, left: str, starts: Sequence[int]) -> list[Furniture]:
    """Return what a rule finds; one that needs a start is tried nowhere else."""
    pattern = rule.pattern.pattern
    matches = pattern.finditer(left)
    if rule.is_at_start:
        matches = filter(None, (pattern.match(left, start) for start in starts))
    found: list[Furniture] = []
    for match in matches:
        if match.end() == match.start() or (found and match.start() < found[-1].end):
            continue
        start = match.start()
        if _LABEL in pattern.groupindex:
            found.append(Furniture("page", *match.span(_LABEL)))
            start = match.end(_LABEL)
        start = match.end() - len(left[start : match.end()].lstrip())
        if start < match.end():
            found.append(Furniture(rule.kind, start, match.end()))
    return found


def _without(left: str, spans: Iterable[Furniture]) -> str:
    """Return a text with ends of lines in place of some spans and the blanks after them."""
    pieces = []
    end = 0
    for span in sorted(spans, key=lambda span: span.start):
        start, after = max(span.start, end), span.end
        while after < len(left) and left[after] in " \t":
            after += 1
        if after > start:
            pieces += [left[end:start], "\n" * (after - start)]
            end = after
    return "".join([*pieces, left[end:]])


def _without_repeated_title(text: str) -> str:
    """Return a text with ends of lines in place of a headline that the body begins with."""
    title = _TITLE.match(text)
    if title is None:
        return text
    start = title.end()
    while start < len(text) and text[start].isspace():
        start += 1
    repeated = text.find(title[1], start, start + _REPEATED_WITHIN + len(title[1]))
    if repeated < 0:
        return text
    return _without(text, [Furniture("page", start, repeated + len(title[1]))])


def _printed_again(left: str, text: str, found: Collection[Furniture]) -> Iterator[Furniture]:
    """Yield the places where credits stand a second time."""
    credits_found = {text[one.start : one.end] for one in found}
    words = [words for words in credits_found if len(words) >= _SHORTEST_REPEATED]
    if words:
        any_of_them = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        for match in re.finditer(any_of_them, left):
            yield Furniture("credit", *match.span())


def _captions(left: str, text: str, found: Collection[Furniture]) -> Iterator[Furniture]:
    """
    Yield the captions that end where a credit begins.

    A caption is one sentence, or two, that fill a line up to the credit, or what other furniture
    left of it, and tell a day or who stands where.
    """
    for one in found:
        line_start = left.rfind("\n", 0, one.start) + 1
        words = left[line_start : one.start].rstrip(" |")
        if not _SHORTEST_CAPTION <= len(words.strip()) <= _LONGEST_CAPTION:
            continue
        ends_sentences = len(_SENTENCE_END.findall(words))
        is_marked = text[one.start] == "|" or _AFTER_CAPTION.match(text, one.end) is not None
        is_report = _REPORTS.search(words) is not None or _SHOWS.search(words) is None
        if ends_sentences > 1 or (is_report and not is_marked):
            continue
        start = line_start + len(words) - len(words.lstrip())
        if _BEGINS.match(text, start) and not _QUOTES.search(words):
            yield Furniture("caption", start, line_start + len(words))


def _rules() -> tuple[_Rule, ...]:
    """Return the rules in the order of the file."""
    return _compiled()[1]


@cache
def _compiled() -> tuple[re.Pattern[str], tuple[_Rule, ...]]:
    """Return the pattern of a start, and the rules in the order of the file."""
    groups = lexicon.load(_PATH, groups=(_PIECES, *KINDS))
    pieces = {name: words for name, words in groups[_PIECES].items() if isinstance(words, str)}
    rules = []
    for kind in KINDS:
        for pattern in groups[kind]["patterns"]:
            is_at_start = pattern.startswith(_AT_START)
            written_out = _with_pieces(pattern.removeprefix(_AT_START), kind, pieces)
            rules.append(_Rule(kind, Guarded(written_out, _FLAGS), is_at_start))
    return re.compile(pieces["start"], _FLAGS), tuple(rules)


def _with_pieces(pattern: str, kind: str, pieces: dict[str, str]) -> str:
    """Return a pattern with its pieces written out."""
    n_pieces = 0

    def piece_of(reference: re.Match[str]) -> str:
        nonlocal n_pieces
        if reference[1] not in pieces:
            reason = f"no piece '{reference[1]}' in [{_PIECES}]"
            lexicon.raise_error(_PATH, (kind, "patterns"), reason, pattern)
        n_pieces += 1
        # a group that a piece refers to has a name of its own each time
        return f"(?:{pieces[reference[1]].replace('{sign}', f'sign{n_pieces}')})"

    while _PIECE.search(pattern):
        pattern = _PIECE.sub(piece_of, pattern)
    return pattern
