"""The procedure pages of a site as other engines see them: their title and their text."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MAIN = re.compile("<main[^>]*>(.*)</main>", re.DOTALL)
_TAG = re.compile("<[^>]+>")


@dataclass(frozen=True, slots=True)
class PageText:
    """A procedure's page."""

    code: str
    title: str
    text: str


def procedure_pages(site: Path) -> Iterator[PageText]:
    """Every procedure of the site with the text of its page."""
    index = json.loads((site / "api/v1/index.json").read_text("utf8"))
    for procedure in index["procedures"]:
        page = (site / "thu-tuc" / procedure["id"] / "index.html").read_text("utf8")
        main = _MAIN.search(page)
        text = html.unescape(_TAG.sub(" ", main[1])) if main else ""
        yield PageText(procedure["id"], procedure["title"], " ".join(text.split()))
