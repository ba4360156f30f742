"""
Judge whether a number is no count: a date, a time, an age, a name ("Route 66"), a measure, a fraction or a score.

In: a text and where a number lies in it. Out: True or False. A number before people, or before what happened to them
("15 killed"), counts whatever else it looks like, but not as an age. Word lists: ``data/lexicons/quantifiers.toml``.
"""

import re
from functools import lru_cache

from analysis.extract.numbers.qualifiers import alternatives, lists, qualifier_of

# People, and what happens to them: a number before these counts, whatever else it looks like.
PEOPLE = (
    r"(?:(?!(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|has|had|dozens|scores)\s)[^\W\d][\w-]*\s){0,2}?(?:people|persons?|civilians?|children|child|kids|women|woman|men|man|girls?|boys?|bab(?:y|ies)|"
    r"students?|soldiers?|troops|fighters?|militants?|rebels?|terrorists?|policemen|officers?|others|victims|bodies|"
    r"corpses|casualties|deaths|fatalities|dead|killed|injured|wounded|hurt|missing|migrants|refugees|workers|"
    r"passengers|hostages|prisoners|protesters|residents|villagers|lives)\b"
)


@lru_cache(maxsize=1)
def _patterns():
    month, label, measure = (
        alternatives(lists()[k]["words"]) for k in ("month", "label", "measure")
    )
    between = (
        r"(?:(?:more|straight|consecutive|full|long|short|whole|further|successive|additional|nautical|calendar|business|"
        r"square|cubic)\s+)*"
    )
    flag = re.IGNORECASE
    return {
        "month_before": re.compile(rf"\b(?:{month})\.?,?\s+(?:the\s+)?$", flag),
        "month_after": re.compile(
            rf"\s*(?:st|nd|rd|th)?(?:\s+of)?[\s-](?:{month})\b(?!\s+(?:have|be|not|also)\b)",
            flag,
        ),
        "label_before": re.compile(rf"(?:(?<![\w-])(?:{label})[\s-]*|#\s*|\+)$", flag),
        "measure_after": re.compile(
            rf"(?:\s|-)?\s*{between}(?:{measure})(?![\w])(?!['’]s\s+worth)", flag
        ),
    }


