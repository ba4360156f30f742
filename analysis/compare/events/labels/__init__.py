"""
Label groups of articles in neutral words: where or of whom, what happened, and when.

What an article prints

- ``words``: its headline and lead as sentences of words
- ``capitals``, ``names``, ``name_forms``, ``countries``: which words are names, and how they are
  printed
- ``happening_lexicon``, ``happenings``: nouns and verbs of what happens
- ``headline_topics``: what headlines of any news are about
- ``evidence``: all of it, for one article or outlet

What a group is called

- ``rank_names``, ``rank_happenings``: names and happenings, best first
- ``headline_happenings``: what the headlines tell, a happening or a topic
- ``happening_days``: the day on which harm was done
- ``distinct``: labels put together and told apart
- ``groups``: all of it
"""

from analysis.compare.events.labels.groups import label_groupings, label_groups

__all__ = ["label_groupings", "label_groups"]
