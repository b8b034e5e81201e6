"""An open page finds the data files of its own publish after the next one, and no longer."""

import json
import re
import shutil
from pathlib import Path

import pytest

from generator.site.build import build
from generator.site.last_generation import carries_digest, kept_files, unnamed_files
from generator.site.offline import write_zip
from generator.site.options import BuildOptions, BuildPaths
from tests.conftest import PROJECT, edition_of
from tests.faults.scenarios import write_catalogue
from tests.site.digests import digest

RECORD = "procedures/hoi-doan/1.000123/v001.yml"
MANIFEST = "search/manifest.json"


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A catalogue of three procedures."""
    write_catalogue(tmp_path)
    return tmp_path / "catalogue"


@pytest.fixture
def paths(tmp_path: Path) -> BuildPaths:
    return BuildPaths(PROJECT / "mkdocs.yml", tmp_path / "build", tmp_path / "site")


def publish(catalogue: Path, paths: BuildPaths, word: str, *, whole: bool = False) -> set[str]:
    """Publish with another word in a title; the files of data that a page opened then asks for."""
    file = catalogue / RECORD
    text = re.sub("hội viên loại .*", f"hội viên loại {word}", file.read_text("utf8"))
    assert word in text
    file.write_text(text, "utf8")
    build(edition_of(catalogue), paths, BuildOptions(verify=whole))
    present = {one for one in files_of(paths.site) if carries_digest(one)}
    return present - unnamed_files(paths.site)


def files_of(site: Path) -> set[str]:
    return {one.relative_to(site).as_posix() for one in site.rglob("*") if one.is_file()}


@pytest.mark.parametrize("whole", [False, True])
def test_the_files_of_an_open_page_stay_for_one_publish(
    catalogue: Path, paths: BuildPaths, whole: bool
) -> None:
    first = publish(catalogue, paths, "hoa hồng")
    second = publish(catalogue, paths, "hoa huệ", whole=whole)
    assert first - second
    assert first | second <= files_of(paths.site)
    third = publish(catalogue, paths, "hoa cúc", whole=whole)
    kept = unnamed_files(paths.site)
    assert second | third <= files_of(paths.site)
    assert kept == second - third
    assert not (first - second - third) & files_of(paths.site)


def test_a_publish_without_a_change_leaves_what_is_kept(catalogue: Path, paths: BuildPaths) -> None:
    publish(catalogue, paths, "hoa hồng")
    publish(catalogue, paths, "hoa huệ")
    kept = unnamed_files(paths.site)
    assert kept
    for whole in (False, True):
        publish(catalogue, paths, "hoa huệ", whole=whole)
        assert unnamed_files(paths.site) == kept


def test_a_file_that_was_damaged_is_not_kept(catalogue: Path, paths: BuildPaths) -> None:
    first = publish(catalogue, paths, "hoa hồng")
    site, other = paths.site, paths.site.with_name("other")
    going = first - publish(catalogue, paths, "hoa huệ")
    shutil.copytree(site, other)
    one = min(going)
    (site / one).write_bytes(b"[]")
    publish(catalogue, paths, "hoa huệ")
    assert not (site / one).exists()
    assert digest(site) == digest(other)


def test_a_file_that_was_damaged_before_it_is_to_be_kept_goes(
    catalogue: Path, paths: BuildPaths
) -> None:
    first = publish(catalogue, paths, "hoa hồng")
    shutil.copytree(paths.site, paths.site.with_name("before"))
    shutil.copytree(paths.build, paths.build.with_name("build-before"))
    one = min(first - publish(catalogue, paths, "hoa huệ"))
    for name, to in (("before", paths.site), ("build-before", paths.build)):
        shutil.rmtree(to)
        paths.site.with_name(name).rename(to)
    (paths.site / one).write_bytes(b"[]")
    publish(catalogue, paths, "hoa huệ")
    assert not (paths.site / one).exists()


def test_the_offline_copy_has_no_files_for_open_pages(
    catalogue: Path, paths: BuildPaths, tmp_path: Path
) -> None:
    publish(catalogue, paths, "hoa hồng")
    publish(catalogue, paths, "hoa huệ")
    count = write_zip(paths.site, tmp_path / "a.zip")
    assert count == len(files_of(paths.site) - unnamed_files(paths.site))


@pytest.mark.parametrize("content", [b"", b"[", b"[]", b"{}", b'{"shards": 1}'])
def test_a_damaged_manifest_of_before_keeps_nothing(
    catalogue: Path, paths: BuildPaths, content: bytes
) -> None:
    publish(catalogue, paths, "hoa hồng")
    (paths.site / MANIFEST).write_bytes(content)
    publish(catalogue, paths, "hoa huệ")
    assert json.loads((paths.site / MANIFEST).read_bytes())["shards"]


def test_the_manifests_name_all_files_that_carry_their_content(sample_site: Path) -> None:
    present = {one for one in files_of(sample_site) if carries_digest(one)}
    assert {one.rpartition("/")[0] for one in present} == {
        "search/cards",
        "search/shards",
        "search/life-events",
        "search/absent",
        "places/names",
    }
    assert unnamed_files(sample_site) == frozenset()
    assert kept_files(sample_site, sample_site.parent) == present


def test_what_no_manifest_names_is_known(sample_site: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(sample_site / "search", tmp_path / "search").parent
    (folder / "search/shards/zz-123.json").write_bytes(b"{}")
    assert unnamed_files(folder) == {"search/shards/zz-123.json"}
