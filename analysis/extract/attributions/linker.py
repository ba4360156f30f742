"""
Link the source, cue and content spans of one article into attributions.

In: spans with roles, the reader's links where it gives them, and where sentences begin. Out: groups of
one cue with its contents and its sources. Every content looks for its cue, then every cue for its source,
among the two cues (or four sources) on either side; a conditional logit over the words and marks between
them chooses [1]_, with weights in ``data/models/linker/`` (refit by ``analysis.train.linker``).
Contents that look for the same cue are pieces of one attribution: interrupted quotes, quotes that run on.

It finds no spans and does not say who a source is; see ``analysis.extract.attributions.source_types``.

References
----------
.. [1] McFadden, D. (1974). Conditional logit analysis of qualitative choice behavior. In P. Zarembka (ed.),
       Frontiers in Econometrics. Academic Press.
"""

import bisect
import json
import math
import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from analysis.core import paths
from analysis.core.errors import MissingResourceError
from analysis.core.tables import ROLES

__all__ = [
    "Linked",
    "Marked",
    "Span",
    "doubts",
    "link_spans",
    "options",
    "read_weights",
    "score",
    "spans_of",
]

OPEN, CLOSE = "\"“‘«'`", "\"”’»'"
# what a content does not end with: a comma or full stop, a word that joins it to the next clause, an opening mark
_TAIL = re.compile(
    r"(?:\s*[,;]|(?<![A-Z])\.|,?\s+(?:and|but|as|which|who|while|-+|—|–)|\s*\n+\s*[“\"'‘]+)+$"
)
# the day is no part of a cue, nor is the word that leads on from there: "said Sunday", "declined to comment Sunday on"
_DAY = re.compile(
    r"(?<=\w)(?<!\bthe)(?<!\blast)(?<!\bthis)(?<!\bnext)(?<!\bby)(?<!\bof)(?<!\bon)(?<!Bloody)(?<!Black)(?<!Mail),?\s+"
    r"(?:(?:early|late)\s+)?(?:on\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)"
    r"(?:\s+(?:morning|afternoon|evening|night))?(?:\s+on)?(?:\s+that)?$"
)
STRAY = 4  # words; a shorter piece in another sentence than its cue is no part of what is said
REACH = {"content": 2, "source": 4}


@dataclass(frozen=True)
class Span:
    """One labelled span: its role, its characters, the reader's probability and identifier."""

    role: str
    start: int
    end: int
    p: float = 1.0
    span_id: str | None = None


@dataclass(frozen=True)
class Linked:
    """One cue with its contents and sources; ``cue`` is None where a source stands right by its content."""

    cue: Span | None
    contents: tuple
    sources: tuple


@dataclass
class Marked:
    """An article's spans in reading order, with what lies between neighbours; ``links`` maps id pairs to p."""

    text: str
    spans: list
    starts: list
    links: dict = field(default_factory=dict)

    def __post_init__(self):
        self.spans = sorted(self.spans, key=lambda s: (s.start, s.end))
        self.gaps = [self._gap(a, b) for a, b in zip(self.spans, self.spans[1:], strict=False)]

    def sentence(self, offset):
        """Give the number of the sentence that holds a character."""
        return bisect.bisect_right(self.starts, offset) - 1

    def _gap(self, left, right):
        """Name what divides two neighbours: nothing, a sentence's end, sentences, a paragraph, paragraphs."""
        lines = [x for x in self.text[left.end : right.start].split("\n") if x.strip()]
        breaks = (
            self.text[left.end : right.start].strip(" ").count("\n\n") if "\n" in self.text else 0
        )
        n = self.sentence(right.start) - self.sentence(max(left.end - 1, left.start))
        if breaks:
            return "#" if len(lines) <= 2 and breaks < 2 else "##"
        return ("", ".", "..")[min(n, 2)]


def spans_of(text, frame, title_end=0):
    """
    Take the reader's spans of an article, contents cut before a comma or joining word at their end, cues before a day.

    Parameters
    ----------
    text : str
    title_end : int
        Where the title ends, if the text begins with it: no span runs from the title into the report.
    frame : DataFrame
        Rows of ``tagger_spans`` of that article. Not changed; spans outside the text are left out.

    Returns
    -------
    list of Span
    """
    columns = zip(*(frame[c] for c in ("label", "start", "end", "p", "span_id")), strict=True)
    spans = [Span(*row) for row in columns if row[0] in ROLES and 0 <= row[1] < row[2] <= len(text)]
    spans = [_below_title(text, s, title_end) for s in spans]
    return [replace(s, end=_end(text, s)) for s in spans]


def _below_title(text, span, title_end):
    if not span.start < title_end < span.end:
        return span
    below = text[title_end : span.end].lstrip()
    start = span.end - len(below)
    # what runs on is mostly said in the report; a word or so of it may have slipped into a span of the title
    return replace(span, start=start) if " " in below else replace(span, end=title_end)


