"""Attributions: who is quoted, with which cue, saying what."""
