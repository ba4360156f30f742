"""
Say what kind a source is, whether it is left unnamed, and what its cue says of the outlet's trust.

In: the words of a source or cue. Out: a ``source_type``, a truth value, a ``cue_stance``. Word lists with their
origins are ``data/lexicons/sources.toml`` and ``data/lexicons/cues.toml``. Who "he" or "the group" is, is decided
in ``analysis.extract.coreference``; whether a source tells the truth, nowhere.

References
----------
.. [1] Hooper, J. (1975). On assertive predicates. In J. Kimball (ed.), Syntax and Semantics 4. Academic Press.
.. [2] Karttunen, L. (1971). Implicative verbs. Language 47(2).
.. [3] Recasens, M., Danescu-Niculescu-Mizil, C. and Jurafsky, D. (2013). Linguistic Models for Analyzing and
       Detecting Biased Language. ACL.
"""

import re
from functools import lru_cache

from analysis import lexicon, paths
from analysis.resources import lemma

__all__ = [
    "carrier",
    "cue_stance",
    "is_anonymous",
    "is_country",
    "read_cues",
    "read_sources",
    "source_type",
    "type_matches",
]

# "Hamas-run", "government-held", "pro-Damascus": these words say whose side, not who speaks
_SIDE = re.compile(
    r"\b(?:[\w.’']+-(?:run|led|linked|backed|held|controlled|affiliated|aligned|allied|owned|funded|"
    r"based|dominated)|(?:pro|anti|former|ex)-[\w-]+|that is affiliated .*)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s*,?\s*\b(?:who|which|that|whose|whom|where|when)\b.*", re.IGNORECASE | re.DOTALL)
_SMALL = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|their|his|her|our|my|another|other|both|all)\s+", re.IGNORECASE
)
_CAPITAL = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]*|(?:al|el|an|ash|ad|as|at)-[A-Z][\w’'-]*)")
_MEDIA_NOUN = r"(?:[Nn]ews [Aa]gency|[Pp]ress [Aa]gency|TV|[Tt]elevision|[Rr]adio|[Nn]ewspaper|[Mm]agazine|[Ww]ebsite)"


@lru_cache(maxsize=4)
def read_sources(path=None):
    """
    Read the lexicon of sources.

    Parameters
    ----------
    path : Path, optional
        None is ``data/lexicons/sources.toml``.

    Returns
    -------
    dict of str to dict
        Each group with ``type``, ``rank`` and the compiled ``pattern`` of its words.

    Raises
    ------
    LexiconError
        As ``analysis.lexicon.load``.
    """
    groups = lexicon.load(path or paths.LEXICONS / "sources.toml", allowed_keys=("type", "rank", "words", "patterns"))
    return {
        name: {"type": g["type"], "rank": g["rank"], "pattern": _pattern(g["words"], g.get("patterns", []))}
        for name, g in groups.items()
    }


def _pattern(words, patterns):
    """Compile words, longest first; words in capitals match in capitals only, and patterns as they are written."""
    words = sorted(words, key=len, reverse=True)
    exact = [re.escape(w) for w in words if w.isupper()]
    free = [re.escape(w).replace(r"\ ", r"\s+") for w in words if not w.isupper()]
    parts = [f"(?i:{'|'.join(free)})"] if free else []
    parts += [f"(?:{'|'.join([*patterns, *exact])})"] if exact or patterns else []
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?:['’]?s|['’])?(?![\w-])")


@lru_cache(maxsize=50_000)
def type_matches(words):
    """
    List the words of a source that tell its type.

    Parameters
    ----------
    words : str

    Returns
    -------
    tuple of (str, int, int, int)
        Type, rank, start and end in ``words``; of overlapping matches only the longest, in reading order.

    Examples
    --------
    >>> type_matches("the health ministry")
    (('health_authority', 3, 4, 19),)
    """
    clear = _SIDE.sub(lambda m: " " * len(m[0]), _RELATIVE.sub(lambda m: " " * len(m[0]), words))
    found = []
    for name, group in read_sources().items():
        if group["rank"] and name != "countries":
            found += [(group["type"], group["rank"], *m.span()) for m in group["pattern"].finditer(clear)]
    found.sort(key=lambda f: (f[2] - f[3], -f[1], f[2]))
    kept = []
    for match in found:
        if all(match[3] <= k[2] or k[3] <= match[2] for k in kept):
            kept.append(match)
    return tuple(sorted(kept, key=lambda f: f[2]))


@lru_cache(maxsize=50_000)
def is_country(words):
    """Whether words name states and nothing else."""
    rest = read_sources()["countries"]["pattern"].sub("", _SMALL.sub("", words))
    return rest != words and not re.sub(r"\b(?:and|another|ally|the|or|both)\b|\W", "", rest)


