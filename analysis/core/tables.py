"""
Every table of the project: columns, types, units, allowed values and keys.

A stage takes tables and returns tables. Their columns are defined here, once, and imported
everywhere else. ``make`` builds a table from rows; ``check`` reports every fault in one error.
Offsets (``start``, ``end``) count characters of ``articles.text``, with ``end`` not included.
Missing values are null (NaN, NaT, None), never 0 or an empty string.
"""

from analysis.core.schema import Column as Column
from analysis.core.schema import Table as Table
from analysis.core.schema import check as check
from analysis.core.schema import empty as empty
from analysis.core.schema import make as make

QUALIFIERS = ("exact", "at_least", "more_than", "at_most", "less_than", "approx", "range", "vague")
UNITS = ("people", "bodies", "percent", "points", "money", "measure", "things")
CHANGES = ("up", "down")
MENTIONS = ("numeral", "vague", "indefinite", "named")
STANDINGS = ("stands", "outdated", "denied", "limit", "asked", "background", "none")
SCOPES = ("event", "part", "background", "other_event")
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
    "ill",
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
PARTY_KINDS = (
    *("government", "military", "police_security", "armed_group", "attacker", "opposition"),
    *("protesters", "officials", "person", "other"),
)
FRAMES = (
    "conflict",
    "economic",
    "human_interest",
    "morality",
    "responsibility",
    "resolution",
)
FRAME_METHODS = ("lexicon", "model")
ALPHAS = ("nominal", "interval", "unitised")
CHECKS = ("right", "changed", "added")
CORRECTED_TABLES = (
    *("articles", "figures", "attributions", "parties", "names", "agency", "targets", "frames"),
    *("events", "stories", "quantities", "outlets"),
)
CORRECTION_STATUSES = ("applied", "superseded", "not_found", "outside", "open")
DRAWN = ("deciding", "doubtful", "random")
"""Why a figure is in the queue: it decides a finding, was read with doubt, or was drawn by lot."""


def _id(of: str, null: bool | str = False) -> Column:
    return Column(f"identifier of the {of}", null=null)


def _probability(of: str) -> Column:
    return Column(f"probability of {of}, 0 to 1", **_SHARE)


_SHARE = {"dtype": "float", "low": 0.0, "high": 1.0}
_COUNT = {"dtype": "float", "low": 0.0}

_START = Column("offset of the span's first character in articles.text", "int", low=0)
_END = Column("offset after the span's last character", "int", low=0)
_SENTENCE = Column("number of the sentence in the article, from 0", "int", low=0)

# Of any stated number; a temperature or a percentage may be below zero.
_SMALLEST = Column(
    "smallest number that the wording allows",
    "float",
    null="the wording sets no lower bound, or there is no number",
)
_LARGEST = Column(
    "largest number that the wording allows",
    "float",
    null="the wording sets no upper bound, or there is no number",
)
_LOW = Column(
    "smallest count that the wording allows",
    null="the wording sets no lower bound, or there is no number",
    **_COUNT,
)
_HIGH = Column(
    "largest count that the wording allows",
    null="the wording sets no upper bound, or there is no number",
    **_COUNT,
)
_QUALIFIER = Column("how the surrounding words qualify the number", allowed=QUALIFIERS)
_OUTCOME = Column(
    "what happened to the people counted", null="not people or bodies", allowed=OUTCOMES
)
_SCOPE = Column("what the figures cover, as coded by hand", null="not coded")
_SITE = Column("the place, if the figures cover a single site", null="not figures for one site")
_VAGUE = Column("values used for vague words")
_CHECKED = Column(
    "what a person who checked the row found: that it is right, that a value had to be changed, or "
    "that the row had to be added",
    null="no person has checked it",
    allowed=CHECKS,
)
_CHECKED_BY = Column(
    "coders who checked it, joined by '; '", null="no person has checked it, or no coder is named"
)
_PUBLISHED_OR_UNKNOWN = Column("day of publication", "date", null="day not known")
_PUBLISHER = Column("outlet that printed it", null="not given")

ARTICLES = Table(
    "articles",
    "one article",
    {
        "article_id": _id("article"),
        "corpus": Column("name of the corpus, or of the file that the article comes from"),
        "outlet": Column(
            "outlet that published the article: one printed name for all its hosts and names",
            null="not given",
        ),
        "outlet_given": Column("outlet as the input gives it", null="not given"),
        "published": Column("day of publication", "date", null="no readable date"),
        "published_time": Column(
            "time of day of publication as given, HH:MM; time zones are not converted",
            null="the input gives none, or midnight",
        ),
        "published_zone": Column(
            "time zone of published_time: +00:00, or letters as given (EST)",
            null="no time, or the input gives it without a zone",
        ),
        "published_in_text": Column(
            "day of publication that the text states as its own: after 'Published', in a dateline",
            "date",
            null="the text states none",
        ),
        "title": Column("headline", null="not given"),
        "text": Column(
            "headline and body; every later stage reads this text, and all offsets refer to it"
        ),
        "url": Column("address of the article", null="not given"),
        "author": Column("byline", null="not given"),
        "place": Column("place of the event, or dateline, as given", null="not given"),
        "language": Column(
            "ISO 639-1 code, as given or told from the text; und: not English, and which language "
            "cannot be told. Articles in another language than en have no rows in other tables",
            null="not given, and cannot be told from the text, which is read as English",
        ),
        "event_id": Column(
            "event that the article reports; articles with the same id report the same event",
            null="no event given or found",
        ),
        "story_id": Column(
            "story that the article belongs to: an event and its next steps; holds whole events",
            null="no story given or found",
        ),
        "duplicate_of": Column(
            "article_id of the earliest article with the same text and the same numbers, days and "
            "places",
            null="not a duplicate",
        ),
        "update_of": Column(
            "article_id of the version of the text directly before, whose numbers, days or places "
            "differ",
            null="no earlier version, or a duplicate",
        ),
        "n_words": Column("number of words in text", "int", low=0),
        "provider": Column(
            "how the article was read: the database and the format of its export, the tool or "
            "service that wrote the file, or the format of the file",
            null="not known",
        ),
    },
    ("article_id",),
)

