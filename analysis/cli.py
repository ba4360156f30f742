"""
The command line: ``python -m analysis report | batch | extract | notebooks | accuracy``.

Commands read options, call ``job``, and say what happened; they hold no logic of their own.
Exit status: 0 all well, 1 a notebook did not end well, 2 the input or an option is bad, 130 stopped by Ctrl-C.
"""

import logging
import sys
from pathlib import Path
from typing import Annotated

import typer

from analysis.core.errors import ParallaxError, ParameterError, StoppedError
from analysis.core.selection import Selection

__all__ = ["app", "main"]

_STOPPED = 130

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Parallax: how outlets report the same event. Reported figures, on whose word, in which frame and tone.",
)

Source = Annotated[
    str,
    typer.Argument(
        help="a corpus by name (embedded, fa-kes), a CSV, TSV, JSON lines, Parquet or Excel file, or a folder of "
        ".txt, .md, .html, .docx files with an optional index.csv"
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", help="folder for what is written [reports/, named after the input]"),
]
Columns = Annotated[str, typer.Option(help="our columns to yours: outlet=source,text=body")]
AsIs = Annotated[
    bool, typer.Option("--as-is", help="keep texts to the letter, for labelled corpora")
]
Limit = Annotated[
    int, typer.Option(min=0, help="articles to read, drawn at random within outlets; 0 reads all")
]
Outlets = Annotated[str, typer.Option(help="outlets to keep, with commas between; empty keeps all")]
Since = Annotated[str | None, typer.Option(help="first day to keep: 2016-09-01")]
Until = Annotated[str | None, typer.Option(help="last day to keep")]
Seed = Annotated[int, typer.Option(help="of every random draw")]
Threads = Annotated[int, typer.Option(min=1, help="threads of the reader")]
Readers = Annotated[
    int,
    typer.Option(
        "--workers",
        min=0,
        help="processes that read at the same time; 0 takes what machine and corpus are good for",
    ),
]
Scheduler = Annotated[
    str | None, typer.Option(help="dask scheduler whose workers read: tcp://host:8786")
]
Stream = Annotated[
    bool | None,
    typer.Option(
        help="hold only a piece of the corpus in memory and write the tables in pieces [if the input is over 200 MB]"
    ),
]
Set = Annotated[list[str], typer.Option("--set", help="a notebook parameter: --set event=raqqa")]
Workers = Annotated[int, typer.Option(min=1, help="notebooks at the same time")]
TimeLimit = Annotated[float, typer.Option(min=1, help="seconds that one notebook may take")]
Code = Annotated[bool, typer.Option("--code", help="show the notebooks' code on their pages")]
Force = Annotated[bool, typer.Option("--force", help="run also what has not changed")]


@app.command()
def extract(
    source: Source = "embedded",
    out: Out = None,
    columns: Columns = "",
    as_is: AsIs = False,
    limit: Limit = 0,
    outlets: Outlets = "",
    since: Since = None,
    until: Until = None,
    seed: Seed = 0,
    threads: Threads = 2,
    workers: Readers = 0,
    scheduler: Scheduler = None,
    stream: Stream = None,
):
    """Write every table of a corpus as Parquet, without notebooks or pages."""
    from analysis.commands import report

    folder = out or report.folder_for(source) / "tables"
    run = report.make_tables(
        source,
        folder,
        columns=_pairs(columns),
        as_is=as_is,
        selection=Selection(_names(outlets), since, until, limit, seed),
        threads=threads,
        workers=workers,
        scheduler=scheduler,
        stream=stream,
    )
    _say_read(run)
    typer.echo(f"tables: {folder}")


@app.command()
def report(
    source: Source = "embedded",
    out: Out = None,
    columns: Columns = "",
    as_is: AsIs = False,
    limit: Limit = 0,
    outlets: Outlets = "",
    since: Since = None,
    until: Until = None,
    seed: Seed = 0,
    threads: Threads = 2,
    notebooks: Annotated[
        str, typer.Option(help="notebooks to run: 02,03_attributions; empty runs all")
    ] = "",
    set_: Set = [],
    workers: Workers = 2,
    time_limit: TimeLimit = 1800,
    code: Code = False,  # noqa: B006
    force: Force = False,
):
    """Make the tables, run the notebooks and write the pages."""
    from analysis.commands import report

    folder = out or report.folder_for(source)
    done = report.report(
        source,
        folder,
        columns=_pairs(columns),
        as_is=as_is,
        selection=Selection(_names(outlets), since, until, limit, seed),
        threads=threads,
        notebooks=_names(notebooks),
        values=_values(set_),
        workers=workers,
        limit_s=time_limit,
        force=force,
        code=code,
    )
    _say_done(done, "report")


@app.command()
def batch(
    table: Annotated[
        Path,
        typer.Argument(
            help="CSV, TSV, JSON lines or Excel file: one row a run, columns named "
            "like the notebook's parameters; an empty cell leaves the default"
        ),
    ],
    corpus: Annotated[
        str, typer.Option(help="what all rows are run on; see: report --help")
    ] = "embedded",
    notebook: Annotated[str, typer.Option(help="the notebook to run: 07 or 07_event")] = "07",
    out: Out = None,
    columns: Columns = "",
    limit: Limit = 0,
    outlets: Outlets = "",
    since: Since = None,
    until: Until = None,
    seed: Seed = 0,
    threads: Threads = 2,
    set_: Set = [],
    workers: Workers = 2,  # noqa: B006
    time_limit: TimeLimit = 1800,
    code: Code = False,
    force: Force = False,
):
    """Run one notebook for every row of a table of parameters, and write an index of the runs."""
    from analysis.commands import batch, report

    done = batch.batch(
        table,
        out or report.folder_for(table),
        source=corpus,
        notebook=notebook,
        columns=_pairs(columns),
        selection=Selection(_names(outlets), since, until, limit, seed),
        threads=threads,
        values=_values(set_),
        workers=workers,
        limit_s=time_limit,
        force=force,
        code=code,
    )
    _say_done(done, "index")


@app.command()
def accuracy(
    labels: Annotated[list[Path], typer.Argument(help="JSON lines with hand labels")],
    write: Annotated[
        bool, typer.Option("--write", help="keep the scores for the notebooks to show")
    ] = False,
    threads: Threads = 2,
):
    """Score the machine against hand labels."""
    from analysis.evaluate import accuracy

    for path in labels:
        measured = accuracy.measure_accuracy(path, threads=threads)
        typer.echo(measured.to_string(index=False))
        if write:
            typer.echo(f"kept: {accuracy.write_accuracy(measured)}")


@app.command("sample-for-coding")
def sample_for_coding(
    source: Source = "embedded",
    out: Annotated[Path, typer.Option("--out", help="spreadsheet to write")] = Path("coding.xlsx"),
    sentences: Annotated[int, typer.Option(min=1, help="sentences to draw")] = 100,
    machine: Annotated[bool, typer.Option("--machine", help="put the machine's labels in")] = False,
    seed: Seed = 0,
):
    """Draw sentences to a spreadsheet for hand coding; notebook 09 reads the filled sheets."""
    from analysis.evaluate import coding_sheets
    from analysis.run import pipeline

    sheet = coding_sheets.draw_sample(pipeline.run(source, progress=True), sentences, seed, machine)
    typer.echo(f"{len(sheet)} rows to code: {coding_sheets.write_sheet(sheet, out)}")
    typer.echo(
        "fill it in, then: python -m analysis report SOURCE --notebooks 09 --set sheets=coder1.xlsx,coder2.xlsx"
    )


@app.command()
def notebooks(
    name: Annotated[
        str, typer.Argument(help="one notebook: 02 or 02_figures; empty lists all")
    ] = "",
):
    """List the notebooks, or the parameters of one."""
    from analysis.notebook_runs import parameters, scheduler
    from analysis.report.write import title_of

    for path in scheduler.find_notebooks([name] if name else []):
        typer.echo(f"{path.stem}: {title_of(path)}")
        for p in parameters.declared(path).values() if name else []:
            typer.echo(f"  {p.name}: {p.kind} = {p.default!r}  # {p.help}")


def _pairs(text):
    """Read ``outlet=source,text=body``."""
    parts = [part.split("=", 1) for part in text.split(",") if part.strip()]
    bad = [part[0] for part in parts if len(part) != 2]
    if bad:
        raise ParameterError(
            f"--columns should read outlet=source,text=body, but {bad[0]!r} has no '='."
        )
    return {ours.strip(): theirs.strip() for ours, theirs in parts} or None


def _names(text):
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _values(settings):
    bad = [s for s in settings if "=" not in s]
    if bad:
        raise ParameterError(f"--set should read name=value, but {bad[0]!r} has no '='.")
    return dict(setting.split("=", 1) for setting in settings)


def _say_read(run):
    counts = run.manifest["counts"]["load"]
    typer.echo(
        "read: "
        + ", ".join(f"{value:,} {name.replace('_', ' ')}" for name, value in counts.items())
    )
    if run.guesses:
        typer.echo(
            "columns guessed: "
            + ", ".join(f"{ours}={theirs}" for ours, theirs in run.guesses.items())
            + "  (others: --columns)"
        )
    names = ("figures", "attributions", "events", "problems")
    found = ", ".join(f"{len(getattr(run, name)):,} {name}" for name in names)
    typer.echo(f"found: {found}, in {run.manifest['seconds']:g} s")


def _say_done(done, what):
    if done.run is not None:
        _say_read(done.run)
    _say_outcomes(done.outcomes)
    typer.echo(f"{what}: {done.index}")
    if not all(outcome.ok for outcome in done.outcomes):
        raise typer.Exit(1)


def _say_outcomes(outcomes):
    from rich.console import Console
    from rich.table import Table

    table = Table("notebook", "status", "seconds", "why")
    for o in outcomes:
        table.add_row(
            o.notebook,
            o.status if o.ok else f"[bold red]{o.status}[/]",
            f"{o.seconds:.1f}",
            o.reason,
        )
    Console().print(table)


def main():
    """Run a command; a known error is one message on the screen, not a traceback."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    for loud in ("papermill", "distributed", "matplotlib", "trafilatura"):
        logging.getLogger(loud).setLevel(logging.WARNING)
    try:
        app()
    except StoppedError as error:
        typer.echo(f"\n{error}", err=True)
        sys.exit(_STOPPED)
    except ParallaxError as error:
        typer.echo(f"{type(error).__name__}: {error}", err=True)
        sys.exit(2)
    except SystemExit as end:
        if end.code == _STOPPED:  # typer's own answer to Ctrl-C, which says nothing
            typer.echo(
                "\nStopped. What was finished is kept; the same command goes on from there.",
                err=True,
            )
        raise
