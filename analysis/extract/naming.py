"""
Find which name an outlet chooses for a referent that has several: government or regime, rebels or terrorists.

In: ``articles`` and ``sentences`` (with ``share_quoted`` filled), and a lexicon of referents and their names
(``data/lexicons/names.toml``, or a user's own). Out: the ``names`` table, one row a name as printed, with its voice and
whether it stands in scare quotes or after "so-called".

It does not decide which name is right, nor resolve pronouns; where one word serves several referents, the words of
the article decide (``needs`` in the lexicon). The referents are judgements, each with its reason in the lexicon.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analysis.core import lexicon as lexicons
from analysis.core import paths, tables
from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.voice import voices

__all__ = ["Referents", "extract_names", "read_name_lexicons"]

_KEYS = ("about", "topic", "actor", "needs", "ignore", "choices")
_WORD = re.compile(r"\w+")
_FIRST = re.compile(r"(\w+)(?:\((\w+)\))?")
_MARKS = "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb"
_QUOTED = re.compile(
    rf"(?<!\w)[\"'\u2018\u201c\u00ab](?=\w)((?:[^{_MARKS}]|(?<=\w)['\u2019](?=\w)){{1,60}})[\"'\u2019\u201d\u00bb](?!\w)"
)
_SO_CALLED = re.compile(
    r"(?i)\b(?:so[- ]called|self[- ](?:styled|proclaimed|declared))\s+(?:[\"\u201c\u2018']\s*)?(?:\w+\s+)?$"
)
# what may follow a name after a hyphen and leave it a name: "rebel-held"
_AFTER = (
    r"(?!\w|-(?!(?:held|controlled|led|run|backed|linked|allied|affiliated|besieged|occupied)\b))"
)
QUOTED_WORDS = 4


@dataclass(frozen=True)
class Referents:
    """
    A lexicon of names, ready to search with.

    Attributes
    ----------
    names : list of str
        Referents in the file's order.
    topics : dict of str to str
        Topic of each referent.
    needs : dict of str to Pattern or None
        What an article must hold for a referent to be looked for in it.
    phrases : dict of str to list
        By first word in lower case: (pattern, referent, choice or None for what is to be ignored).
    patterns : list
        The regular expressions of the lexicon: (pattern, referent, choice).
    actors : frozenset of str
        Referents that are persons or bodies of people, so that a text can be for or against them.
    """

    names: list
    topics: dict
    needs: dict
    phrases: dict
    patterns: list
    actors: frozenset = frozenset()


def extract_names(articles, sentences, lexicon=None, topics=None):
    """
    Find the names that a text chooses.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    sentences : DataFrame
        The ``sentences`` table with ``share_quoted`` filled. Not changed.
    lexicon : str, Path, Referents, or list of paths, optional
        TOML files in the form of ``data/lexicons/names.toml``, which is the default. To add referents of your own to
        the project's, give both files.
    topics : iterable of str, optional
        Only referents of these topics; all by default.

    Returns
    -------
    DataFrame
        The ``names`` table, in the order of ``sentences`` and then of the text. Names never overlap: the longest
        wins. No rows where nothing is named.

    Raises
    ------
    LexiconError
        If the lexicon breaks its rules.
    ParameterError
        If a topic is not in the lexicon.
    TableError
        If ``share_quoted`` is null.
    """
    referents = lexicon if isinstance(lexicon, Referents) else read_name_lexicons(lexicon)
    wanted = _wanted(referents, topics)
    text = dict(zip(articles["article_id"], articles["text"], strict=True))
    weights, rows = {}, []
    columns = (sentences[c] for c in ("article_id", "sentence_id", "start", "end"))
    for article, sentence, start, end, voice in zip(*columns, voices(sentences), strict=True):
        if article not in weights:
            weights[article] = _weights(text[article], referents, wanted)
        part = text[article][start:end]
        for found in _search(part, referents, weights[article]):
            rows.append(
                {
                    "article_id": article,
                    "sentence_id": sentence,
                    "start": start + found[0],
                    "end": start + found[1],
                    "text": part[found[0] : found[1]],
                    "referent": found[2],
                    "choice": found[3],
                    "scare": _is_scare(part, *found[:2]),
                    "voice": voice,
                }
            )
    return tables.make(rows, tables.NAMES)


def read_name_lexicons(lexicon=None):
    """
    Read lexicons of names and check them.

    Parameters
    ----------
    lexicon : str, Path, or list of them, optional
        ``data/lexicons/names.toml`` by default.

    Returns
    -------
    Referents
        Those of all files, in their order.

    Raises
    ------
    LexiconError
        If a file breaks the rules of ``analysis.core.lexicon.load``, a referent has no ``about``, no ``topic`` or no
        choices, a choice has no words, one word stands in two choices of a referent, or a referent in two files.
    """
    if lexicon is None:
        lexicon = paths.LEXICONS / "names.toml"
    files = [Path(path) for path in ([lexicon] if isinstance(lexicon, str | Path) else lexicon)]
    # a file that was changed since is read again
    return _read(tuple((path, path.stat().st_mtime_ns if path.is_file() else 0) for path in files))


@lru_cache(maxsize=8)
def _read(files):
    groups, phrases, patterns, needs = {}, {}, [], {}
    for path, _ in files:
        own = lexicons.load(
            path, allowed_keys=_KEYS, required=("about", "topic", "source", "licence", "date")
        )
        for referent, group in own.items():
            if referent in groups:
                lexicons.raise_error(
                    path, (referent,), "is in another lexicon too; give each referent once"
                )
            if not isinstance(group.get("actor", True), bool):
                lexicons.raise_error(
                    path,
                    (referent, "actor"),
                    f"is {group['actor']!r}; allowed: true (the default), false",
                )
            _check_choices(path, referent, group)
            _add(referent, group, phrases, patterns)
            needed = "|".join(_phrase(word) for word in group.get("needs", []))
            needs[referent] = re.compile(rf"(?<!\w)(?:{needed})(?!\w)") if needed else None
        groups |= own
    topics = {name: group["topic"] for name, group in groups.items()}
    actors = frozenset(name for name, group in groups.items() if group.get("actor", True))
    return Referents(list(groups), topics, needs, phrases, patterns, actors)


def _add(referent, group, phrases, patterns):
    """Put a referent's names into the search: words by their first word, and patterns."""
    entries = [
        (word, choice)
        for choice, table in group["choices"].items()
        for word in table.get("words", [])
    ]
    for word, choice in [*entries, *((word, None) for word in group.get("ignore", []))]:
        first, ending = _FIRST.search(word.lower()).groups()
        for key in {first, first + (ending or "")}:
            entry = re.compile(rf"(?<![\w-]){_phrase(word)}{_AFTER}"), referent, choice
            phrases.setdefault(key, []).append(entry)
    for choice, table in group["choices"].items():
        patterns += [
            (re.compile(pattern), referent, choice) for pattern in table.get("patterns", [])
        ]


