"""
Tell which labelled corpora the model of numbers is not trained on.

In: the name of a corpus. Out: True or False. What is built on that model is scored on these.
"""

__all__ = ["GOLD", "is_left_out"]

GOLD = "quantities/dev"
"""The file of hand-labelled articles that is left out."""

_FIRST_JUDGED, _LAST_JUDGED = 16, 41  # numbers of the corpora with judged rows
_EVERY = 3
_FIRST_OF_LAST = 47  # the corpora written last


def is_left_out(corpus: str) -> bool:
    """
    Return whether a corpus is not trained on.

    Parameters
    ----------
    corpus : str
        A file of the gold folder, or an invented corpus: every third of those with judged rows,
        and the last ones.

    Examples
    --------
    >>> is_left_out("corpus_16"), is_left_out("corpus_17"), is_left_out("quantities/dev")
    (True, False, True)
    """
    if corpus == GOLD:
        return True
    number = corpus.removeprefix("corpus_")
    if not number.isdigit():
        return False
    place = int(number) - _FIRST_JUDGED
    is_of_judged = 0 <= place <= _LAST_JUDGED - _FIRST_JUDGED
    return (is_of_judged and place % _EVERY == 0) or int(number) >= _FIRST_OF_LAST
