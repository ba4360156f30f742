"""
List who accuses whom, and in which outlet it is read: "the minister blamed the operator".

In: attributions with the characters of their cues, and sentences. Out: one row for each
accusation that names whom it is against. It is told by the grammar after the cue alone; whether an
accusation is true is not considered, and that an outlet prints it does not make it the outlet's.
"""

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

__all__ = ["accusations"]

COLUMNS = [
    *("outlet", "published", "accuser", "cue", "accused", "passage"),
    *("article_id", "sentence_id", "attribution_id"),
]

_ACCUSED = r"(?P<accused>(?!(?:of|for|by|that|on)\b)[^.,;:!?”\"]{2,80}?)"
# Up to a clause, the reason or the end: "the operator [for the crash]".
_REASON = (
    r"(?=\s+(?:for|over|after|when|as|because|by|during|since|who|which|that)\b|[.,;:!?”\"]|$)"
)
# Cues, and what follows them. "Blamed the crash on the operator" accuses the operator.
_AFTER = (
    (re.compile(r"\baccus\w*$"), re.compile(rf"\s+{_ACCUSED}\s+of\b")),
    (
        re.compile(r"\bblam\w*$"),
        re.compile(rf"\s+[^.,;:!?”\"]{{2,80}}?\s+on\s+{_ACCUSED}{_REASON}"),
    ),
    (re.compile(r"\b(?:blam|fault)\w*$"), re.compile(rf"\s+{_ACCUSED}{_REASON}")),
)
_NOBODY = frozenset(
    "each one another everyone everybody nobody no someone it this that itself himself".split()
)


def accusations(
    attributions: pd.DataFrame,
    attribution_spans: pd.DataFrame,
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
) -> pd.DataFrame:
    """
    List the accusations that articles attribute to somebody, and that name somebody.

    Parameters
    ----------
    attributions, attribution_spans, articles, sentences : DataFrame
        The tables of those names. Not changed.

    Returns
    -------
    DataFrame
        ``COLUMNS``, by day, outlet and place in the article. ``accuser`` is the name of the source,
        or its words if it is told by one word alone ("The company"); ``accused`` the words after
        the cue, up to the reason. Accusations of "each other" or of nobody, and those without a
        source, are left out.
    """
    accusing = attributions.loc[
        attributions["cue_stance"].eq("accusing") & attributions["source"].notna()
    ]
    cues = attribution_spans.loc[attribution_spans["role"].eq("cue")]
    end_of = dict(zip(cues["attribution_id"], cues["end"].astype(int), strict=True))
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    keys = zip(sentences["article_id"], sentences["sentence_id"], strict=True)
    ends = zip(sentences["start"].astype(int), sentences["end"].astype(int), strict=True)
    bounds = dict(zip(keys, ends, strict=True))
    records: Any = accusing.itertuples(index=False)
    rows = []
    for found in records:
        if found.attribution_id not in end_of:
            continue
        text = texts[found.article_id]
        start, end = bounds[found.article_id, found.sentence_id]
        accused = _accused(text, end_of[found.attribution_id], end)
        if accused is None:
            continue
        rows.append(
            {
                "accuser": _accuser(found.source, found.source_name),
                "cue": found.cue,
                "accused": " ".join(text[slice(*accused)].split()),
                "passage": " ".join(text[start:end].split()),
                "article_id": found.article_id,
                "sentence_id": found.sentence_id,
                "attribution_id": found.attribution_id,
            }
        )
    context = articles[["article_id", "outlet", "published"]]
    table = pd.DataFrame(rows, columns=COLUMNS[2:]).merge(context, on="article_id", how="left")
    order = ["published", "outlet", "article_id", "sentence_id"]
    return table.sort_values(order, kind="stable", ignore_index=True).loc[:, COLUMNS]


def _accuser(source: str, name: object) -> str:
    is_told = isinstance(name, str) and (" " in name or not name.islower())
    return str(name) if is_told else source


def _accused(text: str, cue_end: int, end: int) -> tuple[int, int] | None:
    """Return the characters of whom a cue accuses; None if it names nobody."""
    for match in _matches(text, cue_end, end):
        words = text[slice(*match.span("accused"))].lower().split()
        return None if words[0] in _NOBODY else match.span("accused")
    return None


def _matches(text: str, cue_end: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what stands after a cue, for each form of it."""
    cue = text[max(0, cue_end - 30) : cue_end].lower()
    for verb, after in _AFTER:
        match = after.match(text, cue_end, end) if verb.search(cue) else None
        if match is not None:
            yield match
