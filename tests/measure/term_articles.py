"""Made-up articles for the tests of terms and keyness."""

from analysis.core import tables


def articles_of(*rows):
    """Return articles from (outlet, event, text)."""
    articles = []
    for number, (outlet, event, text) in enumerate(rows):
        article = {
            "article_id": f"a{number}",
            "corpus": "test",
            "outlet": outlet,
            "event_id": event,
            "text": text,
            "n_words": len(text.split()),
        }
        articles.append(article)
    return tables.make(articles, tables.ARTICLES)
