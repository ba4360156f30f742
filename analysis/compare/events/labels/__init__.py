"""Label groups of articles in neutral words: where or of whom, what happened, and when."""

from analysis.compare.events.labels.groups import label_groupings, label_groups

__all__ = ["label_groupings", "label_groups"]
