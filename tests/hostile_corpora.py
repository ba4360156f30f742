"""Small corpora that are odd in one way each, for the whole runs in ``tests/attack/``."""

import json

NEWS = (
    "Officials said on Monday that at least {n} people were killed and {m} injured when shells hit "
    'the market in Raqqa. "The market was full," a witness said. The Red Army denied that it '
    "had fired. Rescuers pulled bodies from the rubble of two houses."
)
CALM = (
    "The town council opened a library on Monday. It holds many books and a reading room. "
    "Visitors praised the light and the quiet. The doors stay open until nine in the evening."
)
SCRIPTS = {
    "Chinese": "新华社记者",
    "Japanese": "朝日しんぶん",
    "Korean": "연합뉴스",
    "Arabic": "وكالة الأنباء",
    "Hebrew": "ידיעות אחרונות",
    "Devanagari": "दैनिक जागरण",
    "Thai": "ข่าวสด",
    "emoji": "📰 News 🔥",
}
LONGEST = "The Very Long Name of an Outlet " * 12
MARKUP = "<script>alert('x')</script> & \"Sons\""
HOSTILE_OUTLETS = (MARKUP, "The Daily\nLantern", LONGEST, "$x^2$ _{a}", "=1+1", "  ", "..")


OWN_WORDS = (
    "The governor promised help to the families. Schools stayed shut that week, he told a radio.",
    "Nurses asked for blood at the clinic. A doctor claimed that drugs had run out days ago.",
    "Traders swept glass from the street. One of them blamed the army for the attack.",
    "A monitoring group in London confirmed the toll. Its director warned that it may rise.",
)


def article(number, outlet="AFP", text=None, **columns):
    """Return a row; of four articles in a row no two are copies."""
    if text is None:
        own = OWN_WORDS[number % len(OWN_WORDS)]
        text = f"{own} {NEWS.format(n=number + 11, m=number + 30)} {own}"
    row = {
        "outlet": outlet,
        "published": f"2018-11-{number % 28 + 1:02}",
        "title": f"Shells kill {number + 11} people at market in Raqqa",
        "text": text,
    }
    return {**row, **columns}


def _of_outlets(outlets, **columns):
    rows = [article(number, outlet, **columns) for number, outlet in enumerate(outlets)]
    return rows + [article(number + 40, outlet, **columns) for number, outlet in enumerate(outlets)]


def _topics():
    """Return one article of each outlet, no two about one thing or near in time."""
    topics = {
        "AFP": "Two sailors were killed when a ferry sank near the island of Lesbos, police said.",
        "SANA": "A volcano in Iceland covered farms with ash. The minister visited the valley.",
        "Reuters": "The bank lowered its rates. Traders in Tokyo had expected it, brokers said.",
        "BBC": "The choir sang in the cathedral of Cologne. Critics praised the soloists.",
    }
    for number, (outlet, text) in enumerate(topics.items()):
        title = " ".join(text.split()[:5])
        yield article(
            0, outlet, text, title=title, published=f"{2001 + 5 * number}-03-0{number + 1}"
        )


CORPORA = {
    "one_article": [article(0)],
    "one_outlet": [article(number) for number in range(6)],
    "no_outlet": [article(number, None) for number in range(4)],
    "no_dates": [
        article(n, o, published=None) for n, o in enumerate(["AFP", "SANA", "AFP", "BBC"])
    ],
    "one_day": [
        article(n, o, published="2018-11-05") for n, o in enumerate(["AFP", "SANA", "AFP", "BBC"])
    ],
    "no_titles": _of_outlets(["AFP", "SANA"], title=""),
    "scripts": _of_outlets(SCRIPTS.values()),
    "hostile_outlets": _of_outlets(HOSTILE_OUTLETS),
    "long_title": _of_outlets(["AFP", "SANA"], title="word " * 2000)
    + [article(7, "BBC", title="x" * 10_000)],
    "identical": [{**article(0, outlet), "published": "2018-11-05"} for outlet in "ABCD"],
    "only_numbers": [
        article(n, o, "12 34 5,678 9.1 1e15 " * 20, title="12") for n, o in enumerate("AB")
    ],
    "only_addresses": [
        article(n, o, f"https://example.org/{n} " * 30, title="https://example.org")
        for n, o in enumerate("AB")
    ],
    "no_casualties": [
        article(n, o, f"{CALM} It cost {n} euros.", title="Library opens")
        for n, o in enumerate("ABAB")
    ],
    "other_languages": [
        article(0, "A", "Nach Angaben der Polizei wurden am Montag zwölf Menschen getötet. " * 4),
        article(1, "B", "据新华社报道，星期一至少有十二人在袭击中丧生，三十人受伤。" * 8),
        article(2, "C", "قالت مصادر طبية إن اثني عشر شخصا قتلوا يوم الاثنين في القصف. " * 4),
        article(3, "D", "सोमवार को हमले में कम से कम बारह लोग मारे गए, पुलिस ने कहा। " * 4),
    ],
    "control_characters": [
        article(n, o, "\x00".join(NEWS.format(n=n, m=n).split(" ")) + "\x1b[31m\ufffe\u202e")
        for n, o in enumerate("AB")
    ],
    "same_ids": [article(n, o, article_id="same") for n, o in enumerate("ABAB")],
    "no_shared_event": list(_topics()),
    "huge_numbers": [
        article(0, "A", NEWS.format(n="1,000,000,000,000,000", m="9" * 300), title="A quadrillion"),
        article(1, "B", NEWS.format(n=12, m=30)),
        article(2, "C", NEWS.format(n=14, m=0)),
    ],
    "markup": [
        article(n, o, f"{NEWS.format(n=n + 3, m=4)} {MARKUP} <b onclick=x>bold</b>", title=MARKUP)
        for n, o in enumerate("AB")
    ],
}
"""Rows of each corpus, by what is odd about it."""

UNUSABLE = {
    "no_text": [article(n, "A", text) for n, text in enumerate(["", " \n", "\x00"])],
}
"""Corpora without a single article."""


def write(name, folder):
    """Write a corpus as JSON lines; return its file."""
    rows = {**CORPORA, **UNUSABLE}[name]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
    return path