PROBLEMS = Table(
    "problems",
    "one thing that could not be read or processed, and why",
    {
        "article_id": Column(
            "article_id, or the name and row of the input", null="not about a single article"
        ),
        "stage": Column(
            "load, annotate, extract, corrections, measure, compare or chart; extract: values for "
            "numbers that are no figures: too large, taken back by their text, or of the page"
        ),
        "reason": Column("one sentence on what went wrong, with the value and what to do about it"),
        "kept": Column("whether the article is still in the articles table", "bool"),
    },
)

CLAIMS = Table(
    "claims",
    "one figure as one outlet printed it, coded by hand",
    {
        "claim_id": _id("claim"),
        "event": Column("name of the claims file"),
        "outlet": Column("outlet that printed the figure"),
        "published": _PUBLISHED_OR_UNKNOWN,
        "published_given": Column(
            "date as written in the file: 2018-11-02, 2018-11 or 2018", null="date not known"
        ),
        "date_basis": Column(
            "how the day is known; days marked inferred or unknown are weak evidence",
            null="not coded",
        ),
        "url": Column("address of the page that was read", null="not stored"),
        "low": _LOW,
        "high": _HIGH,
        "unit": Column("what is counted: people, bodies, percent, graves or another kind of thing"),
        "qualifier": _QUALIFIER,
        "counted": Column("who or what is counted, in the coder's words", null="not stated"),
        "outcome": _OUTCOME,
        "outcome_coded": Column("outcome as written in the file", null="not coded"),
        "scope": Column(
            "what the figure covers: one site, several sites or the whole city", null="not coded"
        ),
        "place": Column("place that the figure is about", null="not coded"),
        "source": Column("source that the figure is attributed to", null="no source is named"),
        "source_type": Column(
            "type of source",
            null="no source is named, or its type is not coded",
            allowed=SOURCE_TYPES,
        ),
        "responsible": Column("party named as responsible", null="no party is named"),
        "voice": Column(
            "own if the outlet assigns responsibility itself, attributed if it quotes someone",
            null="no party is named",
            allowed=VOICES,
        ),
        "upstream": Column("text that the outlet took the figure from", null="not known"),
        "confidence": Column("whether the text of the page itself was read", null="not coded"),
        "carrier": Column(
            "site that carried the text, if it is not the outlet's own", null="the outlet itself"
        ),
        "language": Column("ISO 639-1 code", null="not coded"),
        "note": Column("coder's note", null="no note"),
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
        "in_title": Column("whether the sentence is part of the headline", "bool"),
        "share_quoted": Column(
            "share of the sentence's words that are attributed content, 0 to 1",
            null="attributions not extracted yet",
            **_SHARE,
        ),
    },
    ("article_id", "sentence_id"),
)

TOKENS = Table(
    "tokens",
    "one word or punctuation mark",
    {
        "article_id": _id("article"),
        "sentence_id": _SENTENCE,
        "start": _START,
        "end": _END,
        "text": Column("characters of the token"),
        "tag": Column("Penn Treebank tag"),
    },
)

TAGGER_SPANS = Table(
    "tagger_spans",
    "one span that the tagger labelled",
    {
        "article_id": _id("article"),
        "span_id": _id("span"),
        "layer": Column("set of labels", allowed=("attribution", "figure", "quantity")),
        "label": Column(
            "label of the span",
            allowed=(
                *("source", "cue", "content"),
                *("number", "named", "counted", "agent"),
                *("quantity", "whose"),
            ),
        ),
        "start": _START,
        "end": _END,
        "p": Column("mean probability of the label over the span's tokens, 0 to 1", **_SHARE),
        "probe": Column(
            "what the tagger's middle layer adds to the log odds that a cue reports a statement",
            dtype="float",
            null="no cue, or of a model of another size",
        ),
    },
    ("span_id",),
)

TAGGER_LINKS = Table(
    "tagger_links",
    "one link that the tagger found between two spans",
    {
        "article_id": _id("article"),
        "from_id": Column(
            "in attributions, a source or content span; otherwise a number or quantity span"
        ),
        "to_id": Column(
            "in attributions, a cue span; in figures, a counted, agent or source span; in "
            "quantities, a counted or whose span"
        ),
        "p": _probability("the link"),
    },
)

_NOT_LABELLED = "the model does not label it"

