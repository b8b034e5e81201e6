"""The configuration of MkDocs for a build, with a theme whose templates are ready quickly."""

import os
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme


def load_settings(config_file: Path, **overrides: str) -> MkDocsConfig:
    """What plain `mkdocs` would read, with the same templates found and compiled quickly."""
    config = load_config(str(config_file), **overrides)
    config.theme = QuickTheme(config.theme)
    return config


class QuickTheme(Theme):
    """A theme with the values of another one; each process compiles its templates once."""

    def __init__(self, theme: Theme) -> None:
        self.__dict__.update(theme.__dict__)

    def get_env(self) -> Environment:
        """The environment of templates that MkDocs makes, with a quicker loader and a cache."""
        env = super().get_env()
        env.loader = _VisibleTemplates(self.dirs)
        env.bytecode_cache = _COMPILED
        return env


class _VisibleTemplates(FileSystemLoader):
    """Lists no hidden folder: MkDocs leaves them out, and Material has 12,000 icons in one."""

    def list_templates(self) -> list[str]:
        """Every path in the folders of the theme that has no hidden folder in it."""
        found: set[str] = set()
        for top in self.searchpath:
            for folder, inner, files in os.walk(top):
                inner[:] = [name for name in inner if not name.startswith(".")]
                found.update(Path(folder, name).relative_to(top).as_posix() for name in files)
        return sorted(found)


class _CompiledTemplates(BytecodeCache):
    """Compiled templates in memory: a preview and a federation render the same ones many times."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled of the same file, unless its text has changed since."""
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Hold what was compiled."""
        self._codes[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _CompiledTemplates()
