"""
How the models were trained. Needs the extra ``train``; no stage and no notebook imports it.

The neural model

- ``trim_vocabulary``: the encoder that training starts from
- ``examples``, ``losses``: training windows, their batches and loss
- ``augment``, ``synthetic_reports``: articles made like those of other corpora, or made up
- ``mentions``, ``labelled_passages``, ``attribution_labels``: labels that lie apart from their
  texts
- ``fit``, ``polarity``: train the tagger, and the classifier of polarity on its states; ``loop``
  has what both share
- ``resume_from_onnx``, ``average_weights``: runs that go on from other weights, and their mean
- ``export``: the files that the model runs from
- ``evaluate``, ``polarity_scores``, ``held_out``, ``cross_validation``: scores, also on articles
  held out

Weights of other modules

- ``tagger``, ``linker``, ``plausibility``: parts of speech; which spans are attributions
- ``question_network``: a small encoder that answers questions about two texts
- ``source_kinds``, ``kind_classifier``: what kind of source a source is
- ``numbers``, ``left_out``: how a number stands, and whether two are of one thing; the corpora that
  this is scored on
- ``confidence``, ``scope``, ``measured``: whether a figure is right, of the event, and what it is
  of
- ``parties``, ``events``, ``quantities``: whose a party is; which articles and figures are of one
  story or quantity
- ``within_article``, ``across_articles``: whether two numbers of one article, or of two, are of one
  thing
- ``boosted_trees``: trees fitted, and stored as lists of nodes
- ``one_thing``: how sure it is that figures which were joined are of one thing
- ``frames``, ``frame_examples``, ``frame_heads``, ``frame_card``: frames
- ``read_rows``, ``harm_labels``, ``quantity_examples``, ``judged_rows``: labelled rows as a run
  reads them
- ``directions``, ``signed_logistic``, ``story_certainty``: what several fits use
"""
