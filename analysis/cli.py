"""
The command line: ``parallax``, or ``python -m analysis``.

Each command reads its options, makes one call into ``analysis.commands``, and prints a summary.
Exit status: 0 success, 1 a notebook failed or a correction finds no place, 2 the input or an
option is bad, 130 stopped by Ctrl-C.
"""

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperCommand

from analysis import __version__
from analysis.core.errors import ParallaxError, ParameterError, StoppedError, unknown_value_message
from analysis.core.plurals import count_and_label, count_and_noun
from analysis.core.selection import Selection
from analysis.run.execution import Execution

if TYPE_CHECKING:
    from analysis.commands.report import ReportResult
    from analysis.notebook_runs.scheduler import Outcome
    from analysis.run.pipeline import Run

__all__ = ["app", "main"]

PROGRAM = "parallax"
_STOPPED = 130
_VERBOSE_LIBRARIES = ("papermill", "distributed", "matplotlib", "trafilatura")

_RENAMED_OPTIONS = {
    "--workers": ("--processes", "--notebook-jobs"),
    "--machine": ("--prefill",),
}
_GLOBAL_OPTIONS = ("--quiet", "--version")


class _Command(TyperCommand):
    """A command that refuses renamed options by their new names, and shows its examples."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:
        known = {name for parameter in self.params for name in parameter.opts}
        for name in _option_names(args):
            new_names = [new for new in _RENAMED_OPTIONS.get(name, ()) if new in known]
            if new_names:
                ctx.fail(f"{name} is now called {' or '.join(new_names)}.")
            if name in _GLOBAL_OPTIONS:
                root = ctx.find_root().command_path
                ctx.fail(f"{name} goes before the command: {root} {name} {self.name}")
        return super().parse_args(ctx, args)

    def format_epilog(self, ctx, formatter) -> None:
        """Write the examples line by line, with the name that the program was called by."""
        if not self.epilog:
            return
        root = ctx.find_root().command_path
        with formatter.section("Examples"):
            for line in self.epilog.splitlines():
                formatter.write(f"  {line.replace(PROGRAM, root, 1)}\n")


def _option_names(args: Sequence[str]) -> Iterator[str]:
    """Yield the names of the long options among the arguments."""
    for argument in args:
        if argument == "--":
            return
        if argument.startswith("--"):
            yield argument.split("=", 1)[0]


app = typer.Typer(
    name=PROGRAM,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # with markup, help loses whatever is in square brackets
    help="Parallax: how outlets report the same event. Which figures, on whose word, in "
    "which frame and tone.",
)


def _absolute(path: Path | None) -> Path | None:
    """Resolve a folder once, where it enters; a shell leaves ``--out=~/x`` as it is."""
    if path is None:
        return None
    return Path(os.path.realpath(path.expanduser()))


Source = Annotated[
    str,
    typer.Argument(
        help="a corpus by name (embedded, fa-kes); a CSV, TSV, JSON, Parquet or Excel file, "
        "as tools and services write them; a web archive (WARC, WACZ); an export of "
        "Nexis, Factiva, Europresse or ProQuest, a mailbox, or a single document; a folder of "
        "these, of .txt, .md, .html, .docx, .rtf and .pdf files, with an optional "
        "index.csv; or a folder of tables that extract wrote"
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        callback=_absolute,
        help="folder to write to [default: reports/NAME in the current folder, NAME being that of "
        "the input]",
    ),
]
Columns = Annotated[
    str,
    typer.Option(
        help="our column names to those of the input, or to paths into them: "
        "outlet=source,text=fields.bodyText; provider=NAME says which tool wrote the file"
    ),
]
Yes = Annotated[
    bool,
    typer.Option("--yes", help="do not ask where a file can be read in two ways: take the first"),
]
AsIs = Annotated[bool, typer.Option("--as-is", help="keep texts unchanged, for labelled corpora")]
OutletsFile = Annotated[
    Path | None,
    typer.Option(
        "--outlets-file",
        callback=_absolute,
        help="TOML file of your own outlets: how they are printed, and their hosts and names "
        "[default: outlets.toml next to the input, if there is one]",
    ),
]
PartiesFile = Annotated[
    Path | None,
    typer.Option(
        "--parties",
        callback=_absolute,
        help="TOML file of your own parties: their names, adjectives, leaders and bodies "
        "[default: parties.toml next to the input, if there is one]",
    ),
]
CorrectionsFile = Annotated[
    Path | None,
    typer.Option(
        "--corrections",
        callback=_absolute,
        help="CSV or Excel file of what people set right in the tables; see docs/coding.md "
        "[default: corrections.csv next to the input, if there is one]",
    ),
]
OnlyChecked = Annotated[
    bool,
    typer.Option(
        "--only-checked", help="keep only figures and attributions that a person has checked"
    ),
]
Limit = Annotated[
    int, typer.Option(min=0, help="articles in a random sample that keeps outlet shares; 0: all")
]
Outlets = Annotated[str, typer.Option(help="outlets to keep, separated by commas; empty: all")]
Since = Annotated[str | None, typer.Option(help="first day to keep: 2016-09-01")]
Until = Annotated[str | None, typer.Option(help="last day to keep")]
Query = Annotated[
    str,
    typer.Option(
        help="keep articles with these words, in the syntax of SQLite's FTS5: "
        "'Raqqa AND (grave* OR \"mass burial\") NOT sport', 'title: Raqqa'; empty: all"
    ),
]
QueryIn = Annotated[str, typer.Option(help="where the query looks: title, text or both")]
Seed = Annotated[int, typer.Option(help="random seed")]
Processes = Annotated[
    int,
    typer.Option(min=0, help="worker processes; 0 chooses from CPU cores and corpus size"),
]
Threads = Annotated[
    int, typer.Option(min=1, help="threads of the model, divided among the worker processes")
]
Scheduler = Annotated[
    str | None,
    typer.Option(help="address of a dask scheduler whose workers do the work: tcp://host:8786"),
]
Stream = Annotated[
    bool | None,
    typer.Option(
        "--stream/--no-stream",
        help="stream the corpus and write tables in shards, instead of holding it in memory "
        "[default: stream inputs over 200 MB]",
    ),
]
NotebookNames = Annotated[
    str, typer.Option(help="notebooks to run: 02,03_attributions; empty: all")
]
Settings = Annotated[
    list[str] | None, typer.Option("--set", help="a notebook parameter: --set event=raqqa")
]
NotebookJobs = Annotated[int, typer.Option(min=1, help="notebooks that run at the same time")]
TimeLimit = Annotated[float, typer.Option(min=1, help="seconds that one notebook may take")]
Code = Annotated[bool, typer.Option("--code", help="show the code of the notebooks on their pages")]
Force = Annotated[
    bool, typer.Option("--force", help="make everything again, also where nothing has changed")
]


@dataclass(frozen=True)
class _Screen:
    """What is printed; only errors and the final paths if quiet."""

    quiet: bool = False

    def say(self, text: str) -> None:
        """Print a line unless quiet."""
        if not self.quiet:
            typer.echo(text)

    def say_path(self, label: str, path: Path) -> None:
        """Print where a result is; if quiet, the path alone."""
        if self.quiet:
            typer.echo(str(path))
        else:
            typer.echo(f"{label}: {path}")

    def execution(self, processes: int, threads: int, scheduler: str | None = None) -> Execution:
        """Return how to run, with progress unless quiet."""
        return Execution(processes, threads, scheduler, progress=not self.quiet)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


@app.callback()
def _global_options(
    ctx: typer.Context,
    quiet: Annotated[
        bool, typer.Option("--quiet", help="print only errors and the final paths")
    ] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="print the version and exit"
        ),
    ] = False,
) -> None:
    ctx.obj = _Screen(quiet)
    if quiet:
        logging.getLogger().setLevel(logging.ERROR)


@app.command(
    cls=_Command,
    epilog="""parallax extract articles.csv --out tables
