"""A queue is filled in row by row, and saved after each; nothing but the judgement changes."""

from datetime import date

import pytest

from analysis.core.errors import InputError
from analysis.corrections.filling_in import FilledQueue
from analysis.corrections.queue import draw_queue
from analysis.corrections.read import scan_corrections

DAY = date(2026, 3, 5)
HEADING = "correction_id,table,key,column,old,new,coder,day,note,drawn,sentence,text\n"
ROWS = [
    "q1,figures,a1 [16:18] 12,checked,,,,,,random,[12] died in Ärn.,12",
    'q2,figures,a1 [30:32] 30,checked,,,,,"see, there",doubtful,[30] were hurt.,30',
    "q3,figures,a2 [5:7] 14,checked,,,,,,deciding,[14] died.,14",
]


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "queue.csv"
    file.write_text(HEADING + "\n".join(ROWS) + "\n", encoding="utf8")
    return file


def test_each_judgement_is_in_the_file_at_once(path):
    queue = FilledQueue.read(path, "AB")
    queue.judge("right", DAY)
    assert scan_corrections(path)[0].rows["new"].tolist() == ["right", None, None]
    queue.judge("low=31; high=31", DAY)
    corrections, faults = scan_corrections(path)
    assert not faults
    assert corrections.rows["new"].tolist() == ["right", "low=31; high=31", None]
    assert corrections.rows["coder"].tolist() == ["AB", "AB", None]
    assert corrections.rows["note"].tolist() == [None, "see, there", None]
    assert corrections.rows["drawn"].tolist() == ["random", "doubtful", "deciding"]


def test_the_work_goes_on_where_it_was_left(path):
    FilledQueue.read(path).judge("wrong", DAY)
    queue = FilledQueue.read(path)
    assert (queue.position, queue.n_judged) == (1, 1)
    assert queue.current["text"] == "30"


def test_one_may_go_back_and_judge_again(path):
    queue = FilledQueue.read(path)
    queue.judge("wrong", DAY)
    queue.back()
    assert queue.current["new"] == "wrong"
    queue.judge("right", DAY)
    assert queue.position == 1
    assert FilledQueue.read(path).rows["new"].tolist() == ["right", "", ""]
    queue.back()
    queue.back()
    assert queue.position == 0


def test_after_the_last_row_there_is_none(path):
    queue = FilledQueue.read(path)
    for _ in ROWS:
        queue.judge("right", DAY)
    assert queue.current is None
    with pytest.raises(InputError, match="Every row is judged"):
        queue.judge("right", DAY)
    queue.back()
    assert queue.current["text"] == "14"


@pytest.mark.parametrize(
    ("judgement", "message"),
    [
        ("rigth", "'rigth' is no judgement. Write right, wrong or low=31; high=31"),
        ("", "is no judgement"),
        ("low=many", "is not a number"),
        ("outcome=dead", "outcome"),
        ("colour=red", "colour"),
    ],
)
def test_a_bad_judgement_is_told_and_changes_nothing(path, judgement, message):
    before = path.read_bytes()
    queue = FilledQueue.read(path)
    with pytest.raises(InputError, match=message):
        queue.judge(judgement, DAY)
    assert path.read_bytes() == before
    assert queue.position == 0


def test_a_file_of_a_spreadsheet_keeps_its_semicolons(path):
    text = (HEADING + ROWS[0] + "\n").replace(",", ";")
    path.write_text("\ufeff" + text, encoding="utf8")
    FilledQueue.read(path).judge("right", DAY)
    assert path.read_text(encoding="utf-8-sig").startswith("correction_id;table;key")
    assert scan_corrections(path)[0].rows["new"].tolist() == ["right"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "There is no file"),
        ("a,b\n1,2\n", "has no column table"),
        (HEADING, "has no rows"),
        (b"PK\x03\x04\xff\xfe", "is not a CSV file in UTF-8"),
        ("", "is not a CSV file"),
    ],
)
def test_what_is_no_queue_is_told_with_the_command_that_draws_one(tmp_path, content, message):
    file = tmp_path / "queue.csv"
    if content is not None:
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError, match=message) as raised:
        FilledQueue.read(file)
    assert "parallax queue" in str(raised.value)


def test_a_queue_that_was_drawn_can_be_filled_in(frames, tmp_path):
    from types import SimpleNamespace

    drawn = draw_queue(SimpleNamespace(**frames), n_rows=4)
    file = tmp_path / "queue.csv"
    drawn.to_csv(file, index=False)
    queue = FilledQueue.read(file)
    while (row := queue.current) is not None:
        assert f"[{row['text']}]" in row["sentence"]
        queue.judge("right", DAY)
    assert not scan_corrections(file)[1]
