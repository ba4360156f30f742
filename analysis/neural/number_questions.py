"""
Write down what the model of numbers (``analysis.neural.number_model``) reads of a number.

In: an article and the place of a number in it. Out: its words with the number between stars, and
those of the headline.
"""

__all__ = ["words_and_title", "words_with_title"]

_BEFORE, _AFTER = 190, 150  # characters around a number whose standing is asked
_TITLE = 100
_BEFORE_OF_TWO, _AFTER_OF_TWO = 150, 130  # around each of two numbers
_TITLE_OF_TWO = 70


def words_and_title(text: str, start: int, end: int) -> tuple[str, str]:
    """
    Return the words around a number, and the headline.

    Parameters
    ----------
    text : str
        An article with its headline in the first line.
    start, end : int
        Characters of the number.

    Returns
    -------
    words, title : str

    Examples
    --------
    >>> words_and_title("Toll rises\\n\\nIt rose from 7 to 9.", 25, 26)
    ('Toll rises It rose from * 7 * to 9.', 'Toll rises')
    """
    return _around(text, start, end, _BEFORE, _AFTER), _first_line(text)[:_TITLE]


def words_with_title(text: str, start: int, end: int) -> str:
    """
    Return the headline and the words around a number, which are compared with those of another.

    Parameters
    ----------
    text : str
        As in ``words_and_title``.
    start, end : int

    Examples
    --------
    >>> words_with_title("Toll rises\\n\\nIt rose from 7 to 9.", 25, 26)
    'Toll rises : Toll rises It rose from * 7 * to 9.'
    """
    title = _first_line(text)
    own = title[:_TITLE_OF_TWO] if start > len(title) else ""
    return f"{own} : {_around(text, start, end, _BEFORE_OF_TWO, _AFTER_OF_TWO)}"


def _first_line(text: str) -> str:
    return " ".join(text.partition("\n")[0].split())


def _around(text: str, start: int, end: int, n_before: int, n_after: int) -> str:
    words = f"{text[max(0, start - n_before) : start]} * {text[start:end]} * "
    return " ".join(f"{words}{text[end : end + n_after]}".split())
