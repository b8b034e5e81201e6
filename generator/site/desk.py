"""The files of the desk: a page on which changes of records are drafted in a browser.

They are written into a site that has been built, below `soan-thao/`: the page with its scripts, the
YAML library of `make desk`, the schemas, and each published record as its file is. What no decision
has published yet, and the decisions that are drafts, stay out of it.
"""

import base64
import hashlib
import logging
from collections.abc import Iterator, Set
from dataclasses import dataclass
from html import escape
from importlib import resources
from pathlib import Path
from typing import Any

from generator.addresses import DESK_FOLDER, RULES
from generator.exports.json_text import to_json
from generator.law.rules import run_record_rules
from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.layout import MOST_READ_WHOLE, catalogue_file
from generator.records.program import compute_code_fingerprint
from generator.records.reading import encode_reading, read_record
from generator.records.registers import Repository
from generator.records.suppression import remove_folder
from generator.search.files import ROOT as SEARCH
from generator.site.desk_agencies import desk_agencies
from generator.site.desk_forge import CATALOGUE_FOLDER, forge_api
from generator.site.desk_kept import replace_files
from generator.site.desk_program import (
    PYTHON,
    read_interpreter,
    read_preview,
    read_program,
    read_reader,
)
from generator.site.desk_records import DeskRecord, index_entry, read_desk_records
from generator.site.desk_schemas import desk_schemas
from generator.site.desk_timelines import desk_timelines
from generator.site.static import ASSETS, desk_style

_log = logging.getLogger(__name__)

FOLDER = DESK_FOLDER
DATA = "du-lieu"
_STAMP = "stamp.txt"
PACKAGES = Path("build") / "desk" / "node_modules"
"""Where `make desk` puts the packages."""
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; "
    "connect-src {hosts}; style-src 'self'; img-src 'self'; base-uri 'self'; form-action 'none'"
)
"""The Content-Security-Policy of this page alone: the checks run in it as WebAssembly, and it may
ask the site and, where the catalogue names its repository, that one host."""
_YAML = Path("yaml") / "browser" / "dist"
File = tuple[str, bytes]


class NoPackagesError(Exception):
    """The packages of the desk are not there: `make desk` fetches them."""


@dataclass(frozen=True, slots=True)
class DeskReport:
    """How many records the desk has, and the bytes of all its files."""

    records: int
    bytes: int


def write_desk(
    catalogue: Catalogue, root: Path, packages: Path, site: Path, words: Words
) -> DeskReport:
    """Write the desk of a catalogue into a built site, in the place of the one before.

    Raises NoPackagesError, and OSError when a file cannot be written or read as it was checked.
    """
    files, count = _desk_files(catalogue, root, packages, site, words)
    new, old = site / f"{FOLDER}.new", site / FOLDER
    remove_folder(_log, new)
    for path, content in files:
        target = new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    remove_folder(_log, old)
    new.rename(old)
    return DeskReport(count, sum(len(content) for _, content in files))


def _desk_files(
    catalogue: Catalogue, root: Path, packages: Path, site: Path, words: Words
) -> tuple[list[File], int]:
    """All files of the desk, the stamp last, and how many records are among them."""
    yaml_files = list(_read_yaml_library(packages, site))
    program = list(_read_program(packages, site))
    records = list(read_desk_records(catalogue, root))
    settings = _page_settings(catalogue, site)
    page = _page(words, catalogue.settings.repository, site)
    files = [
        *_read_page_files(),
        ("index.html", page.encode()),
        ("dang-nhap.html", _login_page(words).encode()),
        *yaml_files,
        *program,
        *_data_files(catalogue, root, records, words),
        (f"{DATA}/settings.json", to_json(settings)),
        (_STAMP, _stamp(catalogue)),
    ]
    return files, len(records)


def refresh_desk(
    catalogue: Catalogue, root: Path, packages: Path, site: Path, words: Words
) -> None:
    """Bring the desk that a site has to the records and the program of now, file by file.

    What is the same stays untouched; the stamp is written last. Raises NoPackagesError or OSError.
    """
    stamp = site / FOLDER / _STAMP
    if not (stamp.is_file() and stamp.read_bytes() == _stamp(catalogue)):
        files, _ = _desk_files(catalogue, root, packages, site, words)
        replace_files(site / FOLDER, files)


def _stamp(catalogue: Catalogue) -> bytes:
    """Tells the desk of one state of the records and of the program from another."""
    total = hashlib.sha256(compute_code_fingerprint())
    for path, digest in sorted(catalogue.digests.items()):
        total.update(path.encode() + b"\0" + digest)
    return total.hexdigest().encode()


def _read_yaml_library(packages: Path, site: Path) -> Iterator[File]:
    """The library from its package; without that, as the desk before has it."""
    folder, kept = packages / _YAML, site / FOLDER / "yaml"
    if (folder / "index.js").is_file():
        yield "yaml/LICENSE.txt", (packages / "yaml" / "LICENSE").read_bytes()
    elif (kept / "index.js").is_file():
        folder = kept
        yield "yaml/LICENSE.txt", (kept / "LICENSE.txt").read_bytes()
    else:
        raise NoPackagesError
    for file in sorted(folder.rglob("*.js")):
        yield f"yaml/{file.relative_to(folder).as_posix()}", file.read_bytes()


