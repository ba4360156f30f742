"""Files that change between two runs never change a table, and never end the next run."""

import random
import shutil

import pytest
from labelled_reader import neutral_sentiment, read

from analysis.annotate import tagger_model
from analysis.commands.extract import Extraction, extract, extract_if_changed
from analysis.core import kept_files, owned_files, paths
from analysis.measure.target_sentiment import score
from analysis.run import batches, pipeline, streaming, table_store
from analysis.run.execution import Execution

pytestmark = pytest.mark.attack

CHANGES = 20  # of each kind of kept file
LINES = paths.SAMPLE / "articles.jsonl"


@pytest.fixture(scope="module", autouse=True)
def _small_and_labelled():
    """Make small batches and shards, with hand labels in place of the models."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tagger_model, "label_articles", read)
        patch.setattr(score, "sentiment_in_articles", neutral_sentiment)
        patch.setattr(batches, "BATCH_SIZE", 6)
        patch.setattr(streaming, "BATCHES_PER_SHARD", 2)
        yield


@pytest.fixture(scope="module")
def projects(tmp_path_factory):
    """Return a folder with a finished run in files, and one with a run in shards."""
    folder = tmp_path_factory.mktemp("project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "REPORTS", folder / "reports")
        extract(extraction(stream=False), folder / "files")
        extract(extraction(stream=True), folder / "shards")
    return folder


def extraction(*, stream):
    return Extraction(str(LINES), execution=Execution(processes=1), stream=stream)


def hashes(folder):
    """Return the hash of each table file: two runs with equal hashes have equal tables."""
    return kept_files.hash_files(sorted(folder.rglob("*.parquet")), folder)


def flip_bit(path, chance):
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def cut(path, chance):
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def replace_with_other(path, chance):
    others = [other for other in sorted(path.parent.iterdir()) if other.is_file() and other != path]
    if others:
        shutil.copy(chance.choice(others), path)
    else:
        path.write_bytes(b"PAR1")


def delete(path, chance):
    path.unlink()


def replace_with_folder(path, chance):
    path.unlink()
    path.mkdir()


# most changes are flipped bits: the others are noticed more easily
KINDS = [flip_bit] * 3 + [cut, replace_with_other, delete, flip_bit, replace_with_folder]


@pytest.mark.parametrize("number", range(CHANGES))
@pytest.mark.parametrize("place", ["files", "shards", "reports/.batches"])
def test_a_changed_file_is_made_again(place, number, projects, tmp_path, monkeypatch):
    chance = random.Random(f"{place} {number}")
    change = KINDS[number % len(KINDS)]
    copy = tmp_path / "project"
    shutil.copytree(projects, copy)
    monkeypatch.setattr(paths, "REPORTS", copy / "reports")
    files = sorted(path for path in (copy / place).rglob("*") if path.is_file())
    kept = [path for path in files if path.name not in (owned_files.MARK, owned_files.JOURNAL)]
    path = chance.choice(kept)
    if change is replace_with_folder and place != "reports/.batches":
        change = delete  # a folder in place of a table was put there by a person
    change(path, chance)
    out = copy / place
    if place == "reports/.batches":
        out = copy / "files"
        run = extract(extraction(stream=False), out)
    else:
        run = extract_if_changed(extraction(stream=place == "shards"), out)
    reference = projects / out.name
    assert hashes(out) == hashes(reference)
    of_finished_shard = place == "shards" and path.parent.name == ".done"
    if run is None:  # marks of finished shards are read only by a run that has something to make
        assert of_finished_shard
        run = extract(extraction(stream=True), out)
        assert hashes(out) == hashes(reference)
    is_told = any(path.name in reason for reason in run.manifest["made_again"])
    # the hash of a table that has changed is told as a change of that table
    is_told |= path.name == table_store.HASHES and bool(run.manifest["made_again"])
    # so is the hash of a table in the index of a batch
    is_told |= path.name == "done.json" and bool(run.manifest["made_again"])
    # a key that has changed is that of another shard; one that is missing, of no batch
    assert is_told or of_finished_shard or (change is delete and path.name == "done.json"), path
    assert pipeline.open_tables(out).articles.shape[0] == 30
    assert extract_if_changed(extraction(stream=place == "shards"), out) is None
