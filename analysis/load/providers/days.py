"""
Read a day as newspaper databases print it, in the languages of their interfaces.

In: a line such as ``5. April 2019 Freitag`` or ``April 5, 2019 Friday, Late Edition``. Out: the
day, or None. Names of months are read in English, German, French, Dutch, Spanish, Italian and
Portuguese. ``4/5/2019`` is read only if it can be one day; the columns of files are read by
``analysis.load.dates`` instead, which sees all their cells.
"""

import re
import unicodedata
from datetime import date

from analysis.load.dates import FIRST_DAY, LAST_DAY

__all__ = ["find_day", "starts_with_date"]

_NAMES = """
january januar janvier januari enero gennaio janeiro jan janv ene genn
february februar fevrier februari febrero febbraio fevereiro feb fevr fev
march marz mars maart marzo marco mar mrz maerz
april avril abril aprile apr avr abr
may mai mei mayo maggio maio mag
june juni juin junio giugno junho jun giu
july juli juillet julio luglio julho jul juil lug
august aout augustus agosto aug ago aou
september septembre septiembre settembre setembro sep sept set
october oktober octobre octubre ottobre outubro oct okt ott out
november novembre noviembre novembro nov
december dezember decembre diciembre dicembre dezembro dec dez dic
"""
_MONTHS: dict[str, int] = {}
for _number, _line in enumerate(_NAMES.split("\n")[1:-1], 1):
    for _name in _line.split():
        _MONTHS[_name] = _number

_WEEKDAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    lunes martes miercoles jueves viernes sabado domingo
    lunedi martedi mercoledi giovedi venerdi sabato domenica
    mon tue wed thu fri sat sun mo di mi do fr sa so
    """.split()
)
_SEASONS = frozenset(
    "spring summer fall autumn winter printemps ete automne hiver fruhling fruhjahr sommer "
    "herbst".split()
)
_WORD = r"[^\W\d_]{3,12}"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|er|st|nd|rd|th|º)?\s*(?:de\s+)?(?P<month>{_WORD})\.?,?\s+"
    r"(?:de\s+)?(?P<year>\d{4})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{_WORD})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_ASIAN = re.compile(r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})")
_DOTTED = re.compile(r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})(?!\d)")
_FORMS = (_ISO, _ASIAN, _DOTTED, _DAY_FIRST, _MONTH_FIRST)
_MAX_LINE = 150  # characters of a line that is a date
_LEADING_WORD = re.compile(r"([^\W\d_]+)\.?,?\s+")
_MONTH_AND_YEAR = re.compile(
    r"(?P<word>[^\W\d_]+)\.?(?:\s*[-/]\s*[^\W\d_]+)?,?\s+\d{4}(?!\d)", re.IGNORECASE
)
_YEAR_ALONE = re.compile(r"\d{4}$")


def find_day(text: str) -> date | None:
    """
    Return the first day that a text names.

    Parameters
    ----------
    text : str

    Returns
    -------
    date or None
        None if there is none, or its year is not in 1700-2100.

    Examples
    --------
    >>> find_day("April 5, 2019 Friday"), find_day("Freitag, 5. April 2019")
    (datetime.date(2019, 4, 5), datetime.date(2019, 4, 5))
    >>> find_day("1er avril 2019 lundi"), find_day("April 2019")
    (datetime.date(2019, 4, 1), None)
    """
    found = []
    for form in _FORMS:
        for match in form.finditer(text):
            day = _day_of(match["year"], match["month"], match["day"])
            if day is not None:
                found.append((match.start(), day))
                break
    slashed = _SLASHED.search(text)
    if slashed is not None:
        day = _day_of_slashes(slashed)
        if day is not None:
            found.append((slashed.start(), day))
    return min(found)[1] if found else None


def starts_with_date(line: str) -> bool:
    """
    Return whether a line begins with a date: a day, perhaps after its weekday, or a month.

    Examples
    --------
    >>> starts_with_date("Friday, April 5, 2019"), starts_with_date("Spring 2019")
    (True, True)
    >>> starts_with_date("Copyright 2019 The Daily"), starts_with_date("On May 5, 2019")
    (False, False)
    """
    line = " ".join(line.split())
    if not line or len(line) > _MAX_LINE:
        return False
    leading = _LEADING_WORD.match(line)
    if leading is not None and _plain(leading[1]) in _WEEKDAYS:
        line = line[leading.end() :]
    for form in _FORMS:
        match = form.match(line)
        if match is not None and _day_of(match["year"], match["month"], match["day"]):
            return True
    slashed = _SLASHED.match(line)
    if slashed is not None and _day_of_slashes(slashed) is not None:
        return True
    month = _MONTH_AND_YEAR.match(line)
    if month is not None:
        word = _plain(month["word"])
        return word in _MONTHS or word in _SEASONS
    return _YEAR_ALONE.match(line) is not None


def _plain(word: str) -> str:
    """Return a word in lower case and without accents."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _day_of(year: str, month: str, day: str) -> date | None:
    """Return a day, its month a name or a number; None if there is no such day."""
    number = int(month) if month.isdigit() else _MONTHS.get(_plain(month))
    if number is None:
        return None
    try:
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return found if FIRST_DAY <= found <= LAST_DAY else None


def _day_of_slashes(match: re.Match[str]) -> date | None:
    """Return the day of a date such as 25/4/2019; None if it could be two days."""
    first, second = match["first"], match["second"]
    days = {
        _day_of(match["year"], first, second),
        _day_of(match["year"], second, first),
    } - {None}
    return days.pop() if len(days) == 1 else None
