"""Running the stages over a corpus: in memory or in shards, in one process or many."""
