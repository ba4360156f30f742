"""
Patterns of the words that say what happened to a person, next to the person.

In: ``data/lexicons/named_people.toml``. Out: regular expressions by form, and the outcome of a
match. Forms that follow the person have the group ``be``, the auxiliaries. The persons themselves
are found by ``analysis.extract.figures.person_phrases``.
"""

import re
from functools import lru_cache

from analysis.core.calendar_words import WEEKDAY
from analysis.extract.figures.person_phrases import MODIFIER, person_lists
from analysis.extract.figures.word_filter import key_words, words_of
from analysis.extract.numbers.word_patterns import ANY_CASE, alternatives, one_of

__all__ = [
    "AFTER_BEING",
    "AND_BEFORE",
    "AFTER_PERSONS",
    "ARREST",
    "ATTEMPT",
    "BARE_KIN",
    "BEFORE_PERSONS",
    "BODY",
    "COMMA",
    "CONDITION_BEFORE",
    "DESCRIPTION_WORD",
    "DESCRIBED",
    "GAP",
    "INTRODUCED",
    "LOST",
    "LISTS",
    "NO_VICTIM",
    "JOIN",
    "NEXT_IN_LIST",
    "NEXT_OBJECT",
    "PLACE_BEFORE",
    "PLURAL_VERB",
    "PREPOSITION_BEFORE",
    "RELATIVE",
    "SAME_SUBJECT",
    "forms_in",
    "SPEAKS",
    "STARTS_CLAUSE",
    "TO_BEFORE",
    "UNREAL_BEFORE",
    "UNREAL_WITHIN",
    "may_tell_harm",
    "of_form",
    "outcome_of_object",
    "outcome_of_state",
    "outcome_of_subject",
    "sharper_outcome",
]

AFTER_PERSONS = (
    "passive",
    "headline",
    "intransitive",
    "hospital",
    "wound",
    "condition",
    "jail",
    "among",
    "found_with",
    "came_with",
    "hit",
    "and_passive",
    "pulled_out",
    "served",
    "treated",
    "in_jail",
)
BEFORE_PERSONS = (
    "active",
    "of",
    "taken",
    "attribute",
    "including",
    "identified",
    "roster",
    "resultative",
    "caught",
    "pulled",
    "inverted",
    "body_of",
)

_LISTED_FORMS = ("passive", "intransitive", "active", "noun", "of")

