"""
Read what happened to the people that a number counts, from the words right beside the number.

In: a text and where a number lies. Out: an outcome, or None where the words beside it do not say. "killed 12", "12
people were killed" and "left 12 dead" say it, "a man was killed" counts one without a number; anything farther off is
the reader's work. Word lists: ``data/lexicons/outcomes.toml``.
"""

import re
from functools import lru_cache

from analysis.extract.figures.counted import counted_people, counted_phrase, lemma_of
from analysis.extract.figures.groups import group_by_words
from analysis.extract.figures.outcome_nouns import told_as_count
from analysis.extract.figures.patterns import BE, DONE, ENDS, HARMED, PEOPLE, outcome_words
from analysis.extract.numbers.qualifiers import QUALIFYING, alternatives, lists
from analysis.extract.numbers.values import NUMBER

# the same where nothing else makes it a passive: "three miners still missing"
_ADVERB = (
    r"(?:(?:still|feared|reported|reportedly|also|left|critically|seriously|severely|badly)\s+)*"
)
_WAS = re.compile(r"(?i)\b(?:were|was)\b")
_IF = re.compile(r"(?i)[^.!?]{0,120}?\b(?:if|unless)\b")
# between a number of people and its verb: no clause word, no other verb
_BETWEEN = (
    r"(?:\s+(?!(?:said|says|told|when|after|before|until|as|which|that|where|while|by|hit|targeted|were|was|have|has|had|are|is|but|who|"
    r"killing|killed|injuring|injured|wounded|wounding|fired|attacked|"
    r"and\s+(?:(?:at\s+least|more\s+than|about|some|over)\s+)?\d+)\b)[\w’'()-]+){0,12}?"
)
_PLACE_WORD = (
    r"\s+(?!(?:the|an?|before|until|because|if|whose|who|never|not|should|would|could|then|how|that|which|when|while|where|"
    r"after|as|and|or|but|had|have|has|were|was|are|is)\b)[\w’'-]+"
)
_PLACE = rf"(?:\s+(?:in|near|at|from|of|inside|outside|around)(?:\s+(?:the|an?))?(?:{_PLACE_WORD}){{1,3}}?)"
_DEAD = re.compile(r"(?i)\s+(?:dead|deceased|bodies)\b")
_RUBBLE = re.compile(r"(?i)\bfrom\s+(?:under\s+)?(?:the\s+)?(?:wreckage|rubble|debris|ruins)\b")
_SHOT = re.compile(
    r"(?i)\b(?:shot|shelled|stoned|lynched|burned|beat|hanged|hangs|executed|executes|beheaded|killed|kills)\s+(?:\w+\s+)?$"
)
_QUOTES = re.compile('["“”]')
_ASIDE = re.compile(r"\s\([^()]{1,40}\)")
# the word of harm after a number belongs to the next one: "the lives of 470 people injured 900 others"
_INCLUDING = r"(?:,?\s+(?:including|among\s+them)\s+(?:an?|\d+)\s+[\w-]+(?:\s+[\w-]+)?,?)?"
_GOES_ON = re.compile(
    rf"(?i)\s+(?:at\s+least\s+|more\s+than\s+|about\s+|some\s+|over\s+|another\s+)?(?:\d|(?!an?\b){NUMBER}\b)"
)
_BEFORE = {"killed": ("captured", "displaced"), "rescued": ("captured", "injured")}
_EVACUEES = re.compile(r"(?i)\s+(?:of\s+)?evacuees\b")


@lru_cache(maxsize=1)
def _patterns():
    groups = {name: g for name, g in outcome_words().items() if "after" in g}
    qualifiers = alternatives(w for name in QUALIFYING for w in lists()[name].get("before", ()))
    before = {
        name: re.compile(
            rf"(?i){DONE}\b(?:{alternatives(g['before'])})\s+"
            rf"(?:(?:{qualifiers}|another|a\s+further|a\s+confirmed|the|all)\s+)*$",
        )
        for name, g in groups.items()
        if g["before"]
    }
    after = {
        name: re.compile(
            rf"(?:\s+(?i:other\s+|more\s+)?(?:(?!(?:said|says?|told|saw|claim(?:s|ed)?|that|when)\b)[\w-]+\s+){{0,2}}{PEOPLE}(?:\s+of\s+(?:the\s+)?[A-Z][\w-]*)?"
            rf"|\s+(?:more|others?|of\s+(?:them|whom))\b)?{_INCLUDING}\s+(?i:{BE}(?P<harm>{alternatives(g['after'])}))"
            r"\b(?!-|\s+(?:people|civilians|families|persons)\b)",
        )
        for name, g in groups.items()
    }
    return before, after


