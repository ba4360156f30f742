"""
Generate short reports of people arrested, missing, displaced, evacuated, rescued or treated.

In: a random generator. Out: an ``Article`` with its figures, and numbers that count no people.
The gold articles contain few such outcomes. Every sentence was invented for this project; none
comes from a corpus, and none reports a real event. The reports train the figure heads only: they
have no labels of attributions.
"""

import re
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from analysis.neural.label_scheme import TAGS
from analysis.train.augment import CITIES, LARGEST_WORD, SMALLEST, WORDS
from analysis.train.examples import POINTED, Article, Span

__all__ = ["synthetic_report"]

T = TypeVar("T")
COUNTED = {
    "unspecified": (
        "people",
        "persons",
        "men",
        "suspects",
        "protesters",
        "others",
        "victims",
        "demonstrators",
        "guests",
        "swimmers",
        "climbers",
        "hikers",
        "migrants",
        "spectators",
        "hostages",
        "detainees",
        "supporters",
    ),
    "civilians": (
        "civilians",
        "residents",
        "villagers",
        "passengers",
        "workers",
        "miners",
        "students",
        "farmers",
        "shoppers",
        "fishermen",
        "tourists",
        "families",
        "citizens",
        "teachers",
        "patients",
        "worshippers",
    ),
    "children": ("children", "boys", "girls", "pupils", "babies", "schoolchildren"),
    "women": ("women", "mothers", "pregnant women"),
    "fighters": ("fighters", "militants", "rebels", "gunmen", "insurgents"),
    "soldiers": (
        "soldiers",
        "police officers",
        "troops",
        "border guards",
        "conscripts",
        "policemen",
    ),
    "journalists": ("journalists", "reporters", "photographers"),
    "medics_aid": ("nurses", "doctors", "aid workers", "paramedics", "medics"),
}
SINGLE = {
    "unspecified": (
        "man",
        "suspect",
        "driver",
        "protester",
        "swimmer",
        "climber",
        "47-year-old man",
        "hostage",
    ),
    "civilians": (
        "shopkeeper",
        "villager",
        "passenger",
        "student",
        "farmer",
        "docker",
        "teacher",
        "resident",
    ),
    "children": ("boy", "girl", "child", "toddler", "six-year-old girl", "schoolboy"),
    "women": ("woman", "pregnant woman", "mother of three", "woman aged 62"),
    "fighters": ("rebel", "militant", "gunman", "fighter"),
    "soldiers": ("soldier", "police officer", "border guard", "conscript"),
    "journalists": ("reporter", "photographer", "journalist"),
    "medics_aid": ("nurse", "paramedic", "aid worker", "doctor"),
}
SOURCES = (
    "the interior ministry",
    "police",
    "the mayor's office",
    "the fire brigade",
    "hospital staff",
    "the Red Crescent",
    "the coast guard",
    "a hospital spokeswoman",
    "the governor",
    "relatives",
    "the civil defence",
    "residents",
    "the prosecutor",
    "a rights group",
    "the health ministry",
    "officials",
    "the army",
    "lawyers",
    "the agency",
    "aid groups",
    "witnesses",
    "Mayor Ana Holt",
    "the regional governor",
    "a police spokesman",
    "the union",
    "rescue workers",
    "the migration office",
    "a doctor at the hospital",
    "local media",
    "the committee",
)
HARM = (
    "a landslide",
    "the storm",
    "an explosion",
    "the collapse of a bridge",
    "a fire at a warehouse",
    "the floods",
    "a bus crash",
    "shelling",
    "a gas leak",
    "an earthquake",
    "an air strike",
    "a derailment",
    "heavy rain",
    "gunmen",
    "a boat accident",
    "the avalanche",
    "mortar fire",
    "a car bomb",
    "riot police",
    "the wildfire",
    "a blast",
)
TAKERS = (
    "police",
    "security forces",
    "the army",
    "gunmen",
    "border guards",
    "the militia",
    "soldiers",
    "armed men",
    "rebels",
    "the authorities",
    "kidnappers",
    "agents in plain clothes",
    "pirates",
    "the junta",
)
SINCE = (
    "the fire",
    "Monday's march",
    "the flood",
    "the coup",
    "Sunday",
    "the earthquake",
    "the offensive",
    "last week",
)
HELPERS = (
    "firefighters",
    "divers",
    "rescuers",
    "the coast guard",
    "neighbours",
    "volunteers",
    "soldiers",
    "crews",
)

