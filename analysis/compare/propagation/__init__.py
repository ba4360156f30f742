"""Propagation: what became of a statement's figures and wording in other texts."""
