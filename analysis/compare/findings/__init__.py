"""
Findings: what a notebook's table says, in one sentence that can be made again from that table.

One module for each kind of claim. Every function takes the table that is saved next to the chart,
and what else the sentence needs as plain values, and returns an ``analysis.core.finding.Finding``.
"""
