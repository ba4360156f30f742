"""Measure how the code of the package is written, and hold it against the aims of the project.

    python benchmarks/measure_code.py                  # analysis/, as make measure-code does
    python benchmarks/measure_code.py analysis/load    # one folder
    python benchmarks/measure_code.py --files          # a line for each file, worst first

A code line is a physical line that holds at least one token other than a comment or a docstring.
Rates are per 1,000 code lines. Long functions and long modules are counted outside of
``analysis/train``; their numbers may fall and must not grow. Ends with status 1 where an aim is
missed.
"""

import argparse
import ast
import io
import sys
import tokenize
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST_LINE = 100
LONGEST_FUNCTION = 35
"""Lines of a function without its head and docstring."""
LONGEST_MODULE = 400
MOST_LONG_FUNCTIONS = 40
"""How many longer ones there are; lower it when there are fewer."""
MOST_LONG_MODULES = 60
TRAINING = ROOT / "analysis" / "train"
LAYOUT = {
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.COMMENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}
COMPREHENSIONS = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


@dataclass
class Counts:
    """What was counted in some files."""

    lines: int = 0
    code_lines: int = 0
    tokens: int = 0
    conditional_expressions: int = 0
    comprehensions: int = 0
    long_lines: int = 0
    one_letter_parameters: int = 0
    functions: int = 0
    annotated: int = 0
    public_functions: int = 0
    public_annotated: int = 0
    unannotated: list[str] = field(default_factory=list)
    long_functions: list[str] = field(default_factory=list)
    long_modules: list[str] = field(default_factory=list)

    def add(self, other: "Counts") -> None:
        """Add the counts of other files to these."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    def rate(self, count: int) -> float:
        """Return a count per 1,000 code lines."""
        return 1000 * count / max(self.code_lines, 1)


def docstring_lines(tree: ast.Module) -> set[int]:
    """Return the numbers of the lines that docstrings, and strings that stand alone, take up."""
    lines: set[int] = set()
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            lines.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


def count_file(path: Path) -> Counts:
    """Count one file."""
    text = path.read_text(encoding="utf8")
    tree = ast.parse(text)
    counts = Counts(lines=len(text.splitlines()))
    documentation = docstring_lines(tree)
    code_lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in LAYOUT or token.start[0] in documentation:
            continue
        counts.tokens += 1
        code_lines.update(range(token.start[0], token.end[0] + 1))
    counts.code_lines = len(code_lines)
    counts.long_lines = sum(len(line) > LONGEST_LINE for line in text.splitlines())
    count_nodes(tree, counts, path)
    if not path.resolve().is_relative_to(TRAINING):
        count_lengths(tree, counts, path)
    return counts


def count_lengths(tree: ast.Module, counts: Counts, path: Path) -> None:
    """Name the functions and the module that are longer than most should be."""
    if counts.lines > LONGEST_MODULE:
        counts.long_modules.append(f"{path} {counts.lines}")
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = body_lines(node)
            if lines > LONGEST_FUNCTION:
                counts.long_functions.append(f"{path}:{node.lineno} {node.name} {lines}")


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function has after its head and docstring."""
    body = node.body
    if ast.get_docstring(node, clean=False) is not None:
        body = body[1:]
    if not body:
        return 0
    return (body[-1].end_lineno or body[-1].lineno) - body[0].lineno + 1


