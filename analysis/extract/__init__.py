"""Extract: figures, attributions, names and agency; what the text says, each with its characters."""
