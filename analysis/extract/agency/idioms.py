"""
Tell idioms from harm: "stabbed us in the back", "shot itself in the foot", "the match is dead".

In: the tagged words of a sentence and a clause of harm. Out: truth values. An idiom has the words
of a blow and none of its marks: no weapon, no police, no hospital, and a country, a firm or "us"
where somebody would be hurt.
"""

from analysis.core.resources import lemma
from analysis.extract.agency.bodily import is_living, phrase_head
from analysis.extract.agency.noun_phrases import AUXILIARIES, Phrase, Sentence
from analysis.extract.agency.predicates import Clause, is_in_group, read_harm_lexicon
from analysis.extract.bodiless import bodiless_nouns
from analysis.extract.parties.gazetteer import political_parties
from analysis.extract.sport import tells_of_bodies

__all__ = ["is_defeat", "is_idiom"]

_BACK = ("in", "the", "back")
_FOOT = (("in", "the", "foot"), ("in", "the", "feet"))
_REACH = 4  # words between the verb, with its object, and "in the back"
# "struck from the list", but "struck from behind"
_LISTS = frozenset("list lists register roll rolls record records rota docket".split())
_CONTESTS = (
    "at the polls",
    "at the ballot box",
    "at the box office",
    "in the ratings",
    "on the stock exchange",
    "in the primary",
)
# Those who strike: "11,000 workers struck at three plants", "five striking nurses".
_WORKERS = frozenset(
    """worker workers employee employees staff member members nurse nurses teacher teachers doctor
    doctors driver drivers miner miners docker dockers pilot pilots guard guards cleaner cleaners
    courier couriers lecturer lecturers actor actors writer writers porter porters machinist
    machinists welder welders engineer engineers labourer labourers laborer laborers crew crews
    steward stewards attendant attendants union unions teamster teamsters""".split()
)
_AFTER_WALKOUT = frozenset("at over for against last this again in on , .".split())
_WHERE_HIT = frozenset(
    """crossing junction intersection crosswalk head face chest neck back leg road street speed
    night""".split()
)
_MURDERS = frozenset((verb,) for verb in "murder massacre butcher slaughter assassinate".split())
_REFERRING = ("it", "them")


def is_idiom(words: Sentence, index: int, clause: Clause) -> bool:
    """
    Whether a clause of harm is an idiom.

    Parameters
    ----------
    words : Sentence
    index : int
        Number of the word of harm.
    clause : Clause

    Returns
    -------
    bool
        False where the sentence tells of a weapon, an injury, police or the like, and where a noun
        for a person is harmed.
    """
    if clause.entry == ("strike",) and _is_struck_from_list(words, index):
        return True
    if clause.entry == ("strike",) and clause.agent is None and _is_walkout(words, index, clause):
        return True
    if _is_of_no_one(words, clause):
        return True
    is_beaten = _is_in_contest(words) or _is_political_party(words, clause.patient)
    if clause.entry in read_harm_lexicon()["defeats"] and is_beaten:
        is_counted = clause.patient is not None and _is_counted(words, clause.patient)
        others = [word.text for j, word in enumerate(words) if j != index]
        return not (is_counted or tells_of_bodies(others))
    if clause.entry == ("shoot",) and _follows(words, index, *_FOOT):
        return clause.patient is not None and not _is_someone(words, clause.patient)
    if clause.entry != ("stab",) or clause.construction != "active":
        return False
    if not _follows(words, index, _BACK) or clause.patient is None:
        return False
    others = [word.text for j, word in enumerate(words) if j != index]
    return not (tells_of_bodies(others) or _is_listed(words, clause.patient))


def _is_of_no_one(words: Sentence, clause: Clause) -> bool:
    """Whether a body killed itself, or a quality was murdered: "the ballot has been murdered"."""
    if clause.patient is None:
        return False
    if clause.entry == ("kill",) and words[clause.patient.first].lower == "itself":
        return True
    if clause.entry not in _MURDERS or _is_listed(words, clause.patient):
        return False
    return lemma(phrase_head(words, clause.patient).text, "NNS") in bodiless_nouns()


