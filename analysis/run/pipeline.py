"""
Join the stages over a whole corpus, and save and open its tables.

In: the name of a corpus, a file, a folder, or a folder of tables that an earlier run wrote. Out: a
``Run``, which has every table as an attribute. Articles are processed in batches, and a finished
batch is kept on disk: an interrupted run resumes there, and a batch for which nothing has changed
is reused. Corpora that do not fit in memory go through ``analysis.run.streaming``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from analysis import load
from analysis.core import atomic_write, paths, tables
from analysis.core.companion_files import PARTIES, find_companion
from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.languages import is_read, not_read
from analysis.core.selection import Selection
from analysis.extract.parties.gazetteer import PartyName, gazetteer_with
from analysis.extract.parties.own_parties import read_user_parties
from analysis.load.filters import select_articles
from analysis.run import output_folder, table_paths, table_store
from analysis.run.execution import IN_THIS_PROCESS, Execution
from analysis.run.manifest import (
    CONSTRUCTED,
    MANIFEST,
    Manifest,
    ManifestBuilder,
    is_table_folder,
    name_of_source,
    query_sentence,
    with_selection,
)

if TYPE_CHECKING:
    from analysis.corrections.read import Corrections

__all__ = [
    "EVERYTHING",
    "TABLES",
    "Run",
    "claims",
    "iterate_shards",
    "open_tables",
    "parameters_of",
    "parties_of_user",
    "run",
    "validate_for_tables",
]

TABLES = (
    *("articles", "problems", "corrections", "events", "stories", "quantities"),
    *tables.PER_ARTICLE,
)
"""The tables of a run."""

EVERYTHING = Selection()

_WITHOUT_EFFECT_ON_TABLES = ("processes", "threads", "scheduler", "keep")


@dataclass(frozen=True)
class Run:
    """
    Every table of one run, and how it was made.

    Each table is also an attribute: ``run.figures``. ``dir(run)`` lists them.

    Attributes
    ----------
    tables : mapping of str to DataFrame
        Those named in ``TABLES``. Tables in shards are read on first use.
    manifest : Manifest
        Versions, parameters, input hashes, counts and seconds of each stage.
    guesses : dict of str to str
        Our column names to the input's, for those that were guessed.
    """

    tables: Mapping[str, pd.DataFrame] = field(repr=False)
    manifest: Manifest = field(repr=False)
    guesses: dict[str, str] = field(default_factory=dict)

    def __getattr__(self, name: str) -> pd.DataFrame:
        """Return a table by its name."""
        try:
            return self.__dict__["tables"][name]
        except KeyError:
            raise AttributeError(
                f"a run has no table {name!r}; it has {', '.join(TABLES)}"
            ) from None

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self.tables})

    @property
    def mark(self) -> str:
        """What the title of a chart adds if the corpus is constructed, else an empty string."""
        return " [constructed sample]" if self.manifest["corpus"] in CONSTRUCTED else ""

    @property
    def note(self) -> str:
        """What every chart says of the query, of articles that are not read, and of checks."""
        from analysis.corrections.checked import checked_sentence

        sentences = (query_sentence(self.manifest), not_read(self.articles), checked_sentence(self))
        return " ".join(sentence for sentence in sentences if sentence)

    def select(self, selection: Selection) -> "Run":
        """
        Keep the articles of a selection, and their rows in every table.

        Parameters
        ----------
        selection : Selection

        Returns
        -------
        Run
            This run itself if the selection leaves nothing out. Otherwise its manifest has the
            selection in ``parameters``, and counts what was left out as ``filtered``.

        Raises
        ------
        ParameterError
            If an outlet is not in the corpus, or a date or the query cannot be read, or the query
            leaves no article.
        """
        if selection.is_everything:
            return self
        articles, _ = select_articles(self.articles, selection)
        selected = self._restrict_to(articles)
        rows = {name: len(frame) for name, frame in selected.tables.items()}
        n_left_out = len(self.articles) - len(articles)
        manifest = with_selection(self.manifest, selection.as_dict(), rows, n_left_out)
        return Run(selected.tables, manifest, self.guesses)

    def without_copies(self) -> "Run":
        """
        Leave out articles that are copies of an earlier one, and their rows in every table.

        Returns
        -------
        Run
            For measures of an outlet's own choices: a copy is not a second choice. Updates, which
            state other numbers, days or places, are kept.
        """
        is_original = self.articles["duplicate_of"].isna()
        return self._restrict_to(self.articles.loc[is_original].reset_index(drop=True))

    def only_read(self) -> "Run":
        """
        Leave out articles that are not read, because they are in another language than English.

        Returns
        -------
        Run
            For measures of articles: of one that was not read, nothing is known. See ``note``.
        """
        read = is_read(self.articles)
        if read.all():
            return self
        return self._restrict_to(self.articles.loc[read].reset_index(drop=True))

    def only_event(self, event: str) -> "Run":
        """
        Keep the articles of one event, and their rows in every table.

        Parameters
        ----------
        event : str
            An ``event_id``.

        Returns
        -------
        Run

        Raises
        ------
        ParameterError
            If there is no such event.
        """
        return self._only("event", event, self.events)

    def only_story(self, story: str) -> "Run":
        """
        Keep the articles of one story, and their rows in every table.

        Parameters
        ----------
        story : str
            A ``story_id``.

        Returns
        -------
        Run

        Raises
        ------
        ParameterError
            If there is no such story.
        """
        return self._only("story", story, self.stories)

    def _only(self, level: str, name: str, groups: pd.DataFrame) -> "Run":
        """Keep the articles of one event or story."""
        key = f"{level}_id"
        if not name and groups.empty:  # no article of the corpus is read
            return self._restrict_to(self.articles.iloc[:0])
        if name not in set(groups[key]):
            raise ParameterError(unknown_value_message(level, name, groups[key]))
        is_member = self.articles[key].eq(name)
        return self._restrict_to(self.articles.loc[is_member].reset_index(drop=True))

    def _restrict_to(self, articles: pd.DataFrame) -> "Run":
        kept = {name: _rows_of(frame, articles) for name, frame in self.tables.items()}
        of_whole = {name: self.tables[name] for name in ("problems", "corrections")}
        kept |= {"articles": articles, **of_whole}
        return Run(kept, self.manifest, self.guesses)

    def with_overrides(self, overrides: str | Path) -> "Run":
        """
        Join or separate articles by hand.

        Parameters
        ----------
        overrides : str or Path
            CSV file with ``article_id`` and ``event_id``, see
            ``analysis.compare.events.overrides``.

        Returns
        -------
        Run
            With new ``articles``, ``figures``, ``events``, ``stories`` and ``quantities``.
        """
        from analysis.compare.events.find import find_events
        from analysis.compare.quantities.find import find_quantities
        from analysis.run.corrected import regroupings_of

        unlinked = self.articles.assign(story_id=None)
        by_hand, regrouped = regroupings_of(self.corrections, self.figures, self.articles)
        found = find_events(unlinked, overrides=overrides, **by_hand)
        figures, quantities = find_quantities(
            self.figures, found.articles, self.sentences, regrouped
        )
        new = {**found._asdict(), "figures": figures, "quantities": quantities}
        changed = {**self.tables, **new}
        return Run(changed, self.manifest, self.guesses)

    def save(self, folder: str | Path) -> Path:
        """
        Write every table as Parquet, and the manifest.

        Parameters
        ----------
        folder : str or Path
            Created if it does not exist; one with files of the user is refused, see
            ``analysis.run.output_folder``. Tables that are stored there already stay as they are.

        Returns
        -------
        Path
            The folder.

        Raises
        ------
        ParameterError
            If the folder holds files of the user or cannot be written to.
        RunError
            If another run writes into the folder, or a file cannot be written; no half-written file
            is left.
        """
        files = [MANIFEST, table_store.HASHES, *(f"{name}.parquet" for name in self.tables)]
        with output_folder.opened(folder, self.manifest["corpus"], files) as opened:
            stored_there = getattr(self.tables, "folder", None) == opened
            if not stored_there:
                table_store.begin(opened)
                table_store.clear(opened, list(self.tables))
                for name, frame in self.tables.items():
                    atomic_write.write_parquet(frame, opened / f"{name}.parquet")
            names = list(self.tables)
            table_store.finish(opened, names, self.manifest, only_manifest=stored_there)
        return opened


def _rows_of(frame: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows that belong to some articles, or to their events."""
    for key in ("article_id", "event_id", "story_id"):
        if key in frame:
            return frame.loc[frame[key].isin(articles[key])].reset_index(drop=True)
    return frame


