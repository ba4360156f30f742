"""
Choose what the headlines of a group tell: a happening, or the topic that they share.

In: happenings as ``rank_happenings`` ranks them. Out: those that headlines tell. A happening that
only leads mention is background more often than not: a story on emails about an attack is none.
"""

from collections.abc import Sequence

from analysis.compare.events.labels.evidence import Evidence
from analysis.compare.events.labels.happening_lexicon import happening_lexicon
from analysis.compare.events.labels.headline_topics import Topic, shared_topic
from analysis.compare.events.labels.rank_happenings import printed_form
from analysis.compare.events.labels.rank_names import Name

__all__ = ["is_told", "told_beside"]

_VOTES = frozenset(("election", "primary", "by-election", "runoff", "referendum"))
_HALF = 0.5
_MUCH_MORE = 0.3  # of the headlines, that print a topic and not the happening
_FEWEST_FOR_NAMES = 3  # outlets, of which a second name is a topic


def told_beside(
    names: Sequence[Name], ranked: Sequence[str], outlets: Sequence[Evidence]
) -> tuple[str, list[str]]:
    """
    Return what a label tells beside its name.

    Parameters
    ----------
    names : sequence of Name
        The first is that of the label: "Mueller Report, report" would say nothing twice.
    ranked : sequence of str
        Happenings, best first.
    outlets : sequence of Evidence
        What each outlet of the group prints.

    Returns
    -------
    str
        A topic, as it is printed; empty where a happening is told.
    list of str
        Happenings, best first. Of harm those of leads too: "Twelve dead as bridge gives way" is of
        a collapse. One outlet alone has all of ``ranked``.
    """
    in_name = set(names[0].printed.lower().replace("-", " ").split()) if names else set()
    printed = {noun: printed_form(noun, outlets) for noun in ranked}
    nouns = [noun for noun in ranked if in_name.isdisjoint(printed[noun].split())]
    if len(outlets) == 1:
        return "", nouns
    if nouns and _tell_of_harm(outlets):
        return "", nouns
    words = [evidence.words for evidence in outlets]
    topic = shared_topic(words, in_name)
    if nouns and nouns[0] in happening_lexicon().harm:
        is_other = _share_of_headlines(nouns[0], outlets) == 0 and _is_in_all(topic)
        return (topic.printed if topic and is_other else ""), nouns
    told = _told_first(nouns, topic, outlets)
    if not told:
        return (topic.printed if topic else ""), []
    if told[0] in happening_lexicon().general:
        longer = shared_topic(words, in_name, printed[told[0]]) or _better(topic, told[0], outlets)
        if longer:
            return longer.printed, []
    return "", told


def is_told(noun: str, outlets: Sequence[Evidence]) -> bool:
    """
    Return whether a headline, or the first sentence of half of the outlets, tells a happening.

    Parameters
    ----------
    noun : str
        Key of the lexicon.
    outlets : sequence of Evidence

    Returns
    -------
    bool
        False of what is denied, feared, or only describes another word.
    """
    if any(noun in evidence.headline for evidence in outlets):
        return True
    n_told = sum(noun in evidence.first_sentence for evidence in outlets)
    return n_told >= _HALF * len(outlets)


def _told_first(nouns: list[str], topic: Topic | None, outlets: Sequence[Evidence]) -> list[str]:
    """Return happenings with those that are told first; none where the topic says more."""
    if not nouns or is_told(nouns[0].split()[-1], outlets):
        return nouns
    told = [noun for noun in nouns if is_told(noun, outlets)]
    if told[:1] == nouns[:1]:
        return told
    # A second name says less than a happening, unless that is only background.
    is_fit = bool(told) or len(outlets) < _FEWEST_FOR_NAMES or not _VOTES.isdisjoint(nouns)
    if topic and _is_in_all(topic) and not (topic.is_name and is_fit):
        return []
    told.sort(key=lambda noun: _share_of_headlines(noun, outlets) < _HALF)
    return told or nouns


def _better(topic: Topic | None, noun: str, outlets: Sequence[Evidence]) -> Topic | None:
    """Return a topic that far more headlines print than a happening that says little alone."""
    if topic is None or not (_is_in_all(topic) or " " in topic.printed):
        return None
    share = _share_of_headlines(noun, outlets)
    return topic if topic.share - share >= _MUCH_MORE else None


def _tell_of_harm(outlets: Sequence[Evidence]) -> bool:
    """Return whether half of the headlines tell that people came to harm: "Bomb kills 18"."""
    lexicon = happening_lexicon()
    harm = lexicon.harm | lexicon.outcomes
    n_telling = sum(not harm.isdisjoint(evidence.title_nouns) for evidence in outlets)
    return n_telling >= _HALF * len(outlets)


def _is_in_all(topic: Topic | None) -> bool:
    return topic is not None and topic.share == 1


def _share_of_headlines(noun: str, outlets: Sequence[Evidence]) -> float:
    return sum(noun in evidence.title_nouns for evidence in outlets) / len(outlets)
