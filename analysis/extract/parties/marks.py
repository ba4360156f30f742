"""
Find the names in an article that can be the owner of a party: "Syrian", "Caracas", "Mr. Maduro".

In: a text and the gazetteer. Out: marks, in reading order. A surname counts where the article
prints the whole name, or a title before it; "Jim Jordan" is no country and "the Washington Post" no
capital.
"""

import re
from functools import cache
from typing import NamedTuple

from analysis.core.given_names import is_given_name
from analysis.extract.parties.context_words import context_words
from analysis.extract.parties.covered import Covered
from analysis.extract.parties.gazetteer import Gazetteer, PartyName, Word, words_of

__all__ = ["Mark", "find_marks", "name_runs"]

_TITLE = re.compile(
    r"\b(?:[Pp]resident|[Pp]resident-elect|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|PM|King|"
    r"Queen|Emir|Crown Prince|Mr\.?|Mrs\.?|Ms\.?|[Ss]ecretary[- ][Gg]eneral)\s$"
)
# "Jordan King Idris"
_TITLES_AFTER = frozenset(
    """king queen prince princess premier chancellor leader emir sultan parliament court beach
    county island state river""".split()
)
_TITLE_REACH = 22  # characters
_LINE_READ = 400  # characters of a line that tell whether it is a headline
_RUN = re.compile(
    r"[A-Z][\w’'&.-]*\w(?:\s(?:(?:of|for|al|de|la|del|bin|ul)\s){0,2}(?=[A-Z])[A-Z][\w’'&.-]*\w)*"
)


_UNITED_STATES = "United States"
_CONGRESS = "Congress"
# words of the politics of the United States, besides those of the gazetteer
_AMERICAN = re.compile(
    r"\b(?:Republicans?\b|Democrats?\b|GOP\b|Capitol|White House|Senators?|Sen\.|Rep\.|Medicare"
    r"|Medicaid|House of Representatives|Pentagon|Trump|Biden|Obama)"
)
_BORDER = re.compile(r"\s(?:border|frontier)s?\b")
_LABOUR = "Labour"
_WORK_BEFORE = re.compile(
    r"\b(?:(?:[Mm]inist\w+|[Dd]epartment|[Ss]ecretary|[Bb]ureau|[Cc]ourt|[Cc]onfederation"
    r"|[Cc]ongress"
    r"|Federation) (?:of|for) (?:[A-Z]\w+ and )?"
    r"|Democratic |International |National |Forced |Trade )$"
)
_WORK_AFTER = re.compile(
    r" (?:(?:[Gg]roups?|[Ll]aws?|[Mm]arkets?|[Uu]nions?|[Mm]inist\w+|[Ff]orce|[Rr]ights|[Cc]ourts?"
    r"|[Dd]isputes?|[Cc]osts?|[Ss]hortages?|[Aa]ctivists?|[Cc]amps?|[Oo]rgani[sz]\w+|[Dd]epartment"
    r"|[Ii]nspectors?|[Cc]odes?|[Dd]ay|[Rr]elations|[Pp]ractices|[Cc]ommissioner)\b"
    r"|(?:Movement|Congress|Federation|Front|Act|Office|Bureau|Statistics|Confederation)\b)"
)


class _Place(NamedTuple):
    """What tells that a name of parties in many countries is the party of one."""

    parties: frozenset[str]
    words: re.Pattern[str]


_IN_AMERICA = _Place(frozenset((_UNITED_STATES,)), _AMERICAN)
# "Labour" is a party where the article speaks of voters or of other parties
_OF_PARTIES = _Place(
    frozenset(("Conservatives", "Liberal Democrats", "Scottish National Party", "Reform UK")),
    re.compile(
        r"\b(?:Labour (?:[Pp]arty|[Ll]eader\w*|MPs?|[Gg]overnment|councill?\w*|candidates?|voters?"
        r"|majority|frontbench\w*|peers?|backbench\w*|manifesto|conference|supporters?)|by-election"
        r"|elections?|MPs?|ballots?|voters?|votes?|polls|Commons|Westminster|Corbyn|Starmer|Brexit"
        r"|parliament\w*|party|coalition)\b"
    ),
)
_PLACED = {
    _CONGRESS: _IN_AMERICA,
    "Democratic Party": _IN_AMERICA,
    _LABOUR: _OF_PARTIES,
}


