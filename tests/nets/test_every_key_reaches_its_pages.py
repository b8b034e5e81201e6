"""Whatever key of whatever record is edited: a task that would make other bytes is made again.

The small catalogue of boundaries uses nearly every key of every kind of record. Each key is edited
once; a task whose dependencies say that nothing changed must make what it made before.
"""

import hashlib
import json
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.law.timeline import as_signed
from generator.locale import words_of
from generator.model.edition import Edition
from generator.pages.page import Page
from generator.records.catalogue import Catalogue
from generator.records.layout import catalogue_file
from generator.records.live_catalogue import LiveCatalogue
from generator.records.schema import schema_folder, validate
from generator.records.yaml_writer import to_yaml
from generator.site.dependencies import DependencyDigests
from generator.site.task_kinds import Task
from generator.site.tasks import all_tasks, make_outputs
from generator.site.tracking import minimal_dependencies, track_reads

GOLDEN = Path(__file__).parent.parent / "golden" / "catalogue"
DAY = date(2026, 6, 15)
Keys = tuple[str, ...]
Steps = tuple[str | int, ...]
UNCHANGEABLE = {
    "agency/id": "the name of the file",
    "calendar/year": "the name of the file",
    "decision/id": "the name of the file",
    "legal-document/id": "the name of the file",
    "procedure/id": "the name of the folder",
    "version/procedure": "the name of the folder",
    "version/version": "the name of the file",
    "catalogue/time_zone": "there is one",
}


