"""Whatever is edited, and in whatever order: a small build leaves the bytes of a clean one.

One series of edits is drawn here; `make edits` draws as many as are asked for.
"""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.locale import words_of
from generator.model.edition import Edition
from generator.records.layout import catalogue_file
from generator.records.live_catalogue import LiveCatalogue
from generator.records.yaml_writer import to_yaml
from generator.site import build_manifest
from generator.site.build import build
from generator.site.options import BuildOptions, BuildPaths, BuildReport
from tests.conftest import DAY, PROJECT, SAMPLE, SMALL, build_site, edition_of
from tests.site.digests import digest

Record = dict[str, Any]


def entitled(record: Record) -> None:
    record["title"] += " (sửa)"


def named(record: Record) -> None:
    record["name"] += " (mới)"


def summed_up(record: Record) -> None:
    record["summary"] = "Nói lại cho rõ *hơn*."


def moved_out_of_life(record: Record) -> None:
    record["life_events"] = []


def explained(record: Record) -> None:
    record["steps"] = {"items": [{"id": "b9", "text": "Nộp rồi chờ."}]}


def postponed(record: Record) -> None:
    record["effective"] = "2027-03-01"


def brought_forward(record: Record) -> None:
    record["effective"] = "2020-03-01"


def shortened(record: Record) -> None:
    record["rows"].pop()


def annulling(record: Record) -> None:
    row = {"id": "huy", "action": "annul", "annuls": {"decision": "btp/2024/9001", "row": "d1"}}
    record["rows"].append(row)


def worked_through(record: Record) -> None:
    record["holidays"].pop()


def renamed_field(record: Record) -> None:
    record["fields"][0]["name"] += " (mới)"


def renamed_journey(record: Record) -> None:
    record["journeys"][0]["name"] += " (mới)"


def renamed_event(record: Record) -> None:
    record["life_events"][0]["name"] += " (mới)"


EDITS: dict[str, tuple[Callable[[Record], None], ...]] = {
    "version": (entitled, explained),
    "procedure": (summed_up, moved_out_of_life),
    "agency": (named,),
    "legal-document": (entitled,),
    "decision": (entitled, postponed, brought_forward, shortened, annulling),
    "calendar": (worked_through,),
    "fields": (renamed_field,),
    "life-events": (renamed_event,),
    "journeys": (renamed_journey,),
    "catalogue": (entitled,),
}
KEPT = {"catalogue.yml", "fields.yml"}


WHOLE_SITES = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
"""Each example takes seconds: few of them, and none made smaller."""
SERIES = int(os.environ.get("SERIES", "1"))


def files(folder: Path) -> list[str]:
    return sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*.yml"))


