"""
Attributions: who is quoted, with which cue, and what is said.

In: articles, sentences, tokens, the tagger's spans and links. Out: the tables ``attributions`` and
``attribution_spans``. ``extract`` joins these modules, which are listed in the order in which data
flows:

Which spans belong together

- ``article_spans``: the tagger's spans of one article
- ``page_words``: spans without the words of the page
- ``linker``, ``link_features``: source, cue and content become an attribution; what speaks for it
- ``missing_sources``: the subject of a cue for which no source was labelled
- ``misread_spans``: who is only told something is no source, narration after quotes no content
- ``plausibility``: how probable it is that linked spans are an attribution
- ``labelled_speech``: headlines and transcripts, where a colon or dash attributes
- ``non_sources``, ``headings``, ``nobody_words``: sources that are none, what stands before a
  colon, and words that name nobody
- ``deeds``, ``rule_files``: verdicts, votes and appointments, which are no statements, by rules of
  ``data/rules/attributions``
- ``stated_numbers``: statements of a number of which the tagger missed a part, by rules
- ``no_comment``: that somebody gave no statement

Who the source is, joined in ``coreference``

- ``inserted_links``: boxes of links inside a sentence, blanked out
- ``article_context``: what the rules know of an article
- ``people``: the persons that it names, with their roles
- ``entities``: what it calls each source, and which names match
- ``pronouns``, ``relative_pronouns``: "he", "it", "they"; "who" and "which"
- ``opening_persons``: the person with whom the sentences before "he" or "she" open
- ``lead_pronouns``: whom "she" means before anybody has spoken
- ``asked_about``: whom somebody is asked about, and "he" is not
- ``names_and_nouns``: a name or noun, and the first mention of a source
- ``common_nouns``: in which order nouns are looked up
- ``person_nouns``, ``institution_nouns``, ``firm_nouns``: "the senator", "the ministry", "the firm"
- ``first_words``: the firm that is called by the first word of its name
- ``acronyms``: which letters a name is shortened to, and what short forms stand for
- ``misspelt_names``: whom a surname with an error of typing means
- ``person_nearby``, ``body_nearby``: whom "the Karsk senator" or "the company" means right after
  the only name
- ``named_bodies``: the body before "the organization" or "the school"
- ``introduced_below``, ``speaker_named_next``: whom a title or lead means that leaves the name for
  later
- ``authors``: who speaks in a letter, a report or a tweet
- ``source_owners``, ``spoken_for``: "its director"; for which body an office speaks
- ``joint_names``: two persons who speak as one
- ``introduced_names``: the name without the words that introduce it

What these look at

- ``proper_names``: the name in the words of a source, and how complete it is
- ``source_phrases``: the head noun of a source, and whose it is
- ``personal_titles``: which words beside a name say what a person is
- ``namesakes``: persons with one surname
- ``named_inside``: names inside the words for a source that are not the source
- ``sentence_subjects``, ``person_subjects``: with whom or what a sentence begins
- ``body_or_person``: whether a name can be that of a body

What is said of an attribution

- ``source_types``: the kind of a source, whether it is unnamed, and who relays it
- ``likely_kinds``, ``kind_questions``: the kind that a model makes most probable, and what it is
  asked
- ``kinds_in_context``, ``told_offices``: kinds that only the article tells ("the team" of a study),
  and offices that another sentence states
- ``kinds_by_ties``: an office by its holder, kin by its surname, who asks for no name
- ``outsiders``: who is no part of an institution that the words name
- ``armed_names``: who speaks for a group that the article calls armed
- ``office_holders``: who held an office on the day
- ``cue_stance``: the outlet's stance towards the source
- ``quotation_kind``: direct, indirect or mixed speech
"""
