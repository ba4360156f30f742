"""
Turn gold articles into training windows: token numbers, labels, links, and noise.

In: gold articles (dicts as in the gold files). Out: one dict of arrays a window.
Labels that an article does not have are left out of the loss. Articles that were labelled for attributions only
teach the figure heads what is no casualty: a sentence without any word of harm holds none.
"""

import re
import zlib
from dataclasses import dataclass, field

import numpy as np

from analysis.annotate.passages import INSIDE, OVERLAP
from analysis.neural.label_scheme import TAGS

__all__ = ["Article", "edit", "fold_of", "locate", "parse", "windows"]

IGNORE = -100
ROLES, POINTED = ("source", "cue", "content"), ("counted", "agent", "source")
HARM = re.compile(
    r"\b(kill|die[ds]?\b|dying|dead|death|injur|wound|hurt|casualt|victim|missing|captur|displac|evacuat|bod(y|ies)\b"
    r"|massacre|shot|shoot|gunm[ae]n|murder|slain|slay|behead|execut|perish|fatal|toll|hostage|kidnap|abduct|arrest"
    r"|detain|refugee|fled|rescu|surrender|corpse|grave|suicide|lives|lost|bomb|attack|hospitali|maim|strand)",
    re.I,
)
SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")


@dataclass
class Article:
    """One text with what is known of it; character spans, None where a kind of label was never made."""

    article_id: str
    text: str
    attributions: list | None = None
    figures: list | None = None
    quiet: list = field(default_factory=list)  # spans where numbers are not judged
    soft: dict | None = None  # from teachers: offsets, attribution, number
    weight: float = 1.0


def fold_of(article_id, folds):
    """Give the fold of an article: the same in every file and run."""
    return zlib.crc32(article_id.encode()) % folds


def locate(text, phrase, near, after=False, reach=700):
    """
    Find the occurrence of a phrase that is nearest to a place.

    Parameters
    ----------
    text, phrase : str
    near : int
        Character of the text.
    after : bool
        Whether an occurrence before ``near`` counts as 60 characters farther away.
    reach : int
        Farthest distance.

    Returns
    -------
    (start, end) or None
    """
    begin = max(near - reach, 0)
    found = [
        (
            abs(m.start() + begin - near) + 60 * (after and m.start() + begin < near),
            m.start() + begin,
        )
        for m in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text[begin : near + reach])
    ]
    return (min(found)[1], min(found)[1] + len(phrase)) if found else None


def parse(row, weight=1.0):
    """
    Read a gold row.

    Parameters
    ----------
    row : dict
        With ``text`` and ``attributions`` or ``figures``, as in the gold files.
    weight : float
        How many times an epoch shows it, on average.

    Returns
    -------
    Article
    """
    text = row["text"]
    article = Article(row["article_id"], text, weight=weight)
    if "attributions" in row:
        article.attributions = [
            {role: [tuple(s) for s in a[role]] for role in ROLES} for a in row["attributions"]
        ]
        article.quiet = [m.span() for m in SENTENCE.finditer(text) if HARM.search(m.group())]
    if "figures" in row:
        article.figures, article.quiet = [_figure(text, f) for f in row["figures"]], []
    return article


def _figure(text, row):
    out = {"span": (row["start"], row["end"])}
    for name in ("outcome", "group"):
        out[name] = TAGS[name].index(row[name])
    out["implicit"] = int(row["implicit"])
    for role in POINTED:
        # False: named in the gold, but not found nearby, so nothing is learned from it
        out[role] = (
            None
            if not row.get(role)
            else locate(
                text,
                row[role],
                row["end"] if role == "counted" else row["start"],
                role == "counted",
            )
            or False
        )
    return out


def edit(article, changes):
    """
    Change the text and move every span along.

    Parameters
    ----------
    article : Article
    changes : list of (start, end, new)
        In order, without overlap.

    Returns
    -------
    Article
        A new one; its ``soft`` labels still count characters of the first text, ``origin`` maps to them.
    """
    parts, origin, at = [], [], 0
    for start, end, new in [*changes, (len(article.text), len(article.text), "")]:
        parts += [article.text[at:start], new]
        origin += [
            np.arange(at, start),
            start + np.minimum(np.arange(len(new)), max(end - start - 1, 0)),
        ]
        at = end
    origin = np.append(np.concatenate(origin), len(article.text))
    old = getattr(article, "origin", None)

    def move(span):
        return span and tuple(int(x) for x in np.searchsorted(origin, span))

    out = Article(article.article_id, "".join(parts), soft=article.soft, weight=article.weight)
    out.origin = origin if old is None else old[origin]
    out.quiet = [move(s) for s in article.quiet]
    if article.attributions is not None:
        out.attributions = [
            {r: [move(s) for s in a[r]] for r in ROLES} for a in article.attributions
        ]
    if article.figures is not None:
        out.figures = [
            {**f, **{k: move(f[k]) for k in ("span", *POINTED)}} for f in article.figures
        ]
    return out


