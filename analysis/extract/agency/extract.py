"""
Say who does what to whom in clauses of harm, and how the clause is built.

In: articles, sentences, tagged tokens and, where there are any, figures. Out: the ``agency`` table, one row a word
of harm: ``active`` ("shells killed 12"), ``passive_with_agent`` ("12 killed by shells"), ``passive_agentless``
("12 were killed"), ``intransitive`` ("12 died"), ``nominal`` ("the killing of 12"). Words are those of
``data/lexicons/harm.toml``. It reads tags and the order of words, no parse; what a clause means for blame is for
the reader to say. The constructions are those by which news can name or leave out who acts [1]_ [2]_.

References
----------
.. [1] Greene, S. and Resnik, P. (2009). More than Words: Syntactic Packaging and Implicit Sentiment. NAACL.
.. [2] Fowler, R. (1991). Language in the News. Routledge.
"""

from analysis.core import tables
from analysis.core.resources import lemma
from analysis.extract.agency.nominalisations import nominal
from analysis.extract.agency.noun_phrases import (
    Word,
    first_phrase,
    group_start,
    is_noun,
    phrase_text,
    right_phrase,
    subject,
)
from analysis.extract.agency.predicates import doer, entry_at, is_tame, object_at, read_harm

__all__ = ["clauses", "extract_agency"]

_BE = frozenset("be is are was were been being am 's 're ’s ’re get gets got getting".split())
_HAVE = frozenset("has have had having 've ’ve".split())
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


def extract_agency(articles, sentences, tokens, figures):
    """
    Find every clause of harm.

    Parameters
    ----------
    articles, sentences, tokens : DataFrame
        The tables of those names. Not changed.
    figures : DataFrame
        ``figures``; where a clause names no agent and a figure that is its patient has one in the same sentence,
        that one is taken. May be empty.

    Returns
    -------
    DataFrame
        The ``agency`` table in reading order. ``start`` and ``end`` are the word of harm; ``agent`` and ``patient`` are
        null where the sentence does not name one. ``passive_agentless`` is said of the grammar: its ``agent`` is null
        unless a figure has one.

    Raises
    ------
    TableError
        If a result breaks its definition.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    known = {(k, s) for k, s in zip(sentences["article_id"], sentences["sentence_id"], strict=True)}
    agents = _figure_agents(figures)
    rows = []
    for (article_id, sentence_id), own in tokens.groupby(["article_id", "sentence_id"], sort=False):
        if (article_id, sentence_id) in known:
            words = [
                Word(*w)
                for w in zip(own["text"], own["tag"], own["start"], own["end"], strict=True)
            ]
            for clause in clauses(texts[article_id], words):
                clause["agent"] = clause["agent"] or _agent_of(
                    clause, agents.get((article_id, sentence_id), ())
                )
                clause.pop("patient_span")
                rows.append({"article_id": article_id, "sentence_id": sentence_id, **clause})
    return tables.make(rows, tables.AGENCY)


def _figure_agents(figures):
    found = {}
    named = figures[figures["agent"].notna()] if len(figures) else figures
    columns = ("article_id", "sentence_id", "start", "end", "agent")
    for article_id, sentence_id, start, end, agent in zip(
        *(named[c] for c in columns), strict=True
    ):
        found.setdefault((article_id, sentence_id), []).append((start, end, agent))
    return found


def _agent_of(clause, agents):
    """Take the agent of the figure that stands in the clause's patient."""
    span = clause["patient_span"]
    return next((agent for s, e, agent in agents if span and span[0] <= s and e <= span[1]), None)


def clauses(text, words):
    """
    Find the clauses of harm in one sentence.

    Parameters
    ----------
    text : str
        The article.
    words : list of Word

    Returns
    -------
    list of dict
        ``start``, ``end``, ``predicate``, ``construction``, ``agent``, ``patient`` and ``patient_span`` (characters).
    """
    found = []
    for i in range(len(words)):
        for reading in (nominal, _intransitive, _transitive):
            clause = reading(words, i)
            if clause is not None:
                found.append(_row(text, words, i, *clause))
                break
    return found


def _row(text, words, i, predicate, construction, agent, patient):
    last = i + len(predicate) if " " in " ".join(predicate) and construction != "nominal" else i + 1
    span = patient and (words[patient[0]].start, words[patient[1] - 1].end)
    return {
        "start": words[i].start,
        "end": words[min(last, len(words)) - 1].end,
        "predicate": " ".join(predicate),
        "construction": construction,
        "agent": phrase_text(text, words, agent),
        "patient": phrase_text(text, words, patient),
        "patient_span": span,
    }


def _intransitive(words, i):
    """Read word i as a verb of dying."""
    if not _verbal(words, i):
        return None
    entry = entry_at(words, i, "intransitive", "VBD")
    if entry is None or words[i].low == "dying" and i + 1 < len(words) and words[i + 1].low == "to":
        return None
    patient = subject(words, i)
    if entry in {("collapse",), ("starve",), ("drown",), ("suffocate",)} and (
        patient is None or _passive(words, i)
    ):
        return None
    if entry == ("collapse",) or _attributive(words, i):
        return None
    if patient is None and words[i].tag != "VBG" or is_tame(words, patient, entry):
        return None
    return entry, "intransitive", None, patient


