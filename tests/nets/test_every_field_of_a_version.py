"""Every field of a version is shown, exported, reviewed and guarded, or it is said here why not."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import msgspec
import pytest

from generator import addresses
from generator.law.changes import changes
from generator.model.edition import Edition
from generator.pages.describe import Describer
from generator.pages.page import Page
from generator.records.blobs import LoadedVersion
from generator.records.version import Version
from generator.review.immutability import _changed_parts, _differing_keys
from generator.site.task_kinds import Task
from generator.site.tasks import make_outputs
from tests.nets.examples import KNOWN, Path, changed, example, leaves

CODE = "1.001193"
VALUES = {
    **KNOWN,
    "additions.reason": ("posting", "survey"),
    "amount": (12_000, 13_000),
    "applicants.items": ("vietnamese_citizen", "enterprise"),
    "basis": ("123-2015-nd-cp", "31-2024-qh15"),
    "cases.kind": ("area", "case"),
    "document": ("123-2015-nd-cp", "31-2024-qh15"),
    "procedure": (CODE, "1.900102"),
    "corrects": ("v000", "v001"),
    "dossier.groups.items.items.kind": ("paper", "note"),
    "forms": ("mau-1", "mau-2"),
    "forms.items.id": ("mau-1", "mau-2"),
    "linked_procedures.items.procedure": ("1.900102", "1.000656"),
    "levels.items": ("central", "province"),
    "on_the_spot": ("four", "five"),
    "online.level": ("partial", "end_to_end"),
    "return_methods.returned": ("home", "online"),
    "submitted": ("online", "offline"),
    "version": ("v001", "v001"),
}
FIXED = {
    "corrects": "the timeline of the decisions says which version corrects another",
    "procedure": "the identity of the record: it cannot change",
    "version": "the identity of the record: it cannot change",
}
NOT_SHOWN = {
    "channels.items.fees.items.files.path": "the link of a file leads to its address on the web",
    "channels.items.fees.items.files.sha256": "for programs, in the API",
    "forms.items.file.name": "the name of the form is the label of the link",
    "forms.items.file.path": "the link of a file leads to its address on the web",
    "forms.items.file.sha256": "for programs, in the API",
    "legal_basis.items.document": "its title and its number as printed stand for it",
}
"""Fields of the text that no page of the procedure shows, and why."""
PROVENANCE = ("identifiers", "source", "id", "code")
"""Keys about the record and not of its text: pages and reviews leave them out."""


def _base() -> Any:
    """A version with every field filled: one paper is to be brought, one is looked up."""
    data = example(Version, VALUES)
    (group,) = data["dossier"]["groups"]["items"]
    (paper,) = group["items"]
    brought = {key: value for key, value in paper.items() if key != "replaced_by_data"}
    group["items"] = [paper, {**brought, "id": "giay-2", "name": "tờ khai mang theo"}]
    return data


OF_FILES = ("path", "sha256", "url")
"""Keys of a file; in a redline its name stands for them."""

BASE: Any = _base()
LEAVES = [path for path in dict.fromkeys(leaves(BASE)) if ".".join(path) not in FIXED]
OF_TEXT = [path for path in LEAVES if not set(path) & set(PROVENANCE)]
SHOWN = [path for path in OF_TEXT if ".".join(n for n in path if n != "*") not in NOT_SHOWN]
REDLINED = [path for path in OF_TEXT if path[-1] not in OF_FILES or path[0] == "online"]
REVIEWED = [path for path in LEAVES if path[0] not in ("identifiers", "source")]
"""Where a version came from is no part of its text: the guard names the key instead."""


def _version(data: Any) -> Version:
    return msgspec.convert(data, Version)


@pytest.fixture(scope="module")
def outputs(sample: Edition) -> Callable[[Any], dict[str, str]]:
    """What the tasks of a procedure make of a version: text by the kind of output."""
    refs = {ref.key: ref for every in sample.catalogue.version_refs.values() for ref in every}
    last = sample.entries[CODE].version.version

    def make(data: Any) -> dict[str, str]:
        version = _version({**data, "version": last})
        files = {**refs, f"{CODE}/{last}": LoadedVersion(f"{CODE}/{last}", version)}
        edition = Edition(sample.catalogue.with_versions(files), sample.day, sample.words)
        made = list(make_outputs(Task("procedure", CODE), edition))
        shown = (page for page in made if isinstance(page, Page) and page.kind != "redline")
        pages = "\n".join(page.render() for page in shown)
        files_made = dict(one for one in made if isinstance(one, tuple))
        return {"page": pages, "API": files_made[addresses.procedure_data(CODE)].decode()}

    return make


@cache
def _changed(path: Path) -> Any:
    return changed(BASE, path, VALUES)


def _name(path: Path) -> str:
    return ".".join(name for name in path if name != "*")


@pytest.fixture(scope="module")
def base(outputs: Callable[[Any], dict[str, str]]) -> dict[str, str]:
    return outputs(BASE)


@pytest.mark.parametrize("path", LEAVES, ids=_name)
def test_the_api_has_every_field(
    path: Path, base: dict[str, str], outputs: Callable[[Any], dict[str, str]]
) -> None:
    assert outputs(_changed(path))["API"] != base["API"], (
        f"`{_name(path)}` is not in api/v1/procedures/<code>.json: see exports/json_api.py"
    )


@pytest.mark.parametrize("path", SHOWN, ids=_name)
def test_a_page_shows_every_field(
    path: Path, base: dict[str, str], outputs: Callable[[Any], dict[str, str]]
) -> None:
    assert outputs(_changed(path))["page"] != base["page"], (
        f"no page shows `{_name(path)}`: add it to pages/version_body.py or a part of it"
    )


@pytest.mark.parametrize("path", REVIEWED, ids=_name)
def test_a_review_and_the_guard_name_every_field(path: Path) -> None:
    assert list(_named(path)), (
        f"`{_name(path)}` can be edited in a published version, and a review that compares parts "
        "says nothing of it: add it to `pieces` in law/changes.py"
    )


@pytest.mark.parametrize("path", REDLINED, ids=_name)
def test_the_two_sides_of_a_redline_differ(path: Path, sample: Edition) -> None:
    describer = Describer(sample.catalogue, sample.words)
    found = changes(_version(BASE), _version(_changed(path)))
    assert any(describer.before(change) != describer.after(change) for change in found), (
        f"a redline says that `{_name(path)}` changed and not how: see pages/describe.py"
    )


@pytest.mark.parametrize("path", LEAVES, ids=_name)
def test_the_guard_says_what_was_edited(path: Path) -> None:
    before, after = _version(BASE), _version(_changed(path))
    keys = _differing_keys(before, after)
    assert keys == (path[0],)
    assert _changed_parts(before, after, keys)


def _named(path: Path) -> Iterator[str]:
    yield from (change.part for change in changes(_version(BASE), _version(_changed(path))))
