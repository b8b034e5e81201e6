"""Run MkDocs over build/docs with a configuration that adds what the catalogue says."""

import json
import logging
import os
from collections.abc import Iterable
from datetime import UTC, datetime, time
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs

from generator import addresses
from generator.exports.json_text import escape_unprintable
from generator.law.text import DIRECTION
from generator.model.edition import Edition
from generator.model.newest_decision import days_known
from generator.pages.frame import frames_of_kinds
from generator.records.suppression import remove_folder
from generator.site.folders import path_from
from generator.site.inherited import inherited_files
from generator.site.tasks import navigation
from generator.site.theme import load_settings

OVERRIDES = Path(__file__).parent / "overrides"
"""The templates of the site."""
_log = logging.getLogger(__name__)
_FRAME = "frame"
"""The folder, below that for generated files, out of which MkDocs makes what is no page."""
_TEMPLATE_WORDS = (
    "skip",
    "search",
    "sample",
    "reading_copy",
    "contents",
    "breadcrumbs",
    "home",
    "menu",
    "theme",
    "schemes",
    "display",
    "size",
    "to_contents",
    "larger",
    "smaller",
    "wrong",
    "wrong_subject",
    "wrong_body",
    "wrong_section",
    "call",
    "message",
    "locale",
    "not_found",
    "not_found_text",
    "place_label",
    "place_hint",
    "place_list",
    "place_page",
    "place_line",
    "place_clear",
    "place_failed",
    "place_unknown",
    "place_folder",
)
_PLACE_KINDS = ("home", "search", "list", "procedure", "journey")
"""The kinds of pages that ask where the reader lives, where the catalogue has places."""


class RenderError(Exception):
    """MkDocs could not render the pages."""


def config_in(build_folder: Path) -> Path:
    """The configuration of the site, which plain `mkdocs` reads."""
    return build_folder / "mkdocs.yml"


def write_config(edition: Edition, base: Path, build_folder: Path, has_desk: bool = False) -> Path:
    """Write build/mkdocs.yml, which inherits the mkdocs.yml of the project or of the package.

    With a desk, every page leads to it from its foot, and with a copy to download to that. The
    configuration changes whenever what it inherits does: `inherited` is the SHA-256 of the files.
    """
    inherited = sha256(b"".join(file.read_bytes() for file in inherited_files(base)))
    config = {
        "INHERIT": path_from(build_folder, base),
        "site_name": edition.site_title,
        "site_url": edition.catalogue.settings.base_url,
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"custom_dir": str(OVERRIDES)},
        "extra": {**_extra(edition, has_desk), "inherited": inherited.hexdigest()},
    }
    (build_folder / "docs").mkdir(exist_ok=True)  # MkDocs refuses a configuration without it
    path = config_in(build_folder)
    text = escape_unprintable(DIRECTION.sub("", json.dumps(config, ensure_ascii=False, indent=2)))
    path.write_text(text + "\n", encoding="utf8", newline="\n")
    return path


def _extra(edition: Edition, has_desk: bool) -> dict[str, Any]:
    """What the templates need: words, contacts, the ways in, and whether this is a sample."""
    words = edition.words
    settings = edition.catalogue.settings
    licence = settings.licence
    links = navigation(edition)
    desk = ((words("template.desk"), addresses.DESK),) if has_desk else ()
    offline = ((words("template.offline"), addresses.OFFLINE),) if settings.offline_copy else ()
    return {
        "language": words.language,
        "sample": settings.sample,
        "day": edition.day.isoformat(),
        "ways": _links(links.home),
        "menu": _links(links.menu),
        "about": _links((*links.foot, *offline, *desk)),
        "frames": frames_of_kinds(edition),
        "places": list(_PLACE_KINDS) if edition.catalogue.places else [],
        "contacts": [
            {"name": c.name, "phone": c.phone, "email": c.email}
            for c in (*edition.contacts("feedback"), *edition.contacts("help"))
        ],
        "wrong_to": next((c.email for c in edition.contacts("feedback") if c.email), ""),
        "words": {
            **{name: words(f"template.{name}") for name in _TEMPLATE_WORDS},
            "search_label": words("search.label"),
            "as_of": f"{days_known(edition)}.",
            "grown_old": words("template.grown_old", day=words.day(edition.day), count="{count}"),
            "licence": words("template.licence", licence=licence) if licence else "",
        },
    }


def _links(found: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "address": addresses.address(path)} for name, path in found]


def render_frame(config: Path, site: Path, edition: Edition) -> list[str]:
    """Have MkDocs make what is not a page of the catalogue: the page 404, the theme.

    Returns its warnings. Raises RenderError when it gives up. The build date is the day of the
    edition, so that the same commit gives the same bytes.
    """
    midnight = datetime.combine(edition.day, time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    listener = _Listener()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    empty = config.parent / _FRAME
    remove_folder(_log, empty)  # a killed run leaves it
    try:
        empty.mkdir()
        (empty / addresses.HOME).touch()
        mkdocs(load_settings(config, docs_dir=str(empty), site_dir=str(site)))
    except Exception as error:
        raise RenderError(f"{type(error).__name__}: {error}") from error
    finally:
        logger.removeHandler(listener)
        remove_folder(_log, empty)
    return listener.warnings


class _Listener(logging.Handler):
    """Keeps what MkDocs warns of: a broken link is a fault of the generator."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the text of a warning."""
        self.warnings.append(record.getMessage())
