"""Numbers in text: where they are, their value, their qualifier, and which of them count nothing."""
