"""
Find whose a number is where no possessive says so: by the subject, the place or the head line.

In: a text, a number with its unit, and the sentence that holds it. Out: the words for whom or what
it belongs to. It needs no parser: the subject is the name or the definite noun at the start of the
clause, before its first verb ("Acme is cutting output to 42 cars", "The bank plans to open 20
branches"), and a place follows "in" or "across". Whoever only says something is no owner, and a
clause that starts with a pronoun has none that its words name.
"""

import re

from analysis.extract.numbers.units import Unit
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN, one_of

__all__ = ["owner_by_clause", "place_of_cases"]

CHARACTERS_BEFORE = 300

_NAME = r"(?:[A-Z][\w’'&.-]*)(?:\s+(?:of\s+|and\s+|de\s+|the\s+)?[A-Z][\w’'&.-]*){0,4}"
_KIND = one_of(
    r"""
    company firm bank airline group retailer carmaker automaker manufacturer maker giant startup
    start-up chain store brand fund agency ministry government council state city town county
    country nation region province island airport hospital school university college museum
    club team party union army navy police campaign industry market economy platform network
    service site app programme program project plant factory mine refinery pipeline utility
    operator lender insurer broker exchange cathedral church building tower bridge dam ship vessel
    boat train plane aircraft jet satellite probe rocket storm hurricane tornado quake earthquake
    wildfire fire flood eruption volcano outbreak virus vaccine drug study survey poll film movie
    show album book game festival charity foundation court parliament senate house committee
    tweet post video petition website bloc coalition alliance
    """
)
_THING = (
    rf"(?:(?:[Tt]he|[Hh]er|[Hh]is|[Ii]ts|[Tt]heir)\s+(?:[\w’'-]+\s+){{0,2}}?{_KIND}"
    rf"|{_NAME}\s+{_KIND}|[Bb]oth\s+[a-z]+s)"
)
_SUBJECT = rf"(?P<owner>{_THING}(?:\s+{_NAME})?|(?:[Tt]he\s+|[Aa]n?\s+)?{_NAME})"
# Verbs whose object is the subject's own: "Acme plans to open 20 branches".
_OWNING = one_of(
    r"""
    will would could may might (?:has|have|had|having)(?!\s+(?:been|said|called|urged)\b)
    (?:is|are|was|were)(?=\s+(?:(?:\w+ly|now|also|still|already)\s+)?(?!blam|say|lik|hav)\w+ing\b)
    (?:is|are|was|were)(?=\s+(?:projected|expected|set|due|likely|forecast)\s+to\s+(?!be\b))
    plan(?:s|ned)? aim(?:s|ed)? expect(?:s|ed)? intends? seeks? sought wants? needs? hopes? agreed
    (?:open|clos|operat|employ|own|us|hir|rais|earn|produc|mak|sell|buy|bill|post|notch|pledg|donat
      |deliver|invest|lend|ow|cut|add|launch|receiv|attract|draw|host|serv|cover|carr|hold|run|pull
      |amass|rak|garner|secur|fetch|boast|possess|retain|transfer|contain|hous|bank|haul|need|gain
      |issu|depend|featur|offer|generat|record|clock|collect|order|recall|ship|build|hik
      |charg|pay|lift|trim|slash|shed|book|log|scor|win|los)(?:e?s|ed|ie[sd])
    cut made sold bought built held won lost paid drew ran brought spent took shed got grew
    fell rose (?:reported|announced)(?=\s+(?:raising|earning|selling|losing|making|spending)\b)
    looks?(?=\s+to\s+have\b) looks?(?=\s+set\s+to\b) stormed
    (?:ended|ends|finished|started|starts|began|begun|closed)(?=[^,;:.]*\b(?:with|on)\b)
    (?:leads?|led|dominates?|dominated|trails?|trailed|emerged)(?=[^,;:.]*\b(?:with|on)\b)
    """
)
_ANY_VERB = rf"(?:{_OWNING}|is|are|was|were|has|have|had|does|did|[a-z]{{3,}}(?:s|ed))"
_ASIDE = r"(?:\s*\(\s*[\w:\s.-]{1,12}\))?(?:\s+(?:also|still|now|alone|already|[a-z]{3,}ly))?"
_LEAD = (
    r"^[“\"'‘(\s•-]*(?:(?:But|And|Yet|So|Now|Meanwhile|However|Today|Overall),?\s+"
    r"|(?:In|Since|As|By|Last|This|For|At|On)\s[\w’'. ]{2,24}?,\s+|(?:Last|This)\s\w+\s+)?"
)
_SAYING = one_of(
    """
    said says reported reports added adds announced announces reiterated confirmed confirms noted
    notes claimed claims estimated estimates stated shows? showed
    """
)
# "Acme said it will open 20 branches": what it says is its own.
_SAYS_IT = rf"(?:{_SAYING}\s+(?:\w+day\s+)?(?:that\s+)?(?:it|they|he|she)\s+(?:also\s+)?)?"
# "His bloc, made up of two parties, has 65 seats", "The List, which is new, won 14 seats"
_APPOSITION = (
    r"(?:,\s(?:which|who|whose|made|led|based|backed|owned|founded|run|headed|formed|known|seen"
    r"|including)\b[^,;:.]{1,90},)?"
)
_ON_DAY = r"(?:\s+on\s+[A-Z]\w+day)?"
_CLAUSE = re.compile(
    rf"{_LEAD}{_SUBJECT}{_APPOSITION}{_ON_DAY}{_ASIDE}\s+{_SAYS_IT}{_OWNING}\b(?P<rest>.*)$",
    re.DOTALL,
)
_ANY_CLAUSE = re.compile(rf"{_LEAD}{_SUBJECT}{_ASIDE}\s+{_ANY_VERB}\b(?P<rest>.*)$", re.DOTALL)
_CLAUSE_STARTS = re.compile(
    r"[;:\n—]\s+|\([A-Z]{2,6}\)\s+|,\s+(?=the\s)|\bthat\s+(?=[A-Z]|the\s)|,\s+(?:and|but|while|as"
    r"|when|with)\s+(?=[A-Z]|the\s)"
    r"|\s(?:as|while|when|after|because|since)\s+(?=[A-Z]|the\s)"
    rf"|\b{_SAYING}\s+(?:\w+day\s+)?(?:that\s+)?(?=[A-Z]|the\s|her\s|his\s|its\s|their\s)"
)
# A number behind these belongs to another clause.
_OTHER_CLAUSE = re.compile(
    r"\b(?:who|which|that|after|since|when|where|while|because|following|amid|whose|caus\w+|kill\w+"
    r"|affect\w+|fears?|turnout)\b|,\s+(?:and|but)\s+(?:[A-Z]|the\s)|\bas\s+(?:[A-Z]|the\s)|—",
    AS_WRITTEN,
)
# "Trade shed 111,000 jobs and farming 45,000; manufacturing added 49,000"
_MOVED = (
    r"(?:shed|lost|added|gained|cut|created|raised|fell|rose|grew|sold|bought|built|made|hired)"
)
_GAPPED = re.compile(
    rf"\b{_MOVED}\s[^.;:\n]*\d[^.;:\n]*?,?\s+(?:and|while|but)\s+(?P<owner>[a-z][a-z-]{{3,}}(?:"
    rf"\s[a-z-]{{4,}})?)\s+$"
    rf"|;\s+(?P<owner2>[a-z][a-z-]{{3,}}(?:\s[a-z-]{{4,}})?)\s+{_MOVED}\s+$",
    AS_WRITTEN,
)
_GAP_ENDS = re.compile(r"\s*(?:[.;,]|$)")
_PRONOUNS = frozenset("they it these those this that which who we you he she".split())
# "People born abroad make up 12.4 percent of the population"
_MAKES_UP = re.compile(
    r"(?:^|[;:\n“”\"]\s*|,\s+(?:and|but|while)\s+)(?P<owner>[A-Z\d]?[^,;:.\n]{2,60}?)\s+"
    r"(?:(?:now|still|already|today|only|alone)\s+)?"
    r"(?:m(?:ake|akes|ade)\s+up|account(?:s|ed)?\s+for|represent(?:s|ed)?|constitute[sd]?)\s+"
    r"(?:(?:about|around|some|nearly|almost|only|just|more\s+than|less\s+than|over)\s+)*$",
    AS_WRITTEN,
)
# "The number of children under 15 fell to 1.46 million, or 14.8 percent of the population"
_RESTATED_SHARE = re.compile(
    r"\b(?:number|total)\s+of\s+(?P<owner>[^,;:.\n]{3,50}?)\s+(?:has\s+|had\s+)?"
    r"(?:fell|fallen|rose|risen|grew|grown|dropped|increased|declined|was|is|stood"
    r"|reached)\b[^;:\n]*,"
    r"\s+or\s+(?:(?:about|around|some|nearly|almost|only|just|more\s+than|less\s+than|over)\s+)*$",
    AS_WRITTEN,
)
_ITS_BEFORE = re.compile(r"\b(?:its|his|her)\s+(?:[\w’'-]+\s+){0,3}$", ANY_CASE)
_OWNED_AFTER = re.compile(
    rf"\s*(?:%|percent|per\s+cent)?\s*of\s+(?P<owner>(?:[Tt]he\s+)?{_NAME}|the\s+[a-z]+)['’]s?\s",
    AS_WRITTEN,
)
# Of "Alto, about 130 miles (209 kilometers) southeast of Dallas" both numbers are Alto's.
_DISTANCE = re.compile(
    rf"(?P<owner>{_NAME}(?:,\s+{_NAME})?|the\s+(?:[\w-]+\s+){{0,2}}{_KIND}),?\s+"
    r"(?<!\bin\s)(?:[—–-]\s+)?(?:(?:is|was|lies|sits)\s+)?(?:(?:located|situated|only)\s+)?"
    r"(?:about|some|around|roughly|nearly|just|almost|more\s+than)?\s*"
    r"(?:[\d,.]+\s+[a-z]+\s+\(\s*)?$",
    AS_WRITTEN,
)
_FROM_HERE = re.compile(
    r"(?:\s*\([\d,.]+\s*[a-z]+\s*\)|\s*\))?"
    r"\s+(?:(?:north|south|east|west)\w*\s+(?:of|from)|(?:away|outside|inland|from|off)\b)"
)
_FUNCTION_WORD = one_of(
    """
    after before since when while as because if and or but in on at to from of for with by than
    until once where who whose although though unless
    """
)
_ABOUT = (
    r"(?:(?:about|some|around|roughly|nearly|just|almost|only|over|more\s+than|up\s+to"
    r"|at\s+least)\s+)?"
)
# "The Greens won 12 seats and Labour 9", "and Booker with 6": the verb stands once.
_JOINED_NAME = re.compile(
    rf"(?:,|\band|\bwhile|\bbut)\s+(?P<owner>(?:the\s+)?{_NAME})\s+"
    rf"(?:with\s+|by\s+)?{_ABOUT}$",
    AS_WRITTEN,
)
_NUMBER_IN_CLAUSE = re.compile(r"\d[^.;:]*$")
_SAID = re.compile(rf"\b(?:{_SAYING}|say|count(?:s|ed)?|put|puts|according\s+to)\b")
_WITH = re.compile(
    rf"(?:^|[:;,(—–]\s*|\band\s+)(?P<owner>(?:The\s+|the\s+)?{_NAME})\s+with\s+{_ABOUT}$",
    AS_WRITTEN,
)
# "Booker, who raised about 5 million"
_WHO = re.compile(
    rf"(?P<owner>{_NAME}),\s+(?:who|which)\s+(?:also\s+|then\s+)?{_OWNING}\b(?P<rest>[^,;:]*)$",
    AS_WRITTEN,
)
# "the 18 million that the senator collected"
_OBJECT_OF = re.compile(
    rf"\s+(?:(?!{_FUNCTION_WORD}\b)[a-z-]+\s+){{0,2}}?(?:that\s+|which\s+)?(?P<owner>{_NAME}|the\s+"
    r"(?:[A-Z]\w+\s+)?[a-z]+)\s+"
    r"(?:has\s+|had\s+|have\s+)?(?:raised|collected|spent|paid|earned|won|lost|sold|bought|built"
    r"|made"
    r"|opened|employs|owns|owned|runs|ran|took|cut|pledged|donated|received)\b",
    AS_WRITTEN,
)
# "Acme's profit in spring: 5 million"
_HEADED = re.compile(
    rf"(?:^|\n\s*)(?P<owner>{_NAME})['’]s?\s(?:[\w’'-]+\s+){{0,5}}[\w’'-]+:\s*{_ABOUT}$", AS_WRITTEN
)
# A list of facts: "Orra Mill Homes built: 40 Homes sold: 31 Brant Yard Homes built: 12"
_FACT = r"[A-Z][a-z’'-]*(?:\s[a-z][\w’'-]*){0,3}\s?:\s"
_LISTED = re.compile(
    rf"(?<![\w’'&.-])(?P<owner>{_NAME})\s{_FACT}\s?(?:[$€£]\s?)?(?:\d|Not\s|None\b)"
)
_FACTS = re.compile(_FACT)
_FEWEST_FACTS = 2  # of a list
_FACT_AT_END = re.compile(rf"{_FACT}\s*{_ABOUT}$")
_LONGEST_LIST = 300
# "Their nurses pledge 5 million": a plural has its verb without an ending.
_PLURAL_SUBJECT = re.compile(
    rf"{_LEAD}(?P<owner>(?:[A-Z][\w’'-]*\s+)?(?:[A-Za-z][\w’'-]*\s+){{0,2}}[\w’'-]*(?<!s)s)\s+"
    r"(?:also\s+|still\s+|now\s+)?(?:pledge|raise|pay|use|spend|earn|own|employ|sell|buy|need|owe"
    rf"|receive|donate|produce|make|draw|run|hold|have)\s+{_ABOUT}\W{{0,2}}$",
    AS_WRITTEN,
)
# "The bridge is 300 metres long", "the church, seen in 2013, is over 850 years old"
_MEASURED_SUBJECT = re.compile(
    rf"{_LEAD}{_SUBJECT}(?:,[^,;:]{{1,60}},)?\s+(?:is|are|was|were|stands|stood)\s+(?:now"
    rf"\s+)?{_ABOUT}$",
    AS_WRITTEN,
)
# "17 cases were reported in Ohio", "cases in Ohio have climbed to 17"
_FOUND = (
    r"(?:\s+(?:have\s+been|has\s+been|had\s+been|were|was|are))?(?:\s+now)?"
    r"\s+(?:reported|confirmed|recorded|found|registered|diagnosed|seen)"
)
_CASES = rf"(?:cases|infections|diagnoses)(?:\s+of\s+(?:the\s+)?[a-z-]+(?:{_FOUND})?|{_FOUND})"
_CASES_IN = re.compile(
    rf"\s+(?:(?!{_FUNCTION_WORD}\b)[\w-]+\s+){{0,2}}?{_CASES}\s+(?:in|across)\s+"
    rf"(?P<owner>(?:the\s+)?{_NAME}|the\s+(?:city|country|county|state|region|province|district))",
    AS_WRITTEN,
)
_CASES_OF_PLACE = re.compile(
    rf"\b[Cc]ases(?:\s+of\s+[a-z-]+)?(?:{_FOUND})?\s+(?:in|across)\s+"
    rf"(?P<owner>(?:the\s+)?{_NAME})\s+(?:(?:has|have|had)\s+)?"
    rf"(?:\w+ed|rose|risen|fell|fallen|stood|is|are)\s+(?:to\s+|at\s+|by\s+)?{_ABOUT}$",
    AS_WRITTEN,
)
# "The town of about 1,700 residents"
_TOWN_OF = re.compile(
    rf"\b(?P<owner>(?:the|an?)\s+(?:[a-z-]+\s+)?(?:town|city|village|community|county|island|nation"
    rf"|country|suburb|district|state|province|hamlet))\s+of\s+(?:fewer\s+than\s+|less\s+than\s+"
    rf"|just\s+under\s+|just\s+over\s+)?{_ABOUT}$",
    AS_WRITTEN,
)
_PEOPLE_AFTER = re.compile(r"\s+(?:people|residents|inhabitants|souls)\b|\s*[.;,\n]", ANY_CASE)
_GOES_TO = re.compile(
    r"\s+(?:(?:will|would|should)\s+go|goes|went|is\s+going)\s+(?:straight\s+)?to\s+"
    rf"(?P<owner>(?:the\s+)?(?:{_NAME}|(?:[a-z-]+\s+)?{_KIND}))",
    AS_WRITTEN,
)
_STORM_WITH = re.compile(
    r"\b(?P<owner>(?:[Tt]he|[Aa]n?)\s+(?:[a-z-]+\s+)?"
    r"(?:tornado|storm|hurricane|typhoon|cyclone|twister))\b[^.;,]{0,60}?\swith\b[^.;,]{0,50}?\s"
    rf"(?:winds?|gusts)\s+(?:of\s+|up\s+to\s+|at\s+|reaching\s+)?{_ABOUT}$",
    AS_WRITTEN,
)
_POPULATION_OF = re.compile(
    r"\s*(?:%|percent|per\s+cent)?\s*of\s+(?:the\s+)?(?:[Pp]opulation|people|electorate"
    r"|workforce)\s+"
    rf"(?:of|in)\s+(?P<owner>(?:the\s+)?{_NAME}(?:\s+and\s+{_NAME})?)",
    AS_WRITTEN,
)
_PLACE_BEFORE = re.compile(
    rf"^\s*(?:In|Across|Throughout)\s+(?P<owner>(?:the\s+)?{_NAME})\s*,(?P<rest>[^;:]*)$",
    AS_WRITTEN,
)
# "52.5 percent for the lawyer Ada Quist", "beating Emil Roth on 47.6 percent", "to Roth's 47.6"
_PERSON = rf"(?:(?:the|his|her|their|its|[a-z-]+)\s+){{0,3}}{_NAME}"
_VOTES_FOR = re.compile(
    rf"\s*(?:%|percent|per\s+cent)?(?:\s+of\s+the\s+votes?)?\s+for\s+(?P<owner>{_PERSON})",
    AS_WRITTEN,
)
# "Give the Alliance 36 percent", "the Farmers' Union, with 9 percent", "the Greens, on 3.8"
_GIVEN = re.compile(
    rf"\b(?:giv(?:e|es|ing)|gave|hand(?:s|ed|ing)?|award(?:s|ed|ing)?)\s+"
    rf"(?P<owner>(?:the\s+)?{_NAME})\s+{_ABOUT}$",
    AS_WRITTEN,
)
_STANDING = re.compile(
    rf"(?P<owner>(?:[Tt]he\s+)?(?!(?:On|In|At|By|For|After|Since|\w+day)\b){_NAME})"
    rf"(?:,\s+(?:with|on|at)|\s+(?:on|stood\s+at|stands\s+at|polled|polls|(?:came\s+)?(?:first"
    rf"|second"
    rf"|third|fourth)\s+(?:with|on)))\s+{_ABOUT}$",
    AS_WRITTEN,
)
_TALLIED_AFTER = re.compile(
    r"\s+of\s+(?:the\s+)?(?:votes?|ballots?|returns|precincts|districts|polling\s+\w+)\s+"
    r"(?:\w+\s+){0,2}?(?:counted|tallied|reporting|reported)\b"
)
_FOR_PARTY_AFTER = re.compile(
    rf"\s+(?:seats?|votes?|mandates?|lawmakers|deputies|members)\s+for\s+(?P<owner>{_PERSON})",
    AS_WRITTEN,
)
# "Ahead of the ruling National Order party of Prime Minister Stojek with 31.5 percent"
_BEATEN = re.compile(
    rf"\b(?:beating|defeating|beat|beats|defeated|ahead\s+of|over|edging\s+out|followed\s+by|behind"
    rf"|trailed\s+by|before)\s+"
    rf"(?P<owner>{_PERSON})(?:\s+(?:[Pp]arty|[Aa]lliance|bloc|coalition|list|movement))?"
    rf"(?:\s+(?:of|under|led\s+by)\s+[^,;\d]{{1,50}}?)?(?:,[^,;]{{1,40}},)?\s+"
    rf"(?:on|with|at|who\s+(?:got|won|took|had|received))\s+{_ABOUT}$",
    AS_WRITTEN,
)
_TO_RIVAL = re.compile(rf"\d[^.;]{{0,60}}\bto\s+(?P<owner>{_NAME})['’]s?\s+{_ABOUT}$", AS_WRITTEN)
# "She won 52.5% to his 47.5%"
_TO_PRONOUN = re.compile(rf"\d[^.;]{{0,60}}\bto\s+(?:his|her|their|its)\s+{_ABOUT}$", ANY_CASE)
_TIME = re.compile(
    r"(?:the\s+)?(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Mon(?:day)?|Tue(?:s(?:day)?)?"
    r"|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?"
    r"|Spring|Summer|Fall|Autumn|Winter|Q\d)\b"
)
_NO_OWNER = frozenset(
    """
    it its he she they we i you this that these those there who which what when where while after
    before in on at as if more some many most all about over nearly at least but and or so yet by
    hopes fears talks plans efforts concerns tensions questions rumours rumors doubts
    for from with no one two three four five six seven eight nine ten hundreds thousands dozens
    millions billions
    reports shares stocks sales profits prices dow nasdaq s&p ftse officials analysts experts
    economists critics police sources people
    """.split()
)


