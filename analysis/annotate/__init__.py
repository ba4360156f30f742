"""Annotate: sentences, tokens and the reader's labels, as tables whose offsets point into ``articles.text``."""