TAGGER_NUMBERS = Table(
    "tagger_numbers",
    "what the tagger predicts for one casualty number, named person or quantity",
    {
        "span_id": _id("number, named or quantity span"),
        "outcome": Column("what happened to the people, if they are casualties", allowed=OUTCOMES),
        "p_outcome": _probability("the outcome"),
        "group": Column("group of people counted", allowed=GROUPS),
        "p_group": _probability("the group"),
        "implicit": Column("whether it is a singular person without a number word", "bool"),
        "unit": Column("what kind of quantity it is", null=_NOT_LABELLED, allowed=UNITS),
        "p_unit": Column("probability of the unit, 0 to 1", null=_NOT_LABELLED, **_SHARE),
        "change": Column(
            "whether it is a rise or fall", null=f"a level, or {_NOT_LABELLED}", allowed=CHANGES
        ),
        "p_change": Column(
            "probability of the change or level, 0 to 1", null=_NOT_LABELLED, **_SHARE
        ),
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
        "text": Column("characters of the number itself"),
        "low": _SMALLEST,
        "high": _LARGEST,
        "qualifier": _QUALIFIER,
        "qualifier_text": Column(
            'words of the qualifier before the number, in lower case: "almost", "no fewer than"',
            null="there are none, they follow the number, are a verb or were corrected by hand",
        ),
        "unit": Column(
            "kind of what is counted or measured; people only in casualty figures", allowed=UNITS
        ),
        "unit_text": Column(
            'unit as written: "$", "pounds", "%", "feet"', null="a count, or no unit is written"
        ),
        "currency": Column("ISO 4217 code", null='not money, or the text does not tell ("$")'),
        "noun": Column("lemma of the head of counted", null="counted is null"),
        "whose": Column("words for whom or what it belongs to", null="not told"),
        "change": Column(
            "direction, where the number is itself a difference", null="a level", allowed=CHANGES
        ),
        "mention": Column(
            "how it is stated: a number, a vague word, one indefinite person, or named or definite "
            "persons, who are no toll and are shown apart",
            allowed=MENTIONS,
        ),
        "implicit": Column(
            "whether it is a singular person without a number word, counted as 1", "bool"
        ),
        "outcome": _OUTCOME,
        "counted": Column("words for who or what is counted", null="not stated"),
        "p_counted": Column(
            "probability that counted says what a percentage, sum or measure is of, or a count "
            "with no noun beside it, 0 to 1",
            null="counted is null, stands beside its number or was corrected by hand",
            **_SHARE,
        ),
        "group": Column("group of people counted", null="not people or bodies", allowed=GROUPS),
        "source": Column(
            "words that name the source of the figure",
            null="the outlet's own voice, or the only named people deny the figure",
        ),
        "source_start": Column(
            "offset of the source's first character", "float", null="no source", low=0
        ),
        "source_end": Column(
            "offset after the source's last character", "float", null="no source", low=0
        ),
        "agent": Column("words that name who or what caused the outcome", null="no agent is named"),
        "agent_start": Column(
            "offset of the agent's first character", "float", null="no agent", low=0
        ),
        "agent_end": Column(
            "offset after the agent's last character", "float", null="no agent", low=0
        ),
        "agent_party": Column(
            "party that the agent's words name: with its side where a noun says which (Syria "
            "(authorities)), the country alone where only its adjective does (Syrian shelling)",
            null="no agent, a weapon or an event alone, or the article does not tell whose it is",
        ),
        "attribution_id": _id(
            "attribution whose content contains the figure", null="not in an attribution"
        ),
        "part_of": Column(
            "figure_id of the total that includes this figure", null="not part of a total"
        ),
        "scope": Column(
            "whether it is of the event, a part of it, a background such as a war or a year, or "
            "another event",
            null="not people or bodies, and not in the caption of an old picture",
            allowed=SCOPES,
        ),
        "quantity_id": Column(
            "quantity that it states: the same measured thing in one story",
            null="named persons, who are no number, or a story that could not be compared",
        ),
        "standing": Column(
            "how its article puts the number forward: it stands, has changed since, is denied, is "
            "what is allowed or needed, is asked for, is of another happening or time, or states "
            "no quantity",
            null="not asked: no other outlet states its quantity",
            allowed=STANDINGS,
        ),
        "rules": Column(
            "what decided the outcome, separated by commas: ids of data/rules/figures, or of "
            "data/rules/in_code.toml for rules written in Python; person where a correction did; "
            "and the rule (disputed) by which the article prints the number only to dispute it",
            null="not people or bodies, persons named, or an outcome that a list shares, and not "
            "disputed",
        ),
        "p": Column(
            "calibrated probability that value, unit, outcome and qualifier are right, 0 to 1",
            null="marked or checked by hand",
            **_SHARE,
        ),
        "checked": _CHECKED,
        "checked_by": _CHECKED_BY,
    },
    ("figure_id",),
)

ATTRIBUTIONS = Table(
    "attributions",
    "one source and the content attributed to it",
    {
        "attribution_id": _id("attribution"),
        "article_id": _id("article"),
        "sentence_id": _SENTENCE,
        "kind": Column("whether the content is in quotation marks", allowed=KINDS),
        "source": Column("words that name the source", null="the text names no source"),
        "source_name": Column("fullest name of the source in the article", null="not found"),
        "carrier": Column("outlet that relays the source", null="no other outlet is named"),
        "cue": Column(
            'words that attribute, without the day: "said", not "said Sunday"',
            null="the text has no cue",
        ),
        "content": Column("attributed words; separate spans are joined by ' ... '"),
        "source_type": Column("type of source", allowed=SOURCE_TYPES),
        "anonymous": Column("whether the source is left unnamed", "bool"),
        "cue_stance": Column("stance of the outlet that the cue implies", allowed=STANCES),
        "checked": _CHECKED,
        "checked_by": _CHECKED_BY,
    },
    ("attribution_id",),
)

ATTRIBUTION_SPANS = Table(
    "attribution_spans",
    "one span of an attribution, or a source or cue that belongs to no attribution",
    {
        "article_id": _id("article"),
        "attribution_id": _id("attribution", null="a source or cue that belongs to no attribution"),
        "role": Column("role of the span in the attribution", allowed=ROLES),
        "start": _START,
        "end": _END,
    },
)

NAMES = Table(
    "names",
    "one mention of a referent, under one of its names",
    {
        "article_id": _id("article"),
        "sentence_id": _SENTENCE,
        "start": _START,
        "end": _END,
        "text": Column("the name as printed"),
        "referent": Column(
            "who or what is named, from the lexicon; in brackets whose it is, of generic referents"
        ),
        "choice": Column("which of the referent's names is used, from the lexicon"),
        "party": Column(
            "whose the government, army or fighters in the name are",
            null="the name holds no generic name of a party, or the article does not tell",
        ),
        "counted": Column(
            "whether it counts as a choice: not where it is a party's and the article does not "
            "tell whose, nor of lone attackers, who are others in each article",
            "bool",
        ),
        "scare": Column("whether the name is in scare quotes or follows so-called", "bool"),
        "voice": Column("voice of the sentence that contains the name", allowed=VOICES),
    },
)

