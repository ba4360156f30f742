"""
Find which name an outlet chooses for a referent that has several: government or regime.

In: ``articles``, ``sentences`` (with ``share_quoted`` filled), ``parties``, and a lexicon of
referents with their names (``data/lexicons/names.toml``, or a user's own). Out: the ``names``
table, one row for each name as printed, with its voice and whether it is in scare quotes or follows
"so-called".

No name is treated as the right one, and pronouns are not resolved. A generic name ("the regime") is
a name of a party's referent only where the ``parties`` table says that it is that party's; if a
word can still refer to several referents, the words of the article decide (``needs`` in the
lexicon). The choice of referents is a judgement; the lexicon gives the reason for each.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.core import tables
from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.plain_values import text_or_none
from analysis.core.voice import voices
from analysis.extract.figurative_names import Context, is_figurative
from analysis.extract.figures.animals import animals_died
from analysis.extract.name_context import is_elsewhere, is_in_proper_name
from analysis.extract.name_idioms import LEAD, is_no_harm
from analysis.extract.name_lexicon import Referents, read_name_lexicons
from analysis.extract.parties.labels import PRIVATE

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


class _Party(NamedTuple):
    """A generic name of a party; characters count from the article's start."""

    start: int
    end: int
    kind: str
    party: str | None


class _Found(NamedTuple):
    """A name found in a sentence; characters count from the sentence's start."""

    start: int
    end: int
    referent: str
    choice: str | None
    is_proper: bool