def edit(catalogue: Path, data: st.DataObject) -> None:
    """Change, remove, put back or add one thing."""
    match data.draw(st.sampled_from(("change", "change", "change", "remove", "put back", "add"))):
        case "change":
            path = data.draw(st.sampled_from(files(catalogue)))
            change(catalogue / path, path, data)
        case "remove":
            path = data.draw(st.sampled_from([f for f in files(catalogue) if f not in KEPT]))
            (catalogue / path).unlink()
        case "put back":
            path = data.draw(st.sampled_from(files(SAMPLE)))
            (catalogue / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(SAMPLE / path, catalogue / path)
        case "add":
            add(catalogue, data.draw(st.integers(1, 3)))


def rewrite(file: Path, kind: str, change: Callable[[Record], None]) -> None:
    record = yaml.load(file.read_text("utf8"), Loader=yaml.CSafeLoader)
    change(record)
    file.write_text(to_yaml(kind, record), "utf8")


def change(file: Path, path: str, data: st.DataObject) -> None:
    kind = catalogue_file(path).kind
    if kind in EDITS:
        rewrite(file, kind, data.draw(st.sampled_from(EDITS[kind])))


def add(catalogue: Path, number: int) -> None:
    """A procedure, with the decision that publishes it."""
    code = f"1.99990{number}"
    old, new = catalogue / "procedures/ho-tich/1.900102", catalogue / f"procedures/ho-tich/{code}"
    if new.exists() or not (old / "v001.yml").exists() or not (old / "procedure.yml").exists():
        return
    shutil.copytree(old, new)
    for file in new.iterdir():
        file.write_text(file.read_text("utf8").replace("1.900102", code), "utf8")
    text = (SAMPLE / "decisions/btp/2024/9003.yml").read_text("utf8")
    decision = yaml.load(text, Loader=yaml.CSafeLoader)
    row = {"id": "d1", "action": "publish", "procedure": code, "version": "v001"}
    decision |= {"id": f"btp/2024/990{number}", "number": f"990{number}/QĐ-BTP", "rows": [row]}
    decision["number_normalised"] = decision["number"]
    target = catalogue / f"decisions/btp/2024/990{number}.yml"
    target.write_text(to_yaml("decision", decision), "utf8")


def assert_clean(catalogue: Path, folder: Path, day: date = DAY) -> BuildReport:
    """Build on top of what is in `folder`: the bytes are those of a clean build."""
    built = build_site(catalogue, folder, day)
    with TemporaryDirectory() as clean:
        whole = build_site(catalogue, Path(clean), day)
        assert digest(folder / "site") == digest(Path(clean) / "site")
        assert digest(folder / "build/docs") == digest(Path(clean) / "build/docs")
    assert (built.pages, built.files, built.bytes) == (whole.pages, whole.files, whole.bytes)
    sizes = [(folder / "site" / path).stat().st_size for path in digest(folder / "site")]
    assert (built.files, built.bytes) == (len(sizes), sum(sizes))
    return built


@given(data=st.data())
@settings(WHOLE_SITES, max_examples=SERIES)
def test_any_edits_give_the_bytes_of_a_clean_build(data: st.DataObject, sample_build: Path) -> None:
    with TemporaryDirectory() as name:
        folder, catalogue = Path(name), Path(name) / "catalogue"
        shutil.copytree(SAMPLE, catalogue)
        shutil.copytree(sample_build, folder, dirs_exist_ok=True)
        for _ in range(data.draw(st.integers(1, 4))):
            edit(catalogue, data)
            if data.draw(st.booleans()):
                build_site(catalogue, folder)
        assert_clean(catalogue, folder)


@given(st.data())
@settings(WHOLE_SITES, max_examples=SERIES)
def test_a_process_that_remembers_gives_the_same(data: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        folder, catalogue = Path(name), Path(name) / "catalogue"
        shutil.copytree(SAMPLE, catalogue)
        library = LiveCatalogue(catalogue)
        library.read()
        for _ in range(data.draw(st.integers(2, 5))):
            edit(catalogue, data)
            library.refresh({*library.known, *files(catalogue)})
            build_again(library, folder)
        assert_clean(catalogue, folder)


def build_again(library: LiveCatalogue, folder: Path) -> None:
    """Build from records that stay the same objects as long as their files do."""
    catalogue, _ = library.catalogue()
    edition = Edition(catalogue, DAY, words_of("vi"))
    places = BuildPaths(PROJECT / "mkdocs.yml", folder / "build", folder / "site")
    build(edition, places, BuildOptions(2, inline_up_to=24))


@pytest.fixture(scope="module")
def sample_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build of the sample leaves; whoever goes on from it takes a copy."""
    folder = tmp_path_factory.mktemp("built")
    build_site(SAMPLE, folder)
    return folder


@pytest.fixture(scope="module")
def small_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    build_site(SMALL, folder)
    return folder


@pytest.fixture
def built(small_copy: Path, tmp_path: Path, small_build: Path) -> Path:
    assert small_copy.parent == tmp_path
    return shutil.copytree(small_build, tmp_path, dirs_exist_ok=True)


def test_nothing_is_made_when_nothing_has_changed(small_copy: Path, built: Path) -> None:
    assert build_site(small_copy, built).done == 0


def test_a_changed_summary_makes_its_procedure_and_lists(small_copy: Path, built: Path) -> None:
    file = small_copy / "procedures/ho-tich/1.000101/procedure.yml"
    rewrite(file, "procedure", summed_up)
    untouched = built / "site/thu-tuc/1.000103/index.html"
    before = untouched.stat().st_ino
    assert assert_clean(small_copy, built).done > 0
    assert untouched.stat().st_ino == before
    assert "Nói lại cho rõ" in (built / "site/thu-tuc/1.000101/index.html").read_text("utf8")


def test_a_renamed_agency_is_renamed_on_every_page(small_copy: Path, built: Path) -> None:
    rewrite(small_copy / "agencies/ubnd-xa.yml", "agency", named)
    assert_clean(small_copy, built)
    assert "Ủy ban nhân dân cấp xã (mới)" in (built / "site/thu-tuc/1.000101/index.html").read_text(
        "utf8"
    )


def test_another_day_is_another_site(small_copy: Path, built: Path) -> None:
    done = assert_clean(small_copy, built, date(2027, 1, 5)).done
    assert done == build_site(small_copy, built / "other", date(2027, 1, 5)).done


def test_a_change_of_the_program_makes_everything(
    small_copy: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_manifest, "compute_code_fingerprint", lambda: b"another template")
    again = build_site(small_copy, built)
    assert again.done == again.pages


def test_a_change_of_the_configuration_makes_everything(small_copy: Path, tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    shutil.copyfile(PROJECT / "mkdocs.yml", config)
    places = BuildPaths(config, tmp_path / "build", tmp_path / "site")
    build(edition_of(small_copy), places)
    config.write_text(config.read_text("utf8").replace("language: vi", "language: en"), "utf8")
    again = build(edition_of(small_copy), places)
    assert again.done == again.pages


def test_a_site_that_was_taken_away_is_made_again(small_copy: Path, built: Path) -> None:
    shutil.rmtree(built / "site")
    assert_clean(small_copy, built)


def test_a_full_disk_leaves_the_last_site(
    small_copy: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(built / "site")
    rewrite(small_copy / "agencies/ubnd-xa.yml", "agency", named)

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("generator.site.outputs.DirectoryWriter.write_page", full_disk)
        with pytest.raises(OSError, match="No space left"):
            build_site(small_copy, built)
    assert digest(built / "site") == before
    assert_clean(small_copy, built)


@pytest.mark.parametrize("cut", ["_move", "_remove"])
def test_a_change_cut_short_is_finished_by_the_next_run(
    small_copy: Path, built: Path, monkeypatch: pytest.MonkeyPatch, cut: str
) -> None:
    shutil.rmtree(small_copy / "procedures/ho-tich/1.000101")
    rewrite(small_copy / "agencies/ubnd-xa.yml", "agency", named)

    def power_cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(f"generator.site.transaction.{cut}", power_cut)
        with pytest.raises(KeyboardInterrupt):
            build_site(small_copy, built)
    assert_clean(small_copy, built)
    assert not (built / "site/thu-tuc/1.000101").exists()
