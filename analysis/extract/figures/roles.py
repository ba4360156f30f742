"""
Give each casualty figure the words for who caused it and who says so.

In: the figures of one article in reading order, the reader's spans and links, and what the grammar of the sentence
names. Out: for each figure one span, or none, of each role. Figures that stand close together in a sentence ("killed 3
and wounded 5") share source and agent (98 and 96 in 100 neighbours of the training articles do), so they choose
together: the span with the largest mean probability over them. Without any link, the nearest span of the sentence
stands in. Attributions are joined in ``analysis.extract.figures.extract``.
"""

import re
from dataclasses import dataclass

# a mean probability below this is none
LEAST = {"counted": 0.5, "agent": 0.35, "source": 0.35}
# what a span that the grammar of the clause names counts for
BY_RULE = {"agent": 0.4, "source": 0.4}
# words that end no name
_SHORT = re.compile(
    r"(?i)(?:^|\s)(?:the|an?|blamed|claimed|carried|out|on|by|of|from|with|in|at|to)$"
)
# figures of a sentence with no more characters between them choose together
CLOSE = 60
# what the nearest span counts for where the reader made no links
NEAREST = 0.6


@dataclass(frozen=True)
class Span:
    """A span that the reader labelled: characters, label, probability."""

    id: str
    label: str
    start: int
    end: int
    p: float


def chains(figures):
    """
    Group figures that stand close together in a sentence.

    Parameters
    ----------
    figures : list of dict
        With ``sentence_id``, ``start`` and ``end``, in reading order.

    Returns
    -------
    list of list of dict
        Each figure in one chain, order kept.
    """
    groups = []
    for figure in figures:
        last = groups[-1][-1] if groups else None
        if (
            last
            and last["sentence_id"] == figure["sentence_id"]
            and figure["start"] - last["end"] <= CLOSE
        ):
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups


def choose(candidates, least, text):
    """
    Choose one span for figures that share a role.

    Parameters
    ----------
    candidates : list of list of (Span, float)
        For each figure, spans with their probability; what is missing from 1 speaks for none.
    least : float
        Least mean probability.
    text : str
        That of the article.

    Returns
    -------
    Span or None
        Of spans that overlap the most probable one stands for all.
    """
    if not candidates:
        return None
    shares = []
    for span, p in sorted(
        (pair for pairs in candidates for pair in pairs), key=lambda pair: -pair[1]
    ):
        same = next(
            (share for share in shares if share[0].start < span.end and span.start < share[0].end),
            None,
        )
        if same is None:
            shares.append([span, p])
        else:
            same[0] = _fuller(same[0], span, text)
            same[1] += p
    best = max(shares, key=lambda share: share[1], default=None)
    return best[0] if best and best[1] / len(candidates) >= least else None


def _fuller(first, second, text):
    """Of two spans for one thing take the reader's words, not a rule's, unless they stop short: "An attack blamed"."""
    reader, rule = (first, second) if first.id else (second, first)
    goes_on = not rule.id and rule.start <= reader.start and rule.end > reader.end
    return rule if goes_on and _SHORT.search(text[reader.start : reader.end]) else reader


def linked(number_id, role, links, spans):
    """
    Give the spans that the reader links to a number in a role.

    Parameters
    ----------
    number_id : str
    role : {"counted", "agent", "source"}
    links : dict of str to list of (str, float)
        From a number's id to (span id, probability).
    spans : dict of str to Span

    Returns
    -------
    list of (Span, float)
    """
    return [
        (spans[to], p)
        for to, p in links.get(number_id, ())
        if to in spans and spans[to].label == role
    ]


def nearest(number, role, spans, sentence, numbers):
    """
    Give the nearest span of a role in the number's sentence.

    Parameters
    ----------
    number : Span
    role : {"counted", "agent", "source"}
    spans : iterable of Span
        Those of the article.
    sentence : (int, int)
    numbers : list of Span
        All numbers of the article; counted words belong to the number before them.

    Returns
    -------
    list of (Span, float)
        One pair or none.
    """
    here = [s for s in spans if s.label == role and sentence[0] <= s.start < sentence[1]]
    if role == "counted":
        stop = min((n.start for n in numbers if n.start > number.start), default=sentence[1])
        here = [s for s in here if s.start <= number.start < s.end or number.end <= s.start < stop]
    return (
        [(min(here, key=lambda s: max(s.start - number.end, number.start - s.end)), NEAREST)]
        if here
        else []
    )
