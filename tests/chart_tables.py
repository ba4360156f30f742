"""Made-up tables of any number of outlets, for every kind of chart."""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from analysis.core import tables

ODD_NAMES = [
    "The Long-Named Observer of the Northern Provinces and Islands (English service)",
    "News $1 & <Co> $2",
    "A_very_long_word_without_any_place_to_break_it_in_two",
    "صحيفة الخبر",
]
QUALIFIERS = ["exact", "at_least", "at_most", "approx", "range", "vague"]
CHANGES = (
    "kept",
    "rounded",
    "qualifier_dropped",
    "summed",
    "source_replaced",
    "blame_to_own_voice",
)


def outlet_names(n: int) -> list[str]:
    names = ODD_NAMES + [f"Gazette {i:02d}" for i in range(n)]
    return names[:n]


def figures(n: int, seed: int = 0) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    rows = []
    for outlet in outlet_names(n):
        for _ in range(random.integers(1, 5)):
            rows.append({"outlet": outlet, **_figure(random)})
    return pd.DataFrame(rows).astype({"low": float, "high": float})


def _figure(random: np.random.Generator) -> dict:
    value = float(random.choice([3, 20, 31, 200, 471, 4000]))
    qualifier = str(random.choice(QUALIFIERS))
    intervals = {
        "at_least": (value, None),
        "at_most": (None, value),
        "range": (value, value * 1.5),
        "vague": (None, None),
    }
    low, high = intervals.get(qualifier, (value, value))
    return {
        "published": pd.Timestamp("2023-10-17") + pd.Timedelta(days=random.integers(4)),
        "low": low,
        "high": high,
        "qualifier": qualifier,
        "shared": bool(random.random() < 0.4),
        "text": "dozens",
        "source_type": str(random.choice(tables.SOURCE_TYPES)),
        "outcome": "killed",
    }


def comparisons(n: int) -> pd.DataFrame:
    estimates = np.random.default_rng(1).uniform(0.1, 0.9, n)
    rows = []
    for i, (outlet, estimate) in enumerate(zip(outlet_names(n), estimates, strict=True)):
        row = {
            "metric": "share_attributed",
            "outlet": outlet,
            "estimate": estimate,
            "n_articles": 10 + i,
            "n_events": 5 + i,
        }
        if i % 4:
            row |= {"low": estimate - 0.1, "high": estimate + 0.1}
        if i % 3:
            row["p_adjusted"] = 0.01
        rows.append(row)
    return tables.make(rows, tables.COMPARISONS)


def differences(n: int) -> pd.DataFrame:
    random = np.random.default_rng(4)
    rows = []
    for i, outlet in enumerate(outlet_names(n)):
        difference = random.uniform(-0.3, 0.3)
        row = {
            "metric": "share_attributed",
            "outlet": outlet,
            "other": "others",
            "difference": difference,
            "mean": 0.5 + difference,
            "mean_others": 0.5,
            "detectable": 0.2,
            "n_events": 5 + i,
            "n_articles": 10 + i,
            "n_events_all": 8 + i,
            "n_mentions": 20.0,
            "p": 0.01,
            "p_adjusted": 0.04 if i % 3 else 0.2,
        }
        if i % 4:
            row |= {"low": difference - 0.1, "high": difference + 0.1}
        rows.append(row)
    return tables.make(rows, tables.DIFFERENCES)


def shares(n: int, column: str, categories: Sequence[str]) -> pd.DataFrame:
    random = np.random.default_rng(3)
    rows = []
    for outlet in outlet_names(n):
        counts = random.multinomial(200, random.dirichlet(np.ones(len(categories))))
        for category, count in zip(categories, counts, strict=True):
            share = count / 200
            rows.append({"outlet": outlet, column: category, "share": share, "n": int(count)})
    return pd.DataFrame(rows)


def namings(n: int) -> pd.DataFrame:
    names = ("government", "regime", "authorities")
    return shares(n, "choice", names).assign(referent="the_state")


def keyness(n: int) -> pd.DataFrame:
    random = np.random.default_rng(4)
    terms = [f"term{i} of words" if i % 3 else f"word{i}" for i in range(40)]
    rows = []
    for outlet in outlet_names(n):
        scores, counts = random.normal(0, 3, 40), random.integers(1, 300, 40)
        for term, z, count in zip(terms, scores, counts, strict=True):
            row = {"outlet": outlet, "term": term, "z": z, "log_odds": z / 3}
            rows.append({**row, "count": int(count), "count_rest": 5, "documents": 2})
    return tables.make(rows, tables.KEYNESS)


def targets(n: int) -> pd.DataFrame:
    random = np.random.default_rng(5)
    rows = []
    for outlet in outlet_names(n):
        for entity in ("The Ministry", "Island Volunteers Front", "UN"):
            rows.append({"outlet": outlet, "entity": entity, "estimate": random.uniform(-1, 1)})
    return pd.DataFrame(rows).assign(n=12)


def printed_numbers(n: int) -> pd.DataFrame:
    """Return numbers as printed, of three quantities, with long words and sources among them."""
    sources = ("police", None, "the regional emergency operations coordination centre of the north")
    words = ("at least 29", "dozens", "$4.2 million", "from hundreds of thousands of dollars")
    rows = []
    for i, outlet in enumerate(outlet_names(n)):
        for step in range(1 + i % 3):
            rows.append(
                {
                    "quantity_id": f"q{step}",
                    "label": (
                        "people killed",
                        "people injured in the whole province",
                        "$x_1$ cost",
                    )[step],
                    "outlet": outlet,
                    "published": pd.Timestamp("2020-01-01") + pd.Timedelta(days=(3 * step + i) % 9),
                    "words": words[(i + step) % 4],
                    "source": sources[(i + step) % 3],
                    "differs": bool(i % 2),
                }
            )
    return pd.DataFrame(rows)


def months(n: int) -> pd.DataFrame:
    months = [*pd.date_range("2012-01-01", "2014-06-01", freq="MS"), pd.NaT]
    rows = []
    for i, outlet in enumerate(outlet_names(n)):
        rows += [{"outlet": outlet, "month": month, "n": 1 + i % 7} for month in months]
    return pd.DataFrame(rows)


def candidates(n: int) -> pd.DataFrame:
    """Return candidates of which some have only a month or year, and some no date at all."""
    rows = []
    for i, outlet in enumerate(outlet_names(n)):
        day = pd.Timestamp("2018-11-02") + pd.Timedelta(days=i % 15)
        dates = {3: (pd.NaT, "2018-12"), 5: (pd.NaT, "2018"), 6: (pd.NaT, None)}
        published, given = dates.get(i % 7, (day, None))
        for kind in CHANGES[i % 4 : i % 4 + 2]:
            row = {"outlet": outlet, "published": published, "published_given": given}
            rows.append({**row, "kind": kind})
    return pd.DataFrame(rows).assign(printed="more than 4,000 bodies in three places")


def reported(*rows: Iterable) -> pd.DataFrame:
    """Return figures from tuples of outlet, day, low, high, qualifier, shared and text."""
    columns = ["outlet", "published", "low", "high", "qualifier", "shared", "text"]
    records = [dict(zip(columns, row, strict=False)) for row in rows]
    table = pd.DataFrame(records, columns=columns)
    days = pd.to_datetime(table["published"])
    return table.assign(published=days).astype({"low": float, "high": float})
