"""
Tell what kind of count a number is: a limit, the sample of a poll, an expectation, patients.

In: a sentence and a number in it. Out: truth values, and the kind of place where people came
together, or their strike. By noun and value such numbers look like those of the thing itself: the
permitted 62,500 like the 61,204 who came, and 87 in hospital like 212 cases.
"""

import re

from analysis.core.calendar_words import WEEKDAY

__all__ = ["kind_of_count"]

_QUALIFIER = (
    r"(?:(?:about|around|roughly|almost|exactly|some|only|just|(?:more|less|fewer)\s+than"
    r"|at\s+least|nearly|over|a\s+total\s+of)\s+)?"
)
_LIMIT_BEFORE = re.compile(
    r"\b(?:(?:the|than)\s+(?:permitted|allowed|licen[cs]ed)|capacity(?:\s+(?:of|is|was))?"
    r"|limit(?:ed)?(?:\s+(?:of|to|is|was|at))?|maximum(?:\s+of)?|ceiling\s+of|cap\s+of"
    # "Kazakhstan may allow the culling of 800,000 antelopes", "a quota of 300 wolves"
    r"|(?:may|might|could|will|would|to)\s+(?:allow|permit|authori[sz]e)\s+(?:the\s+)?"
    r"(?:cull|hunt|kill|shoot|export|import|sale|catch|harvest)\w*\s+of|quotas?\s+(?:of|at|is|was)"
    # "The speed limit on the curve is 50 miles per hour"
    r"|\b(?:the|a|its|their)\s+(?:[a-z]+\s+)?limit\s+(?:[a-z]+\s+){1,4}(?:is|was|of)"
    r"|(?:that|which|it|stadium|ground|arena|hall|theatre|theater|venue|church|club|bus|ferry"
    r"|boat|plane)\s+(?:holds|seats|accommodates|can\s+(?:hold|seat|accommodate))"
    r"|(?:room|space)\s+for"
    r"|(?:has|have|had|with|offers?)\s+(?:places|beds|berths|bunks|seats|seating)\s+for"
    r"|(?:licen[cs]ed|certified|allowed|permitted|designed|built|cleared)\s+(?:to\s+"
    r"(?:carry|hold|take|seat)|for)"
    r"|(?:made|meant|intended)\s+to\s+(?:carry|hold|seat)"
    # aid can be meant for many too
    r"|(?:stadium|ground|arena|hall|venue|jail|prison|camp|bus|ferry|boat|ship)\s+(?:made|meant"
    r"|intended)\s+for)"
    rf"\s+{_QUALIFIER}$",
    re.IGNORECASE,
)
# "The Stade du 3 Avril holds 12,000 spectators"; "people" are held by an army too
_HOLDS_BEFORE = re.compile(
    rf"\b(?:(?:can\s+)?seats?|(?:can\s+hold|holds))\s+{_QUALIFIER}$", re.IGNORECASE
)
_AUDIENCE_AFTER = re.compile(
    r"\s+(?:spectators?|fans|supporters|worshippers|concertgoers)\b", re.IGNORECASE
)
# "The stadium, which was renovated in 2021, can hold 20,000 people"
_PLACE_HOLDS_BEFORE = re.compile(
    r"\b(?:stadium|arena|ground|hall|theat(?:re|er)|venue|church|mosque|cinema|bus|ferry|boat|ship"
    rf"|plane|train)(?:,[^,.;]+,)?\s+(?:can\s+hold|holds|seats)\s+{_QUALIFIER}$",
    re.IGNORECASE,
)
# "40 passengers above the limit", "a 50-mph speed limit", "50mph zone"
_ABOVE_LIMIT_AFTER = re.compile(
    r"(?:\s+(?!and\b|or\b|seats?\b|states?\b)[\w-]+)?(?:\s+that)?\s+(?:the|it|its|this|that|a)\s+"
    r"(?:[\w-]+\s+){0,2}?"
    r"(?:can|could|(?:was|is)\s+(?:built|designed|made|meant|allowed|licen[cs]ed|able)\s+to)\s+"
    r"(?:hold|seat|carry|accommodate)\b(?!\s+(?:on|out|up|off|back))"
    r"|[\s-]?(?:mph|km/h|kph|kmh|knots?)(?:\s+speed)?\s+(?:limits?|zones?)\b"
    r"|(?:\s+[\w-]+){1,2}?\s+(?:above|over|beyond|more\s+than)\s+(?:the|its|their)\s+"
    r"(?:\w+\s+)?(?:limit|capacity|maximum|allowance)\b",
    re.IGNORECASE,
)
# "Clubs may not lose more than 105 million"
_FORBIDDEN_BEFORE = re.compile(
    r"\b(?:(?:may|must|can|shall|should)\s?not|cannot|no\s+\w+\s+(?:may|can|must))\s+"
    r"(?:[\w-]+\s+){0,4}?(?:more\s+than|exceed(?:ing)?|over|above)\s+\W?$",
    re.IGNORECASE,
)
# "a lead of nearly 400 delegates", "ahead by 12 votes": how far two numbers lie apart
_GAP_BEFORE = re.compile(
    r"\b(?:(?:lead|margin|gap|advantage|edge|majority)\s+of"
    r"|(?:ahead|behind|leads?|leading|led|trail\w*|won|wins?|lost|loses|beat|defeated)\b"
    r"[^.;,\d]{0,40}?"
    rf"\bby)\s+{_QUALIFIER}$",
    re.IGNORECASE,
)
# "held Dorrick for Labour by 451 votes"
_HELD_BEFORE = re.compile(
    r"\b(?:hold|held|tak|took|kept|keep|retain|gain)\w*\b[^.;,\d]{0,50}\bby\s+"
    rf"{_QUALIFIER}$",
    re.IGNORECASE,
)
_VOTES_AFTER = re.compile(r"\s+votes?\b(?!\s+to\b)")
# "defeated by 71 votes to 52"
_RESULT_AFTER = re.compile(r"\s+(?:votes?\s+)?to\s+(?:\d|\w+teen\b|\w+ty\b)", re.IGNORECASE)
# "3.7 million more than Sanders", "71 delegates short of the magic number"
_GAP_AFTER = re.compile(
    r"(?:\s+(?!and\b|or\b)[a-z-]+){0,2}?\s+(?:(?:more|fewer|less)\s+than\s+"
    r"(?:(?:his|her|its|their)\s"
    r"|(?:Mr|Mrs|Ms|Dr)\.\s|[A-Z][a-z])|(?:ahead|short|shy|clear)\s+of\s)"
)
# "the next two contests", "those two opening contests": which of many
_WHICH = r"""(?:(?P<next>next|coming|upcoming)|(?P<first>first|opening|early)
      |(?P<last>last|past|previous|recent|final)|(?P<rest>remaining|other))"""
