"""Made-up tables of any number of outlets, for every kind of chart."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from analysis.core import tables

ODD = [
    "The Long-Named Observer of the Northern Provinces and Islands (English service)",
    "News $1 & <Co> $2",
    "A_very_long_word_without_any_place_to_break_it_in_two",
    "صحيفة الخبر",
]


def outlets(n):
    return (ODD + [f"Gazette {i:02d}" for i in range(n)])[:n]


def figures(n, seed=0):
    random, rows = np.random.default_rng(seed), []
    for outlet in outlets(n):
        for _ in range(random.integers(1, 5)):
            value = float(random.choice([3, 20, 31, 200, 471, 4000]))
            kind = str(random.choice(["exact", "at_least", "at_most", "approx", "range", "vague"]))
            low, high = {
                "at_least": (value, None),
                "at_most": (None, value),
                "range": (value, value * 1.5),
                "vague": (None, None),
            }.get(kind, (value, value))
            rows.append(
                {
                    "outlet": outlet,
                    "published": pd.Timestamp("2023-10-17") + pd.Timedelta(days=random.integers(4)),
                    "low": low,
                    "high": high,
                    "qualifier": kind,
                    "shared": bool(random.random() < 0.4),
                    "text": "dozens",
                    "source_type": str(random.choice(tables.SOURCE_TYPES)),
                    "outcome": "killed",
                }
            )
    return pd.DataFrame(rows).astype({"low": float, "high": float})


def comparisons(n):
    random = np.random.default_rng(1)
    rows = [
        {
            "metric": "share_attributed",
            "outlet": o,
            "estimate": e,
            "low": e - 0.1 if i % 4 else None,
            "high": e + 0.1 if i % 4 else None,
            "n_articles": 10 + i,
            "n_events": 5 + i,
            "p_adjusted": 0.01 if i % 3 else None,
        }
        for i, (o, e) in enumerate(zip(outlets(n), random.uniform(0.1, 0.9, n), strict=True))
    ]
    return tables.make(rows, tables.COMPARISONS)


def grouped(n, column, groups):
    random = np.random.default_rng(2)
    return pd.DataFrame(
        [
            {
                "outlet": o,
                column: g,
                "estimate": random.uniform(-1, 1),
                "low": -1.0,
                "high": 1.0,
                "n_articles": 5,
            }
            for o in outlets(n)
            for g in groups
        ]
    )


def shares(n, column, names):
    random, rows = np.random.default_rng(3), []
    for outlet in outlets(n):
        counts = random.multinomial(200, random.dirichlet(np.ones(len(names))))
        rows += [
            {"outlet": outlet, column: c, "share": k / 200, "n": int(k)}
            for c, k in zip(names, counts, strict=True)
        ]
    return pd.DataFrame(rows)


def keyness(n):
    random = np.random.default_rng(4)
    terms = [f"term{i} of words" if i % 3 else f"word{i}" for i in range(40)]
    return tables.make(
        [
            {
                "outlet": o,
                "term": t,
                "log_odds": z / 3,
                "z": z,
                "count": int(c),
                "count_rest": 5,
                "documents": 2,
            }
            for o in outlets(n)
            for t, z, c in zip(
                terms, random.normal(0, 3, 40), random.integers(1, 300, 40), strict=True
            )
        ],
        tables.KEYNESS,
    )


def targets(n):
    random = np.random.default_rng(5)
    return pd.DataFrame(
        [
            {"outlet": o, "entity": e, "estimate": random.uniform(-1, 1), "n": 12}
            for o in outlets(n)
            for e in ("The Ministry", "Island Volunteers Front", "UN")
        ]
    )


def spreads(n):
    random = np.random.default_rng(6)
    low = random.integers(1, 500, n).astype(float)
    return pd.DataFrame(
        {
            "outlet": outlets(n),
            "lowest": low,
            "highest": low * 2,
            "first": low,
            "last": low * 2,
            "ratio": low / 200,
            "n_figures": 3,
            "vague": "tens 10",
        }
    )


def marks(n):
    return pd.concat(
        [
            figures(n, i).assign(kind=k)[["outlet", "published", "kind"]]
            for i, k in enumerate(("article", "figure", "blame"))
        ]
    )


def months(n):
    return pd.DataFrame(
        [
            {"outlet": o, "month": m, "n": 1 + i % 7}
            for i, o in enumerate(outlets(n))
            for m in [*pd.date_range("2012-01-01", "2014-06-01", freq="MS"), pd.NaT]
        ]
    )


def candidates(n):
    kinds = (
        "kept",
        "rounded",
        "qualifier_dropped",
        "summed",
        "source_replaced",
        "blame_to_own_voice",
    )
    day, known = (
        pd.Timestamp("2018-11-02"),
        {3: "2018-12", 5: "2018"},
    )  # others of the same rest have no date at all
    return pd.DataFrame(
        [
            {
                "outlet": o,
                "published": pd.NaT if i % 7 in (3, 5, 6) else day + pd.Timedelta(days=i % 15),
                "published_given": known.get(i % 7),
                "kind": k,
                "printed": "more than 4,000 bodies in three places",
            }
            for i, o in enumerate(outlets(n))
            for k in kinds[i % 4 : i % 4 + 2]
        ]
    )


@pytest.fixture(scope="session")
def made():
    return SimpleNamespace(
        outlets=outlets,
        figures=figures,
        comparisons=comparisons,
        grouped=grouped,
        shares=shares,
        keyness=keyness,
        targets=targets,
        spreads=spreads,
        marks=marks,
        months=months,
        candidates=candidates,
    )