def _verbal(words, i):
    """Whether word i can be a verb form here, whatever headlines do to its tag."""
    word = words[i]
    if word.tag.startswith("VB"):
        return True
    form = word.low
    if form.endswith("ed") or form in (
        "shot",
        "hit",
        "struck",
        "beat",
        "beaten",
        "hurt",
        "slain",
        "blown",
        "hung",
        "burnt",
    ):
        return word.tag in ("JJ", "NN", "NNP", "NNS", "RB") and (form != "hit" or word.tag == "JJ")
    s_form = (
        form.endswith("s")
        and word.tag in ("NNS", "NNPS")
        and not any(w.tag in _FINITE for w in words)
    )
    plain = (
        word.tag in ("NN", "NNP", "NNS") and form in ("die", "kill", "wound", "injure") and i > 0
    )
    return (
        s_form and i > 0 and is_noun(words[i - 1]) and object_at(words, i + 1) is not None or plain
    )


def _passive(words, i):
    """Whether the verb group of word i holds a form of be or get."""
    return any(words[j].low in _BE for j in range(group_start(words, i), i))


def _transitive(words, i):
    """Read word i as a verb of harm with doer and done-to."""
    if not _verbal(words, i):
        return None
    entry = entry_at(words, i, "verbs", "VBD")
    if entry is None or _attributive(words, i):
        return None
    end = i + len(entry)
    agent, patient, construction = _voice(words, i, end)
    if construction is None or construction == "passive_agentless" and _no_object(words, i, entry):
        return None
    beside = end + (end < len(words) and words[end].tag == "IN")
    if any(
        is_tame(words, phrase, entry) for phrase in (patient, agent, right_phrase(words, beside))
    ):
        return None
    return entry, construction, agent, patient


def _no_object(words, i, entry):
    """Whether a loosely used verb is active without an object: "the team attacked", "the bomber struck"."""
    if (
        entry not in read_harm()["loose"]
        or words[i].tag != "VBD"
        or any(w.low in _BE for w in words[group_start(words, i) : i])
    ):
        return False
    verbs = [w for j, w in enumerate(words) if w.tag in _FINITE and j != i]
    found = subject(words, i)
    led = found is not None and words[found[0]].tag in ("DT", "PRP$", "PRP")
    return led and (
        not verbs
        or entry
        in {("attack",), ("strike",), ("hit",), ("burn",), ("target",), ("raid",), ("shoot",)}
    )


def _attributive(words, i):
    """Whether a participle stands before its noun, or is a noun: "the wounded", "wounded civilians were taken"."""
    if words[i].tag not in ("VBN", "JJ", "VBD", "VBG") or i + 1 >= len(words):
        return False
    before = words[i - 1] if i else None
    if before is not None and before.low in ("those", "all", "both", "some"):
        return False
    led = (
        before is None
        or before.tag in ("DT", "PRP$", "IN", "POS")
        and before.low not in ("that", "as", "while", "before", "after", "when", "by", "since")
        or before.tag == "JJ"
    )
    return led and (
        words[i].tag != "VBG" or before is not None and before.tag in ("DT", "PRP$", "POS")
    )


def _voice(words, i, end):
    """Tell active from passive, and find doer and done-to."""
    word = words[i]
    start = group_start(words, i)
    group = {words[j].low for j in range(start, i)}
    if word.low.endswith("ing"):
        return _passive_parts(words, i, end) if "being" in group else _active_ing(words, i, end)
    finite = (
        word.tag in ("VBZ", "VBP", "VB")
        and not word.low.endswith("ed")
        or word.low.endswith("s")
        and word.low != "gas"
    )
    if group & _BE:
        return _passive_parts(words, i, end)
    if finite or group & _HAVE or object_at(words, end) is not None and not _reduced(words, i):
        return _active_parts(words, i, end)
    return _passive_parts(words, i, end)


def _reduced(words, i):
    """Whether a participle before a noun is passive all the same: "seven killed 37 injured", "killed 12 days ago"."""
    start = i + 1
    found = right_phrase(words, start)
    if found is None:
        return True
    after = words[found[1]] if found[1] < len(words) else None
    count_then_participle = (
        i > 0
        and words[i - 1].tag in ("CD", "NNP")
        and after is not None
        and after.low in ("injured", "wounded", "hurt", "killed")
    )
    return count_then_participle and words[start].tag == "CD"


def _active_parts(words, i, end):
    patient = object_at(words, end)
    return (subject(words, i), patient, "active") if patient is not None else (None, None, None)


def _active_ing(words, i, end):
    """Read "..., killing 12" and "were killing": the doer is the subject of the clause it hangs on."""
    patient = object_at(words, end)
    if patient is None:
        return None, None, None
    if any(w.low in _BE for w in words[group_start(words, i) : i]):
        return subject(words, i), patient, "active"
    for j in reversed(range(i)):
        if words[j].tag in ("VBD", "VBZ", "VBP") and words[j].low not in (
            "said",
            "says",
            "say",
            "told",
        ):
            return subject(words, j), patient, "active"
    return first_phrase(words, i), patient, "active"


def _passive_parts(words, i, end):
    """Find the patient on the left and the doer after "by"."""
    patient, agent = subject(words, i), doer(words, end, 12)
    if patient is None:
        return None, None, None
    if lemma(words[i].text, "VBD") == words[i].low and words[i].low not in (
        "hit",
        "hurt",
        "beat",
        "shot",
    ):
        return None, None, None  # "raid" is no participle
    return agent, patient, "passive_with_agent" if agent else "passive_agentless"
