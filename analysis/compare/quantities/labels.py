"""
Name quantities in plain words: what is counted or measured, and what became of it.

In: the statements of one story with their quantity. Out: a label for each quantity, unique within
the story: "people killed", "children killed (part of people killed)", "price of a barrel, $". The
words are the statements' own, without their numbers; those of an outlet's headline are not used.
"""

import calendar
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import dropwhile
from typing import Any

from analysis.compare.quantities.aboard import is_aboard
from analysis.compare.quantities.amounts import COUNTS
from analysis.compare.quantities.complements import with_complement
from analysis.compare.quantities.currencies import currency_of
from analysis.compare.quantities.event_measures import is_majority
from analysis.compare.quantities.label_words import (
    as_act,
    is_currency,
    is_said_of_them,
    is_verb_here,
    participle,
    sensible_words,
)
from analysis.compare.quantities.other_outcomes import OTHER
from analysis.compare.quantities.pair_tests import RATE_OF_EXCHANGE
from analysis.compare.quantities.quoted_labels import LEAST_SURE, is_long, quoted_label
from analysis.compare.quantities.rival_words import counts_a_crowd
from analysis.compare.quantities.sides import ENEMY
from analysis.compare.quantities.unit_nouns import generic_noun, is_time
from analysis.compare.unit_words import plural_unit
from analysis.core.animals import is_animal
from analysis.core.plurals import plural
from analysis.core.resources import is_noun, lemma

__all__ = ["label_quantities", "usual_outcome"]

Statement = Mapping[str, Any]

LONGEST = 60
"""Characters of counted words that a label takes over."""

LONGEST_NAME = 3
"""Words of a name; a longer run of capitals is a headline inside a text."""

