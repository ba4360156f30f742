"""
Every table of the project: columns, types, units, allowed values and keys.

A stage takes tables and returns tables. The column lists are written once, here, and imported.
``check`` refuses a table that breaks its definition and names all faults at once.
Offsets (``start``, ``end``) are characters of ``articles.text``, ``end`` not included.
Missing is null (NaN, NaT, None), never 0 or "".
"""

from analysis.core.schema import Column as Column
from analysis.core.schema import Table as Table
from analysis.core.schema import check as check
from analysis.core.schema import empty as empty
from analysis.core.schema import make as make

QUALIFIERS = ("exact", "at_least", "more_than", "at_most", "less_than", "approx", "range", "vague")
OUTCOMES = (
    "killed",
    "injured",
    "killed_or_injured",
    "missing",
    "captured",
    "displaced",
    "evacuated",
    "bodies_found",
    "rescued",
    "surrendered",
    "other",
)
GROUPS = (
    "civilians",
    "children",
    "women",
    "fighters",
    "soldiers",
    "journalists",
    "medics_aid",
    "mixed",
    "unspecified",
)
SOURCE_TYPES = (
    "state_official",
    "military",
    "armed_group",
    "health_authority",
    "rescue_workers",
    "monitoring_group",
    "un_or_igo",
    "aid_group",
    "local_authority",
    "resident_or_witness",
    "expert",
    "media",
    "document",
    "unnamed",
    "other",
)
STANCES = ("neutral", "endorsing", "distancing", "accusing", "urging", "supposing")
KINDS = ("direct", "indirect", "mixed")
ROLES = ("source", "cue", "content")
VOICES = ("own", "attributed")
POLARITIES = ("negative", "neutral", "positive")
CONSTRUCTIONS = ("active", "passive_with_agent", "passive_agentless", "intransitive", "nominal")
FRAMES = ("conflict", "economic", "human_interest", "morality", "resolution")


def _id(of, null=False):
    return Column(f"identifier of the {of}", null=null)


_START = Column("first character of the span in articles.text", "int", low=0)
_END = Column("character after the last of the span", "int", low=0)
_SENTENCE = Column("number of the sentence in the article, from 0", "int", low=0)
_SHARE = {"dtype": "float", "low": 0.0, "high": 1.0}
_COUNT = {"dtype": "float", "low": 0.0}

ARTICLES = Table(
    "articles",
    "one article that was read",
    {
        "article_id": _id("article"),
        "corpus": Column("name of the corpus, or of the file that it came from"),
        "outlet": Column("who published it, as given", null="not given"),
        "published": Column("day of publication", "date", null="no date that can be read"),
        "title": Column("headline", null="not given"),
        "text": Column("title and body as read by every later stage; all offsets point into it"),
        "url": Column("address", null="not given"),
        "author": Column("byline", null="not given"),
        "place": Column("place of the event or dateline, as given", null="not given"),
        "language": Column(
            "ISO 639-1 code, as given or by script", null="not given, and too little text to tell"
        ),
        "event_id": Column(
            "event that the article reports; articles with the same id report the same event",
            null="no event given or found",
        ),
        "duplicate_of": Column(
            "article_id of the earliest article with the same text, if there is one",
            null="no copy of another",
        ),
        "n_words": Column("words in text", "int", low=0),
    },
    ("article_id",),
)

PROBLEMS = Table(
    "problems",
    "something that could not be read or done, and why",
    {
        "article_id": Column(
            "article_id, or the name and row of the input", null="not about one article"
        ),
        "stage": Column("load, annotate, extract, measure, compare or chart"),
        "reason": Column("what went wrong, in a sentence that names the value and what to do"),
        "kept": Column("whether the article is still in articles", "bool"),
    },
)

