"""
Find the subject of a verb in a tagged sentence.

In: the words of one sentence and the number of a verb. Out: the noun phrase that the verb is said
of. Times between subject and verb, asides and auxiliaries are skipped, infinitives take the subject
of the verb that they depend on, and a relative clause is about its antecedent, which is looked for
in the chain of nouns before the pronoun: of "blasts across Sri Lanka, which killed 300" the blasts.
"""

from analysis.extract.agency.bodily import can_do_harm
from analysis.extract.agency.noun_phrases import (
    AUXILIARIES,
    PREPOSITIONS,
    QUANTITIES,
    RELATIVE_PRONOUNS,
    Phrase,
    Sentence,
    Word,
    first_phrase,
    is_noun,
    left_phrase,
    simple_phrase_start,
    verb_group_start,
)
from analysis.extract.agency.party_words import is_party_word
from analysis.extract.agency.predicates import (
    VERB_REACH,
    agent_after_by,
    find_entry,
    is_cause,
    is_in_group,
    is_time,
    object_at,
)
from analysis.extract.speech_acts import speech_act_verbs

__all__ = ["agent_of_gerund", "antecedent", "before_times", "is_finite", "subject", "without_place"]

_ASIDE_MARKS = (",", "-", "–", "—", "―")
_LOCATIVES = frozenset(
    """in at on near from inside outside across around throughout over along to into beside outside
    off above under between""".split()
)
_BEFORE_TIMES = ("early", "late", "last", "this", "on", "in", "since")
_ADVERBIALS = ("fact", "turn", "addition", "total", "all")  # after "in"
_JOINTS = PREPOSITIONS | _LOCATIVES | {"against", "by", "during", "after"}
_NAMES = ("NNP", "NNPS")
_WEAPONS = frozenset("gun guns pistol rifle firearm weapon weapons knife hammer axe car".split())
_MAX_CHAIN = 5  # simple phrases before a relative pronoun


def subject(words: Sentence, index: int) -> Phrase | None:
    """
    Return the subject of the verb at word ``index``: the noun phrase on its left.

    Parameters
    ----------
    words : Sentence
    index : int

    Returns
    -------
    Phrase or None
        None also if only a time or a measure is on the left ("340 million kilometers away"). The
        subject of a relative clause is what the clause is about.
    """
    stop = verb_group_start(words, index)
    if stop == 0:
        return None
    to = next((j for j in range(stop, index) if words[j].tag == "TO"), None)
    if to is not None:
        return _subject_of_infinitive(words, to)
    earlier = before_times(words, stop)
    if not words[earlier - 1].tag.startswith("VB"):
        stop = earlier
    if words[stop - 1].tag in ("''", "``") and stop > 1:
        stop -= 1  # a subject in quotation marks, or a verb: the tree "flattened" it
    before = words[stop - 1]
    if stop > 1 and before.lower in ("help", "helps", "helped"):
        return subject(words, stop - 1)  # "helped kill the king"
    if before.tag in ("WDT", "WP") or before.lower in RELATIVE_PRONOUNS:
        return antecedent(words, stop - 1)
    if before.text in _ASIDE_MARKS or before.text == ")":
        return _named(words, _phrase_before_aside(words, stop - 1))
    if before.tag == "CC":
        return _named(words, _shared_subject(words, stop - 1))
    if before.tag == "VBG" and not _is_noun_of_harm(words, stop - 1):
        return None
    phrase = left_phrase(words, stop)
    if phrase is None or _is_second_name_of_place(words, phrase):
        return None
    return _named(words, _relative_antecedent(words, phrase.first) or phrase)


