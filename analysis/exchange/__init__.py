"""
Exchange marks with programs in which people code texts, and deposit tables.

In: the tables of a run. Out: files of Label Studio, brat, INCEpTION, programs of qualitative data
analysis and W3C Web Annotation; and back again: what a person changed there, as corrections.
"""