CLAIMS = Table(
    "claims",
    "one figure as one outlet printed it, coded by hand",
    {
        "claim_id": _id("claim"),
        "event": Column("name of the claims file"),
        "outlet": Column("who printed it"),
        "published": Column("day of publication", "date", null="day not known"),
        "published_given": Column(
            "the date as it stands in the file: 2018-11-02, or 2018-11, or 2018",
            null="no date known",
        ),
        "date_basis": Column(
            "how the day is known; inferred and unknown are weak", null="not coded"
        ),
        "url": Column("address of the page that was read", null="not stored"),
        "low": Column(
            "smallest count that the words allow",
            "float",
            null="the words set no such bound, or no number is printed",
            low=0,
        ),
        "high": Column(
            "largest count that the words allow",
            "float",
            null="the words set no such bound, or no number is printed",
            low=0,
        ),
        "unit": Column("people, bodies, percent, graves or another counted thing"),
        "qualifier": Column("what the words around the number make of it", allowed=QUALIFIERS),
        "counted": Column("who or what is counted, in the coder's words", null="not stated"),
        "outcome": Column("what happened to them", null="not people or bodies", allowed=OUTCOMES),
        "outcome_coded": Column("the outcome as it stands in the file", null="not coded"),
        "scope": Column(
            "what the figure covers: one site, several, the whole city", null="not coded"
        ),
        "place": Column("where", null="not coded"),
        "source": Column("on whose word", null="none is named"),
        "source_type": Column("kind of source", null="none is named", allowed=SOURCE_TYPES),
        "responsible": Column("who is named as responsible", null="nobody is named"),
        "voice": Column(
            "own: blame in the outlet's own voice; attributed: on someone's word",
            null="nobody is named",
            allowed=VOICES,
        ),
        "upstream": Column(
            "the text that the outlet took the figure from, where known", null="not known"
        ),
        "confidence": Column("whether the page's own text was read", null="not coded"),
        "carrier": Column(
            "site that carried the text, where it is not the outlet's", null="the outlet itself"
        ),
        "language": Column("ISO 639-1 code", null="not coded"),
        "note": Column("coder's note", null="none"),
    },
    ("claim_id",),
)

SENTENCES = Table(
    "sentences",
    "one sentence",
    {
        "article_id": _id("article"),
        "sentence_id": _SENTENCE,
        "start": _START,
        "end": _END,
        "in_title": Column("whether it is part of the headline", "bool"),
        "share_quoted": Column(
            "share of its words that are attributed content, 0 to 1",
            null="before extraction",
            **_SHARE,
        ),
    },
    ("article_id", "sentence_id"),
)

TOKENS = Table(
    "tokens",
    "one word or mark with its Penn Treebank tag",
    {
        "article_id": _id("article"),
        "sentence_id": _SENTENCE,
        "start": _START,
        "end": _END,
        "text": Column("the characters of the token"),
        "tag": Column("Penn Treebank tag"),
    },
)

TAGGER_SPANS = Table(
    "reader_spans",
    "one span that the reader labelled",
    {
        "article_id": _id("article"),
        "span_id": _id("span"),
        "layer": Column("which labels", allowed=("attribution", "figure")),
        "label": Column(
            "what it is", allowed=("source", "cue", "content", "number", "counted", "agent")
        ),
        "start": _START,
        "end": _END,
        "p": Column("mean probability of its labels", **_SHARE),
    },
    ("span_id",),
)

TAGGER_LINKS = Table(
    "reader_links",
    "which spans belong together, by the reader",
    {
        "article_id": _id("article"),
        "from_id": Column("attribution: a source or content span; figure: a number span"),
        "to_id": Column("attribution: a cue span; figure: a counted, agent or source span"),
        "p": Column("probability of the link", **_SHARE),
    },
)

TAGGER_NUMBERS = Table(
    "reader_numbers",
    "what the reader thinks of one casualty number",
    {
        "span_id": _id("number span"),
        "outcome": Column("what happened to them", allowed=OUTCOMES),
        "p_outcome": Column("its probability", **_SHARE),
        "group": Column("who is counted", allowed=GROUPS),
        "p_group": Column("its probability", **_SHARE),
        "implicit": Column("a singular person without a number word", "bool"),
    },
    ("span_id",),
)

