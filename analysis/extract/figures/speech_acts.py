"""
Tell who only speaks of harm, and whom they judge for it.

In: a text, the end of the words for a supposed agent and where the harmed are named. Out: whether
the agent asks, protests or judges and does nothing else, or the characters of the one who is
judged: "the mayor criticized the guard for killing two men". Word lists:
``data/lexicons/speech_acts.toml``.
"""

import re
from functools import lru_cache

from analysis.extract.figures.harm_verbs import HARM_VERB
from analysis.extract.figures.patterns import before_number
from analysis.extract.numbers.word_patterns import ANY_CASE, alternatives, one_of
from analysis.extract.speech_acts import speech_act_verbs

__all__ = ["judged_before", "only_speaks"]

_ADVERBS = r"""
    (?: ,?\s+(?: has | have | had | also | then | later | again | repeatedly | publicly | still
        | \w+ly | on\s+\w+day | (?:continue[sd]?|began|begin|kept|keep|tried|refused|plans?)
          (?:\s+(?:to|on))? ) )*
"""
_DEED = one_of(
    """
    killing injuring wounding shooting stabbing murdering executing massacring abducting kidnapping
    poisoning beating torturing detaining arresting bombing attacking shelling
    """
)
_DEED_NOUN = one_of("killings? murders? deaths? shootings? stabbings? abductions? massacres?")
_WORD = r"(?!(?:for|over|of|who|that|which|and|said|in|on|at)\s)[\w’'.&-]+,?"
# A deed of the speaker's own: "criticized the deal and killed 12", ", killing 12".
_OWN_DEED = re.compile(
    rf"(?:\b(?:and|but|then)|,)\s+(?:\w+ly\s+)?(?:{HARM_VERB}|{_DEED})\b[^.;]{{0,30}}$", ANY_CASE
)
# "for shooting and killing": both are the deed of the one who is judged
_JUDGED_DEEDS = re.compile(
    rf"\b(?:for|of|over|about)\s+(?:\w+ly\s+)?{_DEED}\s+and\s+{_DEED}\b", ANY_CASE
)


def only_speaks(text: str, agent_end: int, harmed: int) -> bool:
    """
    Return whether a supposed agent only asks about harm, protests it or judges somebody for it.

    Parameters
    ----------
    text : str
    agent_end, harmed : int
        Characters where the words for the agent end and where the harmed are named.

    Returns
    -------
    bool
        False where it does harm itself as well: "demanded a ransom and killed 12".

    Examples
    --------
    >>> text = "The union demanded an inquiry into the killing of two miners"
    >>> only_speaks(text, 9, text.index("two"))
    True
    """
    if agent_end >= harmed:
        return False
    between = text[agent_end:harmed]
    if _speech().match(between) is None:
        return False
    return _JUDGED_DEEDS.search(between) is not None or _OWN_DEED.search(between) is None


def judged_before(before: str) -> tuple[int, int] | None:
    """
    Return who is judged for harming those who are named next.

    Parameters
    ----------
    before : str
        What precedes the harmed in their sentence.

    Returns
    -------
    (int, int) or None
        Characters of the one who is judged.

    Examples
    --------
    >>> before = "She criticized the guard for killing "
    >>> start, end = judged_before(before)
    >>> before[start:end]
    'the guard'
    """
    found = _judged().search(before)
    return None if found is None else found.span("agent")


@lru_cache(maxsize=1)
def _speech() -> re.Pattern[str]:
    verbs = alternatives(speech_act_verbs("judging") | speech_act_verbs("asking"))
    return re.compile(rf"{_ADVERBS}\s+(?:{verbs})\b", ANY_CASE)


@lru_cache(maxsize=1)
def _judged() -> re.Pattern[str]:
    """Return the pattern of "criticized the guard for killing" before the harmed."""
    verbs = alternatives(speech_act_verbs("judging"))
    determiners = before_number("the another his her their all an a")
    pattern = rf"""
        \b(?:{verbs})\s+
        (?P<agent> {_WORD}(?:\s+{_WORD}){{0,6}}? )
        \s+(?:for|over)\s+
        (?: (?:\w+ly\s+)?{_DEED}(?:\s+and\s+{_DEED})?
          | (?:the\s+)?(?:fatal\s+|deadly\s+)?{_DEED_NOUN}\s+of )
        \s+{determiners}
    """
    return re.compile(pattern, ANY_CASE)
