"""What is done to a catalogue of three procedures, and what must be whole of it at any time."""

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.cli import main
from generator.records.processes import WorkerPool
from generator.site import compress
from generator.site.build import build
from generator.site.folders import find_settings, lock_build
from generator.site.options import BuildOptions, BuildPaths
from tests.conftest import edition_of
from tests.faults.injection import run_with
from tests.imports.test_portal import NATIONAL
from tests.imports.word.annexes import NAMES, contents_of, decision_blocks, list_blocks, write_annex

DAY = "2026-11-22"
EXPORT = "cong.jsonl"
FOREIGN = ("site.old", "site.new", ".places.new", "out.new", "danh-muc.old")
"""Names that somebody else may have given to his own."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A run of a verb: what it begins with, and the folders and files that readers look at.

    `whole` are of one generation at any time; of those `by_file`, each file is. `prepare` is the
    run before, `change` what is edited after it. A file of
    `reports` is whole or absent: what it tells of is done, and not done again for it.
    """

    name: str
    arguments: tuple[str, ...]
    whole: tuple[str, ...] = ()
    by_file: tuple[str, ...] = ()
    prepare: tuple[tuple[str, ...] | Callable[[], int], ...] = ()
    change: Callable[[Path], None] | None = None
    call: Callable[[], int] | None = None
    reports: tuple[str, ...] = ()

    def run(self) -> int:
        """Run the verb in the working folder."""
        return self.call() if self.call else main(self.arguments)

    def make(self, folder: Path) -> None:
        """Make a folder in which the verb is to be run."""
        folder.mkdir()
        write_catalogue(folder)
        for name in FOREIGN:
            (folder / name).mkdir()
            (folder / name / "index.html").write_text(name, "utf8")
        for first in self.prepare:
            call = first if callable(first) else partial(main, first)
            ended = run_with(None, call, folder)
            assert ended.code == 0, ended.said
        if self.change:
            self.change(folder)


def write_catalogue(folder: Path) -> None:
    """Write an export of three procedures, and the catalogue that is made of it."""
    kinds = ((3, "loại ba"), (4, "loại tư"), (5, "loại năm"))
    records = [
        {**NATIONAL, "Mã thủ tục": f"1.00012{n}", "Tên thủ tục": f"Cấp thẻ hội viên {kind}"}
        for n, kind in kinds
    ]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    (folder / EXPORT).write_text("\n".join(lines), "utf8")
    imported = partial(main, ["import", "portal", EXPORT, "--into", "catalogue"])
    ended = run_with(None, imported, folder)
    assert ended.code == 0, ended.said


def _rename_procedure(folder: Path) -> None:
    file = folder / "catalogue/procedures/hoi-doan/1.000123/v001.yml"
    text = file.read_text("utf8")
    assert "loại ba" in text
    file.write_text(text.replace("loại ba", "loại bảy"), "utf8")


def _remove_procedure(folder: Path) -> None:
    """Take a procedure out, so that files of the site go."""
    shutil.rmtree(folder / "catalogue/procedures/hoi-doan/1.000125")
    for file in (folder / "catalogue/decisions").rglob("*.yml"):
        kept = re.sub(r'- id: "1\.000125"\n(?:  .*\n)+', "", file.read_text("utf8"))
        file.write_text(kept, "utf8")


def _join_member(folder: Path) -> None:
    (folder / "catalogue/federation.yml").write_text("members:\n  - site: ../site\n", "utf8")


def _write_word_files(folder: Path) -> None:
    write_annex(folder / "quyet-dinh.docx", *decision_blocks(), *list_blocks())
    write_annex(folder / "noi-dung.docx", *contents_of(*NAMES))
    sample = Path(__file__).parents[2] / "catalogue/agencies"
    shutil.copy(sample / "ubnd-tinh-mau.yml", folder / "catalogue/agencies")


def _compress_here() -> int:
    """Compress without workers, whose operations nobody would count."""
    compress.start_pool = lambda _: WorkerPool(0)
    return main(["compress"])


def _rebuild_preview() -> int:
    """What `serve` does after a change was saved."""
    here = Path.cwd()
    paths = BuildPaths(find_settings(here), here / "build/serve", here / "build/preview")
    try:
        with lock_build(paths.build):
            build(edition_of(here / "catalogue"), paths, BuildOptions(1, look_after=False))
    except OSError:  # `serve` has a sentence for it and goes on
        return 1
    return 0


_BUILD = ("build", "--as-of", DAY, "--jobs", "1")


def all_scenarios() -> Iterator[Scenario]:
    """Every verb that writes."""
    portal = ("import", "portal", EXPORT, "--into", "danh-muc", "--report", "bao-cao.json")
    word = ("import", "word", "quyet-dinh.docx", "noi-dung.docx", "--into", "catalogue")
    post = ("post", "so-noi-vu", "--as-of", DAY)
    yield Scenario("build", _BUILD, ("site",))
    yield Scenario("again", (*_BUILD, "--verify-site"), ("site",), (), (_BUILD,), _rename_procedure)
    yield Scenario("incremental", _BUILD, ("site",), (), (_BUILD,), _rename_procedure)
    preview = ("build/preview",)
    yield Scenario(
        "serve", (), (), preview, (_rebuild_preview,), _rename_procedure, _rebuild_preview
    )
    yield Scenario("removing", _BUILD, ("site",), (), (_BUILD,), _remove_procedure)
    yield Scenario(
        "federate",
        ("federate", "--as-of", DAY, "--jobs", "1"),
        ("site", "site-federation"),
        (),
        (_BUILD,),
        _join_member,
    )
    yield Scenario("portal", portal, ("danh-muc",), reports=("bao-cao.json",))
    yield Scenario(
        "word",
        (*word, "--jobs", "1"),
        (),
        ("catalogue",),
        (),
        _write_word_files,
        reports=("nhap-word.html",),
    )
    yield Scenario("compress", (), (), ("site",), (_BUILD,), call=_compress_here)
    yield Scenario("offline", ("offline", "--into", "ban.zip"), ("site", "ban.zip"), (), (_BUILD,))
    yield Scenario("post", post, ("niem-yet/so-noi-vu",), ("niem-yet",), (post,), _rename_procedure)
    export = ("export", "word", "1.000123", "1.000124", "--into", "word")
    yield Scenario("export", export, (), ("word",), (export,), _rename_procedure)


def list_files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path; of what is there for the next run, only the name."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            file = Path(parent, name)
            path = file.relative_to(folder).as_posix()
            found[path] = b"" if _is_internal(path) else file.read_bytes()
    return found


def _is_internal(path: str) -> bool:
    """Whether a file holds times, and so differs between two runs that did the same."""
    return (path.startswith("build/") and path.endswith((".msgpack", ".lock"))) or "/read/" in path
