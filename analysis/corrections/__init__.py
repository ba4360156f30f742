"""
Corrections: what a person sets right once is right in every table, chart and page.

A file of corrections is read (``read``), its places are found in the texts (``places``), and it is
laid over the tables after extraction and before events and quantities are found (``lay_over``).

- ``kinds``: what can be corrected
- ``ledger``: what became of each correction
- ``rows``, ``cells``, ``spans``: the row that is meant, its cells, a whole table of spans
- ``articles``, ``figures``, ``attributions``, ``parties``, ``frames``, ``groups``: a table each,
  and what follows from it
- ``voices``: what is measured again where attributions have changed
- ``checked``: how much a person has checked
- ``queue``, ``filling_in``: what to check first, and a file of it filled in row by row
"""
