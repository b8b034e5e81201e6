"""Bodies of pages at random: the HTML of the nodes against what MkDocs makes of their Markdown."""

import random
import tempfile
from functools import cache
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as StockPage

from generator.site.render import write_config
from tests.conftest import PROJECT, SAMPLE, edition_of
from tests.pages.drawing import RandomDrawer, drawn_body

_PATH = "a/e/index.md"


def render_right(chance: random.Random) -> str:
    """The content that nodes write is what MkDocs makes of their Markdown."""
    state = chance.getrandbits(64)
    body = drawn_body(RandomDrawer(random.Random(state)))
    config = _config()
    file = File(_PATH, config.docs_dir, config.site_dir, config.use_directory_urls)
    stock = StockPage(None, file, config)
    stock.markdown, stock.meta = f"{body.markdown}\n", {"title": "x"}
    stock.render(config, Files([file]))
    if stock.content == body.html:
        return ""
    return f"{body.markdown!r} (seed {state}): {body.html!r}, by MkDocs {stock.content!r}"


@cache
def _config() -> MkDocsConfig:
    with tempfile.TemporaryDirectory(prefix="niemyet-fuzz-") as name:
        build = Path(name) / "build"
        (build / "docs").mkdir(parents=True)
        return load_config(str(write_config(edition_of(SAMPLE), PROJECT / "mkdocs.yml", build)))
