"""
List who accuses whom, and in which outlet it is read: "the minister blamed the operator".

In: attributions with the characters of their cues and contents, and sentences. Out: one row for
each accusation that names whom it is against. It is told by the grammar alone
(``accusing_words``); whether an accusation is true is not considered, and that an outlet prints it
does not make it the outlet's.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.compare.accusing_words import (
    accused_after,
    accused_before,
    accused_in,
    is_accusation,
)
from analysis.compare.person_before import only_person_before
from analysis.core.mishaps import is_mishap

__all__ = ["accusations"]

COLUMNS = [
    *("outlet", "published", "accuser", "cue", "accused", "passage"),
    *("article_id", "sentence_id", "attribution_id"),
]

# What nobody answers for, at the end of a phrase without a name: "blamed falling orders".
_CONDITIONS = frozenset(
    """
    behaviour bills climate cold competition conditions confusion congestion cost costs cuts
    darkness delay delays demand distances economy electricity energy errors exports failures fog
    frost fuel gas heat ice imports inflation interest lack market markets misunderstanding orders
    power price prices rain rainfall rains rates roads sales shortage shortages snow speed storms
    taxes temperatures traffic turbulence turnover visibility wages water waves weather wind winds
    """.split()
)
_COMPLEMENT = re.compile(r"\s(?:of|in|on|at|for|from|with|after|during|that|which)\s")
_REACH = 60  # characters after what is said: "said 44 died, [holding the army responsible]"
# Who is named by one of these alone is not known unless the article names him.
_PRONOUNS = frozenset("he she it they we i you who which that this these those one another".split())
# "nobody blamed the driver": the source of no accusation
_NOBODY = frozenset("nobody none no neither few hardly".split())
# what those asked do is no reproach of who asked them: "a poll by Velm College"
_POLL = re.compile(
    r"\b(?:polls?|surveys?)(?:$|,|\s(?:of|by|from|for|in|among|conducted|released|taken)\s)", re.I
)
_BEFORE_A_NAME = frozenset("the a an this that mr mrs ms miss dr prof sir".split())
_ENDS_IN_A_NAME = re.compile(r"\b[A-Z][\w’'-]+$")
_REST_OF_NAME = re.compile(r"(?:\s[A-Z][\w’'-]+)+\s")
_COUNTED = re.compile(r"(?:\d|two|three|four|five|six|several|some|many|dozens)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
# "The mill and the union [blamed each other]"; in "the ministry of trade and industry and Velm",
# and of three, it is not told who are the two
_TWO = re.compile(
    r"(?:[Bb]oth\s)?(?P<one>(?:(?!\b(?:and|or|of|for)\b)[^,;])+?)"
    r"\s+and\s+(?P<other>(?!(?:its|their|his|her)\b)(?:(?!\b(?:and|or|of|for)\b)[^,;])+)"
)
_MUTUAL = re.compile(r"(?P<verb>(?:\w+\s+){0,2}\w+)\s+(?:each\s+other|one\s+another)\b(?!['’])")

# "accused her of lying", "blamed him for it"
_ACCUSED_PRONOUN = re.compile(r"\s+(?P<who>him|her)\s+(?:of|for)\b", re.IGNORECASE)

_Span = tuple[int, int]
_Row = dict[str, object]


def accusations(
    attributions: pd.DataFrame,
    attribution_spans: pd.DataFrame,
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
) -> pd.DataFrame:
    """
    List the accusations that articles attribute, and against whom they are.

    Parameters
    ----------
    attributions, attribution_spans, articles, sentences : DataFrame
        The tables of those names. Not changed.

    Returns
    -------
    DataFrame
        ``COLUMNS``, by day, outlet and place in the article. ``accuser`` is the name of the source,
        or its words if it is told by one word alone ("The company") or the name may be another's;
        ``accused`` the words of whom the source blames, holds responsible or charges with a wrong.
        Where two accuse each other there is a row for each. "Accused him of lying" is listed with
        the only person named before in its sentence who can be he. Other accusations of a pronoun,
        those that are said not to be made ("did not blame the driver"), and those of a poll or
        without a source are left out, and so are those of a condition that nobody answers for
        ("falling orders").
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    spans = _spans_by_attribution(attribution_spans)
    bounds = _bounds_by_article(sentences)
    records: Any = attributions.loc[attributions["source"].notna()].itertuples(index=False)
    told_in = defaultdict(list)
    for found in records:
        parts = spans.get(found.attribution_id)
        if parts is None:
            continue
        cut_off = _cut_off(texts[found.article_id], parts)
        if cut_off is None:
            accuser = _accuser(found.source, found.source_name)
        else:
            accuser = f"{found.source} {cut_off}"
        if accuser is not None:
            told_in[found.article_id].append(_Told(found, accuser, parts))
    rows: list[_Row] = []
    for key, told in told_in.items():
        rows += _in_article(texts[key], told, bounds[key])
    context = articles[["article_id", "outlet", "published"]]
    table = pd.DataFrame(rows, columns=COLUMNS[2:]).merge(context, on="article_id", how="left")
    order = ["published", "outlet", "article_id", "sentence_id"]
    return table.sort_values(order, kind="stable", ignore_index=True).loc[:, COLUMNS]


