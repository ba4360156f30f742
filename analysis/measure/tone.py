"""
Measure the tone of sentences with VADER, in the outlet's own voice and in the words of others apart.

In: ``articles`` and ``sentences`` (with ``share_quoted`` filled). Out: the ``tone`` table, and tidy tables by
article, by event and by word. TextBlob's lexicon gives a second opinion.

A report of deaths is full of negative words whoever writes it, so tone is compared within one event only
(``event_matched``). It does not say towards whom a sentence is negative; see ``analysis.measure.target_sentiment.model``.
Source of the measure: Hutto and Gilbert (2014), "VADER: A Parsimonious Rule-based Model for Sentiment Analysis
of Social Media Text", ICWSM; in NLTK's port, which differs from the authors' own code on some 3% of news sentences.
"""

import re
import string
from functools import lru_cache
from types import SimpleNamespace

import pandas as pd

from analysis.core import tables
from analysis.core.voice import voices

__all__ = ["article_tone", "event_matched", "moving_words", "sentence_tone", "textblob_tone"]

_MARKS = (
    ".",
    "!",
    "?",
    ",",
    ";",
    ":",
    "-",
    "'",
    '"',
    "!!",
    "!!!",
    "??",
    "???",
    "?!?",
    "!?!",
    "?!?!",
    "!?!?",
)
_MARK = "|".join(re.escape(m) for m in sorted(_MARKS, key=len, reverse=True))
_BARE = f"[^{re.escape(string.punctuation)}]{{2,}}"
_EDGED = re.compile(rf"(?:{_MARK})({_BARE})|({_BARE})(?:{_MARK})")


