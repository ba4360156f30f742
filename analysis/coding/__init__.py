"""
Hand coding in spreadsheets: a sheet for each layer, several coders, one file of corrections.

Draws what is coded from a run, writes and reads sheets, compares coders, and turns what they agree
on into corrections. A layer is one module that declares a ``Layer``, listed in ``registry``.
"""
