"""Which settings of a repository's mkdocs.yml a build honours.

Pages are rendered here, not by MkDocs, and are the same bytes for the Markdown extensions, the
theme and the addresses of this package alone. A setting that would make MkDocs render otherwise is
refused: title, language, navigation, `extra` and the like are free.
"""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.locale import Words
from generator.site.folders import DEFAULT_SETTINGS
from generator.site.render import RenderError


class ForeignSettingError(RenderError):
    """A setting that the pages of this package cannot honour; the message is for the user."""


def refuse_foreign_settings(config_file: Path, settings: Path, words: Words) -> None:
    """Refuse what the configuration `config_file`, made of the file `settings`, would change.

    Raises ForeignSettingError, which names the keys.
    """
    try:
        own = load_config(str(config_file))
        ours = load_config(str(DEFAULT_SETTINGS), docs_dir=own.docs_dir)
    except MkDocsException:
        raise ForeignSettingError(words("build.unreadable_settings", file=settings)) from None
    keys = ", ".join(_differing_keys(own, ours))
    if keys:
        raise ForeignSettingError(words("build.foreign_settings", file=settings, keys=keys))


def _differing_keys(own: MkDocsConfig, ours: MkDocsConfig) -> Iterator[str]:
    """The keys of mkdocs.yml whose values would make other pages."""
    differing = {
        "markdown_extensions": (own.markdown_extensions, own.mdx_configs)
        != (ours.markdown_extensions, ours.mdx_configs),
        "theme.name": own.theme.name != ours.theme.name,
        "use_directory_urls": own.use_directory_urls != ours.use_directory_urls,
        "plugins": list(own.plugins) != list(ours.plugins),
        "hooks": bool(own.hooks),
        "extra_css": bool(own.extra_css),
        "extra_javascript": bool(own.extra_javascript),
        "extra_templates": bool(own.extra_templates),
    }
    yield from (key for key, differs in differing.items() if differs)