class Mark(NamedTuple):
    """
    The name of a possible owner.

    Attributes
    ----------
    start, end : int
        Characters; the possessive ending is not included.
    party : str
        What the owner is called in the table.
    kind, form : str
        From the gazetteer; ``local`` for a name that only stands in the article.
    possessive : bool
        Whether ``'s`` follows.
    """

    start: int
    end: int
    party: str
    kind: str
    form: str
    possessive: bool


def find_marks(text: str, gazetteer: Gazetteer) -> list[Mark]:
    """
    Find the names of possible owners.

    Parameters
    ----------
    text : str
    gazetteer : Gazetteer

    Returns
    -------
    list of Mark
        In reading order, without overlaps.
    """
    words = words_of(text)
    found = list(gazetteer.find(words))
    whole_names = {name.words for _, _, name in found if name.form == "leader"}
    surnames = _surnames(gazetteer, whole_names)
    longer = Covered(match.span() for match in _longer_names().finditer(text))
    marks = []
    for first, after, name in found:
        start = words[first].start
        if longer.meets(start, start + 1):
            continue
        if _is_of_another_name(text, words, first, after, name):
            continue
        marks.append(_mark(text, words, first, after, name))
    marks = [mark for mark in marks if not _is_labour_of_another_kind(text, mark)]
    marks = _placed_in_their_country(text, marks)
    marks += _marks_of_surnames(text, words, surnames, marks)
    marks += _titled_surnames(text, words, gazetteer, marks)
    return sorted(marks)


def _placed_in_their_country(text: str, marks: list[Mark]) -> list[Mark]:
    """Return the marks without names of many countries that no other word of the article places."""
    placed = {mark.party for mark in marks if text[mark.start : mark.end] not in _PLACED}
    kept = []
    for mark in marks:
        place = _PLACED.get(text[mark.start : mark.end])
        if place is None or place.parties & placed or place.words.search(text) is not None:
            kept.append(mark)
    return kept


def _is_labour_of_another_kind(text: str, mark: Mark) -> bool:
    """Whether "Labour" is work or a part of a longer name: "Ministry of Labour"."""
    if text[mark.start : mark.end] != _LABOUR:
        return False
    before = text[max(0, mark.start - _TITLE_REACH) : mark.start]
    return _WORK_BEFORE.search(before) is not None or (
        _WORK_AFTER.match(text, mark.end) is not None
    )


# of names that many groups have: "National Liberation Army", "National Front"
_OF_NATION = re.compile(r"(?:[ai]an|ese|ish|ic|ch|ari|aqi|eni)$")  # "Palestinian Islamic Jihad"
_GROUP_WORDS = frozenset("Front Army Movement Alliance Forces Units Brigades Jihad".split())


@cache
def _longer_names() -> re.Pattern[str]:
    """Return the pattern of longer names that hold a party's and are none."""
    longest_first = sorted(context_words("no_party"), key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first))
    return re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE)


def _mark(text: str, words: list[Word], first: int, after: int, name: PartyName) -> Mark:
    start, end = words[first].start, words[after - 1].end
    if "." in text[start:end] and text.startswith(".", end):
        end += 1  # the last dot of "U.S."
    printed = text[start:end]
    possessive = text.startswith(("'s", "’s"), end) or text.startswith(("' ", "’ "), end)
    ending = re.search(r"(?:['’]s|(?<=s)['’])$", printed)
    if ending:
        end -= len(ending[0])
        possessive = True
    return Mark(start, end, name.party, name.kind, name.form, possessive)


