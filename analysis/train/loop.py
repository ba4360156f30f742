"""
Train modules on batches: the plan, the learning rate, and the steps.

In: modules, batches of one epoch after another and a loss. Out: changed weights. The learning rate
rises, then falls to 0 at the end of the plan, which is told in epochs or in minutes.
"""

import argparse
import json
import logging
import shutil
import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

import numpy as np
import torch
from torch import Tensor, nn

__all__ = [
    "Batch",
    "Batches",
    "Plan",
    "add_device_options",
    "add_schedule_options",
    "load_weights",
    "plan_of",
    "save_run",
    "save_weights",
    "shuffled_batches",
    "train",
]

log = logging.getLogger(__name__)
POOL = 16  # batches among which rows are sorted by length
WARM_UP = 0.1  # share of the training in which the learning rate rises
LOG_EVERY = 50  # steps

Batch = dict[str, Tensor]
_Row = TypeVar("_Row")


class Batches(Protocol):
    """The batches of an epoch."""

    def __len__(self) -> int:
        """Return how many there are."""
        ...

    def __iter__(self) -> Iterator[Batch]:
        """Return them, one after another."""
        ...


class Plan(NamedTuple):
    """
    How long and how fast to train.

    Attributes
    ----------
    epochs, minutes : float
        Minutes count if they are above 0.
    rate, head_rate : float
        Learning rate of the layers and, if it is higher, of the outputs.
    device : str
    in_bfloat16 : bool
        Whether to compute in bfloat16 where torch considers that worthwhile.
    """

    epochs: float
    minutes: float
    rate: float
    head_rate: float
    device: str
    in_bfloat16: bool


def add_device_options(parser: argparse._ActionsContainer) -> None:
    """Add the arguments that say where to compute."""
    parser.add_argument(
        "--device",
        default="cuda" if torch.cuda.is_available() else "cpu",
        help="torch device (default: %(default)s)",
    )
    parser.add_argument("--threads", type=int, default=1, help="threads on a CPU")
    parser.add_argument(
        "--float32",
        action="store_true",
        help="compute in float32: faster than bfloat16 on CPUs without its matrix units",
    )


def add_schedule_options(parser: argparse._ActionsContainer, batch: int = 16) -> None:
    """Add the arguments of a plan, of batches and of chance."""
    parser.add_argument("--epochs", type=float, default=8)
    parser.add_argument(
        "--minutes",
        type=float,
        default=0,
        help="train for so many minutes instead of epochs; the learning rate falls to 0 over them",
    )
    parser.add_argument("--rate", type=float, default=1e-4, help="learning rate of the layers")
    parser.add_argument(
        "--head-rate",
        type=float,
        default=3e-4,
        help="learning rate of the output matrices, if it is higher than --rate",
    )
    parser.add_argument("--batch", type=int, default=batch, help="rows in a batch")
    parser.add_argument("--seed", type=int, default=1, help="random seed")


def plan_of(options: Namespace) -> Plan:
    """Return the plan that the arguments of a command tell."""
    rates = options.rate, options.head_rate
    return Plan(options.epochs, options.minutes, *rates, options.device, not options.float32)


def shuffled_batches(
    rows: Sequence[_Row], lengths: Sequence[int], size: int, rng: np.random.Generator
) -> list[list[_Row]]:
    """
    Batch rows of similar length, so that little is padding, and shuffle the batches.

    Parameters
    ----------
    rows : sequence
    lengths : sequence of int
        Tokens of each row.
    size : int
        Rows in a batch.
    rng : Generator

    Returns
    -------
    list of list
        Of the rows.
    """
    batches = []
    pool_size = POOL * size
    for begin in range(0, len(rows), pool_size):
        numbers = range(begin, min(begin + pool_size, len(rows)))
        pool = [rows[number] for number in sorted(numbers, key=lengths.__getitem__)]
        batches += [pool[i : i + size] for i in range(0, len(pool), size)]
    rng.shuffle(batches)
    return batches


class _Progress:
    """The share of the planned training that is done, by steps or by the clock."""

    def __init__(self, steps: int, minutes: float) -> None:
        self.steps = steps
        self.minutes = minutes
        self.begun = time.time()

    def seconds(self) -> float:
        """Return the seconds since the beginning."""
        return time.time() - self.begun

    def share(self, step: int) -> float:
        """Return the share that is done at a step, 0 to 1 or a little more."""
        if self.minutes:
            return self.seconds() / (60 * self.minutes)
        return step / self.steps

    def rate_factor(self, step: int) -> float:
        """Return the factor on the learning rate: it rises, then falls to 0."""
        rising = (self.share(step) + 1 / self.steps) / WARM_UP
        falling = max(1 - self.share(step), 0.0) / (1 - WARM_UP)
        return min(rising, falling)


