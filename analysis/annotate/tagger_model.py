"""
Label attributions, casualty figures and quantities with the neural model.

In: the ``articles`` table. Out: the tables ``tagger_spans``, ``tagger_links`` and
``tagger_numbers``. An article is read in overlapping windows, and the probabilities of a token are
averaged over its windows. Attributions and figures are built from the spans in
``analysis.extract``, not here. ``data/models/reader/CARD.md`` describes the training of the model
and its error rates.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analysis.annotate.decode import TokenSpan, best_labels, label_spans
from analysis.annotate.passages import Passage, run_model
from analysis.annotate.probe import read_probe
from analysis.annotate.token_states import states_of
from analysis.core import tables
from analysis.neural.label_scheme import LEVEL, VECTOR_SIZE, softmax
from analysis.neural.load import load_tagger
from analysis.neural.onnx_model import Model
from analysis.neural.token_states import TokenStates

__all__ = ["TaggerOutput", "label_articles", "label_texts"]

FIGURE_ROLES = ("counted", "agent", "source")
QUANTITY_ROLES = ("counted", "whose")
# Added to the log probability that a source, cue or content begins. At 0, many are cut in two.
BEGIN = -1.0
DISTANCE_PENALTY = 1.0  # lowers the score of a link between a number and distant words
LEAST_PROBABLE_LINK = 0.05


class TaggerOutput(NamedTuple):
    """What the model found: three tables that refer to each other by ``span_id``."""

    spans: pd.DataFrame
    links: pd.DataFrame
    numbers: pd.DataFrame


def label_articles(
    articles: pd.DataFrame,
    threads: int = 2,
    model: Model | None = None,
    states: dict[str, np.ndarray] | None = None,
    token_states: dict[str, TokenStates] | None = None,
) -> TaggerOutput:
    """
    Label the spans of every article.

    Parameters
    ----------
    articles : DataFrame, shape (n_articles, ...)
        The ``articles`` table. Not changed.
    threads : int
        Threads for onnxruntime.
    model : Model, optional
        By default, the model in ``data/models/reader``.
    states : dict, optional
        Filled with the state of the middle layer for each cue, by ``span_id``: on these the probe
        is fitted.
    token_states : dict, optional
        Filled with the states of all tokens, by ``article_id``: the classifier of polarity reads
        them. An article without tokens has none.

    Returns
    -------
    TaggerOutput
        ``spans`` (TAGGER_SPANS): in reading order, without overlap between spans of one label.
        ``p`` is the mean probability of the label over the span's tokens; higher is more certain.
        ``links`` (TAGGER_LINKS): from a content to its cue, with probabilities over all cues near
        it; from a source to a cue, with probabilities over all sources near that cue; and from a
        number to its counted, agent and source spans, and from a quantity to what is counted and
        whose it is. Several links may compete: take the most probable, or none if all are
        improbable.
        ``numbers`` (TAGGER_NUMBERS): one row for each number, named and quantity span.
        An article without text, or in which nothing is found, has no rows.

    Raises
    ------
    MissingResourceError
        If the files of the model are missing or have changed.
    """
    model = model or load_tagger(threads=threads)
    columns = (articles["article_id"], articles["text"])
    spans, links, numbers = label_texts(*columns, model, states, token_states)
    return TaggerOutput(
        tables.make(spans, tables.TAGGER_SPANS),
        tables.make(links, tables.TAGGER_LINKS),
        tables.make(numbers, tables.TAGGER_NUMBERS),
    )


def label_texts(
    article_ids: Iterable[str],
    texts: Iterable[object],
    model: Model,
    states: dict[str, np.ndarray] | None = None,
    token_states: dict[str, TokenStates] | None = None,
) -> tuple[list[dict], list[dict], list[dict]]:
    """
    Label texts as ``label_articles`` does, and return rows instead of tables.

    Parameters
    ----------
    article_ids : iterable of str
    texts : iterable of str
        One for each article.
    model : Model
    states, token_states : dict, optional
        As in ``label_articles``.

    Returns
    -------
    spans, links, numbers : list of dict
    """
    rows = _Rows(states)
    for passage in run_model(article_ids, texts, model):
        n_before = len(rows.spans)
        _label_attributions(passage, rows)
        _label_figures(passage, rows)
        _label_quantities(passage, rows)
        rows.spans[n_before:] = sorted(rows.spans[n_before:], key=_reading_order)
        if token_states is not None:
            _add_states(token_states, passage)
    return rows.spans, rows.links, rows.numbers


def _add_states(token_states: dict[str, TokenStates], passage: Passage) -> None:
    """Add the states of a passage to those of its article."""
    states = states_of([passage])
    before = token_states.get(passage.article_id)
    if before is not None:
        both = zip(before, states, strict=True)
        states = TokenStates(*(np.concatenate(parts) for parts in both))
    token_states[passage.article_id] = states


def _reading_order(span: dict) -> tuple[int, int, str]:
    return span["start"], span["end"], span["span_id"]


class _Span(NamedTuple):
    """A span that has been added to the rows: its tokens, ``last`` not included, and its id."""

    first: int
    last: int
    span_id: str


class _Rows:
    """The rows of the three tables, collected passage by passage."""

    def __init__(self, states: dict[str, np.ndarray] | None = None) -> None:
        self.states = states
        self.spans = []
        self.links = []
        self.numbers = []

    def add_span(
        self,
        passage: Passage,
        layer: str,
        label: str,
        tokens: TokenSpan,
    ) -> _Span:
        start = int(passage.offsets[tokens.first, 0])
        end = int(passage.offsets[tokens.last - 1, 1])
        span_id = f"{passage.article_id}#{layer[0]}{label[:2]}{start}-{end}"
        row = {
            "article_id": passage.article_id,
            "span_id": span_id,
            "layer": layer,
            "label": label,
            "start": start,
            "end": end,
            "p": tokens.p,
        }
        if label == "cue":
            state = passage.middle(tokens.first, tokens.last)
            row["probe"] = read_probe().ask(state)
            if self.states is not None:
                self.states[span_id] = state
        self.spans.append(row)
        return _Span(tokens.first, tokens.last, span_id)

    def add_link(
        self,
        passage: Passage,
        from_span: _Span,
        to_span: _Span,
        probability: float,
    ) -> None:
        """Add a link unless it is improbable."""
        if probability < LEAST_PROBABLE_LINK:
            return
        row = {
            "article_id": passage.article_id,
            "from_id": from_span.span_id,
            "to_id": to_span.span_id,
            "p": float(min(probability, 1.0)),
        }
        self.links.append(row)


def _labelled_spans(passage: Passage, layer: str, begin: float = 0.0) -> Iterator[TokenSpan]:
    """
    Yield the spans of the best label sequence.

    Several tokens can share one character, such as a decomposed letter. A token that starts inside
    the last character of an earlier span of the same role is left out.
    """
    probabilities = passage.means(layer)
    end_of_role = {}
    for role, first, last, p in label_spans(best_labels(probabilities, begin), probabilities):
        while first < last and passage.offsets[first, 0] < end_of_role.get(role, 0):
            first += 1
        if first < last:
            end_of_role[role] = passage.offsets[last - 1, 1]
            yield TokenSpan(role, first, last, p)


def _label_attributions(passage: Passage, rows: _Rows) -> None:
    """Add the sources, cues and contents, and the cue that each source and content belongs to."""
    found: dict[str, list[_Span]] = {role: [] for role in tables.ROLES}
    for tokens in _labelled_spans(passage, "attribution", BEGIN):
        role = tables.ROLES[tokens.role]
        found[role].append(rows.add_span(passage, "attribution", role, tokens))
    for content in found["content"]:
        for cue, p in _cues_of_content(passage, content, found["cue"]):
            rows.add_link(passage, content, cue, p)
    for cue in found["cue"]:
        for source, p in _sources_of_cue(passage, cue, found["source"]):
            rows.add_link(passage, source, cue, p)


def _cues_of_content(
    passage: Passage, content: _Span, cues: Sequence[_Span]
) -> list[tuple[_Span, float]]:
    """Return the probability of each cue, from the windows where the content begins and ends."""
    scores = {}
    null_scores = []
    for window in {passage.window_of(content.first), passage.window_of(content.last - 1)}:
        first = passage.vector(window, "content_first", content.first)
        last = passage.vector(window, "content_last", content.last - 1)
        query = first + last
        null_scores.append(passage.null_vector(window, "content_cue") @ query)
        for cue in passage.spans_inside(window, cues):
            score = passage.vector(window, "content_cue", cue.first) @ query
            scores.setdefault(cue, []).append(score)
    means = [np.mean(of_cue) for of_cue in scores.values()]
    return _probabilities(list(scores), _scaled([*means, np.mean(null_scores)]))


def _sources_of_cue(
    passage: Passage, cue: _Span, sources: Sequence[_Span]
) -> list[tuple[_Span, float]]:
    """Return the probability of each source, from the window of the cue."""
    window = passage.window_of(cue.first)
    candidates = passage.spans_inside(window, sources)
    query = passage.vector(window, "source_cue", cue.first)
    firsts = passage.vectors(window, "source_first", [source.first for source in candidates])
    lasts = passage.vectors(window, "source_last", [source.last - 1 for source in candidates])
    null_first = passage.null_vector(window, "source_first")
    null_last = passage.null_vector(window, "source_last")
    keys = np.vstack([firsts + lasts, null_first + null_last])
    return _probabilities(candidates, _scaled(keys @ query))


def _label_figures(passage: Passage, rows: _Rows) -> None:
    """Add the casualty numbers, and the words for the people counted, the agent and the source."""
    found = _spans_of_roles(passage, rows, "figure", "role", FIGURE_ROLES)
    for tokens in _labelled_spans(passage, "number"):
        number = rows.add_span(passage, "figure", "number", tokens)
        _add_number(passage, rows, number, found)
    if "named" not in passage.labels:
        return
    for tokens in _labelled_spans(passage, "named"):
        person = rows.add_span(passage, "figure", "named", tokens)
        _add_number(passage, rows, person, {})


def _label_quantities(passage: Passage, rows: _Rows) -> None:
    """Add the quantities of any unit, and the words for what is counted and whose it is."""
    if "quantity" not in passage.labels:
        return
    found = _spans_of_roles(passage, rows, "quantity", "measured", QUANTITY_ROLES)
    for tokens in _labelled_spans(passage, "quantity"):
        quantity = rows.add_span(passage, "quantity", "quantity", tokens)
        _add_number(passage, rows, quantity, found)


def _spans_of_roles(
    passage: Passage,
    rows: _Rows,
    layer: str,
    labels: str,
    roles: Sequence[str],
) -> dict[str, list[_Span]]:
    """Add the spans that numbers may point at, and return them by role."""
    found: dict[str, list[_Span]] = {role: [] for role in roles}
    for tokens in _labelled_spans(passage, labels):
        role = roles[tokens.role]
        found[role].append(rows.add_span(passage, layer, role, tokens))
    return found


def _add_number(
    passage: Passage,
    rows: _Rows,
    number: _Span,
    found: dict[str, list[_Span]],
) -> None:
    """Add what the tagger predicts for a number, and its links to the spans of each role."""
    rows.numbers.append({"span_id": number.span_id} | _number_facts(passage, number.first))
    for role, spans in found.items():
        for span, p in _spans_of_number(passage, number, role, spans):
            rows.add_link(passage, number, span, p)


def _number_facts(passage: Passage, token: int) -> dict[str, object]:
    """Return what the first token of a number says of its outcome, group, unit and so on."""
    p_implicit = passage.mean("implicit", token)[passage.labels["implicit"].index("implicit")]
    facts: dict[str, object] = {"implicit": bool(p_implicit > 0.5)}
    for name in ("outcome", "group", "unit", "change"):
        facts[name] = None
        facts[f"p_{name}"] = None
        if name in passage.labels:
            probabilities = passage.mean(name, token)
            facts[name] = passage.labels[name][int(probabilities.argmax())]
            facts[f"p_{name}"] = float(min(probabilities.max(), 1.0))
    if facts["change"] == LEVEL:
        facts["change"] = None
    return facts


def _spans_of_number(
    passage: Passage,
    number: _Span,
    role: str,
    spans: Sequence[_Span],
) -> list[tuple[_Span, float]]:
    """Return the probability of each span of a role, from the window of the number."""
    window = passage.window_of(number.first)
    candidates = passage.spans_inside(window, spans)
    scores = np.zeros(len(candidates) + 1)
    for end in ("first", "last"):
        query = passage.vector(window, f"{role}_{end}_from", number.first)
        to = f"{role}_{end}_to"
        tokens = [span.first if end == "first" else span.last - 1 for span in candidates]
        keys = np.vstack([passage.vectors(window, to, tokens), passage.null_vector(window, to)])
        scores += _scaled(keys @ query)
    gaps = [max(span.first - number.last, number.first - span.last, 0) for span in candidates]
    scores[:-1] -= DISTANCE_PENALTY * np.log1p(gaps)
    return _probabilities(candidates, scores)


def _scaled(products: ArrayLike) -> np.ndarray:
    """Return link scores from the dot products of link vectors."""
    return np.array(products) / VECTOR_SIZE**0.5


def _probabilities(candidates: Sequence[_Span], scores: np.ndarray) -> list[tuple[_Span, float]]:
    """Return the probability of each candidate. The last score is that of none of them."""
    return list(zip(candidates, softmax(scores)[:-1], strict=True))
