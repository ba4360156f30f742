"""
Draw charts: a table goes in, a matplotlib Figure (or safe HTML) comes out, nothing is computed.

One module for each kind of chart:

- ``figure_ranges``: figures of one event, by outlet and day
- ``quantity_table``: a story's numbers, quantities as rows and outlets as columns
- ``number_timeline``: one quantity over time, by outlet
- ``claims``: figures of hand-coded claims, by day
- ``timelines``: what was printed about one event by day, and articles by month
- ``propagation``: when a statement was printed, and what changed in it
- ``dot_plots``, ``differences``: estimates with intervals; differences that were tested
- ``bars``: shares
- ``matrices``: outlets by something else
- ``keyness``: terms that distinguish outlets

Text with highlighted spans:

- ``highlights``: which spans are highlighted, and their tooltips
- ``highlighted_text``: articles and sentences as HTML
- ``frame_sentences``: sentences that carry each frame

Tables:

- ``readable_table``: a table for people

What all charts share:

- ``palette``: colours, markers and hatches
- ``fonts``: families of fonts, and characters that none of them has
- ``style``: fonts, text sizes and other settings of matplotlib
- ``layout``: title, panels and caption on the page
- ``rows``, ``axes``, ``legends``, ``figure_marks``: parts of a chart
- ``captions``, ``text_fitting``: text of captions and alt texts, and text that fits its place
- ``evidence``, ``checks``: the rows behind a mark; marks that a person has checked
- ``svg``: a chart as a small SVG with real text
- ``saving``: export as PNG, SVG, PDF and CSV

Every chart function takes ``title`` and ``caption``. ``captions.alt_text`` returns the alt text of
a chart, ``saving.save`` writes its files.
"""
