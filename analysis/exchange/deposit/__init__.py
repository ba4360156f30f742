"""
Write all tables of a run as a deposit: for R, for Stata, and for an archive.

In: the tables and the manifest of a run. Out: a folder with every table as CSV, Parquet and
``.dta``, scripts that open them, and metadata for Zenodo and as RO-Crate.
"""
