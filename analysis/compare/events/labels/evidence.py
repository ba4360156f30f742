"""
Read the names and happenings of one article.

Only the headline and the lead are read: news starts with what happened and ends with background.
"""

import csv
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np

from analysis.compare.events.labels.capitals import Capitals
from analysis.compare.events.labels.countries import countries_in, is_region
from analysis.compare.events.labels.happening_lexicon import (
    NO_LABEL,
    VERB_KINDS,
    Unit,
    happening_lexicon,
)
from analysis.compare.events.labels.happenings import find_happenings
from analysis.compare.events.labels.headline_topics import HeadlineWords
from analysis.compare.events.labels.name_forms import NameForms
from analysis.compare.events.labels.names import Run, find_names
from analysis.compare.events.labels.words import Word, body, is_title_case, sentences
from analysis.core import paths

_POSITION_SCALE = 60  # words after which a mention counts a third
_LONGEST_NAME = 5  # words
_MENTION_WEIGHT = 0.6  # at the start of a headline or of a lead
_GIVEN_PLACE_WEIGHT = 1.1  # about that of a name in headline and lead
_SHORTEST_DATELINE_WORD = 5  # shorter words in capitals are more often acronyms
_PRINTED_FORM = 1000  # a form in a text outweighs any number of forms from the lexicon
_FEWEST_WORDS = 6  # of a first sentence; bylines and datelines are shorter
_FEWEST_MENTIONS = 2  # of a happening that is not in the headline
# a mention in a dateline: where it was written, which may be far from where it happened
_DATELINE_SHARE = 0.5
_REGION_SHARE = 0.3  # of "Arizona" in "Yuma, Arizona", which is about the town
_BESIDE_HAPPENING = 1.4  # "fighting near Velm"
_WORDS_BESIDE = 4
_PLACE_WORDS = frozenset({"in", "at", "near", "outside", "off", "on"})
_BEFORE_PLACE = [[word, "the"] for word in sorted(_PLACE_WORDS)]
_FEWEST_BEFORE = 2  # words before a place: a happening and "in"
# what befalls the country whose adjective is before it; not "the Velmar strike"
_SUFFERED = frozenset(
    """losses casualties dead deaths fatalities election elections referendum quake earthquake flood
    floods flooding wildfire wildfires drought famine outbreak epidemic crisis economy inflation
    currency budget""".split()
)
_SPEAKING = frozenset(
    """says said say puts put claims claimed claim admits admitted denies denied accuses accused
    warns warned urges urged insists insisted demands demanded vows vowed condemns condemned rejects
    rejected blames blamed calls called wants told tells summons summoned speaks spoke""".split()
)
_OPINION = re.compile(
    r"\s*(?:comment|commentary|opinion|op-ed|editorial|column|viewpoint|view)\s*[:|–—-]\s+",
    re.IGNORECASE,
)
# a result of a game: "Karsk crush Velm 4-0", but no vote of 5-4
_RESULT = re.compile(
    r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])|\bby [\w-]+ (?:wickets?|runs|goals|points)\b"
)
_NO_GAME = re.compile(
    r"\b(?:vot|rul|court|council|senat|parliament|judges|justices|board|house|bill|passes|approv)",
    re.IGNORECASE,
)
_MISHAPS = frozenset(
    """crush collapse crash massacre stampede blast explosion fire storm fall sinking flood burial
    rout demolition execution""".split()
)
_QUESTIONS = frozenset({"how", "why", "what", "who", "whose", "which", "should"})


# fields of Evidence that are united where articles are
_SETS = (
    "places",
    "title_names",
    "title_nouns",
    "title_doubts",
    "located",
    "given",
    "sides",
    "lands",
    "title_lands",
    "accused",
)
_BEFORE_ACCUSED = frozenset("blame blames blamed blaming accuse accuses accused accusing".split())
_AFTER_ACCUSED = frozenset("responsible behind blame blamed accused suspected".split())
_WORDS_TO_ACCUSED = 3


