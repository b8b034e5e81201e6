"""Whatever was done to the files of a site since the last build is undone by the next."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.edition import Edition
from generator.site import build_manifest, site_state
from generator.site.build import build
from generator.site.options import BuildOptions, BuildPaths
from tests.conftest import PROJECT
from tests.site.digests import digest

PAGE, FEED = "thu-tuc/1.000101/index.html", "feed.xml"
FRAME = "assets/javascripts/lunr/min/lunr.vi.min.js"
"""A file of the theme, which no task makes."""


@pytest.fixture(scope="module")
def paths(small: Edition, tmp_path_factory: pytest.TempPathFactory) -> BuildPaths:
    folder = tmp_path_factory.mktemp("state")
    made = BuildPaths(PROJECT / "mkdocs.yml", folder / "build", folder / "site")
    build(small, made)
    return made


def damage(path: str) -> Callable[[Path], None]:
    def act(site: Path) -> None:
        content = bytearray((site / path).read_bytes())
        content[len(content) // 2] ^= 1
        (site / path).write_bytes(content)

    return act


def remove(path: str) -> Callable[[Path], None]:
    return lambda site: (site / path).unlink()


def add(path: str) -> Callable[[Path], None]:
    def act(site: Path) -> None:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(b"?")

    return act


@pytest.mark.parametrize(
    ("act", "repaired"),
    [
        (damage(PAGE), 1),
        (damage(FEED), 1),
        (remove(PAGE), 1),
        (remove(FEED), 1),
        (add("thu-tuc/la/index.html"), 1),
        (add("la.txt"), 1),
        (damage(FRAME), None),
        (remove(FRAME), None),
    ],
)
def test_the_next_build_puts_right_what_was_touched(
    paths: BuildPaths, small: Edition, act: Callable[[Path], None], repaired: int | None
) -> None:
    good = digest(paths.site)
    act(paths.site)
    assert digest(paths.site) != good
    report = build(small, paths)
    assert digest(paths.site) == good
    assert report.repaired == repaired
    assert build(small, paths).repaired == 0


SOURCE = "thu-tuc/1.000101/index.md"


@pytest.mark.parametrize(
    ("act", "repaired"),
    [
        (damage(SOURCE), 1),
        (damage(FEED), 1),
        (damage("search/manifest.json"), 1),
        (remove(SOURCE), 1),
        (remove(FEED), 1),
        (add("la.md"), 1),
    ],
)
def test_the_next_build_puts_the_sources_right(
    paths: BuildPaths, small: Edition, act: Callable[[Path], None], repaired: int
) -> None:
    sources = paths.build / "docs"
    good = digest(sources), digest(paths.site)
    act(sources)
    assert digest(sources) != good[0]
    assert build(small, paths).repaired == repaired
    assert (digest(sources), digest(paths.site)) == good
    assert build(small, paths).repaired == 0


def test_what_rots_under_the_same_size_and_time_is_found_by_comparing(
    paths: BuildPaths, small: Edition
) -> None:
    good = digest(paths.site)
    seen = (paths.site / PAGE).stat()
    damage(PAGE)(paths.site)

    os.utime(paths.site / PAGE, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert build(small, paths).repaired == 0
    report = build(small, paths, replace(BuildOptions(), verify=True))
    assert (report.repaired, digest(paths.site)) == (1, good)


@pytest.mark.parametrize("name", [build_manifest.FILE, site_state.FILE])
def test_a_changed_bit_in_what_the_last_build_left_is_noticed_and_made_anew(
    paths: BuildPaths, small: Edition, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    good, file = digest(paths.site), paths.build / name
    known = build_manifest._read_manifest(paths.build / build_manifest.FILE).version_digests
    kept = bytearray(file.read_bytes())
    place = kept.find(next(iter(known.values())).encode())  # a digest of the ledger
    kept[place if place >= 0 else len(kept) // 2] ^= 1
    file.write_bytes(kept)
    with caplog.at_level("INFO", "generator"):
        build(small, paths)
    assert "the checksum does not fit" in caplog.text
    assert digest(paths.site) == good
    assert build(small, paths).repaired == 0