def train(
    plan: Plan,
    modules: Sequence[nn.Module],
    epochs: Iterator[Batches],
    loss_of: Callable[[Batch], Tensor],
    save: Callable[[], None],
) -> None:
    """
    Train on the batches of one epoch after another, until the plan is done.

    Parameters
    ----------
    plan : Plan
    modules : sequence of Module
        In training mode, on the device of the plan. Weights that need no gradient are left.
    epochs : iterator of Batches
        The batches of each epoch.
    loss_of : callable
        Takes a batch.
    save : callable
        Called after each epoch, which takes too long on a CPU to lose it.
    """
    batches = next(epochs)
    progress = _Progress(int(len(batches) * plan.epochs) + 1, plan.minutes)
    optimizer = _optimizer(plan, modules)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, [progress.rate_factor] * 2)
    step = 0
    total: Tensor | float = 0.0
    while progress.share(step) < 1:
        for batch in batches:
            total = total + _step(plan, modules, batch, loss_of, optimizer)
            schedule.step()
            step += 1
            if step % LOG_EVERY == 0:
                done = 100 * progress.share(step)
                mean = float(total) / LOG_EVERY
                log.info("step %d, %.1f%% loss %.4f, %.0f s", step, done, mean, progress.seconds())
                total = 0.0
            if progress.share(step) >= 1:
                break
        save()
        if progress.share(step) < 1:
            batches = next(epochs)


def _optimizer(plan: Plan, modules: Sequence[nn.Module]) -> torch.optim.Optimizer:
    """Return the optimizer, with a learning rate for the layers and one for the outputs."""
    layers, outputs = [], []
    for module in modules:
        for name, value in module.named_parameters():
            if value.requires_grad:
                (layers if name.startswith("layers.") else outputs).append(value)
    groups = [
        {"params": layers, "lr": plan.rate},
        {"params": outputs, "lr": max(plan.rate, plan.head_rate)},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _step(
    plan: Plan,
    modules: Sequence[nn.Module],
    batch: Batch,
    loss_of: Callable[[Batch], Tensor],
    optimizer: torch.optim.Optimizer,
) -> Tensor:
    """Update the weights on one batch and return its loss."""
    batch = {name: value.to(plan.device, non_blocking=True) for name, value in batch.items()}
    with torch.autocast(plan.device, torch.bfloat16, enabled=plan.in_bfloat16):
        loss = loss_of(batch)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    trained = [value for module in modules for value in module.parameters()]
    torch.nn.utils.clip_grad_norm_(trained, 1.0)
    optimizer.step()
    return loss.detach()


def load_weights(module: nn.Module, path: Path) -> None:
    """Load the weights that ``save_weights`` wrote."""
    from safetensors.torch import load_file

    module.load_state_dict({name: value.float() for name, value in load_file(path).items()})


def save_weights(module: nn.Module, path: Path) -> None:
    """Write the weights of a module in float16."""
    from safetensors.torch import save_file

    state = {key: value.half().contiguous().cpu() for key, value in module.state_dict().items()}
    save_file(state, path)


def save_run(
    options: Namespace,
    modules: Mapping[str, nn.Module],
    tokenizer: Path,
    scores: Mapping[str, object],
) -> None:
    """
    Write the folder of a run.

    Parameters
    ----------
    options : Namespace
        Of the command; ``out`` is the folder. All are kept in ``config.json``.
    modules : mapping of str to Module
        Each is written as ``NAME.safetensors``.
    tokenizer : Path
        Copied as ``tokenizer.json``.
    scores : mapping
        Written as ``scores.json``.
    """
    options.out.mkdir(parents=True, exist_ok=True)
    for name, module in modules.items():
        save_weights(module, options.out / f"{name}.safetensors")
    shutil.copy(tokenizer, options.out / "tokenizer.json")
    (options.out / "scores.json").write_text(json.dumps(scores, indent=1))
    config = {name: str(value) for name, value in vars(options).items()}
    (options.out / "config.json").write_text(json.dumps(config, indent=1))
