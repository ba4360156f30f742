"""
Find every number that an article states.

For casualties also who is counted, what happened to them, who reports it and who caused it.

In: articles, sentences, the tagger's spans, links and numbers, and the attributions. Out: the
``figures`` table. Casualty figures are those that the tagger labels, and those whose neighbouring
words say so ("killed 12"); their values are parsed by ``analysis.extract.numbers.parse``. All other
counts, percentages, sums of money and measures come from that grammar, with what they count or
measure (``counted``, ``measured``) and whose they are (``owners``); the tagger fills in words that
the grammar does not find (``model_quantities``). A
figure is what the text states, not what happened: "reported" means no more than that.

Source and agent are chosen among the spans that the tagger links and the one that the grammar of
the sentence names (``analysis.extract.figures.sources``, ``agents``). The source of the attribution
that holds a figure (``attributed``) takes precedence over another that is no nearer. If there is no
other source, it is used for direct quotations only: used for all attributions, it named a source
for headlines and leads that are in the outlet's own voice. A source that the grammar alone names is
used only if some attribution holds the figure, and none is if the source only presupposes it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from analysis.core.animals import is_animal
from analysis.core.contrasts import is_set_against
from analysis.core.errors import TableError
from analysis.core.tables import FIGURES, TAGGER_NUMBERS, make
from analysis.extract.figures import (
    agents,
    attributed,
    confidence,
    counted,
    groups,
    headline_sources,
    non_sources,
    number_sources,
    roles,
    sources,
)
from analysis.extract.figures.animals import animals_counted
from analysis.extract.figures.bare_counts import (
    is_bare_quantity,
    is_in_a_place,
    noun_of_bare,
)
from analysis.extract.figures.bare_sums import with_currency_of_article
from analysis.extract.figures.candidates import (
    Prediction,
    casualty_figures,
    is_described_as_harmed,
)
from analysis.extract.figures.changes import change_of
from analysis.extract.figures.compared import compared_with, elided_money, is_denied
from analysis.extract.figures.coordination import is_of_them
from analysis.extract.figures.elided import elided_numbers
from analysis.extract.figures.measured import is_restated, measured_by, owner_of
from analysis.extract.figures.model_quantities import (
    ModelQuantity,
    linked_words,
    quantities_by_article,
)
from analysis.extract.figures.named_people import counted_words, named_figures
from analysis.extract.figures.outcomes import outcome_described, outcome_near
from analysis.extract.figures.owners import owner_by_clause, place_of_cases
from analysis.extract.figures.patterns import HARMED
from analysis.extract.figures.polarity import is_retracted
from analysis.extract.figures.record import Figure, Span, overlaps
from analysis.extract.figures.scope import scopes_of
from analysis.extract.figures.subtotals import totals_of
from analysis.extract.numbers.parse import Number, parse_numbers
from analysis.extract.numbers.qualifiers import after_joined
from analysis.extract.numbers.units import Unit, dollar_of

__all__ = ["extract_figures", "features_of_figures"]

# The unit of people who are no casualties. With "people", every chart and score of casualties,
# which choose figures by that unit, would count them; ``noun`` still tells that they are persons.
UNIT_OF_OTHER_PEOPLE = "things"

# Below this probability of the predicted group, people whose noun does not tell the group are
# unspecified.
SURE_GROUP = 0.9
# The tagger's label of each kind of figure.
_NEAR_NUMBER = 160  # characters
_STOLEN = re.compile(
    r"\b(?:stolen|stole|theft|thieves|looted|robbed|heist|recovered|retrieved)\b", re.IGNORECASE
)
_LABELS = {"casualty": "number", "named": "named", "quantity": "quantity"}
CHARACTERS_BEFORE_PART = 130
CHARACTERS_AFTER_COUNTED = 60  # that may tell the group: "people, mostly civilians"
_REST_OF_NAME = re.compile(r"(?:\s(?:(?:of|for|and|the)\s)*[A-Z][\w’'-]*)+")
_LATER = ("quantity_id", "checked", "checked_by")  # columns that extraction leaves null


def extract_figures(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    spans: pd.DataFrame,
    links: pd.DataFrame,
    numbers: pd.DataFrame,
    attributions: pd.DataFrame,
    attribution_spans: pd.DataFrame,
) -> pd.DataFrame:
    """
    Return one row for each number that the articles state.

    Parameters
    ----------
    articles, sentences : DataFrame
        Tables of the same articles.
    spans, links, numbers : DataFrame
        What the tagger found: ``TAGGER_SPANS``, ``TAGGER_LINKS``, ``TAGGER_NUMBERS``.
    attributions, attribution_spans : DataFrame
        Who says what; they may have no rows. No table is changed.

    Returns
    -------
    DataFrame
        The ``figures`` table, in reading order. ``low`` and ``high`` are null where the words set
        no limit; both are null for a vague word. Casualties have ``unit`` people or bodies; other
        counts are ``things``, also people to whom nothing happened, and have a null ``outcome`` and
        ``group``; ``noun`` tells what they are.

    Raises
    ------
    TableError
        If an article has no sentences although its text has words, or a number span has no row in
        ``numbers``.
    """
    figures: list[Figure] = []
    read = _articles(articles, sentences, spans, links, numbers, attributions, attribution_spans)
    for article in read:
        figures += article.figures()
    return make([_row(figure) for figure in figures], FIGURES)


def features_of_figures(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    spans: pd.DataFrame,
    links: pd.DataFrame,
    numbers: pd.DataFrame,
    attributions: pd.DataFrame,
    attribution_spans: pd.DataFrame,
) -> pd.DataFrame:
    """
    Return what the probability ``p`` of each figure depends on, to fit its weights.

    Parameters
    ----------
    articles, sentences, spans, links, numbers, attributions, attribution_spans : DataFrame
        As for ``extract_figures``.

    Returns
    -------
    DataFrame
        ``figure_id``, ``kind`` (one of ``confidence.KINDS``) and ``confidence.FEATURES``.
    """
    rows = []
    read = _articles(articles, sentences, spans, links, numbers, attributions, attribution_spans)
    for article in read:
        for figure in article.figures():
            row = {"figure_id": figure.figure_id, "kind": confidence.kind_of(figure)}
            rows.append(row | article.features(figure))
    return pd.DataFrame(rows, columns=["figure_id", "kind", *confidence.FEATURES])


def _articles(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    spans: pd.DataFrame,
    links: pd.DataFrame,
    numbers: pd.DataFrame,
    attributions: pd.DataFrame,
    attribution_spans: pd.DataFrame,
) -> Iterator["_Article"]:
    """Yield each article that has text, with what was found in it."""
    sentences_of = _sentences_by_article(sentences)
    spans_of = _spans_by_article(spans, "figure")
    quantity_spans_of = _spans_by_article(spans, "quantity")
    contents_of = attributed.contents_by_article(attributions, attribution_spans)
    predictions = _predictions(numbers)
    links_of = _links_by_number(links)
    quantities_of = quantities_by_article(spans, links)
    days = [None if pd.isna(day) else day.date() for day in articles["published"]]
    for article_id, text, day in zip(articles["article_id"], articles["text"], days, strict=True):
        bounds = sentences_of.get(article_id)
        if bounds:
            yield _Article(
                article_id,
                text,
                bounds,
                spans_of.get(article_id, []),
                quantity_spans_of.get(article_id, []),
                predictions,
                links_of,
                contents_of.get(article_id, []),
                quantities_of.get(article_id, []),
                day,
            )
        elif text.strip():
            raise TableError(
                f"Article {article_id!r} has text but no sentences; "
                "run split_sentences on it first."
            )


def _sentences_by_article(sentences: pd.DataFrame) -> dict[str, dict[int, tuple[int, int]]]:
    """Return the characters of each sentence, by article id and number of the sentence."""
    sentences_of: dict[str, dict[int, tuple[int, int]]] = {}
    for row in sentences.to_dict("records"):
        bounds = sentences_of.setdefault(row["article_id"], {})
        bounds[row["sentence_id"]] = (row["start"], row["end"])
    return sentences_of


def _spans_by_article(spans: pd.DataFrame, layer: str) -> dict[str, list[Span]]:
    """Return the tagger's spans of a layer by article id."""
    spans_of: dict[str, list[Span]] = {}
    for row in spans.to_dict("records"):
        if row["layer"] == layer:
            span = Span(row["span_id"], row["label"], row["start"], row["end"], row["p"])
            spans_of.setdefault(row["article_id"], []).append(span)
    return spans_of


