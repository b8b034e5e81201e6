"""Where the links of a page lead, read from its HTML: whatever rendered it."""

import re
from collections.abc import Sequence
from posixpath import normpath

from generator.addresses import HOME
from generator.pages.page import Page

_LINK = re.compile(r'<a\s[^>]*?href="([^"#:?]*)[#"?]')
"""The path of a link within the site; one with a scheme leads elsewhere."""
_UP = "../"


def links_of(page: Page, content: str) -> set[str]:
    """The source paths that a page leads to, by the HTML of its content and by its front matter.

    What the template adds to every page is the navigation of the site (`site/tasks.py`).
    """
    folders = page.path.split("/")[:-1]
    found = {_source(path, folders) for path in set(_LINK.findall(content)) if path}
    found.update([crumb.path for crumb in page.crumbs])
    if page.canonical:
        found.add(page.canonical)
    return found


def _source(path: str, folders: Sequence[str]) -> str:
    """The source path that an address leads to from a page in `folders`."""
    up = path.count(_UP)
    rest = path[len(_UP) * up :]
    below = f"/{rest}"
    if "/." in below or "//" in below or up > len(folders) or not path.startswith(_UP * up):
        return _unusual_source(path, folders)
    found = "/".join([*folders[: len(folders) - up], rest])
    return f"{found}{HOME}" if not rest or rest.endswith("/") else found


def _unusual_source(path: str, folders: Sequence[str]) -> str:
    """As `_source`, for steps in any order; what leads out of the site begins with `..` or `/`."""
    found = normpath("/".join([*folders, path])) if not path.startswith("/") else path
    if path.rpartition("/")[2] in ("", ".", ".."):
        return HOME if found == "." else f"{found.rstrip('/')}/{HOME}"
    return found
