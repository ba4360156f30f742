"""
Keep only doers that can do harm.

In: the words of a sentence and a clause of harm, or the agent of a figure. Out: the agent as far
as it can be one. A speech, a law or a report harms no one bodily: such an agent is left out rather
than printed as who did it.
"""

from analysis.extract.agency.bodily import can_do_harm, phrase_head
from analysis.extract.agency.noun_phrases import Phrase, Sentence, is_noun
from analysis.extract.agency.predicates import (
    Clause,
    find_entry,
    is_cause,
    is_in_group,
    is_time,
)

__all__ = ["doer_in_sentence", "with_plausible_doer"]

_PAST_TAGS = ("VBD", "VBN")
_PLACES = frozenset("in at on near inside outside under".split())
_WHEN = frozenset("when as after because where".split())
_SUFFERING = ("suffering", "sustaining", "having", "being", "contracting")


def with_plausible_doer(words: Sentence, clause: Clause) -> Clause:
    """
    Return a clause without an agent that can do no harm.

    Parameters
    ----------
    words : Sentence
    clause : Clause

    Returns
    -------
    Clause
        A passive clause that loses its agent is one without an agent. Of a headline that runs into
        the agent ("Raids Destroy Hospitals, Kill 17") only what is before its verb is kept.
    """
    if clause.agent is None:
        return clause
    agent = _before_verb(words, clause.agent)
    if agent.stop == agent.first + 1 and words[agent.first].lower in ("a", "an", "the"):
        return clause._replace(agent=None)
    head = phrase_head(words, agent)
    if words[agent.first].text[0] in "$£€" or _is_time_or_measure(words, agent):
        return clause._replace(agent=None)
    is_place = is_in_group(head, "places") and head.text == head.lower
    is_no_doer = is_place or is_in_group(head, "no_doers")
    if not is_no_doer or can_do_harm(words, agent):
        return clause._replace(agent=agent)
    if clause.construction == "passive_with_agent":
        return clause._replace(agent=None, construction="passive_agentless")
    return clause._replace(agent=None)


def _is_time_or_measure(words: Sentence, agent: Phrase) -> bool:
    """Whether an agent is a day or a measure: "early Sunday morning", "hours"."""
    last = words[agent.stop - 1]
    is_bare = all(word.tag in ("CD", "DT") for word in words[agent.first : agent.stop - 1])
    if is_bare and is_in_group(last, "measures"):
        return True  # "hours", "two days"
    return is_time(last) and not can_do_harm(words, agent)


def _before_verb(words: Sentence, phrase: Phrase) -> Phrase:
    """Return the words before a capitalised verb of harm in a phrase, or one after an adverb."""
    last = phrase.stop - 1
    is_after_adverb = last - phrase.first > 1 and words[last - 1].tag == "RB"
    if is_after_adverb and find_entry(words, last, "verbs", "VBD") is not None:
        return Phrase(phrase.first, last - 1)  # "the man allegedly shot"
    for index in range(phrase.first + 1, phrase.stop - 1):
        is_plural_cause = words[index].lower.endswith("s") and is_cause(words[index])
        is_after_cause = any(is_cause(word) for word in words[phrase.first : index])
        if is_plural_cause and is_after_cause and words[index + 1].text[0].isupper():
            return Phrase(phrase.first, index)  # "Hurricane Ivan Blasts Alabama"
        if not words[index].text[0].isupper() or words[index].lower.endswith(("ed", "ing")):
            continue
        if find_entry(words, index, "nouns", "NNS") is not None or is_cause(words[index]):
            continue
        if find_entry(words, index, "verbs", "VBD") is not None:
            return Phrase(phrase.first, index)
    return phrase


