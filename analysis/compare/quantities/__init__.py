"""
Find which figures of a story state the same measured thing.

In: figures, articles with their stories, sentences. Out: a ``quantity_id`` for each figure, and the
table ``quantities``: a row for each measured thing, with how many outlets state it.

``statements`` puts the figures of a story side by side, with their words and values; ``amounts``
and ``currencies`` make their values comparable; ``years`` reads which time a number is of;
``candidates`` chooses the pairs to compare; ``features`` compares them (``pair_values``,
``pair_words``, ``pair_places``); ``doubts`` says which rules of ``barred`` forbid a pair and which
speak against it; ``same_quantity`` holds the fitted weights of a first look and
``across_articles`` the trees of a second, at which ``other_partners`` compares a pair with its
rivals; ``read_words`` reads the words of pairs in doubt; ``judged_pairs`` puts these together;
``summary`` and ``labels`` describe a quantity;
``find`` joins them;
``one_thing`` says how sure it is that they are one, ``misfits`` what leaves a row,
``possible_matches`` which rows that were left apart may be one, and ``standing`` whether their
articles put them forward.

Of one statement

- ``kinds_of_count``, ``asked``: limits, samples, expectations; what was asked for and not given
- ``listed_groups``, ``aboard``: one of several groups, or all who were on a boat, and no toll
- ``firm_news``: the price of a firm, and the jobs that it cuts
- ``gatherings``: the crowd of a protest, a vigil, a meeting
- ``named_disasters``, ``named_places``, ``sides``: the storm or fire, the place, the side
- ``reader_address``: what the page says to its reader, and no report

Of a pair

- ``pair_tests``, ``contradicted``: comparisons that rules are made of; two things by their own
  words
- ``fallen_tolls``, ``namesakes``: a toll that fell too far; two persons of one surname
- ``noun_kinds``: nouns of people and of things, and the harmed beside things
- ``planned``: what was planned or ran, and what was called off
- ``represented``: members of a union, and those who walked out
- ``whose_fire``: those harmed by the two sides of an exchange of fire
- ``scenes``, ``attack_days``: two attacks, unless their articles name one day and place
- ``part_places``: the toll of one county, and that of two states
- ``sums``: a whole and its parts
- ``within_article``, ``words_between``: how probable it is that two different numbers of one
  article are of one thing
- ``mixed_kinds``: counts of several kinds together, and of no kind
- ``other_outcomes``: what "other" outcomes are, and two words for one outcome
- ``told_fighters``: dead fighters, and the toll of an article that counts its fighters apart

Pairs that rules join

- ``headline_tolls``, ``headline_repeats``: tolls of headlines; a headline and the text below it
- ``revised``, ``contrasted``: a number and the one that it
  replaced, or is set against
- ``rivals``, ``rival_pairs``, ``rival_words``: counts that answer each other
- ``event_measures``: measures of which an event has one
- ``hauls``, ``speeds``: the haul of a seizure, the speed at which a vehicle crashed
- ``equal_numbers``: one number that is too odd to be of two things
- ``rounded_sums``, ``vote_results``, ``aligned_lists``: one sum with fewer digits, one vote, one
  list
- ``linked_groups``: groups that one sure pair links

``label_words`` chooses the words that a label may use, ``unit_nouns`` a noun where there are none,
``complements`` what they are of;
``quoted_labels`` quotes an article where none are sure.
"""
