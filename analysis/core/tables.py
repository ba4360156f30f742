"""
Every table that passes between stages: columns, types, units, allowed values and keys.

A stage takes tables and gives tables. The column lists are written once, here, and imported.
``check`` refuses a table that breaks its definition and names all faults at once.
Offsets (``start``, ``end``) are characters of ``articles.text``, ``end`` not included.
Missing is null (NaN, NaT, None), never 0 or "".
"""

from dataclasses import dataclass, field

import pandas as pd

from analysis.errors import TableError

QUALIFIERS = ("exact", "at_least", "more_than", "at_most", "less_than", "approx", "range", "vague")
OUTCOMES = (
    "killed", "injured", "killed_or_injured", "missing", "captured", "displaced",
    "evacuated", "bodies_found", "rescued", "surrendered", "other",
)
GROUPS = (
    "civilians", "children", "women", "fighters", "soldiers", "journalists", "medics_aid", "mixed", "unspecified",
)
SOURCE_TYPES = (
    "state_official", "military", "armed_group", "health_authority", "rescue_workers", "monitoring_group",
    "un_or_igo", "aid_group", "local_authority", "resident_or_witness", "expert", "media", "document",
    "unnamed", "other",
)
STANCES = ("neutral", "endorsing", "distancing", "accusing", "urging", "supposing")
KINDS = ("direct", "indirect", "mixed")
ROLES = ("source", "cue", "content")
VOICES = ("own", "attributed")
POLARITIES = ("negative", "neutral", "positive")
CONSTRUCTIONS = ("active", "passive_with_agent", "passive_agentless", "intransitive", "nominal")
FRAMES = ("conflict", "economic", "human_interest", "morality", "resolution")


@dataclass(frozen=True)
class Column:
    """
    One column: what it holds, its type, and what may stand in it.

    ``null`` is False where nothing may be missing, else what it means that something is (or True).
    """

    about: str
    dtype: str = "str"  # str, int, float, bool, date
    null: bool | str = False
    allowed: tuple = ()
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Table:
    """A table's name, its key (unique together) and its columns in order."""

    name: str
    about: str
    columns: dict = field(repr=False)
    key: tuple = ()


_DTYPES = {"str": "str", "int": "int64", "float": "float64", "bool": "bool", "date": "datetime64[us]"}


def _id(of, null=False):
    return Column(f"identifier of the {of}", null=null)


_START = Column("first character of the span in articles.text", "int", low=0)
_END = Column("character after the last of the span", "int", low=0)
_SENTENCE = Column("number of the sentence in the article, from 0", "int", low=0)
_SHARE = {"dtype": "float", "low": 0.0, "high": 1.0}

ARTICLES = Table("articles", "one article that was read", {
    "article_id": _id("article"),
    "corpus": Column("name of the corpus, or of the file that it came from"),
    "outlet": Column("who published it, as given", null="not given"),
    "published": Column("day of publication", "date", null="no date that can be read"),
    "title": Column("headline", null="not given"),
    "text": Column("title and body as read by every later stage; all offsets point into it"),
    "url": Column("address", null="not given"),
    "author": Column("byline", null="not given"),
    "place": Column("place of the event or dateline, as given", null="not given"),
    "language": Column("ISO 639-1 code, as given or by script", null="not given, and too little text to tell"),
    "event_id": Column("event that the article reports; articles with the same id report the same event",
                       null="no event given or found"),
    "duplicate_of": Column("article_id of the earliest article with the same text, if there is one",
                           null="no copy of another"),
    "n_words": Column("words in text", "int", low=0),
}, ("article_id",))

PROBLEMS = Table("problems", "something that could not be read or done, and why", {
    "article_id": Column("article_id, or the name and row of the input", null="not about one article"),
    "stage": Column("load, annotate, extract, measure, compare or chart"),
    "reason": Column("what went wrong, in a sentence that names the value and what to do"),
    "kept": Column("whether the article is still in articles", "bool"),
})

