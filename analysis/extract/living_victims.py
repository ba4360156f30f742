"""
Tell that victims are people who live on: those who are paid, helped or heard.

In: a sentence and the place of "victims" in it. Out: a truth value. "Victims" is one of the names
for the dead only where nothing says that these people can be given something: "12 million euros
for the victims of the flood" go to the living.
"""

import re

__all__ = ["are_living"]

_VICTIMS = re.compile(r"victims?", re.IGNORECASE)
# "pay the victims", "reserves for the flood victims", "payouts to victims", "survived victim"
_GIVEN_BEFORE = re.compile(
    r"""
    \b(?:
        (?: pay(?:s|ing)? | paid | compensat\w+ | reimburs\w+ | repay\w* | help(?:s|ed|ing)?
          | aid(?:s|ed|ing)? | assist(?:s|ed|ing)? | shelter(?:s|ed|ing)? | rehous\w+ | feed(?:ing)?
          | treat(?:s|ed|ing)? | rescu(?:e|es|ed|ing) | interview(?:s|ed|ing)? | surviv(?:ed|ing)
          | living | recovering )
        \s+(?:(?:the|its|their|those|these|all|many|some|other|[a-z]+)\s+){0,2}
      | (?: money | euros | dollars | pounds | (?:million|billion)(?:\s[a-z]+)? | [$€£][\d.,]+
          | funds? | funding | aid | relief | payouts? | payments? | compensation | donat\w+
          | reserves | grants? | loans? | shelters? | beds | tents | homes | housing | help
          | services | care | treatment | counsel\w+ | appeal )
        \s+(?:\w+\s+){0,3}? (?:for|to)\s+ (?:(?:the|its|their|those|these|all)\s+)? (?:[a-z]+\s+)?
    )$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "Victim's Compensation Fund", "victims who lost their homes", "victims of torture said"
_LIVING_AFTER = re.compile(
    r"(?:['’]s?)?\s(?:(?:compensation|relief|support|assistance|recovery)\s)?"
    r"(?:funds?|compensation|relief|shelters?|advocates?|services)\b"
    r"|\swho\s(?:lost|fled|need|needs|were\s(?:treated|rescued|moved)"
    r"|are\s(?:staying|living|being))\b",
    re.IGNORECASE,
)
_KIN_OF = re.compile(r"\b(?:famil(?:y|ies)|relatives|parents|children|kin)\sof\s[\w\s]{0,20}$")


def are_living(sentence: str, start: int, end: int) -> bool:
    """
    Whether words for victims are of people who live on.

    Parameters
    ----------
    sentence : str
    start, end : int
        The word, in characters from the sentence's start.

    Returns
    -------
    bool
        False for other words than "victim" and "victims", and where families are given something:
        of those whom they lost.

    Examples
    --------
    >>> are_living("They pay the victims of the flood.", 13, 20)
    True
    """
    if _VICTIMS.fullmatch(sentence, start, end) is None:
        return False
    before = sentence[:start]
    if _KIN_OF.search(before) is not None:
        return False
    return (
        _GIVEN_BEFORE.search(before) is not None or _LIVING_AFTER.match(sentence, end) is not None
    )
