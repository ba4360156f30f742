"""
Tell whose the generic parties of an article are: the government, the army, militants.

In: ``articles``, ``sentences``. Out: the ``parties`` table, one row for each generic name. Whose it
is comes from the words of the same article, with the place of the words that tell; where they do
not tell, ``party`` is null. A lone attacker is ``private``.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from analysis.core import tables
from analysis.core.logistic_model import LogisticModel
from analysis.extract.attributions.armed_names import armed_names
from analysis.extract.parties.choice import THRESHOLD, read_weights
from analysis.extract.parties.features import ArticleFeatures
from analysis.extract.parties.gazetteer import Gazetteer, PartyName, project_gazetteer
from analysis.extract.parties.labels import PRIVATE
from analysis.extract.parties.marks import Mark
from analysis.extract.parties.mentions import Mention
from analysis.extract.parties.owners import ArticleParties, collect

__all__ = ["extract_parties", "title_length"]

_LONGEST_SENTENCE = 600  # characters before a speaker that are read
_SPEAKS = re.compile(
    r"\s(?:spokes\w+\s)?(?:said|says|told|added|announced|announces|declared|confirmed)\b"
)
_SWAP = re.compile(
    r"\s(?:have\s|has\s|had\s)?(?:swap\w*|exchang\w+|trad(?:e|ed|es)|releas\w+|free[ds]?)\b"
)
_SURE = 0.6  # probability, below which no other owner may be named nearer in the paragraph
_ATTACK_AFTER = re.compile(
    r"(?:['’]s)?\s(?:[a-z-]+\s){0,2}(?:attack|strike|drone|missile|shelling|bomb\w*|raid|airstrike"
    r"|invasion|offensive|assault|rocket|fire|incursion|artillery|jet|aircraft|plane)s?\b"
)
_OWN_KINDS = frozenset(("military", "government", "police_security"))
_ITS = re.compile(r"\b(?:its|their)\s(?:own\s)?$")
# a government sits in its capital: "the presidency in Orelle announced"
_SEAT = re.compile(r"\b(?:presidency|palace|government|ministry|cabinet|parliament)\sin\s$")
_DEFINITE = re.compile(r"\bthe\s$", re.IGNORECASE)
_SEAT_REACH = 30  # characters
_COULD_HAPPEN_HERE = re.compile(
    r"\b(?:happens?|happened|come|spread|repeated|next)\shere\b(?!\s(?:in|at)\s)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+(?=[A-Z“\"‘(])|\n+")
_IN_SEVERAL = re.compile(
    r"\s(?:in|from|of|on)\s(?:both|the two|two|all|several|many)\s(?:[a-z]+\s)?"
    r"(?:capitals|countries|governments|sides|nations|states|cities)\b"
)
_LIST = re.compile(r"(?:,|,? and|,? or)\s(?:the\s)?")
_ARMED = "armed_group"
_REBELS = frozenset(
    "rebel rebels insurgent insurgents militia militias militiamen guerrillas".split()
)
_ALONE = frozenset(("gunman", "attacker", "shooter", "assailant"))


def extract_parties(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    gazetteer: Gazetteer | None = None,
    weights: LogisticModel | None = None,
) -> pd.DataFrame:
    """
    Find generic names of parties, and whose they are.

    Parameters
    ----------
    articles, sentences : DataFrame
        The ``articles`` and ``sentences`` tables. Not changed.
    gazetteer : Gazetteer, optional
        Names of countries, groups and office holders; those of the project by default.
    weights : LogisticModel, optional
        Those of the project by default.

    Returns
    -------
    DataFrame
        The ``parties`` table, in the order of ``articles`` and of the text.

    Raises
    ------
    LexiconError
        If the gazetteer or the list of nouns breaks its rules.
    MissingResourceError
        If the weights are missing or changed.
    """
    gazetteer = gazetteer or project_gazetteer()
    weights = weights or read_weights()
    starts = {
        str(key): group for key, group in sentences.groupby("article_id", sort=False)["start"]
    }
    rows = []
    columns = (articles[name] for name in ("article_id", "title", "text"))
    for article_id, title, text in zip(*columns, strict=True):
        begins = starts[article_id].tolist() if article_id in starts else [0]
        for row in _rows(text, title_length(text, title), gazetteer, weights):
            sentence_id = bisect_right(begins, row["start"]) - 1
            rows.append({"article_id": article_id, "sentence_id": max(sentence_id, 0), **row})
    return tables.make(rows, tables.PARTIES)


def title_length(text: str, title: object) -> int:
    """Return how many characters of a text are its headline; 0 if it does not begin with it."""
    if isinstance(title, str) and title and text.startswith(title):
        return len(title)
    return 0


def _rows(
    text: str,
    length_of_title: int,
    gazetteer: Gazetteer,
    weights: LogisticModel,
) -> Iterator[dict[str, Any]]:
    article = collect(text, _with_armed(gazetteer, text))
    features = ArticleFeatures(article, length_of_title)
    told = _Told(article)
    for number, mention in enumerate(article.mentions):
        candidates = features.candidates(number)
        party, p = _choose(features.describe(number, candidates), candidates, weights)
        if _is_of_several(article, number):
            party, p = None, None
        else:
            if party is not None:
                party = _whose_sentence(article, number) or party
            party = None if _is_guess(article, number, party, p) else party
            party = _of_subject(article, number) or party
            party = _of_readers(article, number, party)
            party = party or _only_armed_group(article, mention)
        if party is None and told.acts_alone(mention):
            party = PRIVATE
        mark = told.telling_mark(number, party)
        yield {
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "kind": mention.kind,
            "party": party,
            "party_start": mark.start if mark else None,
            "party_end": mark.end if mark else None,
            "p": p,
        }


def _with_armed(gazetteer: Gazetteer, text: str) -> Gazetteer:
    """Return the names of parties with those that an article says are of armed groups."""
    names = armed_names(text).items()
    return gazetteer.with_names(
        PartyName(full, "armed_group", "name", words) for words, full in names
    )


def _choose(
    features: np.ndarray, candidates: list[str], weights: LogisticModel
) -> tuple[str | None, float | None]:
    """Return the most probable party, or None below the threshold, and its probability."""
    if not candidates:
        return None, None
    found = weights.probability(features)
    best = int(found.argmax())
    p = float(found[best])
    return (candidates[best] if p >= THRESHOLD else None), p


def _whose_sentence(article: ArticleParties, number: int) -> str | None:
    """Return the country that the sentence of a speaker begins with and names alone."""
    mention = article.mentions[number]
    is_speaker = mention.kind in ("government", "person") and article.said[number] is None
    if not is_speaker or _SPEAKS.match(article.text, mention.end) is None:
        return None
    start = _sentence_start(article.text, mention.start)
    marks = _marks_between(article, start, mention.start)
    parties = {mark.party for mark in marks}
    if len(parties) != 1 or marks[0].kind != "country" or marks[0].form != "name":
        return None
    return marks[0].party if marks[0].start == start else None


def _is_guess(article: ArticleParties, number: int, party: str | None, p: float | None) -> bool:
    """
    Whether nothing near somebody in office tells whose he is: "after the Norlandish attack".

    A country that attacks owns the attack, not the governor who speaks of it. Where the article
    names no other country, that one will do.
    """
    mention = article.mentions[number]
    if party is None or p is None or mention.kind not in ("person", "officials"):
        return False
    countries = {mark.party for mark in article.marks if mark.kind == "country"}
    if article.said[number] is not None or countries == {party}:
        return False
    text = article.text
    start = text.rfind("\n", 0, mention.start) + 1
    own = [mark for mark in _marks_between(article, start, mention.start) if mark.party == party]
    if own:
        return all(_ATTACK_AFTER.match(text, mark.end) is not None for mark in own)
    end = text.find("\n", mention.end)
    near = _marks_between(article, start, end if end >= 0 else len(text))
    nearest = min(near, key=lambda mark: abs(mark.start - mention.start), default=None)
    return p < _SURE and nearest is not None and nearest.party != party


def _of_subject(article: ArticleParties, number: int) -> str | None:
    """Return the country whose somebody is by an "its": "Norland said that its soldiers"."""
    mention = article.mentions[number]
    if article.said[number] is not None or mention.kind not in _OWN_KINDS:
        return None
    start = _sentence_start(article.text, mention.start)
    if _ITS.search(article.text[start : mention.start]) is None:
        return None
    marks = _marks_between(article, start, mention.start)
    if len({mark.party for mark in marks}) != 1 or marks[0].kind != "country":
        return None
    return marks[0].party


def _only_armed_group(article: ArticleParties, mention: Mention) -> str | None:
    """Return the one armed group that an article itself calls so, for its rebels."""
    if mention.kind != _ARMED or mention.text.lower().split()[-1] not in _REBELS:
        return None
    groups = {mark.party for mark in article.marks if mark.kind == _ARMED}
    is_told = len(groups) == 1 and groups <= set(armed_names(article.text).values())
    return groups.pop() if is_told else None


def _of_readers(article: ArticleParties, number: int, party: str | None) -> str | None:
    """
    Return whose a government is in an article on another country's mishap.

    "The presidency in Orelle said" tells whose "the government" is, where nothing else is said of
    it; where "it could happen here", no country that the article names is the readers'.
    """
    mention = article.mentions[number]
    if mention.kind not in ("government", "person") or article.said[number] is not None:
        return party
    text = article.text
    start = _sentence_start(text, mention.start)
    lead = max(text.rfind("\n", 0, mention.start), mention.start - _LONGEST_SENTENCE, 0)
    if _COULD_HAPPEN_HERE.search(text[lead : mention.end]) is not None:
        return None
    seats = {
        mark.party
        for mark in article.marks
        if mark.form == "capital"
        and _SEAT.search(text[max(0, mark.start - _SEAT_REACH) : mark.start]) is not None
        and _SPEAKS.match(text, mark.end) is not None
    }
    if len(seats) != 1 or party in seats:
        return party
    near = _marks_between(article, start, _sentence_end(text, mention.end))
    owned = {said for said in article.said if said is not None}
    seat = next(iter(seats))
    is_of_other = any(mark.party == party for mark in near)
    is_known = _DEFINITE.search(text[max(0, mention.start - 4) : mention.start]) is not None
    return seat if is_known and not is_of_other and owned <= {party, seat} else party


def _sentence_start(text: str, place: int) -> int:
    """Return where the sentence of a character begins."""
    before = max(0, place - _LONGEST_SENTENCE)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, before, place)]
    return ends[-1] if ends else before


def _sentence_end(text: str, place: int) -> int:
    """Return where the sentence of a character ends."""
    end = _SENTENCE_END.search(text, place)
    return end.start() if end else len(text)


def _marks_between(article: ArticleParties, start: int, end: int) -> list[Mark]:
    """Return the marks that begin between two characters."""
    first = bisect_left(article.marks, start, key=_start)
    stop = bisect_left(article.marks, end, key=_start)
    return article.marks[first:stop]


def _is_of_several(article: ArticleParties, number: int) -> bool:
    """Whether a mention is of more than one party: "officials in both capitals"."""
    mention = article.mentions[number]
    if mention.kind == "other" and _is_swapped(article, mention):
        return True
    if article.said[number] is not None and mention.kind != "person":
        return False
    if _IN_SEVERAL.match(article.text, mention.end) is not None:
        return True
    related = [
        article.marks[mark] for mark, how in article.relations[number].items() if how == "in"
    ]
    for one, other in pairwise(sorted(related)):
        is_list = _LIST.fullmatch(article.text[one.end : other.start]) is not None
        if is_list and one.party != other.party:
            return True
    return False


def _is_swapped(article: ArticleParties, mention: Mention) -> bool:
    """Whether two countries exchange those who are held: "Norland and Velm swap prisoners"."""
    start = _sentence_start(article.text, mention.start)
    marks = _marks_between(article, start, mention.start)
    pairs = (
        one.party != other.party
        and article.text[one.end : other.start] == " and "
        and _SWAP.match(article.text, other.end) is not None
        for one, other in pairwise(marks)
    )
    return any(pairs)


class _Told:
    """What the marks of an article tell of its mentions, looked up by party."""

    def __init__(self, article: ArticleParties) -> None:
        self._article = article
        self._marks: dict[str, list[Mark]] = {}
        for mark in article.marks:
            self._marks.setdefault(mark.party, []).append(mark)
        self._names_armed_group = any(mark.kind == "armed_group" for mark in article.marks)

    def acts_alone(self, mention: Mention) -> bool:
        """Whether an attacker is spoken of as one person, in an article without armed groups."""
        return mention.text.lower() in _ALONE and not self._names_armed_group

    def telling_mark(self, number: int, party: str | None) -> Mark | None:
        """Return the words that tell: those that the grammar joins, or else the nearest."""
        if party is None:
            return None
        article = self._article
        place = article.mentions[number].start
        related = [article.marks[mark] for mark in article.relations[number]]
        own = [mark for mark in related if mark.party == party]
        marks = own or _next_to(self._marks.get(party, []), place)
        return min(marks, key=lambda mark: abs(mark.start - place), default=None)


def _next_to(marks: Sequence[Mark], place: int) -> Sequence[Mark]:
    """Return the last mark before a character and the first one after, of marks in order."""
    number = bisect_left(marks, place, key=_start)
    if number == 0:
        return marks[:1]
    first = bisect_left(marks, marks[number - 1].start, key=_start)
    return [marks[first], *marks[number : number + 1]]


def _start(mark: Mark) -> int:
    return mark.start