def _is_of_another_name(
    text: str,
    words: list[Word],
    first: int,
    after: int,
    name: PartyName,
) -> bool:
    """Whether the words are part of a longer name: of a person, an outlet, a team, a group."""
    if name.form == "name" and name.words.split()[-1] in _GROUP_WORDS:
        is_nation = first > 0 and _OF_NATION.search(words[first - 1].key) is not None
        return not is_nation and _follows_name(text, words, first)
    if name.form not in ("name", "capital", "adjective") or name.kind not in ("country", "place"):
        return False
    following = words[after] if after < len(words) else None
    gap = text[words[after - 1].end : following.start] if following else ""
    if following and gap == " " and following.key in context_words("other_name_after"):
        return True
    if following and gap == " " and _is_given_name(words[first:after], following, name):
        return True  # "Sofia Lind, 22"
    if name.form == "adjective" and _BORDER.match(text, words[after - 1].end) is not None:
        return True  # "near the Polish border"
    return name.form != "adjective" and _follows_name(text, words, first)


def _follows_name(text: str, words: list[Word], first: int) -> bool:
    """Whether a capitalised word stands right before: "the Tolma [National Front]"."""
    if first == 0:
        return False
    previous = words[first - 1]
    between = text[previous.end : words[first].start]
    is_name = previous.key.istitle() and len(previous.key) > 1
    return (
        between == " "
        and is_name
        and previous.key not in context_words("no_first_name")
        and not text[previous.start : previous.end].endswith(("'s", "’s"))
        and _is_in_running_text(text, previous.start)
    )


def _is_given_name(found: list[Word], following: Word, name: PartyName) -> bool:
    """Whether a capital or country is the given name of a person: "Sofia Lind"."""
    if name.form == "adjective" or len(found) > 1 or not is_given_name(found[0].key):
        return False
    is_surname = following.key.istitle() and len(following.key) > 1
    no_surname = context_words("no_owner") | _TITLES_AFTER
    return is_surname and following.key.lower() not in no_surname


def _is_in_running_text(text: str, position: int) -> bool:
    """Whether the line has words in lower case: a headline in title case tells no names."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    last = start + _LINE_READ
    line = text[start : min(end, last) if end >= 0 else last]
    words = re.findall(r"[A-Za-z]{4,}", line)
    return sum(word[0].islower() for word in words) * 2 > len(words)


def _surnames(gazetteer: Gazetteer, whole_names: set[str]) -> dict[str, PartyName]:
    """Return the surnames of the office holders whose whole names the article prints."""
    surnames = {}
    for name in gazetteer.names:
        if name.form == "leader" and name.words in whole_names:
            surnames[_surname(name.words)] = name
    return surnames


def _surname(words: str) -> str:
    return words.split()[-1]


def _marks_of_surnames(
    text: str,
    words: list[Word],
    surnames: dict[str, PartyName],
    marks: list[Mark],
) -> list[Mark]:
    taken = {position for mark in marks for position in range(mark.start, mark.end)}
    found = []
    for number, word in enumerate(words):
        name = surnames.get(word.key)
        if name is not None and word.start not in taken:
            found.append(_mark(text, words, number, number + 1, name))
    return found


def _titled_surnames(
    text: str,
    words: list[Word],
    gazetteer: Gazetteer,
    marks: list[Mark],
) -> list[Mark]:
    """Return surnames of office holders after a title: "President Duterte"."""
    taken = {position for mark in marks for position in range(mark.start, mark.end)}
    holders = {_surname(name.words): name for name in gazetteer.names if name.form == "leader"}
    found = []
    for number, word in enumerate(words):
        name = holders.get(word.key)
        if name is None or word.start in taken:
            continue
        if _TITLE.search(text[max(0, word.start - _TITLE_REACH) : word.start]):
            found.append(_mark(text, words, number, number + 1, name))
    return found


def name_runs(text: str) -> list[tuple[int, int]]:
    """Return the runs of capitalised words: "Pakistan Railways", "Syrian National Coalition"."""
    return [match.span() for match in _RUN.finditer(text)]
