"""
Correct tags that headlines and irregular verbs mislead.

In: the tagged words of one sentence. Out: the same words with better tags. A headline in capitals
("Health Ministry Says 21 Killed") makes names of its verbs; it is tagged again in small letters,
and only the verbs of that second reading are taken. An irregular past ("drew") is no noun.
"""

import re

from analysis.core.tagging import row_tagger
from analysis.extract.agency.bodily import can_do_harm, is_living
from analysis.extract.agency.noun_phrases import AUXILIARIES, Phrase, Sentence, Word
from analysis.extract.agency.party_words import is_party_word
from analysis.extract.agency.predicates import find_entry, is_cause, is_in_group, is_time

__all__ = ["corrected_tags"]

_SHORTEST_HEADLINE = 4  # words
_LONGEST_SMALL_WORD = 4  # letters of a word that a headline may print in small letters
_NAME_TAGS = ("NNP", "NNPS", "NN", "NNS", "JJ")
_NOT_PAST = ("NN", "JJ", "RB", "NNP", "VBN")
_BEFORE_NOUN = ("NN", "NNS", "NNP", "JJ", "PRP$", "DT", "POS")
_BEFORE_PERSON = ("DT", "JJ", "NN", "NNP", "CD", "PRP$")
_AFTER_PERSON = ("TO", "VBD", "VBZ", "MD", "IN", "CC", "VBG", ".", ",")
_SENTENCE_ENDS = (".", "?", "!")
# plurals that come before the names of what they are
_BEFORE_NAMES = frozenset(
    """groups forces units members leaders brothers sisters towns cities villages districts states
    countries parties teams brands companies papers actors singers stars giants rivals partners
    twins sponsors suburbs provinces islands networks allies clubs""".split()
)
# plurals that before a counted noun and its verb are verbs of saying
_BEFORE_CLAIMED = ("about", "over", "that", "at")
_CLAIMS = frozenset("claims alleges estimates reports counts insists states".split())
_OFTEN_WRONG = frozenset((*_NOT_PAST, "IN", "VBZ", "JJR", "VBG", "VB", "NNS"))
_LETTERS = re.compile(r"[^\W\d_]")


def corrected_tags(words: Sentence) -> Sentence:
    """
    Return the words of a sentence with verbs where capitals or rare forms hid them.

    Parameters
    ----------
    words : Sentence

    Returns
    -------
    Sentence
        ``words`` itself if nothing is to be corrected.
    """
    tags = [word.tag for word in words]
    for first, stop in _headlines(words):
        printed = [word.lower for word in words[first:stop]]
        for index, tag in enumerate(row_tagger().tag(printed), first):
            if tags[index] not in _NAME_TAGS or is_cause(words[index]):
                continue  # "Car Bomb" is no verb
            if tag.startswith("VB"):
                tags[index] = tag
            elif tag == "NNS" and find_entry(words, index, "verbs", "VBD") is not None:
                tags[index] = "VBZ"  # "Wildfire Destroys Hotel"
    if len(words) > 2 and _is_headline_of_causes(words, tags):
        tags[:2] = ["NNS", "VBP"]
    for index, word in enumerate(words):
        if tags[index] in _OFTEN_WRONG:
            tags[index] = _better_tag(words, tags, index, word)
    if all(word.tag == tag for word, tag in zip(words, tags, strict=True)):
        return words
    return [word._replace(tag=tag) for word, tag in zip(words, tags, strict=True)]


def _is_noun_form(word: Word) -> bool:
    return is_cause(word) or is_in_group(word, "property")


def _is_person_noun(words: Sentence, index: int) -> bool:
    """Whether a word tagged as an adjective ends a phrase as its noun: "the ninth inmate to"."""
    if index == 0 or words[index - 1].tag not in _BEFORE_PERSON or not is_living(words[index]):
        return False
    return index + 1 == len(words) or words[index + 1].tag in _AFTER_PERSON


def _is_before_verb_of_harm(words: Sentence, index: int) -> bool:
    if index + 1 == len(words):
        return False
    after = words[index + 1]
    return after.tag != "NNS" and find_entry(words, index + 1, "verbs", "VBD") is not None


def _is_surname(words: Sentence, tags: list[str], index: int) -> bool:
    """Whether a capital after a first name, outside a headline, shows a name: "Alton Sterling"."""
    if index < 2 or tags[index - 1] != "NNP" or not words[index].text[0].isupper():
        return False
    if find_entry(words, index, "verbs", "VBD") is not None:
        return False
    around = words[max(0, index - 4) : index + 3]
    return any(word.text.islower() and len(word.text) > 3 for word in around)


def _is_before_bare_verb(words: Sentence, index: int) -> bool:
    """Whether a verb in its base form follows: "expect them to hit", "Threaten to Destroy"."""
    if index + 1 == len(words):
        return False
    after = words[index + 1]
    if after.tag == "VB":
        return True
    entry = find_entry(words, index + 1, "verbs", "VB")
    is_noun_too = find_entry(words, index + 1, "nouns", "NN") is not None
    return after.tag == "NNP" and entry == (after.lower,) and not is_noun_too


def _is_before_charge(words: Sentence, index: int) -> bool:
    if not words[index].lower.endswith("ed") or index + 1 == len(words):
        return False
    return words[index + 1].lower in ("of", "for", "with")


