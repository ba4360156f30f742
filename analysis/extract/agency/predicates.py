"""
Match words of harm, and find the objects and agents that belong to them.

In: the tagged words of a sentence. Out: entries of ``data/lexicons/harm.toml``, and phrases. The
construction of a clause is decided in ``analysis.extract.agency.extract`` and
``analysis.extract.agency.nominalisations``.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from analysis.core import lexicon, paths
from analysis.core.resources import lemma
from analysis.extract.agency.noun_phrases import (
    AUXILIARIES,
    QUALIFIERS,
    Phrase,
    Sentence,
    Word,
    is_noun,
    right_phrase,
)

__all__ = [
    "Clause",
    "FINITE_TAGS",
    "NOUN_REACH",
    "VERB_REACH",
    "Entry",
    "agent_after_by",
    "can_begin_entry",
    "find_entry",
    "is_cause",
    "is_contest",
    "is_harmless_use",
    "is_in_group",
    "is_no_real_harm",
    "is_time",
    "names_no_victim",
    "object_at",
    "read_harm_lexicon",
]

Entry = tuple[str, ...]  # the words of a lexicon entry

FINITE_TAGS = {"VBD", "VBZ", "VBP", "MD"}
# how many words after a predicate its "by" is searched for
NOUN_REACH = 4
VERB_REACH = 12
_CLAUSE_END_TAGS = {".", ":", "``", "''", "(", ")", "WDT", "WP"}
_MAX_ENTRY_WORDS = 3
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_SCORE_REACH = 9  # words after a verb
_NO_OBJECTS = frozenset(
    """i he she we they according including leaving following citing causing prompting
    due""".split()
)
_SUBORDINATORS = frozenset(
    "when while because as where although since after before despite amid if until".split()
)
_POSSESSIVES = ("'s", "’s")
_TRAILING = ("a", "an", "the", "and", "on", "in", "at")
_TIME_MODIFIERS = ("last", "this", "that", "early", "late", "when")


class Clause(NamedTuple):
    """
    A clause of harm.

    Attributes
    ----------
    entry : tuple of str
        Its predicate: an entry of ``data/lexicons/harm.toml``.
    construction : str
        One of ``tables.CONSTRUCTIONS``.
    agent, patient : Phrase or None
        Who does it and to whom; None if the clause does not say.
    """

    entry: Entry
    construction: str
    agent: Phrase | None
    patient: Phrase | None


@cache
def read_harm_lexicon(path: Path | None = None) -> dict[str, frozenset[Entry]]:
    """
    Read the lexicon of harm.

    Parameters
    ----------
    path : Path, optional
        ``data/lexicons/harm.toml`` by default.

    Returns
    -------
    dict of str to frozenset of tuple of str
        The entries of each group, split into words.

    Raises
    ------
    LexiconError
        As ``analysis.core.lexicon.load``.
    """
    groups = lexicon.load(path or paths.LEXICONS / "harm.toml", allowed_keys=("words",))
    entries = {}
    for name, group in groups.items():
        entries[name] = frozenset(tuple(entry.split()) for entry in group["words"])
    return entries


@cache
def _single_words(group: str) -> frozenset[str]:
    """Return the first word of each entry of a group."""
    return frozenset(entry[0] for entry in read_harm_lexicon()[group])


def is_in_group(word: Word, group: str) -> bool:
    """
    Whether a word is the first of an entry of a lexicon group, as printed.

    Parameters
    ----------
    word : Word
    group : str
        Group of ``data/lexicons/harm.toml``.

    Returns
    -------
    bool
    """
    return word.lower in _single_words(group)


@cache
def _causes() -> frozenset[str]:
    """Return the nouns of ``data/lexicons/attacks.toml``: attacks, weapons, disasters."""
    groups = lexicon.load(paths.LEXICONS / "attacks.toml", allowed_keys=("words",))
    return frozenset(groups["harm"]["words"])


def is_cause(word: Word) -> bool:
    """Whether a word is a noun of what harms: an attack, a weapon, a disaster, an accident."""
    if word.lower in _causes():
        return True
    return word.tag.startswith("N") and (lemma(word.text, "NN"),) in read_harm_lexicon()["nouns"]


def is_time(word: Word) -> bool:
    """Whether a word tells a time or manner, not an agent: "Monday", "dawn", "mistake"."""
    return word.lower in _single_words("times")


def _begins_or_ends_with_time(words: Sentence, phrase: Phrase) -> bool:
    return is_time(words[phrase.first]) or is_time(words[phrase.stop - 1])


def find_entry(words: Sentence, index: int, group: str, tag: str) -> Entry | None:
    """
    Return the longest entry of a lexicon group that begins at word ``index``.

    Parameters
    ----------
    words : Sentence
    index : int
    group : str
        Group of ``data/lexicons/harm.toml``.
    tag : str
        Penn Treebank tag by which the first word is lemmatised; the others are matched as printed.

    Returns
    -------
    tuple of str or None
    """
    first = lemma(words[index].text, tag)
    if words[index].lower in ("wound", "wounds"):
        first = "wound"  # not the past of "wind"
    following = [word.lower for word in words[index + 1 : index + _MAX_ENTRY_WORDS]]
    entries = read_harm_lexicon()[group]
    for n_following in range(len(following), -1, -1):
        entry = (first, *following[:n_following])
        if entry in entries:
            return entry
    return None


@lru_cache(maxsize=100_000)
def can_begin_entry(form: str) -> bool:
    """
    Whether a word can begin an entry of verbs or nouns of harm, whatever its tag.

    Parameters
    ----------
    form : str
        The word in lower case.

    Returns
    -------
    bool
        A quick test: where it is False, ``find_entry`` finds nothing.
    """
    if form in ("wound", "wounds"):
        return True
    lemmas = {lemma(form, tag) for tag in ("VBD", "NN", "NNS")}
    return any(
        not lemmas.isdisjoint(_single_words(group)) for group in ("verbs", "intransitive", "nouns")
    )


def is_harmless_use(words: Sentence, phrase: Phrase | None, entry: Entry) -> bool:
    """Whether a verb means no harm because of a word of its phrase: "strike a deal"."""
    if phrase is None or entry not in read_harm_lexicon()["loose"]:
        return False
    return names_no_victim(words, phrase)


def names_no_victim(words: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase holds a word for what cannot be harmed: a deal, a record, a policy."""
    lemmas = []
    for word in words[phrase.first : phrase.stop]:
        tag = "NNS" if word.lower.endswith("s") else "NN"
        lemmas.append(lemma(word.text, tag))
    entries = read_harm_lexicon()["not_harm"]
    if any((form,) in entries for form in lemmas):
        return True
    return any(pair in entries for pair in pairwise(lemmas))


