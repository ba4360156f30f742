"""News frames: how much of each an article contains."""
