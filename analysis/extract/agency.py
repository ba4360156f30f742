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

from functools import cache

from analysis import lexicon, paths, tables
from analysis.extract.phrases import (
    Word,
    first_phrase,
    group_start,
    is_noun,
    left_phrase,
    phrase_text,
    right_phrase,
    subject,
)
from analysis.resources import lemma

__all__ = ["clauses", "extract_agency", "read_harm"]

_BE = frozenset("be is are was were been being am 's 're ’s ’re get gets got getting".split())
_HAVE = frozenset("has have had having 've ’ve".split())
_STOPS = {".", ":", "``", "''", "(", ")", "WDT", "WP"}
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
            words = [Word(*w) for w in zip(own["text"], own["tag"], own["start"], own["end"], strict=True)]
            for clause in clauses(texts[article_id], words):
                clause["agent"] = clause["agent"] or _agent_of(clause, agents.get((article_id, sentence_id), ()))
                clause.pop("patient_span")
                rows.append({"article_id": article_id, "sentence_id": sentence_id, **clause})
    return tables.make(rows, tables.AGENCY)


def _figure_agents(figures):
    found = {}
    named = figures[figures["agent"].notna()] if len(figures) else figures
    columns = ("article_id", "sentence_id", "start", "end", "agent")
    for article_id, sentence_id, start, end, agent in zip(*(named[c] for c in columns), strict=True):
        found.setdefault((article_id, sentence_id), []).append((start, end, agent))
    return found


def _agent_of(clause, agents):
    """Take the agent of the figure that stands in the clause's patient."""
    span = clause["patient_span"]
    return next((agent for s, e, agent in agents if span and span[0] <= s and e <= span[1]), None)


@cache
def read_harm(path=None):
    """
    Read the lexicon of harm.

    Returns
    -------
    dict of str to frozenset of tuple of str
        The words of each group, split.

    Raises
    ------
    LexiconError
        As ``analysis.lexicon.load``.
    """
    groups = lexicon.load(path or paths.LEXICONS / "harm.toml", allowed_keys=("words",))
    return {name: frozenset(tuple(w.split()) for w in group["words"]) for name, group in groups.items()}


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
        for reading in (_nominal, _intransitive, _transitive):
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


def _entry(words, i, group, tag):
    """Match an entry of the lexicon at word i, longest first; the first word by its lemma."""
    first = "wound" if words[i].low in ("wound", "wounds") else lemma(words[i].text, tag)  # not the past of "wind"
    rest = [w.low for w in words[i + 1 : i + 3]]
    return next((e for e in ((first, *rest[:n]) for n in (2, 1, 0)) if e in read_harm()[group]), None)


def _nominal(words, i):
    """Read word i as a noun of harm with one to whom, or by whom, it is done."""
    word = words[i]
    gerund = word.low.endswith("ing") and _noun_place(words, i)
    if not (word.tag in ("NN", "NNS", "NNP", "NNPS") or gerund):
        return None
    entry = _entry(words, i, "nouns", "NN" if gerund else "NNS" if word.low.endswith("s") else "NN")
    end = i + len(entry or ())
    if entry is None or end < len(words) and words[end].tag in ("NN", "NNS"):  # "death toll", "bombing campaign"
        return None
    patient, after = _nominal_patient(words, i, end, entry)
    if entry == ("loss",) and not (patient and words[patient[1] - 1].low in ("life", "lives")):
        return None
    owner = _owner(words, i)
    agent = _by(words, after)
    if (
        patient is None
        and owner is not None
        and (entry in read_harm()["among"] or words[owner[0]].tag == "PRP$" or agent)
    ):
        patient, owner = owner, None
    if patient is None or _tame(words, patient, ("strike",)):
        return None
    return entry, "nominal", agent or owner, patient


def _noun_place(words, i):
    """Whether an -ing word stands where a noun does: after a determiner or possessive, or before "of"."""
    after = i + 1 < len(words) and words[i + 1].low in ("of", "by")
    before = i > 0 and words[i - 1].tag in ("DT", "PRP$", "POS", "JJ")
    return after or before