_WHICH_BEFORE = re.compile(rf"\b{_WHICH}\s+$", re.IGNORECASE | re.VERBOSE)
_WHICH_AFTER = re.compile(rf"\s+{_WHICH}\b", re.IGNORECASE | re.VERBOSE)
# "Six of the past [seven] contests": among how many, not how many
_WINDOW_BEFORE = re.compile(
    r"\b(?:of|in)\s+(?:the|its|his|her|their)\s+(?:past|last|previous|first|next|final)\s+$",
    re.IGNORECASE,
)
# "Since 1972 only three elections", "the third in 40 years"
_OF_YEARS = re.compile(
    r"\b[Ss]ince\s+(?:[A-Z][a-z]+\s+)?(?:1[89]|20)\d\d\b|\bin\s+(?:the\s+(?:last|past)\s+)?"
    r"(?:\d+|[a-z]+)\s+(?:years|decades)\b|\b(?:in|of)\s+(?:modern\s+|its\s+)?history\b",
)
# "a town of about 100,000 people"
_POPULATION_BEFORE = re.compile(
    r"\b(?:(?:towns?|cit(?:y|ies)|villages?|count(?:y|ry|ries)|nations?|states?|islands?|suburbs?"
    r"|districts?|provinces?|regions?|communit(?:y|ies)|municipality)\s+of"
    r"|population\s+(?:of|is|was|at)|home\s+to)\s+"
    rf"{_QUALIFIER}$",
    re.IGNORECASE,
)
# "33.7 million people need help"
_IN_NEED_AFTER = re.compile(
    r"(?:[^.;,]{0,30},[^.;,]{1,60},)?[^.;,]{0,50}"
    r"\b(?:need(?:s|ed|ing)?\s+(?:[\w-]+\s+){0,2}?(?:help|aid|assistance|food|relief|support"
    r"|water|shelter)|in\s+need|(?:go|going|went)\s+hungry|fac(?:e|es|ing)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:hunger|famine|starvation))\b",
    re.IGNORECASE,
)
_SAMPLE_BEFORE = re.compile(
    r"\b(?:asked|surveyed|polled|interviewed|questioned|sample\s+(?:of|was)"
    rf"|(?:survey|poll)\s+of)\s+{_QUALIFIER}$",
    re.IGNORECASE,
)
# The police question people too, and ask them to leave.
_POLL = re.compile(
    r"\b(?:polls?|polled|polling|pollsters?|surveys?|surveyed|respondents|samples?|researchers?"
    r"|institute|by\s+(?:tele)?phone|online|face\s+to\s+face|margin\s+of\s+error)\b",
    re.IGNORECASE,
)
_EXPECTED_BEFORE = re.compile(
    r"\b(?:expect\w*|forecast\w*|predict\w*|project(?:s|ed|ing|ions?)|anticipat\w*|bet\s+on)\b"
    r"[^.;,]{0,100}$"
    r"|\b(?:could|may|might|(?<!more\s)likely\s+to)"
    r"\s+(?:go|rise|fall|reach|hit|peak|climb|drop|be)\b[^.;,]{0,40}$"
    r"|\bto\s+peak\s+at\s+(?:about\s+|around\s+)?$"
    r"|\b(?:will|would|is\s+to|are\s+to)\s+(?:eventually\s+|now\s+)?cost\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
# "The number could rise to 1.4 million by 2040"
_FORESEEN_BEFORE = re.compile(
    r"\b(?:could|may|might|will|would|(?:is|are|was|were)\s+(?:expected|projected|forecast|set"
    r"|likely)\s+to)\s+(?:\w+\s+)?"
    r"(?:(?:rise|grow|climb|increase|swell|fall|drop|shrink)\s+(?:to|above|beyond|below)|reach)\s+"
    r"(?:(?!from|after|as|with|and|while|when)[a-z]+\s+){0,3}$"
    # "The bureau had projected a population of 634,000"
    r"|\b(?:had|has|have)\s+(?:\w+\s+)?(?:projected|expected|forecast|predicted|anticipated)"
    r"\s+(?:(?:an?|the|its)\s+)?(?:(?:[a-z]+\s+){1,2}of\s+)?"
    r"(?:(?:about|around|some|roughly|nearly|almost|over|more\s+than)\s+)?$",
    re.IGNORECASE,
)
# neither expected nor paid: "the cost was put at 62 million", "a price tag of"
_COSTED_BEFORE = re.compile(
    r"\b(?:costs?|prices?|bill)\b(?:\s+\w+){0,4}?"
    r"\s+(?:put|estimated|priced|costed|given|set)\s+(?:at|as)\b[^.;,\d]{0,20}$"
    r"|\b(?:cost|price|price\s+tag|bill)\s+of\b[^.;,\d]{0,20}$",
    re.IGNORECASE,
)
# "164 fell ill and 41 are in hospital": the words behind a second number are of that one
_NO_NUMBER = (
    r"(?:(?!\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens)\b)[^.;\d])"
)
_GRAVE_AFTER = re.compile(
    # "130 people were hurt and 15 are in intensive care"
    r"(?:(?!\band\s+(?:at\s+least\s+|about\s+)?(?:\d+|[a-z]+)\s+(?:are|is|was|were|remain)\s+"
    r"(?:(?:still|now)\s+)?(?:in|under)\b)[^.;,]"
    r"|,[^.;,]{1,25},){0,50}?"
    r"(?<!\bless\s)(?<!\bnot\s)(?<!\bfewer\s)"
    r"\b(?:serious(?:ly)?|critical(?:ly)?|badly|severely|gravely|grave"
    r"|intensive\s+care|life-threatening"
    r"|fight(?:ing|s)?\s+for\s+(?:their|his|her)\s+li(?:ves|fe))\b",
    re.IGNORECASE,
)
_IN_HOSPITAL_AFTER = re.compile(
    rf"{_NO_NUMBER}{{0,60}}?\b(?:hospitali[sz]ed|hospital\s+(?:treatment|care)"
    r"|(?:in|to|on)\s+(?:an?\s+|the\s+|its\s+|our\s+)?(?:hospitals?|clinics?|wards?)"
    r"|admitted|being\s+treated|under\s+treatment"
    r"|intensive\s+care)\b",
    re.IGNORECASE,
)
# "276 have died", "276 dead whales", "276 were found dead": of what is no person
_DEAD_AFTER = re.compile(
    rf"{_NO_NUMBER}{{0,40}}?\b(?:dead|died|dying|dies?|killed|drowned|perished|slaughtered"
    r"|culled)\b",
    re.IGNORECASE,
)
# "to swap 310 prisoners", "the exchange of 310 prisoners", "310 are to be freed"
_SET_FREE = r"(?:swap|exchang|free|releas|return|repatriat|hand)"
_PLANNED_BEFORE = re.compile(
    rf"\b(?:(?:to|will|would|shall)\s+(?:\w+\s+)?{_SET_FREE}\w*\s+(?:over\s+)?"
    rf"|(?:exchange|swap)\s+of\s+){_QUALIFIER}$",
    re.IGNORECASE,
)
_PLANNED_AFTER = re.compile(
    rf"\s+(?:[\w-]+\s+){{0,2}}?(?:(?:are|is|were|was)\s+(?:due\s+|expected\s+|set\s+)?to\s+"
    rf"(?:be\s+)?"
    rf"|(?:will|would)\s+(?:be\s+)?){_SET_FREE}",
    re.IGNORECASE,
)
# "eight dead including the gunman"
_WITH_ATTACKER_AFTER = re.compile(
    rf"{_NO_NUMBER}{{0,40}}?,?\s+including\s+(?:the\s+|an?\s+|its\s+)?(?:\w+\s+)?"
    r"(?:gunm[ae]n|attackers?|shooters?|suspects?|bombers?|assailants?|perpetrators?|hijackers?)\b",
    re.IGNORECASE,
)
# "15,000 people have been told to leave", "ordered the evacuation of 14,600 people"
_ORDERED_AFTER = re.compile(
    rf"{_NO_NUMBER}{{0,40}}?\b(?:told|ordered|asked|urged|advised|instructed|warned)\s+"
    r"(?:not\s+)?to\s+(?:leave|evacuate|flee|move|stay|return|get\s+out|go)\b",
    re.IGNORECASE,
)
_ORDERED_BEFORE = re.compile(
    rf"\border(?:s|ed|ing)?\s+the\s+(?:\w+\s+)?evacuation\s+of\s+{_QUALIFIER}$", re.IGNORECASE
)
# "120 trucks of aid a day", but not "98 km per hour", which is one speed
_PER_TIME_AFTER = re.compile(
    r"(?!\s?(?:kms?|kilomet(?:er|re)s?|miles?|met(?:er|re)s?)\s+(?:an?|per)\b)"
    r"(?:\s+(?!and\b|or\b|for\b)[\w-]+){0,3}?\s+(?:a|per|each|every)\s+(?:day|week|month|year"
    r"|hour)\b",
    re.IGNORECASE,
)
# "shot down 19 drones", "19 of them were intercepted"
_DOWNED_BEFORE = re.compile(
    rf"\b(?:shot\s+down|shooting\s+down|brought\s+down|downed|intercept(?:ed|s|ing)"
    rf"|jammed|repelled)\s+{_QUALIFIER}$",
    re.IGNORECASE,
)
_DOWNED_AFTER = re.compile(
    rf"{_NO_NUMBER}{{0,50}}?\b(?:(?:shot|brought)\s+down|downed|intercepted|jammed)\b",
    re.IGNORECASE,
)
# "54% voted No", "45.7% for it": the two answers of a vote
_VOTED_AFTER = re.compile(
    r"\s*(?:%|percent|per\s+cent)?(?:\s+(?:of\s+[\w-]+|had|have))?\s+(?:(?:voted|vote|voting"
    r"|said)\s+)?"
    r"(?:(?P<no>against|no)|(?P<yes>for|in\s+favou?r|yes))\b",
    re.IGNORECASE,
)
# "seven deaths in the past 24 hours", "nine people died in the past day"
_OF_A_DAY = re.compile(
    r"\b(?:in|over|during|within)\s+(?:the\s+)?(?:past|last|previous|preceding)\s+"
    r"(?:24\s+hours|(?:twenty-four|48)\s+hours|day)\b",
    re.IGNORECASE,
)
# "40 feared dead", "up to 116 may have died": nobody reports that they died
_FEARED_AFTER = re.compile(
    rf"{_NO_NUMBER}{{0,50}}?\b(?:(?:feared|presumed|believed|thought)\s+"
    r"(?:(?:to\s+(?:be|have)\s+(?:been\s+)?)?(?:dead|drowned|killed|died|lost|buried))"
    r"|(?:may|might)\s+have\s+(?:been\s+)?(?:died|killed|drowned|perished))\b",
    re.IGNORECASE,
)
# "bringing the number of arrests since Tuesday to 132": of more than one day
_CUMULATIVE_BEFORE = re.compile(
    r"\b(?:br(?:ings?|inging|ought)|t(?:akes?|aking|ook)|rais(?:es?|ing|ed))\s+(?:the|its"
    r"|their)\s+(?:total\s+)?(?:number|total|tally|count)\b"
    r"[^.;:]{0,60}\bto\s+(?:\w+\s+){0,2}$"
    r"|\b(?:since|so\s+far)\b[^.;:,]{0,40}\bto\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
# "64 flights had been cancelled on Tuesday and Wednesday"
_OF_TWO_DAYS_AFTER = re.compile(
    rf"{_NO_NUMBER}{{0,60}}?\b(?:{WEEKDAY})\s+and\s+(?:{WEEKDAY})\b"
    r"|[^.;:,]{0,40}?\b(?:over|in|during)\s+(?:the\s+)?(?:past\s+|last\s+)?"
    r"(?:two|three|four|five|\d)\s+(?:days|nights)\b",
    re.IGNORECASE,
)
# "hospitals are treating 96 people", "four remain in hospital": fewer than were hurt
_TREATING_BEFORE = re.compile(
    rf"\b(?:is|are|was|were)\s+(?:still\s+)?(?:treating|caring\s+for)\s+{_QUALIFIER}$",
    re.IGNORECASE,
)
_STILL_IN_HOSPITAL_AFTER = re.compile(
    rf"{_NO_NUMBER}{{0,40}}?\b(?:(?:remain(?:s|ed)?|still|are|is|stay(?:s|ed)?|were)\s+"
    r"(?:being\s+treated|in\s+(?:a\s+|the\s+)?hospitals?|hospitali[sz]ed|under\s+treatment))\b",
    re.IGNORECASE,
)
# "People who attended the hospital"
_NO_EVENT = (
    r"\s+(?:the\s+|an?\s+|their\s+|its\s+)?(?:[\w-]+\s+){0,2}(?:hospitals?|clinics?|schools?|wards?"
    r"|universit(?:y|ies)|surger(?:y|ies)|colleges?|class(?:es)?|appointments?|emergency)\b"
)
_CROWD_AFTER = re.compile(
    r"(?:\s+(?:people|farmers|drivers)\s+and\s+\d[\d,]*"
    r"\s+(?:tractors|vehicles|lorries|trucks|taxis))?"
    rf"{_NO_NUMBER}{{0,50}}?\b(?:protest(?:ed|ing|s)?|demonstrat(?:ed|ing)|march(?:ed|ing)"
    r"|rall(?:ied|ying)|gathered|gathering|took\s+(?:to\s+the\s+streets|part)"
    r"|taken\s+part|turned\s+out|showed\s+up\s+(?:for|at|outside)"
    rf"|attend(?:ed|ing)\b(?!{_NO_EVENT})|massed|came\s+out"
    r"|at\s+(?:the|an?)\s+(?:march|rally|protest|demonstration|vigil)"
    r"|(?:crammed|crowded|squeezed|packed|filed|poured)\s+into\s+(?:the|an?)\s+(?:[a-z]+\s+){0,3}?"
    r"(?:hall|gallery|chamber|courtroom|church|chapel|auditorium|gym\w*|room|square|park|plaza)"
    r"|(?:filled|packed|thronged)\s+(?:[a-z]+\s+){0,3}(?:streets?|squares?|avenues?|boulevards?"
    r"|auditoriums?|gym(?:nasium)?s?|halls?|chambers?|galler(?:y|ies)"
    r"|cent(?:re|er)))\b",
    re.IGNORECASE,
)
# "Police put the crowd at 14,000"
_CROWD_BEFORE = re.compile(
    r"\b(?:crowds?|number\s+of\s+(?:marchers|protesters|demonstrators))\s+"
    rf"(?:at|of|was|as|to\s+be)\s+{_QUALIFIER}$",
    re.IGNORECASE,
)
# Those in shelters are a part of those who left home.
_IN_SHELTER_AFTER = re.compile(
    rf"{_NO_NUMBER}{{0,60}}?\b(?:in|into|at)\s+(?:\d[\d,]*\s+)?(?:[a-z-]+\s+){{0,3}}?"
    r"(?:shelters?|(?:relief|evacuation)\s+(?:camps?|cent(?:re|er)s?))\b",
    re.IGNORECASE,
)
_VENUES = {
    "stadium": re.compile(
        r"\b(?:stadium|arena|attendance|spectators|watched\s+by|concert|match|game)\b",
        re.IGNORECASE,
    ),
    "street": re.compile(
        r"\b(?:streets?|squares?|(?-i:(?!March\b))march\w*|parade|avenue|boulevard)\b",  # no month
        re.IGNORECASE,
    ),
    "hall": re.compile(
        r"\b(?:meetings?|hearings?|town[\s-]halls?|auditoriums?|gym(?:nasium)?s?|vigils?|chapels?"
        r"|mosques?)\b",
        re.IGNORECASE,
    ),
    "strike": re.compile(
        r"\b(?:on\s+strike|strikers?|walk(?:ed|ing|s)?[\s-]?outs?|stoppages?|downed\s+tools"
        r"|stay(?:ed|ing|s)?\s+(?:away(?!\s+from\s+(?:their|the|its)\s+(?:home|house|area"
        r"|village|town|city|coast|river|beach))|off)|join\w*\s+the\s+(?:strike|action))\b",
        re.IGNORECASE,
    ),
}
# "Five of eight drones", "139 of the cases": a part beside its whole
_OF_WHOLE_AFTER = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|some|about|all|a\s+total\s+of)\s+){0,2}"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)\b"
    r"(?!\s*(?:%|percent|per\s+cent))"
    r"|\s+of\s+(?:the|its|their|those|these)\s+[a-z]",
    re.IGNORECASE,
)
# "2,300 jobs, of which it hopes to save 800"
_OF_WHICH_BEFORE = re.compile(
    r"\bof\s+(?:which|whom|these|them|those)\b[^.;:,\d]{0,50}$", re.IGNORECASE
)
# "Seven of the victims had been shot"
_OF_HARMED_AFTER = re.compile(
    r"\s+of\s+(?:the|these|those)\s+(?:\w+\s+)?(?:victims|dead|killed|injured|wounded|casualties"
    r"|fatalities|bodies|prisoners|missing|arrested|detained|deaths)\b"
    r"|\s+of\s+(?:them|whom)\b"
    # "six of the eight had died of gunshot wounds"
    r"|\s+of\s+the\s+(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+"
    r"(?:had|have|has|were|was|did)\b",
    re.IGNORECASE,
)
# "In some villages of the south more than 80 percent of voters came"
_LOCAL = re.compile(
    r"\bin\s+(?:some|certain|parts\s+of|a\s+few)\s+(?:[a-z]+\s+)?"
    r"(?:villages|towns|districts|areas|regions|provinces|states|cities|places|parts|schools"
    r"|hospitals|counties|stations|neighbou?rhoods)\b",
    re.IGNORECASE,
)
# "58 percent at 6 p.m.": a turnout before the polls close
_BY_THE_HOUR_AFTER = re.compile(
    r"[^.;,\d]{0,30}?\b(?:at|by)\s+(?:noon|midday|midnight|\d{1,2}(?:[:.]\d\d)?\s*"
    r"(?:[ap]\.?m\b|o['’]clock|hours\b|GMT\b)|\d{1,2}[:.]\d\d\b)",
    re.IGNORECASE,
)
# "rose 29% to C$17.75 in early trading": a price that moved on, unlike that of the close
_MOMENT = (
    r"(?:(?:in|during)\s+(?:[a-z]+\s+)?(?:early|morning|midday|afternoon|pre-?market|intra-?day"
    r"|after-?hours|extended|late)[\s-]+(?:[a-z]+\s+)?(?:trad(?:e|ing)|dealings)"
    r"|at\s+the\s+opening\s+(?:bell|of\s+trading)"
    r"|(?:shortly\s+after|before)\s+(?:the\s+)?(?:markets?|trading)\s+opened)\b"
)
_IN_TRADING_AFTER = re.compile(rf"%?(?:[^.;%]|\.\d){{0,40}}?\b{_MOMENT}", re.IGNORECASE)
_IN_TRADING_BEFORE = re.compile(
    rf"\b{_MOMENT}(?:(?:[^.;%\d]|\.\d){{0,60}}|,\s+while\s(?:[^.;]|\.\d){{0,60}})$",
    re.IGNORECASE,
)
# "Shares fell 6.3% by 0745 GMT, while Orlo jumped 27%"; a toll by an hour is no price
_BY_THE_CLOCK = re.compile(
    r"\b(?:shares|stocks?|index|futures)\b(?:[^.;]|\.\d)*\bby\s+\d{4}\s+GMT\b", re.IGNORECASE
)
# "four died last week", "five since Monday": of two periods
_PERIOD = re.compile(
    r"\b(?:since\s+(?!the\b)[A-Z]\w+|(?:last|this|past|previous)\s+(?:week|month)"
    r"|(?:at|over)\s+the\s+weekend)\b"
)
# "Another 4,300 jobs at suppliers depend on the plant"
_OF_SUPPLIERS_AFTER = re.compile(
    rf"(?:\s+[\w-]+){{0,3}}?\s+(?:jobs|posts|positions|roles|people|workers|employees)\b"
    rf"{_NO_NUMBER}{{0,40}}?\b(?:suppliers?|sub-?contractors?|supply\s+(?:chains?|firms|companies)"
    r"|indirect(?:ly)?|depend(?:s|ed|ent|ing)?\s+on)\b",
    re.IGNORECASE,
)
# "The club said 24 of its fans were hurt"
_OF_OWN_AFTER = re.compile(r"\s+of\s+(?:its|their|our|his|her)\s+(?:own\s+)?[a-z]", re.IGNORECASE)
# Of which part of a population or market a rate is: each part has another.
_SUBGROUP = re.compile(
    r"\b(?:(?P<youth>youth|young\s+people)"
    r"|(?P<private>private[\s-]sector|private\s+(?:firms|companies))"
    r"|(?P<public>public[\s-]sector)|(?P<core>core)|(?P<women>female|women)"
    r"|(?P<men>male|men)|(?P<food>food)|(?P<energy>energy|fuel)|(?P<services>services)"
    r"|(?P<mortgage>mortgages?)|(?P<inactive>inactivity))\b",
    re.IGNORECASE,
)
# "62 houses had been destroyed and 180 damaged": two things of one noun
_DESTROYED = (
    r"(?:destroyed|collapsed|levell?ed|razed|flattened|gutted|demolished|wrecked"
    r"|burn(?:t|ed)\s+(?:down|out)|swept\s+away|torn\s+down)"
)
_DAMAGED = r"(?:(?:[a-z]+ly)\s+)?damaged"
_STATES = (
    rf"(?:(?P<both>{_DESTROYED}\s+(?:or|and)\s+{_DAMAGED}|{_DAMAGED}\s+(?:or|and)\s+{_DESTROYED})"
    rf"|(?P<destroyed>{_DESTROYED})|(?P<damaged>{_DAMAGED}))\b"
)
_BUILT = (
    r"(?:homes?|houses?|buildings?|dwellings?|apartments?|flats|shops?|stores|schools?|hospitals?"
    r"|church(?:es)?|mosques?|temples?|bridges?|roads|vehicles?|cars|trucks|lorries|tanks|planes"
    r"|aircraft|boats?|ships?|vessels|structures?|properties|units|business(?:es)?|warehouses?"
    r"|barns?|tents|shelters?|posts)"
)
_THEM = rf"(?:\s+(?:[a-z-]+\s+){{0,2}}?{_BUILT})"
_STATE_BEFORE = re.compile(
    rf"(?<!were\s)(?<!been\s)(?<!was\s)\b{_STATES}\s+{_QUALIFIER}$", re.IGNORECASE
)
_BUILT_AFTER = re.compile(rf"{_THEM}\b", re.IGNORECASE)
_STATE_AFTER = re.compile(
    rf"{_THEM}?\s+(?:(?:have|has|had|were|was|are|is|been|being|also|reported|totally|completely)"
    rf"\s+)*{_STATES}(?!\s+(?:\d|an?\b|the\b|its\b|about\b|another\b|more\b|some\b))",
    re.IGNORECASE,
)
_NONE_BEFORE = re.compile(r"\b(?:none|neither|no|not)\b[^.;,]{0,15}$", re.IGNORECASE)
_BARE_AFTER = re.compile(r"\s*(?:[.,;:!?)\n]|$)")  # "the bank put the number at 1,000."
_CLAUSE_AFTER = re.compile(r"[^,;:.\d]*")  # "4,000 walked out on Friday, and 2,500 marched"
_CLAUSE_OF_DAY = re.compile(r"[^;.]*")
_ANY_NUMBER = re.compile(r"\d[\d.,]*")
_SUBGROUP_REACH = 40  # characters
_CLAUSE_REACH = 300  # characters: a list without full stops is one clause of any length
_BEFORE = 80  # characters


