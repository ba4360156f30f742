"""
Give each casualty number the words for who is counted, who caused it and who says so.

In: the reader's spans and links of one article. Out: for each number one span, or none, of each role.
A link decides where the reader made links; without any, the nearest span in the sentence does, by rules that know
on which side a role stands. Values are not read here, and attributions are joined in ``analysis.extract.figures``.
"""

from dataclasses import dataclass

ROLES = ("counted", "agent", "source")
# a link below this probability is none
LEAST = {"counted": 0.5, "agent": 0.5, "source": 0.5}


@dataclass(frozen=True)
class Span:
    """A span that the reader labelled: characters, label, probability."""

    id: str
    label: str
    start: int
    end: int
    p: float


def linked(number_id, role, links, spans):
    """
    Choose the span that the reader links to a number in a role.

    Parameters
    ----------
    number_id : str
    role : {"counted", "agent", "source"}
    links : dict of str to list of (str, float)
        From a number's id to (span id, probability).
    spans : dict of str to Span

    Returns
    -------
    Span or None
        The most probable one at or above the least probability for the role.
    """
    found = [(p, spans[to]) for to, p in links.get(number_id, ()) if to in spans and spans[to].label == role]
    found = [(p, span) for p, span in found if p >= LEAST[role]]
    return max(found, key=lambda f: f[0])[1] if found else None


def nearest(number, role, spans, sentence, numbers):
    """
    Choose the nearest span of a role in the number's sentence.

    Parameters
    ----------
    number : Span
    role : {"counted", "agent", "source"}
    spans : list of Span
        Those of the article.
    sentence : (int, int)
    numbers : list of Span
        All numbers of the article; counted words belong to the number before them.

    Returns
    -------
    Span or None
    """
    here = [s for s in spans if s.label == role and sentence[0] <= s.start < sentence[1]]
    if role == "counted":
        nexts = [n.start for n in numbers if n.start > number.start]
        stop = min(nexts, default=sentence[1])
        here = [s for s in here if s.start <= number.start < s.end or number.end <= s.start < stop]
        return min(here, key=lambda s: abs(s.start - number.end), default=None)
    return min(here, key=lambda s: distance(number, s), default=None)


def distance(a, b):
    """Count the characters between two spans; 0 where they touch or overlap."""
    return max(b.start - a.end, a.start - b.end, 0)
