"""
Parallax: how outlets report the same event.

Each folder does one job. A stage takes tables, returns tables and imports no other stage:

load
    Read corpora, documents and claims; record what could not be read.
fetch
    Fetch the pages of a list of addresses; nothing else opens a connection, but ``load`` the first
    time that it reads FA-KES.
annotate
    Find sentences and tokens, and label spans with the neural model.
extract
    Find figures, attributions, names and agency: what the text says.
measure
    Score tone, target sentiment, frames, keyness and sourcing: a number for each article.
compare
    Compare outlets with uncertainty: events, dispersion, propagation, estimates.
chart
    Draw a table as a matplotlib figure; nothing is computed.

Stages build on:

core
    Definitions of tables, errors, paths, lexicons and language resources.
neural
    The neural model: its labels and files, run with onnxruntime or torch.

These join the stages:

run
    Run the stages on a corpus, in batches and processes, and store the tables.
notebook
    What the notebooks import.
corrections
    Lay what people set right over the tables, and choose what to check first.
coding
    Hand coding in spreadsheets: sheets, several coders, what they agree on as corrections.
exchange
    Exchange marks with programs in which people code, and deposit the tables.
notebook_runs
    Run the notebooks with their parameters.
report
    Write the HTML pages of a report.
evaluate
    Measure error rates on labelled articles, and the agreement of coders.
train
    Train the weights in ``data/models``.
commands
    The commands ``report``, ``batch``, ``fetch`` and others; ``cli`` parses their options.

Importing this package loads none of them.
"""

__version__ = "0.1.0"