_OUTCOMES = {
    "killed": "killed",
    "injured": "injured",
    "killed_or_injured": "killed or injured",
    "missing": "missing",
    "captured": "held",
    "displaced": "displaced",
    "evacuated": "evacuated",
    "bodies_found": "found dead",
    "rescued": "rescued",
    "surrendered": "surrendered",
    "ill": "ill",
    "other": "affected",
}
_HELD = {
    "arrested": re.compile(r"\barrest", re.IGNORECASE),
    "detained": re.compile(r"\bdetain|\bdetention|\bcustody", re.IGNORECASE),
    "apprehended": re.compile(r"\bapprehen", re.IGNORECASE),
    "taken hostage": re.compile(r"\bhostages?\b|\bkidnap|\babduct", re.IGNORECASE),
    "captured": re.compile(r"\bcaptur", re.IGNORECASE),
}
# who dies of these is dead, and not killed by anybody
_OF_ILLNESS = re.compile(
    r"\b(?:patients?|diseases?|illness(?:es)?|cancers?|epidemic|pandemic|infect\w*"
    r"|outbreaks?(?!\s+of\s+(?:fighting|violence|war))|cholera|measles|dengue"
    r"|influenza|flu|covid\S*|overdos\w+|heatstroke"
    r"|natural\s+causes)\b",
    re.IGNORECASE,
)
_OF_KILLING = re.compile(
    r"\b(?:kill\w*|slain|murder\w*|massacre\w*|execut\w+|assassinat\w+|shot|stabbed|slaughter\w*"
    r"|strikes?|shell(?:ed|ing)|bomb\w*|attack\w*|blast|explosion|ambush\w*|fighting|gunm[ae]n"
    r"|gunfire|clash\w*|fire|crash\w*|collapse\w*|flood\w*|quake|storm)\b",
    re.IGNORECASE,
)
_RISK_BEFORE = re.compile(
    r"\b(?:risks?|chances?|odds|likelihood|danger)\b[^.;]{0,80}\bby\s[^.;\d]{0,20}$", re.IGNORECASE
)
_LIKELY_AFTER = re.compile(
    r"(?:\s?%|\s+(?:percent|per\s+cent|pc))?\s+(?:less|more)\s+likely\b", re.IGNORECASE
)
_FEARED_DEAD = "feared_dead"  # in the id of the rule that read it
_ANY_PEOPLE = frozenset(("people", "persons", "heads"))
_CROWD = re.compile(
    r"\b(?:(?-i:march)(?:es|ed|ers)?|rall(?:y|ies|ied)|demonstrat\w+|protest(?:s|ed|ers?)?"
    r"|vigils?|parades?|took\s+to\s+the\s+streets"
    r"|filled\s+the\s+(?:square|streets|plaza))\b",
    re.IGNORECASE,
)
_GRAVE = {"injured": "seriously injured", "ill": "gravely ill"}
_IN_HOSPITAL = {"ill": "ill in hospital", "injured": "injured, in hospital"}
_STATES = {
    "destroyed": "destroyed",
    "damaged": "damaged",
    "both": "destroyed or damaged",
}
_GROUPS = {
    "children": "children",
    "women": "women",
    "fighters": "fighters",
    "soldiers": "soldiers and police",
    "journalists": "journalists",
    "medics_aid": "medics and aid workers",
}
# what one outlet or side calls people: a label takes no side
_JUDGING = re.compile(
    r"\b(?:thug|hooligan|yob|mob|looter|vandal|rioter|troublemaker|provocateur|terrorist|extremist"
    r"|fanatic|zealot|radical|infidel|invader|traitor|goon|illegal|criminal|martyr|hero|heroe)s?$",
    re.IGNORECASE,
)
_ANYONE = re.compile(
    r"(?:the|other|more|of|them|their|people|persons?|souls?|others?|dead|deaths?|fatalit(?:y|ies)"
    r"|lives|life|victims?|casualt(?:y|ies)|injur(?:y|ies)|injured|wounded|bod(?:y|ies)|man|woman"
    r"|single|killed|arrests?|apprehensions?|detentions?|detainees?|hostages?|missing|survivors?"
    r"|patients?|\s)+",
    re.IGNORECASE,
)
# What those of a group are called, where every outlet calls them so.
_SOLDIERS = frozenset(
    "soldier serviceman servicewoman troop trooper sailor airman marine conscript recruit".split()
)
_POLICE = frozenset("officer policeman policewoman police constable deputy detective cop".split())
_FIREFIGHTERS = frozenset("firefighter fireman".split())
_VOLUNTEERS = {"firefighters": frozenset(("volunteer",))}
_GUARDS = frozenset(("guard", "warder"))
# Who shoots in a street or is shot there fights for nobody.
_GUNMEN = frozenset(("gunman",))
_ATTACKERS = _GUNMEN | frozenset("attacker assailant bomber shooter hijacker raider".split())
_CAPTORS = frozenset("captor kidnapper abductor hostage-taker".split())
_SERVICES = {
    "gunmen": _GUNMEN,
    "attackers": _ATTACKERS,
    "captors": _CAPTORS,
    "guards": _GUARDS,
    "soldiers": _SOLDIERS,
    "police officers": _POLICE,
    "firefighters": _FIREFIGHTERS,
}
_OF_DUTY = {
    "officer": "officers",
    "paramedic": "paramedics",
    "medic": "medics",
    "nurse": "nurses",
    "doctor": "doctors",
}
# "Civilian deaths" are civilians; "heat deaths" are people.
_DEATHS = re.compile(
    r"(?:(?P<who>civilian|child|infant|soldier|officer|worker|passenger)|.+?)\s+"
    r"(?:deaths?|fatalit(?:y|ies)|casualt(?:y|ies)|injur(?:y|ies)|victims?)",
    re.IGNORECASE,
)
_AGED = re.compile(r"\b\d+-year-old\b", re.IGNORECASE)
_AREAS = re.compile(
    r"square\s(?:miles?|kilomet(?:er|re)s?|km)|acres?|hectares?|sq\.?\s(?:km|mi)", re.IGNORECASE
)
_OWN_LAND = frozenset("ranch farm park home house building property estate garden plot".split())
_BURNT = re.compile(
    r"\b(?:burn\w*|wild\s?fires?|fires?|blazes?|scorch\w*|charred|charring)\b", re.IGNORECASE
)
_LEADING = re.compile(r"^(?:of|the|a|an|in|for|to|its|his|her|their|this|that)\s+", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(  # "of twelve gates"
    r"^(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    r"|forty|fifty|sixty|hundred)\s+(?=\w)",
    re.IGNORECASE,
)
_UNITS = {"percent": "%", "points": "percentage points"}
_CHANGES = {"up": "rise", "down": "fall"}
# words that say the change once more: "rise in rise"
_MOVES = re.compile(
    r"(?:pay\s|price\s)?(?:rises?|increases?|raises?|hikes?|growth|gains?|jumps?|surges?|falls?"
    r"|drops?"
    r"|declines?|decreases?|cuts?|reductions?|loss(?:es)?|up|down|higher|lower|more|less|fewer)"
    r"(?:\s(?:than|of|in|by))?",
    re.IGNORECASE,
)
# adverbs and verbs that a number is said with, and the noun for what it measures
_NOUNS = {
    "old": "age",
    "away": "distance",
    "apart": "distance",
    "ahead": "lead",
    "behind": "gap",
    "lasted": "duration",
    "lasts": "duration",
    "long": "length",
    "tall": "height",
    "deep": "depth",
    "wide": "width",
    "late": "delay",
    "favour": "in favour",
    "favor": "in favor",
}
_FAR = ("distance", "length")
_NO_NOUNS = frozenset(
    """short worth once above below effective great single alone together another even only just
    later earlier""".split()
)
# "a quick ratio of 0.8", "P/E ratio of 24"
_NAMED_BEFORE = re.compile(
    r"((?:[\w/&’'-]+\s+){1,4})of\s+(?:(?:about|around|just|only)\s+)?\W{0,2}$"
)
_WORDS_BEFORE = 2
_SENTENCE_END = re.compile(r"[.!?:;][”\"’')\]]*\s*$")  # a headline has none
_NO_NAMES = frozenset(
    "a an the and or but with has have had is was are were its his her their this that as at on in "
    "to for by from one two three four five six seven eight nine ten eleven twelve dozens hundreds "
    "thousands out because some many most each instead total number rest first".split()
)
# labels that any number of a story could have
_TELLING_NOTHING = frozenset(
    ("people", "persons", "number", "amount", "sum of money", "share, %", "rise, %", "fall, %")
)
_ANY_NUMBER = frozenset("number figure total amount sum count tally quota mark".split())
_CLAIMED = frozenset("figure estimate count toll tally claim".split())
_AMOUNTS = ("money", "percent", "points", "measure")
# "The bank details of 410,000 customers", "customers whose passports were copied"
_OWNED_WORDS = (
    r"(?P<owned>"
    r"(?:(?:personal|private|bank|medical|card|account|credit|login|contact|health)\s+)?"
    r"(?:data|details|records|passwords|passports|accounts|photos|files|messages|emails|addresses"
    r"|fingerprints|savings|bills|debts|loans|visas|licen[cs]es))"
)
_OWNED = (
    re.compile(rf"\b{_OWNED_WORDS}\s+of\s+(?:[a-z]+\s+){{0,3}}$"),
    re.compile(rf"\bwhose\s+{_OWNED_WORDS}\b"),
)
_PEOPLE = frozenset("person people customer client user patient citizen voter member".split())
_SHARES = ("percent", "points")
_UNNAMED = {"money": "sum of money", "percent": "share", "points": "difference"}
_DONE = re.compile(
    r"(?!fund|build|hous|hold|sav)(?:\w+ed|spent|paid|lost|sold|\w{3,}ing)(?:\s(?:in|up|out))?",
    re.IGNORECASE,
)
_BOUGHT = re.compile(r"(?:bought|purchased)(?:\s\w+)?", re.IGNORECASE)
_WINNING = re.compile(r"(?:won|winning|polling|taking|took|got|securing|secured)")
_DAYS = frozenset(
    [*calendar.day_name, *calendar.month_name, *calendar.day_abbr, *calendar.month_abbr]
)
_LONGEST_ACRONYM = 5  # letters
_DEAD_FIRST = re.compile(r"^dead\b\s*", re.IGNORECASE)
# "European retailers" have nothing to do with whom the number counts.
_OF_NATION = re.compile(
    r"(?:ean|[a-z]ian|ish|ese|rican|exican|erman|ench|utch|reek|wiss|raqi|raeli|stani|eshi)$"
)
_CLAUSE_END = re.compile(r"[,;:]\s|\s(?:and|but|while|whereas)\s")
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "we", "i", "one", "some", "others"})
_NAME = re.compile(r"(?<=[a-z,;:]\s)[A-Z][a-z][\w’-]+(?:\s[A-Z][a-z][\w’-]+)*")


