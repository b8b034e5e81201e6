"""What a folder holds, to the byte."""

import hashlib
from pathlib import Path


def digest(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file by its path."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
