"""
Find noun phrases around a word in a tagged sentence.

In: the words of one sentence with their Penn Treebank tags. Out: the phrase that ends, or begins, at a place, as a
pair of word numbers. A flat reading by tags: a noun with what stands before it, "of" and other prepositions
between nouns. It builds no tree and resolves no pronoun.
"""

from typing import NamedTuple

__all__ = [
    "Word",
    "first_phrase",
    "group_start",
    "is_noun",
    "left_phrase",
    "phrase_text",
    "right_phrase",
    "subject",
]

_NOUNS = {"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "FW", "GW", "ADD"}
_INNER = {"JJ", "JJR", "JJS", "DT", "PDT", "PRP$", "POS", "CD", "$", "HYPH", "SYM", "#", "AFX"}
_STARTERS = {"DT", "PRP$", "PDT"}
_NUMERIC = set(
    "at least most more less fewer than up to as many some about around nearly almost over roughly only "
    "approximately another".split()
)
_QUANTITY = set(
    "all both half most many several dozens hundreds thousands scores some none those others".split()
)
_LINKS = set("of in at on near from inside outside with for between among around".split())
_SKIP = {"RB", "RBR", "MD", "TO", "RP"}
_DAYS = set(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today overnight".split()
)
_AUX = set(
    "be is are was were been being am has have had having get gets got getting do does did will would could may "
    "might can must shall should 's 're 've 'd 'll ’s ’ve ’re".split()
)


class Word(NamedTuple):
    """One word or mark: as printed, its tag, its characters."""

    text: str
    tag: str
    start: int
    end: int

    @property
    def low(self):
        """The word in small letters."""
        return self.text.lower()


def is_noun(word):
    """Whether a word can head a noun phrase."""
    return word.tag in _NOUNS or word.low in _QUANTITY


def _inside(words, i):
    """Whether a word can stand inside a noun phrase, before its head."""
    word = words[i]
    if word.tag in _INNER or is_noun(word):
        return True
    participle = (
        word.tag in ("VBN", "VBG", "VBD")
        and i + 1 < len(words)
        and words[i + 1].tag in ("NN", "NNS", "NNP")
    )
    return (
        participle
        and i > 0
        and words[i - 1].tag in _INNER | {"IN"}
        and words[i - 1].low not in ("who", "that", "which")
    )


def _number_words(words, i):
    """Step left over "at least", "more than" and the like that end before word i."""
    while i > 0 and words[i - 1].low in _NUMERIC and words[i - 1].tag != "VB":
        i -= 1
    return i


def _simple_left(words, end):
    """Give the first word of the plain noun phrase that ends before ``end``, or None."""
    i = end
    if i == 0 or not is_noun(words[i - 1]) and words[i - 1].tag not in ("JJ", "VBG", "JJR", "POS"):
        return None
    while i > 0 and _inside(words, i - 1) or i == end:
        i -= 1
        if words[i].tag == "CD" or words[i].low in _QUANTITY:
            i = _number_words(words, i)
            if i > 0 and words[i - 1].low in _DAYS:  # "on Monday two men were killed"
                return i
        if words[i].tag == "PRP":
            return i if i == end - 1 else i + 1
        if words[i].tag in _STARTERS and not (
            i > 0 and words[i - 1].tag in ("PDT", "CD") or i > 0 and words[i - 1].low in _QUANTITY
        ):
            return i
        if i == 0:
            break
    return i


def left_phrase(words, end):
    """
    Find the noun phrase that ends right before a word, with the phrases that prepositions tie to it.

    Parameters
    ----------
    words : list of Word
    end : int
        Number of the word after the phrase.

    Returns
    -------
    (int, int) or None
        First word and the word after the last.
    """
    start = _simple_left(words, end)
    if start is None:
        return None
    while start > 1:
        before = words[start - 1]
        if before.low in _LINKS and (
            is_noun(words[start - 2])
            or before.low == "of"
            and words[start - 2].tag in ("DT", "JJS", "JJR", "CD")
        ):
            new = _simple_left(words, start - 1) if is_noun(words[start - 2]) else start - 2
        elif (
            before.low in _LINKS
            and words[start - 2].tag == "VBN"
            and start > 2
            and is_noun(words[start - 3])
        ):
            new = _simple_left(words, start - 2)
        elif (
            before.low == "including"
            and is_noun(words[start - 2])
            or before.low in ("and", "or")
            and is_noun(words[start - 2])
            and _joins(words, start)
        ):
            new = _simple_left(words, start - 1)
        else:
            break
        if new is None or new >= start:
            break
        start = new
    return start, end


def _joins(words, start):
    """Whether "and" before ``start`` joins two noun phrases at the head of a clause, not two clauses."""
    first = _simple_left(words, start - 1)
    return first is not None and (
        first == 0
        or words[first - 1].tag in (",", "IN", "CC", "``", ":")
        or words[first - 1].low in _LINKS
    )


def right_phrase(words, start, limit=14):
    """
    Find the noun phrase that begins at a word, with "of" phrases and a second one after "and".

    Parameters
    ----------
    words : list of Word
    start : int
    limit : int
        Longest phrase in words.

    Returns
    -------
    (int, int) or None
    """
    i = start
    while i < len(words) and words[i].low in _NUMERIC:
        i += 1
    if i < len(words) and words[i].tag != "CD" and words[i].low not in _QUANTITY:
        i = start  # "as" and "over" are no part of a number here
    head, weak = None, True
    if (
        i < len(words)
        and words[i].tag == "VBG"
        and (i + 1 == len(words) or words[i + 1].tag in (".", "IN", ",", "CC"))
    ):
        return start, i + 1  # "by shelling"
    while (
        i < len(words)
        and i - start < limit
        and (
            is_noun(words[i])
            or words[i].tag in _INNER
            or words[i].tag in ("VBN", "VBG", "RB")
            and _before_noun(words, i)
        )
    ):
        if head is not None and (
            words[i].tag in _STARTERS | {"PRP"} or words[i].low in ("last", "next", "late", "early")
        ):
            break
        if is_noun(words[i]):
            head, weak = i, False
        elif weak and words[i].tag in (
            "JJ",
            "DT",
        ):  # "the wounded", and nouns that the tags mistake
            head = i
        i += 1
    if head is None:
        return None
    end = head + 1
    if end + 1 < len(words) and words[end].low == "of":
        more = right_phrase(words, end + 1, limit)
        return (start, more[1]) if more else (start, end)
    if end + 1 < len(words) and words[end].low == "and":
        more = right_phrase(words, end + 1, limit)
        if more and not (
            more[1] < len(words) and words[more[1]].tag in ("VBD", "VBZ", "VBP", "MD", "VBN")
        ):
            return start, more[1]
    return start, end


def _before_noun(words, i):
    return i + 1 < len(words) and words[i + 1].tag in ("NN", "NNS", "NNP", "NNPS", "JJ", "CD")


def group_start(words, i):
    """Step left from a verb over its auxiliaries, adverbs, "not" and "to"."""
    while i > 0 and (
        words[i - 1].tag in _SKIP or words[i - 1].low in _AUX or words[i - 1].low == "since"
    ):
        i -= 1
    return i


def subject(words, i):
    """
    Find the subject of the verb at word i: the noun phrase to its left.

    Steps over auxiliaries, over what stands between two commas, and over a relative clause to what it is about.

    Returns
    -------
    (int, int) or None
    """
    end = group_start(words, i)
    if (
        end
        and words[end - 1].tag in ("WDT", "WP")
        or end
        and words[end - 1].low in ("who", "which", "that")
    ):
        return _antecedent(words, end - 1)
    if end and words[end - 1].text in (",", "-", "–", "—", ")"):
        return _before_aside(words, end - 1)
    if end and words[end - 1].tag == "CC":
        return _shared(words, end - 1)
    found = left_phrase(words, end)
    return found and (_beyond_relative(words, found[0]) or found)


def _shared(words, i):
    """Find the subject that a verb after "and" shares with the verb before it."""
    for j in range(i - 1, 0, -1):
        if (
            words[j].tag in ("VBD", "VBZ", "VBP")
            or words[j].tag == "VBN"
            and words[j - 1].low in _AUX
        ):
            return subject(words, j)
    return first_phrase(words, i)


def first_phrase(words, limit):
    """Find the noun phrase at the head of a sentence; None if another word stands there."""
    found = right_phrase(words, 0)
    return found if found and found[1] <= limit else None


def _beyond_relative(words, start):
    """Step left over "that hit the clinic", "who were wounded on Monday" to what it is said of."""
    i = start - 1
    while i > 0 and words[i].tag == "IN" and words[i].low != "that":
        inner = left_phrase(words, i)
        if inner is None:
            break
        i = inner[0] - 1
    if i > 0 and words[i].tag == "IN" and words[i - 1].tag.startswith("VB"):
        i -= 1
    if i <= 0 or not words[i].tag.startswith("VB") or words[i].tag == "VBG":
        return None
    relative = group_start(words, i) - 1
    return (
        _antecedent(words, relative)
        if relative > 0 and words[relative].low in ("that", "which", "who")
        else None
    )


def _antecedent(words, i):
    end = i - 1 if i and words[i - 1].text == "," else i
    return left_phrase(words, end)


def _before_aside(words, comma):
    """Find the phrase before an aside: its first comma is looked for to the left of its last."""
    for j in range(comma - 1, 0, -1):
        if words[j].text in (",", "-", "–", "—", "("):
            return left_phrase(words, j)
    return left_phrase(words, comma)


def phrase_text(text, words, span):
    """Give a phrase's characters in the text; None where there is no phrase."""
    return None if span is None else text[words[span[0]].start : words[span[1] - 1].end]
