"""The zip of a Word file: the same bytes whenever it is written."""

import io
import zipfile

_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a zip can hold: files must not tell when they were made."""


def fix_package(content: bytes) -> bytes:
    """A Word file with fixed days and its parts in the order of their names."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        names = sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return made.getvalue()
