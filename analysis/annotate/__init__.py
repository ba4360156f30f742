"""Annotate: sentences, tokens and the model's labels, as tables with offsets into the articles."""
