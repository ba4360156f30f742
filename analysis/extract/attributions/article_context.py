"""
What the rules on sources know of one article.

The persons that it names are found once, and read by every rule that resolves one of its sources.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from analysis.extract.attributions.people import Person

__all__ = ["Article"]


class Article(NamedTuple):
    """
    One article.

    Attributes
    ----------
    text : str
    people : sequence of Person
        Those whom it names.
    sentence_starts : sequence of int
        Where its sentences begin, in order.
    published : date or None
        Its day.
    title_end : int
        Where its title ends; 0 if the text does not begin with one.
    """

    text: str
    people: Sequence[Person]
    sentence_starts: Sequence[int]
    published: date | pd.Timestamp | None
    title_end: int
