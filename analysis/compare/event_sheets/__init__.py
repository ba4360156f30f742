"""
Event sheets: the figures of events in the columns of event datasets, for people who add to them.

In: the tables of a run. Out: one row for each event, outcome and document. ``rows`` chooses the
figures and says where each comes from; ``layouts`` puts them into the columns of UCDP GED, ACLED,
Airwars or TimeMap.
"""
