"""Casualty figures: which numbers count people, what happened to them, who says so and who did it."""
