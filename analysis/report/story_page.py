"""
What the page of a story shows: its articles, numbers, sources, versions, names and sentences.

In: a ``Story`` and the rows of its articles. Out: the values of the template ``story.html.j2``,
with the address of the sentence behind each number and each count. What a page has no room for is
counted on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analysis.chart.captions import source_label
from analysis.chart.text_fitting import clean, source_words
from analysis.compare.accusations import accusations
from analysis.compare.findings.quantities import story_finding
from analysis.compare.number_words import number_in_words
from analysis.compare.one_name import keys_of_sources
from analysis.compare.outlet_copies import copies_of_one_outlet
from analysis.compare.shown_quantities import shared_quantities
from analysis.core.calendar_words import short_day
from analysis.core.control_characters import replace_control_characters
from analysis.core.plurals import noun_for
from analysis.core.printed_names import printed_name
from analysis.core.pronoun_words import is_pronoun
from analysis.core.records import records_of
from analysis.core.stated_days import is_contradicted
from analysis.corrections.places import place_key
from analysis.report import urls
from analysis.report.absent_outlets import absent_outlets
from analysis.report.quoted_words import Words, words_around
from analysis.report.stories import Story, outlet_name
from analysis.report.version_changes import Change, changes_between

__all__ = ["StoryContents", "contents_of"]

ROOT = "../"  # from the page of a story to the report folder
MAX_ROWS = 40  # quantities
MAX_COLUMNS = 24  # outlets
MAX_ARTICLES = 200
MAX_SENTENCES = 150
MAX_SOURCES = 60
MAX_NAMES = 80
MAX_WORDS = 3  # that outlets print for one choice of names
MAX_CHANGES = 40
MAX_ACCUSATIONS = 60
KEYS_JOINED = " | "
"""Between the members of a correction that puts them together."""


@dataclass(frozen=True)
class Printed:
    """A number as an outlet prints it, with the address of its sentence."""

    words: str
    href: str
    outlet: str
    day: str
    before: str
    rivals: str
    differs: bool


@dataclass(frozen=True)
class MatrixRow:
    """
    A quantity, and what each outlet of the matrix prints for it; None for nothing.

    ``words`` are those around the number in the earliest article of the row.
    """

    anchor: str
    label: str
    differs: bool
    may_differ: bool
    n_outlets: int
    n_origins: int
    words: Words | None
    cells: list[Printed | None]


@dataclass(frozen=True)
class Side:
    """One of two rows that may be of one thing: what it is called, its words and its numbers."""

    label: str
    words: Words
    printed: list[Printed]


@dataclass(frozen=True)
class PossibleMatch:
    """Two rows that may be of one thing, and the key of a correction that puts them together."""

    sides: tuple[Side, Side]
    key: str
    p: float


@dataclass(frozen=True)
class Uncertain:
    """A number that was read with little certainty, of what, and on whose word."""

    label: str
    printed: Printed
    source: str


@dataclass(frozen=True)
class Reported:
    """An article of the story."""

    day: str
    outlet: str
    title: str
    href: str
    url: str
    notes: list[str]


@dataclass(frozen=True)
class Quoted:
    """A sentence with its number between the words before and after it."""

    outlet: str
    day: str
    before: str
    number: str
    after: str
    href: str
    source: str


@dataclass(frozen=True)
class Passage:
    """The sentences behind one quantity."""

    anchor: str
    label: str
    sentences: list[Quoted]


@dataclass(frozen=True)
class ByOutlet:
    """How often an outlet does something, with the address of the first sentence."""

    outlet: str
    count: int
    href: str


@dataclass(frozen=True)
class Counted:
    """A source or a name, what kind it is, and how often each outlet has it."""

    name: str
    kind: str
    outlets: list[ByOutlet]
    category: str = ""  # of a name, where its own words do not say it


@dataclass(frozen=True)
class Accusation:
    """Who accuses whom in an outlet, in the words of its sentence."""

    outlet: str
    day: str
    accuser: str
    cue: str
    accused: str
    href: str


@dataclass(frozen=True)
class Version:
    """Two versions of one text, and what changed."""

    earlier: Reported
    later: Reported
    changes: list[Change]


@dataclass
class StoryContents:
    """
    Everything on the page of a story.

    ``omitted`` counts what the page has no room for, in words; ``absent`` has the sentences that
    name the outlets with no number in the matrix.
    """

    story: Story
    finding: str
    reported: list[Reported]
    outlets: list[str]
    absent: list[str]
    matrix: list[MatrixRow]
    alone: list[tuple[str, Words, Printed]]
    possible_matches: list[PossibleMatch]
    uncertain: list[Uncertain]
    passages: list[Passage]
    sources: list[Counted]
    accusations: list[Accusation]
    names: list[Counted]
    versions: list[Version]
    omitted: dict[str, str] = field(default_factory=dict)


def contents_of(
    story: Story, rows_of: Mapping[str, pd.DataFrame], earlier: Mapping[str, Mapping[str, Any]]
) -> StoryContents:
    """
    Return what the page of a story shows.

    Parameters
    ----------
    story : Story
    rows_of : mapping of str to DataFrame
        The rows of the story's articles in ``sentences``, ``figures``, ``attributions``,
        ``attribution_spans`` and ``names``, of earlier versions of them in ``sentences``, and of
        the story in ``quantities``. Not changed.
    earlier : mapping of str to mapping
        Rows of ``articles`` that an article's ``update_of`` names, by ``article_id``, wherever
        they are.

    Returns
    -------
    StoryContents
    """
    page = _Page(story, rows_of, earlier)
    return page.contents()


class _Page:
    """The page of one story, while it is put together."""

    def __init__(
        self,
        story: Story,
        rows_of: Mapping[str, pd.DataFrame],
        earlier: Mapping[str, Mapping[str, Any]],
    ) -> None:
        self.story = story
        self.rows_of = rows_of
        self.earlier = earlier
        self.articles = {row["article_id"]: row for row in records_of(story.articles)}
        self.copies = copies_of_one_outlet(story.articles)
        self.sentences = _spans(rows_of["sentences"])
        of_titles = rows_of["sentences"].loc[rows_of["sentences"]["in_title"].astype(bool)]
        self.headlines = set(zip(of_titles["article_id"], of_titles["sentence_id"], strict=True))
        columns = (rows_of["figures"][name] for name in ("figure_id", "start", "end"))
        self.places = {figure: (int(a), int(b)) for figure, a, b in zip(*columns, strict=True)}
        self.omitted: dict[str, str] = {}

    def contents(self) -> StoryContents:
        """Put the page together."""
        shared = shared_quantities(self.story.rows)
        if not self.story.is_shared:
            shared = self.story.rows
        rest = self.story.rows.loc[~self.story.rows["quantity_id"].isin(shared["quantity_id"])]
        shown = self._first(shared, MAX_ROWS, "quantities", "quantity")
        outlets = self._columns(shown)
        return StoryContents(
            story=self.story,
            finding=self._finding(),
            reported=self._reported(),
            outlets=[outlet_name(outlet) for outlet in outlets],
            absent=absent_outlets(self.story, shown),
            matrix=self._matrix(shown, outlets),
            alone=self._alone(rest),
            possible_matches=self._possible_matches(),
            uncertain=self._uncertain(),
            passages=self._passages(shown),
            sources=self._sources(),
            accusations=self._accusations(),
            names=self._names(),
            versions=self._versions(),
            omitted=self.omitted,
        )

    def _first(self, rows: Any, most: int, part: str, noun: str) -> Any:
        """Return the first rows, and note how many are left out of this part of the page."""
        n_more = len(rows) - most
        if n_more > 0:
            self.omitted[part] = f"{n_more:,} more {noun_for(n_more, noun)} not shown here."
        return rows[:most]

    def _finding(self) -> str:
        """Return what outlets print, without the label, which is the page's heading."""
        stated = story_finding(self.story.label, self.story.cells, self.story.n_outlets)
        words = stated.text.removeprefix(f"{self.story.label}: ")
        return clean(words[:1].upper() + words[1:])

    def _reported(self) -> list[Reported]:
        rows = list(self.articles.values())
        shown = self._first(rows, MAX_ARTICLES, "articles", "article")
        return [self._article(row) for row in shown]

    def _article(self, row: Mapping[str, Any]) -> Reported:
        notes = []
        if row["duplicate_of"]:
            notes.append("same text as an earlier article")
        if row["update_of"]:
            notes.append("later version of an earlier text")
        days = pd.DataFrame([{name: row[name] for name in ("published", "published_in_text")}])
        if is_contradicted(days).iloc[0]:
            notes.append(f"its text says {short_day(row['published_in_text'])}")
        return Reported(
            day=_day(row["published"]),
            outlet=outlet_name(row["outlet"]),
            title=clean(row["title"]) or clean(row["article_id"]),
            href=ROOT + urls.article(row["article_id"]),
            url=urls.web_address(row["url"]),
            notes=notes,
        )

    def _columns(self, rows: pd.DataFrame) -> list[str]:
        """Return the outlets of the matrix, those that print most quantities first."""
        cells = self.story.cells
        counts = Counter(cells.loc[cells["quantity_id"].isin(rows["quantity_id"]), "outlet"])
        ordered = sorted(counts, key=lambda outlet: (-counts[outlet], outlet))
        return self._first(ordered, MAX_COLUMNS, "outlets", "outlet")

    def _matrix(self, rows: pd.DataFrame, outlets: Sequence[str]) -> list[MatrixRow]:
        by_place = {}
        cells = self.story.cells
        overtaken = set(cells.loc[cells["overtaken"].astype(bool), "quantity_id"])
        for cell in records_of(cells):
            is_revised = cell["quantity_id"] in overtaken
            printed = self._printed(cell, with_time=is_revised)
            by_place[cell["quantity_id"], cell["outlet"]] = printed
        first_words = self._first_words(rows)
        matrix = []
        for row in records_of(rows):
            matrix.append(
                MatrixRow(
                    anchor=_anchor(row["quantity_id"]),
                    label=clean(row["label"]),
                    differs=(bool(row["differ"]) or row["n_rivals"] > 0) and not row["in_doubt"],
                    may_differ=bool(row["in_doubt"]),
                    n_outlets=int(row["n_outlets"]),
                    n_origins=int(row["n_origins"]),
                    words=first_words.get(row["quantity_id"]),
                    cells=[by_place.get((row["quantity_id"], outlet)) for outlet in outlets],
                )
            )
        return matrix

    def _first_words(self, rows: pd.DataFrame) -> dict[str, Words]:
        """Return the words around each quantity's number in the earliest article of its row."""
        cells = self.story.cells
        own = cells.loc[cells["quantity_id"].isin(rows["quantity_id"])]
        own = own.assign(in_headline=[self._is_in_headline(cell) for cell in records_of(own)])
        ordered = own.sort_values(["in_headline", "published"], kind="stable", na_position="last")
        first = ordered.drop_duplicates("quantity_id")
        return {cell["quantity_id"]: self._words(cell) for cell in records_of(first)}

    def _is_in_headline(self, cell: Mapping[str, Any]) -> bool:
        """Return whether a number stands in a headline, which leaves out what it counts."""
        return (cell["article_id"], int(cell["sentence_id"])) in self.headlines

    def _words(self, cell: Mapping[str, Any]) -> Words:
        start, end = self.places[cell["figure_id"]]
        text = self.articles[cell["article_id"]]["text"]
        sentence = (cell["article_id"], int(cell["sentence_id"]))
        first, last = self.sentences.get(sentence, (start, end))
        passage = replace_control_characters(text[first : max(end, last)])
        return words_around(passage, start - first, end - first)

    def _printed(self, cell: Mapping[str, Any], *, with_time: bool = False) -> Printed:
        time = cell["published_time"] if with_time else None
        return Printed(
            words=clean(cell["words"]),
            href=_sentence(cell["article_id"], cell["sentence_id"]),
            outlet=outlet_name(cell["outlet"]),
            day=_day(cell["published"]) + (f", {time}" if time else ""),
            before=clean(cell["before"]),
            rivals=clean(cell["rivals"]),
            differs=bool(cell["differs"]),
        )

    def _alone(self, rows: pd.DataFrame) -> list[tuple[str, Words, Printed]]:
        """Return the numbers that one outlet puts forward, with label and the words around."""
        cells = self.story.cells
        own = cells.loc[cells["quantity_id"].isin(rows["quantity_id"])]
        shown = self._first(records_of(own), MAX_ROWS, "numbers", "number")
        return [(clean(cell["label"]), self._words(cell), self._printed(cell)) for cell in shown]

    def _possible_matches(self) -> list[PossibleMatch]:
        """Return the pairs of rows that may be of one thing, the likeliest first."""
        cells: dict[str, list[Mapping[str, Any]]] = {}
        for cell in records_of(self.story.cells):
            cells.setdefault(cell["quantity_id"], []).append(cell)
        found: dict[frozenset[str], PossibleMatch] = {}
        for row in records_of(self.rows_of["quantities"]):
            pair = (row["quantity_id"], row["possible_match"])
            if pair[1] in cells and pair[0] in cells and frozenset(pair) not in found:
                one, other = (cells[name] for name in pair)
                found[frozenset(pair)] = PossibleMatch(
                    sides=(self._side(one), self._side(other)),
                    key=KEYS_JOINED.join((self._key(one[0]), self._key(other[0]))),
                    p=float(row["p_match"]),
                )
        ordered = sorted(found.values(), key=lambda match: -match.p)
        return self._first(ordered, MAX_ROWS, "matches", "pair")

    def _side(self, cells: Sequence[Mapping[str, Any]]) -> Side:
        words = self._words(min(cells, key=self._is_in_headline))
        return Side(clean(cells[0]["label"]), words, [self._printed(cell) for cell in cells])

    def _key(self, cell: Mapping[str, Any]) -> str:
        """Return the key of a number, as a file of corrections has it."""
        article_id = cell["article_id"]
        text = self.articles[article_id]["text"]
        return place_key(article_id, *self.places[cell["figure_id"]], text)

    def _uncertain(self) -> list[Uncertain]:
        """Return the numbers that are in no row because they were read with little certainty."""
        found: dict[tuple[str, str, str], Uncertain] = {}
        for figure in records_of(self.story.doubtful):
            words = number_in_words(figure)
            cell = {"words": words, "before": None, "rivals": None, "differs": False, **figure}
            uncertain = Uncertain(
                label=clean(figure["label"]) or clean(figure["counted"]),
                printed=self._printed(cell),
                source=source_words(figure["source"]),
            )
            found.setdefault((figure["quantity_id"], figure["outlet"], words), uncertain)
        return self._first(list(found.values()), MAX_ROWS, "uncertain", "number")

    def _passages(self, rows: pd.DataFrame) -> list[Passage]:
        """Return the sentence of each number, by quantity."""
        cells = records_of(self.story.cells)
        by_quantity: dict[str, list[dict]] = {}
        wanted = set(rows["quantity_id"])
        of_rows = [cell for cell in cells if cell["quantity_id"] in wanted]
        for cell in self._first(of_rows, MAX_SENTENCES, "sentences", "sentence"):
            by_quantity.setdefault(cell["quantity_id"], []).append(cell)
        passages = []
        for row in records_of(rows):
            quoted = []
            for cell in by_quantity.get(row["quantity_id"], []):
                quoted.append(self._quoted(cell, *self.places[cell["figure_id"]]))
            if quoted:
                anchor = _anchor(row["quantity_id"])
                passages.append(Passage(anchor, clean(row["label"]), quoted))
        return passages

    def _quoted(self, cell: Mapping[str, Any], start: int, end: int) -> Quoted:
        article_id, sentence_id = cell["article_id"], int(cell["sentence_id"])
        text = self.articles[article_id]["text"]
        first, last = self.sentences.get((article_id, sentence_id), (start, end))
        return Quoted(
            outlet=outlet_name(cell["outlet"]),
            day=_day(cell["published"]),
            before=_piece(text[first:start]),
            number=_piece(text[start:end]),
            after=_piece(text[end : max(end, last)]),
            href=_sentence(article_id, sentence_id),
            source=source_words(cell["source"]),
        )

    def _sources(self) -> list[Counted]:
        """Return who is quoted, by outlet; those that most outlets quote first."""
        rows = []
        for row in self._by_outlet("attributions"):
            name = clean(row["source_name"]) or clean(row["source"])
            rows.append({**row, "name": name})
        named = [row for row in rows if row["name"] and not is_pronoun(row["name"])]
        keys = keys_of_sources([row["name"] for row in named], [row["article_id"] for row in named])
        for row, (one_name, article_id) in zip(named, keys, strict=True):
            row["key"] = (_without_article(one_name), article_id)
        found = []
        for own in _grouped(named, "key"):
            name = _most_common(row["name"] for row in own)
            kind = _most_common(row["source_type"] for row in own)
            found.append(Counted(name, source_label(kind), _count_by_outlet(own)))
        found.sort(key=_by_use)
        return self._first(found, MAX_SOURCES, "sources", "source")

    def _accusations(self) -> list[Accusation]:
        """Return who accuses whom, by day and outlet."""
        attributions = self.rows_of["attributions"]
        is_copied = attributions["article_id"].isin(sorted(self.copies))
        table = accusations(
            attributions.loc[~is_copied],
            self.rows_of["attribution_spans"],
            self.story.articles,
            self.rows_of["sentences"],
        )
        found = [
            Accusation(
                outlet=outlet_name(row["outlet"]),
                day=_day(row["published"]),
                accuser=clean(row["accuser"]),
                cue=clean(row["cue"]),
                accused=clean(row["accused"]),
                href=_sentence(row["article_id"], row["sentence_id"]),
            )
            for row in records_of(table)
        ]
        return self._first(found, MAX_ACCUSATIONS, "accusations", "accusation")

    def _names(self) -> list[Counted]:
        """Return the names that count as a choice, by referent and by outlet."""
        rows = []
        for row in self._by_outlet("names"):
            if row["counted"]:
                rows.append({**row, "key": (row["referent"], row["choice"])})
        uses = Counter(row["referent"] for row in rows)
        found = []
        for own in _grouped(rows, "key"):
            referent = own[0]["referent"]
            words = _commonest_words(row["text"] for row in own)
            counted = Counted(
                clean(", ".join(words)),
                clean(printed_name(referent)),
                _count_by_outlet(own),
                _unsaid(clean(printed_name(own[0]["choice"])), words),
            )
            found.append((-uses[referent], referent, _by_use(counted), counted))
        found.sort(key=lambda entry: entry[:3])
        names = [counted for *_, counted in found]
        return self._first(names, MAX_NAMES, "names", "name")

    def _by_outlet(self, table: str) -> list[dict]:
        """
        Return the rows of a table in reading order, with the outlet of their article.

        What an outlet prints twice in the same words counts once.
        """
        order = {article_id: place for place, article_id in enumerate(self.articles)}
        rows = []
        for row in records_of(self.rows_of[table]):
            if row["article_id"] in self.copies:
                continue
            outlet = self.articles[row["article_id"]]["outlet"]
            rows.append({**row, "outlet": outlet_name(outlet)})
        return sorted(rows, key=lambda row: (order[row["article_id"]], row["sentence_id"]))

    def _versions(self) -> list[Version]:
        """Return what changed in each article that is a later version of another one."""
        versions = []
        n_changes = 0
        n_omitted = 0
        for row in self.articles.values():
            before = self.earlier.get(row["update_of"])
            if before is None:
                continue
            changes = changes_between(self._texts(before), self._texts(row))
            shown = changes[: max(0, MAX_CHANGES - n_changes)]
            n_changes += len(shown)
            n_omitted += len(changes) - len(shown)
            versions.append(Version(self._article(before), self._article(row), shown))
        if n_omitted:
            self.omitted["changes"] = f"{n_omitted:,} more not shown here."
        return versions

    def _texts(self, row: Mapping[str, Any]) -> list[str]:
        """Return the sentences of an article; its lines if it has no sentences."""
        own = self.rows_of["sentences"]
        own = own.loc[own["article_id"].eq(row["article_id"])].sort_values("sentence_id")
        if own.empty:
            return str(row["text"]).splitlines()
        places = zip(own["start"], own["end"], strict=True)
        return [row["text"][start:end] for start, end in places]


