"""
Link a subtotal to its total: "126 people, among them 68 children".

In: the figures of one article in reading order, and its text. Out: for each figure its total, or none.
A part follows its total in the same sentence after a word of inclusion, or in the next sentence after "the dead
included"; it counts no more than its total, and the same thing happened to both.
"""

import re

_INCLUDED = re.compile(
    r"(?i)\b(?:including|includ(?:es|ed|e)|among\s+(?:them|whom|which|those)|of\s+(?:them|whom|which|those)|"
    r"at\s+least\s+\w+\s+of\s+them|amongst\s+(?:them|whom)|comprising|counting)\b"
)
_OF_THEM_AFTER = re.compile(
    r"(?i)\s+(?:\w+\s+)?(?:of\s+(?:them|whom|which|the\s+(?:dead|victims|killed|injured|wounded)))\b"
)
_THE_DEAD_INCLUDED = re.compile(
    r"(?i)\b(?:killed|dead|victims|casualties|injured|wounded|toll|deaths|fatalities)\b[^.]{0,40}\binclud(?:ed?|es|ing)\b"
)

_VERB = re.compile(
    r"(?i)\b(?:were|was|have|has|had|said|says|killed|injured|wounded|died|adding|reported)\b"
)


def parts_of(figures, text, sentences):
    """
    Find the total of each subtotal.

    Parameters
    ----------
    figures : list of dict
        Rows of the ``figures`` table of one article, in reading order.
    text : str
    sentences : dict of int to (int, int)
        Characters of each sentence by its number.

    Returns
    -------
    list of (str or None)
        The total's ``figure_id`` for each figure.
    """
    return [_total(i, figures, text, sentences) for i in range(len(figures))]


def _total(i, figures, text, sentences):
    part, start = figures[i], sentences[figures[i]["sentence_id"]][0]
    before = text[start : part["start"]]
    marks = list(_INCLUDED.finditer(before))
    earlier = [f for f in figures[:i] if _can_hold(f, part)]
    if marks:
        at = start + marks[-1].start()
        if not _coordinated(figures[:i], start + marks[-1].end(), part, text):
            return None
        same = [f for f in earlier if f["sentence_id"] == part["sentence_id"] and f["end"] <= at]
        previous = [f for f in earlier if f["sentence_id"] == part["sentence_id"] - 1]
        dead = _THE_DEAD_INCLUDED.search(before) is not None
        return (
            same[-1]["figure_id"]
            if same
            else previous[0]["figure_id"]
            if previous and dead
            else None
        )
    if _OF_THEM_AFTER.match(text, part["end"]):
        near = [f for f in earlier if f["sentence_id"] >= part["sentence_id"] - 1]
        return near[-1]["figure_id"] if near else None
    return None


def _coordinated(earlier, at, part, text):
    """Between the word of inclusion and the part stand only other parts: figures of the same outcome, and no verb."""
    between = [f for f in earlier if at <= f["start"]]
    return (
        all(f["outcome"] == part["outcome"] for f in between)
        and _VERB.search(text[at : part["start"]]) is None
    )


def _can_hold(total, part):
    if (
        total["outcome"] != part["outcome"]
        or total["unit"] != part["unit"]
        or part["outcome"] is None
    ):
        return False
    most = total["high"] if total["high"] is not None else float("inf")
    # dozens are no part of three
    return (
        most >= 20 if part["low"] is None and part["high"] is None else (part["low"] or 0) <= most
    )
