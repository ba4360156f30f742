"""Words with which pages say that numbers which differ may be of two things (≠?)."""

__all__ = ["WHY_IN_DOUBT"]

WHY_IN_DOUBT = (
    "two or three outlets print it and their numbers were joined with a probability below .8, or "
    "an outlet counts at most half as many as another did at least three days before, or one is "
    "20 times another and not of people harmed"
)
"""Why numbers that differ are in doubt (``compare.doubtful_numbers``), in words for a note."""
