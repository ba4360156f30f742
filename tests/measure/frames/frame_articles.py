"""Made-up articles and a small lexicon, for the tests of this folder."""

from analysis.core import tables

OWN = """\
[weather]
new = true
about = "rain and shine"
source = "test"
licence = "CC0-1.0"
date = 2026-01-01
threshold = 4
words = ["rain*", "sun", "rainbow", "heavy snow*"]
"""


def corpus(*articles):
    """Return articles and sentences from lists of (sentence, share quoted)."""
    texts, sentences = [], []
    for number, parts in enumerate(articles):
        text = ""
        for sentence_id, (part, share) in enumerate(parts):
            sentence = {
                "article_id": f"a{number}",
                "sentence_id": sentence_id,
                "start": len(text),
                "end": len(text) + len(part),
                "in_title": False,
                "share_quoted": share,
            }
            sentences.append(sentence)
            text += part + "\n"
        article = {"article_id": f"a{number}", "corpus": "test", "text": text}
        texts.append(article | {"n_words": len(text.split())})
    return tables.make(texts, tables.ARTICLES), tables.make(sentences, tables.SENTENCES)