parallax extract fa-kes --outlets "SANA,Reuters" --since 2018-10-01""",
)
def extract(
    ctx: typer.Context,
    source: Source = "embedded",
    out: Out = None,
    columns: Columns = "",
    yes: Yes = False,
    as_is: AsIs = False,
    outlets_file: OutletsFile = None,
    parties: PartiesFile = None,
    corrections: CorrectionsFile = None,
    only_checked: OnlyChecked = False,
    limit: Limit = 0,
    outlets: Outlets = "",
    since: Since = None,
    until: Until = None,
    query: Query = "",
    query_in: QueryIn = "both",
    seed: Seed = 0,
    processes: Processes = 0,
    threads: Threads = 2,
    scheduler: Scheduler = None,
    stream: Stream = None,
) -> None:
    """Write all tables of a corpus as Parquet files."""
    from analysis.commands import extract as command
    from analysis.run.default_folder import TABLES, default_folder

    screen: _Screen = ctx.obj
    if seed and not limit:  # in report, notebooks draw with the seed too
        raise ParameterError(
            f"--seed {seed} has no effect without --limit, the size of the random sample. "
            f"Leave it out, or add for example --limit 100."
        )
    extraction = command.Extraction(
        source=source,
        columns=_chosen_columns(screen, source, _column_names(columns), yes),
        as_is=as_is,
        selection=Selection(_names(outlets), since, until, limit, seed, query, query_in),
        execution=screen.execution(processes, threads, scheduler),
        stream=stream,
        outlets_file=outlets_file,
        parties_file=parties,
        corrections=corrections,
        only_checked=only_checked,
    )
    folder = out or default_folder(source, source, extraction.selection) / TABLES
    _print_tables(screen, command.extract(extraction, folder))
    screen.say_path("tables", folder)


@app.command(
    cls=_Command,
    epilog="""parallax report articles.csv --out reports/mine
