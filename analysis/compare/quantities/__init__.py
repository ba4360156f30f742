"""
Find which figures of a story state the same measured thing.

In: figures, articles with their stories, sentences. Out: a ``quantity_id`` for each figure, and the
table ``quantities``: a row for each measured thing, with how many outlets state it.

``statements`` puts the figures of a story side by side, with their words and values; ``amounts``
and ``currencies`` make their values comparable; ``years`` reads which time a number is of;
``candidates`` chooses the pairs to compare; ``features`` compares them (``pair_values``,
``pair_words``, ``pair_places``); ``barred`` says what cannot be the same; ``same_quantity`` holds
the fitted weights; ``summary`` and ``labels`` describe a quantity; ``find`` joins them.
"""