def is_contest(words: Sentence, index: int, entry: Entry) -> bool:
    """
    Whether a verb is used of a game: after it comes a score, or the sentence has words of sport.

    Parameters
    ----------
    words : Sentence
    index : int
        Number of the verb.
    entry : tuple of str
        Its entry; only those of the groups ``contest`` and, beside a score, ``contest_with_score``
        are asked.

    Returns
    -------
    bool
        False if a weapon or an attack is named before the verb.
    """
    entries = read_harm_lexicon()
    is_listed = entry in entries["contest"]
    if not is_listed and entry not in entries["contest_with_score"]:
        return False
    if any(_SCORE.fullmatch(word.text) for word in words[index + 1 : index + _SCORE_REACH]):
        return True
    if not is_listed or any(is_cause(word) for word in words[:index]):
        return False
    return any(is_in_group(word, "sport") for word in words)


def _is_adverb(word: Word) -> bool:
    is_adverb = word.tag == "RB" or (word.tag == "RP" and not word.lower.endswith("s"))
    return is_adverb and word.lower not in QUALIFIERS


def _without_times(words: Sentence, phrase: Phrase) -> Phrase:
    """Return a phrase without the times at its end: "31 civilians Friday"."""
    first, stop = phrase
    while stop - 1 > first and (is_time(words[stop - 1]) or words[stop - 1].lower in _TRAILING):
        stop -= 1
    return Phrase(first, stop)


def _begins_object(words: Sentence, index: int) -> bool:
    return index < len(words) and words[index].tag in ("DT", "CD", "JJ", "PRP$", "IN")


def is_no_real_harm(words: Sentence, index: int, entry: Entry) -> bool:
    """
    Whether a word of harm is about a story or a quarrel, by the other words of its sentence.

    Parameters
    ----------
    words : Sentence
    index : int
        Number of the word of harm.
    entry : tuple of str
        Its entry.

    Returns
    -------
    bool
        True beside words of fiction; for the entries of ``bodily_or_not`` also beside words of
        politics, unless a weapon, an injury or an armed group is named as well.
    """
    others = [word for j, word in enumerate(words) if not index <= j < index + len(entry)]
    if any(is_in_group(word, "fiction") for word in others):
        return True
    if entry not in read_harm_lexicon()["bodily_or_not"]:
        return False
    if not any(is_in_group(word, "politics") for word in others):
        return False
    return not any(_is_bodily(word, entry) for word in others)


def _is_bodily(word: Word, entry: Entry) -> bool:
    """Whether a word tells of bodily harm and is not the same word of harm again."""
    if lemma(word.text, "NNS") == entry[0] or lemma(word.text, "VBD") == entry[0]:
        return False
    if lemma(word.text, "NNS") in ("attack", "assault", "strike", "fire", "operation"):
        return False
    return is_in_group(word, "physical") or word.lower in _causes()