def _is_headline_of_causes(words: Sentence, tags: list[str]) -> bool:
    """Whether a sentence begins with plural causes and a bare verb: "Tornadoes Rip Through"."""
    if not words[0].lower.endswith("s") or not is_cause(words[0]) or is_cause(words[1]):
        return False
    if tags[1] not in ("NN", "NNP", "JJ", "VB", "VBP") or words[1].lower.endswith("s"):
        return False
    return tags[2] in ("IN", "DT", "RB", "RP", "CD") or words[2].text[0].isupper()


def _better_tag(words: Sentence, tags: list[str], index: int, word: Word) -> str:
    """Return the tag of a word that is often tagged wrong, better if a rule knows better."""
    tag = tags[index]
    if word.text == "IS" and not words[index - 1].text.isupper():
        return "NNP"  # "by IS militants"
    if tag == "VB" and _is_cause_at_head(words, index):
        return "NN"  # "Bomb at market kills 19"
    if tag == "NNS" and _is_verb_of_headline(words, tags, index):
        return "VBZ"
    if tag == "NNS" and _claims_clause(words, tags, index):
        return "VBZ"
    if tag in ("VB", "NNS"):
        return tag
    if tag == "VBN" and word.lower == "opened" and _is_before(words, index, "fire"):
        return "VBD"
    if tag == "VBG" and _is_surname(words, tags, index):
        return "NNP"
    if tag == "IN" and word.lower == "to" and _is_before_bare_verb(words, index):
        return "TO"
    if tag in ("NN", "JJ") and is_in_group(word, "blaming") and _is_before_charge(words, index):
        return "VBN"  # "a student accused of"
    if tag in ("JJ", "JJR") and _is_person_noun(words, index):
        return "NN"
    if tag in _NOT_PAST and is_in_group(word, "pasts"):
        return "VBD"
    if tag not in ("RB", "IN", "VBZ") or index == 0 or tags[index - 1] not in _BEFORE_NOUN:
        return tag
    if not _is_noun_form(word):
        return tag
    if tag != "VBZ":
        return "NN"  # "his mobile home", "a measles outbreak"
    if _is_before_verb_of_harm(words, index):
        return "NNS"  # "air strikes killed"
    return tag


def _is_before(words: Sentence, index: int, form: str) -> bool:
    return index + 1 < len(words) and words[index + 1].lower == form


def _is_cause_at_head(words: Sentence, index: int) -> bool:
    """Whether a cause begins the sentence and goes on with where it was."""
    return index == 0 and is_cause(words[index]) and len(words) > 1 and words[1].tag == "IN"


def _is_verb_of_headline(words: Sentence, tags: list[str], index: int) -> bool:
    """Whether a plural between two nouns is a verb: "bizman escapes Mogadishu siege"."""
    word = words[index]
    if index == 0 or index + 1 == len(words):
        return False
    if tags[index - 1] not in ("NN", "NNP") or tags[index + 1] != "NNP":
        return False
    if not word.text.islower() or is_time(words[index + 1]):
        return False
    if word.lower in _BEFORE_NAMES or can_do_harm(words, Phrase(index, index + 1)):
        return False  # "terror groups Hamas and"
    return not (is_living(word) or is_party_word(word))


def _claims_clause(words: Sentence, tags: list[str], index: int) -> bool:
    """Whether a plural is the verb before a clause: "the group claims 98 people were killed"."""
    if not 0 < index < len(words) - 1 or words[index].lower not in _CLAIMS:
        return False
    if tags[index - 1] not in ("NN", "NNP", "NNPS"):
        return False
    is_joined = tags[index + 1] in ("IN", "CC")
    if is_joined and words[index + 1].lower not in _BEFORE_CLAIMED:
        return False  # "claims of 98 firms"
    if not any(tag == "CD" for tag in tags[index + 1 : index + 4]):
        return False
    following = slice(index + 1, index + 10)
    for word, tag in zip(words[following], tags[following], strict=True):
        if tag in (",", ".", ":", "WP", "WDT"):
            return False
        if tag in ("VBD", "VBP", "VBZ") or word.lower in AUXILIARIES:
            return True
    return False


def _headlines(words: Sentence) -> list[tuple[int, int]]:
    """Return the runs of capitalised words at the start of a sentence that can be headlines."""
    runs = []
    for first, word in enumerate(words):
        if first > 0 and words[first - 1].text not in _SENTENCE_ENDS:
            continue
        if not _can_be_in_headline(word):
            continue
        stop = first + 1
        while stop < len(words) and _can_be_in_headline(words[stop]):
            stop += 1
        if _is_headline(words[first:stop]):
            runs.append((first, stop))
    return runs


def _can_be_in_headline(word: Word) -> bool:
    letter = _LETTERS.search(word.text)
    if letter is None:
        return word.text not in _SENTENCE_ENDS
    return letter.group().isupper() or len(word.text) <= _LONGEST_SMALL_WORD


def _is_headline(words: Sentence) -> bool:
    """Whether a run holds few names only: enough words, most with a capital, one in five small."""
    lexical = [word for word in words if len(word.text) > _LONGEST_SMALL_WORD]
    capitals = [word for word in words if word.text[:1].isupper()]
    return len(lexical) >= _SHORTEST_HEADLINE and len(capitals) * 2 > len(words)