@dataclass
class Evidence:
    """
    Names and nouns of one article, or of all articles of one outlet in a group.

    Attributes
    ----------
    names, nouns : dict
        Weight of each, 0 to 1.2.
    places : set
        Names printed as places.
    whole : Counter
        How often a name is printed alone, not inside a longer name.
    forms : Counter
        How often a noun is printed in a form.
    title_names, title_nouns : set
        What a headline prints.
    title_doubts : set
        Nouns of which a headline says that it did not happen, or may.
    located : set
        Names printed beside what happened: "fighting near Velm".
    given : set
        Places that the table gives for an article.
    sides : set
        Countries that a headline names, by an adjective too: "Norland", "Velmar captives".
    lands, title_lands : set
        Places whose people or adjective the first sentence or the headline, or the headline alone,
        prints: Velm of "Velmars".
    accused : set
        Names that a headline says are blamed: whose an attack is said to be, not where it was.
    headline, first_sentence : dict
        Weights of the nouns that a headline, or the first sentence of a text, says plainly.
    words : HeadlineWords
        What the headlines may be about.
    """

    names: dict[Unit, float] = field(default_factory=dict)
    nouns: dict[str, float] = field(default_factory=dict)
    places: set[Unit] = field(default_factory=set)
    whole: Counter[Unit] = field(default_factory=Counter)
    forms: Counter[tuple[str, str]] = field(default_factory=Counter)
    title_names: set[Unit] = field(default_factory=set)
    title_nouns: set[str] = field(default_factory=set)
    title_doubts: set[str] = field(default_factory=set)
    located: set[Unit] = field(default_factory=set)
    given: set[Unit] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    lands: set[Unit] = field(default_factory=set)
    title_lands: set[Unit] = field(default_factory=set)
    accused: set[Unit] = field(default_factory=set)
    headline: dict[str, float] = field(default_factory=dict)
    first_sentence: dict[str, float] = field(default_factory=dict)
    words: HeadlineWords = field(default_factory=HeadlineWords)

    def add(self, other: "Evidence") -> None:
        """Take the larger weight of every name and noun, and the union of the sets."""
        for weights in ("names", "nouns", "headline", "first_sentence"):
            own = getattr(self, weights)
            for key, weight in getattr(other, weights).items():
                own[key] = max(own.get(key, 0.0), weight)
        for found in _SETS:
            getattr(self, found).update(getattr(other, found))
        self.whole.update(other.whole)
        self.forms.update(other.forms)
        self.words.add(other.words)


def united(of_articles: Sequence[Evidence]) -> Evidence:
    """Return the names and nouns of some articles as those of one; not changed."""
    if len(of_articles) == 1:
        return of_articles[0]
    whole = Evidence()
    for evidence in of_articles:
        whole.add(evidence)
    return whole


def read_article(
    title: str,
    text: str,
    place: str,
    capitals: Capitals,
    forms: NameForms,
) -> Evidence:
    """
    Return the names and nouns of one article.

    Parameters
    ----------
    title, text, place : str
        Of the article; empty if not known.
    capitals : Capitals
        What is known about capitals.
    forms : NameForms
        Is told how the names are printed.

    Returns
    -------
    Evidence
        Empty if the article has no words.
    """
    of_text = list(sentences(body(title, text)))
    title = capitals.without_outlet(title)
    reader = _Reader(capitals, forms, _first_places([*sentences(title), *of_text]))
    reader.read_title(title)
    reader.read_body(of_text)
    reader.weigh_datelines()
    reader.read_place(place)
    return reader.evidence


def _first_places(of_article: list[list[Word]]) -> dict[str, int]:
    """Return the order in which the words of an article stand first, in lower case."""
    first_places: dict[str, int] = {}
    for sentence in of_article:
        for word in sentence:
            first_places.setdefault(word.lower, len(first_places))
    return first_places