# Slots of the templates, x an outcome:
#   {nc:x}   a number and the people counted          {n:x}   a number alone
#   {ic:x}   one person, without a number word        {no:x}  a number and "others"
#   {nof:x}  a number of the people counted           {nb:x}  a number and "bodies"
#   {s}      a source                                 {a:x}   an agent of the kind x
#   {p}      a place         {x}  an event since when         {number}  a number of something else
# A trailing ! says that the agent of the sentence did not do this.
TEMPLATES = tuple(
    """
{s} said {nc:captured} had been arrested in {p}
{a:take} arrested {nc:captured} in {p}, {s} said
{a:take} have detained {nc:captured} since Monday
{nc:captured} were taken away by {a:take} in unmarked cars
{nc:captured} are still in custody, according to {s}
{s} put the number of detained at {n:captured}
{a:take} are holding {nc:captured} hostage in {p}
{a:take} dragged away {nc:captured} in buses
Of {nc:captured} arrested, {n:other} have been released, {s} said
{a:take} detained {ic:captured} near {p}
{ic:captured} was arrested on Tuesday
{nc:captured} were kidnapped by {a:take}, {s} reported
{a:take} seized {nc:captured} at a checkpoint
{nc:other} were freed after talks, {s} said
{s} said {nc:captured} were caught with stolen goods
{a:take} released {nof:other}
{nc:captured} remain in prison awaiting trial
Among those arrested were {nc:captured}, {s} said
{nc:displaced} have fled their homes since {x}
{a:harm} drove {nc:displaced} from their homes
{s} said {nc:displaced} had been made homeless by {a:harm}
{nc:displaced} spent the night in school halls
{n:displaced} have had to leave their homes, {n:displaced} of whom are sleeping in tents, {s} said
{a:harm} left {nc:displaced} without a roof
{nc:displaced} crossed the border into {p}, {s} estimated
More refugees arrived in {p}, where {nc:displaced} already live in camps
{nc:displaced} fled the northern quarter
{s} estimates that {nc:displaced} have been uprooted by {a:harm}
{a:harm} killed {n:killed} and displaced {n:displaced}
{nc:ill} have fallen ill since {x}, {s} said
{nc:ill} were infected with the virus in {p}
{s} said {nc:ill} had tested positive
{nc:ill} were taken ill after a meal in {p}
{s} confirmed {n:ill} cases of measles in {p}, {number} of them this week
{ic:ill} came down with cholera in {p}
{nc:evacuated} were evacuated from {p}, {s} said
{a:help} moved {nc:evacuated} out of the flood area
{s} ordered the evacuation of {nc:evacuated}
{nc:evacuated} have been brought to safety, {s} said
Buses carried {nc:evacuated} out of {p}
{nc:evacuated} left the town under the deal, {s} said
A convoy with {nc:evacuated} reached {p} on Friday
{a:harm} forced the evacuation of {nc:evacuated}
{nc:evacuated}, among them {nc:evacuated}, were taken across the front line to {p}
{ic:evacuated} was flown out
{nc:missing} are missing after {a:harm}
{nc:missing} are unaccounted for, {s} said
{s} said {nc:missing} were still missing
{a:harm} killed {nc:killed} and left {n:missing} missing
{n:killed} dead, {n:missing} missing in {p}
Divers are looking for {nc:missing}
The fate of {nc:missing} is unknown, {s} said
{ic:missing} was swept away on the road and has not been found
{nc:missing} have not been heard of since {x}
{n:missing} are feared trapped under the rubble, {s} said
{a:help} pulled {nc:rescued} alive from the rubble
{nc:rescued} were rescued by {a:help}, {s} said
{s} said {nc:rescued} had been saved from the water
{a:help} took {nc:rescued} off their roofs
{a:help} rescued {nc:rescued} and were looking for {no:missing!}
{ic:rescued} was pulled out alive after two days
{a:help} dug {ic:rescued} out of the rubble
{nc:rescued} were brought ashore by {a:help}
{s} said the bodies of {nc:bodies_found} had been recovered
{nb:bodies_found} were found in a grave near {p}
{a:help} recovered another {nb:bodies_found} from the river, {s} said
The corpses of {nc:bodies_found} lay in {p}
{s} said it had taken {nb:bodies_found} to the hospital
{nb:bodies_found} washed ashore near {p}
{nc:surrendered} laid down their arms, {s} said
{nc:surrendered} surrendered to the army in {p}
{nc:surrendered} gave themselves up on Sunday
{s} said {nc:surrendered} had handed over their weapons
{nc:injured} were treated in hospital after {a:harm}
{n:injured} remain in hospital, {n:injured} of them in critical condition, {s} said
{nc:injured} had to be treated for burns
{a:harm} hurt {nc:injured} in {p}, {s} said
{nc:injured} were taken to hospital with breathing trouble
{s} said {nc:injured} had needed treatment
{nc:injured} lost limbs in {a:harm}
{n:injured} are fighting for their lives, {s} said
{nc:injured} were being treated for smoke inhalation
{ic:injured} was carried to a clinic, {s} said
{a:harm} killed {nc:killed} and wounded {no:injured} in {p}
{nc:killed} died and {n:injured} were hurt in {a:harm}
{n:killed} of the dead were children, {s} said
{s} reported {n:killed} deaths
{n:killed} dead after {a:harm} in {p}
{ic:killed} died of wounds on Wednesday, {s} said
{ic:killed} drowned in {p}
{nc:killed} lost their lives in {a:harm}
The death toll from {a:harm} rose to {n:killed}, {s} said
{ic:killed} was found dead in a cellar
{nc:killed} never came home alive
{a:harm} claimed {n:killed} lives in {p}
{nc:killed} were shot dead by {a:take}
{n:killed} of the victims were shot in the neck, {s} said
{a:take} killed {ic:killed} in {p}
{s} said {nc:killed} had died
{s} spoke of {n:killed_or_injured} casualties in {p}
{nc:killed_or_injured} were killed or wounded by {a:harm}
{nc:other} are trapped in the tunnel, {s} said
{nc:other} were affected by the fumes
{nc:other} are stranded in {p} after {a:harm}
""".strip().splitlines()
)
PLAIN = tuple(
    """
The fire burned {number} hectares of forest
The town of {number} residents lies on the border
Repairs will cost {number} million dollars, {s} said
The road was closed for {number} hours
{s} had asked for {number} more ambulances
The building has {number} floors and {number} flats
Voters in {number} districts chose a new council in 2015
The company employs {number} people in {p}
Police fired {number} rounds of tear gas
{number} homes were damaged
The bridge was built in 1974
The two face fines of up to {number} crowns
The river stood {number} centimetres above normal
{number} firefighters worked through the night
Some {number} people took part in the march, {s} said
The camp has room for {number} people
{s} spoke at 11:30 on 14 March
The ship is {number} metres long
Aid for {number} families arrived on Thursday
The army sent {number} soldiers to {p} to help
It was the third accident on Route {number} this year
Prices rose by {number} percent
{number} buses stood ready
""".strip().splitlines()
)
QUALIFIERS = ("",) * 6 + (
    "at least ",
    "more than ",
    "about ",
    "some ",
    "around ",
    "up to ",
    "nearly ",
    "as many as ",
    "over ",
    "almost ",
    "fewer than ",
    "an estimated ",
    "a total of ",
    "another ",
)
VAGUE = (
    "several",
    "dozens of",
    "hundreds of",
    "scores of",
    "thousands of",
    "many",
    "tens of thousands of",
    "a number of",
)
AGENTS = {"take": TAKERS, "harm": HARM, "help": HELPERS}
NOUNS = {"no": "others", "nb": "bodies", "n": None}
NAMES_GROUP = ("nc", "nof", "ic")  # slots that name who is counted
SLOT = re.compile(r"\{(?P<kind>\w+)(?::(?P<detail>\w+))?(?P<other_agent>!?)\}")


