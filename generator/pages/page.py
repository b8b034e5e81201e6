"""A page: its path, its front matter and its Markdown."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.exports.paths import address
from generator.law.text import DIRECTION


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumbs: a name and the source path it leads to."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page; `title` and `description` are plain text, `body` is Markdown.

    `about` is what a report of a mistake says of the page, `scripts` are the names of the scripts
    it needs beside those of every page, `linked_data` is JSON-LD.
    """

    path: str
    title: str
    body: str
    description: str = ""
    crumbs: tuple[Crumb, ...] = ()
    changed: date | None = None
    kind: str = "page"
    canonical: str = ""
    about: str = ""
    scripts: tuple[str, ...] = ()
    feed: bool = False
    linked_data: Mapping[str, object] = field(default_factory=dict)

    def render(self) -> str:
        """The file: front matter (one JSON value a line, which is YAML) and the body."""
        matter = {
            "title": self.title,
            "description": self.description,
            "kind": self.kind,
            "crumbs": [{"name": c.name, "address": address(c.path)} for c in self.crumbs],
            "changed": self.changed.isoformat() if self.changed else None,
            "canonical": address(self.canonical) if self.canonical else None,
            "about": self.about,
            "scripts": list(self.scripts),
            "feed": self.feed,
            "linked_data": self.linked_data,
        }
        kept = {key: value for key, value in matter.items() if value}
        lines = (f"{key}: {_json(value)}" for key, value in kept.items())
        return "---\n" + "\n".join(lines) + f"\n---\n\n{self.body}\n"


def _json(value: object) -> str:
    """A value of the front matter, without direction marks; the templates escape it for HTML."""
    return json.dumps(json.loads(DIRECTION.sub("", json.dumps(value, ensure_ascii=False))))
