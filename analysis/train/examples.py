"""
Turn gold articles into training windows: token ids, labels and links.

In: gold articles (dicts as in the gold files). Out: one dict of arrays for each window.
Labels that an article does not have are left out of the loss. Articles labelled for attributions
only still teach the figure heads what is not a casualty figure: a sentence without any word of
harm contains none.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np

from analysis.annotate.passages import INSIDE, OVERLAP
from analysis.neural.label_scheme import LEVEL, TAGS

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = [
    "NEXT_PASSAGE",
    "Article",
    "article_of",
    "edit",
    "fold_of",
    "locate",
    "parse",
    "windows",
]

IGNORE = -100
ROLES = ("source", "cue", "content")
POINTED = ("counted", "agent", "source")
MEASURED = ("counted", "whose")
LINKED = (*POINTED, "whose")
TOKEN_LAYERS = ("attribution", "number", "role", "named", "quantity", "measured")
FACTS = ("outcome", "group", "implicit", "unit", "change")
CUE = ROLES.index("cue")
SOURCELESS = len(ROLES)  # stands for a role: the attribution has no source
NO_SPAN = (-1, -1)  # the gold says that there is nothing to point at
BEHIND = 60  # characters that an occurrence on the wrong side counts as farther away

_HARM_WORDS = (
    "kill",
    r"die[ds]?\b",
    "dying",
    "dead",
    "death",
    "injur",
    "wound",
    "hurt",
    "casualt",
    "victim",
    "missing",
    "captur",
    "displac",
    "evacuat",
    r"bod(y|ies)\b",
    "massacre",
    "shot",
    "shoot",
    "gunm[ae]n",
    "murder",
    "slain",
    "slay",
    "behead",
    "execut",
    "perish",
    "fatal",
    "toll",
    "hostage",
    "kidnap",
    "abduct",
    "arrest",
    "detain",
    "refugee",
    "fled",
    "rescu",
    "surrender",
    "corpse",
    "grave",
    "suicide",
    "lives",
    "lost",
    "bomb",
    "attack",
    "hospitali",
    "maim",
    "strand",
)
HARM = re.compile(rf"\b({'|'.join(_HARM_WORDS)})", re.I)
SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")

Span = tuple[int, int]


@dataclass
class Article:
    """
    One text with its labels.

    Parameters
    ----------
    article_id, text : str
    attributions : list of dict, optional
        For each attribution, the character spans of ``source``, ``cue`` and ``content``. None if
        the article was not labelled for attributions.
    judged_cues : list of (start, end, bool), optional
        Words that were taken for a cue, and whether they are one. Of an article that was not
        labelled for attributions, only these tokens are known.
    figures : list of dict, optional
        For each figure its ``span``, the numbers of ``outcome`` and ``group``, ``implicit``, and
        the spans of ``counted``, ``agent`` and ``source``: None if there is none, False if it
        could not be located. None if the article was not labelled for figures.
    named : list of dict, optional
        For each named or definite person to whom something happened, ``span`` and ``outcome``.
        None if the article was not labelled for them.
    quantities : list of dict, optional
        For each stated quantity of any unit its ``span``, the numbers of ``unit`` and ``change``,
        and the spans of ``counted`` and ``whose``, as for figures. None if the article was not
        labelled for them.
    unjudged : list of (start, end)
        Spans in which nothing is known about numbers.
    soft : dict, optional
        Labels of a teacher model: ``ends`` of tokens, in characters of the unedited text, and the
        probabilities of ``attribution``.
    weight : float
        How often an epoch contains the article, on average.
    origin : ndarray of int, optional
        For each character, and for the end, the position in the unedited text. None if the text
        was not edited.
    """

    article_id: str
    text: str
    attributions: list[dict] | None = None
    judged_cues: list[tuple[int, int, bool]] = field(default_factory=list)
    figures: list[dict] | None = None
    named: list[dict] | None = None
    quantities: list[dict] | None = None
    unjudged: list[Span] = field(default_factory=list)
    soft: dict[str, np.ndarray] | None = None
    weight: float = 1.0
    origin: np.ndarray | None = None


NEXT_PASSAGE = "~"
"""What stands between the id of an article and the number of its second and later passages."""


def article_of(passage_id: str) -> str:
    """Return the id of the article that a passage is of."""
    return passage_id.partition(NEXT_PASSAGE)[0]


def fold_of(article_id: str, folds: int) -> int:
    """Return the fold of an article and its passages, which is the same in every file and run."""
    return zlib.crc32(article_of(article_id).encode()) % folds


def locate(
    text: str,
    phrase: str,
    near: int,
    after: bool = False,
    reach: int = 700,
) -> Span | None:
    """
    Find the occurrence of a phrase, as whole words, that is nearest to a position.

    Parameters
    ----------
    text, phrase : str
    near : int
        A character offset in the text.
    after : bool
        Whether an occurrence before ``near`` counts as 60 characters farther away.
    reach : int
        Largest distance, in characters.

    Returns
    -------
    (start, end) or None
    """
    begin = max(near - reach, 0)
    pattern = rf"(?<!\w){re.escape(phrase)}(?!\w)"
    occurrences = []
    for match in re.finditer(pattern, text[begin : near + reach]):
        start = match.start() + begin
        distance = abs(start - near)
        if after and start < near:
            distance += BEHIND
        occurrences.append((distance, start))
    if not occurrences:
        return None
    _, start = min(occurrences)
    return start, start + len(phrase)


def parse(row: Mapping, weight: float = 1.0) -> Article:
    """
    Return the article of a gold row.

    Parameters
    ----------
    row : dict
        With ``text`` and ``attributions``, ``figures`` or ``statements``, as in the gold files.
        Statements are quantities of any unit; those about persons are figures too.
    weight : float
        How often an epoch contains it, on average.

    Returns
    -------
    Article
    """
    text = row["text"]
    article = Article(row["article_id"], text, weight=weight)
    if "attributions" in row:
        article.attributions = [_attribution(labels) for labels in row["attributions"]]
        article.unjudged = [
            match.span() for match in SENTENCE.finditer(text) if HARM.search(match.group())
        ]
    if "judged_cues" in row:
        article.judged_cues = [tuple(cue) for cue in row["judged_cues"]]
        article.unjudged = [(0, len(text))]
    if "figures" in row:
        article.figures = [_figure(text, labels) for labels in row["figures"]]
        article.unjudged = []
    if "named" in row:
        article.named = [_named(labels) for labels in row["named"]]
    if "statements" in row:
        _add_statements(article, row["statements"])
    return article


def _attribution(labels: Mapping) -> dict[str, list[Span]]:
    return {role: [tuple(span) for span in labels[role]] for role in ROLES}


def _figure(text: str, labels: Mapping) -> dict:
    figure = {"span": (labels["start"], labels["end"])}
    for name in ("outcome", "group"):
        figure[name] = TAGS[name].index(labels[name])
    figure["implicit"] = int(labels["implicit"])
    for role in POINTED:
        figure[role] = _pointed_span(text, labels, role)
    return figure


def _add_statements(article: Article, statements: Iterable[Mapping]) -> None:
    article.figures = []
    article.named = []
    article.quantities = []
    for labels in statements:
        if labels["mention"] == "named":
            article.named.append(_named(labels))
            continue
        article.quantities.append(_quantity(article.text, labels))
        if labels["outcome"]:
            labels = {**labels, "implicit": labels["mention"] == "indefinite"}
            article.figures.append(_figure(article.text, labels))


def _named(labels: Mapping) -> dict:
    outcome = TAGS["outcome"].index(labels["outcome"])
    return {"span": (labels["start"], labels["end"]), "outcome": outcome}


def _quantity(text: str, labels: Mapping) -> dict:
    quantity = {
        "span": (labels["start"], labels["end"]),
        "unit": TAGS["unit"].index(labels["unit"]),
        "change": TAGS["change"].index(labels["change"] or LEVEL),
    }
    for role in MEASURED:
        quantity[role] = _pointed_span(text, labels, role)
    return quantity


def _pointed_span(text: str, labels: Mapping, role: str) -> Span | Literal[False] | None:
    """Return the span of a role; None if the gold has none, False if it is not found nearby."""
    phrase = labels.get(role)
    if not phrase:
        return None
    if role == "counted":
        span = locate(text, phrase, labels["end"], after=True)
    else:
        span = locate(text, phrase, labels["start"])
    return span or False


def edit(article: Article, changes: Iterable[tuple[int, int, str]]) -> Article:
    """
    Return an article with a changed text, its spans moved along.

    The soft labels of the result still count characters of the unedited text; ``origin`` maps to
    them.

    Parameters
    ----------
    article : Article
        Not changed.
    changes : iterable of (start, end, new)
        Characters to replace, in order, without overlap.

    Returns
    -------
    Article
    """
    end_of_text = len(article.text)
    texts = []
    origins = []
    done = 0
    for start, end, new in [*changes, (end_of_text, end_of_text, "")]:
        texts += [article.text[done:start], new]
        last = max(end - start - 1, 0)
        origins += [np.arange(done, start), start + np.minimum(np.arange(len(new)), last)]
        done = end
    origin = np.append(np.concatenate(origins), end_of_text)
    edited = Article(article.article_id, "".join(texts), soft=article.soft, weight=article.weight)
    edited.origin = origin if article.origin is None else article.origin[origin]
    edited.unjudged = [_moved(span, origin) for span in article.unjudged]
    edited.judged_cues = [
        (*_moved((start, end), origin), is_cue) for start, end, is_cue in article.judged_cues
    ]
    if article.attributions is not None:
        edited.attributions = [
            {role: [_moved(span, origin) for span in attribution[role]] for role in ROLES}
            for attribution in article.attributions
        ]
    if article.figures is not None:
        edited.figures = [_moved_spans(figure, origin) for figure in article.figures]
    if article.named is not None:
        edited.named = [_moved_spans(person, origin) for person in article.named]
    if article.quantities is not None:
        edited.quantities = [_moved_spans(quantity, origin) for quantity in article.quantities]
    return edited


def _moved(span: Span, origin: np.ndarray) -> Span:
    start, end = np.searchsorted(origin, span)
    return int(start), int(end)


def _moved_spans(labels: Mapping, origin: np.ndarray) -> dict:
    """Return the labels of a figure, person or quantity with its spans moved along."""
    moved = dict(labels)
    for name in ("span", *LINKED):
        if labels.get(name):
            moved[name] = _moved(labels[name], origin)
    return moved


def windows(
    articles: Sequence[Article],
    tokenizer: "Tokenizer",
    rng: np.random.Generator | None = None,
    overlap: int = OVERLAP,
    inside: int = INSIDE,
) -> list[dict]:
    """
    Cut articles into windows with labels.

    Parameters
    ----------
    articles : list of Article
    tokenizer : tokenizers.Tokenizer
    rng : numpy Generator, optional
        Shifts the beginnings of the windows of long articles; by default they are not shifted.
    overlap : int
        Tokens that neighbouring windows share.
    inside : int
        Tokens of a window without its start and end token; more than ``overlap``.

    Returns
    -------
    list of dict
        ``ids``; ``attribution``, ``number``, ``role``, ``named``, ``quantity``, ``measured``:
        label of each token, -100 for unknown;
        ``soft``: None, or the teacher's probabilities of each token;
        ``numbers``: (token, outcome, group, implicit, unit, change), -100 for unknown;
        ``points``: (token, role, first, last);
        ``contents``, ``cues``, ``sources``: (attribution, first, last token);
        ``sourceless``: attributions without a source. Tokens count from 1, 0 stands for none.

    Raises
    ------
    ValueError
        If the windows are not longer than what they share.
    """
    if overlap >= inside:
        raise ValueError(
            f"Windows of {inside} tokens cannot share {overlap}. Use longer windows or a smaller "
            "overlap."
        )
    texts = [article.text for article in articles]
    encodings = tokenizer.encode_batch(texts, add_special_tokens=False)
    cut = []
    for article, encoding in zip(articles, encodings, strict=True):
        offsets = np.array(encoding.offsets, np.int64).reshape(-1, 2)
        ids = np.array(encoding.ids, np.int64)
        labels = _labels(article, offsets)
        for start in _window_starts(len(ids), rng, overlap, inside):
            cut.append(_window(ids, labels, start, min(start + inside, len(ids))))
    return cut


def _window_starts(
    n_tokens: int,
    rng: np.random.Generator | None,
    overlap: int,
    inside: int,
) -> Iterator[int]:
    """Yield the first token of each window; shifted ones are preceded by a window at 0."""
    step = inside - overlap
    first = 0
    if rng is not None and n_tokens > inside:
        shift = int(rng.integers(0, step))
        if shift:
            yield 0
            first = step - shift
    yield from range(first, max(n_tokens - overlap, 1), step)


def _tokens(span: Span, offsets: np.ndarray) -> Span | None:
    """Return the tokens that a character span touches, end not included; None if none."""
    first = int(np.searchsorted(offsets[:, 1], span[0], side="right"))
    last = int(np.searchsorted(offsets[:, 0], span[1], side="left"))
    return (first, last) if first < last else None


def _bio_labels(spans: Iterable[tuple[int, Span]], offsets: np.ndarray) -> np.ndarray:
    """Label tokens as outside (0), or as the beginning or the rest of a span of a role."""
    labels = np.zeros(len(offsets), np.int64)
    for role, span in spans:
        tokens = _tokens(span, offsets)
        if tokens:
            first, last = tokens
            labels[first:last] = 2 + 2 * role
            labels[first] = 1 + 2 * role
    return labels


def _labels(article: Article, offsets: np.ndarray) -> dict:
    """Return the labels of all tokens and the links between them; tokens count from 0."""
    labels: dict = {layer: np.full(len(offsets), IGNORE) for layer in TOKEN_LAYERS}
    if article.attributions is not None:
        spans = _attribution_spans(article.attributions)
        labels["attribution"] = _bio_labels(spans, offsets)
    for start, end, is_cue in article.judged_cues:
        _judge_cue((start, end), is_cue, labels["attribution"], offsets)
    if article.figures is not None:
        labels["role"] = _bio_labels(_pointed_spans(article.figures, POINTED), offsets)
    if article.named is not None:
        labels["named"] = _span_labels(article.named, offsets)
    if article.quantities is not None:
        labels["quantity"] = _span_labels(article.quantities, offsets)
        spans = _pointed_spans(article.quantities, MEASURED)
        labels["measured"] = _bio_labels(spans, offsets)
    labels["number"] = _span_labels(article.figures or [], offsets)
    for start, end in article.unjudged:
        labels["number"][(offsets[:, 0] >= start) & (offsets[:, 0] < end)] = IGNORE
    labels["soft"] = _soft_labels(article, offsets)
    labels["numbers"], labels["points"] = _number_rows(article, offsets)
    labels["links"] = _link_rows(article.attributions or [], offsets)
    return labels


def _judge_cue(span: Span, is_cue: bool, labels: np.ndarray, offsets: np.ndarray) -> None:
    """Set the labels of the tokens of a cue, or of words that are none, in place."""
    tokens = _tokens(span, offsets)
    if tokens:
        first, last = tokens
        labels[first:last] = 2 + 2 * CUE if is_cue else 0
        labels[first] = 1 + 2 * CUE if is_cue else 0


def _span_labels(rows: Iterable[Mapping], offsets: np.ndarray) -> np.ndarray:
    return _bio_labels([(0, row["span"]) for row in rows], offsets)


def _attribution_spans(attributions: Iterable[Mapping]) -> Iterator[tuple[int, Span]]:
    for attribution in attributions:
        for number, role in enumerate(ROLES):
            for span in attribution[role]:
                yield number, span


def _pointed_spans(rows: Iterable[Mapping], roles: Sequence[str]) -> Iterator[tuple[int, Span]]:
    for row in rows:
        for number, role in enumerate(roles):
            if row[role]:
                yield number, row[role]


def _soft_labels(article: Article, offsets: np.ndarray) -> np.ndarray | None:
    """Return the teacher's probabilities for the tokens of a text that may have been edited."""
    if article.soft is None:
        return None
    origin = article.origin
    if origin is None:
        origin = np.arange(len(article.text) + 1)
    ends = article.soft["ends"]
    places = np.searchsorted(ends, origin[offsets[:, 0]], side="right")
    return article.soft["attribution"][np.minimum(places, len(ends) - 1)]


