"""
Join figures to the attributions that they stand in: who says a number, by the words around it.

In: attributions with their spans, and a figure's place. Out: the narrowest content that holds the figure, its source,
and whether that source contradicts the one that was chosen for the figure. The reader links sources to numbers and to
contents apart; where the two disagree, the nearer one is right more often.
"""

import re
from typing import NamedTuple

__all__ = ["NOT_SAID", "PRONOUNS", "Said", "by_article", "contradicts", "part_by_sayer", "said_at", "sayer"]

PRONOUNS = frozenset({"it", "he", "she", "they", "who", "we", "i"})
# words that tell no source from another
_EMPTY = PRONOUNS | {"which", "that", "the", "a", "an", "of", "in", "and", "for", "s"}


class Said(NamedTuple):
    """Words that an attribution gives: their characters, its first source and its name, whether they are quoted."""

    start: int
    end: int
    attribution_id: str | None
    source: tuple | None
    name: str | None
    quoted: bool


NOT_SAID = Said(0, 0, None, None, None, False)


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
    sources, said = {}, {}
    for row in attribution_spans.sort_values("start").itertuples():
        if row.role == "source":
            sources.setdefault(row.attribution_id, (row.start, row.end))
    for row in attribution_spans.itertuples():
        if row.role == "content":
            of = row.attribution_id
            content = Said(row.start, row.end, of, sources.get(of), names.get(of), of in direct)
            said.setdefault(row.article_id, []).append(content)
    return said


def said_at(said, at):
    """Find the narrowest of an article's contents that holds a character, else ``NOT_SAID``."""
    around = [s for s in said if s.start <= at < s.end]
    return min(around, key=lambda s: s.end - s.start, default=NOT_SAID)


def sayer(text, said):
    """Give the characters of who says it, or None: for "it added" the name before that the pronoun stands for."""
    if said.source is None:
        return None
    if text[slice(*said.source)].lower() in PRONOUNS and isinstance(said.name, str):
        at = text.rfind(said.name, 0, said.source[0])
        return said.source if at < 0 else (at, at + len(said.name))
    return said.source


def contradicts(text, sentence, source, said):
    """
    Judge whether an attribution names another source of a figure than the one chosen.

    Parameters
    ----------
    text : str
    sentence : (int, int)
        The figure's.
    source : (int, int)
        The source that was chosen.
    said : Said
        Where the figure stands.

    Returns
    -------
    bool
        False where the chosen one is nearer, as in headlines and in what a source says that another source said, and
        where the two may be one ("monitor", "a monitoring group").
    """
    by = sayer(text, said)
    if by is None or said.start <= source[0] < said.end:  # "Medics said 9 died, the agency reported"
        return False
    nearer = sentence[0] <= by[0] < sentence[1] or not sentence[0] <= source[0] < sentence[1]
    apart = by[1] <= source[0] or source[1] <= by[0]
    named, chosen = _telling(text[slice(*by)]), _telling(text[slice(*source)])
    same = any(a.startswith(b) or b.startswith(a) for a in named for b in chosen)
    return bool(named) and nearer and apart and not same


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