parallax report fa-kes --limit 100 --notebooks 02,07 --set outcome=injured""",
)
def report(
    ctx: typer.Context,
    source: Source = "embedded",
    out: Out = None,
    columns: Columns = "",
    yes: Yes = False,
    as_is: AsIs = False,
    outlets_file: OutletsFile = None,
    parties: PartiesFile = None,
    corrections: CorrectionsFile = None,
    only_checked: OnlyChecked = False,
    limit: Limit = 0,
    outlets: Outlets = "",
    since: Since = None,
    until: Until = None,
    query: Query = "",
    query_in: QueryIn = "both",
    seed: Seed = 0,
    processes: Processes = 0,
    threads: Threads = 2,
    scheduler: Scheduler = None,
    stream: Stream = None,
    notebooks: NotebookNames = "",
    settings: Settings = None,
    notebook_jobs: NotebookJobs = 2,
    time_limit: TimeLimit = 1800,
    code: Code = False,
    force: Force = False,
) -> None:
    """Make the tables, run the notebooks and write the pages."""
    from analysis.commands import extract
    from analysis.commands import report as command
    from analysis.run.default_folder import default_folder

    screen: _Screen = ctx.obj
    extraction = extract.Extraction(
        source=source,
        columns=_chosen_columns(screen, source, _column_names(columns), yes),
        as_is=as_is,
        selection=Selection(_names(outlets), since, until, limit, seed, query, query_in),
        execution=screen.execution(processes, threads, scheduler),
        stream=stream,
        outlets_file=outlets_file,
        parties_file=parties,
        corrections=corrections,
        only_checked=only_checked,
    )
    result = command.report(
        extraction,
        out or default_folder(source, source, extraction.selection),
        notebooks=_names(notebooks),
        values=_values(settings or []),
        notebook_jobs=notebook_jobs,
        time_limit=time_limit,
        force=force,
        show_code=code,
    )
    _print_result(screen, result, "report")


@app.command(
    cls=_Command,
    epilog="""parallax batch events.csv --corpus articles.csv
parallax batch events.csv --corpus fa-kes --notebook 02 --notebook-jobs 4""",
)
def batch(
    ctx: typer.Context,
    table: Annotated[
        Path,
        typer.Argument(
            help="a CSV, TSV, JSON lines or Excel file with one row for each run and columns named "
            "like the parameters of the notebook; an empty cell keeps the default"
        ),
    ],
    corpus: Annotated[
        str, typer.Option(help="the corpus that all rows run on, as the source of report")
    ] = "embedded",
    notebook: Annotated[str, typer.Option(help="the notebook to run: 07 or 07_event")] = "07",
    out: Out = None,
    columns: Columns = "",
    yes: Yes = False,
    as_is: AsIs = False,
    outlets_file: OutletsFile = None,
    parties: PartiesFile = None,
    corrections: CorrectionsFile = None,
    only_checked: OnlyChecked = False,
    limit: Limit = 0,
    outlets: Outlets = "",
    since: Since = None,
    until: Until = None,
    query: Query = "",
    query_in: QueryIn = "both",
    seed: Seed = 0,
    processes: Processes = 0,
    threads: Threads = 2,
    scheduler: Scheduler = None,
    stream: Stream = None,
    settings: Settings = None,
    notebook_jobs: NotebookJobs = 2,
    time_limit: TimeLimit = 1800,
    code: Code = False,
    force: Force = False,
) -> None:
    """Run one notebook for every row of a parameter table."""
    from analysis.commands import batch as command
    from analysis.commands import extract
    from analysis.run.default_folder import default_folder

    screen: _Screen = ctx.obj
    extraction = extract.Extraction(
        source=corpus,
        columns=_chosen_columns(screen, corpus, _column_names(columns), yes),
        as_is=as_is,
        selection=Selection(_names(outlets), since, until, limit, seed, query, query_in),
        execution=screen.execution(processes, threads, scheduler),
        stream=stream,
        outlets_file=outlets_file,
        parties_file=parties,
        corrections=corrections,
        only_checked=only_checked,
    )
    result = command.batch(
        table,
        extraction,
        out or default_folder(table, corpus, extraction.selection),
        notebook=notebook,
        values=_values(settings or []),
        notebook_jobs=notebook_jobs,
        time_limit=time_limit,
        force=force,
        show_code=code,
    )
    _print_result(screen, result, "index")


@app.command(
    cls=_Command,
    epilog="""parallax fetch addresses.txt --out corpus.jsonl
