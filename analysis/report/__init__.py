"""The report: the web pages of a run."""
