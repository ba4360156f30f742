"""
The report: the web pages of a run.

- ``stories``, ``story_order``: stories ranked by disagreement; in which order they are listed
- ``story_page``, ``version_changes``: what a story's page shows; what changed between two versions
- ``absent_outlets``: the outlets without a number in the rows that a story's page shows
- ``quoted_words``: the words around a number
- ``story_charts``, ``inline_svg``: its chart, as part of the page
- ``write_stories``: the pages of stories
- ``notebook``: an executed notebook as a page
- ``findings``: the findings of all notebooks
- ``evidence``, ``correction_keys``: a page for each article, with buttons to correct its marks
- ``index``: what the first page says
- ``write``: all pages, joined
- ``html``, ``urls``: HTML that cannot run anything; addresses
- ``gallery``: ``docs/gallery.md``, from a finished report
"""
