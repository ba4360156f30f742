"""
Find clauses of harm: who does what to whom, and in which construction.

In: articles, sentences, tagged tokens and, if there are any, figures. Out: the ``agency`` table,
one row for each word of harm: ``active`` ("shells killed 12"), ``passive_with_agent`` ("12 killed
by shells"), ``passive_agentless`` ("12 were killed"), ``intransitive`` ("12 died") or ``nominal``
("the killing of 12"). The words are those of ``data/lexicons/harm.toml``. Tags and word order are
used, no parse. Acts that are denied, planned, feared, supposed or asked about are no rows, nor are
attacks in words, games or trade; what a source says happened is one. News can name or omit agents
by choosing between these constructions [1]_ [2]_; what that says about blame is left to the person
who reads the table.

References
----------
.. [1] Greene, S. and Resnik, P. (2009). More than Words: Syntactic Packaging and Implicit
       Sentiment. NAACL.
.. [2] Fowler, R. (1991). Language in the News. Routledge.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from analysis.core import tables
from analysis.core.plain_values import text_or_none
from analysis.extract.agency.bodily import is_bodily
from analysis.extract.agency.datelines import without_dateline
from analysis.extract.agency.doers import doer_in_sentence, with_plausible_doer
from analysis.extract.agency.factuality import is_asserted
from analysis.extract.agency.idioms import is_defeat, is_idiom
from analysis.extract.agency.nominalisations import nominal_clause
from analysis.extract.agency.noun_phrases import Phrase, Sentence, Word, phrase_text
from analysis.extract.agency.predicates import Clause, can_begin_entry
from analysis.extract.agency.retag import corrected_tags
from analysis.extract.agency.verb_clauses import intransitive_clause, transitive_clause
from analysis.extract.parties.agents import PartyMentions
from analysis.extract.sport import is_about_sport

__all__ = ["HarmClause", "extract_agency", "find_clauses"]


_GLUED = re.compile(r"[a-z0-9]{2}\.[A-Z][a-z]")
_LONGEST_SPEAKER = 60  # characters
_SAYS_IT = re.compile(
    r"((?:[Tt]he\s)?[A-Z][\w’'-]*(?:\s[\w’'-]+){0,4})\s"
    r"(?:said|says|claimed|claims|announced|reported)\s(?:that\s)?(?:it|they)(?:\sha[ds])?$"
)
_SentenceKey = tuple[str, int]  # article_id and sentence_id
# a figure's first character, the character after its last, its agent's words and party
_FigureAgent = tuple[int, int, str, str | None]


@dataclass(frozen=True)
class HarmClause:
    """
    A clause of harm as printed.

    Attributes
    ----------
    start, end : int
        Characters of the word of harm in the article; ``end`` is not included.
    predicate : str
        Its dictionary form.
    construction : str
        One of ``tables.CONSTRUCTIONS``.
    agent, patient : str or None
        The words for who does it and to whom; None if the clause does not say.
    agent_span, patient_span : (int, int) or None
        Characters of the agent and of the patient.
    """

    start: int
    end: int
    predicate: str
    construction: str
    agent: str | None
    patient: str | None
    agent_span: tuple[int, int] | None
    patient_span: tuple[int, int] | None


def extract_agency(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    tokens: pd.DataFrame,
    figures: pd.DataFrame,
    mentions: PartyMentions | None = None,
) -> pd.DataFrame:
    """
    Find every clause of harm.

    Parameters
    ----------
    articles, sentences, tokens : DataFrame
        The tables of those names. Not changed.
    figures : DataFrame
        The ``figures`` table; may be empty. If a clause names no agent, the agent of a figure
        inside its patient is used.
    mentions : PartyMentions, optional
        The parties of the articles; without them no agent or patient has a party.

    Returns
    -------
    DataFrame
        The ``agency`` table in reading order. ``start`` and ``end`` are those of the word of harm;
        ``agent`` and ``patient`` are null if the sentence names none. ``passive_agentless``
        describes the grammar: such a clause has an ``agent`` only if a figure has one.

    Raises
    ------
    TableError
        If the result breaks its definition.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    known = set(zip(sentences["article_id"], sentences["sentence_id"], strict=True))
    agents = _figure_agents(figures)
    rows = []
    for key, words in _words_by_sentence(tokens).items():
        if key not in known:
            continue
        article_id, sentence_id = key
        for clause in find_clauses(texts[article_id], words):
            agent = clause.agent
            agent_party = _party(mentions, article_id, clause.agent_span, as_agent=True)
            if agent is None:
                figure_agent = _agent_of_patient(clause, agents.get(key, ()))
                if figure_agent is not None:
                    agent, agent_party = figure_agent
                    harm = (clause.start, clause.predicate)
                    agent = doer_in_sentence(texts[article_id], words, agent, harm)
                    agent_party = None if agent is None else agent_party
            patient_party = _party(mentions, article_id, clause.patient_span)
            if clause.construction == "active":
                side = agent_party or _side_of_it(mentions, texts[article_id], article_id, clause)
                patient_party = _party_of_enemy(patient_party, side)
            rows.append(
                {
                    "article_id": article_id,
                    "sentence_id": sentence_id,
                    "start": clause.start,
                    "end": clause.end,
                    "predicate": clause.predicate,
                    "construction": clause.construction,
                    "agent": agent,
                    "agent_party": agent_party,
                    "patient": clause.patient,
                    "patient_party": patient_party,
                }
            )
    return tables.make(rows, tables.AGENCY)