class _Reader:
    """Reads one article."""

    def __init__(
        self,
        capitals: Capitals,
        forms: NameForms,
        first_places: Mapping[str, int],
    ) -> None:
        self.capitals = capitals
        self.first_places = first_places
        self.name_forms = forms
        self.evidence = Evidence()
        self.seen: Counter[Any] = Counter()
        self.is_game = False
        self.datelines: set[Unit] = set()

    def read_title(self, title: str) -> None:
        self.is_game = _RESULT.search(title) is not None and _NO_GAME.search(title) is None
        topic = _OPINION.sub("", title, count=1)
        # an opinion's headline says what it is about, not what happened
        is_question = topic != title or title.rstrip("'\"’” ").endswith("?")
        title = topic
        evidence = self.evidence
        for sentence in sentences(title):
            evidence.sides.update(country for _, _, country in countries_in(sentence))
            evidence.words.read_headline(sentence, self.capitals)
            is_feature = is_question or sentence[0].lower in _QUESTIONS
            plain = evidence.headline
            if is_feature:
                plain = {}
            self._read_sentence(sentence, _MENTION_WEIGHT, VERB_KINDS, plain)
        evidence.title_names.update(evidence.names)
        evidence.title_nouns.update(evidence.nouns)
        evidence.title_lands.update(evidence.lands)
        self.seen.clear()

    def read_body(self, of_text: list[list[Word]]) -> None:
        position = 0
        is_first_found = False
        for sentence in of_text:
            self.evidence.words.read_lead(sentence)
            is_first = not is_first_found and _is_full_sentence(sentence)
            is_first_found |= is_first
            plain = {}
            if is_first:
                plain = self.evidence.first_sentence
            verb_kinds = set()
            if is_first or not position:
                verb_kinds.add("verbs")
            weight = _MENTION_WEIGHT * _decay(position)
            self._read_sentence(sentence, weight, verb_kinds, plain)
            position += len(sentence)
        # What the news is about is said again; a word said once is background more often than not.
        # What the deaths of the headline came of need not be said twice.
        headline, lexicon = self.evidence.headline, happening_lexicon()
        certain: frozenset[str] = frozenset()
        if headline and lexicon.general.issuperset(headline):
            certain = lexicon.harm
        for noun in list(self.evidence.first_sentence):
            if self.seen[noun] < _FEWEST_MENTIONS and noun not in certain:
                del self.evidence.first_sentence[noun]

    def read_place(self, place: str) -> None:
        named = place.split(",")[0]
        unit = tuple(word.lower for sentence in sentences(named) for word in sentence)
        evidence = self.evidence
        if unit and len(unit) <= _LONGEST_NAME:
            evidence.names[unit] = max(evidence.names.get(unit, 0.0), _GIVEN_PLACE_WEIGHT)
            evidence.places.add(unit)
            evidence.given.add(unit)
            evidence.whole[unit] += 1
            self.name_forms.add(unit, is_place=True)
            self.name_forms.add_printed(unit, named.strip())

    def _read_sentence(
        self,
        sentence: list[Word],
        weight: float,
        verb_kinds: Collection[str],
        plain: dict[str, float],
    ) -> None:
        """Add what one sentence says; what it says plainly is added to ``plain`` too."""
        evidence = self.evidence
        is_title = plain is evidence.headline
        in_name: set[int] = set()
        runs = list(find_names(sentence, self.capitals))
        for run in runs:
            if run.end - run.start > 1:
                in_name.update(range(run.start, run.end))
        happenings = list(
            find_happenings(sentence, in_name, self.capitals, verb_kinds, self.first_places)
        )
        if verb_kinds:
            self._add_lands(sentence)
        if is_title:
            self._add_sufferers(sentence, weight)
        for run in runs:
            if _is_speaking_capital(sentence, run):
                continue
            is_beside = _is_beside(sentence, run)
            name_weight = weight
            if _is_region_of_town(sentence, run, runs):
                name_weight *= _REGION_SHARE
            if is_beside:
                name_weight *= _BESIDE_HAPPENING
            self._add_names(sentence, run, name_weight)
            self._locate(sentence, run, is_beside)
            if is_title and _is_accused(sentence, run):
                self.evidence.accused.add(tuple(w.lower for w in sentence[run.start : run.end]))
        for happening, is_plain, is_real in happenings:
            key = happening.key
            if self.is_game and self._is_of_bodies(key):
                continue
            _raise_weight(evidence.nouns, key, weight * happening.weight, self.seen)
            if is_title and not is_real:
                evidence.title_doubts.add(key)
            if is_plain and (is_title or happening.kind in ("happenings", "other_words")):
                plain[key] = max(plain.get(key, 0.0), happening.weight)
            if happening.kind in ("happenings", "general"):
                evidence.forms[key, happening.noun] += _PRINTED_FORM
            else:
                evidence.forms[key, happening.noun] += 1

    def _add_lands(self, sentence: list[Word]) -> None:
        """Add the places whose adjective is printed."""
        for _, _, country in countries_in(sentence):
            unit = tuple(country.lower().split())
            self.evidence.lands.add(unit)
            self.name_forms.add_land(unit)
            self.name_forms.add_printed(unit, country)
        for word in sentence:
            if not word.text[0].isupper():
                continue
            land = self.capitals.land_of(word.lower)
            if land:
                self.evidence.lands.add((land,))
                self.name_forms.add_land((land,))

    def _add_sufferers(self, sentence: list[Word], weight: float) -> None:
        """Add the countries whose losses or floods a headline tells: "Velmar losses"."""
        for _, end, country in countries_in(sentence):
            after = sentence[end : end + 1]
            if not after or after[0].link != " " or after[0].lower not in _SUFFERED:
                continue
            unit = tuple(country.lower().split())
            position_weight = weight * _BESIDE_HAPPENING * _decay(end)
            _raise_weight(self.evidence.names, unit, position_weight, self.seen)
            self.evidence.places.add(unit)
            self.evidence.located.add(unit)
            self.evidence.whole[unit] += 1
            self.name_forms.add(unit, is_place=True)
            self.name_forms.add_printed(unit, country)

    def _locate(self, sentence: list[Word], run: Run, is_beside: bool) -> None:
        """Note the names of datelines, and those beside what happened."""
        parts = range(run.start, min(run.end, run.start + _LONGEST_NAME))
        units = {
            tuple(word.lower for word in sentence[start : end + 1])
            for start in parts
            for end in parts
            if start <= end
        }
        if is_beside:
            self.evidence.located |= units
        elif run.is_place and run.start == 0:
            self.datelines |= units

    def weigh_datelines(self) -> None:
        """Lower the weight of where the article was written, if it says where it happened."""
        located = self.evidence.located
        if not located:
            return
        for unit in self.datelines - located:
            if unit in self.evidence.names:
                self.evidence.names[unit] *= _DATELINE_SHARE

    def _is_of_bodies(self, key: str) -> bool:
        """Return whether a happening harms somebody, which it does not in the result of a game."""
        return key in _MISHAPS or key in happening_lexicon().grave

    def _add_names(self, sentence: list[Word], run: Run, weight: float) -> None:
        """Add a name and the names in it: Notre Dame in Notre Dame Cathedral."""
        evidence = self.evidence
        words = sentence[run.start : run.end][:_LONGEST_NAME]
        whole = tuple(word.lower for word in words)
        is_shouted = _is_shouted(sentence, words, run)
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                part = words[start:end]
                if not self._is_name(part):
                    continue
                unit = whole[start:end]
                is_place = run.is_place and end == len(words)
                _raise_weight(evidence.names, unit, weight * _decay(run.start), self.seen)
                if is_place:
                    evidence.places.add(unit)
                self.name_forms.add(unit, is_place)
                if not is_shouted:
                    self.name_forms.add_printed(unit, _printed(part))
        if whole in evidence.names:
            evidence.whole[whole] += 1

    def _is_name(self, words: list[Word]) -> bool:
        """Return whether a part of a name is one too."""
        lexicon = happening_lexicon()
        last = words[-1]
        if words[0].text.islower() or last.text.islower():
            return False
        if len(last.text) == 1 or last.lower in lexicon.peoples:
            return False
        if len(words) == 1:
            return self.capitals.is_single_name(last.lower)
        return last.lower not in lexicon.offices


