"""Write tagged sentences by hand: "The/DT strike/NN killed/VBD two/CD men/NNS ./."."""

from analysis.extract.agency.noun_phrases import Word


def tagged(marked):
    """Return the text and its words."""
    words = []
    start = 0
    for token in marked.split():
        form, _, tag = token.rpartition("/")
        words.append(Word(form, tag, start, start + len(form)))
        start += len(form) + 1
    return " ".join(word.text for word in words), words


def words_of(words, phrase):
    """Return the words of a phrase; None for no phrase."""
    if phrase is None:
        return None
    return " ".join(word.text for word in words[phrase.first : phrase.stop])


def number_of(words, form):
    """Return the number of the first word with a form."""
    return [word.text for word in words].index(form)
