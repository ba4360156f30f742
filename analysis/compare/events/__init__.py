"""
Find which articles report one event, and which one story.

In: the ``articles`` table. Out: ``event_id`` and ``story_id`` for each article, and the tables
``events`` and ``stories``. ``find`` does it all; ``explain`` shows the evidence for two articles.

What two articles have in common

- ``terms``, ``word_vectors``: their rare words, and the vectors of their words
- ``incident_details``, ``place_names``: streets, ages and days; places in one spelling
- ``digests``, ``templates``: articles of several events; texts that one template was filled in for
- ``similarity``: all of it, for the pairs that are worth comparing

What that is worth

- ``link_model``: weights that were fitted on labelled articles
- ``corpus_share``: how many pairs of this corpus belong together
- ``link_probabilities``: the probability of each pair

Groups

- ``average_linkage``, ``alone``: groups of articles, and those that would stand alone
- ``overrides``: what a person assigned by hand
- ``certainty``: how sure it is that a story is one
- ``labels``: what happened, where and when, in neutral words
"""