def _is_political_party(words: Sentence, phrase: Phrase | None) -> bool:
    """Whether voters beat somebody: "Labour was slaughtered"."""
    if phrase is None:
        return False
    named = " ".join(word.text for word in words[phrase.first : phrase.stop])
    return named.removeprefix("The ").removeprefix("the ") in political_parties()


def _follows(words: Sentence, index: int, *endings: tuple[str, ...]) -> bool:
    """Whether some words come right after a verb, or after its object."""
    lowered = [word.lower for word in words[index + 1 : index + 1 + _REACH + 3]]
    return any(tuple(lowered[j : j + 3]) in endings for j in range(_REACH + 1))


def _is_in_contest(words: Sentence) -> bool:
    """Whether a sentence tells where votes, tickets or shares are counted: "at the polls"."""
    lowered = " ".join(word.lower for word in words)
    return any(where in lowered for where in _CONTESTS)


def _is_struck_from_list(words: Sentence, index: int) -> bool:
    """Whether somebody's name is taken off a list: "struck from it", "struck off the register"."""
    following = [word.lower for word in words[index + 1 : index + 4]]
    if len(following) < 2 or following[0] not in ("from", "off"):
        return False
    return following[1] in _REFERRING or not _LISTS.isdisjoint(following[1:])


def _is_walkout(words: Sentence, index: int, clause: Clause) -> bool:
    """Whether workers strike: "nurses struck over pay", "five striking miners"."""
    if words[index].lower == "striking":
        return any(word.lower in _WORKERS for word in words[index + 1 : index + 4])
    if clause.patient is None or words[clause.patient.stop - 1].lower not in _WORKERS:
        return False
    if (
        words[index].lower != "struck"
        or index == 0
        or words[index - 1].lower in AUXILIARIES - {"have", "had"}
    ):
        return False
    if index + 1 < len(words) and words[index + 1].lower not in _AFTER_WALKOUT:
        return False
    return not any(word.lower in _WHERE_HIT for word in words[index + 1 : index + 6])


def _is_listed(words: Sentence, phrase: Phrase) -> bool:
    return any(is_living(word) for word in words[slice(*phrase)])


def _is_someone(words: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a person, by noun, name or pronoun."""
    if words[phrase.first].tag == "CD" or _is_listed(words, phrase):
        return True
    last = words[phrase.stop - 1]
    return last.tag in ("NNP", "PRP") and last.lower not in ("it", "itself")


def is_defeat(words: Sentence, index: int, clause: Clause) -> bool:
    """
    Whether a clause of an article about sport is a defeat or a disappointment.

    Parameters
    ----------
    words : Sentence
    index : int
        Number of the word of harm.
    clause : Clause

    Returns
    -------
    bool
        True only for the entries of ``defeats``, and of ``defeats_of_rivals`` where one side does
        it to the other; False where the sentence tells of bodies.
    """
    entries = read_harm_lexicon()
    is_rival = clause.entry in entries["defeats_of_rivals"] and clause.construction == "active"
    if clause.entry not in entries["defeats"] and not is_rival:
        return False
    if clause.patient is not None and _is_counted(words, clause.patient):
        return False
    others = [
        word.text for j, word in enumerate(words) if not _is_of_entry(words, j, index, clause)
    ]
    return not tells_of_bodies(others)


def _is_of_entry(words: Sentence, index: int, verb: int, clause: Clause) -> bool:
    """Whether word ``index`` belongs to the word of harm, or is the same word again."""
    return (
        verb <= index < verb + len(clause.entry)
        or lemma(words[index].text, "VBD") == clause.entry[0]
    )


def _is_counted(words: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a number of people, or a noun for people who are no side."""
    named = words[phrase.first : phrase.stop]
    if named[0].tag == "CD":
        return True
    return any(is_living(word) and not is_in_group(word, "sides") for word in named)
