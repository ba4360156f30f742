"""Made-up reports for the tests of this folder."""

import pandas as pd

from analysis.compare.reports import REPORTS
from analysis.core.tables import make


def report(key, outlet, day, low, high=None, qualifier="exact", **columns):
    """One row of REPORTS, with what a test does not care about filled in."""
    row = {
        "report_id": key,
        "document": f"{outlet} {day}",
        "event": "e",
        "outlet": outlet,
        "published": pd.Timestamp(day) if day else None,
        "low": low,
        "high": low if high is None else high,
        "value": low,
        "qualifier": qualifier,
        "unit": "people",
        "outcome": "killed",
        "counted": "people",
        "source": "harbour police",
        "source_type": "local_authority",
        "passage": f"passage of {key}",
    }
    row |= columns
    return row | {
        "meaning": row.get("meaning") or row["outcome"],
        "side": row.get("side", row.get("responsible")),
    }


def reports(*rows):
    """A REPORTS table of such rows."""
    return make(list(rows), REPORTS)
