"""
Recognise numbers of people who were not harmed: aboard, rallying, sentenced, at risk, or accused.

In: a text and the position of a number. Out: the id of the rule that says so, or None. Asked of
numbers that have no word of harm next to them: only the tagger says that they are casualties, and
it mistakes large numbers near a word of harm for them. What a text denies or fears is decided in
``analysis.extract.figures.polarity``. Rules: ``data/rules/figures/presence.toml``; word lists:
``data/lexicons/unharmed.toml``.
"""

from analysis.extract.figures.rules import first_rule

__all__ = ["harmed_others", "has_left", "has_left_hospital", "is_only_present", "was_shot_before"]


def is_only_present(text: str, start: int, end: int) -> bool:
    """
    Return whether a number counts people who were only present, sentenced or at risk.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, without its qualifier.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_only_present("A boat carrying 60 people capsized.", 16, 18)
    True
    >>> is_only_present("Floods took 60 people.", 12, 14)
    False
    """
    return first_rule("present", text, start, end) is not None


def has_left(text: str, start: int, end: int) -> str | None:
    """
    Return the rule by which people left or fled, and nothing else is said of them.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, without its qualifier.

    Returns
    -------
    str or None
    """
    return first_rule("left", text, start, end)


def has_left_hospital(text: str, start: int, end: int) -> str | None:
    """
    Return the rule by which people were hurt and have left hospital.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, without its qualifier.

    Returns
    -------
    str or None

    Examples
    --------
    >>> has_left_hospital("Six were hurt; two of them have left hospital.", 15, 18)
    'treated.left_hospital'
    """
    return first_rule("treated", text, start, end)


def was_shot_before(text: str, start: int, end: int) -> str | None:
    """
    Return the rule by which people were shot or stabbed before the attacker was stopped.

    "A man shot three people before he was killed" does not say whether the three survived.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, without its qualifier.

    Returns
    -------
    str or None
    """
    return first_rule("shot", text, start, end)


def harmed_others(text: str, start: int, end: int) -> bool:
    """
    Return whether the counted people are accused of harm: "eight men accused of killing 86".

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.

    Returns
    -------
    bool
    """
    return first_rule("accused", text, start, end) is not None
