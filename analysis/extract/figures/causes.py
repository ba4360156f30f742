"""
Find causes that no word list names, by the words that tie them to harmed people.

In: the text of a clause before or after a figure. Out: the characters of the phrase that the tie
names, or None. "12 were shot by a neighbour", "12 died of thirst", "a party in which 12 were
killed", "the man who shot 12". A noun alone is no cause: it has to stand where the predicate of the
counted people puts what did it. ``analysis.extract.figures.agents`` trims what is found.
"""

import re
from functools import lru_cache

from analysis.core.calendar_words import WEEKDAY
from analysis.extract.figures.patterns import before_number
from analysis.extract.numbers.word_patterns import ANY_CASE, one_of

__all__ = ["acting_person_before", "cause_tied_after", "scene_before"]

LONGEST_CLAUSE = 160  # characters after a figure that are read

# No word of a noun phrase, or none that names a cause: "by Friday", "by himself", "by mistake".
_ENDS_PHRASE = one_of(
    rf"""
    in on at by of from with to for after when as that which who whose whom and or but nor if than
    said says say was were is are be been being has have had will would could can may might did does
    do not near into onto inside outside across through under over against during between behind
    about around since until before while where because according amid among along off out up down
    {WEEKDAY} yesterday today tonight tomorrow earlier later early late last next this\s+morning
    """
)
_NO_CAUSE = one_of(
    r"""
    (?:him|her|my|your|it)self themselves ourselves mistake accident hand hands name names then now
    age gender sex nationality far contrast comparison itself default chance law order some most
    foot car bus train plane boat air sea road land helicopter ambulance bystanders?
    \w+ing\s+(?:in|on|at|to|from|into|with|himself|herself|themselves|the|an?|his|her|their)
    (?:Jan|Febr)uary March April June July August September October November December
    suicide natural\s+causes
    """
)
_QUANTITY = r"(?:about\s+|nearly\s+|almost\s+|more\s+than\s+|at\s+least\s+|up\s+to\s+)?\d"
_PHRASE_WORD = rf"(?!{_ENDS_PHRASE}\b)[\w’'&/-]+"
# "the driver of a stolen truck", "soldiers in the capital" stop before the preposition.
_PHRASE = rf"(?!{_QUANTITY}|{_NO_CAUSE}\b){_PHRASE_WORD}(?:\s+{_PHRASE_WORD}){{0,6}}"

# What is done to people by someone or something.
_HARMED = """
    killed shot stabbed wounded injured hurt murdered slain massacred executed beheaded poisoned
    beaten bitten mauled attacked assaulted trampled gunned\\s+down mown\\s+down run\\s+over
    run\\s+down hit struck crushed swept\\s+away buried sickened infected
"""
_TAKEN = "abducted kidnapped captured arrested detained seized held taken jailed imprisoned"
_MOVED = "released freed rescued evacuated displaced uprooted deported expelled"
# What tells who harmed people: "the injured, rescued by locals" does not.
_DONE_FOR = {
    "killed": _HARMED,
    "injured": _HARMED,
    "killed_or_injured": _HARMED,
    "ill": _HARMED,
    "captured": _TAKEN,
}
_CLAUSE_BREAK = r"""
    [.;:!?\n"“”] | ,\s+(?:and|but|while|who|which|as)\b | \b(?:while|but|after|when|as|where)\s
    | \band\s+(?:was|were|is|are|has|have|had|later|then)\b
"""
# "was shot and killed on Sunday at a church by a man": no other clause comes between.
_WITHIN_CLAUSE = rf"(?:(?!{_CLAUSE_BREAK}|\bby\b).){{0,90}}?"


@lru_cache(maxsize=8)
def _done_by(outcome: str | None) -> re.Pattern[str]:
    """Return the pattern of "were shot by a neighbour", for people with an outcome."""
    done = one_of(_DONE_FOR.get(outcome or "", f"{_HARMED} {_TAKEN} {_MOVED}"))
    pattern = rf"\b{done}\b (?P<between>{_WITHIN_CLAUSE}) \b by\s+(?P<cause>{_PHRASE})"
    return re.compile(pattern, ANY_CASE)


# "died on the descent from the summit" names a way, so only times and hospitals come between. "Of"
# follows the verb only: the "deaths of 12" tell who died.
_WHEN_DIED = rf"""
    (?: \s+(?: \w+ly | (?:on\s+)?{WEEKDAY} | today | yesterday | later | last\s+\w+ | this\s+\w+
        | in\s+\d{{4}} | in\s+(?:a\s+|the\s+)?hospital | at\s+the\s+scene ) )*
"""
_DIED_OF = re.compile(
    rf"""
    \b(?: (?:dies?|died|dying|(?<!the\s)dead)\b {_WHEN_DIED} \s+(?:of|from)
        | (?:infections?|injuries|burns|illness(?:es)?|sick|sickened|ill|deaths|dead|fatalities)
          \s+from )
    \s+(?P<cause>{_PHRASE})
    """,
    ANY_CASE,
)
# "Police reported by radio" and "confirmed by" tell who reports.
_REPORTED = re.compile(
    r"""
    \b(?:reported|claimed|counted|given|confirmed|announced|documented|cited|recorded|published|
    estimated|acknowledged|provided|verified|released\s+(?:data|figures)|quoted|said|followed|
    owned|run|operated|headed|led|organi[sz]ed|accompanied|surrounded)
    \s*$
    """,
    ANY_CASE,
)


