"""The files that settings of MkDocs are made of, each inheriting the next, and their lines."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml


def inherited_files(settings: Path) -> Iterator[Path]:
    """A file of settings, and those that it inherits one from another; a missing one ends them."""
    seen: set[Path] = set()
    while settings.is_file() and settings not in seen:
        seen.add(settings)
        yield settings
        parents = [
            node.value
            for key, _, node in mapping_keys(read_root_node(settings))
            if key == "INHERIT"
        ]
        if not parents:
            return
        settings = (settings.parent / str(parents[0])).resolve()


def read_root_node(settings: Path) -> Any:
    """The node of YAML that a file is; None when it is no YAML, which MkDocs will refuse."""
    try:
        return yaml.compose(settings.read_bytes(), Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None


def mapping_keys(node: Any) -> Iterator[tuple[str, int, Any]]:
    """The keys of a mapping with their lines, from 1, and the nodes of their values."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield str(key.value), key.start_mark.line + 1, value