def doer_in_sentence(
    text: str,
    words: Sentence,
    agent: str,
    harm: tuple[int, str] | None = None,
) -> str | None:
    """
    Return the noun phrase in the agent of a figure, if it can have done what a clause says.

    Parameters
    ----------
    text : str
        The article.
    words : Sentence
    agent : str
        The agent of a figure in the patient of the clause.
    harm : (int, str), optional
        The first character of the word of harm, and its dictionary form. With it an agent is left
        out that belongs to another clause: who ended a siege "in which" people were killed, or the
        tree that fell on others than those who drowned.

    Returns
    -------
    str or None
        None if the agent is not in the sentence, is where somebody or something else was ("a car
        submerged in floodwaters"), or names nothing that does harm. Without a verb at its end.
    """
    start = text.find(agent, words[0].start, words[-1].end)
    if start < 0:
        return None
    inside = _words_inside(words, start, start + len(agent))
    if not inside:
        return None
    while len(inside) > 1 and words[inside[0]].tag == "IN" and not is_cause(words[inside[0]]):
        del inside[0]  # "in raids"
    first = inside[0]
    if harm is not None and _is_of_other_clause(words, Phrase(first, inside[-1] + 1), harm):
        return None
    if first > 1 and words[first - 1].lower in ("in", "under") and _is_where(words, first - 2):
        return None
    if words[first].tag in _PAST_TAGS and not is_cause(words[first]):
        return None
    if words[first].lower in _SUFFERING:
        return None
    last = words[inside[-1]]
    if len(inside) > 1 and (last.tag in _PAST_TAGS or is_in_group(last, "pasts")):
        inside.pop()  # "a tree fell"
    phrase = Phrase(first, inside[-1] + 1)
    is_of_body = any(is_in_group(word, "in_words") for word in words[slice(*phrase)])
    if is_of_body or not can_do_harm(words, phrase):
        return None  # "died of a heart attack"
    return text[words[phrase.first].start : words[phrase.stop - 1].end]


def _words_inside(words: Sentence, start: int, stop: int) -> list[int]:
    """Return the words between two characters."""
    inside = []
    for index, word in enumerate(words):
        if start <= word.start and word.end <= stop:
            inside.append(index)
    return inside


def _is_of_other_clause(words: Sentence, agent: Phrase, harm: tuple[int, str]) -> bool:
    """Whether a clause between agent and verb, or the verb itself, shows another doer."""
    start, predicate = harm
    verb = next((index for index, word in enumerate(words) if word.start == start), None)
    if verb is None:
        return False
    if predicate == "drown" and any(is_in_group(word, "dry") for word in words[slice(*agent)]):
        return True
    if agent.stop <= verb:
        return _is_before_relative(words, agent, verb)
    return _has_own_place(words, verb, agent.first)


def _is_before_relative(words: Sentence, agent: Phrase, verb: int) -> bool:
    """Whether the verb is in "in which" of something else: "ended a siege in which 17 died"."""
    if any(is_cause(word) for word in words[slice(*agent)]):
        return False
    for index in range(agent.stop + 1, verb):
        if words[index].lower == "which" and words[index - 1].tag == "IN":
            return True
    return False


def _has_own_place(words: Sentence, verb: int, agent: int) -> bool:
    """
    Whether a verb has a place of its own and another clause is nearer to the agent.

    "Two died in a car and a couple was killed when a tree fell", but "two died and a couple was
    hurt when a tree fell".
    """
    if verb + 1 >= len(words) or words[verb + 1].lower not in _PLACES:
        return False
    for when in range(agent - 1, verb, -1):
        if words[when].lower in _WHEN:
            tags = [word.tag for word in words[verb + 1 : when]]
            return "CC" in tags and "VBD" in tags[tags.index("CC") + 1 :]
    return False


def _is_where(words: Sentence, index: int) -> bool:
    """Whether a participle is of what is in harm's way: "a car submerged in floods"."""
    word = words[index]
    if word.tag != "VBN" or not is_noun(words[index - 1]):
        return False
    return find_entry(words, index, "verbs", "VBD") is None
