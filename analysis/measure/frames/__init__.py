"""News frames: how strongly each one is present in an article."""
