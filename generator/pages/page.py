"""A page: its path, its front matter and its body."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from generator.addresses import address
from generator.exports.json_text import compact_json, escape_unprintable, turns
from generator.law.text import DIRECTION
from generator.pages.frame import Frame
from generator.pages.nodes.blocks import Body


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumbs: a name and the source path it leads to."""

    name: str
    path: str


@dataclass(frozen=True)
class Page:
    """A page; `title` and `description` are plain text.

    `about` is what a report of a mistake says of the page, `scripts` are the names of the scripts
    it needs beside those of every page, `linked_data` is JSON-LD, `template` is a frame other than
    that of all pages. With `listed` the sitemap names it. `frames` say in other languages what it
    is, where its kind does not say enough.
    """

    path: str
    title: str
    body: Body
    description: str = ""
    crumbs: tuple[Crumb, ...] = ()
    changed: date | None = None
    kind: str = "page"
    canonical: str = ""
    about: str = ""
    scripts: tuple[str, ...] = ()
    feed: bool = False
    template: str = ""
    listed: bool = True
    linked_data: Mapping[str, object] = field(default_factory=dict)
    frames: tuple[Frame, ...] = ()

    @cached_property
    def matter(self) -> dict[str, Any]:
        """What the templates know of the page, without direction marks; they escape it for HTML."""
        known = {
            "title": self.title,
            "description": self.description,
            "kind": self.kind,
            "crumbs": [{"name": c.name, "address": address(c.path)} for c in self.crumbs],
            "changed": self.changed.isoformat() if self.changed else None,
            "canonical": address(self.canonical) if self.canonical else None,
            "about": self.about,
            "scripts": list(self.scripts),
            "feed": self.feed,
            "template": self.template,
            "linked_data": self.linked_data,
            "frames": {f.language: {"said": f.said, "own": f.own} for f in self.frames},
        }
        stated = {key: value for key, value in known.items() if value}
        return _plain(stated) if turns(compact_json(stated)) else stated

    def render(self) -> str:
        """The source file: front matter (one JSON value a line, which is YAML) and the body."""
        lines = (f"{key}: {_json(value)}" for key, value in self.matter.items())
        return "---\n" + "\n".join(lines) + f"\n---\n\n{self.body.markdown}\n"


def _plain(value: Any) -> Any:
    """A value without direction marks."""
    if isinstance(value, str):
        return DIRECTION.sub("", value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _json(value: object) -> str:
    """JSON that is also YAML."""
    return escape_unprintable(compact_json(value).decode())
