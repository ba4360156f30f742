"""
Hand coding in spreadsheets: a sheet for each layer, several coders, one file of corrections.

Draws what is coded from a run, writes and reads sheets, compares coders, and turns what they agree
on into corrections. A layer is one module that declares a ``Layer``, listed in ``registry``.

- ``layer``, ``registry``: what a layer is; the layers there are
- ``figures``, ``attributions``, ``parties``, ``frames``, ``targets``, ``stories``: one layer each
- ``mentions``, ``sentence_columns``: what layers share: mentions of spans, and columns to read
- ``corpus``, ``drawing``: texts and their sentences; what is drawn at random
- ``sheets``, ``workbook``, ``cells``: rows of a sheet, the spreadsheet, the cells of a row
- ``meanings``: what each value means, from the codebook
- ``comparison``, ``items``: sheets joined; which rows are of one thing
- ``coder_agreement``: alpha for each variable
- ``disagreements``, ``decided``: what coders differ on; what holds
- ``span_corrections``: what holds of spans, as corrections
"""
