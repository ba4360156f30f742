"""Numbers in text: their position, value and qualifier, and which of them are not counts."""
