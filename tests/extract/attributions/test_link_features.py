"""Features of candidates and groups; their names are keys of the weights and must stay."""

import math

import pytest

from analysis.extract.attributions.link_features import candidates, group_features, score
from tests.extract.attributions.marked_text import article_spans, linked_spans

MARKED = "<S Ana> <C said>: <T “that it rained.”>\n\n<S Bo>, <S Cy> and <C They Added> <T more>."


def features_of(marked, i, j, **settings):
    """Return the features of one candidate by name, with their values."""
    for number, features in candidates(article_spans(marked, **settings), i):
        if number == j:
            return dict(
                feature if isinstance(feature, tuple) else (feature, 1) for feature in features
            )
    raise AssertionError("no such candidate")


def test_a_content_has_cues_as_candidates_and_a_cue_has_sources():
    article = article_spans(MARKED)
    assert [number for number, _ in candidates(article, 2)] == [None, 1, 5]
    assert [number for number, _ in candidates(article, 5)] == [None, 4, 3, 0]


@pytest.mark.parametrize(
    ("marked", "i", "expected"),
    [
        ("<C a> <C b> <C c> <T d> <C e> <C f> <C g>", 3, [None, 2, 1, 4, 5]),
        ("<S a> <S b> <S c> <S d> <S e> <C f> <S g>", 5, [None, 4, 3, 2, 1, 6]),
    ],
)
def test_only_the_nearest_are_candidates(marked, i, expected):
    assert [number for number, _ in candidates(article_spans(marked), i)] == expected


def test_features_of_no_partner():
    features = features_of(MARKED, 2, None)
    assert features.pop("cue:none doubt") == pytest.approx(0.01)
    assert features == {
        "cue:none": 1,
        "cue:none w=": 1,
        "cue:none beside=cue/#sou": 1,
        "cue:none words=“that it rained.”": 1,
    }
    assert "source:none beside=sou/con" in features_of(MARKED, 5, None)
    assert "cue:none beside=cue/end" in features_of(MARKED, 6, None)
    assert "source:none beside=sou/end" in features_of("<S A> <C says>", 1, None)


def test_features_of_a_candidate():
    features = features_of(MARKED, 2, 5)
    assert features.pop("cue> distance") == pytest.approx(math.log1p(len("\n\nBo, Cy and ")) / 5)
    assert features.pop("cue> doubt") == pytest.approx(0.01)
    assert features == {
        "cue>": 1,
        "cue> path=#SS": 1,
        "cue> bare=SS": 1,
        "cue> rank=0": 1,
        "cue> gap=\n,1": 1,
        "cue> path=#SS far=con": 1,
        "cue> path=#SS back=cue": 1,
        "cue> path=#SS quote=qqlow": 1,
        "cue> bare=SS w=": 1,
        "cue> bare=SS key=they added": 1,
        "cue> breaks=0,1": 1,
    }
    source = features_of(MARKED, 5, 0)
    assert {"source<", "source< path=SS#TC", "source< rank=2"} <= source.keys()
    assert {"source< bare=SSTC w=they", "source< bare=SSTC key=they added"} <= source.keys()
    assert "source< path=SS#TC quote=" in source


@pytest.mark.parametrize(
    ("between", "gap"),
    [
        (" ", ""),
        ("\n", "\n"),
        (", And ", ", and"),
        (" one two ", "one two"),
        (" one two three ", "1"),
        (", one “two three: ", ",:“1"),
        (" a b c d e ", "1"),
        (" a b c d e f ", "2"),
        (" " + "a " * 40, "5"),
    ],
)
def test_words_between(between, gap):
    assert f"cue< gap={gap}" in features_of(f"<C said>{between}<T it>", 1, 0, sentence_starts=[0])


@pytest.mark.parametrize(
    ("content", "letters"),
    [
        ("<T it rained>", "--low"),
        ("<T It rained>", "--up"),
        ("<T That it rained>", "--that"),
        ("<T that>", "--low"),
        ("<T “It rained>", "q-up"),
        ("<T it rained”>", "-qlow"),
        ("“<T it rained>”", "q-low"),
    ],
)
def test_quotation(content, letters):
    features = features_of(f"<C Said> {content}", 1, 0)
    assert f"cue< path= quote={letters}" in features


def test_a_content_at_the_start_of_the_text_is_not_quoted():
    assert "cue> path= quote=--low" in features_of("<T it rained>, <C said>", 0, 1)


