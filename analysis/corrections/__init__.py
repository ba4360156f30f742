"""
Corrections: what a person sets right once is right in every table, chart and page.

A file of corrections is read (``read``), its places are found in the texts (``places``), and it is
laid over the tables after extraction and before events and quantities are found (``lay_over``).
"""
