"""
Running the stages over a corpus: in memory or in shards, in one process or many.

- ``default_folder``, ``output_folder``: where results go, and whose the folder is
- ``execution``: processes, threads, a scheduler
- ``pipeline``: all stages, joined, with the corpus in memory
- ``streaming``: all stages for a corpus larger than memory
- ``batches``, ``executors``, ``process_batch``: batches of articles, where they are processed, and
  how
- ``event_groups``, ``quantity_groups``: events and quantities, and what could not be grouped
- ``corrected``, ``correct_again``, ``uncorrected``: corrections in a run, over its tables, and what
  was there before
- ``table_paths``, ``table_store``: tables on disk
- ``manifest``: what a run did
- ``cache_keys``: whether a result is still current
"""