PARTIES = Table(
    "parties",
    "one generic name of a party (the government, militants, the president), and whose it is",
    {
        "article_id": _id("article"),
        "sentence_id": _SENTENCE,
        "start": _START,
        "end": _END,
        "text": Column("the generic name as printed"),
        "kind": Column("what kind of party the name says", allowed=PARTY_KINDS),
        "party": Column(
            "whose it is, or who it is: a country, an armed group, a political party, a place",
            null="the article does not tell, or the name is meant in general",
        ),
        "party_start": Column(
            "first character of the words that tell whose it is", "float", null="nothing tells"
        ),
        "party_end": Column("character after the last of them", "float", null="nothing tells"),
        "p": Column(
            "probability that the most probable party is right, 0 to 1; below .5 none is given",
            null="the article names nobody whose it could be",
            **_SHARE,
        ),
    },
)

AGENCY = Table(
    "agency",
    "one clause of harm that the text states as a fact: who does what to whom",
    {
        "article_id": _id("article"),
        "sentence_id": _SENTENCE,
        "start": _START,
        "end": _END,
        "predicate": Column("lemma of the word of harm"),
        "construction": Column("grammatical construction of the clause", allowed=CONSTRUCTIONS),
        "agent": Column("words for who did it", null="not named, or the grammar does not tell"),
        "agent_party": Column(
            "party that these words name", null="no agent, or the article does not tell whose"
        ),
        "patient": Column(
            "words for whom it was done to", null="not named, or the grammar does not tell"
        ),
        "patient_party": Column(
            "party that these words name", null="no patient, or the article does not tell whose"
        ),
    },
)

