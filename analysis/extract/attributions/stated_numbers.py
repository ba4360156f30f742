"""
Find statements of a number of which the tagger has not linked, or not seen, all parts.

In: the spans of an article and its attributions so far. Out: the attributions with those of
``data/rules/attributions/stated_numbers.toml``: "Organisers boasted a turnout of 150,000", "the
$770 million forecast by analysts". Nobody is quoted, so they are easily missed; but a number
without its source reads as the outlet's own.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from analysis.core import paths
from analysis.extract.attributions.article_spans import ArticleSpans, LinkedSpans, Span
from analysis.extract.attributions.missing_sources import subject_of_cue
from analysis.extract.attributions.rule_files import Rule, read_rules

__all__ = ["FILE", "found_by", "number_rules", "with_stated_numbers"]

FILE = paths.ATTRIBUTION_RULES / "stated_numbers.toml"
"""The rules. Each is tried on every sentence."""

_MIN_LABELLED = 0.5  # probability of a source that the tagger labelled
_ADVERBS = r"(?:(?:also|later|then|now|already|still|once|\w+ly)\s)*$"
# "Police, as always, found": what may stand between a subject and its verb
_BETWEEN = re.compile(rf"(?:,\s[^,.;:“”\"\n]{{1,60}},)?\s{_ADVERBS}")
_BEGINS = r"(?:^|[.!?;:”\"\n—–]\s*|,\s(?:and|but|while|though|although|whereas)\s)"
_NAMED_BY_NOUN = (
    r"(?P<who>(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Ss]ome|[Mm]ost|[Bb]oth)\s)?"
    r"(?:(?!(?:that|this|it|he|she|they|and|by|of)\b)[\w’'-]+\s){0,3}?(?i:@speakers)\b)"
)
_PARAGRAPH_END = "\n"
_ANY_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds"
    r"|thousands|million|billion)\b"
)


def with_stated_numbers(article: ArticleSpans, groups: Sequence[LinkedSpans]) -> list[LinkedSpans]:
    """
    Return the attributions of an article with statements of numbers that were not among them.

    Parameters
    ----------
    article : ArticleSpans
    groups : sequence of LinkedSpans
        Those found so far. Not changed.

    Returns
    -------
    list of LinkedSpans
        The same, and after them those found by a rule whose words are in none of these, neither as
        a cue nor inside what is said.

    Examples
    --------
    >>> text = "Organizers boasted a turnout of 150,000."
    >>> found = with_stated_numbers(ArticleSpans(text, [], [0]), [])
    >>> [span.text_in(text) for span in (*found[0].sources, *found[0].contents)]
    ['Organizers', 'a turnout of 150,000']
    """
    every = list(groups)
    for number, start in enumerate(article.sentence_starts):
        following = article.sentence_starts[number + 1 : number + 2]
        bounds = start, (following[0] if following else len(article.text))
        if _ANY_NUMBER.search(article.text, *bounds) is None:
            continue
        for rule in number_rules():
            every += [one for one in found_by(rule, article, bounds) if not _is_told(one, every)]
    return every


def found_by(rule: Rule, article: ArticleSpans, sentence: tuple[int, int]) -> Iterator[LinkedSpans]:
    """
    Yield the statements that one rule finds in a sentence.

    Parameters
    ----------
    rule : Rule
    article : ArticleSpans
    sentence : (int, int)
        Its characters.

    Yields
    ------
    LinkedSpans
        With a source; nothing inside quotation marks.
    """
    text = article.text
    for found in rule.patterns["clause"].finditer(text, *sentence):
        cue = found.span("cue")
        if _is_quoted(text, cue[0]):
            continue
        told_source = "source" in rule.patterns["clause"].groupindex
        is_any = "counts" in rule.values["speaker"]
        who = found.span("source") if told_source else _speaker(article, cue, sentence, is_any)
        if who is None:
            continue
        content = _trimmed(text, *found.span("content"))
        yield LinkedSpans(Span("cue", *cue), (Span("content", *content),), (Span("source", *who),))


def _speaker(
    article: ArticleSpans, cue: tuple[int, int], sentence: tuple[int, int], is_any: bool
) -> tuple[int, int] | None:
    """Return the source right before a cue: labelled, or a subject that can state a number."""
    text = article.text
    for span in reversed(article.spans):
        is_before = span.role == "source" and sentence[0] <= span.start and span.end <= cue[0]
        if is_before and _BETWEEN.fullmatch(text, span.end, cue[0]) and span.p >= _MIN_LABELLED:
            return span.start, span.end
    if not is_any:
        return None
    before = text[sentence[0] : cue[0]]
    named = _subject().search(before)
    if named is None:
        return None
    whole = subject_of_cue(text, cue, sentence[0])
    start = sentence[0] + named.start("who")
    if whole is not None and whole[0] < start and whole[1] >= sentence[0] + named.end("who"):
        return whole
    return start, sentence[0] + named.end("who")


@lru_cache(maxsize=1)
def _subject() -> re.Pattern[str]:
    """Return the pattern of a subject, right before a cue, that can state a number."""
    with FILE.open("rb") as opened:
        speakers = tomllib.load(opened)["speakers"]["words"]
    who = _NAMED_BY_NOUN.replace("@speakers", speakers)
    return re.compile(rf"{_BEGINS}{who}(?:,\s[^,.;:“”\"\n]{{1,60}},)?\s{_ADVERBS}")


def _is_quoted(text: str, place: int) -> bool:
    """Whether a place is inside quotation marks of its paragraph."""
    before = text[text.rfind(_PARAGRAPH_END, 0, place) + 1 : place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the characters of a content without the blanks at its end."""
    return start, start + len(text[start:end].rstrip())


def _is_told(one: LinkedSpans, groups: Sequence[LinkedSpans]) -> bool:
    """Whether the cue of a statement is part of another attribution, or its content is."""
    taken = [span for group in groups for span in _words_of(group)]
    return any(
        part.start < span.end and span.start < part.end for part in _words_of(one) for span in taken
    )


def _words_of(group: LinkedSpans) -> tuple[Span, ...]:
    """Return the contents and, if there is one, the cue of an attribution."""
    return group.contents if group.cue is None else (group.cue, *group.contents)


@lru_cache(maxsize=1)
def number_rules() -> tuple[Rule, ...]:
    """
    Return the rules.

    Returns
    -------
    tuple of Rule
        With the pattern ``clause``, which has the groups "cue" and "content", and "source" where
        it tells the source. The value ``speaker`` is "labelled" or "counts".

    Raises
    ------
    LexiconError
        As ``read_rules``.
    """
    values = {"speaker": ("labelled", "counts")}
    required = ("clause", "speaker")
    return tuple(read_rules(FILE, ("clause",), values, required=required, any_case=False))
