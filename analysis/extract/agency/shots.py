"""
Tell the noun "shot" from the verb: a booster shot, a shot on goal, a film shot, nine people shot.

In: the tagged words of a sentence. Out: whether a "shot" is a thing, so that nobody was shot. The
tagger takes most nouns "shot" of a headline for participles. "Two men shot" and "a boy shot at the
fair" are verbs, because people, animals and numbers of them are shot; a vaccine is not.
"""

from analysis.extract.agency.bodily import can_be_harmed, phrase_head
from analysis.extract.agency.noun_phrases import AUXILIARIES, Sentence, verb_group_start
from analysis.extract.agency.predicates import Clause, is_in_group

__all__ = ["is_shot_as_noun", "is_shot_of_thing"]

_FORM = "shot"
_DETERMINER_TAGS = ("DT", "PRP$", "POS")
_ADJECTIVE_TAGS = ("JJ", "JJR", "JJS")
_ARTICLES = frozenset("a an the this that any each every another no its their his her".split())
# "those shot", "all shot", "some shot" stand for people
_FOR_PEOPLE = frozenset("those all both some many several few".split())
# what follows a name of somebody who was shot
_AFTER_VICTIM = frozenset(
    """dead by and in at outside inside near while during after before as multiple several twice
    repeatedly on to , .""".split()
)


def is_shot_as_noun(words: Sentence, index: int) -> bool:
    """
    Whether "shot" at word ``index`` is a noun by the word before it.

    Parameters
    ----------
    words : Sentence
    index : int
        Number of the word.

    Returns
    -------
    bool
        True after an article ("a shot"), an adjective ("the second shot", "a long shot") and a
        noun of ``shot_kinds`` ("booster shot", "penalty shot"). False after an auxiliary, an age
        ("a 17-year-old shot in") or a word that stands for people ("those shot").

    Examples
    --------
    >>> from analysis.extract.agency.noun_phrases import Word
    >>> is_shot_as_noun([Word("flu", "NN", 0, 3), Word("shot", "VBD", 4, 8)], 1)
    True
    """
    if words[index].lower != _FORM or index == 0 or _has_auxiliary(words, index):
        return False
    before = words[index - 1]
    if is_in_group(before, "shot_kinds"):
        return True
    if before.lower in _FOR_PEOPLE:
        return False
    if before.tag in _DETERMINER_TAGS:
        return True
    return before.tag in _ADJECTIVE_TAGS and not _is_of_person(words, index - 1)


def is_shot_of_thing(words: Sentence, index: int, clause: Clause) -> bool:
    """
    Whether a passive "shot" without auxiliary has a thing for its patient: "a Moderna shot".

    Parameters
    ----------
    words : Sentence
    index : int
        Number of the word of harm.
    clause : Clause

    Returns
    -------
    bool
        False for people, animals, places, vehicles and numbers, and for a bare name that is
        followed by where, when or how ("Lee shot dead"), unless the sentence is about vaccines.
    """
    patient = clause.patient
    if words[index].lower != _FORM or clause.construction != "passive_agentless" or patient is None:
        return False
    if _has_auxiliary(words, index) or can_be_harmed(words, patient):
        return False
    if words[patient.stop - 1].tag in ("PRP", "WP"):
        return False
    head = phrase_head(words, patient)
    is_bare_name = head.tag.startswith("NNP") and words[patient.first].lower not in _ARTICLES
    if not is_bare_name or any(is_in_group(word, "medicine") for word in words):
        return True
    return index + 1 < len(words) and words[index + 1].lower not in _AFTER_VICTIM


def _has_auxiliary(words: Sentence, index: int) -> bool:
    """Whether a verb group ends in word ``index``: "was shot", "had fatally shot"."""
    group = words[verb_group_start(words, index) : index]
    return any(word.lower in AUXILIARIES for word in group)


def _is_of_person(words: Sentence, index: int) -> bool:
    """Whether an adjective stands for a person: "a 17-year-old", "dead", "unarmed"."""
    word = words[index]
    return "-year-" in word.lower or is_in_group(word, "physical") or word.lower == "unarmed"
