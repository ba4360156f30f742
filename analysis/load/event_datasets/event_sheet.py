"""
Event sheets that Parallax exported, in the columns of any dataset.

In: a row, which is one figure of an article. Out: its claim. The number is read from the columns
that begin with ``parallax_``, see ``EVENT_SHEET`` in ``analysis.core.tables``, and not from those
of the dataset, which hold less. Apostrophes that keep spreadsheets from taking text for a formula
are removed.
"""

from analysis.core.safe_csv import unescape_formula
from analysis.core.tables import EVENT_SHEET, OUTCOMES, QUALIFIERS
from analysis.load.claim_rows import Claim, Fault
from analysis.load.event_datasets.dataset import Dataset, Row

__all__ = ["PARALLAX"]

_COPIED = ("url", "unit", "counted", "place", "source")


def _claims_of(row: Row) -> list[tuple[Claim, list[Fault]]]:
    """Return the claim of a row."""
    faults: list[Fault] = []
    for name in ("outlet", "unit"):
        if row.text(name) is None:
            faults.append(Fault(f"has no {row.columns[name]}", kept=False))
    low = row.count("low", faults)
    high = row.count("high", faults)
    if low is not None and high is not None and low > high:
        names = (row.columns["low"], row.columns["high"])
        faults.append(Fault(f"{names[0]} {low:g} is over {names[1]} {high:g}", kept=False))
    published = row.day("published")
    responsible = _text(row, "agent")
    voice = "own" if row.text("source") is None else "attributed"
    claim: Claim = {
        "claim_id": row.text("figure_id"),
        "outlet": _text(row, "outlet"),
        "published": published,
        "published_given": published and published.isoformat(),
        "date_basis": "article",
        "low": low,
        "high": high,
        "qualifier": _one_of(row, "qualifier", QUALIFIERS, faults),
        "outcome": _one_of(row, "outcome", OUTCOMES, faults),
        "responsible": responsible,
        "voice": voice if responsible else None,
        "note": _text(row, "sentence"),
        **{name: _text(row, name) for name in _COPIED},
    }
    return [(claim, faults)]


def _text(row: Row, name: str) -> str | None:
    text = row.text(name)
    return None if text is None else unescape_formula(text)


def _one_of(row: Row, name: str, allowed: tuple[str, ...], faults: list[Fault]) -> str | None:
    """Return a word of a closed list."""
    word = row.text(name)
    if word in allowed:
        return word
    reason = f"{row.columns[name]} {word or ''!r} is not among: {', '.join(allowed)}"
    faults.append(Fault(reason, kept=False))
    return None


_PREFIX = "parallax_"
_COLUMNS = {column.removeprefix(_PREFIX): (column,) for column in EVENT_SHEET.columns}

PARALLAX = Dataset(
    name="Parallax",
    fields=_COLUMNS,
    recognised_by=(("figure_id",),),
    required=tuple(_COLUMNS),
    date_field="published",
    claims_of=_claims_of,
)
