"""
Tell what people and bodies do from what they say: verdicts, votes, appointments.

In: the text and an attribution as linked. Out: whether it is a deed by the rules of
``data/rules/attributions/deeds.toml``: who was convicted, passed a bill or is expected to visit a
town has said nothing by that.
"""

from functools import lru_cache

from analysis.core import paths
from analysis.extract.attributions.article_spans import LinkedSpans
from analysis.extract.attributions.rule_files import Rule, read_rules

__all__ = ["FILE", "deeds", "is_deed", "matches"]

FILE = paths.ATTRIBUTION_RULES / "deeds.toml"
"""The rules. Each is tried on the words of cue, content and source."""

_REACH = 120  # characters before a cue


def is_deed(text: str, group: LinkedSpans) -> bool:
    """
    Return whether linked spans tell what somebody did, or what befell somebody.

    Parameters
    ----------
    text : str
        The article.
    group : LinkedSpans

    Returns
    -------
    bool

    Examples
    --------
    >>> from analysis.extract.attributions.article_spans import LinkedSpans, Span
    >>> text = "Roth was convicted of fraud."
    >>> cue, content = Span("cue", 5, 18), Span("content", 19, 27)
    >>> is_deed(text, LinkedSpans(cue, (content,), (Span("source", 0, 4),)))
    True
    """
    return any(matches(deed, text, group) for deed in deeds())


@lru_cache(maxsize=1)
def deeds() -> tuple[Rule, ...]:
    """
    Return the rules.

    Returns
    -------
    tuple of Rule
        Patterns ``cue`` and ``source`` match whole, ``content`` at its beginning; ``before`` is
        searched for in the words before the cue; ``unless_content`` is searched for in the
        content and overrules. The value ``speaker`` is "none" if the
        rule asks for no source, "acted_on" if also the subject of a passive will do.

    Raises
    ------
    LexiconError
        As ``read_rules``.
    """
    patterns = ("cue", "before", "content", "unless_content", "source")
    values = {"speaker": ("none", "acted_on")}
    return tuple(read_rules(FILE, patterns, values, required=("cue",)))


def matches(deed: Rule, text: str, group: LinkedSpans) -> bool:
    """
    Return whether one rule fires on an attribution.

    Parameters
    ----------
    deed : Rule
    text : str
        The article.
    group : LinkedSpans

    Returns
    -------
    bool
    """
    cue = group.cue
    if cue is None or not _has_speaker(deed.values["speaker"], group, cue.start):
        return False
    if deed.patterns["cue"].fullmatch(cue.text_in(text).strip()) is None:
        return False
    before = deed.patterns.get("before")
    if before is not None and before.search(text[max(0, cue.start - _REACH) : cue.start]) is None:
        return False
    words = " ".join(span.text_in(text) for span in group.sources).strip()
    source = deed.patterns.get("source")
    if source is not None and source.fullmatch(words) is None:
        return False
    told = " ... ".join(span.text_in(text) for span in group.contents)
    content = deed.patterns.get("content")
    if content is not None and content.match(told) is None:
        return False
    return not deed.overrules("unless_content", told)


def _has_speaker(wanted: tuple[str, ...], group: LinkedSpans, cue_start: int) -> bool:
    """Whether the source is one that a rule allows."""
    if not wanted or not group.sources:
        return True
    return "acted_on" in wanted and group.sources[-1].end <= cue_start