def label_quantities(
    groups: Mapping[str, Sequence[Statement]], part_of: Mapping[str, str | None]
) -> dict[str, str]:
    """
    Return a label for each quantity of a story.

    Parameters
    ----------
    groups : mapping of str to sequence of dict
        For each quantity its statements (rows of ``Statements``; missing values are None).
    part_of : mapping of str to (str or None)
        For each quantity the quantity of which it is a part.

    Returns
    -------
    dict of str to str
        Of labels that would be equal, that of the quantity stated by most articles stays, unless
        all of them tell whose people were harmed, and of two sides: the country or group is then
        added to each. The others get what those who are counted did ("teachers, in the crowd"), or
        else that side, or else the source on whose word
        alone they are stated, or else a name from their sentences that the rest lack and that is no
        outlet ("people arrested (sentence names Alto)": it need not be who or where they are), or
        else a clause of an article in a few words ("people (“… are added each year”)"), or else the
        number first stated ("hijackers, stated as seven": it may be a part of the others or beside
        them), or else a count. What any number could be called ("people", "rise, %") has a clause
        of an article too.
    """
    plain = {quantity_id: _plain_label(group) for quantity_id, group in groups.items()}
    labels = dict(plain)
    for quantity_id, label in plain.items():
        total = part_of.get(quantity_id)
        if total is not None:
            labels[quantity_id] = f"{label} (part of {plain[total]})"
        elif any(row["scope"] == "part" for row in groups[quantity_id]):
            labels[quantity_id] += _sides([groups[quantity_id]])[0] or ""
    for extras in (
        _gatherings,
        _sides,
        _distinct_sources,
        _distinct_names,
        _quotes,
        _first_numbers,
        _counts,
    ):
        for clashing in _equal_labels(labels):
            by_reach = sorted(clashing, key=lambda name: -_n_articles(groups[name]))
            added = extras([groups[quantity_id] for quantity_id in by_reach])
            # of two sides neither is "the soldiers"
            first = 0 if extras is _sides and all(added) and len(set(added)) > 1 else 1
            for quantity_id, extra in zip(by_reach[first:], added[first:], strict=True):
                if extra and not labels[quantity_id].endswith(extra):
                    labels[quantity_id] += extra
    return _with_words(labels, groups)


def _with_words(
    labels: Mapping[str, str], groups: Mapping[str, Sequence[Statement]]
) -> dict[str, str]:
    """Return the labels; those that tell nothing of their own with words of an article."""
    told = dict(labels)
    for quantity_id, label in labels.items():
        if label not in _TELLING_NOTHING:
            continue
        worded = f"{label}{_quote(groups[quantity_id]) or ''}"
        if worded not in told.values():
            told[quantity_id] = worded
    return told


def _n_articles(group: Sequence[Statement]) -> int:
    return len({row["article_id"] for row in group})


