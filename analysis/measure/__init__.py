"""Measure: tone, target sentiment, frames, keyness and sourcing of single articles."""