def _best(words):
    """Give type and rank of the words' most telling match; (None, 0) where nothing matches."""
    if not words:
        return None, 0
    if is_country(words):
        return "state_official", 3
    matches = type_matches(words)
    if not matches:
        return None, 0
    kind, rank, _, _ = max(matches, key=lambda m: m[1])
    return kind, rank


@lru_cache(maxsize=50_000)
def source_type(words, name=None):
    """
    Give the type of a source.

    Parameters
    ----------
    words : str or None
        The words that name it in this attribution: "the ministry", "he"; None where none stand in the text.
    name : str, optional
        What it is called elsewhere in the article: "the Gaza health ministry".

    Returns
    -------
    str
        One of ``tables.SOURCE_TYPES``. ``unnamed`` where no words stand there, ``other`` where nothing is known.

    Examples
    --------
    >>> source_type("a spokesman for the interior ministry"), source_type("he", "Dr Lena Orlova, a surgeon")
    ('state_official', 'health_authority')
    """
    if not words:
        return "unnamed"
    kind, rank = _best(words)
    if rank < 3 and name and name != words:
        other, other_rank = _best(name)
        kind, rank = (other, other_rank) if other_rank > rank or other_rank == rank == 1 else (kind, rank)
    return kind or "other"


def is_anonymous(words):
    """
    Tell whether a source is left without a name.

    Parameters
    ----------
    words : str or None
        Its words, or the fullest name that the article gives it.

    Returns
    -------
    bool
        True for "activists", "a US official", "sources at the ministry" and where there is no source; False for
        persons with names and for institutions, which can be asked.

    Examples
    --------
    >>> is_anonymous("two US officials"), is_anonymous("activist Omar Haddad"), is_anonymous("the ministry")
    (True, False, False)
    """
    if not words:
        return True
    groups = read_sources()
    if groups["anonymity"]["pattern"].search(words):
        return True
    head = re.split(
        r"\s(?:at|in|of|from|inside|with|within|near|for|on|close to|who|which|that|based)\s|,", words, maxsplit=1
    )[0]
    person = list(groups["unnamed_people"]["pattern"].finditer(head))
    return bool(person) and not _named_person(words, head, person[-1])


def _named_person(words, head, person):
    """Whether a personal name stands after the noun ("activist Omar Haddad") or before it, with a comma or article."""
    after = head[person.end() :].strip()
    if _CAPITAL.match(after) and not is_country(after):
        return True
    known = re.split(r"\b(?:identified as|named|called|known as)\s", words)
    before = re.match(
        r"((?:[A-Z][\w.’'-]*|al-\w+)(?:\s+(?:[A-Z][\w.’'-]*|al-\w+))+)\s*(?:,|\ba\b|\ban\b|\bthe\b|\()", words
    )
    return len(known) > 1 or bool(before) and person.start() > before.end(1)


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
        As ``analysis.lexicon.load``.
    """
    groups = lexicon.load(path or paths.LEXICONS / "cues.toml", allowed_keys=("stance", "verbs", "phrases", "words"))
    stances = {}
    for group in groups.values():
        for entry in (e for key in ("verbs", "phrases", "words") for e in group.get(key, [])):
            if "stance" in group:
                stances.setdefault(tuple(entry.split()), group["stance"])
    sets = {
        name: frozenset(groups[key].get("words", [])) for name, key in (("negation", "negation"), ("modal", "modal"))
    }
    checking = frozenset(groups["weak_when_negated"]["verbs"]) | frozenset(groups["weak_when_negated"]["words"])
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
    if forms[start] & {"ask"} and n == 1 and content and re.match(r"(?:\S+\s+){1,6}?(?:not\s+)?to\s+[a-z]+\b", content):
        return "urging"
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


def carrier(text, taken):
    """
    Name the outlet that relays a source: SANA in "the ministry said, SANA reported".

    Parameters
    ----------
    text : str
        The sentence of the cue.
    taken : list of (int, int)
        Characters in ``text`` that are source or content; an outlet in there relays nothing.

    Returns
    -------
    str or None
        The first outlet or agency named outside of them, as printed; None if there is none.
    """
    names = read_sources()["media_names"]["pattern"]
    agency = re.compile(rf"(?:[A-Z][\w.’'-]+\s+){{1,4}}{_MEDIA_NOUN}\b")
    for match in sorted([*agency.finditer(text), *names.finditer(text)], key=lambda m: (m.start(), -m.end())):
        if all(match.end() <= s or e <= match.start() for s, e in taken):
            return match[0]
    return None