_YEAR = re.compile(r"(?:1[89]\d\d|20\d\d)")
_YEAR_BEFORE = re.compile(
    r"(?i)\b(?:in|since|of|until|till|by|from|during|before|after|early|late|mid|year|and|to|spring|summer|autumn|fall|"
    r"winter|ramadan|the|for|between)[\s-]+$"
)
_YEAR_AFTER = re.compile(r"\s*(?:[.,;:()\"'”–]|$|\w+\s+(?!of\b))")
_FOLLOWED_BY_PEOPLE = re.compile(rf"(?i)\s+{PEOPLE}")
_AGE_AFTER = re.compile(
    r"(?i)[\s-]+(?:years?|months?|weeks?|days?|yrs?)[\s-]+(?:old|olds|of\s+age)\b"
)
_AGE_SAID = re.compile(
    r"(?i)\b(?:he|she|who)\s+(?:was|is|would\s+be|turned|turns|had\s+been)\s+$|(?<!\bof\s)\b(?:dead|died|dies)\s+at\s+(?:the\s+age\s+of\s+)?$"
)
_AGE_OF = re.compile(
    r"(?i)\b(?:boy|girl|man|woman|child|baby|infant|son|daughter|toddler|teenager)s?\s+of\s+$"
)
# "aged 12 and 14", "his sons, 9 and 11,", "the boy, six,"
_AGES = re.compile(
    r"(?i)\baged\s+\d{1,3}(?:,\s+\d{1,3})*,?\s+(?:and|to)\s+$|"
    r"\b(?:sons|daughters|brothers|sisters|boys|girls|children|twins|siblings),\s+\d{1,2}(?:\s+and\s+|,\s+)$"
)
_NOUN_AFTER = re.compile(
    r"(?i)\s+(?!(?:was|is|has|does|as|his|its|this)\b)(?:\w+\s+)?(?:others?|more|men|women|children|people|police|[a-z]{2,}s)\b"
)
_AGES_BEFORE = re.compile(
    r"(?i)\b(?:sons|daughters|brothers|sisters|boys|girls|children|twins|siblings),\s+$"
)
_AGES_AFTER = re.compile(r"(?:\s+and|,)\s+\d{1,2}\b(?!,?\d)")
_AGE_ASIDE = re.compile(
    r"(?i)\b(?:boy|girl|man|woman|child|son|daughter|brother|sister|mother|father),\s+$"
)
_AGE_BETWEEN_COMMAS = re.compile(
    r",\s*(?:who|of|from|a|an|was|were|died|said|and|has|had|is|told)\b|,\s*$|\)"
)
_AGE_NAME = re.compile(
    r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*,\s*$|[A-Z][\w'’-]+\s\($|\b(?:boy|girl|man|woman|son|daughter),\s*$"
)
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,4})"
_IN_HOW_MANY = re.compile(
    rf"(?i)\s+(?:(?:out\s+of|in)\s+(?:every\s+)?|of\s+every\s+){_FEW}\b(?!\s*,|[-/])"
)
_PART_OF = re.compile(rf"(?i)\b{_FEW}\s+(?:(?:out\s+of|in)\s+(?:every\s+)?|of\s+every\s+)$")
_FRACTION = re.compile(r"(?i)[\s-](?:thirds?|quarters?|fifths?|sixths?|tenths?|halves)\b")
_HARMED = re.compile(
    r"(?i)\b(?:kill|injur|wound|left|leav|displac|captur|hurt|claim|rescu|evacuat)\w*\s+(?:and\s+\w+ing\s+)?$"
)
_ODD_AFTER = re.compile(
    r"[/:.]\d|-[A-Za-z]{2,}|['’]s\b|st\b|nd\b|rd\b|th\b|\s?h\d\d|/\w|\s?[x×]\s?\d"
)
_ODD_BEFORE = re.compile(
    r"(?:\d[/:.,]|[A-Za-z]-|\d-|@|#|/)$|(?:\+|\btel\.?|\b[Pp]hone:?|\b[Cc]all)\s*[\d\s()+-]*$"
)
_CLOCK = re.compile(
    r"(?i)(?<!stands )(?<!stood )(?<!put )(?<!estimated )(?<!remains )(?<!toll )\bat\s+(?:about\s+|around\s+)?$"
)
_TOLD_AT = re.compile(
    r"(?i)\b(?:toll|number|figure|total|count|tally)\b(?:\s+[^\W\d][\w’'-]*){0,4}?\s+at\s+(?:about\s+|around\s+)?$"
)
_ONE_BEFORE = re.compile(
    r"(?i)\b(?:no|any|every|each|some|this|that|which|what|the|number|day|as|not|first|last|next|good|bad|"
    r"new|old|big|great|right|wrong|is|was|be|square|loved|to)\s+$"
)
_ONE_AFTER = re.compile(
    r"(?i)[\s-]+(?:of|another|day|point|time|year|month|week|thing|way|side|hand|such|can|could|must|should|would|may|"
    r"might|or\s+two|more\s+time|who|is|has|whose|that|which|on|by|to|in|at|end|reason|example|and|another['’]s|morning|"
    r"night|evening)\b|['’]s|[.,;:!?)\"”]|$|-"
)
_SCORE_BEFORE = re.compile(
    r"(?i)\b(?:won|win|beat|lost|lose|loss|drew|draw|victory|defeat\w*|score\w*|leads?|led|vote\w*|ruling|ruled|"
    r"tied|tie|match|game|set)\b[^.;]{0,40}$"
)
_SCORE_AFTER = re.compile(
    r"(?i)\s*(?:-\s*)?(?:win|victory|defeat|draw|loss|lead|vote|ruling|decision|majority|score|tie|split|record|home|away)\b"
)
_SCORES_VERB = re.compile(
    r"(?i)\b(?:he|she|it|who|they|test|exam|match|final|box|high|low|top|their|his|her|the|these|credit|settle|settled|"
    r"even|sat|math|reading)\s+$"
)
_SCORES_NOT = re.compile(
    r"(?i)\s+(?:\d|an?\b|the\b|for\b|against\b|twice|goals?|from\b|in\b|on\b|at\b|points?|with\b|and\b|as\b|"
    r"by\b|(?!missing)\w+ing\b)"
)


