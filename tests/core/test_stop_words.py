from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from analysis.core.stop_words import english_stop_words


def test_the_words_are_those_of_scikit_learn():
    assert english_stop_words() == ENGLISH_STOP_WORDS