def _is_speaking_capital(sentence: list[Word], run: Run) -> bool:
    """Return whether a name is a capital that stands for its government: "Kabul says"."""
    name = " ".join(word.lower for word in sentence[run.start : run.end])
    after = sentence[run.end : run.end + 1]
    if not after or after[0].lower not in _SPEAKING or after[0].link != " ":
        return False
    if run.start and sentence[run.start - 1].lower in _PLACE_WORDS:
        return False
    return name in _capitals_of_states()


def _is_region_of_town(sentence: list[Word], run: Run, runs: Sequence[Run]) -> bool:
    """Return whether a name only says where the town before it lies: "Yuma, Arizona"."""
    if sentence[run.start].link != "," or not any(town.end == run.start for town in runs):
        return False
    return is_region(tuple(word.lower for word in sentence[run.start : run.end]))


def _is_accused(sentence: list[Word], run: Run) -> bool:
    """Return whether a headline says that somebody blames a name: "Iran is behind the attack"."""
    before = sentence[run.start - 1].lower if run.start else ""
    after = {word.lower for word in sentence[run.end : run.end + _WORDS_TO_ACCUSED]}
    return before in _BEFORE_ACCUSED or not _AFTER_ACCUSED.isdisjoint(after)


@cache
def _capitals_of_states() -> frozenset[str]:
    """Return the names of capitals, in lower case."""
    with (paths.GAZETTEER / "parties.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(
            row["words"].lower() for row in csv.DictReader(file) if row["form"] == "capital"
        )


