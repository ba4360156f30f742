"""
Find the casualty figures of one article, and its named people to whom something happened.

In: an article. Out: figures with what they count, the group, the agent and the source; animals,
things and people who are only the source of a number are left out.
"""

import re
from collections.abc import Sequence

from analysis.core.animals import is_animal
from analysis.core.errors import TableError
from analysis.core.tables import TAGGER_NUMBERS
from analysis.extract.figures import agents, attributed, counted, groups, roles
from analysis.extract.figures.animals import animals_counted
from analysis.extract.figures.article_context import Article
from analysis.extract.figures.candidates import casualty_figures, is_described_as_harmed
from analysis.extract.figures.casualty_groups import set_groups
from analysis.extract.figures.chosen_agents import choose_agent, set_agent
from analysis.extract.figures.chosen_sources import choose_source, set_source
from analysis.extract.figures.linked_spans import linked_spans, shared_span
from analysis.extract.figures.named_people import counted_words, named_figures
from analysis.extract.figures.ordinal_tolls import with_ordinal_tolls
from analysis.extract.figures.other_senses import other_sense, tells_of_theft_alone
from analysis.extract.figures.outcomes import outcome_described, outcome_near
from analysis.extract.figures.owners import place_of_cases
from analysis.extract.figures.record import Figure
from analysis.extract.figures.stolen_things import stolen_things_before
from analysis.extract.numbers.units import Unit

__all__ = ["casualties", "named_people"]


# "Bird flu count tops 200,000": of birds, where no noun says that they are people
_DISEASE_OF_ANIMALS = re.compile(
    r"\b(?:(?:bird|avian|swine|equine)\s+(?:flu|influenza|fever)|foot-and-mouth|blue\s?tongue"
    r"|mad\s+cow|bovine\s+\w+|rinderpest)\b",
    re.IGNORECASE,
)
_NUMBER_AT_END = re.compile(r"\b\d[\d,.]*\s+$")
_LONGEST_LINE = 100  # characters


def casualties(article: Article) -> list[Figure]:
    """
    Return the casualty figures, with all columns but the ids.

    Parameters
    ----------
    article : Article

    Returns
    -------
    list of Figure

    Raises
    ------
    TableError
        If a number span has no row in the tagger's numbers.
    """
    for span in article.numbers:
        if span.id not in article.predictions:
            raise TableError(
                f"Article {article.id!r}: number span {span.id!r} "
                f"has no row in {TAGGER_NUMBERS.name}."
            )
    figures = casualty_figures(article.text, article.numbers, article.predictions, article.stated)
    figures = with_ordinal_tolls(article.text, figures)
    for figure in figures:
        figure.sentence_id = article.sentence_at(figure.start)
        figure.counted = _counted(article, figure)
        figure.noun = counted.noun_of(figure.counted)
        if figure.outcome == "ill":
            unit = Unit("count", None, None, figure.start, figure.end)
            figure.whose = place_of_cases(article.text, unit, article.sentences[figure.sentence_id])
    set_groups(article, figures)
    for chain in roles.chains(figures):
        _set_agent_and_source(article, chain)
    # Only now, since others share with them: "150 people and 10,000 cattle died".
    return [figure for figure in figures if _is_casualty(article, figure)]


def named_people(article: Article, taken: Sequence[Figure]) -> list[Figure]:
    """
    Return the figures of named and definite persons, with all columns but the ids.

    Parameters
    ----------
    article : Article
    taken : sequence of Figure
        The casualty figures, whose characters are taken.

    Returns
    -------
    list of Figure
    """
    spans = [span for span in article.in_order if span.label == "named"]
    bounds = [article.sentences[number] for number in article.sentence_numbers]
    figures = named_figures(article.text, bounds, spans, article.predictions, taken)
    for figure in figures:
        figure.sentence_id = article.sentence_at(figure.start)
        figure.counted = counted_words(figure.text)
        figure.noun = counted.noun_of(figure.counted)
        figure.group = groups.choose_group(figure.counted, "", "unspecified")
    for chain in roles.chains(figures):
        _set_agent_and_source(article, chain)
    return figures