TONE = Table(
    "tone",
    "the VADER scores of one sentence",
    {
        "article_id": _id("article"),
        "sentence_id": _SENTENCE,
        "compound": Column("-1 (most negative) to 1 (most positive)", "float", low=-1, high=1),
        "positive": Column("share of positive words, 0 to 1", **_SHARE),
        "neutral": Column("share of neutral words, 0 to 1", **_SHARE),
        "negative": Column("share of negative words, 0 to 1", **_SHARE),
        "voice": Column(
            "attributed if at least half of the words are attributed content", allowed=VOICES
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
        "mention": Column("words that name the target"),
        "entity": Column(
            "who the target is: a party, in brackets which side of a country (authorities, armed "
            "groups), or a referent in the lexicon of names"
        ),
        "polarity": Column("most probable polarity", allowed=POLARITIES),
        "p_negative": _probability("negative polarity"),
        "p_neutral": _probability("neutral polarity"),
        "p_positive": _probability("positive polarity"),
    },
)

FRAME_SCORES = Table(
    "frames",
    "the score of one frame in one article",
    {
        "article_id": _id("article"),
        "frame": Column("name of the frame: a generic one, or one that the user added"),
        "method": Column("what decided `present`", allowed=FRAME_METHODS),
        "score": Column(
            "words of the frame's lexicon, each counted at most twice, scaled to 1,000 words by "
            "the square root of the length; higher means more",
            "float",
            null="no words",
            low=0,
        ),
        "score_own": Column(
            "score over words in the outlet's own voice",
            "float",
            null="no words in the outlet's own voice",
            low=0,
        ),
        "score_attributed": Column(
            "score over attributed words", "float", null="no attributed words", low=0
        ),
        "p": Column(
            "probability that a coder finds the frame in the article, by the frame model",
            "float",
            null="decided by the lexicon, or no words",
            low=0,
            high=1,
        ),
        "present": Column(
            "the more likely answer: model: whether `p` reaches the frame's threshold, lexicon: "
            "whether `score` does",
            "bool",
        ),
        "certain": Column(
            "whether `p` is so high or low that four in five such answers are right; false is "
            "read as not sure, and is always false where the lexicon decided",
            "bool",
        ),
        "words": Column(
            "words that the score is based on, most frequent first", null="no word of the frame"
        ),
    },
    ("article_id", "frame", "method"),
)

FRAME_SENTENCES = Table(
    "frame_sentences",
    "one of the sentences that speak most for a frame that is present in an article",
    {
        "article_id": _id("article"),
        "sentence_id": _SENTENCE,
        "frame": Column("name of the frame"),
        "method": Column("what decided that the frame is present", allowed=FRAME_METHODS),
        "start": _START,
        "end": _END,
        "added": Column(
            "model: what the sentence adds to the log-odds of the frame; lexicon: how many words "
            "of the frame it contains; higher means that it speaks more for the frame",
            "float",
            low=0,
        ),
    },
    ("article_id", "sentence_id", "frame", "method"),
)

KEYNESS = Table(
    "keyness",
    "how much more one outlet uses a term than the others",
    {
        "outlet": Column("outlet"),
        "term": Column("word or collocation, in lower case"),
        "log_odds": Column(
            "log-odds ratio against the other outlets; higher means more typical of this one",
            "float",
        ),
        "z": Column("log_odds divided by its standard error", "float"),
        "count": Column("occurrences in this outlet", "int", low=0),
        "count_rest": Column("occurrences in the other outlets", "int", low=0),
        "documents": Column("articles of this outlet that contain the term", "int", low=0),
    },
    ("outlet", "term"),
)

_NO_DAY = "no article has a date, or every one is contradicted by its own text"
_GROUP = {
    "label": Column(
        "where or of whom, what happened and when, in neutral words; unique", null="no words"
    ),
    "first": Column("first day of publication that no text contradicts", "date", null=_NO_DAY),
    "last": Column("last day of publication that no text contradicts", "date", null=_NO_DAY),
    "n_articles": Column("number of articles", "int", low=1),
    "n_outlets": Column("number of outlets", "int", low=0),
    "place": Column("most frequently named place", null="no place is named"),
}

EVENTS = Table(
    "events",
    "one event that articles report",
    {
        "event_id": _id("event"),
        **_GROUP,
    },
    ("event_id",),
)

STORIES = Table(
    "stories",
    "one story: an event and its next steps",
    {
        "story_id": _id("story"),
        **_GROUP,
        "p": Column(
            "probability that two of its articles are of one story; 1 where the input or a person "
            "joined them, or they are versions of one text",
            "float",
            null="one article",
            low=0,
            high=1,
        ),
    },
    ("story_id",),
)

QUANTITIES = Table(
    "quantities",
    "one measured thing in one story, whoever states it",
    {
        "quantity_id": _id("quantity"),
        "story_id": Column("story", null="the article is in no story"),
        "label": Column("what is measured, in plain words; unique in its story"),
        "unit": Column("kind of what is counted or measured, stated most often", allowed=UNITS),
        "unit_text": Column("unit as written most often", null="a count, or no unit is written"),
        "currency": Column("ISO 4217 code", null="not money, or the text does not tell"),
        "outcome": _OUTCOME,
        "part_of": Column("quantity_id of the total that includes it", null="not part of a total"),
        "n_outlets": Column("outlets that state it", "int", low=0),
        "n_articles": Column("articles that state it", "int", low=1),
        "low": Column("smallest number stated in its unit", "float", null="only vague words"),
        "high": Column("largest number stated in its unit", "float", null="only vague words"),
        "first": Column("first day on which it is stated", "date", null="no article has a date"),
        "last": Column("last day on which it is stated", "date", null="no article has a date"),
        "p": Column(
            "probability that the numbers which outlets put forward for it are of one thing: of "
            "the number that fits the others least",
            "float",
            null="one outlet puts a number forward, or a person put them together",
            low=0,
            high=1,
        ),
        "possible_match": Column(
            "quantity_id of another row, of another outlet, that may be of the same thing: a "
            "person has to judge",
            null="none is probable enough",
        ),
        "p_match": Column(
            "probability that the likeliest numbers of the two rows are of one thing",
            "float",
            null="no possible match",
            low=0,
            high=1,
        ),
    },
    ("quantity_id",),
)

CORRECTIONS = Table(
    "corrections",
    "one row of the user's file of corrections, and what became of it",
    {
        "correction_id": _id("correction"),
        "table": Column("table that is corrected", allowed=CORRECTED_TABLES),
        "key": Column(
            "place: article_id [start:end] words of the span; an article_id; several of them "
            "joined by ' | ' in a merge or part; a name of an outlet or party in an alias"
        ),
        "column": Column(
            "column whose value is set; or wrong (there is no such thing), missing (it is added), "
            "checked, merge, part, alias"
        ),
        "old": Column("value that the coder saw", null="empty, or not noted"),
        "new": Column("right value", null="nothing is filled in, or the column says it all"),
        "coder": Column("who says so", null="not named"),
        "day": Column("day of the correction; of two, the later one holds", "date", null="no day"),
        "note": Column("coder's note", null="no note"),
        "drawn": Column(
            "why the queue listed it", allowed=DRAWN, null="it comes from no queue of figures"
        ),
        "status": Column("what became of it", allowed=CORRECTION_STATUSES),
        "why": Column("why it was not applied, or what else is to be known", null="nothing"),
    },
    ("correction_id",),
)

COMPARISONS = Table(
    "comparisons",
    "one metric for one outlet, with its confidence interval",
    {
        "metric": Column("what is compared"),
        "outlet": Column("outlet"),
        "estimate": Column("mean, share or ratio", "float", null="too few articles or events"),
        "low": Column("lower end of the interval", "float", null="too few to resample"),
        "high": Column("upper end of the interval", "float", null="too few to resample"),
        "n_articles": Column("articles that the estimate is based on", "int", low=0),
        "n_events": Column("events that the estimate is based on", "int", low=0),
        "p_adjusted": Column(
            "p against others on shared events, after the Benjamini-Hochberg correction",
            null="not tested",
            **_SHARE,
        ),
    },
    ("metric", "outlet"),
)

_NO_CLAIM = "the notebook gives none"

FINDINGS = Table(
    "findings",
    "one sentence that a notebook found out about the corpus, with its certainty",
    {
        "finding_id": Column("notebook and name of the output, with a slash between them"),
        "notebook": Column("notebook that found it, without ending"),
        "text": Column("the finding as a sentence"),
        "kind": Column("what kind of claim it is, as its notebook names it", null=_NO_CLAIM),
        "outlets": Column("outlets that the sentence names, joined by '; '", null="it names none"),
        "value": Column("the estimate that the sentence states", "float", null=_NO_CLAIM),
        "low": Column("lower end of its interval", "float", null=_NO_CLAIM),
        "high": Column("upper end of its interval", "float", null=_NO_CLAIM),
        "tested": Column(
            "whether a test stands behind it; false also where the notebook does not say", "bool"
        ),
        "p_adjusted": Column("p-value after correction", null="not tested", **_SHARE),
        "n_articles": Column("articles behind it", null=_NO_CLAIM, **_COUNT),
        "n_events": Column("events behind it", null=_NO_CLAIM, **_COUNT),
        "table": Column("file with its rows, relative to the report", null="no table was saved"),
        "chart": Column("file with its chart, relative to the report", null="no chart was saved"),
    },
    ("finding_id",),
)

REPORTS = Table(
    "reports",
    "one figure as one outlet printed it",
    {
        "report_id": Column("claim_id or figure_id"),
        "document": Column(
            "text that contains the figure; figures of one document have one author"
        ),
        "event": Column("event that the figure is about", null="no event"),
        "outlet": _PUBLISHER,
        "published": _PUBLISHED_OR_UNKNOWN,
        "published_time": Column(
            "time of day of publication as given, HH:MM", null="not known, or coded by hand"
        ),
        "published_zone": Column(
            "time zone of published_time: +00:00, or letters as given (EST)",
            null="not known, or coded by hand",
        ),
        "published_in_text": Column(
            "day of publication that the text states as its own",
            "date",
            null="the text states none, or coded by hand",
        ),
        "published_given": Column(
            "date as given, if only the month or year is known: 2018-11",
            null="date not known, or given in published",
        ),
        "low": _SMALLEST,
        "high": _LARGEST,
        "value": Column(
            "the number printed: the middle of a range, or the value chosen for a vague word",
            null="no number, or a vague word without a value",
            dtype="float",
        ),
        "text": Column("characters of the number itself", null="coded by hand"),
        "p": Column(
            "probability that the figure was read correctly, 0 to 1",
            null="coded by hand",
            **_SHARE,
        ),
        "checked": _CHECKED,
        "checked_by": _CHECKED_BY,
        "qualifier": _QUALIFIER,
        "unit": Column("kind of thing counted"),
        "outcome": _OUTCOME,
        "meaning": Column(
            "outcome in the coder's more specific words, if any; otherwise the outcome",
            null="not people or bodies",
        ),
        "counted": Column("who or what is counted", null="not stated"),
        "noun": Column("what is counted, in a noun of the text", null="coded by hand, or no noun"),
        "group": Column(
            "group of people counted, if extracted automatically",
            null="coded by hand, or not people or bodies",
            allowed=GROUPS,
        ),
        "extent": Column(
            "scope of an extracted figure: the event, a part of it, a background or another event",
            null="coded by hand, or not people or bodies",
            allowed=SCOPES,
        ),
        "quantity_id": Column("quantity that an extracted figure measures", null="coded by hand"),
        "story_id": Column("story of the article", null="coded by hand, or no story"),
        "scope": Column(
            "what the figure covers: one site, several sites or the whole", null="not coded"
        ),
        "place": Column("place that the figure is about", null="not coded"),
        "source": Column("source that the figure is attributed to", null="the outlet's own voice"),
        "source_type": Column("type of source", null="no source, or its type is not known"),
        "responsible": Column(
            "party, weapon or event named as responsible", null="nothing is named"
        ),
        "side": Column(
            "responsible party, names normalised", null="only a weapon, or nothing, is named"
        ),
        "voice": Column(
            "voice that names who or what is responsible", null="nothing is named", allowed=VOICES
        ),
        "upstream": Column("text that the outlet took the figure from", null="not known"),
        "part_of": Column(
            "report_id of the total that includes this figure, according to the text",
            null="not part of a total",
        ),
        "passage": Column("the wording or, for a claim coded by hand, its row in words"),
    },
    ("report_id",),
)

DISPERSION = Table(
    "spread",
    "the figures of one outlet for one event and outcome",
    {
        "event": Column("event"),
        "outcome": Column("what happened to the people counted", allowed=OUTCOMES),
        "scope": _SCOPE,
        "place": _SITE,
        "outlet": Column("outlet that printed the figures"),
        "n_figures": Column("number of figures, including those without a value", "int", low=1),
        "first_published": Column("day of the first figure", "date", null="no date"),
        "last_published": Column("day of the last figure", "date", null="no date"),
        "first": Column("number in the outlet's first text", null="no number", dtype="float"),
        "last": Column("number in the outlet's last text", null="no number", dtype="float"),
        "lowest": Column("lowest number", null="no number", dtype="float"),
        "highest": Column("highest number", null="no number", dtype="float"),
        "conservative": Column(
            "smallest count that the outlet's wording allows", null="no lower bound", dtype="float"
        ),
        "ratio": Column(
            "last number divided by the median of the outlets' last numbers; above 1 means higher "
            "than most",
            null="no number, or the median is 0",
            dtype="float",
        ),
        "sources": Column("sources, joined by '; '", null="no source is named"),
        "shared_with": Column(
            "outlets that rely on the same source or text, joined by '; '", null="no outlet"
        ),
        "vague": _VAGUE,
    },
)

DISPERSION_BY_EVENT = Table(
    "spread_events",
    "how far the outlets differ for one event and outcome; of articles, for one quantity",
    {
        "event": Column("event; of articles, the event of the quantity's first figure"),
        "story": Column("label of the story", null="coded by hand, or labels were not given"),
        "quantity": Column("label of the quantity", null="coded by hand, or not given"),
        "outcome": Column("what happened to the people counted", allowed=OUTCOMES),
        "scope": _SCOPE,
        "place": _SITE,
        "n_outlets": Column("number of outlets", "int", low=1),
        "n_independent": Column(
            "outlets that can each rest on a source or text of their own: the most that can be "
            "independent",
            "int",
            low=1,
        ),
        "n_figures": Column("number of figures", "int", low=1),
        "lowest": Column("lowest number of any outlet", null="no number", dtype="float"),
        "median": Column("median of the outlets' last numbers", null="no number", dtype="float"),
        "highest": Column("highest number of any outlet", null="no number", dtype="float"),
        "conservative": Column(
            "smallest count that any outlet's wording allows", null="no lower bound", dtype="float"
        ),
        "ratio": Column(
            "highest number divided by the lowest, 1 or more",
            null="no number, or the lowest is 0",
            dtype="float",
        ),
        "vague": _VAGUE,
    },
)

CANDIDATE_KINDS = {
    "kept": "the number and its qualifier are unchanged",
    "rounded": "the number is rounded",
    "qualifier_dropped": "the qualifier is gone",
    "qualifier_added": "a qualifier was added",
    "qualifier_changed": "the qualifier changed",
    "outcome_changed": "the number is applied to a different outcome",
    "scope_changed": (
        "the number is applied to a different scope, for example one site instead of the whole city"
    ),
    "summed": "the number is the sum of figures of the statement",
    "split": "a total in the statement is printed as subtotals",
    "total_of_parts": "within one text, a figure is the sum of others in the same text",
    "lower_count": "a lower number is printed for the same place",
    "higher_count": "a higher number is printed for the same place",
    "revised_down": "the same source later gives a lower number",
    "revised_up": "the same source later gives a higher number",
    "raised": "a higher number is printed for the same quantity",
    "lowered": "a lower number is printed for the same quantity",
    "differs": (
        "another number is printed for the same quantity on the same day, and no times tell which "
        "was first"
    ),
    "part": "a lower number is printed of a part of those counted",
    "background": "a lower number is printed of a background or of another event",
    "other_quantity": "a lower number is printed for another quantity of the story",
    "source_kept": "the source is kept",
    "source_replaced": "another source is named for the number",
    "source_dropped": "the number no longer has a source",
    "source_added": "a source was added to a number that had none",
    "blame_to_own_voice": "blame that was attributed to someone is now in the outlet's own voice",
    "blame_changed": "a different party is named as responsible for the same number",
    "blame_added": "a responsible party was added",
    "blame_dropped": "a responsible party is no longer named",
}

CANDIDATES = Table(
    "candidates",
    "what may have become of one figure in another text, to be checked by a person",
    {
        "kind": Column("what may have happened to the figure", allowed=tuple(CANDIDATE_KINDS)),
        "statement_ids": Column("report_id of the statement's figure, or several joined by ' + '"),
        "other_ids": Column("report_id of the other figure, or several joined by ' + '"),
        "statement_outlet": Column("outlet that printed the statement", null="not given"),
        "outlet": Column("outlet that printed the other figure", null="not given"),
        "statement_published": Column("day of the statement", "date", null="day not known"),
        "published": Column("day of the other text", "date", null="day not known"),
        "published_given": Column(
            "date of the other text as given, such as 2018-11 if the day is not known; a text "
            "without any date is assumed to be later than the statement",
            null="date not known, or given in published",
        ),
        "statement_value": Column("number in the statement, or the sum of several", "float"),
        "value": Column("number in the other text, or the sum of several", "float"),
        "statement_words": Column("number of the statement as read, such as more than 4,000"),
        "words": Column("number of the other text as read"),
        "meaning": Column(
            "what the other figure counts: its outcome in the coder's words, if any",
            null="not people or bodies",
        ),
        "statement_passage": Column("wording of the statement, or its row in words"),
        "passage": Column("wording of the other text, or its row in words"),
        "ties": Column("evidence that connects the two figures", null="within one text"),
        "why": Column("the finding in one sentence, which begins with Candidate"),
    },
)

WORDING = Table(
    "wording",
    "the word-for-word overlap of one article with a statement",
    {
        "article_id": _id("article"),
        "outlet": Column("outlet that published the article", null="not given"),
        "published": Column("day of publication", "date", null="no date"),
        "share_of_statement": Column(
            "share of the statement's word sequences that occur in the article, 0 to 1", **_SHARE
        ),
        "share_of_article": Column(
            "share of the article's word sequences that occur in the statement, 0 to 1", **_SHARE
        ),
        "resemblance": Column(
            "Jaccard similarity of the two sets of word sequences, estimated by MinHash", **_SHARE
        ),
        "near_copy": Column("whether resemblance reaches the threshold", "bool"),
        "longest": Column("number of words in the longest common passage", "int", low=0),
        "start": Column("offset of that passage's first character in the article", "int", low=0),
        "end": Column("offset after its last character", "int", low=0),
        "statement_start": Column(
            "offset of that passage's first character in the statement", "int", low=0
        ),
        "statement_end": Column("offset after its last character", "int", low=0),
        "passage": Column("the passage as the article prints it"),
    },
    ("article_id",),
)

DIFFERENCES = Table(
    "differences",
    "the difference between one outlet and another, or all others, on the events that both report",
    {
        "metric": Column("what is compared"),
        "outlet": Column("outlet"),
        "other": Column(
            "the other outlet, or 'others' for the mean of all that report the same event"
        ),
        "difference": Column(
            "mean over shared events of outlet minus other", "float", null="no shared event"
        ),
        "low": Column(
            "lower end of the interval of difference",
            "float",
            null="too few shared events, or no variation",
        ),
        "high": Column(
            "upper end of the interval of difference",
            "float",
            null="too few shared events, or no variation",
        ),
        "mean": Column("the outlet's own mean over shared events", "float", null="no shared event"),
        "mean_others": Column(
            "mean of the other or others over the same events", "float", null="no shared event"
        ),
        "detectable": Column(
            "smallest difference found in 80% of all cases, at p below .05 after adjustment",
            "float",
            null="not tested, no variation, or no difference would be large enough",
            low=0,
        ),
        "effect": Column(
            "Hedges' g of the paired differences, in standard deviations",
            "float",
            null="too few shared events, or no variation",
        ),
        "dominance": Column(
            "share of events where outlet is higher minus share where it is lower, -1 to 1",
            "float",
            null="too few shared events",
            low=-1,
            high=1,
        ),
        "n_events": Column("number of shared events", "int", low=0),
        "n_articles": Column("articles of the outlet about shared events", "int", low=0),
        "n_mentions": Column(
            "what the outlet's share is of on shared events, such as attributions or words; "
            "articles for what is not a share",
            "float",
            low=0,
        ),
        "n_events_all": Column("events of the outlet, shared or not", "int", low=0),
        "flagged_out": Column(
            "outlets that differ and are not among the others, separated by semicolons",
            null="none",
        ),
        "p": Column(
            "p-value of a two-sided permutation test, not below a t test's if outlet varies more",
            null="too few shared events: not tested",
            **_SHARE,
        ),
        "p_adjusted": Column(
            "p after the Benjamini-Hochberg correction over all rows shown",
            null="too few shared events: not tested",
            **_SHARE,
        ),
    },
    ("metric", "outlet", "other"),
)

SCORES = Table(
    "scores",
    "how well one automatic measure agrees with a hand-coded sheet",
    {
        "measure": Column("what was scored"),
        "part": Column("which rows, role or field"),
        "precision": Column(
            "share of automatic results that are right, 0 to 1",
            null="value is a share of the items found",
            **_SHARE,
        ),
        "recall": Column(
            "share of hand-coded items that were found, 0 to 1",
            null="value is a share of the items found",
            **_SHARE,
        ),
        "value": Column(
            "F1, or the share of the items found that are right", null="nothing to score", **_SHARE
        ),
        "low": Column(
            "lower end of the interval of value", null="too few articles to resample", **_SHARE
        ),
        "high": Column(
            "upper end of the interval of value", null="too few articles to resample", **_SHARE
        ),
        "n_coded": Column("number of hand-coded items", "int", low=0),
        "n_found": Column("number of items found automatically", "int", low=0),
        "n_right": Column("number of those that are right", "int", low=0),
    },
    ("measure", "part"),
)

RELIABILITY = Table(
    "reliability",
    "the agreement of coders on one variable",
    {
        "variable": Column("what was coded"),
        "alpha": Column(
            "Krippendorff's alpha: 1 is perfect agreement, 0 is chance, below 0 is worse",
            "float",
            null="fewer than two values or codings",
            high=1,
        ),
        "low": Column(
            "lower end of the interval of alpha", "float", null="too few items to resample", high=1
        ),
        "high": Column(
            "upper end of the interval of alpha", "float", null="too few items to resample", high=1
        ),
        "agreement": Column(
            "share of pairs of codings of the same item that are equal, 0 to 1",
            null="no item was coded twice",
            **_SHARE,
        ),
        "n_items": Column("number of items with at least two codings", "int", low=0),
        "n_coders": Column("number of coders", "int", low=0),
    },
    ("variable",),
)

CODER_AGREEMENT = Table(
    "agreement",
    "the agreement of several coders of one layer on one variable",
    {
        "variable": Column(
            "what was coded; found is whether a sentence has anything of the layer at all"
        ),
        "measure": Column(
            "what alpha compares: names, numbers, or where words begin and end",
            allowed=ALPHAS,
        ),
        "alpha": RELIABILITY.columns["alpha"],
        "low": RELIABILITY.columns["low"],
        "high": RELIABILITY.columns["high"],
        "percent_agreement": Column(
            "pairs of codings of one item that are equal, in per cent; unitised: characters that "
            "two coders treat alike",
            "float",
            null="no item was coded twice",
            low=0,
            high=100,
        ),
        "n_items": Column(
            "items with at least two codings; unitised: sentences that all coded", "int", low=0
        ),
        "n_coders": Column("number of coders", "int", low=0),
    },
    ("variable", "measure"),
)

EVENT_SHEET = Table(
    "event_sheet",
    "one figure of one event, as the command ``export`` writes it after the columns of a dataset",
    {
        "parallax_figure_id": _id("figure"),
        "parallax_event_id": _id("event"),
        "parallax_event": Column("label of the event", null="no words"),
        "parallax_story_id": Column("story of the article", null="the article is in no story"),
        "parallax_quantity_id": _id("quantity that the figure states"),
        "parallax_quantity": Column("what is measured, in plain words", null="not compared"),
        "parallax_article_id": _id("article that states it"),
        "parallax_duplicate_of": Column(
            "article_id of the article that this one copies", null="not a duplicate"
        ),
        "parallax_title": Column("headline of the article", null="not given"),
        "parallax_outlet": Column("outlet that published the article", null="not given"),
        "parallax_published": _PUBLISHED_OR_UNKNOWN,
        "parallax_url": Column("address of the article", null="not given"),
        "parallax_number": Column("the number in words: at least 29, 20 to 30, dozens"),
        "parallax_low": _LOW,
        "parallax_high": _HIGH,
        "parallax_qualifier": _QUALIFIER,
        "parallax_unit": Column("what is counted", allowed=("people", "bodies")),
        "parallax_outcome": Column("what happened to the people counted", allowed=OUTCOMES),
        "parallax_group": Column("group of people counted", allowed=GROUPS),
        "parallax_counted": Column("words for who or what is counted", null="not stated"),
        "parallax_place": Column("place of the event, named most often", null="no place is named"),
        "parallax_source": Column(
            "words that name the source of the figure", null="the outlet's own voice"
        ),
        "parallax_agent": Column(
            "words that name who or what caused the outcome", null="no agent is named"
        ),
        "parallax_sentence": Column("the sentence that states it"),
        "parallax_p": Column(
            "probability that the figure was read correctly, 0 to 1",
            null="marked by hand",
            **_SHARE,
        ),
    },
    ("parallax_figure_id",),
)

ALL = {
    table.name: table
    for table in (
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
        PARTIES,
        NAMES,
        AGENCY,
        TONE,
        TARGETS,
        FRAME_SCORES,
        FRAME_SENTENCES,
        KEYNESS,
        EVENTS,
        STORIES,
        QUANTITIES,
        CORRECTIONS,
        COMPARISONS,
        FINDINGS,
    )
}
"""Tables that pass between stages, by name."""

PER_ARTICLE = (
    "sentences",
    "figures",
    "attributions",
    "attribution_spans",
    "parties",
    "names",
    "agency",
    "tone",
    "targets",
    "frames",
    "frame_sentences",
)
"""Names of the tables that are computed article by article and stored."""

TOLD_BY_QUANTITIES = ("quantity_id", "standing")
"""Columns of ``figures`` that are null until the quantities of all articles are found."""

FOR_NOTEBOOKS = (
    REPORTS,
    DISPERSION,
    DISPERSION_BY_EVENT,
    CANDIDATES,
    WORDING,
    DIFFERENCES,
    SCORES,
    RELIABILITY,
    CODER_AGREEMENT,
    EVENT_SHEET,
)
"""Tables that notebooks compute and show, or that are exported; runs do not store them."""