def outcome_beside(text, start, end):
    """
    Find the outcome that stands beside a number.

    Parameters
    ----------
    text : str
    start, end : int
        The number's characters, without its qualifier.

    Returns
    -------
    str or None
        One of ``analysis.core.tables.OUTCOMES``. Words after the number win over words before it ("killed 3, 5 wounded").

    Examples
    --------
    >>> outcome_beside("The raid killed at least 12 people.", 25, 27)
    'killed'
    >>> outcome_beside("The raid hit 12 houses.", 13, 15) is None
    True
    """
    before, after = _patterns()
    left, near = (
        text[max(0, start - 150) : start],
        _QUOTES.sub("", _ASIDE.sub("", text[end : end + 90])),
    )
    if (
        _done_to_people(left) == "other"
        and counts_people(text, start, end, by_head=True)
        and not _DEAD.match(near)
    ):
        return "rescued" if _RUBBLE.search(near) else "other"  # freed, whatever had befallen them
    if before["bodies_found"].search(left):
        return "bodies_found"  # even where the words after say how they died
    if before["killed_or_injured"].search(left):
        return "killed_or_injured"
    told = next((outcome for outcome, pattern in before.items() if pattern.search(left)), None)
    matches = {
        outcome: match
        for outcome, pattern in after.items()
        if (match := pattern.match(near))
        and (_WAS.search(match[0]) or not _describes(near[match.end() :]))
    }
    if matches:
        # the nearest, and of those the longest: "killed or injured" says more than "killed"
        outcome, match = min(matches.items(), key=lambda m: (m[1].start("harm"), -m[1].end()))
        # what they suffered before only describes them: "saved 19 boys abducted there"
        before_that = (
            told in ("killed", "rescued") and not _WAS.search(match[0]) and outcome in _BEFORE[told]
        )
        if not (told and _GOES_ON.match(near, match.end())):
            return told if before_that else outcome
    if outcome := _after_noun(text, start, end) or told_as_count(left, near):
        return outcome
    done = _done_to_people(left) if counts_people(text, start, end, by_head=True) else None
    return told or done or ("evacuated" if _EVACUEES.match(near) else None)


def outcome_described(text, end):
    """Find the outcome that a word between a number and its people tells: "30 dead children". It may not be all."""
    near = text[end : end + 90]
    return next(
        (
            outcome
            for outcome, pattern in _patterns()[1].items()
            if (match := pattern.match(near)) and re.match(rf"\s{PEOPLE}\b", near[match.end() :])
        ),
        None,
    )


@lru_cache(maxsize=1)
def _of_people():
    qualifiers = alternatives(w for name in QUALIFYING for w in lists()[name].get("before", ()))
    return {
        name: re.compile(
            rf"(?i){DONE}\b(?:{alternatives(g['of_people'])})\s+(?:(?:{qualifiers}|another|the|all)\s+)*$"
        )
        for name, g in outcome_words().items()
        if "of_people" in g
    }


def _done_to_people(left):
    return next(
        (outcome for outcome, pattern in _of_people().items() if pattern.search(left)), None
    )


@lru_cache(maxsize=1)
def _meant():
    qualifiers = alternatives(w for name in QUALIFYING for w in lists()[name].get("before", ()))
    return re.compile(
        r"(?i)\b(?:(?:tr(?:y|ied|ies|ying)|attempt\w*|plan\w*|threat\w*|plott?\w*|vow\w*|want\w*|hop(?:e|ed|ing)|intend\w*|"
        r"fail\w*|refus\w+|order\w*|aim\w*)\s+to|(?:could|might|(?-i:may)|will|(?P<would>would))(?:\s+(?:also|\w+ly))?)\s+"
        r"(?:kill|murder|assassinate|execute|behead|massacre|injure|wound|hurt|arrest|detain|capture|seize|kidnap|abduct|"
        rf"displace|uproot)(?:\s+(?:{qualifiers}|another|the|all|those|these))*\s+$"
    )