def _predictions(numbers: pd.DataFrame) -> dict[str, Prediction]:
    """Return what the tagger predicts for each number, by span id."""
    predictions = {}
    for row in numbers.to_dict("records"):
        predictions[row["span_id"]] = Prediction(
            row["outcome"], row["p_outcome"], row["group"], row["p_group"], row["implicit"]
        )
    return predictions


def _links_by_number(links: pd.DataFrame) -> dict[str, list[tuple[str, float]]]:
    """Return the linked spans of each number and their probability."""
    links_of: dict[str, list[tuple[str, float]]] = {}
    for row in links.to_dict("records"):
        links_of.setdefault(row["from_id"], []).append((row["to_id"], row["p"]))
    return links_of


def _row(figure: Figure) -> dict:
    """Return the columns of a figure."""
    # quantities are found when all articles of a story are known
    return {name: getattr(figure, name) for name in FIGURES.columns if name not in _LATER}


def _span(role: str, characters: tuple[int, int] | None) -> Span | None:
    """Return a span that a rule found."""
    return None if characters is None else Span("", role, *characters, 1.0)


def _count_alike(figure: Figure, other: Figure) -> None:
    """Let a bare number count or measure what the one does that it is compared with."""
    figure.unit, figure.unit_text, figure.currency = other.unit, other.unit_text, other.currency
    figure.counted, figure.noun = other.counted, other.noun
    figure.whose = figure.whose or other.whose