def run(
    source: str | Path = "embedded",
    *,
    columns: dict[str, str] | None = None,
    as_is: bool = False,
    selection: Selection = EVERYTHING,
    execution: Execution | None = None,
    outlets_file: str | Path | None = None,
    parties_file: str | Path | None = None,
    corrections: "str | Path | Corrections | None" = None,
    only_checked: bool = False,
) -> Run:
    """
    Run every stage from loading to events.

    Parameters
    ----------
    source : str or Path
        See ``analysis.load.read``; or a folder of tables that ``Run.save`` wrote, which is only
        opened and filtered.
    columns : dict of str to str, optional
        Our column names to the input's.
    as_is : bool
        Keep texts unchanged, so that the offsets of labelled corpora hold.
    selection : Selection
        The articles to keep.
    execution : Execution, optional
        Processes, threads, cluster, kept batches and progress; by default one process, this one.
        The tables do not depend on it.
    outlets_file : str or Path, optional
        The user's own outlets, see ``analysis.load.read``.
    parties_file : str or Path, optional
        The user's own parties, see ``analysis.extract.parties.own_parties``; by default
        ``parties.toml`` beside the file or in the folder, if there is one.
    corrections : str, Path or Corrections, optional
        What people set right, see ``analysis.corrections``; by default, or if it is empty, the file
        ``corrections.csv`` beside the articles or in their folder, if there is one. Beside a folder
        of tables none is looked for.
    only_checked : bool
        Keep only the figures and attributions that a person has checked.

    Returns
    -------
    Run

    Raises
    ------
    InputError, LexiconError, MissingResourceError
        See ``analysis.load.read`` and ``analysis.corrections.read``.
    ParameterError
        If an option has a bad value, leaves no article, or has no effect because the source is a
        folder of tables.
    RunError
        See ``analysis.run.batches.process_articles``.
    """
    if is_table_folder(source):
        validate_for_tables(
            source,
            columns=columns,
            as_is=as_is,
            execution=execution,
            outlets_file=outlets_file,
            parties_file=parties_file,
        )
        opened = open_tables(source)
        if corrections or only_checked:
            from analysis.run.correct_again import correct_tables

            frames, manifest = correct_tables(
                dict(opened.tables), opened.manifest, corrections, only_checked=only_checked
            )
            opened = Run(frames, manifest)
        return opened.select(selection)
    table_store.validate_not_unfinished(source)
    # Only a new run needs these; opening tables stays quick without them.
    from analysis.run import batches
    from analysis.run.corrected import Correcting, corrections_of_user
    from analysis.run.event_groups import find_events_or_problems
    from analysis.run.quantity_groups import find_quantities_or_problems

    execution = execution or IN_THIS_PROCESS
    own_parties = parties_of_user(source, parties_file)
    correcting = Correcting(
        corrections_of_user(source, corrections),
        gazetteer_with(own_parties),
        is_selection=not selection.is_everything,
        only_checked=only_checked,
    )
    parameters = parameters_of(
        source, columns, as_is, selection, outlets_file, parties_file, only_checked=only_checked
    )
    manifest = ManifestBuilder(parameters, execution.progress)
    with manifest.stage("load") as counts:
        loaded = load.read(
            source,
            columns=columns,
            as_is=as_is,
            selection=selection,
            outlets_file=outlets_file,
            correct=correcting.correct_articles,
        )
        counts.update(loaded.counts)
    with manifest.stage("load: duplicates") as counts:
        articles = load.mark_duplicates(loaded.articles)
        counts.update(articles=len(articles), **count_relations(articles))
    results = batches.process_articles(articles, manifest, execution, own_parties=own_parties)
    if correcting:
        with manifest.stage("corrections"):
            correcting.begin(articles)
            results |= correcting.correct_tables({**results, "articles": articles})
    with manifest.stage("compare: events") as counts:
        found, event_problems = find_events_or_problems(articles, **correcting.by_hand())
        counts.update(articles=len(articles), events=len(found.events), stories=len(found.stories))
    results |= found._asdict()
    with manifest.stage("compare: quantities") as counts:
        inputs = (results["figures"], results["articles"], results["sentences"])
        regrouped = correcting.find_figures(results["figures"], articles)
        found_quantities = find_quantities_or_problems(*inputs, regrouped)
        figures, quantities, quantity_problems = found_quantities
        counts.update(figures=len(figures), quantities=len(quantities))
    results |= {"figures": figures, "quantities": quantities}
    correcting.finish(results["articles"], figures)
    if correcting.corrections:
        manifest.add_corrections(correcting.facts(), correcting.ledger.counts())
    results["corrections"] = correcting.ledger.table()
    results["problems"] = pd.concat(
        [
            loaded.problems,
            results["problems"],
            correcting.ledger.problems(),
            event_problems,
            quantity_problems,
        ],
        ignore_index=True,
    )
    all_tables = {name: results[name] for name in TABLES}
    rows = {name: len(frame) for name, frame in all_tables.items()}
    return Run(all_tables, manifest.build(loaded, rows), loaded.guesses)


