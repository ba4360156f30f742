"""
Whose a government, an army or a president is, by the words of the article.

``mentions`` finds generic names of parties; ``gazetteer`` and ``marks`` find the names of
countries, armed groups, places and office holders that may be their owners; ``relations`` says how
an owner stands to a mention; ``features`` and ``choice`` choose among the owners; ``extract`` makes
the table.
"""
