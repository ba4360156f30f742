"""
Exports of event datasets, read as claims: what UCDP GED, ACLED and Airwars state of each event.

In: the columns and records of a CSV file. Out: one ``ClaimRow`` for each number that a row states.
A dataset is one outlet among others: its numbers are as reported by it, and whom it names is whom
it names. ``registry`` finds the dataset of a file by its columns; each dataset has a module.
"""
