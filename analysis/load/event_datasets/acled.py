"""
The Armed Conflict Location and Event Data of ACLED.

In: a row, which is one event. Out: one claim, its fatalities. Follows the ACLED Codebook and its
notes on fatalities: the number is an estimate that sources report, the most conservative one where
they differ, and it has no bounds; vague words have fixed numbers. Actor 1 and 2 say nothing about
who attacked, except in violence against civilians, where the other actor is the civilians. Injured
people are not coded.
"""

from analysis.load.claim_rows import Claim, Fault
from analysis.load.event_datasets.cells import COUNT_HINT, bounds_of
from analysis.load.event_datasets.dataset import EVENT_DAY, Dataset, Row, join_words

__all__ = ["ACLED"]

_CAVEAT = (
    "reported fatalities, the lowest estimate where sources differ; ACLED codes 10 for tens, "
    "12 for dozens, 100 for hundreds, 3 or 10 for an unknown number, 0 if none is reported"
)
_AGAINST_CIVILIANS = "violence against civilians"
_CIVILIANS = "civilians"
_NAMES = (
    *("event_date", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "actor2", "country", "admin1", "location", "source", "notes", "fatalities"),
)


def _claims_of(row: Row) -> list[tuple[Claim, list[Fault]]]:
    """Return the claim of a row, or a fault that says why it has none."""
    faults: list[Fault] = []
    count = row.count("fatalities", faults)
    if count is None and not faults:
        text = row.text("fatalities") or ""
        reason = f"{row.columns['fatalities']} {text!r} is no number. {COUNT_HINT}"
        faults.append(Fault(reason, kept=False))
    responsible = _responsible(row)
    claim: Claim = {
        "claim_id": f"acled-{row.text('event_id_cnty')}",
        "date_basis": EVENT_DAY,
        **bounds_of(count, count)._asdict(),
        "counted": "fatalities",
        "outcome": "killed",
        "outcome_coded": "fatalities",
        "place": join_words([row.text("location"), row.text("admin1"), row.text("country")]),
        "source": row.text("source"),
        "responsible": responsible,
        "voice": "attributed" if responsible else None,
        "note": _note(row),
    }
    return [(claim, faults)]


def _responsible(row: Row) -> str | None:
    """Return the actor other than the civilians, in violence against civilians."""
    if (row.text("event_type") or "").casefold() != _AGAINST_CIVILIANS:
        return None
    actors = [row.text("actor1"), row.text("actor2")]
    others = []
    for actor in actors:
        if actor and not actor.casefold().startswith(_CIVILIANS):
            others.append(actor)
    has_civilians = len(others) < sum(actor is not None for actor in actors)
    return others[0] if has_civilians and len(others) == 1 else None


def _note(row: Row) -> str | None:
    """Return the row's id, the caveat, and what the table has no column for."""
    day = row.day("event_date")
    kind = join_words([row.text("event_type"), row.text("sub_event_type")])
    actors = join_words([row.text("actor1"), row.text("actor2")], " and ")
    parts = [
        f"ACLED event_id_cnty {row.text('event_id_cnty')}",
        f"event of {day.isoformat()}" if day else None,
        row.labelled("time_precision"),
        kind,
        f"actors: {actors}" if actors else None,
        _CAVEAT,
        row.text("notes"),
    ]
    return join_words(parts, "; ")


ACLED = Dataset(
    name="ACLED",
    fields={
        "event_id_cnty": ("event_id_cnty", "event_id"),
        **{name: (name,) for name in _NAMES},
    },
    recognised_by=(("event_id_cnty",), ("event_type",), ("actor1", "fatalities")),
    required=("event_id_cnty", "event_date", "event_type", "fatalities"),
    date_field="event_date",
    claims_of=_claims_of,
)