def counts_nothing(text, start, end, value, digits):
    """
    Judge whether a number is a date, a time, an age, a name, a measure, a fraction or a score.

    Parameters
    ----------
    text : str
    start, end : int
        The number's characters.
    value : float
    digits : bool
        Whether it stands in digits; years, times and names of roads do.

    Returns
    -------
    bool
    """
    before, p = text[max(0, start - 60) : start], _patterns()
    people = _FOLLOWED_BY_PEOPLE.match(text, end) is not None
    if (
        value == 0
        or _ODD_BEFORE.search(before)
        or _ODD_AFTER.match(text, end)
        or _AGE_AFTER.match(text, end)
    ):
        return True
    if p["measure_after"].match(text, end) or _FRACTION.match(text, end):
        return True
    if _AGE_OF.search(before) and value < 110 and not people:
        return True
    if value < 110 and not _NOUN_AFTER.match(text, end) and _is_aside(before, text, end):
        return True
    if _IN_HOW_MANY.match(text, end) or _PART_OF.search(before):
        return True
    if p["label_before"].search(before):
        return not people or before.rstrip().lower().endswith(
            ("aged", "age", "brigade", "division", "battalion")
        )
    if text[start:end].lower() == "one" and not _HARMED.search(before):
        return bool(_ONE_BEFORE.search(before) or _ONE_AFTER.match(text, end))
    if _YEAR.fullmatch(text[start:end]) and (
        p["month_before"].search(before)
        or _date_before(before)
        and not (people and value % 100 == 0)
    ):
        return True
    return digits and not people and _is_date_or_time(text, start, end, before, value)


def _is_aside(before, text, end):
    """Judge whether a number is an age between commas, or one of several."""
    several = _AGES.search(before) or _AGES_BEFORE.search(before) and _AGES_AFTER.match(text, end)
    return bool(several or _AGE_ASIDE.search(before) and re.match(r",\s", text[end:]))


def _is_date_or_time(text, start, end, before, value):
    p, characters = _patterns(), text[start:end]
    if value <= 31 and (p["month_before"].search(before) or p["month_after"].match(text, end)):
        return True
    if _AGE_SAID.search(before) and value < 120:
        return True
    if _AGE_NAME.search(before) and value < 110 and _AGE_BETWEEN_COMMAS.match(text[end : end + 12]):
        return True
    clock = _CLOCK.search(before) and not _TOLD_AT.search(before)
    if clock and (len(characters) == 4 and characters.isdigit() or value <= 12):
        return True
    if not _YEAR.fullmatch(characters):
        return re.fullmatch(r"0\d+|\d{7,}", characters) is not None
    if _YEAR_BEFORE.search(before):
        return True
    # "2000 houses" are counted, "2005 levels" are those of a year
    return (
        value % 100 != 0
        and qualifier_of(text, start, end)[0] is None
        or (_YEAR_AFTER.match(text[end : end + 20]) is not None and not _plural_after(text, end))
    )


def _date_before(before):
    month = _patterns()["month_before"]
    day = re.search(r"\b\d{1,2}(?:st|nd|rd|th)?,?\s+$", before)
    return day is not None and month.search(before[: day.start()]) is not None


def _plural_after(text, end):
    return (
        re.match(r"\s+(?:[a-z]+\s+){0,2}?[a-z]{2,}(?<![su])s\b", text[end : end + 40]) is not None
    )


def is_score(text, start, end):
    """Judge whether "3-2" or "13 to 2" is the outcome of a match or a vote."""
    return bool(
        _SCORE_BEFORE.search(text[max(0, start - 60) : start]) or _SCORE_AFTER.match(text, end)
    )


def vague_counts(text, start, end):
    """Judge whether a vague word states a quantity here: not "scores a goal", "how many", "as many as"."""
    word, before = text[start:end].lower(), text[max(0, start - 30) : start]
    if word == "scores":
        verb = _SCORES_VERB.search(before) or _SCORES_NOT.match(text, end)
        return _HARMED.search(before) is not None or verb is None
    if _patterns()["measure_after"].match(re.sub(r"(?i)^\s+of\b", "", text[end : end + 40])):
        return False
    if word == "tens" and not re.match(r"(?i)\s+of\b", text[end:]):
        return False
    if word.endswith("many") or word.endswith("few"):
        return (
            re.search(
                r"(?i)\b(?:how|so|too|as|not|that|this|very|the|quite|is|are|were|was)\s+$", before
            )
            is None
            and re.match(r"(?i)\s+(?:as\b|thanks|believe\b|say\b|think\b|times\b)", text[end:])
            is None
        )
    return re.search(r"(?i)\bthe\s+$", before) is None or word not in ("several", "a number")
