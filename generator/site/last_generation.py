"""The data files of the last publish, which pages that were open at this one still ask for.

They carry their content in their names, and a manifest names them: a page that has read the
manifest of before asks for the files of before. They stay until a later publish changes the
manifests again. What no manifest of two publishes names goes.
"""

import hashlib
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.search.files import HASHED as SEARCH_FOLDERS
from generator.search.files import ROOT, named_files
from generator.search.place_files import HASHED as PLACE_FOLDER
from generator.search.place_files import PLACE_ROOT, named_place_files
from generator.site.desk_kept import copy_as_link

_log = logging.getLogger(__name__)
_FOLDERS = (*SEARCH_FOLDERS, PLACE_FOLDER)
_MANIFESTS: Mapping[str, Callable[[Any], Iterator[str]]] = {
    f"{ROOT}/manifest.json": named_files,
    f"{PLACE_ROOT}/manifest.json": named_place_files,
}


def carries_digest(path: str) -> bool:
    """Whether a file of a site has its content in its name."""
    return path.endswith(".json") and path.rpartition("/")[0] in _FOLDERS


def kept_files(before: Path, *after: Path) -> frozenset[str]:
    """The files of the site `before` that stay beside those of the one that replaces it.

    That is found in the first of the folders `after` that has a manifest. A publish that leaves
    the manifests as they are leaves what was kept, too.
    """
    old, new = _read_manifests(before), _read_manifests(*after)
    present = frozenset(_present(before))
    asked_for = present if old == new else _named(old) & present
    return asked_for - _named(new)


def unnamed_files(site: Path, *manifests: Path) -> frozenset[str]:
    """The files with digests in a site that no manifest names, in the first folder that has it."""
    named = _named(_read_manifests(*(manifests or (site,))))
    return frozenset(_present(site)) - named if named else frozenset()


def keep_last_generation(site: Path, finished: Path) -> None:
    """Put the files that open pages ask for into the site that is to replace theirs.

    One that is not what its name says stays out. Raises OSError.
    """
    for path in kept_files(site, finished):
        if _check_name(site / path):
            (finished / path).parent.mkdir(parents=True, exist_ok=True)
            copy_as_link(str(site / path), str(finished / path))
        else:
            _log.info("damaged, so not kept for open pages: %s", path)


def _check_name(file: Path) -> bool:
    content, digits = file.read_bytes(), file.stem.rpartition("-")[2]
    return hashlib.sha256(content).hexdigest().startswith(digits)


def _present(site: Path) -> Iterator[str]:
    for folder in _FOLDERS:
        yield from (f"{folder}/{file.name}" for file in (site / folder).glob("*.json"))


def _read_manifests(*folders: Path) -> tuple[bytes, ...]:
    return tuple(_read_first(folder / name for folder in folders) for name in _MANIFESTS)


def _read_first(files: Iterable[Path]) -> bytes:
    return next((file.read_bytes() for file in files if file.is_file()), b"")


def _named(manifests: tuple[bytes, ...]) -> frozenset[str]:
    pairs = zip(_MANIFESTS, manifests, strict=True)
    return frozenset(path for name, content in pairs for path in _names_in(name, content))


def _names_in(name: str, content: bytes) -> list[str]:
    """The files that a manifest names; none where there is none, or it is damaged."""
    if not content:
        return []
    try:
        return list(_MANIFESTS[name](json.loads(content)))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        _log.info("the last %s cannot be read: %s: %s", name, type(error).__name__, error)
        return []