_ADVERB = one_of(
    r"""
    also still later then now since already both all first soon \w+ly
    """
)
_BE = rf"(?:was|were|is|are|(?:has|have|had)\s+(?:{_ADVERB}\s+)?been|got|(?<=\s)being)"
# "was found and [taken to hospital]", "was charged, and later [booked into jail]"
_AND_WAS = r"|(?:was|were)\s+[^.,;:\n]{1,60}?,?\s+and\s+(?:(?:then|later|also)\s+){0,2}"
_OUT_OF = (
    r"from\s+(?:(?:the|a|his|her|their)\s+)?(?:\w+\s+)?(?:waters?|sea|river|lake|pool|ocean|rubble"
    r"|wreckage"
    r"|debris|ruins|fire|flames|car|vehicle|building|house|home|well|cave|mine)"
)
_HOSPITAL = (
    r"(?:hospitals?|clinic|medical\s+cent(?:er|re)|trauma\s+cent(?:er|re)|health\s+cent(?:er|re)"
    r"|infirmary|emergency\s+room|intensive\s+care|surgery)"
)
_MOVED = one_of(
    r"""
    taken rushed transported airlifted flown driven shifted admitted sent brought transferred moved
    carried
    """
)
_MOVE = one_of(
    "took rushed transported airlifted flew drove carried transferred delivered brought sent"
)
_JAIL = (
    r"(?:jail|prison|custody|detention|police\s+station|police\s+headquarters"
    r"|correctional\s+\w+|penitentiary|house\s+arrest|solitary\s+confinement)"
)
_BODY_PART = one_of(
    """
    legs? arms? foot feet hands? shoulders? thighs? ankles? buttocks? knees? calf hips? elbows?
    wrists? back chest abdomen stomach groin torso neck face shins? side jaw eyes? fingers?
    posterior backside bottom rump bones? ribs? nose skull pelvis spine collarbones? limbs? toes?
    """
)
_INJURY = (
    r"(?:injur(?:y|ies)|wounds?|burns?|fractures?|concussion"
    rf"|broken\s+(?:[\w-]+\s+){{0,2}}?{_BODY_PART})"
)
# Before words of harm that did not come true, or have not yet.
UNREAL_BEFORE = re.compile(
    r"""
    (?: \b(?:not|never|would|could|might|(?-i:may)|will|can|cannot|should|must|nearly|almost
          |narrowly|barely|likely|probably|presumed|feared|attempt\w*|tr(?:y|ied|ies|ying)
          |threat\w*|plot\w*|conspir\w*|avoid\w*|prevent\w*|without|against|nor|neither)
      | n['’]t )
    \s+ (?:(?:have|be|been|had|even|also|of|\w+ly)\s+){0,2} $
    """,
    ANY_CASE,
)
UNREAL_WITHIN = re.compile(
    r"\b(?:not|never|nearly|almost|no\s+longer|likely|probably|feared|presumed)\b|n['’]t\b",
    ANY_CASE,
)
CONDITION_BEFORE = re.compile(
    r"\b(?:if|unless|whether|should|as\s+though|unlike|until)\s+(?:[\w.'’-]+\s+){0,2}$", ANY_CASE
)
PREPOSITION_BEFORE = re.compile(
    r"""
    \b(?:in|near|at|from|across|of|to|by|on|for|into|than|between|during|inside|outside|around
        |against|with|about|under|over|through|toward|towards|be|become|as|like|named|called|killed
        |shot|accused|leaving|without)
    \s+(?:\w+\s+){0,1}$
    """,
    ANY_CASE,
)
PLACE_BEFORE = re.compile(r"\b(?:in|near|at|from|across|inside|outside|around)\s+$", ANY_CASE)
COMMA = re.compile(r"\s*,\s+")
# An age and a home between two names of a list.
_AFTER_NAME = r"(?:,\s+\d{1,3})?(?:,?\s+of\s+[A-Z]\w+)?"
TO_BEFORE = re.compile(r"\bto\s+(?:\w+ly\s+)?$", ANY_CASE)
JOIN = re.compile(
    _AFTER_NAME + r",?\s+(?:and|along\s+with|together\s+with|as\s+well\s+as)\s+|,\s+", ANY_CASE
)
NEXT_OBJECT = re.compile(_AFTER_NAME + r",?\s+and\s+")
LISTS = frozenset({"inverted", "identified", "roster", "body_of"})
"""Forms that a whole list of names may follow."""
# After the last name of a list: "..., Ann Hall said".
SPEAKS = re.compile(
    r"\s+(?:said|says|told|added|reported|wrote|announced|confirmed|tweeted)\b", ANY_CASE
)
# "Mira Stone, the pilot, 65; Paul Reed, 55; and Ann Hall".
NEXT_IN_LIST = re.compile(
    r"""
    (?:,\s+(?:the|an?)\s+[a-z][\w-]*(?:\s+[a-z][\w-]*){0,2}(?=[,;]))?
    (?:,\s+(?:aged?\s+)?\d{1,3})?
    (?:,?\s+of\s+[A-Z]\w+(?:\s+[A-Z]\w+){0,2})?
    (?:[;,]\s+(?:and\s+)?|,?\s+and\s+)
    """,
    re.VERBOSE,
)
ATTEMPT = re.compile(r"\b(?:attempted|alleged\s+attempt|planned|possible|threatened)\b", ANY_CASE)
RELATIVE = re.compile(
    r"[,.]?[\"”]?,?\s+(?:an?\s+[^,;:\n\d]{1,45}\s+|the\s+[^,;:\n\d]{1,45}\s+)?who\b", ANY_CASE
)
STARTS_CLAUSE = re.compile(
    r"(?:^|[.!?:;\n]\s*|\b(?:that|said|says|and|but|when|after|because)\s+)[\"“]?$", ANY_CASE
)