def synthetic_report(rng: np.random.Generator, number: int = 0) -> Article:
    """
    Generate one report.

    Parameters
    ----------
    rng : numpy Generator
    number : int
        Makes its ``article_id`` unique.

    Returns
    -------
    Article
        Three to six sentences, most with casualty figures.
    """
    text = ""
    figures = []
    for _ in range(int(rng.integers(3, 7))):
        templates = TEMPLATES if rng.random() < 0.72 else PLAIN
        sentence, found = _sentence(_one_of(templates, rng), rng)
        figures += [_moved(figure, len(text)) for figure in found]
        text += sentence
        text += "\n\n" if rng.random() < 0.3 else " "
    return Article(f"synthetic-{number}", text.rstrip(), figures=figures)


def _one_of(options: Sequence[T], rng: np.random.Generator) -> T:
    return options[int(rng.integers(len(options)))]


def _sentence(template: str, rng: np.random.Generator) -> tuple[str, list[dict]]:
    """Fill a template; return the sentence and its figures."""
    text = ""
    figures = []
    other_agents = []
    named: dict[str, Span | None] = {"source": None, "agent": None}
    done = 0
    for slot in SLOT.finditer(template):
        text += template[done : slot.start()]
        done = slot.end()
        kind = slot["kind"]
        if kind == "s":
            text, named["source"] = _appended(text, _one_of(SOURCES, rng))
        elif kind == "a":
            text, named["agent"] = _appended(text, _one_of(AGENTS[slot["detail"]], rng))
        elif kind == "p":
            text += _one_of(CITIES, rng)
        elif kind == "x":
            text += _one_of(SINCE, rng)
        elif kind == "number":
            text += _number(rng)
        else:
            text, figure = _counted(text, kind, slot["detail"], rng)
            figures.append(figure)
            other_agents.append(bool(slot["other_agent"]))
    text += template[done:] + "."
    for figure, other_agent in zip(figures, other_agents, strict=True):
        figure["source"] = named["source"]
        figure["agent"] = None if other_agent else named["agent"]
    return text[0].upper() + text[1:], figures


