"""Language resources come from packages and the project, and give the results of NLTK."""

import gzip

import pytest

from analysis.core import paths, resources
from analysis.core.errors import MissingResourceError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Haddad spoke. He left.", ["Dr. Haddad spoke.", "He left."]),
        (
            "The U.N. envoy met Mr. Ilic at 5 p.m. on Monday.",
            ["The U.N. envoy met Mr. Ilic at 5 p.m. on Monday."],
        ),
        (
            "It asks Rs. 450 a quintal. Mills offer Rs. 365.",
            ["It asks Rs. 450 a quintal.", "Mills offer Rs. 365."],
        ),
        ("He met Smt. Rao of the Govt. hospital.", ["He met Smt. Rao of the Govt. hospital."]),
        ('"Stop!" she said. Nobody did.', ['"Stop!"', "she said.", "Nobody did."]),
        ("", []),
    ],
)
def test_punkt_knows_english_abbreviations(text, expected):
    assert resources.sentence_tokenizer().tokenize(text) == expected


@pytest.mark.parametrize(
    ("text", "compound"),
    [
        # published in the documentation of VADER
        ("VADER is smart, handsome, and funny.", 0.8316),
        ("VADER is smart, handsome, and funny!", 0.8439),
        ("VADER is very smart, handsome, and funny.", 0.8545),
        ("The book was good.", 0.4404),
        ("At least it isn't a horrible book.", 0.4310),
        ("Today SUX!", -0.5461),
        # a number is no word of its list
        ("They were 143 all out.", 0.0),
    ],
)
def test_vader_gives_its_published_scores(text, compound):
    assert resources.vader().polarity_scores(text)["compound"] == pytest.approx(compound, abs=5e-5)


def test_tagger_tags_a_passive():
    words = "Twelve people were killed by shells .".split()
    assert [tag for _, tag in resources.pos_tagger().tag(words)] == [
        "CD",
        "NNS",
        "VBD",
        "VBN",
        "IN",
        "NNS",
        ".",
    ]


def test_the_error_for_missing_weights_names_the_command_that_restores_them(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "POS_TAGGER", tmp_path)
    with pytest.raises(MissingResourceError, match=r"weights.json.gz is missing.*git checkout"):
        resources.pos_tagger()


def test_tagger_weights_are_data_not_code():
    with gzip.open(paths.POS_TAGGER / "weights.json.gz", "rt") as file:
        assert file.read(1) == "{"


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("killed", "VBD", "kill"),
        ("said", "VBD", "say"),
        ("children", "NNS", "child"),
        ("saw", "VBD", "see"),
        ("saw", "NN", "saw"),
        ("Syria", "NNP", "syria"),
        ("of", "IN", "of"),
        ("Up", "RP", "up"),  # a particle, not an adverb
        ("better", "RBR", "well"),
        ("must", "MD", "must"),
        ("WOLVES", "NNS", "wolf"),
        (",", ",", ","),
    ],
)
def test_lemma_follows_the_tag(word, tag, expected):
    assert resources.lemma(word, tag) == expected
