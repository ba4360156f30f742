"""
Average the weights of runs that went on from each other.

In: folders of ``fit`` runs of one shape. Out: a folder of the same form. A run that goes on with other articles forgets
a little of what the first one knew; the mean of the two keeps most of both [1]_.

    python -m analysis.train.average_weights OUT RUN RUN --shares 0.4 0.6

References
----------
.. [1] Wortsman, M. et al. (2022). Model soups: averaging weights of multiple fine-tuned models improves accuracy
   without increasing inference time. ICML 2022.
"""

import argparse
import json
import shutil
from pathlib import Path

__all__ = ["average"]


def average(runs, shares, out):
    """
    Write the weighted mean of runs.

    Parameters
    ----------
    runs : list of Path
        Each with ``encoder.safetensors``, the weights of one top, and ``tokenizer.json``.
    shares : list of float
        One for each run, adding up to 1.
    out : Path
        Folder to write to.

    Raises
    ------
    ValueError
        If the shares do not add up to 1, or the runs do not read with the same tokens.
    """
    from safetensors.torch import load_file, save_file

    if len(shares) != len(runs) or abs(sum(shares) - 1) > 1e-6:
        raise ValueError(
            f"Shares {shares} for {len(runs)} runs: give one for each, adding up to 1."
        )
    if len({(Path(run) / "tokenizer.json").read_bytes() for run in runs}) > 1:
        raise ValueError(
            "The runs read with different tokens, so their weights cannot be averaged."
        )
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(Path(runs[0]).glob("*.safetensors")):
        states = [load_file(Path(run) / path.name) for run in runs]
        mean = {
            name: sum(
                share * state[name].float() for share, state in zip(shares, states, strict=True)
            ).half()
            for name in states[0]
        }
        save_file({name: value.contiguous() for name, value in mean.items()}, out / path.name)
    shutil.copy(Path(runs[0]) / "tokenizer.json", out)
    told = {"average of": [str(run) for run in runs], "shares": shares}
    (out / "config.json").write_text(json.dumps(told, indent=1), encoding="utf8")


def main(arguments=None):
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.strip().split("\n\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--shares", type=float, nargs="+", required=True)
    options = parser.parse_args(arguments)
    average(options.runs, options.shares, options.out)


if __name__ == "__main__":
    main()