def _equal_labels(labels: Mapping[str, str]) -> list[list[str]]:
    same: dict[str, list[str]] = {}
    for quantity_id, label in labels.items():
        same.setdefault(label.casefold(), []).append(quantity_id)
    return [ids for ids in same.values() if len(ids) > 1]


def _plain_label(group: Sequence[Statement]) -> str:
    outcome = usual_outcome(group)
    change = _usual_change(group)
    if outcome is None:
        label = _measured(group, change)
    else:
        label = f"{_persons(group)} {_what_happened(group, outcome)}".strip()
        if change is not None:
            label = f"{_CHANGES[change]} in {label}"
    years = Counter(row["year"] for row in group if row["year"] is not None)
    least = len(group) if len(years) == 1 else len(group) + 1
    if years and years.total() * 2 >= least:
        year, _ = years.most_common(1)[0]
        label = f"{label}, {int(year)}"
    return label


def usual_outcome(group: Sequence[Statement]) -> str | None:
    """
    Return the outcome of a quantity.

    Parameters
    ----------
    group : sequence of dict
        Its statements.

    Returns
    -------
    str or None
        The most frequent; None if fewer than half of the statements have one: of four numbers of
        people aboard, one may have been read as a toll.
    """
    outcomes = [row["outcome"] for row in group if row["outcome"] is not None]
    if len(outcomes) * 2 < len(group):
        return None
    return _usual(outcomes)


def _usual_change(group: Sequence[Statement]) -> str | None:
    """Return how the value changed, if most say so: "prices rose 8%" is an inflation of 8%."""
    changes = [row["change"] for row in group if row["change"] is not None]
    if len(changes) * 2 <= len(group):
        return None
    return _usual(changes)


def _persons(group: Sequence[Statement]) -> str:
    """Return who is counted, without an outlet's word for the dead or the held."""
    special = _usual(row["group"] for row in group)
    if special in _GROUPS:
        nouns = {row["noun"] for row in group if row["noun"] is not None}
        return _of_duty(nouns) or _GROUPS[special]
    words = _counted_words(group)
    if words is None:
        return "people"
    deaths = _DEATHS.fullmatch(words)
    if deaths is not None:
        return "people" if deaths["who"] is None else plural(deaths["who"].casefold())
    if _AGED.search(words) and len(group) > 1:
        return "people"  # one outlet's "31-year-old man" is another's "father of two"
    is_ill = any(row["outcome"] == "ill" for row in group)
    if is_ill or _ANYONE.fullmatch(words) or _JUDGING.search(words):
        return "people"
    return words


def _of_duty(nouns: set[str]) -> str | None:
    """Return what those on duty are called, where all words for them agree."""
    if len(nouns) == 1 and not nouns.isdisjoint(_OF_DUTY):
        return _OF_DUTY[next(iter(nouns))]
    if not nouns:
        return None
    for label, words in _SERVICES.items():
        # "two volunteers" of a headline are the volunteer firefighters of the text below
        if not nouns.isdisjoint(words) and nouns <= words | _VOLUNTEERS.get(label, frozenset()):
            return label
    return None


def _what_happened(group: Sequence[Statement], outcome: str) -> str:
    """Return what happened to those counted, in the verb of the sentences where it has several."""
    verbs = {"captured": _HELD, "other": OTHER}.get(outcome)
    # "19 were admitted, up from 17": the number before is told without the words
    present = [row for row in group if row["scope"] != "background"] or group
    if all(row["is_in_hospital"] for row in present) and outcome in _IN_HOSPITAL:
        return _IN_HOSPITAL[outcome]
    if all(row["is_grave"] for row in group) and outcome in _GRAVE:
        return _GRAVE[outcome]
    if outcome == "displaced" and all(row["is_in_shelter"] for row in group):
        return "displaced, in shelters"
    if outcome == "missing" and all(_FEARED_DEAD in (row["rules"] or "") for row in group):
        return "feared dead"
    if outcome == "killed" and _died_of_illness(group):
        return "dead"
    if verbs is None:
        return _OUTCOMES[outcome]
    found = Counter()
    for row in group:
        for words, pattern in verbs.items():
            found[words] += pattern.search(row["sentence_text"]) is not None
    words, count = found.most_common(1)[0]
    if not count:
        return _OUTCOMES[outcome]
    return words


def _died_of_illness(group: Sequence[Statement]) -> bool:
    """Return whether half of the sentences on a toll speak of an illness, and none of killing."""
    sentences = [row["sentence_text"] for row in group]
    if any(_OF_KILLING.search(words) for words in sentences):
        return False
    return sum(_OF_ILLNESS.search(words) is not None for words in sentences) * 2 >= len(sentences)


def _counted_words(group: Sequence[Statement]) -> str | None:
    """Return the words for what is counted; those of a headline ("of five leaves") come last."""
    sure = [row for row in group if row["p_counted"] is None or row["p_counted"] >= LEAST_SURE]
    sure = [row for row in sure if not _is_verb_of_its_sentence(row)] or sure
    in_texts = [row for row in sure if _SENTENCE_END.search(row["sentence_text"])]
    words = _plainest(_shortened(row["counted"]) for row in in_texts)
    return words or _plainest(_shortened(row["counted"]) for row in sure)


