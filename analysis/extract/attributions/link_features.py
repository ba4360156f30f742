"""
Describe the candidates for a link, and finished groups, by features that have weights.

In: the spans of one article. Out: features, each a name, or a name with a value; ``score`` sums
their weights. The names are the keys of ``data/models/linker/weights.json`` and change only with a
new fit. Which candidate wins is decided in ``analysis.extract.attributions.linker``.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from analysis.core.limits import LONGEST_TOKEN
from analysis.extract.attributions.article_spans import ArticleSpans, LinkedSpans, Span

__all__ = ["CLOSING_MARKS", "Feature", "OPENING_MARKS", "candidates", "group_features", "score"]

Feature = str | tuple[str, float]

OPENING_MARKS = "\"“‘«'`"
CLOSING_MARKS = "\"”’»'"
_PUNCTUATION = frozenset(',:;.\n—–-("“”')
_PARTNER_ROLE = {"content": "cue", "cue": "source"}
_MAX_CANDIDATES = {"content": 2, "cue": 4}  # on either side
_REACH = 200  # spans on either side among which a partner is looked for
_ROLE_LETTERS = {"content": "T", "cue": "C", "source": "S"}
_MAX_PATH = 9  # characters; longer paths are cut
_CONTENT_OPENERS = ("that", "to", "of", "for", "a", "the")
_UNFINISHED = ("and", "the", "of", "to", "in", "for", "but", "a")


def score(features: Iterable[Feature], weights: Mapping[str, float]) -> float:
    """Return the sum of the features' weights; higher is more probable, unknown features are 0."""
    return sum((_weighted(feature, weights) for feature in features), 0.0)


def _weighted(feature: Feature, weights: Mapping[str, float]) -> float:
    """Return the weight of a feature times its value, which is 1 if it has none."""
    if isinstance(feature, str):
        return weights.get(feature, 0.0)
    name, value = feature
    return weights.get(name, 0.0) * value


def candidates(article: ArticleSpans, index: int) -> list[tuple[int | None, list[Feature]]]:
    """
    Return what the cue of a content, or the source of a cue, can be.

    Parameters
    ----------
    article : ArticleSpans
    index : int
        Number of a content or cue among ``article.spans``.

    Returns
    -------
    list of (int or None, list)
        Number of the candidate and its features. None, for no partner at all, comes first; then
        the two nearest cues, or four nearest sources, on the left and on the right.
    """
    role = article.spans[index].role
    wanted = _PARTNER_ROLE[role]
    found: list[tuple[int | None, list[Feature]]] = [(None, _no_partner(article, index, wanted))]
    before = range(index - 1, max(index - 1 - _REACH, -1), -1)
    after = range(index + 1, min(index + 1 + _REACH, len(article.spans)))
    for side in (before, after):
        partners = (j for j in side if article.spans[j].role == wanted)
        for rank, j in enumerate(islice(partners, _MAX_CANDIDATES[role])):
            found.append((j, _pair_features(article, index, j, rank)))
    return found


def _no_partner(article: ArticleSpans, index: int, wanted: str) -> list[Feature]:
    """Return the features of having no partner at all."""
    head = f"{wanted}:none"
    return [
        head,
        f"{head} w={_first_word(article, index)}",
        f"{head} beside={_neighbour(article, index, -1)}/{_neighbour(article, index, 1)}",
        f"{head} words={_ends(article, index)}",
        (f"{head} doubt", 1 - article.spans[index].p),
    ]


def _pair_features(article: ArticleSpans, index: int, other: int, rank: int) -> list[Feature]:
    """Return the features of a content or cue with one candidate."""
    span = article.spans[index]
    candidate = article.spans[other]
    if other > index:
        step = 1
        head = f"{candidate.role}>"
    else:
        step = -1
        head = f"{candidate.role}<"
    cue = other if candidate.role == "cue" else index
    path = _path(article, index, other)
    bare = path.replace("#", "").replace(".", "")
    between = article.text[min(span.end, candidate.end) : max(span.start, candidate.start)]
    return [
        head,
        f"{head} path={path}",
        f"{head} bare={bare}",
        f"{head} rank={rank}",
        f"{head} gap={_words_between(between)}",
        f"{head} path={path} far={_neighbour(article, other, step)}",
        f"{head} path={path} back={_neighbour(article, index, -step)}",
        f"{head} path={path} quote={_quotation(article, span)}",
        f"{head} bare={bare} w={_first_word(article, index)}",
        f"{head} bare={bare} key={_ends(article, cue)}",
        f"{head} breaks={path.count('.')},{path.count('#')}",
        (f"{head} distance", math.log1p(len(between)) / 5),
        (f"{head} doubt", 1 - candidate.p),
        *_tagger_link(article, span, candidate),
    ]


