"""
Tag words as NLTK's averaged perceptron does, in a fraction of the time.

In: NLTK's tagger with its weights, and the words of a sentence. Out: one Penn Treebank tag a word. NLTK adds the
weights of each feature label by label, in dictionaries; here a feature is a row of one array, and the rows of a word
are added at once, in NLTK's order, so that the sums and the tags are the same to the last bit (a test compares them).
"""

import numpy as np

__all__ = ["RowTagger"]

_AROUND = ("i word", "i-1 word", "i-1 suffix", "i-2 word", "i+1 word", "i+1 suffix", "i+2 word")
_KNOWN = 500_000  # words remembered


class RowTagger:
    """
    The weights of a tagger as rows of an array.

    Parameters
    ----------
    tagger : nltk.tag.PerceptronTagger
        Trained; not changed.
    """

    def __init__(self, tagger):
        self.tagger = tagger
        self.tags = sorted(
            tagger.classes, reverse=True
        )  # of equal sums NLTK takes the last by name
        column = {tag: i for i, tag in enumerate(self.tags)}
        weights = tagger.model.weights
        self.row_of = {feature: i for i, feature in enumerate(weights, 1)}
        self.rows = np.zeros(
            (len(weights) + 1, len(self.tags))
        )  # row 0: a feature that was never seen
        for row, found in zip(self.rows[1:], weights.values(), strict=True):
            for tag, weight in found.items():
                row[column[tag]] = weight
        self.own, self.around = {}, {}

    def tag(self, words):
        """
        Tag the words of one sentence.

        Parameters
        ----------
        words : list of str

        Returns
        -------
        list of str
        """
        row, tagger = self.row_of.get, self.tagger
        plain = [*tagger.START, *map(tagger.normalize, words), *tagger.END]
        near = [self.around.get(word) or self._around(word) for word in plain]
        (before, before2), tags, bias = tagger.START, [], row("bias", 0)
        for i, word in enumerate(words, len(tagger.START)):
            tag = tagger.tagdict.get(word)
            if not tag:
                suffix, first = self.own.get(word) or self._own(word)
                a, b, c, d, e = near[i - 2], near[i - 1], near[i], near[i + 1], near[i + 2]
                chosen = (
                    bias,
                    suffix,
                    first,
                    row(f"i-1 tag {before}", 0),
                    row(f"i-2 tag {before2}", 0),
                    row(f"i tag+i-2 tag {before} {before2}", 0),
                    c[0],
                    row(f"i-1 tag+i word {before} {plain[i]}", 0),
                    b[1],
                    b[2],
                    a[3],
                    d[4],
                    d[5],
                    e[6],
                )
                tag = self.tags[self.rows.take(chosen, 0).sum(0).argmax()]
            tags.append(tag)
            before, before2 = tag, before
        return tags

    def _own(self, word):
        """Give the rows of a word's own suffix and first letter."""
        found = tuple(
            self.row_of.get(f, 0) for f in (f"i suffix {word[-3:]}", f"i pref1 {word[:1]}")
        )
        if len(self.own) < _KNOWN:
            self.own[word] = found
        return found

    def _around(self, word):
        """Give the rows of a word as it stands at, before and after another."""
        forms = (word[-3:] if name.endswith("suffix") else word for name in _AROUND)
        found = tuple(
            self.row_of.get(f"{name} {form}", 0) for name, form in zip(_AROUND, forms, strict=True)
        )
        if len(self.around) < _KNOWN:
            self.around[word] = found
        return found
