"""
Make up short reports of people arrested, missing, driven out, moved, rescued or treated: what the gold seldom has.

In: a random generator. Out: an ``Article`` with its figures, and beside them numbers that count no people.
Every sentence is our own invention; none comes from a corpus. The reports teach the figure heads only: nobody labelled
attributions in them, and what they say happened nowhere.
"""

import re

from analysis.neural.label_scheme import TAGS
from analysis.train.augment import CITIES, WORDS
from analysis.train.examples import Article

__all__ = ["made_up"]

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

# {nc:x} a number and who is counted; {n:x} a number alone; {ic:x} one person without a number word; {no:x} a number and
# "others"; {nb:x} and "bodies"; {nof:x} some of the counted. A trailing ! says that the agent did not do this.
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
SLOT = re.compile(r"\{(\w+)(?::(\w+))?(!?)\}")


def made_up(rng, number=0):
    """
    Make up one report.

    Parameters
    ----------
    rng : numpy Generator
    number : int
        Sets its ``article_id`` apart.

    Returns
    -------
    Article
        Three to six sentences, most with casualty figures.
    """
    text, figures = "", []
    for _ in range(int(rng.integers(3, 7))):
        sentence, found = _sentence(_one(TEMPLATES if rng.random() < 0.72 else PLAIN, rng), rng)
        figures += [_moved(figure, len(text)) for figure in found]
        text += sentence + ("\n\n" if rng.random() < 0.3 else " ")
    return Article(f"made-up-{number}", text.rstrip(), figures=figures)


def _one(choices, rng):
    return choices[int(rng.integers(len(choices)))]


def _sentence(template, rng):
    """Fill a template; give the sentence and its figures."""
    out, figures, named, at = "", [], {"source": None, "agent": None}, 0
    for slot in SLOT.finditer(template):
        out, at = out + template[at : slot.start()], slot.end()
        kind, detail, elsewhere = slot.groups()
        if kind in ("s", "a"):
            words = _one(
                SOURCES if kind == "s" else {"take": TAKERS, "harm": HARM, "help": HELPERS}[detail],
                rng,
            )
            named["source" if kind == "s" else "agent"] = (len(out), len(out) + len(words))
            out += words
        elif kind in ("p", "x", "number"):
            out += _figure(rng) if kind == "number" else _one(CITIES if kind == "p" else SINCE, rng)
        else:
            out, figure = _counted(out, kind, detail, rng)
            figures.append(figure | {"elsewhere": bool(elsewhere)})
    out += template[at:] + "."
    for figure in figures:
        elsewhere = figure.pop("elsewhere")
        figure |= {"source": named["source"], "agent": None if elsewhere else named["agent"]}
    return out[0].upper() + out[1:], figures


def _figure(rng):
    """Write a number from 2 up, in words where it is small and often enough."""
    value = int(round(2 * 10 ** (rng.random() ** 1.5 * 4)))
    if value <= 20 and rng.random() < 0.6:
        return WORDS[value - 2]
    return f"{value:,}" if rng.random() < 0.7 else str(value)


def _counted(out, kind, outcome, rng):
    """Write a number, and who is counted; give the text so far and the figure."""
    group = _one(("unspecified", "unspecified", *COUNTED), rng)
    counted, implicit = None, kind == "ic"
    if implicit:
        noun = _one(SINGLE[group], rng)
        words = "an" if noun[0] in "aeiou" else "a"
    else:
        vague = rng.random() < 0.18
        noun = {"no": "others", "nb": "bodies", "n": None}.get(kind, _one(COUNTED[group], rng))
        words = _one(VAGUE, rng) if vague else _figure(rng)
        if vague and noun is None:
            words = words.removesuffix(" of") if words.endswith("s of") else "dozens"
        out += "" if vague else _one(QUALIFIERS, rng)
    number = words.removesuffix(" of") if words != "a number of" else "a number"
    start = len(out)
    out += words
    if noun is not None:
        out += (
            " of the "
            if kind == "nof" and not words.endswith(" of")
            else " the "
            if kind == "nof"
            else " "
        )
        counted, out = (len(out), len(out) + len(noun)), out + noun
    named = group if kind in ("nc", "nof", "ic") else "unspecified"
    return out, {
        "span": (start, start + len(number)),
        "outcome": TAGS["outcome"].index(outcome),
        "group": TAGS["group"].index(named),
        "implicit": int(implicit),
        "counted": counted,
    }


def _moved(figure, by):
    spans = {
        k: v and (v[0] + by, v[1] + by)
        for k, v in figure.items()
        if k in ("span", "counted", "agent", "source")
    }
    return figure | spans
