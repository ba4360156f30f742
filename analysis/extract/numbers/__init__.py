"""
Numbers in text: their position, value and qualifier, and which of them are not counts.

In: any text. Out: ``Number`` objects, from ``parse``, which joins the other modules.

What a number says

- ``values``: its value, from digits or words
- ``qualifiers``: "at least", "about", and where they stand
- ``over_words``: "over" that says where or how long, and not "more than"
- ``signs``: whether it has a minus
- ``units``: what it measures
- ``letter_signs``: letters that are the sign of a currency in one country
- ``parts``: numbers that only their unit shows: "half an hour"
- ``ratios``, ``shares``: "one in five" and "two-thirds" as percentages

Which words and numbers state no quantity

- ``non_counts``, ``house_numbers``: dates, times, ages, names, scores; addresses
- ``measures``: times that only locate something
- ``idioms``: "100 percent sure"
- ``vague_words``: "how many", which is no "many"

``word_patterns`` makes pieces of regular expressions from word lists.
"""
