"""
Label groups of articles in neutral words: where or of whom, what happened, and when.

In: the ``articles`` table and the group of each row. Out: a label for each group, such as "Aldbeck,
floods, 9 Sep 2024". A headline would put one outlet's words above the articles of all others, so a
label is made of a name and a noun that many outlets of the group share and other groups do not. The
nouns are those of ``data/lexicons/happenings.toml``, which also replaces words that judge.

Only headlines and leads are read: news starts with what happened and ends with background. All
steps are linear in the number of articles.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import islice, pairwise
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.core import lexicon as lexicons
from analysis.core import paths, resources
from analysis.core.errors import InputError
from analysis.core.limits import LONGEST_TOKEN

__all__ = ["label_groups"]

LEAD_WORDS = 120
_LEAD_CHARACTERS = 1500
_TITLE_CHARACTERS = 400
_POSITION_SCALE = 60  # words after which a mention counts a third
_LONGEST_NAME = 5  # words
_MENTION_WEIGHT = 0.6  # at the start of a headline or of a lead
_PLACE_BONUS = 0.4
_GIVEN_PLACE_WEIGHT = 1.1  # about that of a name in headline and lead
_FULL_NAME_SHARE = 1 / 3  # share of a name's outlets that must print its longer form
_HALF = 0.5
_TITLE_CASE_SHARE = 0.6
_FEWEST_TITLE_CASE_WORDS = 3
_SHORTEST_TITLE_CASE_WORD = 4
_SHORTEST_SHOUTED_WORD = 3
_SHORTEST_DATELINE_WORD = 5  # shorter words in capitals are more often acronyms
_PRINTED_FORM = 1000  # a form in a text outweighs any number of forms from the lexicon
_NO_NAME = "none"  # noun of words that are never a label
_UNNAMED = "event"
_LONGEST_LIST = 8  # alternatives kept to tell groups apart

_KIND_WEIGHTS = {
    "happenings": 1.0,
    "general": 0.45,
    "other_words": 1.0,
    "loaded": 0.6,
    "verbs": 1.0,
    "speaking": 0.2,
}
_VERB_KINDS = frozenset({"verbs", "speaking"})
_GROUPS = (*_KIND_WEIGHTS, "titles", "not_names", "not_in_names", "peoples")
_FEWEST_OUTLETS = 2  # that must share a noun, where there are more
_LOWEST_NOUN_WEIGHT = 0.2  # of one outlet; a noun that is only in passing has less

_TOKEN = re.compile(
    r"""
    (?P<word> (?:[^\W\d_]\.){2,} | [^\W\d_]\w*(?:['’]\w+)* )
    | (?P<end> [.!?]+(?=\W|$) | \n\s* )
    | (?P<start> [:;|—–“"•] | (?<=\s)- (?=\s) | (?<!\w)['‘] )
    | (?P<agency> \(\s*[A-Z]{2,6}\s*\) )
    | (?P<number> \d[\w/]*(?:[.,]\d+)* )
    | (?P<other> [^\s\w] )
    """,
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"['’][sS]?$")
_CONTRACTION = re.compile(r"['’](?:t|ve|re|ll|d|m)$")
_NUMBER_OF_A_DAY = re.compile(r"\d+/\d+|\d{1,2}(?:st|nd|rd|th)?$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TITLE_TAIL = re.compile(r"\s+(?:[|:–—-]+)\s+([^|–—]{2,40}?)\s*$")
_NOT_LETTERS = re.compile(r"[\W_]+")
_PLACE_WORDS = frozenset({"in", "near", "outside", "inside", "across", "around", "within"})
_KINDS_OF_PLACE = frozenset(
    {
        "province",
        "city",
        "town",
        "village",
        "region",
        "district",
        "state",
        "port",
        "island",
        "suburb",
    }
)
_ABBREVIATIONS = frozenset(
    {"st", "ft", "mt", "no", "vs", "sept", "oct", "nov", "dec", "jan", "feb", "aug"}
)
_JOINERS = frozenset({"of", "de", "del", "la", "du", "da", "von", "van", "bin", "al", "el"})
_BEFORE_VERBS = frozenset(
    "to will would could can cannot must should might they we he she it who not i you don't "
    "doesn't didn't won't let lets".split()
)
_AFTER_VERBS = frozenset(
    "a an the his her him them it their its back up out down this that these those us me".split()
)
_AFTER_INTRANSITIVES = frozenset({"again", "to", "as", "for", "that", "after"})
_FUNCTION_WORDS = frozenset(
    "a an the of in on at to for from by with as and or but that is was were are be been has have "
    "had will after before over against between near during amid when while who which than".split()
)
_RELATIVES = frozenset({"who", "which", "that", "not", "never"})
_MODALS = frozenset("would could should must might may can cannot never if".split())
_AUXILIARIES = frozenset("is are was were be been being has have had".split())
_NOT_LAST = frozenset({"news", "playbook", "magazine", "online", "daily", "media", "tv", "day"})
_TIMES = frozenset("day days week weeks month months year years time times hour hours".split())
_MORE_STOP_WORDS = frozenset(
    "unless whether despite amid amidst versus vs via per than let's lets say says didn't isn't "
    "yes oh hey hi hello wow ok okay plus minus upon onto within without along aboard".split()
)
_NAMES_LIKE_STOP_WORDS = frozenset({"US", "UN", "IT", "Un"})
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()

Unit = tuple[str, ...]


class Happening(NamedTuple):
    """What a word of the lexicon stands for."""

    key: str  # noun in one number
    noun: str  # noun as it is printed
    kind: str  # group of the lexicon
    weight: float


class Word(NamedTuple):
    """A word of a sentence."""

    text: str
    lower: str
    link: str  # what is before it: see _sentences


class Run(NamedTuple):
    """Adjacent words that make a name."""

    start: int
    end: int
    is_place: bool


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
    """

    names: dict[Unit, float] = field(default_factory=dict)
    nouns: dict[str, float] = field(default_factory=dict)
    places: set[Unit] = field(default_factory=set)
    whole: Counter[Unit] = field(default_factory=Counter)
    forms: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, other: "Evidence") -> None:
        """Take the larger weight of every name and noun."""
        for unit, weight in other.names.items():
            self.names[unit] = max(self.names.get(unit, 0.0), weight)
        for noun, weight in other.nouns.items():
            self.nouns[noun] = max(self.nouns.get(noun, 0.0), weight)
        self.places |= other.places
        self.whole.update(other.whole)
        self.forms.update(other.forms)


@dataclass(frozen=True)
class Lexicon:
    """
    The lexicon of happenings, indexed.

    Attributes
    ----------
    phrases : dict of str to list of (tuple of str, Happening)
        Phrases by their first word, longest first.
    verbs : dict of str to Happening
        Single verbs.
    adjectives, offices, titles, not_names, not_in_names, peoples : frozenset of str
        ``titles`` contains ``offices``, ``not_names`` contains ``peoples``.
    """

    phrases: Mapping[str, list[tuple[Unit, Happening]]]
    verbs: Mapping[str, Happening]
    adjectives: frozenset[str]
    offices: frozenset[str]
    titles: frozenset[str]
    not_names: frozenset[str]
    not_in_names: frozenset[str]
    peoples: frozenset[str]


@cache
def _lexicon() -> Lexicon:
    groups = lexicons.load(
        paths.LEXICONS / "happenings.toml",
        _GROUPS,
        ("words", "unchanged", "adjectives", "offices", "nouns"),
    )
    phrases: dict[str, dict[Unit, Happening]] = defaultdict(dict)
    verbs = {}
    for words, happening in _entries(groups):
        parts = tuple(re.split(r"[ -]", words))
        phrases[parts[0]].setdefault(parts, happening)
        if happening.kind in _VERB_KINDS:
            verbs.setdefault(words, happening)
    offices = frozenset(groups["titles"]["offices"])
    peoples = frozenset(groups["peoples"]["words"])
    return Lexicon(
        {first: sorted(found.items(), key=_longest_first) for first, found in phrases.items()},
        verbs,
        frozenset(groups["happenings"]["adjectives"]),
        offices,
        offices | frozenset(groups["titles"]["words"]),
        frozenset(groups["not_names"]["words"]) | peoples,
        frozenset(groups["not_in_names"]["words"]),
        peoples,
    )


def _longest_first(entry: tuple[Unit, Happening]) -> tuple[int, Unit]:
    return -len(entry[0]), entry[0]


def _entries(groups: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Happening]]:
    """Yield the phrases of the lexicon; of a phrase that occurs twice, the first is meant."""
    unchanged: set[str] = set()
    for kind in ("happenings", "general"):
        weight = _KIND_WEIGHTS[kind]
        unchanged.update(groups[kind]["unchanged"])
        for noun in groups[kind]["unchanged"]:
            yield noun, Happening(noun, noun, kind, weight)
        for noun in groups[kind]["words"]:
            singular = _singular(noun)
            for form in (singular, _plural(singular)):
                yield form, Happening(singular, form, kind, weight)
    weak = {*groups["general"]["unchanged"], *map(_singular, groups["general"]["words"])}
    for kind in ("other_words", "loaded", "verbs", "speaking"):
        for noun, words in groups[kind]["nouns"].items():
            key = noun if noun in unchanged else _singular(noun)
            weight = _KIND_WEIGHTS[kind]
            if key in weak:
                weight *= _KIND_WEIGHTS["general"]
            for phrase in words:
                yield phrase, Happening(key, noun, kind, weight)


def _singular(noun: str) -> str:
    """Return the regular singular of a noun."""
    if noun.endswith(("ss", "sis", "us", "x")) or not noun.endswith("s"):
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("shes", "ches", "sses", "xes")):
        return noun[:-2]
    return noun[:-1]


def _plural(noun: str) -> str:
    """Return the regular plural of a noun."""
    if noun.endswith(("s", "x", "sh", "ch")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def label_groups(articles: pd.DataFrame, group: pd.Series) -> pd.Series:
    """
    Label groups of articles in neutral words.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table: ``article_id``, ``outlet``, ``published``, ``title``, ``text`` and,
        if known, ``place``. Not changed.
    group : Series
        Group of each article, with the same index. Articles without a group are not read.

    Returns
    -------
    Series of str
        Label by group id, sorted by id; unique. A label is "name, happening, day": the name of a
        place, a person or an organisation, a noun, and the first day of publication. A part that
        cannot be found is left out, and a group of which nothing is known is an "event". Groups
        with the same label get another shared name or noun in brackets, or else a number by day and
        id. The order of rows has no effect.

    Raises
    ------
    InputError
        If the index of ``group`` is not that of ``articles``.

    Notes
    -----
    Texts are read as English. How rare a name is depends on all groups, so labels can change when
    groups are added.
    """
    if not group.index.equals(articles.index):
        raise InputError("The groups have another index than the articles; pass one for each row.")
    rows = _sorted_rows(articles, group)
    corpus = _Corpus(rows)
    members: dict[Any, dict[str, Evidence]] = {}
    titles: dict[Any, list[tuple[str, str]]] = defaultdict(list)
    columns = (rows[name] for name in ("group", "outlet", "title", "text", "place"))
    for name, outlet, title, text, place in zip(*columns, strict=True):
        by_outlet = members.setdefault(name, {})
        by_outlet.setdefault(outlet, Evidence()).add(corpus.read(title, text, place))
        titles[name].append((title, _body(title, text)))
    first_day = pd.Series(rows.groupby("group")["published"].min()).to_dict()
    profiles = _profile_groups(members, titles, corpus)
    order = sorted(profiles, key=lambda name: (_day_key(first_day[name]), str(name)))
    labels = _tell_apart(
        {name: profiles[name] for name in order}, {name: _day(first_day[name]) for name in order}
    )
    ids = sorted(labels, key=lambda name: (str(type(name)), name))
    index = pd.Index(ids, name=group.name, dtype=None if ids else group.dtype)
    return pd.Series([labels[name] for name in ids], index=index, dtype="str", name="label")


def _sorted_rows(articles: pd.DataFrame, group: pd.Series) -> pd.DataFrame:
    """Return what is read of the articles of groups, in an order that the table does not decide."""
    place = articles["place"] if "place" in articles else pd.Series(None, articles.index)
    rows = pd.DataFrame(
        {
            "article_id": articles["article_id"].astype(str),
            "outlet": _texts(articles["outlet"]),
            "published": pd.to_datetime(articles["published"]),
            "title": [title[:_TITLE_CHARACTERS] for title in _texts(articles["title"])],
            "text": [text[:_LEAD_CHARACTERS] for text in _texts(articles["text"])],
            "place": _texts(place),
            "group": group,
        }
    )
    rows = rows.loc[rows["group"].notna()]
    # An outlet that is not known is not taken for that of another article.
    unknown = rows["outlet"] == ""
    rows["outlet"] = rows["outlet"].mask(unknown, "\0" + rows["article_id"])
    return rows.sort_values(["article_id", "outlet", "title", "text", "published"], kind="stable")


def _texts(column: Any) -> pd.Series:
    """Return a column with empty texts for missing values."""
    return column.map(lambda value: value if isinstance(value, str) else "").astype(object)


def _day(day: Any) -> str:
    """Return a day as "9 Sep 2024", or an empty text."""
    return "" if pd.isna(day) else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _day_key(day: Any) -> tuple[bool, Any]:
    return pd.isna(day), 0 if pd.isna(day) else day.toordinal()


def _sentences(text: str) -> Iterator[list[Word]]:
    """
    Yield the sentences of a text, up to the last word that is read.

    The ``link`` of a word is "" at the start of a phrase, where a capital says nothing, " " or "-"
    if it follows the word before, "#" after the number of a day, "#1999" after that year, and ","
    after anything else.
    """
    abbreviations = _lexicon().titles | _ABBREVIATIONS
    sentence: list[Word] = []
    link = ""
    end = 0
    n_words = 0
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "word":
            printed = token.group()[:LONGEST_TOKEN]
            if "'" in printed or "’" in printed:
                printed = _POSSESSIVE.sub("", printed)
            if link == " " and token.start() == end + 1 and text[end] in "-‐‑":
                # The letter of "R-Iowa" and "T-shirt" is no part of a name.
                link = "-" if sentence and len(sentence[-1].text) > 1 else ","
            sentence.append(Word(printed, printed.lower(), link))
            # What a possessive belongs to is no part of the name.
            link = " " if len(printed) == token.end() - token.start() else ","
            end = token.end()
            n_words += 1
            if n_words == LEAD_WORDS:
                break
        elif kind == "end":
            last = sentence[-1].lower if sentence else ""
            if token.group() == "." and (last in abbreviations or len(last) == 1):
                continue
            if sentence:
                yield sentence
            sentence = []
            link = ""
        elif kind == "start":
            link = ""
        elif kind == "number":
            last = sentence[-1].lower if sentence else ""
            number = token.group()
            is_day = "/" in number or last in _lexicon().not_in_names
            link = ","
            if is_day and _NUMBER_OF_A_DAY.match(number):
                link = "#"
            elif _YEAR.fullmatch(number):
                link = "#" + number
        elif token.group() not in "-‐‑" or token.start() != end:
            link = "," if link in (" ", "-") else link
    if sentence:
        yield sentence


def _is_title_case(sentence: list[Word]) -> bool:
    """Return whether capitals say nothing in a sentence because most words have them."""
    long = [word.text for word in sentence if len(word.text) >= _SHORTEST_TITLE_CASE_WORD]
    capital = [text for text in long if text[0].isupper()]
    if all(word.text.isupper() for word in sentence):
        return True
    return len(capital) >= _FEWEST_TITLE_CASE_WORDS and len(capital) > _TITLE_CASE_SHARE * len(long)


@cache
def _stop_words() -> frozenset[str]:
    """Return scikit-learn's English stop words."""
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    return ENGLISH_STOP_WORDS


@lru_cache(maxsize=200_000)
def _parts_of_speech(word: str) -> frozenset[str]:
    """Return what a form of a common word can be: NOUN, VERB, ADJ, ADV; empty for other words."""
    from lemminflect import getAllLemmas

    return frozenset(getAllLemmas(word))


def _is_in_dictionary(word: str) -> bool:
    """Return whether a word is a common noun, verb, adjective or adverb."""
    return bool(_parts_of_speech(word))


class _Corpus:
    """
    What all articles tell about words: which are names, and which name outlets.

    Parameters
    ----------
    rows : DataFrame
        As returned by ``_sorted_rows``.
    """

    def __init__(self, rows: pd.DataFrame) -> None:
        self.lexicon = _lexicon()
        self.upper: Counter[str] = Counter()
        self.lower: Counter[str] = Counter()
        self.surfaces: dict[Unit, Counter[str]] = defaultdict(Counter)
        self.pairs: set[tuple[str, str]] = set()
        years = rows["published"].dt.year
        self.first_year = years.min() if years.notna().any() else 0
        self._single_names: dict[str, bool] = {}
        outlets = {outlet for outlet in rows["outlet"] if not outlet.startswith("\0")}
        self.outlets = frozenset(name for outlet in outlets for name in _outlet_names(outlet))
        self.outlets |= _agency_names()
        for title, text in zip(rows["title"], rows["text"], strict=True):
            self._count_capitals(_body(title, text))

    def _count_capitals(self, body: str) -> None:
        for sentence in _sentences(body):
            if _is_title_case(sentence):
                continue
            for word in sentence:
                if word.text[0].islower():
                    self.lower[word.lower] += 1
                elif word.link:
                    self.upper[word.lower] += 1
            for word, after in pairwise(sentence):
                is_pair = word.text[0].isupper() and after.text[0].isupper()
                if is_pair and after.link in (" ", "-"):
                    self.pairs.add((word.lower, after.lower))

    def is_name_word(self, lower: str) -> bool:
        """Return whether a word is a name where a capital says nothing."""
        upper, common = self.upper[lower], self.lower[lower]
        if upper or common:
            return upper > common
        return not _is_in_dictionary(lower)

    def is_nationality(self, lower: str) -> bool:
        """Return whether a word is an adjective of a name: "Kestrian" where Kestria is named."""
        stem = lower.rstrip("s")
        return stem.endswith("an") and any(
            self.upper[base] for base in (stem[:-1], stem[:-2], stem[:-3]) if len(base) > 2
        )

    def read(self, title: str, text: str, place: str) -> Evidence:
        """Return the names and nouns of one article."""
        evidence = Evidence()
        seen: Counter[Any] = Counter()
        for sentence in _sentences(self.without_outlet(title)):
            self._read_sentence(sentence, _MENTION_WEIGHT, evidence, seen, ("verbs", "speaking"))
        seen.clear()
        position = 0
        for sentence in _sentences(_body(title, text)):
            weight = _MENTION_WEIGHT * _decay(position)
            verbs = () if position else ("verbs",)
            self._read_sentence(sentence, weight, evidence, seen, verbs)
            position += len(sentence)
        named = place.split(",")[0]
        unit = tuple(word.lower for sentence in _sentences(named) for word in sentence)
        if unit and len(unit) <= _LONGEST_NAME and unit[-1] not in self.lexicon.not_names:
            evidence.names[unit] = max(evidence.names.get(unit, 0.0), _GIVEN_PLACE_WEIGHT)
            evidence.places.add(unit)
            evidence.whole[unit] += 1
            self.surfaces[unit][named.strip()] += 1
        return evidence

    def without_outlet(self, title: str) -> str:
        """Remove the name of the outlet at the end of a headline."""
        while tail := _TITLE_TAIL.search(title):
            name = _compact(tail[1])
            if not any(name.startswith(outlet) for outlet in self.outlets if len(outlet) > 2):
                break
            title = title[: tail.start()]
        return title

    def _read_sentence(
        self,
        sentence: list[Word],
        weight: float,
        evidence: Evidence,
        seen: Counter[Any],
        verbs: tuple[str, ...],
    ) -> None:
        """Add what one sentence says; ``verbs`` are the kinds of verbs that count in it."""
        is_title_case = _is_title_case(sentence)
        runs = list(self._runs(sentence, is_title_case))
        in_name = set()
        for run in runs:
            if run.end - run.start > 1:
                in_name.update(range(run.start, run.end))
            self._add_names(sentence, run, weight, evidence, seen)
        for happening in self._happenings(sentence, in_name, is_title_case, verbs):
            key = happening.key
            _raise_weight(evidence.nouns, key, weight * happening.weight, seen)
            is_printed = happening.kind in ("happenings", "general")
            evidence.forms[key, happening.noun] += _PRINTED_FORM if is_printed else 1

    def _runs(self, sentence: list[Word], is_title_case: bool) -> Iterator[Run]:
        """Yield the longest names of a sentence."""
        is_part = [self.may_be_name(word, is_title_case) for word in sentence]
        for index in range(len(sentence) - 1, 0, -1):
            # "Bill" is a name before "McKibben", though bills are more frequent.
            before, word = sentence[index - 1 : index + 1]
            is_capital = before.text[0].isupper() and before.lower not in _stop_words()
            is_pair = is_part[index] and (before.lower, word.lower) in self.pairs
            if is_pair and is_capital and word.link in (" ", "-"):
                parts = _parts_of_speech(before.lower)
                is_noun = not parts or "NOUN" in parts or before.lower in self.lexicon.not_names
                is_part[index - 1] |= is_noun and before.lower not in self.lexicon.not_in_names
        start = 0
        while start < len(sentence):
            if not is_part[start]:
                start += 1
                continue
            end = start + 1
            while end < len(sentence) and sentence[end].link in (" ", "-"):
                if is_part[end]:
                    if is_title_case and not self._is_pair(sentence[end - 1], sentence[end]):
                        break
                    end += 1
                elif (
                    sentence[end].lower in _JOINERS
                    and end + 1 < len(sentence)
                    and is_part[end + 1]
                    and sentence[end + 1].link in (" ", "-")
                ):
                    end += 2
                else:
                    break
            first = self._after_titles(sentence, start, end)
            if first > start:
                # "Gov. Mike Pence of Indiana" is not called that.
                later = range(first + 1, end)
                end = next((index for index in later if sentence[index].lower == "of"), end)
            is_second_half = sentence[first].link == "-" and first == start
            is_byline = start == 1 and sentence[0].lower == "by"
            if not is_second_half and not is_byline and self._is_name(sentence, first, end):
                yield Run(first, end, self._is_printed_as_place(sentence, start, end))
            start = end

    def _is_pair(self, word: Word, after: Word) -> bool:
        """Return whether two words are one name where capitals say nothing."""
        if (word.lower, after.lower) in self.pairs:
            return True
        return not (_is_in_dictionary(word.lower) or _is_in_dictionary(after.lower))

    def may_be_name(self, word: Word, is_title_case: bool) -> bool:
        if not word.text[0].isupper() or word.lower in self.lexicon.not_in_names:
            return False
        if word.lower in _MORE_STOP_WORDS:
            return False
        if word.lower in _stop_words() and word.text not in _NAMES_LIKE_STOP_WORDS:
            return False
        if _CONTRACTION.search(word.lower):
            return False
        is_shouted = word.text.isupper() and len(word.text) >= _SHORTEST_SHOUTED_WORD
        if is_shouted and not is_title_case and _is_in_dictionary(word.lower):
            return False
        if is_title_case or not word.link:
            return self.is_name_word(word.lower)
        return True

    def _after_titles(self, sentence: list[Word], start: int, end: int) -> int:
        """Return the first word of a name after "President" or "Rep."."""
        first = start
        for index in range(start, end - 1):
            if sentence[index].lower in self.lexicon.offices:
                first = index + 1
        if sentence[first].lower == "of":
            # Secretary of State, Speaker of the House
            first = min(first + 2, end - 1)
        while first < end - 1 and sentence[first].lower in self.lexicon.titles:
            first += 1
        # Justice Department, General Motors: the title is part of a name.
        return start if sentence[first].lower in self.lexicon.not_names else first

    def _is_name(self, sentence: list[Word], start: int, end: int) -> bool:
        lower = [word.lower for word in sentence[start:end]]
        if _compact("".join(lower)) in self.outlets:
            return False
        if lower[-1] in _NOT_LAST:
            return False
        return len(lower) > 1 or self._is_single_name(lower[0])

    def _is_single_name(self, lower: str) -> bool:
        found = self._single_names.get(lower)
        if found is None:
            found = self._decide_single_name(lower)
            self._single_names[lower] = found
        return found

    def _decide_single_name(self, lower: str) -> bool:
        lexicon = self.lexicon
        if lower in lexicon.not_names or lower in lexicon.titles or lower in _JOINERS:
            return False
        if len(lower) < 2 or self.is_nationality(lower) or lower in self.outlets:
            return False
        parts = _parts_of_speech(lower)
        if parts and "NOUN" not in parts:
            return False
        return self.is_name_word(lower)

    def _is_printed_as_place(self, sentence: list[Word], start: int, end: int) -> bool:
        """Return whether the words before a name, or capitals of a dateline, say it is a place."""
        if start == 0:
            is_dateline = all(word.text.isupper() for word in sentence[start:end])
            return is_dateline and end < len(sentence) and sentence[end].link != " "
        before = [word.lower for word in sentence[max(start - 2, 0) : start]]
        if sentence[start].link != " ":
            return False
        return before[-1] in _PLACE_WORDS or (before[-1] == "of" and before[0] in _KINDS_OF_PLACE)

    def _add_names(
        self,
        sentence: list[Word],
        run: Run,
        weight: float,
        evidence: Evidence,
        seen: Counter[Any],
    ) -> None:
        """Add a name and the names in it: Notre Dame in Notre Dame Cathedral."""
        words = sentence[run.start : run.end][:_LONGEST_NAME]
        whole = tuple(word.lower for word in words)
        # Capitals of a dateline or a headline do not say how a name is written.
        is_long = min(len(word.text) for word in words) >= _SHORTEST_DATELINE_WORD
        is_dateline = run.start == 0 and (run.is_place or is_long)
        is_shouted = all(word.text.isupper() for word in (words if is_dateline else sentence))
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                unit = whole[start:end]
                if words[start].text.islower() or words[end - 1].text.islower():
                    continue
                last = words[end - 1]
                if len(last.text) == 1 or last.lower in self.lexicon.peoples:
                    continue
                if end - start > 1 and last.lower in self.lexicon.offices:
                    continue
                if len(unit) == 1 and not self._is_single_name(unit[0]):
                    continue
                _raise_weight(evidence.names, unit, weight * _decay(run.start), seen)
                if run.is_place and end == len(words):
                    evidence.places.add(unit)
                if not is_shouted:
                    self.surfaces[unit][_printed(words[start:end])] += 1
        if whole in evidence.names:
            evidence.whole[whole] += 1

    def _happenings(
        self,
        sentence: list[Word],
        in_name: set[int],
        is_title_case: bool,
        verbs: tuple[str, ...],
    ) -> Iterator[Happening]:
        """Yield what happens in a sentence; ``verbs`` are the kinds of verbs that count in it."""
        words = [word.lower for word in sentence]
        index = 0
        while index < len(sentence):
            length, happening = self._match(words, index)
            if happening is None:
                index += 1
                continue
            word = sentence[index]
            is_capital = word.text[0].isupper()
            is_skipped = index in in_name or happening.noun == _NO_NAME
            if self._is_past(word) or (index and words[index - 1] in _RELATIVES):
                is_skipped = True
            if is_capital and (word.lower in self.lexicon.not_in_names):
                is_skipped = True
            if is_capital and word.link and not is_title_case:
                is_skipped = True
            if happening.kind not in _VERB_KINDS and length == 1:
                if self._is_verb_of_name(sentence, index, is_title_case):
                    happening = self.lexicon.verbs.get(word.lower)
                else:
                    is_skipped = is_skipped or self._is_other_word(sentence, index)
            if happening and happening.kind in _VERB_KINDS:
                is_headline = "speaking" in verbs
                is_adjective = not is_headline and self._is_participle(words, index, length)
                is_wished = not _MODALS.isdisjoint(words[max(index - 2, 0) : index])
                is_skipped |= happening.kind not in verbs or is_adjective or is_wished
            if happening and not is_skipped:
                yield happening
                yield from self._head(happening, words[index + length - 1])
            index += length

    def _is_participle(self, words: list[str], index: int, length: int) -> bool:
        """Return whether a form like "detained" belongs to the noun after it."""
        last, after = words[index + length - 1], words[index + length : index + length + 1]
        if not last.endswith("ed") or not after or after[0] in _FUNCTION_WORDS | _AFTER_VERBS:
            return False
        return not index or words[index - 1] not in _AUXILIARIES

    def _is_past(self, word: Word) -> bool:
        """Return whether a word is about an earlier event: "the 9/11 attacks", "the 1999 fire"."""
        if not word.link.startswith("#"):
            return False
        return word.link == "#" or int(word.link[1:]) < self.first_year

    def _head(self, happening: Happening, last: str) -> Iterator[Happening]:
        """Yield the last noun of a phrase too: a bridge collapse is a collapse."""
        if happening.key.split()[-1:] == [happening.key]:
            return
        head = dict(self.lexicon.phrases.get(last, ())).get((last,))
        if head and head.kind in ("happenings", "general") and last in happening.noun:
            yield head

    def _is_verb_of_name(self, sentence: list[Word], index: int, is_title_case: bool) -> bool:
        """Return whether a word like "visits" is what somebody does, not a plural."""
        if not sentence[index].lower.endswith("s") or not 0 < index < len(sentence) - 1:
            return False
        before, word, after = sentence[index - 1 : index + 2]
        if word.link != " " or after.link != " " or before.lower in _FUNCTION_WORDS:
            return False
        if self.may_be_name(after, is_title_case) or after.lower in _AFTER_VERBS:
            return True
        is_after_name = self.may_be_name(before, is_title_case)
        verb, (_, noun) = self.lexicon.verbs.get(word.lower), self._match([word.lower], 0)
        is_same = verb is not None and noun is not None and verb.key == noun.key
        return is_after_name and (is_same or after.lower in _AFTER_INTRANSITIVES)

    def _match(self, words: list[str], index: int) -> tuple[int, Happening | None]:
        """Return the number of words and the meaning of the longest phrase at a place."""
        for phrase, happening in self.lexicon.phrases.get(words[index], ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                return len(phrase), happening
        return 1, None

    def _is_other_word(self, sentence: list[Word], index: int) -> bool:
        """Return whether a word that can be a noun is a verb or an adjective here."""
        before = sentence[index - 1].lower if index and sentence[index].link else ""
        following = sentence[index + 1 : index + 2]
        after = following[0].lower if following and following[0].link == " " else ""
        if before in _BEFORE_VERBS or after in _AFTER_VERBS:
            return True
        is_adjective = sentence[index].lower in self.lexicon.adjectives
        return is_adjective and bool(after) and after not in _FUNCTION_WORDS


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


def _body(title: str, text: str) -> str:
    """Return a text without the headline that it repeats."""
    text = text.lstrip()
    if title and text.startswith(title):
        return text[len(title) :]
    return text


def _compact(name: str) -> str:
    """Return the letters and digits of a name in lower case."""
    return _NOT_LETTERS.sub("", name.lower())


def _outlet_names(outlet: str) -> Iterator[str]:
    """Yield the forms in which texts name an outlet."""
    domain = re.fullmatch(r"(?:https?://)?(?:www\.)?([\w.-]+)\.[a-z]{2,}/?", outlet.strip().lower())
    if domain:
        for part in domain[1].split("."):
            if len(part) > 2:
                yield _compact(part)
        return
    words = outlet.split()
    yield _compact(outlet)
    if len(words) > 1 and words[0].lower() == "the":
        yield _compact("".join(words[1:]))
    if len(words) > 2:
        yield "".join(word[0] for word in words).lower()


@cache
def _agency_names() -> frozenset[str]:
    agencies = lexicons.load(paths.LEXICONS / "agencies.toml")
    return frozenset(_compact(mark) for agency in agencies.values() for mark in agency["marks"])


@dataclass(frozen=True)
class _Profile:
    """Names and nouns of a group, best first, as printed."""

    names: list[str]
    nouns: list[str]


def _profile_groups(
    members: dict[Any, dict[str, Evidence]],
    titles: dict[Any, list[tuple[str, str]]],
    corpus: _Corpus,
) -> dict[Any, _Profile]:
    """Return the names and nouns of every group."""
    n_groups_with: Counter[Any] = Counter()
    for by_outlet in members.values():
        found: set[Any] = set()
        for evidence in by_outlet.values():
            found.update(evidence.names)
            found.update(evidence.nouns)
        n_groups_with.update(found)
    rarity = {
        key: float(np.sqrt(np.log(1 + len(members) / count)))
        for key, count in n_groups_with.items()
    }
    profiles = {}
    for name, by_outlet in members.items():
        outlets = list(by_outlet.values())
        names = _rank_names(outlets, rarity, corpus)
        nouns = _rank_nouns(outlets, rarity)
        if names:
            # "Mueller Report, report" says nothing twice.
            in_name = set(names[0].lower().replace("-", " ").split())
            nouns = [noun for noun in nouns if in_name.isdisjoint(noun.split())]
        profiles[name] = _Profile(names, nouns)
    lacking = {name: titles[name] for name, profile in profiles.items() if not profile.nouns}
    for name, nouns in _headline_nouns(lacking, corpus).items():
        profiles[name] = _Profile(profiles[name].names, nouns)
    return profiles


def _rank_names(outlets: list[Evidence], rarity: Mapping[Any, float], corpus: _Corpus) -> list[str]:
    """Return the names of a group, best first."""
    counts = _NameCounts()
    for evidence in outlets:
        counts.add(evidence)
    if not counts.support:
        return []
    needed = min(len(outlets) // 2 + 1, max(counts.support.values()))
    scores = {}
    for unit, count in counts.support.items():
        if count >= needed:
            bonus = 1 + _PLACE_BONUS * counts.place[unit] / count
            scores[unit] = counts.weight[unit] / len(outlets) * rarity[unit] * bonus
    ranked = sorted(scores, key=lambda unit: (-scores[unit], -len(unit), unit))
    longer = _longer_names(counts.support)
    names: list[str] = []
    used: set[str] = set()
    for unit in islice(ranked, 4 * _LONGEST_LIST):
        full = _full_name(unit, counts, longer)
        if used.isdisjoint(full):
            names.append(_surface(full, corpus))
            used.update(full)
    return names[:_LONGEST_LIST]


class _NameCounts:
    """In how many outlets of a group a name is (``support``), as what, and how often alone."""

    def __init__(self) -> None:
        self.support: Counter[Unit] = Counter()
        self.place: Counter[Unit] = Counter()
        self.whole: Counter[Unit] = Counter()
        self.weight: dict[Unit, float] = defaultdict(float)

    def add(self, evidence: Evidence) -> None:
        self.support.update(evidence.names.keys())
        self.place.update(evidence.places)
        self.whole.update(evidence.whole)
        for unit, weight in evidence.names.items():
            self.weight[unit] += weight


def _longer_names(support: Iterable[Unit]) -> dict[Unit, list[Unit]]:
    """Return for each name the longer names that it is part of."""
    longer: dict[Unit, list[Unit]] = defaultdict(list)
    for unit in support:
        parts = {
            unit[start:end]
            for start in range(len(unit))
            for end in range(start + 1, len(unit) + 1)
            if end - start < len(unit)
        }
        for part in parts:
            longer[part].append(unit)
    return longer


def _full_name(unit: Unit, counts: _NameCounts, longer: dict[Unit, list[Unit]]) -> Unit:
    """Return the form of a name that is printed most, of those longer than a surname."""
    support, whole = counts.support, counts.whole
    names = [name for name in longer.get(unit, ()) if whole[name]]
    if whole[unit]:
        if counts.place[unit] >= _HALF * support[unit]:
            return unit
        fewest = _FULL_NAME_SHARE * support[unit]
        names = [name for name in names if support[name] >= fewest and "of" not in name]
        if len(unit) > 1:
            names = [name for name in names if name[-len(unit) :] == unit]
    if not names:
        return unit
    return min(names, key=lambda name: (-support[name], -whole[name], len(name), name))


def _surface(unit: Unit, corpus: _Corpus) -> str:
    """Return a name as it is printed most where capitals mean something."""
    printed = corpus.surfaces.get(unit)
    if not printed:
        return " ".join(word.capitalize() for word in unit)
    ranked = sorted(printed, key=lambda text: (text.isupper(), -printed[text], text))
    return ranked[0]


def _rank_nouns(outlets: list[Evidence], rarity: Mapping[Any, float]) -> list[str]:
    """Return the happenings of a group, best first; none that is only in passing."""
    total: dict[str, float] = defaultdict(float)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for evidence in outlets:
        for noun, weight in evidence.nouns.items():
            total[noun] += weight
        for (noun, form), count in evidence.forms.items():
            forms[noun][form] += count
    lowest = _LOWEST_NOUN_WEIGHT * (1 + len(outlets)) / 2
    support = Counter(noun for evidence in outlets for noun in evidence.nouns)
    needed = _FEWEST_OUTLETS if len(outlets) > _FEWEST_OUTLETS else 1
    kept = [noun for noun in total if total[noun] >= lowest and support[noun] >= needed]
    ranked = sorted(
        kept, key=lambda noun: (-total[noun] * support[noun] * rarity[noun] ** _HALF, noun)
    )
    if ranked:
        phrases = [
            noun
            for noun in ranked
            if noun.endswith(" " + ranked[0]) and total[noun] >= _HALF * total[ranked[0]]
        ]
        ranked = [*phrases[:1], *(noun for noun in ranked if noun not in phrases[:1])]
    return [
        min(forms[noun], key=lambda form: (-forms[noun][form], form))
        for noun in ranked[:_LONGEST_LIST]
    ]


def _headline_nouns(
    titles: dict[Any, list[tuple[str, str]]], corpus: _Corpus
) -> dict[Any, list[str]]:
    """Return the nouns of headlines for groups in which nothing of the lexicon happens."""
    found: dict[Any, Counter[str]] = {}
    n_groups_with: Counter[str] = Counter()
    for name, articles in titles.items():
        nouns: Counter[str] = Counter()
        for headline, body in sorted(set(articles)):
            printed = {word.lower for sentence in _sentences(body) for word in sentence}
            nouns.update(printed.intersection(_nouns_of_headline(headline, corpus)))
        if len(articles) > _FEWEST_OUTLETS:
            shared = {noun: count for noun, count in nouns.items() if count >= _FEWEST_OUTLETS}
            nouns = Counter(shared)
        found[name] = nouns
        n_groups_with.update(nouns.keys())
    ranked = {}
    for name, nouns in found.items():
        order = sorted(nouns, key=lambda noun: (-nouns[noun], n_groups_with[noun], noun))
        ranked[name] = order[:_LONGEST_LIST]
    return ranked


def _nouns_of_headline(headline: str, corpus: _Corpus) -> Iterator[str]:
    """Yield the nouns of a headline but those of persons, times and judgements."""
    tagger = resources.pos_tagger()
    for sentence in _sentences(corpus.without_outlet(headline)):
        is_title_case = _is_title_case(sentence)
        words = []
        for word in sentence:
            is_name = corpus.may_be_name(word, is_title_case)
            words.append(word.text if is_name else word.lower)
        for word, tag in tagger.tag(words):
            is_noun = tag in ("NN", "NNS") and word.islower() and _is_only_noun(word)
            is_useful = word not in corpus.lexicon.phrases and word not in _TIMES
            if is_noun and is_useful and _singular(word) not in _persons():
                yield word


@cache
def _persons() -> frozenset[str]:
    """Return nouns of persons."""
    groups = lexicons.load(paths.LEXICONS / "named_people.toml")
    return frozenset(groups["person"]["words"]) | _lexicon().titles


def _is_only_noun(word: str) -> bool:
    """Return whether a form is a noun and neither an adjective nor a verb with an ending."""
    parts = _parts_of_speech(word)
    if "NOUN" not in parts or "ADJ" in parts or "ADV" in parts:
        return False
    return "VERB" not in parts or not word.endswith(("s", "ed", "ing"))


def _tell_apart(profiles: dict[Any, _Profile], days: dict[Any, str]) -> dict[Any, str]:
    """Return unique labels; the groups are in the order in which numbers are given."""
    plain = {name: _compose(profile, days[name]) for name, profile in profiles.items()}
    groups_of: dict[str, list[Any]] = defaultdict(list)
    for name, label in plain.items():
        groups_of[label].append(name)
    labels = {}
    taken: set[str] = set()
    numbers: Counter[str] = Counter()
    for name, label in plain.items():
        if len(groups_of[label]) == 1:
            labels[name] = label
            taken.add(label)
    for label, names in groups_of.items():
        if len(names) > 1:
            others = Counter(
                word for name in names for word in {*profiles[name].names, *profiles[name].nouns}
            )
            for name in names:
                extra = _distinguishing(profiles[name], others)
                longer = _compose(profiles[name], days[name], extra) if extra else label
                labels[name] = _number(longer, taken, numbers)
                taken.add(labels[name])
    return {name: labels[name] for name in profiles}


def _distinguishing(profile: _Profile, others: Counter[str]) -> str:
    """Return the best further name or noun, if possible one that no group of that label shares."""
    further = [*profile.names[1:], *profile.nouns[1:]]
    return min(further, key=lambda word: others[word] > 1, default="")


def _compose(profile: _Profile, day: str, extra: str = "") -> str:
    """Return "name, happening (extra), day"."""
    parts = [*profile.names[:1], *profile.nouns[:1]]
    if not parts:
        parts = [_UNNAMED]
    if extra:
        parts[-1] = f"{parts[-1]} ({extra})"
    return ", ".join([*parts, day] if day else parts)


def _number(label: str, taken: set[str], numbers: Counter[str]) -> str:
    """Return a label, with a number if it is taken; ``numbers`` are the last given by label."""
    numbered = label
    while numbered in taken:
        # The count makes this one step for each label, however many are equal.
        numbers[label] = max(numbers[label], 1) + 1
        numbered = f"{label} ({numbers[label]})"
    return numbered
