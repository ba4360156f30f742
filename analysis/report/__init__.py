"""The report: the pages that a run leaves."""
