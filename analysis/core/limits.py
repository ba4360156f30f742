"""
The bounds of what is read in one article, in one place.

Within them results do not depend on the bounds, and the work is meant to grow linearly with the
length of the article (``benchmarks/long_articles.py`` measures it). Real articles stay far
below: the longest sentence of FA-KES has 2,271 characters, the longest article 8,659.
"""

__all__ = ["LARGEST_FIGURE", "LONGEST_SENTENCE", "LONGEST_TOKEN", "PASSAGE_CHARACTERS"]

LARGEST_FIGURE = 1e15
"""A larger number is no figure; a row in ``problems`` says so."""

LONGEST_SENTENCE = 5_000
"""Characters; a longer sentence is cut at white space, or at any character if there is none."""

LONGEST_TOKEN = 200
"""Characters; a longer run of characters without white space is cut into several tokens."""

PASSAGE_CHARACTERS = 40_000
"""Most characters that are read at once; longer articles are cut between sentences."""
