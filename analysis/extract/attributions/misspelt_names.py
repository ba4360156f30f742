"""
Find whom a surname means that the article misspells: "Roht said" of Emil Roth.

In: one word that no person of the article is called by, and those persons. Out: the only one whose
surname is a letter away. Papers introduce everybody with a full name, so a surname alone that
nobody has is an error of typing; "Mr. Lind" beside Emil Lindt is not taken for one if he has a
given name too. A body or party a letter away ("Hamas" beside Sheikh Hamad) is itself, and so is who
speaks beside the other ("Hanson" beside Hansen, who spoke).
"""

from collections.abc import Sequence

from analysis.core.given_names import is_given_name
from analysis.extract.attributions.people import Person
from analysis.extract.attributions.proper_names import COURTESY, distinctive_words
from analysis.extract.attributions.source_types import source_type
from analysis.extract.parties.gazetteer import project_gazetteer, words_of

__all__ = ["person_misspelt"]

_SHORTEST = 6  # letters of the longer of the two; "Lee" and "Lea" are two, "Merk" and "Merck" too
_FEWEST = 2  # times that the right surname is printed
# both are common: "Hansen" and "Hanson", "Perez" and "Peres"
_TWO_SPELLINGS = (("sen", "son"), ("ez", "es"))


def person_misspelt(words: str, people: Sequence[Person], text: str) -> Person | None:
    """
    Return the person whose surname is printed with a wrong, missing, added or turned letter.

    Parameters
    ----------
    words : str
        A source: a surname, with a courtesy title or without.
    people : sequence of Person
        Those whom the article names.
    text : str
        The article.

    Returns
    -------
    Person or None
        None for the surname of somebody, a plural, and where no person named in full, or several,
        have such a surname.

    Examples
    --------
    >>> roth = Person(["Emil Rothman", "Rothman"])
    >>> person_misspelt("Rohtman", [roth], "Emil Rothman left. Rothman sat.").name
    'Emil Rothman'
    """
    name = COURTESY.sub("", words).removesuffix("'s").removesuffix("’s")
    if not name.isalpha() or not name[0].isupper() or name.isupper() or is_given_name(name):
        return None
    if any(_bears(person, name) for person in people) or _is_known(name):
        return None
    found = [
        person
        for person in people
        if len(distinctive_words(person.name)) > 1
        and _is_typing_error(name, distinctive_words(person.name)[-1])
        and text.count(distinctive_words(person.name)[-1]) >= max(_FEWEST, text.count(name))
    ]
    return found[0] if len(found) == 1 else None


def _bears(person: Person, surname: str) -> bool:
    """Whether somebody is introduced with a surname, by more than "Mr. Rohtman"."""
    is_own = distinctive_words(person.name)[-1] == surname
    return is_own and COURTESY.sub("", person.name) != surname


def _is_known(name: str) -> bool:
    """Whether a word is the name of a body, party or country: "Hamas", "Vatican"."""
    if source_type(name) != "other":
        return True
    return any(True for _ in project_gazetteer().find(words_of(name)))


def _are_two_names(one: str, other: str) -> bool:
    """Whether two surnames are different names that end alike: "Hansen" and "Hanson"."""
    return any(
        {one[-len(a) :], other[-len(b) :]} == {a, b} and one[: -len(a)] == other[: -len(b)]
        for a, b in _TWO_SPELLINGS
    )


def _is_typing_error(word: str, right: str) -> bool:
    """Whether a word is another with one letter wrong, missing, added or turned."""
    if word[0] != right[0] or max(len(word), len(right)) < _SHORTEST or word == f"{right}s":
        return False
    if _are_two_names(word, right):
        return False
    same = _shared_start(word, right)
    rest, other = word[same:], right[same:]
    if len(word) == len(right):
        is_turned = rest[:2] == other[1::-1] and rest[2:] == other[2:]
        return rest[1:] == other[1:] or is_turned
    longer, shorter = sorted((rest, other), key=len, reverse=True)
    return longer[1:] == shorter


def _shared_start(one: str, other: str) -> int:
    """Return how many letters two words have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return next(
        (number for number, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other))
    )
