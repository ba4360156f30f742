"""
Say what kind a source is, whether it is left unnamed, and which outlet relays it.

In: the words of a source. Out: a ``source_type``, a truth value, an outlet's name. Word lists with their origins are
``data/lexicons/sources.toml``. Who "he" or "the group" is, is decided in ``analysis.extract.attributions.coreference``; whether
a source tells the truth, nowhere.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths

__all__ = [
    "carrier",
    "is_anonymous",
    "is_country",
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
# a relative clause tells of others, but for what its bearer runs or what befell him
_RELATIVE = re.compile(
    r"\s*,?\s*\b(?:who(?!\s+(?:runs?|heads?|leads?|directs?|chairs?|works?|worked|commands?|edits|founded|lives?|"
    r"lived|fled|survived|escaped|saw|sells|drives|watched|was (?:injured|wounded|hurt))\b)|"
    r"which|that|whose|whom|where|when)\b.*",
    re.DOTALL,
)
# what follows tells of the source without being part of it: "a spokesman using the Arabic acronym for ..."
_AFTER = re.compile(
    r"\s(?:using|speaking|citing|quoting|talking|referring|carried|kept|seen|obtained|verified|run|published|posted|"
    r"contacted|reached|operating|working|living|based|trained|supported|backed)\s(?!group).*",
    re.DOTALL,
)
_AGE = re.compile(
    r"\b[A-ZÀ-Þ][\w’'-]+,? (?:aged )?[1-9]\d(?=$|[,;)]| (?:years?\b|of\b|from\b|who\b|a\b))"
)
_SMALL = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|their|his|her|our|my|another|other|both|all)\s+",
    re.IGNORECASE,
)
_BODY = (
    r"(?:agency|ministry|minister|council|society|union|association|office|department|committee|commission|commissioner|"
    r"organi[sz]ation|federation|fund|club|board|authority|lawyers?|attorneys?|programme|program)"
)
_SERVES = re.compile(
    rf"(?i)(?:['’]s?)?\s+(?:(?:affairs|protection|relief|rights|and|welfare)\s+){{0,2}}{_BODY}\b"
)
_SERVING = re.compile(
    rf"(?i)\b(?:{_BODY}|doctors?|medics?)\b[^,]{{0,80}}?\s(?:for|of|to|with)\s+(?:(?!and\b)[\w’'-]+\s+){{0,2}}$"
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
        As ``analysis.core.lexicon.load``.
    """
    path = path or paths.LEXICONS / "sources.toml"
    groups = lexicon.load(path, allowed_keys=("type", "rank", "words", "small", "patterns"))
    return {
        name: {"type": g["type"], "rank": g["rank"], "pattern": _pattern(g)}
        for name, g in groups.items()
    }


def _pattern(group):
    """Compile words, longest first; capitals and ``small`` match as they stand, and patterns as they are written."""
    words = sorted(group["words"], key=len, reverse=True)
    free = [re.escape(w).replace(r"\ ", r"\s+") for w in words if not w.isupper()]
    exact = [w for w in words if w.isupper()] + sorted(
        group.get("small", []), key=len, reverse=True
    )
    exact = group.get("patterns", []) + [re.escape(w).replace(r"\ ", r"\s+") for w in exact]
    parts = [f"(?i:{'|'.join(free)})"] if free else []
    parts += [f"(?:{'|'.join(exact)})"] if exact else []
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
    clear = words
    for aside in (_RELATIVE, _AFTER, _SIDE):
        clear = aside.sub(lambda m: " " * len(m[0]), clear)
    found = []
    for name, group in read_sources().items():
        if group["rank"] and name != "countries":
            found += [
                (group["type"], group["rank"], *m.span())
                for m in group["pattern"].finditer(clear)
                if group["type"] != "resident_or_witness" or not _is_served(clear, *m.span())
            ]
    found.sort(key=lambda f: (f[2] - f[3], -f[1], f[2]))
    kept = []
    for match in found:
        if all(match[3] <= k[2] or k[3] <= match[2] for k in kept):
            kept.append(match)
    return tuple(sorted(kept, key=lambda f: f[2]))


def _is_served(words, start, end):
    """Whether people only tell whom a source is for: "the refugee agency", "a lawyer for the families"."""
    return bool(_SERVES.match(words, end) or _SERVING.search(words[max(0, start - 120) : start]))


@lru_cache(maxsize=50_000)
def is_country(words):
    """Whether words name states and nothing else."""
    rest = read_sources()["countries"]["pattern"].sub("", _SMALL.sub("", words))
    return rest != words and not re.sub(r"\b(?:and|another|ally|the|or|both)\b|\W", "", rest)


def _best(words):
    """Give type and rank of the words' most telling match; (None, 0) where nothing matches."""
    if not words:
        return None, 0
    first = _first_of_several(words)
    if is_country(_RELATIVE.sub("", words)) or is_country(first):
        return "state_official", 3
    if _is_paper(words):
        return "document", 3
    matches = type_matches(first)
    if matches:
        kind, rank, _, _ = max(matches, key=lambda m: m[1])
        return kind, rank
    return ("resident_or_witness", 1) if _AGE.search(words) else (None, 0)


def _is_paper(words):
    """Whether the words' head is a paper or picture: "hospital records", "a video of the strike"."""
    head = re.split(
        r",|\s(?:of|by|from|in|at|on|for|to|with|about|between|that|which|who)\s",
        _AFTER.sub("", words),
    )[0]
    last = re.search(r"[\w-]+$", head.strip())
    return (
        bool(last)
        and last[0].islower()
        and bool(read_sources()["records"]["pattern"].fullmatch(last[0]))
    )


def _first_of_several(words):
    """Take the first of joined sources ("the Observatory and activists"), where its own words tell what it is."""
    first = re.split(r"\s+and\s+", words, maxsplit=1)[0]
    return first if first != words and (is_country(first) or type_matches(first)) else words


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
        kind, rank = (
            (other, other_rank) if other_rank > rank or other_rank == rank == 1 else (kind, rank)
        )
    if kind in (
        "unnamed",
        None,
    ):  # an activist with a name is not unnamed, and a soldier's friend without one is
        kind = "unnamed" if all(map(is_anonymous, (name or words).split(" / "))) else "other"
    return kind


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
        r"\s(?:at|in|of|from|inside|with|within|near|for|on|close to|who|which|that|based)\s|,",
        words,
        maxsplit=1,
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
        r"((?:[A-Z][\w.’'-]*|al-\w+)(?:\s+(?:[A-Z][\w.’'-]*|al-\w+))+)\s*(?:,|\ba\b|\ban\b|\bthe\b|\()",
        words,
    )
    return len(known) > 1 or bool(before) and person.start() > before.end(1)


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
    for match in sorted(
        [*agency.finditer(text), *names.finditer(text)], key=lambda m: (m.start(), -m.end())
    ):
        small = match[0] == match[0].lower()  # "since dawn" is no paper
        if not small and all(match.end() <= s or e <= match.start() for s, e in taken):
            return match[0]
    return None
