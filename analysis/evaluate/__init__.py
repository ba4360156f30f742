"""Evaluation: hand labels, coding sheets, agreement between coders, and accuracy of extraction."""
