"""
Distinguish direct, indirect and mixed speech.

In: the text of an article and an attribution's spans. Out: one of ``tables.KINDS``. Quote marks in
and around the contents decide. Many texts have lost theirs; there, capitals and the first person
are used instead.
"""

import re

from analysis.extract.attributions.article_spans import LinkedSpans, Span

__all__ = ["quotation_kind"]

MIN_DIRECT_SHARE = 0.9  # share of words in quote marks from which a content is direct
_OPENING = ('"', "“", "«")
_CLOSING = ('"', "”", "»")
_ANY_MARK = re.compile(r"[\"“”„«»]|(?<!\w)[‘'](?=\w)|''|``")
_DOUBLE_MARK = re.compile(r"[\"“”]")
_QUOTED = re.compile(
    r"""
    ["“„«][^"“”„«»]*["”»]?                   # to the closing mark, or to the end without one
    | (?<!\w)[‘'][^‘’']{3,}(?:['’](?!\w)|$)  # single marks, not apostrophes
    | (?:''|``).*?(?:''|$)
    """,
    re.DOTALL | re.VERBOSE,
)
_WORD = re.compile(r"\w+")
# a capital on one of these in mid-sentence shows where a quotation begins
_NEVER_NAMES = frozenset(
    "the a an it we i there this these they he she if in about our my all no what".split()
)
_CAPITAL_INSIDE = re.compile(r"[a-z] (?:The|A|It|We|If|There|They|He|She|This|These|Our|My)\b")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|us|me|I'm|I’m|We're|We’re)\b")
_SEVERAL_SENTENCES = re.compile(r"[a-z]\. [A-Z]")
_MAX_GAP = 60  # characters between a cue and the content that it introduces


def quotation_kind(text: str, group: LinkedSpans) -> str:
    """
    Return whether an attribution is quoted word for word.

    Parameters
    ----------
    text : str
        The article.
    group : LinkedSpans
        Contents without quote marks count as direct if they begin with a capital in mid-sentence,
        or are in the first person.

    Returns
    -------
    {"direct", "indirect", "mixed"}
        ``direct`` if at least nine words in ten are in quote marks, ``indirect`` if none is,
        ``mixed`` if some are.
    """
    n_words = 0
    n_quoted = 0
    is_open = False
    for span in sorted(group.contents, key=lambda span: span.start):
        content = span.text_in(text)
        n_here = len(_WORD.findall(content))
        n_words += n_here
        n_quoted += n_here if is_open else _n_quoted(text, span)
        is_open = _stays_open(content, is_open, n_quoted)
    if n_quoted == 0:
        return _kind_without_marks(text, group)
    return "direct" if n_quoted >= MIN_DIRECT_SHARE * n_words else "mixed"


def _stays_open(content: str, is_open: bool, n_quoted: int) -> bool:
    """Whether a quotation continues in the next content of the same attribution."""
    marks = _DOUBLE_MARK.findall(content)
    if not marks:
        return is_open
    return marks[-1] == "“" or (len(marks) == 1 and n_quoted > 0)


def _n_quoted(text: str, span: Span) -> int:
    """Return how many words of a content are in quote marks, those right around it included."""
    content = span.text_in(text)
    words = [match.start() for match in _WORD.finditer(content)]
    is_opened = text[max(span.start - 2, 0) : span.start].strip().endswith(_OPENING)
    is_closed = text[span.end : span.end + 2].strip().startswith(_CLOSING)
    if is_opened and (is_closed or not _ANY_MARK.search(content)):
        return len(words)
    quoted = [match.span() for match in _QUOTED.finditer(content)]
    return sum(any(start <= word < end for start, end in quoted) for word in words)


def _kind_without_marks(text: str, group: LinkedSpans) -> str:
    """Return the kind of contents without quote marks, by capitals and the first person."""
    words = " ".join(span.text_in(text) for span in group.contents)
    if words.lower().startswith("that ") or not words[:1].isupper():
        # "that the road was shut and If it is ..."
        if _CAPITAL_INSIDE.search(words) or re.search(r"\bI\b", words):
            return "mixed"
        return "indirect"
    if _is_introduced(text, group, words) or _FIRST_PERSON.search(words):
        return "direct"
    return "indirect"


def _is_introduced(text: str, group: LinkedSpans, words: str) -> bool:
    """Whether a content begins like a quotation: a capital after the cue, or several sentences."""
    first = group.contents[0]
    between = "."
    if group.cue is not None and first.start >= group.cue.end:
        between = text[group.cue.end : first.start]
    if "." in between:
        return _SEVERAL_SENTENCES.search(words) is not None
    return len(between) < _MAX_GAP and words.split()[0].lower() in _NEVER_NAMES
