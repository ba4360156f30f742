"""A document that the project makes itself is written only if it changed."""

from analysis.core.generated_file import write_if_changed


def test_a_document_is_written_once(tmp_path):
    path = tmp_path / "made.md"
    assert write_if_changed(path, "one – 1\n")
    before = path.stat().st_mtime_ns
    assert not write_if_changed(path, "one – 1\n")
    assert path.stat().st_mtime_ns == before
    assert write_if_changed(path, "two\n")
    assert path.read_text(encoding="utf-8") == "two\n"
