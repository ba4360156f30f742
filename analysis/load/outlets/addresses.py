"""
Read hosts: what is an address and not a name, and whose it is.

In: what is given as the outlet of an article. Out: the host and the first parts of the path, and
the domain that someone registered (``kansascity.com`` of ``www2.kansascity.com``), by the public
suffix list that the package ``tld`` holds. Nothing is looked up on the network.
"""

import re
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Address", "below", "read_address", "registered_domain"]

_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_END_OF_HOST = re.compile(r"[/?#]")
_HOST = re.compile(r"(?:[\w-]+\.)+(?:[^\W\d_]{2,}|xn--[\w-]+)")
_FORM_OF_A_SITE = re.compile(r"^(?:(?:www|ww|web)\d*|m|mobile|amp)$")
# accounts of a platform are one part further down here: youtube.com/c/NAME
_BEFORE_AN_ACCOUNT = ("c", "channel", "user", "s")
_NO_ACCOUNT = ("watch", "p", "share", "sharer", "story.php", "permalink.php", "groups", "search")


class Address(NamedTuple):
    """
    The host of an address, and the parts of its path.

    Parameters
    ----------
    host : str
        In lower case, without port and user.
    parts : tuple of str
        Of the path, in the case in which they are given.
    """

    host: str
    parts: tuple[str, ...] = ()


def read_address(text: str) -> Address | None:
    """
    Read an address or a host.

    Parameters
    ----------
    text : str

    Returns
    -------
    Address or None
        None if the text is a name: it has spaces or no dot, or ends in no known domain and is not
        marked as an address by a scheme, ``www.`` or a path.

    Examples
    --------
    >>> read_address("HTTPS://WWW.CBN.com:443/news?page=2")
    Address(host='www.cbn.com', parts=('news',))
    >>> read_address("St. Tallis News") is None, read_address("St.Tallis") is None
    (True, True)
    """
    without_scheme = _SCHEME.sub("", text.strip())
    host, *rest = _END_OF_HOST.split(without_scheme, maxsplit=1)
    host = host.rpartition("@")[2].casefold().rstrip(".")
    host = _readable(re.sub(r":\d+$", "", host))
    if not _HOST.fullmatch(host):
        return None
    is_marked = without_scheme != text.strip() or bool(rest) or host.startswith("www.")
    if not is_marked and registered_domain(host) is None:
        return None
    path = re.split(r"[?#]", rest[0])[0] if rest and "/" in without_scheme else ""
    return Address(host, tuple(part for part in path.split("/") if part))


def _readable(host: str) -> str:
    """Return a host with the letters that its ``xn--`` parts stand for."""
    if "xn--" not in host:
        return host
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


@lru_cache(maxsize=65536)
def registered_domain(host: str) -> str | None:
    """
    Return the domain that someone registered, below which all hosts are theirs.

    Parameters
    ----------
    host : str

    Returns
    -------
    str or None
        None if the host ends in no public suffix.

    Examples
    --------
    >>> registered_domain("news.bbc.co.uk"), registered_domain("St.Tallis")
    ('bbc.co.uk', None)
    """
    from tld import get_fld

    return get_fld(f"http://{host}", fail_silently=True, search_private=True)


def below(address: Address, platform: str) -> str:
    """
    Return the outlet of an address on a platform: the subdomain, or else the account.

    Parameters
    ----------
    address : Address
        Of a host that is the platform or below it.
    platform : str
        The domain of the platform.

    Returns
    -------
    str
        The platform itself if the address names no account.

    Examples
    --------
    >>> below(Address("syria360.wordpress.com"), "wordpress.com")
    'syria360.wordpress.com'
    >>> below(Address("t.me", ("sana_gov",)), "t.me")
    't.me/sana_gov'
    """
    labels = address.host.removesuffix(platform).rstrip(".").split(".")
    label = labels[-1]
    if label and not _FORM_OF_A_SITE.match(label):
        return f"{label}.{platform}"
    parts = list(address.parts)
    if parts and parts[0].lower() in _BEFORE_AN_ACCOUNT:
        parts = parts[1:]
    if not parts or parts[0].lower() in _NO_ACCOUNT:
        return platform
    return f"{platform}/{parts[0]}"