FIGURES = Table(
    "figures",
    "one number that the text states",
    {
        "figure_id": _id("figure"),
        "article_id": _id("article"),
        "sentence_id": _SENTENCE,
        "start": _START,
        "end": _END,
        "text": Column("the characters of the number itself"),
        "low": Column(
            "smallest count that the words allow",
            "float",
            null="the words set no such bound, or no number is printed",
            low=0,
        ),
        "high": Column(
            "largest count that the words allow",
            "float",
            null="the words set no such bound, or no number is printed",
            low=0,
        ),
        "qualifier": Column("what the words around the number make of it", allowed=QUALIFIERS),
        "unit": Column("people, bodies, percent, money, or the counted thing's lemma"),
        "implicit": Column("a singular person without a number word counts as one", "bool"),
        "outcome": Column("what happened to them", null="not people or bodies", allowed=OUTCOMES),
        "counted": Column("the words for who or what is counted", null="not stated"),
        "group": Column("kind of people", null="not people or bodies", allowed=GROUPS),
        "source": Column(
            "the words naming whom the figure is attributed to",
            null="the outlet's own voice, or named people only deny it",
        ),
        "source_start": Column("first character of source", "float", null="no source", low=0),
        "source_end": Column("character after source", "float", null="no source", low=0),
        "agent": Column(
            "the words naming who or what caused it", null="nobody and nothing is named"
        ),
        "agent_start": Column("first character of agent", "float", null="no agent", low=0),
        "agent_end": Column("character after agent", "float", null="no agent", low=0),
        "attribution_id": _id(
            "attribution whose content holds the figure", null="in no attribution"
        ),
        "part_of": Column(
            "figure_id of the total that this is a part of", null="no part of a total"
        ),
    },
    ("figure_id",),
)

ATTRIBUTIONS = Table(
    "attributions",
    "one source with what is attributed to it",
    {
        "attribution_id": _id("attribution"),
        "article_id": _id("article"),
        "sentence_id": _SENTENCE,
        "kind": Column("whether the content stands in quote marks", allowed=KINDS),
        "source": Column("the words naming the source", null="none stands in the text"),
        "source_name": Column("fullest name of that source in the article", null="not found"),
        "carrier": Column("the outlet that relays the source, if any", null="none"),
        "cue": Column(
            'the words that attribute; no day: "said", not "said Sunday"',
            null="none stands in the text",
        ),
        "content": Column("what is attributed; pieces joined by ' ... '"),
        "source_type": Column("kind of source", allowed=SOURCE_TYPES),
        "anonymous": Column("whether the source is left unnamed", "bool"),
        "cue_stance": Column(
            "what the cue says of the outlet's trust in the source", allowed=STANCES
        ),
    },
    ("attribution_id",),
)

ATTRIBUTION_SPANS = Table(
    "attribution_spans",
    "a part of an attribution, or a source or cue that belongs to none",
    {
        "article_id": _id("article"),
        "attribution_id": _id(
            "attribution", null="a source or cue that was found, but belongs to no attribution"
        ),
        "role": Column("part of the attribution", allowed=ROLES),
        "start": _START,
        "end": _END,
    },
)

NAMES = Table(
    "names",
    "one naming choice",
    {
        "article_id": _id("article"),
        "sentence_id": _SENTENCE,
        "start": _START,
        "end": _END,
        "text": Column("the words as printed"),
        "referent": Column("who or what is named, from the lexicon"),
        "choice": Column("which of the referent's names, from the lexicon"),
        "scare": Column("in scare quotes or after so-called", "bool"),
        "voice": Column("whose words they stand in", allowed=VOICES),
    },
)

AGENCY = Table(
    "agency",
    "one clause of harm: who does what to whom",
    {
        "article_id": _id("article"),
        "sentence_id": _SENTENCE,
        "start": _START,
        "end": _END,
        "predicate": Column("lemma of the word of harm"),
        "construction": Column("how the clause is built", allowed=CONSTRUCTIONS),
        "agent": Column("words for who did it", null="not named"),
        "patient": Column("words for whom it was done to", null="not named"),
    },
)

