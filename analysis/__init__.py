"""
Parallax: how outlets report the same event.

The way the data goes, one folder a stage; a stage takes tables and gives tables, and imports no other stage:

load
    Articles, claims and problems: what was read, and what could not be.
annotate
    Sentences, tokens, and the reader's labels.
extract
    Figures, attributions, names and agency: what the text says.
measure
    Tone, targets, frames, keyness and sourcing: one article, one number.
compare
    Events, spread, travel, estimates and agreement: across outlets, with uncertainty.
chart
    A table goes in, a matplotlib Figure comes out; nothing is computed.

``pipeline`` joins the stages, ``suite`` runs the notebooks, ``report`` writes the pages, and ``tables`` defines every
table.
Importing this package loads none of them.
"""

__version__ = "0.1.0"
