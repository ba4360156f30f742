"""
Link the source, cue and content spans of one article into attributions.

In: spans with roles, the tagger's links if there are any, and where sentences begin. Out: groups of
one cue with its contents and its source. First every content chooses a cue, then every chosen cue a
source, among the two nearest cues (or four sources) on either side. A conditional logit over the
words and punctuation between them decides [1]_; its weights are in ``data/models/linker/``
(fitted by ``analysis.train.linker``). Contents that choose the same cue are parts of one
attribution: interrupted quotes, and quotes that continue.

It finds no spans and does not say who a source is; see
``analysis.extract.attributions.source_types``.

References
----------
.. [1] McFadden, D. (1974). Conditional logit analysis of qualitative choice behavior.
       In P. Zarembka (ed.), Frontiers in Econometrics. Academic Press.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from analysis.core import paths
from analysis.core.checked_files import read_checked
from analysis.core.errors import MissingResourceError
from analysis.extract.attributions.article_spans import ArticleSpans, LinkedSpans, Span
from analysis.extract.attributions.link_features import (
    candidates,
    group_features,
    score,
)

__all__ = ["link_spans", "read_weights"]

# what a speech that goes on in another sentence shows: quote marks, or whoever speaks
_QUOTED = re.compile(r"[\"“”„«»]|''|``|(?<!\w)[‘'](?=\w)")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s)\b")


def link_spans(
    article: ArticleSpans, weights: Mapping[str, float] | None = None
) -> list[LinkedSpans]:
    """
    Group spans into attributions.

    Parameters
    ----------
    article : ArticleSpans
        The spans of one article. Not changed.
    weights : dict of str to float, optional
        As returned by ``read_weights``, which is the default.

    Returns
    -------
    list of LinkedSpans
        In the order of the cues, then those without a cue. Cues without content are left out, and
        so are contents that have no cue and do not touch a source: they attribute nothing.

    Raises
    ------
    MissingResourceError
        If the file of weights is missing or altered.
    """
    if weights is None:
        weights = read_weights()
    contents: dict[int, list[Span]] = {}
    unattached = []
    for i, span in enumerate(article.spans):
        if span.role != "content":
            continue
        cue = _best_candidate(article, i, weights)
        if cue is None:
            unattached.append(i)
        else:
            contents.setdefault(cue, []).append(span)
    groups = [_group_of_cue(article, cue, contents[cue], weights) for cue in sorted(contents)]
    used = {source for group in groups for source in group.sources}
    groups += _groups_without_cue(article, unattached, used)
    return [group for group in groups if score(group_features(article, group), weights) > 0]


def _best_candidate(article: ArticleSpans, index: int, weights: Mapping[str, float]) -> int | None:
    """Return the best cue of a content, or source of a cue; None if none is the best choice."""
    best, _ = max(candidates(article, index), key=lambda candidate: score(candidate[1], weights))
    return best


def _group_of_cue(
    article: ArticleSpans, cue: int, contents: Sequence[Span], weights: Mapping[str, float]
) -> LinkedSpans:
    """Return a cue with the contents that chose it and the source that it chooses."""
    source = _best_candidate(article, cue, weights)
    sources = () if source is None else (article.spans[source],)
    kept = _without_strays(article, article.spans[cue], contents, sources)
    return LinkedSpans(article.spans[cue], tuple(kept), sources)


def _without_strays(
    article: ArticleSpans, cue: Span, contents: Sequence[Span], sources: Sequence[Span]
) -> Sequence[Span]:
    """
    Drop contents in other sentences that no one quotes, if the cue's own sentence has one.

    A boundary inside the source's name ("Health Minister Ma. | Quist said") ends no sentence.
    """
    sentence = article.sentence(cue.start)
    if any(article.sentence(span.start) < article.sentence(span.end - 1) for span in sources):
        return contents
    if all(article.sentence(span.start) != sentence for span in contents):
        return contents
    own = [span for span in contents if article.sentence(span.start) == sentence]
    goes_on = any(_ends_quotation(span.text_in(article.text)) for span in own)
    kept = []
    for span in contents:
        number = article.sentence(span.start)
        is_earlier_part = number < sentence and goes_on
        if number == sentence or is_earlier_part or _is_speech(span.text_in(article.text)):
            kept.append(span)
    return kept


def _ends_quotation(words: str) -> bool:
    """Whether a content closes a quotation that an earlier one opened."""
    return words.count("”") > words.count("“") or words.count('"') % 2 == 1


def _is_speech(words: str) -> bool:
    """Whether a content is in quote marks, or in the first person where texts lack marks."""
    return _QUOTED.search(words) is not None or _FIRST_PERSON.search(words) is not None


def _groups_without_cue(
    article: ArticleSpans, unattached: Iterable[int], used: set[Span]
) -> list[LinkedSpans]:
    """Pair contents that chose no cue with a source next to them that no group uses."""
    groups = []
    for i in unattached:
        source = _touching_source(article, i, used)
        if source is not None:
            groups.append(LinkedSpans(None, (article.spans[i],), (source,)))
    return groups


def _touching_source(article: ArticleSpans, index: int, used: set[Span]) -> Span | None:
    """Return an unused source right before or after a content, in the same sentence."""
    for j in (index - 1, index + 1):
        if not 0 <= j < len(article.spans) or article.gaps[min(index, j)] != "":
            continue
        neighbour = article.spans[j]
        if neighbour.role == "source" and neighbour not in used:
            return neighbour
    return None


@lru_cache(maxsize=4)
def read_weights(path: Path | None = None) -> dict[str, float]:
    """
    Read the linker's weights.

    Parameters
    ----------
    path : Path, optional
        By default ``data/models/linker/weights.json``, which must have its hash. Any other file is
        read as it is.

    Returns
    -------
    dict of str to float
        Weight of each feature.

    Raises
    ------
    MissingResourceError
        If the file is missing, or is not that of the project.
    """
    if path is None:
        content = read_checked(paths.MODELS / "linker" / "weights.json")
    elif path.exists():
        content = path.read_bytes()
    else:
        raise MissingResourceError(
            f"No linker weights at {path}. Run: python -m analysis.train.linker GOLD.jsonl"
        )
    return json.loads(content)["weights"]
