"""Tell by their words alone what is no agent: pronouns, settings, records, and people who help."""

import re

from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = [
    "NO_AGENT",
    "is_helper",
    "is_record",
    "is_setting",
]

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
_RECORD = re.compile(
    r"""
    \b(?: newspapers? | media | press | records? | archives? | certificates? | registers?
      | registr(?:y|ies) | databases? | data | statistics | figures | surveys? | testimon(?:y|ies)
      | accounts | obituaries | social\s+networks? | news\s+(?:reports|outlets|agencies|sites)
      | websites? | interviews | (?:media|police|field|local|witness)\s+reports )$
    """,
    ANY_CASE,
)
_END_OF_HEAD = re.compile(r"\s(?:on|of|by|between|that|who|which|in|at|from)\s|,")


def is_record(words: str) -> bool:
    """
    Return whether words name media or records, from which deaths are counted.

    Examples
    --------
    >>> is_record("local newspapers"), is_record("floods")
    (True, False)
    """
    return _RECORD.search(words.strip()) is not None


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


def is_setting(words: str) -> bool:
    """
    Return whether words name a mere setting: a war, the fighting, clashes without a party.

    Examples
    --------
    >>> is_setting("the six-year war"), is_setting("clashes with police")
    (True, False)
    """
    return _SETTING.search(words.strip()) is not None
