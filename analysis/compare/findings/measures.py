"""
How each measure is said in a sentence: what is counted, and in which unit.

In: the name of a metric, as ``analysis.measure`` writes it. Out: the words around its value, such
as "61% of words are attributed to someone".
"""

from dataclasses import dataclass

from analysis.core.plurals import plural

__all__ = ["Measure", "measure_of"]

_PERCENT = 100


@dataclass(frozen=True)
class Measure:
    """
    The words for a metric.

    Attributes
    ----------
    sentence : str
        With ``{value}`` in the place of the value.
    name : str
        The measure without a value, for lists.
    is_share : bool
        Whether values run from 0 to 1 and are written in percent.
    """

    sentence: str
    name: str
    is_share: bool = False

    def say(self, value: float) -> str:
        """Return the sentence with a value."""
        return self.sentence.format(value=self.number(value))

    def number(self, value: float) -> str:
        """Write a value: a share in percent, anything else with two significant decimals."""
        if self.is_share:
            return f"{value:.0%}"
        text = f"{value:+.2f}" if self.sentence.startswith("tone") else f"{value:.1f}"
        return text.replace("-", "−")

    def distance(self, value: float) -> str:
        """Write a difference between two values: percentage points for shares."""
        if self.is_share:
            return f"{value * _PERCENT:.0f} points"
        decimals = 2 if self.sentence.startswith("tone") else 1
        return f"{value:.{decimals}f}"


_MEASURES = {
    "attributed words": Measure(
        "{value} of words are attributed to someone", "attributed words", is_share=True
    ),
    "anonymous sources": Measure(
        "{value} of cited sources are unnamed", "unnamed sources", is_share=True
    ),
    "figures without a source": Measure(
        "{value} of figures have no source", "figures without a source", is_share=True
    ),
    "agentless clauses": Measure(
        "{value} of clauses about harm name no one who did it",
        "harm without a named cause",
        is_share=True,
    ),
    "own-voice blame": Measure(
        "{value} of named causes of harm are stated without a source",
        "blame in the outlet's own voice",
        is_share=True,
    ),
    "distancing cues": Measure(
        "{value} of attributions keep a distance (claimed, alleged)",
        "distancing cues",
        is_share=True,
    ),
    "endorsing cues": Measure(
        "{value} of attributions endorse (confirmed, revealed)", "endorsing cues", is_share=True
    ),
    "accusing cues": Measure(
        "{value} of attributions accuse (accused, denounced)", "accusing cues", is_share=True
    ),
    "tone in own words": Measure("tone in its own words is {value}", "tone in own words"),
    "tone of attributed words": Measure(
        "tone of attributed words is {value}", "tone of attributed words"
    ),
}
_SOURCE = "source type: "
_NAMING = "name: "
_TOWARDS = "towards: "
_FRAME = " frame"


def measure_of(metric: str) -> Measure:
    """
    Return the words for a metric.

    Parameters
    ----------
    metric : str
        A name of the profile of ``analysis.evaluate.outlet_profile``, or "source type: X",
        "name: REFERENT = CHOICE", "towards: ENTITY".

    Returns
    -------
    Measure
        For an unknown metric its own name, so that a user's measure can be told too.

    Examples
    --------
    >>> measure_of("attributed words").say(0.61)
    '61% of words are attributed to someone'
    >>> measure_of("source type: state official").say(0.25)
    '25% of attributions are to state officials'
    >>> measure_of("name: government (Syria) = regime").say(0.9)
    '90% of names for government (Syria) are "regime"'
    """
    if metric in _MEASURES:
        return _MEASURES[metric]
    if metric.startswith(_SOURCE):
        kind = metric.removeprefix(_SOURCE).replace("_", " ")
        sources = _sources_of_kind(kind)
        words = f"{{value}} of attributions are to {sources}"
        return Measure(words, f"attributions to {sources}", is_share=True)
    if metric.startswith(_NAMING):
        referent, _, choice = metric.removeprefix(_NAMING).partition(" = ")
        words = f'{{value}} of names for {_escaped(referent)} are "{_escaped(choice)}"'
        return Measure(words, f'"{choice}" for {referent}', is_share=True)
    if metric.startswith(_TOWARDS):
        entity = metric.removeprefix(_TOWARDS)
        return Measure(f"tone towards {_escaped(entity)} is {{value}}", f"tone towards {entity}")
    if metric.endswith(_FRAME):
        return Measure(f"the {_escaped(metric)} scores {{value}}", metric)
    return Measure(f"{_escaped(metric)} is {{value}}", metric)


_SOURCES = {
    "military": "the army or police",
    "rescue workers": "rescue workers",
    "un or igo": "the UN and other international bodies",
    "resident or witness": "residents and witnesses",
    "media": "other media",
    "unnamed": "unnamed sources",
    "other": "other sources",
}


def _sources_of_kind(kind: str) -> str:
    """Return what the sources of a type are called in a sentence."""
    return _SOURCES.get(kind) or plural(kind)


def _escaped(text: str) -> str:
    """Double the braces of a text, which are signs of a template."""
    return text.replace("{", "{{").replace("}", "}}")
