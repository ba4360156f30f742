"""Pairs of dispatches made by a seeded generator: true copies, and updates of one fact."""

import random
from typing import NamedTuple

PLACES = ("Tallis", "Merrow", "Vosgrad", "Lindrum", "Harbourne", "Pelchant", "Drakov", "Osmere")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "March", "May", "June", "August", "October", "December")
SMALL = ("two", "three", "four", "six", "seven", "eleven", "twenty-two", "forty-one")
EVENTS = (
    ("dam broke", "people were killed", "were missing", "houses"),
    ("bomb went off", "civilians died", "were wounded", "shops"),
    ("ferry sank", "passengers drowned", "were rescued", "boats"),
    ("fire spread", "workers were injured", "were treated", "warehouses"),
    ("strike began", "drivers stayed at home", "were arrested", "depots"),
    ("fever spread", "patients fell ill", "were in hospital", "clinics"),
)
OPENINGS = (
    "A {event} in {place} on {day} and {toll} {victims}, officials said.",
    "{toll} {victims} after a {event} near {place} on {day}, a spokesman said.",
    "Officials in {place} said on {day} that {toll} {victims} when a {event}.",
)
SECOND = (
    "Another {others} {state}, according to the ministry of health.",
    "The governor told reporters that {others} more {state}.",
)
SENTENCES = (
    "Rescue teams searched the area through the night with dogs and lamps.",
    "The blaze or flood, as residents called it, could be seen from far away.",
    "A neighbour said the ground shook and that everyone ran out to help.",
    "About {count} {things} were damaged, the mayor of {place} said.",
    "The disaster of {date} was the worst in the country for a generation.",
    "Roads to the north remained closed and trains did not run.",
    "An opposition leader called for an inquiry into what the authorities knew.",
    "The president cut short a journey abroad and was expected to visit.",
    "Hospitals asked for blood, and volunteers stood in line before dawn.",
    "The cause was not known, and experts warned against early conclusions.",
    "Schools were opened for families who could not return to their homes.",
    "Similar events in the past led to new laws which were seldom enforced.",
)
FURNITURE = (
    "Published {day} {number} {month} 2019",
    "{number} shares",
    "{number} comments",
    "{number} min read",
    "Last updated at 18:{number}",
    "Photo: {number} AFP",
)
FILLERS = ("indeed", "reportedly", "local", "later", "then", "still", "yet", "also", "now")


class Pair(NamedTuple):
    """Two texts, and whether the later is an update of the earlier; else it is a copy."""

    earlier: str
    later: str
    is_update: bool
    kind: str


def pairs(n_pairs: int = 200, seed: int = 0) -> list[Pair]:
    """Make pairs, by turns a copy and an update of each kind."""
    made = []
    kinds = ("copy", "number", "cut", "day", "furniture", "place", "headline", "toll in words")
    for number in range(n_pairs):
        rng = random.Random(f"{seed} {number}")
        made.append(_pair(rng, kinds[number % len(kinds)]))
    return made


def _pair(rng: random.Random, kind: str) -> Pair:
    facts = _facts(rng)
    event = rng.choice(EVENTS)
    form = [rng.choice(OPENINGS), rng.choice(SECOND), *rng.sample(SENTENCES, 9)]
    changed = dict(facts)
    if kind == "number":
        name = rng.choice(["toll", "others"])
        changed[name] = str(int(facts[name].replace(",", "")) + rng.randint(1, 30))
    elif kind == "toll in words":
        changed["toll"] = rng.choice([word for word in SMALL if word != facts["toll"]])
    elif kind == "day":
        changed["day"] = rng.choice([day for day in DAYS if day != facts["day"]])
    elif kind == "place":
        changed["place"] = rng.choice([place for place in PLACES if place != facts["place"]])
    earlier = [_filled(sentence, facts, event) for sentence in form]
    later = [_filled(sentence, changed, event) for sentence in form]
    if kind == "cut":
        later = later[: rng.randint(5, 8)]
    values = {*facts.values(), *changed.values()}
    body = _edited(rng, " ".join(later), rng.uniform(0, 0.2), values)
    if kind == "furniture":
        lines = []
        for line in rng.sample(FURNITURE, 2):
            number = rng.randint(10, 28)
            lines.append(line.format(day="Mon", number=number, month="Aug"))
        body = f"{lines[0]}\n\n{body}\n\n{lines[1]}"
    if kind == "headline":
        body = f"{facts['place']}: toll of {facts['toll']} as a {event[0]}\n\n{body}"
    is_update = kind in ("number", "day", "place", "toll in words")
    return Pair(" ".join(earlier), body, is_update, kind)


def _facts(rng: random.Random) -> dict[str, str]:
    toll = rng.choice([*SMALL[-3:], str(rng.randint(13, 900)), f"{rng.randint(1, 9)},200"])
    if toll in SMALL:
        toll = str(rng.randint(13, 99))
    return {
        "toll": toll,
        "others": str(rng.randint(100, 400)),
        "count": str(rng.randint(401, 900)),
        "day": rng.choice(DAYS),
        "place": rng.choice(PLACES),
        "date": f"{rng.randint(1, 28)} {rng.choice(MONTHS)}",
    }


def _filled(sentence: str, facts: dict[str, str], event: tuple[str, str, str, str]) -> str:
    names = dict(zip(("event", "victims", "state", "things"), event, strict=True))
    return sentence.format(**facts, **names)


def _edited(rng: random.Random, text: str, share: float, facts: set[str]) -> str:
    """Replace words that are no part of a fact by others, delete some and add some."""
    words = text.split()
    kept = set(" ".join(facts).split()) | {"in", "of", "near", "on", "Officials", "mayor"}
    editable = [place for place, word in enumerate(words) if word.strip(".,") not in kept]
    n_edits = min(int(share * len(words)), len(editable))
    for place in rng.sample(editable, n_edits):
        words[place] = rng.choice(["", rng.choice(FILLERS), f"{words[place]} also"])
    return " ".join(word for word in words if word)
