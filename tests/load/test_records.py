"""The types that the file readers share."""

from analysis.load.records import Record, Stream, problem_row


def test_a_stream_as_a_whole_is_a_source_with_all_its_records():
    batches = [[Record("x, row 0"), Record("x, row 1")], [Record("x, row 2")]]
    stream = Stream(
        "news", ("text",), [("x", "0" * 64)], lambda: iter(batches), lambda column: iter([])
    )
    whole = stream.whole()
    assert [record.where for record in whole.records] == ["x, row 0", "x, row 1", "x, row 2"]
    assert (whole.name, whole.columns, whole.inputs) == ("news", ("text",), [("x", "0" * 64)])
    assert whole.mapping is None


def test_a_problem_names_the_stage():
    assert problem_row("a1", "has no date", kept=True) == {
        "article_id": "a1",
        "stage": "load",
        "reason": "has no date",
        "kept": True,
    }
