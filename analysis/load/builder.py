"""
Turn records into rows of ``articles`` and ``problems``, one at a time, and count them.

In: ``Source`` and which of its columns is which. Out: rows. A row without text is dropped; anything else that is
missing or odd leaves the article in, with a remark. Files are opened and tables are made elsewhere.
"""

import re
from itertools import count

from analysis.load.cleaning import fix_text, join_title, storable
from analysis.load.dates import read_days
from analysis.load.language import code, guess_language
from analysis.load.records import problem

__all__ = ["Builder"]

_EMPTY = {"", "nan", "null", "none", "n/a", "nat"}
_WORD = re.compile(r"\w[\w'’-]*")
_PLAIN = ("outlet", "url", "author", "place", "event_id")


class Builder:
    """
    Collects rows of ``articles`` and ``problems`` over one or more sources.

    Parameters
    ----------
    as_is : bool
        Whether texts are kept to the letter.

    Attributes
    ----------
    rows, problems : list of dict
    inputs : list of (str, str)
    guesses : dict
    rows_in, dropped : int
    """

    def __init__(self, as_is):
        self.as_is = as_is
        self.rows, self.problems, self.inputs = [], [], []
        self.guesses, self.seen, self.numbers = {}, {}, {}
        self.rows_in = self.dropped = 0

    def add(self, part, mapping, guesses, first=0):
        """
        Add the records of one source, or of a piece of it.

        Parameters
        ----------
        part : Source
        mapping : dict
            Our column names to the source's.
        guesses : dict
            The part of it that was guessed.
        first : int
            Number of the first record in its source.
        """
        self.guesses |= guesses
        self.inputs += part.inputs
        self.problems += [problem(where, reason, kept=True) for where, reason in part.notes]
        cells = [r.values.get(mapping.get("published")) for r in part.records]
        days, note = read_days(cells, part.month_first)
        if note:
            self.problems.append(problem(part.name, f"{part.inputs[0][0]}: {note}", kept=True))
        for number, (record, day) in enumerate(zip(part.records, days, strict=True), first):
            self.rows_in += 1
            self._add_record(part, mapping, number, record, day)

    def take(self):
        """
        Give the rows so far, and forget them; ids and counts stay known.

        Returns
        -------
        rows, problems : list of dict
        """
        taken = self.rows, self.problems
        self.rows, self.problems = [], []
        return taken

    def _add_record(self, part, mapping, number, record, day):
        cells = {ours: _cell(record.values.get(theirs)) for ours, theirs in mapping.items()}
        values = part.defaults | {ours: cell for ours, cell in cells.items() if cell}
        fault = record.fault or (
            None if _written(record.values.get(mapping["text"])) else "has no text"
        )
        if fault:
            self._drop(record.where, fault)
            return
        text, title, remarks = self._text(
            part, _body(record.values[mapping["text"]]), values.get("title")
        )
        if not text.strip():
            self._drop(record.where, "has no text but control characters")
            return
        article_id, renamed = self._identify(
            values.get("article_id") or f"{part.name}-{number:04d}", record.where
        )
        language, foreign = _language(values.get("language"), text)
        remarks = [*record.notes, *remarks, *renamed, *foreign, *_gaps(values, title, day)]
        self.problems += [problem(article_id, f"{record.where}: {r}", kept=True) for r in remarks]
        plain = {column: values.get(column) for column in _PLAIN}
        own = {
            "article_id": article_id,
            "corpus": part.name,
            "published": day,
            "title": title,
            "text": text,
        }
        self.rows.append(own | plain | {"language": language, "n_words": len(_WORD.findall(text))})

    def _drop(self, where, reason):
        self.dropped += 1
        self.problems.append(problem(where, f"{where}: {reason}", kept=False))

    def _text(self, part, body, title):
        if self.as_is or part.as_is:
            body, halves = storable(body)
            return body, title, [f"{halves} half characters replaced by U+FFFD"] if halves else []
        before = part.mend or str
        text, remarks = fix_text(before(body))
        title = fix_text(before(title))[0] or None if title else None
        return (join_title(title, text) if text else ""), title, remarks

    def _identify(self, article_id, where):
        if article_id not in self.seen:
            self.seen[article_id] = where
            return article_id, []
        numbers = self.numbers.setdefault(article_id, count(2))
        new = next(name for name in (f"{article_id}-{n}" for n in numbers) if name not in self.seen)
        self.seen[new] = where
        return new, [
            f"article_id {article_id!r} stands at {self.seen[article_id]} already; this one is now {new!r}"
        ]


def _cell(value):
    """Give a cell as text, None where it holds nothing."""
    if isinstance(value, (list, tuple)):
        value = ", ".join(str(v) for v in value if v is not None)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = (
        ""
        if value is None or value != value
        else storable(str(value))[0].replace("\x00", "").strip()
    )
    return None if text.lower() in _EMPTY else text


def _body(value):
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    if isinstance(value, (list, tuple)):  # a list of paragraphs
        return "\n\n".join(str(v) for v in value if v is not None)
    return str(value)


def _written(value):
    return value is not None and value == value and _cell(value) is not None


def _language(given, text):
    guess, script = guess_language(text)
    language = code(given) or guess
    if script not in (None, "Latin"):
        return language if language != "en" else None, [
            f"most letters are {script}; the reader was trained on English"
        ]
    if language not in (None, "en"):
        return language, [f"is in {language!r}; the reader was trained on English"]
    return language, []


def _gaps(values, title, day):
    gaps = []
    if day is None:
        given = values.get("published")
        gaps.append(f"date {given!r} names no day; read as missing" if given else "has no date")
    gaps += [] if title else ["has no title"]
    return gaps + ([] if values.get("outlet") else ["has no outlet"])
