"""Examples for the model of kinds are what a run would ask, with the kind that a person told."""

import json

import numpy as np
import pytest

from analysis.core.errors import InputError
from analysis.evaluate.hand_labels import read_labels
from analysis.neural.kind_model import Question
from analysis.train.source_kinds import INVENTED, Example, examples, invented_examples, told

TEXT = "The mayor said that the bridge was safe. Roe, a welder, said it was rusty."


def written(path, **columns):
    spans = [((0, 9), (10, 14), (15, 39)), ((41, 54), (56, 60), (61, 73))]
    labels = [
        {"source": [list(s)], "cue": [list(c)], "content": [list(t)], **one}
        for (s, c, t), one in zip(spans, columns["labels"], strict=True)
    ]
    path.write_text(json.dumps({"article_id": "a", "text": TEXT, "attributions": labels}) + "\n")
    return path


def test_labels_without_kinds_are_refused(tmp_path):
    path = written(tmp_path / "labels.jsonl", labels=[{}, {}])
    with pytest.raises(InputError, match="source_type"):
        examples(read_labels(path))


def test_an_example_has_the_kind_by_the_lists_and_the_question(tmp_path):
    kinds = [{"source_type": "local_authority"}, {"source_type": "expert"}]
    path = written(tmp_path / "labels.jsonl", labels=kinds)
    found = {row.kind: row for row in examples(read_labels(path), threads=1)}
    assert found["local_authority"].listed == "local_authority"
    assert found["local_authority"].question.source == "mayor ; local authority"
    assert "[ Roe, a welder, ]" in found["expert"].question.words


def test_all_attributions_to_a_labelled_source_have_its_kind(tmp_path):
    lines = INVENTED.read_text(encoding="utf8").splitlines()
    own = [line for line in lines[1:] if line.startswith("corpus_16-00,")]
    table = tmp_path / "sources.csv"
    table.write_text("\n".join([lines[0], *own]) + "\n", encoding="utf8")
    found = invented_examples(table, threads=1)
    assert {row.article_id for row in found} == {"corpus_16-00"}
    labelled = {line.split(",")[-1] for line in own}
    assert {row.kind for row in found} <= labelled
    assert len(found) >= len(own) - 1


class Scripted:
    """A model that tells a kind by the words of a question."""

    kinds = ("expert", "media")

    def probabilities(self, question):
        p = float(question.words)
        return np.array([p, 1 - p])


def example(name, p, listed="other", article="a"):
    return Example(article, name, listed, "expert", Question(f"{name}", str(p)))


def test_a_source_is_told_over_its_places_as_in_a_run():
    rows = [example("Roe", 0.9), example("Roe", 0.3), example("Poe", 0.3), example(None, 0.9)]
    assert told(rows, Scripted()) == ["expert", "expert", "media", "expert"]
    other_article = [example("Roe", 0.9), example("Roe", 0.3, article="b")]
    assert told(other_article, Scripted()) == ["expert", "media"]
