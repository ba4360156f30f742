"""
Read the casualty figures of an article: which numbers they are, their values, and what happened.

In: a text, the reader's number spans and facts, and the numbers of the grammar. Out: one dict a figure
with the columns that need nobody else's words (characters, low, high, qualifier, implicit, outcome, unit).
Numbers that the reader passed over are taken where their own words say what happened ("killed 12"); what it
marks and the grammar calls an age or a date is refused.
"""

import re

from analysis.extract.figures.coordination import share_fates, with_lists
from analysis.extract.figures.counted import counted_phrase, is_plural
from analysis.extract.figures.non_casualties import is_denied, moved, not_harmed, shot_before
from analysis.extract.figures.outcomes import (
    counts_people,
    harmed_others,
    only_meant,
    outcome_beside,
    outcome_described,
)
from analysis.extract.figures.record import outcome_columns, overlaps, record
from analysis.extract.figures.single_people import singular_persons
from analysis.extract.numbers.parse import number_at
from analysis.extract.numbers.values import NUMBER, value

# of which the words alone say that they are casualties; what was saved may be jobs and goals, so there the reader has
# to see people first
_HARM = frozenset({"killed", "injured", "killed_or_injured", "bodies_found"})
_MOVED = frozenset({"missing", "captured", "displaced", "evacuated"})
# below this probability of the reader's outcome, a word that describes the people decides: "250 surrendered fighters"
SURE_OUTCOME = 0.9
_OF_THE_HARMED = re.compile(
    r"(?i)\s+of\s+(?:the\s+|those\s+)?(?:wounded|injured|dead|killed|victims|casualties)\b"
)
_NO_ONE = re.compile(r"(?i)\bno\s+one$")
_ONE_OF_THEM = re.compile(r"(?i)\bone\s+of\s+(?:them|whom)\s+$")
_ARTICLE = re.compile(r"(?i)\b(an?|another)\s$")
# how many a prison or a camp takes or took before anything befell them
_ROOM = re.compile(
    r"(?i)\b(?:held|holds|holding|houses|housed|housing|(?:built|designed|meant)\s+for)\s+(?:(?:about|some|around)\s+)?$"
)
_HARMED_PEOPLE = re.compile(
    r"(?i)\s+(?:\w+ly\s+)?(?:wounded|injured|dead|displaced|captive|captured|kidnapped)\s"
)
# "a third of the dead", "one in five children"
_FRACTION = re.compile(
    rf"(?i)(?:an?\s+(?:third|quarter|fifth|tenth|half)|the\s+majority)\s+of\b|one\s+in\s+(?:every\s+)?(?:\d|{NUMBER}\b)"
)
# a page's own numbers, after its last sentence or before its links
_PAGE = re.compile(r"\s*$|\s+Related\b")
_AS_MANY_AS = re.compile(r"(?i)\bas\s+many\s+as$")
# "one is missing", "kills one": the grammar leaves such a bare word alone, which is a pronoun more often than a count
_ONE = re.compile(
    r"(?i)(?<!no )(?<!any )(?<!every )(?<!each )(?<!the )(?<!this )(?<!that )(?<!which )(?<!not )(?<![\w-])one(?![\w-])"
)
_ONE_OF_SEVERAL = re.compile(rf"(?i)\s+of\s+(?:the\s+)?{NUMBER}\b")
# words that are no singular person, though a span may rest on them
_NO_PERSON = frozenset(
    {
        "in",
        "half",
        "the",
        "of",
        "and",
        "was",
        "were",
        "none",
        "at",
        "by",
        "to",
        "or",
        "no",
        "over",
        "about",
        "nearly",
        "almost",
        "around",
        "up",
        "than",
        "least",
        "most",
        "number",
        "some",
        "toll",
        "tenth",
        "tenths",
        "first",
        "second",
        "third",
    }
)


def casualty_values(text, spans, facts, stated):
    """
    Read every casualty figure of an article.

    Parameters
    ----------
    text : str
    spans : list of roles.Span
        The reader's number spans.
    facts : dict of str to dict
        Rows of ``tagger_numbers`` by span id.
    stated : list of Number
        What the grammar finds in the text.

    Returns
    -------
    list of dict
        In reading order, none overlapping; ``span`` is the reader's span, or None for one that it passed over. Those
        with ``unharmed`` are no casualties, but tell who those after them are: "fired at 50 nurses and killed 3".
    """
    kept = []
    for span in sorted(spans, key=lambda s: -s.p):
        figure = _marked(text, span, facts[span.id], stated)
        if figure and not overlaps(figure, kept):
            kept.append(figure | {"span": span})
    stated = [
        n
        for n in stated
        if n.kind != "count" or not (is_denied(text, n.start, n.end) or _only_there(text, n))
    ]
    persons = {(start, end): outcome for start, end, outcome in singular_persons(text)}
    for figure in _passed_over(text, stated, persons):
        if not overlaps(figure, kept):
            kept.append(figure | {"span": None})
    kept = [
        f | outcome_columns(persons.get((f["start"], f["end"]), f["outcome"]))
        for f in sorted(kept, key=lambda f: f["start"])
    ]
    return share_fates(text, with_lists(text, kept, stated))