def _read_program(packages: Path, site: Path) -> Iterator[File]:
    """The program of the worker; without its interpreter, with that of the desk before.

    Without both the page works, and checks nothing itself. The rules are always those of now.
    """
    interpreter, kept = packages / PYTHON, site / FOLDER
    wheels = sorted((packages.parent / "wheels").glob("*.whl"))
    if interpreter.is_dir() and wheels:
        found = list(read_interpreter(interpreter, wheels))
    else:
        files = sorted((kept / PYTHON).glob("*"))
        found = [(file.relative_to(kept).as_posix(), file.read_bytes()) for file in files]
    if found:
        yield from (*found, read_program(), read_reader(), read_preview())


def _read_page_files() -> Iterator[File]:
    folder = resources.files("generator.site") / "desk"
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith((".js", ".mjs")):
            yield file.name, file.read_bytes()
    yield "desk.css", desk_style()


def _page_settings(catalogue: Catalogue, site: Path) -> dict[str, Any]:
    """What the site has besides the desk, and where requests are sent: null for nowhere.

    A site may have no more than its API; the desk then leads nowhere else in it.
    """
    repository = catalogue.settings.repository
    sent_to = repository and {
        "forge": repository.forge,
        "address": repository.address,
        "api": forge_api(repository).base,
        "folder": CATALOGUE_FOLDER,
        "login": forge_api(repository).login,
        "application": repository.application,
    }
    has_search = (site / SEARCH / "manifest.json").is_file()
    return {
        "search": has_search,
        "rules": (site / RULES).parent.is_dir(),
        "styles": (site / ASSETS).is_dir(),
        "repository": sent_to,
    }


def _page(words: Words, repository: Repository | None, site: Path) -> str:
    home, icon = (site / "index.html").is_file(), (site / ASSETS / "icon.svg").is_file()
    back = f'<a href="../">{escape(words("desk.back"))}</a>' if home else ""
    drawn = f'<link rel="icon" href="../{ASSETS}/icon.svg">' if icon else ""
    title = escape(words("desk.title"))
    hosts = f"'self' {forge_api(repository).origin}" if repository else "'self'"
    policy = POLICY.format(hosts=hosts)
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{title}</title>\n{drawn}\n"
        '<link rel="stylesheet" href="desk.css">\n<script src="colours.js"></script>\n'
        '<script type="module" src="main.js"></script>\n</head>\n<body>\n'
        f"<header>{back}</header>\n"
        f'<main id="desk"><h1>{title}</h1><p>{escape(words("desk.starting"))}</p></main>\n'
        '<div id="announcement" role="status" aria-live="polite"></div>\n</body>\n</html>\n'
    )


def _login_page(words: Words) -> str:
    """The page to which a forge leads back after a login, in a window of its own."""
    policy = POLICY.format(hosts="'none'").replace(" 'wasm-unsafe-eval'", "")
    title = escape(words("desk.logged_in"))
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="robots" content="noindex">\n'
        f'<title>{title}</title>\n<link rel="icon" href="../{ASSETS}/icon.svg">\n'
        '<script type="module" src="logged-in.js"></script>\n</head>\n'
        f"<body><main><h1>{title}</h1></main></body>\n</html>\n"
    )


def _data_files(
    catalogue: Catalogue, root: Path, records: list[DeskRecord], words: Words
) -> Iterator[File]:
    index = [index_entry(one) for one in records]
    entries = {key: text for key, text in words.entries.items() if key.startswith("desk.")}
    yield f"{DATA}/records.json", to_json(index)
    yield f"{DATA}/schemas.json", to_json(desk_schemas(words))
    yield f"{DATA}/words.json", to_json(entries)
    yield f"{DATA}/timelines.json", to_json(desk_timelines(catalogue))
    yield f"{DATA}/agency-procedures.json", to_json(desk_agencies(catalogue))
    yield f"{DATA}/names.json", to_json(_names_in_lists(catalogue))
    yield f"{DATA}/readings.json", to_json(_readings(root, records))
    public = {one.path for one in records}
    yield f"{DATA}/exceptions.json", to_json(_accepted(catalogue, public))
    for one in records:
        yield f"{DATA}/catalogue/{one.path}", one.content


def _names_in_lists(catalogue: Catalogue) -> dict[str, list[list[str]]]:
    """Ids with their names, of registers that are one file, by what the schemas call such an id."""
    return {
        "field_id": [[one.id, one.name] for one in catalogue.fields.values()],
        "life_event_id": [[one.id, one.name] for one in catalogue.life_events.values()],
    }


def _readings(root: Path, records: list[DeskRecord]) -> dict[str, tuple[str, str]]:
    """What checks read whole, read already: the text and record of each file without a problem."""
    if len(records) > MOST_READ_WHOLE:
        return {}
    found = (
        (one, read_record(root, catalogue_file(one.path), run_record_rules)) for one in records
    )
    return {
        one.path: (one.content.decode(), base64.b64encode(encode_reading(reading).record).decode())
        for one, reading in found
        if reading.record is not None and not reading.problems
    }


def _accepted(catalogue: Catalogue, public: Set[str]) -> list[dict[str, str | None]]:
    """The exceptions for public records without their reasons, which are for editors alone."""
    return [
        {"rule": one.rule, "record": one.record, "until": str(one.until), "at": one.at}
        for one in catalogue.exceptions
        if one.record in public
    ]