def _nominal_patient(words, i, end, entry):
    """Look after a noun of harm for its patient, and say where the phrase ends."""
    links = {"of"} | ({"on", "upon", "against"} if entry in read_harm()["on_target"] else set())
    links |= {"among"} if entry in read_harm()["among"] else set()
    if end < len(words) and words[end].low in links:
        found = right_phrase(words, end + 1)
        if found and words[found[0]].low not in {w[0] for w in read_harm()["times"]}:
            return found, found[1]
    if (
        entry in read_harm()["among"]
        and i > 0
        and words[i - 1].tag in ("JJ", "NN", "NNS")
        and words[i - 1].low
        in ("civilian", "civilians", "child", "soldier", "militant", "military", "police", "combatant")
    ):
        return (i - 1, i), end
    return None, end


def _owner(words, i):
    """Find whose noun it is: a possessive, or a people's adjective right before it."""
    j = i
    while (
        j > 0
        and words[j - 1].tag in ("JJ", "NN", "NNS", "CD")
        and words[j - 1].tag != "POS"
        and not words[j - 1].text[:1].isupper()
    ):
        j -= 1
    if j > 0 and words[j - 1].tag == "PRP$":
        return j - 1, j
    if j > 0 and words[j - 1].tag == "POS" or j > 0 and words[j - 1].low in ("'s", "’s", "'"):
        found = left_phrase(words, j - 1)
        return found and (found[0], j)
    modifier = i - 1
    if (
        i > 0
        and words[modifier].tag in ("JJ", "NNP", "NN", "NNS")
        and (
            words[modifier].text[:1].isupper()
            or words[modifier].low
            in ("government", "rebel", "regime", "militant", "army", "coalition", "militia", "insurgent", "police")
        )
    ):
        start = modifier
        while start > 0 and words[start - 1].tag == "NNP":
            start -= 1
        return start, i
    return None


def _intransitive(words, i):
    """Read word i as a verb of dying."""
    if not _verbal(words, i):
        return None
    entry = _entry(words, i, "intransitive", "VBD")
    if entry is None or words[i].low == "dying" and i + 1 < len(words) and words[i + 1].low == "to":
        return None
    patient = subject(words, i)
    if entry in {("collapse",), ("starve",), ("drown",), ("suffocate",)} and (patient is None or _passive(words, i)):
        return None
    if entry == ("collapse",) or _attributive(words, i):
        return None
    if patient is None and words[i].tag != "VBG" or _tame(words, patient, entry):
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
    s_form = form.endswith("s") and word.tag in ("NNS", "NNPS") and not any(w.tag in _FINITE for w in words)
    plain = word.tag in ("NN", "NNP", "NNS") and form in ("die", "kill", "wound", "injure") and i > 0
    return s_form and i > 0 and is_noun(words[i - 1]) and _object(words, i + 1) is not None or plain


def _passive(words, i):
    """Whether the verb group of word i holds a form of be or get."""
    return any(words[j].low in _BE for j in range(group_start(words, i), i))


def _transitive(words, i):
    """Read word i as a verb of harm with doer and done-to."""
    if not _verbal(words, i):
        return None
    entry = _entry(words, i, "verbs", "VBD")
    if entry is None or _attributive(words, i):
        return None
    end = i + len(entry)
    agent, patient, construction = _voice(words, i, end)
    if construction is None or construction == "passive_agentless" and _no_object(words, i, entry):
        return None
    beside = end + (end < len(words) and words[end].tag == "IN")
    if any(_tame(words, phrase, entry) for phrase in (patient, agent, right_phrase(words, beside))):
        return None
    return entry, construction, agent, patient


