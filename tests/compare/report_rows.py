"""Made-up reports for the tests of this folder."""

import pandas as pd

from analysis.core.tables import REPORTS, make


def report(key, outlet, day, low, high=None, qualifier="exact", **columns):
    """Return one row of REPORTS, with defaults for everything that a test does not name."""
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
    row["meaning"] = row.get("meaning") or row["outcome"]
    row["side"] = row.get("side", row.get("responsible"))
    return row


def reports(*rows):
    """Return a REPORTS table of such rows."""
    return make(list(rows), REPORTS)