def kind_of_count(sentence: str, start: int, end: int) -> dict[str, object]:
    """
    Return what kind of count a number is.

    Parameters
    ----------
    sentence : str
    start, end : int
        Characters of the number in the sentence.

    Returns
    -------
    dict of str to (bool, str or None)
        ``is_limit`` (what may be), ``is_gap`` (how far two numbers lie apart), ``is_window`` ("of
        the past seven contests"), ``is_sample`` (those
        whom a poll asked), ``is_population`` (of a town or country), ``is_in_need``, ``which``
        ("next", "first", "last" or "rest" of many, or None), ``is_of_years`` (since a year, in
        history), ``is_expected``, ``is_foreseen`` ("the number could rise to"), ``is_costed`` (a
        cost that nobody says was paid),
        ``is_of_whole`` (a part beside its whole), ``is_of_harmed`` ("seven of the victims", not
        gravely hurt), ``is_local`` (of some places alone), ``is_by_the_hour`` ("at 6 p.m."),
        ``is_in_trading`` (a price before the close), ``period`` ("since monday", or None),
        ``is_bare`` (no noun follows), ``is_grave`` and ``is_in_hospital`` (the state of those who
        are counted), ``is_dead`` (they died), ``is_feared`` (nobody reports that they died),
        ``is_cumulative`` (a total of several days), ``is_of_two_days`` (or more),
        ``is_still_in_hospital``, ``is_planned`` (to be set free), ``is_ordered`` (told to leave,
        whether they left or not), ``is_downed`` (shot down), ``is_crowd`` (they protest),
        ``is_in_shelter``, ``is_per_time``, ``is_of_suppliers`` (jobs that hang on others),
        ``is_of_own`` (a body's own people), ``answer`` ("yes" or "no" in a vote),
        ``with_attacker``, ``is_of_day`` (of the past 24 hours) and ``venue``: "stadium", "street",
        "hall", "strike" (away from work), or None for no such place and for several in one clause;
        ``state``, whether things are told as "destroyed", "damaged" or "both" together, or None;
        ``subgroup``, of which part of a population or market it is told ("youth", "core"), or None.
    """
    before = sentence[max(0, start - _BEFORE) : start]
    return {
        "is_limit": _LIMIT_BEFORE.search(before) is not None
        or _is_held(before, sentence, end)
        or _FORBIDDEN_BEFORE.search(before) is not None
        or _ABOVE_LIMIT_AFTER.match(sentence, end) is not None,
        "is_gap": _is_gap(before, sentence, end),
        "state": _state(before, sentence, end),
        "is_window": _WINDOW_BEFORE.search(before) is not None,
        "is_sample": _SAMPLE_BEFORE.search(before) is not None
        and _POLL.search(sentence) is not None,
        "is_population": _POPULATION_BEFORE.search(before) is not None,
        "is_in_need": _IN_NEED_AFTER.match(sentence, end) is not None,
        "which": _which(sentence, before, end),
        "is_of_years": _is_in_clause(_OF_YEARS, sentence, start, end),
        "is_expected": _EXPECTED_BEFORE.search(before) is not None,
        "is_foreseen": _FORESEEN_BEFORE.search(before) is not None,
        "is_costed": _COSTED_BEFORE.search(before) is not None,
        "is_of_whole": _OF_WHOLE_AFTER.match(sentence, end) is not None
        or _OF_WHICH_BEFORE.search(before) is not None,
        "is_of_harmed": _OF_HARMED_AFTER.match(sentence, end) is not None
        and _GRAVE_AFTER.match(sentence, end) is None,
        "is_by_the_hour": _BY_THE_HOUR_AFTER.match(sentence, end) is not None,
        "is_in_trading": _IN_TRADING_BEFORE.search(before) is not None
        or _IN_TRADING_AFTER.match(sentence, end) is not None
        or _BY_THE_CLOCK.search(sentence) is not None,
        "period": _period(sentence, start, end),
        "is_local": _is_in_clause(_LOCAL, sentence, start, end),
        "is_bare": _BARE_AFTER.match(sentence, end) is not None,
        "is_grave": _GRAVE_AFTER.match(sentence, end) is not None,
        "is_in_hospital": _IN_HOSPITAL_AFTER.match(sentence, end) is not None,
        "is_dead": _DEAD_AFTER.match(sentence, end) is not None,
        "is_feared": _FEARED_AFTER.match(sentence, end) is not None,
        "is_cumulative": _CUMULATIVE_BEFORE.search(before) is not None,
        "is_of_two_days": _OF_TWO_DAYS_AFTER.match(sentence, end) is not None,
        "is_still_in_hospital": _TREATING_BEFORE.search(before) is not None
        or _STILL_IN_HOSPITAL_AFTER.match(sentence, end) is not None,
        "is_planned": _PLANNED_BEFORE.search(before) is not None
        or _PLANNED_AFTER.match(sentence, end) is not None,
        "is_ordered": _ORDERED_AFTER.match(sentence, end) is not None
        or _ORDERED_BEFORE.search(before) is not None,
        "is_downed": _DOWNED_BEFORE.search(before) is not None
        or _DOWNED_AFTER.match(sentence, end) is not None,
        "is_per_time": _PER_TIME_AFTER.match(sentence, end) is not None,
        "answer": _answer(sentence, end),
        "with_attacker": _WITH_ATTACKER_AFTER.match(sentence, end) is not None,
        "is_of_day": _is_in_clause(_OF_A_DAY, sentence, start, end),
        "is_of_suppliers": _OF_SUPPLIERS_AFTER.match(sentence, end) is not None,
        "venue": _venue(sentence, start, end),
        "is_crowd": _CROWD_AFTER.match(sentence, end) is not None
        or _CROWD_BEFORE.search(before) is not None,
        "is_in_shelter": _IN_SHELTER_AFTER.match(sentence, end) is not None,
        "is_of_own": _OF_OWN_AFTER.match(sentence, end) is not None,
        "subgroup": _subgroup(sentence, start, end),
    }


