"""
Label groups of articles in neutral words: where or of whom, what happened, and when.

In: the ``articles`` table and the group of each row. Out: a label for each group, such as "Aldbeck,
floods, 9 Sep 2024". A headline would put one outlet's words above the articles of all others, so a
label is made of a name and a noun that many outlets of the group share and other groups do not. The
nouns are those of ``data/lexicons/happenings.toml``, which also replaces words that judge.

All steps are linear in the number of articles.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.events.labels.capitals import Capitals
from analysis.compare.events.labels.distinct import LabelParts, tell_apart
from analysis.compare.events.labels.evidence import Evidence, read_article, united
from analysis.compare.events.labels.happening_days import Report, stated_day
from analysis.compare.events.labels.happening_lexicon import happening_lexicon
from analysis.compare.events.labels.headline_happenings import is_told, told_beside
from analysis.compare.events.labels.headline_topics import shared_topic
from analysis.compare.events.labels.name_forms import NameForms
from analysis.compare.events.labels.rank_happenings import printed_form, rank_happenings
from analysis.compare.events.labels.rank_names import Name, places_first, rank_names
from analysis.core.calendar_words import SHORT_MONTHS
from analysis.core.errors import InputError
from analysis.core.furniture import without_furniture
from analysis.core.plain_values import text_or_empty
from analysis.core.stated_days import uncontradicted_days

_LEAD_CHARACTERS = 1500
_TITLE_CHARACTERS = 400
# where one side's place would be wrong for the other
_OF_TWO_SIDES = frozenset(("prisoner exchange", "ceasefire", "truce"))
_SIDES = 2
_HALF = 0.5


def label_groups(articles: pd.DataFrame, group: pd.Series) -> pd.Series:
    """
    Label groups of articles in neutral words.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    group : Series
        Group of each article, with the same index. Articles without a group are not read.

    Returns
    -------
    Series of str
        As ``label_groupings`` returns it.

    Raises
    ------
    InputError
        If the index of ``group`` is not that of ``articles``.
    """
    return label_groupings(articles, [group])[0]


def label_groupings(articles: pd.DataFrame, groupings: Sequence[pd.Series]) -> list[pd.Series]:
    """
    Label the groups of several groupings of articles, such as events and stories.

    Each article is read once, which takes longer than all else.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table: ``article_id``, ``outlet``, ``published``, ``title``, ``text`` and,
        if known, ``place`` and ``published_in_text``. Not changed.
    groupings : sequence of Series
        Group of each article, with the same index. Articles without a group are not read; they are
        the same in all groupings.

    Returns
    -------
    list of Series of str
        Label by group id, sorted by id; unique in a grouping. A label is "name, happening, day":
        the name of a place, a person or an organisation; a noun, or words that headlines share; and
        the first day of publication that no text contradicts, or the one before it on which most
        outlets say that harm was done. A part that cannot be found, or would accuse somebody on the
        word of one outlet, is left out, and a group of which nothing is known is an "event". Groups
        with the same label get another name or noun of their headlines in brackets, or else a
        number by day and id. The order of rows has no effect.

    Raises
    ------
    InputError
        If the index of a grouping is not that of ``articles``, or an article has a group in one
        grouping only.

    Notes
    -----
    Texts are read as English. How rare a name is depends on all groups, so labels can change when
    groups are added.
    """
    for group in groupings:
        if not group.index.equals(articles.index):
            raise InputError(
                "The groups have another index than the articles; pass one for each row."
            )
        if not group.isna().equals(groupings[0].isna()):
            raise InputError("Some articles have a group in one grouping only.")
    rows = _sorted_rows(articles)
    has_group = groupings[0].notna().to_numpy()
    rows = rows.loc[has_group[rows["row"]]]
    forms = NameForms()
    read = _read_articles(rows, forms)
    return [_labels(rows, read, group.iloc[rows["row"]], forms) for group in groupings]


def _labels(
    rows: pd.DataFrame,
    read: Sequence[Evidence],
    group: pd.Series,
    forms: NameForms,
) -> pd.Series:
    """Return the label of each group of rows that were read."""
    outlets_of = _outlets_of_groups(group, rows["outlet"].tolist(), read)
    rarity = _rarity(outlets_of)
    first_day = pd.Series(rows["published"].groupby(group.to_numpy()).min()).to_dict()
    order = sorted(outlets_of, key=lambda name: (_day_key(first_day[name]), str(name)))
    parts = {}
    reports = _reports_of(rows, group)
    for name in order:
        parts[name] = _parts(outlets_of[name], rarity, forms, reports[name])
    labels = tell_apart(parts)
    ids = sorted(labels, key=lambda name: (str(type(name)), name))
    dtype = None
    if not ids:
        dtype = group.dtype
    index = pd.Index(ids, name=group.name, dtype=dtype)
    return pd.Series([labels[name] for name in ids], index=index, dtype="str", name="label")


def _read_articles(rows: pd.DataFrame, forms: NameForms) -> list[Evidence]:
    """Return what each article prints."""
    capitals = Capitals(rows)
    columns = (rows[name] for name in ("title", "text", "place"))
    return [
        read_article(title, text, place, capitals, forms)
        for title, text, place in zip(*columns, strict=True)
    ]


def _outlets_of_groups(
    group: pd.Series, outlets: Sequence[str], read: Sequence[Evidence]
) -> dict[Any, list[Evidence]]:
    """Return what each outlet of each group prints."""
    members: dict[Any, dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for name, outlet, evidence in zip(group, outlets, read, strict=True):
        members[name][outlet].append(evidence)
    return {
        name: [united(of_outlet) for of_outlet in by_outlet.values()]
        for name, by_outlet in members.items()
    }


def _reports_of(rows: pd.DataFrame, group: pd.Series) -> dict[Any, list[Report]]:
    """Return the texts of each group, with their outlets and days."""
    reports: dict[Any, list[Report]] = defaultdict(list)
    columns = (rows[name] for name in ("outlet", "text", "published"))
    for name, *report in zip(group, *columns, strict=True):
        reports[name].append(Report(*report))
    return reports


def _rarity(outlets_of: Mapping[Any, list[Evidence]]) -> dict[Hashable, float]:
    """Return how rare each name and noun is, by the number of groups that have it."""
    n_groups_with: Counter[Hashable] = Counter()
    for outlets in outlets_of.values():
        found: set[Hashable] = set()
        for evidence in outlets:
            found.update(evidence.names)
            found.update(evidence.nouns)
        n_groups_with.update(found)
    rarity = {}
    for key, n_with in n_groups_with.items():
        share = len(outlets_of) / n_with
        rarity[key] = float(np.sqrt(np.log(1 + share)))
    return rarity


def _parts(
    outlets: list[Evidence],
    rarity: Mapping[Hashable, float],
    forms: NameForms,
    reports: list[Report],
) -> LabelParts:
    """Return what the label of a group is made of."""
    names = rank_names(outlets, rarity, forms)
    if not names or not names[0].is_place:
        names = _at_place(names, outlets, rarity, forms)
    ranked = rank_happenings(outlets, rarity, is_of_place=not names or names[0].is_place)
    if names and names[0].is_accused and ranked and ranked[0] in happening_lexicon().harm:
        names = _without_accused(names, ranked[0], outlets)
    topic, nouns = told_beside(names, ranked, outlets)
    is_sure = bool(topic) or any(is_told(noun, outlets) for noun in nouns[:1])
    if len(outlets) > 1 and is_sure and not _is_of_place(nouns):
        names = _of_headlines_first(names)
        topic, nouns = told_beside(names, ranked, outlets)
    first = names[0].printed if names else ""
    if len(outlets) > 1 and not topic and not _is_of_place(nouns):
        first = _topic_for_name(names, nouns, outlets) or first
    # "flood (killings)" is no better next to a flood than next to a person.
    in_headline = {noun for evidence in outlets for noun in evidence.title_nouns}
    in_headline -= happening_lexicon().grave.keys()
    further = [name.printed for name in names[1:] if name.is_in_headline]
    further += [printed_form(noun, outlets) for noun in nouns[1:] if noun in in_headline]
    if not nouns and not first and not topic:
        nouns = _topics(outlets)
    happening = topic or _composed(nouns, outlets)
    if nouns and nouns[0] in _OF_TWO_SIDES:
        first = _both_sides(outlets) or first
    day = min((report.published for report in reports), key=_day_key)
    if nouns and nouns[0] in happening_lexicon().harm:
        day = stated_day(reports, day)
    return LabelParts(first, happening, _day(day), tuple(further))


def _without_accused(names: list[Name], noun: str, outlets: list[Evidence]) -> list[Name]:
    """
    Return the places of headlines that nobody blames, or what the headlines say was attacked.

    "Iran, attacks" would say where or whose they were, on the word of those who blame Iran.
    """
    places = [name for name in names if name.is_place and name.is_in_headline]
    kept = [name for name in places if not name.is_accused]
    if kept:
        return kept
    accused = {word for name in names for word in name.printed.lower().split()}
    told = {*noun.split(), *accused}
    topic = shared_topic([evidence.words for evidence in outlets], told)
    if topic is None:
        return []
    return [Name(_capitalised(topic.printed), False, topic.share, True)]


def _topic_for_name(names: list[Name], nouns: list[str], outlets: list[Evidence]) -> str:
    """Return what most headlines print where none prints a name: "Strokes, study"."""
    if any(name.is_in_headline for name in names):
        return ""
    told = {word for noun in nouns for word in noun.split()}
    topic = shared_topic([evidence.words for evidence in outlets], told)
    return _capitalised(topic.printed) if topic else ""


def _capitalised(words: str) -> str:
    return words[0].upper() + words[1:]


def _is_of_place(ranked: list[str]) -> bool:
    """Return whether what happened is of a place: harm, an election."""
    lexicon = happening_lexicon()
    return bool(ranked) and (ranked[0] in lexicon.harm or ranked[0] in lexicon.of_places)


def _of_headlines_first(names: list[Name]) -> list[Name]:
    """Return names with one of all headlines first, if the best is in fewer than half of them."""
    if not names or names[0].share_of_headlines >= _HALF:
        return names
    first = [name for name in names if name.share_of_headlines == 1 and name.is_one][:1]
    return [*first, *(name for name in names if name not in first)]


def _composed(nouns: list[str], outlets: list[Evidence]) -> str:
    """Return the first noun as it is printed; of a vote, on which reform it was."""
    if not nouns:
        return ""
    first = printed_form(nouns[0], outlets)
    reforms = [noun for noun in nouns if noun.endswith(" reform")]
    if first == "vote" and reforms:
        return f"{reforms[0]} {first}"
    return first


def _at_place(
    names: list[Name],
    outlets: list[Evidence],
    rarity: Mapping[Hashable, float],
    forms: NameForms,
) -> list[Name]:
    """
    Return names with a place first, if what happened is of a place, or if no name is in a headline.

    An election is of a country and not of a party; a merger is of a firm.
    """
    at_place = places_first(names, outlets, forms)
    if not any(name.is_in_headline for name in names):
        return at_place or names
    if not at_place:
        return names
    happenings = rank_happenings(outlets, rarity, is_of_place=True)
    if happenings and happenings[0] in happening_lexicon().of_places:
        return at_place
    return names


def _both_sides(outlets: list[Evidence]) -> str:
    """Return the two countries that all headlines of a swap name; an empty text without them."""
    sides = set.intersection(*(evidence.sides for evidence in outlets))
    if len(sides) != _SIDES:
        return ""
    return " and ".join(sorted(sides))


def _topics(outlets: list[Evidence]) -> list[str]:
    """Return what articles without a name or a happening speak of, what they say most first."""
    weights: dict[str, float] = defaultdict(float)
    for evidence in outlets:
        for noun, weight in evidence.nouns.items():
            weights[noun] += weight
    grave = happening_lexicon().grave
    return sorted(weights.keys() - grave.keys(), key=lambda noun: (-weights[noun], noun))


def _sorted_rows(articles: pd.DataFrame) -> pd.DataFrame:
    """Return what is read of articles, in an order that the table does not decide."""
    place = articles.get("place", pd.Series(None, articles.index))
    rows = pd.DataFrame(
        {
            "article_id": articles["article_id"].astype(str),
            "outlet": _texts(articles["outlet"]),
            "published": uncontradicted_days(articles),
            "title": [title[:_TITLE_CHARACTERS] for title in _texts(articles["title"])],
            "text": [_lead(text) for text in _texts(articles["text"])],
            "place": _texts(place),
            "row": np.arange(len(articles)),
        }
    )
    # An outlet that is not known is not taken for that of another article.
    unknown = rows["outlet"] == ""
    rows["outlet"] = rows["outlet"].mask(unknown, "\0" + rows["article_id"])
    return rows.sort_values(["article_id", "outlet", "title", "text", "published"], kind="stable")


def _lead(text: str) -> str:
    """Return the beginning of a text without the words of its page."""
    return without_furniture(text)[:_LEAD_CHARACTERS]


def _texts(column: Any) -> pd.Series:
    """Return a column with empty texts for missing values."""
    return column.map(text_or_empty).astype(object)


def _day(day: Any) -> str:
    """Return a day as "9 Sep 2024", or an empty text."""
    if pd.isna(day):
        return ""
    month = SHORT_MONTHS[day.month - 1]
    return f"{day.day} {month} {day.year}"


def _day_key(day: Any) -> tuple[bool, int]:
    """Return what sorts days, those that are not known last."""
    if pd.isna(day):
        return True, 0
    return False, day.toordinal()
