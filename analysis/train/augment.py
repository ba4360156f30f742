"""
Noise that makes training articles look like other corpora: lost marks, other numbers, other places.

In: an ``Article``. Out: a new one, its spans moved along. The real corpora lack commas, apostrophes and quote marks
and glue headlines to the text; and a model trained on one war should read of any other accident.
The word lists name places and bodies only to exchange them at random; they say nothing of them.
"""

import re

from analysis.train.examples import edit

__all__ = ["other_names", "other_numbers", "stripped"]

MARKS = {"comma": ",", "apostrophe": "'’‘", "quote": '"“”', "dash": "—–"}
WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
NUMBER = re.compile(
    rf"(?<![\w.,$€£-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(WORDS)})(?![\w%-]|[.,:]\d)", re.I
)
# groups of names; one of a group is exchanged for another of the same group
ADJECTIVES = (
    "Syrian",
    "Russian",
    "Turkish",
    "Iraqi",
    "Iranian",
    "Israeli",
    "Saudi",
    "Lebanese",
    "American",
    "British",
    "French",
    "German",
    "Indian",
    "Pakistani",
    "Afghan",
    "Colombian",
    "Mexican",
    "Nigerian",
    "Kenyan",
    "Somali",
    "Ukrainian",
    "Chinese",
    "Japanese",
    "Nepalese",
    "Spanish",
    "Haitian",
    "Sudanese",
    "Libyan",
    "Egyptian",
    "Philippine",
    "Thai",
    "Chechen",
    "Palestinian",
    "Congolese",
    "Burmese",
    "Peruvian",
    "Italian",
)
PLACES = (
    "Syria",
    "Russia",
    "Turkey",
    "Iraq",
    "Iran",
    "Israel",
    "Lebanon",
    "Britain",
    "France",
    "Germany",
    "India",
    "Pakistan",
    "Afghanistan",
    "Colombia",
    "Mexico",
    "Nigeria",
    "Kenya",
    "Somalia",
    "Ukraine",
    "China",
    "Japan",
    "Nepal",
    "Spain",
    "Haiti",
    "Sudan",
    "Libya",
    "Egypt",
    "Thailand",
    "Chechnya",
    "Congo",
    "Peru",
    "Yemen",
    "Indonesia",
    "Bangladesh",
    "Mali",
    "Chile",
    "Italy",
    "Greece",
)
CITIES = (
    "Aleppo",
    "Damascus",
    "Homs",
    "Hama",
    "Idlib",
    "Raqqa",
    "Deir ezzor",
    "Deir Ezzor",
    "Daraa",
    "Palmyra",
    "Ghouta",
    "Eastern Ghouta",
    "Latakia",
    "Afrin",
    "Manbij",
    "Mosul",
    "Baghdad",
    "Kabul",
    "Lagos",
    "Karachi",
    "Manila",
    "Bogota",
    "Kathmandu",
    "Mumbai",
    "Grozny",
    "Donetsk",
    "Mogadishu",
    "Jakarta",
    "Houston",
    "Lyon",
    "Naples",
    "Osaka",
    "Lima",
    "Dhaka",
    "Tripoli",
    "Sanaa",
    "Orlando",
    "Najaf",
    "Jenin",
    "Goma",
    "Bamako",
)
FORCES = (
    "ISIS",
    "Daesh",
    "ISIL",
    "the Islamic State",
    "al-Nusra",
    "Jabhat al-Nusra",
    "Hezbollah",
    "the rebels",
    "the Taliban",
    "Boko Haram",
    "al-Shabaab",
    "the guerrillas",
    "the army",
    "the insurgents",
    "separatists",
    "the cartel",
    "the gunmen",
    "the YPG",
)
SPEAKERS = (
    "the Syrian Observatory for Human Rights",
    "The Syrian Observatory for Human Rights",
    "the Observatory",
    "The Observatory",
    "SANA",
    "a monitor",
    "activists",
    "the monitoring group",
    "the police",
    "officials",
    "hospital officials",
    "the Health Ministry",
    "Reuters",
    "witnesses",
    "local authorities",
    "a military spokesman",
    "the Red Cross",
    "rescue workers",
    "the governor",
    "the coast guard",
    "the fire department",
    "a police officer",
    "the interior ministry",
    "doctors",
    "residents",
)
GROUPS = (ADJECTIVES, PLACES, CITIES, FORCES, SPEAKERS)


def stripped(article, rng):
    """Take out some kinds of punctuation, and glue paragraphs together, at random."""
    gone = "".join(marks for marks in MARKS.values() if rng.random() < 0.6)
    glue = rng.random() < 0.6
    changes = []
    for match in re.finditer(r"\s*\n\s*|[^\w\s]", article.text):
        if "\n" in match.group():
            changes += [(*match.span(), " ")] if glue else []
        elif match.group() in gone:
            changes.append((*match.span(), ""))
    return edit(article, changes)


def other_numbers(article, rng, share=0.6):
    """Exchange numbers for others of like size, in digits or words; 0 and 1 stay, for the grammar's sake."""
    changes = []
    for match in NUMBER.finditer(article.text):
        text = match.group()
        value = int(text.replace(",", "")) if text[0].isdigit() else WORDS.index(text.lower()) + 2
        if value < 2 or 1900 <= value <= 2030 or rng.random() > share:
            continue
        new = max(2, int(value * rng.choice([0.3, 0.7, 1, 1.5, 2.5, 6])) + int(rng.integers(-1, 3)))
        words = new <= 20 and rng.random() < 0.4
        shown = WORDS[new - 2] if words else f"{new:,}" if rng.random() < 0.6 else str(new)
        changes.append(
            (*match.span(), shown.capitalize() if words and text[0].isupper() else shown)
        )
    return edit(article, changes)


def other_names(article, rng, share=0.7):
    """Exchange names of places, nations, forces and speakers, the same way throughout an article."""
    swap = {
        name: group[rng.integers(len(group))]
        for group in GROUPS
        for name in group
        if rng.random() < share
    }
    known = sorted(swap, key=len, reverse=True)
    found = (
        re.finditer(rf"\b(?:{'|'.join(map(re.escape, known))})\b", article.text) if known else ()
    )
    return edit(article, [(*m.span(), swap[m.group()]) for m in found])
