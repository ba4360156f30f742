"""
What the command line does: one module for each command, options in, a result out.

- ``extract``, ``report``, ``batch``: the tables; with notebooks and pages; a notebook many times
- ``fetch``: articles from a list of addresses
- ``notebooks``: which there are, and their parameters
- ``export``, ``export_marks``, ``export_deposit``: sheets of events, marks to code, a deposit
- ``import_labels``: what was changed in another program, as corrections
- ``sample_for_coding``, ``compare_coders``, ``adjudicate``: coding by hand
- ``corrections``: ``corrections check`` and ``queue``
- ``accuracy``, ``rules``: error rates; where each rule on figures is right
- ``manual``: no command; it writes ``docs/commands.md``
"""
