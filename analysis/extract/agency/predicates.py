"""
Read the lexicon of harm, and find what stands with a word of harm: its object, its doer after "by".

In: tagged words of a sentence. Out: entries of ``data/lexicons/harm.toml`` and phrases as pairs of word numbers.
What kind of clause they make is decided in ``analysis.extract.agency.extract`` and ``analysis.extract.agency.nominalisations``.
"""

from functools import cache

from analysis.core import lexicon, paths
from analysis.core.resources import lemma
from analysis.extract.agency.noun_phrases import right_phrase

__all__ = ["doer", "entry_at", "is_tame", "object_at", "read_harm"]

_STOPS = {".", ":", "``", "''", "(", ")", "WDT", "WP"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


@cache
def read_harm(path=None):
    """
    Read the lexicon of harm.

    Returns
    -------
    dict of str to frozenset of tuple of str
        The words of each group, split.

    Raises
    ------
    LexiconError
        As ``analysis.core.lexicon.load``.
    """
    groups = lexicon.load(path or paths.LEXICONS / "harm.toml", allowed_keys=("words",))
    return {
        name: frozenset(tuple(w.split()) for w in group["words"]) for name, group in groups.items()
    }


def entry_at(words, i, group, tag):
    """Match an entry of the lexicon at word i, longest first; the first word by its lemma."""
    first = (
        "wound" if words[i].low in ("wound", "wounds") else lemma(words[i].text, tag)
    )  # not the past of "wind"
    rest = [w.low for w in words[i + 1 : i + 3]]
    return next(
        (e for e in ((first, *rest[:n]) for n in (2, 1, 0)) if e in read_harm()[group]), None
    )


def is_tame(words, phrase, entry):
    """Whether a loosely used verb has to do with a deal, a record or the like, not with harm."""
    if phrase is None or tuple(entry) not in read_harm()["loose"]:
        return False
    heads = {
        lemma(w.text, w.tag if w.tag[:1] == "N" else "NN") for w in words[phrase[0] : phrase[1]]
    }
    return bool(heads & {w[0] for w in read_harm()["not_harm"]})


def object_at(words, start):
    """Find the object that begins at a word: a noun phrase that is no time."""
    if (
        start < len(words)
        and words[start].tag in ("RB", "RP")
        and words[start].low not in ("at", "up", "as")
    ):
        start += 1
    found = right_phrase(words, start)
    if found is None:
        return None
    times = {w[0] for w in read_harm()["times"]}
    if (
        words[found[0]].low in times
        or words[found[1] - 1].low in times
        or words[found[0]].low in ("last", "this", "that", "early", "late", "when")
    ):
        return None
    return found


def doer(words, start, reach=4):
    """Find the doer after "by", within the clause; not a time, a measure or a deed."""
    times = {w[0] for w in read_harm()["times"]}
    for j in range(start, min(start + reach, len(words) - 1)):
        if (
            words[j].tag in _STOPS
            or words[j].text == ","
            or words[j].tag in _FINITE
            and words[j].tag != "VBD"
        ):
            return None
        if words[j].low == "by":
            found = right_phrase(words, j + 1)
            if found is None or words[found[1] - 1].low in times or words[found[0]].low in times:
                continue
            if (
                words[j - 1].tag in ("NN", "NNS")
                and entry_at(words, j - 1, "nouns", words[j - 1].tag)
                and j - 1 >= start
                and reach > 4
            ):
                return None  # "killed in an attack by rebels": the attack is by rebels
            return found
    return None
