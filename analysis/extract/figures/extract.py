"""
Find every number that an article states.

For casualties also who is counted, what happened to them, who reports it and who caused it.

In: articles, sentences, the tagger's spans, links and numbers, and the attributions. Out: the
``figures`` table. Casualty figures are those that the tagger labels, and those whose neighbouring
words say so ("killed 12"); their values are parsed by ``analysis.extract.numbers.parse``. All other
counts, percentages, sums of money and measures come from that grammar, with what they count or
measure (``counted``, ``measured``) and whose they are (``owners``); the tagger fills in words that
the grammar does not find (``model_quantities``). A
figure is what the text states, not what happened: "reported" means no more than that.

Source and agent are chosen among the spans that the tagger links and the one that the grammar of
the sentence names (``linked_spans``, ``chosen_agents``, ``chosen_sources``). The source of the
attribution that holds a figure (``attributed``) takes precedence over another that is no nearer. If
there is no other source, it is used for direct quotations only: used for all attributions, it named
a source for headlines and leads that are in the outlet's own voice. A source that the grammar alone
names is used only if some attribution holds the figure, and none is if the source only presupposes
it.
"""

from bisect import bisect_left
from collections.abc import Iterable

import pandas as pd

from analysis.core.tables import FIGURES, make
from analysis.extract.figures import confidence
from analysis.extract.figures.article_context import LABELS, Article
from analysis.extract.figures.casualties import casualties, named_people
from analysis.extract.figures.old_captions import in_old_captions
from analysis.extract.figures.other_numbers import other_numbers
from analysis.extract.figures.polarity import dispute
from analysis.extract.figures.record import Figure, start_of
from analysis.extract.figures.scope import scopes_of
from analysis.extract.figures.scope_evidence import FEATURES as SCOPE_FEATURES
from analysis.extract.figures.scope_evidence import scope_evidence
from analysis.extract.figures.subtotals import totals_of
from analysis.extract.figures.tagged_articles import read_articles
from analysis.extract.figures.weighed_scopes import weighed_scopes
from analysis.extract.numbers.qualifiers import printed_qualifier

__all__ = ["evidence_of_scopes", "extract_figures", "features_of_figures"]

_LATER = ("quantity_id", "standing", "checked", "checked_by")  # columns that extraction leaves null


def extract_figures(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    spans: pd.DataFrame,
    links: pd.DataFrame,
    numbers: pd.DataFrame,
    attributions: pd.DataFrame,
    attribution_spans: pd.DataFrame,
    tokens: pd.DataFrame,
) -> pd.DataFrame:
    """
    Return one row for each number that the articles state.

    Parameters
    ----------
    articles, sentences : DataFrame
        Tables of the same articles.
    spans, links, numbers : DataFrame
        What the tagger found: ``TAGGER_SPANS``, ``TAGGER_LINKS``, ``TAGGER_NUMBERS``.
    attributions, attribution_spans : DataFrame
        Who says what; they may have no rows.
    tokens : DataFrame
        Words with their parts of speech. Where they are missing, what a number measures is found by
        rules alone. No table is changed.

    Returns
    -------
    DataFrame
        The ``figures`` table, in reading order. ``low`` and ``high`` are null where the words set
        no limit; both are null for a vague word. Casualties have ``unit`` people or bodies; other
        counts are ``things``, also people to whom nothing happened, and have a null ``outcome`` and
        ``group``; ``noun`` tells what they are.

    Raises
    ------
    TableError
        If an article has no sentences although its text has words, or a number span has no row in
        ``numbers``.
    """
    figures: list[Figure] = []
    read = read_articles(
        articles, sentences, spans, links, numbers, attributions, attribution_spans, tokens
    )
    for article in read:
        figures += _figures(article)
    return make([_row(figure) for figure in figures], FIGURES)


def features_of_figures(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    spans: pd.DataFrame,
    links: pd.DataFrame,
    numbers: pd.DataFrame,
    attributions: pd.DataFrame,
    attribution_spans: pd.DataFrame,
    tokens: pd.DataFrame,
) -> pd.DataFrame:
    """
    Return what the probability ``p`` of each figure depends on, to fit its weights.

    Parameters
    ----------
    articles, sentences, spans, links, numbers, attributions, attribution_spans, tokens : DataFrame
        As for ``extract_figures``.

    Returns
    -------
    DataFrame
        ``figure_id``, ``kind`` (one of ``confidence.KINDS``) and ``confidence.FEATURES``.
    """
    rows = []
    read = read_articles(
        articles, sentences, spans, links, numbers, attributions, attribution_spans, tokens
    )
    for article in read:
        for figure in _figures(article):
            row = {"figure_id": figure.figure_id, "kind": confidence.kind_of(figure)}
            rows.append(row | _features(article, figure))
    return pd.DataFrame(rows, columns=["figure_id", "kind", *confidence.FEATURES])