def _is_verb_of_its_sentence(row: Statement) -> bool:
    """Return whether the counted word is a verb there: "to hold back $60m", "would pay $62"."""
    words = _shortened(row["counted"])
    if words is None or " " in words or not words.islower():
        return False
    is_share = row["unit"] == "percent"
    return is_verb_here(words, [row]) or (is_share and is_said_of_them(words, [row]))


def _plainest(values: Iterable[str | None]) -> str | None:
    """
    Return the most frequent words; of several the shortest: "bid", not "its smaller rival".

    A verb, or a word for any number, only where no outlet has a noun: "growth" where one says that
    a number grows, "delegates" where one speaks of "the magic number of 2,383".
    """
    told = [_NUMBER_BEFORE.sub("", value) for value in values if value is not None]
    told = [value for value in told if participle(value) is None] or told
    told = [value for value in told if value.split()[-1].casefold() not in _ANY_NUMBER] or told
    counts = Counter(value.casefold() for value in told)
    most = max(counts.values(), default=0)
    frequent = [value for value in told if counts[value.casefold()] == most]
    plainest = min(frequent, key=lambda value: len(value.split()), default=None)
    if plainest is not None and plainest.isupper() and len(plainest) > _LONGEST_ACRONYM:
        return plainest.lower()  # "A STUDENT was found", as tabloids begin
    return plainest


def _measured(group: Sequence[Statement], change: str | None) -> str:
    """Return what is counted or measured, how it changed, whose it is, and the unit."""
    unit = str(_usual(row["unit"] for row in group))
    currencies = {currency_of(row["unit_text"], row["currency"]) for row in group}
    unit_text = None
    if unit != "money" or len(currencies) == 1:
        unit_text = _usual(row["unit_text"] for row in group)
    sensible = _sensible_words(group, unit, unit_text)
    act = as_act(sensible, group) if sensible is not None and unit == "money" else None
    words = act or _as_noun(sensible, unit)
    if change is not None and unit == "percent":
        words = _risk(group) or words
    if words is not None and all(_begins(row, words) for row in group):
        words = words.lower()
    if words in _FAR and unit_text is not None and is_time(unit_text):
        words = None  # a decade away is no distance
    if words is not None and all(_is_compound(row, words) for row in group):
        words = plural(words)
    if unit_text is not None and _AREAS.fullmatch(unit_text) and _are_burnt(group):
        words = "area burnt"  # of grass, oak and pine
    if unit_text is not None and RATE_OF_EXCHANGE.search(unit_text):
        words = "exchange rate"
    if 2 * sum(is_majority(row) for row in group) >= len(group):
        words = "majority"
    if words is not None and 2 * sum(row["is_population"] for row in group) > len(group):
        words = "population"
    if words is not None and words.casefold() in _ANY_PEOPLE:
        words = _kind_of_people(group) or words
    is_limit = 2 * sum(row["is_limit"] for row in group) > len(group)
    if is_limit and unit in _AMOUNTS:
        words = "limit"
    elif is_limit:
        words = "capacity or limit"
    elif words is not None and all(is_animal(row["noun"]) and row["is_dead"] for row in group):
        words = f"dead {_DEAD_FIRST.sub('', words)}".strip()
    state = _usual(row["state"] for row in group)
    if unit == "things" and words is not None and state is not None and not is_limit:
        words = f"{words} {_STATES[state]}"
    if unit in COUNTS and words not in (None, "majority") and _are_gaps(group):
        words = f"difference in {words}"
    elif words is not None and unit in COUNTS and _are_needed(group):
        words = f"{words} needed"
    elif words in _NOT_LOST and _are_prevented(group):
        words = _NOT_LOST[words]
    if unit == "things" and words is not None and is_currency(words):
        return f"sum of money, {words}"
    whose = _usual(_shortened(_owner(row)) for row in group)
    if words is not None and unit == "things":
        whose = _usual(_owned(row) for row in group) or whose
    if whose is not None and not _is_told_by_all(whose, group):
        whose = None
    words = _without_owner(words, whose, unit)
    if words is not None and unit in _SHARES:
        words = with_complement(words, group)
    if whose is not None and unit == "percent" and _is_other_name(words, whose, group):
        words = None  # "the Greens at 9.5 and the Left at 6": the share of the Left
    named = _UNITS.get(unit, unit_text)
    if words is None and named is None:
        words = _usual(_named_before(row) for row in group)
    quoted = _quoted(unit, named, whose, group) if words is None else None
    if quoted is not None:
        return quoted if named is None else f"{quoted}, {plural_unit(named)}"
    if change is not None and (words is None or _MOVES.fullmatch(words)):
        words = _CHANGES[change]
    elif words is None:
        words = _unnamed(unit, named, group)
    if change is not None and words != _CHANGES[change]:
        words = f"{_CHANGES[change]} in {words}"
    is_told = words.casefold().startswith(_EXPECTED)
    may_be_expected = unit in _AMOUNTS or all(row["is_foreseen"] for row in group)
    if may_be_expected and not is_told and all(_is_expected(row) for row in group):
        words = f"expected {words}"
    if whose is not None and whose.casefold() not in words.casefold():
        words = f"{words} ({whose})"
    if named is None or named.casefold() == words.casefold():
        return words  # "magnitude" is both
    return f"{words}, {plural_unit(named)}"


