"""
Find which name an outlet chooses for a referent that has several: government or regime.

In: ``articles``, ``sentences`` (with ``share_quoted`` filled), and a lexicon of referents with
their names (``data/lexicons/names.toml``, or a user's own). Out: the ``names`` table, one row for
each name as printed, with its voice and whether it is in scare quotes or follows "so-called".

No name is treated as the right one, and pronouns are not resolved. If a word can refer to several
referents, the words of the article decide (``needs`` in the lexicon). The choice of referents is a
judgement; the lexicon gives the reason for each.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.core import tables
from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.voice import voices
from analysis.extract.name_lexicon import Referents, read_name_lexicons

__all__ = ["extract_names"]

_WORD = re.compile(r"\w+")
_MARKS = "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb"
_MAX_QUOTED = 60  # characters
_QUOTED = re.compile(
    rf"""
    (?<!\w)["'\u2018\u201c\u00ab](?=\w)
    (?P<words>
        (?:
            [^{_MARKS}]
            | (?<=\w)['\u2019](?=\w)  # an apostrophe
        ){{1,{_MAX_QUOTED}}}
    )
    ["'\u2019\u201d\u00bb](?!\w)
    """,
    re.VERBOSE,
)
_SO_CALLED = re.compile(
    r"""
    \b(?:so[-\ ]called|self[-\ ](?:styled|proclaimed|declared))\s+
    (?:["\u201c\u2018']\s*)?
    (?:\w+\s+)?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SO_CALLED_REACH = 40  # characters before a name
_MAX_SCARE_WORDS = 4  # in longer quotations, someone is quoted


class _Found(NamedTuple):
    """A name found in a sentence; characters count from the sentence's start."""

    start: int
    end: int
    referent: str
    choice: str | None


def extract_names(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    lexicon: str | Path | Referents | Iterable[str | Path] | None = None,
    topics: Iterable[str] | None = None,
) -> pd.DataFrame:
    """
    Find the names that a text chooses.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    sentences : DataFrame
        The ``sentences`` table with ``share_quoted`` filled. Not changed.
    lexicon : str, Path, Referents, or iterable of paths, optional
        TOML files in the form of ``data/lexicons/names.toml``, which is the default. To add
        referents to those of the project, give both files.
    topics : iterable of str, optional
        Only referents of these topics; all by default.

    Returns
    -------
    DataFrame
        The ``names`` table, in the order of ``sentences`` and then of the text. Names never
        overlap: the longest wins. No rows if nothing is named.

    Raises
    ------
    LexiconError
        If the lexicon breaks its rules.
    ParameterError
        If a topic is not in the lexicon.
    TableError
        If ``share_quoted`` is null.
    """
    referents = lexicon if isinstance(lexicon, Referents) else read_name_lexicons(lexicon)
    wanted = _referents_of_topics(referents, topics)
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    columns = [sentences[name] for name in ("article_id", "sentence_id", "start", "end")]
    weights: dict[str, dict[str, int]] = {}
    rows = []
    for key, sentence_id, start, end, voice in zip(*columns, voices(sentences), strict=True):
        if key not in weights:
            weights[key] = _weights(texts[key], referents, wanted)
        sentence = texts[key][start:end]
        for found in _search(sentence, referents, weights[key]):
            rows.append(
                {
                    "article_id": key,
                    "sentence_id": sentence_id,
                    "start": start + found.start,
                    "end": start + found.end,
                    "text": sentence[found.start : found.end],
                    "referent": found.referent,
                    "choice": found.choice,
                    "scare": _is_scare_quoted(sentence, found.start, found.end),
                    "voice": voice,
                }
            )
    return tables.make(rows, tables.NAMES)


def _referents_of_topics(referents: Referents, topics: Iterable[str] | None) -> set[str]:
    """Return the referents of some topics; all if ``topics`` is None."""
    if topics is None:
        return set(referents.topics)
    wanted = list(topics)
    known = sorted(set(referents.topics.values()))
    for topic in wanted:
        if topic not in known:
            hint = "data/lexicons/names.toml lists them."
            raise ParameterError(unknown_value_message("topic", topic, known, hint))
    return {name for name, topic in referents.topics.items() if topic in wanted}


def _weights(text: str, referents: Referents, wanted: set[str]) -> dict[str, int]:
    """
    Return how often an article has the words that a referent needs.

    Referents that need none have weight 0; those whose words do not occur are left out.
    """
    weights = {}
    for name in referents.names:
        if name not in wanted:
            continue
        needs = referents.needs[name]
        if needs is None:
            weights[name] = 0
            continue
        count = len(needs.findall(text))
        if count:
            weights[name] = count
    return weights


def _search(text: str, referents: Referents, weights: Mapping[str, int]) -> list[_Found]:
    """
    Find the names in a sentence, in reading order and without overlaps.

    Of overlapping matches the longest wins, then names before expressions to be ignored, then the
    referent with the most of its words in the article, then the order of the lexicon.
    """
    order = {name: number for number, name in enumerate(weights)}

    def precedence(found: _Found) -> tuple[int, bool, int, int, int]:
        return (
            found.start - found.end,
            found.choice is None,
            -weights[found.referent],
            order[found.referent],
            found.start,
        )

    kept: list[_Found] = []
    for found in sorted(_matches(text, referents, weights), key=precedence):
        if all(found.end <= other.start or other.end <= found.start for other in kept):
            kept.append(found)
    return sorted(found for found in kept if found.choice is not None)


def _matches(text: str, referents: Referents, weights: Mapping[str, int]) -> list[_Found]:
    """Find every match of a name in a sentence, overlapping ones too."""
    found = []
    for word in _WORD.finditer(text):
        for name in referents.phrases.get(word[0].lower(), ()):
            if name.referent not in weights:
                continue
            match = name.pattern.match(text, word.start())
            if match:
                found.append(_Found(*match.span(), name.referent, name.choice))
    for name in referents.patterns:
        if name.referent not in weights:
            continue
        for match in name.pattern.finditer(text):
            if match[0]:
                found.append(_Found(*match.span(), name.referent, name.choice))
    return found


def _is_scare_quoted(text: str, start: int, end: int) -> bool:
    """Whether a name is alone in quote marks, or nearly so, or follows "so-called"."""
    if _SO_CALLED.search(text[max(0, start - _SO_CALLED_REACH) : start]):
        return True
    reach = _MAX_QUOTED + 2  # with the marks
    n_words = len(text[start:end].split())
    for quoted in _QUOTED.finditer(text, max(0, start - reach), min(len(text), end + reach)):
        if quoted.start("words") <= start and end <= quoted.end("words"):
            n_quoted = len(quoted["words"].split())
            # if most of the quotation is not the name, someone is quoted and no name is doubted
            return n_quoted <= max(_MAX_SCARE_WORDS, n_words + 1) and n_words * 2 >= n_quoted
    return False