CLAIMS = Table("claims", "one figure as one outlet printed it, coded by hand", {
    "claim_id": _id("claim"),
    "event": Column("name of the claims file"),
    "outlet": Column("who printed it"),
    "published": Column("day of publication", "date", null="day not known"),
    "published_given": Column("the date as it stands in the file: 2018-11-02, or 2018-11, or 2018",
                              null="no date known"),
    "date_basis": Column("how the day is known; inferred and unknown are weak", null="not coded"),
    "url": Column("address of the page that was read", null="not stored"),
    "low": Column("smallest count that the words allow", "float",
                  null="the words set no such bound, or no number is printed", low=0),
    "high": Column("largest count that the words allow", "float",
                   null="the words set no such bound, or no number is printed", low=0),
    "unit": Column("people, bodies, percent, graves or another counted thing"),
    "qualifier": Column("what the words around the number make of it", allowed=QUALIFIERS),
    "counted": Column("who or what is counted, in the coder's words", null="not stated"),
    "outcome": Column("what happened to them",
                      null="not people or bodies", allowed=OUTCOMES),
    "outcome_coded": Column("the outcome as it stands in the file", null="not coded"),
    "scope": Column("what the figure covers: one site, several, the whole city", null="not coded"),
    "place": Column("where", null="not coded"),
    "source": Column("on whose word", null="none is named"),
    "source_type": Column("kind of source", null="none is named", allowed=SOURCE_TYPES),
    "responsible": Column("who is named as responsible", null="nobody is named"),
    "voice": Column("own: blame in the outlet's own voice; attributed: on someone's word",
                    null="nobody is named", allowed=VOICES),
    "upstream": Column("the text that the outlet took the figure from, where known", null="not known"),
    "confidence": Column("whether the page's own text was read", null="not coded"),
    "carrier": Column("site that carried the text, where it is not the outlet's", null="the outlet itself"),
    "language": Column("ISO 639-1 code", null="not coded"),
    "note": Column("coder's note", null="none"),
}, ("claim_id",))

SENTENCES = Table("sentences", "one sentence", {
    "article_id": _id("article"),
    "sentence_id": _SENTENCE,
    "start": _START,
    "end": _END,
    "in_title": Column("whether it is part of the headline", "bool"),
    "share_quoted": Column("share of its words that are attributed content, 0 to 1",
                           null="before extraction", **_SHARE),
}, ("article_id", "sentence_id"))

TOKENS = Table("tokens", "one word or mark with its Penn Treebank tag", {
    "article_id": _id("article"),
    "sentence_id": _SENTENCE,
    "start": _START,
    "end": _END,
    "text": Column("the characters of the token"),
    "tag": Column("Penn Treebank tag"),
})

READER_SPANS = Table("reader_spans", "one span that the reader labelled", {
    "article_id": _id("article"),
    "span_id": _id("span"),
    "layer": Column("which labels", allowed=("attribution", "figure")),
    "label": Column("what it is", allowed=("source", "cue", "content", "number", "counted", "agent")),
    "start": _START,
    "end": _END,
    "p": Column("mean probability of its labels", **_SHARE),
}, ("span_id",))

READER_LINKS = Table("reader_links", "which spans belong together, by the reader", {
    "article_id": _id("article"),
    "from_id": Column("attribution: a source or content span; figure: a number span"),
    "to_id": Column("attribution: a cue span; figure: a counted, agent or source span"),
    "p": Column("probability of the link", **_SHARE),
})

READER_NUMBERS = Table("reader_numbers", "what the reader thinks of one casualty number", {
    "span_id": _id("number span"),
    "outcome": Column("what happened to them", allowed=OUTCOMES),
    "p_outcome": Column("its probability", **_SHARE),
    "group": Column("who is counted", allowed=GROUPS),
    "p_group": Column("its probability", **_SHARE),
    "implicit": Column("a singular person without a number word", "bool"),
}, ("span_id",))

FIGURES = Table("figures", "one number that the text states", {
    "figure_id": _id("figure"),
    "article_id": _id("article"),
    "sentence_id": _SENTENCE,
    "start": _START,
    "end": _END,
    "text": Column("the characters of the number itself"),
    "low": Column("smallest count that the words allow", "float",
                  null="the words set no such bound, or no number is printed", low=0),
    "high": Column("largest count that the words allow", "float",
                   null="the words set no such bound, or no number is printed", low=0),
    "qualifier": Column("what the words around the number make of it", allowed=QUALIFIERS),
    "unit": Column("people, bodies, percent, money, or the counted thing's lemma"),
    "implicit": Column("a singular person without a number word counts as one", "bool"),
    "outcome": Column("what happened to them",
                      null="not people or bodies", allowed=OUTCOMES),
    "counted": Column("the words for who or what is counted", null="not stated"),
    "group": Column("kind of people",
                    null="not people or bodies", allowed=GROUPS),
    "source": Column("the words naming whom the figure is attributed to",
                     null="the outlet's own voice, or named people only deny it"),
    "source_start": Column("first character of source", "float", null="no source", low=0),
    "source_end": Column("character after source", "float", null="no source", low=0),
    "agent": Column("the words naming who or what caused it", null="nobody and nothing is named"),
    "agent_start": Column("first character of agent", "float", null="no agent", low=0),
    "agent_end": Column("character after agent", "float", null="no agent", low=0),
    "attribution_id": _id("attribution whose content holds the figure", null="in no attribution"),
    "part_of": Column("figure_id of the total that this is a part of", null="no part of a total"),
}, ("figure_id",))

