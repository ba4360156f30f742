"""
Measure the tone of sentences with VADER, separately for the outlet's own voice and for attributed
words.

In: ``articles`` and ``sentences`` (with ``share_quoted`` filled). Out: the ``tone`` table, and tidy
tables by article, by event and by word. TextBlob's lexicon is available as a check.

Reports of deaths are full of negative words whichever outlet publishes them, so tone is compared
within events only (``difference_from_event``). Tone does not say towards whom a sentence is
negative; see ``analysis.measure.target_sentiment.model``. Source of the measure: Hutto and Gilbert
(2014), "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text", ICWSM,
in NLTK's version, which differs from the authors' own code on about 3% of news sentences.
"""

import re
import string
from functools import lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from analysis.core import tables
from analysis.core.furniture import articles_without_furniture
from analysis.core.voice import voices

if TYPE_CHECKING:
    from nltk.sentiment.vader import SentimentIntensityAnalyzer

__all__ = [
    "article_tone",
    "difference_from_event",
    "sentence_tone",
    "textblob_tone",
    "word_contributions",
]

# the punctuation that NLTK's VADER removes from either end of a word
_MARKS = ". ! ? , ; : - ' \" !! !!! ?? ??? ?!? !?! ?!?! !?!?".split()
_MARK = "|".join(re.escape(mark) for mark in sorted(_MARKS, key=len, reverse=True))
_BARE_WORD = f"[^{re.escape(string.punctuation)}]{{2,}}"
_MARKED_WORD = re.compile(rf"(?:{_MARK})({_BARE_WORD})|({_BARE_WORD})(?:{_MARK})")
_MAX_CACHED_TOKENS = 500_000


