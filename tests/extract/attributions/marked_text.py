"""Read sentences in which spans are marked by hand: "<S The mayor> <C said> <T all was well>."."""

import re

from analysis.extract.attributions.article_spans import ArticleSpans, LinkedSpans, Span

ROLES = {"S": "source", "C": "cue", "T": "content"}


def parse_marks(marked):
    """Return the text of "<S He> <C said> <T it rained>", and its spans as (role, start, end)."""
    text = ""
    spans = []
    for part in re.split(r"(<[SCT] [^>]*>)", marked):
        mark = re.fullmatch(r"<([SCT]) ([^>]*)>", part)
        words = mark[2] if mark else part
        if mark:
            spans.append((ROLES[mark[1]], len(text), len(text) + len(words)))
        text += words
    return text, spans


def article_spans(marked, sentence_starts=None, links=None, p=0.99):
    """Return the marked spans; sentences begin after ". " unless their starts are given."""
    text, spans = parse_marks(marked)
    if sentence_starts is None:
        sentence_starts = [0, *(match.end() for match in re.finditer(r"[.!?]”? |\n+", text))]
    labelled = [
        Span(role, start, end, p, f"s{number}") for number, (role, start, end) in enumerate(spans)
    ]
    return ArticleSpans(text, labelled, sentence_starts, links or {})


def linked_spans(marked):
    """Return the text and its marked spans as one group."""
    text, spans = parse_marks(marked)
    by_role = {role: [] for role in ROLES.values()}
    for role, start, end in spans:
        by_role[role].append(Span(role, start, end))
    cue = by_role["cue"][0] if by_role["cue"] else None
    return text, LinkedSpans(cue, tuple(by_role["content"]), tuple(by_role["source"]))


def unmark(marked):
    """Return the text of "[Ada Quist] spoke" and the characters of what is in brackets."""
    text = ""
    spans = []
    for part in marked.replace("]", "[").split("["):
        spans.append((len(text), len(text) + len(part)))
        text += part
    return text, spans[1::2]
