"""Write the description of the frame model. In: its scores. Out: ``CARD.md``."""

from collections.abc import Mapping
from pathlib import Path

from analysis.core import tables
from analysis.core.atomic_write import write_text

__all__ = ["write_card"]

CARD = """\
# Frames: how well the model and the word lists find them

`analysis/measure/frames`. `model.json.gz` estimates whether an article uses each of six generic \
news frames. It is linear: the scores of the word
lists in [`frames.toml`](../../lexicons/frames.toml), all words of the labelled articles (TF-IDF), \
and the mean of the words' vectors in the tagger's token
embedding, so that a word that no labelled article contains weighs as its neighbours do. Only \
single words and numbers are stored.

| frame | definition |
| --- | --- |
| conflict, economic, human interest, morality, responsibility | Semetko and Valkenburg (2000) |
| resolution | Frermann, Li, Khanehzar and Mikolajczak (2023): a way out is proposed, promised or \
under way |

Conflict, economic, human interest and morality are in both codebooks. `responsibility` was coded \
on other topics only, and `resolution` is tested on climate
articles only: each is least certain where it is not tested.

| labelled articles | number | {frame_names} |
| --- | --- | {dashes} |
{labelled}

`dev` is US news on climate change, 2017 to 2019 (Narrative Frames Corpus, MIT licence); \
`other_topics` and further files are US and world news of
spring 2019 of every kind, with crime reports, accidents, sports and business. No text of them is \
in this project. Further files were coded by
one coder from headline and lead, by the same guidelines, and some were chosen because a first \
model found a rare frame likely; they are fitted on,
never scored on. Thirty were coded twice, half an hour apart and not blind: kappa .91 over all \
frames; conflict and human interest 1.0, economic and
responsibility .84, morality .65 and resolution .63, of which few had any.

Repeat: `python -m analysis.train.frames {files}` (seeds fixed). Licence: Apache-2.0.

## Accuracy

F1; each figure is of articles on which nothing was fitted: heads, calibration, thresholds and \
limits come from the other articles. `lexicon` is the word
lists with a threshold fitted in the same way. Mean of two splits; [95% interval] over articles.

| scored | method | macro-F1 | {frame_names} |
| --- | --- | --- | {dashes} |
{scores}

## Certainty

`p` is calibrated on articles that were left out. `certain` marks an answer beyond the limits from \
which four in five were right.

| scored | certain | of these right | right where called present | frames found with certainty |
| --- | --- | --- | --- | --- |
{certain}

## How reliable this is

- **Figures on `dev` are optimistic**: the words of five lists were revised using these articles, \
and cross-validation cannot undo that. The list of
`responsibility` was written before any count was made.
- **On a kind of articles that it was not fitted on the model can be weaker than the lists**: see \
`dev, fitted on all other files`, where human interest and
morality are missed. Check a few dozen articles of your own, and compare with \
`score_frames(..., method="lexicon")`.
- Human interest, morality and economic are rare: their intervals are wide. Read the sentences in \
`frame_sentences` before you rest a claim on them.
- A crime report, an accident or a match is not conflict by itself. A short report of a bomb or \
an air strike that names no two sides often is not either.
- Counting an answer that is not certain as absent costs recall: macro-F1 falls from .68 to .46 \
on `dev` and from .70 to .59 on `other_topics`. So `present` is
the more likely answer, and `certain` a column of its own.
- `frame_sentences` lists the sentences that add most to the log-odds. No person has judged them; \
they show what the model read.
- Pooling by the highest or the three highest sentences, and more weight for the lead, were tried \
in place of the mean and brought no gain beyond chance.
"""


def write_card(path: Path, scores: Mapping) -> None:
    """
    Write the card.

    Parameters
    ----------
    path : Path
    scores : mapping
        The content of ``scores.json``.
    """
    frames = tables.FRAMES
    text = CARD.format(
        frame_names=" | ".join(frame.replace("_", " ") for frame in frames),
        dashes=" | ".join("---" for _ in frames),
        labelled="\n".join(_labelled_row(*item) for item in scores["labelled"].items()),
        files=" ".join(f"{name}.jsonl" for name in scores["labelled"]),
        scores="\n".join(_score_rows(scores["scores"])),
        certain="\n".join(_certain_row(*item) for item in scores["scores"].items()),
    )
    write_text(text, path)


def _labelled_row(name: str, counts: Mapping) -> str:
    cells = [str(counts["with_frame"].get(frame, "")) for frame in tables.FRAMES]
    return f"| {name} | {counts['articles']} | {' | '.join(cells)} |"


def _score_rows(scores: Mapping[str, Mapping]) -> list[str]:
    rows = []
    for title, found in scores.items():
        for method in ("lexicon", "model"):
            estimate, low, high = found[method]["macro_f1"]
            cells = []
            for frame in tables.FRAMES:
                of_frame = found[method]["f1"].get(frame)
                cells.append(f"{of_frame[0]:.2f}" if of_frame else "")
            macro = f"{estimate:.2f} [{low:.2f} to {high:.2f}]"
            rows.append(f"| {title} | {method} | {macro} | {' | '.join(cells)} |")
    return rows


def _certain_row(title: str, found: Mapping) -> str:
    names = ("share", "right", "right_if_present", "found")
    return f"| {title} | " + " | ".join(f"{found['certain'][name]:.2f}" for name in names) + " |"
