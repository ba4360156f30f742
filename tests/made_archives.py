"""Zip archives of a kind that no reader knows."""


def with_unknown_zip(data, *, compression=8, version=20):
    """Return a zip archive whose members claim another compression or version of the format."""
    changed = bytearray(data)
    # where version and compression stand, behind the mark of each header
    for mark, version_at in ((b"PK\x03\x04", 4), (b"PK\x01\x02", 6)):
        place = changed.find(mark)
        while place >= 0:
            first = place + version_at
            changed[first : first + 2] = version.to_bytes(2, "little")
            changed[first + 4 : first + 6] = compression.to_bytes(2, "little")
            place = changed.find(mark, place + 4)
    return bytes(changed)