def _party(
    mentions: PartyMentions | None,
    article_id: str,
    span: tuple[int, int] | None,
    as_agent: bool = False,
) -> str | None:
    if mentions is None or span is None:
        return None
    return mentions.label(article_id, *span, as_agent=as_agent)


def _side_of_it(
    mentions: PartyMentions | None,
    text: str,
    article_id: str,
    clause: HarmClause,
) -> str | None:
    """Return the party that "it" names in "Moscow says it killed 40 soldiers"."""
    if mentions is None or clause.agent_span is None:
        return None
    start = clause.agent_span[0]
    first = max(0, start - _LONGEST_SPEAKER)
    speaker = _SAYS_IT.search(text[first : clause.agent_span[1]])
    if speaker is None:
        return None
    return mentions.label(article_id, first + speaker.start(1), first + speaker.end(1))


def _party_of_enemy(patient_party: str | None, side: str | None) -> str | None:
    """Return the party of those whom a side harmed, unless it would be that side's own army."""
    if patient_party is None or side is None:
        return patient_party
    own_army = f"{side.partition(' (')[0]} (authorities)"
    return None if patient_party == own_army else patient_party


def _words_by_sentence(tokens: pd.DataFrame) -> dict[_SentenceKey, list[Word]]:
    """Return the words of each sentence with a word of harm, in the order of ``tokens``."""
    words: dict[_SentenceKey, list[Word]] = {}
    texts = tokens["text"].tolist()
    keys = list(zip(tokens["article_id"].tolist(), tokens["sentence_id"].tolist(), strict=True))
    harmful = {key for key, text in zip(keys, texts, strict=True) if can_begin_entry(text.lower())}
    rest = [tokens[name].tolist() for name in ("tag", "start", "end")]
    for key, *word in zip(keys, texts, *rest, strict=True):
        if key in harmful:
            words.setdefault(key, []).append(Word(*word))
    return words


def _figure_agents(figures: pd.DataFrame) -> dict[_SentenceKey, list[_FigureAgent]]:
    """Return the figures with an agent, by article and sentence."""
    named = figures.loc[figures["agent"].notna()]
    names = ("article_id", "sentence_id", "start", "end", "agent", "agent_party")
    agents: dict[_SentenceKey, list[_FigureAgent]] = {}
    for article_id, sentence_id, start, end, agent, party in zip(
        *(named[name] for name in names), strict=True
    ):
        known = text_or_none(party)
        agents.setdefault((article_id, sentence_id), []).append((start, end, agent, known))
    return agents


def _agent_of_patient(
    clause: HarmClause, agents: Iterable[_FigureAgent]
) -> tuple[str, str | None] | None:
    """Return the agent of the first figure inside the patient of a clause, and its party."""
    if clause.patient_span is None:
        return None
    patient_start, patient_end = clause.patient_span
    for start, end, agent, party in agents:
        if patient_start <= start and end <= patient_end:
            return agent, party
    return None


def find_clauses(text: str, words: Sentence) -> list[HarmClause]:
    """
    Find the clauses of harm in one sentence.

    Parameters
    ----------
    text : str
        The article.
    words : Sentence

    Returns
    -------
    list of HarmClause
        In reading order; at most one for each word.
    """
    found = []
    words = without_dateline(words)
    starts = [index for index, word in enumerate(words) if can_begin_entry(word.lower)]
    if not starts:
        return found
    words = corrected_tags(words)
    is_sport = is_about_sport(text)
    free = 0  # the first word after the noun of harm that was found last
    for index in starts:
        if index < free:
            continue  # the "strike" of an "air strike"
        clause = (
            nominal_clause(words, index)
            or intransitive_clause(words, index)
            or transitive_clause(words, index)
        )
        if clause is None:
            continue
        if _holds_glued_words(words, clause) or _is_determiner(words, clause.patient):
            continue
        if clause.agent is None and clause.patient is None:
            continue
        if is_idiom(words, index, clause) or (is_sport and is_defeat(words, index, clause)):
            continue
        if is_asserted(words, index, clause) and is_bodily(words, index, clause):
            clause = with_plausible_doer(words, clause)
            if clause.construction == "nominal":
                free = index + len(clause.entry)
            found.append(_as_printed(text, words, index, clause))
    return found


def _is_determiner(words: Sentence, phrase: Phrase | None) -> bool:
    """Whether nothing but an article was found."""
    if phrase is None or phrase.stop - phrase.first > 1:
        return False
    return words[phrase.first].lower in ("a", "an", "the")


def _holds_glued_words(words: Sentence, clause: Clause) -> bool:
    """Whether a sentence ends unseen inside a phrase of a clause: "in the back.He"."""
    for phrase in (clause.agent, clause.patient):
        if phrase is None:
            continue
        if any(_GLUED.search(word.text) for word in words[phrase.first : phrase.stop]):
            return True
    return False


def _as_printed(text: str, words: Sentence, index: int, clause: Clause) -> HarmClause:
    """Return a clause whose predicate begins at word ``index`` with its characters."""
    last = min(index + len(clause.entry), len(words)) - 1
    return HarmClause(
        start=words[index].start,
        end=words[last].end,
        predicate=" ".join(clause.entry),
        construction=clause.construction,
        agent=phrase_text(text, words, clause.agent),
        patient=phrase_text(text, words, clause.patient),
        agent_span=_span(words, clause.agent),
        patient_span=_span(words, clause.patient),
    )


def _span(words: Sentence, phrase: Phrase | None) -> tuple[int, int] | None:
    """Return the characters of a phrase; None for no phrase."""
    if phrase is None:
        return None
    return words[phrase.first].start, words[phrase.stop - 1].end
