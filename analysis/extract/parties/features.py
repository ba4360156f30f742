"""
Describe how well each party in an article fits a generic name in it.

In: an article with its marks and mentions. Out: for a mention, its candidates and their features,
numbers from 0 to 1. Words near the mention, the headline, the lead and other mentions of the same
noun are looked at; what the article speaks of elsewhere only counts by how often it does.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import islice

import numpy as np

from analysis.extract.parties.mentions import Mention
from analysis.extract.parties.owners import ArticleParties
from analysis.extract.parties.relations import RELATIONS

__all__ = ["FEATURES", "ArticleFeatures"]

FEATURES = (
    *(f"is_{name}" for name in RELATIONS),
    *("own_name", "another_said", "before_in_sentence", "after_in_sentence", "in_last_sentence"),
    *(
        "two_sentences_back",
        "share",
        "share_of_lead",
        "in_title",
        "first_named",
        "only_one_in_lead",
    ),
    *(
        "nearest_before",
        "said_of_noun",
        "said_of_noun_before",
        "the_same",
        "said_of_kind",
        "said_of_any",
    ),
    *(
        "state_and_country",
        "armed_and_group",
        "police_and_place",
        "party_and_side",
        "state_and_group",
    ),
    *("armed_and_country", "local_name", "bare_plural", "attacker", "protesters", "said_here"),
    *(
        "attributive",
        "attributive_after",
        "indefinite",
        "indefinite_unsaid",
        "local_and_country",
        "local_and_place",
    ),
    *("after_against", "holder_before", "holder_share", "named_once"),
)
MOST_CANDIDATES = 12
_IN_GENERAL = frozenset(("governments", "armies", "presidents", "prime ministers", "regimes"))
_LEAD = 400  # characters after the title
_UNSEEN = 1  # names added to those of an article: one name alone says little
_WORDS_OF_HALF = 8  # words after which nearness has fallen to a third
_STATE = frozenset(("government", "military", "officials", "person", "police_security"))
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+(?=[A-Z“\"‘(])|\n+")
# "military action", "police brutality": the noun stands for a kind of thing
_ATTRIBUTIVE = re.compile(
    r"\s(?!(?:and|or|in|on|at|of|to|for|from|by|with|that|who|which|as|is|are|was|were|has|have|had"
    r"|"
    r"will|would|could|should|may|can|said|says|say|told|also|not|did|does|do|after|before|when|"
    r"since|but|if|because|while|over|under|against)\b)[a-z]+(?<!ed)(?<!ly)\b"
)
_INDEFINITE = re.compile(r"\b(?:an?|any|every|no|some|other|another)\s(?:[a-z-]+\s){0,2}$")
_LOCAL_NOUN = re.compile(
    r"\b(?:city|state|local|county|provincial|town|district|municipal)\s$", re.I
)
_AGAINST = re.compile(r"\b(?:against|with|to|over|on)\s(?:the\s)?$")
# a capital where people meet is no party: "talks in Luanda", "five delegates leave for Luanda"
_BEFORE_VENUE = re.compile(r"\b(?:in|to|at|for|from|near|outside|of)\s(?:the\s)?$")
_MEETING = re.compile(
    r"\b(?:talks|summit|conference|negotiat\w+|delegat\w+|mediat\w+|ceremony|tournament|match"
    r"|final|championships?|games)\b",
    re.IGNORECASE,
)
# nor is one where somebody went: "the owner fled to London"
_WENT_TO = re.compile(
    r"\b(?:fled|flew|flown|exiled?|escaped|travell?ed|moved|born|studied|holiday\w*|emigrated|lives"
    r"|living"
    r"|settled|retired)\b[^.,;:]{0,20}\b(?:in|to|at|for|from|near)\s$"
)
_WENT_REACH = 50  # characters
_NOT_OF_VENUES = frozenset(("government", "military", "officials", "opposition", "person"))
# police and prime ministers are a country's, though the article may name none
_OF_STATES = frozenset(("government",))
_ARMIES = frozenset(("army", "armies"))
_OF_NO_POLITICAL_PARTY = frozenset(("government", "military", "person", "police_security"))
_DETERMINER = re.compile(
    r"\b(?:the|this|that|these|those|its|his|her|their|our|your|my)\s[\w-]*\s?$", re.I
)


class ArticleFeatures:
    """
    The features of an article's mentions.

    Parameters
    ----------
    article : ArticleParties
    title_length : int
        Characters of the headline at the beginning of the text; 0 if there is none.
    """

    def __init__(self, article: ArticleParties, title_length: int) -> None:
        self.article = article
        marks = article.marks
        self._bounds = [0, *(match.end() for match in _SENTENCE_END.finditer(article.text))]
        self._starts: dict[str, list[int]] = {}
        self._kinds: dict[str, str] = {}
        self._forms: dict[str, set[str]] = {}
        for mark in marks:
            self._starts.setdefault(mark.party, []).append(mark.start)
            self._kinds.setdefault(mark.party, mark.kind)
            self._forms.setdefault(mark.party, set()).add(mark.form)
            if mark.kind not in ("other", "leader"):
                self._kinds[mark.party] = mark.kind
        for party, forms in self._forms.items():
            if self._kinds[party] == "leader" and "local" not in forms:
                self._kinds[party] = "country"
        counts = Counter(mark.party for mark in marks if mark.form != "local")
        self._venues = self._find_venues()
        self._share = _shares(counts)
        lead_end = title_length + _LEAD
        in_lead = Counter(mark.party for mark in marks if mark.start < lead_end)
        self._lead_share = _shares(in_lead)
        self._only_in_lead = next(iter(in_lead)) if len(in_lead) == 1 else None
        self._in_title = {mark.party for mark in marks if mark.start < title_length}
        body = [mark.party for mark in marks if mark.start >= title_length]
        self._first = body[0] if body else None
        self._frequent = [party for party, _ in counts.most_common(MOST_CANDIDATES)]
        self._said_of_noun: dict[str, Counter[str]] = {}
        self._said_of_kind: dict[str, Counter[str]] = {}
        self._said_of_any: Counter[str] = Counter()
        for mention, said in zip(article.mentions, article.said, strict=True):
            if said is not None:
                self._said_of_noun.setdefault(_noun(mention), Counter())[said] += 1
                self._said_of_kind.setdefault(mention.kind, Counter())[said] += 1
                self._said_of_any[said] += 1
        self._last_said: dict[str, str] = {}
        self._holders = [mark for mark in marks if mark.form in ("leader", "surname")]
        self._holder_share = _shares(Counter(mark.party for mark in self._holders))

    def candidates(self, number: int) -> list[str]:
        """Return the parties that a mention may belong to: near ones, then frequent ones."""
        mention = self.article.mentions[number]
        sentence = bisect_right(self._bounds, mention.start) - 1
        start = self._bounds[max(0, sentence - 2)]
        marks = self.article.marks
        first = bisect_left(marks, start, key=lambda mark: mark.start)
        after = bisect_left(marks, self._sentence_end(sentence), key=lambda mark: mark.start)
        near = [mark.party for mark in marks[first:after]]
        related = [marks[mark].party for mark in self.article.relations[number]]
        said = self._said_of_noun.get(_noun(mention), Counter())
        ordered = dict.fromkeys([*related, *reversed(near), *said, *self._frequent])
        allowed = (party for party in ordered if self._may_own(number, party))
        return list(islice(allowed, MOST_CANDIDATES))

    def _may_own(self, number: int, party: str) -> bool:
        """
        Whether the article can tell that a party is somebody's without the grammar saying so.

        A capital where talks or games are held owns no
        government. Fighters and attackers may be those of a group that is named near; that they are
        a country's must be said of them, or before of the same noun. The World Bank has no
        government. "Governments" in general are nobody's.
        """
        mention = self.article.mentions[number]
        if self.article.said[number] == party:
            return True
        if mention.text.lower() in _IN_GENERAL:
            return False
        if party in self._venues and mention.kind in _NOT_OF_VENUES:
            related = self.article.relations[number]
            return any(self.article.marks[mark].party == party for mark in related)
        if self._kinds[party] == "party" and mention.kind in _OF_NO_POLITICAL_PARTY:
            return False
        is_of_states = mention.kind in _OF_STATES or mention.text.lower() in _ARMIES
        if self._kinds[party] == "organisation" and is_of_states:
            return False
        if mention.kind not in ("armed_group", "attacker"):
            return True
        said_before = self._said_of_noun.get(_noun(mention), Counter())
        return self._kinds[party] in ("armed_group", "party") or party in said_before

    def describe(self, number: int, candidates: list[str]) -> np.ndarray:
        """
        Return the features of the candidates of a mention.

        Mentions are described in reading order, because what was said before one counts.

        Returns
        -------
        array of float, shape (n_candidates, n_features)
            Columns are ``FEATURES``.
        """
        mention = self.article.mentions[number]
        relations: dict[str, set[str]] = {}
        for mark, related in self.article.relations[number].items():
            relations.setdefault(self.article.marks[mark].party, set()).add(related)
        said = self.article.said[number]
        nearest = self._nearest_before(mention, candidates)
        rows = []
        for party in candidates:
            values = {f"is_{name}": 1.0 for name in relations.get(party, ())}
            values |= self._places(mention, party)
            values |= self._said(mention, party, said)
            values |= self._kind_fits(mention, party, said)
            values["own_name"] = float(
                mention.kind == "other" and "inside" in relations.get(party, ())
            )
            values |= self._wording(mention, party, said, values)
            values["nearest_before"] = float(party == nearest)
            rows.append([values.get(name, 0.0) for name in FEATURES])
        if said is not None:
            self._last_said[_noun(mention)] = said
        return np.array(rows, dtype=float).reshape(-1, len(FEATURES))

    def _find_venues(self) -> set[str]:
        """Return the parties of which the article only names the capital, as where people meet."""
        text = self.article.text
        venues: set[str] = set()
        others: set[str] = set()
        for mark in self.article.marks:
            sentence = bisect_right(self._bounds, mark.start) - 1
            told = text[self._bounds[sentence] : self._sentence_end(sentence)]
            is_place = _BEFORE_VENUE.search(text[max(0, mark.start - 14) : mark.start])
            went = _WENT_TO.search(text[max(0, mark.start - _WENT_REACH) : mark.start])
            is_met_in = is_place and _MEETING.search(told)
            is_venue = mark.form == "capital" and (is_met_in or went)
            (venues if is_venue else others).add(mark.party)
        return venues - others

    def _sentence_end(self, sentence: int) -> int:
        if sentence + 1 < len(self._bounds):
            return self._bounds[sentence + 1]
        return len(self.article.text)

    def _nearest_before(self, mention: Mention, candidates: list[str]) -> str | None:
        places = {}
        for party in candidates:
            starts = self._starts[party]
            number = bisect_left(starts, mention.start)
            if number and self._kinds[party] != "other":
                places[party] = starts[number - 1]
        return max(places, key=lambda party: places[party], default=None)

    def _places(self, mention: Mention, party: str) -> dict[str, float]:
        """Return where the party is named, seen from the mention and in the article."""
        text = self.article.text
        starts = self._starts[party]
        sentence = bisect_right(self._bounds, mention.start) - 1
        begin, end = self._bounds[sentence], self._sentence_end(sentence)
        number = bisect_left(starts, mention.start)
        values = {
            "share": self._share.get(party, 0.0),
            "share_of_lead": self._lead_share.get(party, 0.0),
            "in_title": float(party in self._in_title),
            "first_named": float(party == self._first),
            "named_once": float(len(starts) == 1),
            "only_one_in_lead": float(self._only_in_lead == party),
        }
        if number and starts[number - 1] >= begin:
            n_words = text.count(" ", starts[number - 1], mention.start)
            values["before_in_sentence"] = math.exp(-n_words / _WORDS_OF_HALF)
        elif number:
            for name, back in (("in_last_sentence", 1), ("two_sentences_back", 2)):
                if starts[number - 1] >= self._bounds[max(0, sentence - back)]:
                    values[name] = 1.0
                    break
        if number < len(starts) and starts[number] < end:
            n_words = text.count(" ", mention.end, starts[number])
            values["after_in_sentence"] = math.exp(-n_words / _WORDS_OF_HALF)
        return values

    def _said(self, mention: Mention, party: str, said: str | None) -> dict[str, float]:
        """Return what the grammar says of this mention and of others."""
        own = int(said == party)  # what is said of the mention itself is counted apart
        noun = _noun(mention)
        return {
            "said_here": float(said == party),
            "another_said": float(said is not None and said != party),
            "said_of_noun": _share_of(self._said_of_noun.get(noun), party, own, said),
            "the_same": float(self._is_same_again(mention, party, said)),
            "said_of_noun_before": float(self._last_said.get(noun) == party),
            "said_of_kind": _share_of(self._said_of_kind.get(mention.kind), party, own, said),
            "said_of_any": _share_of(self._said_of_any, party, own, said),
        }

    def _is_same_again(self, mention: Mention, party: str, said: str | None) -> bool:
        """Whether "the rebels" follow rebels who were said to be the party's, and nobody else's."""
        if said is not None or self._last_said.get(_noun(mention)) != party:
            return False
        before = self.article.text[max(0, mention.start - 30) : mention.start]
        return len(self._said_of_noun[_noun(mention)]) == 1 and bool(_DETERMINER.search(before))

    def _wording(
        self,
        mention: Mention,
        party: str,
        said: str | None,
        values: dict[str, float],
    ) -> dict[str, float]:
        """Return what the words around the mention say of the party."""
        text = self.article.text
        before = text[max(0, mention.start - 30) : mention.start]
        attributive = _ATTRIBUTIVE.match(text, mention.end) is not None
        indefinite = _INDEFINITE.search(before) is not None
        is_local = _LOCAL_NOUN.search(before) is not None
        starts = self._starts[party]
        number = bisect_left(starts, mention.start)
        ahead = starts[number] if number < len(starts) else None
        against = (
            ahead is not None and _AGAINST.search(text[max(0, ahead - 14) : ahead]) is not None
        )
        owner = self._kinds[party]
        after = values.get("after_in_sentence", 0.0)
        found = {
            "attributive": float(attributive),
            "attributive_after": float(attributive) * after,
            "indefinite": float(indefinite),
            "indefinite_unsaid": float(indefinite and said is None),
            "local_and_country": float(is_local and owner == "country"),
            "local_and_place": float(is_local and owner in ("place", "other")),
            "after_against": float(against) * after,
        }
        if mention.kind in ("person", "government"):
            number = bisect_left(self._holders, mention.start, key=lambda mark: mark.start)
            last = self._holders[number - 1].party if number else None
            found["holder_before"] = float(last == party)
            found["holder_share"] = self._holder_share.get(party, 0.0)
        return found

    def _kind_fits(self, mention: Mention, party: str, said: str | None) -> dict[str, float]:
        """Return whether the kind of party suits the noun."""
        owner = self._kinds[party]
        armed = mention.kind in ("armed_group", "attacker")
        state = mention.kind in _STATE
        before = self.article.text[max(0, mention.start - 30) : mention.start]
        plural = mention.text.lower().endswith("s") and mention.kind != "other"
        return {
            "state_and_country": float(state and owner == "country"),
            "state_and_group": float(state and owner == "armed_group"),
            "armed_and_group": float(armed and owner == "armed_group"),
            "armed_and_country": float(armed and owner == "country" and said != party),
            "police_and_place": float(mention.kind == "police_security" and owner == "place"),
            "party_and_side": float(
                owner == "party" and mention.kind in ("opposition", "officials")
            ),
            "local_name": float(self._forms[party] == {"local"}),
            "bare_plural": float(plural and not _DETERMINER.search(before)),
            "attacker": float(mention.kind == "attacker"),
            "protesters": float(mention.kind == "protesters"),
        }


def _noun(mention: Mention) -> str:
    return mention.text.lower().rstrip("s")


def _shares(counts: Counter[str]) -> dict[str, float]:
    total = sum(counts.values()) + _UNSEEN
    return {party: count / total for party, count in counts.items()}


def _share_of(counts: Counter[str] | None, party: str, own: int, said: str | None) -> float:
    """Return the share of a party among what is said of other mentions."""
    if counts is None:
        return 0.0
    others = counts.total() - int(said is not None)
    return (counts[party] - own) / others if others > 0 else 0.0