# "The union has rejected an offer of 5%": the offer is another's
_OFFERED_BY_OTHERS = re.compile(
    r"\b(?:reject|accept|refus|consider|dismiss|spurn|welcom|oppos)\w*\s+"
    r"(?:the\s+|an?\s+|its\s+|their\s+)?(?:[\w-]+\s+){0,3}?(?:offers?|bids?|proposals?|deals?"
    r"|rises?|increases?)\b[^.;]{0,30}$",
    ANY_CASE,
)

# "Won 102 of the 229 seats": nobody has all of them
_OF_ALL_SEATS = re.compile(
    rf"(?:\d|\b(?:{NUMBER}))(?:\s+(?!of\b)\w+)?\s+(?:of|out\s+of|in)\s+"
    r"(?:the\s+|all\s+)?(?:parliament['’]s\s+|assembly['’]s\s+)?$",
    ANY_CASE,
)
_SEATS_AFTER = re.compile(
    r"[\s-]+(?:\w+\s+)?(?:seats?|mandates?|members?|deputies|lawmakers|councillors|places|MPs)\b",
    ANY_CASE,
)


def owner_by_clause(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """
    Return whose a number is by its clause.

    Parameters
    ----------
    text : str
    unit : Unit
        The unit of the number, with the characters of both.
    sentence : (int, int)
        Characters of the sentence.

    Returns
    -------
    str or None
    """
    before = _before(text, unit, sentence)
    if _TO_PRONOUN.search(before) or _OFFERED_BY_OTHERS.search(before):
        return None
    if _OF_ALL_SEATS.search(before) and _SEATS_AFTER.match(text, unit.end, sentence[1]):
        return None
    if _is_listed(text, unit):
        return _listed(text, unit)
    for rule in RULES:
        owner = rule(text, unit, sentence)
        if owner is not None:
            return owner
    return None


def _owned_after(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return the possessor after the number: "3,000 of Lyft's bikes"."""
    return _words(_OWNED_AFTER.match(text, unit.end, sentence[1]))


def _of_party(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return who got votes or seats: "the poll gave the Alliance 36 percent"."""
    if unit.kind not in ("percent", "count"):
        return None
    if _TALLIED_AFTER.match(text, unit.end):
        return None
    before = _before(text, unit, sentence)
    given = _GIVEN.search(before) or _STANDING.search(before)
    return _words(given or _FOR_PARTY_AFTER.match(text, unit.end, sentence[1]))


def _of_rival(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return whose share of votes stands beside the subject's: "beating Roth on 47 percent"."""
    if unit.kind != "percent":
        return None
    clause = _before(text, unit, sentence)
    found = _BEATEN.search(clause) or _TO_RIVAL.search(clause)
    return _words(found or _VOTES_FOR.match(text, unit.end, sentence[1]))


def _distance_from(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return what is some distance away: "El Reno, about 80 miles west of Tulsa"."""
    if unit.kind != "measure" or _FROM_HERE.match(text, unit.end, sentence[1]) is None:
        return None
    return _words(_DISTANCE.search(_before(text, unit, sentence)))


def _who_makes_up(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return who is a share: "People born abroad" of "make up 12.4 percent"."""
    if unit.kind != "percent":
        return None
    before = _before(text, unit, sentence)
    found = _MAKES_UP.search(before) or _RESTATED_SHARE.search(before)
    if found is None or found["owner"].split()[0].lower() in _PRONOUNS:
        return None
    return found["owner"].strip(" ,")


def _subject(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return the subject of the clause, if its verb is one of having or doing."""
    clause = _before(text, unit, sentence)
    starts = [match.end() for match in _CLAUSE_STARTS.finditer(clause)]
    for start in sorted([0, *starts], reverse=True):
        found = _CLAUSE.match(clause[start:])
        if found is not None and _OTHER_CLAUSE.search(found["rest"]) is None:
            return _words(found)
    return None


def _joined(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return the second of two names with a number each: "Labour" of "and Labour 9"."""
    clause = _before(text, unit, sentence)
    gapped = _GAPPED.search(clause) if _GAP_ENDS.match(text, unit.end) else None
    if gapped is not None:
        return gapped["owner"] or gapped["owner2"]
    joined = _JOINED_NAME.search(clause)
    if joined is not None:
        number = _NUMBER_IN_CLAUSE.search(clause, 0, joined.start())
        if number is None:
            joined = None
        elif _SAID.search(clause, 0, number.start()) and " with " not in joined[0]:
            return None  # "the council says 2,100 homes and the agency 1,650": it only says so
    return _words(joined or _WITH.search(clause))


def _relative(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return the name before a relative clause: "Booker, who raised about 5 million"."""
    found = _WHO.search(_before(text, unit, sentence))
    if found is None or _OTHER_CLAUSE.search(found["rest"]) is not None:
        return None
    return _words(found)


def _subject_after(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return the subject of a clause about the number: "18 million that the senator collected"."""
    return _words(_OBJECT_OF.match(text, unit.end, sentence[1]))


def _heading(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return whose heading a number follows: "Acme's profit in spring: 5 million"."""
    return _words(_HEADED.search(_before(text, unit, sentence)))


def _is_listed(text: str, unit: Unit) -> bool:
    """Return whether a number is one of the facts of a list, after its label."""
    end = unit.start + _LONGEST_LIST
    around = _list_before(text, unit) + text[unit.start : end].partition("\n")[0]
    are_several = len(_FACTS.findall(around)) >= _FEWEST_FACTS
    return are_several and _FACT_AT_END.search(_list_before(text, unit)) is not None


def _listed(text: str, unit: Unit) -> str | None:
    """Return whose fact a number is in a list of facts, which may be read as many sentences."""
    named = list(_LISTED.finditer(_list_before(text, unit) + "0"))
    return _words(named[-1]) if named else None


def _list_before(text: str, unit: Unit) -> str:
    """Return the line before a number, as far as a list reaches."""
    return text[max(0, unit.start - _LONGEST_LIST) : unit.start].rpartition("\n")[2]


def _plural_subject(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return a plural before a verb of having: "French firms pledge 5 million"."""
    return _words(_PLURAL_SUBJECT.match(_before(text, unit, sentence)))


def _measured_subject(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return what is so long, high or old: "The bridge is 300 metres long"."""
    if unit.kind != "measure":
        return None
    return _words(_MEASURED_SUBJECT.match(_before(text, unit, sentence)))


def place_of_cases(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """
    Return the place that counts cases of a disease.

    Parameters
    ----------
    text : str
    unit : Unit
        The unit of the number, with the characters of both.
    sentence : (int, int)
        Characters of the sentence.

    Returns
    -------
    str or None

    Examples
    --------
    >>> text = "17 cases were reported in Ohio."
    >>> place_of_cases(text, Unit("count", None, None, 0, 2), (0, len(text)))
    'Ohio'
    """
    after = _CASES_IN.match(text, unit.end, sentence[1])
    return _words(after or _CASES_OF_PLACE.search(_before(text, unit, sentence)))


def _its(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return the subject that "its" before a number stands for: "Acme cut its prices by 5%"."""
    clause = _before(text, unit, sentence)
    if _ITS_BEFORE.search(clause) is None:
        return None
    return _words(_ANY_CLAUSE.match(clause))


def _town_of(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return the place that has so many people: "the town of fewer than 2,000 people"."""
    if _PEOPLE_AFTER.match(text, unit.end) is None:
        return None
    return _words(_TOWN_OF.search(_before(text, unit, sentence)))


def _goes_to(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return who gets a sum: "About $1.1 billion will go to the agency"."""
    if unit.kind != "money":
        return None
    return _words(_GOES_TO.match(text, unit.end, sentence[1]))


def _storm_with(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return the storm whose winds are so fast: "a tornado with winds of 140 mph"."""
    if unit.kind != "measure":
        return None
    return _words(_STORM_WITH.search(_before(text, unit, sentence)))


def _population(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return whose population a share is of: "1% of the population of Guatemala"."""
    return _words(_POPULATION_OF.match(text, unit.end, sentence[1]))


def _place(text: str, unit: Unit, sentence: tuple[int, int]) -> str | None:
    """Return the place at the start of a sentence: "In Mali, 30 schools"."""
    found = _PLACE_BEFORE.match(_before(text, unit, sentence))
    if found is None or _OTHER_CLAUSE.search(found["rest"]):
        return None
    return _words(found)


def _before(text: str, unit: Unit, sentence: tuple[int, int]) -> str:
    """Return the sentence up to the number; only the end of a very long one."""
    return text[max(sentence[0], unit.start - CHARACTERS_BEFORE) : unit.start]


def _words(found: re.Match[str] | None) -> str | None:
    """Return the words of an owner; None for a pronoun or a time."""
    if found is None:
        return None
    words = found["owner"].strip(" ,")
    if "." not in words.split()[-1][:-1]:
        words = words.rstrip(".")  # the end of the sentence, where it is no "U.S."
    first = words.removeprefix("The ").split()[0].lower()
    if first in _NO_OWNER or words.lower() in ("a", "an", "the") or _TIME.match(words):
        return None
    return words


RULES = (
    _of_rival,
    _of_party,
    _who_makes_up,
    _population,
    _town_of,
    _goes_to,
    _storm_with,
    _owned_after,
    _distance_from,
    _heading,
    place_of_cases,
    _measured_subject,
    _joined,
    _its,
    _relative,
    _subject,
    _plural_subject,
    _subject_after,
    _place,
)