def count_relations(articles: pd.DataFrame) -> dict[str, int]:
    """
    Count copies and updates.

    Parameters
    ----------
    articles : DataFrame
        With ``article_id``, ``outlet``, ``duplicate_of`` and ``update_of``.

    Returns
    -------
    dict of str to int
        ``copies``, ``copies_within_an_outlet`` (of an article of the same outlet, on any of its
        hosts) and ``updates``.
    """
    outlets = articles.loc[:, "outlet"]
    outlet_of = dict(zip(articles["article_id"], outlets, strict=True))
    originals = articles.loc[:, "duplicate_of"].map(outlet_of)
    return {
        "copies": int(articles["duplicate_of"].notna().to_numpy().sum()),
        "copies_within_an_outlet": int(
            (originals.notna() & originals.eq(outlets)).to_numpy().sum()
        ),
        "updates": int(articles["update_of"].notna().to_numpy().sum()),
    }


def parties_of_user(source: str | Path, parties_file: str | Path | None) -> tuple[PartyName, ...]:
    """Return the user's own parties: those of a file, or of the one beside the articles."""
    if parties_file is None and str(source) not in load.SOURCES:
        parties_file = find_companion(source, PARTIES)
    return () if parties_file is None else read_user_parties(parties_file)


def parameters_of(
    source: str | Path,
    columns: dict[str, str] | None,
    as_is: bool,
    selection: Selection,
    outlets_file: str | Path | None = None,
    parties_file: str | Path | None = None,
    *,
    only_checked: bool = False,
) -> dict[str, object]:
    """Return what a manifest says that a run was asked to do."""
    parameters = {"source": name_of_source(source), "columns": columns, "as_is": as_is}
    if outlets_file is not None:
        parameters["outlets_file"] = name_of_source(outlets_file)
    if parties_file is not None:
        parameters["parties_file"] = name_of_source(parties_file)
    if only_checked:
        parameters["only_checked"] = True
    return {**parameters, **selection.as_dict()}


