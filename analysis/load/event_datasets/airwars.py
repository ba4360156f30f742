"""
The archive of civilian harm of Airwars.

In: a row, which is one incident. Out: one claim for the civilians killed and one for those injured,
where the row says something about them. A minimum and a maximum are a range; "Unknown" is a number
that is not known. Follows the methodology of Airwars: an incident sums up what sources allege, so
a belligerent is one that sources suspect. Exports differ in their column names; the spellings of
the site, of its data interface and of its spreadsheets are recognised.
"""

from typing import NamedTuple

from analysis.load.claim_rows import Claim, Fault
from analysis.load.event_datasets.cells import COUNT_HINT, bounds_of, is_unknown, parse_range
from analysis.load.event_datasets.dataset import EVENT_DAY, Dataset, Row, join_words

__all__ = ["AIRWARS"]

_OUTCOMES = ("killed", "injured")
_OTHER_WORDS = {"killed": "deaths", "injured": "injuries"}


class _Stated(NamedTuple):
    """What a row says about one outcome; ``is_told`` is false if it says nothing."""

    low: float | None
    high: float | None
    is_told: bool


def _number_fields() -> dict[str, tuple[str, ...]]:
    """Return the columns of numbers: killed, killed_min, killed_max, injured ..."""
    fields = {}
    for outcome in _OUTCOMES:
        fields[outcome] = (f"civilians_reported_{outcome}", f"civilians_{outcome}")
        for end in ("min", "max"):
            fields[f"{outcome}_{end}"] = (
                f"civilians_reported_{outcome}_{end}",
                f"civilians_{outcome}_{end}",
                f"civilian_{_OTHER_WORDS[outcome]}_{end}",
                f"civilian_non_combatants_{outcome}_{end}",
                f"killed_injured_civilian_non_combatants_{outcome}_{end}",
                f"{end}_civilians_{outcome}",
                f"{outcome}_{end}",
            )
    return fields


def _claims_of(row: Row) -> list[tuple[Claim, list[Fault]]]:
    """Return the claims of a row, or a fault that says why it has none."""
    note = _note(row)
    responsible = row.text("belligerent")
    claims = []
    for outcome in _OUTCOMES:
        faults: list[Fault] = []
        stated = _stated(row, outcome, faults)
        if not stated.is_told:
            continue
        claim: Claim = {
            "claim_id": f"airwars-{row.text('code')}-{outcome}",
            "date_basis": EVENT_DAY,
            "url": row.text("url"),
            **bounds_of(stated.low, stated.high)._asdict(),
            "counted": "civilians",
            "outcome": outcome,
            "outcome_coded": f"civilians reported {outcome}",
            "place": _place(row),
            "responsible": responsible,
            "voice": "attributed" if responsible else None,
            "note": note,
        }
        claims.append((claim, faults))
    if claims:
        return claims
    reason = f"has no number of civilians killed or injured. {COUNT_HINT}, or write Unknown"
    return [({}, [Fault(reason, kept=False)])]


def _stated(row: Row, outcome: str, faults: list[Fault]) -> _Stated:
    """Return the numbers of an outcome, from its two columns or from the one for both."""
    ends = [f"{outcome}_min", f"{outcome}_max"]
    if any(row.text(name) is not None for name in ends):
        low, high = (row.count(name, faults) for name in ends)
        told_in = row.labelled(*ends)
    elif row.text(outcome) is None:
        return _Stated(None, None, is_told=False)
    else:
        low, high = _from_one_column(row, outcome, faults)
        told_in = row.labelled(outcome)
    if low is not None and high is not None and low > high:
        reason = f"{told_in}: the minimum may be at most the maximum"
        faults.append(Fault(reason, kept=False))
    return _Stated(low, high, is_told=True)


def _from_one_column(
    row: Row, outcome: str, faults: list[Fault]
) -> tuple[float | None, float | None]:
    """Return the ends of "3-5"; both are null if the cell says "Unknown"."""
    text = row.text(outcome) or ""
    if is_unknown(text):
        return None, None
    ends = parse_range(text)
    if ends is None:
        reason = (
            f"{row.columns[outcome]} {text!r} is no count, range or Unknown. "
            "Write 12, 3-5 or Unknown, or leave the cell empty"
        )
        faults.append(Fault(reason, kept=False))
        return None, None
    return ends


def _place(row: Row) -> str | None:
    names = ("location", "governorate", "region", "country")
    return join_words([row.text(name) for name in names])


def _note(row: Row) -> str | None:
    """Return the row's code and what the table has no column for."""
    day = row.day("date")
    parts = [
        f"Airwars {row.text('code')}",
        f"incident of {day.isoformat()}" if day else None,
        row.labelled("status", "grading", "cause"),
    ]
    return join_words(parts, "; ")


AIRWARS = Dataset(
    name="Airwars",
    fields={
        "code": ("unique_reference_code", "reference_code", "incident_code", "code"),
        "date": ("incident_date", "date"),
        "url": ("permalink", "link", "url"),
        "location": ("location", "location_name", "incident_location"),
        "governorate": ("governorate", "province"),
        "region": ("region",),
        "country": ("country",),
        "belligerent": (
            *("suspected_belligerent", "suspected_belligerents", "belligerent", "belligerents"),
            *("belligerent_1_belligerent_name", "suspected_attacker"),
        ),
        "status": ("strike_status",),
        "grading": ("airwars_grading", "civilian_harm_status", "grading"),
        "cause": ("causes_of_injury_death", "causes", "cause", "strike_type"),
        **_number_fields(),
    },
    recognised_by=(
        ("code",),
        ("killed", "killed_min", "killed_max", "injured", "injured_min", "injured_max"),
    ),
    required=("code",),
    date_field="date",
    claims_of=_claims_of,
)