def _which(sentence: str, before: str, end: int) -> str | None:
    """Return which of many a number counts: "the next two contests"."""
    found = _WHICH_BEFORE.search(before) or _WHICH_AFTER.match(sentence, end)
    return None if found is None else found.lastgroup


def _answer(sentence: str, end: int) -> str | None:
    """Return which answer a share of a vote is: "54% voted No"."""
    found = _VOTED_AFTER.match(sentence, end)
    return None if found is None else found.lastgroup


def _is_in_clause(words: re.Pattern[str], sentence: str, start: int, end: int) -> bool:
    """Return whether the clause of a number has some words, not far from it."""
    reach = max(0, start - _CLAUSE_REACH)
    first = max(sentence.rfind(sign, reach, start) for sign in ";.")
    clause = _CLAUSE_OF_DAY.match(sentence, end, end + _CLAUSE_REACH)
    last = end if clause is None else clause.end()
    return words.search(sentence, max(first + 1, reach), last) is not None


def _subgroup(sentence: str, start: int, end: int) -> str | None:
    """Return the part of a population or market that the clause of a number names."""
    first = max(sentence.rfind(sign, 0, start) for sign in ";.,:") + 1
    last = _CLAUSE_AFTER.match(sentence, end)
    stop = end if last is None else min(last.end(), end + _SUBGROUP_REACH)
    earlier = _ANY_NUMBER.findall(sentence[first:start])
    if earlier:
        first = max(first, sentence.rfind(earlier[-1], first, start) + len(earlier[-1]))
    found = _SUBGROUP.search(sentence, first, stop)
    return None if found is None else found.lastgroup


