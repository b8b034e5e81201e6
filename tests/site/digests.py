"""What a folder holds, to the byte."""

import hashlib
from pathlib import Path

from generator.site.last_generation import unnamed_files


def digest(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file by its path; of a site, without what is kept for open pages."""
    kept = unnamed_files(folder)
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.relative_to(folder).as_posix() not in kept
    }
