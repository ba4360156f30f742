"""Attributions: who is quoted, with which cue, and what is said."""