def _appended(text: str, words: str) -> tuple[str, Span]:
    """Append words to a text; return it and the span of the words."""
    return text + words, (len(text), len(text) + len(words))


def _number(rng: np.random.Generator) -> str:
    """Write a number of at least 2, often in words where it is small."""
    value = int(round(2 * 10 ** (rng.random() ** 1.5 * 4)))
    if value <= LARGEST_WORD and rng.random() < 0.6:
        return WORDS[value - SMALLEST]
    return f"{value:,}" if rng.random() < 0.7 else str(value)


def _counted(text: str, kind: str, outcome: str, rng: np.random.Generator) -> tuple[str, dict]:
    """Append a number and who is counted; return the text so far and the figure."""
    group = _one_of(("unspecified", "unspecified", *COUNTED), rng)
    implicit = kind == "ic"
    if implicit:
        noun = _one_of(SINGLE[group], rng)
        words = "an" if noun[0] in "aeiou" else "a"
    else:
        qualifier, words, noun = _number_and_noun(kind, group, rng)
        text += qualifier
    number = "a number" if words == "a number of" else words.removesuffix(" of")
    span = (len(text), len(text) + len(number))
    text += words
    counted = None
    if noun is not None:
        text, counted = _appended(text + _joint(kind, words), noun)
    return text, {
        "span": span,
        "outcome": TAGS["outcome"].index(outcome),
        "group": TAGS["group"].index(group if kind in NAMES_GROUP else "unspecified"),
        "implicit": int(implicit),
        "counted": counted,
    }


def _number_and_noun(
    kind: str, group: str, rng: np.random.Generator
) -> tuple[str, str, str | None]:
    """Choose a qualifier, an exact or vague number, and the noun after it."""
    vague = rng.random() < 0.18
    people = _one_of(COUNTED[group], rng)  # drawn for every kind: the draws after it depend on it
    noun = NOUNS.get(kind, people)
    if not vague:
        number = _number(rng)
        return _one_of(QUALIFIERS, rng), number, noun
    words = _one_of(VAGUE, rng)
    if noun is None:
        words = words.removesuffix(" of") if words.endswith("s of") else "dozens"
    return "", words, noun


def _joint(kind: str, words: str) -> str:
    """Return the words between a number and the noun."""
    if kind != "nof":
        return " "
    return " the " if words.endswith(" of") else " of the "


def _moved(figure: dict, distance: int) -> dict:
    """Return a figure whose spans start so many characters later."""
    moved = dict(figure)
    for name in ("span", *POINTED):
        if figure[name]:
            start, end = figure[name]
            moved[name] = (start + distance, end + distance)
    return moved
