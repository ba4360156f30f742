"""
Tell by the grammar of a sentence whom it accuses: "blamed the operator", "the army is to blame".

In: the text of an article and the characters of a cue or of what somebody says. Out: the characters
of the accused, and the words that accuse them. Nothing is told where the words are negated,
supposed, asked or said to be the claim of somebody else, and where a pronoun stands for the
accused: an accusation put in the wrong mouth is worse than one that is missed.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Accused", "accused_after", "accused_before", "accused_in", "is_accusation"]

_FLAGS = re.VERBOSE | re.IGNORECASE
_SHORTEST, _LONGEST = 2, 80  # characters of whom a cue accuses
_MOST_SUBJECT = 60  # characters of whom a sentence holds responsible
_MOST_SUBJECT_WORDS = 8
_AROUND = ", \t\r\n"  # characters before and after the accused
_LONGEST_CUE = 60
_LONGEST_BEFORE = 60  # characters before a cue that can turn it into no accusation

# No end of a clause: the full stops of "U.S.", "Gov." and "2.5", and the comma of "4,000"
_WITHIN = (
    r"(?:[^.,;:!?”\"]|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Ms|Dr|St|Lt))\."
    r"|(?<=\b(?:Mrs|Gov|Sen|Rep|Gen|Col|Sgt))\.|[.,](?=\d))"
)
_CLAUSE = re.compile(rf"{_WITHIN}*")
# "accused the owner, Velm Apparel, of locking the doors"
_WITH_APPOSITION = re.compile(rf"{_WITHIN}*(?:,{_WITHIN}{{2,50}},(?=\s+of\b){_WITHIN}*)?")
# "blamed the operator, Velm Rail, for it": the name of the accused; "the mill, Velm said" is none
_ITS_NAME = re.compile(
    r",\s(?:[A-Z][\w’'&-]+)(?:\s[A-Z][\w’'&-]+){0,4}(?=,\s(?!and\b|or\b)|\s+for\b|[.;])"
)
_DESCRIBED = re.compile(r"\s*(?:the|an?|its|their|his|her)\s+[a-z][\w’' -]*$")
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
# Up to the reason, the place or day where it was said, or another clause: "the operator [for the
# crash]", "the union [and said that]", "the ministry [in a letter]".
_UP_TO = re.compile(
    rf"""
    \s+(?: (?:for|over|after|when|as|because|by|during|since|who|which|that|while)\b
        | (?:in|on|at|of|under|from|with)\s+(?:which|whom|whose)\b
        | on\s+(?: {_DAY} | social\s+media | television | \d )
        | (?:in|at|on)\s+an?\s+(?:\w+\s+)?(?:statement|letter|post|speech|video|interview|message
            |rally|meeting|briefing|conference|report)\b
        | (?:--|[–—-])\s
        | (?:and\s+)?not\s+the\b | rather\s+than\b | instead\s+of\b
        | (?:and|but)\s+(?:\w+ly\s+)?(?:said|says|told|called|calls|asked|urged|added|wants?|denied
            |was|were|is|are|has|have|had|will|would|could|put|took|sued|quit|left|went)\b
        | (?:and|but)\s+\w+(?:ed|es)\s+(?:the|an?|his|her|its|their|to|that|for|it|them|him)\b )
    """,
    _FLAGS,
)
# "Blamed the crash [on the operator]"; with a reason, as in "the army for the strike on the
# school", "on" is part of the reason.
_ON = re.compile(r"\s+on\s+", _FLAGS)
_REASON = re.compile(r"\s+(?:for|over|after)\s+", _FLAGS)
_OF = re.compile(r"\s+of\b", _FLAGS)
# Of these two "of" may follow: "the head of the bank [of fraud]".
_HAS_ITS_OWN_OF = re.compile(
    r"""
    \b(?: head | chief | president | (?:prime\s+)?minister | ministry | department | leaders?
        | mayor | governor | government | members? | bank | republic | university | church
        | director
        | chair(?:man|woman)? | owners? | secretary | commander | king | queen | board )$
    """,
    _FLAGS,
)
# "the Committee of Residents [of taking bribes]", where a deed follows
_IN_A_NAME = re.compile(r"[A-Z][\w’'-]+\s+of\s+(?:the\s+)?[A-Z]")
_DEED = re.compile(r"\s+(?:not\s+|\w+ly\s+)?\w+ing\b", _FLAGS)  # "the government of hiding it"
# What ends the words and is no part of the name: "the brands [too]", "Acme [on Monday]"
_AT_END = re.compile(
    rf"""
    [\s,](?: too | also | again | alone | personally | directly | entirely | partly | squarely
      | publicly | openly | somewhat | largely | mostly | mainly | solely | chiefly | primarily
      | fully | wholly | completely | equally | jointly | ultimately | at\s+least | in\s+part
      | morally | legally | politically | financially | criminally | even | only | clearly
      | rightly | repeatedly | specifically | today | yesterday | tonight | earlier
      | as\s+well | instead
      | (?:last|this)\s+(?:night|week|month|year) | {_DAY} | on | of | in | and | or | but )$
    """,
    _FLAGS,
)
_RELATIVE_CLAUSE = re.compile(r",\s(?:who|whose|whom|which)\s.*", re.DOTALL)  # of the accused
# a quotation that begins in the words, or an owner whose noun is cut off: "the court's"
_CUT_SHORT = re.compile(r"“[^”]*$|^[\"‘][^\"’]*$|['’]s$")
# What names nobody as the accused: a pronoun, or a word that shows that no name follows
_NO_NAME = frozenset(
    """
    each one another everyone everybody anyone anybody nobody none no someone somebody something
    nothing anything it this that these those here there himself herself itself themselves myself
    yourself he she they we you i him her them us me who whom whoever what whatever which whose
    of for by on in at as with from to over after before during when because and or but if not
    others so than no only
    """.split()
)
# "her party", "this ministry"
_BEFORE_A_NOUN = frozenset({"her", "this", "that", "these", "those"})

# Words right before or in a cue by which nobody is accused: "did not blame", "refused to blame",
# "would be wrong to blame", "falsely accused", "asked if he blamed", "no longer blames".
_NOT_ACCUSED = re.compile(
    r"""
    (?: \b(?: not(?!\s+only) | never | nobody | no\s+one | no\s+longer | without | neither | nor
          | cannot | few | hardly | rather\s+than | instead\s+of | short\s+of
          | whether | if | unless
          | (?:refus|declin|hesitat|fail|stopp?|avoid|regrett?|apologi[sz]|retract|withdr[ae]w)\w*
          | wrong | unfair | absurd | premature | early | hard | difficult | impossible | easy
          | tempting | reluctant | careful
          | would | could | may | might | should | will | can )
      | n['’]t )
    (?:\s+(?!and\b|but\b|then\b)[\w’'-]+){0,3}\s+[\w’'-]+$
    | \bden(?:y|ies|ied|ying)\s+(?:(?:that|it|he|she|they|having|ever)\s+){0,3}[\w’'-]+$
    | \b(?: falsely | wrongly | wrongfully | unfairly | unjustly | mistakenly )\s+[\w’'-]+$
    """,
    _FLAGS,
)
# Words in what is said, or in the cue of it, by which nobody is held responsible
_NOT_SAID = re.compile(
    r"""
    \b(?: no | not | never | nobody | none | nothing | cannot | neither | nor | without | whether
        | if | unless | who | would | could | may | might | should | must | will | perhaps
        | possibly | unclear | rul\w+\s+out
        | den(?:y|ies|ied|ying) | reject\w* | dismiss\w* | refus\w+ | declin\w+
        | doubt\w* | question\w* | ask\w* | wonder\w* | disput\w* | refut\w+ | rebut\w*
        | wrong(?:ly)?\s+(?:to|that|say\w*) | false(?:ly)? | untrue | absurd | lies? | myth
        | supposed(?:ly)? | alleged(?:ly)? | premature | too\s+early | clear(?:ed|s|ing)
        | exonerat\w+ | acquit\w+ | innocent
        | (?:claim|allegation|accusation|suggestion|report|rumou?r|charge|theory|theories|idea
            |notion|speculation|belief|view|finding|conclusion)s?\s+that
        | to\s+hold | to\s+(?:put|lay|place|pin|point) | want\w*\s+to | call\w*\s+(?:for|on) )\b
    | n['’]t\b
    """,
    _FLAGS,
)
# What another says, inside of what somebody says, is not his accusation
_SAID_BY_ANOTHER = re.compile(
    r"""
    \b(?: sa(?:y|ys|id|ying) | tell(?:s|ing)? | told | claim(?:s|ed|ing)? | alleg(?:e|es|ing)
        | accus\w+ | believ\w+ | th(?:ink|inks|ought) | argu\w+ | insist\w* | suggest\w*
        | according\s+to | report(?:s|ed)\s+that | consider\w* | suspect\w* )\b
    """,
    _FLAGS,
)
_CUE_NOT_SAID = re.compile(
    r"""
    \b(?: not | never | no | nobody | cannot | den(?:y|ies|ied|ying) | reject\w* | dismiss\w*
        | refus\w+ | declin\w+ | disput\w* | refut\w+ | rebut\w* | question\w* | doubt\w*
        | ask(?:s|ed|ing)? | wonder\w* | would | could | might | may | will
        | condemn\w* | criticis\w* | criticiz\w* | ridicul\w* | mock\w* | quot\w+
        | cit(?:e|es|ed|ing) | retract\w* | withdr\w+ | apologi\w+ | correct\w* )\b
    | n['’]t\b
    """,
    _FLAGS,
)

_MODIFIED = r"(?:(?:directly|fully|solely|personally|jointly|largely|partly|chiefly|also)\s+)?"
# A ministry is responsible for roads, and for nothing bad by that.
_HARM = r"""
    (?: it | this | that | deaths? | dead | killings? | attacks? | strikes? | crash\w* | collapse
      | disaster | fires? | blaze | crisis | outbreak | violence | war | famine | failures?
      | loss(?:es)? | damage | shortages? | crimes? | abuses? | massacres? | explosions? | blasts?
      | bombings? | spills? | leaks? | pollution | chaos | debacle | tragedy | accidents? | rise
      | fall | delays? | inflation | misery | conflict | escalation | hunger | poverty | decline
      | defeat | unrest | bloodshed | (?:innocent\s+)?blood | shedding\s+of | provocations? )
"""
_ACCUSED = (
    r"[^.,;:!?”\"]{2,60}?(?=\s+(?:for|over|after|when|as|because|by|since)\b|\s*(?:[.,;:!?”\"]|$))"
)
_IS = r"(?:was|is|were|are)"
# Whom a verb names after it: "holding the army responsible", "pinned the violence on the club"
_NAMED_AFTER = re.compile(
    rf"""
    (?P<held>\bh(?:old|olds|eld|olding))\s+(?P<whom>[^.,;:!?”\"]{{2,60}}?)\s+
        {_MODIFIED}(?:responsible|accountable|liable)\b
    | (?P<points>\bpoint(?:s|ed|ing)?\s+(?:the|a)\s+finger\s+at)\s+(?P<at>{_ACCUSED})
    | (?P<puts>\b(?:put|puts|putting|laid|lays?|laying|plac(?:es|ed|ing)|pin(?:s|ned|ning)?)
        \s+(?:the\s+)?(?:blame|violence|trouble|mayhem|crash|attack)\s+(?:\w+ly\s+)?on)
        \s+(?P<on>{_ACCUSED})
    | (?P<first>\b(?:I|we)\s+(?:\w+ly\s+)?blame)\s+(?P<blamed>{_ACCUSED})
    """,
    _FLAGS,
)
# What a sentence says of its subject: "the operator [was to blame]"
_HELD_TO_BE = re.compile(
    rf"""
    (?<!\w)(?: (?:{_IS}\s+{_MODIFIED})?(?:to\s+blame|at\s+fault)
          (?:\s+for(?!\w)|(?=\s*(?:[.,;:!?”\"]|$)))
        | (?: {_IS}\s+{_MODIFIED}responsible | b(?:ears?|ore)\s+(?:\w+\s+)?responsibility )
          \s+for(?=\s+(?:[\w’'-]+\s+){{0,5}}?{_HARM}(?!\w))
        | b(?:ears?|ore)\s+(?:(?:the|full|sole|direct)\s+){{1,2}}responsibility
          (?=\s*(?:[.,;:!?”\"]|$)|\s+(?:because|since)(?!\w)) )
    """,
    _FLAGS,
)
_OURS = r"(?:my|our|his|her|their|its|your|these|those|this)"
_PEOPLE = r"(?:us|them|him|her|me|you|people|voters|workers|families|patients|residents|children)"
# Who leaves a party or gives up a plan wrongs nobody: "voters have abandoned the old party"
_NO_VICTIM = r"""
    \s+(?:my|our|the)\s+(?:[\w’'-]+\s+){0,3}?
    (?: part(?:y|ies) | republicans? | democrats? | gop | tor(?:y|ies) | conservatives? | liberals?
      | socialists? | nominee | candidate | ticket | race | campaign | bid | polls? | plans?
      | project | talks | negotiations | ideas? | efforts? | proposals? | polic(?:y|ies)
      | strateg(?:y|ies) | deal | search | practice | habit | attempt | scheme | strike | claims?
    )\b
"""
# Wrongs that no report names without reproach; killing alone is told of any gunman or storm, and
# accuses where the dead are somebody's own: "killed our brothers"
_WRONGED = re.compile(
    rf"""
    (?<!\w)(?:(?:ha[sd]|have)\s+)?(?:deliberately\s+|knowingly\s+|simply\s+|repeatedly\s+)?
    (?: (?:ignored|disregarded)\s+(?:[\w’'-]+\s+){{0,4}}?
            (?:warnings?|alarms?|complaints?|pleas?|advice|limits?|rules?|concerns?|reports?)
        | (?:ha[sd]|have)\s+(?:the\s+)?blood\s+(?:of\s+(?:[\w’'-]+\s+){{1,4}}?)?on\s+{_OURS}\s+hands
        | (?:killed|murdered|poisoned)\s+(?:my|our|his|her|their|these)\s+(?!own\b)[\w’'-]+
        | (?:lied\s+to|cheated|betrayed|abandoned(?!{_NO_VICTIM})|deceived|misled|robbed)
            \s+(?:{_PEOPLE}|(?:my|our|the)\s+[\w’'-]+)
        | left\s+(?:{_PEOPLE}|(?:the|{_OURS})\s+[\w’'-]+)\s+to\s+die
        | covered\s+up\s+[\w’'-]+
        | (?:rigged|stole)\s+(?:the|our)\s+(?:vote|election|count|ballot|result)s?
        | turned\s+a\s+blind\s+eye | looked\s+the\s+other\s+way
        | failed\s+(?:us|our\s+[\w’'-]+|(?:in\s+)?(?:its|their|his|her)\s+duty)
        | provoked\s+(?:the|this)\s+(?:unrest|violence|riots?|war|clashes|crisis)
        | (?:is|are)\s+(?:hiding|covering\s+up|concealing)
            (?=\s+(?!in\b|from\b|at\b|behind\b|under\b)\w) )(?!\w)
    """,
    _FLAGS,
)
_BEGINS_CLAUSE = re.compile(r"[“”\"‘;:—–]|,\s|\.\s|\s-\s|\b(?:that|because|while|although)\s")
_LEADING = re.compile(r"^(?:and|but|yet|so|now|today|yesterday)\s+", re.IGNORECASE)
# What no subject of a few words has: another verb, another clause or a pronoun
_NO_SUBJECT = re.compile(
    r"""
    \b(?: is | are | was | were | has | have | had | do | does | did | will | would | can | could
        | sa(?:y|ys|id|ying) | told | knew | found | warned | added | which | who | whom | what
        | felt | feels? | seem(?:s|ed)? | look(?:s|ed)? | appear(?:s|ed)? | remain(?:s|ed)?
        | how | why | where | when | then | to | it | they | he | she | we | i | you )\b
    """,
    _FLAGS,
)
# A wrong is somebody's that is named or known: "the board", "Velm", "ministers"; no "a man"
_INDEFINITE = frozenset("a an some many several people most any men women both all more".split())


class Accused(NamedTuple):
    """
    Whom words accuse.

    Attributes
    ----------
    start, end : int
        The characters of the accused.
    words_start, words_end : int
        The characters of the words that accuse them.
    cue : str
        The words that accuse, to be printed.
    """

    start: int
    end: int
    words_start: int
    words_end: int
    cue: str


def is_accusation(text: str, cue: tuple[int, int], start: int) -> bool:
    """
    Whether a verb of blaming accuses somebody: not in "did not blame" or "if they blamed".

    Parameters
    ----------
    text : str
    cue : (int, int)
        The characters of the cue.
    start : int
        Where its sentence begins.

    Returns
    -------
    bool
    """
    before = max(start, cue[1] - _LONGEST_BEFORE)
    clause = re.split(r"[.,;:!?”\"]", text[before : cue[1]])[-1]
    return _NOT_ACCUSED.search(clause) is None


def accused_after(text: str, cue_end: int, end: int) -> tuple[int, int] | None:
    """
    Return whom a verb of blaming accuses after it.

    Parameters
    ----------
    text : str
    cue_end, end : int
        Where the cue and its sentence end.

    Returns
    -------
    (int, int) or None
        The characters of the accused; None if nobody is named.

    Examples
    --------
    >>> text = "The union accused the mill of negligence."
    >>> text[slice(*accused_after(text, 17, 41))]
    'the mill'
    """
    cue = text[max(0, cue_end - _LONGEST_CUE) : cue_end].lower()
    is_of = re.search(r"\baccus\w+$", cue) is not None
    clause = (_WITH_APPOSITION if is_of else _CLAUSE).match(text, cue_end, end)
    words = "" if clause is None else clause[0]
    if is_of:
        first, last = 0, _end_of_accused(words)
    elif re.search(r"\b(?:blam|fault)\w+$", cue):
        first, last = _blamed(words)
        last = _with_its_name(text, cue_end + first, cue_end + last, end) - cue_end
    elif re.search(r"\b(?:finger\s+at|blame\s+(?:\w+ly\s+)?on)$", cue):
        first, last = _up_to(words, 0)
    else:
        return None
    return _named(text, cue_end + first, cue_end + last)


def accused_before(
    text: str,
    start: int,
    cue: tuple[int, int],
    source: tuple[int, int],
) -> tuple[int, int] | None:
    """
    Return who "was blamed by" the source.

    Parameters
    ----------
    text : str
    start : int
        Where the sentence begins.
    cue, source : (int, int)
        The characters of "was blamed" and of the source.

    Returns
    -------
    (int, int) or None
        The characters of the accused; None if the cue is no passive, the source is not its agent,
        or the subject is not told by a few words.
    """
    is_passive = re.search(
        r"\b(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?(?:blamed|accused|faulted)$",
        text[cue[0] : cue[1]],
        re.IGNORECASE,
    )
    between = text[cue[1] : source[0]]
    if is_passive is None or re.fullmatch(r"\s+by\s+(?:the\s+)?", between) is None:
        return None
    return _subject(text, start, cue[0])


def accused_in(
    text: str, said: tuple[int, int], cue: tuple[int, int] | None = None
) -> Iterator[Accused]:
    """
    Find whom somebody holds responsible, or of what wrong he speaks, in what he says.

    Parameters
    ----------
    text : str
    said : (int, int)
        The characters of what is said.
    cue : (int, int), optional
        The characters of the words that attribute it, which may accuse: "hold" of "hold it
        responsible".

    Yields
    ------
    Accused
    """
    start, end = said
    if cue is not None and _CUE_NOT_SAID.search(text, *cue):
        return
    first = start if cue is None else min(start, cue[0])
    for told in _NAMED_AFTER.finditer(text, first, end):
        group = next(name for name in ("whom", "at", "on", "blamed") if told[name])
        place = _named(text, *told.span(group))
        if place is not None and _is_said(text, min(start, told.start()), told.start(), told.end()):
            yield Accused(*place, *told.span(), _cue_named_after(told))
    for pattern in (_HELD_TO_BE, _WRONGED):
        for told in pattern.finditer(text, start, end):
            place = _subject(text, start, told.start())
            if place is None or not _is_said(text, start, told.start(), told.end()):
                continue
            if pattern is _WRONGED and not _is_definite(text[slice(*place)]):
                continue
            yield Accused(*place, *told.span(), " ".join(told[0].split()))


def _cue_named_after(told: re.Match[str]) -> str:
    """Return the words that say who is responsible."""
    if told["held"]:
        return f"{told['held']} … responsible"
    return " ".join((told["points"] or told["puts"] or told["first"]).split())


def _is_said(text: str, start: int, verb: int, end: int) -> bool:
    """Whether what is said up to an end accuses, and is the accusation of the one who says it."""
    before = text[start:verb]
    sentence = max(before.rfind(mark) for mark in (". ", "? ", "! ", "\n"))
    if _NOT_SAID.search(text, start + sentence + 1, end):
        return False
    after = text[end : end + _LONGEST_CUE]
    if re.match(r"[^.!\n]*\?", after):
        return False  # a question
    return _SAID_BY_ANOTHER.search(before) is None


def _subject(text: str, start: int, verb: int) -> tuple[int, int] | None:
    """Return the characters of the few words that are the subject of a verb."""
    first = max(start, verb - 2 * _MOST_SUBJECT)
    for mark in _BEGINS_CLAUSE.finditer(text, first, verb):
        first = mark.end()
    words = text[first:verb]
    first += len(words) - len(words.lstrip())
    leading = _LEADING.match(text[first:verb])
    first += 0 if leading is None else leading.end()
    subject = text[first:verb].strip()
    if len(subject) > _MOST_SUBJECT or len(subject.split()) > _MOST_SUBJECT_WORDS:
        return None
    is_clause = _NO_SUBJECT.search(subject) or _WRONGED.search(subject)
    return None if is_clause else _named(text, first, verb)


def _is_definite(words: str) -> bool:
    """Whether words are of somebody who is named or known, as "the board"; not "a man"."""
    first = words.split()[0].lower()
    return first not in _INDEFINITE and not first[0].isdigit()


def _named(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the characters of the accused without the words around them; None for a pronoun."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(_AROUND))
    words = words.strip(_AROUND)
    words = _RELATIVE_CLAUSE.sub("", words)
    while (at_end := _AT_END.search(words)) is not None:
        words = words[: at_end.start()].rstrip(_AROUND)
    if not _SHORTEST <= len(words) <= _LONGEST or _CUT_SHORT.search(words) is not None:
        return None
    first, *others = words.lower().split()
    has_noun = bool(others) and first in _BEFORE_A_NOUN and others[0] not in ("of", "for")
    is_pronoun = first in _NO_NAME and not has_noun  # "her deputy", and "her of having lied"
    return None if is_pronoun else (start, start + len(words))


def _end_of_accused(words: str) -> int:
    """Return where the accused end in the words after "accuse"; 0 without an "of"."""
    every = list(_OF.finditer(words))
    for of in every:
        is_last = of is every[-1]
        if is_last or _DEED.match(words, of.end()):
            return of.start()
        if _HAS_ITS_OWN_OF.search(words, 0, of.start()):
            continue
        is_in_name = _IN_A_NAME.search(words, 0) is not None
        if not is_in_name or not any(_DEED.match(words, other.end()) for other in every):
            return of.start()
    return 0


def _blamed(words: str) -> tuple[int, int]:
    """Return the characters of the accused in the words after "blame"."""
    gap = _ON.match(words)
    if gap is not None:  # "attacks that it blames on Velm [and the storm]"
        first, last = _up_to(words, gap.end())
        return first, min(last, *(at for at in (words.find(" and ", first), last) if at >= 0))
    first = 0
    for on in _ON.finditer(words):
        if _UP_TO.match(words, on.start()) is None and _REASON.search(words) is None:
            first = on.end()
            break
    return _up_to(words, first)


def _with_its_name(text: str, first: int, last: int, end: int) -> int:
    """Return where "the operator, Velm Rail" ends, if the name follows; else the end given."""
    name = _ITS_NAME.match(text, last, end)
    is_described = _DESCRIBED.match(text[first:last]) is not None
    return last if name is None or not is_described else name.end()


def _up_to(words: str, first: int) -> tuple[int, int]:
    """Return the characters from a place up to the reason or to another clause."""
    up_to = _UP_TO.search(words, first)
    return first, len(words) if up_to is None else up_to.start()
