"""
Decide what a casualty figure covers: the event, a part of it, a background or another event.

In: the figures of one article in reading order, its text, its sentences and its day. Out: a scope
for each figure. "400,000 people have died in the war" at the end of a report on one bomb is
background: on one axis with the bomb's toll it would be mistaken for it. Words decide first
(``data/lexicons/scope.toml``), then days that the sentence names, then the subtotals that
``analysis.extract.figures.subtotals`` found. What nothing sets apart is the event's.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from analysis.core import lexicon, paths
from analysis.core.calendar_words import MONTH, SHORT_MONTHS
from analysis.core.opening import opening_sentences
from analysis.extract.figures.evidence import is_about_illness, reports_outbreak
from analysis.extract.figures.record import Figure
from analysis.extract.figures.reported_periods import is_of_reported_period
from analysis.extract.figures.scope_evidence import is_near_in_time
from analysis.extract.figures.stated_counts import StatedCounts, count_of
from analysis.extract.figures.told_causes import LEAD, tells_cause
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["scopes_of"]

# A day so long before the article is of another event.
DAYS_BEFORE = 12
# A figure that is so many times larger than any other of its outcome is a total of a war or a year,
# if it is that large at all.
TIMES_LARGER = 100
LEAST_BACKGROUND = 20_000

# "A sixth person": one more than those counted before, but "a third-grade teacher" is none.
_ONE_MORE_AFTER = re.compile(
    r"""
    \s+
    (?: second | third | fourth | fifth | sixth | seventh | eighth | ninth | \w+(?:teenth|tieth)
      | tenth | eleventh | twelfth | \w+ty-(?:\w+th|first|second|third) | \d+(?:st|nd|rd|th) )
    \s+(?!floor|grade|year|degree|class|world|century|division|round|hour|day|week|month)
    """,
    ANY_CASE,
)
_FEWEST_ADDENDS = 2
_FEWEST_IN_A_ROW = 3
_JOINED = re.compile(r"\s+(?:(?!died\b|dead\b|killed\b)[\w-]+\s+){1,2}and\s+", ANY_CASE)
_ANYBODY = frozenset((None, "person", "other", "more", "victim"))
_MOST_IN_A_ROW = 8
_MOST_IN_A_SENTENCE = 20

_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY_AND_MONTH = re.compile(
    rf"""
    \b (?: (?P<first>\d{{1,2}})\s+(?:of\s+)? )?
    (?P<month>{MONTH}\b|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)
    (?: \s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b )?
    (?: ,?\s+(?:of\s+)?(?P<year>{_YEAR})\b )?
    """,
    re.VERBOSE,
)
# The second form opens an entry of a list: "1963 - A landslide kills 1,900".
_YEAR_ALONE = re.compile(
    rf"""
    \b(?:in|of|the|an?)\s+(?:early\s+|late\s+|mid-?)?(?P<year>{_YEAR})\b
    | ^\W{{0,3}}(?P<entry>{_YEAR})\s*[-–—:]
    """,
    ANY_CASE,
)
# "It has recorded 807 deaths on the route in 2024"
_DEATHS_IN_YEAR = re.compile(
    r"\b(?:deaths?|killings|murders|homicides|fatalities|casualties|arrests|attacks|shootings"
    r"|drownings|accidents|disappearances)(?:\s+(?:and|or)\s+[a-z]+)?"
    r"(?:\s+(?:on|in|at|across|along|of|by|from)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+)?"
    rf"\s+in\s+{_YEAR}\b",
    ANY_CASE,
)
_RANKING = re.compile(
    r"\b(?:deadliest|worst|bloodiest|biggest|largest|heaviest|highest|most|first)\b", ANY_CASE
)
_FIRST_MONTH_OF_SUMS = 3  # in January "in 2024" may be the week of the event
_PART_AFTER = re.compile(
    rf"""
    \s+ (?:(?!and\b|but\b|while\b)[\w-]+\s+){{0,6}}?
    (?: of\s+(?:them|whom|which|(?:the|those|its|their|his|her)\s+(?:[\w’'-]+\s+)?
          (?:dead|deceased|deaths|victims|killed|injured|wounded|hurt|casualties|cases)
          | the\s+{NUMBER}(?=\s+(?:had|have|has|were|was|did)\b)
          | those\s+who\s+(?:died|were\s+(?:killed|injured|hurt|wounded)|lost\s+their\s+lives))
      | (?:was|were|are|is)\s+among\s+
        (?:the|those|them|(?:at\s+least\s+|some\s+|about\s+)?{NUMBER}|\d)
      | (?:make|makes|made)\s+up\s+the\s+rest )\b
    """,
    ANY_CASE,
)
_LONG_TIME = r"(?:weeks?|months?|years?|decades?)"
_THIS_SEASON = re.compile(
    rf"""
    \b(?: this\s+(?:year|season) | so\s+far
        | since\s+
          (?: (?:early|late|mid-?|the\s+(?:start|middle|end|beginning)\s+of)\s* | \d{{1,2}}\s+ )?
          (?: {MONTH} | (?:the|this)\s+(?:week|month|season|summer|winter) ) )\b
    """,
    ANY_CASE,
)
# What lasts a season: its dead since June are those of the event.
_SLOW_DISASTER = re.compile(
    r"""
    \b(?: heat\s?-?waves? | (?:extreme|record|summer)\s+heat | the\s+heat | heat\s?-?stroke
      | cold\s+(?:spell|snap|wave)s? | droughts? | famine | monsoons? | smog
      | (?:wild)?fire\s+season )\b
    """,
    ANY_CASE,
)
# "Eleven deaths were avoidable", "11 of them might have lived"
_AVOIDABLE_AFTER = re.compile(
    r"""
    \s+ (?:of\s+(?:the|those|them|these)\s+)? (?:[\w-]+\s+){0,2}?
    (?: (?:avoidable|preventable|needless)\s+(?:deaths|cases)
      | (?:were|was|are|is)\s+(?:\w+ly\s+)?(?:avoidable|preventable|needless)
      | (?:could|might|would|need\s+not|should)\s+(?:not\s+)?(?:have\s+)?
        (?:been\s+(?:avoided|prevented|saved|averted)|lived|survived|died) )\b
    """,
    ANY_CASE,
)
_RANKED_BEFORE = re.compile(
    r"\b(?:deadliest|worst|bloodiest|biggest|largest|heaviest)\b[^.;,]{0,80}$", ANY_CASE
)
_SINCE_BEFORE = re.compile(r"\bsince\b[^.;,]*$", ANY_CASE)
_WORST_SINCE = re.compile(r"\b(?:deadliest|worst|bloodiest)\b[^.;]{0,60}\bsince\b", ANY_CASE)
# "Seven months after a roof collapse that killed [15]".
_LONG_AFTER = re.compile(
    rf"\b{_LONG_TIME}\s+after\s+(?:an?|the|another)\b[^.;:,\n]{{0,80}}$", ANY_CASE
)
# "[1,700] people died in an outbreak two years ago".
_LONG_AGO_AFTER = re.compile(
    rf"[^.;:,\n]{{0,60}}\b(?:in|during)\s+(?:an?|the)\s[^.;:,\n]{{1,40}}\s{_LONG_TIME}\s+(?:ago"
    r"|earlier)\b",
    ANY_CASE,
)
# "850, down from [900]".
_EARLIER = r"(?:earlier|previous|initial|preliminary|original|first)"
_COUNT = r"(?:counts?|tolls?|death\s+tolls?|estimates?|figures?|numbers?|tally|tallies|reports?)"
_EARLIER_VALUE_BEFORE = re.compile(
    rf"""
    (?: \b(?:up|down|ris(?:e|es|en|ing)|rose|fell|fall(?:en|ing)?|increas\w+|revised|from\s+a
            \s+previous)
        \s+(?:\w+\s+)?from\s+(?:(?:about|some|around|nearly|at|least|more|than|just|the|an?|earlier
            |previous|initial|first|reported|estimated|official)\s+){{0,4}}
      | \b(?:rais|lower|revis|correct|updat)\w+\s+(?:the|its|their)\s+(?:\w+\s+)?{_COUNT}\s+from\s+
        (?:(?:at\s+least|about|some)\s+)?
      | \b(?:rais|lower|revis|correct|replac|updat|cut)\w+\s+(?:an?|the|its|their)\s+{_EARLIER}\s+
            (?:\w+\s+)?{_COUNT}\s+of\s+(?:(?:at\s+least|about|some)\s+)?
      | \b{_EARLIER}\s+(?:\w+\s+)?{_COUNT}\b[^.;:,\n]{{0,40}}?\bhad\s+
        (?:been|spoken\s+of|told\s+of|stood\s+at|reported|given|put\s+[^.;,]{{1,20}}\s+at)\s+
        (?:(?:{NUMBER}|\d+)\s+\w+\s+and\s+)?(?:(?:at\s+least|about|some|only)\s+)?
      | \bhad\s+(?:earlier|initially|first|previously|originally)\s+
        (?:given|put|reported|announced|cited|issued|published)\s+(?:(?:an?|the|its|their)\s+)?
        (?:\w+\s+){{0,2}}?{_COUNT}\s+(?:of|at)\s+(?:(?:at\s+least|about|some|only)\s+)?
        (?:(?:{NUMBER}|\d+)\s+(?:\w+)?,?\s+(?:and\s+)?(?:later|then)\s+)? )$
    """,
    ANY_CASE,
)
# "Compared with [63] deaths a week earlier"
_COMPARED_BEFORE = re.compile(
    r"\b(?:compared\s+(?:to|with)|against|versus)\s+[^.;:\n]{0,50}$", ANY_CASE
)
_EARLIER_AFTER = re.compile(
    r"[^.;:\n]{0,70}\b(?:(?:days?|weeks?|months?|years?)\s+(?:earlier|before|ago)"
    r"|last\s+(?:week|month|year)|previously"
    r"|(?:in|for|during|over)\s+the\s+(?:same|corresponding|equivalent)\s+(?:period|months?|weeks?"
    r"|time|stage|quarter))\b",
    ANY_CASE,
)
# "2,900 deaths in the capital alone".
_ALONE_AFTER = re.compile(
    r"[^.;:,\n]{0,40}?\s(?:in|at|on|from|for)\s(?:[\w’'-]+\s){1,4}?alone\b", ANY_CASE
)
# "205 from each side"
_EACH_SIDE_AFTER = re.compile(
    r"\s*(?:[\w-]+\s+){0,3}?(?:from|on|by|for)\s+(?:each|either)\s+(?:side|country|party)\b",
    ANY_CASE,
)
# "four in Louisiana and one in Mississippi"
_PLACE_AFTER = re.compile(
    r"(?:\s+(?!and\b|but\b)[\w-]+){0,4}?\s+(?:in|from|at|near|on\s+the\s+spot\b)\s", ANY_CASE
)
# "Of the 11 victims, [seven] had been shot", "Of those killed, [nine] were children"
_OF_NUMBER_BEFORE = re.compile(
    rf"""
    (?: ^ | [.;:“"]\s* | \n ) of\s+
    (?: (?:the|its|their|those|all)\s+ (?:{NUMBER}|\d[\d,]*)\s+ (?:[\w’'-]+\s+){{0,6}}? [\w’'-]+
      | (?:the|those|all)\s+ (?:people\s+|persons\s+|who\s+(?:were\s+|had\s+been\s+)?)?
        (?:dead|died|killed|victims|injured|wounded|hurt|missing|arrested|detained|captured|ill
          |infected|sick|displaced|rescued|casualties|fatalities)\b [^,.;:\d]{{0,40}} )
    ,\s+ (?:(?:about|some|at\s+least|nearly|only|just)\s+)? $
    """,
    ANY_CASE,
)
# "The toll rose to nine after [two] passengers died"
_LEAVING_BEFORE = re.compile(r"\bleav(?:es|ing)\s+(?:about\s+|some\s+|at\s+least\s+)?$", ANY_CASE)
_ROSE_AFTER_BEFORE = re.compile(
    rf"""
    \b(?: (?:rose|rises|risen|climbed|climbs|increased|grew|up)\s+to
         | (?:toll|dead|deaths|count|tally|figure|number)\b[^.;:,]{{0,40}}?\s
           (?:at|is|was|to|stands?\s+at) )
    \s+(?:{NUMBER}|\d[\d,]*)\b[^.;:]{{0,50}} \b(?:after|when|as)\s+$
    """,
    ANY_CASE,
)
# "The number of those who lost their lives in the events", of which the lead speaks
_DEFINITE_EVENT = re.compile(
    r"\b(?:the|this|that|these)\s+(?:\w+\s+)?(?P<noun>events?|incidents?|clash(?:es)?|attacks?"
    r"|unrest|violence|riots?|shootings?|accidents?|crash|explosions?|blasts?|strikes?|shelling"
    r"|fires?|floods?|collapse|disaster|tragedy)\b",
    ANY_CASE,
)
# "Among those who died are [three] pupils"
_AMONG_BEFORE = re.compile(
    r"\bamong\s+(?:the\s+(?:dead|killed|victims|injured|wounded|casualties|deceased|missing)"
    r"|those\s+(?:(?:who\s+)?(?:died|dead|(?:were\s+)?(?:killed|injured|wounded|hurt))))\s+"
    r"(?:are|were|is|was)\s+(?:at\s+least\s+|about\s+)?$",
    ANY_CASE,
)
# "The first [nine] victims were buried"
_FIRST_BEFORE = re.compile(r"\bthe\s+first\s+$", ANY_CASE)
# "Officials first put the toll at [22]. By night it had risen to 31."
_FIRST_SAID_BEFORE = re.compile(
    r"\b(?:first|initially|originally)\s+"
    r"(?:put|gave|set)\s+(?:the|its|a)\s+(?:\w+\s+)?(?:toll|count|tally|figure|number)\b"
    r"[^.;]{0,40}$",
    ANY_CASE,
)
# "which at first announced that it had killed [35] terrorists, now says 38"
_AT_FIRST_BEFORE = re.compile(
    r"\b(?:at\s+first|first|initially|originally|earlier)\s+(?:announced|said|claimed|reported"
    r"|stated|spoke|put|gave|counted|told)\b[^.;\n]{0,60}$",
    ANY_CASE,
)
_NOW_AFTER = re.compile(
    r"[^.;\n]{0,60}\bnow\s+(?:says|said|puts|claims|speaks|counts|gives|reports|has)\b", ANY_CASE
)
# "The chief said early on Sunday that [four] had died. She raised the toll hours later."
_RAISED_LATER_AFTER = re.compile(
    r"[^.!?\n]{0,160}[.!?]['”\"]?\s+(?:he|she|it|they|police|officials|the\s+\w+)\s+"
    r"(?:(?:later|then|soon)\s+)?(?:raised|revised|updated|increased)\s+"
    r"(?:that|(?:the|that|its|their)\s+(?:death\s+)?(?:toll|number|count|figure|tally|total))\b"
    r"(?!\s+(?:from|of|at)\b)",
    ANY_CASE,
)
# "Nine were children and [seven] were staff", "[ten] have been identified"
_SOME_OF_THEM_AFTER = re.compile(
    r"""
    \s+(?:(?:of\s+the\s+)?(?:casualties|victims|dead|deaths|fatalities|killed|bodies)\s+)?
    (?: (?:were|are)\s+(?:\w+\s+)?(?:staff|employees|members|foreigners|locals|tourists|women|men
            |children|boys|girls|babies|pupils|students|civilians|soldiers|officers|workers|nurses
            |doctors|passengers|residents|citizens|nationals)
        | (?:have|has|had)\s+(?:so\s+far\s+|now\s+)?been\s+(?:formally\s+)?identified )\b
    """,
    ANY_CASE,
)
# "We have identified [20] of the bodies"
_IDENTIFIED_BEFORE = re.compile(
    r"\b(?:identif(?:y|ied)|handed\s+over|released|buried|returned)\s+(?:only\s+|so\s+far\s+)?$",
    ANY_CASE,
)
# "The town buried [22] victims", "[22] were laid to rest"
_BURIED_BEFORE = re.compile(
    r"(?:(?!slides?\b|avalanche|mud|rubble|snow|collapse|quake|debris)[^.;\n]){0,80}"
    r"\b(?:bur(?:y|ied|ies)|laid\s+to\s+rest|cremated)\s+(?:only\s+|another\s+)?$",
    ANY_CASE,
)
_BURIED_AFTER = re.compile(
    r"(?:\s+(?:of\s+(?:the|those|them)\s+)?[\w-]+){0,3}?\s+(?:were|was)\s+"
    r"(?:buried(?!\s+(?:alive|under|beneath|by|in\s+(?:the\s+)?(?:mud|rubble|snow|debris))\b)"
    r"|laid\s+to\s+rest|cremated)\b",
    ANY_CASE,
)
_OF_THE_DEAD_AFTER = re.compile(r"\s+of\s+the\s+(?:\w+\s+)?(?:bodies|dead|victims)\b", ANY_CASE)
# "Three of its patients were in critical condition", "two had undergone surgery"
_IN_CARE_AFTER = re.compile(
    r"""
    (?:\s+of\s+(?:its|the|their|them|those)(?:\s+[\w-]+){0,2}?|(?:\s+[\w-]+){0,2}?)
    (?:,\s+(?:thought|believed|aged|an?|the|who)\b[^,.;]{1,40},)?
    \s+(?: (?:is|was|are|were|remains?|remained)\s+(?:still\s+)?fighting\s+for\s+
            (?:his|her|their)\s+li(?:fe|ves)
        | (?:were|are|was|is|remain(?:s|ed)?|had\s+been)\s+(?:still\s+)?(?:listed\s+)?
          (?:in|on)\s+(?:an?\s+|the\s+)?(?:critical|serious|grave|stable|intensive|life|operating)
        | (?:had|have|has)\s+undergone | (?:needed|underwent|required)\s+(?:\w+\s+)?surger )
    """,
    ANY_CASE,
)
# "With nine people still in hospital", "seven remained in hospital on Sunday"
_STILL_IN_CARE_AFTER = re.compile(
    r"(?:\s+(?:of\s+(?:them|the\s+\w+)|[a-z-]+)){0,2}?\s+(?:(?:are|were|is|was)\s+)?"
    r"(?:still|remain(?:s|ed|ing)?)\s+(?:being\s+treated\s+)?in\s+(?:the\s+)?hospitals?\b",
    ANY_CASE,
)
# "Three others were hurt in the panic", of a shooting; a crush is an event of its own
_IN_PANIC_AFTER = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:was|were)\s+(?:\w+\s+)?(?:injured|hurt|trampled|crushed)\s+"
    r"(?:in\s+the\s+(?:\w+\s+)?(?:panic|stampede|crush|rush|scramble|chaos)"
    r"|(?:as|while)\s+(?:people|crowds?|shoppers|fans|they|others)\s+(?:\w+\s+)?"
    r"(?:fled|ran|rushed))\b",
    ANY_CASE,
)
_OF_CRUSH = re.compile(r"\b(?:crush\w*|stampede\w*|trampl\w+|panic)\b", ANY_CASE)
# "10 of 48 people executed were children"
_OF_LARGER_AFTER = re.compile(
    rf"\s+(?:out\s+)?of\s+(?:(?:the|some|about|at\s+least|its|their)\s+)*"
    rf"(?:\d[\d,]*|{NUMBER})\s+(?!{NUMBER}\b)"
    rf"(?!(?:[\w-]+\s+){{0,2}}?(?:aboard|on\s+board|inside)\b)"
    rf"[a-z]",
    ANY_CASE,
)
# "21 people were hurt, seven seriously"
_GRAVELY_AFTER = re.compile(
    r"\s+(?:of\s+\w+\s+)?(?:seriously|critically|badly|gravely|severely)\s*(?:[,.;)\n]|$|and\b)",
    ANY_CASE,
)
# "the families of the 67 passengers who died", of 70 dead
_FAMILIES_OF_BEFORE = re.compile(
    r"\b(?:famil(?:y|ies)|relatives|loved\s+ones|parents|widows|funerals?|names)\s+of\s+"
    r"(?:(?:the|all|each)\s+){0,2}$",
    ANY_CASE,
)
# "Nine people were taken to Harlow General Hospital, and five to St. Anne's"
_TO_A_HOSPITAL_AFTER = re.compile(
    r"(?:\s+(?!and\b|but\b)[\w-]+){0,4}?\s+(?:taken|rushed|flown|airlifted|transferred|brought"
    r"|admitted|moved)\s+to\s+(?:[A-Z][\w.’'-]+\s+){1,3}?(?:Hospital|General|Clinic|Infirmary"
    r"|Medical|Memorial)\b"
)
# "On that day 12 students died": the sentence before names the day.
_POINTS_BACK = re.compile(
    r"\W*(?:(?:on|in|during|by)\s+(?:that|those|the\s+same)\s+(?:day|week|month|year|night|time)s?"
    r"|at\s+(?:that|the)\s+time|back\s+then|that\s+(?:day|week|month|year|night))\b",
    ANY_CASE,
)
_OF_HARM = ("killed", "injured", "killed_or_injured", "missing", "bodies_found")


class _Sentence(NamedTuple):
    """What the words of a sentence say of the scope of its figures."""

    is_background: bool
    is_other_event: bool
    is_remembrance: bool = False
    is_untold: bool = False  # no harm in headline and lead, and no day of these days
    rank: int | None = None  # where "the worst since" stands: the number behind is of another event


def scopes_of(
    figures: Sequence[Figure],
    text: str,
    sentences: Mapping[int, tuple[int, int]],
    published: date | None = None,
) -> list[str | None]:
    """
    Return what each figure covers.

    Parameters
    ----------
    figures : sequence of Figure
        Those of one article, in reading order, with their totals (``part_of``). Not changed.
    text : str
    sentences : mapping of int to (int, int)
        Characters of each sentence by its number.
    published : date, optional
        Day of the article. Without it, no day that a sentence names is compared with it.

    Returns
    -------
    list of (str or None)
        One of ``analysis.core.tables.SCOPES`` for each figure; None where it counts no casualties.
    """
    read: dict[int, _Sentence] = {}
    scopes: list[str | None] = []
    by_id: dict[str, str | None] = {}
    stated = StatedCounts(figures)
    opening = opening_sentences(text, sentences)
    for figure in figures:
        scope = None
        if figure.outcome is not None:
            start, end = sentences[figure.sentence_id]
            if figure.sentence_id not in read:
                is_first = figure.sentence_id in opening
                words = text[start:end]
                if _POINTS_BACK.match(words) and figure.sentence_id - 1 in sentences:
                    words = text[sentences[figure.sentence_id - 1][0] : end]
                lead = text[: min(LEAD, start)]
                told = _read_sentence(words, lead, published, is_first)
                if not is_first and not tells_cause(text[:LEAD]):
                    is_told = is_near_in_time(words) or _is_of_the_lead(words, lead)
                    told = told._replace(is_untold=not is_told)
                ranked = None if is_first else _WORST_SINCE.search(text, start, end)
                rank = None if ranked is None else ranked.start()
                read[figure.sentence_id] = told._replace(rank=rank)
            scope = _scope_of(figure, stated, text, read, by_id)
            if scope == "background" and is_of_reported_period(figure, text, published):
                scope = "event"
        by_id[figure.figure_id] = scope
        scopes.append(scope)
    return scopes


def _scope_of(
    figure: Figure,
    stated: StatedCounts,
    text: str,
    read: Mapping[int, _Sentence],
    by_id: Mapping[str, str | None],
) -> str:
    """Return the scope of one casualty figure."""
    if figure.part_of is not None and by_id.get(figure.part_of) in ("background", "other_event"):
        return str(by_id[figure.part_of])
    context = _FigureInContext(figure, stated, text, read[figure.sentence_id])
    return next((scope for scope, holds in _SCOPES if holds(context)), "event")


class _FigureInContext(NamedTuple):
    """A figure, the counts of its article, the text and what its sentence tells of the scope."""

    figure: Figure
    stated: StatedCounts
    text: str
    words: _Sentence

    def is_before(self, pattern: re.Pattern[str], reach: int = 110) -> bool:
        """Whether a pattern is found in the characters before the figure."""
        start = self.figure.start
        return pattern.search(self.text[max(0, start - reach) : start]) is not None

    def is_after(self, *patterns: re.Pattern[str]) -> bool:
        """Whether one of the patterns follows the figure."""
        return any(pattern.match(self.text, self.figure.end) for pattern in patterns)


def _is_term_of_sum(context: _FigureInContext) -> bool:
    """Whether it adds up with its neighbours, and these are of this event, not of years ago."""
    if context.words.is_background or context.words.is_other_event:
        return False
    return _is_addend(context.figure, context.stated, context.text)


def _is_still_in_care(context: _FigureInContext) -> bool:
    """Whether those in hospital later are counted, of a larger number who were hurt."""
    return context.is_after(_STILL_IN_CARE_AFTER) and context.stated.exceeds(context.figure)


def _is_in_lead(context: _FigureInContext) -> bool:
    return _repeats_lead(context.figure, context.stated.figures)


def _is_background(context: _FigureInContext) -> bool:
    """Whether it is of a longer time or a larger area, or far larger than the event's."""
    if context.words.is_background and not _is_of_season(context.figure, context.text):
        return True
    return _is_far_larger(context.figure, context.stated)


def _is_remembered(context: _FigureInContext) -> bool:
    is_remembrance = context.words.is_remembrance
    return is_remembrance and not _has_dead_in_lead(context.figure, context.stated.figures)


def _is_elsewhere(context: _FigureInContext) -> bool:
    rank = context.words.rank
    is_ranked = rank is not None and rank < context.figure.start
    return (
        context.words.is_other_event
        or is_ranked
        or _is_of_earlier_event(context.figure, context.text)
    )


def _is_untold(context: _FigureInContext) -> bool:
    """Whether it is of harm of which the opening says nothing."""
    is_untold = context.words.is_untold
    return is_untold and _is_of_untold_harm(context.figure, context.stated.figures)


def _is_earlier_value(context: _FigureInContext) -> bool:
    """Whether it is what a count was before: "up from 12", "an initial count had been nine"."""
    if context.is_before(_COMPARED_BEFORE) and context.is_after(_EARLIER_AFTER):
        return True
    if context.stated.exceeds(context.figure) and (
        context.is_before(_FIRST_SAID_BEFORE) or context.is_after(_RAISED_LATER_AFTER)
    ):
        return True
    return context.is_before(_EARLIER_VALUE_BEFORE, reach=120)


def _is_said_at_first(context: _FigureInContext) -> bool:
    """Whether its own sentence replaces it: "at first announced that 35 died, now says 38"."""
    return context.is_before(_AT_FIRST_BEFORE) and context.is_after(_NOW_AFTER)


def _is_one_more(context: _FigureInContext) -> bool:
    """Whether it is one of several, alone or avoidable: "a sixth person has died": six are dead."""
    if context.is_after(_ALONE_AFTER, _AVOIDABLE_AFTER):
        return True
    if context.figure.mention != "indefinite":
        return False
    return context.is_after(_ONE_MORE_AFTER) or _is_one_of_those_before(context)


def _is_one_of_those_before(context: _FigureInContext) -> bool:
    """Whether it is one of the dead of an article that opens with one more: "a second person"."""
    return any(
        other.outcome == context.figure.outcome
        and other.mention == "indefinite"
        and _ONE_MORE_AFTER.match(context.text, other.end)
        for other in context.stated.figures
        if other.start < LEAD
    )


def _is_part(context: _FigureInContext) -> bool:
    figure, stated = context.figure, context.stated
    if figure.part_of is not None or _is_one_of_more(figure, stated):
        return True
    if context.is_after(_EACH_SIDE_AFTER, _OF_LARGER_AFTER):
        return True
    lead = context.text[: min(LEAD, figure.start)]
    if context.is_after(_IN_PANIC_AFTER) and _OF_CRUSH.search(lead) is None:
        return True
    return context.is_before(_OF_NUMBER_BEFORE) or context.is_before(_ROSE_AFTER_BEFORE)


def _is_part_of_stated(context: _FigureInContext) -> bool:
    """Whether words of a part are beside it, and a larger count is stated."""
    if context.figure.outcome == "bodies_found" and context.is_after(_SOME_OF_THEM_AFTER):
        return context.stated.exceeds(context.figure, "killed")  # "21 of the bodies"
    if not context.stated.exceeds(context.figure):
        return False
    if any(map(context.is_before, (_FAMILIES_OF_BEFORE, _FIRST_BEFORE, _AMONG_BEFORE))):
        return True
    if context.figure.outcome == "captured" and context.is_before(_LEAVING_BEFORE):
        return True  # "25 escaped, leaving 112 in captivity"
    end = context.figure.end
    if _PART_AFTER.match(context.text[end : end + 100]):
        return True
    if context.is_before(_IDENTIFIED_BEFORE) and context.is_after(_OF_THE_DEAD_AFTER):
        return True
    if context.is_before(_BURIED_BEFORE) or context.is_after(_BURIED_AFTER):
        return True
    return context.is_after(
        _TO_A_HOSPITAL_AFTER, _SOME_OF_THEM_AFTER, _GRAVELY_AFTER, _IN_CARE_AFTER
    )


# The first that holds decides; without any, a figure is of the event.
_SCOPES = (
    ("part", _is_term_of_sum),
    ("part", _is_still_in_care),
    ("background", _is_said_at_first),
    ("event", _is_in_lead),
    ("background", _is_background),
    ("other_event", _is_remembered),
    ("other_event", _is_elsewhere),
    ("background", _is_untold),
    ("background", _is_earlier_value),
    ("part", _is_one_more),
    ("part", _is_part),
    ("part", _is_part_of_stated),
)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    """Return the patterns of each group of the lexicon."""
    groups = lexicon.load(paths.LEXICONS / "scope.toml", allowed_keys=("patterns",))
    return {
        name: [re.compile(pattern, ANY_CASE) for pattern in group["patterns"]]
        for name, group in groups.items()
    }


def _matches(group: str, words: str) -> bool:
    found = (pattern.search(words) for pattern in _patterns()[group])
    return any(match is not None and not _ranks(words, match) for match in found)


def _ranks(words: str, match: re.Match[str]) -> bool:
    """Return whether a period ranks the event itself: "in the deadliest strike this year"."""
    return _RANKED_BEFORE.search(words[: match.start()]) is not None


def _ranks_since(words: str, match: re.Match[str]) -> bool:
    """Return whether a day is where a ranking begins: "one of the worst since a war in May"."""
    return _SINCE_BEFORE.search(words[: match.start()]) is not None and _ranks(words, match)


def _is_of_the_lead(words: str, lead: str) -> bool:
    """Return whether a sentence speaks of what the lead names: "those who died in the events"."""
    nouns = {match["noun"].lower().rstrip("s") for match in _DEFINITE_EVENT.finditer(words)}
    return any(re.search(rf"\b{noun}s?\b", lead, re.IGNORECASE) for noun in nouns)


def _read_sentence(words: str, lead: str, published: date | None, is_first: bool) -> _Sentence:
    """Return what the words of a sentence say; a headline or lead reports the event itself."""
    if is_first:
        return _Sentence(False, False)
    is_other = _matches("other_event", words)
    is_background = _matches("background", words) or _is_of_own_year(words, published)
    is_long_ago = published is not None and _is_long_ago(words, published)
    if is_long_ago:
        if _matches("dated_event", words):
            is_other = True
        else:
            is_background = True
    if is_long_ago or _matches("elsewhere_in_time", words):
        is_other = is_other or _has_other_cause(words, lead)
    return _Sentence(is_background, is_other, _matches("remembrance", words))


def _has_other_cause(words: str, lead: str) -> bool:
    """Return whether a sentence and the lead name causes of death that have no kind in common."""
    of_lead = _causes(lead)
    of_sentence = _causes(words)
    return bool(of_lead and of_sentence) and of_lead.isdisjoint(of_sentence)


def _causes(words: str) -> set[str]:
    """Return the kinds of causes of death that some words name."""
    return {name for name in _patterns() if name.startswith("cause_") and _matches(name, words)}


def _is_of_untold_harm(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Return whether a figure counts people harmed, and the lead counts none."""
    if figure.outcome not in _OF_HARM or figure.start < LEAD:
        return False
    return all(other.start >= LEAD or other.outcome is None for other in figures)


def _has_dead_in_lead(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Return whether another sentence of the headline or the lead counts casualties."""
    return any(
        other.start < LEAD and other.outcome is not None and other.sentence_id != figure.sentence_id
        for other in figures
    )


def _is_long_ago(words: str, published: date) -> bool:
    """Return whether a sentence names only days, months or years long before the article."""
    days = list(_named_days(words, published))
    return bool(days) and all((published - day).days > DAYS_BEFORE for day in days)


def _is_of_own_year(words: str, published: date | None) -> bool:
    """Return whether a sentence tells what a year has brought so far: "807 deaths in 2024"."""
    if published is None or published.month < _FIRST_MONTH_OF_SUMS:
        return False
    if _RANKING.search(words) is not None:
        return False  # "one of the deadliest accidents in 2024"
    return bool(_DEATHS_IN_YEAR.search(words)) and all(
        day == date(published.year, 12, 31) for day in _named_days(words, published)
    )


def _named_days(words: str, published: date) -> Iterable[date]:
    """Yield the last day of each day, month and year of a sentence, but of "worst since May"."""
    taken = set()
    for match in _DAY_AND_MONTH.finditer(words):
        taken.update(range(*match.span()))
        if not _ranks_since(words, match):
            yield _last_day(match, published)
    for match in _YEAR_ALONE.finditer(words):
        group = "year" if match["year"] else "entry"
        if match.start(group) not in taken and not _ranks_since(words, match):
            yield date(int(match[group]), 12, 31)


def _last_day(match: re.Match[str], published: date) -> date:
    """Return the day that a match names; without a year, the last such day up to publication."""
    month = 1 + SHORT_MONTHS.index(match["month"][:3])
    day = int(match["day"] or match["first"] or 28)
    day = min(max(day, 1), 28)
    if match["year"]:
        return date(int(match["year"]), month, day)
    named = date(published.year, month, day)
    if (named - published).days > DAYS_BEFORE:
        named = date(published.year - 1, month, day)
    return named


def _is_far_larger(figure: Figure, stated: StatedCounts) -> bool:
    """Return whether a figure is far larger than another of its outcome, and is not in the lead."""
    value = count_of(figure)
    if value < LEAST_BACKGROUND or figure.sentence_id <= 0:
        return False
    return stated.smallest(figure.outcome) * TIMES_LARGER <= value


def _is_of_season(figure: Figure, text: str) -> bool:
    """Return whether a figure counts an event that lasts a season: "46 ill this year"."""
    is_told = figure.outcome == "ill" or is_about_illness(text, figure.start, figure.end)
    is_told = is_told or reports_outbreak(text)
    if not is_told and _SLOW_DISASTER.search(text[:LEAD]) is None:
        return False
    after = text[figure.end : figure.end + 120]
    return (
        _THIS_SEASON.search(after) is not None
        or _THIS_SEASON.search(text[max(0, figure.start - 120) : figure.start]) is not None
    )


def _is_of_earlier_event(figure: Figure, text: str) -> bool:
    """Return whether the words beside a figure place it months or years before."""
    before = text[max(0, figure.start - 120) : figure.start]
    return bool(_LONG_AFTER.search(before) or _LONG_AGO_AFTER.match(text, figure.end))


def _repeats_lead(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Return whether the headline or the lead states the same number of the same outcome."""
    for other in figures:
        if other.start >= min(LEAD, figure.start):
            return False
        if other.outcome == figure.outcome and (other.low or other.high) == (
            figure.low or figure.high
        ):
            if other.part_of is not None:
                return False  # "11 of them might have lived", in the lead
            return (figure.low or figure.high or 0) > 1
    return False


def _is_addend(figure: Figure, stated: StatedCounts, text: str) -> bool:
    """Return whether a figure is one of several places' that add up to a stated total."""
    beside = stated.in_sentence(figure.sentence_id)
    if len(beside) > _MOST_IN_A_SENTENCE:
        return False  # a list that goes on for pages
    if _is_told_apart(figure, beside, text):
        return True
    listed = [
        other
        for other in beside
        if _is_exact(other, figure.outcome) and _PLACE_AFTER.match(text, other.end)
    ]
    if len(listed) < _FEWEST_ADDENDS or figure not in listed:
        return _is_in_a_sum(figure, stated, text)
    total = sum(other.low or 0 for other in listed)
    return stated.states(figure.outcome, total) or _is_in_a_sum(figure, stated, text)


def _is_told_apart(figure: Figure, beside: Sequence[Figure], text: str) -> bool:
    """Return whether a colon tells apart the count before it: "five were hurt: three … and two"."""
    for whole in beside:
        colon = text.find(":", whole.end, figure.start)
        if colon < 0 or whole.outcome != figure.outcome:
            continue
        apart = [row for row in beside if row.start > colon and row.outcome == whole.outcome]
        if len(apart) >= _FEWEST_ADDENDS and sum(row.low or 0 for row in apart) == whole.low:
            return True
    return False


def _are_kinds_of_people(one: Figure, two: Figure) -> bool:
    """Return whether two figures count different people: men and women, but not "two others"."""
    nouns = {one.noun, two.noun}
    return len(nouns) == 2 and nouns.isdisjoint(_ANYBODY)


def _is_in_a_sum(figure: Figure, stated: StatedCounts, text: str) -> bool:
    """
    Return whether three or more numbers in a row add up to one stated before: 24, 18 and 14 to 56.

    They stand in one sentence or two. Two numbers may well add up to a third by chance, unless they
    are joined: "ten patients and a doctor" of eleven.
    """
    if not _is_exact(figure, figure.outcome):
        return False
    for other in stated.in_sentence(figure.sentence_id):
        one, two = sorted((figure, other), key=lambda row: row.start)
        if (
            not _is_exact(other, figure.outcome)
            or _JOINED.fullmatch(text, one.end, two.start) is None
        ):
            continue
        if _are_kinds_of_people(one, two):
            return True  # "two men and a woman were arrested": three
        if stated.states_before(figure.outcome, (one.low or 0) + (two.low or 0), one):
            return True  # "eleven dead": "ten patients and a doctor died"
    for first in (figure.sentence_id - 1, figure.sentence_id):
        near = [*stated.in_sentence(first), *stated.in_sentence(first + 1)]
        row = [
            other for other in near if _is_exact(other, figure.outcome) and other.part_of is None
        ]
        if len(row) > _MOST_IN_A_ROW:
            continue
        for start in range(len(row)):
            for stop in range(start + _FEWEST_IN_A_ROW, len(row) + 1):
                added = row[start:stop]
                total = sum(other.low or 0 for other in added)
                if figure in added and stated.states_before(figure.outcome, total, added[0]):
                    return True
    return False


def _is_exact(figure: Figure, outcome: str | None) -> bool:
    """Return whether a figure states one number of an outcome."""
    return figure.outcome == outcome and figure.low is not None and figure.low == figure.high


def _is_one_of_more(figure: Figure, stated: StatedCounts) -> bool:
    """Return whether one person is told of after a larger figure of the same outcome."""
    return figure.implicit and stated.is_plural_before(figure)