TONE = Table(
    "tone",
    "VADER scores of one sentence",
    {
        "article_id": _id("article"),
        "sentence_id": _SENTENCE,
        "compound": Column("-1 most negative to 1 most positive", "float", low=-1, high=1),
        "positive": Column("share of positive words", **_SHARE),
        "neutral": Column("share of neutral words", **_SHARE),
        "negative": Column("share of negative words", **_SHARE),
        "voice": Column(
            "attributed where half or more of the words are attributed content", allowed=VOICES
        ),
    },
    ("article_id", "sentence_id"),
)

TARGETS = Table(
    "targets",
    "the polarity of a sentence towards one mention of a person or group in it",
    {
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
    },
)

FRAME_SCORES = Table(
    "frames",
    "how much of a frame an article holds",
    {
        "article_id": _id("article"),
        "frame": Column("name of the frame: a generic one, or one of the user's own"),
        "method": Column("lexicon or model"),
        "score": Column(
            "words of the frame, each counted twice at most, brought to 1,000 words by the root of the "
            "length (by model: 0 to 1, .5 on the threshold); higher is more",
            "float",
            null="no words",
            low=0,
        ),
        "score_own": Column(
            "the same over words in the outlet's own voice",
            "float",
            null="no words in the outlet's own voice",
            low=0,
        ),
        "score_attributed": Column(
            "the same over attributed words", "float", null="no attributed words", low=0
        ),
        "present": Column("score at or above the frame's threshold", "bool"),
        "words": Column(
            "the words that made the score, most frequent first",
            null="no word of the frame, or scored by model",
        ),
    },
    ("article_id", "frame", "method"),
)

KEYNESS = Table(
    "keyness",
    "how much one outlet over-uses a term",
    {
        "outlet": Column("outlet"),
        "term": Column("word or collocation, lower case"),
        "log_odds": Column(
            "log-odds ratio against the rest; higher is more this outlet's", "float"
        ),
        "z": Column("log_odds over its standard error", "float"),
        "count": Column("times in this outlet", "int", low=0),
        "count_rest": Column("times in the rest", "int", low=0),
        "documents": Column("articles of this outlet with the term", "int", low=0),
    },
    ("outlet", "term"),
)

EVENTS = Table(
    "events",
    "one event that articles report",
    {
        "event_id": _id("event"),
        "label": Column("title of its most central article", null="no title"),
        "first": Column("first day of publication", "date", null="no article has a date"),
        "last": Column("last day of publication", "date", null="no article has a date"),
        "n_articles": Column("articles", "int", low=1),
        "n_outlets": Column("outlets", "int", low=0),
        "place": Column("place named most", null="none is named"),
    },
    ("event_id",),
)

COMPARISONS = Table(
    "comparisons",
    "one metric of one outlet, with its interval",
    {
        "metric": Column("what is compared"),
        "outlet": Column("outlet"),
        "estimate": Column("mean, share or ratio", "float", null="too few articles or events"),
        "low": Column("lower end of the interval", "float", null="too few to resample"),
        "high": Column("upper end of the interval", "float", null="too few to resample"),
        "n_articles": Column("articles that it rests on", "int", low=0),
        "n_events": Column("events that it rests on", "int", low=0),
        "p_adjusted": Column("p-value after Benjamini-Hochberg", null="not tested", **_SHARE),
    },
    ("metric", "outlet"),
)

