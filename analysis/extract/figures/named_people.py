"""
Find the named and definite persons to whom something happened: rows with ``mention`` "named".

In: a text, its sentences, the tagger's spans for such persons with its predictions, and the figures
found before. Out: figures without source and agent. "Officers Liu and Ramos were killed" states no
number, but an article that prints it does not pass over the dead. The persons of one list are one
figure. What the tagger labels is checked by the same grammar that finds persons without it
(``person_phrases``, ``harm_to_persons``).
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from analysis.core import paths
from analysis.core.given_names import is_given_name
from analysis.extract.figures.candidates import Prediction
from analysis.extract.figures.evidence import supported_outcome
from analysis.extract.figures.harm_to_persons import HarmedPersons, harmed_persons
from analysis.extract.figures.other_senses import other_sense, tells_no_cause
from analysis.extract.figures.person_phrases import PersonPhrase, PersonPhrases
from analysis.extract.figures.polarity import denial, intention
from analysis.extract.figures.record import Figure, Span, overlaps, unit_of
from analysis.extract.figures.roles import in_whole_words
from analysis.extract.numbers.parse import number_at
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN
from analysis.extract.parties.gazetteer import read_names

__all__ = ["counted_words", "named_figures"]

# Spans of the tagger below this probability are left out, if no word of harm is next to them.
LEAST_PROBABILITY = 0.5
# From this probability on, the outcome that the tagger predicts takes precedence over the grammar.
SURE_OUTCOME = 0.9
LARGEST_GROUP = 500  # persons of a definite phrase
_CHARACTERS_BEFORE = 40

_PRONOUN = re.compile(
    r"(?:he|she|they|him|her|his|them|their|it|we|us|i|you|who|whom|me|himself|herself)",
    re.IGNORECASE,
)
_DEED_AFTER = re.compile(
    r"\s+(?:deaths?|killings?|shootings?|murders?|slayings?|stabbings?|arrests?)\b", re.IGNORECASE
)
_DENIED_AFTER = re.compile(
    r"""
    [^.;,\n]{0,40}?(?:
        \b(?:was|were|is|are|has|have|had|did|does|do)(?:n['’]t|\s+not|\s+never)\s
      | \b(?:unhurt|unharmed|uninjured|unscathed)\b
      | \b(?:could|might|would|will)\s+(?:\w+\s+)?(?:be|have\s+been|die|face)\b )
    """,
    ANY_CASE,
)
_DETERMINER = re.compile(
    r"(?:(?:the|this|that|these|those|both|his|her|their|its|my|our|your)\s+)+(?:other\s+)?",
    ANY_CASE,
)
_NUMBER_NEXT = re.compile(
    rf"[^\S\n]+(?:\d+|{NUMBER}|dozens|hundreds|scores)\s(?:of\s)?[a-z]", ANY_CASE
)
# "Petrie, whose mother was killed" lives
_WHOSE_AFTER = re.compile(
    r",?\s+whose\s"
    r"|,\s+(?:an?|the)\s+(?:[\w-]+\s+){1,3}?whose\s+(?:brother|sister|son|daughter|mother|father"
    r"|wife|husband|child|children|parents|cousin|uncle|aunt|friend)s?\s"
    r"(?![^.;]*,\s+(?:was|were|died)\b)",
    ANY_CASE,
)
# "Dr Matari told reporters that 35 were dead and 51 hurt": he is neither
_GIVES_NUMBER_AFTER = re.compile(
    rf"""
    ,?\s+(?:(?:has|have|had|also|later)\s+)?
    (?:said|says|told|reported|announced|confirmed|estimated|added)\b
    (?:\s+(?!he\b|she\b|they\b|I\b|we\b)[\w’'-]+){{0,7}}?\s+(?:\d[\d,]*|{NUMBER})\s+[a-z]
    """,
    ANY_CASE,
)
_STORM = r"(?:[Hh]urricane|[Tt]yphoon|[Cc]yclone|[Ss]uperstorm|(?:[Tt]ropical\s+)?[Ss]torm)"
_SURVIVES = re.compile(
    r"(?:,\s*(?:aged\s+)?\d{1,3},?)?\s+(?:(?:has|have|had|miraculously|somehow)\s+)*"
    r"surviv(?:es|ed)\b(?!\s+(?:by|him|her|them)\b)",
    ANY_CASE,
)
_SURVIVES_NOT = re.compile(r"\b(?:did\s+not|didn['’]t|never)\s+surviv", ANY_CASE)
# "Killings of journalists under Mr Putin", "long shot Reed": no victim
_NO_VICTIM_BEFORE = re.compile(
    r"\b(?:under|(?:long|big|hot)[\s-]shots?)\s+(?:then\s+|former\s+)?$", ANY_CASE
)
# "The release of the imprisoned tycoon Reed": held no longer
_FREED_BEFORE = re.compile(
    r"\b(?:release|freeing|pardon(?:ing)?|acquittal|liberation)\s+of\s+$", ANY_CASE
)
# "Reed's deportation policy", but "Reed's murder": what else somebody owns is not done to him
_OWNS_AFTER = re.compile(
    r"""
    ['’]s?\s+ (?! (?:[\w-]+\s+){0,3}? (?:deaths?|dead|dying|killings?|murders?|assassinations?
      | executions?|bod(?:y|ies)|remains|corpses?|funerals?|arrests?|detentions?|captures?|captivity
      | kidnappings?|abductions?|disappearances?|injur(?:y|ies)|wounds?|shootings?|slayings?
      | heads?|legs?|arms?|chest|back|neck|hands?|foot|feet|skull|throat|stomach|face|eyes?|car
      | truck|vehicle|boat|plane|home|house
      | beheadings?|drownings?|imprisonment|jailings?|evictions?|rescues?|li(?:fe|ves)|final|last)\b
      (?!\s+(?:relief|polic(?:y|ies)|plans?|program(?:me)?s?|powers?)\b) )
    """,
    ANY_CASE,
)
# A word of a headline in capitals, and what an author says that somebody kills
_NOBODY = re.compile(
    r"(?:of|the|for|and|in|on|at|to|by|with|from|[a-z]+isms?|warrants?|by\s+[A-Z].*"
    r"|an?\s+(?:quarter|third|fifth|tenth|half|majority|minority))",
    ANY_CASE,
)
# "Ted Cruz captured Texas", "the army took the airport": a place that is won or seized
_TAKEN_BEFORE = re.compile(
    r"\b(?:captur(?:e[sd]?|ing)|seiz(?:e[sd]?|ing))\s+(?:the\s+)?$", ANY_CASE
)
_WHERE = r"(?:[Ii]n|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]round|[Ss]iege\s+of|city\s+of|town\s+of)"
_SIEGE_AFTER = re.compile(r"[^.;]{0,25}\bafter\s+(?:[\w-]+\s+){1,4}?(?:siege|offensive)\b")
_SITE = re.compile(
    r"""
    (?:the\s+)?(?:[\w’'-]+\s+){0,3}(?:airport|airfield|base|bridge|city|town|village|district|hill
    |province|port|palace|station|debate|attention|imagination|mood|headlines|vote|seat|state)
    """,
    ANY_CASE,
)
# "The Australian economy", "the American soldiers": the word goes on
_OF_NATION = re.compile(r"(?:the|an?)\s+[A-Z][a-z]+(?:an|ese|ish|i|ic|ch)", AS_WRITTEN)
_VERB_AFTER = re.compile(
    r"\s+(?:was|were|is|are|has|had|have|who|whom|died|dies|and|or|said|in|on|at|by|from|after"
    r"|before|when|while|as|with|to|for|of|near|later|[a-z]+ed|shot|hurt|held|also|then"
    r"|reportedly)\b"
)
# "The mother of three" says nothing of the three; "the mother of Ann Orr, who was shot" does.
_OF_NUMBERS = ("denied.parent_of", "denied.on_behalf_of")
_PLURAL_HARMED = {"injured": "injured", "wounded": "injured", "dead": "killed"}


def named_figures(
    text: str,
    sentences: Sequence[tuple[int, int]],
    spans: Sequence[Span],
    predictions: Mapping[str, Prediction],
    counted: Sequence[Figure],
) -> list[Figure]:
    """
    Find the named and definite persons of an article to whom something happened.

    Parameters
    ----------
    text : str
    sentences : sequence of (int, int)
        Characters of each sentence, in order.
    spans : sequence of Span
        The tagger's spans with the label "named"; none with older weights.
    predictions : mapping of str to Prediction
        By span id.
    counted : sequence of Figure
        The casualty figures with a number or an indefinite person, in reading order. Persons whose
        words overlap one of them are left out: they are counted already.

    Returns
    -------
    list of Figure
        In reading order, none overlapping.
    """
    by_rule = harmed_persons(text, sentences)
    found = _labelled(text, spans, predictions, by_rule)
    for person in by_rule:
        if all(person.end <= other.start or other.end <= person.start for other in found):
            found.append(person)
    figures = []
    for person in sorted(found):
        n = person.n if person.n is not None else _number_before(text, person, counted)
        if n is None or overlaps(person.start, person.end, counted):
            continue
        if _WHOSE_AFTER.match(text, person.end) or _is_storm(text, person.start, person.end):
            continue
        if _is_no_victim(text, person) or _is_place_of_harm(text, person):
            continue
        if _GIVES_NUMBER_AFTER.match(text, person.end) or _SURVIVES.match(text, person.end):
            continue
        if other_sense(text, person.start, person.end, person.outcome):
            continue
        if _did_not_happen(text, person):
            continue
        if person.outcome == "killed" and tells_no_cause(text, _sentence_of(person, sentences)):
            continue
        if (
            _NUMBER_NEXT.match(text, person.end) is None
        ):  # "CLOSE 12 workers": no sentence's subject
            figures.append(_figure(text, person, n))
    return figures


def _did_not_happen(text: str, person: HarmedPersons) -> bool:
    """Return whether the harm to a person is denied, feared, barred or intended."""
    denied = denial(text, person.start, person.end)
    if denied is not None and denied not in _OF_NUMBERS:
        return True
    return intention(text, person.start, person.end) is not None


def _is_no_victim(text: str, person: HarmedPersons) -> bool:
    """Return whether a word of harm near a name is of somebody or something else."""
    before = text[max(0, person.start - _CHARACTERS_BEFORE) : person.start]
    if _NOBODY.fullmatch(text, person.start, person.end):
        return True
    if _NO_VICTIM_BEFORE.search(before) or _OWNS_AFTER.match(text, person.end):
        return True
    if person.outcome == "captured" and _FREED_BEFORE.search(before):
        return True
    if person.outcome == "captured" and _TAKEN_BEFORE.search(before):
        words = text[person.start : person.end]
        is_place = _is_place(text, words.removeprefix("the "))
        is_site = is_place or _SITE.fullmatch(words) or _SIEGE_AFTER.match(text, person.end)
        if is_site and not is_given_name(words.split()[0]):
            return True
    goes_on = re.match(r"\s+[a-z]", text[person.end : person.end + 4]) is not None
    if not goes_on or not _OF_NATION.fullmatch(text, person.start, person.end):
        return False
    return _VERB_AFTER.match(text, person.end) is None


def _is_place(text: str, name: str) -> bool:
    """Return whether a name is a known place, or the article says "in", "near" or "outside" it."""
    if name in _places():
        return True
    return re.search(rf"\b{_WHERE}\s+{re.escape(name)}\b", text) is not None


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    """Return the names of countries and of places in them, such as the states of a country."""
    names = read_names(paths.GAZETTEER / "parties.csv")
    return frozenset(name.words for name in names if name.kind in ("country", "place"))


def _sentence_of(person: HarmedPersons, sentences: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the sentence in which a person starts."""
    return sentences[max(0, bisect_right(sentences, person.start, key=_first) - 1)]


def _first(sentence: tuple[int, int]) -> int:
    return sentence[0]


def _is_storm(text: str, start: int, end: int) -> bool:
    """Return whether words are the name that the text gives a storm."""
    words = text[start:end]
    if re.match(_STORM, words):
        return True
    if not words[:1].isupper() or " " in words:
        return False
    return re.search(rf"\b{_STORM}\s+{re.escape(words)}\b", text) is not None


def counted_words(words: str) -> str | None:
    """
    Return the words for who the persons of a definite phrase are; None for a name.

    Parameters
    ----------
    words : str
        The words of a figure of named or definite persons.

    Examples
    --------
    >>> counted_words("the other man"), counted_words("Mira Stone")
    ('man', None)
    """
    determiner = _DETERMINER.match(words)
    if determiner is None:
        return None
    rest = words[determiner.end() :]
    return None if rest[:1].isupper() else rest or None


def _labelled(
    text: str,
    spans: Sequence[Span],
    predictions: Mapping[str, Prediction],
    by_rule: Sequence[HarmedPersons],
) -> list[HarmedPersons]:
    """Return the persons that the tagger labels, with the ends and the number of the grammar."""
    if not spans:
        return []
    finder = PersonPhrases(text)
    found: list[HarmedPersons] = []
    for span in sorted(spans, key=lambda span: -span.p):
        person = _labelled_person(text, finder, span, predictions[span.id])
        if person is None:
            continue
        rules = [
            other for other in by_rule if other.start < person.end and person.start < other.end
        ]
        if not rules:
            if span.p < LEAST_PROBABILITY or _is_denied(text, person):
                continue
            if _GIVES_NUMBER_AFTER.match(text, person.end) is not None:
                continue  # "Dr Quist told reporters that 51 were wounded"
            if not finder.between(person.start, person.end):
                continue  # a label on words that name nobody, such as a bare article
            shown = supported_outcome(text, person.start, person.end, person.outcome, 0.0)
            if shown is None:
                continue
            person = person._replace(outcome=shown[0])
        if rules and predictions[span.id].p_outcome < SURE_OUTCOME:
            person = person._replace(outcome=rules[0].outcome)
        if all(person.end <= other.start or other.end <= person.start for other in found):
            found.append(person)
    return found


def _is_place_of_harm(text: str, person: HarmedPersons) -> bool:
    """Return whether a headline names a deed by its town: "a look at Orvel death"."""
    name = text[person.start : person.end]
    if " " in name or _DEED_AFTER.match(text, person.end) is None:
        return False
    escaped = re.escape(name)
    place = rf"\b(?:in|near|outside)\s+{escaped}\b(?!['’])|^{escaped.upper()}\s*[-–—,(]"
    return re.search(place, text, re.MULTILINE) is not None


def _is_denied(text: str, person: HarmedPersons) -> bool:
    """Return whether the words after a person say that nothing happened."""
    if _SURVIVES_NOT.search(text[person.end : person.end + 60]):
        return False
    return _DENIED_AFTER.match(text, person.end) is not None


def _labelled_person(
    text: str, finder: PersonPhrases, span: Span, prediction: Prediction
) -> HarmedPersons | None:
    """Return the person of a labelled span; None for a pronoun and for white space."""
    span = in_whole_words(span, text)
    words = text[span.start : span.end].strip(" \n,.;:\"“”'’")
    if not words or _PRONOUN.fullmatch(words):
        return None
    start = text.index(words, span.start)
    end = start + len(words)
    phrases = finder.between(start, end)
    phrase = _main_phrase(phrases)
    n = 1 if phrase is None else phrase.n
    noun = None if phrase is None else phrase.noun
    if words.lower() == "both":
        n = 2
    number = number_at(text, start, end)
    if number is not None and number.kind == "count" and number.start == start:
        n = int(number.low) if number.low is not None and number.low == number.high else n
    n = _n_of_list(text[start:end], phrases, n)
    return HarmedPersons(start, end, n, noun, prediction.outcome)


def _main_phrase(phrases: Sequence[PersonPhrase]) -> PersonPhrase | None:
    """Return the last phrase of a span, which tells how many its persons are."""
    return phrases[-1] if phrases else None


def _n_of_list(words: str, phrases: Sequence[PersonPhrase], n: int | None) -> int | None:
    """Return how many persons the words of one span list."""
    if " and " not in words or len(phrases) < 2:
        return n
    total = 0
    for phrase in phrases:
        if phrase.n is None:
            return None
        total += phrase.n
    return total


def _number_before(text: str, person: HarmedPersons, counted: Sequence[Figure]) -> int | None:
    """Return how many "the children" or "the injured" are, by the last number of them before."""
    harmed = _PLURAL_HARMED.get(person.noun or "")
    for figure in reversed(counted):
        if figure.start > person.start or figure.low is None or figure.low != figure.high:
            continue
        if figure.implicit or figure.low > LARGEST_GROUP:
            continue
        if harmed is not None and figure.outcome == harmed:
            return int(figure.low)
    return None if harmed is not None else _number_of_noun(text, person)


def _number_of_noun(text: str, person: HarmedPersons) -> int | None:
    """Return the number that stands before the same noun in the text before."""
    if person.noun is None:
        return None
    ends, numbers = _counted_mentions(text, person.noun)
    n_before = bisect_right(ends, person.start)
    if not n_before:
        return None
    number = number_at(text, *numbers[n_before - 1])
    if number is None or number.low is None or number.low != number.high:
        return None
    n = int(number.low)
    return n if 2 <= n <= LARGEST_GROUP else None


@lru_cache(maxsize=256)  # a long text speaks of "the children" often
def _counted_mentions(text: str, noun: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Return where "12 children" end in a text, and where their numbers are, in order."""
    mentions = list(_counted_noun(noun).finditer(text))
    return [mention.end() for mention in mentions], [mention.span("number") for mention in mentions]


@lru_cache(maxsize=256)
def _counted_noun(noun: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<number>\b{NUMBER})\s+(?:(?!of\b)[\w-]+\s+){{0,3}}?{re.escape(noun)}\b", ANY_CASE
    )


def _figure(text: str, person: HarmedPersons, n: int) -> Figure:
    """Return the figure of some persons."""
    return Figure(
        start=person.start,
        end=person.end,
        text=text[person.start : person.end],
        low=float(n),
        high=float(n),
        qualifier="exact",
        implicit=False,
        outcome=person.outcome,
        unit=unit_of(person.outcome),
        is_named=True,
    )