parallax fetch mediacloud.csv --out mine/corpus.jsonl""",
)
def fetch(
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="LIST",
            help="a text file with an address a line, a CSV or TSV file with a column url (Media "
            "Cloud, GDELT), a feed (RSS, Atom) or a sitemap; or the address of a feed or sitemap",
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            callback=_absolute,
            help="JSON Lines file to write or to go on with; pages and problems are written next "
            "to it",
        ),
    ] = Path("corpus.jsonl"),
) -> None:
    """Fetch the articles of a list of addresses."""
    from analysis.commands import fetch as command

    screen: _Screen = ctx.obj
    result = command.fetch(source, out, progress=not screen.quiet)
    addresses = [count_and_noun(result.n_addresses, "address")]
    if result.n_repeated:
        addresses.append(f"{result.n_repeated:,} more are repeated")
    if result.n_not_addresses:
        addresses.append(f"{result.n_not_addresses:,} that are no address")
    if result.n_there:
        addresses.append(f"{result.n_there:,} were done before")
    screen.say("; ".join(addresses))
    fetched = (
        f"fetched: {count_and_noun(result.n_articles, 'article')}; {result.n_problems:,} failed"
    )
    if result.n_again:
        fetched += f"; run the command again to retry {result.n_again:,}"
    screen.say(fetched)
    screen.say_path("corpus", result.path)
    if not screen.quiet:
        screen.say_path("pages", result.warc)
        screen.say_path("problems", result.problems)


@app.command(
    cls=_Command,
    epilog="""parallax accuracy labels.jsonl
parallax accuracy figures.jsonl attributions.jsonl --write""",
)
def accuracy(
    ctx: typer.Context,
    labels: Annotated[list[Path], typer.Argument(help="JSON lines files with hand labels")],
    write: Annotated[
        bool, typer.Option("--write", help="keep the scores for the notebooks to show")
    ] = False,
    threads: Annotated[int, typer.Option(min=1, help="threads of the model")] = 2,
) -> None:
    """Measure the error rates against hand labels."""
    from analysis.commands import accuracy as command

    screen: _Screen = ctx.obj
    for measurement in command.measure(labels, keep=write, threads=threads):
        screen.say(measurement.scores.to_string(index=False))
        if measurement.kept is not None:
            screen.say_path("kept", measurement.kept)


@app.command(
    cls=_Command,
    epilog="""parallax rules
parallax rules labels.jsonl""",
)
def rules(
    ctx: typer.Context,
    labels: Annotated[
        list[Path] | None,
        typer.Argument(help="JSON lines files with hand labels; by default the constructed sample"),
    ] = None,
) -> None:
    """Count where each rule on figures is right or wrong."""
    from analysis.commands import rules as command

    screen: _Screen = ctx.obj
    screen.say(command.count(labels or ()).to_string(index=False))
    screen.say("\nRules written in Python, which are not counted (data/rules/in_code.toml):")
    for rule in command.in_code().to_dict("records"):
        screen.say(f"  {rule['rule']}: {rule['means']}. {rule['example']}")


_LAYERS = ("figures", "attributions", "parties", "frames", "targets", "stories")


@app.command(
    cls=_Command,
    epilog="""parallax sample-for-coding articles.csv --out coding.xlsx
