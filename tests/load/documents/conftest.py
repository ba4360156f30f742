"""What the tests of documents share."""

import pytest


@pytest.fixture
def write_folder(tmp_path):
    """Return a function that writes files into a folder and returns its path."""

    def write(files):
        folder = tmp_path / "news"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return write
