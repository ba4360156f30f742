"""Measure: tone, targets, frames, keyness and sourcing; one article, one number."""
