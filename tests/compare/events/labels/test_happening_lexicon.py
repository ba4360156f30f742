from analysis.compare.events.labels.happening_lexicon import happening_lexicon
from analysis.core import lexicon, paths

GROUPS = lexicon.load(paths.LEXICONS / "happenings.toml")


def test_the_lexicon_is_neutral_and_lower_case():
    nouns = GROUPS["happenings"]["words"] + GROUPS["general"]["words"]
    loaded = {word for words in GROUPS["loaded"]["nouns"].values() for word in words}
    assert 250 <= len(nouns) <= 500
    assert all(noun == noun.lower() for noun in nouns)
    assert loaded.isdisjoint(nouns)
    assert len(set(nouns)) == len(nouns)


def test_every_grave_happening_is_one_of_the_lexicon():
    happenings = happening_lexicon()
    keys = {meaning.key for found in happenings.phrases.values() for _, meaning in found}
    assert happenings.grave
    assert set(happenings.grave) <= keys


def test_words_that_judge_are_never_a_label():
    nouns = {meaning.noun for found in happening_lexicon().phrases.values() for _, meaning in found}
    loaded = {word for words in GROUPS["loaded"]["nouns"].values() for word in words}
    assert nouns.isdisjoint(loaded)


def test_every_word_in_context_has_its_context():
    for group in ("nouns_in_context", "verbs_in_context"):
        assert GROUPS[group]["nouns"].keys() == GROUPS[group]["with"].keys()
        assert GROUPS[group]["fewest"].keys() <= GROUPS[group]["nouns"].keys()
        words = [word for words in GROUPS[group]["with"].values() for word in words]
        assert all(" " not in word for word in words)


def test_kinds_of_happenings_are_happenings_of_the_lexicon():
    happenings = happening_lexicon()
    keys = {meaning.key for found in happenings.phrases.values() for _, meaning in found}
    keys |= {meaning.happening.key for found in happenings.in_context.values() for meaning in found}
    for group in ("harm", "outcomes", "settings", "of_places"):
        assert set(GROUPS[group]["words"]) <= keys
