"""
Tell acts that a sentence asserts from those that it denies, plans, fears, asks about or supposes.

In: the tagged words of a sentence and a clause of harm. Out: whether the clause is stated as a
fact. "Threatened to kill", "could hit", "no one was hurt", "if they attack" and "plans for an
attack" are none; "managed to kill", "went on to kill" and "is said to have killed" are. What a
source says is a statement like any other: whose words it is, is told by the ``attributions`` table.
The classes follow FactBank [1]_, those of verbs before an infinitive the implicative verbs [2]_.

References
----------
.. [1] Saurí, R. and Pustejovsky, J. (2009). FactBank: a corpus annotated with event factuality.
       Language Resources and Evaluation 43.
.. [2] Karttunen, L. (1971). Implicative Verbs. Language 47.
"""

from analysis.core.resources import lemma
from analysis.extract.agency.noun_phrases import (
    AUXILIARIES,
    RELATIVE_PRONOUNS,
    Phrase,
    Sentence,
    Word,
    is_noun,
    simple_phrase_start,
    verb_group_start,
)
from analysis.extract.agency.predicates import (
    FINITE_TAGS,
    Clause,
    is_in_group,
    is_time,
    read_harm_lexicon,
)

__all__ = ["is_asserted"]

_MODALS = frozenset(
    "will would could may might can ca wo must shall should 'll ’ll ought cannot".split()
)
_NEGATIONS = frozenset("not n't n’t never neither nor hardly barely".split())
_ALMOST = ("nearly", "almost", "narrowly")  # "almost killed", not "almost completely destroyed"
_AFTER_NOT = ("only", "just", "merely", "simply")  # "not only killed but"
_NO = frozenset("no none nobody nothing neither zero".split())
_NOT_LESS = ("fewer", "less", "doubt")  # "no fewer than 12"
_CONDITIONS = frozenset("if unless whether lest".split())
_CLAUSE_MARKS = frozenset(", ; : – — ( ) -- ...".split())
_NO_ACT_PREPOSITIONS = frozenset("without from against than instead rather".split())
_SUBORDINATORS = frozenset("when after before while since as because until".split())
_SUBORDINATED = RELATIVE_PRONOUNS + ("whose", "whom", "where")
_QUESTION_REACH = 3  # words from the end: a question mark before a quotation mark
_SENSES = ("seen", "heard", "shown")
_FACTS = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth last latest only youngest
    oldest""".split()
)
_NOUN_REACH = 4  # words between "plans" and the attack
_MODIFIER_TAGS = ("DT", "JJ", "JJR", "JJS", "VBN", "VBD", "NN", "NNS", "NNP", "CD", "RB")
_BASE_TAGS = ("VB", "VBP")


def is_asserted(words: Sentence, index: int, clause: Clause) -> bool:
    """
    Whether a clause of harm is stated as a fact.

    Parameters
    ----------
    words : Sentence
    index : int
        Number of the word of harm.
    clause : Clause

    Returns
    -------
    bool
        False for acts that are denied, possible, planned, wanted, feared, supposed or asked about.
        True for what is reported, claimed or alleged.
    """
    if _names_nobody(words, clause.agent) or _names_nobody(words, clause.patient):
        return False
    if clause.construction == "nominal":
        return _is_noun_asserted(words, index, clause)
    is_bare = words[index].tag == "VB" and words[index].lower not in ("hit", "hurt", "beat")
    if is_bare and clause.agent is None and verb_group_start(words, index) == index:
        return False  # "either destroy him or embrace him"
    return _is_verb_asserted(words, index)


def _names_nobody(words: Sentence, phrase: Phrase | None) -> bool:
    """Whether a phrase says that there was none: "no one", "none of the crew"."""
    if phrase is None:
        return False
    first = words[phrase.first].lower
    if phrase.first > 0 and words[phrase.first - 1].lower == "not" and first in ("a", "one"):
        return True  # "not a single soldier"
    if first not in _NO and _is_after_no(words, phrase.first):
        return True
    if first not in _NO:
        return False
    following = phrase.first + 1
    return following >= len(words) or words[following].lower not in _NOT_LESS


def _is_after_no(words: Sentence, first: int) -> bool:
    """Whether "no" and a part of the same name stand before a phrase: "No South [Korean]"."""
    index = first - 1
    while index > 0 and words[index].text[0].isupper() and words[index].lower not in _NO:
        index -= 1
    return index >= 0 and index < first - 1 and words[index].lower == "no"


def _is_verb_asserted(words: Sentence, index: int) -> bool:
    start = verb_group_start(words, index)
    if not _is_group_asserted(words, index, start):
        return False
    if _is_nonfinite(words, index, start) and not _is_governor_factual(words, index, start):
        return False
    if _shares_group(words, index, start) and not _is_other_verb_asserted(words, start - 1):
        return False
    return not (_is_supposed(words, start) or _is_asked(words, index, start))


def _is_group_asserted(words: Sentence, index: int, start: int) -> bool:
    """Whether no modal, negation or bare "be" is in a verb group."""
    group = [word.lower for word in words[start:index]]
    if any(_is_modal(words, j, index) for j in range(start, index)):
        return False
    if "be" in group and "to" not in group:
        return False  # "demanded that he be shot"
    for j in range(start, index):
        after = words[j + 1].lower
        if words[j].lower in _ALMOST and j == index - 1:
            return False
        if words[j].lower in _NEGATIONS and after not in _AFTER_NOT:
            return False
    return True


def _is_modal(words: Sentence, modal: int, verb: int) -> bool:
    """Whether a word is a modal of a verb after it; "'d" is "had" before a participle."""
    word = words[modal]
    if word.lower in ("'d", "’d"):
        return words[verb].tag == "VB"
    return word.lower in _MODALS and (word.tag == "MD" or word.text.islower())


def _is_nonfinite(words: Sentence, index: int, start: int) -> bool:
    """Whether a verb is an infinitive, a gerund, a participle or a bare form."""
    group = {word.lower for word in words[start:index]}
    if "to" in group:
        return True
    return group.isdisjoint(AUXILIARIES) and words[index].tag in ("VBG", "VBN", "VB", "VBP")


def _is_governor_factual(words: Sentence, index: int, start: int) -> bool:
    """Whether what a verb without a tense of its own depends on makes it a fact."""
    if start == 0:
        # an order: "Kill the fire"; but "Killing two, the bomb went off"
        return words[index].tag != "VB" and not _is_subject(words, index)
    group = [word.lower for word in words[start:index]]
    if "to" in group:
        return _is_infinitive_factual(words, index, start + group.index("to"))
    before = words[start - 1]
    if words[index].tag in _BASE_TAGS:
        return not _is_bare_after_modal(words, start)
    if words[index].tag == "VBN":
        return before.lower != "feared" and not _is_wish(words, start)
    return _is_gerund_factual(words, start)


def _is_subject(words: Sentence, index: int) -> bool:
    """Whether a gerund at the head of a sentence is its subject: "Killing birds is a crime"."""
    if words[index].tag != "VBG":
        return False
    for word in words[index:]:
        if word.text == ",":
            return False
        if word.tag in FINITE_TAGS:
            return True
    return False


def _is_infinitive_factual(words: Sentence, index: int, to: int) -> bool:
    following = words[to + 1].lower
    if following == "have" and to + 1 < index:
        return to == 0 or not is_in_group(words[to - 1], "wishes")  # "is said to have killed"
    if to == 0:
        return False
    governor = to - 1
    while governor > 0 and words[governor].tag in ("RB", "RP"):
        governor -= 1
    if words[to - 1].lower == "only":
        return True  # "returned only to be killed"
    if _is_implicative(words[governor]):
        return _is_verb_asserted(words, governor)
    if not is_noun(words[governor]):
        return False
    first = simple_phrase_start(words, to)
    if first is None:
        return False
    is_counted = any(word.lower in _FACTS or _is_ordinal(word) for word in words[first:to])
    if is_counted and not is_time(words[to - 1]):
        return True  # "the eleventh tourist to die"
    return first > 0 and lemma(words[first - 1].text, "VB") == "use"


def _is_implicative(word: Word) -> bool:
    if word.lower == "going":
        return False
    return (lemma(word.text, "VB"),) in read_harm_lexicon()["implicatives"]


def _is_ordinal(word: Word) -> bool:
    return word.text[0].isdigit() and word.lower.endswith(("st", "nd", "rd", "th"))


def _is_bare_after_modal(words: Sentence, start: int) -> bool:
    """Whether a bare form belongs to "did", "would" or "let" before its subject."""
    first = simple_phrase_start(words, start)
    if first is None or first == 0:
        return False
    before = words[first - 1]
    return before.lower in _MODALS or before.lower in ("let", "lets")


def _is_wish(words: Sentence, start: int) -> bool:
    """Whether a participle says what somebody wants: "wanted him killed", "ordered them shot"."""
    first = simple_phrase_start(words, start)
    return first is not None and first > 0 and is_in_group(words[first - 1], "wishes")


def _is_gerund_factual(words: Sentence, start: int) -> bool:
    before = words[start - 1]
    if before.lower in _NO_ACT_PREPOSITIONS:
        return False
    if before.tag.startswith("VB") and _is_negated(words, start - 1):
        return False  # "has never admitted killing"
    if before.lower == "of" and start > 2 and words[start - 2].lower == "guilty":
        return words[start - 3].lower not in _NEGATIONS
    if (
        (before.lower == "about" and not is_in_group(words[start - 2], "boasts"))
        or before.tag == "JJ"
        and before.lower == "worth"
    ):
        return False
    governor = start - 2 if before.tag in ("IN", "TO") else start - 1
    if governor >= 0 and _is_no_fact(words[governor]):
        return False
    if before.lower == "of" and _is_acquitted(words, start - 1):
        return False
    if before.tag not in ("IN", "TO") or before.lower in ("by", "of"):
        return not _is_main_verb_modal(words, start)
    return True


def _is_negated(words: Sentence, index: int) -> bool:
    """Whether the group of the verb at word ``index`` holds "not" or "never"."""
    return any(word.lower in _NEGATIONS for word in words[verb_group_start(words, index) : index])


def _is_acquitted(words: Sentence, of: int) -> bool:
    """Whether the object before "of" did not do it: "acquitted him of killing"."""
    first = simple_phrase_start(words, of)
    return first is not None and first > 0 and _is_no_fact(words[first - 1])


def _is_no_fact(word: Word) -> bool:
    """Whether what follows a word need not have happened: "plan", "risk", "consider", "avoid"."""
    entries = read_harm_lexicon()["no_facts"]
    return (lemma(word.text, "NNS"),) in entries or (lemma(word.text, "VBD"),) in entries


def _is_main_verb_modal(words: Sentence, start: int) -> bool:
    """Whether the verb before a participle is only possible: "a bomb could go off, killing"."""
    for j in range(start - 1, -1, -1):
        if words[j].tag.startswith("VB") and words[j].tag not in ("VBN", "VBG"):
            if words[j + 1].lower in _SENSES:
                return False  # "a car can be seen driving on, hitting"
            return any(_is_modal(words, k, j) for k in range(verb_group_start(words, j), j))
    return False


def _shares_group(words: Sentence, index: int, start: int) -> bool:
    """Whether a verb after "and" has no auxiliary or subject of its own."""
    if start == 0 or words[start - 1].tag != "CC":
        return False
    return words[index].tag in ("VB", "VBP", "VBN", "VBD", "VBG")


def _is_other_verb_asserted(words: Sentence, conjunction: int) -> bool:
    """Whether the verb that one after "and" is joined to is a fact: not "could hit and kill"."""
    verb = words[conjunction + 1 :]
    form = next((word.tag for word in verb if word.tag.startswith("VB")), "")
    for j in range(conjunction - 1, -1, -1):
        if not words[j].tag.startswith("VB") or words[j].lower in AUXILIARIES:
            continue
        start = verb_group_start(words, j)
        is_same_form = words[j].tag == form or {words[j].tag, form} <= {"VBN", "VBD"}
        if not is_same_form and not {words[j].tag, form} <= {"VB", "VBP"}:
            return True
        if _is_supposed(words, start):
            return False  # "if he came and killed"
        if words[j].tag == "VBD":
            return True  # "never woke up and later died"
        return _is_group_asserted(words, j, start) and (
            "to" not in {word.lower for word in words[start:j]}
            or _is_governor_factual(words, j, start)
        )
    return True


def _is_supposed(words: Sentence, start: int) -> bool:
    """Whether a clause is a condition, or what somebody denies or hopes."""
    is_same_clause = True  # false left of a comma or of a relative pronoun
    for j in range(start - 1, -1, -1):
        word = words[j]
        if word.lower in _CONDITIONS or _is_event_supposed(words, j):
            return True
        if is_same_clause and _is_denied_evidence(words, j):
            return True
        is_relative = j > 0 and words[j - 1].lower in _SUBORDINATED
        if word.lower == "that" or (word.tag in FINITE_TAGS and not is_relative):
            governor = j - 1 if word.lower == "that" and j > 0 else j
            return is_same_clause and _is_denied(words, governor)
        if word.tag in ("VBN", "VBG") and is_same_clause:
            return _is_denied(words, j)
        if word.text in _CLAUSE_MARKS or word.lower in RELATIVE_PRONOUNS:
            is_same_clause = False
    return False


def _is_event_supposed(words: Sentence, index: int) -> bool:
    """Whether "in the event" or "in case" ends at word ``index``."""
    if words[index].lower == "case":
        return index > 0 and words[index - 1].lower == "in"
    return words[index].lower == "event" and index > 1 and words[index - 2].lower == "in"


def _is_denied(words: Sentence, index: int) -> bool:
    """Whether word ``index`` governs what is denied or hoped: "denied that", "no evidence that"."""
    return is_in_group(words[index], "denials") or _is_denied_evidence(words, index)


def _is_denied_evidence(words: Sentence, index: int) -> bool:
    """Whether word ``index`` is evidence that there is not: "no sign of"."""
    if not is_in_group(words[index], "evidence"):
        return False
    before = words[max(0, index - _NOUN_REACH) : index]
    return any(word.lower in ("no", "not", "n't", "never", "little", "without") for word in before)


def _is_asked(words: Sentence, index: int, start: int) -> bool:
    """Whether a verb is what a question asks about, not what it takes for granted."""
    if not any(word.text == "?" for word in words[-_QUESTION_REACH:]):
        return False
    if words[index].tag in ("VBN", "VBG") and start == index:
        return False  # "the families of those killed"
    if any(word.text == "?" for word in words[:index]):
        return False
    before = words[1:start]
    return not any(word.lower in _SUBORDINATORS or word.lower in _SUBORDINATED for word in before)


def _is_noun_asserted(words: Sentence, index: int, clause: Clause) -> bool:
    """Whether a noun of harm is one that happened: no threat, plan or risk of it, not "any"."""
    if _is_main_verb_of_noun_modal(words, index, clause):
        return False
    is_inside = True
    for j in range(index - 1, max(-1, index - 1 - _NOUN_REACH), -1):
        word = words[j]
        if is_in_group(word, "preventions") or _is_denied_evidence(words, j):
            return False
        is_inside = is_inside and word.tag in _MODIFIER_TAGS
        if is_inside and (is_in_group(word, "unreal") or word.lower in ("any", "no")):
            return False
        if word.lower in ("be", "been") and _is_existential(
            words, j
        ):  # "there would not have been an attack on"
            return _is_group_asserted(words, j, verb_group_start(words, j))
        if word.text in _CLAUSE_MARKS or word.tag in ("CC", "WDT", "WP", *FINITE_TAGS):
            return True
    return True


def _is_existential(words: Sentence, index: int) -> bool:
    start = verb_group_start(words, index)
    return start > 0 and words[start - 1].lower == "there"


def _is_main_verb_of_noun_modal(words: Sentence, index: int, clause: Clause) -> bool:
    """Whether a clause begins with "an attack" that "would" do something."""
    if clause.patient is None:
        return False
    stop = max(clause.patient.stop, index + 1)
    if stop >= len(words) or words[stop].lower not in ("would", "could", "might"):
        return False
    return any(word.lower in ("a", "an", "another") for word in words[max(0, index - 3) : index])
