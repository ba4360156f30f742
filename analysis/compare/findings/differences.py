"""
The clearest tested difference between an outlet and the others on the same events.

In: the ``differences`` table of ``analysis.compare.estimates.against_others``. Out: a finding. An
outlet is named only with enough articles and mentions behind it, and only if its difference was
tested; that nothing stands out, and that nothing could be tested, are answers of their own.
"""

import math

import pandas as pd

from analysis.compare.findings.measures import measure_of
from analysis.core.finding import LEAST_ARTICLES, LEAST_MENTIONS, Finding, from_tables, listed
from analysis.core.plain_values import number_or_none
from analysis.core.plurals import noun_for

__all__ = ["SIGNIFICANCE", "difference_finding", "p_words", "profile_finding", "standing_out"]

SIGNIFICANCE = 0.05
"""A difference with a smaller adjusted p-value is told."""

_PROFILE = "the profile of"
_MOST_LISTED = 6  # further differences in a sentence; the number of the rest is said


# of a measure of how much, and of a tone
_MORE = ("more", "more positive")
_LESS = ("less", "more negative")


def standing_out(differences: pd.DataFrame) -> pd.DataFrame:
    """
    Return the differences that a sentence may tell, the clearest first.

    Parameters
    ----------
    differences : DataFrame
        The ``differences`` table. Not changed.

    Returns
    -------
    DataFrame
        Rows with an adjusted p-value below ``SIGNIFICANCE`` and enough articles and mentions.
    """
    has_enough = differences["n_articles"].ge(LEAST_ARTICLES)
    shares = [measure_of(metric).is_share for metric in differences["metric"]]
    is_share = pd.Series(shares, index=differences.index, dtype=bool)
    has_enough &= differences["n_mentions"].ge(LEAST_MENTIONS) | ~is_share
    told = differences.loc[has_enough & differences["p_adjusted"].lt(SIGNIFICANCE)]
    order = told.assign(size=told["effect"].abs().fillna(math.inf))
    order = order.sort_values(
        ["p_adjusted", "size", "metric", "outlet"], ascending=[True, False, True, True]
    )
    return told.loc[order.index]


@from_tables
def difference_finding(differences: pd.DataFrame, min_events: int, subject: str = "") -> Finding:
    """
    Say the clearest difference, and name every other one.

    Parameters
    ----------
    differences : DataFrame
        The ``differences`` table, of one or several measures, of one or all outlets. Not changed.
    min_events : int
        Shared events that a test needs.
    subject : str
        What is compared, such as "frames", for the sentences without a difference.

    Returns
    -------
    Finding
        Kind "difference"; "none" if differences were tested and none stands out; "untested" if
        there was nothing to test.
    """
    what = ""
    if subject:
        what = f"In {subject}, "
    known = differences.loc[differences["difference"].notna()]
    if known.empty:
        text = (
            f"{what}nothing is compared: no two outlets report one event with something to measure."
        )
        return Finding(_capital(text), "untested")
    tested = known.loc[known["p_adjusted"].notna()]
    if tested.empty:
        return _untested(known, min_events, what)
    told = standing_out(known)
    if told.empty:
        return _nothing_stands_out(tested, what, is_profile=subject.startswith(_PROFILE))
    return _difference(told)


@from_tables
def profile_finding(differences: pd.DataFrame, min_events: int, outlet: str) -> Finding:
    """
    Say how one outlet differs from the others.

    Parameters
    ----------
    differences : DataFrame
        The rows of that outlet. Not changed.
    min_events : int
        Shared events that a test needs.
    outlet : str
        Empty if no two outlets share an event.

    Returns
    -------
    Finding
        As ``difference_finding``; it says so if there is no outlet to compare.
    """
    if not outlet:
        text = "No two outlets of this corpus share an event, so none can be compared with others."
        return Finding(text, "untested")
    if not differences["difference"].notna().to_numpy().any():
        text = f"{outlet} shares no event with other outlets, so it cannot be compared with them."
        return Finding(text, "untested", outlets=(outlet,))
    return difference_finding(differences, min_events, f"{_PROFILE} {outlet}")


def _untested(known: pd.DataFrame, min_events: int, what: str) -> Finding:
    """Say that no outlet shares enough events, and which comes nearest."""
    most = known.sort_values("n_events", kind="stable").to_dict("records")[-1]
    events = f"{most['n_events']:.0f} {noun_for(most['n_events'], 'event')}"
    has_most = known["n_events"].to_numpy() == most["n_events"]
    nearest = f"none has over {events}"
    if len(set(known["outlet"].to_numpy()[has_most])) == 1:
        nearest = f"{most['outlet']} has most with {events}"
    text = (
        f"{what}differences are not tested: a test needs {min_events} events that other outlets "
        f"report too, with something to measure in both, and {nearest} of that kind. A story can "
        "be several events: its next steps are others."
    )
    return Finding(
        _capital(text), "untested", outlets=(most["outlet"],), n_events=int(most["n_events"])
    )