@dataclass(frozen=True)
class _Told:
    """An attribution with its accuser and the characters of its parts."""

    found: Any
    accuser: str
    parts: Mapping[str, Sequence[_Span]]


@dataclass(frozen=True)
class _Sentences:
    """Where the sentences of an article begin and end, in reading order."""

    ids: list[int]
    spans: list[_Span]

    def of(self, place: int) -> tuple[int, _Span]:
        """Return the number and the characters of the sentence at a place."""
        at = max(bisect_right(self.spans, (place, 1 << 62)) - 1, 0)
        return self.ids[at], self.spans[at]


def _spans_by_attribution(table: pd.DataFrame) -> dict[str, dict[str, list[_Span]]]:
    """Return the characters of the parts of each attribution, by their roles."""
    found: dict[str, dict[str, list[_Span]]] = defaultdict(lambda: defaultdict(list))
    own = table.loc[table["attribution_id"].notna()]
    columns = (own[name] for name in ("attribution_id", "role", "start", "end"))
    for key, role, start, end in zip(*columns, strict=True):
        found[key][role].append((int(start), int(end)))
    return found


def _bounds_by_article(table: pd.DataFrame) -> dict[str, _Sentences]:
    """Return where the sentences of each article begin and end."""
    ordered = table.sort_values("start", kind="stable")
    found = {}
    for key, own in ordered.groupby("article_id", sort=False):
        spans = zip(own["start"].astype(int), own["end"].astype(int), strict=True)
        found[str(key)] = _Sentences(own["sentence_id"].astype(int).tolist(), list(spans))
    return found


def _in_article(text: str, told: Sequence[_Told], sentences: _Sentences) -> Iterator[_Row]:
    """Iterate over the accusations of an article; nobody accuses another twice in a sentence."""
    said = _spoken(text, told, sentences)
    seen = set()
    for one in told:
        against = [*_by_cue(text, one, sentences), *said[one.found.attribution_id]]
        alone = [(one.accuser, place, cue) for place, cue in against]
        for accuser, place, cue in [*alone, *_each_other(text, one, sentences)]:
            number, (start, end) = sentences.of(place[0])
            accused = " ".join(text[slice(*place)].split())
            key = number, accuser, accused
            if key in seen or accused == accuser or _is_condition(accused):
                continue
            seen.add(key)
            yield {
                "accuser": accuser,
                "cue": cue,
                "accused": accused,
                "passage": " ".join(text[start:end].split()),
                "article_id": one.found.article_id,
                "sentence_id": number,
                "attribution_id": one.found.attribution_id,
            }


def _is_condition(accused: str) -> bool:
    """Return whether an accident or a condition is blamed: "the storm", "falling orders"."""
    head = _COMPLEMENT.split(accused, maxsplit=1)[0]
    words = _WORD.findall(head)
    is_named = any(word[0].isupper() for word in words[1:])
    if not words or is_named or " and " in accused:
        return False
    return words[-1].lower() in _CONDITIONS or is_mishap(accused)


def _by_cue(text: str, one: _Told, sentences: _Sentences) -> Iterator[tuple[_Span, str]]:
    """Iterate over whom a cue accuses: "blamed the operator", "was blamed by the union"."""
    if one.found.cue_stance != "accusing":
        return
    for cue in one.parts.get("cue", []):
        _, (start, end) = sentences.of(cue[0])
        if not is_accusation(text, cue, start) or text[start:end].rstrip('”"').endswith("?"):
            continue
        pronoun = _ACCUSED_PRONOUN.match(text, cue[1], end)
        if pronoun is None:
            accused = accused_after(text, cue[1], end)
        else:
            who = pronoun["who"].lower()
            accused = only_person_before(text, (start, cue[0]), who, _words_of_accuser(one))
        for source in one.parts.get("source", []):
            accused = accused or accused_before(text, start, cue, source)
        if accused is not None:
            yield accused, one.found.cue


