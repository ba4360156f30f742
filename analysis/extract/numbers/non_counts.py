"""
Recognise numbers that are not counts: dates, times, ages, names, fractions, scores.

In: a text and the position of a number in it. Out: True or False. A number before people, or before
what happened to them ("15 killed"), is a count whatever else it looks like, unless it is an age.
Word lists: ``data/lexicons/quantifiers.toml``.

Each rule is one named pattern and one predicate; ``counts_nothing`` applies them in order.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from analysis.core.needed_words import Guarded
from analysis.extract.numbers.house_numbers import is_house_number
from analysis.extract.numbers.qualifiers import qualifier_of
from analysis.extract.numbers.word_patterns import (
    ANY_CASE,
    AS_WRITTEN,
    alternatives,
    one_of,
    quantifier_lists,
)

__all__ = [
    "HARM_BEFORE",
    "counts_nothing",
    "follows_month",
    "is_score",
    "is_time_of_entry",
    "is_vote",
    "with_dashes_in_votes",
]

CHARACTERS_BEFORE = 60
OLDEST_AGE = 110
OLDEST_EVER = 120  # of somebody whose age is stated in so many words
HOURS = 12
_LAST_SCHOOL_YEAR = 13
YOUNGEST_ADULT = 14  # of whom a paper says what she or he works as

# "Year 9 students"; "In year 9 students fled" counts some
_SCHOOL_YEAR_BEFORE = Guarded(
    r"(?<!\blast\s)(?<!\bthis\s)(?<!\bnext\s)(?<!\bpast\s)(?<!\bnew\s)(?<!\bevery\s)"
    r"(?-i:\bYear)\s$",
    ANY_CASE,
)
_PUPILS_AFTER = re.compile(
    r"\s(?:students?|pupils?|children|kids|girls|boys|class(?:es)?|teachers?|exams?)\b", ANY_CASE
)
_SMALL_NUMBER = one_of(r"one two three four five six seven eight nine ten \d{1,4}")
_YEARS = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_SIBLINGS = one_of("sons daughters brothers sisters boys girls children twins siblings")
_ONE_RELATIVE = one_of(
    """boy girl man woman child son daughter brother sister mother father cousin uncle aunt nephew
    niece grandmother grandfather grandson granddaughter stepson stepdaughter husband wife widow
    widower teen teenager toddler infant baby mum mom mam dad gran nan grandad granddad grandma
    grandpa granny pensioner"""
)

# People, and what happens to them: a number before these is a count whatever else it looks like.
_NO_SECOND_NUMBER = (
    r"(?!(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|has|had|dozens|scores)\s)"
)
_PEOPLE_OR_HARM = one_of(
    r"""
    people persons? civilians? children child kids women woman men man girls? boys? bab(?:y|ies)
    students? soldiers? troops fighters? militants? rebels? terrorists? policemen officers? others
    victims bodies corpses casualties deaths fatalities dead killed injured wounded hurt missing
    migrants refugees workers passengers hostages prisoners protesters residents villagers lives
    """
)
_FOLLOWED_BY_PEOPLE = re.compile(
    rf"\s+ (?!the\s)(?:{_NO_SECOND_NUMBER}[^\W\d][\w-]*\s){{0,2}}? {_PEOPLE_OR_HARM}\b", ANY_CASE
)

_JOINED_NOUNS = alternatives(quantifier_lists()["compound_count"]["words"])
# Parts of dates, times, scores, codes and telephone numbers directly after or before the digits.
_ATTACHED_AFTER = re.compile(
    rf"""
    [/:.]\d                # 10:30, 3/4
    # 12-point, but not 300-odd or 12-page
    | -(?!(?:odd|plus|strong|some|{_JOINED_NOUNS})(?![\w-]))[A-Za-z]{{2,}}
    | ['’]s\b | st\b | nd\b | rd\b | th\b
    | \s?h\d\d | /\w
    | \s(?:U\.?\s?S\.?\s?C\b | U\.?S\.?\s[Cc]ode | C\.?\s?F\.?\s?R\b)  # 8 U.S.C.
    | \s?[x×]\s?\d         # 3 x 4
    """,
    AS_WRITTEN,
)
_ATTACHED_BEFORE = Guarded(
    r"""
    (?: \d[/:.,] | [A-Za-z]- | \d- | @ | \# | / )$
    | \b(?:U\.?S\.?C\.?|C\.?F\.?R\.?)\s*(?:§\s*)?$
    | (?: \+ | \btel\.? | \b[Pp]hone:? | \b[Cc]all )\s*[\d\s()+-]*$   # telephone numbers
    """,
    AS_WRITTEN,
)

_AGE_AFTER = re.compile(
    r"[\s-]+ (?:years?|months?|weeks?|days?|yrs?) [\s-]+ (?:old|olds|of\s+age)\b", ANY_CASE
)
_AGE_STATED_BEFORE = Guarded(
    r"""
    \b(?:he|she|who)\s+(?:was|is|would\s+be|turned|turns|had\s+been)\s+
      (?:(?:about|around|only|just|barely|nearly|almost)\s+)?$
    | (?<!\bof\s)(?<!\bthe\s)\b(?:dead|died|dies)\s+at\s+(?:the\s+age\s+of\s+)?$
    | \b(?:youngest|oldest|eldest)
      (?:\s+of\s+(?:them|whom|these|those|the\s+\w+),?\s+(?:(?:was|is|being|aged|just|only)\s+)*
        | ,?\s+(?:(?:was|is|being|aged|just|only)\s+)+)$
    """,
    ANY_CASE,
)
# "children under 14", "nine of the dead were over 60"
_UNDER_AGE = Guarded(
    r"""
    \b(?: (?:children|girls|boys|women|men|people|persons|adults|pupils|patients|youths|players|
          anyone|everyone|those|kids|residents|voters|all|some|most|many|half|\d+
          |one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens)\s+
          (?:(?:was|were|is|are)\s+)?(?:aged\s+)?
        | (?:dead|victims|killed|wounded|injured)\s+(?:was|were|is|are)\s+(?:aged\s+)?
        | (?:them|whom)\s+(?:(?:was|were|is|are)\s+)?(?:aged\s+)?
        | (?:child|girl|boy|baby|teenager|person|patient)\s+(?:aged\s+)? )
    (?:under|over|above|below)\s+$
    """,
    ANY_CASE,
)
_UNIT_OR_NOUN_AFTER = re.compile(  # "men over 30 seats", "those under 30 percent"
    r"""
    \s?% | [\s-]+(?:percent|per\s+cent|points?|million|billion|thousand|hundred|lakh|crore|degrees?
      |people|men|women|children|other|more|km|kg|mph|feet|miles?|square)\b
    | \s+(?!(?:was|is|has|does|says|as|his|its|this|plus|across|thus|unless|minus)\b)[a-z]{2,}s\b
    | \s?[/-]\s?\d
    """,
    AS_WRITTEN,
)
_PERSON_OF_AGE = Guarded(
    r"\b(?:boy|girl|man|woman|child|baby|infant|son|daughter|toddler|teenager|teen|lad|lass|youth"
    r"|pupil|schoolboy|schoolgirl|pensioner|youngster|suspect|driver|teacher|worker|student|officer"
    r"|soldier|player|farmer|nurse|doctor|victim|patient|passenger|tourist|resident|lawyer"
    r"|gunman|bride|groom"
    r"|bridegroom|wife|husband|sister|brother|niece|nephew|cousin|grandson|granddaughter"
    r"|attacker)s?\s+of\s+(?:(?:about|around|only|just|barely|some)\s+)?$",
    ANY_CASE,
)
# "A father of three" tells of his children.
_PARENT_BEFORE = Guarded(
    r"\b(?:father|mother|dad|mum|mom|mam|parent|grandfather|grandmother|grandparent|grandad"
    r"|granddad"
    r"|grandma|gran|widow|widower)[\s-]+of[\s-]+$",
    ANY_CASE,
)
# "Four of them are dead, the youngest 17 and the oldest 31"
_OLDEST_BEFORE = Guarded(
    r"(?:,\s+the|,?\s+and\s+the)\s+(?:youngest|oldest|eldest)\s+(?:just\s+|only\s+)?$"
    r"|\b(?:youngest|oldest|eldest)\s+(?:of\s+them\s+)?(?:was|is|being|aged)\s+"
    r"(?:just\s+|only\s+)?$",
    ANY_CASE,
)
# "A woman believed to be 36 also died"
_BELIEVED_TO_BE = Guarded(
    r"\b(?:boy|girl|man|woman|child|teenager|teen|driver|victim|passenger|suspect|gunman)\s+"
    r"(?:believed|thought|said|understood|reported|known)\s+to\s+be\s+"
    r"(?:(?:aged|about|around|only|just)\s+)*$",
    ANY_CASE,
)
# "Raise the pension age to 67 from 64"
_AGE_LIMIT_BEFORE = Guarded(
    r"""
    \b(?: (?:pension|pensionable|retirement|voting|drinking|smoking|marriage|school-leaving|minimum
          |average|median|legal)\s+age | ages?\s+of\s+(?:consent|majority|retirement) )\b
    [^.;:\n]{0,40} \b(?:to|from|at|of|is|was|by|between|and)\s+$
    """,
    ANY_CASE,
)
# "Ages ranging from under 1 to 91", "range in age from 4 to 91"
_AGE_RANGE_BEFORE = Guarded(
    r"""
    \b(?:aged|ages?)\s+(?:rang(?:e[sd]?|ing)\s+)?(?:from|between)\s+
    (?:(?:less\s+than|under|about|over|as\s+young\s+as)\s+)?$
    """,
    ANY_CASE,
)
# "Among the dead he named were Mariam Abakar, seven, and her brother Idris, four."
_NAMED_PERSON_BEFORE = Guarded(
    r"""
    \b(?i: nam(?:ed|es|ing) | identified | brothers? | sisters? | sons? | daughters? | mother
        | father | cousins? | twins? | siblings? | nephew | niece | husband | wife )\b
    [^.;:\n]{0,60}?
    (?<![\w’'-])[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2},\s+$
    """,
    AS_WRITTEN,
)
_AGE_OF_NAMED_ENDS = re.compile(
    r"(?:,\s+(?:and|who|of|from|is|was|has|had|died|both)\b|,?\s+and\b|[.;)])"
)
# "One of them, 26, had won a lawsuit"
_ONE_OF_THEM_BEFORE = Guarded(
    r"\b(?:one|another|the\s+(?:other|eldest|youngest|oldest|elder|younger))"
    r"(?:\s+of\s+(?:them|whom|the\s+[a-z]+))?,\s+$",
    ANY_CASE,
)
# "The 8.15 express"
_CLOCK_OF_TRAIN = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_TRAIN_AFTER = re.compile(r"\s+(?:[a-z-]+\s+)?(?:express|train|service|flight|ferry|bus|tram)\b")
_LATER_OF_SEVERAL_AGES = Guarded(
    rf"""
    \baged\s+{_YEARS}(?:,\s+{_YEARS})*,?\s+(?:and|to)\s+$   # aged 12 and 14
    | \b{_SIBLINGS},\s+\d{{1,2}}(?:\s+and\s+|,\s+)$            # his sons, 9 and 11
    """,
    ANY_CASE,
)
_SIBLINGS_BEFORE = Guarded(rf"\b{_SIBLINGS},\s+$", ANY_CASE)
_SECOND_AGE_AFTER = re.compile(r"(?:\s+and|,)\s+\d{1,2}\b(?!,?\d)")
_RELATIVE_BEFORE = Guarded(rf"\b{_ONE_RELATIVE},\s+$", ANY_CASE)
_COMMA_AFTER = re.compile(r",\s")
_NOUN_AFTER = re.compile(
    r"""
    \s+ (?!(?:was|is|has|does|as|his|its|this)\b) (?:\w+\s+)?
    (?: others? | more | men | women | children | people | police | [a-z]{2,}s )\b
    """,
    ANY_CASE,
)
_NAME_BEFORE = Guarded(
    r"""
    [A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*,\s*$   # Omar Deeb, 42
    | [A-Z][\w'’-]+\s\($                      # Deeb (42
    | \b(?:boy|girl|man|woman|son|daughter),\s*$
    """,
    AS_WRITTEN,
)
# "The two governments" points back to those that were named, and counts nothing new
_LARGEST_PAIR = 3
_PARTICLE_BEFORE = Guarded(r"\b[A-Z][\w’'-]+\s(?:du|del|de|do|da|dei|des|della)\s+$", AS_WRITTEN)
_CAPITAL_AFTER = re.compile(r"\s(?:de\s)?[A-Z]\w+")
_BACK_BEFORE = Guarded(r"\b(?:the|these|those|its|their|between)\s+$", ANY_CASE)
_NAMED_PAIR_AFTER = re.compile(
    r"""
    \s+(?:[A-Z][\w-]+\s+){0,2}(?:neighbou?ring\s+|rival\s+|warring\s+|main\s+)?
    (?: governments? | countries | nations | states | sides | neighbou?rs | armies | militaries
      | parties | capitals | powers | rivals | leaders | presidents | ministers | companies | firms
      | teams | candidates )\b
    """,
    AS_WRITTEN,
)
# "A third worker, 51, is missing", "Teacher, 34, dies after fall", "Student, 19, becomes victim"
_ONE_PERSON_BEFORE = re.compile(r"\b(?P<noun>[a-z]{3,}),\s+$", ANY_CASE)
# "a conductor, 49, and": what somebody does for a living, and no thing with such an ending
_THINGS_IN_ER = (
    r"number|quarter|order|letter|paper|water|power|tower|winter|summer|river|border|corner"
    r"|chapter|cluster|trailer|container|tanker|reactor|sector|factor|motor|tractor|list|plant"
    r"|restaurant"
)
_OCCUPATION_BEFORE = re.compile(
    rf"\b(?:an?|another)\s+(?:[\w-]+\s+){{0,2}}?(?!(?:{_THINGS_IN_ER})\b)"
    r"[a-z]{3,}(?:er|or|ist|ian|ant|eer),\s+$",
    ANY_CASE,
)
_YOUNG = frozenset(
    "girl boy child baby infant toddler son daughter brother sister teen teenager pupil".split()
)
_LINE_ENDS = re.compile(r"\s*(?:$|[\n|–—])")
_AGE_ENDS = re.compile(r",\s+[a-z]+\b")
_ASIDE_ENDS = re.compile(
    r",\s*(?:who|of|from|a|an|was|were|died|said|and|has|had|is|told)\b | ,\s*$ | \)", AS_WRITTEN
)

_OUT_OF = r"(?: (?:out\s+of|in)\s+(?:every\s+)? | of\s+every\s+ )"
_IN_HOW_MANY = re.compile(
    # "12 in 2022" is a count in a year
    rf"\s+ (?!in\s+(?:19|20)\d\d\b) {_OUT_OF} (?P<other>{_SMALL_NUMBER})\b (?!\s*,|[-/])",
    ANY_CASE,
)
_HOW_MANY_IN = Guarded(rf"\b(?P<other>{_SMALL_NUMBER})\s+ {_OUT_OF} $", ANY_CASE)
_UP_TO_TEN = "one two three four five six seven eight nine ten".split()
_PER_BEFORE = Guarded(r"\bper\s+$", ANY_CASE)
_FRACTION_AFTER = re.compile(
    r"[\s-](?:thirds?|quarters?|fifths?|sixths?|tenths?|halves)\b", ANY_CASE
)

HARM_BEFORE = Guarded(
    r"""
    \b(?:kill|injur|wound|left|leav|displac|captur|hurt|claim|rescu|evacuat)\w*\s+
    (?:and\s+\w+ing\s+)?$
    """,
    ANY_CASE,
)
_NO_COUNT_BEFORE_ONE = Guarded(
    r"""
    \b(?:no|any|every|each|some|this|that|which|what|the|number|day|as|not|first|last|next|good|
    bad|new|old|big|great|right|wrong|is|was|be|square|loved|to)\s+$
    """,
    ANY_CASE,
)
_NO_COUNT_AFTER_ONE = re.compile(
    r"""
    [\s-]+ (?:of|another|day|point|time|year|month|week|thing|way|side|hand|such|can|could|must|
    should|would|may|might|or\s+two|more\s+time|who|is|has|whose|that|which|on|by|to|in|at|end|
    reason|example|and|another['’]s|morning|night|evening)\b
    | ['’]s | [.,;:!?)\"”] | $ | -
    """,
    ANY_CASE,
)

_BOEING_MODEL = re.compile(r"7[0-8]7s?")
_MAX_AFTER = re.compile(r"[\s-](?:MAX|Max|Dreamliner)\b", AS_WRITTEN)
_PLACE_BEFORE = Guarded(r"\b\d+\s+of\s+$", AS_WRITTEN)
_PICTURES_AFTER = re.compile(r"\s+(?:photos?|slides?|images?|pictures?)\b", ANY_CASE)

_YEAR = re.compile(r"(?:1[89]\d\d|20\d\d)")
_YEAR_BEFORE = Guarded(
    r"""
    \b(?:in|since|of|until|till|by|from|during|before|after|early|late|mid|year|and|to|spring|
    summer|autumn|fall|winter|ramadan|the|for|between)[\s-]+$
    """,
    ANY_CASE,
)
# "Making the real number 1,900": no name, as "number 12" is
_REAL_BEFORE = Guarded(r"\b(?:real|true|actual|total|overall)\s+number\s+$", ANY_CASE)
# "The true figure is 1900", "the job cuts are really closer to 2000"
_STATED_BEFORE = Guarded(
    r"""
    \b(?: (?:number|figure|total|count|tally|toll|turnout|attendance)\s+(?:is|was|stands\s+at)
        (?:\s+(?:really|actually|now|nearer|about|around|roughly|almost|nearly|over))?
      | (?:closer|nearer)\s+to )\s+$
    """,
    ANY_CASE,
)
# "In 2012 rebels", "the quake of 2024 such deaths"; not "a crowd of 2014 people"
_YEAR_ALWAYS_BEFORE = Guarded(
    r"""
    \b(?: in | since | until | till | during
      | (?: quake | earthquake | war | flood | floods | storm | hurricane | typhoon | cyclone | fire
          | fires | crash | crisis | disaster | drought | famine | epidemic | pandemic | attack
          | attacks | bombing | massacre | coup | revolution | uprising | election | elections
          | summer | winter | spring | autumn | season | budget | law | act | treaty ) \s+ of )\s+$
    """,
    ANY_CASE,
)
# "The 2012 terrorist attacks"
_DEFINITE_BEFORE = Guarded(r"\b(?:the|its|their|his|her|these|those)\s+$", ANY_CASE)
_EVENTS_AFTER = re.compile(
    r"""
    \s+(?:[a-z-]+\s+){0,2}?
    (?: attacks? | bombings? | shootings? | killings? | murders? | massacres? | elections? | riots?
      | protests? | floods? | fires? | wildfires? | games | olympics | talks | hearings? | raids?
      | riots | strikes | clashes | wars? | rules | guidelines | accords? | cuts | reforms )\b
    """,
    ANY_CASE,
)
# "Convicted over 1981 massacre": one such event, so no number of them
_ONE_EVENT_AFTER = re.compile(
    r"""
    \s+(?:[a-z-]+\s+)?
    (?: attack | bombing | shooting | killing | murder | massacre | election | riot | protest
      | flood | fire | wildfire | raid | war | genocide | coup | invasion | revolution | uprising
      | crash | earthquake | tsunami | hurricane | famine | referendum | treaty | accord
      | budget )\b
    (?!\s+(?:victims|survivors|deaths|dead|workers|officials|observers|veterans|casualties)\b)
    """,
    ANY_CASE,
)
_YEAR_AFTER = re.compile(r"\s*(?: [.,;:()\"'”–] | $ | \w+\s+(?!of\b) )", AS_WRITTEN)
# "Below 2005 levels": a year, whatever qualifies it
_LEVELS_AFTER = re.compile(
    r"\s+(?:levels?|baselines?|emissions|totals?|rates|figures|standards|prices"
    r"|record|elections?)\b"
)
_EMERGENCY = ("911", "999", "112", "110", "101", "311", "000")
_CALL_BEFORE = Guarded(
    r"\b(?:call(?:s|ed|ing)?|dial(?:s|led|ed|ling|ing)?|phone[sd]?|ring|rang)\s+$", ANY_CASE
)
_CALL_AFTER = re.compile(
    r"\s+(?:calls?|callers?|dispatch\w*|operators?|emergency|lines?|hotline|centres?|centers?)\b",
    ANY_CASE,
)
_FIGURES_AFTER = re.compile(r"[\s-]figures?\b(?!\s+(?:from|of|in|for|on|show))", ANY_CASE)
_MOST_DIGITS = range(4, 10)
_ASKED_BEFORE = Guarded(
    r"\b(?:(?:poll|survey|sample|panel)\s+of|polled|surveyed|interviewed|questioned|asked)\s+$",
    ANY_CASE,
)
_PLURAL_AFTER = re.compile(r"\s+(?:[a-z]+\s+){0,2}?[a-z]{2,}(?<![su])s\b")
_DAY_BEFORE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?,?\s+$")
_CODE = re.compile(r"0\d+|\d{7,}")

_CLOCK_BEFORE = Guarded(
    r"""
    (?<!stands[ ]) (?<!stood[ ]) (?<!put[ ]) (?<!estimated[ ]) (?<!remains[ ]) (?<!toll[ ])
    \bat\s+(?:about\s+|around\s+)?$
    """,
    ANY_CASE,
)
# "18.10 - Thirty-seven bodies", "9.15pm Police say"
_HOUR_AND_MINUTE = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_AFTER_TIME_OF_ENTRY = re.compile(
    r"\s?(?:[apAP]\.?[mM]\b|(?:GMT|BST|CET|EST|UTC)\b|\s?[-–—:]\s*[“\"'‘]?[A-Z])"
)
_BULLETS = " \t*•·-–[("
_LONGEST_BULLET = 4
_TOTAL_BEFORE = Guarded(
    r"""
    \b(?:toll|number|figure|total|count|tally)\b (?:\s+[^\W\d][\w’'-]*){0,4}?
    \s+at\s+(?:about\s+|around\s+)?$
    """,
    ANY_CASE,
)
# "At nine the dead were still being carried out"
_HOUR_ENDS = re.compile(
    r"\s+(?:the|they|he|she|we|it|when|on\s+\w+day|in\s+the|this|that|yesterday|sharp)\b",
    ANY_CASE,
)
# "The army put the dead at 12": no hour
_PUT_BEFORE = Guarded(
    r"""
    \b(?:put|puts|putting|placed|places|estimate[sd]?|estimating)\s+
    (?:the\s+)?(?:[^\W\d][\w’'-]*\s+){0,3}?
    (?:dead|wounded|injured|missing|casualties|fatalities|deaths|losses|homeless|arrests)
    \s+at\s+(?:about\s+|around\s+)?$
    """,
    ANY_CASE,
)

_SCORE_BEFORE = re.compile(
    r"""
    \b(?:won|win|beat|lost|lose|loss|drew|draw|victory|defeat\w*|score\w*|leads?|led|vote\w*|
    ruling|ruled|tied|tie|match|game|set)\b [^.;]{0,40}$
    """,
    ANY_CASE,
)
_FROM_BEFORE = re.compile(r"\bfrom\s+$", ANY_CASE)
# "Councillors voted 31 to 13", "by a vote of 220 to 205"
_VOTE_BEFORE = re.compile(
    r"\b(?:voted(?:\s+by)?|votes?\s+(?:was|of)"
    r"|passed\s+(?:it\s+|the\s+\w+\s+)?by|majority\s+of)\s+$",
    ANY_CASE,
)
_TO_BETWEEN = re.compile(r"\d\s+to\s+\d", ANY_CASE)
_VOTED_BEFORE = re.compile(r"\b(?:voted(?:\s+by)?|votes?\s+(?:was|of))\s+$", ANY_CASE)
# "Senate passes bill to cap costs, 58-41", "lawmakers approved the budget by 212 to 198"
_DECIDED_BEFORE = re.compile(
    r"""
    \b(?:Senate|House|Commons|Lords|Congress|Parliament|Knesset|Duma|Bundestag|Assembly|Legislature
      |parliament|senators|lawmakers|legislators|MPs|deputies|councillors|councilors|council
      |commissioners|committee|assembly|legislature|chamber|Senators|Lawmakers|Legislators|Deputies
      |Councillors|Council|bill|measure|motion|amendment|resolution)\b(?!\s+[A-Z])
    [^.;:\n]{0,80}?
    \b(?:pass(?:es|ed)?|approv(?:es?|ed)|back(?:s|ed)?|reject(?:s|ed)?|adopt(?:s|ed)?
      |ratif(?:ies|ied)|confirm(?:s|ed)?|defeat(?:s|ed)?|votes?|voted)\b
    (?:(?!\b(?:won|wins?|lost|lose|beats?|drew|draw|match|game|goals?|score[ds]?)\b)[^.;:\n\d])
    {0,70}?
    (?:,\s+|\s+(?:by|on\s+a)\s+
      |(?<!\bages)(?<!\baged)(?<!\bchildren)(?<!\bkids)(?<!\bpages)(?<!\bgrades)(?<!\bsections)
       (?<!\bfor)(?<!\bof)(?<!\bto)(?<!\bfrom)(?<!\bbetween)(?<!\bcut)(?<!\babout)(?<!\bin)\s+)$
    """,
    AS_WRITTEN,
)
# "…, 58-41", "… 212-198 late on Monday"; not "12-15 jobs"
_AFTER_DECISION = re.compile(
    r"\s*(?:[.,;:)”\"\n]|$|(?:on|in|late|early|after|along|with|to|against|amid|following|despite"
    r"|as|last|this|yesterday|today|[A-Z][a-z]+day)\b)"
)
_REACH_OF_DECISION = 170  # characters
# "Councillors voted 3-2", "in a 7-2 party-line vote"
_DASH_BETWEEN = re.compile(r"(?<![\w.,–-])\d{1,3}[-–]\d{1,3}(?![\w–-])")
_VOTE_AFTER = re.compile(r"\s+(?:[a-z-]+\s+)?votes?\b", ANY_CASE)
_SCORE_AFTER = re.compile(
    r"""
    \s*(?:-\s*)?
    (?:win|victory|defeat|draw|loss|lead|vote|ruling|decision|majority|score|tie|split|record|
    home|away)\b
    """,
    ANY_CASE,
)


_LONGEST_MONTH = 20  # characters, with what may stand between month and day


@lru_cache(maxsize=1)
def _month_before() -> Guarded:
    month = alternatives(quantifier_lists()["month"]["words"])
    return Guarded(rf"\b(?:{month})\.?,?\s+(?:the\s+)?$", ANY_CASE)


@lru_cache(maxsize=1)
def _named_date_before() -> Guarded:
    month = alternatives(quantifier_lists()["month"]["words"])
    return Guarded(rf"\b(?:on|the)\s+(?:{month})\.?\s+$", ANY_CASE)


# "Sept. 11 victims": nobody shortens a month before a count
_SHORTENED_MONTH_BEFORE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s+$", AS_WRITTEN
)


@lru_cache(maxsize=1)
def _month_after() -> re.Pattern[str]:
    month = alternatives(quantifier_lists()["month"]["words"])
    pattern = rf"""
        \s*(?:st|nd|rd|th)?(?:\s+of)?[\s-](?:{month})\b
        (?! \s+(?:have|be|not|also)\b )   # "15 may have died"
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _label_before() -> Guarded:
    label = alternatives(quantifier_lists()["label"]["words"])
    return Guarded(rf"(?: (?<![\w-])(?:{label})[\s-]* | \#\s* | \+ )$", ANY_CASE)


@lru_cache(maxsize=1)
def _no_count_after() -> re.Pattern[str]:
    """Return the pattern of words that make a number a time, a rank or a factor: "5 p.m."."""
    words = alternatives(quantifier_lists()["no_count"]["words"])
    adjective = one_of("more straight consecutive full whole further successive additional")
    return re.compile(rf"(?:\s|-)?\s* (?:{adjective}\s+)* (?:{words}) (?![\w])", ANY_CASE)


@dataclass(frozen=True)
class _Candidate:
    """A number in its text, with what several rules ask about it."""

    text: str
    start: int
    end: int
    value: float
    in_digits: bool

    @cached_property
    def before(self) -> str:
        return self.text[max(0, self.start - CHARACTERS_BEFORE) : self.start]

    @cached_property
    def folded_before(self) -> str:
        return self.before.casefold()

    @cached_property
    def characters(self) -> str:
        return self.text[self.start : self.end]

    @cached_property
    def before_people(self) -> bool:
        return _FOLLOWED_BY_PEOPLE.match(self.text, self.end) is not None

    def is_followed_by(self, pattern: re.Pattern[str]) -> bool:
        return pattern.match(self.text, self.end) is not None

    def is_preceded_by(self, pattern: Guarded) -> bool:
        return pattern.search(self.before, self.folded_before) is not None


def follows_month(text: str, start: int) -> bool:
    """
    Return whether a month comes right before a number, which is then a day or a year.

    Examples
    --------
    >>> follows_month("ORRA, March 2 - Nineteen people died.", 12)
    True
    """
    return _month_before().search(text[max(0, start - _LONGEST_MONTH) : start]) is not None


def is_time_of_entry(text: str, start: int, end: int) -> bool:
    """
    Return whether a number is the time of an entry of a live page.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.

    Examples
    --------
    >>> is_time_of_entry("18.10 - Thirty-seven bodies were found.", 0, 5)
    True
    >>> is_time_of_entry("Growth was 18.10 - a record.", 11, 16)
    False
    """
    if _HOUR_AND_MINUTE.fullmatch(text, start, end) is None:
        return False
    line = text.rfind("\n", 0, start) + 1
    starts_line = start - line <= _LONGEST_BULLET and not text[line:start].strip(_BULLETS)
    return starts_line and _AFTER_TIME_OF_ENTRY.match(text, end) is not None


def counts_nothing(
    text: str,
    start: int,
    end: int,
    value: float,
    in_digits: bool,
) -> bool:
    """
    Return whether a count is none, but a date, a time, an age, a name, a fraction or a score.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.
    value : float
    in_digits : bool
        Whether the number is written in digits, as years, times and road numbers are.

    Returns
    -------
    bool
    """
    number = _Candidate(text, start, end, value, in_digits)
    if any(rule(number) for rule in _RULES_FOR_ALL):
        return True
    if number.is_preceded_by(_label_before()) and not number.is_preceded_by(_REAL_BEFORE):
        return _is_named_by_label(number)
    if _is_one_outside_harm(number):
        return _is_pronoun(number)
    if _is_year_of_date(number) or _is_year_before_people(number):
        return True
    if in_digits and _is_day_of_named_date(number):
        return True
    if not in_digits or number.before_people:
        return False
    return any(rule(number) for rule in _RULES_FOR_DIGITS)


def _points_back(number: _Candidate) -> bool:
    """Return whether the number is that of those already named: "the two governments"."""
    if number.in_digits or number.value > _LARGEST_PAIR:
        return False
    return number.is_preceded_by(_BACK_BEFORE) and number.is_followed_by(_NAMED_PAIR_AFTER)


def _is_in_foreign_name(number: _Candidate) -> bool:
    """Return whether a number is in a name of another language: "the Stade du 3 Avril"."""
    return number.is_preceded_by(_PARTICLE_BEFORE) and number.is_followed_by(_CAPITAL_AFTER)


def _is_size_of_pay(number: _Candidate) -> bool:
    """Return whether a number says how many digits a sum has: "he earns six figures"."""
    is_size = not number.in_digits and number.value in _MOST_DIGITS
    return is_size and number.is_followed_by(_FIGURES_AFTER)


def _is_zero(number: _Candidate) -> bool:
    return number.value == 0


def _is_attached(number: _Candidate) -> bool:
    """Return whether other signs or letters touch the digits: "10:30", "12-year", "B-52"."""
    return number.is_preceded_by(_ATTACHED_BEFORE) or number.is_followed_by(_ATTACHED_AFTER)


def _is_age(number: _Candidate) -> bool:
    """Return whether "years old" or the like follows."""
    return number.is_followed_by(_AGE_AFTER)


def _is_time_rank_or_factor(number: _Candidate) -> bool:
    return number.is_followed_by(_no_count_after())


def _is_fraction(number: _Candidate) -> bool:
    """Return whether the number is the upper part of "two thirds"."""
    return number.is_followed_by(_FRACTION_AFTER)


def _is_model_of_aircraft(number: _Candidate) -> bool:
    """Return whether the number is the name of an aircraft that the text calls a Boeing."""
    if not _BOEING_MODEL.fullmatch(number.characters):
        return False
    return "Boeing" in number.text or number.is_followed_by(_MAX_AFTER)


def _is_place_in_gallery(number: _Candidate) -> bool:
    """Return whether the number counts the pictures of a page: "9 of 15 Photos:"."""
    return number.is_preceded_by(_PLACE_BEFORE) and number.is_followed_by(_PICTURES_AFTER)


def _is_age_of_person(number: _Candidate) -> bool:
    """Return whether the number is an age as in "a boy of 12" or "children under 14"."""
    if number.value >= OLDEST_AGE or number.before_people:
        return False
    if number.is_preceded_by(_UNDER_AGE) and not number.is_followed_by(_UNIT_OR_NOUN_AFTER):
        return True
    is_alone = not number.is_followed_by(_NOUN_AFTER)
    if is_alone and (
        number.is_preceded_by(_OLDEST_BEFORE) or number.is_preceded_by(_BELIEVED_TO_BE)
    ):
        return True
    return number.is_preceded_by(_PERSON_OF_AGE) or number.is_preceded_by(_PARENT_BEFORE)


def _is_time_of_train(number: _Candidate) -> bool:
    """Return whether the number is the time by which a train is called: "the 8.15 express"."""
    is_clock = _CLOCK_OF_TRAIN.fullmatch(number.characters) is not None
    return is_clock and number.is_followed_by(_TRAIN_AFTER)


def _is_age_limit(number: _Candidate) -> bool:
    """Return whether the number is an age that a law, a mean or a range tells: "the age of 67"."""
    if number.is_preceded_by(_AGE_RANGE_BEFORE):
        return True
    if number.value >= OLDEST_AGE or number.is_followed_by(_UNIT_OR_NOUN_AFTER):
        return False
    return number.is_preceded_by(_AGE_LIMIT_BEFORE)


def _is_age_between_commas(number: _Candidate) -> bool:
    """Return whether the number is an age as in "the boy, six," or "his sons, 9 and 11,"."""
    if number.value >= OLDEST_AGE or number.is_followed_by(_NOUN_AFTER):
        return False
    if number.is_preceded_by(_LATER_OF_SEVERAL_AGES):
        return True
    if number.is_preceded_by(_SIBLINGS_BEFORE) and number.is_followed_by(_SECOND_AGE_AFTER):
        return True
    if number.is_preceded_by(_NAMED_PERSON_BEFORE) and number.is_followed_by(_AGE_OF_NAMED_ENDS):
        return True
    is_one = number.is_preceded_by(_RELATIVE_BEFORE) or number.is_preceded_by(_ONE_OF_THEM_BEFORE)
    return is_one and number.is_followed_by(_COMMA_AFTER)


def _is_age_after_person(number: _Candidate) -> bool:
    """Return whether the number is an age as in "a third worker, 51, is missing"."""
    if not number.in_digits or not YOUNGEST_ADULT <= number.value < OLDEST_AGE:
        return False
    person = _ONE_PERSON_BEFORE.search(number.before)
    if person is None or not number.is_followed_by(_AGE_ENDS):
        return False
    if _OCCUPATION_BEFORE.search(number.before):
        return True
    return _is_one_person(person["noun"].lower())


def _is_one_person(noun: str) -> bool:
    persons = quantifier_lists()["persons"]["words"]
    return noun not in persons and f"{noun}s" in persons


def _is_age_at_line_end(number: _Candidate) -> bool:
    """Return whether the number is an age as in the headline "Man held in killing of girl, 10"."""
    if number.value >= OLDEST_AGE or not number.is_followed_by(_LINE_ENDS):
        return False
    person = _ONE_PERSON_BEFORE.search(number.before)
    if person is None:
        return False
    noun = person["noun"].lower()
    if number.value < YOUNGEST_ADULT and noun not in _YOUNG:
        return False  # "Blast kills soldier, 12"
    return _is_one_person(noun)


def _is_hour_in_words(number: _Candidate) -> bool:
    """Return whether the number is an hour: "at nine the square was empty"."""
    if number.in_digits or number.value > HOURS or not number.is_preceded_by(_CLOCK_BEFORE):
        return False
    if number.is_preceded_by(_TOTAL_BEFORE) or number.is_preceded_by(_PUT_BEFORE):
        return False
    return number.is_followed_by(_HOUR_ENDS)


def _is_base_of_rate(number: _Candidate) -> bool:
    """Return whether the number is what a rate is per: "25 deaths per 100,000 people"."""
    return number.is_preceded_by(_PER_BEFORE)


def _is_ratio(number: _Candidate) -> bool:
    """Return whether the number is either part of "one in five" or "three out of every ten"."""
    whole = _IN_HOW_MANY.match(number.text, number.end)
    if whole is not None:
        return number.value <= _small_number(whole)  # not "626 in 22 states"
    part = _HOW_MANY_IN.search(number.before, number.folded_before)
    return part is not None and _small_number(part) <= number.value


def _small_number(found: re.Match[str]) -> int:
    words = found["other"].lower()
    return _UP_TO_TEN.index(words) + 1 if words in _UP_TO_TEN else int(words)


_RULES_FOR_ALL = (
    _points_back,
    _is_size_of_pay,
    _is_zero,
    _is_attached,
    _is_age,
    _is_time_rank_or_factor,
    _is_fraction,
    _is_model_of_aircraft,
    _is_in_foreign_name,
    _is_place_in_gallery,
    _is_age_of_person,
    _is_age_limit,
    _is_time_of_train,
    _is_age_between_commas,
    _is_age_after_person,
    _is_age_at_line_end,
    _is_hour_in_words,
    _is_ratio,
    _is_base_of_rate,
)


def _is_named_by_label(number: _Candidate) -> bool:
    """Return whether a label before the number makes it a name: "Route 66"."""
    if not number.before_people:
        return True
    if number.is_preceded_by(_SCHOOL_YEAR_BEFORE) and number.value <= _LAST_SCHOOL_YEAR:
        return number.is_followed_by(_PUPILS_AFTER)
    # even before people: "aged 12 children", "the 7th Brigade soldiers"
    labels_before_people = ("aged", "age", "brigade", "division", "battalion", "grade")
    return number.before.rstrip().lower().endswith(labels_before_people)


def _is_one_outside_harm(number: _Candidate) -> bool:
    """Return whether the number is "one", not right after a verb of harm ("killed one")."""
    return number.characters.lower() == "one" and not number.is_preceded_by(HARM_BEFORE)


def _is_pronoun(number: _Candidate) -> bool:
    """Return whether "one" is a pronoun or part of a phrase: "no one", "one of them", "one day"."""
    if number.is_preceded_by(_NO_COUNT_BEFORE_ONE):
        return True
    return number.is_followed_by(_NO_COUNT_AFTER_ONE)


def _is_sample(number: _Candidate) -> bool:
    """Return whether a number counts those whom a poll asked: "a poll of 2047 voters"."""
    return number.is_preceded_by(_ASKED_BEFORE) and number.is_followed_by(_PLURAL_AFTER)


def _is_year_before_people(number: _Candidate) -> bool:
    """Return whether "2012" in "in 2012 rebels fled" is a year: 2,012 rebels have a comma."""
    is_round = number.value % 100 == 0
    if _YEAR.fullmatch(number.characters) is None or is_round or _is_sample(number):
        return False
    if number.is_preceded_by(_YEAR_ALWAYS_BEFORE):
        return True
    if number.is_followed_by(_ONE_EVENT_AFTER):
        return True
    return number.is_preceded_by(_DEFINITE_BEFORE) and number.is_followed_by(_EVENTS_AFTER)


def _is_year_of_date(number: _Candidate) -> bool:
    """Return whether the number is the year of "May 2014"; round numbers of people are not."""
    if not _YEAR.fullmatch(number.characters):
        return False
    if number.is_preceded_by(_month_before()):
        return True
    is_round_number_of_people = number.before_people and number.value % 100 == 0
    return _has_date_before(number) and not is_round_number_of_people


def _has_date_before(number: _Candidate) -> bool:
    """Return whether a month and a day come before the number: "May 5, "."""
    day = _DAY_BEFORE.search(number.before)
    if day is None:
        return False
    return _month_before().search(number.before[: day.start()]) is not None


def _is_day_of_named_date(number: _Candidate) -> bool:
    """Return whether it is a day though people come next: "the September 11 terrorist attacks"."""
    if number.value > 31:
        return False
    if number.is_preceded_by(_named_date_before()):
        return True
    return _SHORTENED_MONTH_BEFORE.search(number.before) is not None


def _is_day_of_month(number: _Candidate) -> bool:
    if number.value > 31:
        return False
    return number.is_preceded_by(_month_before()) or number.is_followed_by(_month_after())


def _is_stated_age(number: _Candidate) -> bool:
    """Return whether the number is an age as in "she was 12" or "died at 80"."""
    if number.value >= OLDEST_EVER or number.is_followed_by(_UNIT_OR_NOUN_AFTER):
        return False
    return number.is_preceded_by(_AGE_STATED_BEFORE)


def _is_age_after_name(number: _Candidate) -> bool:
    """Return whether the number is an age as in "Omar Deeb, 42, said"."""
    if number.value >= OLDEST_AGE or not number.is_preceded_by(_NAME_BEFORE):
        return False
    after = number.text[number.end : number.end + 12]
    return _ASIDE_ENDS.match(after) is not None


def _is_time_of_entry(number: _Candidate) -> bool:
    return is_time_of_entry(number.text, number.start, number.end)


def _is_time_of_day(number: _Candidate) -> bool:
    """Return whether the number is a time as in "at 0930"; not in "the toll stood at 5"."""
    if not number.is_preceded_by(_CLOCK_BEFORE):
        return False
    if number.is_preceded_by(_TOTAL_BEFORE) or number.is_preceded_by(_PUT_BEFORE):
        return False
    has_four_digits = len(number.characters) == 4 and number.characters.isdigit()
    return has_four_digits or number.value <= HOURS


def _is_code(number: _Candidate) -> bool:
    """Return whether the number starts with 0 or has seven digits or more, or is one to call."""
    if _CODE.fullmatch(number.characters) is not None:
        return True
    if number.characters not in _EMERGENCY:
        return False
    return number.is_preceded_by(_CALL_BEFORE) or number.is_followed_by(_CALL_AFTER)


def _is_year(number: _Candidate) -> bool:
    """Return whether the number is a year: "2005 levels", but not "2000 houses"."""
    if not _YEAR.fullmatch(number.characters):
        return False
    if _is_sample(number) or number.is_preceded_by(_STATED_BEFORE):
        return False
    if number.is_preceded_by(_YEAR_BEFORE) or number.is_followed_by(_LEVELS_AFTER):
        return True
    if number.value % 100 != 0:
        qualifier = qualifier_of(number.text, number.start, number.end)
        if qualifier.name is None:
            return True
    after = number.text[number.end : number.end + 40]
    return _YEAR_AFTER.match(after[:20]) is not None and _PLURAL_AFTER.match(after) is None


def _is_house_number(number: _Candidate) -> bool:
    """Return whether the number is that of a house: "14 Elm Street"."""
    return is_house_number(number.text, number.start, number.end)


_RULES_FOR_DIGITS = (
    _is_house_number,
    _is_day_of_month,
    _is_stated_age,
    _is_age_after_name,
    _is_time_of_day,
    _is_time_of_entry,
    _is_code,
    _is_year,
)


def is_vote(text: str, start: int, end: int) -> bool:
    """
    Return whether "31 to 13" or "3-2" counts the votes for and against something.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of both numbers together.

    Returns
    -------
    bool
        False of a poll ("voters chose her 45 to 40") and of games.
    """
    before = text[max(0, start - CHARACTERS_BEFORE) : start]
    if _DASH_BETWEEN.search(text, start, end) is not None:
        is_named = _VOTE_AFTER.match(text, end) or _VOTED_BEFORE.search(before)
        return is_named is not None or _was_decided(text, start, end)
    if _TO_BETWEEN.search(text, start, end) is None:
        return False
    return _VOTE_BEFORE.search(before) is not None or _was_decided(text, start, end)


def _was_decided(text: str, start: int, end: int) -> bool:
    """Return whether a body that votes decides something before two numbers without a noun."""
    if _AFTER_DECISION.match(text, end) is None:
        return False
    return _DECIDED_BEFORE.search(text[max(0, start - _REACH_OF_DECISION) : start]) is not None


def with_dashes_in_votes(text: str) -> str:
    """
    Return a text in which a dash stands for the hyphen of a vote.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        As long as ``text``. After a hyphen no number begins, but "voted 3-2" has two.
    """
    return _DASH_BETWEEN.sub(lambda match: _dashed(text, match), text)


def _dashed(text: str, match: re.Match[str]) -> str:
    is_of_vote = is_vote(text, *match.span())
    return match[0].replace("-", "–") if is_of_vote else match[0]


def is_score(text: str, start: int, end: int) -> bool:
    """
    Return whether "3-2" or "13 to 2" is the result of a match or a vote.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of both numbers together.

    Returns
    -------
    bool
    """
    before = text[max(0, start - CHARACTERS_BEFORE) : start]
    if _FROM_BEFORE.search(before) or text[start : start + 5].lower() == "from ":
        return False  # "her lead fell from 37 to 14 votes"
    if _SCORE_BEFORE.search(before):
        return True
    return _SCORE_AFTER.match(text, end) is not None