def _whole_object(words: Sentence, phrase: Phrase) -> Phrase:
    """Return an object with what a possessive or a second number goes on with: "two or three"."""
    stop = phrase.stop
    if stop + 1 >= len(words):
        return phrase
    is_number = words[stop - 1].tag == "CD" and words[stop + 1].tag == "CD"
    is_owner = words[stop].text in _POSSESSIVES
    if not is_owner and not (is_number and words[stop].lower in ("or", "to")):
        return phrase
    rest = right_phrase(words, stop + 1)
    return phrase if rest is None else Phrase(phrase.first, rest.stop)


def object_at(words: Sentence, index: int) -> Phrase | None:
    """Return the object that begins at a word, or after an adverb: a phrase that is no time."""
    if index + 1 < len(words) and _is_adverb(words[index]):
        index += 1
    if index + 1 < len(words) and words[index].text == "“":
        index += 1
    if (
        index > 0
        and index + 1 < len(words)
        and words[index].lower == "dead"
        and words[index - 1].lower == "shot"
    ):
        index += 1  # "shot dead six people"
    if index >= len(words):
        return None
    if words[index].tag in ("VBN", "VBD") and _begins_object(words, index + 1):
        return None  # "the shelling caused several fires"
    if words[index].lower in _NO_OBJECTS:
        return None
    phrase = right_phrase(words, index)
    if phrase is None:
        return None
    phrase = _without_times(words, _whole_object(words, phrase))
    if words[phrase.first].text.lower() in ("a", "an", "the") and phrase.stop == phrase.first + 1:
        return None
    if _begins_or_ends_with_time(words, phrase):
        return None
    if words[phrase.first].lower in _TIME_MODIFIERS:
        return None
    if is_in_group(words[phrase.stop - 1], "measures"):
        return None  # "states hit over five years by storms"
    if words[phrase.first].tag == "JJ" and not any(is_noun(word) for word in words[slice(*phrase)]):
        return None  # "injured due to", "a shot as cool as"
    return phrase


def agent_after_by(words: Sentence, start: int, reach: int = NOUN_REACH) -> Phrase | None:
    """
    Return the agent after "by" in the same clause.

    Parameters
    ----------
    words : Sentence
    start : int
        Number of the first word in which "by" is searched for.
    reach : int
        How many words are searched: ``NOUN_REACH`` or ``VERB_REACH``.

    Returns
    -------
    Phrase or None
        None also for times and manners ("by Monday", "by mistake"), and, after a verb, for the
        agent of a noun: "killed in an attack by rebels".
    """
    for index in range(start, min(start + reach, len(words) - 1)):
        if _ends_clause(words[index]):
            return None
        if words[index].lower != "by" or _is_byline(words, index):
            continue
        if index > start and _has_own_agent(words, index - 1, reach):
            return None
        agent = right_phrase(words, index + 1)
        if agent is None or _begins_or_ends_with_time(words, agent):
            continue
        if agent.stop == agent.first + 1 and words[agent.first].text[0].isdigit():
            continue  # "killed by 6 p.m."
        if is_in_group(words[agent.stop - 1], "manners"):
            return None
        if (
            words[index + 1].tag == "VBG"
            and agent.stop == index + 2
            and not is_cause(words[index + 1])
        ):
            return None  # "killed by flying into windows"
        if reach > NOUN_REACH and index > start and _has_doer(words, index - 1, agent):
            return None
        return agent
    return None


def _is_byline(words: Sentence, index: int) -> bool:
    """Whether "by" at a word names an author: "By" after a small letter, names in capitals."""
    if not words[index].text[0].isupper() or index + 1 == len(words):
        return False
    return words[index + 1].text.isupper() or (index > 0 and words[index - 1].text.islower())


def _has_own_agent(words: Sentence, index: int, reach: int) -> bool:
    """
    Whether the participle at word ``index`` is what the following "by" belongs to.

    "Killed in a way often used by rebels" names no killer, "killed and wounded by rebels" does.
    """
    word = words[index]
    if word.tag not in ("VBN", "VBD") or word.lower in AUXILIARIES:
        return False
    if reach == NOUN_REACH:
        return not is_in_group(word, "doing")
    return words[index - 1].lower not in ("and", "or") and not is_in_group(word, "doing")


def _ends_clause(word: Word) -> bool:
    """Whether a word begins another clause or ends this one."""
    if word.tag in _CLAUSE_END_TAGS or word.text == ",":
        return True
    if word.lower in _SUBORDINATORS:
        return True
    return word.tag in FINITE_TAGS and word.tag != "VBD"


def _has_doer(words: Sentence, index: int, agent: Phrase) -> bool:
    """
    Whether a "by" after word ``index`` names the doer of that noun: "during a visit by".

    "Shot at a rally by a gunman" tells who shot, not whose rally it was.
    """
    if _is_noun_of_harm(words, index):
        return True
    is_armed = any(is_in_group(word, "physical") or is_cause(word) for word in words[slice(*agent)])
    return is_in_group(words[index], "acts") and not is_armed


def _is_noun_of_harm(words: Sentence, index: int) -> bool:
    tag = words[index].tag
    return tag in ("NN", "NNS") and find_entry(words, index, "nouns", tag) is not None