def only_meant(text, start):
    """
    Judge whether a number stands in what somebody tried, threatened or might do: "tried to arrest two men".

    "Would" counts with a condition only: "the storm would kill 31" tells what came.
    """
    found = _meant().search(text[max(0, start - 80) : start])
    return found is not None and (not found["would"] or _IF.match(text, start) is not None)


@lru_cache(maxsize=1)
def _accused():
    after = alternatives(word for name in HARMED for word in outcome_words()[name]["after"])
    held = alternatives(outcome_words()["captured"]["after"])
    return re.compile(
        r"(?i)(?:\s+[\w’'-]+){1,4}?\s+(?:(?:who|that)\s+)?(?:(?:are|were|was|is)\s+)?"
        r"(?:accused\s+of|suspected\s+of|charged\s+with|convicted\s+of|guilty\s+of|wanted\s+(?:for|over)|blamed\s+for|"
        r"responsible\s+for|behind)\s"
        rf"(?![^.;]{{0,120}}\b(?:were|was|been|be|being|got)\s+(?:\w+\s+)?(?:{after}|{held})\b)"
    )


def harmed_others(text, start, end):
    """Judge whether those whom a number counts are said to have done harm: "eight men accused of killing 86 people"."""
    return (
        _accused().match(text, end) is not None
        and _SHOT.search(text[max(0, start - 30) : start]) is None
    )


def counts_people(text, start, end, by_head=False):
    """
    Judge by its noun whether a number counts people: "12 nurses", "12 of them", not "12 houses".

    ``by_head`` asks for people in the last word: not "12 army positions".
    """
    phrase = counted_people(text, start, end, False)
    words = "" if phrase is None else text[slice(*phrase)]
    words = words.rsplit(None, 1)[-1] if by_head and words else words
    return bool(words) and (
        re.search(rf"\b{PEOPLE}\b", words) is not None or group_by_words(words) is not None
    )


def counts_no_people(text, end):
    """Judge by the noun after a number whether it counts animals or things: "300 chickens", "seven houses"."""
    phrase = counted_phrase(text, end)
    noun = "" if phrase is None else text[slice(*phrase)].split()[-1]  # Tigers and SEALs are people
    return noun.islower() and any(
        lemma_of(noun) in outcome_words()[kind]["words"] for kind in ("animal", "thing")
    )


def _after_noun(text, start, end):
    """Read "12 miners were killed": any counted noun, but with a form of be ("12 strikes killed" is no outcome)."""
    phrase, people = counted_phrase(text, end), counts_people(text, start, end)
    place = re.search(
        r"(?i)\b(?:in|from|at|near|across|of|on|to)\s+(?:the\s+)?$",
        text[max(0, start - 15) : start],
    )
    if phrase is None or place and not people:  # "people from four towns were killed"
        return None
    near, far = text[phrase[1] : phrase[1] + 60], text[phrase[1] : phrase[1] + 150]
    for outcome, (close, distant, bare) in _passive().items():
        if close.match(near) or people and (distant.match(far) or bare.match(near)):
            return outcome
    return None


@lru_cache(maxsize=1)
def _passive():
    patterns = {}
    for name, group in outcome_words().items():
        if name in (
            "killed",
            "injured",
            "missing",
            "captured",
            "displaced",
            "evacuated",
            "rescued",
            "other",
        ):
            after = alternatives(group["after"])
            died = "|died" if name == "killed" else ""
            verb = rf"\s+(?:(?:were|was|are|have|had|got)\s+{BE}(?:{after}){died})\b"
            held = r"|(?:held\s+|taken\s+)?hostage\b" if name == "captured" else ""
            bare = rf"\s+{_ADVERB}(?:(?:{after})\b{ENDS}{held})"
            patterns[name] = tuple(re.compile(rf"(?i){p}") for p in (verb, _BETWEEN + verb, bare))
    # which people do themselves; only a place may stand between, since others surrender too
    surrendered = (
        rf"{_PLACE}{{1,3}}\s+(?:{alternatives(outcome_words()['surrendered']['after'])})\b"
    )
    never = re.compile(r"(?!)")
    return patterns | {"surrendered": (never, re.compile(rf"(?i){surrendered}"), never)}


def _describes(after):
    """Judge whether the word of harm describes what follows: "dead trees", "wounded children"."""
    word = re.match(rf"\s((?!others)[a-z]{{3,}}s|(?!others){PEOPLE})\b", after)
    return word is not None and word[1] not in lists()["ends_noun"]["words"]
