"""
Build the sentences of captions and alt texts.

In: counts, days, or sentences. Out: text. Each chart decides what its caption and its alt text
say; ``layout.finish`` places the caption and stores the alt text.
"""

from collections.abc import Iterable

import pandas as pd
from matplotlib.figure import Figure

from analysis.chart.text_fitting import clean
from analysis.core.calendar_words import short_day
from analysis.core.plurals import count_and_noun
from analysis.core.printed_names import printed_name

__all__ = [
    "AS_REPORTED",
    "NO_OUTLET",
    "alt_text",
    "as_sentence",
    "category_label",
    "choose_caption",
    "contradicted_note",
    "corpus_note",
    "count_outlets",
    "day_span",
    "join_sentences",
    "set_corpus_note",
    "source_label",
    "spaced",
]

NO_OUTLET = "no outlet given"
AS_REPORTED = "Numbers are as reported, not verified."


_notes_on_corpus: list[str] = []  # at most one

_METRIC_OF_TYPE = "source type: "
# what the values of source_type hold besides what their names say; see data/README.md
_NO_OTHER_MEANING = {"un or igo": "UN or other IGO"}  # a type of source and nothing else
_SOURCE_LABELS = {"military": "army or police", **_NO_OTHER_MEANING}


def set_corpus_note(note: str) -> None:
    """
    Set the sentence that ends the caption of every chart from here on.

    Parameters
    ----------
    note : str
        What every chart of a corpus must say, such as how many articles were not read; "" for none.
    """
    _notes_on_corpus[:] = [note] if note else []


def corpus_note() -> str:
    """Return the sentence that ends the caption of every chart; empty if none was set."""
    return "".join(_notes_on_corpus)


def alt_text(figure: Figure) -> str:
    """
    Return the text that describes a chart to anyone who cannot see it.

    Parameters
    ----------
    figure : Figure
        As returned by any function of this stage.

    Returns
    -------
    str
        Empty for a figure that was created elsewhere.
    """
    return getattr(figure, "alt", "")


def choose_caption(caption: str | None, facts: str, *notes: str | None) -> str:
    """
    Return the caption of a chart: what the caller passed or the facts, and then the notes.

    Parameters
    ----------
    caption : str or None
        Empty for no caption, None for the facts.
    facts : str
        What the chart is based on.
    *notes : str or None
        Sentences that are always part of the caption; missing and empty ones are left out.

    Returns
    -------
    str

    Examples
    --------
    >>> choose_caption(None, "12 articles.", "Shown: 2 of 3 outlets.")
    '12 articles. Shown: 2 of 3 outlets.'
    """
    if caption is None:
        caption = facts
    return join_sentences(caption, *notes)


def join_sentences(*sentences: str | None) -> str:
    """
    Join sentences with spaces; missing and empty ones are left out.

    Examples
    --------
    >>> join_sentences("12 articles.", "", None, "2 outlets.")
    '12 articles. 2 outlets.'
    """
    return " ".join(sentence.strip() for sentence in sentences if sentence)


def as_sentence(text: str) -> str:
    """
    Return a cleaned text with a full stop at its end, if it has no final punctuation.

    Examples
    --------
    >>> as_sentence("Two outlets"), as_sentence("Who said it?"), as_sentence("")
    ('Two outlets.', 'Who said it?', '')
    """
    text = clean(text)
    if not text or text[-1] in ".!?":
        return text
    return text + "."


def count_outlets(table: pd.DataFrame) -> str:
    """
    Write the number of outlets of a table.

    Examples
    --------
    >>> count_outlets(pd.DataFrame({"outlet": ["AFP", "SANA", "AFP"]}))
    '2 outlets'
    """
    return count_and_noun(len(set(table["outlet"].dropna())), "outlet")


def contradicted_note(table: pd.DataFrame) -> str:
    """
    Say how many days on a chart are contradicted by the texts themselves.

    Parameters
    ----------
    table : DataFrame
        The rows that are shown; ``is_contradicted`` says which days their texts contradict.

    Returns
    -------
    str
        Empty if no day is contradicted.

    Examples
    --------
    >>> contradicted_note(pd.DataFrame({"is_contradicted": [True, False]}))
    'In brackets: the day that the text itself states, more than a day from the given one (1 row).'
    """
    n_rows = int(table["is_contradicted"].to_numpy().sum())
    if not n_rows:
        return ""
    return (
        "In brackets: the day that the text itself states, more than a day from the given one "
        f"({count_and_noun(n_rows, 'row')})."
    )


def spaced(name: object) -> str:
    """
    Write a column, a category or a name of the lexicon, with spaces instead of underscores.

    Examples
    --------
    >>> spaced("source_type"), spaced("source type: military")
    ('source type', 'source type: army or police')
    """
    words = str(name).replace("_", " ")
    if words.startswith(_METRIC_OF_TYPE):
        return _METRIC_OF_TYPE + source_label(words.removeprefix(_METRIC_OF_TYPE))
    return _NO_OTHER_MEANING.get(words) or printed_name(str(name))


def source_label(source_type: object) -> str:
    """
    Write a type of source as a reader understands it.

    Examples
    --------
    >>> source_label("military"), source_label("armed_group"), spaced("un_or_igo")
    ('army or police', 'armed group', 'UN or other IGO')
    """
    words = str(source_type).replace("_", " ")
    return _SOURCE_LABELS.get(words, words)


def category_label(column: object, value: object) -> str:
    """
    Write a value of a category in words, by the column that it is of.

    Examples
    --------
    >>> category_label("source_type", "military"), category_label("kind", "military")
    ('army or police', 'military')
    """
    return source_label(value) if column == "source_type" else spaced(value)


def day_span(days: Iterable[object]) -> str:
    """
    Write the first and the last day of a column, to continue a sentence of a caption.

    Parameters
    ----------
    days : iterable of datetime
        Missing values are counted as undated.

    Returns
    -------
    str
        Starts with a comma; empty if there are no days.

    Examples
    --------
    >>> day_span(pd.to_datetime(pd.Series(["2018-11-02", "2018-11-05", None])))
    ', 2 Nov 2018 to 5 Nov 2018, 1 undated'
    """
    all_days = pd.to_datetime(pd.Series(days))
    known = all_days.dropna()
    parts = []
    if len(known):
        first, last = short_day(known.min()), short_day(known.max())
        parts.append(first if first == last else f"{first} to {last}")
    n_undated = len(all_days) - len(known)
    if n_undated:
        parts.append(f"{n_undated} undated")
    return "".join(f", {part}" for part in parts)