def _marked(text, span, fact, stated):
    words = text[span.start : span.end]
    if words.lower() in _NO_PERSON:
        return None
    if _NO_ONE.search(text[max(0, span.start - 12) : span.end]):
        return None
    number = number_at(text, span.start, span.end)
    if words.lower() == "another" and any(span.end < n.start <= span.end + 2 for n in stated):
        return None  # "another three"
    if number is None or fact["implicit"] and value(words) is None and number.qualifier != "vague":
        if _several(text, span) or _ONE_OF_THEM.search(text[max(0, span.start - 25) : span.start]):
            return None  # "militants were killed" counts nobody; in "one of them a woman" it is the one that counts
        if (
            _FRACTION.match(text, span.start)
            or fact["outcome"] in _HARM
            and harmed_others(text, span.start, span.end)
        ):
            return None
        article = _ARTICLE.search(
            text, max(0, span.start - 8), span.start
        )  # "a son": the article stands for one
        return record(
            text, *(article.span(1) if article else (span.start, span.end)), None, fact["outcome"]
        )
    if (
        number.kind != "count"
        or _counts_nothing(text, number, stated)
        or only_meant(text, number.start)
    ):
        return None
    if is_denied(text, number.start, number.end):
        return None
    # words that say it are right more often than the reader, however sure it is
    outcome = outcome_beside(text, number.start, number.end)
    if (
        outcome is None
        and fact["outcome"] in _HARM
        and _ROOM.search(text[max(0, number.start - 40) : number.start])
    ):
        return None
    if (
        outcome is None
        and fact["outcome"] in _HARM
        and harmed_others(text, number.start, number.end)
    ):
        return None
    if outcome is None and fact["p_outcome"] < SURE_OUTCOME:
        outcome = outcome_described(text, number.end)
    if outcome is None and fact["outcome"] in _HARM and moved(text, number.end):
        outcome = "displaced"
    if outcome is None and shot_before(text, number.start, number.end):
        outcome = "killed_or_injured"
    figure = record(text, number.start, number.end, number, outcome or fact["outcome"])
    return figure | {"unharmed": _only_there(text, number)}


def _only_there(text, number):
    """Judge whether people were there, sentenced or at risk, and no word beside their number says more."""
    at = number.start, number.end
    if not not_harmed(text, *at):
        return False
    return not (
        outcome_beside(text, *at) or outcome_described(text, at[1]) or is_harmed(text, at[1])
    )


def is_harmed(text, end):
    """Judge whether the word after a number calls its people harmed, whoever they are: "two wounded teachers"."""
    return _HARMED_PEOPLE.match(text, end) is not None


def _several(text, span):
    """Judge whether a span without a number rests on a plural: "militants", "rescue workers"."""
    following = re.match(r"\s[a-z]+", text[span.end : span.end + 30])
    words = text[span.start : span.end].split()
    if words[-1].lower() in ("a", "an", "another"):
        return False
    return is_plural(words[-1]) or following is not None and is_plural(following[0].strip())


def _counts_nothing(text, number, stated):
    """Judge whether a marked number is an age, a date, or a share ("many of the dead")."""
    if _PAGE.match(text, number.end) and text[: number.start].rstrip()[-1:] in (".", ""):
        return True
    if number.qualifier == "vague":
        share = number.weak and _OF_THE_HARMED.match(text, number.end) is not None
        return (
            share or _AS_MANY_AS.search(text[max(0, number.start - 4) : number.end + 4]) is not None
        )
    if number.text.lower() == "one":
        return (
            _FRACTION.match(text, number.start) is not None
            or _ONE_OF_SEVERAL.match(text, number.end) is not None
        )
    return not any(n.start < number.end and number.start < n.end for n in stated)


def _passed_over(text, stated, persons):
    for number in stated:
        if number.kind != "count" or _NO_ONE.search(text[max(0, number.start - 12) : number.end]):
            continue
        outcome = outcome_beside(text, number.start, number.end) or outcome_described(
            text, number.end
        )
        people = outcome is not None and counts_people(text, number.start, number.end)
        bare = (
            outcome in _MOVED and counted_phrase(text, number.end) is None
        )  # ships are detained, villages evacuated
        freed = outcome == "other" and "hostages" in text[number.end : number.end + 40].lower()
        if outcome in _HARM or people and outcome in (*_MOVED, "surrendered") or bare or freed:
            yield record(text, number.start, number.end, number, outcome)
    for match in _ONE.finditer(text):
        outcome = outcome_beside(text, *match.span())
        if outcome in (*_HARM, "missing", "captured") and not _ONE_OF_SEVERAL.match(
            text, match.end()
        ):
            yield record(text, *match.span(), number_at(text, *match.span()), outcome)
    for span, outcome in persons.items():
        yield record(text, *span, None, outcome)