def _nothing_stands_out(tested: pd.DataFrame, what: str, *, is_profile: bool) -> Finding:
    """Say that no tested difference is clear, and what could not have been seen."""
    n_outlets = len(set(tested["outlet"]))
    n_measures = len(set(tested["metric"]))
    measures = ""
    if n_measures != 1:
        measures = f" on {n_measures} measures"
    differs = f"the one outlet tested{measures} does not differ"
    if n_outlets > 1:
        differs = f"none of {n_outlets} outlets tested{measures} differs"
    text = (
        f"{what}nothing stands out: {differs} from the others on the same events by more than "
        f"chance explains.{_uncorrected_words(tested, is_profile)}{_detectable_words(tested)}"
    )
    n_events = int(tested["n_events"].to_numpy().max())
    return Finding(_capital(text).strip(), "none", tested=True, n_events=n_events)


def _uncorrected_words(tested: pd.DataFrame, is_profile: bool) -> str:
    """
    Name the difference whose interval excludes 0, though among so many tests it is nothing.

    A notebook on one subject makes fewer tests than a profile, and may tell it.
    """
    apart = tested.loc[tested["low"].gt(0) | tested["high"].lt(0)]
    if apart.empty or len(tested) == 1:
        return ""
    row = apart.sort_values(["p_adjusted", "metric", "outlet"]).to_dict("records")[0]
    where = f"{measure_of(row['metric']).name} at {row['outlet']}"
    interval = f"The interval of {where} excludes 0"
    if len(apart) > 1:
        interval = f"The intervals of {where} and {len(apart) - 1} more exclude 0"
    corrected = f"the correction for the {len(tested)} tests here"
    elsewhere = ""
    if is_profile:
        elsewhere = "; among the fewer tests of the notebook on its subject it may"
    return f" {interval}, which does not hold after {corrected}{elsewhere}."


def _detectable_words(tested: pd.DataFrame) -> str:
    """Say which differences were too small to be seen; empty where unknown."""
    seen = tested.dropna(subset=["detectable"])
    if seen.empty:
        return ""
    of_one_unit = seen.loc[[measure_of(metric).is_share for metric in seen["metric"]]]
    if of_one_unit.empty:
        of_one_unit = seen.loc[seen["metric"].eq(seen["metric"].iloc[0])]
    row = of_one_unit.sort_values("detectable", kind="stable").to_dict("records")[0]
    measure = measure_of(row["metric"])
    several = ""
    if len(set(seen["metric"])) > 1:
        several = f" in {measure.name}"
    size = measure.distance(row["detectable"])
    return (
        f" A difference{several} of less than {size} could not have been seen, even at "
        f"{row['outlet']}."
    )


def _difference(told: pd.DataFrame) -> Finding:
    """Say the first difference with its certainty, and list the others."""
    row = told.iloc[0]
    measure = measure_of(row["metric"])
    events = f"{row['n_events']:.0f} events"
    certainty = f"p {p_words(row['p_adjusted'])}, adjusted"
    if pd.notna(row["low"]):
        ends = f"{_signed(measure, row['low'])} to {_signed(measure, row['high'])}"
        certainty = f"difference {ends} with 95% confidence; {certainty}"
    text = (
        f"At {row['outlet']}, {measure.say(row['mean'])}, at the other outlets of the same "
        f"{events} {measure.number(row['mean_others'])} ({certainty})."
    )
    rest, named = _rest_words(told.iloc[1:])
    return Finding(
        text=text + rest,
        kind="difference",
        outlets=tuple(dict.fromkeys([row["outlet"], *named])),
        value=float(row["difference"]),
        low=number_or_none(row["low"]),
        high=number_or_none(row["high"]),
        tested=True,
        p_adjusted=float(row["p_adjusted"]),
        n_articles=int(row["n_articles"]),
        n_events=int(row["n_events"]),
    )


def _rest_words(rest: pd.DataFrame) -> tuple[str, list[str]]:
    """List further differences, and return the outlets that are named."""
    if rest.empty:
        return "", []
    shown = rest.head(_MOST_LISTED)
    parts = []
    for outlet, rows in shown.groupby("outlet", sort=False):
        words = [_less_or_more(row) for row in rows.to_dict("records")]
        parts.append(f"{outlet} ({listed(words)})")
    n_more = len(rest) - len(shown)
    more = ""
    if n_more:
        more = f", and {n_more} more in the table"
    return f" Also different: {', '.join(parts)}{more}.", shown["outlet"].unique().tolist()


def _less_or_more(row: dict) -> str:
    name = measure_of(row["metric"]).name
    is_tone = name.startswith("tone")
    if row["difference"] > 0:
        direction = _MORE[is_tone]
    else:
        direction = _LESS[is_tone]
    return f"{direction} {name}"


def _signed(measure, value: float) -> str:
    distance = measure.distance(abs(value))
    if value > 0:
        return f"+{distance}"
    if value < 0:
        return f"−{distance}"
    return distance


def p_words(p: float) -> str:
    """
    Write a p-value after "p".

    Examples
    --------
    >>> p_words(0.0321), p_words(0.0000001)
    ('= .032', '< .001')
    """
    if p < 0.001:
        return "< .001"
    return f"= {p:.3f}".replace("0.", ".")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
