"""
What stands behind a mark of a chart: its rows, and what a pointer or a screen reader is told.

In: a row of a table, or what a bar or mean counts. Out: ``Evidence``, attached to the artists of
the mark, which ``svg`` turns into an element with a tooltip. Where evidence has a page is not known
here: it is named by its identifier, and ``analysis.report`` looks up the address.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qsl, quote, unquote, urlencode

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.text import Text

from analysis.chart.checks import check_words
from analysis.chart.text_fitting import clean, is_missing, source_words
from analysis.core.calendar_words import short_day

__all__ = [
    "SCHEME",
    "Evidence",
    "attach",
    "detached",
    "of_row",
    "of_rows",
    "sample_words",
    "shorten",
    "split_place",
]

SCHEME = "evidence:"
"""Starts the address that matplotlib carries from an artist to the SVG."""

LONGEST_SENTENCE = 200  # characters
_FIGURES = ("figure_id", "report_id", "other_ids")
_ARTICLES = ("article_id", "document")
_TABLE_KEYS = ("claim_id", "report_id", "figure_id", "other_ids", "attribution_id")
_SUM = " + "  # joins the identifiers of figures that were added up


@dataclass(frozen=True)
class Evidence:
    """
    What stands behind one mark.

    Attributes
    ----------
    places : tuple of str
        Where the evidence is, the best place first: ``figure/ID``, ``attribution/ID``,
        ``sentence/ARTICLE/NUMBER``, ``article/ID``, or ``rows/?COLUMN=VALUE`` for rows of the
        chart's own table. Identifiers are percent-encoded. Empty if nothing is known.
    words : str
        The tooltip.
    """

    places: tuple[str, ...]
    words: str

    @property
    def address(self) -> str:
        """The evidence as one address, which ``from_address`` reads."""
        return SCHEME + urlencode({"at": " ".join(self.places), "words": self.words})

    @classmethod
    def from_address(cls, address: str) -> Self:
        """
        Read an address.

        Examples
        --------
        >>> Evidence.from_address(Evidence(("figure/f1",), "AFP: 3").address).places
        ('figure/f1',)
        """
        values = dict(parse_qsl(address.removeprefix(SCHEME)))
        return cls(tuple(values.get("at", "").split()), values.get("words", ""))


def of_row(row: Mapping, words: str | None = None) -> Evidence:
    """
    Return the evidence of a mark that stands for one row.

    Parameters
    ----------
    row : mapping
        Its identifiers (``figure_id``, ``report_id``, ``other_ids``, ``attribution_id``,
        ``article_id`` or ``document``, ``sentence_id``), and for the tooltip ``outlet``, ``words``,
        ``source``, ``published``, ``passage``, ``checked`` and ``checked_by``; all optional.
    words : str, optional
        What was printed, in place of the row's ``words``.

    Returns
    -------
    Evidence
    """
    printed = _value(row, "words") if words is None else clean(words)
    source = source_words(row.get("source"))
    head = ", ".join(part for part in (printed, source and f"according to {source}") if part)
    day = _day(row)
    first = ": ".join(part for part in (_value(row, "outlet"), head) if part)
    told = ", ".join(part for part in (first, day) if part)
    passage = _value(row, "passage")
    if passage:
        told = f"{told}. “{shorten(passage)}”"
    if checked := check_words(row):
        told += f"{' ' if passage else '. '}{checked}"
    return Evidence(tuple(_places(row)), told)


def of_rows(words: str, **values: object) -> Evidence:
    """
    Return the evidence of a mark that stands for several rows of the chart's table.

    Parameters
    ----------
    words : str
        The tooltip.
    **values
        The column values of these rows; missing ones are left out.

    Returns
    -------
    Evidence

    Examples
    --------
    >>> of_rows("AFP, killed: 40%", outlet="AFP", choice="killed").places
    ('rows/?outlet=AFP&choice=killed',)
    """
    return Evidence((_rows_place(values),), clean(words))


def sample_words(count: float, noun: str) -> str:
    """Return ``", 12 cues"``, or nothing if the count is not known."""
    if is_missing(count):
        return ""
    number = f"{count:,.0f}"
    return f", {number} {noun if number == '1' else noun + 's'}"


def _rows_place(values: Mapping[str, object]) -> str:
    known = {name: str(value) for name, value in values.items() if not is_missing(value)}
    return f"rows/?{urlencode(known)}"


def split_place(place: str) -> tuple[str, list[str], dict[str, str]]:
    """
    Return the kind of a place, its identifiers, and for rows their column values.

    Examples
    --------
    >>> split_place("sentence/News%2F2/3")
    ('sentence', ['News/2', '3'], {})
    """
    kind, _, rest = place.partition("/")
    if kind == "rows":
        return kind, [], dict(parse_qsl(rest.removeprefix("?"), keep_blank_values=True))
    return kind, [unquote(part) for part in rest.split("/")], {}


def attach(evidence: Evidence, *artists: Artist | Iterable[Artist] | None) -> None:
    """
    Attach evidence to all parts of a mark: its dot, its bar and its label.

    Parameters
    ----------
    evidence : Evidence
    *artists : Artist or iterable of Artist
        None for a part that was not drawn.
    """
    for artist in artists:
        if artist is None:
            continue
        ground = artist.get_bbox_patch() if isinstance(artist, Text) else None
        if ground is not None:  # a coloured area behind the text
            ground.set_url(evidence.address)
        if isinstance(artist, Artist):
            artist.set_url(evidence.address)
        else:
            attach(evidence, *artist)


class detached:
    """
    Hide the evidence of a chart from a format that would print its address as a link.

    Use as a context manager; afterwards every artist has its evidence again.
    """

    def __init__(self, chart: Artist) -> None:
        self._artists = [artist for artist in chart.findobj() if artist.get_url()]
        self._addresses = [artist.get_url() for artist in self._artists]

    def __enter__(self) -> None:
        """Remove the addresses."""
        for artist in self._artists:
            artist.set_url(None)

    def __exit__(self, *error: object) -> None:
        """Put them back."""
        for artist, address in zip(self._artists, self._addresses, strict=True):
            artist.set_url(address)


def shorten(text: str, limit: int = LONGEST_SENTENCE) -> str:
    """
    Cut a text after a word.

    Parameters
    ----------
    text : str
    limit : int
        Characters, with the ellipsis.

    Returns
    -------
    str

    Examples
    --------
    >>> shorten("Twelve people were killed.", 20)
    'Twelve people were…'
    """
    if len(text) <= limit:
        return text
    cut, _, _ = text[:limit].rpartition(" ")
    return (cut or text[: limit - 1]).rstrip(" ,;:") + "…"


def _places(row: Mapping) -> Iterable[str]:
    """Yield where the evidence of a row is: the figure before its sentence, its article, a row."""
    for column in _FIGURES:
        if identifier := _identifier(row, column):
            yield f"figure/{_encoded(identifier.split(_SUM)[0])}"
    if identifier := _identifier(row, "attribution_id"):
        yield f"attribution/{_encoded(identifier)}"
    article = next((_identifier(row, name) for name in _ARTICLES if _identifier(row, name)), "")
    number = row.get("sentence_id")
    if article and not is_missing(number):
        yield f"sentence/{_encoded(article)}/{int(float(str(number)))}"
    if article:
        yield f"article/{_encoded(article)}"
    for column in _TABLE_KEYS:
        if identifier := _identifier(row, column):
            yield _rows_place({column: identifier})


def _identifier(row: Mapping, column: str) -> str:
    """Return an identifier as it is; empty if the row has none."""
    value = row.get(column)
    return "" if is_missing(value) else str(value)


def _value(row: Mapping, column: str) -> str:
    return clean(row.get(column))


def _day(row: Mapping) -> str:
    """Return the day of a row in words: its month or year if that is all that is known."""
    day = row.get("published")
    if is_missing(day):
        return _value(row, "published_given") or "no date"
    return short_day(pd.Timestamp(day)) if day else ""  # pyright: ignore[reportArgumentType]


def _encoded(identifier: str) -> str:
    return quote(identifier, safe="", errors="replace")