_ASIDE = r"""
    (?: \s+[–—-]+\s+[^–—\n]{1,90}?\s+[–—-]+
      | \s*,\s* (?!(?:and|but|or)\s) [^,;:\n"“”]{1,90}? (?=,) ){0,3}
"""
_AND_OTHERS = r"""
    (?: ,?\s+and\s+(?:at\s+least\s+|about\s+)?(?:\w+\s+){0,2}
        (?:others?|people|\w+s|men|women|children) )?
"""
_REPORTED = one_of(r"police officials authorities investigators prosecutors deputies")
# What may come between persons and what happened to them.
GAP = re.compile(
    rf"""
    [,.]?['’”"]?
    (?: \s*\([^()\n]{{1,40}}\) | \s*,?\s*(?:aged?\s+)?\d{{1,3}}\s*(?=,) )?
    (?: \s+(?:of|from|in)\s+(?:the\s+)?(?-i:[A-Z])[\w.'-]*(?:,?\s+(?-i:[A-Z])[\w.'-]*){{0,3}} )?
    {_ASIDE}
    {_AND_OTHERS}
    (?: ,\s+(?:an?|the)\s+(?!\d)[^,;:\n\d]{{1,60}} )?
    \s*,?\s*
    (?: (?:who|whom)\s+ )?
    (?: {_REPORTED}\s+(?:say|said),?\s+ )?
    (?: (?:has|have|had|and|also|later|then|now|still|himself|herself|both|all|allegedly)\s+
    ){{0,2}}
    """,
    ANY_CASE,
)
# "Mira Stone fled the scene but was [arrested]".
SAME_SUBJECT = re.compile(
    r"""
    (?: \s*,\s*\d{1,3}, )?
    (?: \s+ (?!(?:who|that|which|where|when|while|because|as|it|he|she|they|and|but|before|after|
                  was|were|is|are|said|says|told|saw|accused)\b)
        [\w'’:.-]+ ){1,9}
    ,?\s+(?:and|but|then|before|after)\s+(?:(?:later|then|soon|also|was\s+later)\s+)?
    (?:being\s+)?
    """,
    ANY_CASE,
)
# "Mira Stone and Paul Reed were released Monday after [being kidnapped]".
AFTER_BEING = re.compile(r"(?:\s+[\w'’:.-]+){1,12}?,?\s+(?:after|before|since)\s+", ANY_CASE)
# "A baker, [Mira Stone]": an indefinite person, and then the name.
INTRODUCED = re.compile(rf"an?\s+(?:{MODIFIER}\s+){{0,5}}?{MODIFIER},\s+")
# "The shooting suspect Mira Stone" was not shot.
NO_VICTIM = re.compile(
    r"\b(?:suspects?|survivors?|accused|case|trial|spree|scene|witness)\b", ANY_CASE
)
# "Police arrested suspect Mira Stone": of an arrest, the suspect is the object.
ARREST = re.compile(r"(?:re-?)?(?:arrest|detain|apprehend|jail|captur)\w*", ANY_CASE)
_KIN = one_of(
    """
    wife husband son daughter mother father brother sister girlfriend boyfriend friend partner
    grandmother grandfather uncle aunt cousin nephew niece child baby fiance fiancee parents
    """
)
LOST = re.compile(
    rf"\b(?:lost|losing|loses)\s+(?=(?:his|her|their|my|our)\s+(?:\w+\s+){{0,2}}?{_KIN}\b)",
    ANY_CASE,
)
# "The wounded deputy", "the deceased".
DESCRIBED = re.compile(
    r"""
    \b(?:the|his|her|their|this|that)\s+(?:[\w-]+\s+){0,1}?
    (?P<harm>(?<!bodies[ ]of[ ]the[ ])deceased(?!\s+[a-z]+s\b)|missing|slain|murdered|kidnapped
       |abducted|jailed|imprisoned|detained|arrested
       |captured|injured|wounded)\b (?!\s+persons?\s+(?:report|case|unit|poster|list|alert))
    """,
    ANY_CASE,
)
PLURAL_VERB = re.compile(r"(?:were|are|have)\b", ANY_CASE)
AND_BEFORE = re.compile(r"(?:,|\band|\bwith|\bor|\bboth)\s+$", ANY_CASE)
# A headline leaves out "his": "Man kills wife".
BARE_KIN = re.compile(
    r"""
    (?P<noun>(?i:wife|husband|son|daughter|mother|father|brother|sister|girlfriend|boyfriend
       |ex-wife|ex-husband|ex-girlfriend|ex-boyfriend|friend|neighbou?r|mom|dad|grandmother
       |grandfather|uncle|aunt|cousin|nephew|niece|roommate|co-worker|coworker))\b
    (?!['’]|\s*-)
    (?= \s*(?:$|[.,;:\n]) | \s+(?i:in|at|on|after|before|with|to|by|over|during|while|then|and
        |for|near|as|dead|pleads?|gets|is|was)\b )
    """,
    re.VERBOSE,
)
DESCRIPTION_WORD = re.compile(
    rf"(?:the\s+)?(?!(?:his|her|their|its|my|our|your|the|this|that|these|those)\b)"
    rf"(?:\d{{1,3}}[-\s]years?[-\s]old,?|{MODIFIER})[^\S\n]+"
)

