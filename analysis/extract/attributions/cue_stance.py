"""
Say what a cue tells of the outlet's trust in its source: said, confirmed, claimed, accused, urged, believes.

In: the words of a cue, with their tags. Out: one of ``tables.STANCES``. The verbs and where their classes come from
are in ``data/lexicons/cues.toml``. Whether what was said is so, is not asked.

References
----------
.. [1] Hooper, J. (1975). On assertive predicates. In J. Kimball (ed.), Syntax and Semantics 4. Academic Press.
.. [2] Karttunen, L. (1971). Implicative verbs. Language 47(2).
.. [3] Recasens, M., Danescu-Niculescu-Mizil, C. and Jurafsky, D. (2013). Linguistic Models for Analyzing and
       Detecting Biased Language. ACL.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.core.resources import lemma

__all__ = ["cue_stance", "read_cues"]

_ORDER = re.compile(
    r"(?!(?:whether|if|what|how|why|when|where|who)\b)(?:\S+\s+){1,10}?(?:not\s+)?to\s+[a-z]+\b"
)
"""An order as content: "ministers to resign"."""


@lru_cache(maxsize=4)
def read_cues(path=None):
    """
    Read the lexicon of cues.

    Parameters
    ----------
    path : Path, optional
        None is ``data/lexicons/cues.toml``.

    Returns
    -------
    dict
        ``stances``: tuple of dictionary forms to stance; ``negation``, ``modal``, ``checking``: sets of words.

    Raises
    ------
    LexiconError
        As ``analysis.core.lexicon.load``.
    """
    groups = lexicon.load(
        path or paths.LEXICONS / "cues.toml", allowed_keys=("stance", "verbs", "phrases", "words")
    )
    stances = {}
    for group in groups.values():
        for entry in (e for key in ("verbs", "phrases", "words") for e in group.get(key, [])):
            if "stance" in group:
                stances.setdefault(tuple(entry.split()), group["stance"])
    sets = {
        name: frozenset(groups[key].get("words", []))
        for name, key in (("negation", "negation"), ("modal", "modal"))
    }
    checking = frozenset(groups["weak_when_negated"]["verbs"]) | frozenset(
        groups["weak_when_negated"]["words"]
    )
    return {"stances": stances, "checking": checking, **sets}


def cue_stance(cue, tokens=None, content=None):
    """
    Give the stance of a cue.

    Parameters
    ----------
    cue : str or None
        Its words: "could not confirm".
    tokens : list of (str, str), optional
        Its words with their Penn Treebank tags; without them every word is also tried as a verb.
    content : str, optional
        What is attributed: "asked" urges where its content is an order ("ministers to resign").

    Returns
    -------
    str
        One of ``tables.STANCES``; ``neutral`` where no word is in the lexicon. A denied cue is neutral, except
        verbs of checking, which then distance, and verbs of supposing, which still suppose; "may confirm" is neutral.

    Examples
    --------
    >>> cue_stance("claimed"), cue_stance("has accused"), cue_stance("could not confirm"), cue_stance("did not claim")
    ('distancing', 'accusing', 'distancing', 'neutral')
    """
    if not cue:
        return "neutral"
    lexicon_ = read_cues()
    words = tokens or [(w, "") for w in re.findall(r"n['’]t|[\w-]+?(?=n['’]t)|['’]?[\w-]+", cue)]
    forms = [_forms(word, tag) for word, tag in words]
    start, n, stance = _longest(forms, lexicon_["stances"])
    if stance is None:
        return "neutral"
    before = set().union(*forms[:start]) if start else set()
    if n == 1 and content and (forms[start] & {"ask", "want"}) and _ORDER.match(content):
        return "urging"
    if n == 1 and content and forms[start] & {"insist"} and content.startswith("that "):
        return "endorsing"  # "insisted that nobody was hurt" stresses; "insisted on a vote" urges
    if before & lexicon_["negation"]:
        return _denied(stance, forms[start], lexicon_)
    if stance == "endorsing" and before & lexicon_["modal"]:
        return "neutral"
    return "distancing" if forms[start] & {"unconfirmed", "unverified"} else stance


def _denied(stance, forms, lexicon_):
    if forms & lexicon_["checking"]:
        return "distancing"
    return stance if stance == "supposing" else "neutral"


def _forms(word, tag):
    """A word as it stands and its dictionary forms: by its tag, and as a verb, which is what most cues are."""
    small = word.lower().replace("’", "'")
    if not small.replace("-", "").isalpha():
        return {small}
    return {small, lemma(small, "VBD")} | ({lemma(small, tag)} if tag else set())


def _longest(forms, stances):
    """Find the longest entry among the words, then one that is not neutral, then the first."""
    found = [(0, 0, None)]
    for start in range(len(forms)):
        for n in (3, 2, 1):
            for entry in _entries(forms[start : start + n], n):
                if entry in stances:
                    found.append((start, n, stances[entry]))
    return max(found, key=lambda f: (f[1], f[2] not in (None, "neutral"), -f[0]))


def _entries(forms, n):
    entries = [()]
    for choices in forms:
        entries = [(*entry, choice) for entry in entries for choice in sorted(choices)]
    return entries if len(forms) == n else []