@pytest.mark.parametrize(
    ("content", "first"), [("that it rained", "that"), ("To rain", "to"), ("it rained", "")]
)
def test_first_word_of_a_content(content, first):
    assert f"cue< bare= w={first}" in features_of(f"<C said> <T {content}>", 1, 0)


@pytest.mark.parametrize(
    ("cue", "key"),
    [("Said", "said"), ("was Quoted as", "was quoted as"), ("was said to have", "was .. have")],
)
def test_key_of_a_cue(cue, key):
    assert f"cue< bare= key={key}" in features_of(f"<C {cue}> <T it>", 1, 0)


def test_long_paths_are_cut():
    nine = "<T a> <S b> <S c> <S d> <S e> <S f> <S g> <S h> <S i> <S j> <C k>"
    ten = "<T a> <S b> <S c> <S d> <S e> <S f> <S g> <S h> <S i> <S j> <S k> <C l>"
    assert f"cue> path={'S' * 9}" in features_of(nine, 0, 10)
    assert f"cue> path={'S' * 8}~" in features_of(ten, 0, 11)


def test_links_of_the_tagger():
    links = {("s0", "s1"): 0.9}
    marked = "<T it>, <C said> <C said>"
    assert "cue link" not in features_of(marked, 0, 1, links={})
    forward = features_of(marked, 0, 1, links=links)["cue link"]
    assert forward == pytest.approx(math.log(9) / 4)
    backward = features_of(marked, 0, 1, links={("s1", "s0"): 0.9})["cue link"]
    assert backward == forward
    # a link that is not in the table has probability 0, raised to 0.01
    assert features_of(marked, 0, 2, links=links)["cue link"] == pytest.approx(-math.log(99) / 4)


def test_score_sums_weights_and_values():
    weights = {"a": 1.5, "b": 2.0}
    assert score(["a", ("b", 0.25), "unknown", ("other", 3.0)], weights) == 2.0
    assert score([], weights) == 0.0


def features_of_group(marked):
    text, group = linked_spans(marked)
    article = article_spans(marked)
    assert article.text == text
    keep, *features = group_features(article, group)
    assert keep == "keep"
    return {name.removeprefix("keep "): value for name, value in features}


NOTHING = {"single": 0, "short": 0, "pieces": 0, "no source": 0, "no cue": 0, "quoted": 0}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<S He> <C said> <T it rained all day>.", {"size": math.log(4)}),
        ("<S He> <C said> <T so>.", {"single": 1, "short": 1, "size": 0}),
        ("<S He> <C said> <T it rained here>.", {"short": 1}),
        ("<T It rained>, <S he> <C said>, <T all the day>.", {"pieces": 1, "size": math.log(5)}),
        ("<C It is said> <T it rained all day>.", {"no source": 1, "source": 0}),
        ("<S He>: <T it rained all day>.", {"no cue": 1, "cue": 0, "both": 0}),
        ("<S He> <C said> <T “it rained all day>.", {"quoted": 1}),
        ("<S He> <C said> <T that it rained all day>.", {"that": 1}),
        ("<S He> <C said> <T it rained all of the>.", {"cut": 1}),
        ("<T  > <C said> <S he>.", {"short": 1}),
    ],
)
def test_group_features(marked, expected):
    found = features_of_group(marked)
    assert {**NOTHING, "that": 0, "cut": 0, **expected}.items() <= found.items()


def test_probabilities_of_a_group_are_log_odds_weighted_by_length():
    text, group = linked_spans("<S He> <C said> <T it rained a lot> <T so>.")
    probabilities = iter([0.5, 0.9])
    contents = tuple(
        type(span)(span.role, span.start, span.end, next(probabilities)) for span in group.contents
    )
    group = type(group)(type(group.cue)("cue", 3, 7, 0.8), contents, group.sources)
    features = dict(group_features(article_spans("<S He> <C said> <T it>"), group)[1:])
    mean = (0.5 * 15 + 0.9 * 2) / 17
    content = math.log(mean / (1 - mean))
    assert features["keep content"] == pytest.approx(content)
    assert features["keep weakest"] == 0
    assert features["keep cue"] == pytest.approx(math.log(4))
    assert features["keep both"] == pytest.approx(math.log(4) * content / 4)
    assert features["keep source"] == pytest.approx(math.log(99))
