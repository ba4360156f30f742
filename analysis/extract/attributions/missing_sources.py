"""
Find who speaks where the tagger has labelled a cue and a content, but no source.

In: a text, and where a cue stands. Out: the characters of the subject right before the cue: "Lund"
of "Lund blamed both governments". The second verb of "Lund rose and stressed it" and the participle
of "Lund rose, denouncing it" have the subject of the clause that they go on with. A passive ("it
was reported") has no speaker, and gets none.
"""

import re

from analysis.core.calendar_words import WEEKDAY
from analysis.extract.numbers.word_patterns import AS_WRITTEN, one_of

__all__ = [
    "continues_clause",
    "pronoun_of_cue",
    "speaker_at_end",
    "subject_of_clause",
    "subject_of_cue",
    "subject_outside_relative",
]

REACH = 120  # characters before a cue in which its subject may begin
_NAME = r"[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,4}"
_NO_NAME = one_of(
    f"""
    In On At But And When As If It This That There Earlier Later Then Now Meanwhile However Still
    Yet Also Instead Today Yesterday Separately {WEEKDAY} Afterwards Previously Elsewhere Nobody
    Nothing Some Many Others Most Both Once So
    """
)
_NO_HEAD = one_of(
    """
    they he she it amid of in on by from with for after before despite to as at and or but over
    against about between under among through during comes came is was
    """
)
_ADVERBS = r"(?:(?:has|have|had|also|later|then|now|again|repeatedly|\w+ly)\s+)*"
# "The White House on Monday also urged"
_WHEN = (
    rf"(?:(?:on\s{WEEKDAY}|(?:last|this)\s(?:week|month|year|{WEEKDAY})"
    r"|in\s[A-Z][a-z]+)\s+)?"
)
_SUBJECT = re.compile(
    rf"""
    (?: ^ | [.!?:;”"\n]\s* | ,\s+(?:and|but|while)\s+
      | \b(?:in|during|at|after|to)\swhich\s+ | \b(?:when|because|although|though|whereas)\s+ )
    (?P<who> [Hh]e | [Ss]he | [Tt]hey
        | (?!{_NO_NAME}\b){_NAME}
        | [Tt]he\s(?:(?!that\b|who\b|which\b)[a-z-]+\s){{0,2}}(?!{_NO_HEAD}\b)[a-z-]+ )
    (?: ,\s (?!(?:and|but|who|which|said|says)\b) [^,;:."“”]{{1,60}} , )?
    \s+ {_WHEN} {_ADVERBS}
    $
    """,
    AS_WRITTEN,
)
# "... and stressed", ", denouncing", "before floating": what goes on with a clause
_AFTER_AND = re.compile(rf"(?:,\s)?\b(?:and|but)\s{_ADVERBS}$")
_AFTER_COMMA = re.compile(r",\s(?:\w+ly\s)?$|\b(?:before|after|while|by|in)\s$")
# "quit after being taped telling", "was recorded telling"
_OVERHEARD = re.compile(
    r"\b(?:being|been|was|were|is|got)\s(?:secretly\s|covertly\s|also\s|later\s)?"
    r"(?:recorded|taped|filmed|videoed|caught|heard|overheard|seen|quoted|captured)\s"
    r"(?:on\s(?:tape|camera|video|film|record)\s)?$"
)
_PARTICIPLE = re.compile(
    r"(?!(?:according|including|regarding|concerning|following|during|meaning|considering"
    r"|calling\sfor|raising|sparking|prompting|fuell?ing|drawing|suggesting)\b)[a-z]+ing\b"
    r"|convinced\b"
)
_FINITE = re.compile(
    r"(?!(?:need|embed|shed|wed|feed|based|called)\b)"
    r"(?:[a-z]+ed|[a-z]+s(?!\s(?:of|about|over)\b))\b"
)
_VERB = (
    r"(?:[a-z]+(?:ed|es|[^su\s]s)|said|told|went|gave|took|made|came|began|wrote|has|had|did|drew"
    r"|saw|spoke|left|met|led|put|held|won|lost|ran|rose|kept|sent|set|stood|laid|thought|quit|fell"
    r"|flew|knew|sat|sought|fought|threw|drove|swore|paid|broke|hit|shut|cut|bought|brought)\b"
)
_CLAUSE = re.compile(
    rf"""
    (?: (?:In|On|At|After|Before|During|By|Since|For|With|From|Last|Earlier|Speaking|Still)\b
        [^,;:."“”]{{0,80}},\s+ )?
    (?P<who> He | She | They | It
        | (?!{_NO_NAME}\b){_NAME}(?<!['’]s)
        | The\s(?:(?!that\b|who\b|which\b)[a-z-]+\s){{0,2}}(?!{_NO_HEAD}\b)[a-z-]+ )
    (?: ,\s (?!(?:and|but|who|which|said|says)\b) [^,;:."“”]{{1,60}} , )?
    \s+ {_WHEN} {_ADVERBS} {_VERB}
    """,
    AS_WRITTEN,
)
# "a tax, which he favours but says"
_RELATIVE = re.compile(
    r"\b(?P<who>he|she|they|who)\s(?:[a-z]+\s){0,2}[a-z]+(?:ed|s)\s(?:and|but)\s$"
)
# of a headline: "'It can heal', says trust chair"
_SAYS_AT_END = re.compile(
    r"(?:say|says|said|warn|warns|claim|claims|admit|admits|insist|insists)\s"
    r"(?P<who>(?!(?:that|it|he|she|they|no|yes|sorry|nothing|so)\b)[\w’'-]+(?:\s[\w’'.-]+){0,4})"
)
_BEFORE_SAYS = re.compile(r"(?:[,\"”’'–—-]|\w,)\s$")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|''[^']*''")
# another subject between the clause and the verb that would go on with it
_OTHER_SUBJECT = re.compile(
    r"[;:]|\b(?:who|which|that|because|while|when|whose|where|if|as|though|although)\s"
    r"|\b(?:and|but|,)\s(?:he|she|it|they|the|a|an|his|her|its|their|[A-Z]\w+)\s"
)
# "notice of the firm after it carried": "it" is the subject, but not of "it seemed"
_ADVERBS_BEFORE = r"\s(?:(?:has|had|have|also|later|still|\w+ly)\s)*$"
_PRONOUN_BEFORE = re.compile(
    rf"\b(?P<who>he|she|they|we|I|it){_ADVERBS_BEFORE}",
    re.IGNORECASE,
)
# "Emil Roth, who said"; not "it is unclear who said" and "Who said?"
_RELATIVE_BEFORE = re.compile(
    rf"(?:\b(?P<pronoun>(?i:he|she|they|we|it)|I)|(?:,|\b[A-ZÀ-Þ][\w.’'-]+)\s(?P<who>who))"
    rf"{_ADVERBS_BEFORE}"
)
# "The charity Lund, for which Ms Roth drives, believes": who speaks is named before the comma
_BEFORE_RELATIVE = re.compile(
    rf"(?:(?:But|And|Yet|Now)\s)?(?!(?:{_NO_NAME})\b)"
    r"(?P<who>(?:The|An?|Its|His|Her|Their|[A-Z][\w’'-]*)(?:\s(?:of\sthe\s|of\s)?[\w’'&-]+){0,6})"
    r",\s(?:(?:for|of|in|with|to|from|by|at|on)\s)?(?:which|whom|whose(?:\s[a-z-]+){1,3})\s"
    r"(?P<inside>[^,;:.“”\"]{0,60})$"
)
_AFTER_RELATIVE = re.compile(rf"[^,;:“”\"]{{1,80}},\s{_ADVERBS}$")
_IMPERSONAL = re.compile(r"(?:must\s|may\s|would\s|has\s|had\s|have\s)*(?:seem|appear|look|was|is)")
# "about Pope Ola calling it a sham"
_NAMED_BEFORE = re.compile(rf"\b(?:about|of|on|despite|with|from|over)\s(?P<who>{_NAME})\s$")
# "Was said", "is expected", "according to", "it reported": a passive, no verb, or its own subject
_NO_ACTIVE_VERB = re.compile(
    r"(?:is|are|was|were|be|been|being|according|per|via|by|as|in|on|of|from|it|he|she|they|we"
    r"|I|allegedly|reportedly|apparently|reputedly|supposedly)\b",
    re.IGNORECASE,
)


def subject_of_cue(text: str, cue: tuple[int, int], sentence_start: int) -> tuple[int, int] | None:
    """
    Return the subject of a cue without a source.

    Parameters
    ----------
    text : str
    cue : (int, int)
        Characters of the cue.
    sentence_start : int

    Returns
    -------
    (int, int) or None
        Characters of a name, of "he", "she" or "they", or of "the" with a noun, that begins a
        sentence or clause right before the cue; None if there is none.

    Examples
    --------
    >>> text = "Lund blamed both governments."
    >>> subject_of_cue(text, (5, 11), 0)
    (0, 4)
    >>> subject_of_cue("It was said that he left.", (3, 11), 0) is None
    True
    """
    start, end = cue
    if _NO_ACTIVE_VERB.match(text, start, end):
        return None
    offset = max(sentence_start, start - REACH)
    found = _SUBJECT.search(text[offset:start])
    if found is None or (offset > sentence_start and found.start() == 0):
        return None
    return offset + found.start("who"), offset + found.end("who")


def pronoun_of_cue(
    text: str, cue: tuple[int, int], relative: bool = False
) -> tuple[int, int] | None:
    """
    Return the pronoun right before a cue, which is its subject whatever the tagger linked with it.

    Parameters
    ----------
    text : str
    cue : (int, int)
        Characters of the cue.
    relative : bool
        Whether "who" after a name or comma counts: only where nothing is linked, since it often
        stands beside the name that is.

    Returns
    -------
    (int, int) or None
        None for the "it" of "it seemed", which is nobody.

    Examples
    --------
    >>> pronoun_of_cue("The firm saw that she denied it.", (22, 28))
    (18, 21)
    """
    start, end = cue
    offset = max(0, start - REACH)
    pattern = _RELATIVE_BEFORE if relative else _PRONOUN_BEFORE
    found = pattern.search(text[offset:start])
    if found is None or _NO_ACTIVE_VERB.match(text, start, end):
        return None
    role = "who" if found["who"] else "pronoun"
    if found[role].lower() == "it" and _IMPERSONAL.match(text, start, end) is not None:
        return None
    return offset + found.start(role), offset + found.end(role)


def subject_outside_relative(
    text: str, source: tuple[int, int], cue: tuple[int, int], sentence_start: int
) -> tuple[int, int] | None:
    """
    Return the subject of a cue whose source was read in a relative clause before it.

    Parameters
    ----------
    text : str
    source, cue : (int, int)
        Where these begin and end.
    sentence_start : int
        Where the sentence begins.

    Returns
    -------
    (int, int) or None
        Where the subject begins and ends; None unless the sentence begins with it, a relative
        clause follows ("for which", "whom", "whose"), the source is in that clause, and the cue
        stands right after the comma that ends it.

    Examples
    --------
    >>> text = "The charity Lund, for which Ms Roth drives, believes that 47 died."
    >>> subject_outside_relative(text, (28, 35), (44, 52), 0)
    (0, 16)
    """
    before = _BEFORE_RELATIVE.fullmatch(text[sentence_start : source[0]].strip("\n"))
    if before is None or _AFTER_RELATIVE.fullmatch(text, source[1], cue[0]) is None:
        return None
    start = text.index(before["who"], sentence_start)
    return start, start + len(before["who"])


def continues_clause(text: str, cue: tuple[int, int]) -> bool:
    """
    Return whether a cue is the second verb of a clause, or a participle that belongs to one.

    Parameters
    ----------
    text : str
    cue : (int, int)
        Characters of the cue.

    Returns
    -------
    bool

    Examples
    --------
    >>> continues_clause("Lund rose, denouncing it.", (11, 21))
    True
    """
    start, end = cue
    before = text[max(0, start - REACH) : start]
    if _NO_ACTIVE_VERB.match(text, start, end):
        return False
    if _AFTER_AND.search(before) is not None:
        return _FINITE.match(text, start, end) is not None
    is_after = _AFTER_COMMA.search(before) is not None or _OVERHEARD.search(before) is not None
    return is_after and _PARTICIPLE.match(text, start, end) is not None


def subject_of_clause(
    text: str, cue: tuple[int, int], sentence_start: int
) -> tuple[int, int] | None:
    """
    Return the subject of the clause that a cue goes on with.

    Parameters
    ----------
    text : str
    cue : (int, int)
        Characters of the cue.
    sentence_start : int

    Returns
    -------
    (int, int) or None
        Characters of the subject with which the sentence begins, of "he" before two verbs, or of
        the name right before a participle. None where another clause begins between them.

    Examples
    --------
    >>> subject_of_clause("Lund boasted of it and stressed his luck.", (23, 31), 0)
    (0, 4)
    >>> subject_of_clause("Lund boasted that she came and stressed it.", (31, 39), 0) is None
    True
    """
    start, end = cue
    before = text[sentence_start:start]
    named = _NAMED_BEFORE.search(before)
    if named is not None and _PARTICIPLE.match(text, start, end) is not None:
        return sentence_start + named.start("who"), sentence_start + named.end("who")
    if not continues_clause(text, cue):
        return None
    relative = _RELATIVE.search(before)
    if relative is not None:
        return sentence_start + relative.start("who"), sentence_start + relative.end("who")
    clause = _CLAUSE.match(before)
    if clause is None or _OTHER_SUBJECT.search(_without_quotations(before), clause.end()):
        return None
    return sentence_start + clause.start("who"), sentence_start + clause.end("who")


def speaker_at_end(text: str, cue: tuple[int, int], end: int) -> tuple[int, int] | None:
    """
    Return who a headline's last words name after a cue: "'It can heal', says trust chair".

    Parameters
    ----------
    text : str
    cue : (int, int)
        Characters of the cue.
    end : int
        Where the headline ends.

    Returns
    -------
    (int, int) or None
        None where the cue does not follow what is said, or more than a few words follow it.

    Examples
    --------
    >>> speaker_at_end("'It can heal', says trust chair", (15, 19), 31)
    (20, 31)
    """
    follows = _SAYS_AT_END.fullmatch(text[cue[0] : end].rstrip())
    if follows is None or _BEFORE_SAYS.search(text[: cue[0]]) is None:
        return None
    return cue[0] + follows.start("who"), cue[0] + follows.end("who")


def _without_quotations(words: str) -> str:
    """Replace what is quoted by spaces: a subject in there is not that of the sentence."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted[0]), words)
