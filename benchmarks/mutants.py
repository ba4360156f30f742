"""Change one line of the code at a time, and count how many of these mutants a test notices.

    python benchmarks/mutants.py                        # 300 mutants, as make mutants does
    python benchmarks/mutants.py --sample 50 --folders analysis/load
    python benchmarks/mutants.py --root ../older-clone  # another checkout, with the same seed

Mutants are made by cosmic-ray: another comparison, `or` for `and`, a dropped `not`, another number,
a loop that never runs, another exception. A random sample of them is tried in a copy of the
project. For each, the tests of the mutated module run first, then the other tests that import it,
then those of the same folder; the first failure kills the mutant. Survivors are printed as diffs:
each needs a test, unless it cannot change what the program does.
"""

import argparse
import ast
import difflib
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (
    "analysis/core",
    "analysis/load",
    "analysis/extract/numbers",
    "analysis/compare",
    "analysis/run",
)
OPERATORS = re.compile(
    r"core/(ReplaceComparisonOperator_\w+|ReplaceBinaryOperator_(Add_Sub|Sub_Add|Mul_Div|Div_Mul)"
    r"|ReplaceUnaryOperator_Delete_Not|AddNot|ReplaceTrueWithFalse|ReplaceFalseWithTrue"
    r"|ReplaceAndWithOr|ReplaceOrWithAnd|ReplaceBreakWithContinue|ReplaceContinueWithBreak"
    r"|ExceptionReplacer|NumberReplacer|RemoveDecorator|ZeroIterationForLoop)"
)
TIMEOUT = 300
"""Seconds for one run of tests; a mutant that makes them run longer counts as killed."""


@dataclass(frozen=True)
class Mutant:
    """One change of one file."""

    path: Path
    operator: str
    occurrence: int


@dataclass(frozen=True)
class Outcome:
    """What the tests said of a mutant."""

    mutant: Mutant
    killed: bool
    diff: str
    seconds: float


def mutants_of(path: Path) -> list[Mutant]:
    """Return every mutant of a file, in a fixed order."""
    tree = get_ast(path.read_text(encoding="utf8"))
    nodes = list(ast_nodes(tree))
    found = []
    for name in sorted(filter(OPERATORS.fullmatch, operator_names())):
        operator = get_operator(name)()
        number = sum(1 for node in nodes for _ in operator.mutation_positions(node))
        found += [Mutant(path, name, occurrence) for occurrence in range(number)]
    return found


def draw(root: Path, folders: list[str], sample: int, seed: int) -> list[Mutant]:
    """
    Draw mutants at random.

    A position is drawn first, then one of the operators that fit it, so that comparisons, for
    which there are many operators, do not outnumber everything else.
    """
    by_kind: dict[tuple[Path, str, int], list[Mutant]] = {}
    for path in sorted(file for folder in folders for file in files_of(root / folder)):
        for mutant in mutants_of(path):
            kind = re.sub(r"(_\w+)$", "", mutant.operator)
            by_kind.setdefault((path, kind, mutant.occurrence), []).append(mutant)
    rng = random.Random(seed)
    places = sorted(by_kind, key=str)
    rng.shuffle(places)
    return [rng.choice(by_kind[place]) for place in places[:sample]]


def files_of(place: Path) -> list[Path]:
    """Return the modules of a folder, or the ones that a pattern names."""
    if place.is_dir():
        return sorted(place.rglob("*.py"))
    return sorted(place.parent.glob(place.name))


def modules_imported(path: Path) -> set[str]:
    """Return the dotted names of the package's modules that a test file may import."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("analysis"):
            names.add(str(node.module))
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def tests_for(root: Path, module: Path) -> list[list[str]]:
    """Return the test files for a module in the order in which they are run, in groups."""
    relative = module.relative_to(root / "analysis")
    dotted = ".".join(("analysis", *relative.with_suffix("").parts))
    every = sorted((root / "tests").rglob("test_*.py"))
    every = [path for path in every if "browser" not in path.parts]
    mirror = root / "tests" / relative.parent / f"test_{relative.name}"
    importing = [path for path in every if dotted in modules_imported(path)]
    folder = root / "tests" / relative.parts[0]
    own = [path for path in (mirror, module) if path.exists()]  # the module for its doctests
    groups = [own, importing, [path for path in every if folder in path.parents]]
    done: set[Path] = set()
    ordered = []
    for group in groups:
        new = [path for path in group if path not in done]
        done.update(new)
        if new:
            ordered.append([str(path.relative_to(root)) for path in new])
    return ordered


def copy_of(root: Path, folder: Path) -> Path:
    """Copy the code and the tests of a checkout; data are linked."""
    target = folder / "project"
    target.mkdir(parents=True)
    for name in ("analysis", "tests", "benchmarks"):
        shutil.copytree(root / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in root.iterdir():
        if not (target / path.name).exists() and path.name not in (".git", "reports", "build"):
            (target / path.name).symlink_to(path)
    return target


def passes(copy: Path, tests: list[str]) -> bool:
    """Say whether some tests pass."""
    words = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    surroundings = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            words, cwd=copy, env=surroundings, capture_output=True, timeout=TIMEOUT, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode in (0, 5)  # 5: no tests were collected


def try_mutant(root: Path, copy: Path, mutant: Mutant) -> Outcome:
    """Write a mutant into a copy, run the tests, and put the file back."""
    start = time.monotonic()
    before = mutant.path.read_text(encoding="utf8")
    after = mutate_code(before, get_operator(mutant.operator)(), mutant.occurrence)
    relative = mutant.path.relative_to(root)
    place = copy / relative
    place.write_text(after, encoding="utf8")
    try:
        killed = not all(passes(copy, tests) for tests in tests_for(root, mutant.path))
    finally:
        place.write_text(before, encoding="utf8")
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), str(relative), mutant.operator, n=1, lineterm=""
    )
    return Outcome(mutant, killed, "\n".join(lines), time.monotonic() - start)


def run(root: Path, mutants: list[Mutant], jobs: int) -> list[Outcome]:
    """Try mutants, some at a time, each job in a copy of its own."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        copies: Queue[Path] = Queue()
        for number in range(jobs):
            copies.put(copy_of(root, Path(folder) / str(number)))

        def one(mutant: Mutant) -> Outcome:
            copy = copies.get()
            try:
                outcome = try_mutant(root, copy, mutant)
            finally:
                copies.put(copy)
            mark = "killed" if outcome.killed else "SURVIVED"
            name = mutant.path.relative_to(root)
            print(f"{mark} {outcome.seconds:5.1f} s {name} {mutant.operator}", flush=True)
            return outcome

        return list(pool.map(one, mutants))


def main() -> int:
    """Print what survived and the share killed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", type=int, default=300, help="mutants to try")
    parser.add_argument("--seed", type=int, default=0, help="random seed of the sample")
    parser.add_argument("--jobs", type=int, default=2, help="copies of the project at work")
    parser.add_argument("--folders", nargs="+", default=list(FOLDERS), help="what to mutate")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to mutate")
    options = parser.parse_args()
    root = options.root.resolve()
    mutants = draw(root, options.folders, options.sample, options.seed)
    outcomes = run(root, mutants, options.jobs)
    survivors = [outcome for outcome in outcomes if not outcome.killed]
    for outcome in survivors:
        print(f"\n{outcome.diff}")
    killed = len(outcomes) - len(survivors)
    print(f"\n{killed} of {len(outcomes)} mutants killed ({killed / max(len(outcomes), 1):.0%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
