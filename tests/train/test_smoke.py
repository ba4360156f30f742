"""A small training on a CPU, from gold files to exported files that open."""

import json

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
        for n in ("train", "dev", "fa_kes")
    )
    yield from (
        (f"figures/{n}", {"article_id": n, "text": COUNTED, "figures": [figure]})
        for n in ("train", "dev", "other_domains", "world_leads")
    )
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
        json.loads((NEURAL_MODEL / "polarity_tokens.json").read_text(encoding="utf8")),
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


def command(folders, task, out, *more):
    from analysis.train import fit

    fit.main(
        [
            task,
            str(folders / "start"),
            str(folders / "gold"),
            str(folders / out),
            "--layers",
            "0",
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


@pytest.mark.filterwarnings("ignore")
def test_from_gold_to_exported_files(folders):
    from analysis.annotate.tagger_model import label_texts
    from analysis.neural.onnx_model import Model
    from analysis.train import export

    scores = command(folders, "tagger", "tagger")
    assert 0 <= scores["attributions/dev"]["word content"] <= 1
    assert 0 <= command(folders, "polarity", "polarity")["targets/dev"] <= 1
    runs = {
        "tagger": folders / "tagger",
        "polarity": folders / "polarity",
    }
    export.export(runs, folders / "reader")
    spans, _, _ = label_texts(["a"], [COUNTED], Model("tagger", folders / "reader"))
    assert all(0 <= s["start"] < s["end"] <= len(COUNTED) for s in spans)
    model = Model("polarity", folders / "reader")
    assert model.classify_polarity([[model.start, 9, model.end]]).shape == (1, 3)
    before = (folders / "reader" / "polarity.onnx").read_bytes()
    export.main([str(folders / "reader"), "--tagger", str(folders / "tagger"), "--version", "2"])
    assert (folders / "reader" / "polarity.onnx").read_bytes() == before
    assert Model("tagger", folders / "reader").facts["version"] == "2"


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


def test_a_plan_by_the_clock_ends(folders):
    scores = command(folders, "polarity", "timed", "--minutes", "0.01")
    assert 0 <= scores["targets/dev"] <= 1


@pytest.mark.filterwarnings("ignore")
def test_a_fold_left_out_teaches_the_next_run(folders):
    left = command(folders, "tagger", "teacher", "--fold", "0", "--folds", "2")
    assert any(name.startswith("fold") for name in left)
    assert (folders / "teacher" / "soft.safetensors").exists()
    command(folders, "tagger", "taught", "--soft", str(folders / "teacher"))


def test_a_fold_can_be_left_out_of_some_files_only(folders):
    left = command(
        folders,
        "tagger",
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
        "tagger",
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
    command(
        folders, "tagger", "held", "--fold", "0", "--folds", "1", "--fold-files", *names, "--no-dev"
    )
    measured = cross_validation.measure(folders / "gold", [folders / "held"], version="2")
    assert set(measured["labels"]) == {f"{name}, 1 folds left out of version 2" for name in names}
    with pytest.raises(SystemExit):
        cross_validation.main([str(folders / "gold"), str(folders / "held"), "--write"])
    with pytest.raises(ValueError, match="Use one run for each fold"):
        cross_validation.measure(folders / "gold", [folders / "held"] * 2)


@pytest.mark.filterwarnings("ignore")
def test_training_goes_on_from_a_shipped_tagger_and_leaves_words_out(folders):
    from safetensors.torch import load_file

    from analysis.core.paths import NEURAL_MODEL
    from analysis.train import export, resume_from_onnx

    command(folders, "tagger", "shipped")
    runs = {
        "tagger": folders / "shipped",
        "polarity": folders / "shipped",
    }
    command(folders, "polarity", "shipped")
    export.export(runs, folders / "small", texts=[ATTRIBUTED, COUNTED])
    resume_from_onnx.main([str(folders / n) for n in ("small", "start", "back")])
    back, first = (load_file(folders / n / "tagger.safetensors") for n in ("back", "shipped"))
    assert back.keys() == first.keys()
    assert all(torch.allclose(back[k].float(), first[k].float(), atol=0.02) for k in first)
    command(
        folders,
        "tagger",
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


def test_runs_are_averaged(folders, tmp_path):
    from safetensors.torch import load_file

    from analysis.train.average_weights import average

    runs = [folders / out for out in ("soup", "stock")]
    for i, run in enumerate(runs):
        command(folders, "polarity", run.name, "--seed", str(i))
    average(runs, [0.25, 0.75], tmp_path)
    mean, one, two = (
        load_file(f / "polarity.safetensors")["head.weight"].float() for f in (tmp_path, *runs)
    )
    assert torch.allclose(mean, 0.25 * one + 0.75 * two, atol=1e-3)
    with pytest.raises(ValueError, match="summing to 1"):
        average(runs, [0.5, 0.6], tmp_path)


def test_the_same_seed_gives_the_same_weights(folders):
    from safetensors.torch import load_file

    for out in ("one", "two"):
        command(folders, "polarity", out, "--seed", "5")
    one, two = (load_file(folders / out / "polarity.safetensors") for out in ("one", "two"))
    assert all(torch.equal(one[k], two[k]) for k in one)
