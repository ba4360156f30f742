"""Words beside a name that change what it is: ``data/lexicons/party_context.toml``."""

from functools import cache

from analysis.core import lexicon, paths

__all__ = ["context_words"]


@cache
def context_words(group: str) -> frozenset[str]:
    """
    Return the words of one group.

    Parameters
    ----------
    group : {"no_owner", "no_first_name", "other_name_after", "no_party",
        "no_act", "scene", "field", "firm", "body", "private_people"}

    Returns
    -------
    frozenset of str
        ``no_first_name``, ``other_name_after`` and ``no_party`` as they are printed, the
        others in lower case.
    """
    groups = lexicon.load(paths.LEXICONS / "party_context.toml", allowed_keys=("words",))
    return frozenset(groups[group]["words"])
