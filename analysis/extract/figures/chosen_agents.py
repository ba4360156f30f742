"""
Choose who caused a casualty: who is suspected, or else the agent of the chain of figures.

In: an article, a figure and the agent that it shares with others. Out: the span of its agent; those
who help, who give the number, or who are themselves among those harmed are none.
"""

import re
from dataclasses import replace

from analysis.extract.figures import agents, refused_agents
from analysis.extract.figures.agent_words import is_helper
from analysis.extract.figures.article_context import Article
from analysis.extract.figures.linked_spans import span_by_rule
from analysis.extract.figures.patterns import HARMED
from analysis.extract.figures.record import Figure, Span
from analysis.extract.figures.speech_acts import only_speaks
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["choose_agent", "set_agent"]

# "The rebels first claimed 14 dead" tells on whose word, "the flood claimed 14 lives" what did it
_CLAIMED_AFTER = re.compile(
    rf"(?:\s+(?:first|also|now|later|then|only))*\s+(?:claim(?:s|ed|ing)?|reckon(?:s|ed|ing)?)\s+"
    rf"(?:that\s+|only\s+|about\s+)?(?:\d[\d,]*|{NUMBER})\s+(?:\w+\s+)?"
    r"(?:dead|deaths|killed|wounded|injured|casualties|fatalities)\b",
    ANY_CASE,
)


def choose_agent(article: Article, figure: Figure, shared: Span | None) -> Span | None:
    """
    Return who is suspected, or else the shared agent; those who help are none.

    Parameters
    ----------
    article : Article
    figure : Figure
    shared : Span or None
        The agent of its chain.

    Returns
    -------
    Span or None
    """
    if figure.start in article.elided:
        return None  # who gives the number did not do it
    sentence = article.sentences[figure.sentence_id]
    suspect = span_by_rule("agent", agents.suspect(article.text, sentence, figure.start))
    agent = suspect or shared
    if agent is None or (agent.start < figure.end and figure.start < agent.end):
        return None
    if _did_something_else(article, figure, agent) or _did_no_harm(article, figure, agent):
        return None
    return replace(agent, start=refused_agents.without_tag(article.text, agent.start, agent.end))


def _did_something_else(article: Article, figure: Figure, agent: Span) -> bool:
    """Return whether a supposed agent is told to have done something else, or is counted too."""
    text = article.text
    if refused_agents.is_other_doer(text, agent.start, figure.start, figure.outcome):
        return True
    if refused_agents.is_counter(text, agent.start, agent.end):
        return True
    # "82 gunmen, 154 civilians": the gunmen are among those who were harmed
    is_counted = any(number.start == agent.start for number in article.numbers)
    return is_counted and not refused_agents.harms(text, (agent.start, agent.end), figure.start)


def _did_no_harm(article: Article, figure: Figure, agent: Span) -> bool:
    """Return whether a supposed agent helped those harmed, was one of them or told of them."""
    if figure.outcome not in (*HARMED, "ill", "bodies_found"):
        return False
    text = article.text
    return (
        refused_agents.is_joined(text, agent.end, figure.start)
        or refused_agents.is_of_toll(text, agent.start, agent.end)
        or is_helper(article.words(agent))
        or _CLAIMED_AFTER.match(text, _end_of_name(article, agent)) is not None
        or only_speaks(text, agent.end, figure.start)
        or refused_agents.acts_otherwise(text, agent.end, figure.start, figure.end)
        or refused_agents.is_of_other_side(text, (agent.start, agent.end), figure.start)
        or refused_agents.is_only_before(text, agent.start, agent.end)
    )


def _end_of_name(article: Article, agent: Span) -> int:
    """Return where the words for an agent end, without an adverb that the tagger joined to them."""
    return agent.start + len(article.words(agent).removesuffix(" first"))


def set_agent(article: Article, figure: Figure, span: Span | None) -> None:
    """
    Set the agent of a figure, if there is one.

    Parameters
    ----------
    article : Article
    figure : Figure
        Changed in place.
    span : Span or None
    """
    if span is not None:
        figure.agent = article.words(span)
        figure.agent_start, figure.agent_end = span.start, span.end
