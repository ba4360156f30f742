"""Positions of words in a text, and figures made for tests."""

from dataclasses import replace

from analysis.extract.figures.record import Figure, make_figure
from analysis.extract.numbers.parse import number_at


def position(text: str, words: str) -> tuple[int, int]:
    """Return the characters of the first mention of some words."""
    start = text.index(words)
    return start, start + len(words)


def marked(text: str) -> tuple[str, int, int]:
    """Return a text without the brackets around a number, and the number's characters."""
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), start, end


def words_at(text: str, span: tuple[int, int] | None) -> str | None:
    """Return the words of a span."""
    return None if span is None else text[slice(*span)]


def figure_of(text: str, number: str, outcome: str | None = "killed", **columns) -> Figure:
    """Return the figure of the first mention of a number, or of a person without one."""
    start, end = position(text, number)
    found = number_at(text, start, end)
    return replace(make_figure(text, start, end, found, outcome), **columns)
