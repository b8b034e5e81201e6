"""A Python without what Windows lacks; every process of a run loads this before anything else."""

import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from types import ModuleType

_MODULES = {"fcntl", "resource", "grp", "pwd", "termios"}
_CALLS = ("fork", "forkpty", "link", "pread", "pwrite", "preadv", "pwritev", "sched_getaffinity")


class _Lacking(MetaPathFinder):
    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> None:
        if name in _MODULES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


sys.meta_path.insert(0, _Lacking())
for name in _MODULES:
    sys.modules.pop(name, None)
for name in _CALLS:
    delattr(os, name)
