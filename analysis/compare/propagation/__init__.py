"""Propagation: how a number or a phrase spreads from a statement through other texts."""
