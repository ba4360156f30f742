"""
Tell words that stand where a source could and name nobody: "PREVIOUSLY", "Thursday", "Instead".

In: the words of a source, or of a label before a colon. Out: a truth value. What a page heads a
note or a list of links with is its own ("UPDATE:", "Editor's note:"); days, adverbs, "whose",
"anyone" and bare shares ("twelve percent") are no persons and no bodies.
"""

import re

from analysis.core.calendar_words import WEEKDAY

__all__ = ["is_section_word", "names_nobody"]

_SECTION = re.compile(
    r"""
    (?:previous(?:ly)?|earlier|updat(?:e|es|ed|ing)(?:\s\#?\d{1,2})?|correct(?:ion|ions|ed)
      |clarifications?|retraction|erratum|errata|developing|breaking(?:\snews)?|just\sin
      |(?:an?\s|the\s)?(?:editor|author|publisher|reader|writer)(?:s?['’]s?|s)?\snote|notes?|ed\.?
      |watch(?:\s(?:live|now|more|below|here|also))?|listen|read(?:\s(?:more|also|next|here))?
      |see(?:\s(?:also|more))?|more(?:\s(?:from|on)\s.*)?|also(?:\sread)?|related(?:\s\w+)?
      |don['’]t\smiss|in\scase\syou\smissed\sit|recommended|trending|up\snext|next
      |live(?:\s(?:blog|updates?))?|exclusive|opinion|analysis|commentary|background|context
      |abstract|summary|full\s(?:text|story|transcript)|transcript|disclosure|disclaimer
      |photos?|videos?|pictures|gallery|graphic)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# no months: May and August are surnames
_DAY = rf"(?:(?:early|late|last|next|this|mid-\w+)\s)?{WEEKDAY}(?:\s(?:\w+ing|\w*night))?"
_NOBODY = re.compile(
    rf"""
    {_DAY}
    | (?i:today|yesterday|tomorrow|tonight|instead|meanwhile|however|moreover|furthermore
        |nevertheless|nonetheless|otherwise|therefore|thus|hence|previously|earlier|later|recently
        |lately|afterwards?|eventually|finally|initially|originally|already|again|perhaps
        |maybe|apparently|reportedly|allegedly|presumably|overall|indeed|elsewhere|here|there|now
        |then|whose|whom|whichever|anyone|anybody|where|when|while)
    | (?i:(?:(?:about|around|some|only|just|nearly|almost|over|under|at\sleast|more\sthan|fewer
        \sthan|less\sthan|up\sto|another|the\sother|as\smany\sas)\s)*
        (?:\d[\d.,]*|[a-z]+(?:[\s-][a-z]+)?)\s?(?:%|percent|per\scent|percentage\spoints?))
    """,
    re.VERBOSE,
)


def is_section_word(words: str) -> bool:
    """
    Return whether words before a colon head a note, a link or a part of a page, in any capitals.

    Parameters
    ----------
    words : str
        Without the colon.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_section_word("PREVIOUSLY"), is_section_word("Editor's note"), is_section_word("QUIST")
    (True, True, False)
    """
    return _SECTION.fullmatch(words.strip(" \t\n:*")) is not None


def names_nobody(words: str) -> bool:
    """
    Return whether words are a day, an adverb, a bare share or a relative pronoun of an owner.

    Parameters
    ----------
    words : str
        A source, as printed.

    Returns
    -------
    bool
        False for a share of somebody: "twelve percent of the dockers".

    Examples
    --------
    >>> names_nobody("Thursday"), names_nobody("12%"), names_nobody("Thursday Club")
    (True, True, False)
    """
    return _NOBODY.fullmatch(" ".join(words.split()).strip(" ,")) is not None
