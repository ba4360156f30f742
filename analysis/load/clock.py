"""
Read the time of day at which an article was published, from the cell of its date.

In: a cell. Out: "16:10", and its time zone, or None, both as printed: ``analysis.core.moments``
tells what was published first.
"""

import re
from datetime import UTC, date, datetime

__all__ = ["parse_time", "parse_zone"]

_CLOCK = re.compile(
    r"(?:^|[T\s,])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?!\d)(?::\d{2}(?:[.,]\d+)?)?"
    r"(?:\s?(?P<half>[ap])\.?m\b)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"\d{8}T?(?P<hour>\d{2})(?P<minute>\d{2})\d{2}Z?$")
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?$")  # seconds or milliseconds since 1970
_ZONE = re.compile(
    r"\d:?\d{2}(?:[.,]\d+)?\s?(?:[ap]\.?m\.?\s)?\(?"
    r"(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[A-Z]{2,4}T)\b"
)
_UTC = frozenset(("Z", "UTC", "GMT", "+00:00", "-00:00"))
_NOON = 12
_HOURS = 24
_MINUTES = 60
_MIDNIGHT = "00:00"
_MAX_CELL = 200  # characters of a cell that are looked at


def parse_time(value: object) -> str | None:
    """
    Read the time of day of a date.

    Parameters
    ----------
    value : object
        What ``dates.parse_day`` read as a day: text, a datetime, or seconds or milliseconds since
        1970, which are read as UTC.

    Returns
    -------
    str or None
        Hours and minutes, "00:01" to "23:59", as printed. None if there is no time of day, and at
        midnight, which exports print for a day without one.

    Examples
    --------
    >>> parse_time("2018-11-02T16:10:00Z"), parse_time("2 November 2018, 4:10 pm")
    ('16:10', '16:10')
    >>> parse_time("2018-11-02") is None
    True
    """
    if value is None or value != value:  # NaN and NaT differ from themselves
        return None
    if isinstance(value, date):
        found = f"{value:%H:%M}" if isinstance(value, datetime) else _MIDNIGHT
    else:
        found = _of_text(str(value).strip()[:_MAX_CELL])
    return None if found == _MIDNIGHT else found


def parse_zone(value: object) -> str | None:
    """
    Read the time zone of a date.

    Parameters
    ----------
    value : object
        As for ``parse_time``.

    Returns
    -------
    str or None
        "+00:00", "-05:00", or letters as printed ("EST"); None if none is printed.

    Examples
    --------
    >>> parse_zone("2018-11-02T16:10:00Z"), parse_zone("2018-11-02 16:10 +0200")
    ('+00:00', '+02:00')
    """
    if value is None or value != value:
        return None
    text = value.isoformat() if isinstance(value, datetime) else str(value).strip()[:_MAX_CELL]
    if _EPOCH.match(text):
        return "+00:00"
    found = _ZONE.search(text)
    if found is None:
        return None
    zone = re.sub(r"^([+-]\d{2})(\d{2})$", r"\1:\2", found["zone"])
    return "+00:00" if zone in _UTC else zone


def _of_text(text: str) -> str | None:
    """Return the time that a text names."""
    epoch = _EPOCH.match(text)
    if epoch:
        return f"{datetime.fromtimestamp(int(epoch[1]), UTC):%H:%M}"
    clock = _COMPACT.match(text) or _CLOCK.search(text)
    if clock is None:
        return None
    hour, minute = int(clock["hour"]), int(clock["minute"])
    half = clock.groupdict().get("half")
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half.lower() == "p" else 0)
    if hour >= _HOURS or minute >= _MINUTES:
        return None
    return f"{hour:02d}:{minute:02d}"
