"""Finding of encodings."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.core.errors import InputError
from analysis.load import encodings
from analysis.load.encodings import decode, is_overlong, open_lines

ENGLISH = "The ministry said “at least 29 people” were killed in the café — officials said."
GOOD_LINE = "é".encode()
CP1252_LINE = "é".encode("cp1252")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        ("Le ministère a annoncé que 29 personnes ont été tuées à la gare.", "latin-1"),
        ("Министерство сообщило, что погибли 29 человек в городе.", "cp1251"),
        ("قالت الوزارة إن 29 شخصا قتلوا في المدينة", "cp1256"),
        ("plain", "ascii"),
        ("plain text in wide letters", "utf-16-le"),
        ("plain text in wide letters", "utf-16-be"),
        ("un café", "cp1252"),
        ("Gül said", "cp1252"),
        ("The £5m – a “cost” to the town", "cp1252"),
        ("naïve £20 — café’s owner… said", "cp1252"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy", "cp1250"),
        ("one\r\ntwo\rthree", "utf-8"),
    ],
)
def test_text_is_found_again(text, encoding):
    assert decode(text.encode(encoding), "x.txt").text == text


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"plain", "utf-8"),
        (b"\xef\xbb\xbfplain", "utf-8-sig"),
        (b"\xfe\xff\x00a", "utf-16"),
        ("nine char".encode("utf-16-le"), "utf-16-le"),
        ("nine char".encode("utf-16-be"), "utf-16-be"),
        ("un café".encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_named(data, encoding):
    assert decode(data, "x.txt").encoding == encoding


def test_a_declared_encoding_is_used_if_the_file_is_not_utf8_and_it_fits():
    assert decode("naïve".encode("mac-roman"), "x.html", "mac-roman").text == "naïve"
    assert decode("naïve".encode(), "x.html", "mac-roman").text == "naïve"
    assert decode("naïve".encode(), "x.html", "no-such-encoding").text == "naïve"
    assert decode("un café".encode("cp1252"), "x.html", "no-such-encoding").text == "un café"
    assert decode("un café".encode("cp1252"), "x.html", "ascii").text == "un café"


@pytest.mark.parametrize(
    ("lines", "text", "other_lines"),
    [
        ([GOOD_LINE, GOOD_LINE, CP1252_LINE], "é\né\né", (3,)),
        ([CP1252_LINE, b"plain", GOOD_LINE, GOOD_LINE], "é\nplain\né\né", (1,)),
        ([GOOD_LINE, CP1252_LINE], "é\né", (2,)),
        ([GOOD_LINE, CP1252_LINE, b"plain", b"plain"], "é\né\nplain\nplain", (2,)),
        ([GOOD_LINE, CP1252_LINE, CP1252_LINE], "é\né\né", (2, 3)),
        # one in ten may be UTF-8 by chance: the file is in another encoding
        ([GOOD_LINE] + [CP1252_LINE] * 9, "\n".join(["Ã©"] + ["é"] * 9), ()),
    ],
)
def test_a_few_lines_in_another_encoding(lines, text, other_lines):
    filler = b"a line of text without any accent so that accents are few in the file as a whole "
    data = b"\n".join(filler + line for line in lines)
    decoded = decode(data, "x.txt")
    assert decoded.text.replace(filler.decode(), "") == text
    assert decoded.other_lines == other_lines
    assert decoded.encoding == ("utf-8" if other_lines else "cp1252")


ARABIC = "قالت الوزارة إن اثني عشر شخصا قتلوا في القصف على المدينة يوم الاثنين"
GREEK = "Το υπουργείο ανακοίνωσε ότι δώδεκα άνθρωποι σκοτώθηκαν στην πόλη τη Δευτέρα"
FRENCH = "Le ministère a déclaré que douze personnes ont été tuées à l'étranger lundi"


@pytest.mark.parametrize(
    ("line", "encoding"),
    [(ARABIC, "cp1256"), (GREEK, "cp1253"), (FRENCH, "cp1252")],
)
def test_a_file_half_utf8_and_half_another_encoding_is_read_line_by_line(tmp_path, line, encoding):
    half = [f"{line} {number}" for number in range(8)]
    data = "\n".join(half).encode() + b"\n" + "\n".join(half).encode(encoding) + b"\n"
    text = "\n".join(half * 2) + "\n"
    decoded = decode(data, "x.txt")
    assert decoded.text == text
    assert decoded.other_lines == tuple(range(9, 17))
    [remark] = decoded.remarks()
    assert remark.startswith("mixed encodings: utf-8, but 8 lines (9-16) were read as ")
    (tmp_path / "x.txt").write_bytes(data)
    lines = open_lines(tmp_path / "x.txt")
    assert "".join(lines) == text
    assert (lines.n_lines, lines.remarks()) == (16, decoded.remarks())


@pytest.mark.parametrize(
    "data",
    [
        "é\na\rb\r\nc".encode(),
        "\ufeffé\na\n".encode(),
        "é\na\n".encode("utf-16"),
        ("wide letters of a text " * 9 + "\n").encode("utf-16-le"),
        b"un caf\xe9 est ferme dans la ville\nplain\n",
    ],
)
def test_lines_of_a_file_are_those_of_its_text(tmp_path, data):
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    lines = open_lines(path)
    expected = list(io.StringIO(decode(data, "x.txt").text, newline=""))
    assert list(lines) == list(lines) == expected
    assert lines.n_lines == len(expected)
    assert lines.remarks() == decode(data, "x.txt").remarks()


@pytest.mark.parametrize("ending", ["", "\n", "\nlast é"])
@pytest.mark.parametrize("mixed", [b"", b"\xe9\n\xc3\xa9\n"])
def test_a_line_that_is_too_long_is_cut(tmp_path, monkeypatch, ending, mixed):
    monkeypatch.setattr(encodings, "MAX_LINE", 10)
    path = tmp_path / "x.txt"
    path.write_bytes(mixed + b"short\n" + b"a" * 35 + ending.encode())
    lines = open_lines(path)
    found = list(lines)
    n_before = 3 if mixed else 1
    assert found[n_before] == "a" * 10
    assert [is_overlong(line) for line in found[: n_before + 1]] == [False] * n_before + [True]
    assert found[n_before + 1 :] == (["last é"] if ending.endswith("é") else [])


@pytest.mark.parametrize(
    ("data", "message"),
    [(b" \n", "x.txt is empty"), (b"%PDF-1.7", "x.txt is a PDF, not text")],
)
def test_files_without_lines_of_text(tmp_path, data, message):
    (tmp_path / "x.txt").write_bytes(data)
    with pytest.raises(InputError, match=message):
        open_lines(tmp_path / "x.txt")


@pytest.mark.parametrize(
    ("n_bytes", "n_accents", "expected"),
    [
        (100, 4, True),
        (100, 5, False),
        (60, 2, True),
        (60, 3, False),
        # a short text may have more of them
        (59, 3, True),
        (59, 8, True),
        (59, 9, False),
    ],
)
def test_how_many_accents_are_too_few_for_the_detector(n_bytes, n_accents, expected):
    evidence = b"a" * (n_bytes - n_accents) + CP1252_LINE * n_accents
    assert encodings._has_few_accents(evidence) == expected


def test_bytes_that_cp1252_does_not_have_are_left_to_the_detector():
    assert not encodings._has_few_accents(b"a" * 100 + b"\x81")


@pytest.mark.parametrize(
    ("data", "remark"),
    [
        ("café".encode(), None),
        ("café".encode("utf-16"), None),
        ("The café is closed, the naïve said".encode("cp1252"), "is not UTF-8; it was read as cp1"),
        (
            b"\n".join([GOOD_LINE, GOOD_LINE, CP1252_LINE]),
            "mixed encodings: utf-8, but 1 lines (3) were read as cp1252",
        ),
        (
            b"\n".join([GOOD_LINE] * 6 + [CP1252_LINE] * 5),
            "mixed encodings: utf-8, but 5 lines (7-11) were",
        ),
        (
            b"\n".join([GOOD_LINE] * 7 + [CP1252_LINE] * 6),
            "mixed encodings: utf-8, but 6 lines (8-13) were",
        ),
    ],
)
def test_remarks(data, remark):
    remarks = decode(data, "x.txt").remarks()
    if remark is None:
        assert remarks == []
    else:
        assert len(remarks) == 1
        assert remarks[0].startswith(remark)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04rest", "a zip or Office file"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"GIF89a", "an image"),
        (b"\x1f\x8b\x08", "a gzip file"),
        (b"PAR1", "a Parquet file"),
        (b"SQLite format 3", "a database"),
        (b"\xd0\xcf\x11\xe0", "an old Office file"),
        (bytes(range(32)) * 9, "a binary file"),
        (b"text" + b"\x00" * 9, "a binary file"),
    ],
)
def test_binary_files_are_refused(data, kind):
    with pytest.raises(InputError, match=f"x.csv is {kind}, not text"):
        decode(data, "x.csv")


@pytest.mark.parametrize("control", [b"\x01", b"\x08", b"\x0e", b"\x1a", b"\x1c", b"\x00"])
def test_two_control_characters_in_a_hundred_are_text_and_more_are_not(control):
    assert decode(b"a" * 980 + control * 20, "x.txt").text.startswith("aaa")
    with pytest.raises(InputError, match="a binary file, not text"):
        decode(b"a" * 979 + control * 21, "x.txt")


@pytest.mark.parametrize("character", ["\t", "\n", "\x0b", "\x0c", "\r", "\x1b", "\x7f"])
def test_characters_of_text_files_are_not_counted_as_binary(character):
    assert decode((character * 50).encode(), "x.txt").text == character * 50


def test_eight_wide_letters_are_too_few_to_be_sure():
    with pytest.raises(InputError, match="a binary file, not text"):
        decode("eight ch".encode("utf-16-le"), "x.txt")


@given(st.text(st.characters(codec="utf-8", min_codepoint=32)))
def test_utf8_comes_back(text):
    assert decode(text.encode(), "x.txt").text == text.removeprefix("\ufeff")
