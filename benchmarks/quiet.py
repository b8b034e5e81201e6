"""A disk that has nothing else to do while something is measured."""

from pathlib import Path
from secrets import token_hex


def put_away(left: Path, folder: Path) -> None:
    """Have something out of the way in a folder, unremoved.

    For five minutes ext4 avoids the places of files that were removed, and looks for others long.
    """
    if left.exists():
        left.rename(folder / f"old-{token_hex(8)}")