def evidence_of_scopes(articles: Iterable[Article]) -> pd.DataFrame:
    """
    Return what tells whether figures are of the event of their article, to fit the weights of it.

    Parameters
    ----------
    articles : iterable of Article
        From ``read_articles``.

    Returns
    -------
    DataFrame
        A row for each figure with an outcome: ``article_id``, ``start``, ``end``, ``outcome``,
        ``scope``, as the rules have it, and ``scope_evidence.FEATURES``.
    """
    columns = ["article_id", "start", "end", "outcome", "scope"]
    rows = []
    for article in articles:
        figures = _with_scopes_of_rules(article)
        evidence = scope_evidence(figures, article.text, article.sentences, article.published)
        harmed = [figure for figure in figures if figure.outcome is not None]
        for figure, values in zip(harmed, evidence.tolist(), strict=True):
            rows.append([*(getattr(figure, name) for name in columns), *values])
    return pd.DataFrame(rows, columns=[*columns, *SCOPE_FEATURES])


def _figures(article: Article) -> list[Figure]:
    """Return all figures in reading order."""
    figures = _with_scopes_of_rules(article)
    scopes = weighed_scopes(figures, article.text, article.sentences, article.published)
    for figure, scope in zip(figures, scopes, strict=True):
        figure.scope = scope
    for figure in in_old_captions(figures, article.printed, article.published):
        figure.scope = "background"
    for figure in figures:
        kind = confidence.kind_of(figure)
        figure.p = confidence.probability_right(kind, _features(article, figure))
        disputed = dispute(article.text, figure.start, figure.end)
        if disputed is not None:
            figure.rules = ",".join(filter(None, (figure.rules, disputed)))
        _set_printed_words(figure, article.printed)
    return figures


def _with_scopes_of_rules(article: Article) -> list[Figure]:
    """Return all figures in reading order, with their totals and the scopes that words tell."""
    figures = casualties(article)
    named = named_people(article, figures)
    figures += other_numbers(article, figures)
    figures += named
    figures.sort(key=lambda figure: figure.start)
    for position, figure in enumerate(figures):
        figure.article_id = article.id
        figure.figure_id = f"{article.id}#f{position}"
    counts = [figure for figure in figures if not figure.is_named]
    totals = totals_of(counts, article.text, article.sentences)
    for figure, total in zip(counts, totals, strict=True):
        figure.part_of = total
    for group in (counts, named):  # one name is no measure of what a large number is
        scopes = scopes_of(group, article.text, article.sentences, article.published)
        for figure, scope in zip(group, scopes, strict=True):
            figure.scope = scope
    return figures


def _set_printed_words(figure: Figure, printed: str) -> None:
    """Give a figure the words of the article, with the furniture that stands among them."""
    figure.text = printed[figure.start : figure.end]
    figure.qualifier_text = printed_qualifier(printed, figure.start, figure.end, figure.qualifier)
    if figure.source_start is not None and figure.source_end is not None:
        figure.source = printed[int(figure.source_start) : int(figure.source_end)]
    if figure.agent_start is not None and figure.agent_end is not None:
        figure.agent = printed[int(figure.agent_start) : int(figure.agent_end)]


def _features(article: Article, figure: Figure) -> dict[str, float]:
    """Return what the probability of a figure depends on."""
    labelled = article.labelled[LABELS[confidence.kind_of(figure)]]
    n_before_end = bisect_left(labelled, figure.end, key=start_of)
    if n_before_end == 0 or labelled[n_before_end - 1].end <= figure.start:
        return confidence.features(figure, None, None, None)
    span = labelled[n_before_end - 1]
    prediction = article.predictions[span.id]
    return confidence.features(figure, span.p, prediction.outcome, prediction.p_outcome)


def _row(figure: Figure) -> dict:
    """Return the columns of a figure."""
    # quantities are found when all articles of a story are known
    return {name: getattr(figure, name) for name in FIGURES.columns if name not in _LATER}
