"""
Augment training articles, so that they resemble other corpora.

In: an ``Article``. Out: a new one, its spans moved along. Real corpora lack commas, apostrophes
and quotation marks, and join headlines to the text; and a model trained on one war should also
read reports of accidents elsewhere. The word lists name places and organisations only to replace
one by another at random; they make no statement about them.
"""

import re

import numpy as np

from analysis.train.examples import Article, edit

__all__ = ["drop_punctuation", "replace_names", "replace_numbers"]

PUNCTUATION = {"comma": ",", "apostrophe": "'’‘", "quote": '"“”', "dash": "—–"}
WORDS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
SMALLEST = 2  # the number of WORDS[0]; 0 and 1 are kept, because grammar depends on them
LARGEST_WORD = 20
YEARS = range(1900, 2031)
FACTORS = (0.3, 0.7, 1, 1.5, 2.5, 6)
NUMBER = re.compile(
    rf"""
    (?<![\w.,$€£-])                              # no part of a word, a decimal or an amount
    (?:\d{{1,3}}(?:,\d{{3}})+|\d+|{"|".join(WORDS)})
    (?![\w%-]|[.,:]\d)                          # no percentage, decimal or time
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Groups of names. A name is replaced by another of its group.
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


def drop_punctuation(article: Article, rng: np.random.Generator) -> Article:
    """Return the article without some kinds of punctuation, its paragraphs joined, at random."""
    dropped = "".join(marks for marks in PUNCTUATION.values() if rng.random() < 0.6)
    join_paragraphs = rng.random() < 0.6
    changes = []
    for match in re.finditer(r"\s*\n\s*|[^\w\s]", article.text):
        if "\n" in match.group():
            if join_paragraphs:
                changes.append((*match.span(), " "))
        elif match.group() in dropped:
            changes.append((*match.span(), ""))
    return edit(article, changes)


def replace_numbers(article: Article, rng: np.random.Generator, share: float = 0.6) -> Article:
    """
    Return the article with other numbers of similar size, as digits or words.

    0 and 1 are kept, because grammar depends on them, and so are years.

    Parameters
    ----------
    article : Article
        Not changed.
    rng : numpy Generator
    share : float
        Share of the numbers to replace, 0 to 1.

    Returns
    -------
    Article
    """
    changes = []
    for match in NUMBER.finditer(article.text):
        value = _value(match.group())
        if value < SMALLEST or value in YEARS or rng.random() > share:
            continue
        scaled = int(value * rng.choice(FACTORS)) + int(rng.integers(-1, 3))
        capitalised = match.group()[0].isupper()
        changes.append((*match.span(), _written(max(SMALLEST, scaled), capitalised, rng)))
    return edit(article, changes)


def _value(text: str) -> int:
    if text[0].isdigit():
        return int(text.replace(",", ""))
    return WORDS.index(text.lower()) + SMALLEST


def _written(value: int, capitalised: bool, rng: np.random.Generator) -> str:
    """Write a number as a word or as digits, at random."""
    if value <= LARGEST_WORD and rng.random() < 0.4:
        word = WORDS[value - SMALLEST]
        return word.capitalize() if capitalised else word
    return f"{value:,}" if rng.random() < 0.6 else str(value)


def replace_names(article: Article, rng: np.random.Generator, share: float = 0.7) -> Article:
    """
    Return the article with other places, nationalities, forces and speakers.

    A name is replaced in the same way throughout the article.

    Parameters
    ----------
    article : Article
        Not changed.
    rng : numpy Generator
    share : float
        Share of the known names to replace, 0 to 1.

    Returns
    -------
    Article
    """
    replacements = {}
    for group in GROUPS:
        for name in group:
            if rng.random() < share:
                replacements[name] = group[rng.integers(len(group))]
    if not replacements:
        return edit(article, [])
    longest_first = sorted(replacements, key=len, reverse=True)
    pattern = rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"
    changes = []
    for match in re.finditer(pattern, article.text):
        changes.append((*match.span(), replacements[match.group()]))
    return edit(article, changes)
