"""Evaluation: hand labels, coding sheets, agreement and accuracy."""
