"""
Find the poll that a share of voters comes from, where an earlier sentence names it.

In: a text and the position of a percentage or of points. Out: the words for the poll. "The poll
shows Stone ahead. Reed was second at 12 percent": the second sentence goes on telling what the poll
found, and no other words say so.
"""

import re

from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN, one_of

__all__ = ["poll_of"]

CHARACTERS_BEFORE = 600  # in which the poll is named
CHARACTERS_AFTER = 100
_KINDS = ("percent", "points")

_WORDS = r"(?:(?!(?:of|in|by|from|and|the|an?)\s)[\w/’'&-]+(?:\.[\w.]*)?[^\S\n]+){0,7}?"
_POLL = (
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Tt]hat|[Tt]his|[A-Z][\w’'-]*['’]s?)[^\S\n]+"
    rf"{_WORDS}(?:poll|survey)\b(?!\s+(?:stations?|booths?|workers?|tax|dates?))"
)
_POLLS = re.compile(rf"(?<![\w’'-])(?P<poll>{_POLL})", AS_WRITTEN)
_POLL_AFTER = re.compile(rf"[^.;:\n]{{0,70}}?\bin\s+(?P<poll>{_POLL})", AS_WRITTEN)
# What a share of those who were asked does, or where a candidate stands by it.
_ANSWERS = re.compile(
    one_of(
        r"""
        ch(?:oose|ose|osen) favou?r(?:s|ed|ing)? back(?:s|ed|ing)? support(?:s|ed|ing)?
        prefer(?:s|red)? pick(?:s|ed)? would\s+vote vote\s+for (?:dis)?approv(?:e|es|ed|al)
        respondents? likely\s+voters registered\s+voters those\s+(?:asked|polled|surveyed)
        undecided second\s+(?:at|with|place) third\s+(?:at|with|place) was\s+at is\s+at were\s+at
        polled lead(?:s|ing)? led trail(?:s|ed|ing)? ahead\s+of behind beat(?:s|ing)? disagreed?
        agreed? oppos(?:e|es|ed) (?:un)?favou?rable rating
        """
    ),
    ANY_CASE,
)


def poll_of(
    text: str, kind: str, start: int, end: int, sentence: tuple[int, int]
) -> tuple[int, int] | None:
    """
    Return the poll that a share or a lead comes from.

    Parameters
    ----------
    text : str
    kind : str
        Kind of the number's unit; only percentages and points come from polls.
    start, end : int
        Characters of the number.
    sentence : (int, int)
        Characters of its sentence, which has to tell of answers: "favoured", "was second at".

    Returns
    -------
    (int, int) or None
        Characters of the words for the poll: in the sentence behind the number, or the last before
        it; None if no poll is named near.

    Examples
    --------
    >>> text = "The poll shows Stone ahead. Reed was second at 12 percent."
    >>> poll_of(text, "percent", 47, 49, (28, 58))
    (0, 8)
    """
    if kind not in _KINDS or _ANSWERS.search(text, *sentence) is None:
        return None
    behind = _POLL_AFTER.match(text, end, min(sentence[1], end + CHARACTERS_AFTER))
    if behind is not None:
        return behind.span("poll")
    named = list(_POLLS.finditer(text, max(0, start - CHARACTERS_BEFORE), start))
    return named[-1].span("poll") if named else None