REPORTS = Table(
    "reports",
    "one figure as one outlet printed it",
    {
        "report_id": Column("claim_id or figure_id"),
        "document": Column("the text that it stands in: figures of one document are of one hand"),
        "event": Column("event that it is about", null="no event"),
        "outlet": Column("who printed it", null="not given"),
        "published": Column("day of publication", "date", null="day not known"),
        "published_given": Column(
            "the date as given, where only the month or year is known: 2018-11",
            null="no date known, or it is in `published`",
        ),
        "low": Column(
            "smallest count that the words allow",
            "float",
            null="the words set no such bound, or no number is printed",
            low=0,
        ),
        "high": Column(
            "largest count that the words allow",
            "float",
            null="the words set no such bound, or no number is printed",
            low=0,
        ),
        "value": Column(
            "the number printed: middle of a range, value given to a vague word",
            "float",
            null="no number, or a vague word without a value",
            low=0,
        ),
        "text": Column("the characters of the number itself", null="coded by hand"),
        "qualifier": Column("what the words around the number make of it", allowed=QUALIFIERS),
        "unit": Column("counted thing"),
        "outcome": Column("what happened to them", null="not people or bodies", allowed=OUTCOMES),
        "meaning": Column(
            "the outcome in the coder's finer words, where there are any; else the outcome",
            null="not people or bodies",
        ),
        "counted": Column("who or what is counted", null="not stated"),
        "group": Column(
            "kind of people, where a machine told it",
            null="coded by hand, or not people or bodies",
            allowed=GROUPS,
        ),
        "scope": Column("one site, several, the whole", null="not coded"),
        "place": Column("where", null="not coded"),
        "source": Column("on whose word", null="the outlet's own voice"),
        "source_type": Column("kind of source", null="no source, or its kind is not known"),
        "responsible": Column("who is named as responsible", null="nobody and nothing is named"),
        "side": Column(
            "the responsible side in one form for all its names",
            null="only a weapon, or nobody, is named",
        ),
        "voice": Column(
            "in whose voice they are", null="nobody and nothing is named", allowed=VOICES
        ),
        "upstream": Column("text that the outlet took it from", null="not known"),
        "part_of": Column(
            "report_id of the total that it is a part of, where the text says so",
            null="no part of a total",
        ),
        "passage": Column("the words, or, for a hand-coded claim, its row in words"),
    },
    ("report_id",),
)

DISPERSION = Table(
    "spread",
    "the figures of one outlet for one event and outcome",
    {
        "event": Column("event"),
        "outcome": Column("what happened to them", allowed=OUTCOMES),
        "scope": Column("what the figures cover, where it is coded", null="not coded"),
        "place": Column(
            "the one place that they cover, for figures of single sites",
            null="not figures of one site",
        ),
        "outlet": Column("who printed them"),
        "n_figures": Column("figures, with those that have no value", "int", low=1),
        "first_published": Column("day of the first", "date", null="no date"),
        "last_published": Column("day of the last", "date", null="no date"),
        "first": Column("number of its first text", null="no number", **_COUNT),
        "last": Column("number of its last text", null="no number", **_COUNT),
        "lowest": Column("lowest number", null="no number", **_COUNT),
        "highest": Column("highest number", null="no number", **_COUNT),
        "conservative": Column(
            "smallest count that its words allow", null="no lower bound", **_COUNT
        ),
        "ratio": Column(
            "last number over the median of the outlets' last numbers; above 1 is higher than most",
            null="no number, or the median is 0",
            **_COUNT,
        ),
        "sources": Column("on whose word, joined by '; '", null="none is named"),
        "shared_with": Column(
            "outlets that rest on the same source or text, joined by '; '", null="with none"
        ),
        "vague": Column("what vague words were counted as"),
    },
)

DISPERSION_BY_EVENT = Table(
    "spread_events",
    "how far apart the outlets are for one event and outcome",
    {
        "event": Column("event"),
        "outcome": Column("what happened to them", allowed=OUTCOMES),
        "scope": Column("what the figures cover, where it is coded", null="not coded"),
        "place": Column(
            "the one place that they cover, for figures of single sites",
            null="not figures of one site",
        ),
        "n_outlets": Column("outlets", "int", low=1),
        "n_independent": Column(
            "groups of outlets that share no source or text: no more witnesses than this",
            "int",
            low=1,
        ),
        "n_figures": Column("figures", "int", low=1),
        "lowest": Column("lowest number of any outlet", null="no number", **_COUNT),
        "median": Column("median of the outlets' last numbers", null="no number", **_COUNT),
        "highest": Column("highest number of any outlet", null="no number", **_COUNT),
        "conservative": Column(
            "smallest count that any outlet's words allow", null="no lower bound", **_COUNT
        ),
        "ratio": Column(
            "highest over lowest, 1 or more", null="no number, or the lowest is 0", **_COUNT
        ),
        "vague": Column("what vague words were counted as"),
    },
)

