"""
Rank the names of a group of articles.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from analysis.compare.events.labels.countries import is_country
from analysis.compare.events.labels.evidence import Evidence
from analysis.compare.events.labels.happening_lexicon import Unit
from analysis.compare.events.labels.name_forms import NameForms

_PLACE_BONUS = 0.4
_LOCATED_BONUS = 1.0  # of a place that most outlets print beside what happened
_FULL_NAME_SHARE = 1 / 3  # share of a name's outlets that must print its longer form
_HALF = 0.5
# "Velmar Workers United" is a union and "Orra Rights Watch" a monitor, not Velmar or Orra
_OF_STAFF = frozenset(
    """
    workers union employees staff fans supporters united association observatory monitor rights
    watch watchdog network league coalition federation lawyers doctors nurses teachers students
    residents parents families growers farmers producers exporters owners operators drivers traders
    club armed forces army navy police ministry parliament
    court tribunal service agency office department bureau commission council authority
    """.split()
)
_OFFICES = frozenset("statistics stats".split())  # that tell a country's numbers
_LONGEST_LIST = 8  # alternatives kept to tell groups apart


class Name(NamedTuple):
    """
    A name for a label.

    ``share_of_headlines`` is the share of the outlets that have it in a headline, and ``is_one``
    says that the texts complete it in one way: "Obama" can be Barack or Sasha Obama. A headline
    says of what ``is_accused`` that somebody blames it.
    """

    printed: str
    is_place: bool
    share_of_headlines: float
    is_one: bool
    is_accused: bool = False

    @property
    def is_in_headline(self) -> bool:
        """Return whether any headline has the name."""
        return self.share_of_headlines > 0


def rank_names(
    outlets: list[Evidence], rarity: Mapping[Any, float], forms: NameForms
) -> list[Name]:
    """
    Return the names of a group, best first, no two with a word in common.

    Parameters
    ----------
    outlets : list of Evidence
        What each outlet of the group prints.
    rarity : mapping of float
        How rare each name is in other groups.
    forms : NameForms
        How all articles print names.

    Returns
    -------
    list of Name
        Of one outlet, the names of its headlines and given places, if there are any: the others
        are often those of background or of a photographer.
    """
    counts = _NameCounts()
    for evidence in outlets:
        counts.add(evidence)
    if not counts.support:
        return []
    in_headline = Counter(unit for evidence in outlets for unit in evidence.title_names)
    needed = min(len(outlets) // 2 + 1, max(counts.support.values()))
    scores = {}
    for unit, count in counts.support.items():
        if count >= needed:
            bonus = 1 + _PLACE_BONUS * counts.place[unit] / count
            if counts.located[unit] > _HALF * len(outlets):
                bonus += _LOCATED_BONUS
            scores[unit] = counts.weight[unit] / len(outlets) * rarity[unit] * bonus
    if len(outlets) == 1:
        leading = in_headline.keys() | outlets[0].given
        scores = {unit: scores[unit] for unit in scores if unit in leading} or scores
    ranked = sorted(scores, key=lambda unit: (-scores[unit], -len(unit), unit))
    longer = _longer_names(counts.support)
    names: list[Name] = []
    used: set[str] = set()
    for unit in ranked:
        full = _without_office(_full_name(unit, counts, longer, forms))
        if used.isdisjoint(full):
            is_place = full in outlets[0].given or forms.is_place(full) or is_country(full)
            share = in_headline[unit] / len(outlets)
            whole = [name for name in longer.get(unit, ()) if counts.whole[name]]
            is_one = sum(name[-len(unit) :] == unit for name in whole) <= 1
            is_accused = any(unit in evidence.accused for evidence in outlets)
            names.append(Name(forms.printed(full), is_place, share, is_one, is_accused))
            used.update(full)
    return names[:_LONGEST_LIST]


def places_first(names: list[Name], outlets: list[Evidence], forms: NameForms) -> list[Name]:
    """
    Return names with the best place first.

    Parameters
    ----------
    names : list of Name
        As ``rank_names`` returns them.
    outlets : list of Evidence
        What each outlet of the group prints.
    forms : NameForms
        How all articles print names.

    Returns
    -------
    list of Name
        Without a place in a headline, the land whose name or adjective at least half of the
        outlets print goes first: Velm for "Velmar voters". Empty if there is none.
    """
    in_headlines = [name for name in names if name.is_place and name.is_in_headline]
    places = in_headlines[:1] or _best_land(outlets, forms)
    first = {name.printed for name in places}
    return [*places, *(name for name in names if name.printed not in first)] if places else []


def _best_land(outlets: list[Evidence], forms: NameForms) -> list[Name]:
    """Return the place whose name or adjective most outlets print, if at least half do."""
    support: Counter[Unit] = Counter()
    is_alone = len(outlets) == 1
    for evidence in outlets:
        names = evidence.title_names if is_alone else evidence.names
        lands = evidence.title_lands if is_alone else evidence.lands
        support.update(lands | {unit for unit in names if forms.is_land(unit)})
    best = min(support, key=lambda unit: (-support[unit], unit), default=())
    if not best or support[best] < _HALF * len(outlets):
        return []
    return [Name(forms.printed(best), True, 0.0, True)]


def _without_office(name: Unit) -> Unit:
    """Return the country of its office: what Statistics Norland publishes is of Norland."""
    if len(name) > 1 and name[0] in _OFFICES and is_country(name[1:]):
        return name[1:]
    return name


class _NameCounts:
    """In how many outlets of a group a name is (``support``), as what, and how often alone.

    ``located`` is in how many it is printed beside what happened.
    """

    def __init__(self) -> None:
        self.support: Counter[Unit] = Counter()
        self.place: Counter[Unit] = Counter()
        self.located: Counter[Unit] = Counter()
        self.whole: Counter[Unit] = Counter()
        self.weight: dict[Unit, float] = defaultdict(float)

    def add(self, evidence: Evidence) -> None:
        self.support.update(evidence.names.keys())
        self.place.update(evidence.places)
        self.located.update(evidence.located)
        self.whole.update(evidence.whole)
        for unit, weight in evidence.names.items():
            self.weight[unit] += weight


def _is_placed(name: Unit, forms: NameForms) -> bool:
    """Return whether a name begins with that of a place."""
    return len(name) > 1 and forms.is_place(name[:1])


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


def _full_name(
    unit: Unit,
    counts: _NameCounts,
    longer: dict[Unit, list[Unit]],
    forms: NameForms,
) -> Unit:
    """
    Return the form of a name that is printed most, of those longer than a surname.

    "Velm" is not called Velm Ambulance Service, nor a chain after the town of one of its shops.
    """
    support, whole = counts.support, counts.whole
    names = [name for name in longer.get(unit, ()) if whole[name]]
    if whole[unit]:
        if counts.place[unit] >= _HALF * support[unit] or counts.located[unit]:
            return unit
        names = [
            name for name in names if name[-len(unit) :] != unit or not _is_placed(name, forms)
        ]
        fewest = _FULL_NAME_SHARE * support[unit]
        names = [name for name in names if support[name] >= fewest and "of" not in name]
        names = [name for name in names if _OF_STAFF.isdisjoint(name[len(unit) :])]
        if len(unit) > 1:
            names = [name for name in names if name[-len(unit) :] == unit]
    if not names:
        return unit
    return min(names, key=lambda name: (-support[name], -whole[name], len(name), name))