def _spans(sentences: pd.DataFrame) -> dict[tuple[str, int], tuple[int, int]]:
    """Return the offsets of each sentence."""
    columns = ["article_id", "sentence_id", "start", "end"]
    found = {}
    for article_id, sentence_id, start, end in sentences[columns].itertuples(index=False):
        found[article_id, sentence_id] = (start, end)
    return found


def _sentence(article_id: str, sentence_id: int) -> str:
    return ROOT + urls.sentence(article_id, sentence_id)


def _anchor(quantity_id: str) -> str:
    return f"q-{urls.fragment(quantity_id)}"


def _day(day: pd.Timestamp | None) -> str:
    return "no date" if day is None else short_day(day)


def _piece(text: str) -> str:
    """Return part of a sentence on one line; spaces at its ends stay."""
    words = replace_control_characters(" ".join(text.split()))
    before = " " if text[:1].isspace() else ""
    after = " " if len(text) > 1 and text[-1:].isspace() else ""
    return f"{before}{words}{after}"


def _without_article(name: str) -> str:
    """Return a source in lower case, without a leading article: "the ministry" is "ministry"."""
    words = name.lower().split()
    if len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words)


def _grouped(rows: Sequence[dict], key: str) -> list[list[dict]]:
    """Return rows in groups, in the order of their first rows."""
    groups: dict[Any, list[dict]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return list(groups.values())


def _most_common(values: Any) -> str:
    """Return the most frequent value, of several the first by the alphabet."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def _commonest_words(printed: Iterable[str]) -> list[str]:
    """Return the words that outlets print most for one choice of names, at most three of them."""
    forms: dict[str, list[str]] = {}
    for text in printed:
        words = " ".join(text.split())
        forms.setdefault(words.lower(), []).append(words)
    by_use = sorted(forms, key=lambda lowered: (-len(forms[lowered]), lowered))
    found = []
    for lowered in by_use[:MAX_WORDS]:
        is_ever_lower = lowered in forms[lowered]  # "Attack" opens a sentence elsewhere
        found.append(lowered if is_ever_lower else _most_common(forms[lowered]))
    return found


def _unsaid(category: str, words: Sequence[str]) -> str:
    """Return a category of names if none of the words says it, else nothing."""
    lowered = category.lower()
    for word in words:
        if word.lower() in lowered or lowered in word.lower():
            return ""
    return category


def _count_by_outlet(rows: Sequence[dict]) -> list[ByOutlet]:
    """Return how many rows each outlet has, those with most first."""
    found = []
    for own in _grouped(rows, "outlet"):
        first = own[0]
        href = _sentence(first["article_id"], first["sentence_id"])
        found.append(ByOutlet(first["outlet"], len(own), href))
    return sorted(found, key=lambda entry: (-entry.count, entry.outlet))


def _by_use(counted: Counted) -> tuple[int, int, str]:
    """Return the sort key of a source or name: outlets, then mentions, then the alphabet."""
    return (-len(counted.outlets), -sum(own.count for own in counted.outlets), counted.name)
