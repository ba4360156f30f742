"""
Tell which party the words for an agent or a patient name: "regime air strikes", "by Israel".

In: the ``parties`` table and spans of words. Out: a label for each span, so that "blamed on" can be
compared across outlets: the party with its side where a noun says which ("regime forces"), the
country alone where only its adjective is printed ("Syrian shelling"). Words that name a weapon or
an event alone, or whose party the article does not tell, have none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from analysis.extract.parties.context_words import context_words
from analysis.extract.parties.gazetteer import Gazetteer, project_gazetteer
from analysis.extract.parties.labels import party_label
from analysis.extract.parties.marks import Mark, find_marks

__all__ = ["PartyMentions", "with_agent_parties"]

_LONGEST_MENTION = 40  # characters
_WHERE = re.compile(
    r"\b(?:at|in|near|on|outside|off|across|around|over)\s(?:the\s|a\s)?(?:[a-z-]+\s){0,2}$"
)
_AND = re.compile(r"\sand\s|,\s")
_THE_PEOPLE = re.compile(r"(?:^|\s)[Tt]he\s$")
_PURSUITS = (["pursuit"], ["pursuits"], ["chase"], ["chases"])
_FIRES = frozenset({"fire", "fires", "blaze", "inferno"})
_COMPLEMENT = re.compile(r"\s(?:at|in|near|on|outside|off|of|that|which|who)\s")


class _Mention(NamedTuple):
    start: int
    end: int
    label: str | None


class PartyMentions:
    """
    The parties of some articles, looked up by the place of words.

    Parameters
    ----------
    texts : mapping of str to str
        Text of each article by its id.
    parties : DataFrame
        The ``parties`` table.
    gazetteer : Gazetteer, optional
        That of the project by default.
    """

    def __init__(
        self,
        texts: Mapping[str, str],
        parties: pd.DataFrame,
        gazetteer: Gazetteer | None = None,
    ) -> None:
        self._texts = texts
        self._gazetteer = gazetteer or project_gazetteer()
        self._mentions: dict[str, list[_Mention]] = {}
        columns = [parties[name] for name in ("article_id", "start", "end", "kind", "party")]
        for article_id, start, end, kind, party in zip(*columns, strict=True):
            label = None if pd.isna(party) else party_label(party, kind, self._gazetteer)
            self._mentions.setdefault(article_id, []).append(_Mention(start, end, label))

    def label(
        self,
        article_id: str,
        start: int,
        end: int,
        as_agent: bool = False,
    ) -> str | None:
        """
        Return the parties that some words name.

        Parameters
        ----------
        article_id : str
        start, end : int
            Characters of the words; ``end`` is not included.
        as_agent : bool, optional
            Whether the words are of who did something: then the nation of private persons ("an
            American and his Pakistani wife", "Norlandish workers") names no party.

        Returns
        -------
        str or None
            Labels in reading order, joined by " and ". A generic name says whose it is ("Syria
            (authorities)"); where there is none, a country or group that the words name counts
            ("Israel"), unless it only says where ("a bomb in Iraq", "Congo ferry"). None if they
            name no party, or one whose owner is not told.
        """
        words = self._texts[article_id][start:end]
        if _is_pursuit(words):
            return None
        mentions = self._mentions.get(article_id, [])
        first = bisect_left(mentions, start - _LONGEST_MENTION, key=lambda mention: mention.start)
        after = bisect_left(mentions, end, key=lambda mention: mention.start)
        inside = [one for one in mentions[first:after] if one.end > start]
        labels = [one.label for one in inside if one.label is not None]
        if not inside:
            labels = []
            for mark in find_marks(words, self._gazetteer):
                is_private = as_agent and _is_of_private_people(words, mark)
                if mark.kind != "place" and _says_whose(words, mark) and not is_private:
                    labels.append(mark.party)
        return " and ".join(dict.fromkeys(labels)) or None


def _is_pursuit(words: str) -> bool:
    """Return whether some words name a chase: a crash that ends it is not said to be its doing."""
    return _plain_words(_COMPLEMENT.split(words, maxsplit=1)[0])[-1:] in _PURSUITS


def _says_whose(words: str, mark: Mark) -> bool:
    """Return whether a country did what some words name: "Syrian shelling", not "Congo ferry"."""
    if _WHERE.search(words[: mark.start]) is not None:
        return False
    phrase = _COMPLEMENT.split(words, maxsplit=1)[0]
    head = _plain_words(phrase)
    if head and head[-1] in context_words("no_act"):
        return False
    return not _is_scene(mark, phrase)


def _is_of_private_people(words: str, mark: Mark) -> bool:
    """Whether an adjective only tells from where private people are: "Norlandish workers"."""
    if mark.form != "adjective" or mark.possessive:
        return False
    phrase = _COMPLEMENT.split(words[mark.end :], maxsplit=1)[0]
    first, *others = (_plain_words(part) for part in _AND.split(phrase))
    heads = (first or (others[0] if others else []))[-1:]
    if not heads:
        return _THE_PEOPLE.search(words[: mark.start]) is None  # "the Norlanders" are a side
    return not context_words("private_people").isdisjoint(heads)


def _is_scene(mark: Mark, phrase: str) -> bool:
    """
    Return whether a country's name only says where something was hit: "Yemen market strike".

    An adjective may say who did it, unless a fire broke out: "Israeli school strike".
    """
    *between, last = _plain_words(phrase[mark.end :]) or ["", ""]
    if mark.possessive or not between:
        return False
    if mark.form == "adjective" and last not in _FIRES:
        return False
    return not context_words("scene").isdisjoint(between)


def _plain_words(phrase: str) -> list[str]:
    """Return the words of a phrase in lower case, without the marks around them."""
    return [word.strip(".,'’\"”").lower() for word in phrase.split()]


def with_agent_parties(figures: pd.DataFrame, mentions: PartyMentions) -> pd.DataFrame:
    """
    Return figures with the party of each agent.

    Parameters
    ----------
    figures : DataFrame
        The ``figures`` table. Not changed.
    mentions : PartyMentions

    Returns
    -------
    DataFrame
        With ``agent_party`` filled; null where there is no agent or it names no party.
    """
    columns = [figures[name] for name in ("article_id", "agent_start", "agent_end")]
    parties = _labels(mentions, zip(*columns, strict=True))
    return figures.assign(agent_party=pd.Series(parties, index=figures.index, dtype="str"))


def _labels(mentions: PartyMentions, spans: Iterable[Sequence]) -> list[str | None]:
    labels = []
    for article_id, start, end in spans:
        if pd.isna(start):
            labels.append(None)
        else:
            labels.append(mentions.label(article_id, int(start), int(end), as_agent=True))
    return labels
