"""
What all other folders build on: table definitions, errors, paths, lexicons, file helpers.

Tables

- ``schema``, ``tables``: how a table is defined and checked; every table of the project
- ``codebook``, ``generated_file``: the description of the tables in ``data/README.md``, and how
  such a document is written
- ``run_tables``: what a stage may read of a run
- ``records``, ``plain_values``: rows as dicts; one cell as text or number
- ``figure_kinds``, ``candidate_kinds``: figures by how they are stated and what they cover;
  candidates whose number is the same, changed or of another thing
- ``regrouping``: members of groups put together or apart by hand
- ``voice``: the outlet's own voice and attributed words
- ``finding``: one sentence about a corpus, with what is behind it

What is asked for

- ``selection``: outlets, days, a query, a sample
- ``limits``: how much of one article is read
- ``languages``: which articles are read, by their language
- ``stated_days``, ``partial_dates``: days that a text contradicts; dates without a day or month

Words

- ``rules_in_code``: what the rules mean that are written in Python
- ``lexicon``, ``resources``: word lists; language resources of other packages
- ``rule_files``: files of rules, with the texts that test them
- ``light_nltk``, ``tagging``: NLTK without what is not used; tags for words
- ``logistic_model``, ``tree_model``: weights of a fitted regression; fitted trees
- ``whole_words``: where a long text holds a name, quickly
- ``needed_words``: which words a match of a pattern must hold
- ``furniture``, ``opening``: words of the page that are no part of the report; its first sentences
- ``agencies``: from which news agency a text comes
- ``given_names``, ``pronoun_words``, ``followers``: who is a person, a pronoun, an aide or
  supporter
- ``animals``, ``mishaps``: nouns that are no people; accidents and diseases that are no party
- ``moments``: what was published first, by day, time and zone
- ``calendar_words``, ``change_words``, ``stop_words``: months and days; "rose", "fell"; "the", "of"
- ``contrasts``: numbers that a sentence sets another against
- ``doubt_words``: how a page says that numbers may be of two things
- ``plurals``, ``printed_names``: "1 outlet", "2 outlets"; names with their capitals

Files

- ``paths``: the folders of the project
- ``errors``: the errors that are raised on purpose
- ``atomic_write``, ``safe_csv``: whole files; CSV files that a spreadsheet may open
- ``new_files``, ``owned_files``: what may be written, and which files are the user's
- ``companion_files``: files of the user beside the articles
- ``kept_files``, ``checked_files``: files that have changed; weights that are the expected ones
- ``control_characters``: made visible, so that nothing obeys them
- ``freed_memory``: memory given back to the system
"""
