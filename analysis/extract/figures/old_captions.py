"""
Find the figures in captions of pictures that were taken long before the article.

In: the figures of an article, its text and its day. Out: those in a caption of another time. The
four people of a picture of last July are no people of today's report: such figures are background,
whatever they count.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from analysis.core.calendar_words import SHORT_MONTHS
from analysis.core.furniture import furniture_of
from analysis.extract.figures.record import Figure
from analysis.extract.figures.scope import DAYS_BEFORE

__all__ = ["in_old_captions"]

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = re.compile(
    rf"(?:\b(?P<month>{'|'.join(SHORT_MONTHS)})[a-z]*\.?\s"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s)?"
    rf"|\b(?P<day_first>\d{{1,2}})\s(?P<month_after>{'|'.join(SHORT_MONTHS)})[a-z]*\.?,?\s"
    rf"|\bin\s){_YEAR}\b"
)
_LAST_DAY = 28  # of every month


def in_old_captions(
    figures: Sequence[Figure], text: str, published: date | None
) -> Iterator[Figure]:
    """
    Yield the figures in captions whose days all lie long before the article.

    Parameters
    ----------
    figures : sequence of Figure
    text : str
    published : date or None
        Without it, no figure is yielded.

    Yields
    ------
    Figure
    """
    if published is None:
        return
    for caption in furniture_of(text):
        if caption.kind != "caption":
            continue
        days = list(_days(text[caption.start : caption.end]))
        if not days or (published - max(days)).days <= DAYS_BEFORE:
            continue
        for figure in figures:
            if caption.start <= figure.start < caption.end:
                yield figure


def _days(words: str) -> Iterator[date]:
    """Yield the days that a caption names with their year; of a month or a year, the last one."""
    for found in _DAY.finditer(words):
        month = found["month"] or found["month_after"] or SHORT_MONTHS[-1]
        day = int(found["day"] or found["day_first"] or _LAST_DAY)
        try:
            yield date(int(found["year"]), SHORT_MONTHS.index(month) + 1, day)
        except ValueError:
            continue
