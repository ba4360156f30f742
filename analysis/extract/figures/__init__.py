"""Casualty figures: which numbers count people, what happened to them, who reports it."""