def _start(span: Span) -> int:
    return span.start


class _Article:
    """The figures of one article."""

    def __init__(
        self,
        article_id: str,
        text: str,
        sentences: Mapping[int, tuple[int, int]],
        spans: Sequence[Span],
        quantity_spans: Sequence[Span],
        predictions: Mapping[str, Prediction],
        links: Mapping[str, Sequence[tuple[str, float]]],
        contents: Sequence[attributed.Content],
        quantities: Sequence[ModelQuantity],
        published: date | None,
    ) -> None:
        self.published = published
        self.id = article_id
        self.text = text
        self.sentences = sentences
        self.sentence_numbers = sorted(sentences)
        self.sentence_starts = [sentences[number][0] for number in self.sentence_numbers]
        self.predictions = predictions
        self.links = links
        self.quantities = quantities
        self.contents = attributed.ContentIndex(contents)
        self.has_contents = bool(contents)
        self.spans = {span.id: span for span in spans}
        self.in_order = sorted(self.spans.values(), key=_start)
        self.labelled: dict[str, list[Span]] = {label: [] for label in _LABELS.values()}
        for span in sorted([*spans, *quantity_spans], key=_start):
            if span.label in self.labelled:
                self.labelled[span.label].append(span)
        self.numbers = list(self.labelled["number"])
        self.numbers.sort(key=_start)
        self.stated = with_currency_of_article(text, parse_numbers(text))
        self.elided = {
            self.stated[found.place].start: found for found in elided_numbers(text, self.stated)
        }
        self.dollar = dollar_of(text)
        self.has_links = any(span.id in links for span in self.numbers)

    def figures(self) -> list[Figure]:
        """Return all figures in reading order."""
        figures = self._casualties()
        named = self._named_people(figures)
        figures += self._other_numbers(figures)
        figures += named
        figures.sort(key=lambda figure: figure.start)
        for position, figure in enumerate(figures):
            figure.article_id = self.id
            figure.figure_id = f"{self.id}#f{position}"
        counts = [figure for figure in figures if not figure.is_named]
        totals = totals_of(counts, self.text, self.sentences)
        for figure, total in zip(counts, totals, strict=True):
            figure.part_of = total
        for group in (counts, named):  # one name is no measure of what a large number is
            scopes = scopes_of(group, self.text, self.sentences, self.published)
            for figure, scope in zip(group, scopes, strict=True):
                figure.scope = scope
        for figure in figures:
            kind = confidence.kind_of(figure)
            figure.p = confidence.probability_right(kind, self.features(figure))
        return figures

    def features(self, figure: Figure) -> dict[str, float]:
        """Return what the probability of a figure depends on."""
        labelled = self.labelled[_LABELS[confidence.kind_of(figure)]]
        n_before_end = bisect_left(labelled, figure.end, key=_start)
        if n_before_end == 0 or labelled[n_before_end - 1].end <= figure.start:
            return confidence.features(figure, None, None, None)
        span = labelled[n_before_end - 1]
        prediction = self.predictions[span.id]
        return confidence.features(figure, span.p, prediction.outcome, prediction.p_outcome)

    def _casualties(self) -> list[Figure]:
        """Return the casualty figures, with all columns but the ids."""
        for span in self.numbers:
            if span.id not in self.predictions:
                raise TableError(
                    f"Article {self.id!r}: number span {span.id!r} "
                    f"has no row in {TAGGER_NUMBERS.name}."
                )
        figures = casualty_figures(self.text, self.numbers, self.predictions, self.stated)
        for figure in figures:
            figure.sentence_id = self._sentence_at(figure.start)
            figure.counted = self._counted(figure)
            figure.noun = counted.noun_of(figure.counted)
            if figure.outcome == "ill":
                unit = Unit("count", None, None, figure.start, figure.end)
                figure.whose = place_of_cases(self.text, unit, self.sentences[figure.sentence_id])
        self._set_groups(figures)
        for chain in roles.chains(figures):
            self._set_agent_and_source(chain)
        # Only now, since others share with them: "150 people and 10,000 cattle died".
        return [figure for figure in figures if self._is_casualty(figure)]

    def _named_people(self, casualties: Sequence[Figure]) -> list[Figure]:
        """Return the figures of named and definite persons, with all columns but the ids."""
        spans = [span for span in self.in_order if span.label == "named"]
        bounds = [self.sentences[number] for number in self.sentence_numbers]
        figures = named_figures(self.text, bounds, spans, self.predictions, casualties)
        for figure in figures:
            figure.sentence_id = self._sentence_at(figure.start)
            figure.counted = counted_words(figure.text)
            figure.noun = counted.noun_of(figure.counted)
            figure.group = groups.choose_group(figure.counted, "", "unspecified")
        for chain in roles.chains(figures):
            self._set_agent_and_source(chain)
        return figures

    def _is_casualty(self, figure: Figure) -> bool:
        """Return whether a figure counts people, and something happened to them."""
        if not figure.is_casualty or counted.counts_no_people(self.text, figure.end):
            return False
        if self._counts_one_thing(figure) or self._counts_animals(figure):
            return False
        if self._counts_stolen_things(figure):
            return False
        return not self._counts_a_source(figure)

    def _counts_animals(self, figure: Figure) -> bool:
        """Return whether a number without a noun counts the animals named before it."""
        if figure.implicit:
            return False
        if figure.counted is not None:
            return figure.counted.islower() and is_animal(figure.noun)
        return animals_counted(self.text, figure.start, figure.end) is not None

    def _counts_stolen_things(self, figure: Figure) -> bool:
        """Return whether a bare number of missing ones counts stolen things, and no people."""
        is_bare = figure.outcome == "missing" and figure.counted is None
        return is_bare and self._stolen_things_before(figure.start) is not None

    def _stolen_things_before(self, start: int) -> tuple[int, int] | None:
        """Return what the number before counts, where a theft is told: "nine are missing"."""
        place = bisect_left(self.stated, start, key=_start)
        near = max(0, start - _NEAR_NUMBER)
        if place == 0 or _STOLEN.search(self.text, near, start) is None:
            return None
        end = self.stated[place - 1].end
        if end < near:
            return None
        return (
            counted.counted_phrase(self.text, end)
            if counted.counts_no_people(self.text, end)
            else None
        )

    def _counts_one_thing(self, figure: Figure) -> bool:
        """Return whether "a" or "one" comes before an animal or a thing: "a dog was killed"."""
        if figure.text.lower() not in ("a", "an", "another", "one"):
            return False
        return counted.counts_one_thing(self.text, figure.end)

    def _counts_a_source(self, figure: Figure) -> bool:
        """Return whether the counted people are a source, not said to have been harmed."""
        if figure.implicit:
            return False
        sources = self.contents.with_source_at(figure.start)
        if not attributed.starts_source(self.text, sources, figure.start):
            return False
        if outcome_near(self.text, figure.start, figure.end):
            return False
        if outcome_described(self.text, figure.end):
            return False
        return not is_described_as_harmed(self.text, figure.end)

    def _set_groups(self, figures: Sequence[Figure]) -> None:
        """Set the group of each figure; some take it from an earlier figure of the sentence."""
        before: list[Figure] = []
        at: dict[int, Figure] = {}
        for place, figure in enumerate(figures):
            if before and self._starts_new_count(before[-1], figure):
                before = []
            carried = None
            if not self._counts_all(figure):
                carried = groups.carried_group(figure.counted, before)
            carried = carried or self._group_of_other(figure, at, figures[:place])
            figure.group = carried or self._group(figure)
            at[figure.start] = figure
            if not is_of_them(self.text, figure.end):
                before.append(figure)  # the wounded are no children where three of the dead are

    def _group_of_other(
        self, figure: Figure, at: Mapping[int, Figure], earlier: Sequence[Figure]
    ) -> str | None:
        """Return the group of what a bare number counts too: "five soldiers; Ostra says 14"."""
        if figure.counted is not None:
            return None
        elided = self.elided.get(figure.start)
        if elided is not None:
            other = at.get(self.stated[elided.other].start)
            is_of_all = groups.counts_all(self.text[: figure.start])
            return None if other is None or is_of_all else other.group
        return groups.group_of_losses(
            self.text, self.sentences[figure.sentence_id], figure, earlier
        )

    def _starts_new_count(self, previous: Figure, figure: Figure) -> bool:
        if previous.sentence_id != figure.sentence_id:
            return True
        return groups.starts_new_count(self.text[previous.end : figure.start])

    def _counts_all(self, figure: Figure) -> bool:
        """Return whether a number without a noun follows a part, and counts all people."""
        before = self.text[max(0, figure.start - CHARACTERS_BEFORE_PART) : figure.start]
        return figure.counted is None and groups.follows_part(before)

    def _group(self, figure: Figure) -> str:
        """Choose the group by the counted words, or else the one that the tagger predicts."""
        end = figure.end
        if figure.counted is not None:
            found = self.text.find(figure.counted, figure.start, figure.start + 200)
            end = max(end, found + len(figure.counted))
        after = "" if figure.implicit else self.text[end : end + CHARACTERS_AFTER_COUNTED]
        predicted = "unspecified"
        if figure.span is not None:
            prediction = self.predictions[figure.span.id]
            if prediction.p_group >= SURE_GROUP:
                predicted = prediction.group
        if self._counts_all(figure) or groups.follows_speaker(self.text, figure.start):
            predicted = "unspecified"
        return groups.choose_group(figure.counted, after, predicted)

    def _counted(self, figure: Figure) -> str | None:
        """Return the words after the number, which are right most often, or the linked ones."""
        phrase = counted.counted_people(self.text, figure.start, figure.end, figure.implicit)
        if phrase is not None:
            return self.text[slice(*phrase)]
        if figure.span is None:
            return None
        candidates = self._linked_spans(figure, figure.span, "counted")
        chosen = roles.choose([candidates], roles.LEAST_PROBABILITY["counted"], self.text)
        if chosen is None or counted.PARAGRAPH.search(self.text, figure.end, chosen.start):
            return None  # "rescuers put dead at 51" and the "rescue workers" of the first sentence
        return self._words(chosen)

    def _set_agent_and_source(self, chain: Sequence[Figure]) -> None:
        """Set the agent of a chain of figures, and the source of those with one attribution."""
        sentence = self.sentences[chain[0].sentence_id]
        for group in agents.split_by_cause(self.text, sentence, chain):
            agent = self._shared_span(group, "agent")
            for figure in group:
                self._set_agent(figure, self._agent(figure, agent))
        contents = self.contents.holding(chain[0].start, chain[-1].start)
        for group in attributed.split_by_source(self.text, contents, chain):
            source = self._shared_span(group, "source")
            for figure in group:
                content = self._content_at(figure.start)
                figure.attribution_id = content.attribution_id
                self._set_source(figure, self._source(figure, source, content))

    def _shared_span(self, chain: Sequence[Figure], role: str) -> Span | None:
        """Choose the agent or source of a chain from the spans of the tagger and the grammar."""
        by_rule = self._spans_by_rule(chain, role)
        candidates = []
        for figure in chain:
            if figure.span is not None:
                candidates.append(self._linked_spans(figure, figure.span, role) + by_rule)
        if not candidates:
            candidates = [by_rule]
        chosen = roles.choose(candidates, roles.LEAST_PROBABILITY[role], self.text)
        if chosen is None:
            return None
        span = roles.in_whole_words(chosen, self.text)
        return span if span.start < span.end else None

    def _spans_by_rule(self, chain: Sequence[Figure], role: str) -> list[tuple[Span, float]]:
        """Return the agent or source that the grammar of the sentence names, if any."""
        sentence_id = chain[0].sentence_id
        if role == "agent":
            found = agents.agent_in_clause(self.text, self.sentences[sentence_id], chain)
        else:
            found = sources.source_in_sentence(self.text, self.sentences, sentence_id, chain)
        span = _span(role, found)
        return [] if span is None else [(span, roles.RULE_PROBABILITY)]

    def _linked_spans(self, figure: Figure, number: Span, role: str) -> list[tuple[Span, float]]:
        """Return the spans that the tagger links to a number, or the nearest without links."""
        if not self.has_links:
            sentence = self.sentences[figure.sentence_id]
            spans = self._spans_of_sentence(sentence)
            return roles.nearest(number, role, spans, sentence, self._next_number(number))
        found = roles.linked(number.id, role, self.links, self.spans)
        if role != "agent":
            return found
        return [(span, p) for span, p in found if self._can_be_agent(span, figure)]

    def _spans_of_sentence(self, sentence: tuple[int, int]) -> list[Span]:
        """Return the tagger's spans that start in a sentence."""
        first, stop = (bisect_left(self.in_order, edge, key=_start) for edge in sentence)
        return self.in_order[first:stop]

    def _next_number(self, number: Span) -> list[Span]:
        """Return the labelled number after another, in a list; an empty list if none follows."""
        following = bisect_right(self.numbers, number.start, key=_start)
        return self.numbers[following : following + 1]

    def _can_be_agent(self, span: Span, figure: Figure) -> bool:
        """Return whether a span is in the sentence and line of a figure, and no mere setting."""
        start, end = self.sentences[figure.sentence_id]
        if not start <= span.start < end:
            return False
        between = self.text[min(span.end, figure.end) : max(span.start, figure.start)]
        words = self._words(span)
        if words.lower() in agents.NO_AGENT:
            return False  # the label has lost the noun of "our drones"
        return "\n" not in between and not (agents.is_setting(words) or agents.is_record(words))

    def _agent(self, figure: Figure, shared: Span | None) -> Span | None:
        """Return who is suspected, or else the shared agent; those who help are none."""
        if figure.start in self.elided:
            return None  # who gives the number did not do it
        sentence = self.sentences[figure.sentence_id]
        suspect = _span("agent", agents.suspect(self.text, sentence, figure.start))
        agent = suspect or shared
        if agent is None or (agent.start < figure.end and figure.start < agent.end):
            return None
        if agents.is_other_doer(self.text, agent.start, figure.start, figure.outcome):
            return None
        is_counted = any(number.start == agent.start for number in self.numbers)
        if is_counted and not agents.harms(self.text, (agent.start, agent.end), figure.start):
            return None  # "82 gunmen, 154 civilians": the gunmen are among those who were harmed
        if figure.outcome in (*HARMED, "ill", "bodies_found"):
            if agents.is_joined(self.text, agent.end, figure.start):
                return None
            if agents.is_of_toll(self.text, agent.start, agent.end):
                return None
            if agents.is_helper(self._words(agent)):
                return None
            if agents.acts_otherwise(self.text, agent.end, figure.start, figure.end):
                return None
            if agents.is_of_other_side(self.text, (agent.start, agent.end), figure.start):
                return None
            if agents.is_only_before(self.text, agent.start, agent.end):
                return None
        return replace(agent, start=agents.without_tag(self.text, agent.start, agent.end))

    def _source(
        self, figure: Figure, shared: Span | None, content: attributed.Content
    ) -> Span | None:
        """Return the source right after the number, or the shared one, or the attribution's."""
        sentence = self.sentences[figure.sentence_id]
        after_number = number_sources.source_after_number(self.text, figure.end, sentence[1])
        if after_number is not None or is_set_against(self.text, figure.start):
            return _span("source", after_number)  # who speaks sets another number against it
        chosen = None if shared is None else (shared.start, shared.end)
        of_headline = (
            headline_sources.headline_label(self.text, sentence),
            headline_sources.headline_source(self.text, figure.end, sentence[1]),
        )
        if chosen is not None and chosen in of_headline:
            return shared
        if shared is not None and not shared.id and not self._may_be_attributed(content):
            chosen = None
        if attributed.is_presupposed(self.text, content, figure.start):
            return None
        return _span("source", attributed.choose_source(self.text, sentence, chosen, content))

    def _is_of_another(self, figure: Figure, source: tuple[int, int]) -> bool:
        """Return whether a source is the outlet's presenter, or gives a number to compare with."""
        if non_sources.follows_than(self.text, source[0]):
            return True
        if non_sources.is_no_source(self.text[slice(*source)]):
            return True
        return attributed.gives_other_number(self.text, figure.end, source[0])

    def _may_be_attributed(self, content: attributed.Content) -> bool:
        """
        Return whether the grammar alone may name a source for what a content holds.

        A source that neither the tagger links nor an attribution gives said something else in 29 of
        30 cases of the training articles. Articles without any attribution are left to the grammar.
        """
        return content.attribution_id is not None or not self.has_contents

    def _set_agent(self, figure: Figure, span: Span | None) -> None:
        if span is not None:
            figure.agent = self._words(span)
            figure.agent_start, figure.agent_end = span.start, span.end

    def _set_source(self, figure: Figure, span: Span | None) -> None:
        speaker = self._speaker_of_elided(figure)
        if speaker is None:
            speaker = number_sources.owner_of_denied_claim(self.text, figure.start)
        if span is not None and self._is_of_another(figure, (span.start, span.end)):
            span = None
        if speaker is not None:
            span = _span("source", speaker)
        elif span is not None and self._speaks_of_another(figure, span):
            content = self._content_at(figure.start)
            span = _span("source", attributed.named_source(self.text, content))
            if span is not None and self._speaks_of_another(figure, span):
                span = None
        if span is None:
            span = _span("source", self._first_speaker(figure))
        if span is not None and (
            non_sources.names_nobody(self._words(span))
            or non_sources.only_rejects(self.text, span.end, figure.start)
            or non_sources.is_in_other_clause(self.text, figure.end, span.start)
        ):
            span = None
        if span is not None:
            span = self._whole_name(figure, span)
            figure.source = self._words(span)
            figure.source_start, figure.source_end = span.start, span.end

    def _whole_name(self, figure: Figure, span: Span) -> Span:
        """Return a source with the rest of its name, if the attribution has it: "of Public"."""
        whole = self._content_at(figure.start).source
        if whole is None or whole[0] != span.start or whole[1] <= span.end:
            return span
        rest = self.text[span.end : whole[1]]
        is_name = _REST_OF_NAME.fullmatch(rest) is not None
        return replace(span, end=whole[1]) if is_name else span

    def _speaker_of_elided(self, figure: Figure) -> tuple[int, int] | None:
        """Return who gives a bare number of what another counts, if a noun says it."""
        elided = self.elided.get(figure.start)
        return None if elided is None else elided.speaker

    def _first_speaker(self, figure: Figure) -> tuple[int, int] | None:
        """Return who gives the first of two numbers that one verb serves: "A says 30, B 8"."""
        for elided in self.elided.values():
            if self.stated[elided.other].start == figure.start:
                return elided.first_speaker
        return None

    def _speaks_of_another(self, figure: Figure, source: Span) -> bool:
        """Return whether a source after a figure gives the next bare number: "30, the rebels 8"."""
        for start, elided in self.elided.items():
            if elided.speaker is None or start <= figure.start:
                continue
            if elided.speaker[0] < source.end and source.start < elided.speaker[1]:
                return True
        return False

    def _content_at(self, position: int) -> attributed.Content:
        """Return the narrowest content that holds a character."""
        return attributed.content_at(self.contents.holding(position, position), position)

    def _sentence_at(self, position: int) -> int:
        """Return the sentence of a character; between two sentences, the one before."""
        n_before = bisect_right(self.sentence_starts, position)
        return self.sentence_numbers[max(n_before - 1, 0)]

    def _words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def _other_numbers(self, taken: Sequence[Figure]) -> list[Figure]:
        """Return the numbers that count no casualties: those of the grammar that overlap none."""
        figures = []
        compared: dict[int, int] = {}  # place in figures: number that tells what it counts
        last_noun: tuple[int, int] | None = None
        last_subject: tuple[int, int] | None = None  # no place: not the regions of "over 6 regions"
        previous: Number | None = None
        for place, number in enumerate(self.stated):
            if overlaps(number.start, number.end, taken):
                continue
            if is_retracted(self.text, number.start, number.end):
                continue
            if non_sources.are_speakers(self.text, number.start, number.end):
                continue
            if place and is_denied(self.text, self.stated[place - 1], number):
                continue
            end = after_joined(self.text, number.end)
            phrase = counted.counted_phrase(self.text, end)
            phrase = phrase or counted.phrase_of_whole(self.text, end)
            other = self._counts_like(place)
            if number.kind == "count" and phrase is None:
                is_harm = outcome_near(self.text, number.start, number.end) is not None
                if not (is_harm or other is not None or is_bare_quantity(self.text, number)):
                    continue
                phrase = animals_counted(self.text, number.start, number.end)
                phrase = phrase or self._stolen_things_before(number.start)
                if is_harm and phrase is None and other is None:
                    continue
                noun = last_subject if is_of_them(self.text, number.end) else None
                phrase = phrase or self._noun_of_bare(number, noun or last_noun)
            if other is not None:
                compared[len(figures)] = self.stated[other].start
            figure = self._other_number(number, phrase)
            if previous is not None and self._is_same_again(previous, number):
                last = figures[-1]
                figure.counted, figure.noun = last.counted, last.noun
                figure.whose, figure.change = last.whose, last.change
            figures.append(figure)
            previous = number
            if number.kind == "count" and phrase is not None:
                last_noun = phrase
                if not is_in_a_place(self.text, number):
                    last_subject = phrase
        starts = {figure.start: figure for figure in figures}
        for place, start in compared.items():
            if start in starts:
                _count_alike(figures[place], starts[start])
        return figures

    def _counts_like(self, place: int) -> int | None:
        """Return the place of the number that tells what a bare one counts or measures."""
        number = self.stated[place]
        if number.start in self.elided:
            return self.elided[number.start].other
        other = compared_with(self.text, self.stated, place)
        return elided_money(self.text, self.stated, place) if other is None else other

    def _other_number(self, number: Number, phrase: tuple[int, int] | None) -> Figure:
        """Return the figure of a count, a percentage, a sum of money or a measure."""
        sentence_id = self._sentence_at(number.start)
        sentence = self.sentences[sentence_id]
        unit = number.unit or Unit("count", None, None, number.start, number.end)
        whose = None
        if number.kind != "count":
            measured = measured_by(self.text, unit, sentence)
            phrase, whose = measured.span, measured.owner
        change = change_of(self.text, unit, sentence[0])
        phrase = phrase or self._linked_words(number, "counted")
        whose = self._whose(number, unit, sentence, whose)
        words = None if phrase is None else self.text[slice(*phrase)]
        content = self._content_at(number.start)
        figure = Figure(
            start=number.start,
            end=number.end,
            text=number.text,
            low=number.low,
            high=number.high,
            qualifier=number.qualifier,
            implicit=False,
            outcome=None,
            unit=self._unit(number, phrase),
            unit_text=unit.text,
            currency=self._currency(unit),
            noun=counted.noun_of(words),
            whose=whose,
            change=change,
            sentence_id=sentence_id,
            counted=words,
            attribution_id=content.attribution_id,
        )
        source = number_sources.owner_of_denied_claim(self.text, number.start)
        source = source or number_sources.source_after_number(self.text, number.end, sentence[1])
        if source is None and not is_set_against(self.text, number.start):
            source = attributed.named_source(self.text, content)
        self._set_source(figure, _span("source", source))
        return figure

    def _whose(
        self, number: Number, unit: Unit, sentence: tuple[int, int], measured: str | None
    ) -> str | None:
        """Return whose a number is: by the tagger, by a possessive, by the subject or place."""
        linked = self._linked_words(number, "whose")
        if linked is not None:
            return self.text[slice(*linked)]
        owner = measured or owner_of(self.text, unit.start, sentence[0])
        return owner or owner_by_clause(self.text, unit, sentence)

    def _linked_words(self, number: Number, role: str) -> tuple[int, int] | None:
        """Return the characters of the words that the tagger links to a number, none cut."""
        found = linked_words(self.quantities, number.start, number.end, role)
        if found is None:
            return None
        whole = roles.in_whole_words(Span("", role, *found, 1.0), self.text)
        return (whole.start, whole.end) if whole.start < whole.end else None

    def _is_same_again(self, previous: Number, number: Number) -> bool:
        """Return whether a number states the one before in another unit: "150 points, or 0.6%"."""
        if previous.unit is None or number.unit is None:
            return False
        if "count" in (previous.kind, number.kind):
            return False
        return is_restated(self.text[previous.unit.end : number.unit.start])

    def _noun_of_bare(
        self, number: Number, last_noun: tuple[int, int] | None
    ) -> tuple[int, int] | None:
        """Return what a count without a noun counts; the count before is in the same sentence."""
        sentence = self.sentences[self._sentence_at(number.start)]
        before = last_noun if last_noun is not None and last_noun[0] >= sentence[0] else None
        return noun_of_bare(self.text, number, sentence, before)

    def _unit(self, number: Number, phrase: tuple[int, int] | None) -> str:
        """Return the unit of a number that counts no casualties."""
        if number.kind != "count":
            return number.kind
        if phrase is not None and counted.names_people(self.text[slice(*phrase)]):
            return UNIT_OF_OTHER_PEOPLE
        return "things"

    def _currency(self, unit: Unit) -> str | None:
        """Return the currency of a sum; a plain dollar is the one that the article names."""
        if unit.kind != "money" or unit.currency is not None:
            return unit.currency
        is_dollar = unit.text in ("$", "dollar", "dollars")
        return self.dollar if is_dollar else None