def _risk(group: Sequence[Statement]) -> str | None:
    """Return that a share is of a risk, or how much likelier something is: "18% less likely"."""
    n_risk = n_likely = 0
    for row in group:
        end = row["offset"] + len(row["text"])
        n_risk += _RISK_BEFORE.search(row["sentence_text"][: row["offset"]]) is not None
        n_likely += _LIKELY_AFTER.match(row["sentence_text"][end:]) is not None
    if 2 * (n_risk + n_likely) < len(group):
        return None
    return "risk" if n_risk else "likelihood"


def _begins(row: Statement, word: str) -> bool:
    """Return whether a plural noun has its capital because it begins the sentence: "Rents rose"."""
    is_plural = word.endswith("s") and lemma(word.lower(), "NNS") != word.lower()
    return is_plural and is_noun(word.lower()) and row["sentence_text"].startswith(f"{word} ")


def _is_told_by_all(whose: str, group: Sequence[Statement]) -> bool:
    """Return whether a sentence of each article names an owner: else it is one outlet's word."""
    name = whose.split()[-1].casefold()
    told = {row["article_id"] for row in group if name in row["sentence_text"].casefold()}
    return told == {row["article_id"] for row in group}


def _is_other_name(words: str | None, whose: str, group: Sequence[Statement]) -> bool:
    """Return whether counted words are a name, and not that of whose share it is."""
    if words is None or not words[:1].isupper() or words.isupper():
        return False
    is_own = words.casefold() in whose.casefold() or whose.casefold() in words.casefold()
    return not is_own and any(f" {words}" in row["sentence_text"] for row in group)


def _are_gaps(group: Sequence[Statement]) -> bool:
    """Return whether most statements tell how far two numbers lie apart: a lead of 400 votes."""
    return 2 * sum(row["is_gap"] for row in group) > len(group)


# "It could prevent 110 deaths a year": nobody is reported to have died
_NOT_LOST = {"deaths": "deaths prevented", "lives": "lives saved"}
_PREVENTED = r"\b(?:prevent|avert|avoid|sav)(?:s|e|es|ed|ing)?\s+(?:[\w’'-]+\s+){0,3}"
_NOT_PREVENTED = re.compile(
    r"\b(?:not|too\s+late\s+to|fail(?:s|ed)?\s+to|cannot|unable\s+to|never)\s+(?:[a-z]+\s+)?"
    r"(?:prevent|avert|avoid|sav)|n['’]t\s+(?:prevent|avert|avoid|sav)",
    re.IGNORECASE,
)


def _are_prevented(group: Sequence[Statement]) -> bool:
    """Return whether most statements tell how many deaths something prevents, or would."""
    return 2 * sum(_is_prevented(row) for row in group) > len(group)


def _is_prevented(row: Statement) -> bool:
    sentence = str(row["sentence_text"])
    told = re.search(rf"{_PREVENTED}{re.escape(str(row['text']))}\b", sentence, re.IGNORECASE)
    return told is not None and _NOT_PREVENTED.search(sentence) is None


def _are_needed(group: Sequence[Statement]) -> bool:
    """Return whether most statements tell how many are needed: "she needs 100 delegates"."""
    return 2 * sum(bool(row["is_needed"]) for row in group) > len(group)


_EXPECTED = ("expected", "forecast", "projected")


# "A better-than-expected profit of $9m" was made
_AS_EXPECTED = re.compile(
    r"\b(?:than|as|what)[\s-](?:\w+\s)?(?:had\s)?(?:expect|forecast|predict|project)\w*"
    r"|\b(?:beat|beats|beating|miss(?:ed|es|ing)?|topp?(?:ed|s|ing)|exceed\w*|above|below|defied"
    r"|despite|against|unexpected\w*)\b",
    re.IGNORECASE,
)


def _is_expected(row: Statement) -> bool:
    """Return whether a number is what somebody expects: "it forecast a profit of $90m"."""
    before = row["sentence_text"][: row["offset"]]
    return bool(row["is_expected"]) and _AS_EXPECTED.search(before) is None


def _is_compound(row: Statement, noun: str) -> bool:
    """Return whether a hyphen joins a noun to its number: "a 48-page indictment"."""
    return f"{row['text']}-{noun}" in row["sentence_text"]


def _without_owner(words: str | None, whose: str | None, unit: str) -> str | None:
    """Return counted words without the owner's name before them: "Booker total raised"."""
    if words is None or whose is None or words.islower():
        return words
    owner = set(whose.casefold().split())
    rest = list(dropwhile(lambda word: word.casefold() in owner, words.split()))
    if not rest:
        return None if unit in _AMOUNTS else words
    return " ".join(rest)


def _kind_of_people(group: Sequence[Statement]) -> str | None:
    """Return where people are counted who are called nothing else: aboard, or in a crowd."""
    placed = []
    for row in group:
        start = max(0, row["sentence_text"].find(row["text"]))
        placed.append({**row, "start": start, "end": start + len(row["text"])})
    n_aboard = sum(is_aboard(row, row["sentence_text"]) for row in placed)
    n_crowd = sum(
        row["is_crowd"]
        or counts_a_crowd(row, row["sentence_text"])
        or _CROWD.search(row["sentence_text"]) is not None
        for row in placed
    )
    if 2 * n_aboard >= len(group):
        return "people aboard"
    return "people in the crowd" if 2 * n_crowd >= len(group) else None