CANDIDATE_KINDS = {
    "kept": "the number and the words around it are kept",
    "rounded": "the number is rounded",
    "qualifier_dropped": "the word that limits the number is gone",
    "qualifier_added": "a word now limits the number",
    "qualifier_changed": "another word limits the number",
    "outcome_changed": "the number is printed of another outcome",
    "scope_changed": "the number is printed of another extent, as of one place instead of all",
    "summed": "the number is the sum of figures of the statement",
    "split": "a total of the statement is printed as parts",
    "total_of_parts": "within one text, a figure is the sum of others, which stand beside it",
    "lower_count": "a lower number is printed of the same place",
    "higher_count": "a higher number is printed of the same place",
    "revised_down": "the same source later gives a lower number",
    "revised_up": "the same source later gives a higher number",
    "source_kept": "the source is kept",
    "source_replaced": "another source is named for the number",
    "source_dropped": "no source is named for the number any more",
    "source_added": "a source is named for a number that had none",
    "blame_to_own_voice": "who is responsible was said by someone, and is now said by the outlet",
    "blame_changed": "another side is named as responsible for the same number",
    "blame_added": "a side is now named as responsible",
    "blame_dropped": "no side is named as responsible any more",
}

CANDIDATES = Table(
    "candidates",
    "what may have become of one figure in another text; for a reader to decide",
    {
        "kind": Column("what may have happened", allowed=tuple(CANDIDATE_KINDS)),
        "statement_ids": Column(
            "report_id of the statement's figure, or of several joined by ' + '"
        ),
        "other_ids": Column("report_id of the other figure, or of several joined by ' + '"),
        "statement_outlet": Column("who printed the statement", null="not given"),
        "outlet": Column("who printed the other", null="not given"),
        "statement_published": Column("day of the statement", "date", null="day not known"),
        "published": Column("day of the other", "date", null="day not known"),
        "published_given": Column(
            "the other's date as given, such as 2018-11 where the day is not known; without any "
            "date it is taken for a later one",
            null="no date known, or it is in `published`",
        ),
        "statement_value": Column("the statement's number, or the sum of several", "float", low=0),
        "value": Column("the other's number, or the sum of several", "float", low=0),
        "statement_passage": Column("the statement's words, or its row in words"),
        "passage": Column("the other's words, or its row in words"),
        "ties": Column("what ties the two", null="within one text"),
        "why": Column("the judgement in a sentence, which begins with Candidate"),
    },
)

WORDING = Table(
    "wording",
    "what one article shares, word for word, with a statement",
    {
        "article_id": Column("identifier of the article"),
        "outlet": Column("who published it", null="not given"),
        "published": Column("day of publication", "date", null="no date"),
        "share_of_statement": Column(
            "share of the statement's word runs that the article has", **_SHARE
        ),
        "share_of_article": Column(
            "share of the article's word runs that the statement has", **_SHARE
        ),
        "resemblance": Column(
            "Jaccard similarity of the two sets of word runs, estimated by MinHash", **_SHARE
        ),
        "near_copy": Column("whether resemblance reaches the threshold", "bool"),
        "longest": Column("words of the longest passage that both have", "int", low=0),
        "start": Column("first character of that passage in the article", "int", low=0),
        "end": Column("character after it", "int", low=0),
        "statement_start": Column("first character of that passage in the statement", "int", low=0),
        "statement_end": Column("character after it", "int", low=0),
        "passage": Column("the passage as the article prints it"),
    },
    ("article_id",),
)