def cause_tied_after(
    text: str, start: int, end: int, outcome: str | None
) -> tuple[int, int] | None:
    """
    Find the cause after a figure: "12 were shot by a neighbour", "12 died of thirst".

    Parameters
    ----------
    text : str
    start, end : int
        Where the figure ends, and where its sentence ends.
    outcome : str or None
        That of the figure: no one is killed by those who "rescued" others.

    Returns
    -------
    (int, int) or None
        Characters of the nearest cause; None if none is tied to the counted people.

    Examples
    --------
    >>> text = "12 sheep farmers were bitten on Monday by a stray dog."
    >>> start, end = cause_tied_after(text, 2, len(text), "injured")
    >>> text[start:end]
    'a stray dog'
    """
    near = text[start : min(end, start + LONGEST_CLAUSE)]
    found = []
    done = _done_by(outcome).search(near)
    if done is not None and not _REPORTED.search(done["between"]):
        found.append(done.span("cause"))
    died = _DIED_OF.search(near)
    if died is not None:
        found.append(died.span("cause"))
    if not found or _other_clause(near[: min(found)[0]]):
        return None
    first, last = min(found)
    last -= len(near[first:last]) - len(_VERB_AFTER_PHRASE.sub("", near[first:last]))
    return start + first, start + last


# "killed by tainted rice [recovered]"; not "by the accused"
_VERB_AFTER_PHRASE = re.compile(r"(?<=\w)(?<!\bthe)(?<!\ba)(?<!\ban)\s+\w+ed$", ANY_CASE)
_OTHER_CLAUSE = re.compile(r"[.;!?\n“”\"]|,\s+(?:and|but|while|as|when|after)\b|\bwho\b", ANY_CASE)
_OWN_RELATIVE = re.compile(r"(?:\s+[\w-]+){0,4}\s+who\b", ANY_CASE)  # "12 men who died of"


def _other_clause(between: str) -> bool:
    """Return whether another clause than that of the figure begins before a cause."""
    own = _OWN_RELATIVE.match(between)
    return _OTHER_CLAUSE.search(between, 0 if own is None else own.end()) is not None


def scene_before(before: str, harm: str) -> tuple[int, int] | None:
    """
    Find the deed in which people were harmed: "the riots in the north, in which 12 died".

    Parameters
    ----------
    before : str
        The sentence up to the number.
    harm : str
        Pattern of nouns of attacks and disasters.

    Returns
    -------
    (int, int) or None
        Characters of the noun phrase before "in which".
    """
    if "which" not in before.lower():
        return None
    determiners = before_number(r"another a\s+further the all")
    pattern = rf"""
        (?P<cause> (?:{_PHRASE_WORD}\s+){{0,5}}? (?:{harm}) ) \b
        (?: \s+(?:in|at|on|near|across|of|against|outside|between|by)\s+ [^,.;:]{{1,80}}? )?
        ,?\s+(?:in|during)\s+which\s+{determiners}$
    """
    last = None
    for found in re.finditer(pattern, before, ANY_CASE):
        last = found
    if last is None:
        return None
    start, end = last.span("cause")
    for determiner in _DETERMINERS.finditer(before, start, end):
        start = determiner.start()  # "He recalled [the fire]"
    return start, end


_DETERMINER = r"(?:the|an?|this|that|his|her|their|its|another|two|three|four|five|several|some)"
_DETERMINERS = re.compile(rf"\b{_DETERMINER}\s", ANY_CASE)
_ANTECEDENT = re.compile(
    rf"""
    (?: \b(?P<named>{_DETERMINER}\s+(?:{_PHRASE_WORD}\s+){{0,4}}?(?!{_ENDS_PHRASE}\b)[\w’'-]+)
      | (?:^|[\s,]) (?P<bare>(?!\w+ing\s)(?:(?!\w+ing\s){_PHRASE_WORD}\s+)?{_PHRASE_WORD}s) )
    ,?\s*$
    """,
    ANY_CASE,
)


def acting_person_before(before: str) -> tuple[int, int] | None:
    """
    Find the noun phrase that a relative clause is about: "the man [who shot 12]".

    Parameters
    ----------
    before : str
        The sentence up to the relative pronoun.

    Returns
    -------
    (int, int) or None
        Characters of the phrase right before the pronoun.

    Examples
    --------
    >>> before = "Police sought the masked man "
    >>> start, end = acting_person_before(before)
    >>> before[start:end]
    'the masked man'
    """
    found = _ANTECEDENT.search(before)
    if found is None:
        return None
    return found.span("named") if found["named"] else found.span("bare")
