"""
Join figures to the attributions that they stand in: who says a number, by the words around it.

In: attributions with their spans, and a figure's place. Out: the narrowest content that holds the figure, its source,
and whether that source contradicts the one that was chosen for the figure. The reader links sources to numbers and to
contents apart; where the two disagree, the nearer one is right more often.
"""

import re
from typing import NamedTuple

__all__ = [
    "NOT_SAID",
    "Said",
    "by_article",
    "choose_source",
    "leads_a_source",
    "part_by_sayer",
    "said_at",
    "sayer",
]

_PRONOUNS = frozenset({"it", "he", "she", "they", "who", "we", "i"})
# words that tell no source from another
_EMPTY = _PRONOUNS | {"which", "that", "the", "a", "an", "of", "in", "and", "for", "s"}

_DENIAL = r"(?i)\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|disput(?:e[sd]?|ing)|refut(?:e[sd]?|ing))\b"
_NOT = r"(?i)\b(?:not|never|without|no\s+longer)\b|n[’']t\b"
_SAY = re.compile(
    r"(?i)\s+(?:(?:have|has|had|also|later)\s+)*(?:said|says?|told|testified|described|reported|recalled|claimed|added|confirmed|"
    r"warned|accused|alleged)\b"
)
# "media reported, citing an officer"
_CITED = re.compile(r"(?i)\b(?:citing|cited|quoting|quoted)\s+(?:an?\s+|the\s+)?$")
_CUT = re.compile(r"(?i)\b(?:by|from|of|the|an?)$")  # no whole name
# the noun that a source was cut off from
_REST = re.compile(
    r"(?:\s(?!(?:an?|the)\b)[a-z][\w’'-]*)?\s(?:agency|television|tv|radio|media|newspaper|ministry|office|groups?|organi[sz]ations?|forces|officials?|"
    r"sources?|photographer|correspondent|reporter|statement|estimates|monitor|command|army|police|services?|committee|council|"
    r"network|cent(?:er|re)|spokes(?:man|woman|person))\b"
)
# what may stand before a number that begins a source
_LEAD = re.compile(r"(?i)(?:(?:the|at\s+least|about|some|all|more\s+than|another|other)\s+)*")


class Said(NamedTuple):
    """Words that an attribution gives: their characters, its first source and its name, whether quoted or denied."""

    start: int
    end: int
    attribution_id: str | None
    source: tuple | None
    name: str | None
    quoted: bool
    denied: bool


NOT_SAID = Said(0, 0, None, None, None, False, False)


def by_article(attributions, attribution_spans):
    """
    Give the contents of each article.

    Parameters
    ----------
    attributions, attribution_spans : DataFrame
        Tables of the same articles; they may have no rows. Not changed.

    Returns
    -------
    dict of str to list of Said
    """
    names = dict(zip(attributions["attribution_id"], attributions["source_name"], strict=True))
    direct = set(attributions.loc[attributions["kind"] == "direct", "attribution_id"])
    cues = attributions["cue"].fillna("")
    denied = set(
        attributions.loc[cues.str.contains(_DENIAL) & ~cues.str.contains(_NOT), "attribution_id"]
    )
    sources, said = {}, {}
    for row in attribution_spans.sort_values("start").itertuples():
        if row.role == "source":
            sources.setdefault(row.attribution_id, (row.start, row.end))
    for row in attribution_spans.itertuples():
        if row.role == "content":
            of = row.attribution_id
            content = Said(
                row.start, row.end, of, sources.get(of), names.get(of), of in direct, of in denied
            )
            said.setdefault(row.article_id, []).append(content)
    return said


def said_at(said, at):
    """Find the narrowest of an article's contents that holds a character, else ``NOT_SAID``."""
    around = [s for s in said if s.start <= at < s.end]
    return min(around, key=lambda s: s.end - s.start, default=NOT_SAID)


def leads_a_source(text, said, at):
    """Judge whether a number begins a source: "four witnesses said"."""
    return any(
        s.source
        and s.source[0] <= at < s.source[1]
        and _LEAD.fullmatch(text[s.source[0] : at])
        and _SAY.match(text, s.source[1])
        for s in said
    )


def choose_source(text, sentence, source, said):
    """
    Choose between the source of a figure and that of the attribution that it stands in.

    Parameters
    ----------
    text : str
    sentence : (int, int)
        The figure's.
    source : (int, int) or None
        The source that was chosen by links and grammar.
    said : Said
        Where the figure stands.

    Returns
    -------
    (int, int) or None
        The attribution's source where it is another and no farther away, where the chosen one is a pronoun that it
        names, or where a quotation has no other source; None for whoever denies the figure. Else the chosen one: in
        headlines, in what a source says that another said, and where the two may be one ("monitor", "a monitoring
        group").
    """
    by = sayer(text, said)
    if source is None or _is_pronoun(text, source):
        named = by is not None and not _is_pronoun(text, by)
        return by if not said.denied and (said.quoted or source is not None and named) else None
    if said.denied:
        return source if by is None or _apart(source, by) else None
    if by is None:
        return source
    return by if _contradicts(text, sentence, source, said, by) else _whole(text, source, by)


def sayer(text, said):
    """Give the characters of who says it, or None: for "it added" the name before that the pronoun stands for."""
    if said.source is None:
        return None
    if _is_pronoun(text, said.source) and isinstance(said.name, str):
        # whole words only: "UN" stands in "UNHCR" too
        there = list(re.finditer(rf"(?<!\w){re.escape(said.name)}(?!\w)", text[: said.source[0]]))
        return there[-1].span() if there else said.source
    return said.source


def _contradicts(text, sentence, source, said, by):
    if said.start <= source[0] < said.end:  # "Medics said 9 died, the agency reported"
        return False
    if _CITED.search(text[max(0, source[0] - 40) : source[0]]) or _CUT.search(text[slice(*by)]):
        return False
    far = not sentence[0] <= source[0] < sentence[1]
    if _is_pronoun(text, by):  # "he said", and nobody knows who: no speaker of a later sentence
        return source[0] >= sentence[1]
    named, chosen = _telling(text[slice(*by)]), _telling(text[slice(*source)])
    same = any(a.startswith(b) or b.startswith(a) for a in named for b in chosen)
    return (
        bool(named)
        and (far or sentence[0] <= by[0] < sentence[1])
        and _apart(source, by)
        and not same
    )


def _whole(text, source, by):
    """Give the source with the words that it was cut off from, by the attribution's: "State" of "State television"."""
    if source[0] != by[0] or source[1] >= by[1]:
        return source
    if text[slice(*source)].lower() in ("a", "an", "the"):
        return by
    rest = _REST.match(text, source[1], by[1])
    return source if rest is None else (source[0], rest.end())


def _is_pronoun(text, span):
    return text[slice(*span)].lower() in _PRONOUNS


def _apart(one, other):
    return one[1] <= other[0] or other[1] <= one[0]


def _telling(words):
    return set(re.findall(r"\w+", words.lower())) - _EMPTY


def part_by_sayer(text, said, chain):
    """
    Part figures that stand together where another's words begin: "X put the toll at 9, Y spoke of dozens".

    Parameters
    ----------
    text : str
    said : list of Said
        The article's.
    chain : list of dict
        Figures with ``start``, in reading order.

    Returns
    -------
    list of list of dict
        Order kept. A figure in nobody's words stays with those before it.
    """
    parts, last = [], None
    for figure in chain:
        by = sayer(text, said_at(said, figure["start"]))
        if not parts or last and by and by != last:
            parts.append([])
        parts[-1].append(figure)
        last = by or last
    return parts
