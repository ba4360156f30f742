"""
Find the words for who or what caused a casualty, by the grammar of the clause around its number.

In: a text, a sentence and a chain of figures in it. Out: the characters of the agent, or None. "X
killed 12", "12 were killed in X", "12 died when X hit", "X hit the town, killing 12". Causes that
no word list names are found in ``causes``. It is used where the tagger names no one. Mere settings
(the war, the fighting) are no agents. Word lists: ``data/lexicons/attacks.toml``.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from analysis.core import lexicon, paths
from analysis.core.calendar_words import WEEKDAY
from analysis.extract.figures.causes import acting_person_before, cause_tied_after, scene_before
from analysis.extract.figures.linked_causes import disease_of_cases, linked_before
from analysis.extract.figures.patterns import HARMED, before_number
from analysis.extract.figures.record import Figure
from analysis.extract.figures.source_words import ESTIMATE
from analysis.extract.figures.word_filter import words_of
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN, alternatives, one_of

__all__ = [
    "NO_AGENT",
    "acts_otherwise",
    "agent_in_clause",
    "harms",
    "is_claimed_clause",
    "is_counter",
    "is_helper",
    "is_joined",
    "is_of_other_side",
    "is_of_toll",
    "is_only_before",
    "is_other_doer",
    "is_record",
    "is_setting",
    "split_by_cause",
    "suspect",
    "without_tag",
]

# Characters of a sentence before a figure that are read; a longer one is a list, or no text.
REACH = 1_000
CHARACTERS_AFTER = 160
CHARACTERS_BEFORE_SUSPECT = 160
LONGEST_AGENT = 90
LONGEST_PLAIN_SUBJECT = 60  # in a longer one, the agent is the attack that it names
LONGEST_SUBJECT = 160  # in a longer one, the attack nearest to the verb is the agent

_WORD = r"[\w’'./&-]+"
_MONTH_OR_DAY = f"{WEEKDAY}|January|February|March|April|June|July|August|September|October"
# A word inside a noun phrase: no preposition, verb or conjunction.
_NO_NOUN_PHRASE = one_of(
    """
    in on at by of from with to for after when as that which and or said was were is are has have
    had near into according against over during between behind about following amid since
    """
)
_IN_PHRASE = rf"(?!{_NO_NOUN_PHRASE}\s)[\w’'/&-]+"

# Where a clause begins.
_REPORTING_VERB = one_of(
    r"""
    said says say reported reports added adding told\s+\w+ and shows? confirmed acknowledged
    admitted denied claimed alleged insisted announced stated conceded warned
    """
)
_CLAUSE_START = re.compile(
    rf"""
    [.;:!?\"“”()\n]\s* | ,\s+
    | \b(?: {_REPORTING_VERB} (?:\s+(?:(?:on\s+)?{WEEKDAY}|today|yesterday))?\s+that
          | said | says | reported | adding | added
          | (?:dead|killed|wounded|injured|hurt|missing|homeless)\s+and\s+(?=(?:an?|the|another)\s)
          | while | meanwhile | but | when | after | where )\s+
    """,
    ANY_CASE,
)
_BREAK = re.compile(r"[;:\n]|[.!?]\s|\b(?:while|killed|wounded|injured)\b")
_LEADING_WORDS = re.compile(
    rf"""
    ^(?: (?:on|in|at|earlier|later|also|late|early|separately|elsewhere|meanwhile)\s+
         (?:(?:on|in)\s+)? (?:{WEEKDAY}|today|yesterday|the\s+same\s+context)\s+
       | also\s+ | and\s+
       | (?:[\w/.-]+\s+){{0,6}}\d{{4}}\s+                  # a date line
       | \d{{1,2}}[-./]\d{{1,2}}[-./]\d{{2,4}}\s+
       | (?:tags|related)\s+ )                            # links of a page
    """,
    ANY_CASE,
)
_TRAILING_WORD = re.compile(
    r"""
    (?:^|\s+)(?:has|have|had|also|reportedly|allegedly|unintentionally|accidentally|mistakenly|
    deliberately|fatally|then|since|later|which|that|who|will|to|
    (?:had\s+)?(?:announced|decided|agreed|
    vowed|plans|planned)\s+to)$
    """,
    ANY_CASE,
)
# Those to whom something is done, and those who did not do it: "when they were hit".
_NOT_ACTING = re.compile(
    r"""
    ^(?:who|which|that)\s
    | (?:^|\s)
    (?:is|are|was|were|be|been|being|gets?|got|getting|not|never|n[’']t
      |(?:did|do|does|could|would|can)(?:\s+not|n[’']t)?)(?:\s+\w+(?:ed|ly))?$
    """,
    ANY_CASE,
)
# What a page puts before the first words: "AFP - The army", "ADVERTISEMENT The gunman".
_LEFT_OVER = re.compile(r"^(?:.*\s)?(?:[A-Z][\w’'-]*|[-–—:|])\s+(?=(?:The|An?)\s+\w)", AS_WRITTEN)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?\w+(?:ed|en)\b", ANY_CASE)
_CONJUNCTION = re.compile(r"(?:\b(?:and|but|while)|;)\s+", ANY_CASE)
_AND_OTHERS = re.compile(r"\s+and\s+(?=(?:an?|the|another|his|her|its|their)\s)", ANY_CASE)
# "There is no known case of a person [killed by]": nothing was done.
_NO_CASE_BEFORE = re.compile(
    r"""
    \b(?:no|not|never|without|hardly)\b [^.,;:]{0,60}
    \b(?:cases?|instances?|records?|evidence|reports?|signs?)\s+of\s+$
    """,
    ANY_CASE,
)
_DETERMINER = re.compile(r"(?<!\bby\s)(?<!\bof\s)\b(?:the|an?|this|that|another)\s", ANY_CASE)
_FINAL_STOP = re.compile(r"(?<=[a-z]{3})\.$")

# Those by whom a number is reported killed no one.
_REPORTED = """
    reported claimed counted given confirmed announced documented cited recorded published
    estimated acknowledged provided verified made
""".split()
_NOT_REPORTED = "".join(rf"(?<!{verb}.)" for verb in _REPORTED)
_BY = rf"(?:{_NOT_REPORTED}by|at\s+the\s+hands\s+of)"

_HARM_VERB = one_of(
    r"""
    kills? killed wip(?:es?|ed|ing)\s+out injured injures? wounded wounds? claimed claims left
    leaves? beheads? beheaded
    executed executes martyred massacred hurt decapitated cost costs detains detained arrested
    kidnapped abducted claim leave behead hurts arrests? seized? captured? captures kidnaps?
    holding\s+hostage abducts? jailed jails imprisons imprisoned
    (?:led\s+to|resulted\s+in|ended\s+in|caused)\s+(?:the\s+)?(?:deaths?|arrests?|detention)\s+of
    admit(?:s|ted)\s+(?:to\s+)?(?:killing|shooting|stabbing|murdering|wounding|abducting|kidnapping)
    shoots? shot stabs? stabbed displaced? displaces releases? released frees? freed rescued?
    rescues evacuated? evacuates deported? deports expelled expels murdered murders? sickened
    sickens infected infects trapped traps poisoned poisons mauled crushed trampled
    """
)
_HARM_PARTICIPLE_BEFORE = re.compile(
    r"""
    \b(?:killing|injuring|wounding|claiming|leaving|causing|hurting|martyring|capturing|detaining|
    arresting|seizing|displacing|prompting|forcing|sending|trapping|shooting|stabbing|rescuing|
    freeing|releasing|resulting\s+in)\b
    [^.;]{0,30}$
    """,
    ANY_CASE,
)
# "... for the attacks Sri Lankan officials have [arrested] seven": the attacks arrested nobody
_ARREST = re.compile(r"(?:re-?)?(?:arrest|detain|jail|imprison|captur|seiz)", re.IGNORECASE)
_ARRESTERS_AT_END = re.compile(
    r"""
    (?P<agent> (?: (?:the|local|federal|state)\s+ | (?-i:[A-Z])[\w-]+\s+ ){0,4}
        (?: officials | authorities | police(?:\s+officers)? | officers | troops | soldiers
          | (?:security\s+)?forces | agents | deputies | detectives | investigators
          | prosecutors ) )
    (?:\s+(?:has|have|had|also|later|since|then))*\s+$
    """,
    ANY_CASE,
)
_NAME_AFTER = re.compile(
    rf"""
    \b{_BY}\s+
    (?P<agent> (?:the\s+)? (?!{_MONTH_OR_DAY}) [A-Z][\w’'.-]*(?:\s+[A-Z][\w’'-]*){{0,4}} )
    """,
    AS_WRITTEN,
)
_RELATIVE_PRONOUN_AT_END = re.compile(
    rf"""
    \s(?:that|which|who)
    (?: ,\s[^,]{{1,30}}, )?                             # ", as of Monday,"
    (?: \s+(?: has | have | had | also | since | then | later | \w+ly | last\s+\w+
        | (?:on\s+)?{WEEKDAY} | in\s+\d{{4}} ) )*
    \s*$
    """,
    ANY_CASE,
)
_CAPTORS_BEFORE = re.compile(
    r"""
    (?P<agent> (?:(?:the|their|his|her)\s+)?(?:[\w-]+\s+)?(?:kidnappers|captors|abductors) )
    \s+of\s+$
    """,
    ANY_CASE,
)
# A text without these words has no match of the patterns with the agent of a noun.
_CAPTORS = frozenset({"kidnappers", "captors", "abductors"})
_ACCUSE = frozenset({"accuse", "accuses", "accused", "accusing"})
_TOLLS = frozenset({"toll", "deaths", "casualties"})
_KILLING = one_of("killing injuring wounding gassing massacring executing abducting kidnapping")
_AND_KILLING = r"(?:\s+and\s+(?:killing|injuring|wounding))?"

# People are taken and let go by people: who did it follows "by", not "in", "after" or "when".
_FREED = ("rescued", "evacuated", "other")
_NO_CAUSE_BUT_PEOPLE = ("captured", "other", "rescued", "surrendered")

NO_AGENT = frozenset(
    """
    he it they we she i who which that this him her them us me you there were was and a an the our
    its their his my your
    """.split()
) | {
    "the war",
    "the conflict",
    "the fighting",
    "the offensive",
    "each other",
    "one another",
    "have been",
    "had been",
    "his wounds",
    "her wounds",
    "their wounds",
    "his injuries",
    "her injuries",
    "their injuries",
}
_SETTING = re.compile(
    r"""
    \b(?:war|conflict|uprising|crisis|fighting|offensive|(?<!gun.)(?<!gang.)(?<!mob.)violence|
    unrest)\b
    (?!\s+\w+ed\s+by | \s+between\s+\w) [^.]{0,30}$
    | ^(?:the\s+)?clash(?:es)?$
    | \b(?:cease-?fire|truce)$
    """,
    ANY_CASE,
)
_HELPER = re.compile(
    r"""
    \b(?: rescuers?
        | (?:rescue|emergency)\s+(?:crews?|teams?|services?|workers?|responders?)
        | responders | fire\s?fighters? | firemen | medics | paramedics | divers | white\s+helmets
        | civil\s+defen[cs]e )
    (?:\s+\w+ed)?$
    """,
    ANY_CASE,
)
# Who does this to people, or for them, did not thereby harm those of the next clause.
_OTHER_DEED = re.compile(
    r"""
    (?: \s+(?:has|have|had|also|then|later|finally|\w+ly) )*
    \s+(?: ends?|ended|rescue[sd]?|saves?|saved|frees?|freed|recover(?:s|ed)?|retriev(?:es?|ed)
        | find|finds|found|treat(?:s|ed)?|count(?:s|ed)?|mourn(?:s|ed)?|bur(?:y|ies|ied)
        | evacuate[sd]?|los(?:e|es|t)|identif(?:y|ies|ied)|honou?r(?:s|ed)?|escape[sd]?|survive[sd]?
        | clash(?:es|ed)?|fight|fights|fought|battle[sd]?|exchange[sd]?|recall(?:s|ed)?
        | withdr(?:aws?|ew)|suspend(?:s|ed)?
        | lower(?:s|ed)?|rais(?:es|ed)|revis(?:es|ed)|correct(?:s|ed)
        | arrest(?:s|ed)?|detain(?:s|ed)?|said|says|told|announce[sd]?|warn(?:s|ed)?
        | reports?|reported|confirm(?:s|ed)?|investigat(?:es?|ed)|condemn(?:s|ed)?|deni(?:es|ed) )\b
    """,
    ANY_CASE,
)
# "rescued by the locals", "found dead by police": whoever follows did no harm by it.
_HELPED = one_of(
    """
    rescued saved freed released recovered retrieved found discovered spotted seen treated helped
    aided assisted attended tended examined picked pulled plucked taken brought carried airlifted
    rushed transported ferried evacuated sheltered fed counted mourned identified honou?red named
    listed visited questioned interviewed reported confirmed announced documented verified recorded
    claimed accompanied survived represented quoted followed pursued chased tailed shadowed
    escorted watched observed filmed monitored
    """
)
# A town that rebels hold, and captives of theirs, are not said to have been harmed by them.
_RULED = one_of("besieged held controlled ruled run occupied owned abducted kidnapped captured")
_CAPTIVE = one_of(
    """
    besieged held abducted kidnapped captured seized trapped surrounded jailed detained enslaved
    imprisoned taken
    """
)
_DONE_BY = (
    r"(?:\s+(?:up|out|away|aboard|dead|alive|safely|hostage|captive|prisoner|in"
    r"|to\s+(?:hospital|safety)|\w+ly))*\s+by\s+$"
)
# "After a revision by police": whoever counts again killed nobody.
_TOLD = one_of(
    """
    revisions? corrections? reviews? counts? recounts? estimates? reports? statements? updates?
    announcements? tall(?:y|ies) accounts? figures? inquir(?:y|ies) investigations? surveys?
    """
)
_HELPED_OR_RULED_BY = re.compile(
    rf"\b(?:{_HELPED}|{_RULED}){_DONE_BY}|\b{_TOLD}\s+by\s+$", ANY_CASE
)
_RULED_BY = re.compile(
    rf"\b(?:territory|areas?|land|towns?|regions?)\s+(?:{_RULED}){_DONE_BY}", ANY_CASE
)
_HELD_BY = re.compile(rf"\b{_CAPTIVE}{_DONE_BY}", ANY_CASE)
# "A man arrested over the fire": the fire did not arrest him.
_HELD_OVER = re.compile(
    r"""
    \b(?:arrest\w* | detain\w* | held | charged | jailed | custody | questioned | sought)\s+
    (?:[\w-]+\s+){0,3}?
    (?:over|for|after|following|in\s+connection\s+with|on\s+suspicion\s+of|on\s+charges\s+of)\s+$
    """,
    ANY_CASE,
)
# "Ninety were saved after a tanker struck": the tanker saved nobody.
_AFTER = re.compile(r"\b(?:after|when|as|before)\s+$", ANY_CASE)
_ANY_HARM = re.compile(
    rf"""
    \b(?: {_HARM_VERB} | (?:kill|injur|wound|hurt|caus|leav|shoot|stabb|murder|behead|execut|hang
           |strangl|beat|poison|bomb|abduct|kidnapp|arrest|detain|captur|rescu|sav|free)ing )\b
    """,
    ANY_CASE,
)
_BY_AT_END = re.compile(r"\bby\s+(?:the\s+)?$", ANY_CASE)
_ESTIMATES_AFTER = re.compile(
    rf"(?:['’]s?)?\s+(?:own\s+|official\s+|latest\s+)?{ESTIMATE}\b",
    ANY_CASE,
)
_CLAIM = one_of("claims? claimed claiming alleges? alleged estimates? estimated believes? believed")
_CLAIMS_BEFORE = re.compile(
    rf"(?:\s+(?:has|have|had|\w+ly))*\s+{_CLAIM}\s+(?:[\w-]+\s+){{0,3}}", ANY_CASE
)
_CLAIM_AT_END = re.compile(rf"\b{_CLAIM}\s+(?:that\s+)?(?:[\w-]+\s+){{0,3}}$", ANY_CASE)
# "The party claimed [50 people had died]" is speech, "the storm claimed 50 people" is none.
_CLAUSE_AFTER = re.compile(
    r"""
    (?: [^\S\n]+(?!(?:who|whom|whose|that|which|when|where|while|as|and|or|but|if|because|after)\b)
        [\w’'-]+ ){0,6}?
    [^\S\n]+(?:had|have|has|were|was|are|is|died|perished|drowned|lost|suffered
      |went|remain(?:ed)?)\b
    """,
    ANY_CASE,
)
_DEAD_AFTER = re.compile(
    r"\s+(?:dead|killed|deaths|wounded|injured|casualties|missing)\b", ANY_CASE
)
# "Counted 150 deaths from local newspapers" tells where they were read.
# "Reached 12 miners and found [three]": whoever finds the dead did not kill them.
_FOUND_BEFORE = re.compile(
    rf"\b(?:found|finds?|finding|discover(?:s|ed|ing)?|saw)\s+{before_number('another the all')}",
    ANY_CASE,
)
_CLASH_WITH = re.compile(
    r"\b(?:clash(?:es)?|battles?|fights?|fighting|skirmish(?:es)?|shoot-?outs?|gun\s?battles?"
    r"|fire\s?fights?|exchanges?)\b[^.;,]{0,30}?\b(?:with|against|between)\s",
    ANY_CASE,
)
_LATER_CLAUSE = re.compile(
    r"""
    [^.;]{0,60}? (?:,|;|\b(?:and|but|while)\b) [^.;]{0,40}?
    \b(?: claim(?:s|ed|ing)? | said | says? | alleg(?:es|ed) | report(?:s|ed) | insist(?:s|ed)
       | estimate[sd]? | put | puts )\b
    """,
    ANY_CASE,
)
_RECORD = re.compile(
    r"""
    \b(?: newspapers? | media | press | records? | archives? | certificates? | registers?
      | registr(?:y|ies) | databases? | data | statistics | figures | surveys? | testimon(?:y|ies)
      | accounts | obituaries | social\s+networks? | news\s+(?:reports|outlets|agencies|sites)
      | websites? | interviews | (?:media|police|field|local|witness)\s+reports )$
    """,
    ANY_CASE,
)
_AFTER_TREATMENT = re.compile(
    r"\b(?:after|following|since|(?:days|hours|weeks|months)\s+of)\s+(?:the|an?|his|her|their)?"
    r"\s*$",
    ANY_CASE,
)
_TREATMENT = re.compile(
    r"""
    \b(?: vaccin\w+ | jabs? | inoculations? | immuni[sz]ations? | injections? | boosters?
      | infusions? | transfusions? | treatments? | therap(?:y|ies) | surger(?:y|ies) | doses?
      | medications? | transplants? )$
    """,
    ANY_CASE,
)
_NAME_ALONE = re.compile(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}")
_TOLL_AFTER = re.compile(r"\s+(?:death\s+)?(?:toll|dead|deaths|casualties)\b", re.IGNORECASE)
_JOINED = re.compile(r"\s+and\s+(?:(?:a|an|at\s+least|his|her|their)\s+)?", ANY_CASE)
_SHOT = re.compile(r"\bshots?$", ANY_CASE)
_VACCINE = re.compile(r"\b(?:vaccin|immuni[sz]|inoculat)", ANY_CASE)
# What an agency puts before a headline: "UPDATE 2-Congo ferry", "CORRECTED-Drones".
_TAG = re.compile(
    r"(?:(?:UPDATE|WRAPUP|CORRECTED|REFILE|RPT|REPEAT|EXCLUSIVE|FACTBOX|ANALYSIS|INSIGHT)[\s-]*)*"
    r"(?:(?<!\d)[1-6]-)?(?=[A-Za-z])",
    AS_WRITTEN,
)
_END_OF_HEAD = re.compile(r"\s(?:on|of|by|between|that|who|which|in|at|from)\s|,")


@lru_cache(maxsize=1)
def _attack_words() -> dict[str, dict[str, list[str]]]:
    """Return the groups of ``attacks.toml``, each with its list of words."""
    return lexicon.load(paths.LEXICONS / "attacks.toml", allowed_keys=("words",))


def _words(*groups: str) -> str:
    """Return an alternation of the words of some groups, one group after the other."""
    return "|".join(alternatives(_attack_words()[group]["words"]) for group in groups)


def _more_of_agent() -> str:
    """Return the pattern of what may continue an agent: "shells [fired by rebels]"."""
    return rf"""
        (?: \s+(?:fired|carried\s+out|launched|conducted)\s+by\s+
            (?:{_WORD}\s+){{0,3}}?(?:{_words("actor")})\b
          | \s+(?:by|with|between)\s+(?:{_WORD}\s+){{0,4}}?(?:{_words("actor", "harm")})\b )?
    """


@lru_cache(maxsize=1)
def _harm_verb_before() -> re.Pattern[str]:
    """Return the pattern of "killed" before a number."""
    determiners = before_number(r"another a\s+further the all")
    pattern = rf"\b{_HARM_VERB}\b (?:\s+(?:the\s+)?li(?:ves|fe)\s+of)? \s+{determiners}"
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _agent_with_by_after() -> re.Pattern[str]:
    """Return the pattern of "12 were killed by army snipers"."""
    harm = _words("harm")
    pattern = rf"""
        \b{_BY}\s+
        (?P<agent> (?:(?:{_IN_PHRASE})\s+){{0,6}}? (?:{_words("harm", "actor")})\b
            (?: ['’]s\s+(?:[\w-]+\s+){{0,2}}?(?:{harm})\b )?   # "the army's air raid"
            (?: \s+(?:{_words("harm", "actor")})\b )*
            {_more_of_agent()} )
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _attack_after() -> re.Pattern[str]:
    """Return the pattern of "12 were killed in a mortar attack"."""
    preposition = one_of(
        r"in from as\s+a\s+result\s+of due\s+to because\s+of during following after under"
    )
    pattern = rf"""
        \b{preposition}\s+
        (?P<agent> (?:(?:{_IN_PHRASE})\s+){{0,6}}? (?:{_words("harm")})\b
            (?: \s+(?:{_words("harm", "actor")})\b )*
            {_more_of_agent()} )
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _attacker_after() -> re.Pattern[str]:
    """Return the pattern of "12 died when militants stormed the port"."""
    pattern = rf"""
        \b(?:when|after|as|where)\s+
        (?P<agent>(?:{_WORD}\s+){{1,8}}?) (?:{_words("verb")})\b
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _attack_phrase() -> re.Pattern[str]:
    """Return the pattern of a noun phrase for an attack."""
    harm = _words("harm")
    pattern = rf"""
        (?<!\w) (?:(?:{_IN_PHRASE})\s+){{0,5}} (?<!cease-)\b(?:{harm})\b (?:\s+(?:{harm})\b)*
        (?: \s+(?:carried\s+out\s+by|fired\s+by|launched\s+by|by|of)
            \s+(?:the\s+)?{_WORD}(?:\s+{_WORD}){{0,2}} )?
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _subject_and_verb() -> re.Pattern[str]:
    """Return the pattern of "rebels shelled" at the start of a clause."""
    return re.compile(rf"^(?P<agent>(?:{_WORD}\s+){{1,10}}?) (?:{_words('verb')})\b", ANY_CASE)


@lru_cache(maxsize=1)
def _subject_and_any_verb() -> re.Pattern[str]:
    """Return the pattern of "a storm in the north flooded": a plain subject and a past verb."""
    irregular = one_of(
        "struck shook fought caved fell broke blew burst rose sank swept drove ran threw set tore "
        "began came took spread sprang bit stole led brought"
    )
    pattern = rf"""
        ^(?P<agent> (?:{_IN_PHRASE}\s+){{1,6}}?
            (?: (?:in|of|on|at|near|from)\s+(?:{_IN_PHRASE}\s+){{1,4}}? )? )
        (?: (?:has|have|had|\w+ly)\s+ )*
        (?: (?!{_REPORTING_VERB})\w{{2,}}ed | {irregular} )\b
        (?!\s+by\b)
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _death_toll() -> re.Pattern[str]:
    """Return the pattern of "the death toll from the fire" and of "Mine fire death toll"."""
    harm = _words("harm")
    pattern = rf"""
        \b(?:toll|deaths|casualties)\s+(?:from|in|of)\s+
          (?P<agent> (?:(?:{_IN_PHRASE})\s+){{0,5}}? (?:{harm})\b (?:\s+(?:{harm})\b)* )
        | (?P<headline> (?:(?:{_IN_PHRASE})\s+){{0,4}}? (?:{harm}) )\s+(?:death\s+)?toll\b
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _accused_before() -> re.Pattern[str]:
    """Return the pattern of "accused the army of killing" before a number."""
    determiners = before_number(r"well many all these those another a\s+further the")
    pattern = rf"""
        \b accus(?:e|es|ed|ing)\s+
        (?P<agent> (?:{_IN_PHRASE}\s+){{1,5}} (?: and\s+(?:{_IN_PHRASE}\s+){{1,4}} )? )
        (?= (?:of|in|on|at|with|from|by|for|which|who|that|as)\s )
        (?: (?: (?!\bof\s+[\w-]+ing\b) [^.;:,] ){{0,60}}? \s )?
        of\s+(?:deliberately\s+)?{_KILLING}{_AND_KILLING}
        \s+{determiners}
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _suspect_before() -> re.Pattern[str]:
    """Return the pattern of "a man suspected of killing" before a number."""
    number = r"an?|the|two|three|four|five|six|several|\d+(?!-)"
    determiners = before_number(r"another a\s+further the")
    pattern = rf"""
        (?:^|\s)
        (?P<agent> (?:{number})\s+
            (?: (?! (?:{number}|found|of|in)\b | \w+ed\b ) [\w-]+\s+ ){{1,4}}? )
        (?: who\s+(?:is|are|was|were)\s+ )?
        (?:suspected|accused|convicted|guilty|blamed|wanted|charged|arrested|jailed|on\s+trial)
        \s+(?:of|for|with|in|over)\s+
        (?: (?:deliberately\s+|fatally\s+)?
            (?:killing|injuring|wounding|gassing|massacring|executing|abducting|kidnapping|
            murdering|shooting|stabbing|attacking|assaulting|poisoning|strangling|drowning|
            gunning\s+down|running\s+over|mowing\s+down)
            {_AND_KILLING}
          | (?:the\s+)? (?:fatal\s+|deadly\s+|attempted\s+)?
            (?:murders?|killings?|deaths?|shootings?|stabbings?|abductions?|kidnappings?)\s+of )
        \s+{determiners}
    """
    return re.compile(pattern, ANY_CASE)


def agent_in_clause(
    text: str, sentence: tuple[int, int], chain: Sequence[Figure]
) -> tuple[int, int] | None:
    """
    Find the agent of figures that are close together.

    Parameters
    ----------
    text : str
    sentence : (int, int)
        Characters of the sentence.
    chain : sequence of Figure
        Figures of that sentence, in reading order.

    Returns
    -------
    (int, int) or None
        Characters of the agent; None if the clause names none.
    """
    offset = max(sentence[0], chain[0].start - REACH)
    before = text[offset : chain[0].start]
    if _NO_CASE_BEFORE.search(before):
        return None
    is_speech = is_claimed_clause(before, text[chain[0].end : sentence[1]])
    if chain[0].outcome == "ill":
        disease = disease_of_cases(text, chain[0].end, sentence[1])
        if disease is not None:
            return disease
    linked = linked_before(before, text[chain[0].end : sentence[1]])
    if linked is not None:
        return _trimmed(before, *linked, offset)
    return (
        _agent_of_noun(before, offset)
        or (None if is_speech else _subject_of_verb(before, offset))
        or _scene(before, offset)
        or _cause_after(text, chain[-1].end, sentence[1], chain[0].outcome)
        or _subject_of_main_clause(before, offset)
    )


def split_by_cause(
    text: str, sentence: tuple[int, int], chain: Sequence[Figure]
) -> list[list[Figure]]:
    """
    Split figures that are close together where another cause begins.

    "A storm left 9 dead and a flood killed 12", "9 died in a fire and 12 were killed by gas".

    Parameters
    ----------
    text : str
    sentence : (int, int)
        Characters of the sentence.
    chain : sequence of Figure
        Figures of that sentence, in reading order.

    Returns
    -------
    list of list of Figure
        Order kept.
    """
    groups = [[chain[0]]]
    for previous, figure in pairwise(chain):
        if _has_own_cause(text, sentence, previous, figure):
            groups.append([])
        groups[-1].append(figure)
    return groups


def _has_own_cause(text: str, sentence: tuple[int, int], previous: Figure, figure: Figure) -> bool:
    """Return whether a figure and the one before it have each a cause of their own."""
    between = text[previous.end : figure.start]
    conjunction = _CONJUNCTION.search(between)
    if conjunction is None:
        return False
    if _subject_of_verb(between[conjunction.end() :], 0) is not None:
        return True
    own = _cause_after(text, figure.end, sentence[1], figure.outcome)
    if own is None:
        return False
    return _cause_after(text, previous.end, figure.start, previous.outcome) is not None


def suspect(text: str, sentence: tuple[int, int], start: int) -> tuple[int, int] | None:
    """
    Find who is suspected of what a number counts: "police arrested a man suspected of killing 4".

    Parameters
    ----------
    text : str
    sentence : (int, int)
        Characters of the sentence.
    start : int
        First character of the number.

    Returns
    -------
    (int, int) or None
        Characters of the suspect.
    """
    offset = max(sentence[0], start - CHARACTERS_BEFORE_SUSPECT)
    before = text[offset:start]
    found = _suspect_before().search(before)
    return None if found is None else _trimmed(before, *found.span("agent"), offset)


def _agent_of_noun(before: str, offset: int) -> tuple[int, int] | None:
    """
    Find the agent that a noun or "accused" names.

    "The kidnappers of 2 men", "accused X of killing 12", "the death toll of the fire is 12".
    """
    words = words_of(before)
    for pattern, keys in ((_CAPTORS_BEFORE, _CAPTORS), (_accused_before(), _ACCUSE)):
        named = None if words.isdisjoint(keys) else pattern.search(before)
        if named is not None:
            return _trimmed(before, *named.span("agent"), offset)
    if words.isdisjoint(_TOLLS):
        return None
    toll = _death_toll().search(before)
    if toll is None or _BREAK.search(before, toll.end()):
        return None
    name = "agent" if toll["agent"] else "headline"
    return _trimmed(before, *toll.span(name), offset)


def _subject_of_verb(before: str, offset: int) -> tuple[int, int] | None:
    """Find the agent of "X killed 12": the words between the start of the clause and the verb."""
    verb = _harm_verb_before().search(before)
    if verb is None:
        return None
    end = verb.start()
    relative_pronoun = _RELATIVE_PRONOUN_AT_END.search(before[:end])
    if relative_pronoun is not None:  # "an attack in the capital that killed 12"
        end = relative_pronoun.start()
        phrases = list(_attack_phrase().finditer(before, max(0, end - LONGEST_AGENT), end))
        if phrases:
            phrase = _from_determiner(before, *phrases[-1].span())
            return _trimmed(before, *phrase, offset)
        person = acting_person_before(before[max(0, end - LONGEST_AGENT) : end])
        if person is None:
            return None
        skipped = max(0, end - LONGEST_AGENT)
        return _trimmed(before, skipped + person[0], skipped + person[1], offset)
    start = 0
    for boundary in _CLAUSE_START.finditer(before, 0, end):
        start = boundary.end()
    if end - start > LONGEST_PLAIN_SUBJECT:
        police = _ARRESTERS_AT_END.search(before[:end])
        if police is not None and _ARREST.match(verb[0]):
            return _trimmed(before, *police.span("agent"), offset)
        phrases = list(_attack_phrase().finditer(before, start, end))
        if phrases:
            phrase = phrases[0] if end - start < LONGEST_SUBJECT else phrases[-1]
            return _trimmed(before, *phrase.span(), offset)
    for second in _AND_OTHERS.finditer(before, start, end):
        # "the landlord left and the flood displaced 12", not "the army and the police killed 12"
        if _subject_and_any_verb().match(before[start : second.start()]):
            start = second.end()
    if before[start:end].rstrip().lower().endswith(" and"):  # "A man killed himself and wounded 12"
        first_verb = _subject_and_verb().match(before[start:end])
        first_verb = first_verb or _subject_and_any_verb().match(before[start:end])
        return first_verb and _trimmed(before, start, start + first_verb.end("agent"), offset)
    return _trimmed(before, start, end, offset)


def _from_determiner(words: str, start: int, end: int) -> tuple[int, int]:
    """Return a phrase from its own determiner: "it preceded [the operation]"."""
    for determiner in _DETERMINER.finditer(words, start, end):
        start = determiner.start()
    return start, end


def _scene(before: str, offset: int) -> tuple[int, int] | None:
    """Find the agent of "the crash in which 12 died"."""
    found = scene_before(before, _words("harm"))
    return None if found is None else _trimmed(before, *found, offset)


def _cause_after(text: str, start: int, end: int, outcome: str | None) -> tuple[int, int] | None:
    """Find the nearest agent of "12 were killed in X", "killed by X", "died when X hit"."""
    near = text[start : min(end, start + CHARACTERS_AFTER)]
    patterns = [_agent_with_by_after(), _NAME_AFTER]
    if outcome not in _NO_CAUSE_BUT_PEOPLE:
        patterns += [_attack_after(), _attacker_after()]
    best: re.Match[str] | None = None
    for pattern in patterns:
        match = pattern.search(near)
        if match is not None and (best is None or match.start() < best.start()):
            best = match
    tied = cause_tied_after(text, start, end, outcome)
    if best is None or (tied is not None and tied[0] < start + best.start("agent")):
        return None if tied is None else _trimmed(text, *tied, 0)
    return _trimmed(near, *best.span("agent"), start)


def _subject_of_main_clause(before: str, offset: int) -> tuple[int, int] | None:
    """Find the subject of the clause that a participle depends on: "X hit the town, killing 12"."""
    participle = _HARM_PARTICIPLE_BEFORE.search(before)
    if participle is None:
        return None
    clause = before[: participle.start()]
    starts = [0, *(boundary.end() for boundary in _CLAUSE_START.finditer(clause))]
    for start in reversed(starts):
        start += _length_of_lead(clause[start:])
        subject = _subject_and_verb().match(clause[start:])
        if subject is None:
            subject = _subject_and_any_verb().match(clause[start:])
        if subject is not None:
            return _trimmed(clause, start, start + subject.end("agent"), offset)
        if _PASSIVE.search(clause, start):
            return None  # "after a third of the land was flooded, killing 12"
    return None


def _length_of_lead(words: str) -> int:
    """Return the length of adverbs and dates before a noun phrase."""
    lead = _LEADING_WORDS.match(words)
    return 0 if lead is None else lead.end()


def _trimmed(text: str, start: int, end: int, offset: int) -> tuple[int, int] | None:
    """Return a span without adverbs at both ends; None if nothing is left or it names no agent."""
    start += _length_of_lead(text[start:end])
    left_over = _LEFT_OVER.match(text, start, end)
    if left_over is not None:
        start = left_over.end()
    words = _FINAL_STOP.sub("", text[start:end].rstrip())
    trailing = _TRAILING_WORD.search(words)
    while trailing is not None:
        words = words[: trailing.start()]
        trailing = _TRAILING_WORD.search(words)
    stripped = words.strip()
    if not stripped or len(words) > LONGEST_AGENT or _NOT_ACTING.search(stripped):
        return None
    if words.lower().strip() in NO_AGENT or is_setting(words) or is_record(words):
        return None
    start += len(words) - len(words.lstrip())
    return offset + start, offset + start + len(stripped)


def acts_otherwise(text: str, agent_end: int, number: int, number_end: int | None = None) -> bool:
    """
    Return whether a supposed agent does something else than harm the people of a number.

    Parameters
    ----------
    text : str
    agent_end, number : int
        Characters where the words for the agent end and where the number starts.
    number_end : int, optional
        Where the number ends: in "the party claims four dead" they are only counted.

    Returns
    -------
    bool
        False where the words before the number name its harm ("freed two hostages and killed 12").

    Examples
    --------
    >>> text = "Italy rescues 168 migrants, 7 dead"
    >>> acts_otherwise(text, 5, text.index("7"))
    True
    """
    if agent_end >= number:
        return False
    if _FOUND_BEFORE.search(text, agent_end, number):
        return True
    if number_end is not None and _CLAIMS_BEFORE.fullmatch(text, agent_end, number):
        after = text[number_end : number_end + CHARACTERS_AFTER]
        if _DEAD_AFTER.match(after) or is_claimed_clause(text[agent_end:number], after):
            return True
    if _OTHER_DEED.match(text, agent_end, number) is None:
        return False
    before = text[agent_end:number]
    if _HARM_PARTICIPLE_BEFORE.search(before):
        return False
    return _harm_verb_before().search(before) is None


def is_other_doer(text: str, agent_start: int, number: int, outcome: str | None) -> bool:
    """
    Return whether the passive before a supposed agent says that it did something else.

    Parameters
    ----------
    text : str
    agent_start, number : int
        First characters of the words for the agent, and of the number.
    outcome : str or None
        Outcome of the people: whoever held them did not free them, and whoever freed them or ruled
        their town is not said to have harmed them. Captors take the captured.

    Returns
    -------
    bool

    Examples
    --------
    >>> text = "One died and another was rescued by the locals"
    >>> is_other_doer(text, text.index("the locals"), 0, "killed")
    True
    """
    before = text[max(0, agent_start - CHARACTERS_BEFORE_SUSPECT) : agent_start]
    if outcome in _FREED:
        is_afterthought = number < agent_start and _AFTER.search(before) is not None
        if is_afterthought or _RULED_BY.search(before):
            return True
        return _HELD_BY.search(before) is not None
    if outcome == "captured":
        return _HELD_OVER.search(before) is not None
    if outcome in (*HARMED, "bodies_found", "missing", "ill"):
        return _HELPED_OR_RULED_BY.search(before) is not None
    return False


def is_claimed_clause(before: str, after: str) -> bool:
    """
    Return whether a clause follows a "claimed" before a number: who claims it only says it.

    Parameters
    ----------
    before, after : str
        What precedes and follows the number.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_claimed_clause("The party claimed ", " people had died.")
    True
    >>> is_claimed_clause("The storm claimed ", " people who were asleep.")
    False
    """
    return _CLAIM_AT_END.search(before) is not None and _CLAUSE_AFTER.match(after) is not None


def is_record(words: str) -> bool:
    """
    Return whether words name media or records, from which deaths are counted.

    Examples
    --------
    >>> is_record("local newspapers"), is_record("floods")
    (True, False)
    """
    return _RECORD.search(words.strip()) is not None


def is_counter(text: str, start: int, end: int) -> bool:
    """
    Return whether a supposed agent behind "by" only counted: "by United Nations estimates".

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the agent.

    Returns
    -------
    bool

    Examples
    --------
    >>> text = "12 had been killed, by army estimates"
    >>> is_counter(text, text.index("army"), text.index(" estimates"))
    True
    """
    is_passive = _BY_AT_END.search(text[max(0, start - 8) : start]) is not None
    return is_passive and _ESTIMATES_AFTER.match(text, end) is not None


def is_only_before(text: str, start: int, end: int) -> bool:
    """
    Return whether a supposed agent is a treatment after which people died: a time, and no cause.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the agent.

    Returns
    -------
    bool
        A "shot" is a treatment only where the text speaks of a vaccine.

    Examples
    --------
    >>> text = "17 died after the jab"
    >>> is_only_before(text, 14, len(text))
    True
    """
    if not _AFTER_TREATMENT.search(text[max(0, start - 30) : start]):
        return False
    words = text[start:end]
    if _TREATMENT.search(words):
        return True
    return _SHOT.search(words) is not None and _VACCINE.search(text) is not None


def harms(text: str, agent: tuple[int, int], number: int) -> bool:
    """
    Return whether a verb of harm or a "by" joins an agent to the number of those whom it harmed.

    Examples
    --------
    >>> harms("Two gunmen killed 12", (0, 10), 18), harms("82 gunmen, 154 civilians", (0, 9), 11)
    (True, False)
    """
    start, end = agent
    if number < start:
        return re.search(r"\bby\s+$", text[:start]) is not None
    return _ANY_HARM.search(text, end, number) is not None


def without_tag(text: str, start: int, end: int) -> int:
    """
    Return where words start without what an agency puts before a headline.

    Examples
    --------
    >>> without_tag("UPDATE 2-Congo ferry sinks", 0, 20)
    9
    """
    if start and not text[start - 1].isspace():
        return start
    tag = _TAG.match(text, start, end)
    return start if tag is None else tag.end()


def is_of_other_side(text: str, agent: tuple[int, int], number: int) -> bool:
    """
    Return whether an agent is one side of a clash, and a later clause counts more of the harmed.

    Parameters
    ----------
    text : str
    agent : (int, int)
        Characters of the agent.
    number : int
        First character of the number.

    Returns
    -------
    bool
        Those of the later clause may be of the very side that the agent names.

    Examples
    --------
    >>> text = "Its men died in a clash with Chad and it claimed 15 soldiers of Chad had died"
    >>> is_of_other_side(text, (16, 33), text.index("15"))
    True
    """
    start, end = agent
    if end >= number or not _CLASH_WITH.search(text, start, end):
        return False
    return _LATER_CLAUSE.match(text, end, number) is not None


def is_helper(words: str) -> bool:
    """
    Return whether words name people who come to help, and so cause no deaths.

    Examples
    --------
    >>> is_helper("emergency crews"), is_helper("a strike on medics")
    (True, False)
    """
    head = _END_OF_HEAD.split(words, maxsplit=1)[0]
    return _HELPER.search(head) is not None


def is_joined(text: str, agent_end: int, number: int) -> bool:
    """
    Return whether a supposed agent shares the fate of the people of a number.

    Parameters
    ----------
    text : str
    agent_end, number : int
        Characters where the words for the agent end and where the number starts.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_joined("Siege ends; gunman and hostage dead", 18, 23)
    True
    """
    return agent_end < number and _JOINED.fullmatch(text, agent_end, number) is not None


def is_of_toll(text: str, start: int, end: int) -> bool:
    """
    Return whether a supposed agent is the place or name by which a headline calls a toll.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the words for the agent.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_of_toll("Union blames owner as Orvel death toll reaches 11", 22, 27)
    True
    """
    is_name = _NAME_ALONE.fullmatch(text, start, end) is not None
    return is_name and _TOLL_AFTER.match(text, end) is not None


def is_setting(words: str) -> bool:
    """
    Return whether words name a mere setting: a war, the fighting, clashes without a party.

    Examples
    --------
    >>> is_setting("the six-year war"), is_setting("clashes with police")
    (True, False)
    """
    return _SETTING.search(words.strip()) is not None