def extract_names(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    lexicon: str | Path | Referents | Iterable[str | Path] | None = None,
    topics: Iterable[str] | None = None,
    parties: pd.DataFrame | None = None,
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
    parties : DataFrame, optional
        The ``parties`` table. Without it nobody's government, army or fighters are known, so a
        referent that is a party's is found by names alone that say so ("Hamas", "IDF").

    Returns
    -------
    DataFrame
        The ``names`` table, in the order of ``sentences`` and then of the text. Names never
        overlap: the longest wins. ``party`` is whose a generic name in it is; ``counted`` is false
        where that decides who is named and the article does not tell, or tells of a lone attacker.
        A word for the dead or for violence is no name where it is said of deals, games or labour,
        and no word for harm, protest or disaster is one as a figure of speech.
        No rows if nothing is named.

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
    parties_of = _parties_by_article(parties)
    weights: dict[str, dict[str, int]] = {}
    rows = []
    near_each = _neighbours(articles, sentences)
    for key, sentence_id, start, end, voice, neighbours in zip(
        *columns, voices(sentences), near_each, strict=True
    ):
        if key not in weights:
            weights[key] = _weights(texts[key], referents, wanted)
        sentence = texts[key][start:end]
        near = _parties_between(parties_of.get(key, ()), start, end)
        for found in _search(sentence, referents, weights[key], near):
            is_of_harm = found.referent in referents.of_harm
            if is_of_harm and is_no_harm(texts[key], sentence, found.start, found.end):
                continue
            context = Context(sentence, found.start, found.end, neighbours, texts[key][:LEAD])
            if found.referent in referents.figurative and is_figurative(context):
                continue
            if is_of_harm and animals_died(texts[key], start + found.start):
                continue
            party = _party_in(found.start, found.end, near)
            is_somebodys = found.referent in referents.by_party
            rows.append(
                {
                    "article_id": key,
                    "sentence_id": sentence_id,
                    "start": start + found.start,
                    "end": start + found.end,
                    "text": sentence[found.start : found.end],
                    "referent": _referent(found.referent, party if is_somebodys else None),
                    "choice": found.choice,
                    "party": party,
                    "counted": party not in (None, PRIVATE) or not is_somebodys,
                    "scare": _is_scare_quoted(sentence, found.start, found.end),
                    "voice": voice,
                }
            )
    return tables.make(rows, tables.NAMES)


def _neighbours(articles: pd.DataFrame, sentences: pd.DataFrame) -> list[str]:
    """Return for each sentence the one before it and the one after it."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    spans = list(zip(sentences["article_id"], sentences["start"], sentences["end"], strict=True))
    near_each = []
    for index, (key, _, _) in enumerate(spans):
        beside = [*spans[max(0, index - 1) : index], *spans[index + 1 : index + 2]]
        near = [texts[other][start:end] for other, start, end in beside if other == key]
        near_each.append(" ".join(near))
    return near_each


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
        besides = referents.also_needs[name]
        if besides is not None and besides.search(text) is None:
            continue
        needs = referents.needs[name]
        if needs is None:
            weights[name] = 0
            continue
        count = len(needs.findall(text))
        if count:
            weights[name] = count
    return weights


def _referent(name: str, party: str | None) -> str:
    """Return a referent with whose it is, so that two governments are two referents."""
    return name if party is None else f"{name} ({party})"


def _parties_by_article(parties: pd.DataFrame | None) -> dict[str, list[_Party]]:
    """Return the generic names of parties in each article, in reading order."""
    by_article: dict[str, list[_Party]] = {}
    if parties is None:
        return by_article
    columns = [parties[name] for name in ("article_id", "start", "end", "kind", "party")]
    for article_id, start, end, kind, party in zip(*columns, strict=True):
        known = text_or_none(party)
        by_article.setdefault(article_id, []).append(_Party(start, end, kind, known))
    for mentions in by_article.values():
        mentions.sort(key=lambda mention: mention.start)
    return by_article


def _parties_between(mentions: Sequence[_Party], start: int, end: int) -> list[_Party]:
    """Return the mentions in a sentence, with characters counted from its start."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    after = bisect_left(mentions, end, key=lambda mention: mention.start)
    return [
        mention._replace(start=mention.start - start, end=mention.end - start)
        for mention in mentions[first:after]
    ]


def _mention_in(start: int, end: int, near: Iterable[_Party]) -> _Party | None:
    """Return the generic name inside some words, the one that is known before others."""
    inside = [one for one in near if one.start < end and start < one.end]
    return next((one for one in inside if one.party is not None), inside[0] if inside else None)


def _party_in(start: int, end: int, near: Iterable[_Party]) -> str | None:
    mention = _mention_in(start, end, near)
    return mention.party if mention else None


def _search(
    text: str,
    referents: Referents,
    weights: Mapping[str, int],
    near: Sequence[_Party],
) -> list[_Found]:
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
    of_party = [
        found
        for found in _matches(text, referents, weights)
        if _is_of_party(found, referents, near) and not _is_other_name(text, found, referents, near)
    ]
    for found in sorted(of_party, key=precedence):
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
                found.append(_Found(*match.span(), name.referent, name.choice, name.is_proper))
    for name in referents.patterns:
        if name.referent not in weights:
            continue
        for match in name.pattern.finditer(text):
            if match[0]:
                found.append(_Found(*match.span(), name.referent, name.choice, name.is_proper))
    return found


def _is_of_party(found: _Found, referents: Referents, near: Sequence[_Party]) -> bool:
    """
    Whether words can name a referent, by whose party they are.

    A proper name says so itself; a generic one must be known to be the party's. Words without
    either ("the resistance") leave it open.
    """
    party = referents.parties.get(found.referent)
    if party is None or found.choice is None or found.is_proper:
        return True
    mention = _mention_in(found.start, found.end, near)
    if mention is None or mention.party not in party.names:
        return False
    return not party.kinds or mention.kind in party.kinds


def _is_other_name(text: str, found: _Found, referents: Referents, near: Sequence[_Party]) -> bool:
    """
    Whether generic words are a part of another name, or of another country.

    A party whose name they are settles it: "Government" is one in "Government Minister".
    """
    if found.choice is None or found.is_proper:
        return False
    places = referents.places.get(found.referent)
    if places is not None and is_elsewhere(text, found.start, found.end, places):
        return True
    if _party_in(found.start, found.end, near) is not None:
        return False
    return is_in_proper_name(text, found.start, found.end)


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