def _quoted(
    unit: str, named: str | None, whose: str | None, group: Sequence[Statement]
) -> str | None:
    """Return words of an article where a general noun ("share") says less: not of a speed."""
    if whose is not None and unit in _SHARES:
        return None
    if named is not None and generic_noun(named, group) not in (None, "time"):
        return None
    return quoted_label(group)


def _unnamed(unit: str, named: str | None, group: Sequence[Statement]) -> str:
    """Return what is measured where no words of the statements tell it."""
    if unit in _UNNAMED:
        return _UNNAMED[unit]
    if named is None:
        return "number"
    return _amount(named, group)


def _owned(row: Statement) -> str | None:
    """Return what of theirs a number of people is about: "the bank details of 410,000 people"."""
    if row["noun"] not in _PEOPLE:
        return None
    before, _, after = row["sentence_text"].partition(row["text"])
    found = _OWNED[0].search(before) or _OWNED[1].search(before + after)
    if found is None:
        return None
    return found["owned"]


def _before(row: Statement) -> str:
    """Return the words of the sentence before the number."""
    before, _, _ = row["sentence_text"].partition(row["text"])
    return before


def _sensible_words(group: Sequence[Statement], unit: str, unit_text: str | None) -> str | None:
    """Return the counted words, if they name what is measured; nouns of adverbs are kept."""
    words = _counted_words(group)
    sensible = sensible_words(words, unit, unit_text, group)
    if words is None or words.casefold() in _ANY_NUMBER:
        return None
    is_verb = unit == "percent" and is_said_of_them(words, group)
    if words.casefold() in _NOUNS or (_DONE.fullmatch(words) and not is_verb):
        return words
    return sensible


def _owner(row: Statement) -> str | None:
    """Return whose a number is; nobody's if they only say it: police do not own a crowd."""
    whose, source = row["whose"], row["source"]
    if row["noun"] in _CLAIMED:
        return None  # "the ministry's figure of 4,500" is the ministry's word
    if whose is None or source is None:
        return whose
    if whose.casefold() in source.casefold():
        return None
    return whose


def _as_noun(words: str | None, unit: str) -> str | None:
    """Return words that can name a quantity; None for an adverb or an ending that cannot."""
    if words is None or words.casefold() in _NO_NOUNS:
        return None
    if words.casefold() in _NOUNS:
        return _NOUNS[words.casefold()]
    if unit == "money" and _BOUGHT.fullmatch(words):
        return "money paid"
    if _DONE.fullmatch(words):
        return _as_noun_of_done(words, unit)
    verb = participle(words)
    if verb is None or unit not in _AMOUNTS:
        return words
    if unit == "money":
        return f"money {verb}"
    return None


def _as_noun_of_done(words: str, unit: str) -> str | None:
    """Return words that name what was done to a quantity: "money spent", "share of the vote"."""
    if words.endswith("ing") and unit == "money":
        return words.lower()  # spending, borrowing
    if unit == "money":
        return f"money {words}"
    if unit == "percent" and _WINNING.fullmatch(words):
        return "share of the vote"
    if unit == "percent":
        return f"share {words}"
    if unit == "measure" or words.endswith("ed"):
        return None
    return words


def _amount(unit_text: str, group: Sequence[Statement]) -> str:
    noun = generic_noun(unit_text, group)
    if noun is not None:
        return noun
    return "amount"


def _are_burnt(group: Sequence[Statement]) -> bool:
    """Return whether most statements of an area tell of a fire."""
    burnt = [
        _BURNT.search(row["sentence_text"]) is not None and row["noun"] not in _OWN_LAND
        for row in group
    ]
    return 2 * sum(burnt) > len(group)


def _named_before(row: Statement) -> str | None:
    """Return the noun that a number is the value of: "quick ratio" of "a quick ratio of 0.8"."""
    found = _NAMED_BEFORE.search(_before(row))
    if found is None:
        return None
    words = found[1].split()
    while words and not _NO_NAMES.isdisjoint(word.casefold() for word in words):
        words = words[1:]
    return " ".join(words[-_WORDS_BEFORE:]) or None


def _shortened(words: str | None) -> str | None:
    """Drop an article or preposition in front, line breaks, and what is too long."""
    if words is None:
        return None
    plain = " ".join(words.split()).strip(" ,;:")
    plain = _LEADING.sub("", _LEADING.sub("", plain))
    if len(plain) > LONGEST:
        plain = plain[:LONGEST].rpartition(" ")[0]
    return plain or None


def _usual(values: Iterable[str | None]) -> str | None:
    """Return the most frequent value, whatever its case; of several, the one stated first."""
    written: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for value in values:
        if value is not None:
            written.setdefault(value.casefold(), value)
            counts[value.casefold()] += 1
    if not counts:
        return None
    most, _ = counts.most_common(1)[0]
    return written[most]


