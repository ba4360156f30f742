"""
Sentences that carry each frame, as lists that open on a click.

In: ``articles``, ``sentences`` and ``frame_sentences``. Out: HTML, with the outlet and day of each
sentence and the link of its article. No sentence is judged here.
"""

from html import escape

import pandas as pd

from analysis.chart.highlighted_text import HighlightedText, examples
from analysis.chart.highlights import spans_of
from analysis.core.plurals import count_and_noun

__all__ = ["sentences_by_frame"]


def sentences_by_frame(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    frame_sentences: pd.DataFrame,
    limit: int = 8,
) -> HighlightedText:
    """
    Show for each frame the sentences that speak most for it, one of each outlet.

    Parameters
    ----------
    articles : DataFrame
        ARTICLES. Not changed.
    sentences : DataFrame
        SENTENCES. Not changed.
    frame_sentences : DataFrame
        FRAME_SENTENCES. Rows of articles that are not in ``articles`` are ignored. Not changed.
    limit : int
        Maximum number of sentences of a frame; articles without an outlet count as one outlet.

    Returns
    -------
    HighlightedText
        A list that opens on a click for each frame, those of most articles first. Says so if
        there is nothing to show.
    """
    outlets = articles[["article_id", "outlet"]]
    rows = frame_sentences.merge(outlets, on="article_id", validate="many_to_one")
    if rows.empty:
        return examples(articles, sentences, spans_of(frame_sentences=rows))
    once = rows.drop_duplicates(["frame", "article_id"])
    n_articles = once["frame"].value_counts(sort=True)
    parts: list[str] = []
    lines: list[str] = []
    for frame, count in n_articles.items():
        of_frame = rows.loc[rows["frame"] == frame]
        strongest = of_frame.sort_values("added", ascending=False, kind="stable")
        chosen = strongest.drop_duplicates("outlet").head(limit)
        shown = examples(
            articles,
            sentences,
            spans_of(frame_sentences=chosen),
            limit=limit,
            legend=False,
            style=not parts,
        )
        title = f"{str(frame).replace('_', ' ')}: {count_and_noun(count, 'article')}"
        parts.append(f"<details><summary>{escape(title)}</summary>{shown.html}</details>")
        lines.append(f"{title}\n{shown.plain}")
    return HighlightedText("".join(parts), "\n\n".join(lines))
