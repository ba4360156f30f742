"""A small training on a CPU, from gold files to exported files that open."""

import json

import numpy as np
import pytest

torch = pytest.importorskip(
    "torch", reason="training needs the extra 'train': pip install -e .[train]"
)
pytestmark = pytest.mark.train

ATTRIBUTED = (
    "The mayor said the bridge was safe. Nobody was there. "
    "Officials claim that 14 people were killed."
)
COUNTED = "A blast killed 14 people, police said. It cost 300 dollars."


def span(text, words):
    return [text.index(words), text.index(words) + len(words)]


def gold_rows():
    attributions = [
        {
            "source": [span(ATTRIBUTED, "The mayor")],
            "cue": [span(ATTRIBUTED, "said")],
            "content": [span(ATTRIBUTED, "the bridge was safe")],
        },
        {
            "source": [],
            "cue": [span(ATTRIBUTED, "claim")],
            "content": [span(ATTRIBUTED, "that 14 people were killed")],
        },
    ]
    start, end = span(COUNTED, "14")
    figure = {
        "start": start,
        "end": end,
        "low": 14,
        "high": 14,
        "qualifier": "exact",
        "outcome": "killed",
        "group": "unspecified",
        "implicit": False,
        "counted": "people",
        "agent": "A blast",
        "source": "police",
    }
    yield from (
        (f"attributions/{n}", {"article_id": n, "text": ATTRIBUTED, "attributions": attributions})
        for n in ("train", "dev", "fa_kes", "other_news")
    )
    yield from (
        (f"figures/{n}", {"article_id": n, "text": COUNTED, "figures": [figure]})
        for n in ("train", "dev", "other_domains", "world_leads")
    )
    named = {**figure, "start": COUNTED.index("police"), "end": COUNTED.index(" said")}
    quantity = {**figure, "mention": "numeral", "unit": "people", "whose": None, "change": None}
    for n in ("train", "dev"):
        row = {"article_id": n, "text": COUNTED}
        yield f"other_news/{n}", {**row, "figures": [figure], "named": [named]}
        yield f"quantities/{n}", {**row, "statements": [quantity]}
    for n in ("train", "dev", "other_news"):
        for i, polarity in enumerate(("negative", "neutral", "positive")):
            yield (
                f"targets/{n}",
                {
                    "sentence_id": f"{n}{i}",
                    "text": "They saw Okafor there.",
                    "start": 9,
                    "end": 15,
                    "polarity": polarity,
                },
            )


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """A gold folder, and an encoder of random weights as ``trim_vocabulary`` writes it."""
    from safetensors.torch import save_file

    from analysis.core.paths import NEURAL_MODEL
    from analysis.neural.architecture import MINILM, Layer
    from analysis.train.trim_vocabulary import cut_tokenizer, pack

    root = tmp_path_factory.mktemp("train")
    for name, row in gold_rows():
        path = root / "gold" / f"{name}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf8") as file:
            file.write(json.dumps(row) + "\n")
    tokenizer, kept = cut_tokenizer(
        json.loads((NEURAL_MODEL / "tagger_tokens.json").read_text(encoding="utf8")),
        [ATTRIBUTED, COUNTED],
        700,
    )
    torch.manual_seed(0)
    weights = {
        "embeddings.word_embeddings.weight": torch.randn(len(kept), 384) * 0.1,
        "embeddings.position_embeddings.weight": torch.randn(512, 384) * 0.1,
        "embeddings.token_type_embeddings.weight": torch.zeros(2, 384),
        "embeddings.LayerNorm.weight": torch.ones(384),
        "embeddings.LayerNorm.bias": torch.zeros(384),
    }
    state, names = (
        Layer(MINILM, 0.0).state_dict(),
        {
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        },
    )
    for part in ("weight", "bias"):
        for i, name in enumerate(("query", "key", "value")):
            weights[f"encoder.layer.0.attention.self.{name}.{part}"] = (
                state[f"qkv.{part}"].chunk(3)[i].contiguous()
            )
        for ours, theirs in names.items():
            weights[f"encoder.layer.0.{theirs}.{part}"] = state[f"{ours}.{part}"]
    (root / "start").mkdir()
    save_file(pack(weights), root / "start" / "start.safetensors")
    (root / "start" / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf8")
    return root


def command(folders, out, *more):
    from analysis.train import fit

    fit.main(
        [
            str(folders / "start"),
            str(folders / "gold"),
            str(folders / out),
            "--layers",
            "0,0,0,0,0",
            "--shared",
            "0",
            "--epochs",
            "2",
            "--batch",
            "2",
            "--device",
            "cpu",
            "--limit",
            "3",
            *more,
        ]
    )
    return json.loads((folders / out / "scores.json").read_text())


@pytest.fixture(scope="module")
def reader(folders):
    """A folder with an exported tagger."""
    from analysis.train import export

    command(folders, "tagger")
    export.export({"tagger": folders / "tagger"}, folders / "reader")
    return folders / "reader"


def classify(folders, out, *more):
    from analysis.train import polarity

    plan = ["--epochs", "2", "--batch", "2", "--device", "cpu", "--limit", "3"]
    model = ["--model", str(folders / "reader")]
    polarity.main([str(folders / "gold"), str(folders / out), *model, *plan, *more])
    return json.loads((folders / out / "scores.json").read_text())


@pytest.mark.filterwarnings("ignore")
def test_from_gold_to_exported_files(folders, reader):
    from analysis.annotate.tagger_model import label_texts
    from analysis.annotate.token_states import read_states
    from analysis.neural.onnx_model import Model
    from analysis.neural.polarity_model import PolarityModel
    from analysis.train import export

    scores = json.loads((folders / "tagger" / "scores.json").read_text())
    assert 0 <= scores["attributions/dev"]["word content"] <= 1
    assert 0 <= classify(folders, "polarity")["targets/dev"] <= 1
    export.export({"polarity": folders / "polarity"}, reader, texts=[ATTRIBUTED])
    spans, _, _ = label_texts(["a"], [COUNTED], Model(reader))
    assert all(0 <= s["start"] < s["end"] <= len(COUNTED) for s in spans)
    width = read_states([COUNTED], Model(reader))[0].states.shape[1]
    assert PolarityModel(reader).scores(np.zeros((3, width)), 1, 2).shape == (3,)
    before = (reader / "polarity.onnx").read_bytes()
    export.main([str(reader), "--tagger", str(folders / "tagger"), "--version", "2"])
    assert (reader / "polarity.onnx").read_bytes() == before
    assert Model(reader).facts["version"] == "2"


@pytest.mark.filterwarnings("ignore")
def test_the_classifier_begins_as_the_upper_layers_of_the_tagger(folders, reader):
    from analysis.neural.label_scheme import MIDDLE
    from analysis.neural.torch_model import restore_tagger
    from analysis.train import polarity

    options = ["gold", "out", "--model", str(reader)]
    classifier = polarity._initial_classifier(polarity.options_parser().parse_args(options))
    _, tagger = restore_tagger(reader, rounded=False)
    upper = tagger.layers.blocks[MIDDLE:].state_dict()
    assert upper
    own = classifier.layers.blocks.state_dict()
    assert all(torch.equal(own[name], upper[name]) for name in upper)


@pytest.mark.filterwarnings("ignore")
def test_an_earlier_classifier_teaches(folders, reader):
    taught = [
        {"sentence_id": "train0", "taught": [0.2, 0.8, 0.0]},
        {
            "sentence_id": "more",
            "text": "They saw Okafor there.",
            "start": 9,
            "end": 15,
            "taught": [0.1, 0.2, 0.7],
        },
    ]
    path = folders / "taught.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in taught))
    assert "targets/dev" in classify(folders, "by_earlier", "--taught", str(path))


@pytest.mark.parametrize(
    ("row", "target"),
    [
        ({"polarity": "neutral"}, (0, 1, 0)),
        ({"polarity": "neutral", "taught": [1, 0, 0]}, (0.3, 0.7, 0)),
        ({"taught": [0.1, 0.2, 0.7]}, (0.1, 0.2, 0.7)),
    ],
)
def test_a_label_and_what_a_classifier_told_are_mixed(row, target):
    from analysis.train.polarity import _target

    assert _target(row) == pytest.approx(target)


@pytest.mark.filterwarnings("ignore")
def test_a_fold_of_other_news_is_held_out_of_the_classifier(folders, reader):
    assert "fold" in classify(folders, "left", "--fold", "0", "--folds", "1")
    assert "fold" not in classify(folders, "whole")


def test_four_bits_a_number_keep_an_embedding():
    from analysis.train.export import Int4Embedding

    weight = (
        torch.randn(50, 64, generator=torch.Generator().manual_seed(1))
        * torch.logspace(-3, 1, 50)[:, None]
    )
    ids = torch.tensor([[3, 3], [49, 0]])
    given = Int4Embedding(weight)(ids)
    assert given.shape == (2, 2, 64)
    error = (given - weight[ids]).norm(dim=-1) / weight[ids].norm(dim=-1)
    assert error.max() < 0.12  # of a row's length, whatever its size


@pytest.mark.filterwarnings("ignore")
def test_a_plan_by_the_clock_ends(folders, reader):
    scores = classify(folders, "timed", "--minutes", "0.01")
    assert 0 <= scores["targets/dev"] <= 1


@pytest.mark.filterwarnings("ignore")
def test_a_fold_left_out_teaches_the_next_run(folders):
    left = command(folders, "teacher", "--fold", "0", "--folds", "2")
    assert any(name.startswith("fold") for name in left)
    assert (folders / "teacher" / "soft.safetensors").exists()
    command(folders, "taught", "--soft", str(folders / "teacher"))


def test_a_fold_can_be_left_out_of_some_files_only(folders):
    left = command(
        folders,
        "some",
        "--fold",
        "0",
        "--folds",
        "1",
        "--fold-files",
        "figures/world_leads",
    )
    assert [name for name in left if name.startswith("fold")] == ["fold figures/world_leads"]
    only = command(
        folders,
        "only",
        "--fold",
        "0",
        "--folds",
        "1",
        "--fold-files",
        "figures/world_leads",
        "--no-dev",
    )
    assert list(only) == ["fold figures/world_leads"]


@pytest.mark.filterwarnings("ignore")
def test_what_folds_left_out_is_scored_together(folders, tmp_path):
    from analysis.train import cross_validation

    names = ("attributions/fa_kes", "figures/world_leads")
    command(folders, "held", "--fold", "0", "--folds", "1", "--fold-files", *names, "--no-dev")
    measured = cross_validation.measure(folders / "gold", [folders / "held"], version="2")
    assert set(measured["labels"]) == {f"{name}, 1 folds left out of version 2" for name in names}
    with pytest.raises(SystemExit):
        cross_validation.main([str(folders / "gold"), str(folders / "held"), "--write"])
    with pytest.raises(ValueError, match="Use one run for each fold"):
        cross_validation.measure(folders / "gold", [folders / "held"] * 2)


@pytest.mark.filterwarnings("ignore")
def test_training_goes_on_from_a_shipped_tagger_and_leaves_words_out(folders, reader):
    from safetensors.torch import load_file

    from analysis.core.paths import NEURAL_MODEL
    from analysis.train import export, resume_from_onnx

    command(folders, "shipped")
    runs = {
        "tagger": folders / "shipped",
        "polarity": folders / "shipped",
    }
    classify(folders, "shipped")
    export.export(runs, folders / "small", texts=[ATTRIBUTED, COUNTED])
    resume_from_onnx.main([str(folders / n) for n in ("small", "start", "back")])
    back, first = (load_file(folders / n / "tagger.safetensors") for n in ("back", "shipped"))
    assert back.keys() == first.keys()
    assert all(torch.allclose(back[k].float(), first[k].float(), atol=0.02) for k in first)
    back, first = (load_file(folders / n / "polarity.safetensors") for n in ("back", "shipped"))
    assert back.keys() == first.keys()
    assert all(torch.allclose(back[k].float(), first[k].float(), atol=0.02) for k in first)
    classify(folders, "further", "--begin", str(folders / "back"))
    command(
        folders,
        "on",
        "--begin",
        str(folders / "back"),
        "--unknown",
        "0.5",
        "--window",
        "200",
    )
    with pytest.raises(ValueError, match="different tokenizers"):
        resume_from_onnx.resume_run(NEURAL_MODEL, folders / "start", folders / "back")


@pytest.mark.filterwarnings("ignore")
def test_runs_are_averaged(folders, reader, tmp_path):
    from safetensors.torch import load_file

    from analysis.train.average_weights import average

    runs = [folders / out for out in ("soup", "stock")]
    for i, run in enumerate(runs):
        classify(folders, run.name, "--seed", str(i))
    average(runs, [0.25, 0.75], tmp_path)
    mean, one, two = (
        load_file(f / "polarity.safetensors")["head.weight"].float() for f in (tmp_path, *runs)
    )
    assert torch.allclose(mean, 0.25 * one + 0.75 * two, atol=1e-3)
    with pytest.raises(ValueError, match="summing to 1"):
        average(runs, [0.5, 0.6], tmp_path)


@pytest.mark.filterwarnings("ignore")
def test_the_same_seed_gives_the_same_weights(folders, reader):
    from safetensors.torch import load_file

    for out in ("one", "two"):
        classify(folders, out, "--seed", "5")
    one, two = (load_file(folders / out / "polarity.safetensors") for out in ("one", "two"))
    assert all(torch.equal(one[k], two[k]) for k in one)
