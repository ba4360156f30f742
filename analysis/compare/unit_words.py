"""
Put the unit of a number in its plural: "2 months", where a text has "two-month".

In: units as written. Out: units as they stand after a number. Signs and short forms ("km") have no
plural; units that are not known are left as they are.
"""

from typing import Final

from analysis.core.plurals import plural

__all__ = ["plural_unit"]

_UNITS: Final = frozenset(
    """
    second minute hour day night week fortnight month year decade century mile kilometer kilometre
    meter metre yard foot inch centimeter centimetre millimeter millimetre knot hectare acre ton
    tonne kilogram kilo gram pound ounce litre liter gallon barrel degree point dollar euro
    """.split()
)
# readers of units take off an "s"
_CUT_OFF: Final = {"centurie": "centuries", "inche": "inches"}


def plural_unit(unit: str) -> str:
    """
    Return a unit as it stands after a number other than one.

    Parameters
    ----------
    unit : str
        As written.

    Returns
    -------
    str
        The first word that has a plural is in it.

    Examples
    --------
    >>> [plural_unit(unit) for unit in ("month", "square foot", "mile per hour", "km", "years")]
    ['months', 'square feet', 'miles per hour', 'km', 'years']
    """
    words = unit.split(" ")
    for place, word in enumerate(words):
        if word in ("per", "a", "an"):
            return unit  # "km per hour"
        several = _plural_of_known_unit(word)
        if several is not None:
            return " ".join([*words[:place], several, *words[place + 1 :]])
        if _plural_of_known_unit(word.removesuffix("s")) is not None:
            return unit  # "miles per hour" has its plural
    return unit


def _plural_of_known_unit(word: str) -> str | None:
    """Return the plural of a unit in the singular; None for any other word."""
    if word.casefold() in _UNITS:
        return plural(word)
    return _CUT_OFF.get(word.casefold())