def _period(sentence: str, start: int, end: int) -> str | None:
    """Return the words of the period that a clause names: "since monday", "last week"."""
    first = max(sentence.rfind(sign, 0, start) for sign in ";.,")
    clause = _CLAUSE_AFTER.match(sentence, end)
    found = _PERIOD.search(sentence, first + 1, end if clause is None else clause.end())
    return None if found is None else found[0].lower()


def _venue(sentence: str, start: int, end: int) -> str | None:
    """Return the venue of a sentence that names one; of one that names several, the clause's."""
    found = [name for name, words in _VENUES.items() if words.search(sentence)]
    if len(found) > 1:
        clause = _CLAUSE_AFTER.match(sentence, end)
        first = start if clause is None else clause.end()
        found = [name for name in found if _VENUES[name].search(sentence, start, first)]
    return found[0] if len(found) == 1 else None


def _is_held(before: str, sentence: str, end: int) -> bool:
    """Return whether a number is how many people a place or vehicle has room for."""
    if _PLACE_HOLDS_BEFORE.search(before) is not None:
        return True
    is_audience = _AUDIENCE_AFTER.match(sentence, end) is not None
    return is_audience and _HOLDS_BEFORE.search(before) is not None


def _is_gap(before: str, sentence: str, end: int) -> bool:
    """Return whether a number tells how far two others lie apart."""
    if _GAP_BEFORE.search(before) is not None:
        return _RESULT_AFTER.match(sentence, end) is None
    if _VOTES_AFTER.match(sentence, end) and _HELD_BEFORE.search(before) is not None:
        return True
    return _GAP_AFTER.match(sentence, end) is not None


def _state(before: str, sentence: str, end: int) -> str | None:
    """Return whether the built things that are counted were destroyed or damaged."""
    if _NONE_BEFORE.search(before) is not None:
        return None
    found = _STATE_AFTER.match(sentence, end)
    if _BUILT_AFTER.match(sentence, end) is not None:
        found = _STATE_BEFORE.search(before) or found
    return None if found is None else found.lastgroup
