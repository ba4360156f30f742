"""The network of kinds of sources learns, and its files answer as it does."""

import numpy as np
import pytest

torch = pytest.importorskip(
    "torch", reason="training needs the extra 'train': pip install -e .[train]"
)
transformers = pytest.importorskip("transformers", reason="training needs the extra 'train'")

from tokenizers import Tokenizer, models, pre_tokenizers, processors  # noqa: E402

from analysis.core.tables import SOURCE_TYPES  # noqa: E402
from analysis.neural.kind_model import FILES, LONGEST, KindModel, Question  # noqa: E402
from analysis.neural.question_words import WORDS as WORDS_FILE  # noqa: E402
from analysis.neural.question_words import QuestionWords  # noqa: E402
from analysis.train import kind_classifier, question_network  # noqa: E402

pytestmark = [pytest.mark.train, pytest.mark.filterwarnings("ignore:Exporting aten")]
WORDS = "[PAD] [UNK] [CLS] [SEP] ; other none none ana roe columnist mayor said wrote".split()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with an encoder of two small layers."""
    path = tmp_path_factory.mktemp("encoder")
    config = transformers.BertConfig(
        vocab_size=2_100,
        hidden_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
    )
    torch.manual_seed(0)
    transformers.BertModel(config).save_pretrained(path)
    vocabulary = {word: place for place, word in enumerate(dict.fromkeys(WORDS))}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[(word, vocabulary[word]) for word in ("[CLS]", "[SEP]")],
    )
    tokenizer.save(str(path / "tokenizer.json"))
    return path


COLUMNIST = Question("ana roe ; other", "columnist ana roe wrote")
MAYOR = Question("ana roe ; other", "mayor ana roe said")


@pytest.fixture(scope="module")
def fitted(folder):
    questions = [COLUMNIST, MAYOR] * 64
    kinds = ["media", "local_authority"] * 64
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(question_network, "RATE", 3e-3)
        patch.setattr(question_network, "WARM_UP", 4)
        return kind_classifier.fit(questions, kinds, folder, epochs=25)


def told(network, folder):
    """Return the probabilities of both questions."""
    texts = [tuple(COLUMNIST), tuple(MAYOR)]
    return question_network.probabilities(network, texts, folder, LONGEST)


def test_kinds_are_learned(fitted, folder):
    found = told(fitted, folder)
    assert [SOURCE_TYPES[place] for place in found.argmax(1)] == ["media", "local_authority"]


def test_the_files_answer_as_the_network_does(fitted, folder, tmp_path):
    out, words = tmp_path / "kinds", tmp_path / "words"
    kind_classifier.export(fitted, folder, out, words)
    assert sorted(path.name for path in out.iterdir()) == sorted([*FILES, "SHA256SUMS"])
    model = KindModel(out, QuestionWords(words))
    expected = told(fitted, folder)
    found = [model.probabilities(question) for question in (COLUMNIST, MAYOR)]
    np.testing.assert_allclose(found, expected, atol=0.1)


def test_vectors_of_another_encoder_are_no_others(fitted, folder, tmp_path):
    kind_classifier.export(fitted, folder, tmp_path / "kinds", tmp_path / "words")
    before = (tmp_path / "words" / WORDS_FILE).read_bytes()
    kind_classifier.export(fitted, folder, tmp_path / "again", tmp_path / "words")
    assert (tmp_path / "words" / WORDS_FILE).read_bytes() == before
    with pytest.raises(ValueError, match="vectors of another encoder"):
        kind_classifier.export(fitted, folder, tmp_path / "other")


@pytest.mark.parametrize(("chance", "listed"), [(0.0, "none"), (0.9, "local authority")])
def test_a_question_can_leave_out_what_the_lists_tell(chance, listed):
    class Fixed:
        def random(self):
            return chance

    question = ("Ana Roe ; local authority", "words")
    assert kind_classifier._untold(question, Fixed()) == (f"Ana Roe ; {listed}", "words")