def _is_beside(sentence: list[Word], run: Run) -> bool:
    """Return whether a place is where something happened: "fighting near the Velm crossing"."""
    if run.start < _FEWEST_BEFORE:
        return False
    near = [word.lower for word in sentence[max(run.start - _WORDS_BESIDE, 0) : run.start]]
    if near[-1] not in _PLACE_WORDS and near[-2:] not in _BEFORE_PLACE:
        return False
    return any(_is_happening(word) for word in near[:-1])


def _is_happening(word: str) -> bool:
    """Return whether a word alone is one for what happens."""
    found = dict(happening_lexicon().phrases.get(word, ())).get((word,))
    return found is not None and found.kind in ("happenings", "verbs") and found.noun != NO_LABEL


def _is_full_sentence(sentence: list[Word]) -> bool:
    """Return whether a sentence is one of the text, not a byline, a dateline or a heading."""
    return len(sentence) >= _FEWEST_WORDS and not is_title_case(sentence)


def _is_shouted(sentence: list[Word], words: list[Word], run: Run) -> bool:
    """Return whether the capitals of a dateline or a headline hide how a name is written."""
    is_long = min(len(word.text) for word in words) >= _SHORTEST_DATELINE_WORD
    if run.start == 0 and (run.is_place or is_long):
        return all(word.text.isupper() for word in words)
    return all(word.text.isupper() for word in sentence)


def _decay(position: int) -> float:
    """Return what a mention counts at a position in words."""
    return float(np.exp(-position / _POSITION_SCALE))


def _raise_weight(weights: dict[Any, float], key: Any, weight: float, seen: Counter[Any]) -> None:
    """Add a mention: headline and lead count together, a repetition counts a little."""
    seen[key] += 1
    if seen[key] == 1:
        weights[key] = weights.get(key, 0.0) + weight
    elif seen[key] <= 3:
        weights[key] += 0.05


def _printed(words: list[Word]) -> str:
    """Return a name as the text prints it, without the capitals of datelines and headlines."""
    printed = words[0].text + "".join(word.link + word.text for word in words[1:])
    return printed.replace(",", " ")