def _number_rows(article: Article, offsets: np.ndarray) -> tuple[list, list]:
    """Return the facts of each number or named person, and the tokens that it points at."""
    numbers = []
    points = {}
    rows = [*(article.figures or []), *(article.named or []), *(article.quantities or [])]
    for row in rows:
        tokens = _tokens(row["span"], offsets)
        if not tokens:
            continue
        token = tokens[0]
        numbers.append((token, *(row.get(fact, IGNORE) for fact in FACTS)))
        for role_number, role in enumerate(LINKED):
            if role not in row or row[role] is False:
                continue
            span = _tokens(row[role], offsets) if row[role] else NO_SPAN
            if span:
                points[token, role_number] = (token, role_number, *span)
    return numbers, list(points.values())


def _link_rows(attributions: Iterable[Mapping], offsets: np.ndarray) -> list[tuple]:
    """Return (role, attribution, first, last) of each span, and rows for a source that is none."""
    links = []
    for number, attribution in enumerate(attributions):
        for role_number, role in enumerate(ROLES):
            for span in attribution[role]:
                tokens = _tokens(span, offsets)
                if tokens:
                    links.append((role_number, number, *tokens))
        if not attribution["source"]:
            links.append((SOURCELESS, number, 0, 0))
    return links


def _window(ids: np.ndarray, labels: Mapping, start: int, end: int) -> dict:
    """Cut labels to the tokens of one window; tokens count from 1, 0 stands for none."""
    window = {layer: labels[layer][start:end] for layer in TOKEN_LAYERS}
    window["ids"] = ids[start:end]
    window["soft"] = None
    if labels["soft"] is not None:
        window["soft"] = labels["soft"][start:end]
    window["numbers"] = [
        (token - start + 1, *facts) for token, *facts in labels["numbers"] if start <= token < end
    ]
    window["points"] = _points_in_window(labels["points"], start, end)
    links = labels["links"]
    window["sourceless"] = {number for role, number, _, _ in links if role == SOURCELESS}
    for role_number, role in enumerate(ROLES):
        of_role = [link[1:] for link in links if link[0] == role_number]
        window[f"{role}s"] = _links_in_window(of_role, start, end, cut=role == "content")
    # A cue outside this window is not "no cue": the contents of its attribution are left out.
    with_cue = {number for role, number, _, _ in links if role == CUE}
    cue_here = {number for number, _, _ in window["cues"]}
    cue_elsewhere = with_cue - cue_here
    window["contents"] = [row for row in window["contents"] if row[0] not in cue_elsewhere]
    return window


def _points_in_window(points: Iterable[tuple], start: int, end: int) -> list[tuple]:
    """Keep the pointers of the window's numbers, except those to tokens outside the window."""
    kept = []
    for token, role, first, last in points:
        if not start <= token < end:
            continue
        if (first, last) == NO_SPAN:
            kept.append((token - start + 1, role, 0, 0))
        elif start <= first and last <= end:
            kept.append((token - start + 1, role, first - start + 1, last - start))
    return kept


def _links_in_window(links: Iterable[tuple], start: int, end: int, cut: bool) -> list[tuple]:
    """Keep the spans inside a window; with ``cut`` also the parts of those that cross its edges."""
    kept = []
    for number, first, last in links:
        overlaps = first < end and start < last
        if cut and overlaps or start <= first and last <= end:
            kept.append((number, max(first, start) - start + 1, min(last, end) - start))
    return kept