def _check_choices(path, referent, group):
    choices, seen = group.get("choices"), {}
    if not isinstance(choices, dict) or not choices:
        lexicons.raise_error(
            path, (referent,), f"has no choices; add [{referent}.choices.NAME] with words = [...]"
        )
    for choice, table in choices.items():
        where = (referent, "choices", choice)
        if not isinstance(table, dict) or not (table.get("words") or table.get("patterns")):
            lexicons.raise_error(path, where, 'has no words; add words = ["..."]')
        for key in table:
            if key not in ("words", "patterns", *lexicons.PROVENANCE_KEYS):
                lexicons.raise_error(
                    path,
                    (*where, key),
                    unknown_value_message(
                        "key", key, ["words", "patterns", *lexicons.PROVENANCE_KEYS]
                    ),
                )
        for word in table.get("words", []):
            if not _WORD.search(word):
                lexicons.raise_error(
                    path, (*where, "words"), f"{word!r} has no letter or digit", word
                )
            if word.lower() in seen:
                other = seen[word.lower()]
                lexicons.raise_error(
                    path, (*where, "words"), f"'{word}' is also a name of choice '{other}'", word
                )
            seen[word.lower()] = choice


def _phrase(word):
    """Write a lexicon entry as a regular expression: plural in brackets, any space, case where it tells."""
    plain = (
        re.escape(word)
        .replace(r"\ ", r"\s+")
        .replace("'", "['\u2019]")
        .replace("\u2019]\u2019]", "\u2019]")
    )
    plain = re.sub(r"\\\((\w+)\\\)", r"(?:\1)?", plain)
    if word == word.lower():
        return f"(?i:{plain})"
    capitals = re.sub(
        r"(?<!\\)[a-z]", lambda m: m[0].upper(), re.sub(r"\(\?:(\w+)\)", r"(?:\1)", plain)
    )
    if word[0].islower():  # it may begin a sentence
        plain = f"[{word[0]}{word[0].upper()}]{plain[1:]}"
    return f"(?:{plain}|{capitals})"


def _wanted(referents, topics):
    have = set(referents.topics.values())
    for topic in topics or ():
        if topic not in have:
            raise ParameterError(
                unknown_value_message(
                    "topic", topic, sorted(have), "data/lexicons/names.toml lists them."
                )
            )
    return {
        name for name, topic in referents.topics.items() if topics is None or topic in set(topics)
    }


def _weights(text, referents, wanted):
    """Give each referent that an article is about the number of words that say so; 0 where none is needed."""
    weights = {}
    for name in referents.names:
        needs = referents.needs[name]
        count = len(needs.findall(text)) if needs and name in wanted else 0
        if name in wanted and (count or not needs):
            weights[name] = count
    return weights


def _search(text, referents, weights):
    """Give (start, end, referent, choice) of the names in a text: the longest first, none over another."""
    order = {name: i for i, name in enumerate(weights)}
    found = []
    for word in _WORD.finditer(text):
        for pattern, referent, choice in referents.phrases.get(word[0].lower(), ()):
            match = pattern.match(text, word.start()) if referent in order else None
            if match:
                found.append((*match.span(), referent, choice))
    for pattern, referent, choice in referents.patterns:
        if referent in order:
            found += [
                (*match.span(), referent, choice) for match in pattern.finditer(text) if match[0]
            ]
    found.sort(key=lambda f: (f[0] - f[1], f[3] is None, -weights[f[2]], order[f[2]], f[0]))
    kept = []
    for one in found:
        if all(one[1] <= other[0] or other[1] <= one[0] for other in kept):
            kept.append(one)
    return sorted(one for one in kept if one[3] is not None)


def _is_scare(text, start, end):
    """Tell whether a name stands alone in quote marks, or nearly so, or after "so-called"."""
    if _SO_CALLED.search(text[max(0, start - 40) : start]):
        return True
    for quoted in _QUOTED.finditer(text, max(0, start - 62), min(len(text), end + 62)):
        if quoted.start(1) <= start and end <= quoted.end(1):
            words, mine = len(quoted[1].split()), len(text[start:end].split())
            # half of a short quotation or more is the name: otherwise somebody is quoted, not the name doubted
            return words <= max(QUOTED_WORDS, mine + 1) and mine * 2 >= words
    return False