def _distinct_sources(groups: Sequence[Sequence[Statement]]) -> list[str | None]:
    """Return for each group ", according to" its only source, if no other group has that one."""
    sources = [_only_source(group) for group in groups]
    shared = Counter(source.casefold() for source in sources if source)
    told: list[str | None] = []
    for source in sources:
        if source and shared[source.casefold()] == 1:
            told.append(f", according to {source}")
        else:
            told.append(None)
    return told


def _only_source(group: Sequence[Statement]) -> str | None:
    """Return the source of most statements of a quantity if none has another; short ones only."""
    named = [row["source"] for row in group if row["source"] is not None]
    if len(named) * 2 <= len(group):
        return None
    if len({_without_article(name) for name in named}) > 1:
        return None
    words = " ".join(named[0].split())
    if len(words.split()) > LONGEST_NAME or words.casefold() in _PRONOUNS:
        return None
    return re.sub(r"^(?:The|A|An)\b", lambda match: match[0].lower(), words)


def _without_article(name: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", name.casefold())


def _distinct_names(groups: Sequence[Sequence[Statement]]) -> list[str | None]:
    """
    Return for each group a name of its sentences that the other groups and outlets lack.

    It is told as a name of the sentence: "people arrested, the president" would arrest him.
    """
    outlets: set[str] = set()
    for group in groups:
        outlets.update(row["outlet"].casefold() for row in group if row["outlet"])
    names = []
    for group in groups:
        names.append([name for name in _names(group) if not _is_of_outlet(name, outlets)])
    shared = Counter(name for own in names for name in own)
    found = [next((name for name in own if shared[name] == 1), None) for own in names]
    return [name and f" (sentence names {name})" for name in found]


def _is_of_outlet(name: str, outlets: Collection[str]) -> bool:
    """Return whether a name is that of an outlet, or a part of it: "Open Valley"."""
    return any(name.casefold() in outlet or outlet in name.casefold() for outlet in outlets)


def _names(group: Sequence[Statement]) -> list[str]:
    """
    Return the names inside the sentences of a quantity, most frequent first.

    Those behind the clause of the number are of others: "Orr lags with 15 percent, and Bell has
    11". Days are none, and who says a number is not what it counts. A sentence of each article has
    them, but of headlines alone.
    """
    counts: Counter[str] = Counter()
    told_in: dict[str, set[str]] = defaultdict(set)
    for row in group:
        if row["in_title"]:
            continue
        source = row["source"] or ""
        for name in _NAME.findall(_own_clause(row)):
            if name not in source and _can_tell_apart(name):
                counts[name] += 1
                told_in[name].add(row["article_id"])
    articles = {row["article_id"] for row in group if not row["in_title"]}
    return [name for name, _ in counts.most_common() if told_in[name] == articles]


def _own_clause(row: Statement) -> str:
    """Return the sentence of a number up to the end of its clause."""
    sentence = row["up_to_next"]
    place = sentence.rfind(row["text"])
    if place < 0:
        return row["sentence_text"]
    end = _CLAUSE_END.search(sentence, place + len(row["text"]))
    return sentence if end is None else sentence[: end.start()]


def _can_tell_apart(name: str) -> bool:
    """Return whether capitals are the name of something: no day, no nation, no headline."""
    if len(name.split()) > LONGEST_NAME or name in _DAYS:
        return False
    if name.casefold() in _NO_NAMES:
        return False
    return _OF_NATION.search(name) is None


def _gatherings(groups: Sequence[Sequence[Statement]]) -> list[str | None]:
    """Return for each group that most of its statements tell of a crowd or of a strike."""
    return [_gathering(group) for group in groups]


def _gathering(group: Sequence[Statement]) -> str | None:
    if 2 * sum(row["venue"] == "strike" for row in group) > len(group):
        return ", on strike"
    is_crowd = 2 * sum(bool(row["is_crowd"]) for row in group) > len(group)
    return ", in the crowd" if is_crowd and "crowd" not in _plain_label(group) else None


def _sides(groups: Sequence[Sequence[Statement]]) -> list[str | None]:
    """Return for each group whose people were harmed, if its statements name one side alone."""
    sides = [_only_side(group) for group in groups]
    return [side and f", {side}" for side in sides]


def _only_side(group: Sequence[Statement]) -> str | None:
    sides = {row["side"] for row in group} - {None, ENEMY}
    if len(sides) != 1:
        return None
    return sides.pop()


def _quotes(groups: Sequence[Sequence[Statement]]) -> list[str | None]:
    return [_quote(group) for group in groups]


def _quote(group: Sequence[Statement]) -> str | None:
    """Return a short clause of what harms nobody: what became of people is said by the label."""
    if usual_outcome(group) is not None:
        return None
    quote = quoted_label(group)
    return f" ({quote})" if quote and not is_long(quote) else None


def _first_numbers(groups: Sequence[Sequence[Statement]]) -> list[str | None]:
    return [_first_number(group[0]) for group in groups]


def _first_number(row: Statement) -> str:
    """Return the number first stated, or who the one person is: ", another: man of 81"."""
    counted = _shortened(row["counted"])
    if row["mention"] == "indefinite" and counted is not None:
        return f", another: {counted}"
    return f", stated as {row['text'].casefold()}"


def _counts(groups: Sequence[Sequence[Statement]]) -> list[str | None]:
    return [f", no. {number}" for number in range(1, len(groups) + 1)]