def _is_second_name_of_place(words: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is the country or state after a town: "near the city of Jos, Nigeria"."""
    town = phrase.first - 1
    if town < 1 or words[town].text != "," or words[town - 1].tag != "NNP":
        return False
    if any(word.tag not in _NAMES for word in words[slice(*phrase)]):
        return False
    first = simple_phrase_start(words, town)
    return first is not None and first > 1 and words[first - 1].tag == "IN"


def _named(words: Sentence, phrase: Phrase | None) -> Phrase | None:
    """Return a phrase; None for a measure or time."""
    if phrase is None:
        return None
    first_joint = _first_joint(words, phrase)
    head = words[first_joint - 1]
    if is_in_group(head, "measures") or (first_joint == phrase.stop and is_time(head)):
        return None
    return phrase


def _first_joint(words: Sentence, phrase: Phrase) -> int:
    """Return the number of the first preposition of a phrase; its end without one."""
    for index in range(phrase.first + 1, phrase.stop):
        if words[index].tag == "IN" and words[index].lower in _JOINTS:
            return index
    return phrase.stop


def _is_noun_of_harm(words: Sentence, index: int) -> bool:
    return find_entry(words, index, "nouns", "NN") is not None


def before_times(words: Sentence, stop: int) -> int:
    """
    Return where the times between a subject and its verb begin.

    Parameters
    ----------
    words : Sentence
    stop : int
        Number of the word after the times.

    Returns
    -------
    int
        ``stop`` if no time or "in fact" is right before it, or if nothing is left of that.
    """
    if stop > 2 and words[stop - 2].lower == "in" and words[stop - 1].lower in _ADVERBIALS:
        stop -= 2
        stop = verb_group_start(words, stop)
    while stop > 0 and is_time(words[stop - 1]):
        if words[stop - 1].text[0].islower() and not _begins_time(words[stop - 2]):
            return stop
        start = stop - 1
        while start > 0 and words[start - 1].lower in _BEFORE_TIMES:
            start -= 1
        if start == 0:
            return stop
        stop = start
    return stop


def _begins_time(word: Word) -> bool:
    """Whether a word can come before a time in small letters: "last month", "Sunday morning"."""
    return word.lower in ("last", "this") or is_time(word)


def _subject_of_infinitive(words: Sentence, to: int) -> Phrase | None:
    """Return who is to do what follows "to": the subject of the verb before it, or its object."""
    if to == 0:
        return None
    verb = to - 1
    while verb > 0 and words[verb].tag in ("RB", "RP") and words[verb - 1].tag.startswith("VB"):
        verb -= 1  # "went on to"
    if verb < to - 1:
        return subject(words, verb)
    before = words[to - 1]
    if before.lower == "used" and _is_instrument(words, to - 1):
        return None
    if before.tag.startswith("VB") or before.tag == "JJ":
        if before.tag == "VBG" and verb_group_start(words, to - 1) == to - 1:
            return agent_of_gerund(words, to - 1)
        return subject(words, to - 1)
    if not is_noun(before) or is_in_group(before, "intentions"):
        return None
    first = simple_phrase_start(words, to)
    if first is None or first == 0 or not words[first - 1].tag.startswith("VB"):
        return None
    return Phrase(first, to)


def _is_instrument(words: Sentence, used: int) -> bool:
    """Whether "used" is a participle: "the gun used to kill", but "they used to kill"."""
    if words[used].tag in ("VBN", "JJ"):
        return True
    return used > 0 and words[used - 1].lower in _WEAPONS


def agent_of_gerund(words: Sentence, index: int) -> Phrase | None:
    """
    Return who does what the gerund at word ``index`` says.

    Parameters
    ----------
    words : Sentence
    index : int

    Returns
    -------
    Phrase or None
        The noun right before it if that can do harm ("bombings targeting churches"), who is accused
        of it ("arrested a man for killing"), else the subject of the verb that it depends on. None
        if only a verb of saying is left of it.
    """
    start = verb_group_start(words, index)
    if start == 0:
        return None
    before = words[start - 1]
    if before.tag == "CC" and start == index:
        other = _other_gerund(words, start - 1)
        if other is not None:
            return agent_of_gerund(words, other)  # "killing 12 and destroying 18 trucks"
    if is_noun(before):
        near = antecedent(words, start)
        if near is not None and _does_harm(words, near):
            return near
        if is_in_group(before, "vehicles") and words[index].tag == "VBG":
            return near  # "clips of planes hitting the towers"
        if near is not None and _is_told_of(words, near.first - 1) and can_do_harm(words, near):
            return near  # "a narrative about a mob targeting strangers"
        if near is not None and is_in_group(words[near.first - 1], "senses"):
            return near  # "the video shows officers beating a student"
    if before.lower == "by":
        other = _other_gerund(words, start - 1)
        if other is not None:
            return agent_of_gerund(
                words, other
            )  # "accused the army of breaking a truce by killing"
    if before.tag == "IN" and start > 1:
        blamed = _blamed(words, start - 1)
        if blamed is not None:
            return blamed
        if before.lower in ("of", "from") and is_noun(words[start - 2]):
            # "stop hunters from killing", but "a way of killing"
            return left_phrase(words, start - 1) if before.lower == "from" else None
    is_after_saying = False
    for j in reversed(range(start)):
        if not is_finite(words, j):
            continue
        if is_in_group(words[j], "sayings"):
            is_after_saying = True
            continue
        if before.text == "," and _is_after_subordinator(words, j, start):
            return None  # "to reach those trapped when a carriage derailed, killing"
        if _is_passive(words, j) and (before.text == "," or before.tag == "CC"):
            return _doer_of_passive(words, j)
        return subject(words, j)
    if is_after_saying or words[0].tag == "VBG":
        return None
    phrase = first_phrase(words, index)
    if phrase is not None and words[phrase.stop].text in _ASIDE_MARKS[1:]:
        return None  # a dateline: "AP - Bombs exploded, killing"
    return phrase


def _is_told_of(words: Sentence, joint: int) -> bool:
    """Whether what follows word ``joint`` is the subject of a story: "about", "the tale of"."""
    if words[joint].lower == "about":
        return True
    return joint > 0 and words[joint].lower == "of" and is_in_group(words[joint - 1], "stories")


def _other_gerund(words: Sentence, conjunction: int) -> int | None:
    """Return the gerund that one after "and" is joined to; None if another verb is nearer."""
    for j in range(conjunction - 1, 0, -1):
        if words[j].tag == "VBG" and words[j - 1].tag not in ("DT", "JJ", "PRP$"):
            return j
        is_joined = j == conjunction - 1 and words[j].lower.endswith("ing")
        if is_joined and words[j - 1].tag == "IN":
            return j  # "for shooting/NN and killing"
        if is_finite(words, j):
            return None
    return None


def _is_after_subordinator(words: Sentence, verb: int, start: int) -> bool:
    """Whether a clause that the tags give no finite verb begins between two verbs."""
    return any(word.lower in ("when", "after", "where") for word in words[verb + 1 : start])


def _is_passive(words: Sentence, auxiliary: int) -> bool:
    """Whether a finite verb is the auxiliary of a passive: "was submerged"."""
    if words[auxiliary].lower not in ("was", "were", "is", "are", "been"):
        return False
    index = auxiliary + 1
    while (
        index < len(words)
        and words[index].tag in ("RB", "VBN")
        and words[index].lower in ("been", "also")
    ):
        index += 1
    return index < len(words) and words[index].tag == "VBN"


def _doer_of_passive(words: Sentence, verb: int) -> Phrase | None:
    """Return what did both the passive verb and the participle after it, if that is told."""
    agent = agent_after_by(words, verb + 1, VERB_REACH)
    if agent is not None:
        return agent
    phrase = subject(words, verb)
    if phrase is None or not _does_harm(words, phrase):
        return None
    return phrase


def _blamed(words: Sentence, preposition: int) -> Phrase | None:
    """Return who is accused, before "of" or "for": "a man accused of", "jailed a man for"."""
    before = words[preposition - 1]
    if before.tag in ("VBN", "VBD", "JJ"):
        if not _is_blaming(before):
            return None
        start = verb_group_start(words, preposition - 1)
        if start == preposition - 1 and is_noun(words[start - 1]):
            return antecedent(words, start)
        return subject(words, preposition - 1)
    first = simple_phrase_start(words, preposition)
    if first is not None and first > 1 and words[first - 1].lower == "by":
        if _is_blaming(words[first - 2]):
            return subject(words, first - 2)  # "accused by the press of"
        return None
    if first is None or first == 0 or not _is_blaming(words[first - 1]):
        return None
    return Phrase(first, preposition)


def _is_blaming(word: Word) -> bool:
    """Whether a verb accuses somebody of a deed, or judges somebody for it."""
    return is_in_group(word, "blaming") or word.lower in speech_act_verbs("judging")


def _does_harm(words: Sentence, phrase: Phrase) -> bool:
    head = words[_first_joint(words, phrase) - 1]
    last = words[phrase.stop - 1]
    if last.text.islower() and is_party_word(last):
        return True
    return is_cause(head) or is_cause(last)


def is_finite(words: Sentence, index: int) -> bool:
    """
    Whether word ``index`` is a finite verb.

    A participle tag between a noun and an object is taken for a wrong tag: "rebels targeted/VBN a
    town".
    """
    word = words[index]
    if word.tag in ("VBD", "VBZ", "VBP"):
        return True
    if word.tag != "VBN" or index == 0 or index + 1 == len(words) or not is_noun(words[index - 1]):
        return False
    after = words[index + 1]
    return after.tag in ("DT", "PRP$", "CD", "NNP") and not is_time(after)


def antecedent(words: Sentence, index: int) -> Phrase | None:
    """
    Return what a relative clause is about.

    Parameters
    ----------
    words : Sentence
    index : int
        Number of its pronoun, or of the participle that stands for the clause.

    Returns
    -------
    Phrase or None
        Of the nouns that prepositions join before the pronoun the nearest that can be meant: no
        place and no time; of things the nearest that can do harm, if one can. With the "of" that
        follows it.
    """
    is_thing = words[index].lower in ("that", "which") or words[index].tag == "VBG"
    is_person = not is_thing
    stop = index - 1 if index > 0 and words[index - 1].text in _ASIDE_MARKS else index
    is_aside = stop < index and words[index].lower in RELATIVE_PRONOUNS
    if is_aside and stop > 2 and words[stop - 1].tag == "CD" and words[stop - 2].text == ",":
        stop -= 2  # "a man, 22, who was shot"
    if is_thing:
        stop = _before_second_name(words, stop)
    chain = _chain(words, stop)
    if len(chain) > 1 and words[chain[0].stop - 1].lower in ("'s", "’s", "s"):
        del chain[0]  # "a friend of the mayor's who died"
    if not chain:
        return None
    if is_person and len(chain) > 1 and is_in_group(words[chain[1].stop - 1], "relations"):
        return _with_complements(words, chain, chain[0])  # "the mother of a man who was shot"
    meant = [part for part in chain if not _is_place_or_time(words, part)]
    causes = [part for part in meant if is_cause(words[part.stop - 1])]
    if is_person:
        meant = [part for part in meant if part not in causes] or meant
    elif causes:
        meant = causes
    if not meant:
        is_where = chain[0].first > 0 and words[chain[0].first - 1].lower in _LOCATIVES
        return None if is_where else left_phrase(words, stop)
    return _with_complements(words, chain, meant[0])


def _before_second_name(words: Sentence, stop: int) -> int:
    """Return where the country or state after a town begins: "a raid in El Paso, Texas that"."""
    first = simple_phrase_start(words, stop)
    if first is None or not _is_second_name_of_place(words, Phrase(first, stop)):
        return stop
    return first - 1


def _chain(words: Sentence, stop: int) -> list[Phrase]:
    """
    Return the simple phrases before a word that prepositions join, the nearest first.

    What "including" adds is left out: "21 people including Syrians who were killed".
    """
    chain = []
    while len(chain) < _MAX_CHAIN:
        first = simple_phrase_start(words, stop)
        if first is None and stop > 1 and is_cause(words[stop - 1]):
            first = simple_phrase_start(words, stop - 1)  # "blasts", tagged as a verb
        if first is None:
            break
        chain.append(Phrase(first, stop))
        joint = first - 1
        if joint > 0 and words[joint].lower == "including":
            chain.clear()
            stop = joint
            continue
        if joint < 1 or not _is_joint(words[joint]):
            break
        stop = joint
    return chain


def _is_joint(word: Word) -> bool:
    """Whether a word joins simple phrases to a chain."""
    if word.tag == "CC":
        return word.lower == "and"
    return word.tag in ("IN", "TO") and word.lower in _JOINTS


def _is_place_or_time(words: Sentence, part: Phrase) -> bool:
    """Whether a simple phrase is where or when: a name or time after a preposition."""
    head = words[part.stop - 1]
    if is_in_group(head, "measures") or is_time(head):
        return True
    if head.tag == "CD" and len(head.text) == len("1912") and head.text.isdigit():
        return True
    if part.first == 0 or words[part.first - 1].tag not in ("IN", "TO"):
        return False
    joint = words[part.first - 1].lower
    if joint == "of":
        # "the city of Beslan", "bombings of Sri Lankan churches"
        return head.tag in _NAMES
    return joint in _LOCATIVES and (head.tag in _NAMES or is_in_group(head, "places"))


def _with_complements(words: Sentence, chain: list[Phrase], part: Phrase) -> Phrase:
    """Return a part of a chain with its "of" phrases and the quantity that it belongs to."""
    first, stop = part
    at = chain.index(part)
    for nearer in reversed(chain[:at]):
        if words[stop].lower != "of" or nearer.first != stop + 1:
            break
        stop = nearer.stop
    for farther in chain[at + 1 :]:
        head = words[farther.stop - 1]
        is_quantity = (
            head.tag == "CD" or head.lower in QUANTITIES or is_in_group(head, "collectives")
        )
        if words[first - 1].lower != "of" or not is_quantity:
            break
        first = farther.first
    if _are_joined_names(words, chain[at : at + 2], first):
        first = chain[at + 1].first
    elif first > 1 and words[first - 1].lower == "and":
        whole = left_phrase(words, stop)
        if whole is not None and _first_joint(words, whole) >= first:
            first = whole.first
    return Phrase(first, stop)


def _are_joined_names(words: Sentence, parts: list[Phrase], first: int) -> bool:
    """Whether "and" joins two names: "Roland and Lisa Matthews"."""
    if len(parts) < 2 or first != parts[0].first or words[first - 1].lower != "and":
        return False
    return all(words[part.first].tag == "NNP" for part in parts)


def without_place(words: Sentence, phrase: Phrase | None) -> Phrase | None:
    """
    Return a phrase without the named places that follow it.

    Parameters
    ----------
    words : Sentence
    phrase : Phrase or None

    Returns
    -------
    Phrase or None
        "the explosions" of "the explosions in Sri Lanka": the doer is no place.
    """
    if phrase is None:
        return None
    for index in range(phrase.first + 1, phrase.stop - 1):
        is_joint = words[index].tag == "IN" and words[index].lower in _LOCATIVES
        if is_joint and words[phrase.stop - 1].tag in _NAMES and is_noun(words[index - 1]):
            return Phrase(phrase.first, index)
    return phrase


def _phrase_before_aside(words: Sentence, end: int) -> Phrase | None:
    """Return the phrase before an aside that ends with the mark at word ``end``."""
    owned = _owned_before_name(words, end)
    if owned is not None:
        return owned
    opening = _relative_aside_start(words, end)
    if opening is not None:
        return left_phrase(words, opening)
    for index in range(end - 1, 0, -1):
        if words[index].text in _ASIDE_MARKS or words[index].text == "(":
            return left_phrase(words, index)
    phrase = left_phrase(words, end)
    if phrase is None or phrase.first == 0:
        return phrase
    verb = phrase.first - 1
    is_verb = words[verb].tag.startswith("VB") or words[verb].lower.endswith("s")
    if is_verb or find_entry(words, verb, "verbs", "VBD") is not None:
        # "floods kill 172, injure thousands"
        return subject(words, verb) or phrase
    return phrase


def _owned_before_name(words: Sentence, end: int) -> Phrase | None:
    """Return what "whose" owns before its name: "whose mother, Ruth," or None."""
    comma = end - 1
    while comma > 0 and words[comma].tag in (*_NAMES, "CD"):
        comma -= 1
    if comma < 2 or comma == end - 1 or words[comma].text != ",":
        return None
    first = simple_phrase_start(words, comma)
    if first is None or first == 0 or words[first - 1].lower != "whose":
        return None
    return Phrase(first, comma)


def _relative_aside_start(words: Sentence, end: int) -> int | None:
    """Return the comma before the relative clause that ends at word ``end``: ", who sang, died"."""
    if words[end].text != ",":
        return None
    for index in range(end - 2, 0, -1):
        if words[index].text == "," and words[index + 1].lower in ("who", "whose", "whom", "which"):
            return index
    return None


def _shared_subject(words: Sentence, index: int) -> Phrase | None:
    """
    Return the subject that a verb after "and", word ``index``, shares with the verb before it.

    A verb with the same auxiliary is preferred: "the town is held by men who flee and is shelled".
    """
    auxiliary = words[index + 1].lower
    if auxiliary in ("is", "are", "was", "were"):
        for j in range(index - 1, 0, -1):
            if words[j].lower == auxiliary:
                return subject(words, j)
    for j in range(index - 1, 0, -1):
        if is_finite(words, j):
            is_bare = words[index + 1].tag == "VB" and words[j].tag in ("VBD", "VBZ")
            return None if is_bare else subject(words, j)  # "saw them flee and shoot"
        if words[j].tag == "VBN" and words[j - 1].lower in AUXILIARIES:
            return subject(words, j)
        if _is_wrongly_passive(words, j, index):
            return subject(words, j)
    return first_phrase(words, index)


def _is_wrongly_passive(words: Sentence, verb: int, conjunction: int) -> bool:
    """Whether a verb of harm has a wrong tag: "shot and killed", "Congo killed 12 and wounded"."""
    if not is_noun(words[verb - 1]) or find_entry(words, verb, "verbs", "VBD") is None:
        return False
    if verb == conjunction - 1:
        return True
    return words[verb].tag == "VBN" and object_at(words, verb + 1) is not None


def _is_reduced(words: Sentence, index: int, first: int) -> bool:
    """Whether a verb is a participle after its noun: "rockets fired from hills hit"."""
    if index + 1 >= first or words[index].tag not in ("VBD", "VBN"):
        return False
    if not is_noun(words[index - 1]) and not is_cause(words[index - 1]):
        return False
    if words[index].lower in AUXILIARIES or is_in_group(words[index], "sayings"):
        return False
    is_tie = words[index + 1].tag == "TO" and not words[index + 2].tag.startswith("VB")
    if words[index + 1].tag != "IN" and not is_tie:
        return False
    joints = [word for word in words[index + 1 : first] if word.tag == "IN"]
    return all(word.lower in _JOINTS - {"during", "after"} for word in joints)


def _relative_antecedent(words: Sentence, first: int) -> Phrase | None:
    """Return what a relative clause is about that ends with the phrase at ``first``."""
    index = first - 1
    if index > 0 and words[index].tag == "RP":
        index -= 1  # "who carried out the attacks"
    while index > 0 and words[index].tag == "IN" and words[index].lower != "that":
        inner = left_phrase(words, index)
        if inner is None:
            break
        index = inner.first - 1
    if index > 0 and words[index].tag == "IN" and words[index].lower == "that":
        return None  # "who maintains that 150 died"
    if index > 0 and words[index].tag == "IN" and words[index - 1].tag.startswith("VB"):
        index -= 1
    if index <= 0 or not words[index].tag.startswith("VB") or is_in_group(words[index], "sayings"):
        return None  # "the union, which says 47 workers died"
    pronoun = verb_group_start(words, index) - 1
    is_progressive = pronoun < index - 1 and words[pronoun].lower in RELATIVE_PRONOUNS
    if words[index].tag == "VBG" and (pronoun <= 0 or not is_progressive):
        # "a train carrying 160 people crashed"
        is_reduced = is_in_group(words[index], "carrying") and is_noun(words[index - 1])
        return left_phrase(words, index) if is_reduced else None
    if _is_reduced(words, index, first):
        return left_phrase(words, index) or Phrase(index - 1, index)
    if pronoun <= 0 or words[pronoun].lower not in RELATIVE_PRONOUNS:
        return None
    return antecedent(words, pronoun)
