"""Articles, pages and problems are kept, survive a kill, and are never the user's files."""

import csv
import json
import os

import pytest
from warcio.archiveiterator import ArchiveIterator

from analysis.core import owned_files
from analysis.core.errors import InputError, ParameterError, RunError
from analysis.fetch import kept_pages
from analysis.fetch.http_client import Response
from analysis.fetch.kept_pages import PROBLEM_COLUMNS, opened

A, B, C = (f"https://news.example/{name}" for name in "abc")


def response(url=A, body=b"<p>x</p>"):
    headers = (("Content-Type", "text/html"), ("Transfer-Encoding", "chunked"))
    return Response(url, "200 OK", headers, body, body, "utf-8")


def fill(path):
    with opened(path) as kept:
        kept.add_page(response())
        kept.add_article({"requested_url": A, "text": "x \u2028 \udcff"})
        kept.add_page(response(B, os.urandom(3000)))
        kept.add_problem(B, "has\nno article")
        kept.add_problem(C, "silent", again=True)
        kept.add_problem("=1+1", "no address")
    return path


def problems(path):
    with path.with_suffix(".problems.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def records(path):
    with path.with_suffix(".warc.gz").open("rb") as file:
        return [
            (r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.content_stream().read())
            for r in ArchiveIterator(file, check_digests="raise")
        ]


def done(kept):
    return [url for url in (A, B, C, "=1+1") if kept.is_done(url)]


def test_each_file_holds_what_was_added(tmp_path):
    path = fill(tmp_path / "new" / "corpus.jsonl")
    assert json.loads(path.read_text())["text"] == "x \u2028 ?"
    assert [row["url"] for row in problems(path)] == [B, C, "'=1+1"]
    assert problems(path)[0]["reason"] == "has no article"
    assert tuple(problems(path)[0]) == PROBLEM_COLUMNS
    kinds = [(kind, url) for kind, url, _ in records(path)]
    assert kinds == [("warcinfo", None), ("response", A), ("response", B)]
    assert records(path)[1][2] == b"<p>x</p>"
    names = {"corpus.jsonl", "corpus.warc.gz", "corpus.problems.csv"}
    assert {file.name for file in path.parent.iterdir()} == names


def test_the_next_run_knows_what_is_done_and_tries_what_may_pass(tmp_path):
    path = fill(tmp_path / "corpus.jsonl")
    for _ in range(2):
        with opened(path) as kept:
            assert done(kept) == [A, B, "=1+1"]
            assert kept.n_articles == 1
        assert [row["url"] for row in problems(path)] == [B, "'=1+1"]


def test_a_remark_on_an_article_does_not_stand_for_it(tmp_path):
    path = tmp_path / "corpus.jsonl"
    with opened(path) as kept:
        kept.add_problem(A, "odd letters", article_kept=True)
        assert not kept.is_done(A)
    with opened(path) as kept:
        assert not kept.is_done(A)


@pytest.mark.parametrize("n_lost", [1, 2, 7, 30])
@pytest.mark.parametrize("name", ["corpus.jsonl", "corpus.warc.gz", "corpus.problems.csv"])
def test_what_a_killed_run_left_half_written_is_cut_off(tmp_path, name, n_lost):
    path = fill(tmp_path / "corpus.jsonl")
    whole = len(records(path))
    file = tmp_path / name
    os.truncate(file, file.stat().st_size - n_lost)
    with opened(path) as kept:
        assert (A in done(kept)) is (name != "corpus.jsonl")
        kept.add_page(response(C))
        kept.add_article({"requested_url": C})
    expected = whole + 1 - (name == "corpus.warc.gz")
    assert len(records(path)) == expected
    assert [json.loads(line)["requested_url"] for line in path.open()][-1] == C
    assert all(row["fetched"].endswith("Z") for row in problems(path))


@pytest.mark.parametrize("suffix", [".jsonl", ".warc.gz", ".problems.csv"])
def test_a_file_of_the_user_is_refused_and_stays(tmp_path, suffix):
    mine = tmp_path / f"corpus{suffix}"
    mine.write_text("mine\n")
    message = f"{mine.name} exists and was not made by fetch.*--out corpus-2.jsonl"
    with pytest.raises(ParameterError, match=message), opened(tmp_path / "corpus.jsonl"):
        pass
    assert mine.read_text() == "mine\n"
    assert [file.name for file in tmp_path.iterdir()] == [mine.name]


def test_the_web_archive_of_another_program_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_pages, "AGENT", "wget")
    with opened(tmp_path / "corpus.jsonl"):
        pass
    with pytest.raises(ParameterError, match="was not made by fetch"):
        fill(tmp_path / "corpus.jsonl")


def test_a_file_in_a_folder_of_results_that_fetch_did_not_write_is_refused(tmp_path):
    owned_files.mark_folder(tmp_path, "corpus")
    path = fill(tmp_path / "corpus.jsonl")
    assert {"corpus.jsonl", "corpus.warc.gz"} <= owned_files.listed(tmp_path)
    fill(path)


@pytest.mark.parametrize("name", ["corpus", "corpus.csv", "corpus.json"])
def test_the_name_of_another_kind_of_file_is_refused(tmp_path, name):
    with pytest.raises(ParameterError, match="Use --out corpus.jsonl"), opened(tmp_path / name):
        pass
    assert list(tmp_path.iterdir()) == []


def test_two_runs_do_not_write_to_one_corpus(tmp_path):
    path = tmp_path / "corpus.jsonl"
    with opened(path), pytest.raises(RunError, match="Another run"), opened(path):
        pass
    fill(path)


def test_files_that_were_changed_by_hand_are_refused(tmp_path):
    path = fill(tmp_path / "corpus.jsonl")
    good = path.read_bytes()
    path.write_bytes(good + b"{}\n")
    with pytest.raises(InputError, match="line 2: no article that fetch wrote"), opened(path):
        pass
    path.write_bytes(good)
    (tmp_path / "corpus.problems.csv").write_text("url;reason\n")
    with pytest.raises(InputError, match="no longer has the columns"), opened(path):
        pass
    (tmp_path / "corpus.problems.csv").unlink()
    warc = tmp_path / "corpus.warc.gz"
    damaged = bytearray(warc.read_bytes())
    damaged[-1500:-1400] = bytes(100)
    warc.write_bytes(damaged)
    with pytest.raises(InputError, match="is damaged at byte"), opened(path):
        pass
    assert warc.read_bytes() == damaged


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(RunError, match="Cannot write"),
        opened(tmp_path / "file" / "corpus.jsonl"),
    ):
        pass