parallax sample-for-coding fa-kes --layer attributions --items 200 --seed 3""",
)
def sample_for_coding(
    ctx: typer.Context,
    source: Source = "embedded",
    out: Annotated[Path, typer.Option("--out", help="spreadsheet to write")] = Path("coding.xlsx"),
    layer: Annotated[str, typer.Option(help=f"what is coded: {', '.join(_LAYERS)}")] = _LAYERS[0],
    items: Annotated[
        int,
        typer.Option(
            "--items", "--sentences", min=1, help="sentences, mentions, articles or pairs to draw"
        ),
    ] = 100,
    prefill: Annotated[
        bool, typer.Option("--prefill", help="fill in the extracted labels, for coders to correct")
    ] = False,
    seed: Seed = 0,
) -> None:
    """Draw a spreadsheet for hand coding."""
    from analysis.commands import sample_for_coding as command

    screen: _Screen = ctx.obj
    if layer not in _LAYERS:
        raise ParameterError(unknown_value_message("layer", layer, _LAYERS))
    sample = command.sample_for_coding(
        source,
        out,
        layer=layer,
        n_items=items,
        seed=seed,
        prefill=prefill,
        progress=not screen.quiet,
    )
    screen.say(f"{count_and_noun(sample.n_rows, 'row')} to code: {sample.noun}")
    screen.say_path("spreadsheet", sample.path)
    screen.say(
        "Give every coder a copy, called after the coder. When they are filled in: "
        f"{ctx.find_root().command_path} compare-coders CODER1.xlsx CODER2.xlsx --corpus {source} "
        "--out compared"
    )


CodedSheets = Annotated[
    list[Path],
    typer.Argument(
        metavar="SHEET...",
        help="spreadsheets that coders filled in, each called after its coder; of one layer",
    ),
]
Corpus = Annotated[str, typer.Option("--corpus", help="what the sheets were drawn from")]


@app.command(
    "compare-coders",
    cls=_Command,
    epilog="""parallax compare-coders ada.xlsx bob.xlsx --corpus articles.csv --out compared
parallax compare-coders ada.xlsx bob.xlsx --corpus articles.csv""",
)
def compare_coders(
    ctx: typer.Context,
    sheets: CodedSheets,
    corpus: Corpus = "embedded",
    out: Annotated[
        Path, typer.Option("--out", callback=_absolute, help="folder to write to; new or empty")
    ] = Path("compared"),
) -> None:
    """Say how far coders agree, and list what they differ on."""
    from analysis.commands import compare_coders as command

    screen: _Screen = ctx.obj
    found = command.compare_coders(sheets, corpus, out, progress=not screen.quiet)
    screen.say(found.agreement.round(2).to_string(index=False))
    screen.say(f"rows of {found.layer} that several coders filled in: {found.n_together}")
    if found.n_alone:
        screen.say(f"rows that one coder alone filled in, not compared: {found.n_alone}")
    for label, path in zip(("agreement", "disagreements"), found.paths, strict=True):
        screen.say_path(label, path)
    words = " ".join(str(sheet) for sheet in sheets)
    decide = "Then"
    if found.n_disagreements:
        decide = "Choose a value in the column decision of each row, save, then"
    screen.say(
        f"Values on which they differ: {found.n_disagreements}. "
        f"{decide}: "
        f"{ctx.find_root().command_path} adjudicate {found.paths[1]} {words} --corpus {corpus} "
        f"--out agreed.csv"
    )


@app.command(
    cls=_Command,
    epilog="parallax adjudicate compared/disagreements.xlsx ada.xlsx bob.xlsx "
    "--corpus articles.csv --out agreed.csv\n"
    "parallax adjudicate compared/disagreements.xlsx ada.xlsx bob.xlsx "
    "--corpus articles.csv --coder Cyd --out agreed.csv",
)
def adjudicate(
    ctx: typer.Context,
    decisions: Annotated[
        Path,
        typer.Argument(
            metavar="DISAGREEMENTS", help="the spreadsheet of compare-coders, with decisions"
        ),
    ],
    sheets: CodedSheets,
    corpus: Corpus = "embedded",
    out: Annotated[
        Path,
        typer.Option("--out", help="CSV file of corrections to write; it must not exist"),
    ] = Path("corrections.csv"),
    coder: Annotated[str, typer.Option(help="who decided; named after the coders")] = "",
) -> None:
    """Turn what coders agree on into corrections."""
    from analysis.commands import adjudicate as command

    screen: _Screen = ctx.obj
    result = command.adjudicate(
        decisions, sheets, corpus, out, coder=coder, progress=not screen.quiet
    )
    for note in result.notes:
        typer.echo(note)
    for item in result.undecided:
        typer.echo(f"undecided: {item}")
    counts = ", ".join(f"{count} {name}" for name, count in result.counts.items())
    screen.say(f"{counts or 'nothing to correct'}; {len(result.undecided)} undecided")
    if result.path is None:
        screen.say("no file was written")
        return
    screen.say_path("corrections", result.path)
    screen.say(f"Now: {ctx.find_root().command_path} corrections check {result.path.name} {corpus}")


_SHEETS = ("ucdp", "acled", "airwars", "timemap")
_MARKS = ("label-studio", "web-annotation", "brat", "inception", "refi-qda")
_DEPOSIT = "deposit"


@app.command(
    cls=_Command,
    epilog="""parallax export articles.csv --as ucdp --out ucdp.csv
