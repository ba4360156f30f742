"""Columns that layers share: what coders read of a sentence, and of a mention in its sentence."""

from collections.abc import Mapping
from typing import Final

from analysis.coding.corpus import Corpus, cell_text, one_line
from analysis.coding.layer import Passage
from analysis.core.errors import InputError
from analysis.corrections.places import place_key

__all__ = [
    "MENTION_COLUMNS",
    "SENTENCE_COLUMNS",
    "mention_of",
    "mention_passage",
    "restrict",
    "sentence_of",
]

ABOUT: Final = {"outlet": "who printed it", "published": "day of publication"}

SENTENCE_COLUMNS: Final = {
    "article_id": "the article",
    "sentence_id": "number of the sentence in the article",
    **ABOUT,
    "before": "what comes before the sentence",
    "sentence": "the sentence to code",
}

MENTION_COLUMNS: Final = {
    "article_id": "the article",
    "start": "first character of the mention in the article",
    "end": "the character after its last",
    **ABOUT,
    "before": "what comes before the sentence",
    "sentence": "the sentence, with the mention in [[ ]]",
    "mention": "the mention to code",
}


def restrict(passage: Passage, columns: Mapping[str, str]) -> Passage:
    """Return a passage with some of its columns, in their order."""
    cells = {name: passage.cells[name] for name in columns}
    return Passage(passage.key, passage.article_id, passage.start, passage.end, cells)


def sentence_of(cells: Mapping[str, str], corpus: Corpus, columns: Mapping[str, str]) -> Passage:
    """Return the sentence that a row is about; an InputError if there is none."""
    return restrict(corpus.sentence(cells["article_id"], cells["sentence_id"]), columns)


def mention_of(cells: Mapping[str, str], corpus: Corpus) -> Passage:
    """Return the mention that a row is about; an InputError if there is none."""
    article_id = corpus.known_article(cells["article_id"])
    start, end = cells["start"], cells["end"]
    length = len(corpus.texts[article_id])
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= length):
        raise InputError(
            f"start={start!r}, end={end!r} are no characters of {article_id}, which has {length}"
        )
    return mention_passage(corpus, article_id, int(start), int(end))


def mention_passage(corpus: Corpus, article_id: str, start: int, end: int) -> Passage:
    """Return a mention in its sentence as a passage; an InputError if it is in none."""
    text = corpus.texts[article_id]
    number = corpus.sentence_number(article_id, start)
    if number is None:
        raise InputError(f"characters {start} to {end} of {article_id} are in no sentence")
    sentence_start, sentence_end = corpus.sentences[article_id, number]
    last = max(sentence_end, end)
    sentence = f"{text[sentence_start:start]}[[{text[start:end]}]]{text[end:last]}"
    cells = {
        "article_id": article_id,
        "start": str(start),
        "end": str(end),
        **corpus.about(article_id),
        "before": corpus.before(article_id, sentence_start),
        "sentence": cell_text(sentence),
        "mention": one_line(text[start:end]),
    }
    return Passage(place_key(article_id, start, end, text), article_id, start, end, cells)