ATTRIBUTIONS = Table("attributions", "one source with what is attributed to it", {
    "attribution_id": _id("attribution"),
    "article_id": _id("article"),
    "sentence_id": _SENTENCE,
    "kind": Column("whether the content stands in quote marks", allowed=KINDS),
    "source": Column("the words naming the source", null="none stands in the text"),
    "source_name": Column("fullest name of that source in the article", null="not found"),
    "carrier": Column("the outlet that relays the source, if any", null="none"),
    "cue": Column('the words that attribute; no day: "said", not "said Sunday"', null="none stands in the text"),
    "content": Column("what is attributed; pieces joined by ' ... '"),
    "source_type": Column("kind of source", allowed=SOURCE_TYPES),
    "anonymous": Column("whether the source is left unnamed", "bool"),
    "cue_stance": Column("what the cue says of the outlet's trust in the source", allowed=STANCES),
}, ("attribution_id",))

ATTRIBUTION_SPANS = Table("attribution_spans", "a part of an attribution, or a source or cue that belongs to none", {
    "article_id": _id("article"),
    "attribution_id": _id("attribution", null="a source or cue that was found, but belongs to no attribution"),
    "role": Column("part of the attribution", allowed=ROLES),
    "start": _START,
    "end": _END,
})

NAMES = Table("names", "one naming choice", {
    "article_id": _id("article"),
    "sentence_id": _SENTENCE,
    "start": _START,
    "end": _END,
    "text": Column("the words as printed"),
    "referent": Column("who or what is named, from the lexicon"),
    "choice": Column("which of the referent's names, from the lexicon"),
    "scare": Column("in scare quotes or after so-called", "bool"),
    "voice": Column("whose words they stand in", allowed=VOICES),
})

AGENCY = Table("agency", "one clause of harm: who does what to whom", {
    "article_id": _id("article"),
    "sentence_id": _SENTENCE,
    "start": _START,
    "end": _END,
    "predicate": Column("lemma of the word of harm"),
    "construction": Column("how the clause is built", allowed=CONSTRUCTIONS),
    "agent": Column("words for who did it", null="not named"),
    "patient": Column("words for whom it was done to", null="not named"),
})

TONE = Table("tone", "VADER scores of one sentence", {
    "article_id": _id("article"),
    "sentence_id": _SENTENCE,
    "compound": Column("-1 most negative to 1 most positive", "float", low=-1, high=1),
    "positive": Column("share of positive words", **_SHARE),
    "neutral": Column("share of neutral words", **_SHARE),
    "negative": Column("share of negative words", **_SHARE),
    "voice": Column("attributed where half or more of the words are attributed content", allowed=VOICES),
}, ("article_id", "sentence_id"))

TARGETS = Table("targets", "the polarity of a sentence towards one mention of a person or group in it", {
    "article_id": _id("article"),
    "sentence_id": _SENTENCE,
    "start": _START,
    "end": _END,
    "mention": Column("the words that name the target"),
    "entity": Column("the target's referent, one that acts, from the lexicon of names"),
    "polarity": Column("most probable polarity", allowed=POLARITIES),
    "p_negative": Column("probability", **_SHARE),
    "p_neutral": Column("probability", **_SHARE),
    "p_positive": Column("probability", **_SHARE),
})

FRAME_SCORES = Table("frames", "how much of a frame an article holds", {
    "article_id": _id("article"),
    "frame": Column("name of the frame: a generic one, or one of the user's own"),
    "method": Column("lexicon or model"),
    "score": Column("words of the frame, each counted twice at most, brought to 1,000 words by the root of the "
                    "length (by model: 0 to 1, .5 on the threshold); higher is more", "float", null="no words", low=0),
    "score_own": Column("the same over words in the outlet's own voice", "float",
                        null="no words in the outlet's own voice", low=0),
    "score_attributed": Column("the same over attributed words", "float", null="no attributed words", low=0),
    "present": Column("score at or above the frame's threshold", "bool"),
    "words": Column("the words that made the score, most frequent first",
                    null="no word of the frame, or scored by model"),
}, ("article_id", "frame", "method"))

KEYNESS = Table("keyness", "how much one outlet over-uses a term", {
    "outlet": Column("outlet"),
    "term": Column("word or collocation, lower case"),
    "log_odds": Column("log-odds ratio against the rest; higher is more this outlet's", "float"),
    "z": Column("log_odds over its standard error", "float"),
    "count": Column("times in this outlet", "int", low=0),
    "count_rest": Column("times in the rest", "int", low=0),
    "documents": Column("articles of this outlet with the term", "int", low=0),
}, ("outlet", "term"))