def _words_of_accuser(one: _Told) -> frozenset[str]:
    """Return the words by which an accuser is called."""
    return frozenset(_WORD.findall(f"{one.found.source} {one.accuser}".replace("’s", "")))


def _each_other(text: str, one: _Told, sentences: _Sentences) -> Iterator[tuple[str, _Span, str]]:
    """Iterate over who accuses whom, each by the other: "Velm and Orsk blamed each other"."""
    if one.found.cue_stance != "accusing":
        return
    sources = one.parts.get("source", [])
    for (begin, end), cue in zip(sources, one.parts.get("cue", []), strict=False):
        _, (sentence, _) = sentences.of(cue[0])
        two = _TWO.fullmatch(text, begin, end)
        mutual = _MUTUAL.match(text, cue[0])  # the tagger's cue ends before or after "each other"
        if two is None or mutual is None or not is_accusation(text, mutual.span("verb"), sentence):
            continue
        for accuser, accused in (("one", "other"), ("other", "one")):
            yield two[accuser], two.span(accused), one.found.cue


def _spoken(
    text: str, told: Sequence[_Told], sentences: _Sentences
) -> dict[str, list[tuple[_Span, str]]]:
    """Return whom each source accuses in what it says; of two sources, the nearer one does."""
    nearest: dict[_Span, tuple[int, str, _Span, str]] = {}
    for one in told:
        cue = next(iter(one.parts.get("cue", [])), None)
        for said in _said(one, sentences):
            for accused in accused_in(text, said, cue):
                place = accused.start, accused.end
                words = accused.words_start, accused.words_end
                known = nearest.get(words)
                if known is None or said[0] > known[0]:
                    nearest[words] = said[0], one.found.attribution_id, place, accused.cue
    found: dict[str, list[tuple[_Span, str]]] = defaultdict(list)
    for _, key, place, cue in nearest.values():
        found[key].append((place, cue))
    return found


def _said(one: _Told, sentences: _Sentences) -> Iterator[_Span]:
    """Iterate over what a source says, each with what follows it in its sentence."""
    cues = one.parts.get("cue", [])
    contents = one.parts.get("content", [])
    if not contents:
        contents = [(end, end) for _, end in cues]
    for start, end in contents:
        _, (_, sentence_end) = sentences.of(max(start, end - 1))
        yield start, max(end, min(sentence_end, end + _REACH))


def _cut_off(text: str, parts: Mapping[str, Sequence[_Span]]) -> str | None:
    """Return the rest of a name that was cut: "Parents' group Open [Doors] blamed"; or None."""
    for begin, end in parts.get("source", []):
        for start, _ in parts.get("cue", []):
            rest = _REST_OF_NAME.fullmatch(text, end, max(start, end))
            if rest is not None and _ENDS_IN_A_NAME.search(text[begin:end]):
                return rest[0].strip()
    return None


def _accuser(source: str, name: object) -> str | None:
    """
    Return what to call who accuses; None for a pronoun that no name is known for, and for nobody.

    The name that is resolved for "the union's spokesman" is kept only if it has those words: it
    may be the police spokesman's.
    """
    words = [word.lower() for word in _WORD.findall(source)]
    if _POLL.search(source) is not None:
        return None
    if not words or words[0] in _NOBODY or not re.search(r"[^\W\d_]", source):
        return None
    is_pronoun = len(words) == 1 and words[0] in _PRONOUNS
    told = None
    if isinstance(name, str) and (" " in name or not name.islower()):
        told = name
    if is_pronoun:
        return told
    # "Parents accused the mayor" need not be the "two parents" of another sentence
    is_counted = told is not None and _COUNTED.match(told) and not _COUNTED.match(source)
    if told is not None and not is_counted and _may_be_called(words, told):
        return told
    return source


def _may_be_called(words: list[str], name: str) -> bool:
    """Whether a name can be that of the source that is told by the words."""
    own = [word for word in words if word not in _BEFORE_A_NAME]
    known = {word.lower() for word in _WORD.findall(name)}
    if words[0] in ("the", "this", "that") and len(own) == 1:
        return True  # "The company" is a firm that the article names
    return all(word in known for word in own) or known <= set(words)