_BEFORE_VICTIMS = 400
_DEATH = re.compile(r"\b(?:kill(?:s|ed|ing)|die[sd]?|dead|deaths?|murder\w*|fatal\w*)\b", ANY_CASE)
_INJURED = re.compile(r"\b(?:injur\w+|wounded|hospitali[sz]ed|hurt|surviv\w+)\b", ANY_CASE)
_DIES_LATER_AFTER = re.compile(
    r"""
    [^.;\n]{0,60}?\b(?:where|and|but)\s+(?:(?:he|she|they|the\s+\w+)\s+)?
    (?:(?:later|then|soon|also|eventually|subsequently|\w+ly)\s+)?
    (?:died|succumbed|(?:was|were)\s+(?:\w+\s+)?(?:pronounced|declared)\s+(?:brain\s+)?dead)\b
    """,
    ANY_CASE,
)
# Of the same person: in "the driver was hurt, but the passenger died" another one died.
_THEN_DIED_AFTER = re.compile(
    r"""
    [^.,;\n]{0,60}?,?\s(?:and|but)\s+(?:(?:he|she|they)\s+)?
    (?:(?:later|then|soon|also|eventually|subsequently|\w+ly)\s+)?
    (?:died|succumbed|(?:was|were)\s+(?:\w+\s+)?(?:pronounced|declared)\s+(?:brain\s+)?dead)\b
    """,
    ANY_CASE,
)
_SURVIVABLE = frozenset({"injured", "killed_or_injured"})
_KILLED_AFTER = re.compile(r"(?:\s+and|\s+but|,)\s+(?:\w+\s+){0,2}?(?:killed|died)\b", ANY_CASE)
_TO_DEATH_AFTER = re.compile(r"\s+(?:to\s+death|dead)\b", ANY_CASE)
_IN_BODY_AFTER = re.compile(
    rf"""
    \s+(?:\w+\s+){{0,3}}?(?:in|through)\s+(?:(?:the|his|her|their|both|a|one)\s+)?(?:\w+\s+){{0,2}}?
    {_BODY_PART}\b
    """,
    ANY_CASE,
)
BODY = re.compile(
    r"""
    (?P<found>\b(?:believed?\s+to\s+be|believes\s+to\s+be|found|finds?|finding|discover(?:ed|s|ing)?
       |recover(?:ed|s|ing)?
       |retriev(?:ed|ing)|pull(?:ed|ing)|locat(?:ed?|es|ing))\s+)?
    (?P<body>
        (?: \b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Aa])\s+ | \b[A-Z][\w-]+['’]s\s+ )
        (?:(?!of\b|in\b|and\b)[\w'’-]+,?\s+){0,3}?
        (?P<noun>body|corpse|remains)\b (?!\s+(?:camera|cam|armou?r|count|bag))
        (?!\s+of\s+(?:Christ|water|work|evidence|knowledge|law|literature|opinion|research)\b)
        (?: \s+of\s+ (?P<whose> (?:the|his|her)\s+[a-z-]+
            | [A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,3} ) )?
    )
    (?P<was> (?:\s*,[^,;\n]{1,60},)? \s+(?:was|were|had\s+been|has\s+been|have\s+been)\s+
        (?:\w+ly\s+|later\s+|also\s+|then\s+)?
        (?:found|discovered|recovered|retrieved|pulled|located|identified)\b )?
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=1)
def _outcomes() -> dict[str, dict[str, str]]:
    """Return the outcome of each word of harm, by form."""
    found: dict[str, dict[str, str]] = {form: {} for form in _LISTED_FORMS}
    for outcome, group in person_lists().items():
        for form, words in found.items():
            for word in group.get(form, ()):
                words.setdefault(word, outcome)
    return found


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {form: alternatives(outcomes) for form, outcomes in _outcomes().items()}
    harmed = one_of(
        r"""
        killed murdered shot\s+dead arrested detained jailed injured wounded rescued found\s+dead
        kidnapped abducted hospitali[sz]ed apprehended captured
        """
    )
    next_phrase = one_of("in by at on after during when as while near outside over for from again")
    state = one_of(
        r"slain murdered missing kidnapped abducted jailed imprisoned detained injured wounded"
    )
    victims = r"(?:dead|deceased|killed|slain|bodies|casualties|injured|wounded|arrested|detained)"
    return {
        "passive": re.compile(
            rf"\b(?P<be>{_BE}\s+(?:{_ADVERB}\s+){{0,2}}?)(?P<harm>{words['passive']})\b(?!-)"
            r"(?!(?<=hurt)\s+by\b)",
            ANY_CASE,
        ),
        "headline": re.compile(
            rf"(?P<be>)\b(?P<harm>{harmed})\b(?=\s*(?:$|[.,;:\n])|\s+{next_phrase}\b)", ANY_CASE
        ),
        "intransitive": re.compile(
            rf"\b(?P<be>(?:(?:has|have|had)\s+)?(?:{_ADVERB}\s+){{0,2}}?)"
            rf"(?P<harm>{words['intransitive']})\b",
            ANY_CASE,
        ),
        "hospital": re.compile(
            rf"\b(?P<be>{_BE}\s+(?:{_ADVERB}\s+)?{_AND_WAS})"
            rf"(?P<harm>{_MOVED}\b[^.;\n]{{0,90}}?\b{_HOSPITAL})\b",
            ANY_CASE,
        ),
        "wound": re.compile(
            rf"\b(?P<be>)(?P<harm>(?:sustain(?:ed|s)?|suffer(?:ed|s|ing)?(?:\s+from)?|with|has|had)"
            rf"\s+(?:(?!no\b)[\w-]+,?\s+){{0,4}}?{_INJURY})\b",
            ANY_CASE,
        ),
        "condition": re.compile(
            r"\b(?P<be>(?:is|was|were|are|remains?|remained|listed)\s+(?:\w+\s+){0,3}?)"
            r"(?P<harm>in\s+(?:an?\s+)?(?:\w+ly\s+)?(?:critical|serious|stable|fair|grave|guarded)"
            r"(?:\s+but\s+\w+)?\s+condition)\b",
            ANY_CASE,
        ),
        "jail": re.compile(
            rf"\b(?P<be>{_BE}\s+(?:{_ADVERB}\s+)?{_AND_WAS})"
            r"(?P<harm>(?:taken|booked|transported|transferred|sent|brought|delivered|held|lodged"
            r"|placed)\s+(?:in|into|to|at|on|under)\s+[^.;\n]{0,60}?\b"
            rf"{_JAIL})\b",
            ANY_CASE,
        ),
        "among": re.compile(
            r"\b(?P<be>(?:was|were|is|are)\s+)(?P<harm>among\s+(?:the\s+|those"
            rf"\s+)?[^.,;\n]{{0,40}}?"
            rf"\b{victims})\b",
            ANY_CASE,
        ),
        "found_with": re.compile(
            rf"\b(?P<be>(?:was|were)\s+)(?P<harm>found\b[^.;\n]{{0,50}}?\s+(?:with|suffering"
            r"\s+from)\s+"
            rf"(?:[\w-]+\s+){{0,5}}?{_INJURY})\b",
            ANY_CASE,
        ),
        "came_with": re.compile(
            r"\b(?P<be>)(?P<harm>(?:showed\s+up|showed|turned\s+up|arrived|walked\s+in|came"
            r"|drove\s+(?:himself|herself|themselves))\b[^.;,\n]{0,60}?\s+with\s+"
            rf"(?:[\w-]+\s+){{0,5}}?{_INJURY})\b",
            ANY_CASE,
        ),
        "hit": re.compile(
            rf"\b(?P<be>{_BE}\s+)(?P<harm>(?:hit|struck|grazed)\s+(?:\w+\s+){{0,2}}?in\s+(?:the|his"
            r"|her)"
            rf"\s+(?:\w+\s+){{0,2}}?{_BODY_PART})\b",
            ANY_CASE,
        ),
        "and_passive": re.compile(
            rf"\b(?P<be>(?:was|were|been)\s+[^.,;:\n]{{1,60}}?\s+and\s+(?:{_ADVERB}\s+)?)"
            rf"(?P<harm>{words['passive']})\b(?=\s*(?:$|[.,;:\n])|\s+{next_phrase}\b)",
            ANY_CASE,
        ),
        "in_jail": re.compile(
            r"\b(?P<be>(?:is|was|were|are|remains?|remained)\s+(?:\w+\s+){0,2}?)(?P<harm>(?:in"
            r"|behind|under)\s+"
            r"(?:\w+\s+){0,3}?(?:custody|jail|prison|detention|bars|arrest))\b",
            ANY_CASE,
        ),
        "inverted": re.compile(
            r"\b(?:(?-i:Also)\s+(?P<also>killed|injured|wounded|arrested|detained)"
            r"|(?P<first>(?-i:Killed|Injured|Wounded|Arrested|Detained))"
            r"|among\s+(?:the|those)\s+(?:\w+\s+)?"
            r"(?P<harm>dead|killed|injured|wounded|arrested|detained|missing))\b"
            r"[^.;,\n]{0,50}?\s+(?:was|were|is|are)\s+",
            ANY_CASE,
        ),
        "body_of": re.compile(
            r"\b(?P<harm>body|bodies|remains)\b[^.;\n]{0,60}?\b(?:identified\s+as|believed\s+to"
            r"\s+be|that\s+of"
            r"|those\s+of)\s+(?:that\s+of\s+|those\s+of\s+)?",
            ANY_CASE,
        ),
        "served": re.compile(
            rf"\b(?P<be>(?:has\s+|had\s+)?)(?P<harm>(?:served|spent|did)\s+[^.,;\n]{{1,50}}?\s+"
            r"(?:in|at|behind)\s+"
            rf"(?:\w+\s+){{0,4}}?(?:{_JAIL}|bars))\b",
            ANY_CASE,
        ),
        "treated": re.compile(
            rf"\b(?P<be>{_BE}\s+(?:{_ADVERB}\s+)?|)(?P<harm>treated\s+(?:for|at|by|in|and"
            r"\s+released)\b|underwent\s+surgery"
            r"|undergoing\s+surgery|recovering\s+(?:from|in|at)\b|left\s+(?:paraly[sz]ed"
            r"|unconscious|brain-dead|blind)"
            rf"|knocked\s+unconscious)",
            ANY_CASE,
        ),
        "pulled": re.compile(
            rf"\b(?P<harm>pulled|plucked|lifted|winched|freed|saved)\s+(?=[^.;\n]{{3,40}}?"
            rf"\s+{_OUT_OF}\b)",
            ANY_CASE,
        ),
        "pulled_out": re.compile(
            rf"\b(?P<be>{_BE}\s+(?:{_ADVERB}\s+)?)(?P<harm>(?:pulled|plucked|lifted|winched|saved)"
            rf"\s+{_OUT_OF})\b",
            ANY_CASE,
        ),
        "caught": re.compile(
            r"\b(?P<harm>(?:police|officers|deputies|agents|authorities|investigators)\s+"
            r"(?:later\s+)?(?:caught|nabbed|picked\s+up))\s+",
            ANY_CASE,
        ),
        "owner": re.compile(
            r"\s+(?P<harm>death|murder|killing|arrest|disappearance|kidnapping|assassination)\b"
            r"(?!\s+(?:warrant|penalty|threat|sentence|rate|record|squad|mystery))",
            ANY_CASE,
        ),
        "active": re.compile(
            rf"\b(?P<harm>{words['active']})(?:\s+and\s+(?!not\b)\w+(?:ed|t))?"
            rf"(?:\s+(?:on\s+)?{WEEKDAY})?[^\S\n]+",
            ANY_CASE,
        ),
        "of": re.compile(rf"\b(?P<harm>{words['of']})\s+(?:of|to)[^\S\n]+", ANY_CASE),
        "noun": re.compile(
            rf"['’]s?\s+(?:(?!(?:who|was|were|is|are)\b)[\w-]+\s+){{0,2}}?"
            rf"(?P<harm>{words['noun']})\b(?!\s+(?:warrant|penalty|threat|sentence|rate|record))",
            ANY_CASE,
        ),
        "taken": re.compile(
            rf"\b(?P<harm>{_MOVE})\s+(?=[^.;\n]{{3,60}}?\s+(?P<where>into\s+custody|hostage|captive"
            rf"|prisoner|to\s+[^.;\n]{{0,40}}?\b(?:{_HOSPITAL}|{_JAIL}))\b)",
            ANY_CASE,
        ),
        "attribute": re.compile(
            rf"\b(?P<harm>{state})\s+(?=(?:[^\s.,;]+\s+){{0,6}}?(?-i:[A-Z]))", ANY_CASE
        ),
        "including": re.compile(
            r"\b(?P<harm>killed|killing|injured|injuring|wounded|wounding|arrested|detained|dead)\b"
            r"(?P<between>[^.;\n]{0,80}?,?\s+(?:including|among\s+them)\s+)",
            ANY_CASE,
        ),
        "identified": re.compile(
            r"\b(?P<harm>dead|deceased|bodies)\b"
            r"[^.;\n]{0,60}?\b(?:identified\s+as|named\s+as|included)\s+",
            ANY_CASE,
        ),
        "roster": re.compile(
            r"\b(?:the|all|both)\s+(?:\w+\s+){0,2}?(?P<harm>dead|deceased|fatalities|killed|injured"
            r"|wounded"
            r"|missing|victims?)(?:,\s+[^,.;:\n]{1,70},)?\s+"
            r"(?:(?:was|were|is|are|have\s+been|has\s+been)(?:\s+(?:\w+ly\s+|later\s+|also\s+)?"
            r"(?:identified|named)"
            r"(?:\s+(?:by|on)\s+[^,.;:\n]{1,50}?)?(?:\s+as)?)?|as)(?:\s*:)?\s+",
            ANY_CASE,
        ),
        "resultative": re.compile(
            r"\b(?P<harm>report(?:ed|s|ing)?|found|finds?|left|leav(?:es|ing))\s+"
            r"(?=(?:[\w.'’-]+\s+){1,6}?(?P<state>missing|dead|wounded|injured|to\s+die)\b)",
            ANY_CASE,
        ),
    }


@lru_cache(maxsize=1)
def _hint() -> re.Pattern[str]:
    """Return a pattern that all words of harm match at their beginning or end."""
    stems = """
        kill murder slay slain execut assassin behead lynch massacr martyr strangl shot shoot fatal
        mortal gunned stab beat bludgeon hack burn crush trampl maul ston tortur dead death
        die dying electrocut struck hit perish drown passed li[fv]e bled succumb suicide surviv hang
        blew
        froze starv chok injur wound hurt hospital graz maim bitten sustain suffer broke condition
        clinic medical infirmary surgery attack assault over\\b gass slash poison
        knif knock arrest detain detention jail prison captur kidnap abduct apprehend incarcerat
        hostage captiv custody behind booked handcuff held seiz missing disappear
        vanish unaccounted rescu pulled safe deport displac evict homeless evacuat surrender turned
        gave handed diagnos infect ill\\b positive contracted sick body corpse remains bodies
        correctional penitentiary confinement took alive
        caught nabbed picked pluck lift winch freed save served
        spent did treated undergoing recovering lost deceased left victim
    """
    return re.compile(one_of(stems), re.IGNORECASE)


def may_tell_harm(text: str, start: int, end: int) -> bool:
    """Return whether a passage holds a word that harm is told with; most hold none."""
    return any(_is_hint(word) for word in text[start:end].split())


@lru_cache(maxsize=50_000)
def _is_hint(word: str) -> bool:
    return _hint().search(word) is not None


# Beginnings of words without one of which a form is in no sentence; the other forms' are listed.
_HINTS = {
    "headline": (
        "kill murder shot arrest detain jail injur wound rescu found kidnap abduct hospitali "
        "apprehended captured"
    ),
    "hospital": "hospital clinic medical trauma health infirmary emergency intensive surgery",
    "wound": "injur wound burn fracture concussion broken",
    "condition": "condition",
    "jail": "jail prison custody detention police correctional penitentiary house solitary",
    "among": "among",
    "found_with": "found",
    "came_with": "injur wound burn fracture concussion broken",
    "hit": "hit struck graz",
    "in_jail": "custody jail prison detention bars arrest",
    "inverted": "also killed injured wounded arrested detained among",
    "body_of": "body bodies remains",
    "served": "served spent did",
    "treated": "treated underwent undergoing recovering left knocked",
    "pulled": "pulled plucked lifted winched freed saved",
    "pulled_out": "pulled plucked lifted winched saved",
    "caught": "caught nabbed picked",
    "taken": (
        "took rushed transported airlifted flew drove carried transferred delivered brought sent"
    ),
    "attribute": (
        "slain murdered missing kidnapped abducted jailed imprisoned detained injured wounded"
    ),
    "including": "including among",
    "identified": "identified named included",
    "roster": "dead deceased fatalities killed injured wounded missing victim",
    "resultative": "missing dead wounded injured die",
}


@lru_cache(maxsize=50_000)
def _forms_of_word(word: str) -> frozenset[str]:
    """Return the forms that a sentence with a word may have."""
    parts = words_of(word)
    found = set()
    for form, beginnings in _HINTS.items():
        if any(part.startswith(tuple(beginnings.split())) for part in parts):
            found.add(form)
    for form in _LISTED_FORMS:
        if not parts.isdisjoint(_listed_words(form)):
            found.add(form)
    return frozenset(found)


@lru_cache(maxsize=8)
def _listed_words(form: str) -> frozenset[str]:
    return key_words(_outcomes()[form])


def forms_in(text: str, start: int, end: int) -> frozenset[str]:
    """
    Return the forms of ``AFTER_PERSONS`` and ``BEFORE_PERSONS`` that a passage may have.

    A form that is not among them has no match there.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the passage.

    Returns
    -------
    frozenset of str
    """
    found = frozenset().union(*map(_forms_of_word, text[start:end].split()))
    return found | {"and_passive"} if "passive" in found else found


def of_form(form: str) -> re.Pattern[str]:
    """Return the pattern of a form of ``AFTER_PERSONS`` or ``BEFORE_PERSONS``, or of "noun"."""
    return _patterns()[form]


def _words(harm: str) -> str:
    return " ".join(harm.lower().split())


def outcome_of_subject(form: str, match: re.Match[str], text: str) -> str:
    """
    Return what happened to the persons before words of harm.

    Parameters
    ----------
    form : str
        One of ``AFTER_PERSONS``.
    match : re.Match
        A match of its pattern.
    text : str
        The text that was searched.
    """
    if form == "hospital":
        return "killed" if _DIES_LATER_AFTER.match(text, match.end()) else "injured"
    if form in ("wound", "condition", "found_with", "came_with", "hit", "treated"):
        return "injured"
    if form in ("jail", "served", "in_jail"):
        return "captured"
    if form == "pulled_out":
        return "rescued"
    if form == "among":
        return outcome_of_state(_words(match["harm"]).split()[-1])
    listed = _outcomes()["intransitive" if form == "intransitive" else "passive"]
    outcome = listed[_words(match["harm"])]
    if outcome == "killed_or_injured" and _KILLED_AFTER.match(text, match.end()):
        return "killed"
    if outcome in _SURVIVABLE and _THEN_DIED_AFTER.match(text, match.end()):
        return "killed"
    return sharper_outcome(outcome, text, match.end())


def sharper_outcome(outcome: str, text: str, end: int) -> str:
    """Return what became of persons who were shot, if the next words tell: "in the leg"."""
    if outcome != "killed_or_injured":
        return outcome
    if _TO_DEATH_AFTER.match(text, end):
        return "killed"
    return "injured" if _IN_BODY_AFTER.match(text, end) else outcome


def _outcome_of_victims(text: str, position: int) -> str:
    """Return what became of victims: killed where the words before them speak of death alone."""
    before = text[max(0, position - _BEFORE_VICTIMS) : position]
    if _DEATH.search(before) and not _INJURED.search(before):
        return "killed"
    return "killed_or_injured"


def outcome_of_state(word: str) -> str:
    """Return the outcome of a word for a state or an act: "wounded", "arrested"."""
    if word == "missing":
        return "missing"
    if word.startswith(("injur", "wound")):
        return "injured"
    if word.startswith(("arrest", "detain", "jail", "imprison", "kidnap", "abduct", "captur")):
        return "captured"
    return "killed_or_injured" if word == "casualties" else "killed"


def outcome_of_object(form: str, match: re.Match[str], text: str) -> str | None:
    """
    Return what happened to the persons after words of harm, or to their owner.

    Parameters
    ----------
    form : str
        One of ``BEFORE_PERSONS``, or "noun".
    match : re.Match
        A match of its pattern.
    text : str
        The text that was searched.

    Returns
    -------
    str or None
        None if the words say nothing of them.
    """
    if form == "body_of":
        return "bodies_found"
    if form == "inverted":
        return outcome_of_state(_words(match["harm"] or match["also"] or match["first"]))
    if form == "roster" and match["harm"].lower().startswith("victim"):
        return _outcome_of_victims(text, match.start())
    if form in ("attribute", "including", "identified", "roster"):
        return outcome_of_state(_words(match["harm"]))
    if form == "resultative":
        is_death = match["state"].lower() in ("dead", "to die")
        has_verb = match["harm"].lower().startswith("report") == (
            match["state"].lower() == "missing"
        )
        return outcome_of_state(match["state"].lower()) if has_verb or is_death else None
    if form == "caught":
        return "captured"
    if form == "pulled":
        return "rescued"
    if form == "owner":
        return _outcomes()["noun"][_words(match["harm"])]
    if form == "taken":
        where = match["where"].lower()
        if re.search(_HOSPITAL, where) is None:
            return "captured"
        return "killed" if _DIES_LATER_AFTER.match(text, match.end("where")) else "injured"
    return _outcomes()[form][_words(match["harm"])]
