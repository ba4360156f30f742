"""
Print every outlet under one name, whatever host or name an article gives for it.

``addresses`` reads hosts, ``registry`` the outlets that are known (``data/outlets.toml`` and the
user's own file), ``names`` joins the two, and ``near_equal`` finds names that may be one outlet's
but were not merged. ``abbreviated`` finds abbreviations of outlets by where they publish.
``summary`` is what a manifest says about all that.
"""

from analysis.load.outlets.abbreviated import Abbreviations, abbreviation_problems
from analysis.load.outlets.names import OutletNames, site_of
from analysis.load.outlets.registry import Outlet, read_registry
from analysis.load.outlets.summary import aggregator_problems, summarise

__all__ = [
    "Abbreviations",
    "Outlet",
    "OutletNames",
    "abbreviation_problems",
    "aggregator_problems",
    "read_registry",
    "site_of",
    "summarise",
]
