"""
What is kept of a casualty figure before anybody's words are joined to it.

In: where it stands, its number and its outcome. Out: one dict with the columns that need no source and no agent.
"""

__all__ = ["outcome_columns", "overlaps", "record"]


def overlaps(figure, others):
    """Judge whether a figure shares characters with any of the others."""
    return any(
        figure["start"] < other["end"] and other["start"] < figure["end"] for other in others
    )


def record(text, start, end, number, outcome):
    """Put the columns together; without a number it is one person, told but not counted."""
    low, high, qualifier = (
        (1.0, 1.0, "exact") if number is None else (number.low, number.high, number.qualifier)
    )
    return {
        "start": start,
        "end": end,
        "text": text[start:end],
        "low": low,
        "high": high,
        "qualifier": qualifier,
        "implicit": number is None,
        **outcome_columns(outcome),
    }


def outcome_columns(outcome):
    """Give the columns that follow from what happened."""
    return {"outcome": outcome, "unit": "bodies" if outcome == "bodies_found" else "people"}