def _end(text, span):
    if span.role == "source":
        return span.end
    pattern = _TAIL if span.role == "content" else _DAY
    tail = pattern.search(text, max(span.start + 1, span.end - 40), span.end)
    return span.end if tail is None else tail.start()


def link_spans(marked, weights=None):
    """
    Group spans into attributions.

    Parameters
    ----------
    marked : Marked
        Spans of one article. Not changed.
    weights : dict of str to float, optional
        As ``read_weights`` gives; None reads the project's own.

    Returns
    -------
    list of Linked
        In the order of the cues. A cue without content, and a content that finds no cue and stands
        by no source, are left out: they say nothing that could be attributed.

    Raises
    ------
    MissingResourceError
        If the weights are absent.
    """
    weights = read_weights() if weights is None else weights
    contents, sources = {}, {}
    loose = []
    for i, span in enumerate(marked.spans):
        if span.role == "content":
            j = _best(marked, i, weights)
            if j is None:
                loose.append(i)
            else:
                contents.setdefault(j, []).append(span)
    contents = {j: _without_strays(marked, marked.spans[j], found) for j, found in contents.items()}
    for j in contents:
        i = _best(marked, j, weights)
        sources[j] = () if i is None else (marked.spans[i],)
    groups = [Linked(marked.spans[j], tuple(contents[j]), sources[j]) for j in sorted(contents)]
    groups += _uncued(marked, loose, {s for group in sources.values() for s in group})
    return [group for group in groups if score(doubts(marked, group), weights) > 0]


def _without_strays(marked, cue, contents):
    """Leave out a word or two of another sentence that nothing quotes, beside what the cue's own sentence says."""
    here = marked.sentence(cue.start)

    def stray(s):
        words = marked.text[s.start : s.end]
        return (
            marked.sentence(s.start) != here
            and len(words.split()) < STRAY
            and not set(words) & set(OPEN + CLOSE)
        )

    if all(marked.sentence(s.start) != here for s in contents):
        return contents
    return [s for s in contents if not stray(s)]


def doubts(marked, group):
    """
    List what speaks for and against a group being an attribution at all.

    Parameters
    ----------
    marked : Marked
    group : Linked

    Returns
    -------
    list
        Features, with the log-odds of the reader's probabilities among them. Without weights for them nothing
        is refused: ``keep`` alone has a weight of its own then.
    """
    contents = sorted(group.contents, key=lambda s: s.start)
    size = sum(len(marked.text[s.start : s.end].split()) for s in contents)
    mean = sum(s.p * (s.end - s.start) for s in contents) / max(
        sum(s.end - s.start for s in contents), 1
    )
    first = marked.text[contents[0].start : contents[0].end]
    cue = _log_odds(group.cue.p) if group.cue else 0.0
    last = marked.text[: contents[-1].end].rsplit(None, 1)[-1].lower()
    named = {
        "cue": cue,
        "content": _log_odds(mean),
        "weakest": _log_odds(min(s.p for s in contents)),
        "source": _log_odds(min((s.p for s in group.sources), default=0.5)),
        "both": cue * _log_odds(mean) / 4,
        "size": math.log(max(size, 1)),
        "single": size == 1,
        "short": size <= 3,
        "pieces": len(contents) > 1,
        "no source": not group.sources,
        "no cue": group.cue is None,
        "quoted": first[:1] in OPEN,
        "that": first.startswith("that "),
        "cut": last in ("and", "the", "of", "to", "in", "for", "but", "a"),
    }
    return ["keep", *((f"keep {name}", float(value)) for name, value in named.items())]


def _log_odds(p):
    p = min(max(p, 0.01), 0.99)
    return math.log(p / (1 - p))


def _uncued(marked, loose, taken):
    """Pair a content that found no cue with a source that nobody took and that touches it."""
    groups = []
    for i in loose:
        for j in (i - 1, i + 1):
            near = 0 <= j < len(marked.spans) and marked.gaps[min(i, j)] == "" and marked.spans[j]
            if near and near.role == "source" and near not in taken:
                groups.append(Linked(None, (marked.spans[i],), (near,)))
                break
    return groups


def _best(marked, i, weights):
    """Choose the best cue of a content, or source of a cue; None where none is the best choice."""
    choices = options(marked, i)
    return max(choices, key=lambda choice: score(choice[1], weights))[0]


def score(features, weights):
    """Sum the weights of features; a feature is a name, or a name with a value."""
    return sum(
        weights.get(f, 0.0) if isinstance(f, str) else weights.get(f[0], 0.0) * f[1]
        for f in features
    )


def options(marked, i):
    """
    List what a content's cue, or a cue's source, can be.

    Parameters
    ----------
    marked : Marked
    i : int
        Number of a content or cue among ``marked.spans``.

    Returns
    -------
    list of (int or None, list)
        Number of the candidate (None: there is none) and its features, nearest first on either side.
    """
    role = marked.spans[i].role
    wanted = {"content": "cue", "cue": "source"}[role]
    found = [(None, _absent(marked, i, wanted))]
    for step in (-1, 1):
        rank, j = 0, i + step
        while (
            0 <= j < len(marked.spans)
            and rank < REACH["content" if role == "content" else "source"]
        ):
            if marked.spans[j].role == wanted:
                found.append((j, _pair(marked, i, j, rank)))
                rank += 1
            j += step
    return found


