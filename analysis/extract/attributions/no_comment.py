"""
Tell that somebody gave no statement: "refused to comment", "did not respond", "said nothing".

In: the text and an attribution as linked. Out: a truth value.
"""

import re

from analysis.extract.attributions.article_spans import LinkedSpans

__all__ = ["gives_no_comment"]

# "refused to comment", "did not respond", "said nothing", "dodged questions": cue and what follows
_NO_COMMENT = re.compile(
    r"""
    (?:has|have|had|was|were|is|are|both|also|all|again|repeatedly|then|initially|so\s+far|\s)*
    (?:
        (?:declin|refus)(?:e|es|ed|ing)\s+(?:again\s+)?to\s+
        (?:comment|respond|reply|answer|elaborate|be\s+(?:interviewed|drawn)|speak\s+to)\b
        (?!\s+(?:\w+\s+)?on\b)  # "declined to comment on the fire" tells of what, as coders mark it
      | (?:declin|refus)(?:e|es|ed|ing)\s+(?:all\s+|any\s+)?(?:further\s+)?comment\b
      | (?:did|does|do|had|have|has)(?:n['’]t|\s+not)\s+
        (?:(?:immediately|yet|directly|so\s+far)\s+)?
        (?:respond|responded|reply|replied|comment|commented|return)
        (?!\s+(?:by|with|in\s+kind|that)\b)\b
      | (?:said|says|say|saying)\s+(?:almost\s+|absolutely\s+)?nothing
        (?!\s+(?:was|is|had|has|would|could|will|can|but|more\s+than|had\s+been|untoward)\b)\b
      | (?:dodg|duck|evad|sidestepp?|deflect|ignor|avoid)(?:e|es|ed|s|ing)\s+
        (?:all\s+|any\s+|the\s+|reporters['’]\s+|further\s+)*questions?\b
      | (?:made|makes|had|offered|gave)\s+no\s+(?:immediate\s+|further\s+|public\s+)?comment\b
      | (?:unavailable|not\s+(?:immediately\s+)?available)\s+for\s+comment\b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)


def gives_no_comment(text: str, group: LinkedSpans) -> bool:
    """
    Whether a cue with what follows it tells that no statement was given.

    Parameters
    ----------
    text : str
        The article.
    group : LinkedSpans

    Returns
    -------
    bool

    Examples
    --------
    >>> from analysis.extract.attributions.article_spans import LinkedSpans, Span
    >>> cue, content = Span("cue", 4, 11), Span("content", 12, 22)
    >>> gives_no_comment("She refused to comment.", LinkedSpans(cue, (content,), ()))
    True
    """
    if group.cue is None:
        return False
    start = group.cue.start
    end = max(group.cue.end, *(content.end for content in group.contents))
    return _NO_COMMENT.match(text, start, end) is not None