def sentence_tone(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    Score every sentence with VADER.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    sentences : DataFrame
        The ``sentences`` table with ``share_quoted`` filled. Not changed.

    Returns
    -------
    DataFrame
        The ``tone`` table, one row per sentence, in the order of ``sentences``. ``compound`` is in
        [-1, 1]; higher is more positive. ``positive``, ``neutral`` and ``negative`` are shares that
        sum to 1, except for rounding to 3 digits. A sentence without any of VADER's words scores 0,
        which is the neutral point of the measure, not a missing value.

    Raises
    ------
    TableError
        If ``share_quoted`` is null.

    References
    ----------
    .. [1] Hutto, C. J. and Gilbert, E. (2014). VADER: A parsimonious rule-based model for sentiment
       analysis of social media text. ICWSM.
    """
    voice = voices(sentences)
    score = _analyser().scores
    rows = [score(text) for text in _texts(articles, sentences)]
    scores = pd.DataFrame(rows, columns=["negative", "neutral", "positive", "compound"])
    keys = sentences[["article_id", "sentence_id"]].reset_index(drop=True)
    tone = pd.concat([keys, scores], axis=1).assign(voice=voice.to_numpy())
    return tables.make(tone, tables.TONE)


def textblob_tone(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    Score every sentence with TextBlob's lexicon, as a check on VADER.

    Parameters
    ----------
    articles, sentences : DataFrame
        As for ``sentence_tone``. Not changed.

    Returns
    -------
    DataFrame, shape (n_sentences, 6)
        ``article_id``, ``sentence_id``; ``polarity`` in [-1, 1], higher is more positive;
        ``subjectivity`` in [0, 1], higher is more subjective; both are null if the sentence has no
        words of the lexicon; ``n_words``, the expressions that were scored; ``voice``.

    Raises
    ------
    TableError
        If ``share_quoted`` is null.

    References
    ----------
    .. [1] De Smedt, T. and Daelemans, W. (2012). Pattern for Python. Journal of Machine Learning
       Research 13.
    """
    from textblob.en.sentiments import PatternAnalyzer

    voice = voices(sentences)
    analyse = PatternAnalyzer().analyze
    rows: list[tuple[float | None, float | None, int]] = []
    for text in _texts(articles, sentences):
        found = analyse(text, keep_assessments=True)
        polarity, subjectivity, assessments = found  # pyright: ignore[reportAssignmentType]
        if assessments:
            rows.append((polarity, subjectivity, len(assessments)))
        else:
            rows.append((None, None, 0))
    scores = pd.DataFrame(rows, columns=["polarity", "subjectivity", "n_words"])
    scores = scores.astype({"polarity": "float64", "subjectivity": "float64", "n_words": "int64"})
    keys = sentences[["article_id", "sentence_id"]].reset_index(drop=True)
    return pd.concat([keys, scores], axis=1).assign(voice=voice.to_numpy())


def article_tone(tone: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """
    Return the mean tone of each article, by voice.

    Parameters
    ----------
    tone : DataFrame
        The ``tone`` table, or the result of ``textblob_tone``. Not changed.
    articles : DataFrame
        The ``articles`` table. Not changed.

    Returns
    -------
    DataFrame
        One row per article and voice (``own``, ``attributed``, ``all``), in the order of
        ``articles``: ``article_id``, ``outlet``, ``event_id``, ``voice``; ``value``, the mean over
        sentences in [-1, 1], higher is more positive, null if the article has no sentence in that
        voice; ``n_sentences``, the number of sentences scored.
    """
    column = "polarity"
    if "compound" in tone:
        column = "compound"
    by_voice = tone[["article_id", "voice", column]]
    both = pd.concat([by_voice, by_voice.assign(voice="all")])
    means = both.groupby(["article_id", "voice"], observed=True)
    means = means.agg(value=(column, "mean"), n_sentences=(column, "count")).reset_index()
    voice = pd.DataFrame({"voice": [*tables.VOICES, "all"]})
    rows = articles[["article_id", "outlet", "event_id"]].merge(voice, how="cross")
    rows = rows.merge(means, on=["article_id", "voice"], how="left", validate="one_to_one")
    return rows.assign(n_sentences=rows["n_sentences"].fillna(0).astype("int64"))


def difference_from_event(values: pd.DataFrame, min_outlets: int = 2) -> pd.DataFrame:
    """
    Subtract the mean of the event from each article's value.

    Without this, an outlet that reports grim events would appear to have a grim tone.

    Parameters
    ----------
    values : DataFrame
        ``event_id``, ``outlet``, ``value`` and optionally ``voice``, as returned by
        ``article_tone``. Not changed.
    min_outlets : int
        Minimum number of outlets that report the event (in the same voice).

    Returns
    -------
    DataFrame
        The same rows with ``event_mean`` (the mean of the outlets' means, so that an outlet with
        ten articles counts once), ``n_outlets`` in it, and ``difference`` = ``value`` -
        ``event_mean``; positive values are more positive than the coverage of the event. Null if
        the article has no event, or fewer than ``min_outlets`` outlets report it.
    """
    by = ["event_id"]
    if "voice" in values:
        by.append("voice")
    usable = values.dropna(subset=["event_id", "outlet", "value"])
    by_outlet = usable.groupby([*by, "outlet"], observed=True)
    outlets = by_outlet.agg(value=("value", "mean"))
    by_event = outlets.groupby(by, observed=True)
    events = by_event.agg(event_mean=("value", "mean"), n_outlets=("value", "size"))
    rows = values.merge(events.reset_index(), on=by, how="left", validate="many_to_one")
    rows["n_outlets"] = rows["n_outlets"].fillna(0).astype("int64")
    rows["event_mean"] = rows["event_mean"].where(rows["n_outlets"] >= min_outlets)
    return rows.assign(difference=rows["value"] - rows["event_mean"])


def word_contributions(
    articles: pd.DataFrame, sentences: pd.DataFrame, tone: pd.DataFrame
) -> pd.DataFrame:
    """
    Return how much each word contributed to VADER's scores, by outlet and voice.

    Parameters
    ----------
    articles, sentences : DataFrame
        As for ``sentence_tone``. Not changed.
    tone : DataFrame
        The ``tone`` table of these sentences, for their voice. Not changed.

    Returns
    -------
    DataFrame
        One row per outlet, voice and word: ``outlet`` (null if unknown), ``voice``, ``word``
        (lower case), ``count``, ``documents`` (articles); ``moved``, the sum of what the word added
        to the raw score, after negation and emphasis and before VADER maps it to [-1, 1]; and
        ``share``, its share (0 to 1) of all contributions, up or down, of that outlet and voice.
        The largest share comes first within outlet and voice.
    """
    rows = _contribution_rows(articles, sentences, tone)
    by = ["outlet", "voice"]
    by_word = rows.groupby([*by, "word"], dropna=False, observed=True)
    found = by_word.agg(
        count=("moved", "size"),
        documents=("article_id", "nunique"),
        moved=("moved", "sum"),
    )
    found = found.reset_index()
    found["share"] = found["moved"].abs()
    total = found.groupby(by, dropna=False)["share"].transform("sum")
    found["share"] = (found["share"] / total).where(total.gt(0))
    order = [*by, "share", "word"]
    return found.sort_values(order, ascending=[True, True, False, True], ignore_index=True)


def _contribution_rows(
    articles: pd.DataFrame, sentences: pd.DataFrame, tone: pd.DataFrame
) -> pd.DataFrame:
    """Return one row per charged word of each sentence."""
    keys = ["article_id", "sentence_id"]
    voice = tone[[*keys, "voice"]]
    outlet = articles[["article_id", "outlet"]]
    context = sentences[keys].merge(voice, on=keys, how="left", validate="one_to_one")
    context = context.merge(outlet, on="article_id", how="left", validate="many_to_one")
    columns = (context[name] for name in ("outlet", "voice", "article_id"))
    contributions = _analyser().contributions
    rows = []
    for *sentence, text in zip(*columns, _texts(articles, sentences), strict=True):
        for word, moved in contributions(text):
            rows.append((*sentence, word, moved))
    return pd.DataFrame(rows, columns=["outlet", "voice", "article_id", "word", "moved"])


def _texts(articles: pd.DataFrame, sentences: pd.DataFrame) -> list[str]:
    """Return the text of each sentence without words of the page, in the order of ``sentences``."""
    reported = articles_without_furniture(articles)
    texts = dict(zip(reported["article_id"], reported["text"], strict=True))
    columns = (sentences[name] for name in ("article_id", "start", "end"))
    return [texts[article_id][start:end] for article_id, start, end in zip(*columns, strict=True)]


@lru_cache(maxsize=1)
def _analyser() -> "_Analyser":
    """Return the analyser; it is built once."""
    from analysis.core import resources

    return _Analyser(resources.vader())


class _Token(NamedTuple):
    """A token without the punctuation at one end."""

    word: str
    is_charged: bool
    is_upper: bool


class _Analyser:
    """
    NLTK's VADER, applied only to words that carry a charge.

    For each sentence, NLTK builds a dictionary of all words with all punctuation marks, and applies
    its rules to every word. Words outside the lexicon score 0 by those rules, so they are skipped
    here, and tokens without their punctuation are cached. The scores are the same; a test compares
    them.
    """

    def __init__(self, vader: "SentimentIntensityAnalyzer") -> None:
        self.vader = vader
        self.cache: dict[str, _Token] = {}

    def scores(self, text: str) -> tuple[float, float, float, float]:
        """Return the (negative, neutral, positive, compound) scores of a sentence."""
        _, charges = self._charges(text)
        found = self.vader.score_valence(charges, text)
        return found["neg"], found["neu"], found["pos"], found["compound"]

    def contributions(self, text: str) -> list[tuple[str, float]]:
        """Return the charged words of a sentence, and what each one added to the score."""
        words, charges = self._charges(text)
        found = []
        for word, charge in zip(words, charges, strict=True):
            if charge:
                found.append((word.lower(), charge))
        return found

    def _charges(self, text: str) -> tuple[list[str], list[float]]:
        """Return the words of a sentence, and the charge of each after VADER's rules."""
        cached = self.cache.get
        tokens = [cached(token) or self._read(token) for token in text.split() if len(token) > 1]
        words = [token.word for token in tokens]
        charges: list[float] = [0] * len(words)
        charged = [i for i, token in enumerate(tokens) if token.is_charged]
        if not charged:
            return words, charges
        first_position: dict[str, int] = {}
        for i, word in enumerate(words):
            first_position.setdefault(word, i)
        n_upper = sum(token.is_upper for token in tokens)
        context = SimpleNamespace(words_and_emoticons=words, is_cap_diff=0 < n_upper < len(words))
        for i in charged:
            # VADER looks up the neighbours of a repeated word at its first occurrence
            position = first_position[words[i]]
            if not _is_kind_of(words, position):
                valence = self.vader.sentiment_valence(0, context, words[i], position, [])
                charges[i] = valence[0]
        if any(word.lower() == "but" for word in words):
            charges = self.vader._but_check(words, charges)
        return words, charges

    def _read(self, token: str) -> _Token:
        """Remove one mark from an end of a token, and look up its word."""
        marked = _MARKED_WORD.fullmatch(token)
        word = token
        if marked is not None:
            word = marked[1] or marked[2]
        lower = word.lower()
        is_booster = lower in self.vader.constants.BOOSTER_DICT
        is_charged = lower in self.vader.lexicon and not is_booster
        found = _Token(word, is_charged, word.isupper())
        if len(self.cache) < _MAX_CACHED_TOKENS:
            self.cache[token] = found
        return found


def _is_kind_of(words: list[str], position: int) -> bool:
    """Return whether a word is the "kind" of "kind of", which VADER does not score."""
    following = words[position : position + 2]
    return [word.lower() for word in following] == ["kind", "of"]
