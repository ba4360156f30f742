"""
Tell whether two names or hosts are one outlet's.

In: what is given as the outlet of an article. Out: a key that is the same for hosts of one outlet.
Used where it matters whether a text was repeated by another outlet or by the same one; the
``outlet`` of an article stays as it is given.
"""

import re

__all__ = ["outlet_key"]

_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.ASCII)
# hosts that show one site in another form: on phones, for a country, from a second machine
_SAME_SITE = re.compile(
    r"^(?:(?:www|ww|web)\d*|m|mobile|mobi|wap|amp|edition|touch|lite)\.(?=[\w-]+\.\w)"
)
_SPACE = re.compile(r"\s+")


def outlet_key(outlet: str) -> str:
    """
    Return what all names and hosts of one outlet share.

    Parameters
    ----------
    outlet : str
        Name, host or address.

    Returns
    -------
    str
        Of a host: without scheme, port, path and the parts that stand for a form of the site; of a
        name: in lower case, with single spaces.

    Examples
    --------
    >>> outlet_key("https://www1.cbn.com/news"), outlet_key("m.cbn.com"), outlet_key("Al  Ahram")
    ('cbn.com', 'cbn.com', 'al ahram')
    """
    name = _SPACE.sub(" ", outlet.strip()).casefold()
    host = re.split(r"[/?#]", _SCHEME.sub("", name), maxsplit=1)[0].rstrip(".")
    host = re.sub(r":\d+$", "", host)
    if not _HOST.fullmatch(host):
        return name
    shorter = _SAME_SITE.sub("", host)
    while shorter != host:
        host = shorter
        shorter = _SAME_SITE.sub("", host)
    return host
