"""
Decide what became of people who were attacked: shot, stabbed, struck.

In: a text, the position of a number or person, and the outcome found so far. Out: the outcome.
"Shot" alone means killed or injured; "shot in the leg" means injured. Diseases strike people too.
Rules: ``data/rules/figures/attacks.toml``.
"""

from analysis.extract.figures.evidence import is_about_illness, is_illness_without_injury
from analysis.extract.figures.rules import first_rule

__all__ = ["outcome_of_attack", "were_attacked"]


def outcome_of_attack(text: str, start: int, end: int, outcome: str) -> tuple[str, str | None]:
    """
    Return what became of attacked people, and the rule that decided; other outcomes stay.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, or of the article of a person.
    outcome : str
        The outcome found so far.

    Returns
    -------
    (str, str or None)
        The rule is None if nothing changes.

    Examples
    --------
    >>> outcome_of_attack("A man was shot in the leg.", 0, 1, "killed_or_injured")
    ('injured', 'hurt.in_limb')
    """
    if outcome == "injured" and is_illness_without_injury(text, start, end):
        return "ill", "evidence.ill"
    if outcome != "killed_or_injured":
        return outcome, None
    rule = first_rule("dead", text, start, end)
    if rule is not None:
        return "killed", rule
    rule = first_rule("hurt", text, start, end)
    if rule is not None:
        return "injured", rule
    if is_illness_without_injury(text, start, end) or is_about_illness(text, start, end):
        return "ill", "evidence.ill"
    return outcome, None


def were_attacked(text: str, start: int, end: int) -> str | None:
    """
    Return the rule by which people were attacked, whatever became of them; None if there is none.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number, or of the article of a person.

    Returns
    -------
    str or None
    """
    return first_rule("attacked", text, start, end)