parallax export articles.csv --as deposit --no-texts --out deposit""",
)
def export(
    ctx: typer.Context,
    layout: Annotated[
        str,
        typer.Option(
            "--as",
            help=f"columns of a dataset of events ({', '.join(_SHEETS)}), marks for a program in "
            f"which people code ({', '.join(_MARKS)}), or all tables for R, Stata and an archive "
            f"({_DEPOSIT})",
        ),
    ],
    source: Source = "embedded",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            help="file or folder to write; by default events-ucdp.csv, marks-brat, deposit and "
            "so on; it must not exist",
        ),
    ] = None,
    corrections: CorrectionsFile = None,
    no_texts: Annotated[
        bool,
        typer.Option(
            "--no-texts",
            help="deposit: leave out texts and passages that may not be shared, keep offsets and "
            "hashes",
        ),
    ] = False,
    licence: Annotated[
        str, typer.Option(help="deposit: the SPDX name of its licence, such as CC-BY-4.0")
    ] = "",
) -> None:
    """Write sheets of events, marks to code, or a deposit."""
    screen: _Screen = ctx.obj
    _validate_export(layout, no_texts=no_texts, licence=licence, corrections=corrections)
    if layout in _SHEETS:
        _export_sheet(screen, layout, source, out)
    elif layout in _MARKS:
        _export_marks(screen, layout, source, out, corrections)
    else:
        _export_deposit(screen, source, out, corrections, no_texts=no_texts, licence=licence)


def _validate_export(
    layout: str,
    *,
    no_texts: bool,
    licence: str,
    corrections: Path | None,
) -> None:
    """Refuse an unknown layout, and options that have no effect on it."""
    if layout not in (*_SHEETS, *_MARKS, _DEPOSIT):
        raise ParameterError(unknown_value_message("format", layout, (*_SHEETS, *_MARKS, _DEPOSIT)))
    if layout != _DEPOSIT and (no_texts or licence):
        name = "--licence"
        if no_texts:
            name = "--no-texts"
        raise ParameterError(f"{name} has no effect with --as {layout}. Use --as {_DEPOSIT}.")
    if layout in _SHEETS and corrections is not None:
        raise ParameterError(
            f"--corrections has no effect with --as {layout}. Extract with the corrections first: "
            f"{PROGRAM} extract SOURCE --corrections {corrections.name} --out tables"
        )


def _export_sheet(screen: _Screen, layout: str, source: str, out: Path | None) -> None:
    from analysis.commands import export as command

    sheet = command.export(source, out, layout=layout, progress=not screen.quiet)
    rows, events = count_and_noun(sheet.n_rows, "row"), count_and_noun(sheet.n_events, "event")
    screen.say(f"{rows} of {events} in the columns of {sheet.dataset}")
    if sheet.left_out:
        counts = ", ".join(f"{n} {outcome}" for outcome, n in sheet.left_out.items())
        screen.say(f"left out, because {sheet.dataset} has no column for them: {counts}")
    screen.say_path("spreadsheet", sheet.path)


def _export_marks(
    screen: _Screen,
    layout: str,
    source: str,
    out: Path | None,
    corrections: Path | None,
) -> None:
    from analysis.commands import export_marks as command

    exported = command.export_marks(
        source, out, layout=layout, corrections=corrections, progress=not screen.quiet
    )
    screen.say(
        f"{exported.n_marks} marks and {exported.n_links} links in {exported.n_documents} "
        f"articles, for {exported.format}"
    )
    for path in exported.paths:
        screen.say_path("marks", path)


def _export_deposit(
    screen: _Screen,
    source: str,
    out: Path | None,
    corrections: Path | None,
    *,
    no_texts: bool,
    licence: str,
) -> None:
    from analysis.commands import export_deposit as command

    deposit = command.export_deposit(
        source,
        out,
        no_texts=no_texts,
        licence=licence,
        corrections=corrections,
        progress=not screen.quiet,
    )
    screen.say(f"{deposit.n_tables} tables, {deposit.n_rows} rows, {deposit.n_files} files")
    for note in deposit.notes:
        screen.say(note)
    screen.say_path("deposit", deposit.path)


@app.command(
    "import-labels",
    cls=_Command,
    epilog="""parallax import-labels coded-brat articles.csv --out from-brat.csv
