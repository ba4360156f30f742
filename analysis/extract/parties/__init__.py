"""
Whose a government, an army or a president is, by the words of the article.

``mentions`` finds generic names of parties; ``gazetteer`` and ``marks`` find the names of
countries, armed groups, places and office holders that may be their owners; ``relations`` says how
an owner stands to a mention; ``features`` and ``choice`` choose among the owners; ``extract`` makes
the table.

- ``own_parties``: the user's own names for the gazetteer
- ``context_words``: words that change what a name beside them is
- ``owners``: all that can say whose the parties of an article are
- ``unheld_offices``: offices without a holder
- ``labels``: one name for all mentions of a side
- ``agents``: which party the words for an agent or patient name
- ``covered``, ``word_places``: where spans and whole words are, found quickly
"""
