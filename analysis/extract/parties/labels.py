"""
Name a party so that mentions of one side are one entity: "Syria (authorities)", "Hamas".

In: the party and kind of rows of the ``parties`` table. Out: a label. The government, the army and
the president of a country are its authorities; its rebels and its protesters are not.
"""

from collections.abc import Iterable

from analysis.extract.parties.gazetteer import Gazetteer, project_gazetteer

__all__ = ["PRIVATE", "party_label", "party_labels"]

PRIVATE = "private"
"""The party of an attacker who acts alone: another person in each article, so no side at all."""

_SIDES = {
    "government": "authorities",
    "military": "authorities",
    "police_security": "authorities",
    "officials": "authorities",
    "person": "authorities",
    "armed_group": "armed groups",
    "attacker": "attackers",
    "opposition": "opposition",
    "protesters": "protesters",
}


def party_label(party: str, kind: str, gazetteer: Gazetteer | None = None) -> str:
    """
    Return the name of one side.

    Parameters
    ----------
    party : str
        Whose the mention is: ``party`` of the ``parties`` table.
    kind : str
        Its ``kind``.
    gazetteer : Gazetteer, optional
        Says which parties are one body; that of the project by default.

    Returns
    -------
    str
        The party, and in brackets which side of a country or place it is.

    Examples
    --------
    >>> party_label("Sudan", "military"), party_label("Sudan", "protesters")
    ('Sudan (authorities)', 'Sudan (protesters)')
    >>> party_label("Hamas", "officials"), party_label("private", "attacker")
    ('Hamas', 'private (attackers)')
    """
    side = _SIDES.get(kind)
    if side is None or party in (gazetteer or project_gazetteer()).bodies:
        return party
    return f"{party} ({side})"


def party_labels(
    parties: Iterable[str], kinds: Iterable[str], gazetteer: Gazetteer | None = None
) -> list[str]:
    """Return the label of each pair of a party and a kind."""
    pairs = zip(parties, kinds, strict=True)
    return [party_label(party, kind, gazetteer) for party, kind in pairs]
