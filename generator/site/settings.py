"""Which settings of a repository's mkdocs.yml a build honours.

Pages are rendered here, not by MkDocs, and are the same bytes for the Markdown extensions, the
theme and the addresses of this package alone. A setting is refused unless it is known to leave the
pages that MkDocs makes as they are: title, description, `extra` and the like.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.locale import Words
from generator.records.memoize import memoize_last
from generator.site.folders import DEFAULT_SETTINGS
from generator.site.inherited import inherited_files, mapping_keys, read_root_node
from generator.site.render import OVERRIDES, RenderError

_FREE = frozenset(
    {
        "config_file_path",
        *("site_name", "site_url", "docs_dir", "site_dir"),  # a build sets them itself
        *("site_author", "site_description", "copyright", "extra"),
        *("repo_url", "repo_name", "edit_uri", "edit_uri_template", "remote_branch", "remote_name"),
        *("not_in_nav", "dev_addr", "strict", "validation", "watch"),
    }
)
"""The settings that change no page: those that the template does not show."""
_LOOKED_INTO = frozenset({"nav", "theme", "plugins"})


class ForeignSettingError(RenderError):
    """A setting that the pages of this package cannot honour; the message is for the user."""


def refuse_foreign_settings(config_file: Path, settings: Path, words: Words) -> None:
    """Refuse what the configuration `config_file`, made of the file `settings`, would change.

    Raises ForeignSettingError, which names the keys and where they stand.
    """
    stated = _stated_keys(settings)
    foreign = {*_own_code(stated)}
    try:
        own = load_config(str(config_file))
        foreign.update(_differing_keys(own, _our_settings(DEFAULT_SETTINGS.read_bytes())))
    except MkDocsException:
        if not foreign:
            raise ForeignSettingError(words("build.unreadable_settings", file=settings)) from None
    if foreign:
        keys = ", ".join(_located(key, stated) for key in sorted(foreign))
        raise ForeignSettingError(words("build.foreign_settings", file=settings, keys=keys))


@memoize_last
def _our_settings(_: bytes) -> MkDocsConfig:
    """The settings of this package; its pages stand in a folder that exists, as MkDocs demands."""
    return load_config(str(DEFAULT_SETTINGS), docs_dir=str(OVERRIDES))


def _differing_keys(own: MkDocsConfig, ours: MkDocsConfig) -> Iterator[str]:
    """The keys of mkdocs.yml whose values would make other pages."""
    for key in ours:
        if key not in _FREE | _LOOKED_INTO and own[key] != ours[key]:
            yield "markdown_extensions" if key == "mdx_configs" else key
    if list(own.plugins) != list(ours.plugins):
        yield "plugins"
    if any(_named_pages(own.nav)):
        yield "nav"
    if own.theme.name != ours.theme.name:
        yield "theme.name"
    elif own.theme.static_templates != ours.theme.static_templates:
        yield "theme.static_templates"


def _named_pages(nav: object) -> Iterator[str]:
    """The names that a navigation gives to pages, which would stand in the place of their own."""
    if isinstance(nav, list):
        for item in nav:
            yield from _named_pages(item)
    elif isinstance(nav, Mapping):
        for name, target in nav.items():
            if isinstance(target, str) and target.endswith(".md"):
                yield str(name)
            yield from _named_pages(target)


_Stated = Mapping[str, tuple[Path, int, Any]]
"""Keys of mkdocs.yml, those of the theme as `theme.name`: the file, the line and the node."""


def _stated_keys(settings: Path) -> _Stated:
    """What the file and those that it inherits state; the nearest file counts."""
    stated: dict[str, tuple[Path, int, Any]] = {}
    for file in inherited_files(settings):
        for name, line, node in mapping_keys(read_root_node(file)):
            stated.setdefault(name, (file, line, node))
            if name == "theme":
                for inner, inner_line, value in mapping_keys(node):
                    stated.setdefault(f"theme.{inner}", (file, inner_line, value))
    return stated


def _own_code(stated: _Stated) -> Iterator[str]:
    """The keys of hooks and of templates of one's own, which a build does not look for."""
    if "hooks" in stated and stated["hooks"][2].value:
        yield "hooks"
    if "theme.custom_dir" in stated:
        file, _, node = stated["theme.custom_dir"]
        folder = file.parent / str(node.value)
        if folder.is_dir() and _read_contents(folder) != _read_contents(OVERRIDES):
            yield "theme.custom_dir"


def _read_contents(folder: Path) -> dict[Path, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder): path.read_bytes() for path in files}


def _located(key: str, stated: _Stated) -> str:
    """A key with the file and the line where it stands."""
    if key not in stated:
        return key
    file, line, _ = stated[key]
    return f"{key} ({file.name}:{line})"
