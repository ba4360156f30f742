"""The probe of kinds of sources is fitted on states, and scored on articles left out."""

import json

import numpy as np
import pytest

from analysis.annotate.kind_probe import KindProbe
from analysis.core.errors import InputError
from analysis.evaluate.hand_labels import read_labels
from analysis.train import source_kinds
from analysis.train.source_kinds import FEWEST, OTHER, Example, cross_validate, examples, fit, write

RANDOM = np.random.default_rng(0)


def rows_of(kind, n, place, listed=OTHER, spread=0.1):
    """Return examples whose states lie around a place, each of its own article."""
    states = np.asarray(place) + RANDOM.normal(0, spread, (n, 2))
    names = (f"{kind} {number}" for number in range(n))
    return [
        Example(f"{name}-p0", name, listed, kind, state)
        for name, state in zip(names, states, strict=True)
    ]


DOCUMENTS = rows_of("document", 40, (-3, -3))
THREE = [*rows_of("expert", 40, (3, 0)), *rows_of("media", 40, (0, 3)), *DOCUMENTS]


def test_a_probe_tells_kinds_apart_by_their_states():
    probe = fit(THREE)
    assert probe.ask(np.array([3.0, 0.0]))[0] == "expert"
    assert probe.ask(np.array([0.0, 3.0]))[0] == "media"
    assert probe.ask(np.array([3.0, 0.0]))[1] > 0.8


def test_what_the_lists_say_is_no_part_of_what_the_states_say():
    """Where the lists already tell an expert, the probe learns little from the states beside it."""
    known = rows_of("expert", 40, (3, 0), listed="expert")
    listed = [*known, *rows_of("media", 40, (0, 3)), *DOCUMENTS]
    assert fit(listed).ask(np.array([3.0, 0.0]))[1] < fit(THREE).ask(np.array([3.0, 0.0]))[1]


def test_a_rare_kind_is_not_learned():
    assert "military" not in fit(THREE + rows_of("military", FEWEST - 1, (9, 9))).kinds
    assert "military" in fit(THREE + rows_of("military", FEWEST, (9, 9))).kinds


def test_scores_are_of_articles_left_out():
    assert cross_validate(THREE) == [row.kind for row in THREE]
    mislabelled = [row._replace(kind="media") for row in THREE[:1]] + THREE[1:]
    assert cross_validate(mislabelled)[0] == "expert"  # by the others, not by its own label


def test_kinds_that_the_lists_know_are_kept():
    assert cross_validate([row._replace(listed="military") for row in THREE]) == ["military"] * 120


def test_weights_are_written_with_their_hash(tmp_path):
    path = tmp_path / "weights.json"
    write(KindProbe(("expert", "media"), np.array([[0.5, -0.0304]]), np.array([1.0, 0.0])), path)
    content = json.loads(path.read_text())
    assert content["kinds"] == ["expert", "media"]
    assert content["weights"] == [[5000, -304]]
    assert content["parts_of_unit"] == 10_000
    assert path.name in (tmp_path / "SHA256SUMS").read_text()


def test_labels_without_kinds_are_refused(tmp_path):
    label = {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 12]]}
    row = {"article_id": "a", "text": "Roe said yes.", "attributions": [label]}
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps(row) + "\n")
    with pytest.raises(InputError, match="source_type"):
        examples(read_labels(path))


def test_examples_have_the_kind_by_the_lists_and_a_state(tmp_path):
    text = "The mayor said that the bridge was safe. Roe, a welder, said it was rusty."
    spans = [((0, 9), (10, 14), (15, 39)), ((41, 54), (56, 60), (61, 73))]
    kinds = ("local_authority", "expert")
    labels = [
        {"source": [list(s)], "cue": [list(c)], "content": [list(t)], "source_type": kind}
        for (s, c, t), kind in zip(spans, kinds, strict=True)
    ]
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps({"article_id": "a", "text": text, "attributions": labels}) + "\n")
    found = {row.kind: row for row in examples(read_labels(path), threads=1)}
    assert found["local_authority"].listed == "local_authority"
    assert {len(row.state) for row in found.values()} == {2 * 768}
    assert source_kinds.FOLD_OF_TAGGER == 0
