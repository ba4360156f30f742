"""
The Georeferenced Event Dataset of the Uppsala Conflict Data Program (UCDP GED).

In: a row, which is one event with deaths. Out: one claim, the deaths from ``low`` to ``high``.
Follows the UCDP GED Codebook: ``best`` is the most reliable estimate of deaths, ``low`` and
``high`` the lowest and highest reliable ones; side A is the perpetrator of one-sided violence only.
``source_original`` is who the information comes from, ``source_office`` who published it. The
dataset does not say how many people were injured.
"""

from datetime import date

from analysis.load.claim_rows import Claim, Fault
from analysis.load.event_datasets.cells import COUNT_HINT, bounds_of
from analysis.load.event_datasets.dataset import EVENT_DAY, Dataset, Row, join_words

__all__ = ["UCDP"]

_TYPES = {"1": "state-based conflict", "2": "non-state conflict", "3": "one-sided violence"}
_ONE_SIDED = "3"
_NAMES = (
    *("id", "relid", "year", "type_of_violence", "conflict_name", "dyad_name"),
    *("side_a", "side_b", "source_article", "source_office", "source_date", "source_original"),
    *("where_coordinates", "where_description", "adm_1", "adm_2", "country", "date_prec"),
    *("date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"),
    *("best", "low", "high"),
)
_OLDER_NAMES = {"best": "best_est", "low": "low_est", "high": "high_est"}


def _fields() -> dict[str, tuple[str, ...]]:
    """Return every column, with its name in versions before 19.1 if that was another."""
    fields = {}
    for name in _NAMES:
        fields[name] = (name, _OLDER_NAMES[name]) if name in _OLDER_NAMES else (name,)
    return fields


def _claims_of(row: Row) -> list[tuple[Claim, list[Fault]]]:
    """Return the claim of a row, or a fault that says why it has none."""
    faults: list[Fault] = []
    low = row.count("low", faults)
    high = row.count("high", faults)
    best = _best(row)
    faults += _faults_of_order(row, low, best, high)
    if low is None and high is None and not faults:
        low = high = best
    if low is None and high is None and not faults:
        reason = f"has no number in {row.columns['low']}, {row.columns['high']} or best"
        faults.append(Fault(f"{reason}. {COUNT_HINT}", kept=False))
    bounds = bounds_of(low, high)
    place = [row.text(name) for name in ("where_coordinates", "adm_1", "country")]
    is_one_sided = row.text("type_of_violence") == _ONE_SIDED
    responsible = row.text("side_a") if is_one_sided else None
    claim: Claim = {
        "claim_id": f"ucdp-{row.text('id')}",
        "date_basis": EVENT_DAY,
        **bounds._asdict(),
        "counted": "deaths",
        "outcome": "killed",
        "outcome_coded": "deaths",
        "place": join_words(place),
        "source": row.text("source_original") or row.text("source_office"),
        "responsible": responsible,
        "voice": "attributed" if responsible else None,
        "upstream": row.text("source_article"),
        "note": _note(row),
    }
    return [(claim, faults)]


def _best(row: Row) -> float | None:
    """Return the best estimate; one that cannot be read costs no row, because it is only noted."""
    faults: list[Fault] = []
    best = row.count("best", faults)
    row.remarks += [Fault(fault.reason, kept=True) for fault in faults]
    return best


def _faults_of_order(
    row: Row,
    low: float | None,
    best: float | None,
    high: float | None,
) -> list[Fault]:
    """Return what is wrong with the order of the three numbers."""
    if low is not None and high is not None and low > high:
        names = (row.columns["low"], row.columns["high"])
        reason = f"{names[0]} {low:g} is over {names[1]} {high:g}. Low may be at most high"
        return [Fault(reason, kept=False)]
    is_under = best is not None and low is not None and best < low
    is_over = best is not None and high is not None and best > high
    if is_under or is_over:
        reason = f"{row.columns['best']} {best:g} is not between low and high; it is only noted"
        return [Fault(reason, kept=True)]
    return []


def _note(row: Row) -> str | None:
    """Return the row's id and what the table has no column for."""
    first = row.day("date_start")
    last = row.day("date_end")
    sides = join_words([row.text("side_a"), row.text("side_b")], " and ")
    parts = [
        f"UCDP GED id {row.text('id')}",
        _days(first, last),
        row.code("type_of_violence", _TYPES),
        f"sides: {sides}" if sides else None,
        row.labelled("best", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"),
        row.labelled("date_prec", "source_date"),
    ]
    return join_words(parts, "; ")


def _days(first: date | None, last: date | None) -> str | None:
    """Return the days of the event in words."""
    days = join_words([first and first.isoformat(), last and last.isoformat()], " to ")
    return f"event of {days}" if days else None


UCDP = Dataset(
    name="UCDP GED",
    fields=_fields(),
    recognised_by=(("type_of_violence",), ("side_a",), ("best", "low", "high")),
    required=("id", "low", "high"),
    date_field="date_start",
    claims_of=_claims_of,
)
