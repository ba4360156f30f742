"""
Find which figures of a story state the same measured thing.

In: figures, articles with their stories, sentences. Out: a ``quantity_id`` for each figure, and the
table ``quantities``: a row for each measured thing, with how many outlets state it.

``statements`` puts the figures of a story side by side, with their words and values; ``amounts``
makes their values comparable (miles and kilometres, currencies that an article converts);
``years`` reads which year a number is of; ``features`` compares two statements; ``barred`` says
what cannot be the same; ``same_quantity`` holds the fitted weights; ``labels`` names a quantity;
``find`` joins them.
"""