def count_nodes(tree: ast.Module, counts: Counts, path: Path) -> None:
    """Count expressions, parameters and annotations in a syntax tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.IfExp):
            counts.conditional_expressions += 1
        elif isinstance(node, COMPREHENSIONS):
            counts.comprehensions += 1
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            count_function(node, counts, path)


def count_function(
    node: ast.FunctionDef | ast.AsyncFunctionDef, counts: Counts, path: Path
) -> None:
    """Count one function: its parameters, and whether it says what it returns."""
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    counts.one_letter_parameters += sum(len(parameter.arg) == 1 for parameter in given)
    annotated = node.returns is not None
    counts.functions += 1
    counts.annotated += annotated
    if node.name.startswith("_") and node.name != "__call__":
        return
    counts.public_functions += 1
    counts.public_annotated += annotated
    if not annotated:
        counts.unannotated.append(f"{path}:{node.lineno} {node.name}")


def measures(counts: Counts) -> list[tuple[str, str, str, bool]]:
    """Return a row for each measure: its name, its value, the aim, and whether that is reached."""
    tokens = counts.tokens / max(counts.code_lines, 1)
    conditional = counts.rate(counts.conditional_expressions)
    comprehensions = counts.rate(counts.comprehensions)
    public = f"{counts.public_annotated} of {counts.public_functions}"
    return [
        ("tokens a code line", f"{tokens:.1f}", "under 8.5", tokens < 8.5),
        (
            "conditional expressions in 1,000 lines",
            f"{conditional:.0f}",
            "under 15",
            conditional < 15,
        ),
        ("comprehensions in 1,000 lines", f"{comprehensions:.0f}", "under 40", comprehensions < 40),
        (
            f"lines over {LONGEST_LINE} characters",
            f"{counts.long_lines}",
            "0",
            counts.long_lines == 0,
        ),
        (
            "one-letter parameters",
            f"{counts.one_letter_parameters}",
            "under 40",
            counts.one_letter_parameters < 40,
        ),
        (
            "public functions with a return annotation",
            public,
            "all",
            counts.public_annotated == counts.public_functions,
        ),
        *lengths(counts),
    ]


def lengths(counts: Counts) -> list[tuple[str, str, str, bool]]:
    """Return the rows for long functions and modules, of which there must not be more."""
    functions, modules = len(counts.long_functions), len(counts.long_modules)
    return [
        (
            f"functions over {LONGEST_FUNCTION} lines",
            f"{functions}",
            f"at most {MOST_LONG_FUNCTIONS}",
            functions <= MOST_LONG_FUNCTIONS,
        ),
        (
            f"modules over {LONGEST_MODULE} lines",
            f"{modules}",
            f"at most {MOST_LONG_MODULES}",
            modules <= MOST_LONG_MODULES,
        ),
    ]


def files_below(folder: Path) -> list[Path]:
    """Return the Python files below a folder, or the file itself."""
    return [folder] if folder.is_file() else sorted(folder.rglob("*.py"))


def main() -> int:
    """Print the measures; the exit status is 1 where an aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT / "analysis"])
    parser.add_argument("--files", action="store_true", help="a line for each file, worst first")
    parser.add_argument("--unannotated", action="store_true", help="name functions without types")
    parser.add_argument("--long", action="store_true", help="name long functions and modules")
    options = parser.parse_args()
    whole = Counts()
    by_file = []
    for path in [path for folder in options.folders for path in files_below(folder)]:
        counts = count_file(path)
        whole.add(counts)
        by_file.append((path, counts))
    if options.files:
        print(
            "tokens  conditional  comprehensions  long  one-letter  unannotated  code lines  file"
        )
        for path, one in sorted(
            by_file, key=lambda row: -row[1].tokens / max(row[1].code_lines, 1)
        ):
            print(
                f"{one.tokens / max(one.code_lines, 1):6.1f} {one.conditional_expressions:12} "
                f"{one.comprehensions:15} {one.long_lines:5} {one.one_letter_parameters:11} "
                f"{len(one.unannotated):12} {one.code_lines:11}  {path}"
            )
    if options.unannotated:
        print("\n".join(whole.unannotated))
    if options.long:
        print("\n".join([*whole.long_functions, *whole.long_modules]))
    print(f"{len(by_file)} files, {whole.lines:,} lines, {whole.code_lines:,} of them code")
    for name, value, aim, reached in measures(whole):
        print(f"{name}: {value} (aim: {aim}){'' if reached else '  MISSED'}")
    print(f"all functions with a return annotation: {whole.annotated} of {whole.functions}")
    return 0 if all(reached for *_, reached in measures(whole)) else 1


if __name__ == "__main__":
    sys.exit(main())
