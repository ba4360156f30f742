"""Extract what the text says: figures, attributions, names and agency, each with its offsets."""
