"""
Turn the shipped tagger back into a run, so that training can resume where its runs were lost.

In: the folder of the shipped model, and the folder that ``trim_vocabulary`` wrote for it. Out: a
folder that ``fit --begin`` accepts. The layers are those of the ONNX file, int8 times their
scales; the embedding is the published one, which is never trained.

    python -m analysis.train.resume_from_onnx data/models/reader START OUT
"""

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

from analysis.neural.architecture import load_encoder
from analysis.neural.torch_model import restore
from analysis.train.trim_vocabulary import unpack

__all__ = ["resume_run"]


def resume_run(model: Path, start: Path, out: Path) -> None:
    """
    Write the weights and the tokenizer of a run.

    Continue from it with ``--shared 0`` and as many layers as it has.

    Parameters
    ----------
    model : Path
        Folder of the shipped model.
    start : Path
        What ``trim_vocabulary`` wrote before the model was trained.
    out : Path
        Folder to write to.

    Raises
    ------
    ValueError
        If the two have different tokenizers.
    """
    from safetensors.torch import load_file, save_file

    if (start / "tokenizer.json").read_bytes() != (model / "tagger_tokens.json").read_bytes():
        raise ValueError(
            f"{start} and {model} have different tokenizers. Use the folder from which the model "
            "was trained."
        )
    weights = unpack(load_file(start / "start.safetensors"))
    (encoder,) = load_encoder(weights, [])
    _, head = restore(model, "tagger", "tagger", rounded=False)
    out.mkdir(parents=True, exist_ok=True)
    for name, module in (("encoder", encoder), ("tagger", head)):
        state = {key: value.half().contiguous() for key, value in module.state_dict().items()}
        save_file(state, out / f"{name}.safetensors")
    shutil.copy(start / "tokenizer.json", out)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.strip().split("\n\n")[0])
    parser.add_argument("model", type=Path, help="folder of the shipped model")
    parser.add_argument("start", type=Path, help="folder that trim_vocabulary wrote")
    parser.add_argument("out", type=Path, help="folder to write to")
    options = parser.parse_args(arguments)
    resume_run(options.model, options.start, options.out)


if __name__ == "__main__":
    main()