def _leaves(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    items = enumerate(value) if isinstance(value, list) else ()
    for step, inner in value.items() if isinstance(value, dict) else items:
        yield from _leaves(inner, (*steps, step))
    if not isinstance(value, dict | list):
        yield steps, value


def _name(kind: str, steps: Steps) -> str:
    return "/".join((kind, *(step for step in steps if isinstance(step, str))))


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf8"), Loader=yaml.CSafeLoader)


def _edits() -> Mapping[str, tuple[str, Steps]]:
    """One place in one file for each key of each kind of record."""
    found: dict[str, tuple[str, Steps]] = {}
    for file in sorted(GOLDEN.rglob("*.yml")):
        path = file.relative_to(GOLDEN).as_posix()
        for steps, value in _leaves(_read(file)):
            name = _name(catalogue_file(path).kind or "", steps)
            # `none` is true, or it is not there
            if name not in UNCHANGEABLE and steps[-1] != "none" and _candidates(value):
                found.setdefault(name, (path, steps))
    return found


def _candidates(value: Any) -> list[Any]:
    """What the value might be instead; the first that the schema accepts is taken."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int | float):
        return [value + 1, value - 1]
    if isinstance(value, date):
        return [str(value + timedelta(days=1))]
    if not isinstance(value, str):
        return []
    day = _next_day(value)
    return (
        [day]
        if day
        else [f"{value} khác", f"{value}-khac", f"{value}9", f"9{value[1:]}", *_OTHER_WORDS]
    )


def _next_day(value: str) -> str:
    try:
        return str(date.fromisoformat(value) + timedelta(days=1))
    except ValueError:
        return ""


def _enumerated(schema: Any) -> Iterator[str]:
    """Every word that some key of the schemas may be."""
    if isinstance(schema, dict):
        yield from (word for word in schema.get("enum", ()) if isinstance(word, str))
    inner = schema.values() if isinstance(schema, dict) else schema
    if isinstance(schema, dict | list):
        for one in inner:
            yield from _enumerated(one)


_FORMATTED = (
    "v009", "9.999999", "TL101", "16:30", "a" * 64, "USD", "VND", "https://khac.example/",
    "0900000009", "khac@khac.example",
)  # fmt: skip
_OTHER_WORDS = (
    *dict.fromkeys(
        word
        for file in sorted(schema_folder().glob("*.json"))
        for word in _enumerated(json.loads(file.read_bytes()))
    ),
    *_FORMATTED,
)


def _set(record: Any, steps: Steps, value: Any) -> None:
    for step in steps[:-1]:
        record = record[step]
    record[steps[-1]] = value


@dataclass
class _Made:
    """What the tasks of an edition made: the digest of what each read, and of what it made."""

    reads: dict[Task, list[str]]
    keys: dict[Task, bytes]
    digests: dict[Task, bytes]


def _edition(catalogue: Catalogue) -> Edition:
    return Edition(as_signed(catalogue, DAY), DAY, words_of("vi"))


def _digest(task: Task, edition: Edition) -> bytes:
    total = hashlib.sha256()
    for made in make_outputs(task, edition):
        path, content = (made.path, made.render().encode()) if isinstance(made, Page) else made
        total.update(path.encode() + b"\0" + content)
    return total.digest()


def _dependencies(edition: Edition) -> DependencyDigests:
    """Digests on top of what every task depends on: here, the settings."""
    return DependencyDigests(edition, edition.catalogue.digests["catalogue.yml"])


def _make_all(edition: Edition) -> _Made:
    twin, reads = track_reads(edition)
    dependencies = _dependencies(edition)
    made = _Made({}, {}, {})
    for task in all_tasks(edition):
        reads.clear()
        made.digests[task] = _digest(task, twin)
        made.reads[task] = sorted(minimal_dependencies(reads))
        made.keys[task] = dependencies.key(made.reads[task])
    return made


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> LiveCatalogue:
    copy = tmp_path_factory.mktemp("keys") / "catalogue"
    shutil.copytree(GOLDEN, copy)
    library = LiveCatalogue(copy)
    library.read()
    return library


@pytest.fixture(scope="module")
def base(live: LiveCatalogue) -> _Made:
    return _make_all(_edition(live.catalogue()[0]))


EDITS = _edits()


def _stale_tasks(live: LiveCatalogue, base: _Made) -> list[Task]:
    """The tasks that would make other bytes, though their dependencies say that they would not."""
    edition = _edition(live.catalogue()[0])
    dependencies = _dependencies(edition)
    tasks = [task for task in all_tasks(edition) if task in base.keys]
    unchanged = [t for t in tasks if dependencies.key(base.reads[t]) == base.keys[t]]
    return [task for task in unchanged if _digest(task, edition) != base.digests[task]]


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_key_makes_stale_what_shows_it(
    name: str, live: LiveCatalogue, base: _Made
) -> None:
    path, steps = EDITS[name]
    file = live.root / path
    before = file.read_text("utf8")
    kind = catalogue_file(path).kind or ""
    try:
        assert _edit(file, path, kind, steps), f"no other value of {name} fits the schema"
        live.refresh([path])
        assert not _stale_tasks(live, base), f"{name}: a page that shows it is not made again"
    finally:
        file.write_text(before, "utf8")
        live.refresh([path])


def _edit(file: Path, path: str, kind: str, steps: Steps) -> bool:
    """Write the first other value that the schema accepts."""
    record = _read(file)
    known = dict(_leaves(record))[steps]
    for value in _candidates(known):
        _set(record, steps, value)
        if value == known or not _accepted(kind, record, path):
            continue
        text = to_yaml(kind, record)
        if _accepted(kind, yaml.load(text, Loader=yaml.CSafeLoader), path):
            file.write_text(text, "utf8")
            return True
    return False


def _accepted(kind: str, record: Any, path: str) -> bool:
    return not any(validate(kind, _plain(record), path))


def _plain(value: Any) -> Any:
    """The record as our reader gives it: days are text."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, date) else value


def test_the_edits_reach_every_kind_of_record() -> None:
    kinds: dict[str, int] = defaultdict(int)
    for name in EDITS:
        kinds[name.partition("/")[0]] += 1
    assert set(kinds) == {
        "agency", "calendar", "catalogue", "citizen-words", "decision", "exceptions", "families",
        "fields", "journeys", "legal-document", "life-events", "place", "procedure", "version",
    }  # fmt: skip