def _tagger_link(article: ArticleSpans, span: Span, candidate: Span) -> list[Feature]:
    """Return the feature of the tagger's own links; none if the article has no links."""
    if not article.links:
        return []
    backwards = article.links.get((candidate.span_id, span.span_id), 0.0)
    p = article.links.get((span.span_id, candidate.span_id), backwards)
    return [(f"{candidate.role} link", _log_odds(p) / 4)]


def _path(article: ArticleSpans, index: int, other: int) -> str:
    """Return roles and breaks between two spans, from the first to the second: ".T#S"."""
    low, high = min(index, other), max(index, other)
    steps = [article.gaps[low]]
    for k in range(low + 1, high):
        steps += [_ROLE_LETTERS[article.spans[k].role], article.gaps[k]]
    if index > other:
        steps.reverse()
    path = "".join(steps)
    if len(path) > _MAX_PATH:
        return path[: _MAX_PATH - 1] + "~"
    return path


def _neighbour(article: ArticleSpans, index: int, step: int) -> str:
    """Return the break before the next span on one side, and its role."""
    j = index + step
    if not 0 <= j < len(article.spans):
        return "end"
    return article.gaps[min(index, j)] + article.spans[j].role[:3]


def _words_between(gap: str) -> str:
    """Return up to two words between spans; of longer gaps the punctuation and the length."""
    words = gap.split()
    if len(words) <= 2:
        line_break = "\n" if "\n" in gap else ""
        return " ".join(words).lower() + line_break
    marks = "".join(sorted(_PUNCTUATION & set(gap)))
    return f"{marks}{min(len(words) // 3, 5)}"


def _quotation(article: ArticleSpans, span: Span) -> str:
    """Return whether a content has quote marks at its ends and how it begins; "" for a cue."""
    if span.role != "content":
        return ""
    words = span.text_in(article.text)
    before = article.text[max(span.start - 1, 0) : span.start]
    is_opened = words[:1] in OPENING_MARKS or (before != "" and before in OPENING_MARKS)
    is_closed = words[-1:] in CLOSING_MARKS
    if words.lower().startswith("that "):
        beginning = "that"
    elif words.lstrip(OPENING_MARKS)[:1].isupper():
        beginning = "up"
    else:
        beginning = "low"
    letters = {True: "q", False: "-"}
    return f"{letters[is_opened]}{letters[is_closed]}{beginning}"


def _first_word(article: ArticleSpans, index: int) -> str:
    """Return the first word of a cue in lower case; of a content only if it is a function word."""
    first = " ".join(article.words(index).lower().split()[:1])
    if article.spans[index].role == "cue" or first in _CONTENT_OPENERS:
        return first
    return ""


def _ends(article: ArticleSpans, index: int) -> str:
    """Return up to three words of a span in lower case; of a longer span the first and last."""
    words = article.words(index).lower().split()
    if len(words) <= 3:
        return " ".join(words)
    return f"{words[0]} .. {words[-1]}"


def group_features(article: ArticleSpans, group: LinkedSpans) -> list[Feature]:
    """
    Return the evidence for and against a group being an attribution at all.

    Parameters
    ----------
    article : ArticleSpans
    group : LinkedSpans

    Returns
    -------
    list
        ``keep``, then named features with values, the log-odds of the tagger's probabilities among
        them. Unless the weights hold more than ``keep``, every group is kept.
    """
    contents = sorted(group.contents, key=lambda span: span.start)
    texts = [span.text_in(article.text) for span in contents]
    n_words = sum(len(text.split()) for text in texts)
    cue = _log_odds(group.cue.p) if group.cue is not None else 0.0
    content = _log_odds(_mean_p(contents))
    tail = article.text[max(0, contents[-1].start - LONGEST_TOKEN) : contents[-1].end]
    last_word = tail.lower().rsplit(None, 1)[-1:]  # none, if the content is blank
    values = {
        "cue": cue,
        "content": content,
        "weakest": _log_odds(min(span.p for span in contents)),
        "source": _log_odds(min((span.p for span in group.sources), default=0.5)),
        "both": cue * content / 4,
        "size": math.log(max(n_words, 1)),
        "single": n_words == 1,
        "short": n_words <= 3,
        "pieces": len(contents) > 1,
        "no source": not group.sources,
        "no cue": group.cue is None,
        "quoted": texts[0][:1] in OPENING_MARKS,
        "that": texts[0].startswith("that "),
        "cut": any(word in _UNFINISHED for word in last_word),
    }
    return ["keep", *((f"keep {name}", float(value)) for name, value in values.items())]


def _mean_p(spans: Sequence[Span]) -> float:
    """Return the mean probability of spans, weighted by their characters."""
    total = sum(span.p * (span.end - span.start) for span in spans)
    n_characters = sum(span.end - span.start for span in spans)
    return total / max(n_characters, 1)


def _log_odds(p: float) -> float:
    """Return the log-odds of a probability, which is kept between 0.01 and 0.99."""
    p = min(max(p, 0.01), 0.99)
    return math.log(p / (1 - p))