EVENTS = Table("events", "one event that articles report", {
    "event_id": _id("event"),
    "label": Column("title of its most central article", null="no title"),
    "first": Column("first day of publication", "date", null="no article has a date"),
    "last": Column("last day of publication", "date", null="no article has a date"),
    "n_articles": Column("articles", "int", low=1),
    "n_outlets": Column("outlets", "int", low=0),
    "place": Column("place named most", null="none is named"),
}, ("event_id",))

COMPARISONS = Table("comparisons", "one metric of one outlet, with its interval", {
    "metric": Column("what is compared"),
    "outlet": Column("outlet"),
    "estimate": Column("mean, share or ratio", "float",
                       null="too few articles or events"),
    "low": Column("lower end of the interval", "float", null="too few to resample"),
    "high": Column("upper end of the interval", "float", null="too few to resample"),
    "n_articles": Column("articles that it rests on", "int", low=0),
    "n_events": Column("events that it rests on", "int", low=0),
    "p_adjusted": Column("p-value after Benjamini-Hochberg", null="not tested", **_SHARE),
}, ("metric", "outlet"))

ALL = {t.name: t for t in (
    ARTICLES, PROBLEMS, CLAIMS, SENTENCES, TOKENS, READER_SPANS, READER_LINKS, READER_NUMBERS, FIGURES, ATTRIBUTIONS,
    ATTRIBUTION_SPANS, NAMES, AGENCY, TONE, TARGETS, FRAME_SCORES, KEYNESS, EVENTS, COMPARISONS,
)}

BY_ARTICLE = (
    "sentences", "figures", "attributions", "attribution_spans", "names", "agency", "tone", "targets", "frames",
)
"""Tables that are made article by article, and kept."""


def make(rows, table):
    """
    Build a table from rows, with the columns in order and of the right type, and check it.

    Parameters
    ----------
    rows : list of dict, or DataFrame
        Missing columns become null; columns that the table does not have are refused by ``check``.
    table : Table

    Returns
    -------
    DataFrame
        Columns in the table's order; its index counts from 0.

    Raises
    ------
    TableError
        As ``check``.

    Examples
    --------
    >>> make([], EVENTS).shape
    (0, 7)
    """
    frame = pd.DataFrame(rows).reset_index(drop=True)
    for name in table.columns:
        if name not in frame:
            frame[name] = None
    extra = [c for c in frame if c not in table.columns]
    if extra:
        raise TableError(f"Table {table.name} has no column {', '.join(map(repr, extra))}.")
    faults = []
    typed = {name: _typed(frame[name], column, faults) for name, column in table.columns.items()}
    if faults:
        raise TableError(f"Table {table.name}: " + "; ".join(faults))
    return check(pd.DataFrame(typed, index=frame.index), table)


def _typed(values, column, faults):
    try:
        if column.dtype == "date":
            return pd.to_datetime(values, errors="raise").astype(_DTYPES["date"])
        if column.dtype == "str":
            return values.astype(object).where(values.notna(), None).astype("str")
        return values.astype(_DTYPES[column.dtype])
    except (TypeError, ValueError) as error:
        faults.append(f"column {values.name!r} should be {column.dtype} ({error})")
        return values


def check(frame, table):
    """
    Refuse a table that breaks its definition, naming all faults together.

    Parameters
    ----------
    frame : DataFrame
        Not changed.
    table : Table

    Returns
    -------
    DataFrame
        The same frame.

    Raises
    ------
    TableError
        If a column is missing, of another type, null where it may not be, out of range or not
        among the allowed values, or if the key is not unique. Up to three bad rows are shown for each.
    """
    import pandera.errors

    try:
        _schema(table).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as error:
        raise TableError(_faults(table, error.failure_cases)) from None
    return frame


_SCHEMAS = {}


def _schema(table):
    import pandera.pandas as pa

    if table.name not in _SCHEMAS:
        columns = {}
        for name, column in table.columns.items():
            checks = [pa.Check.isin(column.allowed)] if column.allowed else []
            checks += [pa.Check.ge(column.low)] if column.low is not None else []
            checks += [pa.Check.le(column.high)] if column.high is not None else []
            columns[name] = pa.Column(_DTYPES[column.dtype], checks, nullable=bool(column.null))
        _SCHEMAS[table.name] = pa.DataFrameSchema(columns, strict=True, unique=list(table.key) or None)
    return _SCHEMAS[table.name]


def _faults(table, cases):
    lines = []
    for (column, fault), rows in cases.groupby(["column", "check"], dropna=False, sort=False):
        shown = ", ".join(f"row {i}: {v!r}" for i, v in zip(rows["index"][:3], rows["failure_case"][:3], strict=True))
        lines.append(f"  {column}: {fault} ({len(rows)} rows; {shown})")
    return f"Table {table.name} breaks its definition (data/README.md has the codebook):\n" + "\n".join(lines)


def shape_of(table):
    """Give a frame of no rows with the table's columns and types."""
    return make([], table)
