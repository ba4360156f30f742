"""Rows of the differences table for tests of findings."""

import pandas as pd

DEFAULTS = {
    "metric": "attributed words",
    "outlet": "Gazette",
    "other": "others",
    "difference": 0.2,
    "low": 0.1,
    "high": 0.3,
    "effect": 0.9,
    "mean": 0.61,
    "mean_others": 0.41,
    "n_events": 8,
    "n_articles": 12,
    "n_mentions": 90.0,
    "p": 0.01,
    "p_adjusted": 0.012,
    "detectable": 0.15,
}
UNTESTED = {"low": None, "high": None, "effect": None, "p": None, "p_adjusted": None}


def differences(*rows):
    """Return a differences table from what each row changes of the defaults."""
    table = pd.DataFrame([{**DEFAULTS, **row} for row in rows], columns=list(DEFAULTS))
    numbers = [name for name in DEFAULTS if name not in ("metric", "outlet", "other")]
    return table.astype(dict.fromkeys(numbers, float))