DIFFERENCES = Table(
    "differences",
    "one outlet against another, or against all others, on the events both report",
    {
        "metric": Column("what is compared"),
        "outlet": Column("outlet"),
        "other": Column(
            "the other outlet; 'others' for the mean of all that report the same event"
        ),
        "difference": Column(
            "mean over shared events of outlet minus other", "float", null="too few shared events"
        ),
        "low": Column("lower end of the interval", "float", null="too few to resample"),
        "high": Column("upper end of the interval", "float", null="too few to resample"),
        "effect": Column(
            "Hedges' g of the paired differences: in standard deviations",
            "float",
            null="too few, or no variation",
        ),
        "dominance": Column(
            "share of events where outlet is higher minus share where it is lower",
            "float",
            null="too few shared events",
            low=-1,
            high=1,
        ),
        "n_events": Column("shared events", "int", low=0),
        "p": Column("two-sided permutation p-value", null="too few shared events", **_SHARE),
        "p_adjusted": Column(
            "the same after Benjamini-Hochberg over all rows shown",
            null="too few shared events",
            **_SHARE,
        ),
    },
    ("metric", "outlet", "other"),
)

SCORES = Table(
    "scores",
    "how well one measure of the machine agrees with a hand-coded sheet",
    {
        "measure": Column("what had to be right"),
        "part": Column("which rows, role or field"),
        "precision": Column(
            "share of the machine's that are right", null="a share of what was found", **_SHARE
        ),
        "recall": Column(
            "share of the sheet's that the machine has", null="a share of what was found", **_SHARE
        ),
        "value": Column("F1, or the share right of those found", null="nothing to score", **_SHARE),
        "low": Column(
            "lower end of the value's interval", null="too few articles to resample", **_SHARE
        ),
        "high": Column(
            "upper end of the value's interval", null="too few articles to resample", **_SHARE
        ),
        "n_coded": Column("in the sheet", "int", low=0),
        "n_found": Column("by the machine", "int", low=0),
        "n_right": Column("right", "int", low=0),
    },
    ("measure", "part"),
)

RELIABILITY = Table(
    "reliability",
    "how far coders agree on one variable",
    {
        "variable": Column("what was coded"),
        "alpha": Column(
            "Krippendorff's alpha: 1 agreement, 0 chance, below 0 worse",
            "float",
            null="fewer than two values or codings",
            high=1,
        ),
        "low": Column(
            "lower end of its interval", "float", null="too few items to resample", high=1
        ),
        "high": Column(
            "upper end of its interval", "float", null="too few items to resample", high=1
        ),
        "agreement": Column(
            "share of pairs of codings of one item that are equal",
            null="no item was coded twice",
            **_SHARE,
        ),
        "n_items": Column("items with two codings or more", "int", low=0),
        "n_coders": Column("coders", "int", low=0),
    },
    ("variable",),
)

ALL = {
    t.name: t
    for t in (
        ARTICLES,
        PROBLEMS,
        CLAIMS,
        SENTENCES,
        TOKENS,
        TAGGER_SPANS,
        TAGGER_LINKS,
        TAGGER_NUMBERS,
        FIGURES,
        ATTRIBUTIONS,
        ATTRIBUTION_SPANS,
        NAMES,
        AGENCY,
        TONE,
        TARGETS,
        FRAME_SCORES,
        KEYNESS,
        EVENTS,
        COMPARISONS,
    )
}

PER_ARTICLE = (
    "sentences",
    "figures",
    "attributions",
    "attribution_spans",
    "names",
    "agency",
    "tone",
    "targets",
    "frames",
)
"""Tables that are made article by article, and kept."""


FOR_NOTEBOOKS = (
    REPORTS,
    DISPERSION,
    DISPERSION_BY_EVENT,
    CANDIDATES,
    WORDING,
    DIFFERENCES,
    SCORES,
    RELIABILITY,
)
"""Tables that notebooks compute and show, and no run keeps."""
