"""
Evaluation: hand labels, coding sheets, agreement between coders, and accuracy of extraction.

Against labels

- ``hand_labels``: articles with what a person marked
- ``matching``, ``matched_attributions``: figures, and attributions, that were extracted beside what
  was marked
- ``accuracy``: scores with intervals, and the stored measurements
- ``agreement``, ``unitised_alpha``: between coders, and of spans
- ``coding_sheets``: figures of filled sheets as tables
- ``rule_counts``: where each rule on figures is right
- ``attributions_read``: attributions that were read one by one
- ``story_matrices``, ``shared_rows``, ``joined_statements``, ``differing_rows``: rows of a story's
  matrix: made, whether each holds one thing, by pairs of statements, and where numbers differ;
  ``told_differences``: which differences are only updates

Of the corpus at hand, for notebooks

- ``checked_accuracy``: from the figures that people checked
- ``nearest_labels``, ``expected``: what was measured on articles like these; how many rows are
  right
- ``accuracy_charts``: tables and charts of both
- ``corpus_overview``, ``story_tables``, ``outlet_profile``: the corpus, one story, one outlet
"""