def windows(articles, tokenizer, rng=None, overlap=OVERLAP, inside=INSIDE):
    """
    Cut articles into windows with labels.

    Parameters
    ----------
    articles : list of Article
    tokenizer : tokenizers.Tokenizer
    rng : numpy Generator, optional
        Shifts where windows begin; none shifts nothing.
    overlap : int
        Tokens that neighbouring windows share.
    inside : int
        Tokens of a window without its two marks; more than ``overlap``.

    Returns
    -------
    list of dict
        ``ids``; ``attribution``, ``number``, ``role``: label of each token, -100 for none; ``soft``: None, or shares;
        ``numbers``: [token, outcome, group, implicit]; ``points``: [token, role, first, last];
        ``contents``, ``cues``, ``sources``: token spans with the number of their attribution. Tokens count from 1.
    """
    if overlap >= inside:
        raise ValueError(
            f"Windows of {inside} tokens cannot share {overlap}: take longer windows or share less."
        )
    out = []
    for article, found in zip(
        articles,
        tokenizer.encode_batch([a.text for a in articles], add_special_tokens=False),
        strict=True,
    ):
        offsets = np.array(found.offsets, np.int64).reshape(-1, 2)
        ids = np.array(found.ids, np.int64)
        labels = _labels(article, offsets)
        step = inside - overlap
        shift = 0 if rng is None or len(ids) <= inside else int(rng.integers(0, step))
        starts = [
            *([0] if shift else []),
            *range(step - shift if shift else 0, max(len(ids) - overlap, 1), step),
        ]
        out += [_window(ids, labels, s, min(s + inside, len(ids))) for s in starts]
    return out


def _tokens(span, offsets):
    """First and last token (not included) that a character span touches; None where it touches none."""
    first = int(np.searchsorted(offsets[:, 1], span[0], side="right"))
    last = int(np.searchsorted(offsets[:, 0], span[1], side="left"))
    return (first, last) if first < last else None


def _bio(spans, offsets):
    labels = np.zeros(len(offsets), np.int64)
    for role, span in spans:
        at = _tokens(span, offsets)
        if at:
            labels[at[0] : at[1]], labels[at[0]] = 2 + 2 * role, 1 + 2 * role
    return labels


def _labels(article, offsets):
    out = {"soft": None, "numbers": [], "points": [], "links": []}
    nothing = np.full(len(offsets), IGNORE)
    out["attribution"] = (
        nothing
        if article.attributions is None
        else _bio(
            [(r, s) for a in article.attributions for r, role in enumerate(ROLES) for s in a[role]],
            offsets,
        )
    )
    out["number"] = _bio([(0, f["span"]) for f in article.figures or []], offsets)
    out["role"] = (
        nothing
        if article.figures is None
        else _bio(
            [(r, f[role]) for f in article.figures for r, role in enumerate(POINTED) if f[role]],
            offsets,
        )
    )
    for start, end in article.quiet:
        out["number"][(offsets[:, 0] >= start) & (offsets[:, 0] < end)] = IGNORE
    if article.soft is not None:
        origin = getattr(article, "origin", np.arange(len(article.text) + 1))
        place = np.searchsorted(article.soft["ends"], origin[offsets[:, 0]], side="right")
        out["soft"] = article.soft["attribution"][np.minimum(place, len(article.soft["ends"]) - 1)]
    for figure in article.figures or []:
        at = _tokens(figure["span"], offsets)
        if at:
            out["numbers"].append((at[0], figure["outcome"], figure["group"], figure["implicit"]))
            for r, role in enumerate(POINTED):
                if figure[role] is not False:
                    span = _tokens(figure[role], offsets) if figure[role] else (-1, -1)
                    out["points"] += [(at[0], r, *span)] if span else []
    for i, attribution in enumerate(article.attributions or []):
        for r, role in enumerate(ROLES):
            out["links"] += [
                (r, i, *at) for at in (_tokens(s, offsets) for s in attribution[role]) if at
            ]
        if not attribution["source"]:
            out["links"].append((3, i, 0, 0))
    return out


def _window(ids, labels, start, end):
    """Cut labels to one window; tokens count from 1, 0 stands for nothing."""

    def inside(first, last):
        return start <= first and last <= end

    out = {name: labels[name][start:end] for name in ("attribution", "number", "role")}
    out["ids"], out["soft"] = (
        ids[start:end],
        None if labels["soft"] is None else labels["soft"][start:end],
    )
    out["numbers"] = [(t - start + 1, *rest) for t, *rest in labels["numbers"] if start <= t < end]
    out["points"] = [
        (t - start + 1, r, 0, 0) if f < 0 else (t - start + 1, r, f - start + 1, e - start)
        for t, r, f, e in labels["points"]
        if start <= t < end and (f < 0 or inside(f, e))
    ]
    out["sourceless"] = {i for r, i, _, _ in labels["links"] if r == 3}
    for r, role in enumerate(ROLES):
        cut = [
            (i, max(f, start) - start + 1, min(e, end) - start)
            for k, i, f, e in labels["links"]
            if k == r and (inside(f, e) if role != "content" else f < end and start < e)
        ]
        out[f"{role}s"] = cut
    # an attribution's cue outside this window is not "no cue": its contents here are then left out
    cued, here = {i for r, i, _, _ in labels["links"] if r == 1}, {i for i, _, _ in out["cues"]}
    out["contents"] = [c for c in out["contents"] if c[0] in here or c[0] not in cued]
    return out
