"""
Turn the shipped tagger back into a run, so that training can go on from it where the runs themselves are gone.

In: the reader's folder, and the folder that ``prepare`` wrote for it. Out: a folder that ``fit`` can begin from.
The layers are those of the file, int8 times their scales; the embedding is the published one, which was never trained.

    python -m analysis.train.resume_from_onnx data/models/reader START OUT
"""

import argparse
import shutil
from pathlib import Path

from analysis.neural.architecture import load_encoder
from analysis.neural.torch_model import restore
from analysis.train.trim_vocabulary import unpack

__all__ = ["as_run"]


def as_run(reader, start, out):
    """
    Write the weights of a run, with its tokens. Go on from it with ``--shared 0`` and as many layers as it has.

    Parameters
    ----------
    reader : Path
        Folder with the shipped files.
    start : Path
        What ``prepare`` wrote when the reader's training began.
    out : Path

    Raises
    ------
    ValueError
        If the two read with different tokens.
    """
    from safetensors.torch import load_file, save_file

    if (start / "tokenizer.json").read_bytes() != (reader / "tagger_tokens.json").read_bytes():
        raise ValueError(
            f"{start} and {reader} read with different tokens: name the folder that it began from."
        )
    weights = unpack(load_file(start / "start.safetensors"))
    (encoder,) = load_encoder(weights, [])
    _, top = restore(reader, "tagger", "tagger", rounded=False)
    out.mkdir(parents=True, exist_ok=True)
    for name, module in (("encoder", encoder), ("tagger", top)):
        save_file(
            {k: v.half().contiguous() for k, v in module.state_dict().items()},
            out / f"{name}.safetensors",
        )
    shutil.copy(start / "tokenizer.json", out)


def main(arguments=None):
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.strip().split("\n\n")[0])
    for name in ("reader", "start", "out"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args(arguments)
    as_run(options.reader, options.start, options.out)


if __name__ == "__main__":
    main()