def _is_casualty(article: Article, figure: Figure) -> bool:
    """Return whether a figure counts people, and something happened to them."""
    if not figure.is_casualty or counted.counts_no_people(article.text, figure.end):
        return False
    if _counts_one_thing(article, figure) or _counts_animals(article, figure):
        return False
    if _counts_stolen_things(article, figure):
        return False
    if figure.outcome in ("killed", "killed_or_injured") and tells_of_theft_alone(article.text):
        return False
    if figure.outcome and other_sense(article.text, figure.start, figure.end, figure.outcome):
        return False
    return not _counts_a_source(article, figure)


def _counts_animals(article: Article, figure: Figure) -> bool:
    """Return whether a number without a noun counts the animals named before it."""
    if figure.implicit:
        return False
    if figure.counted is not None:
        return figure.counted.islower() and is_animal(figure.noun)
    line = article.text[max(0, figure.start - _LONGEST_LINE) : figure.start].rpartition("\n")[2]
    if figure.outcome == "ill" and _DISEASE_OF_ANIMALS.search(line):
        return True
    return animals_counted(article.text, figure.start, figure.end) is not None


def _counts_stolen_things(article: Article, figure: Figure) -> bool:
    """Return whether a bare number of missing ones counts stolen things, and no people."""
    is_bare = figure.outcome == "missing" and figure.counted is None
    return is_bare and stolen_things_before(article, figure.start) is not None


def _counts_one_thing(article: Article, figure: Figure) -> bool:
    """Return whether "a" or "one" comes before an animal or a thing: "a dog was killed"."""
    if figure.text.lower() not in ("a", "an", "another", "one"):
        return False
    return counted.counts_one_thing(article.text, figure.end)


def _counts_a_source(article: Article, figure: Figure) -> bool:
    """Return whether the counted people are a source, not said to have been harmed."""
    if figure.implicit:
        return False
    sources = article.contents.with_source_at(figure.start)
    if not attributed.starts_source(article.text, sources, figure.start):
        return False
    if outcome_near(article.text, figure.start, figure.end):
        return False
    if outcome_described(article.text, figure.end):
        return False
    return not is_described_as_harmed(article.text, figure.end)


def _counted(article: Article, figure: Figure) -> str | None:
    """Return the words after the number, which are right most often, or the linked ones."""
    phrase = counted.counted_people(article.text, figure.start, figure.end, figure.implicit)
    if phrase is None:
        phrase = counted.people_before(article.text, figure.start)
    if phrase is not None:
        return article.text[slice(*phrase)]
    if figure.span is None:
        return None
    candidates = linked_spans(article, figure, figure.span, "counted")
    chosen = roles.choose([candidates], roles.LEAST_PROBABILITY["counted"], article.text)
    if chosen is None or counted.PARAGRAPH.search(article.text, figure.end, chosen.start):
        return None  # "rescuers put dead at 51" and the "rescue workers" of the first sentence
    words = article.words(chosen)
    between = article.text[figure.end : max(figure.end, chosen.start)]
    if _NUMBER_AT_END.search(between) and counted.is_no_person(words.split()[-1]):
        return None  # "6,200 evacuated, 310 homes lost"
    return words


def _set_agent_and_source(article: Article, chain: Sequence[Figure]) -> None:
    """Set the agent of a chain of figures, and the source of those with one attribution."""
    sentence = article.sentences[chain[0].sentence_id]
    for group in agents.split_by_cause(article.text, sentence, chain):
        agent = shared_span(article, group, "agent")
        for figure in group:
            set_agent(article, figure, choose_agent(article, figure, agent))
    contents = article.contents.holding(chain[0].start, chain[-1].start)
    for group in attributed.split_by_source(article.text, contents, chain):
        source = shared_span(article, group, "source")
        for figure in group:
            content = article.content_at(figure.start)
            figure.attribution_id = content.attribution_id
            set_source(article, figure, choose_source(article, figure, source, content))