parallax import-labels coded.qdpx articles.csv --coder Ada --out ada.csv""",
)
def import_labels(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            help="what export wrote and a person changed: a JSON export of Label Studio, a .jsonld "
            "file, a folder of brat, an export of INCEpTION, a .qdpx project"
        ),
    ],
    source: Source = "embedded",
    out: Annotated[
        Path,
        typer.Option("--out", help="CSV file of corrections to write; it must not exist"),
    ] = Path("corrections.csv"),
    coder: Annotated[str, typer.Option(help="who coded, where the file does not say")] = "",
    corrections: CorrectionsFile = None,
) -> None:
    """Turn changes made in another program into corrections."""
    from analysis.commands import import_labels as command

    screen: _Screen = ctx.obj
    imported = command.import_labels(
        file, source, out, coder=coder, corrections=corrections, progress=not screen.quiet
    )
    for note in imported.notes:
        typer.echo(note)
    counts = ", ".join(f"{n} {name}" for name, n in imported.counts.items())
    screen.say(f"{imported.format}, articles compared: {imported.n_documents}; {counts}")
    if imported.path is None:
        screen.say("nothing was changed, so no file was written")
    else:
        screen.say_path("corrections", imported.path)


@app.command(
    cls=_Command,
    epilog="""parallax notebooks
parallax notebooks 02""",
)
def notebooks(
    name: Annotated[
        str, typer.Argument(help="one notebook: 02 or 02_figures; empty lists all")
    ] = "",
) -> None:
    """List the notebooks, or the parameters of one."""
    from analysis.commands import notebooks as command

    for notebook in command.describe(name):
        typer.echo(f"{notebook.name}: {notebook.title}")
        for parameter in notebook.parameters:
            typer.echo(
                f"  {parameter.name}: {parameter.kind} = {parameter.default!r}  # {parameter.help}"
            )


_corrections = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Check a file of corrections."
)
app.add_typer(_corrections, name="corrections")


@_corrections.command(
    "check",
    cls=_Command,
    epilog="""parallax corrections check corrections.csv articles.csv
parallax corrections check queue.csv tables --all""",
)
def check_corrections(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="a CSV or Excel file of corrections")],
    source: Source = "embedded",
    every: Annotated[
        bool, typer.Option("--all", help="list the rows that are applied or not filled in too")
    ] = False,
) -> None:
    """Say of every row of a file of corrections whether it is applied."""
    from analysis.commands import corrections as command

    screen: _Screen = ctx.obj
    checked = command.check(file, source, progress=not screen.quiet)
    for row in checked.rows:
        if every or row.status not in command.SETTLED:
            typer.echo(row.describe())
    counts = (f"{count:,} {status.replace('_', ' ')}" for status, count in checked.counts.items())
    screen.say(f"{count_and_noun(len(checked.rows), 'correction')}: {', '.join(counts)}")
    if not checked.ok:
        screen.say("Fix the rows that are bad or not found, and check again.")
        if checked.counts.get("bad"):
            raise typer.Exit(2)
        raise typer.Exit(1)


@app.command(
    cls=_Command,
    epilog="""parallax queue articles.csv --out queue.csv