def _no_object(words, i, entry):
    """Whether a loosely used verb is the one verb of its sentence and active without an object: "the team attacked"."""
    verbs = [w for j, w in enumerate(words) if w.tag in _FINITE and j != i]
    return (
        entry in read_harm()["loose"] and words[i].tag == "VBD" and not verbs and words[0].tag in ("DT", "PRP$", "PRP")
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
        and before.low not in ("that", "as", "while", "before", "after", "when", "by")
        or before.tag == "JJ"
    )
    return led and (words[i].tag != "VBG" or before is not None and before.tag in ("DT", "PRP$", "POS"))


def _voice(words, i, end):
    """Tell active from passive, and find doer and done-to."""
    word = words[i]
    start = group_start(words, i)
    group = {words[j].low for j in range(start, i)}
    if word.low.endswith("ing"):
        return _passive_parts(words, i, end) if "being" in group else _active_ing(words, i, end)
    finite = (
        word.tag in ("VBZ", "VBP", "VB") and not word.low.endswith("ed") or word.low.endswith("s") and word.low != "gas"
    )
    if group & _BE:
        return _passive_parts(words, i, end)
    if finite or group & _HAVE or _object(words, end) is not None and not _reduced(words, i):
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


def _object(words, start):
    """Find the object that begins at a word: a noun phrase that is no time."""
    if start < len(words) and words[start].tag in ("RB", "RP") and words[start].low not in ("at", "up", "as"):
        start += 1
    found = right_phrase(words, start)
    if found is None:
        return None
    times = {w[0] for w in read_harm()["times"]}
    if (
        words[found[0]].low in times
        or words[found[1] - 1].low in times
        or words[found[0]].low in ("last", "this", "that", "early", "late", "when")
    ):
        return None
    return found


def _active_parts(words, i, end):
    patient = _object(words, end)
    return (subject(words, i), patient, "active") if patient is not None else (None, None, None)


def _active_ing(words, i, end):
    """Read "..., killing 12" and "were killing": the doer is the subject of the clause it hangs on."""
    patient = _object(words, end)
    if patient is None:
        return None, None, None
    if any(w.low in _BE for w in words[group_start(words, i) : i]):
        return subject(words, i), patient, "active"
    for j in range(i):
        if words[j].tag in ("VBD", "VBZ", "VBP") and words[j].low not in ("said", "says", "say", "told"):
            return subject(words, j), patient, "active"
    return first_phrase(words, i), patient, "active"


def _passive_parts(words, i, end):
    """Find the patient on the left and the doer after "by"."""
    patient, agent = subject(words, i), _by(words, end, 12)
    if patient is None:
        return None, None, None
    if lemma(words[i].text, "VBD") == words[i].low and words[i].low not in ("hit", "hurt", "beat", "shot"):
        return None, None, None  # "raid" is no participle
    return agent, patient, "passive_with_agent" if agent else "passive_agentless"


def _by(words, start, reach=4):
    """Find the doer after "by", within the clause; not a time, a measure or a deed."""
    times = {w[0] for w in read_harm()["times"]}
    for j in range(start, min(start + reach, len(words) - 1)):
        if words[j].tag in _STOPS or words[j].text == "," or words[j].tag in _FINITE and words[j].tag != "VBD":
            return None
        if words[j].low == "by":
            found = right_phrase(words, j + 1)
            if found is None or words[found[1] - 1].low in times or words[found[0]].low in times:
                continue
            if (
                words[j - 1].tag in ("NN", "NNS")
                and _entry(words, j - 1, "nouns", words[j - 1].tag)
                and j - 1 >= start
                and reach > 4
            ):
                return None  # "killed in an attack by rebels": the attack is by rebels
            return found
    return None


def _tame(words, phrase, entry):
    """Whether a loosely used verb has to do with a deal, a record or the like, not with harm."""
    if phrase is None or tuple(entry) not in read_harm()["loose"]:
        return False
    heads = {lemma(w.text, w.tag if w.tag[:1] == "N" else "NN") for w in words[phrase[0] : phrase[1]]}
    return bool(heads & {w[0] for w in read_harm()["not_harm"]})
