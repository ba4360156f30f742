"""
Figures: the numbers that articles state, what they count or measure, and who says so.

In: articles, sentences, the tagger's spans, links and numbers, and attributions. Out: the table
``figures``. Casualties have an outcome, a group, an agent and a source; other counts, shares,
polls, sums and measures have what they are of, whose they are, and who gives them. ``extract``
joins these modules, which are listed in the order in which data flows:

One article and one figure

- ``tagged_articles``: from tables to articles
- ``article_context``: what is found once in an article, and read by every rule
- ``attributed``: which attribution holds a figure
- ``model_quantities``: the tagger's words for what a number counts, and for whose it is
- ``bare_sums``, ``listed_shares``: bare numbers that are sums of money or shares
- ``elided``, ``answered_numbers``: bare numbers that count what was counted before
- ``record``: a figure while its article is processed

What many rules use

- ``patterns``: pieces of regular expressions that rules on casualties share
- ``rules``: the rules of ``data/rules/figures``, and where they fire
- ``word_filter``: which texts cannot match a pattern
- ``counted``: the noun after a number
- ``compared``: with which number another is compared, so that both count one thing

Casualties, joined in ``casualties``: which numbers, and what happened

- ``candidates``: the casualty figures of an article, with value and outcome
- ``outcomes``, ``outcome_nouns``: what happened, by the words next to a number and in tolls
- ``evidence``: the words of an outcome in the sentence, without which the tagger is not believed
- ``attacks``: what became of people who were shot, stabbed or struck
- ``polarity``: harm that is denied, feared, averted or only intended
- ``non_casualties``: people who were not harmed
- ``coordination``: casualties in a list with others
- ``single_people``, ``coordinated_people``: persons who count as one without a number
- ``ordinal_tolls``: tolls that an ordinal states: "a fifth victim was found"
- ``other_senses``: words of harm that say something else
- ``animals``, ``stolen_things``: numbers without a noun that count no people
- ``casualty_groups``, ``groups``, ``losses``: who the people are: the choice, the groups there are,
  whose losses they are

Named persons to whom something happened

- ``named_people``: the figures
- ``person_phrases``: which words name or point at a person
- ``harm_to_persons``, ``person_harm_patterns``: what happened to them

Who caused it, and who reports it

- ``roles``: one span of each role for figures that stand together
- ``linked_spans``: the tagger's links and the grammar
- ``chosen_agents``: the agent of a figure, from all that follows here
- ``agents``: by the grammar of the clause
- ``causes``, ``linked_causes``: causes that no list names: by the words that tie them to people,
  and by nouns and diseases
- ``harm_verbs``, ``speech_acts``: verbs of harm before a number; who only speaks of harm
- ``refused_agents``, ``agent_words``: who did something else, and which words are no agent
- ``chosen_sources``: the source of a figure, from all that follows here
- ``sources``, ``headline_sources``, ``number_sources``: by the sentence, by the headline, and by
  the words beside one number of several
- ``reporting_patterns``, ``source_words``: the patterns of "X said", and the noun phrase in a match
- ``non_sources``: what looks like a source and is none

All other numbers, joined in ``other_numbers``

- ``bare_counts``, ``listed_counts``: counts without a noun: whether they count, and what
- ``counted_alike``: what a bare number counts with the one that it answers
- ``continued_counts``: those that count again what was counted before: "two are in hospital"
- ``changes``: which numbers are a rise or a fall
- ``measured``: what a share, a sum or a measure is of, by rules
- ``measured_candidates``, ``measured_features``, ``measured_ranking``: by weights, where rules are
  unsure
- ``head_vectors``: the tagger's vector of a word
- ``owners``, ``nearest_owners``, ``leads``: whose a number is: by the clause, by the name beside
  it, and of the two sides of a lead; ``vote_owners``: whose votes
- ``poll_sources``: the poll that a share of voters comes from

All figures of an article

- ``subtotals``, ``some_of_a_toll``: which number is a part of which
- ``scope``, ``reported_periods``: whether a figure is of the event, of a part of it, background or
  another event; the dead of a year that an article reports
- ``stated_counts``, ``told_causes``: what the other figures state; what can kill or hurt people
- ``scope_evidence``, ``weighed_scopes``: scopes by weights, where the rules are silent
- ``old_captions``: figures in captions of another time
- ``confidence``: how probable it is that a row is right
"""
