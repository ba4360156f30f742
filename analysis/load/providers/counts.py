"""
Check an export against what it says about itself: how many documents, how many words.

In: what was said and what was read. Out: an error for documents, a remark for words. An article of
which much is missing stays in, since it may be the database that counts otherwise; a document that
is missing is never passed over.
"""

from analysis.core.errors import InputError
from analysis.load.providers.paragraphs import count_words
from analysis.load.providers.provider import Printed, Split

__all__ = ["MAX_DIFFERENCE", "validate_documents", "word_remark"]

MAX_DIFFERENCE = 0.1
"""Share of the words said by which the words read may differ without a remark."""


def validate_documents(split: Split, name: str, label: str) -> None:
    """
    Raise InputError unless a file holds what it says it holds.

    Parameters
    ----------
    split : Split
    name : str
        Name of the file.
    label : str
        The provider in words.
    """
    n_read = len(split.parts)
    if split.said == n_read and not split.missing:
        return
    if split.said is None and n_read and not split.missing:
        return
    if not n_read and not split.said and not split.missing:
        raise InputError(
            f"{name} is an export of {label} and holds no document: a cover page or a list of "
            "results. Export the full documents, and leave this file out"
        )
    said = "" if split.said is None else f" says that it holds {split.said:,} documents, and"
    missing = f" ({split.missing})" if split.missing else ""
    raise InputError(
        f"{name}, an export of {label},{said} {n_read:,} can be read{missing}. It may have been "
        "cut off or edited: export it again, and copy the whole file"
    )


def word_remark(printed: Printed) -> str | None:
    """
    Return a remark if an article has over a tenth fewer or more words than it says.

    Databases count the words of the body, some with its title and byline: the closest counts.

    Examples
    --------
    >>> word_remark(Printed(paragraphs=["Twelve people died."], n_words=30))
    'says that it has 30 words; 3 were read'
    >>> word_remark(Printed(paragraphs=["Twelve people died."], n_words=3)) is None
    True
    """
    if not printed.n_words:
        return None
    n_body = sum(count_words(paragraph) for paragraph in printed.paragraphs)
    n_title = count_words(printed.title or "")
    n_head = n_title + count_words(printed.author or "")
    n_said = printed.n_words
    off_by = min(abs(n_read - n_said) for n_read in (n_body, n_body + n_title, n_body + n_head))
    if off_by <= MAX_DIFFERENCE * n_said:
        return None
    return f"says that it has {printed.n_words:,} words; {n_body:,} were read"