parallax queue articles.csv --rows 200 --seed 3""",
)
def queue(
    ctx: typer.Context,
    source: Source = "embedded",
    out: Annotated[Path, typer.Option("--out", help="CSV file to write")] = Path("queue.csv"),
    rows: Annotated[int, typer.Option(min=1, help="figures to list")] = 100,
    share: Annotated[
        float, typer.Option("--random", min=0, max=1, help="share that is drawn at random")
    ] = 0.3,
    seed: Seed = 0,
    corrections: CorrectionsFile = None,
) -> None:
    """List the figures to check first, as a file to fill in."""
    from analysis.commands import corrections as command

    screen: _Screen = ctx.obj
    written = command.queue(
        source,
        out,
        n_rows=rows,
        random_share=share,
        seed=seed,
        corrections=corrections,
        progress=not screen.quiet,
    )
    counts = (f"{count:,} {drawn}" for drawn, count in written.counts.items())
    figures = count_and_noun(sum(written.counts.values()), "figure")
    screen.say(f"{figures} to check: {', '.join(counts)}")
    screen.say_path("queue", written.path)
    screen.say(
        f"Write right or wrong in new, save, then: {ctx.find_root().command_path} report "
        f"{source} --corrections {written.path.name}"
    )


def _column_names(text: str) -> dict[str, str] | None:
    """Read ``outlet=source,text=body``."""
    parts = [part.split("=", 1) for part in text.split(",") if part.strip()]
    for part in parts:
        if len(part) != 2:
            raise ParameterError(
                f"--columns should read outlet=source,text=body, but {part[0]!r} has no '='."
            )
    return {ours.strip(): theirs.strip() for ours, theirs in parts} or None


def _chosen_columns(
    screen: _Screen,
    source: str,
    columns: dict[str, str] | None,
    yes: bool,
) -> dict[str, str] | None:
    """Print how the input will be read, and ask on a terminal if there are two ways."""
    from analysis.load.readings import readings_of

    readings = readings_of(source, columns)
    if not readings:
        return columns
    screen.say(f"read as {readings[0].describe()}")
    if len(readings) == 1:
        return columns
    if yes or screen.quiet or not _is_terminal():
        for other in readings[1:]:
            chosen = ",".join(f"{ours}={theirs}" for ours, theirs in other.columns.items())
            screen.say(f"possible too: {other.label}  (to choose it: --columns {chosen})")
        return columns
    for number, reading in enumerate(readings, 1):
        typer.echo(f"  {number}  {reading.describe()}")
    number = 0
    while not 1 <= number <= len(readings):
        number = typer.prompt(
            f"The file can be read in several ways. Which? 1 to {len(readings)}",
            default=1,
            type=int,
        )
    return readings[number - 1].columns


def _is_terminal() -> bool:
    """Return whether a person can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _names(text: str) -> tuple[str, ...]:
    """Read names that are separated by commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _values(settings: Sequence[str]) -> dict[str, str]:
    """Read the values of ``--set name=value``."""
    values = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals:
            raise ParameterError(f"--set should read name=value, but {setting!r} has no '='.")
        values[name] = value
    return values


def _print_tables(screen: _Screen, run: "Run") -> None:
    """Print what was read and found."""
    counts = run.manifest["counts"]["load"]
    read = (count_and_label(count, name) for name, count in counts.items())
    screen.say(f"read: {', '.join(read)}")
    if run.guesses:
        guesses = ", ".join(f"{ours}={theirs}" for ours, theirs in run.guesses.items())
        screen.say(f"columns guessed: {guesses}  (to choose others: --columns)")
    found = (
        count_and_noun(len(run.tables[f"{noun}s"]), noun)
        for noun in ("figure", "attribution", "event")
    )
    screen.say(f"found: {', '.join(found)}, in {run.manifest['seconds']:g} s")
    unread = run.problems["kept"].eq(False).to_numpy().sum()
    problems = count_and_noun(len(run.problems), "problem")
    screen.say(f"{problems}; {count_and_noun(int(unread), 'article')} could not be read")


def _print_result(screen: _Screen, result: "ReportResult", label: str) -> None:
    """Print how the notebooks ended and where the pages are; exit with 1 if a notebook failed."""
    if result.run is not None:
        _print_tables(screen, result.run)
    failed = [outcome for outcome in result.outcomes if not outcome.ok]
    if screen.quiet:
        for outcome in failed:
            typer.echo(f"{outcome.notebook}: {outcome.status}: {outcome.reason}", err=True)
    else:
        _print_outcomes(result.outcomes)
    screen.say_path(label, result.index)
    if failed:
        raise typer.Exit(1)


def _print_outcomes(outcomes: Sequence["Outcome"]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table("notebook", "status", "seconds", "why")
    for outcome in outcomes:
        status = outcome.status
        if not outcome.ok:
            status = f"[bold red]{status}[/]"
        table.add_row(outcome.notebook, status, f"{outcome.seconds:.1f}", escape(outcome.reason))
    Console().print(table)


def main() -> None:
    """Run a command; a known error is one message on standard error, without a traceback."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    for library in _VERBOSE_LIBRARIES:
        logging.getLogger(library).setLevel(logging.WARNING)
    try:
        app()
    except StoppedError as error:
        typer.echo(f"\n{error}", err=True)
        sys.exit(_STOPPED)
    except ParallaxError as error:
        typer.echo(f"{type(error).__name__}: {error}", err=True)
        sys.exit(2)
    except SystemExit as end:
        if end.code == _STOPPED:  # typer's own exit on Ctrl-C prints nothing
            typer.echo(
                "\nStopped. What is finished is kept; the same command goes on from there.",
                err=True,
            )
        raise
