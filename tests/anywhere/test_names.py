"""No file of a catalogue or a site has a name that Windows refuses, nor two that it confuses."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.authoring.scaffold import CannotDraftError, draft_agency
from generator.check import check_catalogue
from generator.law.text import slug
from generator.locale import words_of
from generator.records.layout import catalogue_file
from generator.records.schema import surely_valid
from generator.records.tree import load_catalogue
from tests.conftest import DAY, SAMPLE

# Naming Files, Paths, and Namespaces, Win32 documentation
DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
REFUSED = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ]\Z')
LONGEST = 160
"""Characters of a path below the site; Windows allows 260 for the whole, unless told otherwise."""


def refused(name: str) -> bool:
    return bool(DEVICE.fullmatch(name) or REFUSED.search(name))


def names_below(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        yield path.relative_to(folder).as_posix()


def test_this_test_knows_what_windows_refuses() -> None:
    assert all(map(refused, ("con", "aux.yml", "COM1.tar.gz", "a.", "a ", "a:b", "a?")))
    assert not any(map(refused, ("con-1", "cong.yml", "com10", "1.001193")))


def test_a_site_has_names_that_windows_can_hold(sample_site: Path) -> None:
    names = list(names_below(sample_site))
    assert not [name for name in names if any(map(refused, name.split("/")))]
    assert len({name.lower() for name in names}) == len(names)
    assert max(map(len, names)) < LONGEST


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "lpt9"])
def test_an_id_that_is_a_device_is_a_finding(catalogue_copy: Path, name: str) -> None:
    (catalogue_copy / f"agencies/{name}.yml").write_text(
        f"id: {name}\nname: Cơ quan\nkind: agency\nlevel: province\n", "utf8"
    )
    fields = catalogue_copy / "fields.yml"
    fields.write_text(fields.read_text("utf8") + f"- id: {name}\n  name: Mới\n", "utf8")
    found = check_catalogue(catalogue_copy, words_of("vi"), DAY).findings
    told = {(f.path, f.code) for f in found}
    assert (f"agencies/{name}.yml", "CT200") in told
    assert ("fields.yml", "CT205") in told


@pytest.mark.parametrize(
    "path",
    [
        "decisions/con/2026/1.yml",
        "decisions/btp/2026/aux.yml",
        "procedures/nul/1.000101/procedure.yml",
        "procedures/ho-tich/1.000101./v001.yml",
        "legal-documents/com1.yml",
    ],
)
def test_a_path_that_windows_refuses_is_no_place_for_a_record(path: str) -> None:
    assert catalogue_file(path).kind is None


def test_a_name_that_is_written_is_one_that_windows_can_hold() -> None:
    assert slug("Con") == "x-con"
    assert slug("Con cái") == "con-cai"
    catalogue, _ = load_catalogue(SAMPLE)
    with pytest.raises(CannotDraftError, match=re.escape("new.bad_id")) as refusal:
        draft_agency(catalogue, "con", "Cơ quan", "province")
    assert refusal.value.values["wanted"] == "x-con"


def test_an_id_of_the_schema_is_one_of_the_layout() -> None:
    for name in ("con", "con-1", "cong", "nul", "com1", "com10", "a-b", "a--b"):
        data = {"fields": [{"id": name, "name": "Tên"}]}
        assert surely_valid("fields", data) == (
            catalogue_file(f"agencies/{name}.yml").kind is not None
        )
