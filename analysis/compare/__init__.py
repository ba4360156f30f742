"""
Compare outlets: events, estimates, dispersion, propagation and agreement.

In: the tables of all earlier stages. Out: tables across outlets, with uncertainty. Nothing is drawn
here.
"""
