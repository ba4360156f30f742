"""
Compare outlets: events, estimates, dispersion, propagation and agreement.

In: the tables of all earlier stages. Out: tables across outlets, with uncertainty. Nothing is drawn
here. Folders: ``events`` finds which articles report one event, ``quantities`` which figures state
one thing, ``propagation`` follows a number from outlet to outlet, ``findings`` writes the sentences
over charts, ``event_sheets`` writes events in the columns of other datasets.

Numbers of a story, side by side

- ``headline_figures``: the figure that an outlet put forward
- ``number_words``, ``unit_words``: a number as it is printed; when two agree
- ``source_names``, ``one_name``, ``named_person``, ``same_source``, ``countries_of_bodies``,
  ``documents``: the name of a figure's source; names of one person, also under two offices; one
  source in other words; one body in those of several outlets; polls and studies without a name
- ``origins``, ``outlet_copies``: on how many origins a number rests; an outlet's own words again
- ``credited_outlets``: whose text an outlet says that it prints
- ``pollsters``: of which poll a share is
- ``quantity_matrix``, ``numbers_beside``, ``doubtful_numbers``: who prints what; rival numbers of
  one article; numbers that may be of two things
- ``counted_on``: a count that rose by a later day
- ``feared_dead``: those feared dead, beside the toll
- ``shown_quantities``: what of it a chart shows
- ``disagreement``, ``story_doubt``: how much outlets differ; stories that may be several
- ``number_habits``: who prints, rounds and attributes shared numbers
- ``quantity_reports``, ``watch``, ``recalls``: one quantity over time, through the whole corpus,
  and where other stories recall an event
- ``named_only``: outlets that name victims and give no number

Reports of events

- ``reports``, ``responsible``: figures and claims in one format; one name for a party
- ``dispersion``: how far apart figures are
- ``timeline``: what was printed, in order
- ``defaults``, ``one_story``: which event or story is shown first

Estimates and tests

- ``shares``, ``event_cells``, ``shared_events``: counts by outlet; sums by outlet and event; the
  distance from the others
- ``estimates``: joins what follows here
- ``intervals``, ``interval_formulas``, ``ratio_variance``: intervals, and what they rest on
- ``difference_test``, ``permutation``, ``over_articles``: p-values
- ``step_down``, ``detectable``: for many tests; the smallest difference that could be seen

Words

- ``accusations``, ``accusing_words``, ``person_before``: who accuses whom
- ``naming_contrast``: where outlets differ most in a name
"""
