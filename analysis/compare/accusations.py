"""
List who accuses whom, and in which outlet it is read: "the minister blamed the operator".

In: attributions with the characters of their cues, and sentences. Out: one row for each
accusation that names whom it is against. It is told by the grammar after the cue alone; whether an
accusation is true is not considered, and that an outlet prints it does not make it the outlet's.
"""

import re
from typing import Any

import pandas as pd

__all__ = ["accusations"]

COLUMNS = [
    *("outlet", "published", "accuser", "cue", "accused", "passage"),
    *("article_id", "sentence_id", "attribution_id"),
]

_FLAGS = re.VERBOSE | re.IGNORECASE
_CLAUSE = re.compile(r"[^.,;:!?”\"]*")
# "accused the owner, Velm Apparel, of locking the doors"
_WITH_APPOSITION = re.compile(r"[^.,;:!?”\"]*(?:,[^.,;:!?”\"]{2,50},(?=\s+of\b)[^.,;:!?”\"]*)?")
_SHORTEST, _LONGEST = 2, 80  # characters of whom a cue accuses
# Up to the reason, another clause or a day: "the operator [for the crash]".
_UP_TO = re.compile(
    r"""
    \s+(?: (?:for|over|after|when|as|because|by|during|since|who|which|that|on\s+whose)\b
        | on\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day | social\s+media | television | \d) )
    """,
    _FLAGS,
)
# "Blamed the crash [on the operator]"; with a reason, as in "the army for the strike on the
# school", "on" is part of the reason.
_ON = re.compile(r"\s+on\s+", _FLAGS)
_REASON = re.compile(r"\s+(?:for|over|after)\s+", _FLAGS)
_OF = re.compile(r"\s+of\b", _FLAGS)
# Of these two "of" may follow: "the head of the bank [of fraud]".
_HAS_ITS_OWN_OF = re.compile(
    r"""
    \b(?: head | chief | president | (?:prime\s+)?minister | ministry | department | leaders?
        | mayor | governor | government | members? | bank | republic | university | church
        | director
        | chair(?:man|woman)? | owners? | secretary | commander | king | queen | board )$
    """,
    _FLAGS,
)
_DEED = re.compile(r"\s+(?:not\s+|\w+ly\s+)?\w+ing\b", _FLAGS)  # "the government of hiding it"
_NOT_ACCUSED = re.compile(
    r"""
    (?: \b(?: not(?!\s+only) | never | nobody | no\s+one | without | neither | nor | cannot
          | rather\s+than | instead\s+of | short\s+of | (?:refus|declin)\w+\s+to
          | den(?:y|ies|ied|ying) )
      | n['’]t )
    (?:\s+[\w’'-]+){0,2}\s+[\w’'-]+$
    """,
    _FLAGS,
)
_LONGEST_CUE = 60
# "holding the army responsible", "said that the operator was to blame for it"
_MODIFIED = r"(?:(?:directly|fully|solely|personally|jointly|largely|partly|chiefly|also)\s+)?"
# A ministry is responsible for roads, and for nothing bad by that.
_HARM = r"""
    (?: it | this | that | deaths? | dead | killings? | attacks? | strikes? | crash\w* | collapse
      | disaster | fires? | blaze | crisis | outbreak | violence | war | famine | failures?
      | loss(?:es)? | damage | shortages? | crimes? | abuses? | massacres? | explosions? | blasts?
      | bombings? | spills? | leaks? | pollution | chaos | debacle | tragedy | accidents? | rise
      | fall | delays? | inflation | misery | conflict | escalation | hunger | poverty | decline
      | defeat | unrest | bloodshed )
"""
_ACCUSED = (
    r"[^.,;:!?”\"]{2,60}?(?=\s+(?:for|over|after|when|as|because|by|since)\b|\s*(?:[.,;:!?”\"]|$))"
)
_RESPONSIBLE = re.compile(
    rf"""
    (?P<held>\bh(?:old|olds|eld|olding))\s+(?P<whom>[^.,;:!?”\"]{{2,60}}?)\s+
        {_MODIFIED}(?:responsible|accountable|liable)\b
    | (?P<who>(?:\b(?:the|its|their)\s+(?:[\w’'-]+\s+){{0,4}}?[\w’'-]+)
        | (?-i:\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,4}}))\s+
        (?P<is>(?:was|is|were|are)\s+{_MODIFIED}(?:to\s+blame|at\s+fault)
            (?:\s+for|(?=\s*(?:[.,;:!?”\"]|$)))
          | (?:(?:was|is|were|are)\s+{_MODIFIED}responsible|bears?\s+(?:\w+\s+)?responsibility)
            \s+for(?=\s+(?:[\w’'-]+\s+){{0,5}}?{_HARM}))(?!\w)
    | (?P<points>\bpoint(?:s|ed|ing)?\s+(?:the|a)\s+finger\s+at)\s+(?P<at>{_ACCUSED})
    | (?P<puts>\b(?:put|puts|putting|laid|lays?|laying|plac(?:es|ed|ing)|pin(?:s|ned|ning)?)
        \s+(?:the\s+)?blame\s+(?:\w+ly\s+)?on)\s+(?P<on>{_ACCUSED})
    """,
    _FLAGS,
)
_NOT_SAID = re.compile(
    r"\b(?:not|never|nobody|no\s+one|whether|if|who|neither|nor|would|could|may|might|den(?:y"
    r"|ies|ied"
    r"|ying)|reject\w*|dismiss\w*|refus\w+|declin\w+|without|unclear)\b|n['’]t\b",
    _FLAGS,
)
_NO_NAME = frozenset(
    """
    each one another everyone everybody nobody no someone it this that itself himself herself
    themselves of for by on
    """.split()
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
        the cue, up to the reason, or whom the source holds responsible. Accusations of "each
        other" or of nobody, those that are said not to be made ("did not blame the driver"), and
        those without a source are left out.
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
    rows = _held_responsible(attributions, attribution_spans, texts, bounds)
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


def _held_responsible(
    attributions: pd.DataFrame,
    attribution_spans: pd.DataFrame,
    texts: dict[str, str],
    bounds: dict[tuple[str, int], tuple[int, int]],
) -> list[dict[str, object]]:
    """Return the rows of those whom a source says to be responsible, once a sentence."""
    reach = attribution_spans.groupby("attribution_id")[["start", "end"]].agg(
        {"start": "min", "end": "max"}
    )
    own = attributions.loc[attributions["source"].notna()].join(reach, on="attribution_id")
    records: Any = own.dropna(subset=["start"]).itertuples(index=False)
    rows: dict[tuple[str, int], dict[str, object]] = {}
    for found in records:
        place = found.article_id, found.sentence_id
        start, end = bounds[place]
        text = texts[found.article_id]
        stop = min(end, max(int(found.end), start) + _LONGEST_CUE)
        told = _RESPONSIBLE.search(text, max(start, int(found.start)), stop)
        if told is None or place in rows or _NOT_SAID.search(text[start : told.end()]):
            continue
        whom = told["whom"] or told["who"] or told["at"] or told["on"]
        if whom.lower().split()[0] in _NO_NAME:
            continue
        rows[place] = {
            "accuser": _accuser(found.source, found.source_name),
            "cue": _cue(told),
            "accused": " ".join(whom.split()),
            "passage": " ".join(text[start:end].split()),
            "article_id": found.article_id,
            "sentence_id": found.sentence_id,
            "attribution_id": found.attribution_id,
        }
    return list(rows.values())


def _cue(told: re.Match[str]) -> str:
    """Return the words that say who is responsible."""
    if told["held"]:
        return f"{told['held']} … responsible"
    return " ".join((told["is"] or told["points"] or told["puts"]).split())


def _accuser(source: str, name: object) -> str:
    is_told = isinstance(name, str) and (" " in name or not name.islower())
    return str(name) if is_told else source


def _accused(text: str, cue_end: int, end: int) -> tuple[int, int] | None:
    """Return the characters of whom a cue accuses; None if it names nobody."""
    cue = text[max(0, cue_end - _LONGEST_CUE) : cue_end].lower()
    if _NOT_ACCUSED.search(cue):
        return None
    verb = cue.split()[-1] if cue.split() else ""
    is_of = verb.startswith("accus")
    clause = (_WITH_APPOSITION if is_of else _CLAUSE).match(text, cue_end, end)
    words = "" if clause is None else clause[0]
    if is_of:
        first, last = 0, _end_of_accused(words)
    elif verb.startswith(("blam", "fault")):
        first, last = _blamed(words)
    else:
        return None
    while first < last and words[first].isspace():
        first += 1
    while first < last and words[last - 1] in ", ":
        last -= 1
    accused = words[first:last].lower().split()
    if not _SHORTEST <= last - first <= _LONGEST or accused[0] in _NO_NAME:
        return None
    return cue_end + first, cue_end + last


def _end_of_accused(words: str) -> int:
    """Return where the accused end in the words after "accuse"; 0 without an "of"."""
    for of in _OF.finditer(words):
        is_own = _HAS_ITS_OWN_OF.search(words, 0, of.start())
        is_deed = _DEED.match(words, of.end()) is not None
        if is_own is None or is_deed or _OF.search(words, of.end()) is None:
            return of.start()
    return 0


def _blamed(words: str) -> tuple[int, int]:
    """Return the characters of the accused in the words after "blame"."""
    first = 0
    for on in _ON.finditer(words):
        if _UP_TO.match(words, on.start()) is None and _REASON.search(words) is None:
            first = on.end()
            break
    up_to = _UP_TO.search(words, first)
    return first, len(words) if up_to is None else up_to.start()
