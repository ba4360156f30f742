"""
Choose who the people are that a casualty figure counts: civilians, children, soldiers.

In: an article and its casualty figures. Out: nothing; the group of each figure is set, by the
counted words, by an earlier figure of the sentence, or by the tagger.
"""

import re
from collections.abc import Mapping, Sequence

from analysis.extract.figures import groups
from analysis.extract.figures.article_context import Article
from analysis.extract.figures.coordination import is_of_them
from analysis.extract.figures.losses import group_of_losses, of_own_losses
from analysis.extract.figures.record import Figure

__all__ = ["set_groups"]

# Below this probability of the predicted group, people whose noun does not tell the group are
# unspecified.
SURE_GROUP = 0.9
CHARACTERS_BEFORE_PART = 130
_ARRESTS_AFTER = re.compile(r"\s+(?:arrests|detentions)\b")
CHARACTERS_AFTER_COUNTED = 60  # that may tell the group: "people, mostly civilians"


def set_groups(article: Article, figures: Sequence[Figure]) -> None:
    """
    Set the group of each figure; some take it from an earlier figure of the sentence.

    Parameters
    ----------
    article : Article
    figures : sequence of Figure
        Casualties in reading order; changed in place.
    """
    before: list[Figure] = []
    at: dict[int, Figure] = {}
    for place, figure in enumerate(figures):
        if before and _starts_new_count(article, before[-1], figure):
            before = []
        carried = None
        if not _counts_all(article, figure):
            carried = groups.carried_group(figure.counted, before)
        carried = carried or _group_of_other(article, figure, at, figures[:place])
        figure.group = carried or _group(article, figure)
        if _ARRESTS_AFTER.match(article.text, figure.end):
            figure.group = "unspecified"  # "four dead, including a policeman, and 190 arrests"
        at[figure.start] = figure
        if not is_of_them(article.text, figure.end):
            before.append(figure)  # the wounded are no children where three of the dead are


def _group_of_other(
    article: Article, figure: Figure, at: Mapping[int, Figure], earlier: Sequence[Figure]
) -> str | None:
    """Return the group of what a bare number counts too: "five soldiers; Ostra says 14"."""
    if figure.counted is not None:
        return of_own_losses(article.text, article.sentences[figure.sentence_id], figure)
    elided = article.elided.get(figure.start)
    if elided is not None:
        other = at.get(article.stated[elided.other].start)
        is_of_all = groups.counts_all(article.text[: figure.start])
        return None if other is None or is_of_all else other.group
    return group_of_losses(article.text, article.sentences[figure.sentence_id], figure, earlier)


def _starts_new_count(article: Article, previous: Figure, figure: Figure) -> bool:
    if previous.sentence_id != figure.sentence_id:
        return True
    return groups.starts_new_count(article.text[previous.end : figure.start])


def _counts_all(article: Article, figure: Figure) -> bool:
    """Return whether a number without a noun follows a part, and counts all people."""
    before = article.text[max(0, figure.start - CHARACTERS_BEFORE_PART) : figure.start]
    return figure.counted is None and groups.follows_part(before)


def _group(article: Article, figure: Figure) -> str:
    """Choose the group by the counted words, or else the one that the tagger predicts."""
    end = figure.end
    if figure.counted is not None:
        found = article.text.find(figure.counted, figure.start, figure.start + 200)
        end = max(end, found + len(figure.counted))
    after = "" if figure.implicit else article.text[end : end + CHARACTERS_AFTER_COUNTED]
    predicted = "unspecified"
    if figure.span is not None:
        prediction = article.predictions[figure.span.id]
        if prediction.p_group >= SURE_GROUP:
            predicted = prediction.group
    if _counts_all(article, figure) or groups.follows_speaker(article.text, figure.start):
        predicted = "unspecified"
    return groups.choose_group(figure.counted, after, predicted)
