"""
The corpus as coding needs it: texts, sentences, and where words are in them.

In: the tables of a run. Out: words with their characters, the text of a cell as sheets have it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

import pandas as pd

from analysis.coding.layer import Passage, Span
from analysis.core.control_characters import replace_control_characters
from analysis.core.errors import InputError
from analysis.core.run_tables import RunTables

__all__ = ["CONTEXT", "Corpus", "cell_text", "one_line"]

CONTEXT = 300
"""Characters before and after a sentence that coders see."""

_LONGEST_CELL = 30_000  # Excel holds 32,767 characters
_GAP = re.compile(r"\s*(?:\.\.\.|…)\s*")


def one_line(text: str) -> str:
    """Return a text on one line, with control characters made visible."""
    return replace_control_characters(" ".join(text.split()))


def cell_text(value: object) -> str:
    """Return a value as a cell has it: a day as 2024-03-05, nothing as an empty text."""
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    if value is None or value != value:
        return ""
    return str(value)[:_LONGEST_CELL]


class Corpus:
    """
    Texts and sentences of a run, with the tables to draw from.

    Parameters
    ----------
    run : Run

    Attributes
    ----------
    run : Run
    texts : dict of str to str
        The text of each article by its id.
    """

    def __init__(self, run: RunTables) -> None:
        self.run = run
        articles = run.articles
        self.texts: dict[str, str] = dict(
            zip(articles["article_id"], articles["text"], strict=True)
        )

    @cached_property
    def articles(self) -> dict[str, dict[str, object]]:
        """The row of each article by its id."""
        rows = self.run.articles.to_dict("records")
        return {str(row["article_id"]): {str(k): v for k, v in row.items()} for row in rows}

    @cached_property
    def figures(self) -> dict[tuple[str, int, int], dict[str, object]]:
        """The row of each figure by article and characters."""
        rows = self.run.figures.to_dict("records")
        return {
            (row["article_id"], int(row["start"]), int(row["end"])): {
                str(name): value for name, value in row.items()
            }
            for row in rows
        }

    @cached_property
    def sentences(self) -> dict[tuple[str, int], Span]:
        """The characters of each sentence by article and number."""
        columns = [self.run.sentences[name] for name in ("article_id", "sentence_id")]
        spans = [self.run.sentences[name] for name in ("start", "end")]
        keys = zip(*columns, strict=True)
        return dict(zip(keys, zip(*spans, strict=True), strict=True))

    @cached_property
    def _by_article(self) -> dict[str, list[tuple[int, int, int]]]:
        """Start, end and number of each sentence of an article, in the order of the text."""
        spans: dict[str, list[tuple[int, int, int]]] = {}
        for (article_id, number), (start, end) in self.sentences.items():
            spans.setdefault(article_id, []).append((start, end, number))
        return {article_id: sorted(rows) for article_id, rows in spans.items()}

    def sentence_number(self, article_id: str, character: int) -> int | None:
        """Return the number of the sentence that holds a character, None if none does."""
        spans = self._by_article.get(article_id, [])
        position = bisect_right(spans, character, key=lambda row: row[0]) - 1
        if position < 0 or character >= spans[position][1]:
            return None
        return spans[position][2]

    def before(self, article_id: str, start: int) -> str:
        """Return what comes before a character, as coders see it."""
        return self.texts[article_id][max(0, start - CONTEXT) : start].strip()

    def about(self, article_id: str) -> dict[str, str]:
        """Return outlet and day of an article, as cells."""
        row = self.articles[article_id]
        return {name: cell_text(row[name]) for name in ("outlet", "published")}

    def known_article(self, article_id: str) -> str:
        """
        Return the id of an article.

        Raises
        ------
        InputError
            If the corpus does not have it.
        """
        if article_id not in self.texts:
            raise InputError(
                f"article {article_id!r} is not in this corpus; name with --corpus the one that "
                f"the sheet was drawn from"
            )
        return article_id

    def sentence(self, article_id: str, number: str) -> Passage:
        """
        Return a sentence with what is around it, as a passage.

        Parameters
        ----------
        article_id, number : str
            As in the columns ``article_id`` and ``sentence_id``.

        Raises
        ------
        InputError
            If there is no such sentence.
        """
        text = self.texts[self.known_article(article_id)]
        place = (article_id, int(number)) if number.isdecimal() else None
        if place not in self.sentences:
            raise InputError(f"sentence {number} of {article_id} is not in this corpus")
        start, end = self.sentences[place]
        cells = {
            "article_id": article_id,
            "sentence_id": number,
            **self.about(article_id),
            "before": self.before(article_id, start),
            "sentence": cell_text(text[start:end]),
            "after": text[end : end + CONTEXT].strip(),
        }
        return Passage(f"{article_id}#{number}", article_id, start, end, cells)

    def occurrences(self, words: str, passage: Passage) -> list[Span]:
        """
        Return where words are in a passage.

        Parameters
        ----------
        words : str
            With any space between them; in any case if they are not there as written. " ... "
            stands for what was left out.
        passage : Passage

        Returns
        -------
        list of (int, int)
            From the first character to the last, in the article.
        """
        pieces = [piece for piece in _GAP.split(words) if piece.strip()]
        if not pieces:
            return []
        as_written = self._found(pieces, passage, re.NOFLAG)
        return as_written or self._found(pieces, passage, re.IGNORECASE)

    def _found(self, pieces: list[str], passage: Passage, flags: re.RegexFlag) -> list[Span]:
        text = self.texts[passage.article_id]
        found = []
        for start, end in _matches(pieces[0], text, passage.start, passage.end, flags):
            for piece in pieces[1:]:
                following = next(_matches(piece, text, end, passage.end, flags), None)
                if following is None:
                    break
                end = following[1]
            else:
                found.append((start, end))
        return found

    def nearest(self, words: str, article_id: str, near: int) -> Span | None:
        """Return where words are in an article, as close to a character as possible."""
        text = self.texts[article_id]
        whole = Passage("", article_id, 0, len(text), {})
        found = self.occurrences(words, whole) or self._part_of_a_word(words, article_id)
        return min(found, key=lambda span: abs(span[0] - near), default=None)

    def _part_of_a_word(self, words: str, article_id: str) -> list[Span]:
        """Return where words are that end within a word, as some extracted ones do."""
        start = self.texts[article_id].find(words)
        return [(start, start + len(words))] if start >= 0 else []

    def words(self, article_id: str, span: Span) -> str:
        """Return the words of a span on one line."""
        return one_line(self.texts[article_id][slice(*span)])


def _matches(
    words: str,
    text: str,
    start: int,
    end: int,
    flags: re.RegexFlag,
) -> Iterator[Span]:
    """Yield where words are, on one line or several; whole words where they are words."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    before = r"(?<!\w)" if re.match(r"\s*\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w\s*$", words) else ""
    whole = re.compile(f"{before}{pattern}{after}", flags)
    for matched in whole.finditer(text, start, end):
        yield matched.span()