def sentence_tone(articles, sentences):
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
        The ``tone`` table, one row a sentence, in the order of ``sentences``. ``compound`` is in [-1, 1], higher is
        more positive; ``positive``, ``neutral`` and ``negative`` are shares that add up to 1 but for rounding to
        3 digits. A sentence with none of VADER's words scores 0: that is the measure's neutral point, not a gap.

    Raises
    ------
    TableError
        If ``share_quoted`` is null.

    References
    ----------
    .. [1] Hutto, C. J. and Gilbert, E. (2014). VADER: A parsimonious rule-based model for sentiment analysis of
       social media text. ICWSM.
    """
    voice = voices(sentences)
    score = _analyser().scores
    scores = [score(text) for text in _texts(articles, sentences)]
    scores = pd.DataFrame(scores, columns=["negative", "neutral", "positive", "compound"])
    keys = sentences[["article_id", "sentence_id"]].reset_index(drop=True)
    return tables.make(
        pd.concat([keys, scores], axis=1).assign(voice=voice.to_numpy()), tables.TONE
    )


def textblob_tone(articles, sentences):
    """
    Score every sentence with TextBlob's lexicon, as a check on VADER.

    Parameters
    ----------
    articles, sentences : DataFrame
        As for ``sentence_tone``. Not changed.

    Returns
    -------
    DataFrame, shape (n_sentences, 6)
        ``article_id``, ``sentence_id``; ``polarity`` in [-1, 1], higher is more positive; ``subjectivity`` in [0, 1],
        higher is more opinion; both null where no word of the lexicon stands; ``n_words``, the
        expressions that were scored; ``voice``.

    Raises
    ------
    TableError
        If ``share_quoted`` is null.

    References
    ----------
    .. [1] De Smedt, T. and Daelemans, W. (2012). Pattern for Python. Journal of Machine Learning Research 13.
    """
    from textblob.en.sentiments import PatternAnalyzer

    voice, analyse = voices(sentences), PatternAnalyzer().analyze
    rows = []
    for text in _texts(articles, sentences):
        found = analyse(text, keep_assessments=True)
        n = len(found.assessments)
        rows.append((found.polarity, found.subjectivity, n) if n else (None, None, 0))
    scores = pd.DataFrame(rows, columns=["polarity", "subjectivity", "n_words"])
    scores = scores.astype({"polarity": "float64", "subjectivity": "float64", "n_words": "int64"})
    keys = sentences[["article_id", "sentence_id"]].reset_index(drop=True)
    return pd.concat([keys, scores], axis=1).assign(voice=voice.to_numpy())


def article_tone(tone, articles):
    """
    Average the sentences of each article, by voice.

    Parameters
    ----------
    tone : DataFrame
        The ``tone`` table, or that of ``textblob_tone``. Not changed.
    articles : DataFrame
        The ``articles`` table. Not changed.

    Returns
    -------
    DataFrame
        One row an article and voice (``own``, ``attributed``, ``all``), in the order of ``articles``: ``article_id``,
        ``outlet``, ``event_id``, ``voice``; ``value``, the mean over its sentences in [-1, 1], higher is more
        positive, null where the article has no sentence in that voice; ``n_sentences`` that were scored.
    """
    column = "compound" if "compound" in tone else "polarity"
    both = pd.concat(
        [tone[["article_id", "voice", column]], tone[["article_id", column]].assign(voice="all")]
    )
    means = both.groupby(["article_id", "voice"], observed=True)[column].agg(
        value="mean", n_sentences="count"
    )
    keys = articles[["article_id", "outlet", "event_id"]].merge(
        pd.DataFrame({"voice": [*tables.VOICES, "all"]}), how="cross"
    )
    rows = keys.merge(
        means.reset_index(), on=["article_id", "voice"], how="left", validate="one_to_one"
    )
    return rows.assign(n_sentences=rows["n_sentences"].fillna(0).astype("int64"))


def event_matched(values, minimum=2):
    """
    Take the mean of its event from each article's value, so that grim events do not count as grim outlets.

    Parameters
    ----------
    values : DataFrame
        ``event_id``, ``outlet``, ``value`` and optionally ``voice``, such as ``article_tone`` gives. Not changed.
    minimum : int
        Fewest outlets that must report the event (in the same voice).

    Returns
    -------
    DataFrame
        The same rows with ``event_mean`` (mean over the outlets' means, so that an outlet with ten articles counts
        once), ``n_outlets`` in it, and ``difference`` = ``value`` - ``event_mean``; positive is more positive than
        the event's coverage. Null where the article has no event or fewer than ``minimum`` outlets report it.
    """
    by = ["event_id", "voice"] if "voice" in values else ["event_id"]
    usable = values.dropna(subset=["event_id", "outlet", "value"])
    outlets = usable.groupby([*by, "outlet"], observed=True)["value"].mean()
    events = (
        outlets.groupby(by, observed=True).agg(event_mean="mean", n_outlets="size").reset_index()
    )
    rows = values.merge(events, on=by, how="left", validate="many_to_one")
    rows["n_outlets"] = rows["n_outlets"].fillna(0).astype("int64")
    rows["event_mean"] = rows["event_mean"].where(rows["n_outlets"] >= minimum)
    return rows.assign(difference=rows["value"] - rows["event_mean"])


def moving_words(articles, sentences, tone):
    """
    List the words that moved VADER's scores, by outlet and voice.

    Parameters
    ----------
    articles, sentences : DataFrame
        As for ``sentence_tone``. Not changed.
    tone : DataFrame
        The ``tone`` table of these sentences; gives their voice. Not changed.

    Returns
    -------
    DataFrame
        One row an outlet, voice and word: ``outlet`` (null where unknown), ``voice``, ``word`` (lower case),
        ``count``, ``documents`` (articles), ``moved``: sum of what the word added to the raw score, negation and
        emphasis applied, before VADER maps it to [-1, 1]; negative pulls down; and ``share``, of all
        movement (up or down) of that outlet and voice, 0 to 1. Strongest first within outlet and voice.
    """
    keys = ["article_id", "sentence_id"]
    about = sentences[keys].merge(
        tone[[*keys, "voice"]], on=keys, how="left", validate="one_to_one"
    )
    about = about.merge(
        articles[["article_id", "outlet"]], on="article_id", how="left", validate="many_to_one"
    )
    moves = _analyser().moves
    rows = [
        (outlet, voice, article, word, moved)
        for article, outlet, voice, text in zip(
            about["article_id"],
            about["outlet"],
            about["voice"],
            _texts(articles, sentences),
            strict=True,
        )
        for word, moved in moves(text)
    ]
    rows = pd.DataFrame(rows, columns=["outlet", "voice", "article_id", "word", "moved"])
    by = ["outlet", "voice"]
    found = (
        rows.groupby([*by, "word"], dropna=False, observed=True)
        .agg(count=("moved", "size"), documents=("article_id", "nunique"), moved=("moved", "sum"))
        .reset_index()
    )
    total = (
        found["moved"]
        .abs()
        .groupby([found["outlet"], found["voice"]], dropna=False)
        .transform("sum")
    )
    found["share"] = (found["moved"].abs() / total).where(total > 0)
    return found.sort_values(
        [*by, "share", "word"], ascending=[True, True, False, True], ignore_index=True
    )


def _texts(articles, sentences):
    """Give the characters of each sentence, in the order of ``sentences``."""
    text = dict(zip(articles["article_id"], articles["text"], strict=True))
    spans = zip(sentences["article_id"], sentences["start"], sentences["end"], strict=True)
    return [text[article][start:end] for article, start, end in spans]


@lru_cache(maxsize=1)
def _analyser():
    from analysis.core import resources

    return _Analyser(resources.vader())


class _Analyser:
    """
    NLTK's analyser, asked only about the words that carry a charge.

    NLTK builds a dictionary of every word with every mark for each sentence, and walks its rules for every
    word. Words outside the lexicon score 0 by those rules, so only charged words are handed to them here, and
    what a token looks like without its marks is remembered. Scores are equal (a test compares them).
    """

    def __init__(self, vader):
        self.vader = vader
        self.known = {}

    def scores(self, text):
        """Give (negative, neutral, positive, compound) of one sentence."""
        found = self.vader.score_valence(self._sentiments(text)[1], text)
        return found["neg"], found["neu"], found["pos"], found["compound"]

    def moves(self, text):
        """Give (word, what it added) for the words that moved the score of one sentence."""
        words, sentiments = self._sentiments(text)
        return [
            (word.lower(), moved) for word, moved in zip(words, sentiments, strict=True) if moved
        ]

    def _sentiments(self, text):
        known = self.known
        looked = [known.get(token) or self._look(token) for token in text.split() if len(token) > 1]
        words = [word for word, _, _ in looked]
        sentiments = [0] * len(words)
        charged = [i for i, (_, charge, _) in enumerate(looked) if charge]
        if charged:
            first = {}
            for i, word in enumerate(words):
                first.setdefault(word, i)
            upper = sum(caps for _, _, caps in looked)
            about = SimpleNamespace(words_and_emoticons=words, is_cap_diff=0 < upper < len(words))
            for i in charged:
                at = first[words[i]]
                if not self._is_kind_of(words, at):
                    sentiments[i] = self.vader.sentiment_valence(0, about, words[i], at, [])[0]
            if any(word.lower() == "but" for word in words):
                sentiments = self.vader._but_check(words, sentiments)
        return words, sentiments

    @staticmethod
    def _is_kind_of(words, i):
        return words[i].lower() == "kind" and i + 1 < len(words) and words[i + 1].lower() == "of"

    def _look(self, token):
        """Give the token without one mark at an edge, whether it carries a charge, and whether it is in capitals."""
        bare = _EDGED.fullmatch(token)
        word = (bare[1] or bare[2]) if bare else token
        low = word.lower()
        charge = low in self.vader.lexicon and low not in self.vader.constants.BOOSTER_DICT
        if len(self.known) < 500_000:
            self.known[token] = word, charge, word.isupper()
        return word, charge, word.isupper()