def _absent(marked, i, wanted):
    """Features of having no partner at all."""
    head = f"{wanted}:none"
    return [
        head,
        f"{head} w={_word(marked, i)}",
        f"{head} beside={_beside(marked, i, -1)}/{_beside(marked, i, 1)}",
        f"{head} words={_key(marked, i)}",
        (f"{head} doubt", 1 - marked.spans[i].p),
    ]


def _pair(marked, i, j, rank):
    """Features of one content or cue with one candidate."""
    a, b = marked.spans[i], marked.spans[j]
    step = 1 if j > i else -1
    head = f"{b.role}{'>' if step > 0 else '<'}"
    path = _path(marked, i, j)
    bare = path.replace("#", "").replace(".", "")
    gap = marked.text[min(a.end, b.end) : max(a.start, b.start)]
    quote = _quotes(marked, a if a.role == "content" else None)
    features = [
        head,
        f"{head} path={path}",
        f"{head} bare={bare}",
        f"{head} rank={rank}",
        f"{head} gap={_gap_words(gap)}",
        f"{head} path={path} far={_beside(marked, j, step)}",
        f"{head} path={path} back={_beside(marked, i, -step)}",
        f"{head} path={path} quote={quote}",
        f"{head} bare={bare} w={_word(marked, i)}",
        f"{head} bare={bare} key={_key(marked, j if a.role == 'content' else i)}",
        f"{head} breaks={path.count('.')},{path.count('#')}",
        (f"{head} distance", math.log1p(len(gap)) / 5),
        (f"{head} doubt", 1 - b.p),
    ]
    return features + _reader(marked, a, b)


def _reader(marked, a, b):
    """Features from the reader's own links, if there are any in this article."""
    if not marked.links:
        return []
    p = marked.links.get((a.span_id, b.span_id), marked.links.get((b.span_id, a.span_id), 0.0))
    return [(f"{b.role} link", _log_odds(p) / 4)]


def _path(marked, i, j):
    """Roles and breaks between two spans, read from the first to the second: '.T#S'."""
    low, high = min(i, j), max(i, j)
    parts = [marked.gaps[low]]
    for k in range(low + 1, high):
        parts += [{"content": "T", "cue": "C", "source": "S"}[marked.spans[k].role], marked.gaps[k]]
    path = "".join(parts if i < j else reversed(parts))
    return path if len(path) <= 9 else path[:8] + "~"


def _beside(marked, i, step):
    """Role of the neighbour on one side, and the break before it."""
    j = i + step
    if not 0 <= j < len(marked.spans):
        return "end"
    return marked.gaps[min(i, j)] + marked.spans[j].role[:3]


def _gap_words(gap):
    """What stands between: nothing, its marks, one or two words, or how long it is."""
    words = gap.split()
    marks = "".join(sorted(set(gap) & set(',:;.\n—–-("“”')))
    if len(words) <= 2:
        return " ".join(words).lower() + ("\n" if "\n" in gap else "")
    return f"{marks}{min(len(words) // 3, 5)}"


def _quotes(marked, content):
    """Whether a content begins and ends with quote marks, or begins with a small letter or 'that'."""
    if content is None:
        return ""
    words = marked.text[content.start : content.end]
    before = marked.text[max(content.start - 1, 0) : content.start]
    opened = words[:1] in OPEN or before in OPEN and before != ""
    first = (
        "that"
        if words.lower().startswith("that ")
        else "up"
        if words.lstrip(OPEN)[:1].isupper()
        else "low"
    )
    return f"{'q' if opened else '-'}{'q' if words[-1:] in CLOSE else '-'}{first}"


def _word(marked, i):
    """First word of a cue, small; of a content only whether it opens with "that" or "to"."""
    words = marked.text[marked.spans[i].start : marked.spans[i].end].lower().split()
    first = words[0] if words else ""
    return (
        first
        if marked.spans[i].role == "cue" or first in ("that", "to", "of", "for", "a", "the")
        else ""
    )


def _key(marked, i):
    """A span's words, small; its first and last where it is long."""
    words = marked.text[marked.spans[i].start : marked.spans[i].end].lower().split()
    return " ".join(words) if len(words) <= 3 else f"{words[0]} .. {words[-1]}"


@lru_cache(maxsize=4)
def read_weights(path=None):
    """
    Read the linker's weights.

    Parameters
    ----------
    path : Path, optional
        None is ``data/models/linker/weights.json``.

    Returns
    -------
    dict of str to float

    Raises
    ------
    MissingResourceError
        If the file is absent.
    """
    path = path or paths.MODELS / "linker" / "weights.json"
    if not path.exists():
        raise MissingResourceError(
            f"No linker weights at {path}. Run: python -m analysis.train.linker GOLD.jsonl"
        )
    return json.loads(path.read_text(encoding="utf8"))["weights"]
