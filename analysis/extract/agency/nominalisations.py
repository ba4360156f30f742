"""
Read nouns of harm: "the killing of two men by gunmen", "civilian casualties", "rebel attacks on the convoy".

In: tagged words of a sentence. Out: the noun with its doer and whom it is done to. A noun without one to whom it is
done ("after the attack") is no clause of harm and is left out.
"""

from analysis.extract.agency.noun_phrases import left_phrase, right_phrase
from analysis.extract.agency.predicates import doer, entry_at, is_tame, read_harm

__all__ = ["nominal"]


def nominal(words, i):
    """Read word i as a noun of harm with one to whom, or by whom, it is done."""
    word = words[i]
    gerund = word.low.endswith("ing") and _noun_place(words, i)
    if not (word.tag in ("NN", "NNS", "NNP", "NNPS") or gerund):
        return None
    entry = entry_at(
        words, i, "nouns", "NN" if gerund else "NNS" if word.low.endswith("s") else "NN"
    )
    end = i + len(entry or ())
    if (
        entry is None or end < len(words) and words[end].tag in ("NN", "NNS")
    ):  # "death toll", "bombing campaign"
        return None
    patient, after = _nominal_patient(words, i, end, entry)
    if entry == ("loss",) and not (patient and words[patient[1] - 1].low in ("life", "lives")):
        return None
    owner = _owner(words, i)
    agent = doer(words, after)
    if (
        patient is None
        and owner is not None
        and (entry in read_harm()["among"] or words[owner[0]].tag == "PRP$" or agent)
    ):
        patient, owner = owner, None
    if patient is None or is_tame(words, patient, ("strike",)):
        return None
    return entry, "nominal", agent or owner, patient


def _noun_place(words, i):
    """Whether an -ing word stands where a noun does: after a determiner or possessive, or before "of"."""
    after = i + 1 < len(words) and words[i + 1].low in ("of", "by")
    before = i > 0 and words[i - 1].tag in ("DT", "PRP$", "POS", "JJ")
    return after or before


def _nominal_patient(words, i, end, entry):
    """Look after a noun of harm for its patient, and say where the phrase ends."""
    links = {"of"} | ({"on", "upon", "against"} if entry in read_harm()["on_target"] else set())
    links |= {"among"} if entry in read_harm()["among"] else set()
    if end < len(words) and words[end].low in links:
        found = right_phrase(words, end + 1)
        if found and words[found[0]].low not in {w[0] for w in read_harm()["times"]}:
            return found, found[1]
    if (
        entry in read_harm()["among"]
        and i > 0
        and words[i - 1].tag in ("JJ", "NN", "NNS")
        and words[i - 1].low
        in (
            "civilian",
            "civilians",
            "child",
            "soldier",
            "militant",
            "military",
            "police",
            "combatant",
        )
    ):
        return (i - 1, i), end
    return None, end


def _owner(words, i):
    """Find whose noun it is: a possessive, or a people's adjective right before it."""
    j = i
    while (
        j > 0
        and words[j - 1].tag in ("JJ", "NN", "NNS", "CD")
        and words[j - 1].tag != "POS"
        and not words[j - 1].text[:1].isupper()
    ):
        j -= 1
    if j > 0 and words[j - 1].tag == "PRP$":
        return j - 1, j
    if j > 0 and words[j - 1].tag == "POS" or j > 0 and words[j - 1].low in ("'s", "’s", "'"):
        found = left_phrase(words, j - 1)
        return found and (found[0], j)
    modifier = i - 1
    if (
        i > 0
        and words[modifier].tag in ("JJ", "NNP", "NN", "NNS")
        and (
            words[modifier].text[:1].isupper()
            or words[modifier].low
            in (
                "government",
                "rebel",
                "regime",
                "militant",
                "army",
                "coalition",
                "militia",
                "insurgent",
                "police",
            )
        )
    ):
        start = modifier
        while start > 0 and words[start - 1].tag == "NNP":
            start -= 1
        return start, i
    return None
