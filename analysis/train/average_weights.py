"""
Average the weights of runs that continue each other.

In: folders of ``fit`` or ``polarity`` runs with modules of the same shape. Out: a folder of the
same form. A run that continues with other articles forgets some of what the first run had learned;
the mean of the two keeps most of both [1]_.

    python -m analysis.train.average_weights OUT RUN RUN --shares 0.4 0.6

References
----------
.. [1] Wortsman, M. et al. (2022). Model soups: averaging weights of multiple fine-tuned models
   improves accuracy without increasing inference time. ICML 2022.
"""

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor

__all__ = ["average"]


def average(runs: Sequence[Path], shares: Sequence[float], out: Path) -> None:
    """
    Write the weighted mean of runs.

    Parameters
    ----------
    runs : list of Path
        Each with the weights of one head, ``tokenizer.json`` and, of a tagger, its encoder.
    shares : list of float
        One for each run; they sum to 1.
    out : Path
        Folder to write to.

    Raises
    ------
    ValueError
        If the shares do not sum to 1, or the runs have different tokenizers.
    """
    from safetensors.torch import load_file, save_file

    if len(shares) != len(runs) or abs(sum(shares) - 1) > 1e-6:
        raise ValueError(
            f"{len(runs)} runs with shares {shares}. Use one share for each run, summing to 1."
        )
    if len({(run / "tokenizer.json").read_bytes() for run in runs}) > 1:
        raise ValueError("The runs have different tokenizers, so their weights cannot be averaged.")
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(runs[0].glob("*.safetensors")):
        states = [load_file(run / path.name) for run in runs]
        save_file(_weighted_mean(states, shares), out / path.name)
    shutil.copy(runs[0] / "tokenizer.json", out)
    config = {"average of": [str(run) for run in runs], "shares": shares}
    (out / "config.json").write_text(json.dumps(config, indent=1), encoding="utf8")


def _weighted_mean(
    states: "Sequence[dict[str, Tensor]]", shares: Sequence[float]
) -> "dict[str, Tensor]":
    mean = {}
    for name in states[0]:
        total = 0
        for share, state in zip(shares, states, strict=True):
            total = total + share * state[name].float()
        mean[name] = total.half().contiguous()
    return mean


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.strip().split("\n\n")[0])
    parser.add_argument("out", type=Path, help="folder to write to")
    parser.add_argument("runs", type=Path, nargs="+", help="folders of fit")
    parser.add_argument(
        "--shares", type=float, nargs="+", required=True, help="one for each run, summing to 1"
    )
    options = parser.parse_args(arguments)
    average(options.runs, options.shares, options.out)


if __name__ == "__main__":
    main()
