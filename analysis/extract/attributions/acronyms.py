"""
Find which letters a name can be shortened to, and what short forms of offices and bodies stand for.

In: a name, or the words of a source. Out: acronyms ("Department of Justice" and "Justice
Department" are the DOJ), or the words spelled out ("the IG" is an inspector general).
"""

import re

__all__ = ["body_of", "initials_of", "spelled_out", "spelled_out_office"]

_SHORTEST_CUT = 3  # letters of an acronym from which its last one may be left out
_SHORTEST_TURNED = 3  # letters; shorter ones are printed in brackets after the name
_OF_US = re.compile(r"\bU\.S\.|\bUS\b")
_FIRM_SHORT = re.compile(r"Co|Corp")  # that an acronym may spell out
_OFFICER_AT_END = re.compile(r"\s(?:[Oo]fficials?|[Oo]fficers?|[Aa]gents?|[Ss]pokes\w+)$")
# bodies whose name is turned around: "Justice Department", "Department of Justice"
_TURNED = frozenset("Department Ministry Bureau Office Institute".split())
_ABBREVIATED = {"Dept": "Department", "Govt": "Government", "Assn": "Association"}
_ABBREVIATION = re.compile(rf"\b({'|'.join(_ABBREVIATED)})\b\.?")
_OFFICES = {
    "IG": "inspector general",
    "AG": "attorney general",
    "DA": "district attorney",
    "PM": "prime minister",
}
_NO_BODIES = frozenset(_OFFICES) | {"MP"}  # persons, whatever ministry is printed beside them
_OFFICE_AT_END = re.compile(
    rf"(?P<before>(?:[Tt]he|[Ii]ts|[Tt]heir)\s)(?P<office>{'|'.join(_OFFICES)})"
)


def body_of(name: str) -> str:
    """
    Return a name without the officer after it.

    Parameters
    ----------
    name : str

    Returns
    -------
    str

    Examples
    --------
    >>> body_of("Port Safety Agency officials")
    'Port Safety Agency'
    """
    return _OFFICER_AT_END.sub("", name)


def initials_of(name: str) -> list[str]:
    """
    Return the acronyms that a name can have, the likeliest first.

    Parameters
    ----------
    name : str
        Of a body, as printed.

    Returns
    -------
    list of str

    Examples
    --------
    >>> initials_of("Port Safety Agency")[0], "DOJ" in initials_of("U.S. Department of Justice")
    ('PSA', True)
    """
    words = _OF_US.sub("U S", name).split()
    capitals = "".join(word[0] for word in words if word[:1].isupper())
    every = "".join(word[0] for word in words).upper()
    found = [capitals, every, *_other_initials(words, capitals, every)]
    return [initials for initials in found if initials not in _NO_BODIES]


def _other_initials(words: list[str], capitals: str, every: str) -> list[str]:
    """Return further acronyms of a name: without "US", the last of two parts, of "Power Co."."""
    own = capitals.removeprefix("US")
    found = [own, every.removeprefix("US")]
    if not words:
        return found
    if "and" in words and len(own) > _SHORTEST_CUT:
        found.append(own[:-1])  # CDC, of Disease Control and Prevention
    last = words[-1].strip(".")
    if _FIRM_SHORT.fullmatch(last):
        found.append(own[:-1] + last.upper())  # TEPCO
    if last in _TURNED and len(own) > 1:
        turned = [f"{last[0]}O{own[:-1]}", f"{last[0]}{own[:-1]}"]  # DOJ, DHS
        found += [initials for initials in turned if len(initials) >= _SHORTEST_TURNED]
    return found


def spelled_out(words: str) -> str:
    """
    Return a source with abbreviated nouns in full.

    Parameters
    ----------
    words : str

    Returns
    -------
    str

    Examples
    --------
    >>> spelled_out("Velm Dept."), spelled_out("the Department")
    ('Velm Department', 'the Department')
    """
    return _ABBREVIATION.sub(lambda found: _ABBREVIATED[found[1]], words)


def spelled_out_office(words: str) -> str | None:
    """
    Return the office that a source is called by its initials.

    Parameters
    ----------
    words : str

    Returns
    -------
    str or None
        None for anything but a definite office: "AG" alone may be a firm.

    Examples
    --------
    >>> spelled_out_office("the IG"), spelled_out_office("AG")
    ('the inspector general', None)
    """
    found = _OFFICE_AT_END.fullmatch(words)
    return None if found is None else found["before"] + _OFFICES[found["office"]]