def validate_for_tables(
    source: str | Path,
    *,
    columns: dict[str, str] | None = None,
    as_is: bool = False,
    execution: Execution | None = None,
    stream: bool | None = None,
    outlets_file: str | Path | None = None,
    parties_file: str | Path | None = None,
) -> None:
    """
    Refuse options that have no effect on a folder of tables, because it is only opened.

    Parameters
    ----------
    source : str or Path
        The folder of tables.
    columns, as_is, execution, outlets_file, parties_file
        See ``run``. Progress may be asked for: it shows nothing and changes nothing.
    stream : bool, optional
        See ``analysis.commands.extract``.

    Raises
    ------
    ParameterError
        If one of them is given; all are named.
    """
    given = {"columns": bool(columns), "as_is": as_is, "stream": stream is not None}
    given["outlets_file"] = outlets_file is not None
    given["parties_file"] = parties_file is not None
    for name in (execution or Execution()).changed_fields():
        given[name] = name in _WITHOUT_EFFECT_ON_TABLES
    without_effect = [name for name, is_given in given.items() if is_given]
    if without_effect:
        raise ParameterError(
            f"{source} is a folder of tables, which is only opened and filtered. These options "
            f"have no effect on it: {', '.join(without_effect)}. Leave them out, or give the "
            "articles that the tables were made from."
        )


def open_tables(folder: str | Path) -> Run:
    """
    Open the tables that an earlier run wrote, and check each against its definition.

    Parameters
    ----------
    folder : str or Path
        Tables in shards are read and checked on first use.

    Returns
    -------
    Run

    Raises
    ------
    InputError
        If a table is missing, or it or the manifest has changed since it was written.
    TableError
        If a table does not match its definition.
    """
    folder = Path(folder).expanduser()
    stored = table_store.StoredTables(folder, TABLES)
    manifest = table_store.read_manifest(folder)
    if table_paths.is_sharded(folder):
        return Run(stored, manifest)
    return Run(dict(stored), manifest)


def iterate_shards(folder: str | Path) -> Iterator[Run]:
    """
    Open the tables of a large run one shard at a time, to sum what does not fit in memory at once.

    Parameters
    ----------
    folder : str or Path
        Tables in shards of a thousand articles, see ``analysis.run.streaming``; any other tables
        are yielded as a single run.

    Yields
    ------
    Run
        The articles of one shard and their rows in every table; ``events`` and ``problems`` are
        those of the whole corpus.
    """
    folder = Path(folder).expanduser()
    whole = open_tables(folder)
    n_shards = len(table_paths.shard_paths(folder, "articles"))
    if not n_shards:
        yield whole
    for shard in range(n_shards):
        yield Run(table_store.StoredTables(folder, TABLES, shard), whole.manifest)


def claims(folder: Path = paths.CLAIMS) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the ``claims`` table, and the ``problems`` found while reading it."""
    return load.read_claims(folder)
